/** Spans counted from today: three days ago, the last seven days, within ten workdays, the next month and a half. */
import { addWorkdays, MissingCalendarError } from '../calendar.ts';
import {
  addDays,
  addMonths,
  type Day,
  dayFrom,
  monthOf,
  quarterOf,
  startOfMonth,
  startOfQuarter,
  startOfWeek,
  yearOf,
} from '../day.ts';
import { month, oneDay, quarter, week, year } from '../period.ts';
import { countOf, here, type Link, numeral, type Scope, scopeOf } from './link.ts';

export type Unit = 'day' | 'workday' | 'week' | 'month' | 'quarter' | 'year';

const unitNames: readonly (readonly [RegExp, Unit])[] = [
  [/工作日|交易日/, 'workday'],
  [/[天日]/, 'day'],
  [/周|星期|礼拜/, 'week'],
  [/季/, 'quarter'],
  [/月/, 'month'],
  [/年/, 'year'],
];
const halves = `(${numeral})个半(月|小时)|(半)个?(月|年)`;
/** In front of a word like 前 or 内 a bare 3月 is the month of March; only 两月 and 3个月 are counted. */
const amount = `(?:(${numeral})(?:多|余|来)?(?:个?(工作日|交易日)|(天|日|年)|((?<=两)月|个月|个?(?:周|星期|礼拜|季度))|年度)(半)?|${halves})`;
/** Behind a word like 近 every month is counted. */
const amountAfter = `(?:(${numeral})(?:多|余|来)?(?:个?(工作日|交易日)|(天|日|年)|个?(周|星期|礼拜|月(?!\\d)|季度|年度))(半)?|${halves})`;

export interface Amount {
  readonly count: number;
  readonly unit: Unit;
}

/** Reads the groups of `amount`. */
function amountOf(groups: readonly (string | undefined)[]): Amount | null {
  const [count, work, plain, long, half, halved, halvedUnit, only, onlyUnit] = groups;
  if (halvedUnit === '小时') return null;
  const name = work ?? plain ?? long ?? halvedUnit ?? onlyUnit!;
  const unit = unitNames.find(([pattern]) => pattern.test(name))![1];
  const n = only ? 0.5 : countOf(count ?? halved!) + (half || halvedUnit ? 0.5 : 0);
  if (!(n > 0) || n > 1000) return null;
  if (unit === 'year' && n % 1) return { count: n * 12, unit: 'month' };
  return { count: n, unit };
}

/** The day so far from this one; half a month is fifteen days. Null where a calendar is missing. */
export function away(day: Day, { count, unit }: Amount, sign: 1 | -1): Day | null {
  if (unit === 'day') return addDays(day, sign * Math.round(count));
  if (unit === 'week') return addDays(day, sign * Math.round(count * 7));
  if (unit === 'year') return addMonths(day, sign * count * 12);
  if (unit === 'quarter') return addMonths(day, sign * Math.round(count * 3));
  if (unit === 'month') return addDays(addMonths(day, sign * Math.floor(count)), count % 1 ? sign * 15 : 0);
  try {
    return addWorkdays(day, sign * count);
  } catch (fault) {
    if (fault instanceof MissingCalendarError) return null;
    throw fault;
  }
}

/** A distant point is named as roughly as its unit: three weeks ago is a week, two months ago a month. */
export function pointAt(day: Day, { count, unit }: Amount): Scope {
  if (unit === 'week' && count % 1 === 0) return { ...scopeOf(week(day), 'week', 'count'), sure: false };
  if (unit === 'month' && count % 1 === 0)
    return { ...scopeOf(month(yearOf(day), monthOf(day)), 'month', 'count'), sure: false };
  if (unit === 'quarter') return { ...scopeOf(quarter(yearOf(day), quarterOf(day)), 'quarter', 'count'), sure: false };
  if (unit === 'year') return { ...scopeOf(year(yearOf(day)), 'year', 'count'), sure: false };
  return scopeOf(oneDay(day), 'day', 'count');
}

/** The stretch that ends today, today included; several years are whole years before this one. */
export function lately(today: Day, said: Amount): Scope | null {
  if (said.unit === 'year' && said.count > 1) {
    const y = yearOf(today);
    return scopeOf({ from: dayFrom(y - said.count, 1, 1), to: dayFrom(y, 1, 1) }, 'years', 'count');
  }
  const from = away(today, said, -1);
  return from
    ? scopeOf({ from: said.unit === 'workday' ? from : addDays(from, 1), to: addDays(today, 1) }, 'days', 'count')
    : null;
}

