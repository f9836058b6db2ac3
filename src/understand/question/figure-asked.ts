/** Turns what a kind explains of a question into a figure: which measure, under which conditions, parted by which field. */
import type { AskedFigure, AskedFilter } from '../../intents/ask-shape.ts';
import type { Measure, RecordKind } from '../../kinds/kind.ts';
import type { Frame } from './frame.ts';
import type { KindReading } from './kind-reading.ts';
import { overlap, type Span } from './places.ts';

export interface FigureAsked {
  readonly figure: AskedFigure;
  readonly measure: Measure;
  /** The part of the group that the kind knows: a field, `unit`, `month`. */
  readonly group?: string;
  /** Conditions that come with the group (只看镇街). */
  readonly unitsOnly?: AskedFilter;
}

const roleNames = /^(?:主办|会办|承办|协办|牵头|独办|lead|assigned|handled)$/;
const waitingWords =
  /(?:还没|尚未|没有?|未)(?:有)?(?:被)?(?:办结|办完|办好|办理完|完成|答复|回复|办复|批复|批|销号|处理|审结|整改|回|反馈|了结|结案|结)|在办|未结|在途|待办|\b(?:open|outstanding|pending|unfinished|unresolved|unanswered|not yet|still to|not closed|not replied|not answered|waiting|awaiting|without an? (?:reply|answer)|yet to be|unreplied)\b/;
const overdueWords = /逾期|超期|过期|超时|拖期|误期|\b(?:overdue|past due)\b/;
const durationWords =
  /平均.{0,4}(?:天数|时长|用时)|中位数|平均(?:要|用了?|花了?|多少|几|需要?)?(?:多少|几)?(?:个)?(?:天|日|时长|时间|用时)|多少天|几天|多久|多长时间|用时|时长|\b(?:how long|days|duration|time to)\b/;
const growthWords = /新增|增加|净增|增长|多了|增了|又接|\b(?:added|growth|increase|grown?|new)\b/;
const aheadOfMain = /^(?:的|里面?|中|当中)/;

export function figureAsked(reading: KindReading, frame: Frame): FigureAsked {
  const { kind } = reading.words;
  const picked = pickMeasure(reading, frame);
  const measure = contradicted(kind.measures[picked.id]!, reading.values) ? { ...picked, id: kind.main } : picked;
  const declared = kind.measures[measure.id]!;
  const group = frame.group && groupField(kind, frame.group, frame.text);
  const filters = [
    ...withLevels(reading.values, frame.text).filter((value) => !saidByMeasure(value, declared)),
    ...measure.filters,
    ...unitFilters(kind, frame),
    ...peopleFilters(kind, frame),
    ...frame.titles.map((title) => ({
      field: kind.fields.journal ? 'journal' : 'words',
      values: [title],
      said: title,
    })),
    ...reading.unknown.map(({ word }) => wordFilter(kind, word)),
  ];
  const parted = group ?? valuesParted(reading, frame);
  return {
    figure: { kind: kind.id, measure: measure.id, filters: filters.slice(0, 8) },
    measure: declared,
    ...(parted && { group: parted }),
    ...(frame.group && townFilter(frame.group.word) && { unitsOnly: townFilter(frame.group.word)! }),
  };
}

const levels = ['national', 'provincial', 'municipal', 'district', 'town'];
const levelNames: Readonly<Record<string, string>> = {
  国: 'national',
  国家: 'national',
  省: 'provincial',
  市: 'municipal',
  区: 'district',
  县: 'district',
};

