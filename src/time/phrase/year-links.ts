/** Years and what is counted in them: halves, quarters, months, decades. */
import { addMonths, type Day, dayFrom, monthOf, quarterOf, startOfQuarter, yearOf } from '../day.ts';
import { half, month, months, quarter, year } from '../period.ts';
import { countOf, here, hyphen, type Link, type Moment, numeral, type Scope, scopeOf, yearFrom } from './link.ts';

const yearShifts: Readonly<Record<string, number>> = {
  今: 0,
  本: 0,
  当: 0,
  这: 0,
  这一: 0,
  当前: 0,
  去: -1,
  上: -1,
  上一: -1,
  前: -2,
  大前: -3,
  明: 1,
  下: 1,
  下一: 1,
  来: 1,
  次: 1,
  翌: 1,
  同: 0,
  后: 2,
  大后: 3,
};
const monthShifts: Readonly<Record<string, number>> = {
  本: 0,
  这: 0,
  这个: 0,
  这一个: 0,
  当: 0,
  当前: 0,
  同: 0,
  上: -1,
  上个: -1,
  上一: -1,
  上一个: -1,
  上上: -2,
  上上个: -2,
  下: 1,
  下个: 1,
  下一: 1,
  下一个: 1,
  次: 1,
  下下: 2,
  下下个: 2,
};
const alternatives = (table: object) =>
  Object.keys(table)
    .sort((a, b) => b.length - a.length)
    .join('|');

const quarterNumbers = '[1-4一二三四]';
const quarterWord = '个?季(?:度|(?=$|[,，、。的末]))';
const zhDigits = '零一二三四五六七八九';

const yearScope = (y: number, said: Scope['said']): Scope | null =>
  y >= 1 && y <= 9998 ? scopeOf(year(y), 'year', said) : null;
/** 同年, 当月 and 次年 lean on the days named before; without any they mean today's, but 同 means nothing. */
const baseDay = (word: string, at: Moment): Day => (/^[同当次翌]$/.test(word) && at.anchor ? at.anchor.from : at.today);
const inYear = (scope: Scope | null, fallback: number) => (scope?.start ? yearOf(scope.start) : fallback);

/** Words in front of or behind a two-digit figure that make 15年 a length of time. */
const noDuration = '(?![来内前后间多以左期限制龄级级度]|之[前后内])';

export const yearLinks: readonly Link[] = [
  {
    pattern: here(`(?<!\\d)(\\d{4}|\\d{3}(?=年)|[${zhDigits}]{4})(?:年度?(?:份(?!额))?|财年)`),
    read: ([, y], at) => yearScope(yearFrom(y!, at.year), 'explicit'),
  },
  {
    pattern: here(`(?<![\\d.第近约每共满了]|[过最工][去近作])(\\d{2}|[${zhDigits}]{2})年(?:度|份(?!额))?${noDuration}`),
    read: ([, y], at) => yearScope(yearFrom(y!, at.year), 'explicit'),
  },
  {
    pattern: here(
      '(?<![\\d.,〔\\[])((?:19|20)\\d\\d)(?![〕\\])）]\\d{1,4}号)(?!\\s*[,:](?! [A-Za-z])|[〕\\d./年个件条篇次场人家元万亿%米份期项批名位台辆页套户亩多余平公吨斤克立千百]|-\\d)',
    ),
    read: ([, y]) => yearScope(Number(y), 'explicit'),
  },
  {
    pattern: here(`(?<![\\d.])((?:19|20)\\d\\d|[${zhDigits}]{4})年?${hyphen}((?:19|20)?\\d\\d|[${zhDigits}]{4})年度?`),
    read: ([, a, b], at) => {
      const first = yearFrom(a!, at.year);
      const last = yearFrom(b!, first);
      return last > first
        ? scopeOf({ from: dayFrom(first, 1, 1), to: dayFrom(last + 1, 1, 1) }, 'years', 'explicit')
        : null;
    },
  },
  {
    pattern: here('(?<![\\d-])((?:19|20)\\d\\d) ?(?:-{1,3}|~) ?((?:19|20)\\d\\d)(?![\\d-])'),
    read: ([, a, b]) =>
      Number(b) > Number(a)
        ? scopeOf({ from: dayFrom(Number(a), 1, 1), to: dayFrom(Number(b) + 1, 1, 1) }, 'years', 'explicit')
        : null,
  },
  { pattern: here(`民国(${numeral})年`), read: ([, n]) => yearScope(1911 + countOf(n!), 'explicit') },
  {
    pattern: here(`(${alternatives(yearShifts)})年(?:度|份(?!额))?(?!轻|级|龄|内?来|货|夜)`),
    read: ([, word], at) =>
      word === '同' && !at.anchor ? null : yearScope(yearOf(baseDay(word!, at)) + yearShifts[word!]!, 'relative'),
  },
  {
    pattern: here('(全年|全年度|本财年)'),
    after: ['year'],
    read: (_, at, scope) => scope ?? yearScope(yearOf(at.today), 'relative'),
  },
  {
    pattern: here(
      `(?:(\\d{1,2}|[一二]?十[一二三四五六七八九]?)世纪|(本|上)个?世纪)?([1-9一二三四五六七八九])[0十]年代(?:(初|前期|中期|末|后期))?`,
    ),
    read: ([, century, rel, decade, part], at) => {
      const tens = (zhDigits.includes(decade!) ? zhDigits.indexOf(decade!) : Number(decade)) * 10;
      const base = century
        ? (countOf(century) - 1) * 100
        : rel
          ? Math.floor(at.year / 100) * 100 - (rel === '上' ? 100 : 0)
          : tens > (at.year % 100) + 10
            ? 1900
            : 2000;
      const [from, to] =
        part === undefined ? [0, 10] : /初|前期/.test(part) ? [0, 3] : part === '中期' ? [3, 7] : [7, 10];
      return scopeOf(
        { from: dayFrom(base + tens + from, 1, 1), to: dayFrom(base + tens + to, 1, 1) },
        'years',
        'explicit',
      );
    },
  },
];

