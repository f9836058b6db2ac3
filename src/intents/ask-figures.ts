/** Works out what a question asks: its conditions in the ledger's words, the figures, comparisons, averages. */
import { kindOf } from '../kinds/all.ts';
import { type Precision, sumPrecision } from '../kinds/kind.ts';
import type { Lang, Text } from '../reply.ts';
import type { Db } from '../store/db.ts';
import type { Filter } from '../store/measure-filter.ts';
import { resolveFilters } from '../store/measure-resolve.ts';
import { type Figure, figure, type GroupRow, isRefused, type NoFigure, rough } from '../store/measures.ts';
import { addDays, type Day, minDay } from '../time/day.ts';
import { before, type Period, sameLastYear, splitPeriod } from '../time/period.ts';
import type { AskedFigure, AskIntent } from './ask-shape.ts';
import { amountText, conditionsText, datesText, inBrackets, partsText } from './ask-words.ts';

/** A question answered: one figure or several with how they belong together. */
export interface Asked {
  readonly how: 'one' | 'several' | 'compared' | 'averaged' | 'divided' | 'share' | 'beside' | 'part';
  readonly figures: readonly Figure[];
  readonly value: number | null;
  readonly precision: Precision;
  readonly unit: Text;
  /** Rows as they were asked for: groups in order, both sides of a comparison, several figures. */
  readonly rows: readonly GroupRow[] | null;
  /** The filters as they were found in the ledger, per figure. */
  readonly filters: readonly (readonly Filter[])[];
}

/** `whole`: the reason names its days itself. */
export type Unanswered =
  | (NoFigure & { readonly whole?: boolean })
  | { readonly unknown: string; readonly kind: string };

export function workOut(db: Db, intent: AskIntent, today: Day): Asked | Unanswered {
  const found: { asked: AskedFigure; filters: Filter[] }[] = [];
  for (const asked of intent.figures) {
    const resolved = resolveFilters(db, asked.kind, { filters: asked.filters as Filter[], text: intent.text });
    if ('unknown' in resolved) return { unknown: resolved.unknown, kind: asked.kind };
    found.push({ asked, filters: resolved.filters });
  }
  const asOf = intent.asOf ?? today;
  const one = (index: number, period: Period | null, day: Day): Figure | NoFigure => {
    const { asked, filters } = found[index]!;
    const group = intent.group && !intent.compare && found.length === 1 ? { group: intent.group } : {};
    return figure(db, { kind: asked.kind, measure: asked.measure, filters, period, asOf: day, ...group });
  };
  const filters = found.map((part) => part.filters);
  const stockDay = (index: number): Day => (isStock(found[index]!.asked) ? dayOfStock(intent.period, asOf) : asOf);
  const first = one(0, intent.period, stockDay(0));
  if (isRefused(first)) return first;
  if (intent.compare && found.length === 1) return compared(first, { intent, one, filters, asOf });
  if (intent.beside && intent.period && found.length === 1 && !first.rows) {
    const other = one(0, intent.beside, asOf);
    if (!isRefused(other)) return beside(first, other, { intent, filters });
  }
  if (found.length > 1) {
    const rest = found.slice(1).map((_, index) => one(index + 1, intent.period, stockDay(index + 1)));
    const refused = rest.find(isRefused);
    if (refused) return refused;
    const figures = [first, ...(rest as Figure[])];
    if (intent.share) return shared(figures, filters);
    return intent.divide ? divided(figures, filters) : together(figures, filters, intent);
  }
  if (intent.per && first.value !== null && intent.period)
    return averaged(first, intent.per, { filters, period: intent.period });
  if (intent.part && first.numerator !== null && !first.rows)
    return partOf(first, kindOf(intent.figures[0]!.kind)!.counts, filters);
  // Of single records only those that tell the number are ranked.
  const ranked = intent.group === 'no' ? first.rows?.filter((row) => row.numbers.length > 0) : first.rows;
  const rows = ranked ? topRows(ranked, intent) : null;
  const { precision, unit } = first;
  const middle = first.median !== undefined && /中位数|\bmedian\b/.test(intent.text ?? '') ? first.median : first.value;
  return {
    how: 'one',
    figures: [first],
    value: rows ? (intent.group === 'no' ? (rows[0]?.value ?? null) : null) : middle,
    precision,
    unit,
    rows,
    filters,
  };
}

/** 按期办结几件: the upper part of the rate, told with the rate itself. */
function partOf(rate: Figure, unit: Text, filters: Asked['filters']): Asked {
  return { how: 'part', figures: [rate], value: rate.numerator, precision: 'exact', unit, rows: null, filters };
}