/** 市级以上 is the city and all above it; 省市领导 both of them. */
function withLevels(values: readonly AskedFilter[], text: string): readonly AskedFilter[] {
  const above = /(国家|省|市|区|县)(?:厅|部|处|局)?级?(?:领导)?[及含]?以上/.exec(text);
  const both = /(国家|省)[、和及]?(省|市)(?:级|里|两级)?(?:领导)?/.exec(text);
  const named = above
    ? levels.slice(0, levels.indexOf(levelNames[above[1]!]!) + 1)
    : both
      ? [levelNames[both[1]!]!, levelNames[both[2]!]!]
      : [];
  if (named.length === 0 || !values.some((value) => value.field === 'level')) return values;
  return values.map((value) =>
    value.field === 'level' ? { ...value, values: named, said: (above ?? both)![0] } : value,
  );
}

const townWords = /^(?:街道|镇|乡|镇街|乡镇|街镇)$/;

/** 街道 alone is a sort of unit, 火星街道 a unit, anything else a word to be looked for. */
function wordFilter(kind: RecordKind, word: string): AskedFilter {
  if (townWords.test(word))
    return { field: 'town', values: [/^(?:街道|镇|乡)$/.test(word) ? word : 'yes'], said: word };
  const field = /(?:街道|镇|乡|局)$/.test(word) ? unitField(kind, undefined) : 'words';
  return { field, values: [word], said: word };
}

interface Picked {
  readonly id: string;
  readonly filters: readonly AskedFilter[];
}

function pickMeasure(reading: KindReading, frame: Frame): Picked {
  const { kind } = reading.words;
  const { text } = frame;
  const plain = (id: string): Picked => ({ id, filters: [] });
  const said = reading.measures.filter((one) => !roleNames.test(one.word));
  const named = said.length > 0 ? said : reading.measures;
  const of = (id: string) => kind.measures[id];
  const rate = named.find((one) => ['rate', 'ratio'].includes(of(one.id)?.type ?? ''));
  if (rate) return plain(rate.id);
  const share = shareWords.test(text) ? shareMeasure(kind, reading) : undefined;
  if (share) return plain(share);
  if (of(kind.main)?.type === 'latest') return plain(stockMeasure(kind, text));
  const timed = durationWords.test(text) && !frame.due ? durationMeasure(kind, named, text) : undefined;
  if (timed) return plain(timed);
  if (overdueWords.test(text)) return stateMeasure(kind, 'overdue');
  if (waitingWords.test(text) || frame.due) {
    const waiting = named.find((one) => of(one.id)?.type === 'count' && isWaitingMeasure(of(one.id)!));
    return waiting && !frame.due ? plain(waiting.id) : stateMeasure(kind, 'open');
  }
  const first = named[0];
  if (!first) return plain(reading.counted.length === 1 ? reading.counted[0]! : kind.main);
  const within = closedAmong(kind, named, text);
  return within ?? plain(first.id);
}

const shareWords = /率|占比|比例|比重|几成|百分之几|\b(?:rate|share|percentage)\b/;

/** A类提案占比: the rate that measures just this value. */
function shareMeasure(kind: RecordKind, reading: KindReading): string | undefined {
  return Object.entries(kind.measures).find(([, measure]) => {
    if (measure.type !== 'rate') return false;
    const parts = Object.entries(measure.numerator.fields ?? {});
    return (
      parts.length === 1 &&
      reading.values.some(({ field, values }) => field === parts[0]![0] && values.join() === parts[0]![1].join())
    );
  })?.[0];
}

function isWaitingMeasure(measure: Measure): boolean {
  return measure.type === 'count' && Boolean(measure.where?.open || measure.where?.not);
}

function stateMeasure(kind: RecordKind, state: 'open' | 'overdue'): Picked {
  if (kind.measures[state]) return { id: state, filters: [] };
  return { id: kind.main, filters: [{ field: 'state', values: [state] }] };
}

function stockMeasure(kind: RecordKind, text: string): string {
  const growth = Object.entries(kind.measures).find(([, measure]) => measure.type === 'latest' && measure.growth);
  return growth && growthWords.test(text) ? growth[0] : kind.main;
}

