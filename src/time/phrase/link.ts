/** What a phrase is made of: links that read one piece each (a year, a month in it, a day in that) and narrow the span before them. */
import { numberOf } from '../../numbers.ts';
import { addDays, type Day, daysInMonth, monthOf, startOfWeek, yearOf } from '../day.ts';
import type { Period } from '../period.ts';
import type { TimeSettings } from '../settings.ts';

export type Grain =
  | 'day'
  | 'days'
  | 'week'
  | 'ten-days'
  | 'month'
  | 'quarter'
  | 'half'
  | 'year'
  | 'years'
  | 'since'
  | 'until'
  | 'range';

/** How the speaker named it. */
export type Said = 'explicit' | 'relative' | 'weekday' | 'holiday' | 'lunar' | 'count' | 'name';

/** What a phrase means so far; `null` is an open side. */
export interface Scope {
  readonly start: Day | null;
  readonly end: Day | null;
  readonly grain: Grain;
  readonly said: Said;
  readonly sure?: boolean;
  readonly toDate?: boolean;
  readonly comparison?: 'same-last-year' | 'before';
  /** Names the last part of something, so that "before" it means up to its end (月底前). */
  readonly tail?: boolean;
  /** Means something only at the end of a range (到现在). */
  readonly onlyInRange?: boolean;
}

/** Where unnamed years, months and weeks are looked for. */
export interface Moment {
  readonly today: Day;
  readonly year: number;
  readonly month: number;
  readonly monday: Day;
  readonly settings: TimeSettings;
  /** Whether the text has Latin letters, so that English phrases are looked for. */
  readonly latin?: boolean;
  /** The days named last in the text: 次日 and 同年 lean on them. */
  readonly anchor?: Period;
}

/** Which unnamed unit a link leaves to the tense: 3月 a year, 3号 a month, 周三 a week. */
export type Float = 'year' | 'month' | 'week';

export interface Link {
  readonly pattern: RegExp;
  /** Grains it may follow; with none it only begins a phrase. */
  readonly after?: readonly Grain[];
  /** False when it never begins a phrase. */
  readonly root?: boolean;
  readonly float?: Float;
  read(match: RegExpExecArray, moment: Moment, scope: Scope | null): Scope | null;
}

export const numeral = '(?:\\d{1,3}|[零一二三四五六七八九十百两廿卅]{1,5})';
export const hyphen = '(?:-{1,3}|~|至|到)';

/** The value of a numeral the patterns let through; NaN for none. */
export function countOf(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : (numberOf(text.replace('卅', '三十').replace('廿', '二十')) ?? Number.NaN);
}

/** A pattern that reads exactly where it is put. */
export function here(source: string): RegExp {
  return new RegExp(source, 'y');
}

export function momentOf(today: Day, settings: TimeSettings): Moment {
  return { today, settings, year: yearOf(today), month: monthOf(today), monday: startOfWeek(today) };
}

/** The moment with the days of a phrase to lean on, where it has both ends. */
export function anchored(moment: Moment, scope: Scope | undefined): Moment {
  return scope?.start && scope.end ? { ...moment, anchor: { from: scope.start, to: scope.end } } : moment;
}

/** The moment moved by as many of the floating unit. */
export function shifted(moment: Moment, float: Float | undefined, by: number): Moment {
  if (!float || by === 0) return moment;
  if (float === 'year') return { ...moment, year: moment.year + by };
  if (float === 'week') return { ...moment, monday: addDays(moment.monday, 7 * by) };
  const index = moment.year * 12 + moment.month - 1 + by;
  return { ...moment, year: Math.floor(index / 12), month: (index % 12) + 1 };
}

export function scopeOf(period: Period, grain: Grain, said: Said): Scope {
  return { start: period.from, end: period.to, grain, said };
}

/** Digits of a year as written: 2026, 26, 789, 二〇二六, 零八. Two digits mean the year nearest to now, rather behind than far ahead. */
export function yearFrom(text: string, nowYear: number): number {
  const written = [...text].map((char) => '零一二三四五六七八九'.indexOf(char)).every((value) => value >= 0)
    ? Number([...text].map((char) => '零一二三四五六七八九'.indexOf(char)).join(''))
    : Number(text);
  if (text.length !== 2) return written;
  const century = Math.floor(nowYear / 100) * 100;
  const year = century + written;
  return year > nowYear + 20 ? year - 100 : year < nowYear - 80 ? year + 100 : year;
}

/** Whether the month has the date. */
export function hasDate(year: number, month: number, date: number): boolean {
  return month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month);
}

/** One day as what a phrase means; null stays null. */
export function dayAt(day: Day | null, said: Said): Scope | null {
  return day ? scopeOf({ from: day, to: addDays(day, 1) }, 'day', said) : null;
}

/** 第三个, 首个; the last counts as -1. */
export function ordinalOf(word: string): number {
  return /最后|末/.test(word) ? -1 : /首/.test(word) ? 1 : countOf(word.replace(/第|个/g, ''));
}
