/** English phrases: named days, months and quarters, last and next, counted spans. */
import { numberOf } from '../../numbers.ts';
import {
  addDays,
  addMonths,
  type Day,
  dayFrom,
  dayIfReal,
  monthOf,
  quarterOf,
  startOfYear,
  weekday,
  yearOf,
} from '../day.ts';
import { half, month, months, oneDay, quarter, year } from '../period.ts';
import { ahead, away, lately, pointAt, type Unit, unitsBefore } from './count-links.ts';
import { type Link, type Scope, scopeOf } from './link.ts';

const here = (source: string) => new RegExp(`(?<![A-Za-z\\d])(?:${source})(?![A-Za-z\\d])`, 'iy');

const monthWords =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const monthStarts = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const monthIn = (word: string) => monthStarts.indexOf(word.slice(0, 3).toLowerCase()) + 1;
const weekdayWords =
  'mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?';
const weekdayIn = (word: string) =>
  'mon tue wed thu fri sat sun'.split(' ').indexOf(word.slice(0, 3).toLowerCase()) + 1;
const date = '(3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?';
const yearDigits = '((?:19|20)\\d\\d)';
const ordinal = '(first|second|third|fourth|last|1st|2nd|3rd|4th)';
const ordinalIn = (word: string) =>
  /last/i.test(word)
    ? -1
    : /first|1st/i.test(word)
      ? 1
      : /second|2nd/i.test(word)
        ? 2
        : /third|3rd/i.test(word)
          ? 3
          : 4;
const relative =
  '(this|the current|current|last|the last|the previous|previous|next|the next|the coming|the following)';
const shiftIn = (word: string) => (/last|previous/i.test(word) ? -1 : /next|coming|following/i.test(word) ? 1 : 0);
const amount =
  '(\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|sixty|ninety)[ -](working day|business day|workday|day|week|month|quarter|year)s?';
const units: Readonly<Record<string, Unit>> = {
  'working day': 'workday',
  'business day': 'workday',
  workday: 'workday',
  day: 'day',
  week: 'week',
  month: 'month',
  quarter: 'month',
  year: 'year',
};

function amountIn(count: string, unit: string) {
  const n = /^an?$/i.test(count) ? 1 : (numberOf(count) ?? 0);
  return { count: unit.toLowerCase() === 'quarter' ? n * 3 : n, unit: units[unit.toLowerCase()]! };
}

const dayScope = (day: Day | null, said: Scope['said']): Scope | null =>
  day ? scopeOf(oneDay(day), 'day', said) : null;

