/** Cuts a kind's records into what can be counted: each piece has the day that places it and how many it stands for. */
import type { Entry } from '../kinds/entry.ts';
import { type Precision, preciseLabel, type RecordKind, sumPrecision } from '../kinds/kind.ts';
import type { Text } from '../reply.ts';
import type { Day } from '../time/day.ts';
import { addDays } from '../time/day.ts';
import { contains, overlaps, type Period, periodLabel, within } from '../time/period.ts';
import { type Filter, fits, textsOf } from './measure-filter.ts';

export interface Piece {
  readonly entry: Entry;
  readonly day: Day;
  readonly quantity: number;
  readonly precision: Precision;
  /** Which adoption of the record it is, when each counts. */
  readonly turn?: number;
}

export interface Pieces {
  readonly pieces: readonly Piece[];
  /** What summaries had to do with the figure. */
  readonly notes: readonly Text[];
  /** A summary stands over the period that cannot be cut down to what was asked. */
  readonly uncut: boolean;
}

/** Names that make a summary one of a part of the kind. */
const parts = ['source', 'category', 'column', 'channel'] as const;

/** A total told for a span of days (9月会务71场), no batch of one day. */
export function isSummary(entry: Entry): boolean {
  return entry.quantity > 1 && entry.until !== undefined && entry.until > entry.on;
}

export function spanOf(entry: Entry): Period {
  return { from: entry.on, to: addDays(entry.until && entry.until > entry.on ? entry.until : entry.on, 1) };
}

export function isCounted(kind: RecordKind, entry: Entry): boolean {
  return !entry.void && (kind.life.states[entry.status]?.counted ?? false);
}

/** The days that place a record by a move: each adoption, the first assignment, else the last time it happened. */
export function daysBy(entry: Entry, by: string): readonly Day[] {
  if (by === 'on' || by === 'log') return [entry.on];
  const days = entry.days[by] ?? [];
  if (by === 'adopt') return days;
  const day = by === 'assign' ? days[0] : days.at(-1);
  return day === undefined ? [] : [day];
}

/** Whether a record lies in what another one sums up: in its span, and agreeing with every part it names. */
function isItemOf(entry: Entry, summary: Entry): boolean {
  if (entry.no === summary.no || !within(spanOf(entry), spanOf(summary))) return false;
  if (isSummary(entry) && entry.on === summary.on && entry.until === summary.until) return false;
  return parts.every((name) => {
    const [said] = textsOf(summary, name);
    return said === undefined || textsOf(entry, name)[0] === said;
  });
}

export interface PieceRequest {
  readonly kind: RecordKind;
  readonly entries: readonly Entry[];
  readonly by: string;
  readonly filters: readonly Filter[];
  /** What the measure itself picks out (政策文件): a summary that does not name it cannot tell. */
  readonly picks?: readonly Filter[];
  readonly period: Period | null;
  readonly asOf: Day;
}

/** What counts in the period, with its summaries weighed against the items they sum up. */
export function piecesOf(request: PieceRequest): Pieces {
  const { kind, period, filters, asOf, by } = request;
  const asked = new Set(filters.flatMap((filter) => (filter.field === 'status' ? filter.values : [])));
  const counted = request.entries.filter((entry) => isCounted(kind, entry) || (!entry.void && asked.has(entry.status)));
  const dropped = new Set<string>();
  const notes: Text[] = [];
  let uncut = false;
  for (const summary of counted.filter(isSummary)) {
    const weighed = weigh(summary, counted, request);
    for (const no of weighed.dropped) dropped.add(no);
    if (weighed.note) notes.push(weighed.note);
    uncut ||= weighed.uncut;
  }
  const pieces = counted
    .filter((entry) => !dropped.has(entry.no) && filters.every((filter) => fits(entry, filter, asOf)))
    .flatMap((entry) => cut(entry, by, period));
  return { pieces, notes, uncut };
}

