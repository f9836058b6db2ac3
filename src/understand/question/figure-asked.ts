/** Turns what a kind explains of a question into a figure: which measure, under which conditions, parted by which field. */
import type { AskedFigure, AskedFilter } from '../../intents/ask-shape.ts';
import type { Measure, RecordKind } from '../../kinds/kind.ts';
import type { Frame } from './frame.ts';
import { groupField, townFilter, unitField, unitFilters } from './group-field.ts';
import type { KindReading } from './kind-reading.ts';
import { pickMeasure } from './measure-picked.ts';

export interface FigureAsked {
  readonly figure: AskedFigure;
  readonly measure: Measure;
  /** The part of the group that the kind knows: a field, `unit`, `month`. */
  readonly group?: string;
  /** Conditions that come with the group (只看镇街). */
  readonly unitsOnly?: AskedFilter;
}

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

function peopleFilters(kind: RecordKind, frame: Frame): AskedFilter[] {
  if (frame.people.length === 0) return [];
  const field = Object.entries(kind.fields).find(([, one]) => one.type === 'person')?.[0];
  const values = frame.people.map((person) => person.value);
  return [{ field: field ?? 'words', values, said: values.join('、') }];
}

/** 建议和提案各多少: parted by the field whose values are named. */
function valuesParted(reading: KindReading, frame: Frame): string | undefined {
  return frame.each ? reading.values.find((value) => value.values.length > 1)?.field : undefined;
}
