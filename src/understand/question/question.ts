/** Reads a question as an intent, by rules alone; anything that is no question is left to the ear. */

import type { AskedFigure, AskIntent } from '../../intents/ask-shape.ts';
import { kindOfNumber } from '../../kinds/all.ts';
import type { Intent } from '../../reply.ts';
import { addDays, addYears, type Day } from '../../time/day.ts';
import { type Period, splitPeriod } from '../../time/period.ts';
import type { Context } from '../context.ts';
import { isEnglish } from '../language.ts';
import { type FigureAsked, figureAsked } from './figure-asked.ts';
import { openPlaces } from './fillers.ts';
import { followUp, leansOnLast, leansPlainly } from './follow-up.ts';
import { type Frame, readFrame } from './frame.ts';
import { type KindReading, readKind, touchedKinds } from './kind-reading.ts';
import { shareWords } from './measure-picked.ts';
import { pairAsked, remainderAsked, shareAsked } from './pair-asked.ts';
import { periodAsked } from './period-asked.ts';
import { blank } from './places.ts';
import { plainQuestion } from './plain-text.ts';
import { asksList, asksState, listAsked, recordByCode, recordByWords, statePlaces } from './record-asked.ts';
import { soundingLike } from './same-sound.ts';
import { shortAsked } from './short-asked.ts';
import { asksPlainly, asksSomething, endsInFigure, mayBeNominal, namesFigure } from './sounds-like.ts';
import { asksPlans, daysAhead, dueDays, isPlanned, wholeLedger } from './whole-ledger.ts';
import { wordsLost } from './words-lost.ts';

const longest = 300;
const forecast =
  /还(?:会|能|要|将)[^,。]{0,6}(?:多少|几)|能(?:到|达到|做到|实现)(?:多少|几|百分之)|预测|预计|预估|估计|会(?:是|有|达到)多少|\bwill\b|forecast|predict|expect/;
const ranksPeople =
  /(?:谁|哪(?:个|位|些)(?:人|同事|科员|同志|干部|职工|工作人员|员工)).{0,12}(?:最|多|少|慢|快|差|好|排|落后|拖)|个人(?:排名|排行|得分|业绩|考核)|(?:按|每个?|各)(?:个人|人员|同事|科员)(?:排|统计|列|分)?|\bwho\b.{0,30}\b(?:most|best|worst|least|slowest|fastest|fewest)\b|\b(?:rank|ranking of) (?:the )?(?:staff|people|clerks|colleagues|employees)\b|\bper (?:person|clerk|colleague)\b/;

/** Whether something should be done is no question to the ledger. */
const wish =
  /(?:是不是|是否|要不要|能不能|可不可以|该不该|需不需要)(?:要|得|该|应该|可以)?(?:再|先|也)?(?:开|办|搞|去|发|报|写|弄|安排|准备|通知|组织)|\b(?:should|shall|could|can) (?:we|i|you)\b(?! (?:please )?(?:tell|show|give|list|check|say|let|look|find|count|see))/;

/** The intent of a question, or null when the text is none (or one nobody can read). */
export function readQuestion(text: string, context: Context): Intent | null {
  const trimmed = text.trim();
  if (trimmed.length === 0 || trimmed.length > longest) return null;
  const plain = plainQuestion(trimmed);
  const short = shortAsked(plain, context);
  if (short) return short;
  const asks = asksSomething(plain);
  const leaning = leansOnLast(plain, context);
  if (!asks && !leaning && !mayBeNominal(plain)) return null;
  if (wish.test(plain)) return null;
  const first = readFrame(trimmed, context);
  // 财政局和民政局谁多 is asked of units.
  if (asks && ranksPeople.test(plain) && first.units.length < 2) return trouble('people');
  const firstReadings = readingsOf(first);
  const mended = asSounded(first, firstReadings);
  const frame = mended ? readFrame(mended, context) : first;
  const readings = mended ? readingsOf(frame) : firstReadings;
  const able = readings.filter((reading) => reading.named && (reading.score > 0 || asks || endsInFigure(plain)));
  const best = able.find((reading) => reading.called && reading.unknown.length === 0 && reading.score > 0) ?? able[0];
  const whole = wholeLedger(
    frame,
    context,
    able.some((reading) => reading.called),
  );
  const isWhole = whole !== null && (asks || leaning || waitingList(frame));
  if (isWhole && !leansPlainly(frame, context)) return whole;
  if (leaning) {
    const leant = followUp(frame, { readings, best, context });
    if (leant) return leant;
  }
  if (isWhole) return whole;
  if (!best && asksRate.test(plain)) return unknownFigure(asksRate.exec(plain)![0]);
  if (!asks && !isNominal(plain, frame, best)) return null;
  return readFigure(frame, { readings, best, context, asks });
}

