/** English spans counted from today: three days ago, the last seven days, within ten working days. */
import { numberOf } from '../../numbers.ts';
import { addDays } from '../day.ts';
import { type Amount, ahead, away, lately, pointAt, type Unit, unitsBefore } from './count-links.ts';
import { here } from './english-words.ts';
import { type Link, scopeOf } from './link.ts';

const amount =
  '(\\d{1,3}|a couple of|a few|half an?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|sixty|ninety)[ -](working day|business day|workday|day|week|fortnight|month|quarter|year)s?';
const units: Readonly<Record<string, Unit>> = {
  'working day': 'workday',
  'business day': 'workday',
  workday: 'workday',
  day: 'day',
  week: 'week',
  month: 'month',
  fortnight: 'week',
  quarter: 'quarter',
  year: 'year',
};

const loose: Readonly<Record<string, number>> = { a: 1, an: 1, 'a couple of': 2, 'a few': 3, half: 0.5 };

function amountIn(count: string, unit: string): Amount {
  const word = count.toLowerCase().replace(/^half an?$/, 'half');
  const n = loose[word] ?? numberOf(count) ?? 0;
  const name = unit.toLowerCase();
  if (n === 0.5 && name === 'year') return { count: 6, unit: 'month' };
  return { count: name === 'fortnight' ? n * 2 : n, unit: units[name]! };
}

export const englishCountLinks: readonly Link[] = [
  {
    pattern: here(`${amount} (?:ago|earlier|back)`),
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
    pattern: here(`${amount} (?:from (?:now|today)|later|hence)`),
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
    pattern: here(
      `(?:in |over |during )?(?:the )?(?:past|last|recent) (?:${amount}|(year|month|week|quarter|fortnight)(?<=(?:past|recent) \\w+|fortnight))`,
    ),
    // The past year is twelve months back from today, last year is the one before this.
    read: ([, n, unit, single], at) => lately(at.today, amountIn(n ?? 'a', (unit ?? single)!)),
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
