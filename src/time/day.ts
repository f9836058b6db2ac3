/** Days as plain text `YYYY-MM-DD` and exact arithmetic on them; a time zone matters only where an instant becomes a day. */
import { type Day, dateOf, dayFrom, dayOfSerial, daysInMonth, monthOf, serialOf, yearOf } from './serial.ts';

export {
  type Day,
  dateOf,
  dayFrom,
  dayOfSerial,
  daysInMonth,
  isLeapYear,
  monthOf,
  serialOf,
  yearOf,
} from './serial.ts';
export { type Clock, clockOf, dayOf, instantOf } from './zone.ts';

/** Null for 31 June and other days no calendar has. */
export function dayIfReal(year: number, month: number, date: number): Day | null {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(date)) return null;
  if (year < 1 || year > 9999 || month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return null;
  return dayFrom(year, month, date);
}

export function isDay(x: string): boolean;
export function isDay(x: unknown): x is Day;
export function isDay(x: unknown): boolean {
  return typeof x === 'string' && /^\d{4}-\d\d-\d\d$/.test(x) && dayIfReal(yearOf(x), monthOf(x), dateOf(x)) === x;
}

export function addDays(day: Day, n: number): Day {
  return dayOfSerial(serialOf(day) + n);
}

/** The same day of a later or earlier month, or that month's last day. */
export function addMonths(day: Day, n: number): Day {
  const months = yearOf(day) * 12 + monthOf(day) - 1 + n;
  const year = Math.floor(months / 12);
  const month = (months % 12) + (months % 12 < 0 ? 13 : 1);
  return dayFrom(year, month, Math.min(dateOf(day), daysInMonth(year, month)));
}

export function addYears(day: Day, n: number): Day {
  return addMonths(day, n * 12);
}

/** Days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return serialOf(b) - serialOf(a);
}

/** 1 Monday to 7 Sunday. */
export function weekday(day: Day): number {
  return ((((serialOf(day) + 3) % 7) + 7) % 7) + 1;
}

export function startOfWeek(day: Day): Day {
  return addDays(day, 1 - weekday(day));
}

export function startOfMonth(day: Day): Day {
  return `${day.slice(0, 7)}-01`;
}

export function endOfMonth(day: Day): Day {
  return dayFrom(yearOf(day), monthOf(day), daysInMonth(yearOf(day), monthOf(day)));
}

export function quarterOf(day: Day): number {
  return Math.ceil(monthOf(day) / 3);
}

export function startOfQuarter(day: Day): Day {
  return dayFrom(yearOf(day), quarterOf(day) * 3 - 2, 1);
}

export function startOfYear(day: Day): Day {
  return `${day.slice(0, 4)}-01-01`;
}

export function minDay(a: Day, b: Day): Day {
  return a < b ? a : b;
}

export function maxDay(a: Day, b: Day): Day {
  return a > b ? a : b;
}

const weekdayNames = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;

export function weekdayName(day: Day, lang: 'zh' | 'en'): string {
  return weekdayNames[lang][weekday(day) - 1]!;
}

const monthNames = 'January February March April May June July August September October November December'.split(' ');

export function monthName(month: number): string {
  return monthNames[month - 1]!;
}

/** `3月12日` or `12 March`, with the year unless it is the one `today` lies in. */
export function dayLabel(day: Day, lang: 'zh' | 'en', today?: Day): string {
  const year = today && yearOf(today) === yearOf(day) ? null : yearOf(day);
  if (lang === 'zh') return `${year === null ? '' : `${year}年`}${monthOf(day)}月${dateOf(day)}日`;
  return `${dateOf(day)} ${monthName(monthOf(day))}${year === null ? '' : ` ${year}`}`;
}
