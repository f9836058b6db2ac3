/** Turns what a kind explains of a question into a figure: which measure, under which conditions, parted by which field. */
import type { AskedFigure, AskedFilter } from '../../intents/ask-shape.ts';
import type { Measure, RecordKind } from '../../kinds/kind.ts';
import { countedIn, wordsCounted } from './counted-asked.ts';
import type { Frame } from './frame.ts';
import { groupField, keptAndLeft, townFilter, unitField, unitFilters } from './group-field.ts';
import type { KindReading } from './kind-reading.ts';
import { leftOut } from './left-out.ts';
import { limitFilter } from './limits-asked.ts';
import { pickMeasure } from './measure-picked.ts';
import { moneyWords } from './money-words.ts';
import type { Span } from './places.ts';

export interface FigureAsked {
  readonly figure: AskedFigure;
  readonly measure: Measure;
  /** The part of the group that the kind knows: a field, `unit`, `month`. */
  readonly group?: string;
  /** Conditions that come with the group (只看镇街). */
  readonly unitsOnly?: AskedFilter;
}

export function figureAsked(said: KindReading, frame: Frame): FigureAsked {
  const { kind } = said.words;
  const limits = frame.limits.flatMap((limit) => limitFilter(kind, limit, frame.text) ?? []);
  const reading = limits.length > 0 ? withoutLimited(said, frame, limits) : said;
  const picked = pickMeasure(reading, frame);
  const excepted = exceptedBy(kind, picked.id, frame.text, reading);
  const measure = excepted
    ? { id: kind.main, filters: [excepted] }
    : contradicted(kind.measures[picked.id]!, reading.values)
      ? { ...picked, id: kind.main }
      : picked;
  const declared = kind.measures[measure.id]!;
  const places = frame.group && visits.test(frame.text) ? townFilter(frame.group.word) : undefined;
  const asked = frame.group && !places && groupField(kind, frame.group, { text: frame.text, values: reading.values });
  const group = asked || undefined;
  const filters = [
    ...withLevels(reading.values, frame.text)
      .map((value) => withoutMoney(value, declared))
      .filter((value) => value.not || !saidByMeasure(value, declared)),
    ...measure.filters,
    ...limits,
    ...narrowedBy(reading, declared, frame.text).filter(
      ({ field }) => !measure.filters.some((filter) => filter.field === field),
    ),
    ...unitFilters(kind, frame),
    ...peopleFilters(kind, frame),
    ...frame.titles.map((title) => ({
      field: kind.fields.journal ? 'journal' : 'words',
      values: [title],
      said: title,
    })),
    ...reading.unknown.map(({ word, not }) => ({ ...wordFilter(kind, word), ...(not && { not }) })),
  ];
  const parted = group ?? unitsParted(kind, frame) ?? valuesParted(reading, frame);
  return {
    figure: { kind: kind.id, measure: measure.id, filters: filters.slice(0, 8) },
    measure: declared,
    ...(parted && { group: parted }),
    ...(frame.group && townFilter(frame.group.word) && { unitsOnly: townFilter(frame.group.word)! }),
  };
}

/** 发现问题超过3个的督查: the sum named beside a limit belongs to it, and is not what is asked for. */
function withoutLimited(reading: KindReading, frame: Frame, limits: readonly AskedFilter[]): KindReading {
  const beside = ({ start, end }: Span) =>
    frame.limits.some((limit) => Math.abs(limit.start - end) <= 2 || Math.abs(start - limit.end) <= 2);
  const counted = wordsCounted(frame.text);
  const own = reading.words.kind.counts.zh;
  const measures = reading.measures.filter(({ id, span }) => {
    const measure = reading.words.kind.measures[id];
    // 发现问题5个以上的督查发现问题多少个: it is asked for after all.
    if (measure && measure.unit.zh !== own && counted.some((word) => countedIn(measure.unit.zh, word))) return true;
    return !(measure?.type === 'sum' && limits.some(({ field }) => field === measure.field) && beside(span));
  });
  return { ...reading, measures };
}

/** 到各镇街督查环境整治几次: where one went, not what it is parted by. */
const visits = /(?:到|赴|去|下)各/;

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

const townWords =
  /^(?:街道[和、及与]?(?:乡镇|镇乡|镇)|镇街乡|街道|镇|乡|镇街|乡镇|街镇|towns?|townships?|subdistricts?)$/;

/** 街道 alone is a sort of unit, 火星街道 a unit, anything else a word to be looked for. */
function wordFilter(kind: RecordKind, word: string): AskedFilter {
  if (townWords.test(word))
    return { field: 'town', values: [/^(?:街道|镇|乡)$/.test(word) ? word : 'yes'], said: word };
  const field = /(?:街道|镇|乡|局)$/.test(word) ? unitField(kind, undefined) : 'words';
  return { field, values: [word], said: word };
}

