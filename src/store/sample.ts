/** The sample year in the ledger: put into an empty one, and taken out again as if it had never been there. */
import { eq, like, sql } from 'drizzle-orm';
import { kindOf } from '../kinds/all.ts';
import type { StoredMove, ToldEntry } from '../kinds/entry.ts';
import type { Db } from './db.ts';
import { flatSet } from './fold.ts';
import { type Hand, LedgerError, logMoves, takeNumber, writeRecord } from './ledger.ts';
import { mentions, moves, records, serials, talks } from './schema.ts';
import { serialOf } from './serial.ts';

/** Every move of a sample record that came with it carries a source that begins so. */
export const sampleSource = 'sample:';

/** How many sample records are in the ledger; 0: none. */
export function sampleSize(db: Db): number {
  const row = db
    .select({ n: sql<number>`count(*)` })
    .from(records)
    .where(like(records.source, `${sampleSource}%`))
    .get();
  return row?.n ?? 0;
}

/** Whether the ledger holds no record; what was told and taken back again does not count. */
export function isEmpty(db: Db): boolean {
  return db.select({ no: records.no }).from(records).where(eq(records.void, false)).limit(1).get() === undefined;
}

/** @throws LedgerError unless the ledger is empty: a sample is never mixed into an office's own year */
export function addSample(db: Db, lines: readonly ToldEntry[], hand: Hand): number {
  if (!isEmpty(db)) throw new LedgerError({ zh: '台账里已有记录', en: 'the ledger is not empty' });
  const source = sampleSource + hand.source;
  for (const line of lines) {
    const kind = kindOf(line.kind);
    if (!kind) throw new LedgerError({ zh: `没有「${line.kind}」这类记录`, en: `no kind "${line.kind}"` });
    const { moves: later = [], ...entry } = line;
    // Nobody's own: 撤销 takes back what a person said himself.
    const first = logMoves(kind, entry, { ...hand, by: 'sample', source });
    const stamp = { at: hand.at.toISOString(), by: 'sample', section: hand.section, source };
    const told = later.map(
      ({ set, ...move }, index): StoredMove => ({
        ...stamp,
        ...move,
        n: first.length + index + 1,
        ...(set ? { set: flatSet(kind, set) } : {}),
      }),
    );
    writeRecord(db, kind, takeNumber(db, kind, Number(line.on.slice(0, 4))), [...first, ...told]);
  }
  return lines.length;
}

/**
 * Deletes the sample records with all their moves, and gives their numbers free: they never were the office's. What the
 * office logged itself meanwhile stays as it is.
 * @returns how many were taken out
 */
export function removeSample(db: Db): number {
  const size = sampleSize(db);
  const ofSample = sql`(select no from records where source like ${`${sampleSource}%`})`;
  db.delete(moves).where(sql`no in ${ofSample}`).run();
  db.delete(mentions).where(sql`no in ${ofSample}`).run();
  db.delete(records)
    .where(like(records.source, `${sampleSource}%`))
    .run();
  keepOwnSerials(db);
  // Conversations may lean on sample records; what they lean on is gone.
  db.update(talks).set({ pending: null, question: null, list: [], recent: [] }).run();
  return size;
}

function keepOwnSerials(db: Db): void {
  const last = new Map<string, { prefix: string; year: number; last: number }>();
  for (const { no } of db.select({ no: records.no }).from(records).all()) {
    const { prefix, year, serial } = serialOf(no);
    const key = `${prefix}-${year}`;
    last.set(key, { prefix, year, last: Math.max(serial, last.get(key)?.last ?? 0) });
  }
  db.delete(serials).run();
  if (last.size > 0)
    db.insert(serials)
      .values([...last.values()])
      .run();
}