/** The whole units just before this one: 上两个月, 前两周. */
export function unitsBefore(today: Day, { count, unit }: Amount): Scope | null {
  if (count % 1) return null;
  if (unit === 'quarter')
    return scopeOf({ from: addMonths(startOfQuarter(today), -3 * count), to: startOfQuarter(today) }, 'range', 'count');
  if (unit === 'month')
    return scopeOf({ from: addMonths(startOfMonth(today), -count), to: startOfMonth(today) }, 'range', 'count');
  if (unit === 'week')
    return scopeOf({ from: addDays(startOfWeek(today), -7 * count), to: startOfWeek(today) }, 'range', 'count');
  if (unit === 'year')
    return scopeOf({ from: dayFrom(yearOf(today) - count, 1, 1), to: dayFrom(yearOf(today), 1, 1) }, 'years', 'count');
  const from = away(today, { count, unit }, -1);
  return from ? scopeOf({ from, to: today }, 'days', 'count') : null;
}

export function ahead(today: Day, said: Amount): Scope | null {
  const from = addDays(today, 1);
  const to = away(from, said, 1);
  return to ? scopeOf({ from, to }, 'days', 'count') : null;
}

const inside = '(?:以?内|之内|里|以来|来|间|中)?';
const limitVerb = /^(?:[须需应要]|必须|务必|报|上报|完成|提交|办结|答复|反馈|交|整改|落实|到位)(?!了)/;
const notPoint = '(?!来|期|果|续|勤|台|面|者)';

export const countLinks: readonly Link[] = [
  {
    pattern: here(`(?<![\\d第近])${amount}(?:之|以)?前(?!\\d|[一二两三四五六七八九十][天日周]|后|期|往|来|台)`),
    read: (match, at) => {
      const [text, ...groups] = match;
      // 5日前报送 sets the fifth as a limit, it does not look back five days.
      if (/^\d+日(?:之|以)?前$/.test(text) && limitVerb.test(match.input.slice(match.index + text.length))) return null;
      const said = amountOf(groups);
      const day = said && away(at.today, said, -1);
      return day ? pointAt(day, said) : null;
    },
  },
  {
    pattern: here(`(?<![\\d第近])${amount}(?:之|以)?后${notPoint}`),
    read: ([, ...groups], at) => {
      const said = amountOf(groups);
      const day = said && away(at.today, said, 1);
      return day ? pointAt(day, said) : null;
    },
  },
  {
    pattern: here(`(?<![\\d第近])${amount}(?:以内|之内|内)`),
    read: ([, ...groups], at) => {
      const said = amountOf(groups);
      const to = said && away(at.today, said, 1);
      return to ? scopeOf({ from: at.today, to: addDays(to, 1) }, 'days', 'count') : null;
    },
  },
  {
    pattern: here(`(?:最近|近|过去|刚过去的?|这(?!一[年周个])|之?前面?的?)(?<!之前|前)的?${amountAfter}${inside}`),
    read: ([, ...groups], at) => {
      const said = amountOf(groups);
      return said && lately(at.today, said);
    },
  },
  {
    // 二季度以来 is since the second quarter.
    pattern: here(`(?<![\\d第近前])(?![\\d一二三四]季)${amount}(?:以来|来(?!自|到|访|函|信|电|的|了))`),
    read: ([, ...groups], at) => {
      const said = amountOf(groups);
      return said && lately(at.today, said);
    },
  },
  {
    pattern: here(`(?:往|向|之)?前面?(?!年度)${amountAfter}${inside}`),
    read: ([, ...groups], at) => {
      const said = amountOf(groups);
      if (!said) return null;
      const months = said.unit === 'month' && said.count >= 3 && said.count <= monthOf(at.today);
      if (months)
        return scopeOf(
          {
            from: dayFrom(yearOf(at.today), 1, 1),
            to: dayFrom(yearOf(addMonths(dayFrom(yearOf(at.today), 1, 1), said.count)), (said.count % 12) + 1, 1),
          },
          'range',
          'count',
        );
      return unitsBefore(at.today, said);
    },
  },
  {
    pattern: here(`上(?!一?个?[周月季年]|半)${amountAfter}`),
    read: ([, ...groups], at) => {
      const said = amountOf(groups);
      return said && unitsBefore(at.today, said);
    },
  },
  {
    pattern: here(
      `(?:未来|今后|将来|接下来的?|往后|此后|(?<!最)后面?|之后|下(?!一?个?[周月季年]|半))的?(?!半|一年)${amountAfter}${inside}`,
    ),
    read: ([, ...groups], at) => {
      const said = amountOf(groups);
      return said && ahead(at.today, said);
    },
  },
  {
    pattern: here('(?:未来|今后)(?:的)?(?:半|一)个?年'),
    read: ([text], at) =>
      scopeOf(
        { from: addDays(at.today, 1), to: addMonths(addDays(at.today, 1), text.includes('半') ? 6 : 12) },
        'days',
        'count',
      ),
  },
  {
    pattern: here('(?:这|近|前)(?:几|两|些)天'),
    read: ([text], at) => ({
      ...scopeOf(
        {
          from: addDays(at.today, text.startsWith('前') ? -3 : -2),
          to: addDays(at.today, text.startsWith('前') ? 0 : 1),
        },
        'days',
        'count',
      ),
      sure: false,
    }),
  },
];
