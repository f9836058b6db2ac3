/** On which days a feast falls and how long people are off for it. */
import { type HolidayName, holidayPeriod } from '../calendar.ts';
import { addDays, type Day, dayFrom, weekday } from '../day.ts';
import { oneDay } from '../period.ts';
import { type Scope, scopeOf } from './link.ts';

/** The n-th weekday of a month. */
export function nthWeekday(year: number, month: number, n: number, day: number): Day {
  const first = dayFrom(year, month, 1);
  return addDays(first, ((day - weekday(first) + 7) % 7) + 7 * (n - 1));
}

/** The published days off; without a table the feast day itself, unsure. */
export function daysOff(off: HolidayName | undefined, day: Day | null, year: number): Scope | null {
  const published = off ? holidayPeriod(off, year) : null;
  if (published) return scopeOf(published, 'days', 'holiday');
  return day ? { ...scopeOf(oneDay(day), 'day', 'holiday'), sure: false } : null;
}
