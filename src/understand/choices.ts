/** Reads the choice fields of a kind: which of the declared values the words of a text stand for. */
import type { Field, RecordKind } from '../kinds/kind.ts';
import { pluralOf } from './plural.ts';
import { type Hit, hitsOf, type Lexicon, lexicon, longest } from './words.ts';

interface Table {
  readonly words: Lexicon | null;
  readonly values: ReadonlyMap<string, string>;
  readonly faint: ReadonlySet<string>;
  /** Names of the whole kind that contain a choice's word without meaning it (议提案 is not yet 提案). */
  readonly shadows: Lexicon | null;
}

const tables = new WeakMap<Field, Table>();

function tableOf(kind: RecordKind, field: Field): Table {
  const known = tables.get(field);
  if (known) return known;
  const values = new Map<string, string>();
  for (const [id, choice] of Object.entries(field.choices ?? {})) {
    for (const word of [...choice.words, choice.label.zh, choice.label.en, id]) {
      const key = plain(word);
      if (isSaid(key) && !values.has(key)) values.set(key, id);
      const several = pluralOf(key);
      if (several && !values.has(several)) values.set(several, id);
    }
  }
  const cues = field.required ? kind.cues.sure.filter((cue): cue is string => typeof cue === 'string') : [];
  const shadowing = cues.filter(
    (cue) =>
      !values.has(plain(cue)) &&
      [...values.keys()].some((word) => /[\u4e00-\u9fff]/.test(word) && plain(cue).includes(word)),
  );
  const faint = new Set(Object.values(field.choices ?? {}).flatMap((choice) => (choice.faint ?? []).map(plain)));
  const table = { words: lexicon(values.keys()), values, faint, shadows: lexicon(shadowing) };
  tables.set(field, table);
  return table;
}

function plain(word: string): string {
  return word.replace(/[‘’]/g, "'").toLowerCase();
}

/** A single Latin letter is an article or a mark, no word; an id like `other` is never said. */
function isSaid(word: string): boolean {
  return (
    !/^[a-z0-9]$/.test(word) &&
    word !== 'other' &&
    word !== '其他' &&
    word !== 'none' &&
    word !== 'yes' &&
    word !== 'no' &&
    word !== 'public'
  );
}

export interface Chosen {
  readonly id: string;
  readonly faint?: boolean;
  readonly hit: Hit;
}

/** Every value of the field that is named, in reading order. */
export function choicesIn(kind: RecordKind, field: Field, text: string): Chosen[] {
  const table = tableOf(kind, field);
  const shadows = hitsOf(table.shadows, text);
  return (
    hitsOf(table.words, text)
      .filter((hit) => !shadows.some((shadow) => shadow.index <= hit.index && hit.end <= shadow.end))
      // 秸秆综合利用 is no comprehensive outing.
      .filter(
        (hit) =>
          hit.text !== '综合' || !/^(?:利用|治理|服务|执法|整治|楼|体|开发|防治|保障|科)/.test(text.slice(hit.end)),
      )
      .flatMap((hit): Chosen[] => {
        const id = table.values.get(plain(hit.text).replace(/\s+/g, ' '));
        const faint = table.faint.has(plain(hit.text));
        return id === undefined ? [] : [{ id, hit, ...(faint && { faint }) }];
      })
  );
}

/** The value meant: one that stands right before the count (动态2篇), else the one with the longest word, the first of equals. */
export function choiceIn(kind: RecordKind, field: Field, text: string, counted?: number): Chosen | undefined {
  let best: Chosen | undefined;
  for (const chosen of choicesIn(kind, field, text)) {
    if (counted !== undefined && chosen.hit.end <= counted && text.slice(chosen.hit.end, counted).trim() === '')
      return chosen;
    if (!best || weight(chosen) > weight(best)) best = chosen;
  }
  return best;
}

function weight({ hit, faint }: Chosen): number {
  if (faint) return 0;
  return /[a-z]/i.test(hit.text) ? hit.text.length / 2 : hit.text.length;
}

interface Known {
  readonly words: Lexicon | null;
  readonly values: ReadonlyMap<string, string>;
}

const knownTables = new WeakMap<Field, Known>();

function knownTableOf(field: Field): Known {
  const made = knownTables.get(field);
  if (made) return made;
  const values = new Map<string, string>();
  for (const known of field.known ?? []) {
    for (const word of [known.label.zh, known.label.en, ...known.words]) values.set(plain(word), known.label.zh);
  }
  const table = { words: lexicon(values.keys()), values };
  knownTables.set(field, table);
  return table;
}

/** The list of words for the usual values of a free text. */
export function knownWords(field: Field): Lexicon | null {
  return knownTableOf(field).words;
}

/** The usual value of a free text that is named, stored under its Chinese label. */
export function knownIn(field: Field, text: string): { value: string; hit: Hit } | undefined {
  const table = knownTableOf(field);
  const best = longest(hitsOf(table.words, text));
  const value = best && table.values.get(plain(best.text).replace(/\s+/g, ' '));
  return best && value !== undefined ? { value, hit: best } : undefined;
}
