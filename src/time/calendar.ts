/** The working calendar with its moved days (调休), from the published tables; a year without a table is an error, never a guess. */
import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { addDays, type Day, weekday, yearOf } from './day.ts';
import type { Period } from './period.ts';

/** Thrown where a day's being a workday is not known yet. */
export class MissingCalendarError extends Error {
  readonly year: number;
  constructor(year: number) {
    super(`no published holiday calendar for ${year}`);
    this.name = 'MissingCalendarError';
    this.year = year;
  }
}

type Table = Readonly<Record<string, string>>;
const holidays: Table = published.holidays;
const makeUpDays: Table = published.workdays;

/** A year counts as published only when its own National Day stands in the table: next year's first days alone do not make a calendar. */
const yearsKnown = new Set(
  Object.entries(holidays)
    .filter(([day, label]) => label.includes('国庆') && day.slice(5, 7) === '10')
    .map(([day]) => yearOf(day)),
);

export function hasCalendar(year: number): boolean {
  return yearsKnown.has(year);
}

/** @throws MissingCalendarError */
export function isWorkday(day: Day): boolean {
  const year = yearOf(day);
  if (!yearsKnown.has(year)) throw new MissingCalendarError(year);
  if (makeUpDays[day]) return true;
  return !holidays[day] && weekday(day) <= 5;
}

/** The day itself if it is a workday, else the first workday after it. @throws MissingCalendarError */
export function nextWorkday(day: Day): Day {
  let at = day;
  while (!isWorkday(at)) at = addDays(at, 1);
  return at;
}

/** The last workday up to and with the day. @throws MissingCalendarError */
export function previousWorkday(day: Day): Day {
  let at = day;
  while (!isWorkday(at)) at = addDays(at, -1);
  return at;
}

/** The n-th workday after the day (before it for a negative n). @throws MissingCalendarError */
export function addWorkdays(day: Day, n: number): Day {
  const step = n < 0 ? -1 : 1;
  let at = day;
  for (let left = Math.abs(n); left > 0; ) {
    at = addDays(at, step);
    if (isWorkday(at)) left -= 1;
  }
  return at;
}

/** Workdays in the period. @throws MissingCalendarError */
export function workdaysIn(period: Period): number {
  let count = 0;
  for (let day = period.from; day < period.to; day = addDays(day, 1)) if (isWorkday(day)) count += 1;
  return count;
}

export const holidayNames = ['元旦', '春节', '清明', '劳动节', '端午', '中秋', '国庆'] as const;

export type HolidayName = (typeof holidayNames)[number];

const isFree = (day: Day): boolean => Boolean(holidays[day]) || (weekday(day) > 5 && !makeUpDays[day]);

/** The days off of a statutory holiday as published for that year; null without a table or without such a holiday. */
export function holidayPeriod(name: HolidayName, year: number): Period | null {
  if (!hasCalendar(year)) return null;
  const key = `${name}${year}`;
  const known = periodsKnown.get(key);
  if (known !== undefined) return known;
  const period = publishedPeriod(name, year);
  periodsKnown.set(key, period);
  return period;
}

const periodsKnown = new Map<string, Period | null>();

function publishedPeriod(name: HolidayName, year: number): Period | null {
  const days = Object.entries(holidays)
    .filter(([day, label]) => label.includes(name) && yearOf(addDays(day, name === '元旦' ? 5 : 0)) === year)
    .map(([day]) => day)
    .sort();
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return null;
  // The notices count the weekend that touches the holiday as part of it.
  let from = first;
  while (isFree(addDays(from, -1))) from = addDays(from, -1);
  let to = addDays(last, 1);
  while (isFree(to)) to = addDays(to, 1);
  return { from, to };
}
