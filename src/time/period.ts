/** Closed-open spans of days, the ones offices name (a year, a third quarter, January to October), and their names. */
import {
  addDays,
  addMonths,
  addYears,
  type Day,
  dateOf,
  dayFrom,
  dayLabel,
  daysBetween,
  isDay,
  maxDay,
  minDay,
  monthName,
  monthOf,
  startOfMonth,
  startOfQuarter,
  startOfWeek,
  startOfYear,
  yearOf,
} from './day.ts';

/** `from` belongs to it, `to` does not. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

export type Step = 'week' | 'month' | 'quarter' | 'year';

export function months(year: number, first: number, count: number): Period {
  const from = addMonths(dayFrom(year, 1, 1), first - 1);
  return { from, to: addMonths(from, count) };
}

export function year(y: number): Period {
  return months(y, 1, 12);
}

export function half(y: number, h: number): Period {
  return months(y, h * 6 - 5, 6);
}

export function quarter(y: number, q: number): Period {
  return months(y, q * 3 - 2, 3);
}

export function month(y: number, m: number): Period {
  return months(y, m, 1);
}

export function week(day: Day): Period {
  const from = startOfWeek(day);
  return { from, to: addDays(from, 7) };
}

export function oneDay(day: Day): Period {
  return { from: day, to: addDays(day, 1) };
}

export function contains(p: Period, day: Day): boolean {
  return p.from <= day && day < p.to;
}

export function overlaps(a: Period, b: Period): boolean {
  return a.from < b.to && b.from < a.to;
}

export function within(inner: Period, outer: Period): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

/** The part that is not ahead of today; null when all of it is. */
export function untilToday(p: Period, today: Day): Period | null {
  const to = minDay(p.to, addDays(today, 1));
  return p.from < to ? { from: p.from, to } : null;
}

/** How many whole months it covers; null when it does not start and end with months. */
export function wholeMonths(p: Period): number | null {
  if (dateOf(p.from) !== 1 || dateOf(p.to) !== 1) return null;
  return (yearOf(p.to) - yearOf(p.from)) * 12 + monthOf(p.to) - monthOf(p.from);
}

/** Both inclusive ends a year back; whole months stay whole months, so that February of a leap year meets all of the other. */
export function sameLastYear(p: Period): Period {
  if (wholeMonths(p) !== null) return { from: addYears(p.from, -1), to: addYears(p.to, -1) };
  return { from: addYears(p.from, -1), to: addDays(addYears(addDays(p.to, -1), -1), 1) };
}

/** The period before it of the same sort: months before months, weeks before weeks, else as many days. */
export function before(p: Period): Period {
  const count = wholeMonths(p);
  if (count) return { from: addMonths(p.from, -count), to: p.from };
  // A span that runs from the first of a month is held against the same stretch of the month, quarter or year before.
  const last = addDays(p.to, -1);
  if (dateOf(p.from) === 1 && yearOf(p.from) === yearOf(last)) {
    const spanned = monthOf(last) - monthOf(p.from) + 1;
    const back = spanned === 1 ? 1 : monthOf(p.from) === 1 ? 12 : null;
    if (back) return { from: addMonths(p.from, -back), to: addDays(addMonths(last, -back), 1) };
  }
  return { from: addDays(p.from, -daysBetween(p.from, p.to)), to: p.from };
}

const namedPeriods: readonly [RegExp, (parts: number[]) => Period | null][] = [
  [/^(\d{4})$/, ([y]) => year(y!)],
  [/^(\d{4})-?H([12])$/i, ([y, h]) => half(y!, h!)],
  [/^(\d{4})-?Q([1-4])$/i, ([y, q]) => quarter(y!, q!)],
  [/^(\d{4})-(\d{1,2})$/, ([y, m]) => (m! >= 1 && m! <= 12 ? month(y!, m!) : null)],
];

