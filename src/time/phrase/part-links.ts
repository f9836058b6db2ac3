/** Parts of months and years people name (上旬, 月底, 年初) and days counted inside a span. */
import { addWorkdays, hasCalendar, previousWorkday } from '../calendar.ts';
import { addDays, addMonths, type Day, dayFrom, endOfMonth, startOfMonth, yearOf } from '../day.ts';
import type { Period } from '../period.ts';
import { away } from './count-links.ts';
import { countOf, dayAt, here, type Link, numeral, ordinalOf, type Scope, scopeOf } from './link.ts';

const tenDays = (start: Day, part: number): Period => ({
  from: addDays(startOfMonth(start), part * 10),
  to: part === 2 ? addDays(endOfMonth(start), 1) : addDays(startOfMonth(start), part * 10 + 10),
});
const monthPart = (start: Day, word: string): Scope => {
  const part = /上|初/.test(word) ? 0 : /中/.test(word) ? 1 : 2;
  return { ...scopeOf(tenDays(start, part), 'ten-days', 'explicit'), tail: part === 2 };
};
const yearParts: Readonly<Record<string, readonly [number, number]>> = {
  初: [1, 2],
  伊始: [1, 2],
  中: [6, 8],
  底: [12, 13],
  末: [12, 13],
  终: [12, 13],
  尾: [12, 13],
};
const yearPart = (y: number, word: string): Scope => {
  const [first, next] = yearParts[word]!;
  const start = dayFrom(y, 1, 1);
  return {
    ...scopeOf({ from: addMonths(start, first - 1), to: addMonths(start, next - 1) }, 'range', 'relative'),
    tail: first === 12,
  };
};

const inMonths = ['month', 'year', 'half', 'quarter'] as const;

