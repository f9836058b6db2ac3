/** Writing: records get their numbers, moves are appended, the cache is folded anew. All within the caller's transaction. */
import { and, eq, sql } from 'drizzle-orm';
import { kindOf } from '../kinds/all.ts';
import type { Entry, NewEntry, StoredMove } from '../kinds/entry.ts';
import { columns } from '../kinds/entry.ts';
import type { RecordKind, Value } from '../kinds/kind.ts';
import type { Text } from '../reply.ts';
import type { Day } from '../time/day.ts';
import type { Db } from './db.ts';
import { readMoves } from './entries.ts';
import { flatSet, fold } from './fold.ts';
import { wayToMove, wayToState } from './life.ts';
import { moves, records, serials } from './schema.ts';

/** The ledger cannot take it; the reason is for people, nothing was written. */
export class LedgerError extends Error {
  readonly reason: Text;
  constructor(reason: Text) {
    super(reason.en);
    this.name = 'LedgerError';
    this.reason = reason;
  }
}

/** Who writes, when, and on which message's word. */
export interface Hand {
  readonly by: string;
  readonly section: string;
  readonly at: Date;
  readonly source: string;
}

/** A move to be written; `n` is given by the ledger. */
export interface NewMove {
  readonly move: string;
  readonly on: Day;
  readonly set?: Readonly<Record<string, Value | null>>;
  readonly note?: string;
  readonly undoes?: number;
}

/** The next number of the kind in the year of its day: prefix, year, serial; never given twice. */
export function takeNumber(db: Db, kind: RecordKind, year: number): string {
  const row = db
    .select()
    .from(serials)
    .where(and(eq(serials.prefix, kind.prefix), eq(serials.year, year)))
    .get();
  const next = (row?.last ?? 0) + 1;
  keepSerial(db, kind.prefix, year, next);
  return `${kind.prefix}-${year}-${String(next).padStart(3, '0')}`;
}

/** Notes that a serial is in use, so that it and those before it are not given again. */
export function keepSerial(db: Db, prefix: string, year: number, last: number): void {
  db.insert(serials)
    .values({ prefix, year, last })
    .onConflictDoUpdate({ target: [serials.prefix, serials.year], set: { last: sql`max(${serials.last}, ${last})` } })
    .run();
}

/** Writes a record that is new to the ledger; a later state told at once carries its chain of implied moves. */
export function logEntry(db: Db, entry: NewEntry, hand: Hand): Entry {
  const kind = kindOf(entry.kind);
  if (!kind) throw new LedgerError({ zh: `没有「${entry.kind}」这类记录`, en: `no kind "${entry.kind}"` });
  const no = takeNumber(db, kind, Number(entry.on.slice(0, 4)));
  return writeRecord(db, kind, no, logMoves(kind, entry, hand));
}

/** The moves by which a told record begins: its `log`, then whatever its state implies. */
export function logMoves(kind: RecordKind, entry: NewEntry, hand: Hand): StoredMove[] {
  const course = wayToState(kind, entry.status ?? kind.life.first);
  if (!course)
    throw new LedgerError({
      zh: `${kind.title.zh}没有「${entry.status}」这个状态`,
      en: `${kind.id} has no state "${entry.status}"`,
    });
  const stamp = { on: entry.on, at: hand.at.toISOString(), by: hand.by, section: hand.section, source: hand.source };
  const first: StoredMove = { n: 1, move: 'log', ...stamp, set: firstSet(kind, entry, course.begins) };
  return [first, ...course.way.map((move, index): StoredMove => ({ n: index + 2, move, ...stamp, implied: true }))];
}

/** What the first move sets: everything told; the state only where it is not the kind's first. */
function firstSet(kind: RecordKind, entry: NewEntry, begins: string): Record<string, Value | null> {
  const { kind: _kind, on: _on, fields, status: _status, ...rest } = entry;
  const set: Record<string, Value | null> = {};
  for (const [name, value] of Object.entries(rest)) {
    if (value !== undefined && columnSet.has(name)) set[name] = value as Value;
  }
  if (begins !== kind.life.first) set.status = begins;
  return flatSet(kind, { ...set, ...fields });
}
const columnSet: ReadonlySet<string> = new Set(columns);