function isStock(asked: AskedFigure): boolean {
  return kindOf(asked.kind)?.measures[asked.measure]?.type === 'latest';
}

function dayOfStock(period: Period | null, asOf: Day): Day {
  return period ? minDay(addDays(period.to, -1), asOf) : asOf;
}

/** The rows that were asked for, the first first; all of those that are equal where one is asked for. */
export function topRows(rows: readonly GroupRow[], intent: AskIntent): readonly GroupRow[] {
  if (!intent.top) return rows;
  const sign = intent.top.least ? 1 : -1;
  const sorted = [...rows].sort((a, b) => sign * (a.value - b.value) || (a.key < b.key ? -1 : 1));
  const { count } = intent.top;
  const edge = sorted[count - 1]?.value;
  // One asked for and several equal: all of them are the answer.
  return count === 1 ? sorted.filter((row) => row.value === edge) : sorted.slice(0, count);
}

/** The period a comparison is held against. */
export function otherPeriod(intent: AskIntent): Period | null {
  if (!intent.period || !intent.compare) return null;
  if (intent.compare === 'same-last-year') return sameLastYear(intent.period);
  return intent.compare === 'before' ? before(intent.period) : intent.compare;
}

interface Comparing {
  readonly intent: AskIntent;
  readonly one: (index: number, period: Period | null, day: Day) => Figure | NoFigure;
  readonly filters: readonly (readonly Filter[])[];
  readonly asOf: Day;
}

function compared(now: Figure, given: Comparing): Asked | Unanswered {
  const { intent, one, filters, asOf } = given;
  const other = otherPeriod(intent);
  if (!other || !intent.period)
    return { refused: 'no-data', why: { zh: '没有可比的期间', en: 'there is no period to compare with' } };
  // A rate of a running period ripens: the earlier one is taken as it stood the same time then.
  const running = intent.period.to > asOf;
  const rate = now.denominator !== null;
  const earlier = one(0, other, rate && running ? addDays(other.to, -1) : asOf);
  if (isRefused(earlier))
    return { ...earlier, why: alone(now, { period: intent.period, other, earlier }), whole: true };
  if (now.precision !== 'exact' || earlier.precision !== 'exact') return rough();
  if (now.value === null || earlier.value === null) return rough();
  const value = round(now.value - earlier.value);
  const keys = keysOf(intent.period, other);
  const rows = [sideRow(keys[0], now), sideRow(keys[1], earlier)];
  return { how: 'compared', figures: [now, earlier], value, precision: 'exact', unit: now.unit, rows, filters };
}

/** 去年同期呢: that figure, and the one asked for before next to it. */
function beside(asked: Figure, other: Figure, given: { intent: AskIntent; filters: Asked['filters'] }): Asked {
  const { intent, filters } = given;
  const keys = keysOf(intent.period!, intent.beside!);
  const rows = [asked, other].map((side, index) => sideRow(keys[index]!, side));
  const { value, precision, unit } = asked;
  return { how: 'beside', figures: [asked, other], value, precision, unit, rows, filters };
}

function sideRow(key: string, side: Figure): GroupRow {
  const { precision, numbers } = side;
  return { key, label: { zh: key, en: key }, value: round(side.value ?? 0), precision, numbers };
}

/** Nothing stands on the other side: the figure there is, and why no comparison can be made of it. */
function alone(now: Figure, sides: { period: Period; other: Period; earlier: NoFigure }): Text {
  const { period, other, earlier } = sides;
  const told = (lang: Lang) =>
    `${datesText(period, lang)}${lang === 'zh' ? '' : ': '}${amountText(now.value ?? 0, { unit: now.unit, precision: now.precision, lang })}${partsText(now, lang)}`;
  const dates = (lang: Lang) => datesText(other, lang);
  return earlier.refused === 'no-data'
    ? {
        zh: `${told('zh')}；${dates('zh')}没有登记，没有可比的数`,
        en: `${told('en')}; nothing is recorded for ${dates('en')}, so there is nothing to compare with`,
      }
    : { zh: `${dates('zh')}：${earlier.why.zh}`, en: `${dates('en')}: ${earlier.why.en}` };
}

