/** What a kind has numbers for, and by which words a number is known to be meant for it. */
import { type Field, type RecordKind, singular } from '../kinds/kind.ts';
import { alternation, escapeWord } from './words.ts';

export interface Target {
  /** Null for the quantity. */
  readonly name: string | null;
  readonly before: RegExp | null;
  /** The field's word somewhere before in the same clause. */
  readonly far: RegExp | null;
  readonly behind: RegExp | null;
  readonly measures: RegExp | null;
  /** The kind's own counting word, against others people use for it. */
  readonly own: RegExp | null;
  /** What the general counting word may stand before. */
  readonly nouns?: RegExp;
  /** It counts people. */
  readonly isHeads: boolean;
  readonly percent: boolean;
  readonly money: boolean;
}

const generalAlone = /^[个条次份只件]$/;
const targets = new WeakMap<RecordKind, readonly Target[]>();

/** The quantity and the number fields of a kind, each with the words that point to it. */
export function targetsOf(kind: RecordKind): readonly Target[] {
  const known = targets.get(kind);
  if (known) return known;
  const fields = Object.entries(kind.fields).filter(([, field]) => field.type === 'number');
  const all = [
    ...fields.map(([name, field]): Target => fieldTarget(kind, name, field)),
    {
      name: null,
      before: cuesBefore(kind),
      far: null,
      behind: null,
      own: measurePattern([kind.counts.zh]),
      nouns: cuesBehind(kind),
      measures: measurePattern([
        kind.counts.zh,
        kind.counts.en,
        kind.title.en,
        ...(kind.alsoCounted ?? []),
        ...kindNouns(kind),
        ...sortNouns(kind),
      ]),
      isHeads: false,
      percent: false,
      money: false,
    },
  ];
  targets.set(kind, all);
  return all;
}

/** 收文12份: behind the kind's own name a number counts its records. */
function cuesBefore(kind: RecordKind): RegExp {
  const fieldWords = new Set(
    Object.values(kind.fields).flatMap((field) => (field.type === 'number' ? (field.words ?? []) : [])),
  );
  const own = chineseCues(kind.cues.sure).filter((cue) => !fieldWords.has(cue));
  const cues = [...own, ...kindNouns(kind).filter((noun) => /s$/.test(noun))];
  return new RegExp(
    `(?:${[kind.title.zh, ...cues].map(escapeWord).join('|')})(?:出了|发了|印了|来了|收了|了|共|共计|:|\\s)*$|(?:${[...kindNouns(kind), ...sortNouns(kind), kind.counts.en, kind.id].map(escapeWord).join('|')})(?:\\s+[a-z]+ed)?(?:\\s+(?:from|by|about|to) (?:the )?[a-z]+)?(?:\\s+(?:today|yesterday|so far|(?:this|last) [a-z]+|on the [a-z]+))*\\s*:\\s*$`,
    'i',
  );
}

function cuesBehind(kind: RecordKind): RegExp {
  const cues = chineseCues([...kind.cues.sure, ...(kind.cues.likely ?? []), ...(kind.cues.maybe ?? [])]).filter(
    (cue) => cue.length > 1,
  );
  return new RegExp(`^[^,。;\\s]{0,6}(?:${cues.map(escapeWord).join('|')}|[会件案文课事])|^(?:的|都|已|被|要|全)`);
}

function chineseCues(cues: readonly (string | RegExp)[]): string[] {
  return cues.filter((cue): cue is string => typeof cue === 'string' && /[\u4e00-\u9fff]/.test(cue));
}

