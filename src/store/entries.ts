/** Reading records: one, many of a kind, as they stand or as they stood on a day. */
import { and, asc, desc, eq, gte, inArray, lt, lte, type SQL, sql } from 'drizzle-orm';
import { kindOf } from '../kinds/all.ts';
import type { Entry, StoredMove } from '../kinds/entry.ts';
import type { Day } from '../time/day.ts';
import type { Db } from './db.ts';
import { fold } from './fold.ts';
import { moves, records } from './schema.ts';

type RecordRow = typeof records.$inferSelect;
type MoveRow = typeof moves.$inferSelect;

export interface Selection {
  readonly kind?: string;
  readonly unit?: string;
  /** The records' own day, closed-open. */
  readonly from?: Day;
  readonly to?: Day;
  /** As the ledger stands with what happened up to and on this day. */
  readonly asOf?: Day;
  /** Records whose logging was undone are left out unless asked for. */
  readonly voided?: boolean;
}

export function readEntry(db: Db, no: string): Entry | undefined {
  const row = db.select().from(records).where(eq(records.no, no)).get();
  return row && entryOf(row);
}

export function readEntries(db: Db, nos: readonly string[]): Entry[] {
  if (nos.length === 0) return [];
  const rows = db
    .select()
    .from(records)
    .where(inArray(records.no, [...nos]))
    .all();
  const byNo = new Map(rows.map((row) => [row.no, entryOf(row)]));
  return nos.flatMap((no) => byNo.get(no) ?? []);
}

export function readMoves(db: Db, no: string): StoredMove[] {
  return db.select().from(moves).where(eq(moves.no, no)).orderBy(asc(moves.n)).all().map(moveOf);
}

/** Records of a selection in the order of their day. */
export function selectEntries(db: Db, selection: Selection): Entry[] {
  const conditions: SQL[] = [];
  if (selection.kind) conditions.push(eq(records.kind, selection.kind));
  if (selection.unit) conditions.push(eq(records.unit, selection.unit));
  if (selection.from) conditions.push(gte(records.on, selection.from));
  if (selection.to) conditions.push(lt(records.on, selection.to));
  if (!selection.voided) conditions.push(eq(records.void, false));
  const rows = db
    .select()
    .from(records)
    .where(and(...conditions))
    .orderBy(asc(records.on), asc(records.no))
    .all();
  const { asOf } = selection;
  if (asOf === undefined) return rows.map(entryOf);
  return asOfDay(db, rows, asOf);
}

/** Rows whose latest move lies after the day are folded again without what happened later. */
function asOfDay(db: Db, rows: readonly RecordRow[], asOf: Day): Entry[] {
  const late = rows.filter((row) => row.lastOn > asOf).map((row) => row.no);
  const byNo = new Map<string, StoredMove[]>();
  for (let start = 0; start < late.length; start += 500) {
    const part = db
      .select()
      .from(moves)
      .where(inArray(moves.no, late.slice(start, start + 500)))
      .orderBy(asc(moves.no), asc(moves.n))
      .all();
    for (const row of part) byNo.set(row.no, [...(byNo.get(row.no) ?? []), moveOf(row)]);
  }
  return rows.flatMap((row) => {
    if (row.lastOn <= asOf) return row.on <= asOf ? entryOf(row) : [];
    const kind = kindOf(row.kind);
    const entry = kind && fold(kind, row.no, byNo.get(row.no) ?? [], asOf);
    return entry && !entry.void ? entry : [];
  });
}

/** The moves of several records, in their order. */
export function readMovesOf(db: Db, nos: readonly string[]): Map<string, StoredMove[]> {
  const byNo = new Map<string, StoredMove[]>();
  for (let start = 0; start < nos.length; start += 500) {
    const part = db
      .select()
      .from(moves)
      .where(inArray(moves.no, nos.slice(start, start + 500)))
      .orderBy(asc(moves.no), asc(moves.n))
      .all();
    for (const row of part) byNo.set(row.no, [...(byNo.get(row.no) ?? []), moveOf(row)]);
  }
  return byNo;
}

/** What a message wrote: its moves, in the order they were made. */
export function movesOfSource(db: Db, source: string): { no: string; move: StoredMove }[] {
  return db
    .select()
    .from(moves)
    .where(eq(moves.source, source))
    .orderBy(asc(moves.at), asc(moves.no), asc(moves.n))
    .all()
    .map((row) => ({ no: row.no, move: moveOf(row) }));
}

/** Whether this source wrote anything. */
export function hasWritten(db: Db, source: string): boolean {
  return db.select({ no: moves.no }).from(moves).where(eq(moves.source, source)).limit(1).get() !== undefined;
}

/** The sources of a person's latest moves, latest first, each once. */
export function lastSources(db: Db, by: string, most: number): string[] {
  const rows = db
    .select({ source: moves.source, at: moves.at, undoes: moves.undoes })
    .from(moves)
    .where(eq(moves.by, by))
    // Said in the same instant: the one written later.
    .orderBy(desc(moves.at), sql`rowid desc`)
    .limit(most * 20)
    .all();
  return [...new Set(rows.map((row) => row.source))].slice(0, most);
}

/** Records written lately, latest first. */
export function latestEntries(db: Db, most: number, kind?: string): Entry[] {
  const condition = kind ? and(eq(records.void, false), eq(records.kind, kind)) : eq(records.void, false);
  return db
    .select()
    .from(records)
    .where(condition)
    .orderBy(desc(records.at), desc(records.no))
    .limit(most)
    .all()
    .map(entryOf);
}

/** Whether the ledger holds anything of the kind, and for a period anything at all. */
export function anyEntry(db: Db, kind: string, until?: Day): boolean {
  const condition = until
    ? and(eq(records.kind, kind), lte(records.on, until), eq(records.void, false))
    : and(eq(records.kind, kind), eq(records.void, false));
  return db.select({ no: records.no }).from(records).where(condition).limit(1).get() !== undefined;
}

export function entryOf(row: RecordRow): Entry {
  return {
    no: row.no,
    kind: row.kind,
    on: row.on,
    until: row.until ?? undefined,
    title: row.title,
    quantity: row.quantity,
    precision: row.precision as Entry['precision'],
    unit: row.unit ?? undefined,
    section: row.section,
    status: row.status,
    overlay: row.overlay ?? undefined,
    due: row.due ?? undefined,
    note: row.note ?? undefined,
    basis: (row.basis ?? undefined) as Entry['basis'],
    fields: row.fields as Entry['fields'],
    days: row.days as Entry['days'],
    by: row.by,
    at: row.at,
    source: row.source,
    lastOn: row.lastOn,
    lastN: row.lastN,
    void: row.void,
  };
}

export function moveOf(row: MoveRow): StoredMove {
  return {
    n: row.n,
    move: row.move,
    on: row.on,
    at: row.at,
    by: row.by,
    section: row.section,
    source: row.source,
    ...(row.set ? { set: row.set as NonNullable<StoredMove['set']> } : {}),
    ...(row.note === null ? {} : { note: row.note }),
    ...(row.undoes === null ? {} : { undoes: row.undoes }),
    ...(row.implied ? { implied: true as const } : {}),
  };
}
