/** How the office is doing: what waits, what failed, whether it can still write. */
import { sql } from 'drizzle-orm';
import type { Db } from './db.ts';

export interface OfficeState {
  /** False on a full or read-only disk. */
  readonly writable: boolean;
  readonly inboxQueued: number;
  readonly inboxFailed: number;
  /** The number of the message that has waited longest, or null. */
  readonly oldestQueued: number | null;
  readonly outboxQueued: number;
  readonly outboxFailed: number;
  readonly records: number;
}

export function officeState(db: Db): OfficeState {
  return {
    writable: isWritable(db),
    inboxQueued: count(db, sql`select count(*) as n from inbox where state = 'queued'`),
    inboxFailed: count(db, sql`select count(*) as n from inbox where state = 'failed'`),
    oldestQueued:
      db.get<{ seq: number | null }>(sql`select min(seq) as seq from inbox where state = 'queued'`)?.seq ?? null,
    outboxQueued: count(db, sql`select count(*) as n from outbox where state = 'queued'`),
    outboxFailed: count(db, sql`select count(*) as n from outbox where state = 'failed'`),
    records: count(db, sql`select count(*) as n from records where void = 0`),
  };
}

/** Takes the write lock and changes nothing. */
function isWritable(db: Db): boolean {
  try {
    db.run(sql`delete from settings where 0`);
    return true;
  } catch {
    return false;
  }
}

function count(db: Db, query: ReturnType<typeof sql>): number {
  return db.get<{ n: number }>(query)?.n ?? 0;
}
