/** On which day, over which days and by which day: the time of a record out of all times its text names. */
import { addDays, type Day, daysBetween, minDay } from '../time/day.ts';
import type { TimeSpan } from '../time/phrase.ts';
import { dueIn, isDeadline, isOfLimit } from './deadline-said.ts';
import type { Marks } from './marks.ts';

export interface When {
  readonly on: Day;
  readonly until?: Day;
  readonly due?: Day;
  /** A day was said; otherwise it is today. */
  readonly told: boolean;
}

interface Asked {
  readonly today: Day;
  /** Several at once: a longer span is then the span of a total. */
  readonly batch: boolean;
  /** Numbered things are issued on a day even if a week is named. */
  readonly numbered?: 'told' | 'counted';
  /** It lies ahead: else a last week that has not begun is the one before. */
  readonly ahead?: boolean;
  /** A stock stands at the last day of the span. */
  readonly stock?: boolean;
}

const yearOfThing = /^\S{2,5}?年度?(?:的)?(?:文书|档案|会计|声像|先进|优秀|考核|预算|决算|财政|计划|目标|报告)/;
const largeGrains: ReadonlySet<string> = new Set(['quarter', 'half', 'year', 'years']);

export function whenOf(marks: Marks, asked: Asked): When {
  const due = dueIn(marks.text, marks.times, asked.today);
  const all = marks.times.filter((time) => !isDeadline(marks.text, time, asked.today) && !time.comparison);
  const times = all.filter(
    (time) =>
      !isOfName(time, all, marks.text, asked) &&
      !isOfLimit(marks.text, time, { times: marks.times, today: asked.today }),
  );
  const day = dayIn(marks.text, times, asked.today);
  if (day) return { on: day, told: true, ...(due ? { due } : {}) };
  const span = times.find((time) => isUsable(time, marks.text, asked));
  const placed = span && placedIn(span, asked);
  return { ...(placed ?? { on: asked.today, told: false }), ...(due ? { due } : {}) };
}

/** 端午值守的通知, the Labour Day meeting: the feast names the thing, unless it is on or just over. */
function isOfName(time: TimeSpan, times: readonly TimeSpan[], text: string, { today, ahead }: Asked): boolean {
  const behind = text.slice(time.index + time.text.length);
  if (time.said !== 'holiday' || !goesOnAsName.test(behind)) return false;
  // 国庆期间督查了景区, 国庆慰问了环卫工: said of the days themselves.
  if (/期间|当[天日]|假期|长假|前后/.test(time.text) || /^[\u4e00-\u9fff]{2}[了过]/.test(behind)) return false;
  // 国庆值班昨天无异常: the day is told besides.
  if (times.some((other) => other.said !== 'holiday' && other.grain === 'day')) return true;
  if (time.start === null || time.start > today) return !ahead;
  return time.end === null || daysBetween(time.end, today) > justOver;
}

const goesOnAsName =
  /^(?!期间|前|后|当[天日]|那天|假|放假|长假|这天|时|之|以|节|上午|下午|晚上|早上|我|他|也|都|又|去|来|到|开)[\u4e00-\u9fff]|^\s(?!(?:is|was|were|we|i|and|at|in|on|during|the|by|to)\b)[a-z]/;
const justOver = 15;

/** The day of a thing of which one day is named. Today wins over a day that only describes something (上周五的来文). */
function dayIn(text: string, times: readonly TimeSpan[], today: Day): Day | undefined {
  const days = times.filter((time) => time.grain === 'day' && time.start !== null);
  const main = days.filter((time) => text[time.index + time.text.length] !== '的');
  const pool = main.length > 0 ? main : days;
  const now = pool.find((time) => time.start === today && days.length > 1 && main.length < days.length);
  return (now ?? pool[0])?.start ?? undefined;
}

function isUsable(time: TimeSpan, text: string, asked: Asked): boolean {
  if (time.said === 'name' && time.grain !== 'ten-days') return false;
  // None fixed so far: how it stands, not when it was.
  if (/^(?:so far|to date)$/i.test(time.text)) return false;
  // 2025年度文书档案: the year belongs to the thing, whenever it was dealt with.
  if (time.grain === 'year' && yearOfThing.test(text.slice(time.index))) return false;
  // 450 documents from last year were filed today.
  if (time.grain === 'year' && /\bfrom $/i.test(text.slice(0, time.index))) return false;
  if (asked.batch) return true;
  // 一季度经济运行分析会, 2025年度满意单位: the span belongs to the name of a single thing.
  if (largeGrains.has(time.grain) && time.said === 'explicit') return false;
  return !(time.grain === 'month' && /^\s?(?:例会|分析|计划)/.test(text.slice(time.index + time.text.length)));
}

function placedIn(time: TimeSpan, asked: Asked): When | undefined {
  const { today } = asked;
  const last = time.end === null ? today : addDays(time.end, -1);
  if (time.start === null) {
    // A limit of the past is the day only where it lies close behind (春节前都发完了).
    const near = time.end !== null && last <= today && daysBetween(last, today) <= 31;
    return near ? { on: last, told: true } : undefined;
  }
  if (time.start > today && time.grain === 'week' && !asked.ahead && daysBetween(today, time.start) < 7) {
    return placedIn({ ...time, start: addDays(time.start, -7), end: time.start }, asked);
  }
  if (time.start > today) return { on: time.start, told: true };
  if (asked.stock) return { on: minDay(last, today), told: true };
  // 5/6起更名: it has held since that day.
  if (time.end === null && !asked.batch && /(?:起|开始)$/.test(time.text)) return { on: time.start, told: true };
  const isRange = time.grain === 'range' || time.said === 'holiday';
  // 10月共编发5期 is a total of its month, 第88期 came out on a day.
  const isTotal =
    asked.numbered === 'counted' && asked.batch && (time.grain === 'month' || largeGrains.has(time.grain));
  if (asked.numbered && !isTotal) return { on: last < today && !isRange ? last : today, told: true };
  if (asked.batch || isRange) {
    const until = minDay(last, today);
    return until > time.start ? { on: time.start, until, told: true } : { on: time.start, told: true };
  }
  return { on: minDay(last, today), told: true };
}