/** 公文差错率: a rate is only ever asked for, even one nobody keeps. */
const asksRate = /^[\u4e00-\u9fff]{2,10}率(?=(?:是|有)?(?:多少|多高|几)?[?？]?$)/;

/** A figure no kind has, by the name it was asked for. */
function unknownFigure(word: string): Intent {
  const none = { kind: '', measure: '', filters: [] };
  return { do: 'ask', figures: [none], period: null, trouble: { because: 'unknown', word } };
}

function readingsOf(frame: Frame): KindReading[] {
  return touchedKinds(frame.rest)
    .map((words) => readKind(words, frame))
    .filter((reading) => reading.named || reading.measures.length + reading.values.length + reading.fields.length > 0)
    .sort((a, b) => b.score - a.score);
}

/** The question with words written by their sound put right (提岸, 受里), or nothing when all is spelled well. */
function asSounded(frame: Frame, readings: readonly KindReading[]): string | undefined {
  const tokens = readings.flatMap((reading) => reading.tokens).filter((token) => token.word.length > 1);
  const mends = soundingLike(frame.text, openPlaces(blank(frame.rest, tokens)));
  if (mends.length === 0) return undefined;
  const chars = frame.text.split('');
  for (const { start, end, word } of mends) chars.splice(start, end - start, ...word);
  return chars.join('');
}

/** A noun phrase is a question when it names a figure, or a kind and a period longer than a day. */
function isNominal(plain: string, frame: Frame, best: KindReading | undefined): boolean {
  if (!best) return false;
  const english =
    /^[\x20-\x7e\u0001]*[a-z]{3}/.test(plain) && !/\b(?:today|yesterday|this morning|just now)\b/.test(plain);
  const digits = /\d/.test(frame.rest.replace(/12345|\b[qh]\d\b/g, ''));
  if (endsInFigure(plain) && !digits) return true;
  // What is counted and left over is told, not asked (10月信息得分62).
  if (best.unknown.length > (english ? 3 : 1) || digits) return false;
  if (english && frame.compare && best.called && best.unknown.length === 0) return true;
  // A rate the kind does not have is still asked for, and told to be unknown.
  if (best.called && /率$/.test(plain)) return true;
  const { kind } = best.words;
  const stock = kind.measures[kind.main]?.type === 'latest' && best.values.length > 0;
  if (stock && best.unknown.length === 0 && (frame.times.length > 0 || /数$|^(?:现有|现在|目前)|\bnow$/.test(plain)))
    return true;
  // 超期的依申请公开: a noun with a condition is a wish for the list.
  if (
    best.called &&
    best.unknown.length === 0 &&
    waitingList(frame) &&
    best.spans.some((span) => span.end === plain.length)
  )
    return true;
  // 今年住建局会办的提案: conditions, then the kind itself, over a span of days.
  const kindEnds = best.spans.some((span) => span.end === plain.length && plain[span.start - 1] === '的');
  const pointedAt = best.values.length + best.measures.length + frame.units.length + frame.people.length > 0;
  if (kindEnds && pointedAt && !digits && frame.times.some((time) => !['day', 'days'].includes(time.grain)))
    return true;
  if (frame.top && frame.group && best.unknown.length === 0) return true;
  // key tasks behind schedule: an English plural without a verb and a number is a wish for the list.
  const pointed =
    best.values.length + best.measures.length > 0 &&
    (best.spans.some((span) => /s$/.test(plain.slice(span.start, span.end))) ||
      /\b(?:cases|items|records|pieces)\b/.test(plain));
  const verbFirst = /^[a-z]+ed\b/.test(plain) && frame.times.length === 0;
  if (english && best.called && pointed && best.unknown.length < 2 && !pastVerb.test(plain) && !verbFirst) return true;
  if ((namesFigure(plain) || frame.group) && best.unknown.length === 0) return true;
  const spans = frame.times.filter(
    (time) => !['day', 'days'].includes(time.grain) || /last|past|recent|近/.test(time.text),
  );
  const noun = best.measures.length > 0 || best.spans.length > 0;
  return (
    noun &&
    spans.length > 0 &&
    (english
      ? (best.measures.length > 0 || /s\b/.test(plain)) && !pastVerb.test(plain)
      : frame.compare !== undefined || frame.top !== undefined)
  );
}

