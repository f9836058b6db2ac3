/** The inbox: everything that came in, each once, in the order it came; a chat's next waits for its earlier one. */
import { and, asc, eq, inArray, isNull, lte, notInArray, or, sql } from 'drizzle-orm';
import type { Db } from './db.ts';
import { inbox, inboxAliases } from './schema.ts';

export type InboxRow = typeof inbox.$inferSelect;

/** Whether the key or one of its other names has come before. */
export function knownKey(db: Db, key: string, aliases: readonly string[]): boolean {
  if (db.select({ seq: inbox.seq }).from(inbox).where(eq(inbox.key, key)).get()) return true;
  if (aliases.length === 0) return false;
  return (
    db
      .select({ key: inboxAliases.key })
      .from(inboxAliases)
      .where(inArray(inboxAliases.alias, [...aliases]))
      .get() !== undefined
  );
}

/** Takes it in; the caller has checked that it is new and holds the transaction. */
export function takeIn(db: Db, row: Omit<typeof inbox.$inferInsert, 'seq'>, aliases: readonly string[]): void {
  db.insert(inbox).values(row).run();
  for (const alias of aliases) db.insert(inboxAliases).values({ alias, key: row.key }).onConflictDoNothing().run();
}

export function findInbox(db: Db, key: string): InboxRow | undefined {
  return db.select().from(inbox).where(eq(inbox.key, key)).get();
}

export function findInboxMessage(db: Db, messageId: string): InboxRow | undefined {
  return db.select().from(inbox).where(eq(inbox.messageId, messageId)).get();
}

/** Everything kept under a message id, in the order it came. */
export function findInboxMessages(db: Db, messageId: string): InboxRow[] {
  return db.select().from(inbox).where(eq(inbox.messageId, messageId)).orderBy(asc(inbox.seq)).all();
}

/** Under which message id the recall of a message is kept, so that either finds the other, whichever came first. */
export function recallId(messageId: string): string {
  return `recall:${messageId}`;
}

/** The next to be performed: the earliest whose chat has nothing earlier still open, in other chats than those held. */
export function nextQueued(db: Db, now: string, held: readonly string[] = []): InboxRow | undefined {
  return db
    .select()
    .from(inbox)
    .where(
      and(
        eq(inbox.state, 'queued'),
        or(isNull(inbox.nextAt), lte(inbox.nextAt, now)),
        held.length > 0 ? notInArray(inbox.chat, [...held]) : undefined,
        sql`not exists (select 1 from inbox earlier where earlier.chat = ${inbox.chat} and earlier.state = 'queued' and earlier.seq < ${inbox.seq})`,
      ),
    )
    .orderBy(asc(inbox.seq))
    .limit(1)
    .get();
}

export function setInbox(db: Db, seq: number, set: Partial<typeof inbox.$inferInsert>): void {
  db.update(inbox).set(set).where(eq(inbox.seq, seq)).run();
}

/** How many wait, and since when (ISO instant of the oldest). */
export function queueLength(db: Db): { queued: number; failed: number; oldest: string | null } {
  const row = db.get<{ queued: number; failed: number; oldest: string | null }>(
    sql`select sum(state = 'queued') as queued, sum(state = 'failed') as failed, min(case when state = 'queued' then at end) as oldest from inbox where state in ('queued', 'failed')`,
  );
  return { queued: row?.queued ?? 0, failed: row?.failed ?? 0, oldest: row?.oldest ?? null };
}
