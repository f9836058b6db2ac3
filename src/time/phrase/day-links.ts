/** Days by date, by distance from today, and by their names. */
import { addDays, addMonths, dateOf, dayFrom, dayIfReal, monthOf, yearOf } from '../day.ts';
import { oneDay } from '../period.ts';
import { countOf, dayAt, here, hyphen, type Link, type Scope, scopeOf, yearFrom } from './link.ts';

const dayShifts: Readonly<Record<string, number>> = {
  今: 0,
  昨: -1,
  前: -2,
  大前: -3,
  大大前: -4,
  明: 1,
  后: 2,
  大后: 3,
  大大后: 4,
};
const dayNumber =
  '(?:3[01]|[12]\\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])';
/** Behind these a figure with 号 is a file, a house or a line, never a day. */
const numberedThing =
  '(?!工程|提案|建议|议案|文|令|楼|线|机|会议|院|公告|通知|通报|件|案|门|路|专报|简报|期|信|函|批|督(?!查(?!件|事项)|导)|议题|桌|车|馆|厅|地块|项目|任务|事项|那|这|码|召(?!开)|称|子|台|岗|窗|柜|库|仓|井|桥|口|牌)';
/** Before these a figure with 号 is the number of a thing (重点任务5号), unless a limit or an hour follows (任务5号前完成). */
const thingBefore =
  '任务|任务书|提案|建议|议案|督办单|交办单|督办件|督办事项|重点事项|事项|案卷|案件|信访件|来信|项目|窗口|台风|工单|编号|序号|案号|文号|卷宗|地块|标段|泊位|车位';
const ofDay = '(?=号(?:[以之]?前|[上下中]午|晚|起|至|到|或|、|和))';
const dayWord = `(?:(?<![路街巷弄道楼栋幢](?:\\d{1,2}|[一二三四五六七八九十]{1,3}))(?:(?<!(?:${thingBefore})(?:\\d{1,2}|[一二三四五六七八九十]{1,3}))|${ofDay})号${numberedThing}|日(?!均|(?<!月(?:\\d{1,2}|[一二三四五六七八九十]{1,3})日)报|报(?![送备告到上结来给请批市省区国了])|常(?![务委规])|元|本|程|用(?![车餐])|产|志|益|渐))`;

const dayIn = (scope: Scope, date: number): Scope | null => {
  const day = dayIfReal(yearOf(scope.start!), monthOf(scope.start!), date);
  return day ? scopeOf(oneDay(day), 'day', scope.said === 'lunar' ? 'lunar' : 'explicit') : null;
};

/** Days that a number alone cannot be told from a date are read only where nothing else hangs on them. */
const alone = '(?<![\\d.\\-/:a-zA-Z第约共计达为得]|\\d,)';
const aloneEnd =
  '(?![\\d.\\-/:%℃a-zA-Z]|,\\d|[万亿元米吨度倍件条次个克斤里人点级版折成家名期场批项户亩篇份页台辆的]|公(?![开示布])|分(?![解办]))';

const shortDate = '(0?[1-9]|1[0-2])[./·](0?[1-9]|[12]\\d|3[01])[日号]?';