/** 平均几天 alone is the kind's first duration; beside 答复 or 办结 the one that ends so. */
function durationMeasure(kind: RecordKind, named: KindReading['measures'], text: string): string | undefined {
  const durations = Object.entries(kind.measures).filter(([, measure]) => measure.type === 'duration');
  const ends = named.flatMap(({ id }) => {
    const measure = kind.measures[id];
    return measure?.type === 'count' ? measure.by : [];
  });
  const told = named.find(({ id }) => kind.measures[id]?.type === 'duration');
  const fitting = durations.find(([, measure]) => measure.type === 'duration' && ends.includes(measure.to));
  const ended = durations.find(
    ([, measure]) =>
      measure.type === 'duration' &&
      (kind.life.moves[measure.to]?.words ?? []).some((word) => text.includes(word.toLowerCase())),
  );
  return (
    (told && /[复结用]|repl|clos/.test(told.word) ? told.id : undefined) ??
    fitting?.[0] ??
    ended?.[0] ??
    told?.id ??
    durations[0]?.[0]
  );
}

/** 去年交办的提案办结了几件: of those that were assigned, the ones now closed. */
function closedAmong(kind: RecordKind, named: KindReading['measures'], text: string): Picked | undefined {
  const base = named.find((one) => {
    const measure = kind.measures[one.id];
    return (
      measure?.type === 'count' &&
      ['on', 'assign'].includes(measure.by) &&
      !measure.where &&
      aheadOfMain.test(text.slice(one.span.end))
    );
  });
  const done = named.find((one) => {
    const measure = kind.measures[one.id];
    return measure?.type === 'count' && measure.where?.fields?.status && !['on', 'assign'].includes(measure.by);
  });
  if (!base || !done || base.span.start > done.span.start || /率/.test(text)) return undefined;
  const measure = kind.measures[done.id]!;
  const states = measure.type === 'count' ? measure.where?.fields?.status : undefined;
  return states && { id: base.id, filters: [{ field: 'status', values: [...states] }] };
}

/** A value that only repeats what the measure is of (食堂就餐人次: category canteen). */
function saidByMeasure(value: AskedFilter, measure: Measure): boolean {
  if (measure.type === 'rate' && sameValues(measure.numerator.fields?.[value.field], value.values)) return true;
  const where = measure.type === 'count' || measure.type === 'sum' ? measure.where?.fields?.[value.field] : undefined;
  return where !== undefined && value.values.every((one) => where.includes(one));
}

/** 未备案几件 asks for what the figure of 备案 leaves out. */
function contradicted(measure: Measure, values: readonly AskedFilter[]): boolean {
  if (measure.type !== 'count') return false;
  return values.some(({ field, values: said }) => {
    const counted = measure.where?.fields?.[field];
    return counted !== undefined && !said.some((one) => counted.includes(one));
  });
}

function sameValues(a: readonly string[] | undefined, b: readonly string[]): boolean {
  return a !== undefined && a.join() === b.join();
}

const roles: readonly (readonly [RegExp, string])[] = [
  [/会办|协办|配合|\b(?:co-?units?|co-?handle[ds]?|jointly handled|assist\w*|support\w*)\b/, 'co'],
  [/主办|牵头|独办|\b(?:lead|led)\b/, 'lead'],
  [/承办|办理|经办|\b(?:handled|undertaken|handles?)\b/, 'any'],
];

function unitFilters(kind: RecordKind, frame: Frame): AskedFilter[] {
  if (frame.units.length === 0) return [];
  const role = roles.find(([pattern]) => pattern.test(frame.text))?.[1];
  const field = unitField(kind, role);
  return [
    { field, values: frame.units.map((unit) => unit.value), said: frame.units.map((unit) => unit.word).join('、') },
  ];
}