const pastVerb =
  /\b(?:we|i) \w+ed\b|\b(?:was|were|has been|have been) \w+|\b(?:held|sent|wrote|got|received|inspected|visited|attended|issued) (?:a|an|the|our|\d)/;

/** 到期未办结的督办件, 目前在办提案. */
function waitingList(frame: Frame): boolean {
  return (
    frame.due ||
    /逾期|超期|过期|在办|未办结|未答复|没办结|没答复|要办结|\b(?:overdue|open|pending|outstanding)\b/.test(frame.text)
  );
}

interface Reading {
  readonly readings: readonly KindReading[];
  readonly best: KindReading | undefined;
  readonly context: Context;
  readonly asks: boolean;
}

function readFigure(frame: Frame, given: Reading): Intent | null {
  const { context, best } = given;
  const asked = periodAsked(frame, context.today);
  const byCode =
    asksState(frame.text) || /\d+\s*号|-\d{4}-\d{3}/.test(frame.text)
      ? recordByCode(frame, best ?? given.readings[0], context)
      : null;
  if (byCode) return ofRecord(byCode, best, frame);
  const plannable = best?.called === true && best.words.kind.life.states.cancelled !== undefined;
  const ahead = plannable && asksPlans(frame) && !frame.due ? daysAhead(frame, context.today) : null;
  if (ahead && best && (asked.ahead || /安排|计划|日程|还有|要开/.test(frame.text)))
    return plannedOf(best, frame, ahead);
  if (!frame.due && (asked.ahead || (forecast.test(frame.text) && given.asks))) return trouble('future', best);
  const chosen = best ?? (countsSomething.test(frame.text) ? guessed(given.readings, frame) : undefined);
  if (!chosen) return given.asks ? unclear(given.readings, frame.text) : null;
  const read = readAs(chosen, frame, given);
  if (!isUnread(read)) return read;
  // The kind that explains every word is the one that was meant.
  const others = given.readings.filter(
    (other) => other !== chosen && other.called && other.unknown.length === 0 && other.score > chosen.score / 2,
  );
  for (const other of others.slice(0, 3)) {
    const otherwise = readAs(other, frame, given);
    if (!isUnread(otherwise)) return otherwise;
  }
  return read;
}

/** 政办发42号印了几份: a number the record holds is told, not only the record shown. */
function ofRecord(found: Intent, best: KindReading | undefined, frame: Frame): Intent {
  const no = found.do === 'show' ? String(found.no) : '';
  const reading = best ?? undefined;
  if (!no || !reading || kindOfNumber(no)?.id !== reading.words.kind.id) return found;
  const { figure, measure } = figureAsked(reading, frame);
  if (measure.type !== 'sum') return found;
  const filters = [{ field: 'no', values: [no], said: no }];
  return { do: 'ask', figures: [{ kind: figure.kind, measure: figure.measure, filters }], period: null };
}

/** 下周有什么会: the records that lie in those days. */
function plannedOf(best: KindReading, frame: Frame, period: Period): Intent {
  const { figure } = figureAsked(best, frame);
  return { do: 'find', kind: figure.kind, filters: [isPlanned, ...figure.filters], period };
}

function isUnread(intent: Intent): boolean {
  return (intent as AskIntent).trouble?.because === 'unread';
}

/** The question as one kind understands it. */
function readAs(chosen: KindReading, frame: Frame, given: Reading): Intent {
  const { context } = given;
  const pair = pairAsked(frame, chosen);
  if (pair)
    return settle(pair.figures, frame, {
      ...given,
      best: chosen,
      readings: pair.readings ?? [chosen],
      group: undefined,
      divide: pair.divide,
      unlike: pair.unlike,
      sum: pair.sum,
      differ: pair.differ,
    });
  const figure = figureAsked(chosen, frame);
  if (asksState(frame.text) && !frame.group) {
    const rest = blank(frame.rest, statePlaces(frame.text));
    const meant = readKind(chosen.words, { ...frame, rest });
    const shown = recordByWords(figureAsked(meant, { ...frame, rest }), context, frame.one);
    if (shown) return shown;
  }
  const share = frame.compare || figure.group ? null : shareAsked(chosen, figure, frame.text);
  if (share === 'none')
    return trouble('unknown', chosen, /[\u4e00-\u9fff]{2}率/.exec(frame.text)?.[0] ?? shareWords.exec(frame.text)?.[0]);
  const alone = { ...given, best: chosen, readings: [chosen] };
  const left = figure.group ? null : remainderAsked(chosen, figure, frame.text);
  if (left) return settle(left.figures, frame, { ...alone, group: undefined, differ: true, remains: true });
  if (share) return settle(share.figures, frame, { ...alone, group: undefined, share: true });
  return settle([figure], frame, { ...alone, group: figure.group });
}

