/** Stocks (联网单位156家): the latest value counts, values of different days are never added. */
import type { Entry } from '../kinds/entry.ts';
import { type Measure, numberIn, type Precision, type RecordKind } from '../kinds/kind.ts';
import type { Text } from '../reply.ts';
import { type Day, dayLabel } from '../time/day.ts';
import type { Period } from '../time/period.ts';
import { type Filter, fits } from './measure-filter.ts';
import { isCounted } from './measure-pieces.ts';
import type { Unreckoned } from './measure-reckon.ts';

export interface StockRequest {
  readonly kind: RecordKind;
  readonly measure: Measure & { type: 'latest' };
  readonly entries: readonly Entry[];
  readonly filters: readonly Filter[];
  readonly period: Period | null;
  readonly asOf: Day;
}

export interface Stock {
  readonly value: number;
  readonly precision: Precision;
  readonly unit: Text;
  readonly numbers: readonly string[];
  readonly notes: readonly Text[];
}

export function stockOf(request: StockRequest): Stock | Unreckoned {
  const { kind, measure, filters, period, asOf } = request;
  const known = request.entries
    .filter((entry) => isCounted(kind, entry) && filters.every((filter) => fits(entry, filter, asOf)))
    .filter((entry) => numberIn(entry.fields[measure.field]) !== undefined);
  const names = new Set(known.map((entry) => String(entry.fields.name ?? '')));
  if (names.size > 1) {
    return {
      refused: 'incommensurable',
      why: { zh: `要说明是哪一个：${[...names].join('、')}`, en: `say which one: ${[...names].join(', ')}` },
    };
  }
  const latest = known.filter((entry) => period === null || entry.on < period.to).at(-1);
  if (!latest) return none('到那一天为止没有记过这个数', 'it was never recorded up to that day');
  const now = valueIn(latest, measure.field);
  const word = typeof latest.fields.unitWord === 'string' ? latest.fields.unitWord : '';
  const unit = word ? { zh: word, en: /^[\x20-\x7e]+$/.test(word) ? word : '' } : measure.unit;
  const stamp: Text = { zh: `${dayLabel(latest.on, 'zh')}登记的数`, en: `as recorded on ${dayLabel(latest.on, 'en')}` };
  if (!measure.growth) return { ...now, unit, numbers: [latest.no], notes: [stamp] };
  const from = period?.from ?? `${asOf.slice(0, 4)}-01-01`;
  const earlier = known.filter((entry) => entry.on < from).at(-1);
  if (!earlier)
    return none('期初没有记过这个数，算不出新增', 'nothing was recorded before the period, so there is no increase');
  const then = valueIn(earlier, measure.field);
  if (now.precision !== 'exact' || then.precision !== 'exact') {
    return {
      refused: 'incommensurable',
      why: { zh: '其中有约数，不能相减', en: 'one of the values is not exact, so they cannot be subtracted' },
    };
  }
  const between: Text = {
    zh: `${dayLabel(earlier.on, 'zh')} ${then.value} ${word}，${dayLabel(latest.on, 'zh')} ${now.value} ${word}`,
    en: `${then.value} on ${dayLabel(earlier.on, 'en')}, ${now.value} on ${dayLabel(latest.on, 'en')}`,
  };
  return {
    value: now.value - then.value,
    precision: 'exact',
    unit,
    numbers: [earlier.no, latest.no],
    notes: [between],
  };
}

/** A record of a stock is nothing but its value: 余 told of the record is told of the value. */
function valueIn(entry: Entry, field: string): { value: number; precision: Precision } {
  const told = numberIn(entry.fields[field])!;
  return told.precision === 'exact' ? { ...told, precision: entry.precision } : told;
}

function none(zh: string, en: string): Unreckoned {
  return { refused: 'no-data', why: { zh, en } };
}
