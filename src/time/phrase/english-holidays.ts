/** Feasts and their days off under their English names. */
import type { HolidayName } from '../calendar.ts';
import { type Day, dayIfReal } from '../day.ts';
import { lunarDay, lunarNewYearsEve, solarTerm } from '../lunar.ts';
import { withYear } from './english-words.ts';
import { daysOff, nthWeekday } from './feast-days.ts';
import type { Link } from './link.ts';
import { dayAt } from './link.ts';

const fixed = (month: number, date: number) => (year: number) => dayIfReal(year, month, date);
const lunar = (month: number, date: number) => (year: number) => lunarDay(year, month, date);

const feasts: readonly (readonly [pattern: string, day: (year: number) => Day | null, off?: HolidayName])[] = [
  ["new year'?s'? day", fixed(1, 1), '元旦'],
  ['(?:the )?(?:spring festival|chinese new year|lunar new year)', lunar(1, 1), '春节'],
  ["(?:chinese|lunar) new year'?s eve", lunarNewYearsEve],
  ["new year'?s eve", fixed(12, 31)],
  ['(?:the )?lantern festival', lunar(1, 15)],
  ['(?:the )?(?:tomb[- ]sweeping day|qingming(?: festival)?)', (year) => solarTerm('清明', year), '清明'],
  ["(?:international )?(?:labou?r day|workers'? day)|may day", fixed(5, 1), '劳动节'],
  ['(?:the )?dragon boat festival', lunar(5, 5), '端午'],
  ['(?:the )?mid-?[- ]?autumn (?:festival|day)', lunar(8, 15), '中秋'],
  ['(?:the )?national day', fixed(10, 1), '国庆'],
  ['(?:the )?double ninth(?: festival)?', lunar(9, 9)],
  ["(?:international )?women'?s day", fixed(3, 8)],
  ['(?:arbor|tree planting) day', fixed(3, 12)],
  ["(?:international )?children'?s day", fixed(6, 1)],
  ["teachers?'? day", fixed(9, 10)],
  ['army day', fixed(8, 1)],
  ['constitution day', fixed(12, 4)],
  ["valentine'?s day", fixed(2, 14)],
  ['christmas eve', fixed(12, 24)],
  ['christmas(?: day)?|xmas', fixed(12, 25)],
  ["mother'?s day", (year) => nthWeekday(year, 5, 2, 7)],
  ["father'?s day", (year) => nthWeekday(year, 6, 3, 7)],
  ['thanksgiving(?: day)?', (year) => nthWeekday(year, 11, 4, 4)],
];

export const englishHolidayLinks: readonly Link[] = feasts.flatMap(([pattern, day, off]): Link[] => [
  ...withYear(`(?:${pattern})`, (_, year) => dayAt(day(year), 'holiday')),
  ...withYear(`(?:the )?(?:${pattern}) (?:holidays?|break|week|period|vacation)`, (_, year) =>
    daysOff(off, day(year), year),
  ),
]);
