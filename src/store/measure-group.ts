/** Parts a figure by units, months, states or the values of a field. */
import { type Precision, type RecordKind, valueLabel } from '../kinds/kind.ts';
import type { Text } from '../reply.ts';
import { addDays, type Day, minDay } from '../time/day.ts';
import { type Period, periodLabel, type Step, splitPeriod, stepKey } from '../time/period.ts';
import { textsOf } from './measure-filter.ts';
import { isSummary, type Piece } from './measure-pieces.ts';

export interface GroupRow {
  /** A unit, a value's id, a state, `2026`, `2026-Q3`, `2026-03`. */
  readonly key: string;
  readonly label: Text;
  readonly value: number;
  readonly precision: Precision;
  readonly numbers: readonly string[];
}

export interface Part {
  readonly key: string;
  readonly label: Text;
  readonly pieces: readonly Piece[];
}

const steps: ReadonlySet<string> = new Set(['week', 'month', 'quarter', 'year']);

/** Whether a group runs along the calendar. */
export function isStep(by: string): by is Step {
  return steps.has(by);
}

/** @returns the parts in reading order, and how many pieces belong to none */
export function groupPieces(
  kind: RecordKind,
  pieces: readonly Piece[],
  how: { by: string; period: Period | null; asOf: Day },
): { parts: Part[]; left: number } {
  return isStep(how.by) ? alongCalendar(pieces, how.by, how) : byValue(kind, pieces, how.by);
}

function alongCalendar(
  pieces: readonly Piece[],
  step: Step,
  how: { period: Period | null; asOf: Day },
): { parts: Part[]; left: number } {
  if (pieces.length === 0) return { parts: [], left: 0 };
  const first = pieces.reduce((day, piece) => minDay(day, piece.day), pieces[0]!.day);
  const until = addDays(how.asOf, 1);
  const span = how.period ? { from: how.period.from, to: minDay(how.period.to, until) } : { from: first, to: until };
  const byKey = new Map<string, Piece[]>();
  let left = 0;
  for (const piece of pieces) {
    const key = stepKey(piece.day, step);
    const reaches = isSummary(piece.entry) && stepKey(piece.entry.until ?? piece.day, step) !== key;
    if (reaches) left += piece.quantity;
    else byKey.set(key, [...(byKey.get(key) ?? []), piece]);
  }
  const parts = splitPeriod(span, step).map(
    ({ key }): Part => ({ key, label: stepLabel(key, step), pieces: byKey.get(key) ?? [] }),
  );
  return { parts, left };
}

function stepLabel(key: string, step: Step): Text {
  if (step === 'week') return { zh: `${key}当周`, en: `week of ${key}` };
  const from = step === 'year' ? `${key}-01-01` : step === 'month' ? `${key}-01` : quarterStart(key);
  const whole = splitPeriod({ from, to: addDays(from, 400) }, step)[0]!.period;
  return { zh: periodLabel(whole, 'zh'), en: periodLabel(whole, 'en') };
}

function quarterStart(key: string): Day {
  const [year = '', quarter = 'Q1'] = key.split('-');
  return `${year}-${String(Number(quarter.slice(1)) * 3 - 2).padStart(2, '0')}-01`;
}

function byValue(kind: RecordKind, pieces: readonly Piece[], by: string): { parts: Part[]; left: number } {
  const byKey = new Map<string, Piece[]>();
  let left = 0;
  for (const piece of pieces) {
    // What is extended or paused is shown so, over its main state.
    const keys = by === 'status' ? [piece.entry.overlay ?? piece.entry.status] : textsOf(piece.entry, by);
    if (keys.length === 0) left += piece.quantity;
    for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []), piece]);
  }
  const label = (key: string, own: readonly Piece[]): Text =>
    by === 'no' ? { zh: own[0]!.entry.title || key, en: own[0]!.entry.title || key } : keyLabel(kind, by, key);
  const parts = [...byKey].map(([key, own]): Part => ({ key, label: label(key, own), pieces: own }));
  return { parts: parts.sort((a, b) => b.pieces.length - a.pieces.length || (a.key < b.key ? -1 : 1)), left };
}

function overlayOf(kind: RecordKind, key: string): { label: Text } | undefined {
  return Object.values(kind.life.moves).find((move) => move.overlay === key);
}

function keyLabel(kind: RecordKind, by: string, key: string): Text {
  const state = by === 'status' ? (kind.life.states[key] ?? overlayOf(kind, key)) : undefined;
  if (state) return state.label;
  const field = Object.hasOwn(kind.fields, by) ? kind.fields[by] : undefined;
  return { zh: valueLabel(field, key, 'zh'), en: valueLabel(field, key, 'en') };
}
