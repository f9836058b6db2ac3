/** English days and spans named from where today stands: yesterday, last Friday, next month, year to date. */
import {
  addDays,
  addMonths,
  type Day,
  monthOf,
  startOfMonth,
  startOfQuarter,
  startOfWeek,
  startOfYear,
  weekday,
  yearOf,
} from '../day.ts';
import { month } from '../period.ts';
import {
  dayScope,
  here,
  monthIn,
  monthWords,
  partOfMonth,
  relative,
  shiftIn,
  weekdayIn,
  weekdayWords,
} from './english-words.ts';
import { type Link, type Scope, scopeOf } from './link.ts';

/** The week, month, quarter or year so many after the running one. */
function unitAt(today: Day, unit: string, by: number): Scope {
  const name = unit.toLowerCase();
  if (name === 'week') {
    const from = addDays(startOfWeek(today), 7 * by);
    return scopeOf({ from, to: addDays(from, 7) }, 'week', 'relative');
  }
  const length = name === 'month' ? 1 : name === 'quarter' ? 3 : 12;
  const start =
    name === 'month' ? startOfMonth(today) : name === 'quarter' ? startOfQuarter(today) : startOfYear(today);
  const from = addMonths(start, length * by);
  return scopeOf({ from, to: addMonths(from, length) }, name as 'month' | 'quarter' | 'year', 'relative');
}

const namedDays: Readonly<Record<string, number>> = {
  today: 0,
  yesterday: -1,
  tomorrow: 1,
  'the day before yesterday': -2,
  'day before yesterday': -2,
  'the day after tomorrow': 2,
  'day after tomorrow': 2,
  tonight: 0,
  'last night': -1,
  'this morning': 0,
  'this afternoon': 0,
  'this evening': 0,
  'just now': 0,
};

export const englishNearLinks: readonly Link[] = [
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
    // Short forms only as they are written: sun and sat are words, Sun and Sat are days.
    pattern: here('(mon|tues?|wed|thu(?:rs?)?|fri|sat(?! (?:down|round|around|with|in)\\b)|sun)\\.?'),
    float: 'week',
    read: ([text, w], at) =>
      /^[A-Z][a-z]+/.test(text) ? dayScope(addDays(at.monday, weekdayIn(w!) - 1), 'weekday') : null,
  },
  {
    pattern: here('(?:the )?(week|month|quarter|year) (before last|after next)'),
    read: ([, unit, side], at) => {
      const by = /before/i.test(side!) ? -2 : 2;
      return unitAt(at.today, unit!, by);
    },
  },
  {
    pattern: here('(?<!(?:last|this|next|the|every|each) )weekend'),
    float: 'week',
    read: (_, at) => scopeOf({ from: addDays(at.monday, 5), to: addDays(at.monday, 7) }, 'days', 'relative'),
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
    read: ([, word, unit], at) => unitAt(at.today, unit!, shiftIn(word!)),
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
        const start = addMonths(startOfMonth(at.today), by);
        return partOfMonth(yearOf(start), monthOf(start), part!.replace('middle', 'mid'));
      }
      const tail = /end|late/i.test(part!);
      const m = tail ? 12 : /mid/i.test(part!) ? 6 : 1;
      return { ...scopeOf(month(yearOf(at.today) + by, m), 'range', 'relative'), tail };
    },
  },
  {
    pattern: here(
      '(?:the )?(?:(year|month|week|quarter)[ -]to[ -]date|(ytd|mtd)|so far this (year|month|week|quarter)|this (year|month|week|quarter) (?:so far|to date)|(?:so far|to date)|since the (?:beginning|start) of (?:the|this) (year|month|week|quarter))',
    ),
    read: ([, a, short, b, c, d], at) => {
      const unit = (a ?? b ?? c ?? d ?? (/m/i.test(short ?? '') ? 'month' : 'year')).toLowerCase();
      const start = unitAt(at.today, unit, 0).start;
      return { start, end: addDays(at.today, 1), grain: 'since', said: 'relative', toDate: true };
    },
  },
  {
    pattern: here('(?:the )?(year|quarter|month)[ -]?end'),
    read: ([, unit], at) => {
      const last = addMonths(unitAt(at.today, unit!.toLowerCase(), 0).end!, -1);
      if (unit!.toLowerCase() === 'month') return partOfMonth(yearOf(last), monthOf(last), 'late');
      return { ...scopeOf(month(yearOf(last), monthOf(last)), 'month', 'relative'), tail: true };
    },
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
