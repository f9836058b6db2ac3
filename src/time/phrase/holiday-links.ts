/** Holidays and feasts, by the common and the lunar calendar, and the days off around them. */
import type { HolidayName } from '../calendar.ts';
import { addDays, addMonths, type Day, dayFrom, dayIfReal, yearOf } from '../day.ts';
import { leapMonth, lunarDay, lunarMonth, lunarNewYearsEve, solarTerm } from '../lunar.ts';
import { oneDay } from '../period.ts';
import { daysOff, nthWeekday } from './feast-days.ts';
import { countOf, here, type Link, numeral, type Scope, scopeOf } from './link.ts';

type DayOfYear = (year: number) => Day | null;

const fixed =
  (month: number, date: number): DayOfYear =>
  (year) =>
    dayIfReal(year, month, date);
const lunar =
  (month: number, date: number): DayOfYear =>
  (year) =>
    lunarDay(year, month, date);

/** Longer names first where one begins another. */
const feasts: readonly (readonly [pattern: string, day: DayOfYear, off?: HolidayName])[] = [
  ['元旦(?:节)?|阳历新年|新年第一天', fixed(1, 1), '元旦'],
  ['春节|农历新年|农历年(?!份)|大年初一|正月初一|新春佳节|新春(?!走)', lunar(1, 1), '春节'],
  ['(?:大年|年)三十|除夕(?:夜)?', lunarNewYearsEve],
  ['元宵(?:佳?节)?|上元节', lunar(1, 15)],
  ['三月三(?![日号十])', lunar(3, 3)],
  ['龙抬头', lunar(2, 2)],
  ['清明(?:节)?(?!上河)', (year) => solarTerm('清明', year), '清明'],
  ['五一国际劳动节|(?:五一)?劳动节|国际劳动节', fixed(5, 1), '劳动节'],
  ['端午(?:佳?节)?', lunar(5, 5), '端午'],
  ['七夕(?:节)?', lunar(7, 7)],
  ['中元节', lunar(7, 15)],
  ['中秋(?:佳?节)?', lunar(8, 15), '中秋'],
  ['重阳(?:佳?节)?', lunar(9, 9)],
  ['腊八(?:节)?(?!粥|蒜)', lunar(12, 8)],
  ['小年(?!轻|纪)(?:夜)?', lunar(12, 23)],
  ['(?:十一)?国庆(?:佳?节|日)?', fixed(10, 1), '国庆'],
  ['情人节', fixed(2, 14)],
  ['女生节', fixed(3, 7)],
  ['(?:三八)?(?:国际)?(?:劳动)?妇女节|三八节', fixed(3, 8)],
  ['植树节', fixed(3, 12)],
  ['(?:国际)?消费者权益(?:保护)?日', fixed(3, 15)],
  ['愚人节', fixed(4, 1)],
  ['世界读书日', fixed(4, 23)],
  ['(?:五四)?青年节', fixed(5, 4)],
  ['护士节', fixed(5, 12)],
  ['(?:全国)?防灾减灾日', fixed(5, 12)],
  ['(?:全民)?国家安全教育日', fixed(4, 15)],
  ['(?:中国)?航天日', fixed(4, 24)],
  ['(?:世界)?无烟日', fixed(5, 31)],
  ['(?:国际)?禁毒日', fixed(6, 26)],
  ['(?:全国)?土地日', fixed(6, 25)],
  ['全民健身日', fixed(8, 8)],
  ['(?:中国)?医师节', fixed(8, 19)],
  ['抗战胜利(?:纪念)?日', fixed(9, 3)],
  ['九一八(?:事变)?(?:纪念日)?', fixed(9, 18)],
  ['(?:全国)?交通安全(?:宣传)?日', fixed(12, 2)],
  ['国际志愿者日|志愿者日', fixed(12, 5)],
  ['双十二|双12', fixed(12, 12)],
  ['光棍节|双11', fixed(11, 11)],
  ['万圣节', fixed(10, 31)],
  ['(?:全国)?助残日', (year) => nthWeekday(year, 5, 3, 7)],
  ['(?:全民)?国防教育日', (year) => nthWeekday(year, 9, 3, 6)],
  ['(?:中国)?农民丰收节', (year) => solarTerm('秋分', year)],
  ['寒食节', (year) => addDays(solarTerm('清明', year)!, -1)],
  ['下元节', lunar(10, 15)],
  ['(?:六一)?(?:国际)?儿童节', fixed(6, 1)],
  ['世界环境日', fixed(6, 5)],
  ['建党节|党的生日|建党日', fixed(7, 1)],
  ['(?:八一)?建军节', fixed(8, 1)],
  ['教师节', fixed(9, 10)],
  ['烈士纪念日', fixed(9, 30)],
  ['记者节', fixed(11, 8)],
  ['双十一(?!五)', fixed(11, 11)],
  ['消防(?:宣传)?日', fixed(11, 9)],
  ['国家宪法日|宪法日', fixed(12, 4)],
  ['国家公祭日', fixed(12, 13)],
  ['平安夜', fixed(12, 24)],
  ['圣诞(?:节)?(?!老人|树)', fixed(12, 25)],
  ['母亲节', (year) => nthWeekday(year, 5, 2, 7)],
  ['父亲节', (year) => nthWeekday(year, 6, 3, 7)],
  ['感恩节', (year) => nthWeekday(year, 11, 4, 4)],
];

