/** What a kind of record declares: its words, fields, life, deadlines and measures, as plain values without I/O. */
import type { Lang, Text } from '../reply.ts';
import type { Day } from '../time/day.ts';
import type { RuleId } from '../time/deadline.ts';

/** How exact a number is: exact, 余/多, 约/左右, 近/不足. */
export type Precision = 'exact' | 'over' | 'about' | 'under';

/** A field's value; a number that is not exact carries its precision. */
export type Value = string | number | readonly string[] | { readonly value: number; readonly precision: Precision };

export interface Choice {
  readonly label: Text;
  /** How people say it, besides the label; Chinese and English, longest is tried first. */
  readonly words: readonly string[];
  /** Words that mean it only where no other value is named (食堂 in 食堂的冰柜坏了). */
  readonly faint?: readonly string[];
}

export interface Field {
  readonly label: Text;
  /**
   * `unit` is one organisation, `units` several, `person` a leader with his title, `code` a number given by others
   * (37号, 政办发〔2026〕12号), `list` free words.
   */
  readonly type: 'text' | 'number' | 'choice' | 'unit' | 'units' | 'person' | 'code' | 'list';
  /** Words that name the field in a message or a question (发现问题, 参会人次, problems). */
  readonly words?: readonly string[];
  readonly choices?: Readonly<Record<string, Choice>>;
  /** Usual values of a free text, tried first. */
  readonly known?: readonly Choice[];
  /** The measure word shown behind a number (人次). */
  readonly counts?: Text;
  /** Measure words by which a number in a message is taken for this field (人次, 人, 位). */
  readonly measureWords?: readonly string[];
  /** Asked for when nothing was said. */
  readonly required?: true;
  /** Taken when nothing was said; marked on the receipt. */
  readonly assumed?: string;
  /** Never sent to a model, never in a summary. */
  readonly personal?: true;
  /** Known only some time after the record was told (整改了11个). */
  readonly later?: true;
  /** Gets an index of its own, because people look records up by it. */
  readonly indexed?: true;
  /** The record's column `unit` under this kind's own name (leadUnit, from, respondent). */
  readonly isUnit?: true;
}

export interface State {
  readonly label: Text;
  /** Planned, drafted and cancelled records are in no count. */
  readonly counted: boolean;
  /** Still waiting for the office or a unit to act. */
  readonly open: boolean;
}

export interface Move {
  readonly label: Text;
  /** How people say that it happened (办结, 结案, closed). */
  readonly words: readonly string[];
  /** States it leads out of; empty: any. */
  readonly from: readonly string[];
  /** The state it leads to; none: the state stays. */
  readonly to?: string;
  /** Shown over the main state until `resume` (extended, paused, suspended). */
  readonly overlay?: string;
  /** Fields usually told together with it. */
  readonly sets?: readonly string[];
}

export interface Life {
  /** The state of a record of which nothing is said. */
  readonly first: string;
  readonly states: Readonly<Record<string, State>>;
  readonly moves: Readonly<Record<string, Move>>;
}

/** Which records a measure looks at; all conditions hold together. */
export interface Where {
  /** Field (or `status`, `unit`) is one of these values. */
  readonly fields?: Readonly<Record<string, readonly string[]>>;
  /** These fields are filled. */
  readonly filled?: readonly string[];
  /** These moves have happened (and were not undone) by the day of the answer. */
  readonly moved?: readonly string[];
  /** This move happened, not after the due day. */
  readonly onTime?: string;
  readonly open?: boolean;
  /** Due before the day of the answer and still open. */
  readonly overdue?: boolean;
  readonly anyOf?: readonly Where[];
  readonly not?: Where;
}

/**
 * A named figure with its definition.
 * `by` says which day places a record in a period: `on`, or the day of a move (`assign`, `close`).
 */
export type Measure = {
  readonly title: Text;
  readonly definition: Text;
  /** How people ask for it; the longest match wins. */
  readonly words: readonly string[];
  readonly unit: Text;
} & (
  | { readonly type: 'count'; readonly by: string; readonly where?: Where }
  | { readonly type: 'sum'; readonly by: string; readonly field: string; readonly where?: Where }
  | {
      readonly type: 'rate';
      readonly by: string;
      readonly numerator: Where;
      readonly denominator: Where;
      /** A second rate always told along (回收率 with 满意率): its measure id. */
      readonly along?: string;
    }
  | { readonly type: 'ratio'; readonly by: string; readonly numerator: string; readonly denominator: string }
  | { readonly type: 'latest'; readonly field: string; readonly growth?: boolean }
  | { readonly type: 'duration'; readonly from: string; readonly to: string }
);

