/** From the times a question names: the period it asks about, the one it compares with, the day as of which it asks. */
import { addDays, addYears, type Day, maxDay, minDay, startOfYear, yearOf } from '../../time/day.ts';
import { type Period, sameLastYear, splitPeriod } from '../../time/period.ts';
import type { TimeSpan } from '../../time/phrase.ts';
import type { Frame } from './frame.ts';

export interface PeriodAsked {
  readonly period: Period;
  readonly assumed: boolean;
  readonly compare?: 'same-last-year' | 'before' | Period;
  /** A day ahead is asked about: nothing can be known of it. */
  readonly ahead: boolean;
  /** Several periods side by side without a comparison. */
  readonly several?: readonly Period[];
}

const comesSecond = /(?:比|较|跟|与|和|同|than|to|with|vs\.?|versus|from|against)\s*$/;
const strictMarker = /(?:比|较|than|vs\.?|versus|compared (?:to|with)|against)\s*$/;

/** @param today the day of the question; nothing later is counted */
export function periodAsked(frame: Frame, today: Day): PeriodAsked {
  const tomorrow = addDays(today, 1);
  const plain = frame.times.filter((time) => (!time.comparison || !frame.compare) && !isNowAgain(time, frame.times));
  const spans = plain.map((time) => ({
    time,
    period: closed(time, today, /(?:到|至|截至|截止|by|until)\s*$/.test(frame.text.slice(0, time.index))),
  }));
  const toDate: Period = { from: startOfYear(today), to: tomorrow };
  const first = spans[0];
  if (!first) {
    const compare = frame.compare === 'told' ? 'same-last-year' : frame.compare;
    return { period: toDate, assumed: true, ahead: false, ...(compare && { compare }) };
  }
  const clip = (period: Period): Period => (period.to > tomorrow ? { from: period.from, to: tomorrow } : period);
  // 上个月几件,比前一个月多吗: one month named twice is held against the one before it.
  if (frame.compare && spans.length === 2 && again(spans[0]!.period, spans[1]!.period))
    return { period: clip(first.period), compare: 'before', assumed: false, ahead: first.period.from > today };
  if (frame.compare && spans.length >= 2) {
    const [main, other] = inOrder(sameYear(spans), frame.text);
    return { period: clip(main), compare: fairly(main, clip(other), today), assumed: false, ahead: main.from > today };
  }
  const ends = frame.compare && spans.length === 1 ? fromTo(first.time, first.period) : null;
  if (ends) return { period: clip(ends.now), compare: ends.then, assumed: false, ahead: ends.now.from > today };
  const before = frame.text.slice(0, first.time.index);
  // 对比2025年投诉和咨询: of one year, one sort beside the other.
  const sides =
    /^(?:请|帮我)?(?:对比|比较)(?:一下)?$/.test(before.trim()) && /[和与跟]/.test(frame.text.slice(before.length));
  if (frame.compare === 'told' && strictMarker.test(before) && !sides) {
    return { ...mirrored(first.period, today), assumed: true, ahead: false };
  }
  const ahead = first.period.from > today;
  const shared = spans.length === 2 ? common(spans[0]!.period, spans[1]!.period) : null;
  if (shared) return { period: clip(shared), assumed: false, ahead: shared.from > today };
  const several = spans.length >= 2 && spans.length <= 6 ? spans.map((span) => clip(span.period)) : undefined;
  const compare = frame.compare === 'told' ? 'same-last-year' : frame.compare;
  return {
    period: ahead ? first.period : clip(first.period),
    assumed: false,
    ahead,
    ...(compare && { compare }),
    ...(several && { several }),
  };
}

function again(a: Period, b: Period): boolean {
  return a.from === b.from && a.to === b.to;
}

/** A change from 2024 to 2025 is held between the two years, not over both. */
function fromTo(time: TimeSpan, span: Period): { now: Period; then: Period } | null {
  if (!/\bfrom\b.*\bto\b|到|至/.test(time.text)) return null;
  const years = splitPeriod(span, 'year');
  const [then, now] = years.map((year) => year.period);
  const whole = span.from.endsWith('-01-01') && span.to.endsWith('-01-01');
  return whole && years.length === 2 && then && now ? { now, then } : null;
}

