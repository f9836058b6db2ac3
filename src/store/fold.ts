/** A record's state is the fold of its moves: in the order of their days, without the undone ones. */
import type { Entry, StoredMove } from '../kinds/entry.ts';
import { columns } from '../kinds/entry.ts';
import { type RecordKind, unitFieldOf, type Value } from '../kinds/kind.ts';
import { type Day, maxDay } from '../time/day.ts';
import { dueOf } from './due.ts';

const columnNames: ReadonlySet<string> = new Set(columns);

/** The moves that hold: those undone by an `undo` that is itself not undone are left out. */
export function standing(moves: readonly StoredMove[]): StoredMove[] {
  const undone = new Set<number>();
  for (const move of [...moves].sort((a, b) => b.n - a.n)) {
    if (move.move === 'undo' && move.undoes !== undefined && !undone.has(move.n)) undone.add(move.undoes);
  }
  return moves.filter((move) => move.move !== 'undo' && !undone.has(move.n));
}

/**
 * The record as its moves make it, as of a day: moves of later days are not yet known then.
 * @returns undefined when the record did not exist by that day
 */
export function fold(kind: RecordKind, no: string, moves: readonly StoredMove[], asOf?: Day): Entry | undefined {
  const first = moves.find((move) => move.n === 1);
  if (!first) return undefined;
  const known = asOf === undefined ? [...moves] : moves.filter((move) => move.n === 1 || move.on <= asOf);
  const holding = standing(known).sort(byDay);
  const state: Record<string, Value | null | undefined> = { ...(first.set ?? {}) };
  const days: Record<string, Day[]> = {};
  const order = [...holding.filter((move) => move.n === 1), ...holding.filter((move) => move.n !== 1)];
  let status = typeof state.status === 'string' ? state.status : kind.life.first;
  let before = status;
  let overlay: string | undefined;
  for (const move of order) {
    const declared = kind.life.moves[move.move];
    days[move.move] = [...(days[move.move] ?? []), move.on].sort();
    if (move.n !== 1) {
      const { on, ...set } = move.set ?? {};
      Object.assign(state, set);
      if (on !== undefined) state.on = on;
      if (declared?.to === 'withdrawn' && status !== 'withdrawn') before = status;
      if (declared?.to) status = declared.to;
      // A case that was taken back stands again where it stood.
      if (move.move === 'restore') status = before;
      if (declared?.overlay) overlay = declared.overlay;
      else if (move.move === 'resume' || declared?.to) overlay = undefined;
      if (typeof move.set?.status === 'string') status = move.set.status;
    }
  }
  const on = typeof state.on === 'string' ? state.on : first.on;
  if (asOf !== undefined && on > asOf && first.on > asOf) return undefined;
  const fields = fieldsOf(kind, state);
  const entry: Entry = {
    no,
    kind: kind.id,
    on,
    until: textOf(state.until),
    title: textOf(state.title) ?? '',
    quantity: typeof state.quantity === 'number' ? state.quantity : 1,
    precision: (textOf(state.precision) as Entry['precision']) ?? 'exact',
    unit: textOf(state.unit),
    section: textOf(state.section) ?? first.section,
    status,
    overlay,
    due: textOf(state.due),
    note: textOf(state.note),
    basis: textOf(state.basis) as Entry['basis'],
    fields,
    by: first.by,
    at: first.at,
    source: first.source,
    days,
    lastOn: known.reduce((latest, move) => maxDay(latest, move.on), first.on),
    lastN: moves.reduce((latest, move) => Math.max(latest, move.n), 0),
    void: !holding.some((move) => move.n === 1),
  };
  return entry.due === undefined ? { ...entry, due: dueOf(kind, entry, order) } : entry;
}

function byDay(a: StoredMove, b: StoredMove): number {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1;
  return a.n - b.n;
}

/** The kind's own fields out of the flat state; the unit's own name (leadUnit, from …) mirrors the column. */
function fieldsOf(kind: RecordKind, state: Record<string, Value | null | undefined>): Record<string, Value> {
  const fields: Record<string, Value> = {};
  for (const [name, value] of Object.entries(state)) {
    if (columnNames.has(name) || value === null || value === undefined || value === '') continue;
    fields[name] = value;
  }
  const unitField = unitFieldOf(kind);
  if (unitField) {
    const unit = textOf(state.unit);
    if (unit) fields[unitField] = unit;
    else delete fields[unitField];
  }
  return fields;
}

function textOf(value: Value | null | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A flat set with the unit's own name turned into the column `unit`. */
export function flatSet(kind: RecordKind, set: Readonly<Record<string, Value | null>>): Record<string, Value | null> {
  const unitField = unitFieldOf(kind);
  if (!unitField || !(unitField in set)) return { ...set };
  const { [unitField]: unit, ...rest } = set;
  return { ...rest, unit: rest.unit ?? unit ?? null };
}