/** A clock set by law: which rule, what starts it, what stops it. */
export interface Clock {
  readonly rule: RuleId;
  readonly from: string;
  readonly until: readonly string[];
  readonly where?: Where;
}

/** A sentence and what is recorded from it; said on `exampleDay`. Test, help and prompt in one. */
export interface Example {
  readonly lang: Lang;
  readonly text: string;
  readonly records: readonly {
    readonly on?: Day;
    readonly until?: Day;
    readonly quantity?: number;
    readonly precision?: Precision;
    readonly unit?: string;
    readonly status?: string;
    readonly fields?: Readonly<Record<string, Value>>;
  }[];
}

/** The Friday on which all example sentences are said. */
export const exampleDay: Day = '2026-11-20';

/** How the ear knows the kind. Texts are matched as they stand (English without regard to case, on word borders). */
export interface Cues {
  /** Name the kind beyond doubt (政协提案, 行政复议). */
  readonly sure: readonly (string | RegExp)[];
  /** Usually mean the kind (提案, 督查). */
  readonly likely?: readonly (string | RegExp)[];
  /** Point to it when nothing better does (来了, 看了). */
  readonly maybe?: readonly (string | RegExp)[];
  /** What is done, for kinds whose names are everyday things: 食堂今天有鱼 tells of no work. A count does as well. */
  readonly deed?: RegExp;
  /** Where one of these stands, the kind is another (督查科成立 is no inspection). */
  readonly never?: readonly RegExp[];
}

export interface RecordKind {
  readonly id: string;
  readonly title: Text;
  /** The counting word of a record (件). */
  readonly counts: Text;
  /** Other counting words people use for it in a message (宗, 个, 只). */
  readonly alsoCounted?: readonly string[];
  /** The prefix of its numbers (案 in 案-2026-037). */
  readonly prefix: string;
  readonly cues: Cues;
  readonly fields: Readonly<Record<string, Field>>;
  readonly life: Life;
  readonly clocks?: readonly Clock[];
  readonly measures: Readonly<Record<string, Measure>>;
  /** The measure meant by "how many" of the kind: its id. */
  readonly main: string;
  /** Measures a summary may rely on, in reading order: their ids. */
  readonly facts: readonly string[];
  readonly examples: readonly Example[];
}

/** Declares a kind: the value as it is, with `planned` and the moves every kind has. */
export function defineKind(kind: RecordKind): RecordKind {
  return {
    ...kind,
    life: {
      first: kind.life.first,
      states: { planned, ...kind.life.states, withdrawn },
      moves: { ...everyMove(kind.life), ...kind.life.moves },
    },
  };
}

/** A life of one state: what is told is done. */
export const logged: Life = {
  first: 'logged',
  states: { logged: { label: { zh: '已记', en: 'logged' }, counted: true, open: false } },
  moves: {},
};

/** A life that is planned and then held. */
export const held: Life = {
  first: 'held',
  states: {
    held: { label: { zh: '已举行', en: 'held' }, counted: true, open: false },
    cancelled: { label: { zh: '已取消', en: 'cancelled' }, counted: false, open: false },
  },
  moves: {
    hold: {
      label: { zh: '举行', en: 'held' },
      words: [
        '开了',
        '开完',
        '召开了',
        '开过了',
        '举行了',
        '如期举行',
        '办了',
        '结束了',
        'was held',
        'took place',
        'has been held',
        'went ahead',
        'went off well',
      ],
      from: ['planned'],
      to: 'held',
    },
    cancel: {
      label: { zh: '取消', en: 'cancelled' },
      words: ['取消', '不开了', '不办了', '不来了', 'cancelled', 'canceled', 'called off', 'not coming', 'scrapped'],
      from: ['planned'],
      to: 'cancelled',
    },
  },
};

const planned: State = { label: { zh: '计划', en: 'planned' }, counted: false, open: true };
const withdrawn: State = { label: { zh: '已撤', en: 'withdrawn' }, counted: false, open: false };