const countsSomething = /多少|几|率|占比|比例|数|how many|how much|number|count|total|rate|share/;

/** 主办几件 of a unit speaks of what is handled together with others. */
const handling = /主办|会办|承办|协办/;

/** Without a kind a figure is read only where it is the same kind that explains all of it. */
function guessed(readings: readonly KindReading[], frame: Frame): KindReading | undefined {
  const able = readings.filter(
    (reading) => reading.measures.length + reading.values.length > 0 && reading.unknown.length === 0,
  );
  const [first, second] = able;
  if (handling.test(frame.text) && frame.units.length > 0) {
    return readings.find((reading) => reading.words.kind.fields.coUnits && reading.unknown.length === 0);
  }
  if (first && (!second || first.score > second.score + 0.5)) return first;
  return undefined;
}

function unclear(readings: readonly KindReading[], text: string): Intent | null {
  const able = readings.filter((reading) => reading.measures.length + reading.values.length > 0);
  if (able.length === 0) return asksPlainly(text) ? { do: 'refuse', reason: 'not-understood' } : null;
  const lang = isEnglish(text) ? 'en' : 'zh';
  const names = able.slice(0, 6).map((reading) => reading.words.kind.title[lang]);
  return {
    do: 'clarify',
    question: lang === 'zh' ? `您问的是哪一类?${names.join('、')}` : `Which sort do you mean: ${names.join(', ')}?`,
  };
}

interface Settling extends Reading {
  readonly group: string | undefined;
  readonly divide?: boolean | undefined;
  readonly unlike?: boolean | undefined;
  readonly sum?: boolean | undefined;
  readonly differ?: boolean | undefined;
  readonly remains?: boolean | undefined;
  readonly share?: boolean | undefined;
}

/** Puts figures, period, groups and comparison together. */
function settle(figures: readonly FigureAsked[], frame: Frame, given: Settling): Intent {
  const { context } = given;
  const first = figures[0]!;
  const asked = periodAsked(frame, context.today);
  if (given.unlike) return { ...trouble('unlike'), figures: figures.map((one) => one.figure) };
  const dueRange = frame.due ? dueDays(frame, context.today) : undefined;
  const state = isStateNow(first);
  const stock = first.measure.type === 'latest' && !first.measure.growth;
  const since = first.measure.type === 'latest' && first.measure.growth ? heldAgainstDay(frame) : undefined;
  const period = since
    ? { from: since, to: addDays(context.today, 1) }
    : dueRange || (asked.assumed && (state || stock))
      ? null
      : asked.period;
  const withDue = figures.map(({ figure, unitsOnly }): AskedFigure => {
    const due = dueRange ? [{ field: 'due', values: [dueRange] }] : [];
    return { ...figure, filters: [...figure.filters, ...(unitsOnly ? [unitsOnly] : []), ...due] };
  });
  const parted = given.group !== undefined && /[按分]|\b(?:by|per)\b/.test(frame.text);
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
  if (first.measure.type === 'latest' && period && !since) return stockIntent(intent, frame, context);
  return intent;
}

/** 比去年底多了几台: what came after the day a stock is held against. */
function heldAgainstDay({ text, times }: Frame): Day | undefined {
  const [time] = times;
  const held = time && times.length === 1 && /(?:比|较|than|since|from)\s*$/.test(text.slice(0, time.index));
  return held ? (time.end ?? undefined) : undefined;
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

function trouble(because: NonNullable<AskIntent['trouble']>['because'], best?: KindReading, word?: string): AskIntent {
  const kind = best?.words.kind;
  return {
    do: 'ask',
    figures: [{ kind: kind?.id ?? 'inspection', measure: kind?.main ?? 'total', filters: [] }],
    period: null,
    trouble: { because, ...(word && { word }) },
  };
}