/** Both sides by the shortest name that tells them apart: 2026 / 2025, 2026-Q2 / 2026-Q1, 2026-11 / 2026-10. */
export function keysOf(a: Period, b: Period): [string, string] {
  const year = (period: Period) => period.from.slice(0, 4);
  if (year(a) !== year(b)) return [year(a), year(b)];
  const quarterly = (period: Period) => {
    const pieces = splitPeriod(period, 'quarter');
    return pieces.length === 1 && pieces[0]!.period.to === period.to && /-(?:01|04|07|10)-01$/.test(period.from)
      ? pieces[0]!.key
      : undefined;
  };
  const whole = (period: Period) => addDays(period.from, 80) < period.to;
  const [qa, qb] = [quarterly(a), quarterly(b)];
  if (qa && qb && qa !== qb && whole(b)) return [qa, qb];
  const month = (period: Period) => period.from.slice(0, 7);
  if (month(a) !== month(b)) return [month(a), month(b)];
  return [a.from, b.from];
}

function together(figures: readonly Figure[], filters: Asked['filters'], intent: AskIntent): Asked {
  const rows = figures.map((one, index): GroupRow => {
    const asked = intent.figures[index]!;
    const title = kindOf(asked.kind)?.measures[asked.measure]?.title ?? { zh: asked.measure, en: asked.measure };
    const twice = intent.figures.filter((other) => sameMeasure(other, asked)).length > 1;
    const own = (filters[index] ?? []).filter((filter) => !heldByAll(filter, filters));
    const narrowed = twice && own.length > 0;
    const said = (lang: Lang) => inBrackets(conditionsText(asked.kind, own, lang), lang);
    return {
      // One measure under two conditions is told apart by them (letter.total, letter.total:complaint).
      key: `${asked.kind}.${asked.measure}${narrowed ? `:${own.flatMap(({ values }) => values).join('/')}` : ''}`,
      label: narrowed ? { zh: title.zh + said('zh'), en: title.en + said('en') } : title,
      value: one.value ?? 0,
      precision: one.precision,
      numbers: one.numbers,
    };
  });
  return {
    how: 'several',
    figures,
    value: sumOf(figures, intent),
    precision: sumPrecision(figures.map((one) => one.precision)),
    unit: figures[0]!.unit,
    rows,
    filters,
  };
}

function sameMeasure(a: AskedFigure, b: AskedFigure): boolean {
  return a.kind === b.kind && a.measure === b.measure;
}

function heldByAll(filter: Filter, all: Asked['filters']): boolean {
  const text = JSON.stringify([filter.field, filter.values]);
  return all.every((filters) => filters.some(({ field, values }) => JSON.stringify([field, values]) === text));
}

/** Figures of one measure word that were asked for as a whole are added up; all others stand side by side. */
function sumOf(figures: readonly Figure[], intent: AskIntent): number | null {
  if (new Set(figures.map((one) => one.unit.zh)).size > 1) return null;
  if (intent.differ && figures.every((one) => one.precision === 'exact'))
    return round((figures[0]!.value ?? 0) - (figures[1]!.value ?? 0));
  if (!intent.sum) return null;
  return round(figures.reduce((sum, one) => sum + (one.value ?? 0), 0));
}

function divided(figures: readonly Figure[], filters: Asked['filters']): Asked | Unanswered {
  const [over, under] = figures as [Figure, Figure];
  if (!under.value)
    return {
      refused: 'no-data',
      why: { zh: '分母为零，算不出平均', en: 'the denominator is zero, there is no average' },
    };
  return {
    how: 'divided',
    figures,
    value: round((over.value ?? 0) / under.value),
    precision: sumPrecision([over.precision, under.precision]),
    unit: over.unit,
    rows: null,
    filters,
  };
}

/** One figure as a share of another, in percent. */
function shared(figures: readonly Figure[], filters: Asked['filters']): Asked | Unanswered {
  if (figures.some((one) => one.precision !== 'exact')) return rough();
  const parts = divided(figures, filters);
  if (!('how' in parts)) return parts;
  return {
    ...parts,
    how: 'share',
    value: round((100 * (figures[0]!.value ?? 0)) / figures[1]!.value!),
    unit: { zh: '%', en: '%' },
  };
}

function averaged(
  whole: Figure,
  per: NonNullable<AskIntent['per']>,
  given: { filters: Asked['filters']; period: Period },
): Asked {
  const steps = splitPeriod(given.period, per).length;
  return {
    how: 'averaged',
    figures: [{ ...whole, denominator: steps, numerator: whole.value }],
    value: round((whole.value ?? 0) / steps),
    precision: whole.precision,
    unit: whole.unit,
    rows: null,
    filters: given.filters,
  };
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
