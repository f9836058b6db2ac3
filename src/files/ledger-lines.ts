/** The ledger as lines of JSON (contract, section 5.2): out with every part of every move, in with all or nothing. */
import { z } from 'zod';
import { kindOf, kindOfNumber } from '../kinds/all.ts';
import type { Entry, NewEntry, StoredMove } from '../kinds/entry.ts';
import { entryFaults } from '../kinds/faults.ts';
import type { RecordKind, Value } from '../kinds/kind.ts';
import type { Db } from '../store/db.ts';
import { readEntry, readMoves, readMovesOf, selectEntries } from '../store/entries.ts';
import { flatSet, fold } from '../store/fold.ts';
import { type Hand, keepSerial, LedgerError, logMoves, takeNumber, writeRecord } from '../store/ledger.ts';
import { listPeople, listSettings, listUnits, roles, savePerson, saveSetting, saveUnit } from '../store/people.ts';
import { serialOf } from '../store/serial.ts';

const DayShape = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day YYYY-MM-DD');
const ValueShape = z.union([
  z.string(),
  z.number(),
  z.array(z.string()),
  z.object({ value: z.number(), precision: z.enum(['exact', 'over', 'about', 'under']) }),
]);
const MoveShape = z.object({
  n: z.number().int().positive().optional(),
  move: z.string(),
  on: DayShape,
  at: z.string().optional(),
  by: z.string().optional(),
  section: z.string().optional(),
  source: z.string().optional(),
  set: z.record(z.string(), ValueShape.nullable()).optional(),
  note: z.string().optional(),
  undoes: z.number().int().positive().optional(),
  implied: z.literal(true).optional(),
});
const RecordLine = z.strictObject({
  no: z.string().optional(),
  kind: z.string(),
  on: DayShape,
  until: DayShape.nullish(),
  title: z.string().nullish(),
  quantity: z.number().nonnegative().nullish(),
  precision: z.enum(['exact', 'over', 'about', 'under']).nullish(),
  unit: z.string().nullish(),
  section: z.string().nullish(),
  status: z.string().nullish(),
  due: DayShape.nullish(),
  note: z.string().nullish(),
  basis: z.enum(['items', 'summary']).nullish(),
  fields: z.record(z.string(), ValueShape).optional(),
  moves: z.array(MoveShape).optional(),
});
type RecordLine = z.infer<typeof RecordLine>;
const OtherLine = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('person'),
    id: z.string().min(1),
    name: z.string().optional(),
    role: z.enum(roles as unknown as [string, ...string[]]).optional(),
    section: z.string().optional(),
    lang: z.enum(['zh', 'en']).optional(),
    address: z.string().nullish(),
  }),
  z.object({
    type: z.literal('unit'),
    name: z.string().min(1),
    aliases: z.array(z.string()).default([]),
    kind: z.string().nullish(),
  }),
  z.object({ type: z.literal('setting'), name: z.string().min(1), value: z.unknown() }),
]);

export interface LineFault {
  readonly line: number;
  readonly reason: string;
}

export interface Imported {
  readonly records: number;
  /** Lines that were in the ledger already, just so. */
  readonly known: number;
  readonly others: number;
  readonly faults: readonly LineFault[];
}

/** Thrown inside the transaction to roll it back; never leaves this file. */
class RollBack extends Error {}

/** Takes the lines in. With any fault nothing is kept, unless `partial`. */
export function importLines(db: Db, lines: Iterable<string>, options: { hand: Hand; partial: boolean }): Imported {
  const count = { records: 0, known: 0, others: 0 };
  const faults: LineFault[] = [];
  try {
    db.transaction((tx) => {
      let line = 0;
      for (const text of lines) {
        line += 1;
        if (!text.trim()) continue;
        try {
          count[importLine(tx, text, options.hand)] += 1;
        } catch (error) {
          if (!(error instanceof LedgerError)) throw error;
          faults.push({ line, reason: error.message });
        }
      }
      if (faults.length > 0 && !options.partial) throw new RollBack();
    });
  } catch (error) {
    if (!(error instanceof RollBack)) throw error;
    return { records: 0, known: 0, others: 0, faults };
  }
  return { ...count, faults };
}

function importLine(db: Db, text: string, hand: Hand): 'records' | 'known' | 'others' {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new LedgerError('not JSON');
  }
  if (typeof value === 'object' && value !== null && 'type' in value) {
    importOther(db, value);
    return 'others';
  }
  const line = shaped(RecordLine, value);
  const kind = kindOf(line.kind);
  if (!kind) throw new LedgerError(`no kind "${line.kind}"`);
  const moves = movesOfLine(kind, line, hand);
  return keepRecord(db, { kind, line, moves });
}

function importOther(db: Db, value: unknown): void {
  const line = shaped(OtherLine, value);
  if (line.type === 'person') {
    const { type: _type, id, role, ...rest } = line;
    savePerson(db, id, {
      ...rest,
      address: rest.address ?? null,
      ...(role ? { role: role as (typeof roles)[number] } : {}),
    });
  } else if (line.type === 'unit') saveUnit(db, { name: line.name, aliases: line.aliases, type: line.kind ?? null });
  else saveSetting(db, line.name, line.value);
}

function shaped<T>(shape: z.ZodType<T>, value: unknown): T {
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new LedgerError(
    parsed.error.issues.map((issue) => `${issue.path.join('.') || 'line'}: ${issue.message}`).join('; '),
  );
}

