/** What conversations remember: a person in a chat, and the chat as a whole. */
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Intent, Pending } from '../reply.ts';
import type { Db } from './db.ts';
import { mentions, talks } from './schema.ts';

export interface TalkRow {
  readonly pending: (Pending & { readonly until: string }) | null;
  readonly question: Intent | null;
  readonly list: readonly string[];
  readonly recent: readonly string[];
  /** What is said goes to the practice ledger. */
  readonly practising: boolean;
}

/** The row of the chat itself, whoever spoke. */
export const everybody = '';
const mostRecent = 30;

export function readTalk(db: Db, chat: string, person: string): TalkRow {
  const row = db
    .select()
    .from(talks)
    .where(and(eq(talks.chat, chat), eq(talks.person, person)))
    .get();
  return {
    pending: (row?.pending ?? null) as TalkRow['pending'],
    question: (row?.question ?? null) as TalkRow['question'],
    list: (row?.list ?? []) as readonly string[],
    recent: (row?.recent ?? []) as readonly string[],
    practising: row?.practising ?? false,
  };
}

export function saveTalk(db: Db, place: { chat: string; person: string; at: string }, set: Partial<TalkRow>): void {
  const row = { ...readTalk(db, place.chat, place.person), ...set };
  db.insert(talks)
    .values({ ...place, ...row })
    .onConflictDoUpdate({ target: [talks.chat, talks.person], set: { ...row, at: place.at } })
    .run();
}

/** Puts records to the front of what was spoken of lately. */
export function noteRecent(db: Db, place: { chat: string; person: string; at: string }, nos: readonly string[]): void {
  if (nos.length === 0) return;
  for (const person of new Set([place.person, everybody])) {
    const known = readTalk(db, place.chat, person).recent;
    const recent = [...new Set([...nos, ...known])].slice(0, mostRecent);
    saveTalk(db, { ...place, person }, { recent });
  }
}

/** Notes which records a message is about too, in their order. */
export function noteMentions(db: Db, messageId: string, nos: readonly string[]): void {
  for (const [index, no] of [...new Set(nos)].entries())
    db.insert(mentions)
      .values({ messageId, no, place: index + 1 })
      .onConflictDoNothing()
      .run();
}

/** The message shows these records and no others from now on. */
export function showMentions(db: Db, messageId: string, nos: readonly string[]): void {
  db.delete(mentions).where(eq(mentions.messageId, messageId)).run();
  noteMentions(db, messageId, nos);
}

/** The records a message is about, in the order in which they stand there. */
export function mentionedBy(db: Db, messageId: string): string[] {
  return db
    .select({ no: mentions.no })
    .from(mentions)
    .where(eq(mentions.messageId, messageId))
    .orderBy(asc(mentions.place), asc(sql`rowid`))
    .all()
    .map((row) => row.no);
}
