/** The messages in which answers stand, so that a press on any of them, or a reply to it, finds what it shows. */
import { and, asc, eq, ne } from 'drizzle-orm';
import type { Reply } from '../reply.ts';
import type { Db } from './db.ts';
import { outbox, parts } from './schema.ts';

export interface Part {
  readonly messageId: string;
  /** The row of the outbox that sent it. */
  readonly delivery: number;
  /** From 1. */
  readonly place: number;
  /** What it was sent or replaced with. */
  readonly reply: Reply;
  /** The same with its records as they stand since; null as long as none has changed. */
  readonly redrawn: Reply | null;
}

/** A delivery has arrived, in one message or in several. */
export function keepParts(
  db: Db,
  delivery: number,
  shown: readonly { readonly messageId: string; readonly reply: Reply }[],
): void {
  for (const [index, { messageId, reply }] of shown.entries()) {
    // Of one message the outbox holds the reply already.
    const row = { delivery, place: index + 1, reply: shown.length > 1 ? reply : null, redrawn: null };
    db.insert(parts)
      .values({ messageId, ...row })
      .onConflictDoUpdate({ target: parts.messageId, set: row })
      .run();
  }
}

export function partOf(db: Db, messageId: string): Part | undefined {
  return select(db).where(eq(parts.messageId, messageId)).all().map(asPart)[0];
}

/** In the order in which they stand in the chat. */
export function partsOf(db: Db, delivery: number): Part[] {
  return select(db).where(eq(parts.delivery, delivery)).orderBy(asc(parts.place)).all().map(asPart);
}

/** The other messages of the same answer. */
export function otherParts(db: Db, { delivery, messageId }: Part): Part[] {
  return select(db)
    .where(and(eq(parts.delivery, delivery), ne(parts.messageId, messageId)))
    .orderBy(asc(parts.place))
    .all()
    .map(asPart);
}

/** The message shows something else from now on. */
export function replacePart(db: Db, messageId: string, reply: Reply): void {
  db.update(parts).set({ reply, redrawn: null }).where(eq(parts.messageId, messageId)).run();
}

/** The message shows the same, with its records as they stand now. */
export function redrawPart(db: Db, messageId: string, redrawn: Reply): void {
  db.update(parts).set({ redrawn }).where(eq(parts.messageId, messageId)).run();
}

function select(db: Db) {
  return db.select({ part: parts, whole: outbox.reply }).from(parts).innerJoin(outbox, eq(outbox.seq, parts.delivery));
}

function asPart({ part, whole }: { part: typeof parts.$inferSelect; whole: unknown }): Part {
  return { ...part, reply: (part.reply ?? whole) as Reply, redrawn: part.redrawn as Reply | null };
}
