/** Puts the figures of a question, its period, its groups and what it is compared with together as one intent. */
import type { AskedFigure, AskIntent } from '../../intents/ask-shape.ts';
import type { Intent } from '../../reply.ts';
import { addDays, addYears, type Day } from '../../time/day.ts';
import { type Period, splitPeriod } from '../../time/period.ts';
import type { Context } from '../context.ts';
import type { FigureAsked } from './figure-asked.ts';
import type { Frame } from './frame.ts';
import type { KindReading } from './kind-reading.ts';
import { shareWords } from './measure-picked.ts';
import { moneyless } from './money-asked.ts';
import { waitingList } from './nominal.ts';
import { periodAsked } from './period-asked.ts';
import { asksList, listAsked } from './record-asked.ts';
import { namesFigure } from './sounds-like.ts';
import { trouble } from './trouble.ts';
import { dueDays } from './whole-ledger.ts';
import { wordsLost } from './words-lost.ts';

export interface Reading {
  readonly readings: readonly KindReading[];
  readonly best: KindReading | undefined;
  readonly context: Context;
  readonly asks: boolean;
}

export interface Settling extends Reading {
  readonly group: string | undefined;
  /** Every kind that is touched, also those the figures are not of. */
  readonly known?: readonly KindReading[] | undefined;
  readonly divide?: boolean | undefined;
  readonly unlike?: boolean | undefined;
  readonly sum?: boolean | undefined;
  readonly differ?: boolean | undefined;
  readonly remains?: boolean | undefined;
  readonly share?: boolean | undefined;
  /** Each figure was asked for in a clause of its own. */
  readonly apart?: boolean | undefined;
}

/** Puts figures, period, groups and comparison together. */
export function settle(figures: readonly FigureAsked[], frame: Frame, given: Settling): Intent {
  const { context } = given;
  const first = figures[0]!;
  const asked = periodAsked(frame, context.today);
  const poor = moneyless(frame, figures, given.known ?? given.readings);
  if (poor) {
    const { kind } = poor.words;
    const own = figures.find(({ figure }) => figure.kind === kind.id);
    const figure = { kind: kind.id, measure: kind.main, filters: own?.figure.filters ?? [] };
    return { ...trouble('money', poor), figures: [figure], period: asked.period };
  }
  if (given.unlike) return { ...trouble('unlike'), figures: figures.map((one) => one.figure) };
  const dueRange = frame.due ? dueDays(frame, context.today) : undefined;
  const state = isStateNow(first);
  const stock = first.measure.type === 'latest' && !first.measure.growth;
  const since = first.measure.type === 'latest' && first.measure.growth ? heldAgainstDay(frame) : undefined;
  const period = since
    ? { from: since, to: addDays(context.today, 1) }
    : dueRange || (asked.assumed && (state || stock)) || (state && upToNow(frame, context.today))
      ? null
      : asked.period;
  const withDue = figures.map(({ figure, unitsOnly }): AskedFigure => {
    const due = dueRange ? [{ field: 'due', values: [dueRange] }] : [];
    return { ...figure, filters: [...figure.filters, ...(unitsOnly ? [unitsOnly] : []), ...due] };
  });
  const parted =
    given.group !== undefined && (/[按分]|\b(?:by|per)\b/.test(frame.text) || /[数率量额](?=列|$)/.test(frame.text));
  const listed =
    (asksList(frame) && !parted) ||
    frame.one !== undefined ||
    (!given.asks && waitingList(frame) && !namesFigure(frame.text));
  const lost = (intent: { group?: unknown; compare?: unknown; per?: unknown; top?: unknown }) =>
    wordsLost(frame, given.readings, {
      figures: figures.map((one, index) => ({ ...one, figure: withDue[index]! })),
      group: typeof intent.group === 'string' ? intent.group : undefined,
      compared: intent.compare !== undefined || given.differ === true || sidesOf(figures, intent.group),
      periods: !asked.several || asked.several.length < 3 || intent.group !== undefined || joined !== null,
      averaged: intent.per !== undefined || given.divide === true,
      topped: intent.top !== undefined,
      shared: given.share === true,
      remains: given.remains === true,
      listed: Boolean(listed),
    });
  if (listed && first.measure.type !== 'latest') {
    const missed = lost({});
    if (missed.length > 0) return { ...trouble('unread', given.best, missed[0]), figures: withDue };
    return {
      ...listAsked({ ...first, figure: withDue[0]! }, asked.assumed ? null : period),
      text: frame.text.slice(0, 300),
      ...(frame.one && { one: frame.one }),
    };
  }
  const steps =
    asked.several && !given.group && !frame.altogether && figures.length === 1 ? sameSteps(asked.several) : null;
  const extreme =
    frame.top !== undefined && !given.group && figures.length === 1 && ['sum', 'duration'].includes(first.measure.type);
  const joined = (frame.altogether && asked.several ? together(asked.several) : null) ?? steps?.period ?? null;
  const several = !joined && asked.several && !given.group && figures.length === 1;
  const sideBySide = several && asked.several!.length === 2 ? asked.several! : undefined;
  const years = several && asked.several!.every((one) => one.from.slice(5) === '01-01');
  const stood =
    state && !given.group && figures.length === 1 && !asked.compare ? dayStood(frame, context.today) : undefined;
  const intent: AskIntent = {
    do: 'ask',
    figures: withDue,
    period: joined ?? (years ? { from: asked.several![0]!.from, to: asked.several!.at(-1)!.to } : period),
    ...(asked.assumed && given.group === 'year' && { period: null }),
    ...(asked.assumed && period && !since && given.group !== 'year' && { assumed: true }),
    ...(years && asked.several!.length > 2 ? { group: 'year' } : {}),
    ...(sideBySide && laterFirst(sideBySide)),
    ...(steps && { group: steps.step }),
    ...(given.group && { group: given.group }),
    ...(extreme && { group: 'no', top: frame.top! }),
    ...(frame.top && given.group ? { top: frame.top } : {}),
    ...(asked.compare && first.measure.type !== 'latest' && !given.differ && !sidesOf(figures, given.group)
      ? { compare: asked.compare }
      : {}),
    ...(besideOf(frame, asked.period) ?? {}),
    ...(frame.per && { per: frame.per }),
    ...(figures.length === 1 || given.divide ? { text: frame.text.slice(0, 300) } : {}),
    ...(figures.length === 1 && countOfRate(first, frame) && !given.group && !asked.compare && { part: true }),
    ...(given.divide && { divide: true }),
    ...(given.sum && { sum: true }),
    ...(given.differ && { differ: true }),
    ...(given.share && { share: true }),
  };
  const missed = lost(intent);
  if (missed.length > 0) return { ...intent, trouble: { because: 'unread', word: missed[0]! } };
  if (stood) {
    const { assumed: _assumed, ...rest } = intent;
    return { ...rest, period: null, asOf: stood };
  }
  if (first.measure.type === 'latest' && period && !since) return stockIntent(intent, frame, context);
  return intent;
}