function everyMove(life: Life): Record<string, Move> {
  return {
    log: { label: { zh: '登记', en: 'logged' }, words: [], from: ['planned'], to: life.first },
    amend: { label: { zh: '更正', en: 'amended' }, words: [], from: [] },
    withdraw: {
      label: { zh: '撤销', en: 'withdrawn' },
      words: ['撤案', '撤回', 'withdrawn'],
      from: [],
      to: 'withdrawn',
    },
    restore: { label: { zh: '恢复', en: 'restored' }, words: [], from: ['withdrawn'] },
    undo: { label: { zh: '撤销操作', en: 'undone' }, words: [], from: [] },
  };
}

/** A field of the kind, or undefined. */
export function fieldOf(kind: RecordKind, name: string): Field | undefined {
  return Object.hasOwn(kind.fields, name) ? kind.fields[name] : undefined;
}

/** The field that names the record's unit in this kind (`leadUnit`, `from`, `respondent`), else undefined. */
export function unitFieldOf(kind: RecordKind): string | undefined {
  return Object.entries(kind.fields).find(([, field]) => field.isUnit)?.[0];
}

/** The label of a value in the reader's language: a choice's or a usual value's label, the value itself otherwise. */
export function valueLabel(field: Field | undefined, value: Value, lang: Lang): string {
  if (typeof value === 'object' && 'value' in value) return preciseLabel(value.value, value.precision, lang);
  if (typeof value === 'object')
    return value.map((part) => valueLabel(field, part, lang)).join(lang === 'zh' ? '、' : ', ');
  // Usual values of a free text are stored under their Chinese label.
  const choice = field?.choices?.[String(value)] ?? field?.known?.find((known) => known.label.zh === value);
  return choice ? choice.label[lang] : String(value);
}

/** 500余 / over 500; the measure word follows outside. */
export function preciseLabel(value: number, precision: Precision, lang: Lang): string {
  const digits = lang === 'en' ? grouped(value) : String(value);
  switch (precision) {
    case 'exact':
      return digits;
    case 'over':
      return lang === 'zh' ? `${digits}余` : `over ${digits}`;
    case 'about':
      return lang === 'zh' ? `约${digits}` : `about ${digits}`;
    case 'under':
      return lang === 'zh' ? `近${digits}` : `nearly ${digits}`;
  }
}

/** 24,000 in English; four digits, as years have, are left alone. */
export function grouped(value: number): string {
  const [whole = '', part] = String(value).split('.');
  const told = whole.replace('-', '').length > 4 ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole;
  return part === undefined ? told : `${told}.${part}`;
}

/** A number with its counting word: 3次, 1 inspection, over 500 items. */
export function countedLabel(value: number, precision: Precision, counts: { unit: Text; lang: Lang }): string {
  const { unit, lang } = counts;
  const number = preciseLabel(value, precision, lang);
  if (lang === 'zh') return `${number}${unit.zh}`;
  return `${number} ${value === 1 && precision === 'exact' ? singular(unit.en) : unit.en}`;
}

/** What one record of the kind is called: a letter, where the kind is letters. */
export function oneOf(kind: RecordKind, lang: Lang): string {
  return lang === 'zh' ? kind.title.zh : singular(kind.title.en);
}

/** 1 person, 1 reply: the counting word of one. */
export function singular(english: string): string {
  if (english === 'people') return 'person';
  return english.replace(/ies$/, 'y').replace(/(?<!s)s$/, '');
}

/** The number in a value, and how exact it is; undefined for what is no number. */
export function numberIn(value: Value | undefined): { value: number; precision: Precision } | undefined {
  if (typeof value === 'number') return { value, precision: 'exact' };
  if (typeof value === 'object' && 'value' in value) return { value: value.value, precision: value.precision };
  return undefined;
}

/** What a sum of such numbers may be called: exact only when all are; 余 stays 余 when nothing else is mixed in. */
export function sumPrecision(parts: Iterable<Precision>): Precision {
  const kinds = new Set(parts);
  kinds.delete('exact');
  if (kinds.size === 0) return 'exact';
  if (kinds.size === 1 && kinds.has('over')) return 'over';
  return 'about';
}
