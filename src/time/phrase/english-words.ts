/** The words English names days with, and how their links are put together. */
import { addDays, addMonths, type Day, dayFrom, weekday, yearOf } from '../day.ts';
import { oneDay } from '../period.ts';
import { type Link, type Scope, scopeOf } from './link.ts';

/** A pattern between the borders of Latin words, whatever their case. */
export const here = (source: string) => new RegExp(`(?<![A-Za-z\\d])(?:${source})(?![A-Za-z\\d])`, 'iy');

export const monthWords =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
export const monthStarts = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
export const monthIn = (word: string) => monthStarts.indexOf(word.slice(0, 3).toLowerCase()) + 1;
export const weekdayWords =
  'mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?';
export const weekdayIn = (word: string) =>
  'mon tue wed thu fri sat sun'.split(' ').indexOf(word.slice(0, 3).toLowerCase()) + 1;
export const date = '(3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?';
export const yearDigits = '((?:19|20)\\d\\d)';
export const ordinal = '(first|second|third|fourth|last|1st|2nd|3rd|4th)';
export const ordinalIn = (word: string) =>
  /last/i.test(word)
    ? -1
    : /first|1st/i.test(word)
      ? 1
      : /second|2nd/i.test(word)
        ? 2
        : /third|3rd/i.test(word)
          ? 3
          : 4;
export const relative =
  '(this|the current|current|last|the last|the previous|previous|next|the next|the coming|the following)';
export const shiftIn = (word: string) =>
  /last|previous/i.test(word) ? -1 : /next|coming|following/i.test(word) ? 1 : 0;
export const dayScope = (day: Day | null, said: Scope['said']): Scope | null =>
  day ? scopeOf(oneDay(day), 'day', said) : null;

/** A link whose year may be left out: one for each, so that only the second floats. */
export function withYear(
  source: string,
  read: (groups: readonly (string | undefined)[], year: number) => Scope | null,
): Link[] {
  return [
    {
      pattern: here(`${source}(?:,? (?:of |in )?${yearDigits})`),
      read: ([, ...groups]) => read(groups, Number(groups.at(-1))),
    },
    {
      pattern: here(`${source}(?:,? (?:of |in )?(?:this|the current) year)?`),
      float: 'year',
      read: ([, ...groups], at) => read(groups, at.year),
    },
    {
      pattern: here(`${source}(?:,? (?:of |in )?(?:last|the previous) year)`),
      read: ([, ...groups], at) => read(groups, yearOf(at.today) - 1),
    },
  ];
}

export function partOfMonth(y: number, m: number, word: string): Scope {
  const start = dayFrom(y, m, 1);
  const part = /early|beginning|start/i.test(word) ? 0 : /mid/i.test(word) ? 1 : 2;
  const to = part === 2 ? addMonths(start, 1) : addDays(start, part * 10 + 10);
  return { ...scopeOf({ from: addDays(start, part * 10), to }, 'ten-days', 'explicit'), tail: part === 2 };
}

export function nthIn(from: Day, to: Day, n: number, day: number): Day | null {
  const first = addDays(from, (day - weekday(from) + 7) % 7);
  if (n > 0) return addDays(first, 7 * (n - 1)) < to ? addDays(first, 7 * (n - 1)) : null;
  const last = addDays(to, -1);
  return addDays(last, -((weekday(last) - day + 7) % 7));
}