/** 截至今天逾期几件, overdue as of today: how things stand now, whenever they began. */
function upToNow({ times }: Frame, today: Day): boolean {
  return (
    times.length > 0 &&
    times.every(
      ({ text, grain, toDate, end }) =>
        (grain === 'until' && (end ?? '') > today) || (toDate === true && /^(?:截[至止]到?|到|至)/.test(text)),
    )
  );
}

/** 6月30日在办几件, 截至去年底还有几件没办: what waited on a day gone by. */
function dayStood({ times, text, due }: Frame, today: Day): Day | undefined {
  const [time] = times;
  if (!time?.end || times.length > 1 || due || time.end > today) return undefined;
  const upTo =
    /(?:截至|截止|到|至|as of|by|until|at the end of|at)\s*$/.test(text.slice(0, time.index)) ||
    /[底末]$/.test(time.text);
  return time.grain === 'day' || upTo ? addDays(time.end, -1) : undefined;
}

/** 比去年底多了几台: what came after the day a stock is held against. */
function heldAgainstDay({ text, times }: Frame): Day | undefined {
  const held = times.find((time) => /(?:比|较|than|since|from)\s*$/.test(text.slice(0, time.index)));
  // 今年比年初: the longer stretch only says again when.
  if (!held || times.some((time) => time !== held && !(time.start && held.start && time.start <= held.start)))
    return undefined;
  return (/初$|^(?:the )?(?:start|beginning) of/.test(held.text) ? held.start : held.end) ?? undefined;
}

/** 按期办结的有几件 asks for a number though only the share has a name. */
function countOfRate({ measure }: FigureAsked, frame: Frame): boolean {
  if (measure.type !== 'rate' || shareWords.test(frame.text)) return false;
  return /(?:多少|几)(?:件|条|篇|次|个|封|项|份)|\bhow many\b|\bnumber of\b/.test(frame.text);
}

/** Both values of a field stand side by side: they are held against each other. */
function sidesOf(figures: readonly FigureAsked[], group: unknown): boolean {
  return figures.some(({ figure }) =>
    figure.filters.some((filter) => filter.field === group && filter.values.length > 1),
  );
}

/** 去年同期督查几次: this year's figure stands beside. */
function besideOf(frame: Frame, period: Period): { beside: Period } | null {
  if (frame.compare || frame.times.length !== 1 || frame.times[0]!.comparison !== 'same-last-year') return null;
  return { beside: { from: addYears(period.from, 1), to: addYears(period.to, 1) } };
}

/** 1月2月3月各几场: months in a row are one span parted by month. */
function sameSteps(periods: readonly Period[]): { period: Period; step: 'month' | 'quarter' } | null {
  const whole = periods.length > 2 ? together(periods) : null;
  if (!whole) return null;
  const step = (['month', 'quarter'] as const).find((one) => splitPeriod(whole, one).length === periods.length);
  return step ? { period: whole, step } : null;
}

/** Of two periods side by side the later one is asked about. */
function laterFirst([a, b]: readonly Period[]): { period: Period; compare: Period } {
  return a!.from > b!.from ? { period: a!, compare: b! } : { period: b!, compare: a! };
}

/** 8月和9月一共几次: days that follow each other are one span. */
function together(periods: readonly Period[]): Period | null {
  const sorted = [...periods].sort((a, b) => (a.from < b.from ? -1 : 1));
  const joined = sorted.every((one, index) => index === 0 || one.from === sorted[index - 1]!.to);
  return joined ? { from: sorted[0]!.from, to: sorted.at(-1)!.to } : null;
}

/** A stock is asked for as of the end of what was said. */
function stockIntent(intent: AskIntent, frame: Frame, context: Context): AskIntent {
  const last = frame.times.at(-1);
  const end = last?.end;
  const said = frame.times.length > 0 && end && end <= context.today;
  return said ? { ...intent, period: { from: intent.period!.from, to: end } } : intent;
}

/** Open and overdue are asked of now, whenever things began, unless a period is said. */
function isStateNow({ measure, figure }: FigureAsked): boolean {
  if (figure.filters.some((filter) => filter.field === 'state')) return true;
  return (
    measure.type === 'count' && Boolean(measure.where?.open || measure.where?.overdue || measure.where?.not?.moved)
  );
}
