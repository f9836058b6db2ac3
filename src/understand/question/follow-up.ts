/** Questions that lean on the one before (那去年呢, 其中主办的呢, 比去年同期呢, 各单位分别多少). */
import { type AskedFigure, type AskedFilter, AskIntent, FindIntent } from '../../intents/ask-shape.ts';
import { kindOf } from '../../kinds/all.ts';
import type { Measure } from '../../kinds/kind.ts';
import type { Intent } from '../../reply.ts';
import { addYears, yearOf } from '../../time/day.ts';
import { type Period, sameLastYear } from '../../time/period.ts';
import type { Context } from '../context.ts';
import { figureAsked } from './figure-asked.ts';
import type { Frame } from './frame.ts';
import { groupField } from './group-field.ts';
import { type KindReading, readKind } from './kind-reading.ts';
import { kindWords } from './kind-words.ts';
import { perThing } from './pair-asked.ts';
import { heldAgainst, periodAsked } from './period-asked.ts';
import { asksList } from './record-asked.ts';
import { wordsLost } from './words-lost.ts';

const leaning =
  /^(?:那|那么|其中|里面|当中|再|and\b|what about|how about|of (?:those|them|these)|how does (?:that|it|this)\b|then\b|but\b|also\b)|呢\s*[?？。!！]*$|\bof (?:them|those|these)\b|^(?:broken|break|split|only|just|same|excluding|without|show (?:it|that|them))\b|^(?:换成?|改成|改为|只看|只要|只算|光看|单看|去掉|除了|不含|不算|剩下)|^(?:比|跟|较|和)/;
/** Parts or compares: by itself of the question before, beside the name of a kind a question of its own (哪些提案…). */
const parting = /^(?:同比|环比|各|按|分|每|哪)|^(?:by|per|compared|versus|vs)\b/;
const shortest = 24;

/** Whether the text may go on from the last question: it begins or ends like it, or is a bare piece of one. */
export function leansOnLast(plain: string, context: Context): boolean {
  return (
    context.question !== null &&
    plain.length <= 60 &&
    (leaning.test(plain) || parting.test(plain) || plain.length <= shortest)
  );
}

/** Goes on from a question before (那没办的呢), or has nothing of its own to stand by (还有几件没办结). */
export function leansPlainly(frame: Frame, context: Context): boolean {
  if (context.question === null) return false;
  const own = frame.times.length + frame.units.length > 0 || /我|\b(?:i|my|me)\b|记|登|录|record|log/.test(frame.text);
  return leaning.test(frame.text) || /呢\s*[?？。!！]*$/.test(frame.text) || !own;
}

interface Given {
  readonly readings: readonly KindReading[];
  readonly best: KindReading | undefined;
  readonly context: Context;
}