export const dateLinks: readonly Link[] = [
  {
    pattern: here(`(?<=^|[,，。;；、\\s于在从自(（年])${shortDate}(?:-|~|至|到)${shortDate}${aloneEnd}`),
    after: ['year'],
    float: 'year',
    read: ([, m, d, n, e], at, scope) => {
      const y = scope?.start ? yearOf(scope.start) : at.year;
      const [from, last] = [dayIfReal(y, Number(m), Number(d)), dayIfReal(y, Number(n), Number(e))];
      return from && last && from < last ? scopeOf({ from, to: addDays(last, 1) }, 'range', 'explicit') : null;
    },
  },
  {
    pattern: here(
      '(?<![\\d.]|[^\\d][-/])(\\d{4})([-/.·])(\\d{1,2})[-/.·](\\d{1,2})(?![\\d%]|[/.]\\d|-\\d{1,3}(?!\\d))日?(?:T\\d\\d:\\d\\d(?::\\d\\d)?(?:\\.\\d+)?(?:Z|[+-]\\d\\d:?\\d\\d)?)?',
    ),
    read: ([, y, , m, d]) => dayAt(dayIfReal(Number(y), Number(m), Number(d)), 'explicit'),
  },
  {
    pattern: here('(?<![\\d.\\-/])((?:19|20)\\d\\d)(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])(?![\\d.%])'),
    read: ([, y, m, d]) => dayAt(dayIfReal(Number(y), Number(m), Number(d)), 'explicit'),
  },
  {
    pattern: here('(?<![\\d.\\-/])((?:19|20)\\d\\d) (\\d\\d?) (\\d\\d?)(?!\\d)'),
    read: ([, y, m, d]) => dayAt(dayIfReal(Number(y), Number(m), Number(d)), 'explicit'),
  },
  {
    pattern: here(
      '(?<![\\d.]|[^\\d][-/])((?:19|20)\\d\\d)[-/.](0?[1-9]|1[0-2])(?:月份?)?(?![\\d%]|[-/.]\\d{1,2}(?!\\d))',
    ),
    read: ([, y, m]) =>
      scopeOf(
        { from: dayFrom(Number(y), Number(m), 1), to: addMonths(dayFrom(Number(y), Number(m), 1), 1) },
        'month',
        'explicit',
      ),
  },
  {
    // Behind a hyphen it is the far end of a range (10/1/2026-10/7/2026).
    pattern: here('(?<![\\d./])(?<!-(?=\\d{1,2}-))(\\d{1,2})([-/])(\\d{1,2})\\2((?:19|20)\\d\\d)(?![\\d])'),
    read: ([, a, , b, y]) =>
      dayAt(dayIfReal(Number(y), Number(a), Number(b)) ?? dayIfReal(Number(y), Number(b), Number(a)), 'explicit'),
  },
  {
    // The year of two digits comes first where that makes a day (26-11-09), else last (05/05/89).
    pattern: here(
      '(?<![\\d.\\-/:A-Za-z])(\\d{1,2})([-/])(\\d{1,2})\\2(\\d{2}|(?<=\\d{2}[-/]\\d{1,2}[-/])\\d)(?![\\d.%:]|[-/]\\d)',
    ),
    read: ([, a, , b, c], at) => {
      const first = a!.length === 2 ? dayIfReal(yearFrom(a!, at.year), Number(b), Number(c)) : null;
      const last = c!.length === 2 ? yearFrom(c!, at.year) : 0;
      const day = first ?? dayIfReal(last, Number(a), Number(b)) ?? dayIfReal(last, Number(b), Number(a));
      return day ? { ...dayAt(day, 'explicit')!, sure: false } : null;
    },
  },
  {
    pattern: here('(?<![\\d.])(2\\d)\\.(0?[1-9]|1[0-2])\\.(0?[1-9]|[12]\\d|3[01])(?![\\d%]|\\.\\d)'),
    read: ([, y, m, d], at) => dayAt(dayIfReal(yearFrom(y!, at.year), Number(m), Number(d)), 'explicit'),
  },
  {
    pattern: here(`${alone}(0[1-9]|1[0-2])[-/.·](0[1-9]|[12]\\d|3[01])(?:[日号])?${aloneEnd}`),
    float: 'year',
    read: ([, m, d], at) => dayAt(dayIfReal(at.year, Number(m), Number(d)), 'explicit'),
  },
  {
    pattern: here(
      `(?<=^|[,，。;；、\\s于在从自到至(（])(0?[1-9]|1[0-2])[./·](0?[1-9]|[12]\\d|3[01])(?:[日号])?${aloneEnd}`,
    ),
    float: 'year',
    read: ([, m, d], at) => dayAt(dayIfReal(at.year, Number(m), Number(d)), 'explicit'),
  },
  {
    pattern: here('(?<![\\d.])([1-9]|1[0-2])[-/.](0?[1-9]|[12]\\d|3[01])[日号](?![\\d])'),
    float: 'year',
    read: ([, m, d], at) => dayAt(dayIfReal(at.year, Number(m), Number(d)), 'explicit'),
  },
];