/** 截至6月底 beside 今年: both hold. */
function common(a: Period, b: Period): Period | null {
  const from = maxDay(a.from, b.from);
  const to = minDay(a.to, b.to);
  return from < to ? { from, to } : null;
}

/** 到目前 beside 今年 says nothing more. */
function isNowAgain(time: TimeSpan, times: readonly TimeSpan[]): boolean {
  const others = times.filter((other) => other !== time && !other.comparison);
  return Boolean(
    time.toDate &&
      /目前|现在|今|now|far|date/.test(time.text) &&
      others.length > 0 &&
      !others.every((other) => other.toDate),
  );
}

function closed(time: TimeSpan, today: Day, reaching: boolean): Period {
  const to = time.end ?? addDays(today, 1);
  // 到6月底 is everything of the year up to then.
  if (reaching && /[底末]$/.test(time.text) && time.start) return { from: startOfYear(time.start), to };
  return { from: time.start ?? startOfYear(addDays(to, -1)), to };
}

const partOfYear = /^(?:上半年|下半年|第?[一二三四1-4]季度|q[1-4]|\d{1,2}月份?|[一二三四五六七八九十]+月份?)$/;

/** 去年下半年比上半年: the second lies in the year of the first. */
function sameYear(spans: readonly Named[]): readonly Named[] {
  const [first, second, ...rest] = spans;
  if (!first || !second || !partOfYear.test(second.time.text) || partOfYear.test(first.time.text)) return spans;
  const by = yearOf(first.period.from) - yearOf(second.period.from);
  const period = { from: addYears(second.period.from, by), to: addYears(second.period.to, by) };
  return [first, { ...second, period }, ...rest];
}

type Named = { readonly time: TimeSpan; readonly period: Period };

/** The period asked about, then the one it is held against: A比B, 跟B比A, A than B; else the later one is asked about. */
function inOrder(spans: readonly Named[], text: string): [Period, Period] {
  const [a, b] = [spans[0]!, spans[1]!];
  const ahead = (span: Named) => text.slice(0, span.time.index);
  if (strictMarker.test(ahead(b))) return [a.period, b.period];
  if (comesSecond.test(ahead(a))) return [b.period, a.period];
  if (strictMarker.test(ahead(a))) return [b.period, a.period];
  return a.period.from >= b.period.from ? [a.period, b.period] : [b.period, a.period];
}

/** What a period is held against when only the other one was said after it (compared with 2024?). */
export function heldAgainst(main: Period, time: TimeSpan, today: Day): Period {
  const other = closed(time, today, false);
  const tomorrow = addDays(today, 1);
  return fairly(main.to === tomorrow ? { from: main.from, to: addDays(tomorrow, 1) } : main, other, today);
}

/** A year not yet over is held against the same days of the other year, never against the whole of it. */
function fairly(main: Period, other: Period, today: Day): Period {
  const cut = main.to > addDays(today, 1);
  const whole = main.from.slice(5) === '01-01' && other.from.slice(5) === '01-01' && other.to.slice(5) === '01-01';
  if (!cut || !whole || yearOf(other.from) + 1 !== yearOf(main.from)) return other;
  return sameLastYear({ from: main.from, to: addDays(today, 1) });
}

/** Only the other side was said (比去年一季度多吗, 比上个月): this side is the same stretch a year on, or what came after it. */
function mirrored(other: Period, today: Day): { period: Period; compare: Period } {
  const tomorrow = addDays(today, 1);
  let period = other;
  while (sameStretchNext(period).from <= today) period = sameStretchNext(period);
  if (period === other) return { period: { from: other.to, to: tomorrow }, compare: other };
  if (period.to <= tomorrow) return { period, compare: other };
  const cut = { from: period.from, to: tomorrow };
  const years = yearOf(period.from) - yearOf(other.from);
  return { period: cut, compare: { from: other.from, to: addDays(addYears(today, -years), 1) } };
}

function sameStretchNext(period: Period): Period {
  return { from: addYears(period.from, 1), to: addYears(period.to, 1) };
}