export function followUp(frame: Frame, given: Given): Intent | null {
  const last = lastQuestion(given.context.question);
  const base = last?.figures[0];
  const kind = base && kindOf(base.kind);
  if (!last || !base || !kind) return null;
  const goesOn = leaning.test(frame.text);
  const leans = goesOn || parting.test(frame.text);
  const own = readKind(kindWords().find((words) => words.kind.id === kind.id)!, frame);
  // 其中急件呢 speaks of what was asked for, never of another kind.
  const other =
    !/^(?:其中|里面|当中|of (?:those|them|these))/.test(frame.text) &&
    given.best &&
    given.best.words.kind.id !== kind.id &&
    given.best.called &&
    given.best.score > own.score + 1
      ? given.best
      : undefined;
  const names = other !== undefined || (own.sure && own.score > 0);
  // A question that calls a kind by its name stands by itself unless it begins like a continuation.
  if (names && !goesOn) return null;
  if (!leans && (frame.times.length === 0 ? !isPiece(frame, own) : false) && own.measures.length === 0) return null;
  if (other ? other.unknown.length > 0 : own.unknown.length > (leans ? 1 : 0)) return null;
  if (!other && !changesSomething(frame, own)) return null;
  const each = !other && frame.average && !frame.per ? perThing(frame, own) : null;
  const figures = each
    ? each.figures.map(({ figure }) => ({ ...figure, filters: [...base.filters, ...figure.filters].slice(0, 8) }))
    : other
      ? [swapped(base, other, frame)]
      : last.figures.map((figure) => changed(figure, own, frame));
  const period = periodOf(frame, last, given.context);
  const group = groupOf(frame, figures[0]!, last);
  if (asksList(frame) && !frame.top) {
    const figure = figures[0]!;
    return { do: 'find', kind: figure.kind, measure: figure.measure, filters: figure.filters, period: period.period };
  }
  const {
    group: _group,
    top: _top,
    compare: _compare,
    beside: _beside,
    assumed: _assumed,
    per: _per,
    trouble: _trouble,
    explain: _explain,
    ...kept
  } = last;
  const share = !other && !each && sharePart.test(frame.text) && figures[0]!.filters.length > base.filters.length;
  const compare = frame.compare
    ? (period.compare ?? (frame.compare === 'told' ? 'same-last-year' : frame.compare))
    : undefined;
  const measured = measureOf(figures[0]!);
  const extreme = frame.top !== undefined && !group.by && ['sum', 'duration'].includes(measured.type);
  const intent: AskIntent = {
    ...kept,
    figures: group.filter
      ? figures.map((figure) => ({ ...figure, filters: [...figure.filters, group.filter!] }))
      : figures,
    ...(share ? { figures: [figures[0]!, base], share: true } : {}),
    ...(each ? { divide: true } : {}),
    ...(period.beside ? { beside: period.beside } : {}),
    period: period.period,
    text: frame.text.slice(0, 300),
    ...(frame.times.length === 0 && last.assumed ? { assumed: true } : {}),
    ...(group.by ? { group: group.by } : {}),
    ...(frame.top && group.by ? { top: frame.top } : {}),
    ...(extreme ? { group: 'no', top: frame.top! } : {}),
    ...(compare ? { compare } : {}),
    ...(frame.per ? { per: frame.per } : {}),
  };
  const lost = wordsLost(frame, [other ?? own], {
    figures: intent.figures.map((figure) => ({ figure, measure: measureOf(figure) })),
    group: intent.group,
    compared: intent.compare !== undefined || intent.beside !== undefined || period.period !== last.period,
    periods: true,
    averaged: intent.per !== undefined || intent.divide === true,
    topped: intent.top !== undefined,
    shared: intent.share === true,
    listed: false,
  });
  return lost.length > 0 ? { ...intent, trouble: { because: 'unread', word: lost[0]! } } : intent;
}

function measureOf(figure: AskedFigure): Measure {
  return kindOf(figure.kind)!.measures[figure.measure]!;
}

/** The last question in the shape of one for a figure. */
export function lastQuestion(question: Intent | null): AskIntent | undefined {
  const asked = AskIntent.safeParse(question);
  if (asked.success) return asked.data;
  const found = FindIntent.safeParse(question);
  const kind = found.success && found.data.kind ? kindOf(found.data.kind) : undefined;
  if (!found.success || !kind) return undefined;
  const { filters, period } = found.data;
  return { do: 'ask', figures: [{ kind: kind.id, measure: found.data.measure ?? kind.main, filters }], period };
}

const sharePart = /占|几成|比例|百分之(?:几|多少)|\b(?:share|percentage|percent|proportion)\b/;
const roleWords = /主办|会办|承办|牵头|协办|\b(?:lead|co-?unit)/;

function isPiece(frame: Frame, own: KindReading): boolean {
  return Boolean(
    frame.per ||
      roleWords.test(frame.text) ||
      frame.group ||
      frame.top ||
      frame.compare ||
      frame.units.length ||
      own.measures.length ||
      own.values.length ||
      own.unknown.length ||
      frame.people.length,
  );
}

function changesSomething(frame: Frame, own: KindReading): boolean {
  return (
    isPiece(frame, own) ||
    frame.times.length > 0 ||
    frame.per !== undefined ||
    beforeThat.test(frame.text) ||
    asksList(frame)
  );
}

/** The same figure under changed conditions: a new value replaces the old one of its field. */
function changed(base: AskedFigure, own: KindReading, frame: Frame): AskedFigure {
  const asked = figureAsked(own, frame).figure;
  const kind = kindOf(base.kind)!;
  const telling = own.measures.filter(
    (one) => one.id !== kind.main && !/^(?:主办|会办|承办|协办|牵头)$/.test(one.word),
  );
  const measure = telling.length > 0 ? asked.measure : base.measure;
  const roled = base.filters.map((filter) => reRoled(filter, frame, base.kind));
  const fresh = asked.filters;
  const kept = roled.filter((old) => !fresh.some((one) => one.field === old.field || bothUnits(one, old)));
  return { kind: base.kind, measure, filters: [...kept, ...fresh].slice(0, 8) };
}