/** The moves of a line: as given when they are whole, else a first `log` and those told, in their order. */
function movesOfLine(kind: RecordKind, line: RecordLine, hand: Hand): StoredMove[] {
  const entry = newEntryOf(line);
  const faults = entryFaults(kind, entry);
  if (faults.length > 0) throw new LedgerError(faults.join('; '));
  const stamp = { at: hand.at.toISOString(), by: hand.by, section: line.section ?? hand.section, source: hand.source };
  const given = line.moves ?? [];
  const wrong = given.find((move) => !kind.life.moves[move.move]);
  if (wrong) throw new LedgerError(`${kind.id} has no move "${wrong.move}"`);
  if (given.some((move) => move.n === 1 && move.move === 'log'))
    return given.map((move) => ({ ...stamp, ...move, n: move.n ?? 0 }) as StoredMove);
  if (given.length === 0) return logMoves(kind, entry, { ...hand, section: stamp.section });
  const [whole] = logMoves(
    kind,
    { ...entry, status: entry.status === 'planned' ? 'planned' : undefined },
    { ...hand, section: stamp.section },
  );
  if (!whole) throw new LedgerError('no first move');
  const told = given.map((move, index): StoredMove => {
    const { set, n: _n, ...rest } = move;
    return {
      ...stamp,
      ...rest,
      n: index + 2,
      ...(set ? { set: flatSet(kind, set as Record<string, Value | null>) } : {}),
    } as StoredMove;
  });
  const first = withoutLater(whole, told);
  const folded = fold(kind, 'check', [first, ...told]);
  if (entry.status === undefined || folded?.status === entry.status || folded?.overlay === entry.status)
    return [first, ...told];
  const began: StoredMove = { ...first, set: { ...first.set, status: entry.status } };
  if (fold(kind, 'check', [began, ...told])?.status !== entry.status)
    throw new LedgerError(`status "${entry.status}" does not follow from its moves`);
  return [began, ...told];
}

/** What a later move brings (the unit, the result, 满意) was not yet so on the first day. */
function withoutLater(first: StoredMove, told: readonly StoredMove[]): StoredMove {
  const later = new Set(told.flatMap((move) => Object.keys(move.set ?? {})));
  return { ...first, set: Object.fromEntries(Object.entries(first.set ?? {}).filter(([name]) => !later.has(name))) };
}

function newEntryOf(line: RecordLine): NewEntry {
  const { no: _no, moves: _moves, fields, ...rest } = line;
  const filled = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null && value !== undefined));
  return { ...(filled as unknown as NewEntry), fields: (fields ?? {}) as Record<string, Value> };
}

function keepRecord(
  db: Db,
  record: { kind: RecordKind; line: RecordLine; moves: readonly StoredMove[] },
): 'records' | 'known' {
  const { kind, line, moves } = record;
  const no = line.no ?? takeNumber(db, kind, Number(line.on.slice(0, 4)));
  if (line.no !== undefined) {
    if (kindOfNumber(line.no)?.id !== kind.id) throw new LedgerError(`"${line.no}" is no number of ${kind.id}`);
    if (readEntry(db, line.no)) {
      if (sameMoves(readMoves(db, line.no), moves)) return 'known';
      throw new LedgerError(`${line.no} is in the ledger with other content`);
    }
    const { year, serial } = serialOf(line.no);
    keepSerial(db, kind.prefix, year, serial);
  }
  const entry = writeRecord(db, kind, no, moves);
  if (
    line.moves?.some((move) => move.n === 1) &&
    line.status &&
    entry.status !== line.status &&
    entry.overlay !== line.status
  ) {
    throw new LedgerError(`${no}: status "${line.status}" does not follow from its moves`);
  }
  return 'records';
}

/** The same history, whoever imported it and when. */
function sameMoves(a: readonly StoredMove[], b: readonly StoredMove[]): boolean {
  const essence = (moves: readonly StoredMove[]) =>
    moves
      .map(({ n, move, on, set, note, undoes }) => JSON.stringify([n, move, on, sorted(set), note ?? '', undoes ?? 0]))
      .join('\n');
  return essence(a) === essence(b);
}

function sorted(set: Readonly<Record<string, unknown>> | undefined): [string, unknown][] {
  return Object.entries(set ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The whole ledger, line by line: people, units, settings, then every record with its moves. */
export function* exportLines(db: Db): Generator<string> {
  for (const person of listPeople(db)) yield JSON.stringify({ type: 'person', ...person });
  for (const unit of listUnits(db))
    yield JSON.stringify({
      type: 'unit',
      name: unit.name,
      aliases: unit.aliases,
      ...(unit.type ? { kind: unit.type } : {}),
    });
  for (const setting of listSettings(db)) yield JSON.stringify({ type: 'setting', ...setting });
  const entries = selectEntries(db, { voided: true });
  for (let start = 0; start < entries.length; start += 500) {
    const part = entries.slice(start, start + 500);
    const moves = readMovesOf(
      db,
      part.map((entry) => entry.no),
    );
    for (const entry of part) yield JSON.stringify(lineOf(entry, moves.get(entry.no) ?? []));
  }
}

/** A record as a line; also what `say --json` shows of it. */
export function lineOf(entry: Entry, moves?: readonly StoredMove[]): Record<string, unknown> {
  return {
    no: entry.no,
    kind: entry.kind,
    on: entry.on,
    ...(entry.until ? { until: entry.until } : {}),
    title: entry.title,
    quantity: entry.quantity,
    precision: entry.precision,
    ...(entry.unit ? { unit: entry.unit } : {}),
    section: entry.section,
    status: entry.overlay ?? entry.status,
    ...(entry.due ? { due: entry.due } : {}),
    ...(entry.note ? { note: entry.note } : {}),
    ...(entry.basis ? { basis: entry.basis } : {}),
    fields: entry.fields,
    ...(moves ? { moves } : {}),
  };
}
