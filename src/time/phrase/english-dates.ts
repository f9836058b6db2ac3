/** English dates, months, quarters and years by their names. */

import { numberOf } from '../../numbers.ts';
import { addDays, dayFrom, dayIfReal, yearOf } from '../day.ts';
import { half, month, months, quarter, week, year } from '../period.ts';
import {
  date,
  dayScope,
  here,
  monthIn,
  monthWords,
  nthIn,
  ordinal,
  ordinalIn,
  partOfMonth,
  weekdayIn,
  weekdayWords,
  withYear,
  yearDigits,
} from './english-words.ts';
import { type Link, scopeOf } from './link.ts';

const dateOrdinalWords =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first'.split(
    ' ',
  );
const dateOrdinals = [...dateOrdinalWords]
  .sort((a, b) => b.length - a.length)
  .join('|')
  .replaceAll('-', '[- ]');
const dateOrdinalIn = (word: string) => dateOrdinalWords.indexOf(word.toLowerCase().replace(' ', '-')) + 1;

export const englishDateLinks: readonly Link[] = [
  ...withYear(`(?:the )?${date}(?: of)? (${monthWords})\\.?`, ([d, m], y) =>
    dayScope(dayIfReal(y, monthIn(m!), Number(d)), 'explicit'),
  ),
  ...withYear(`(${monthWords})\\.? (?:the )?${date}`, ([m, d], y) =>
    dayScope(dayIfReal(y, monthIn(m!), Number(d)), 'explicit'),
  ),
  ...withYear(`(?:the )?(${dateOrdinals})(?: day)? of (${monthWords})`, ([d, m], y) =>
    dayScope(dayIfReal(y, monthIn(m!), dateOrdinalIn(d!)), 'explicit'),
  ),
  ...withYear(`(${monthWords}) the (${dateOrdinals})`, ([m, d], y) =>
    dayScope(dayIfReal(y, monthIn(m!), dateOrdinalIn(d!)), 'explicit'),
  ),
  ...withYear(`(?:the )?${date}(?: ?(?:-|–|to|and) ?)${date} (${monthWords})`, ([a, b, m], y) => {
    const [from, last] = [dayIfReal(y, monthIn(m!), Number(a)), dayIfReal(y, monthIn(m!), Number(b))];
    return from && last && from < last ? scopeOf({ from, to: addDays(last, 1) }, 'range', 'explicit') : null;
  }),
  ...withYear(`(${monthWords}) ${date}(?: ?(?:-|–) ?)${date}`, ([m, a, b], y) => {
    const [from, last] = [dayIfReal(y, monthIn(m!), Number(a)), dayIfReal(y, monthIn(m!), Number(b))];
    return from && last && from < last ? scopeOf({ from, to: addDays(last, 1) }, 'range', 'explicit') : null;
  }),
  ...withYear(
    '(january|february|march|april|june|july|august|september|october|november|december|(?<=(?:in|since|of|until|till|to|through|and|by|from|during|before|after|last|this|next|for|-) )may|jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec)\\.?(?! (?:3[01]|on|past|into)\\b)',
    ([m], y) => scopeOf(month(y, monthIn(m!)), 'month', 'explicit'),
  ),
  ...withYear(`(early|mid|late|(?:the )?(?:end|beginning|start|middle) of)[ -](${monthWords})`, ([word, m], y) =>
    partOfMonth(y, monthIn(m!), word!.replace('middle', 'mid')),
  ),
  ...withYear('(?:the )?(?:(first|second|third|fourth|1st|2nd|3rd|4th) quarter|q([1-4]))', ([word, digit], y) =>
    scopeOf(quarter(y, digit ? Number(digit) : ordinalIn(word!)), 'quarter', 'explicit'),
  ),
  ...withYear('(?:the )?(?:(first|second|1st|2nd) half(?: of the year)?|h([12]))', ([word, digit], y) =>
    scopeOf(half(y, digit ? Number(digit) : ordinalIn(word!)), 'half', 'explicit'),
  ),
  ...withYear('(?:the )?first (two|three|four|five|six|seven|eight|nine|ten|eleven|\\d{1,2}) months', ([n], y) =>
    scopeOf(months(y, 1, numberOf(n!) ?? 12), 'range', 'explicit'),
  ),
  ...withYear('(?:the )?first (two|three|2|3) quarters', ([n], y) =>
    scopeOf(months(y, 1, 3 * (numberOf(n!) ?? 4)), 'range', 'explicit'),
  ),
  ...withYear(`(?:the )?${ordinal} week (?:of|in) (${monthWords})`, ([n, m], y) => {
    const { from, to } = month(y, monthIn(m!));
    const monday = nthIn(from, to, ordinalIn(n!), 1);
    return monday ? scopeOf({ from: monday, to: addDays(monday, 7) }, 'week', 'explicit') : null;
  }),
  ...withYear(`(?:the )?${ordinal} (${weekdayWords}) (?:of|in) (${monthWords})`, ([n, w, m], y) => {
    const { from, to } = month(y, monthIn(m!));
    return dayScope(nthIn(from, to, ordinalIn(n!), weekdayIn(w!)), 'explicit');
  }),
  ...withYear(
    `(?:the )?week (?:of|commencing|beginning|starting) (?:the )?(?:${date}(?: of)? (${monthWords})|(${monthWords})\\.? ${date})`,
    ([d, m, n, e], y) => {
      const day = dayIfReal(y, monthIn((m ?? n)!), Number(d ?? e));
      return day ? scopeOf(week(day), 'week', 'explicit') : null;
    },
  ),
  ...withYear('(?:the )?(?:(\\d{1,2})(?:st|nd|rd|th) week of the year|week (?:no\\.? ?)?([1-5]\\d))', ([n, m], y) => {
    const first = nthIn(dayFrom(y, 1, 1), dayFrom(y + 1, 1, 1), 1, 1)!;
    const monday = addDays(first, 7 * (Number(n ?? m) - 1));
    return yearOf(monday) === y ? scopeOf(week(monday), 'week', 'explicit') : null;
  }),
  {
    pattern: here(`${yearDigits}(?:-| )?(?:q([1-4])|h([12]))`),
    read: ([, y, q, h]) =>
      q
        ? scopeOf(quarter(Number(y), Number(q)), 'quarter', 'explicit')
        : scopeOf(half(Number(y), Number(h)), 'half', 'explicit'),
  },
  {
    pattern: here(
      `(?<=(?:in|of|since|for|from|to|until|till|during|between|and|by|before|after|through|than|with|vs\\.?|year) )(?:the year )?${yearDigits}`,
    ),
    read: ([, y]) => scopeOf(year(Number(y)), 'year', 'explicit'),
  },
  {
    pattern: here(
      'the (\\d{1,2})(?:st|nd|rd|th)(?! (?:five-year|annual|anniversary|floor|birthday|time|century|cppcc|plenary|issue|session|meeting|item|edition|party|national|congress))',
    ),
    float: 'month',
    read: ([, d], at) => dayScope(dayIfReal(at.year, at.month, Number(d)), 'explicit'),
  },
];
