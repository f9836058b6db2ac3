/** All words by which a question can name a kind, its figures and the values of its fields, ready to be matched. */
import { kinds } from '../../kinds/all.ts';
import type { RecordKind } from '../../kinds/kind.ts';
import { pluralOf } from '../plural.ts';
import { askedWords } from './asked-words.ts';
import { type Found, type Matcher, matcher, weightOf } from './places.ts';

/** What a word can mean within a kind. */
export type Sense =
  | { readonly is: 'kind'; readonly sure: boolean }
  | { readonly is: 'measure'; readonly id: string }
  | { readonly is: 'value'; readonly field: string; readonly value: string }
  | { readonly is: 'field'; readonly field: string };

export interface KindWords {
  readonly kind: RecordKind;
  /** Names, figures and values are looked for apart, because one word can be within another (信息录用, 网站公开). */
  readonly senses: Readonly<Record<'names' | 'figures' | 'values', Matcher<readonly Sense[]>>>;
  readonly patterns: readonly { readonly pattern: RegExp; readonly sure: boolean }[];
  /** Words of this kind that no other kind knows: they point to it without naming it. */
  readonly own: ReadonlySet<string>;
}

/** States that are in no count unless they are asked for by name. */
const uncountedStates: Readonly<Record<string, readonly string[]>> = {
  cancelled: ['取消了', '取消', '取消的', '已取消', 'cancelled', 'canceled', 'called off'],
  withdrawn: ['撤了', '撤案', '撤案的', '已撤', '撤回', '撤回的', 'withdrawn'],
  planned: ['计划中', '计划中的', '已安排', '计划开', 'planned'],
  returned: ['退了', '退回', '退回的', '被退回', 'returned'],
};

/** What happened to a record on its way, asked for by name. */
const movedWords: Readonly<Record<string, readonly string[]>> = {
  extend: [
    '延期',
    '延期的',
    '延过期',
    '延过期的',
    '延过',
    '办理延期',
    '申请延期',
    '延了期',
    '延期过',
    '展期',
    'extended',
  ],
  redo: ['重办', '重办的', '重新办理', '返工', 'redone', 'redo'],
  merge: ['并案', '并案的', '并案办理', '合并办理', 'merged'],
  pause: ['暂停', '暂停的', 'paused'],
  suspend: ['中止', '中止的', 'suspended'],
};

/** What is done to a record, as an English noun (from acceptance to closing). */
const moveNouns: Readonly<Record<string, readonly string[]>> = {
  accept: ['acceptance'],
  assign: ['assignment'],
  close: ['closing', 'closure'],
  issue: ['issuance'],
  submit: ['submission'],
};

type Table = Map<string, Sense[]>;

function add(table: Table, word: string, sense: Sense): void {
  const key = word.toLowerCase().trim();
  // Other letters are more letters, not letters of another sort.
  if (key === 'other' || key === 'others') return;
  if (key.length === 0 || (key.length === 1 && sense.is !== 'measure' && sense.is !== 'kind')) return;
  table.set(key, [...(table.get(key) ?? []), sense]);
}

