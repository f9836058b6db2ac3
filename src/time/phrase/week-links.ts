/** Weeks, weekdays and week-ends. */
import { addDays, type Day, dayFrom, daysBetween, weekday } from '../day.ts';
import { countOf, dayAt, here, type Link, numeral, ordinalOf, type Scope, scopeOf } from './link.ts';

const weekdayNumber: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  日: 7,
  天: 7,
  1: 1,
  2: 2,
  3: 3,
  4: 4,
  5: 5,
  6: 6,
  7: 7,
};
const weekWord = '(?:周|星期|礼拜)';
/** 本周三场会 is this week, three of them. */
const noCount =
  '(?!次(?!日)|场(?!地|所)|期(?!间)|[个篇件份轮趟届]|条(?!例)|家(?!访)|项(?!目)|批(?![示复准办转阅了])|起(?!草))';
const weekShift = (word: string) =>
  (word.startsWith('上') ? -1 : word.startsWith('下') ? 1 : 0) *
  (/[上下]{3}/.test(word) ? 3 : /[上下]{2}/.test(word) ? 2 : 1);
const firstMonday = (day: Day) => addDays(day, (8 - weekday(day)) % 7);

/** The n-th week or weekday in a span; from the end for a negative n. */
function nth(scope: Scope, n: number, day: number): Day | null {
  const first = addDays(scope.start!, (day - weekday(scope.start!) + 7) % 7);
  const count = Math.ceil(daysBetween(first, scope.end!) / 7);
  const at = n < 0 ? count + n : n - 1;
  return at >= 0 && at < count ? addDays(first, at * 7) : null;
}

export const weekLinks: readonly Link[] = [
  {
    pattern: here(`(本|这一?个?|当前?|上{1,3}一?个?|下{1,3}一?个?)${weekWord}(?:内|里)?(?!边|围|转|报|刊)`),
    read: ([, word], at) => {
      const from = addDays(addDays(at.today, 1 - weekday(at.today)), 7 * weekShift(word!));
      return scopeOf({ from, to: addDays(from, 7) }, 'week', 'relative');
    },
  },
  {
    pattern: here(`${weekWord}?([一二三四五六日天]|[1-6](?!\\d))${noCount}(?![个月号])`),
    after: ['week'],
    root: false,
    read: ([, word], _, scope) => ({ ...dayAt(addDays(scope!.start!, weekdayNumber[word!]! - 1), 'weekday')! }),
  },
  {
    pattern: here(`(?<![\\d每一两二三四五六七八九十几])${weekWord}([一二三四五六日天])${noCount}(?!到周|报(?!告|送))`),
    float: 'week',
    read: ([, word], at) => dayAt(addDays(at.monday, weekdayNumber[word!]! - 1), 'weekday'),
  },
  {
    pattern: here('(?:周|星期|礼拜)?末(?!端|尾)'),
    after: ['week'],
    root: false,
    read: (_, __, scope) => scopeOf({ from: addDays(scope!.start!, 5), to: scope!.end! }, 'days', 'relative'),
  },
  {
    pattern: here('(?<![每])周末'),
    float: 'week',
    read: (_, at) => scopeOf({ from: addDays(at.monday, 5), to: addDays(at.monday, 7) }, 'days', 'relative'),
  },
  {
    pattern: here('(?:周|星期|礼拜)六(?:周|星期|礼拜|、)?日(?!报)'),
    after: ['week'],
    float: 'week',
    read: (_, at, scope) => {
      const from = addDays(scope?.start ?? at.monday, 5);
      return scopeOf({ from, to: addDays(from, 2) }, 'days', 'weekday');
    },
  },
  {
    pattern: here('([上下])半周'),
    read: ([, word], at) => {
      const monday = addDays(at.today, 1 - weekday(at.today));
      return scopeOf(
        word === '上' ? { from: monday, to: addDays(monday, 3) } : { from: addDays(monday, 3), to: addDays(monday, 7) },
        'days',
        'relative',
      );
    },
  },
  {
    pattern: here(`(第${numeral}个?|最后一个?|首)${weekWord}(?![一二三四五六日天])`),
    after: ['year', 'half', 'quarter', 'month'],
    root: true,
    float: 'year',
    read: ([, word], at, scope) => {
      const span =
        scope ?? scopeOf({ from: dayFrom(at.year, 1, 1), to: dayFrom(at.year + 1, 1, 1) }, 'year', 'explicit');
      const monday = nth(span, ordinalOf(word!), 1);
      return monday ? scopeOf({ from: monday, to: addDays(monday, 7) }, 'week', 'explicit') : null;
    },
  },
  {
    pattern: here(`(第?${numeral}个|最后一?个?|首个)${weekWord}([一二三四五六日天])`),
    after: ['year', 'half', 'quarter', 'month'],
    root: false,
    read: ([, word, day], _, scope) => dayAt(nth(scope!, ordinalOf(word!), weekdayNumber[day!]!), 'explicit'),
  },
  {
    pattern: here(`[前头](${numeral})个?${weekWord}`),
    after: ['year', 'month'],
    root: false,
    read: ([, n], _, scope) => {
      const from = firstMonday(scope!.start!);
      return scopeOf({ from, to: addDays(from, 7 * countOf(n!)) }, 'range', 'explicit');
    },
  },
  {
    pattern: here(`最[后後](${numeral})个?${weekWord}`),
    after: ['year', 'month'],
    root: false,
    read: ([, n], _, scope) =>
      scopeOf({ from: addDays(scope!.end!, -7 * countOf(n!)), to: scope!.end! }, 'range', 'explicit'),
  },
];