/** `2026`, `2026-H1`, `2026-Q3`, `2026-10`, a day, or `FROM..TO` with both ends included; else null. */
export function parsePeriod(text: string): Period | null {
  const trimmed = text.trim();
  if (isDay(trimmed)) return oneDay(trimmed);
  for (const [pattern, make] of namedPeriods) {
    const match = pattern.exec(trimmed);
    if (match) return make(match.slice(1).map(Number));
  }
  const [from, to, ...more] = trimmed.split('..');
  if (!from || !to || more.length > 0) return null;
  const first = parsePeriod(from);
  const last = parsePeriod(to);
  return first && last && first.from < last.to ? { from: first.from, to: last.to } : null;
}

const starts: Record<Step, (day: Day) => Day> = {
  week: startOfWeek,
  month: startOfMonth,
  quarter: startOfQuarter,
  year: startOfYear,
};

const nexts: Record<Step, (day: Day) => Day> = {
  week: (day) => addDays(day, 7),
  month: (day) => addMonths(day, 1),
  quarter: (day) => addMonths(day, 3),
  year: (day) => addMonths(day, 12),
};

/** `2026`, `2026-Q1`, `2026-03`; a week goes by its Monday. */
export function stepKey(day: Day, step: Step): string {
  if (step === 'year') return day.slice(0, 4);
  if (step === 'month') return day.slice(0, 7);
  if (step === 'quarter') return `${day.slice(0, 4)}-Q${Math.ceil(monthOf(day) / 3)}`;
  return startOfWeek(day);
}

/** The period cut into calendar steps; the first and the last may be cut short. */
export function splitPeriod(p: Period, step: Step): { key: string; period: Period }[] {
  const pieces: { key: string; period: Period }[] = [];
  let start = starts[step](p.from);
  while (start < p.to) {
    const next = nexts[step](start);
    pieces.push({
      key: stepKey(start, step),
      period: { from: maxDay(start, p.from), to: minDay(next, p.to) },
    });
    start = next;
  }
  return pieces;
}

const quarterWords = { zh: ['一', '二', '三', '四'], en: ['first', 'second', 'third', 'fourth'] } as const;

/** What a whole calendar unit is called, or null for any other span. */
function unitLabel(p: Period, lang: 'zh' | 'en'): string | null {
  const y = yearOf(p.from);
  const count = wholeMonths(p);
  const first = monthOf(p.from);
  const zh = lang === 'zh';
  if (count === 12 && first === 1) return zh ? `${y}年` : String(y);
  if (count === 6 && first % 6 === 1) {
    if (zh) return `${y}年${first === 1 ? '上' : '下'}半年`;
    return `the ${first === 1 ? 'first' : 'second'} half of ${y}`;
  }
  if (count === 3 && first % 3 === 1) {
    const word = quarterWords[lang][(first - 1) / 3]!;
    return zh ? `${y}年第${word}季度` : `the ${word} quarter of ${y}`;
  }
  if (count === 1) return zh ? `${y}年${first}月` : `${monthName(first)} ${y}`;
  if (count && count % 12 === 0 && first === 1) {
    const last = yearOf(p.to) - 1;
    return zh ? `${y}年至${last}年` : `${y} to ${last}`;
  }
  if (count && count > 1 && yearOf(addDays(p.to, -1)) === y) {
    const last = monthOf(addDays(p.to, -1));
    return zh ? `${y}年${first}月至${last}月` : `${monthName(first)} to ${monthName(last)} ${y}`;
  }
  return null;
}

/** As an official text names it: 2026年第三季度, 2026年1月1日至11月20日, "1 January to 20 November 2026". */
export function periodLabel(p: Period, lang: 'zh' | 'en', today?: Day): string {
  const unit = unitLabel(p, lang);
  if (unit) return unit;
  const last = addDays(p.to, -1);
  if (p.from === last) return dayLabel(p.from, lang, today);
  const sameYear = yearOf(p.from) === yearOf(last);
  if (lang === 'zh') return `${dayLabel(p.from, 'zh')}至${dayLabel(last, 'zh', sameYear ? p.from : undefined)}`;
  return `${dayLabel(p.from, 'en', sameYear ? last : undefined)} to ${dayLabel(last, 'en')}`;
}
