/** The sums behind measures: how many, how much, what share, how long. */
import type { Entry } from '../kinds/entry.ts';
import { type Measure, numberIn, type Precision, type RecordKind, sumPrecision, type Where } from '../kinds/kind.ts';
import type { Text } from '../reply.ts';
import { type Day, daysBetween } from '../time/day.ts';
import type { Db } from './db.ts';
import { readMovesOf } from './entries.ts';
import { standing } from './fold.ts';
import { isWaiting } from './measure-filter.ts';
import { daysBy, isSummary, type Piece } from './measure-pieces.ts';
import { holds } from './where.ts';

export interface Reckoned {
  readonly value: number;
  readonly precision: Precision;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly median?: number;
  readonly numbers: readonly string[];
}

export interface Unreckoned {
  readonly refused: 'no-data' | 'incommensurable';
  readonly why: Text;
}

export interface ReckonRequest {
  readonly kind: RecordKind;
  readonly measure: Exclude<Measure, { type: 'ratio' | 'latest' }>;
  readonly pieces: readonly Piece[];
  readonly asOf: Day;
}

export function reckon(db: Db, request: ReckonRequest): Reckoned | Unreckoned {
  const { measure, pieces, asOf } = request;
  const meets = (where: Where | undefined) => (piece: Piece) =>
    where === undefined || holds(piece.entry, where, { today: asOf, open: isWaiting });
  switch (measure.type) {
    case 'count':
      return total(pieces.filter((piece) => meets(measure.where)(piece) && stands(piece.entry, measure.by)));
    case 'sum':
      return sum(db, pieces.filter(meets(measure.where)), measure);
    case 'rate':
      return rate(pieces.filter(meets(measure.denominator)), meets(measure.numerator));
    case 'duration':
      return duration(pieces, measure);
  }
}

/** A reply or a close that a later redo or reopening took back does not count any more. */
function stands(entry: Entry, by: string): boolean {
  if (by !== 'reply' && by !== 'close') return true;
  const last = entry.days[by]?.at(-1) ?? '';
  return !['redo', 'reopen'].some((move) => (entry.days[move]?.at(-1) ?? '') > last);
}

function total(pieces: readonly Piece[]): Reckoned {
  return {
    value: clean(pieces.reduce((sum, piece) => sum + piece.quantity, 0)),
    precision: sumPrecision(pieces.map((piece) => piece.precision)),
    numbers: numbersOf(pieces),
  };
}

function sum(db: Db, pieces: readonly Piece[], measure: Measure & { type: 'sum' }): Reckoned {
  const parts =
    measure.by === 'adopt'
      ? adoptionParts(db, pieces, measure.field)
      : pieces.map((piece) => partOf(piece, measure.field));
  const filled = parts.filter((part) => part.number !== undefined);
  return {
    value: clean(filled.reduce((all, part) => all + part.number!.value, 0)),
    precision: sumPrecision(filled.map((part) => part.number!.precision)),
    numbers: numbersOf(filled.map((part) => part.piece)),
  };
}

interface SumPart {
  readonly piece: Piece;
  readonly number: ReturnType<typeof numberIn>;
}

function partOf(piece: Piece, field: string): SumPart {
  return { piece, number: numberIn(piece.entry.fields[field]) };
}

/** A record adopted several times has a score for each; told only once, it belongs to the first. */
function adoptionParts(db: Db, pieces: readonly Piece[], field: string): SumPart[] {
  const several = pieces.filter((piece) => (piece.entry.days.adopt?.length ?? 0) > 1);
  if (several.length === 0) return pieces.map((piece) => partOf(piece, field));
  const moves = readMovesOf(db, [...new Set(several.map((piece) => piece.entry.no))]);
  return pieces.map((piece) => {
    const adoptions = standing(moves.get(piece.entry.no) ?? [])
      .filter((move) => move.move === 'adopt')
      .sort((a, b) => (a.on === b.on ? a.n - b.n : a.on < b.on ? -1 : 1));
    if (adoptions.length < 2) return partOf(piece, field);
    const scored = adoptions.some((move) => move.set?.[field] !== undefined);
    if (!scored) return piece.turn === 0 ? partOf(piece, field) : { piece, number: undefined };
    return { piece, number: numberIn(adoptions[piece.turn ?? 0]?.set?.[field] ?? undefined) };
  });
}

function rate(base: readonly Piece[], counts: (piece: Piece) => boolean): Reckoned | Unreckoned {
  const over = base.filter(counts);
  const denominator = clean(base.reduce((all, piece) => all + piece.quantity, 0));
  const numerator = clean(over.reduce((all, piece) => all + piece.quantity, 0));
  if (base.some((piece) => piece.precision !== 'exact')) {
    return {
      refused: 'incommensurable',
      why: { zh: '其中有约数（余、约、近），不能算比率', en: 'some of the numbers are not exact, so there is no rate' },
    };
  }
  if (denominator === 0) {
    return { refused: 'no-data', why: { zh: '分母为零，算不出比率', en: 'the denominator is zero, there is no rate' } };
  }
  return {
    value: (100 * numerator) / denominator,
    precision: 'exact',
    numerator,
    denominator,
    numbers: numbersOf(base),
  };
}

/** A record belongs to the period of its last reply; what was waited for is the first one. */
function duration(pieces: readonly Piece[], measure: Measure & { type: 'duration' }): Reckoned | Unreckoned {
  const timed = pieces.flatMap((piece) => {
    const start = daysBy(piece.entry, measure.from)[0];
    const end = measure.to === 'reply' ? (piece.entry.days.reply?.[0] ?? piece.day) : piece.day;
    if (start === undefined || start > end || isSummary(piece.entry)) return [];
    return [{ piece, days: daysBetween(start, end) }];
  });
  if (timed.length === 0) {
    return {
      refused: 'no-data',
      why: { zh: '这段时间没有可以计时的记录', en: 'no record that ended in that period can be timed' },
    };
  }
  const days = timed.map((one) => one.days).sort((a, b) => a - b);
  const middle = Math.floor(days.length / 2);
  return {
    value: days.reduce((all, one) => all + one, 0) / days.length,
    median: days.length % 2 === 1 ? days[middle]! : (days[middle - 1]! + days[middle]!) / 2,
    precision: 'exact',
    denominator: days.length,
    numbers: numbersOf(timed.map((one) => one.piece)),
  };
}

function numbersOf(pieces: readonly Piece[]): string[] {
  return [...new Set(pieces.map((piece) => piece.entry.no))];
}

/** Sums of decimals without the dust of binary fractions. */
function clean(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