function unitField(kind: RecordKind, role: string | undefined): string {
  const several = Object.entries(kind.fields).find(([, field]) => field.type === 'units')?.[0];
  const single = Object.values(kind.fields).some((field) => field.isUnit);
  const sender = Object.entries(kind.fields).find(
    ([name, field]) => !field.isUnit && (field.type === 'unit' || name === 'from'),
  )?.[0];
  if (!single && sender) return sender;
  if (several && (role === 'co' || !single)) return several;
  return several && role === 'any' ? 'anyUnit' : 'unit';
}

function peopleFilters(kind: RecordKind, frame: Frame): AskedFilter[] {
  if (frame.people.length === 0) return [];
  const field = Object.entries(kind.fields).find(([, one]) => one.type === 'person')?.[0];
  const values = frame.people.map((person) => person.value);
  return [{ field: field ?? 'words', values, said: values.join('、') }];
}

const unitWords = /单位|部门|局|镇|街|乡|被申请人/;
/** What a group word means where the kind has several fields it could be. */
const groupNames: Readonly<Record<string, readonly string[]>> = {
  类别: ['category', 'docType', 'column', 'source', 'nature', 'area', 'mode', 'reply', 'change', 'level'],
  类型: ['category', 'docType', 'mode', 'nature', 'area', 'column', 'source', 'reply', 'change'],
  种类: ['category', 'docType', 'mode', 'nature', 'area', 'column', 'source', 'reply', 'change'],
  类: ['category', 'docType', 'resultClass', 'column', 'nature', 'area', 'mode', 'source', 'reply'],
  问题: ['category', 'area', 'topic', 'source'],
  专题: ['topic'],
  主题: ['topic', 'category'],
  级别: ['level'],
  层级: ['level'],
  级: ['level'],
  水平: ['level'],
  来源: ['source', 'from', 'channel'],
  刊物: ['journal'],
  期刊: ['journal'],
  渠道: ['channel'],
  栏目: ['column'],
  方式: ['mode', 'channel', 'procedure'],
  状态: ['status'],
  进度: ['pace', 'status'],
  文种: ['docType'],
  领域: ['category', 'area'],
  办理结果: ['resultClass', 'outcome', 'decision'],
  结果: ['resultClass', 'outcome', 'decision', 'reply', 'status'],
  结案方式: ['outcome'],
  领导: ['leader'],
  满意度: ['satisfaction'],
  紧急程度: ['urgency'],
  缓急程度: ['urgency'],
  性质: ['nature'],
  载体: ['carrier'],
  用途: ['purpose'],
  程序: ['procedure'],
  变动: ['change'],
};

/** The field of the kind a group word stands for; nothing when the kind has none. */
export function groupField(kind: RecordKind, group: NonNullable<Frame['group']>, text: string): string | undefined {
  if (group.step) return group.step;
  if (/科室/.test(group.word)) return 'section';
  if (unitWords.test(group.word)) {
    const role = roles.find(([pattern]) => pattern.test(text))?.[1];
    return unitField(kind, /承办|any/.test(group.word) ? 'any' : role);
  }
  const named = Object.entries(kind.fields).find(([, field]) => field.label.zh === group.word)?.[0];
  const usual = groupNames[group.word]?.find((name) => name === 'status' || Object.hasOwn(kind.fields, name));
  return named && named !== 'category' ? named : (usual ?? named);
}

/** 各局 leaves the towns out, 各镇街 everything else. */
function townFilter(word: string): AskedFilter | undefined {
  if (/镇|街|乡/.test(word)) return { field: 'town', values: ['yes'] };
  if (/^(?:局|局办|委办局)$/.test(word)) return { field: 'town', values: ['yes'], not: true };
  return undefined;
}

/** 建议和提案各多少: parted by the field whose values are named. */
function valuesParted(reading: KindReading, frame: Frame): string | undefined {
  return frame.each ? reading.values.find((value) => value.values.length > 1)?.field : undefined;
}

/** Whether a span of the text is explained by the reading. */
export function explains(reading: KindReading, span: Span): boolean {
  return reading.spans.some((own) => overlap(own, span));
}