const unitFields = new Set(['unit', 'coUnits', 'anyUnit', 'units']);

function bothUnits(a: AskedFilter, b: AskedFilter): boolean {
  return unitFields.has(a.field) && unitFields.has(b.field);
}

/** 其中主办的呢: the unit stays, its part changes. */
function reRoled(filter: AskedFilter, frame: Frame, kind: string): AskedFilter {
  if (!unitFields.has(filter.field)) return filter;
  const declared = kindOf(kind)!;
  const several = Object.entries(declared.fields).find(([, field]) => field.type === 'units')?.[0];
  if (/主办|牵头|\blead/.test(frame.text)) return { ...filter, field: 'unit' };
  if (several && /会办|协办|\bco-?unit/.test(frame.text)) return { ...filter, field: several };
  return filter;
}

/** Another kind: the figure of the same name there, the units stay. */
function swapped(base: AskedFigure, other: KindReading, frame: Frame): AskedFigure {
  const asked = figureAsked(other, frame).figure;
  const { kind } = other.words;
  const telling = other.measures.some((one) => one.id !== kind.main);
  const measure = telling
    ? asked.measure
    : Object.hasOwn(kind.measures, base.measure) && base.measure !== kindOf(base.kind)?.main
      ? base.measure
      : kind.main;
  const kept = base.filters.filter(
    (filter) => filter.field === 'unit' && !asked.filters.some((one) => one.field === 'unit'),
  );
  return { kind: kind.id, measure, filters: [...kept, ...asked.filters] };
}

const beforeThat =
  /the year before|year before that|the previous year|前一年|上一年|再前一年|再往前|更早一年|the one before/;

function periodOf(
  frame: Frame,
  last: AskIntent,
  context: Context,
): { period: Period | null; compare?: AskIntent['compare']; beside?: Period } {
  const { period } = last;
  if (period && beforeThat.test(frame.text))
    return { period: { from: addYears(period.from, -1), to: addYears(period.to, -1) } };
  const asked = periodAsked(frame, context.today);
  if (frame.compare) {
    if (typeof asked.compare === 'object' && frame.times.length === 1 && !frame.times[0]!.comparison) {
      const main = period ?? asked.period;
      return { period: main, compare: heldAgainst(main, frame.times[0]!, context.today) };
    }
    return { period: period ?? asked.period, ...(asked.compare && { compare: asked.compare }) };
  }
  if (frame.times.length === 0) return { period };
  const time = frame.times[0]!;
  if (period && time.comparison === 'same-last-year') return { period: sameLastYear(period), beside: period };
  const wholeYear = time.grain === 'year' && time.said === 'relative';
  if (wholeYear && period && period.from.slice(5) !== '01-01') {
    return { period: inYear(period, yearOf(asked.period.from)) };
  }
  const noYear = !/年|year|\d{4}|本|上个?月|这|last|this|近|past/.test(time.text.replace(/上半年|下半年|半年/, ''));
  if (
    noYear &&
    period &&
    yearOf(period.from) !== yearOf(asked.period.from) &&
    yearOf(period.from) < yearOf(context.today)
  ) {
    return { period: inYear(asked.period, yearOf(period.from)) };
  }
  return { period: asked.period };
}

function inYear(period: Period, year: number): Period {
  const by = year - yearOf(period.from);
  return { from: addYears(period.from, by), to: addYears(period.to, by) };
}

function groupOf(frame: Frame, figure: AskedFigure, last: AskIntent): { by?: string; filter?: AskedFilter } {
  const kind = kindOf(figure.kind)!;
  if (frame.group) {
    const by = groupField(kind, frame.group, { text: frame.text, values: figure.filters });
    const town = /镇|街|乡/.test(frame.group.word) ? { field: 'town', values: ['yes'] } : undefined;
    return { ...(by && { by }), ...(town && { filter: town }) };
  }
  const narrowed = figure.filters.some((filter) => filter.field === last.group);
  const by = last.group;
  const fits =
    by !== undefined &&
    (Object.hasOwn(kind.fields, by) ||
      ['unit', 'anyUnit', 'status', 'section', 'week', 'month', 'quarter', 'year'].includes(by));
  return fits && !narrowed && !frame.compare ? { by } : {};
}
