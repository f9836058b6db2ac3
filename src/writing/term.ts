/** What a summary calls its own period. */
import { type Day, startOfYear } from '../time/day.ts';
import { type Period, periodLabel, untilToday, wholeMonths } from '../time/period.ts';

export interface Term {
  /** 全年, 上半年, 本季度, 今年以来, 期内. */
  readonly term: string;
  /** 2026年上半年. */
  readonly label: string;
}

/** A period that is not over yet is named by the part that has passed. */
export function termOf(period: Period, asOf: Day): Term {
  const passed = untilToday(period, asOf) ?? period;
  const label = periodLabel(passed, 'zh');
  const sinceNewYear = period.from === startOfYear(asOf);
  if (passed.to !== period.to) return { term: sinceNewYear ? '今年以来' : '期内', label };
  const months = wholeMonths(period);
  if (months === 12 && period.from.endsWith('01-01')) return { term: '全年', label };
  if (months === 6) return { term: period.from.slice(5, 7) === '01' ? '上半年' : '下半年', label };
  if (months === 3) return { term: '本季度', label };
  if (months === 1) return { term: '当月', label };
  return { term: '期内', label };
}
