/** The outbox: replies on their way, written with what they tell of, sent until they arrive. */
import { and, asc, desc, eq, gte, inArray, isNull, lte, notInArray, or, sql } from 'drizzle-orm';
import type { Reply } from '../reply.ts';
import type { Db } from './db.ts';
import { outbox, parts } from './schema.ts';

export type OutboxRow = typeof outbox.$inferSelect;

export interface NewDelivery {
  /** The same key is never queued twice: `digest:<person>:<day>`, `reply:<message key>`. */
  readonly key: string;
  readonly chat: string;
  readonly address: unknown;
  readonly reply: Reply;
  readonly updates?: string;
  readonly about: readonly string[];
  readonly at: string;
}

/** @returns whether it is new */
export function queueDelivery(db: Db, delivery: NewDelivery): boolean {
  const before = db.select({ seq: outbox.seq }).from(outbox).where(eq(outbox.key, delivery.key)).get();
  if (before) return false;
  db.insert(outbox)
    .values({
      key: delivery.key,
      chat: delivery.chat,
      address: delivery.address,
      reply: delivery.reply,
      updates: delivery.updates ?? null,
      about: delivery.about,
      state: 'queued',
      createdAt: delivery.at,
    })
    .run();
  return true;
}

/**
 * The earliest of each chat that may be sent now, in the order they were queued: within a chat the order is kept.
 * @param besides chats with something under way
 */
export function nextDeliveries(
  db: Db,
  now: string,
  { besides, most }: { besides: readonly string[]; most: number },
): OutboxRow[] {
  return db
    .select()
    .from(outbox)
    .where(
      and(
        eq(outbox.state, 'queued'),
        or(isNull(outbox.nextAt), lte(outbox.nextAt, now)),
        notInArray(outbox.chat, [...besides]),
        sql`not exists (select 1 from outbox earlier where earlier.chat = ${outbox.chat} and earlier.state = 'queued' and earlier.seq < ${outbox.seq})`,
      ),
    )
    .orderBy(asc(outbox.seq))
    .limit(most)
    .all();
}

/** They are about to be sent: kept before, because a process that dies in between does not know whether they arrived. */
export function markTried(db: Db, seqs: readonly number[], at: string): void {
  if (seqs.length === 0) return;
  db.update(outbox)
    .set({ triedAt: at })
    .where(and(inArray(outbox.seq, [...seqs]), isNull(outbox.triedAt)))
    .run();
}

export function setDelivery(db: Db, seq: number, set: Partial<typeof outbox.$inferInsert>): void {
  db.update(outbox).set(set).where(eq(outbox.seq, seq)).run();
}

export function findDelivery(db: Db, key: string): OutboxRow | undefined {
  return db.select().from(outbox).where(eq(outbox.key, key)).get();
}

export function findDeliveryBySeq(db: Db, seq: number): OutboxRow | undefined {
  return db.select().from(outbox).where(eq(outbox.seq, seq)).get();
}

/** What this message of ours shows: what was sent in it, or took its place last. */
export function findDeliveryByMessage(db: Db, messageId: string): OutboxRow | undefined {
  const own = db.select().from(outbox).where(eq(outbox.messageId, messageId)).orderBy(desc(outbox.seq)).get();
  if (own) return own;
  // A later one of several messages.
  const part = db.select().from(parts).where(eq(parts.messageId, messageId)).get();
  return part && findDeliveryBySeq(db, part.delivery);
}

/** The message this answer is to, or the press: what it tells of was done under this name. */
export function causeOf({ key }: Pick<OutboxRow, 'key'>): string | undefined {
  return /^(?:reply|press):(.+)$/s.exec(key)?.[1];
}

/** What was delivered since then under keys that begin so, the latest first. */
export function findDelivered(db: Db, prefix: string, since: string): OutboxRow[] {
  return db
    .select()
    .from(outbox)
    .where(
      and(
        eq(outbox.state, 'done'),
        gte(outbox.createdAt, since),
        // LIKE would take the _ of an id for any letter.
        sql`substr(${outbox.key}, 1, ${prefix.length}) = ${prefix}`,
      ),
    )
    .orderBy(desc(outbox.seq))
    .all();
}

/** When the earliest thing held back may be tried again. */
export function nextWake(db: Db): string | null {
  const row = db.get<{ at: string | null }>(
    sql`select min(next_at) as at from (select next_at from outbox where state = 'queued' union all select next_at from inbox where state = 'queued')`,
  );
  return row?.at ?? null;
}