/** A link whose year may be left out: one for each, so that only the second floats. */
function withYear(
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

function partOfMonth(y: number, m: number, word: string): Scope {
  const start = dayFrom(y, m, 1);
  const part = /early|beginning|start/i.test(word) ? 0 : /mid/i.test(word) ? 1 : 2;
  const to = part === 2 ? addMonths(start, 1) : addDays(start, part * 10 + 10);
  return { ...scopeOf({ from: addDays(start, part * 10), to }, 'ten-days', 'explicit'), tail: part === 2 };
}

function nthIn(from: Day, to: Day, n: number, day: number): Day | null {
  const first = addDays(from, (day - weekday(from) + 7) % 7);
  if (n > 0) return addDays(first, 7 * (n - 1)) < to ? addDays(first, 7 * (n - 1)) : null;
  const last = addDays(to, -1);
  return addDays(last, -((weekday(last) - day + 7) % 7));
}

const absolute: readonly Link[] = [
  ...withYear(`(?:the )?${date}(?: of)? (${monthWords})\\.?`, ([d, m], y) =>
    dayScope(dayIfReal(y, monthIn(m!), Number(d)), 'explicit'),
  ),
  ...withYear(`(${monthWords})\\.? (?:the )?${date}`, ([m, d], y) =>
    dayScope(dayIfReal(y, monthIn(m!), Number(d)), 'explicit'),
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
    '(january|february|march|april|june|july|august|september|october|november|december|(?<=(?:in|since|of|until|till|to|through|and|by|from|during|before|after|last|this|next|for|-) )may|jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec)\\.?',
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
    pattern: here('the (\\d{1,2})(?:st|nd|rd|th)(?! (?:issue|session|meeting|item|edition|party|national|congress))'),
    float: 'month',
    read: ([, d], at) => dayScope(dayIfReal(at.year, at.month, Number(d)), 'explicit'),
  },
];

const namedDays: Readonly<Record<string, number>> = {
  today: 0,
  yesterday: -1,
  tomorrow: 1,
  'the day before yesterday': -2,
  'the day after tomorrow': 2,
  tonight: 0,
  'last night': -1,
  'this morning': 0,
  'this afternoon': 0,
  'this evening': 0,
  'just now': 0,
};

const nearToday: readonly Link[] = [
  {
    pattern: here(
      `(${Object.keys(namedDays)
        .sort((a, b) => b.length - a.length)
        .join('|')})`,
    ),
    read: ([, word], at) => dayScope(addDays(at.today, namedDays[word!.toLowerCase()]!), 'relative'),
  },
  {
    pattern: here('(?:now|the present)'),
    read: (_, at) => ({ ...dayScope(at.today, 'relative')!, onlyInRange: true }),
  },
  {
    pattern: here(`(last|this|next) (${weekdayWords})`),
    read: ([, word, w], at) =>
      dayScope(addDays(at.today, 1 - weekday(at.today) + 7 * shiftIn(word!) + weekdayIn(w!) - 1), 'weekday'),
  },
  {
    pattern: here(`(${weekdayWords}) (last|this|next) week`),
    read: ([, w, word], at) =>
      dayScope(addDays(at.today, 1 - weekday(at.today) + 7 * shiftIn(word!) + weekdayIn(w!) - 1), 'weekday'),
  },
  {
    pattern: here('(monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?!s)'),
    float: 'week',
    read: ([, w], at) => dayScope(addDays(at.monday, weekdayIn(w!) - 1), 'weekday'),
  },
  {
    pattern: here('(last|this|next|the) weekend'),
    read: ([, word], at) => {
      const monday = addDays(at.today, 1 - weekday(at.today) + 7 * shiftIn(word!));
      return scopeOf({ from: addDays(monday, 5), to: addDays(monday, 7) }, 'days', 'relative');
    },
  },
  {
    pattern: here(`${relative} (week|month|quarter|year)`),
    read: ([, word, unit], at) => {
      const by = shiftIn(word!);
      const first = dayFrom(yearOf(at.today), monthOf(at.today), 1);
      if (unit!.toLowerCase() === 'week') {
        const from = addDays(at.today, 1 - weekday(at.today) + 7 * by);
        return scopeOf({ from, to: addDays(from, 7) }, 'week', 'relative');
      }
      if (unit!.toLowerCase() === 'month')
        return scopeOf({ from: addMonths(first, by), to: addMonths(first, by + 1) }, 'month', 'relative');
      if (unit!.toLowerCase() === 'year') return scopeOf(year(yearOf(at.today) + by), 'year', 'relative');
      const start = addMonths(dayFrom(yearOf(at.today), quarterOf(at.today) * 3 - 2, 1), 3 * by);
      return scopeOf({ from: start, to: addMonths(start, 3) }, 'quarter', 'relative');
    },
  },
  {
    pattern: here(`(last|this|next) (${monthWords})`),
    read: ([, word, m], at) => {
      const y = yearOf(at.today);
      const now = monthOf(at.today);
      const by = /last/i.test(word!)
        ? monthIn(m!) < now
          ? 0
          : -1
        : /next/i.test(word!)
          ? monthIn(m!) > now
            ? 0
            : 1
          : 0;
      return scopeOf(month(y + by, monthIn(m!)), 'month', 'relative');
    },
  },
  {
    pattern: here(
      '((?:the )?end of|late|(?:the )?beginning of|early|(?:the )?start of|(?:the )?middle of|mid)[ -](the|this|last|next) (month|year)',
    ),
    read: ([, part, word, unit], at) => {
      const by = shiftIn(word!);
      if (unit!.toLowerCase() === 'month') {
        const start = addMonths(dayFrom(yearOf(at.today), monthOf(at.today), 1), by);
        return partOfMonth(yearOf(start), monthOf(start), part!.replace('middle', 'mid'));
      }
      const tail = /end|late/i.test(part!);
      const m = tail ? 12 : /mid/i.test(part!) ? 6 : 1;
      return { ...scopeOf(month(yearOf(at.today) + by, m), 'range', 'relative'), tail };
    },
  },
  {
    pattern: here(
      '(?:the )?year[ -]to[ -]date|ytd|so far this year|this year so far|this year to date|(?:so far|to date)|since the (?:beginning|start) of (?:the|this) year',
    ),
    read: (_, at) => ({
      start: startOfYear(at.today),
      end: addDays(at.today, 1),
      grain: 'since',
      said: 'relative',
      toDate: true,
    }),
  },
  {
    pattern: here('(?:the )?same (?:period|time|months?) (?:of )?(?:last|the previous) year'),
    read: (_, at) => ({
      start: startOfYear(addMonths(at.today, -12)),
      end: addDays(addMonths(at.today, -12), 1),
      grain: 'range',
      said: 'relative',
      comparison: 'same-last-year',
    }),
  },
];

const counted: readonly Link[] = [
  {
    pattern: here(`${amount} (?:ago|earlier)`),
    read: ([, n, unit], at) => {
      const said = amountIn(n!, unit!);
      const day = away(at.today, said, -1);
      return day ? pointAt(day, said) : null;
    },
  },
  {
    pattern: here(`in ${amount}(?:'? time)?`),
    read: ([, n, unit], at) => {
      const said = amountIn(n!, unit!);
      const day = away(at.today, said, 1);
      return day ? pointAt(day, said) : null;
    },
  },
  {
    pattern: here(`${amount} from (?:now|today)`),
    read: ([, n, unit], at) => {
      const said = amountIn(n!, unit!);
      const day = away(at.today, said, 1);
      return day ? pointAt(day, said) : null;
    },
  },
  {
    pattern: here(`within (?:the (?:next )?)?${amount}`),
    read: ([, n, unit], at) => {
      const to = away(at.today, amountIn(n!, unit!), 1);
      return to ? scopeOf({ from: at.today, to: addDays(to, 1) }, 'days', 'count') : null;
    },
  },
  {
    pattern: here(`(?:in |over |during )?(?:the )?(?:past|last|recent) ${amount}`),
    read: ([, n, unit], at) => lately(at.today, amountIn(n!, unit!)),
  },
  {
    pattern: here(`(?:the )?(?:previous) ${amount}`),
    read: ([, n, unit], at) => unitsBefore(at.today, amountIn(n!, unit!)),
  },
  {
    pattern: here(`(?:in |over )?(?:the )?(?:next|coming|following) ${amount}`),
    read: ([, n, unit], at) => ahead(at.today, amountIn(n!, unit!)),
  },
];

export const englishLinks: readonly Link[] = [...absolute, ...nearToday, ...counted];