/** 除常务会外几场: what a figure is of is left out instead. */
function exceptedBy(kind: RecordKind, id: string, text: string, reading: KindReading): AskedFilter | undefined {
  const measure = kind.measures[id]!;
  const fields = measure.type === 'count' ? Object.entries(measure.where?.fields ?? {}) : [];
  const [only] = fields;
  const named = reading.measures.find((one) => one.id === id);
  if (!named || !only || fields.length > 1 || only[0] === 'status') return undefined;
  return leftOut(text, [named.span]).out.size > 0
    ? { field: only[0], values: [...only[1]], said: named.word, not: true }
    : undefined;
}

/** repair costs: beside the sum that is asked for, the word for money is no category of its own. */
function withoutMoney(value: AskedFilter, measure: Measure): AskedFilter {
  const words = (value.said ?? '').split('、');
  if (measure.type !== 'sum' || measure.unit.zh !== '元' || value.values.length < 2) return value;
  const kept = value.values.filter((_, index) => !moneyWords.test(words[index] ?? ''));
  return kept.length === 0 ? value : { ...value, values: kept };
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
  return values.some(({ field, values: said, not = false }) => {
    const counted = measure.where?.fields?.[field];
    return counted !== undefined && said.some((one) => counted.includes(one)) === not;
  });
}

/** 维修花了多少钱, 食堂的后勤保障几次: a figure named beside the sum or the number says which records it is over. */
function narrowedBy(reading: KindReading, measure: Measure, text: string): AskedFilter[] {
  const plainCount = measure.type === 'count' && !measure.where;
  if (measure.type !== 'sum' && measure.type !== 'duration' && !plainCount) return [];
  const told = new Set(reading.values.map((value) => value.field));
  const found = reading.measures.flatMap(({ id, word, span }) => {
    const other = reading.words.kind.measures[id];
    if (!other || other === measure || (other.type !== 'count' && other.type !== 'sum')) return [];
    return Object.entries(other.where?.fields ?? {})
      .filter(([field]) => field !== 'status' && !told.has(field))
      .map(([field, values]): AskedFilter => {
        const not = leftOut(text, [span], namesOf(reading)).out.size > 0;
        return { field, values: [...values], said: word, ...(not && { not }) };
      });
  });
  // 车辆维修: one record is not of both sorts, the last word says which.
  const place = ({ said = '' }: AskedFilter) => text.lastIndexOf(said);
  return found.filter((one) => !found.some((other) => other.field === one.field && place(other) > place(one)));
}

/** Where the kind is called by its name. */
function namesOf({ tokens }: KindReading): Span[] {
  return tokens.filter(({ value }) => value.some((sense) => sense.is === 'kind'));
}

function sameValues(a: readonly string[] | undefined, b: readonly string[]): boolean {
  return a !== undefined && a.join() === b.join();
}

function peopleFilters(kind: RecordKind, frame: Frame): AskedFilter[] {
  if (frame.people.length === 0) return [];
  const field = Object.entries(kind.fields).find(([, one]) => one.type === 'person')?.[0];
  return keptAndLeft(frame.people).map((people) => {
    const values = people.map((person) => person.value);
    return { field: field ?? 'words', values, said: values.join('、'), ...(people[0]!.not && { not: true }) };
  });
}

/** 住建局和财政局各几件, 住建局比财政局多几件: each unit has its row. */
function unitsParted(kind: RecordKind, frame: Frame): string | undefined {
  const sideBySide = frame.units.length > 1 && (frame.each || /比|谁|哪个|\b(?:or|than|vs|versus)\b/.test(frame.text));
  return sideBySide ? unitFilters(kind, frame)[0]?.field : undefined;
}

/** 差几个点, 哪个高, 谁多: both sides are wanted. */
const sidesHeld =
  /差(?:了|距)?(?:多少|几|多大)|相差|哪个|哪类|哪种|谁|[高多低少大][还是]+[高多低少]|[\u4e00-\u9fff]比[\u4e00-\u9fff].{0,12}[多少高低](?:多少|几|$|[?？吗])|\b(?:which|versus|vs|than|difference)\b/;

/** 建议和提案各多少: parted by the field whose values are named. */
/** Compare complaints and inquiries: the two sides are named, not two periods. */
const comparesSides =
  /^(?:please |can you )?compare\b.* (?:and|with|to) |^(?:对比|比较)(?:一下)?.*[和与跟]|[和与跟].*(?:对比|比较)(?:一下)?$|\b(?:more|fewer)\b.* or /;

function valuesParted(reading: KindReading, frame: Frame): string | undefined {
  const several = reading.values.find((value) => value.values.length > 1);
  if (!several) return undefined;
  const asked = [...frame.text.matchAll(/多少|几(?=[\u4e00-\u9fff])/g)].length;
  const alone = frame.times.length < 2 && !/同比|同期|去年|上年|last year|same period|year[- ]on/.test(frame.text);
  const held = sidesHeld.test(frame.text) || (alone && comparesSides.test(frame.text));
  return frame.each || asked > 1 || held ? several.field : undefined;
}
