/** On which day, over which days and by which day: the time of a record out of all times its text names. */
import { addDays, type Day, daysBetween, minDay } from '../time/day.ts';
import type { TimeSpan } from '../time/phrase.ts';
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
  readonly numbered?: boolean;
  /** It lies ahead: else a last week that has not begun is the one before. */
  readonly ahead?: boolean;
  /** A stock stands at the last day of the span. */
  readonly stock?: boolean;
}

const largeGrains: ReadonlySet<string> = new Set(['quarter', 'half', 'year', 'years']);

export function whenOf(marks: Marks, asked: Asked): When {
  const due = dueIn(marks, asked.today);
  const times = marks.times.filter((time) => !isDeadline(marks.text, time, asked.today) && !time.comparison);
  const day = dayIn(marks.text, times, asked.today);
  if (day) return { on: day, told: true, ...(due ? { due } : {}) };
  const span = times.find((time) => isUsable(time, marks.text, asked));
  const placed = span && placedIn(span, asked);
  return { ...(placed ?? { on: asked.today, told: false }), ...(due ? { due } : {}) };
}

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
  const isRange = time.grain === 'range' || time.said === 'holiday';
  if (asked.numbered) return { on: last < today && !isRange ? last : today, told: true };
  if (asked.batch || isRange) {
    const until = minDay(last, today);
    return until > time.start ? { on: time.start, until, told: true } : { on: time.start, told: true };
  }
  return { on: minDay(last, today), told: true };
}

const actsBy =
  /^[^,。;]{0,8}?(?:前|之前|以前|内|以内)?[^,。;\s]{0,8}(?:报|完成|办结|办完|办好|反馈|答复|回复|落实|交(?!办|给)|要|销号|整改|出结果|给|拿出|解决)/;
const saidDone = /了|已/;

/** Whether the span is a limit for others and not the day of the thing itself. */
function isDeadline(text: string, time: TimeSpan, today: Day): boolean {
  const before = text.slice(Math.max(0, time.index - 8), time.index);
  if (
    /(?:延期|延长|推迟|顺延|宽限|展期|延|期限|时限|截止|截止日期?|限|extended|due|deadline|until|by)(?:到|至|为|是|在|:|\s|to|on)*$/i.test(
      before,
    )
  )
    return true;
  const after = text.slice(time.index + time.text.length);
  const clause = /^[^,。;]*/.exec(after)?.[0] ?? '';
  if (time.grain === 'until') {
    const limit = time.end !== null && !namesDay.test(time.text) ? addDays(time.end, -1) : time.end;
    if (limit !== null && limit < today) return false;
    return !saidDone.test(clause);
  }
  if (/(?:内|之内|以内)$/.test(time.text) && time.start !== null && time.start >= today) return true;
  if (/^(?:前|之前|以前|为限)/.test(after)) return !saidDone.test(clause);
  return (
    time.start !== null &&
    time.start > today &&
    /^[^,。;\s]{0,3}(?:要报|报结果|报情况|办结|要结果|反馈情况)/.test(after)
  );
}

/** Names of days, whose limit is the day itself; the limit of a month is its last day. */
const namesDay =
  /[号日]前|[号日]之前|(?:周|星期|礼拜)[一二三四五六日天末]|[.\-/]\d{1,2}|天|\b(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

function dueIn(marks: Marks, today: Day): Day | undefined {
  const time = marks.times.find((span) => isDeadline(marks.text, span, today));
  if (!time || time.end === null) return undefined;
  const last = addDays(time.end, -1);
  const after = marks.text.slice(time.index + time.text.length);
  if (time.grain === 'day') return time.start ?? undefined;
  if (time.grain === 'until' && namesDay.test(time.text) && !/^by\b/i.test(time.text)) return time.end;
  return actsBy.test(after) || time.grain !== 'days' || /内$/.test(time.text) ? last : undefined;
}