export const halfLinks: readonly Link[] = [
  {
    pattern: here('(上|前|头|下|后)半年(?!度)(?:度)?'),
    after: ['year'],
    float: 'year',
    read: ([, word], at, scope) =>
      scopeOf(half(inYear(scope, at.year), /[上前头]/.test(word!) ? 1 : 2), 'half', 'explicit'),
  },
  {
    pattern: here('(上|下)半年度'),
    after: ['year'],
    float: 'year',
    read: ([, word], at, scope) => scopeOf(half(inYear(scope, at.year), word === '上' ? 1 : 2), 'half', 'explicit'),
  },
  {
    pattern: here('[Hh]([12])(?![\\dA-Za-z])'),
    after: ['year'],
    float: 'year',
    read: ([, h], at, scope) => scopeOf(half(inYear(scope, at.year), Number(h)), 'half', 'explicit'),
  },
];

export const quarterLinks: readonly Link[] = [
  {
    pattern: here(`第?(${quarterNumbers})${quarterWord}`),
    after: ['year'],
    float: 'year',
    read: ([, q], at, scope) => scopeOf(quarter(inYear(scope, at.year), countOf(q!)), 'quarter', 'explicit'),
  },
  {
    pattern: here(`第?(${quarterNumbers})${hyphen}第?(${quarterNumbers})${quarterWord}`),
    after: ['year'],
    float: 'year',
    read: ([, a, b], at, scope) => {
      const [first, last] = [countOf(a!), countOf(b!)];
      return last > first
        ? scopeOf(months(inYear(scope, at.year), first * 3 - 2, (last - first + 1) * 3), 'range', 'explicit')
        : null;
    },
  },
  {
    pattern: here(`第?(${quarterNumbers})(?=(?:[、,和及]第?${quarterNumbers}){1,3}季)`),
    after: ['year'],
    float: 'year',
    read: ([, q], at, scope) => scopeOf(quarter(inYear(scope, at.year), countOf(q!)), 'quarter', 'explicit'),
  },
  {
    pattern: here('[Qq]([1-4])(?:季度)?(?![\\dA-Za-z])'),
    after: ['year'],
    float: 'year',
    read: ([, q], at, scope) => scopeOf(quarter(inYear(scope, at.year), Number(q)), 'quarter', 'explicit'),
  },
  {
    pattern: here('(本|这个?|当前?|上一?个?|下一?个?)季度(末|底|初)?'),
    read: ([, word, part], at) => {
      const start = addMonths(
        dayFrom(yearOf(at.today), quarterOf(at.today) * 3 - 2, 1),
        word!.startsWith('上') ? -3 : word!.startsWith('下') ? 3 : 0,
      );
      const whole = quarter(yearOf(start), quarterOf(start));
      if (!part) return scopeOf(whole, 'quarter', 'relative');
      return part === '初'
        ? scopeOf(month(yearOf(start), monthOf(start)), 'month', 'relative')
        : { ...scopeOf({ from: addMonths(start, 2), to: whole.to }, 'month', 'relative'), tail: true };
    },
  },
  {
    pattern: here('(?<![一二三四1-4夏春秋冬首本上下这个])季度?(初|末|底)'),
    read: ([, part], at) => {
      const start = startOfQuarter(at.today);
      const from = part === '初' ? start : addMonths(start, 2);
      return { ...scopeOf({ from, to: addMonths(from, 1) }, 'month', 'relative'), tail: part !== '初' };
    },
  },
  {
    pattern: here(`[前头]([1-4一二两三四])个?季度?`),
    after: ['year'],
    float: 'year',
    read: ([, n], at, scope) => scopeOf(months(inYear(scope, at.year), 1, countOf(n!) * 3), 'range', 'explicit'),
  },
  {
    pattern: here(`[后末]([1-4一二两三四])个?季度`),
    after: ['year'],
    float: 'year',
    read: ([, n], at, scope) =>
      scopeOf(months(inYear(scope, at.year), 13 - countOf(n!) * 3, countOf(n!) * 3), 'range', 'explicit'),
  },
  {
    pattern: here('(首|末)季度?'),
    after: ['year'],
    root: false,
    read: ([, word], at, scope) =>
      scopeOf(quarter(inYear(scope, at.year), word === '首' ? 1 : 4), 'quarter', 'explicit'),
  },
  {
    pattern: here('(?:季度)?(末|底|初)'),
    after: ['quarter'],
    root: false,
    read: ([, word], _, scope) => {
      const first = scope!.start!;
      const from = word === '初' ? first : addMonths(first, 2);
      return { ...scopeOf({ from, to: addMonths(from, 1) }, 'month', scope!.said), tail: word !== '初' };
    },
  },
];

