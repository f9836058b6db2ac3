/** Finds what the ledger calls the things a question names: 人社 is 人社局 here; what nothing is called is said to be unknown. */
import { isNotNull, sql } from 'drizzle-orm';
import { kindOf } from '../kinds/all.ts';
import type { Entry } from '../kinds/entry.ts';
import type { RecordKind } from '../kinds/kind.ts';
import type { Db } from './db.ts';
import { selectEntries } from './entries.ts';
import { type Filter, hayOf, isTown, textsOf, unitsIn } from './measure-filter.ts';
import { listUnits } from './people.ts';
import { records } from './schema.ts';

/** Conditions that name nothing. */
const plainFields: ReadonlySet<string> = new Set([
  'town',
  'state',
  'due',
  'moved',
  'no',
  'status',
  'section',
  'month',
  'year',
]);

/** The filters in the ledger's own words, or the first word nothing in the ledger is called. */
export function resolveFilters(
  db: Db,
  kindId: string,
  asked: { readonly filters: readonly Filter[]; readonly text?: string | undefined },
): { filters: Filter[] } | { unknown: string } {
  const kind = kindOf(kindId);
  const { text } = asked;
  if (!kind) return { filters: [...asked.filters] };
  const looks = text !== undefined || asked.filters.some((filter) => needsLooking(kind, filter));
  const entries = looks ? selectEntries(db, { kind: kindId }) : [];
  const named = text === undefined ? [] : valuesNamed(kind, entries, { text, filters: asked.filters });
  // 市委办调研组 is one visitor: what was made of its parts falls away.
  const covered = (filter: Filter) =>
    named.some((one) => one.values.some((value) => value.includes(filter.said ?? '\0')));
  const resolved: Filter[] = [...named];
  for (const filter of asked.filters.filter((one) => !covered(one))) {
    const found = needsLooking(kind, filter) ? look(db, kind, { filter, entries }) : filter;
    if (!found) return { unknown: filter.said ?? filter.values.join('、') };
    if ('unknown' in found) return found;
    resolved.push(found);
  }
  return { filters: resolved };
}

const shortestName = 3;

/** Values of free texts that stand in the question as the ledger writes them: places, visitors, senders, leaders. */
function valuesNamed(
  kind: RecordKind,
  entries: readonly Entry[],
  asked: { text: string; filters: readonly Filter[] },
): Filter[] {
  const found: Filter[] = [];
  const text = asked.text.toLowerCase();
  for (const [name, field] of Object.entries(kind.fields)) {
    const free = field.type === 'text' || field.type === 'person' || (field.type === 'unit' && !field.isUnit);
    if (!free || asked.filters.some((filter) => filter.field === name)) continue;
    const texts = new Set(entries.flatMap((entry) => textsOf(entry, name)));
    const values = [...texts].filter((value) => value.length >= shortestName && text.includes(value.toLowerCase()));
    const longest = values.filter((value) => !values.some((other) => other !== value && other.includes(value)));
    // 除区委区政府外: what was left out of the question is left out by its whole name too.
    const isOut = (value: string) =>
      asked.filters.some(({ not, said = '' }) => not && said !== '' && (value.includes(said) || said.includes(value)));
    for (const values of [longest.filter((value) => !isOut(value)), longest.filter(isOut)]) {
      if (values.length === 0) continue;
      found.push({ field: name, values, said: values.join('、'), ...(isOut(values[0]!) && { not: true }) });
    }
  }
  return found;
}

function needsLooking(kind: RecordKind, filter: Filter): boolean {
  return (
    !plainFields.has(filter.field) &&
    kind.fields[filter.field]?.type !== 'number' &&
    kind.fields[filter.field]?.choices === undefined
  );
}

function look(
  db: Db,
  kind: RecordKind,
  given: { filter: Filter; entries: readonly Entry[] },
): Filter | { unknown: string } | undefined {
  const { filter, entries } = given;
  const field = kind.fields[filter.field];
  const isUnit = ['unit', 'anyUnit'].includes(filter.field) || field?.type === 'unit' || field?.type === 'units';
  if (isUnit) {
    const known = unitNames(db, entries);
    const named = entries.flatMap((entry) => textsOf(entry, filter.field));
    const names = { ...known, own: [...new Set([...known.own, ...named])] };
    const values = filter.values.map((value) => unitCalled(value, names));
    if (values.every((value) => value !== undefined))
      return { ...filter, values: values.flatMap((value) => value ?? []) };
    // One of several that nobody knows is named; the others do not stand for it.
    const strange = filter.values.find((_, index) => values[index] === undefined);
    if (filter.values.length > 1 && strange !== undefined) return { unknown: strange };
    // What is no unit here may still be written in a record: a visitor, a title.
    return lookWords(db, kind, { entries, filter: { ...filter, field: 'words' } });
  }
  if (filter.field === 'words') return lookWords(db, kind, given);
  const known = new Set(field?.known?.map((one) => one.label.zh) ?? []);
  const texts = new Set(entries.flatMap((entry) => textsOf(entry, filter.field)));
  const values = filter.values.flatMap((value) =>
    known.has(value) || texts.has(value) ? [value] : containing(value, texts),
  );
  return values.length >= filter.values.length ? { ...filter, values } : undefined;
}

