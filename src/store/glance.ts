/** The ledger at a glance: how many of each kind, the latest told, and whether anything changed. */
import { and, count, desc, eq, or, type SQL, sql } from 'drizzle-orm';
import type { Entry } from '../kinds/entry.ts';
import type { Db } from './db.ts';
import { entryOf } from './entries.ts';
import { moves, records } from './schema.ts';

/** Grows with every move, whoever wrote it; zero for an empty ledger. */
export function ledgerVersion(db: Db): number {
  const row = db.select({ last: sql<number | null>`max(rowid)` }).from(moves).get();
  return row?.last ?? 0;
}

/** How many records of each kind stand in the ledger; kinds without any are left out. */
export function countByKind(db: Db): Map<string, number> {
  const rows = db
    .select({ kind: records.kind, n: count() })
    .from(records)
    .where(eq(records.void, false))
    .groupBy(records.kind)
    .all();
  return new Map(rows.map((row) => [row.kind, row.n]));
}

export interface Glance {
  readonly kind?: string;
  /** Part of a number, a title, a unit or a field's text. */
  readonly words?: string;
  readonly most: number;
}

/** The latest told first; records taken back are left out. */
export function seenEntries(db: Db, { kind, words, most }: Glance): Entry[] {
  const conditions: (SQL | undefined)[] = [eq(records.void, false)];
  if (kind) conditions.push(eq(records.kind, kind));
  for (const word of words?.split(/\s+/).filter(Boolean) ?? []) {
    const part = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    const columns = [records.no, records.title, records.unit, records.fields].map(
      (column) => sql`${column} like ${part} escape '\\'`,
    );
    conditions.push(or(...columns));
  }
  return db
    .select()
    .from(records)
    .where(and(...conditions))
    .orderBy(desc(records.at), desc(sql`rowid`))
    .limit(most)
    .all()
    .map(entryOf);
}