const monthNumber = '(?:0?[1-9]|1[0-2]|十[一二]?|[一二三四五六七八九]|元)';
const monthWord = '月(?:份(?!额)|度(?!假))?(?![饼薪租嫂票])';
const monthIn = (word: string) => (word === '元' ? 1 : countOf(word));

export const monthLinks: readonly Link[] = [
  {
    pattern: here(`(?<![\\d.]|[零一二三四五六七八九十公百千万亿])(${monthNumber})${monthWord}`),
    after: ['year'],
    float: 'year',
    read: ([, m], at, scope) => scopeOf(month(inYear(scope, at.year), monthIn(m!)), 'month', 'explicit'),
  },
  {
    pattern: here(
      `(?<![\\d.]|[零一二三四五六七八九十公百千万亿])(${monthNumber})月?${hyphen}(${monthNumber})${monthWord}(?!\\d|[零一二三四五六七八九十])`,
    ),
    after: ['year'],
    float: 'year',
    read: ([, a, b], at, scope) => {
      const [first, last] = [monthIn(a!), monthIn(b!)];
      const y = inYear(scope, at.year);
      return first === last
        ? null
        : scopeOf(months(y, first, last > first ? last - first + 1 : last - first + 13), 'range', 'explicit');
    },
  },
  {
    pattern: here(
      `(?<![\\d.]|[零一二三四五六七八九十公百千万亿])(${monthNumber})(?=(?:[、,和及](?:${monthNumber})){1,12}月)`,
    ),
    after: ['year'],
    float: 'year',
    read: ([, m], at, scope) => scopeOf(month(inYear(scope, at.year), monthIn(m!)), 'month', 'explicit'),
  },
  {
    pattern: here(`(${alternatives(monthShifts)})月(?:份(?!额)|度(?!假))?(?![饼亮球票薪台])`),
    after: ['year'],
    read: ([, word], at, scope) => {
      if (word === '同' && !at.anchor) return null;
      const day = baseDay(word!, at);
      const start = addMonths(dayFrom(yearOf(day), monthOf(day), 1), monthShifts[word!]!);
      return scopeOf(month(scope?.start ? yearOf(scope.start) : yearOf(start), monthOf(start)), 'month', 'relative');
    },
  },
  {
    pattern: here(`[前头](${numeral})个?月(?:份(?!额))?`),
    after: ['year', 'half', 'quarter'],
    root: false,
    read: ([, n], _, scope) => {
      const from = scope!.start!;
      const to = addMonths(from, countOf(n!));
      return to > from && to <= scope!.end! ? scopeOf({ from, to }, 'range', 'explicit') : null;
    },
  },
  {
    pattern: here(`(?:最后|[后末])(${numeral})个?月(?:份(?!额))?`),
    after: ['year', 'half', 'quarter'],
    root: false,
    read: ([, n], _, scope) => {
      const to = scope!.end!;
      const from = addMonths(to, -countOf(n!));
      return from < to && from >= scope!.start! ? scopeOf({ from, to }, 'range', 'explicit') : null;
    },
  },
  {
    pattern: here('(首|第一个|最后一个|末)月'),
    after: ['year', 'quarter', 'half'],
    root: false,
    read: ([, word], _, scope) => {
      const from = /首|第一/.test(word!) ? scope!.start! : addMonths(scope!.end!, -1);
      return scopeOf({ from, to: addMonths(from, 1) }, 'month', 'explicit');
    },
  },
  {
    pattern: here(`第(${numeral})个月`),
    after: ['year', 'quarter', 'half'],
    root: false,
    read: ([, n], _, scope) => {
      const from = addMonths(scope!.start!, countOf(n!) - 1);
      return from < scope!.end! ? scopeOf({ from, to: addMonths(from, 1) }, 'month', 'explicit') : null;
    },
  },
];