/** A loose word: a value of some field, a unit, or words of a title. */
function lookWords(db: Db, kind: RecordKind, given: { filter: Filter; entries: readonly Entry[] }): Filter | undefined {
  const { filter, entries } = given;
  const [word = ''] = filter.values;
  for (const exact of [true, false]) {
    for (const [name, field] of Object.entries(kind.fields)) {
      if (field.choices || field.type === 'number' || field.type === 'code' || field.isUnit || field.type === 'units')
        continue;
      const texts = new Set(entries.flatMap((entry) => textsOf(entry, name)));
      const values = exact ? [...texts].filter((text) => text === word) : containing(word, texts);
      if (values.length > 0) return { ...filter, field: name, values };
    }
  }
  const names = unitNames(db, entries);
  // 涉及教育的提案 speaks of schools, not of the bureau.
  const unit = suffix.test(word) || isTown(word) || names.aliases.has(word) ? unitCalled(word, names) : undefined;
  if (unit) return { ...filter, field: 'unit', values: [unit] };
  return entries.some((entry) => hayOf(entry).includes(word.toLowerCase())) ? filter : undefined;
}

function containing(word: string, texts: ReadonlySet<string>): string[] {
  const sought = word.toLowerCase();
  return [...texts].filter((text) => text.toLowerCase().includes(sought));
}

interface UnitNames {
  /** Units of the kind's own records first, then all others known. */
  readonly own: readonly string[];
  readonly all: readonly string[];
  readonly aliases: ReadonlyMap<string, string>;
}

function unitNames(db: Db, entries: readonly Entry[]): UnitNames {
  const own = [...new Set(entries.flatMap(unitsIn))];
  const told = db
    .selectDistinct({ unit: records.unit })
    .from(records)
    .where(isNotNull(records.unit))
    .orderBy(sql`1`)
    .all();
  const listed = listUnits(db);
  const all = [...new Set([...own, ...told.map((row) => row.unit ?? ''), ...listed.map((unit) => unit.name)])];
  return {
    own,
    all,
    aliases: new Map(listed.flatMap((unit) => unit.aliases.map((alias) => [alias, unit.name] as const))),
  };
}

/** Offices that go by two names; the parts before the suffix. */
const twins: readonly (readonly string[])[] = [
  ['城管', '综合行政执法', '综合执法', '城市管理'],
  ['资规', '自规', '自然资源', '自然资源和规划', '国土'],
  ['市监', '市场监管', '市场监督管理'],
  ['交通', '交通运输'],
  ['应急', '应急管理', '安监'],
  ['人社', '人力社保', '人力资源和社会保障'],
  ['住建', '住房和城乡建设', '建设'],
  ['卫健', '卫生健康', '卫生'],
  ['发改', '发展改革', '发展和改革'],
  ['环保', '生态环境', '环境保护'],
  ['文旅', '文广旅', '文广旅体', '文化和旅游', '文化旅游', '文化广电旅游'],
  ['经信', '经济和信息化', '工信', '经济信息化'],
  ['退役军人', '退役军人事务'],
  ['农业农村', '农业'],
  ['医保', '医疗保障'],
  ['公安', '警察'],
];
const suffix = /(?:委员会|分局|局|委|办公室|办|厅|中心)$/;
const prefix = /^(?:[区市县省]|本区|我区)(?=.{2})/;

/** The name the ledger uses for what people call it. */
function unitCalled(said: string, names: UnitNames): string | undefined {
  const alias = names.aliases.get(said);
  if (alias) return alias;
  for (const known of [names.own, names.all]) {
    const found = nameAmong(said, known);
    if (found) return found;
  }
  return undefined;
}

function nameAmong(said: string, known: readonly string[]): string | undefined {
  if (known.includes(said)) return said;
  const bare = said.replace(prefix, '');
  const plain = known.find((name) => name === bare || name.replace(prefix, '') === bare);
  if (plain) return plain;
  const root = bare.replace(suffix, '');
  if (root.length < 2) return undefined;
  const roots = twins.find((group) => group.includes(root)) ?? [root];
  const same = known.filter((name) => roots.includes(name.replace(prefix, '').replace(suffix, '')));
  if (same.length === 1) return same[0];
  if (same.length > 1) return undefined;
  const beginning = known.filter((name) => name.replace(prefix, '').startsWith(root));
  return beginning.length === 1 ? beginning[0] : undefined;
}
