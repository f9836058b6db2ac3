/** Periods with a proper name: plans, terms, sessions, and the year so far. */
import { holidayNames, holidayPeriod } from '../calendar.ts';
import { addDays, addYears, dayFrom, daysBetween, startOfYear, yearOf } from '../day.ts';
import { lunarDay } from '../lunar.ts';
import { oneDay, type Period } from '../period.ts';
import { countOf, here, type Link, numeral, type Scope, scopeOf } from './link.ts';

/** First year of a five-year plan by the digits behind 十. */
const plans: Readonly<Record<string, number>> = {
  五: 2001,
  一五: 2006,
  二五: 2011,
  三五: 2016,
  四五: 2021,
  五五: 2026,
  六五: 2031,
};

function termOf(terms: readonly Period[], today: string, shift: number): Scope | null {
  const sorted = [...terms].sort((a, b) => (a.from < b.from ? -1 : 1));
  const at = sorted.findLastIndex((term) => term.from <= today);
  const term = sorted[at + shift];
  return at >= 0 && term ? scopeOf(term, 'years', 'name') : null;
}

const toDate = (start: string, today: string): Scope => ({
  start,
  end: addDays(today, 1),
  grain: 'since',
  said: 'relative',
  toDate: true,
});

/** The days off of the Spring Festival, or the feast itself while the year's calendar is not out. */
function springFestival(year: number): Period | null {
  const feast = lunarDay(year, 1, 1);
  return holidayPeriod('春节', year) ?? (feast ? oneDay(feast) : null);
}

/** The long holiday people mean by an unnamed 节: the one that is nearest. */
function nearestHoliday(today: string): Period | null {
  const y = yearOf(today);
  const all = [y - 1, y, y + 1].flatMap((at) =>
    holidayNames.map((name) => holidayPeriod(name, at)).filter((p) => p !== null),
  );
  const distance = (p: Period) => (today < p.from ? daysBetween(today, p.from) : Math.max(0, daysBetween(p.to, today)));
  return all.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

export const namedLinks: readonly Link[] = [
  {
    pattern: here(
      '[“"‘「]?十(一五|二五|三五|四五|五五|六五)[”"’」]?(?:规划|时期|期间|计划)?(?:期间|时期)?(?![年月日号个条件次名])',
    ),
    read: ([, digits]) => {
      const first = plans[digits!]!;
      return scopeOf({ from: dayFrom(first, 1, 1), to: dayFrom(first + 5, 1, 1) }, 'years', 'name');
    },
  },
  {
    // The parts of a plan: its first year, its middle, its last.
    pattern: here('(初期?(?!中)|开局之?年|首年|第一年|中期|末期?|收官之?年|最后一年)'),
    after: ['years'],
    root: false,
    read: ([, word], _, scope) => {
      if (scope!.said !== 'name' || scope!.end !== addYears(scope!.start!, 5)) return null;
      const year = /初|开局|首|第一/.test(word!) ? 0 : word === '中期' ? 2 : 4;
      const from = addYears(scope!.start!, year);
      return { ...scopeOf({ from, to: addYears(from, 1) }, 'year', 'name'), tail: year === 4, sure: word !== '中期' };
    },
  },
  {
    pattern: here(`(前|头|最?后)(${numeral})年`),
    after: ['years'],
    root: false,
    read: ([, side, n], _, scope) => {
      const count = countOf(n!);
      if (scope!.said !== 'name' || !(count < 10)) return null;
      const period = side!.endsWith('后')
        ? { from: addYears(scope!.end!, -count), to: scope!.end! }
        : { from: scope!.start!, to: addYears(scope!.start!, count) };
      return scopeOf(period, 'years', 'name');
    },
  },
  {
    pattern: here('[“"‘「]十五[”"’」](?:规划|计划|时期|期间)?(?:期间|时期)?'),
    read: () => scopeOf({ from: '2001-01-01', to: '2006-01-01' }, 'years', 'name'),
  },
  {
    pattern: here('(本|上)届(?!中|毕)(?:政府|人大|政协|任期)?(?:任期)?内?'),
    read: ([, word], at) => termOf(at.settings.terms ?? [], at.today, word === '本' ? 0 : -1),
  },
  {
    pattern: here('(?:全?区|全?县)?两会(?:期间)?'),
    after: ['year'],
    float: 'year',
    read: (_, at, scope) => {
      const y = scope?.start ? yearOf(scope.start) : at.year;
      const session = at.settings.sessions?.find((p) => yearOf(p.from) === y);
      return session ? scopeOf(session, 'days', 'name') : null;
    },
  },
  {
    pattern: here('(?:截至|截止|截止到|截至到|到)(?:了)?(?:目前|现在|当前|如今|今天|今日|今)(?:为止)?'),
    read: (_, at) => toDate(startOfYear(at.today), at.today),
  },
  {
    pattern: here('(?:今年|年初|本年度?|年内|开年)(?:至今|到现在|到目前|迄今|以来|来)'),
    read: (_, at) => toDate(startOfYear(at.today), at.today),
  },
  {
    pattern: here('(?<![\\d年月日号天起以])(?:至今|迄今)(?:为止)?|年内(?!来)'),
    read: ([text], at) =>
      text === '年内'
        ? { ...scopeOf({ from: startOfYear(at.today), to: dayFrom(yearOf(at.today) + 1, 1, 1) }, 'year', 'relative') }
        : toDate(startOfYear(at.today), at.today),
  },
  {
    pattern: here('(去年|上年|前年|上一年)(?:度)?(?:的)?同(期|月|日)'),
    read: ([, word, unit], at) => {
      const back = word === '前年' ? -2 : -1;
      const last = addYears(at.today, back);
      if (unit === '日') return { ...scopeOf(oneDay(last), 'day', 'relative'), comparison: 'same-last-year' };
      const from = unit === '月' ? `${last.slice(0, 7)}-01` : startOfYear(last);
      return { ...scopeOf({ from, to: addDays(last, 1) }, 'range', 'relative'), comparison: 'same-last-year' };
    },
  },
  {
    pattern: here('(?<=[与和同比较])(?:历史|去年)?同期'),
    read: (_, at) => ({
      ...scopeOf(
        { from: startOfYear(addYears(at.today, -1)), to: addDays(addYears(at.today, -1), 1) },
        'range',
        'relative',
      ),
      comparison: 'same-last-year',
      sure: false,
    }),
  },
  {
    pattern: here('(?<![今去明前后来当每双佳过春\\d一二两三四五六七八九十零百千多])(节|年)(前|后)(?![面者期台续半])'),
    read: ([, what, side], at) => {
      const y = yearOf(at.today);
      const holiday =
        what === '年' ? springFestival(at.today < dayFrom(y, 8, 1) ? y : y + 1) : nearestHoliday(at.today);
      if (!holiday) return null;
      const span =
        side === '前'
          ? { from: addDays(holiday.from, -7), to: holiday.from }
          : { from: holiday.to, to: addDays(holiday.to, 7) };
      return { ...scopeOf(span, 'days', 'holiday'), sure: false };
    },
  },
];