export const partLinks: readonly Link[] = [
  {
    pattern: here('(上|中|下)旬'),
    after: ['month'],
    float: 'month',
    read: ([, word], at, scope) => monthPart(scope?.start ?? dayFrom(at.year, at.month, 1), word!),
  },
  {
    pattern: here('(上中|中下)旬'),
    after: ['month'],
    float: 'month',
    read: ([, word], at, scope) => {
      const start = scope?.start ?? dayFrom(at.year, at.month, 1);
      const [from, to] = word === '上中' ? [0, 1] : [1, 2];
      return {
        ...scopeOf({ from: tenDays(start, from).from, to: tenDays(start, to).to }, 'days', 'explicit'),
        tail: to === 2,
      };
    },
  },
  {
    pattern: here('月?(初|中(?!旬|旬|央|学|小|国|心|层|共|午)|底|末)(?!期|级|步|次|审|稿|衷)'),
    after: ['month'],
    root: false,
    read: ([, word], _, scope) => monthPart(scope!.start!, word!),
  },
  {
    pattern: here('(?<![\\d一二三四五六七八九十个])月(初|中(?!旬|央|学|国|心)|底|末)'),
    float: 'month',
    read: ([, word], at) => monthPart(dayFrom(at.year, at.month, 1), word!),
  },
  {
    pattern: here('(上|下)半月'),
    after: ['month'],
    float: 'month',
    read: ([, word], at, scope) => {
      const start = scope?.start ?? dayFrom(at.year, at.month, 1);
      return scopeOf(
        word === '上' ? { from: start, to: addDays(start, 15) } : { from: addDays(start, 15), to: addMonths(start, 1) },
        'days',
        'explicit',
      );
    },
  },
  {
    pattern: here('年?(初|伊始|底|末|终|(?<=年)中(?!旬|学|国|央|心|秋|考))(?!期|级|步|次|审|稿)'),
    after: ['year'],
    root: false,
    read: ([, word], _, scope) => yearPart(yearOf(scope!.start!), word!),
  },
  {
    pattern: here('(?:年|岁)(初|底|末|终|尾|中(?!旬|学))(?!奖|考|总结|报告|汇报|会|盘)'),
    read: ([, word], at) => yearPart(yearOf(at.today), word!),
  },
  {
    pattern: here(`第(${numeral})[天日]`),
    after: [...inMonths, 'week', 'days'],
    root: false,
    read: ([, n], _, scope) => {
      const day = addDays(scope!.start!, countOf(n!) - 1);
      return day < scope!.end! ? dayAt(day, 'explicit') : null;
    },
  },
  {
    pattern: here(`倒数第(${numeral})[天日]`),
    after: inMonths,
    root: false,
    read: ([, n], _, scope) => dayAt(addDays(scope!.end!, -countOf(n!)), 'explicit'),
  },
  {
    pattern: here('最后一[天日]'),
    after: [...inMonths, 'week', 'ten-days'],
    root: false,
    read: (_, __, scope) => dayAt(addDays(scope!.end!, -1), 'explicit'),
  },
  {
    pattern: here(`[前头](${numeral})[天日]`),
    after: inMonths,
    root: false,
    read: ([, n], _, scope) =>
      scopeOf({ from: scope!.start!, to: addDays(scope!.start!, countOf(n!)) }, 'days', 'explicit'),
  },
  {
    pattern: here(`最?后(${numeral})[天日]`),
    after: inMonths,
    root: false,
    read: ([, n], _, scope) =>
      scopeOf({ from: addDays(scope!.end!, -countOf(n!)), to: scope!.end! }, 'days', 'explicit'),
  },
  {
    pattern: here(`(?:之?前|提前)(${numeral})[天日]`),
    after: ['day'],
    root: false,
    read: ([, n], _, scope) => dayAt(addDays(scope!.start!, -countOf(n!)), 'explicit'),
  },
  {
    pattern: here(`(?:之?后(${numeral})[天日]|次日|第二天)`),
    after: ['day'],
    root: false,
    read: ([, n], _, scope) => dayAt(addDays(scope!.start!, n ? countOf(n) : 1), 'explicit'),
  },
  {
    pattern: here(
      `(?:的)?(?:往后|向后|之后|此后|接下来)(?:的)?(${numeral})[天日](?:内|里)?|之?后的?(${numeral})[天日](?:之|以)?内`,
    ),
    after: ['day'],
    root: false,
    read: ([, n, m], _, scope) =>
      scopeOf({ from: scope!.end!, to: addDays(scope!.end!, countOf(n ?? m!)) }, 'days', scope!.said),
  },
  {
    pattern: here(`(?:之日)?起(?:的)?(${numeral})个?(工作日|[天日]|月)(?:之|以)?内`),
    after: ['day'],
    root: false,
    // The day of the event is not counted.
    read: ([, n, unit], _, scope) => {
      const last = away(
        scope!.start!,
        { count: countOf(n!), unit: unit === '工作日' ? 'workday' : unit === '月' ? 'month' : 'day' },
        1,
      );
      return last ? scopeOf({ from: scope!.start!, to: addDays(last, 1) }, 'days', scope!.said) : null;
    },
  },
  {
    pattern: here(`(?:之?)(前|后)(${numeral})个?(?:周|星期|礼拜)`),
    after: ['day'],
    root: false,
    read: ([, side, n], _, scope) => {
      const days = 7 * countOf(n!);
      const period =
        side === '前'
          ? { from: addDays(scope!.start!, -days), to: scope!.start! }
          : { from: scope!.end!, to: addDays(scope!.end!, days) };
      return scopeOf(period, 'days', scope!.said);
    },
  },
  {
    pattern: here(`(第${numeral}个?|最后一?个?|首个)工作日`),
    after: [...inMonths, 'week'],
    root: false,
    read: ([, word], _, scope) => {
      const last = addDays(scope!.end!, -1);
      if (!hasCalendar(yearOf(scope!.start!)) || !hasCalendar(yearOf(last))) return null;
      return dayAt(
        /最后/.test(word!) ? previousWorkday(last) : addWorkdays(addDays(scope!.start!, -1), ordinalOf(word!)),
        'explicit',
      );
    },
  },
];