function tableOf(kind: RecordKind): Table {
  const table: Table = new Map();
  for (const title of [kind.title.zh, kind.title.en]) add(table, title, { is: 'kind', sure: true });
  for (const [sure, cues] of [
    [true, kind.cues.sure],
    [false, kind.cues.likely ?? []],
  ] as const) {
    for (const cue of cues) if (typeof cue === 'string') add(table, cue, { is: 'kind', sure });
  }
  for (const [id, measure] of Object.entries(kind.measures)) {
    const heads = measure.type === 'sum' && measure.unit.zh === '人次' ? ['人数', '总人数'] : [];
    for (const word of [measure.title.zh, measure.title.en, ...heads, ...measure.words]) {
      for (const form of [word, ...presentForms(word)]) add(table, form, { is: 'measure', id });
    }
  }
  for (const [name, field] of Object.entries(kind.fields)) {
    for (const word of [field.label.zh, field.label.en]) add(table, word, { is: 'field', field: name });
    if (field.type === 'unit' || field.type === 'units') {
      for (const word of field.words ?? []) if (weightOf(word) >= 2) add(table, word, { is: 'field', field: name });
    }
    for (const [value, choice] of Object.entries(field.choices ?? {})) {
      if (choice.label.zh.length === 1)
        table.set(choice.label.zh, [...(table.get(choice.label.zh) ?? []), { is: 'value', field: name, value }]);
      for (const word of [choice.label.zh, choice.label.en, ...choice.words])
        for (const form of [word, pluralOf(word.toLowerCase())])
          if (form) add(table, form, { is: 'value', field: name, value });
    }
    for (const known of field.known ?? []) {
      // Measure words (家, 台) are no names.
      if (known.label.zh.length === 1) continue;
      for (const word of [known.label.zh, known.label.en, ...known.words]) {
        add(table, word, { is: 'value', field: name, value: known.label.zh });
      }
    }
  }
  for (const [id, measure] of Object.entries(kind.measures)) {
    if (measure.type !== 'count') continue;
    for (const noun of moveNouns[measure.by] ?? []) if (!table.has(noun)) add(table, noun, { is: 'measure', id });
  }
  const { figures = {}, values = {} } = askedWords[kind.id] ?? {};
  for (const [id, words] of Object.entries(figures)) for (const word of words) add(table, word, { is: 'measure', id });
  for (const [place, words] of Object.entries(values)) {
    const [field = '', value = ''] = place.split('=');
    for (const word of words) add(table, word, { is: 'value', field, value });
  }
  for (const word of askedWords[kind.id]?.topics ?? []) table.delete(word);
  for (const [state, words] of Object.entries(uncountedStates)) {
    if (!Object.hasOwn(kind.life.states, state)) continue;
    for (const word of words) if (!table.has(word)) add(table, word, { is: 'value', field: 'status', value: state });
  }
  for (const [move, words] of Object.entries(movedWords)) {
    if (!Object.hasOwn(kind.life.moves, move)) continue;
    for (const word of words) if (!table.has(word)) add(table, word, { is: 'value', field: 'moved', value: move });
  }
  return table;
}

/** issued is asked for as "did we issue" too. */
function presentForms(word: string): string[] {
  if (!/^[a-z]{3,}ed$/.test(word)) return [];
  const stem = word.slice(0, -2).replace(/([bdgmnpt])\1$/, '$1');
  return [
    /(?:i)$/.test(stem)
      ? `${stem.slice(0, -1)}y`
      : /(?:[sv]|[^aeiou]at|ir|in|ut|et|er|os|su)$/.test(stem)
        ? `${stem}e`
        : stem,
  ];
}

function build(): readonly KindWords[] {
  const tables = kinds.map((kind) => ({ kind, table: tableOf(kind) }));
  const known = new Map<string, number>();
  for (const { table } of tables) for (const word of table.keys()) known.set(word, (known.get(word) ?? 0) + 1);
  return tables.map(({ kind, table }) => ({
    kind,
    senses: {
      names: part(table, ['kind']),
      figures: part(table, ['measure']),
      values: part(table, ['value', 'field']),
    },
    patterns: patternsOf(kind),
    own: new Set([...table.keys()].filter((word) => known.get(word) === 1)),
  }));
}

function part(table: Table, sorts: readonly Sense['is'][]): Matcher<readonly Sense[]> {
  const rows = [...table].map(([word, senses]) => [word, senses.filter((sense) => sorts.includes(sense.is))] as const);
  return matcher(rows.filter(([, senses]) => senses.length > 0));
}

function patternsOf(kind: RecordKind): KindWords['patterns'] {
  const of = (cues: RecordKind['cues']['sure'], sure: boolean) =>
    cues.flatMap((cue) => (cue instanceof RegExp ? [{ pattern: cue, sure }] : []));
  return [
    ...of(kind.cues.sure, true),
    ...of(kind.cues.likely ?? [], false),
    ...of(askedWords[kind.id]?.names ?? [], false),
  ];
}

let built: readonly KindWords[] | undefined;

/** Built once, when the first question comes. */
export function kindWords(): readonly KindWords[] {
  built ??= build();
  return built;
}

export type Token = Found<readonly Sense[]>;