const solarTerms =
  '立春|雨水(?=节气)|惊蛰|春分|谷雨|立夏|小满|芒种|夏至|小暑|大暑|立秋|处暑|白露|秋分|寒露|霜降|立冬|小雪(?=节气)|大雪(?=节气)|冬至|小寒|大寒';
const period = '(?:(?:节日|节)?(?:期间|假期|长假|小长假|假日|放假))';

const dayScope = (day: Day | null, said: Scope['said']): Scope | null =>
  day ? scopeOf(oneDay(day), 'day', said) : null;
const yearIn = (scope: Scope | null, fallback: number) => (scope?.start ? yearOf(scope.start) : fallback);

/** 国庆路 and 元旦广场 are places. */
const noPlace = '(?!路(?![面上口段网])|街(?![面头上区])|广场|大道|大街|大厦|商城|中学|小学)';

const feastLinks: readonly Link[] = feasts.flatMap(([pattern, day, off]): Link[] => [
  {
    pattern: here(`(?:${pattern})${noPlace}`),
    after: ['year'],
    float: 'year',
    read: (_, at, scope) => dayScope(day(yearIn(scope, at.year)), 'holiday'),
  },
  {
    pattern: here(`(?:${pattern})${period}`),
    after: ['year'],
    float: 'year',
    read: (_, at, scope) => daysOff(off, day(yearIn(scope, at.year)), yearIn(scope, at.year)),
  },
]);

/** 下个春节, 上一个国庆节. */
const nearFeast: Link = {
  pattern: here(`(下|上)一?个(?:${feasts.map(([pattern]) => `(${pattern})`).join('|')})`),
  after: ['year'],
  float: 'year',
  read: ([, side, ...named], at, scope) => {
    const [, day] = feasts[named.findIndex((name) => name !== undefined)]!;
    const y = yearIn(scope, at.year);
    const first = day(y);
    if (!first) return null;
    if (side === '下') return dayScope(first > at.today ? first : day(y + 1), 'holiday');
    return dayScope(first < at.today ? first : day(y - 1), 'holiday');
  },
};

const lunarNames: Readonly<Record<string, number>> = { 正: 1, 冬: 11, 腊: 12 };
const lunarMonthName = '(正|冬|腊|0?[1-9]|1[0-2]|十[一二]?|[一二三四五六七八九])月';
const lunarDate =
  '(?:初[一二三四五六七八九十]|[一二]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|三十|[12]\\d|30|[1-9]|[一二三四五六七八九])';
const dateIn = (text: string) => countOf(text.replace('初', ''));
const monthIn = (text: string) => lunarNames[text] ?? countOf(text);

