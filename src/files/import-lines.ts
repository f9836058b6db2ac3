/** Takes a ledger's lines in (contract, section 5.2): all or nothing, each fault with its line and its reason. */
import type { z } from 'zod';
import { kindOf, kindOfNumber } from '../kinds/all.ts';
import type { NewEntry, StoredMove } from '../kinds/entry.ts';
import { entryFaults } from '../kinds/faults.ts';
import type { RecordKind, Value } from '../kinds/kind.ts';
import type { Text } from '../reply.ts';
import type { Db } from '../store/db.ts';
import { readEntry, readMoves } from '../store/entries.ts';
import { flatSet, fold } from '../store/fold.ts';
import { type Hand, keepSerial, LedgerError, logMoves, takeNumber, writeRecord } from '../store/ledger.ts';
import { type Role, savePerson, saveSetting, saveUnit } from '../store/people.ts';
import { serialOf } from '../store/serial.ts';
import { OtherLine, RecordLine } from './line-shapes.ts';
import { type KnownCodes, type KnownRecords, knownCodes, knownRecords } from './same-record.ts';

/** A line and where it stood: the number of the line, and of a workbook the sheet too. */
export interface PlacedLine {
  readonly line: number;
  readonly sheet?: string;
  readonly text: string;
}

export interface LineFault {
  readonly line: number;
  readonly sheet?: string;
  readonly reason: Text;
}

export interface Imported {
  readonly records: number;
  /** Lines that were in the ledger already, just so. */
  readonly known: number;
  readonly others: number;
  readonly faults: readonly LineFault[];
  /** How many new records of each kind, by its id. */
  readonly kinds: Readonly<Record<string, number>>;
}

export interface ImportOptions {
  readonly hand: Hand;
  /** The good lines are kept beside faulty ones. */
  readonly partial: boolean;
  /** Whoever hands the lines in speaks for all of them: their own names, times and sources are not taken over. */
  readonly own?: boolean;
  /** A line without a number that tells of a record already in the ledger is known, not a second one. */
  readonly unnumbered?: 'new' | 'known';
}

/** The options while lines are taken in, with what the ledger held before. */
interface Taking extends ImportOptions {
  readonly known: KnownRecords;
  readonly codes: KnownCodes;
}

/** Thrown inside the transaction to roll it back; never leaves this file. */
class RollBack extends Error {}

/** Takes the lines in. With any fault nothing is kept, unless `partial`; nothing at all when only tried. */
export function importLines(
  db: Db,
  lines: Iterable<string | PlacedLine>,
  options: ImportOptions & { readonly tryOnly?: boolean },
): Imported {
  let imported: Imported | undefined;
  try {
    db.transaction((tx) => {
      imported = takeLines(tx, lines, options);
      if (options.tryOnly || (imported.faults.length > 0 && !options.partial)) throw new RollBack();
    });
  } catch (error) {
    if (!(error instanceof RollBack)) throw error;
  }
  const taken = imported!;
  return taken.faults.length > 0 && !options.partial && !options.tryOnly
    ? { records: 0, known: 0, others: 0, kinds: {}, faults: taken.faults }
    : taken;
}

/** The same within the caller's transaction, which is his to roll back. */
export function takeLines(db: Db, lines: Iterable<string | PlacedLine>, options: ImportOptions): Imported {
  const count = { records: 0, known: 0, others: 0 };
  const kinds: Record<string, number> = {};
  const faults: LineFault[] = [];
  const taking: Taking = { ...options, known: knownRecords(db, options.hand), codes: knownCodes(db) };
  let at = 0;
  for (const given of lines) {
    at += 1;
    const { text, ...place } = typeof given === 'string' ? { line: at, text: given } : given;
    if (!text.trim()) continue;
    try {
      const { as, kind } = importLine(db, text, taking);
      count[as] += 1;
      if (as === 'records' && kind) kinds[kind] = (kinds[kind] ?? 0) + 1;
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error;
      faults.push({ ...place, reason: error.reason });
    }
  }
  return { ...count, kinds, faults };
}

function importLine(db: Db, text: string, options: Taking): { as: 'records' | 'known' | 'others'; kind?: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new LedgerError({ zh: '不是 JSON', en: 'not JSON' });
  }
  if (typeof value === 'object' && value !== null && 'type' in value) {
    if (options.own)
      throw new LedgerError({
        zh: '名单、单位和设置要由管理员用命令导入',
        en: 'people, units and settings need the command',
      });
    importOther(db, value);
    return { as: 'others' };
  }
  const line = shaped(RecordLine, value);
  const kind = kindOf(line.kind);
  if (!kind) throw new LedgerError({ zh: `没有「${line.kind}」这类记录`, en: `no kind "${line.kind}"` });
  const moves = movesOfLine(kind, line, options);
  return { as: keepRecord(db, { kind, line, moves }, options), kind: kind.id };
}