/** Writes a record with all its moves as they are (import, log). */
export function writeRecord(db: Db, kind: RecordKind, no: string, all: readonly StoredMove[]): Entry {
  const entry = fold(kind, no, all);
  if (!entry) throw new LedgerError({ zh: `${no} 没有登记这一步`, en: `${no} has no first move` });
  for (const move of all) insertMove(db, kind, no, move);
  db.insert(records).values(rowOf(entry)).run();
  return entry;
}

/**
 * Appends a move to a record. What must have happened before is implied on the same day.
 * @throws LedgerError when the record's state does not allow it
 */
export function addMove(db: Db, no: string, next: NewMove, hand: Hand): Entry {
  const known = readMoves(db, no);
  const row = db.select({ kind: records.kind }).from(records).where(eq(records.no, no)).get();
  const kind = row && kindOf(row.kind);
  const before = kind && fold(kind, no, known);
  if (!kind || !before) throw new LedgerError({ zh: `台账里没有 ${no}`, en: `no record ${no}` });
  const way = next.move === 'undo' ? [] : wayToMove(kind, before.status, next.move);
  if (!way) throw new LedgerError(impossible(kind, { no, status: before.status, move: next.move }));
  const stamp = { on: next.on, at: hand.at.toISOString(), by: hand.by, section: hand.section, source: hand.source };
  let n = before.lastN;
  const added: StoredMove[] = way.map((move) => ({ n: ++n, move, ...stamp, implied: true }));
  added.push({
    n: ++n,
    move: next.move,
    ...stamp,
    ...(next.set ? { set: flatSet(kind, next.set) } : {}),
    ...(next.note ? { note: next.note } : {}),
    ...(next.undoes === undefined ? {} : { undoes: next.undoes }),
  });
  for (const move of added) insertMove(db, kind, no, move);
  return refold(db, kind, no, [...known, ...added]);
}

function impossible(kind: RecordKind, wanted: { no: string; status: string; move: string }): Text {
  const state = kind.life.states[wanted.status]?.label;
  const move = kind.life.moves[wanted.move]?.label;
  return {
    zh: `${wanted.no} 现在是「${state?.zh ?? wanted.status}」，不能记「${move?.zh ?? wanted.move}」`,
    en: `${wanted.no} is ${state?.en ?? wanted.status}: ${wanted.move} is not possible`,
  };
}

/** Makes the cache of a record anew from its moves. */
export function refold(db: Db, kind: RecordKind, no: string, all: readonly StoredMove[]): Entry {
  const entry = fold(kind, no, all);
  if (!entry) throw new LedgerError({ zh: `${no} 没有登记这一步`, en: `${no} has no first move` });
  const { no: _no, ...row } = rowOf(entry);
  db.update(records).set(row).where(eq(records.no, no)).run();
  return entry;
}

function insertMove(db: Db, kind: RecordKind, no: string, move: StoredMove): void {
  db.insert(moves)
    .values({
      no,
      kind: kind.id,
      n: move.n,
      move: move.move,
      on: move.on,
      at: move.at,
      by: move.by,
      section: move.section,
      source: move.source,
      set: move.set ?? null,
      note: move.note ?? null,
      undoes: move.undoes ?? null,
      implied: move.implied ?? false,
    })
    .run();
}

/** The cache row of an entry. */
export function rowOf(entry: Entry): typeof records.$inferInsert {
  return {
    no: entry.no,
    kind: entry.kind,
    on: entry.on,
    until: entry.until ?? null,
    title: entry.title,
    quantity: entry.quantity,
    precision: entry.precision,
    unit: entry.unit ?? null,
    section: entry.section,
    status: entry.status,
    overlay: entry.overlay ?? null,
    due: entry.due ?? null,
    note: entry.note ?? null,
    basis: entry.basis ?? null,
    fields: entry.fields,
    days: entry.days,
    by: entry.by,
    at: entry.at,
    source: entry.source,
    lastOn: entry.lastOn,
    lastN: entry.lastN,
    void: entry.void,
  };
}