export const lunarLinks: readonly Link[] = [
  {
    pattern: here(`(农历|旧历|阴历|夏历)?(闰)?${lunarMonthName}(${lunarDate})(?:[日号]|(?![次个件期条月年天]))`),
    after: ['year'],
    float: 'year',
    read: ([text, mark, leap, m, d], at, scope) => {
      // Without a mark only words of the lunar calendar itself make it lunar: 正月, 初五, 廿二, 闰.
      if (!mark && !leap && !/[正冬腊]月|初|廿/.test(text)) return null;
      return dayScope(lunarDay(yearIn(scope, at.year), leap ? -monthIn(m!) : monthIn(m!), dateIn(d!)), 'lunar');
    },
  },
  {
    pattern: here(`(农历|旧历|阴历|夏历)?(闰)?${lunarMonthName}(?:份)?(?!宫)`),
    after: ['year'],
    float: 'year',
    read: ([text, mark, leap, m], at, scope) => {
      if (!mark && !leap && !/[正冬腊]月/.test(text)) return null;
      const y = yearIn(scope, at.year);
      if (leap && leapMonth(y) !== monthIn(m!)) return null;
      const span = lunarMonth(y, leap ? -monthIn(m!) : monthIn(m!));
      return span && scopeOf(span, 'days', 'lunar');
    },
  },
  {
    pattern: here(`(?:大年|正月)初(${numeral})`),
    after: ['year'],
    float: 'year',
    read: ([, d], at, scope) => dayScope(lunarDay(yearIn(scope, at.year), 1, countOf(d!)), 'lunar'),
  },
];

const seasons: Readonly<Record<string, number>> = { 春: 3, 夏: 6, 秋: 9, 冬: 12 };

export const holidayLinks: readonly Link[] = [
  ...feastLinks,
  nearFeast,
  ...lunarLinks,
  {
    pattern: here(`(五一|十一|元旦|中秋国庆)${period}`),
    after: ['year'],
    float: 'year',
    read: ([, word], at, scope) => {
      const y = yearIn(scope, at.year);
      const off = ({ 五一: '劳动节', 元旦: '元旦' } as Record<string, HolidayName>)[word!] ?? '国庆';
      return daysOff(off, dayIfReal(y, off === '劳动节' ? 5 : off === '元旦' ? 1 : 10, 1), y);
    },
  },
  {
    pattern: here(
      '(?<![\\d一二三四五六七八九十第])(五一|十一|六一|七一|八一|三八|五四)(?=$|节|[,，。、\\s]|前|后|当天|那天)节?',
    ),
    after: ['year'],
    float: 'year',
    read: ([, word], at, scope) => {
      const [m, d] = (
        { 五一: [5, 1], 十一: [10, 1], 六一: [6, 1], 七一: [7, 1], 八一: [8, 1], 三八: [3, 8], 五四: [5, 4] } as Record<
          string,
          [number, number]
        >
      )[word!]!;
      return dayScope(dayIfReal(yearIn(scope, at.year), m, d), 'holiday');
    },
  },
  {
    pattern: here(`(${solarTerms})(?:节气)?(?:当[天日])?`),
    after: ['year'],
    float: 'year',
    read: ([, term], at, scope) => dayScope(solarTerm(term!, yearIn(scope, at.year)), 'holiday'),
  },
  {
    pattern: here('安全生产月(?!报)'),
    after: ['year'],
    float: 'year',
    read: (_, at, scope) => {
      const from = dayFrom(yearIn(scope, at.year), 6, 1);
      return scopeOf({ from, to: addMonths(from, 1) }, 'month', 'name');
    },
  },
  {
    pattern: here('(?<![立青长初])([春夏秋冬])(?:季(?!学期)|天)(?![度里])'),
    after: ['year'],
    float: 'year',
    read: ([, word], at, scope) => {
      const from = dayFrom(yearIn(scope, at.year), seasons[word!]!, 1);
      return { ...scopeOf({ from, to: addMonths(from, 3) }, 'range', 'name'), sure: false };
    },
  },
];