function importOther(db: Db, value: unknown): void {
  const line = shaped(OtherLine, value);
  if (line.type === 'person') {
    const { type: _type, id, role, ...rest } = line;
    savePerson(db, id, {
      ...rest,
      address: rest.address ?? null,
      ...(role ? { role: role as Role } : {}),
    });
  } else if (line.type === 'unit') saveUnit(db, { name: line.name, aliases: line.aliases, type: line.kind ?? null });
  else saveSetting(db, line.name, line.value);
}

function shaped<T>(shape: z.ZodType<T>, value: unknown): T {
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'line'}: ${issue.message}`).join('; ');
  throw new LedgerError({ zh: `格式不对：${faults}`, en: faults });
}

/** The moves of a line: as given when they are whole, else a first `log` and those told, in their order. */
function movesOfLine(kind: RecordKind, line: RecordLine, { hand, own }: ImportOptions): StoredMove[] {
  const entry = newEntryOf(line);
  const faults = entryFaults(kind, entry);
  if (faults.length > 0)
    throw new LedgerError({
      zh: faults.map((fault) => fault.zh).join('；'),
      en: faults.map((fault) => fault.en).join('; '),
    });
  const stamp = { at: hand.at.toISOString(), by: hand.by, section: line.section ?? hand.section, source: hand.source };
  const given = (line.moves ?? []).map((move) => (own ? { ...move, ...stamp } : move));
  const wrong = given.find((move) => !kind.life.moves[move.move]);
  if (wrong)
    throw new LedgerError({
      zh: `${kind.title.zh}没有「${wrong.move}」这种变动`,
      en: `${kind.id} has no move "${wrong.move}"`,
    });
  if (given.some((move) => move.n === 1 && move.move === 'log'))
    return given.map((move) => ({ ...stamp, ...move, n: move.n ?? 0 }) as StoredMove);
  if (given.length === 0) return logMoves(kind, entry, { ...hand, section: stamp.section });
  const [whole] = logMoves(
    kind,
    { ...entry, status: entry.status === 'planned' ? 'planned' : undefined },
    { ...hand, section: stamp.section },
  );
  if (!whole) throw new LedgerError({ zh: '没有登记这一步', en: 'no first move' });
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
    throw new LedgerError(stateUnreached(kind, entry.status));
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
  options: Taking,
): 'records' | 'known' {
  const { kind, line, moves } = record;
  // Everything is checked before anything is written: beside a faulty line the good ones may be kept.
  const entry = fold(kind, line.no ?? '', moves);
  if (!entry) throw new LedgerError({ zh: '没有登记这一步', en: 'no first move' });
  if (line.moves?.some((move) => move.n === 1) && line.status && ![entry.status, entry.overlay].includes(line.status))
    throw new LedgerError(stateUnreached(kind, line.status));
  if (line.no === undefined) {
    if (options.unnumbered === 'known') {
      if (options.known(entry)) return 'known';
      const taken = options.codes.taken(kind, entry);
      if (taken) throw new LedgerError(taken);
    }
    options.codes.note(writeRecord(db, kind, takeNumber(db, kind, Number(line.on.slice(0, 4))), moves));
    return 'records';
  }
  if (kindOfNumber(line.no)?.id !== kind.id)
    throw new LedgerError({
      zh: `「${line.no}」不是${kind.title.zh}的编号`,
      en: `"${line.no}" is no number of ${kind.id}`,
    });
  if (readEntry(db, line.no)) {
    if (sameMoves(readMoves(db, line.no), moves)) return 'known';
    throw new LedgerError({
      zh: `${line.no} 已在台账里，内容不同`,
      en: `${line.no} is in the ledger with other content`,
    });
  }
  const { year, serial } = serialOf(line.no);
  keepSerial(db, kind.prefix, year, serial);
  writeRecord(db, kind, line.no, moves);
  return 'records';
}

function stateUnreached(kind: RecordKind, status: string): Text {
  const label = kind.life.states[status]?.label.zh ?? status;
  return { zh: `状态「${label}」与各步日期对不上`, en: `status "${status}" does not follow from its moves` };
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