export const dayLinks: readonly Link[] = [
  ...dateLinks,
  {
    pattern: here(`(?<![\\d.第〕\\]]|[零一二三四五六七八九十字][〕\\]]?)(${dayNumber})${dayWord}`),
    after: ['month'],
    float: 'month',
    read: (match, at, scope) => {
      const date = countOf(match[1]!);
      if (scope) return dayIn(scope, date);
      // Behind a 月 that is no month it is no day either.
      return match.input[match.index - 1] === '月' ? null : dayAt(dayIfReal(at.year, at.month, date), 'explicit');
    },
  },
  {
    pattern: here(`(${dayNumber})(?=$|[,，。、;；)）\\s\\-~至到起]|以[前后来])`),
    after: ['month'],
    root: false,
    read: ([, d], _, scope) => dayIn(scope!, countOf(d!)),
  },
  {
    pattern: here(`(?<![\\d.第])(${dayNumber})[日号]?${hyphen}(${dayNumber})${dayWord}`),
    after: ['month'],
    float: 'month',
    read: ([, a, b], at, scope) => {
      const [y, m] = scope ? [yearOf(scope.start!), monthOf(scope.start!)] : [at.year, at.month];
      const [first, last] = [dayIfReal(y, m, countOf(a!)), dayIfReal(y, m, countOf(b!))];
      return first && last && first < last ? scopeOf({ from: first, to: addDays(last, 1) }, 'range', 'explicit') : null;
    },
  },
  {
    pattern: here(`(?<![\\d.第])(${dayNumber})(?=(?:[、,和及]${dayNumber}){1,31}[日号](?!工程|提案|建议|文))`),
    after: ['month'],
    float: 'month',
    read: ([, d], at, scope) =>
      scope ? dayIn(scope, countOf(d!)) : dayAt(dayIfReal(at.year, at.month, countOf(d!)), 'explicit'),
  },
  {
    pattern: here('(大大前|大前|前|昨|今|明|大大后|大后|后)(?:天|日(?!头条|之后|本)|儿个?(?!子|童)|个儿)(?!然|气)'),
    after: ['year'],
    read: ([, word], at, scope) => {
      const day = addDays(at.today, dayShifts[word!]!);
      return dayAt(scope?.start ? dayIfReal(yearOf(scope.start), monthOf(day), dateOf(day)) : day, 'relative');
    },
  },
  {
    pattern: here('(今|昨|明)(早|晚|晨|夜)(?:上|间|里)?(?!报|会|安|期)'),
    read: ([, word], at) => dayAt(addDays(at.today, dayShifts[word!]!), 'relative'),
  },
  {
    pattern: here(
      '(?<![\\d每天日号])(?:刚才|刚刚|今儿?(?=上午|下午)|(?:(?<![周年月、,，])[上下]午|中午|傍晚|早上|晚上)(?=[一二三四五六七八九十\\d]|[开召我去到把在刚和区市县来接有对])|(?<=^|[,，。;；\\s])[上下]午)',
    ),
    read: (_, at) => dayAt(at.today, 'relative'),
  },
  {
    pattern: here('(?:(次日|翌日)(?![达志])|第二天|隔天)'),
    // In the middle of a text it is the day after the one named last.
    read: ([, next], at) =>
      at.anchor ? dayAt(at.anchor.to, 'relative') : next ? dayAt(addDays(at.today, 1), 'relative') : null,
  },
  {
    pattern: here('(?:现在|目前|如今|此刻|今(?![年天日早晚晨夜后明]))'),
    read: (_, at) => ({ ...scopeOf(oneDay(at.today), 'day', 'relative'), onlyInRange: true }),
  },
  {
    pattern: here(
      '(?!今后)((?:[今明昨后前]|大后|大前)[天日]?[、和]?(?:(?:[今明昨后前]|大后|大前)[天日]?[、和]?){1,4})([二两三四])[天日]',
    ),
    read: ([, words], at) => {
      const shifts = [...words!.matchAll(/大?[今明昨后前]/g)].map(([word]) => dayShifts[word]!);
      return scopeOf(
        { from: addDays(at.today, Math.min(...shifts)), to: addDays(at.today, Math.max(...shifts) + 1) },
        'days',
        'relative',
      );
    },
  },
  {
    pattern: here('(?!今后)([今明去后前])([今明去后前])([今明去后前])?[二两三]年'),
    read: ([, ...words], at) => {
      const shifts = words.filter(Boolean).map((word) => ({ 今: 0, 明: 1, 去: -1, 后: 2, 前: -2 })[word as '今']);
      const y = yearOf(at.today);
      return scopeOf(
        { from: dayFrom(y + Math.min(...shifts), 1, 1), to: dayFrom(y + Math.max(...shifts) + 1, 1, 1) },
        'years',
        'relative',
      );
    },
  },
];