/** English says the thing itself where Chinese has a measure word: three lawsuits. */
function kindNouns(kind: RecordKind): string[] {
  const measured = new Set(Object.values(kind.fields).flatMap((field) => field.measureWords ?? []));
  return [...kind.cues.sure, ...(kind.cues.likely ?? [])].filter(
    (cue): cue is string =>
      typeof cue === 'string' && /^[a-z' -]+$/i.test(cue) && !/(?:ed|ing)$/.test(cue) && !measured.has(cue),
  );
}

const sortFields = ['category', 'column', 'docType'];

/** So does the sort of a thing, where its English name is a plural: 3 complaints, 2 speeches. */
function sortNouns(kind: RecordKind): string[] {
  const measured = new Set(Object.values(kind.fields).flatMap((field) => field.measureWords ?? []));
  const words = sortFields.flatMap((name) =>
    Object.values(kind.fields[name]?.choices ?? {}).flatMap((choice) => [choice.label.en, ...choice.words]),
  );
  return words.flatMap((word) => {
    if (!/^[a-z][a-z -]+$/i.test(word) || measured.has(word)) return [];
    if (/[^s]s$/.test(word)) return [word];
    return nouns.has(word.split(' ').at(-1)!) ? [word, plural(word)] : [];
  });
}

/** Sorts that are things one can count; news and the like have no plural of their own. */
const nouns: ReadonlySet<string> = new Set(
  'reply announcement decision complaint suggestion inquiry enquiry report speech guide document mechanism rule measure notice circular letter opinion news item piece paper article post budget chart brief digest lecture car vehicle repair purchase'.split(
    ' ',
  ),
);

function plural(word: string): string {
  if (/news$/.test(word)) return word;
  if (/[^aeiou]y$/.test(word)) return word.replace(/y$/, 'ies');
  return /(?:ch|sh|s|x)$/.test(word) ? `${word}es` : `${word}s`;
}

function fieldTarget(kind: RecordKind, name: string, field: Field): Target {
  // The figure of a named stock stands behind its name (联网单位156家).
  const names = field.required
    ? Object.values(kind.fields).flatMap((other) => (other.required ? (other.known ?? []) : []))
    : [];
  const words = [...(field.words ?? []), ...names.flatMap((known) => [known.label.zh, known.label.en, ...known.words])];
  const chinese = words.filter((word) => /[\u4e00-\u9fff]/.test(word));
  const others = words.filter((word) => !/[\u4e00-\u9fff]/.test(word) && word.length > 1);
  const list = [...chinese, ...others]
    .sort((a, b) => b.length - a.length)
    .map(escapeWord)
    .join('|');
  const counts = field.counts;
  return {
    name,
    before: list ? new RegExp(`(?:${list})(?:的|有|了|约|共|为|是|达|出|掉|好|:|\\s)*$`, 'i') : null,
    far: list ? new RegExp(`(?:${list})`, 'i') : null,
    own: counts && !generalAlone.test(counts.zh) ? measurePattern([counts.zh]) : null,
    behind: list
      ? new RegExp(`^\\s*(?:(?:have|has|were|was|are|is|been|all|of them|of which|of these) ){0,4}(?:${list})`, 'i')
      : null,
    measures: measurePattern(
      field.measureWords ?? (counts ? [counts.zh, counts.en].filter((word) => !generalAlone.test(word)) : []),
    ),
    isHeads: counts?.zh === '人次',
    percent: counts?.zh === '%',
    money: counts?.zh === '元',
  };
}

function measurePattern(words: readonly string[]): RegExp | null {
  const chinese = words.filter((word) => !/^[\x20-\x7e]+$/.test(word) || word === '%');
  const told = words.filter((word) => /^[\x20-\x7e]+$/.test(word) && word !== '%');
  // 1 hazard, 3 hazards.
  const english = told.flatMap((word) => (/^[a-z -]*[a-z]{3}[^s]s$/i.test(word) ? [word, singular(word)] : [word]));
  const zh = alternation(chinese);
  const en = alternation(english);
  const parts = [
    ...(zh ? [`\\s?(?:${zh})`] : []),
    ...(en
      ? [
          `\\s*[个件条篇场次批项]?\\s*(?:of (?:our|the|these|those|their|its|my) )?(?:(?!(?:on|of|in|for|with|about|to|at|from|by|and|over|were|was)\\s)[a-z'-]+\\s+){0,3}?(?:${en})`,
        ]
      : []),
  ];
  return parts.length > 0 ? new RegExp(`^(?:${parts.join('|')})`, 'i') : null;
}