function cut(entry: Entry, by: string, period: Period | null): Piece[] {
  const { quantity, precision } = entry;
  if (isSummary(entry)) {
    return daysBy(entry, by).length > 0 ? [{ entry, day: entry.on, quantity, precision }] : [];
  }
  return daysBy(entry, by).flatMap((day, turn) =>
    period && !contains(period, day) ? [] : [{ entry, day, quantity, precision, turn }],
  );
}

interface Weighed {
  readonly dropped: readonly string[];
  readonly note?: Text;
  readonly uncut: boolean;
}

function weigh(summary: Entry, counted: readonly Entry[], request: PieceRequest): Weighed {
  const { period, filters, asOf, kind } = request;
  const items = counted.filter((entry) => isItemOf(entry, summary));
  const inside = period === null || within(spanOf(summary), period);
  const misfit = [...filters, ...(request.picks ?? [])].find((filter) => !fits(summary, filter, asOf));
  // A filter on what the summary does not name cannot be answered from it; one it contradicts leaves it out rightly.
  const silent = misfit !== undefined && textsOf(summary, misfit.field).length === 0;
  if (!inside) {
    const touched = period !== null && overlaps(spanOf(summary), period) && items.length === 0 && (!misfit || silent);
    return { dropped: [summary.no], uncut: touched, ...(touched && { note: cutNote(summary, kind) }) };
  }
  if (items.length === 0) {
    return { dropped: [], uncut: silent, ...(silent && { note: unsplitNote(summary, kind) }) };
  }
  const told = misfit ? {} : { note: bothNote(summary, items, kind) };
  if (summary.basis === 'summary') return { dropped: items.map((entry) => entry.no), uncut: silent, ...told };
  return { dropped: [summary.no], uncut: false, ...told };
}

function amount(quantity: number, precision: Precision, kind: RecordKind): Text {
  return {
    // As in the answer itself: 58 次, 60余次.
    zh: `${preciseLabel(quantity, precision, 'zh')}${precision === 'over' ? '' : ' '}${kind.counts.zh}`,
    en: `${preciseLabel(quantity, precision, 'en')} ${kind.counts.en}`,
  };
}

/** 2024年, 2月, 2月18日至12月31日. */
function spanText(summary: Entry): Text {
  const span = spanOf(summary);
  return { zh: periodLabel(span, 'zh'), en: periodLabel(span, 'en') };
}

function bothNote(summary: Entry, items: readonly Entry[], kind: RecordKind): Text {
  const told = amount(summary.quantity, summary.precision, kind);
  const single = items.filter((entry) => !isSummary(entry));
  const counted = amount(
    single.reduce((sum, entry) => sum + entry.quantity, 0),
    sumPrecision(single.map((entry) => entry.precision)),
    kind,
  );
  const byItems = summary.basis !== 'summary';
  return {
    zh: `${spanText(summary).zh}的汇总报 ${told.zh}（${summary.no}），逐条登记 ${counted.zh}；这里按${byItems ? '逐条登记' : '汇总'}计`,
    en: `the summary for ${spanText(summary).en} says ${told.en} (${summary.no}), the single records give ${counted.en}; counted here by the ${byItems ? 'records' : 'summary'}`,
  };
}

function cutNote(summary: Entry, kind: RecordKind): Text {
  const told = amount(summary.quantity, summary.precision, kind);
  return {
    zh: `${spanText(summary).zh}只有一个汇总数 ${told.zh}（${summary.no}），跨出所问期间，拆不开，没有计入`,
    en: `for ${spanText(summary).en} there is only a total of ${told.en} (${summary.no}), which cannot be cut down to the period asked for`,
  };
}

function unsplitNote(summary: Entry, kind: RecordKind): Text {
  const told = amount(summary.quantity, summary.precision, kind);
  return {
    zh: `${spanText(summary).zh}只有一个汇总数 ${told.zh}（${summary.no}），没有细分，没有计入`,
    en: `the total of ${told.en} for ${spanText(summary).en} (${summary.no}) is not broken down and is left out`,
  };
}
