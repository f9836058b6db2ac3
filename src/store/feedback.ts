/** What people say of the bot's answers: right or wrong, kept with the message and how it was read. */
import { desc, eq, isNotNull } from 'drizzle-orm';
import type { Intent } from '../reply.ts';
import type { Db } from './db.ts';
import { inbox } from './schema.ts';

export interface Feedback {
  readonly right: boolean;
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
}

/** A message that was judged, with how it was read and what came of it. */
export interface Judged {
  readonly text: string;
  readonly said: string;
  readonly feedback: Feedback;
  readonly reading: readonly Intent[];
  /** Numbers of the records written or changed. */
  readonly numbers: readonly string[];
}

/** The latest word holds; a message that is not known is passed over. */
export function saveFeedback(db: Db, key: string, feedback: Feedback): void {
  db.update(inbox).set({ feedback }).where(eq(inbox.key, key)).run();
}

/** @returns what was judged, the latest message first; words taken back by their sender are empty */
export function listFeedback(db: Db): Judged[] {
  const rows = db.select().from(inbox).where(isNotNull(inbox.feedback)).orderBy(desc(inbox.seq)).all();
  return rows.map((row) => {
    const payload = row.payload as { text?: string; reading?: readonly Intent[] } | null;
    return {
      text: payload?.text ?? '',
      said: row.at,
      feedback: row.feedback as Feedback,
      reading: payload?.reading ?? [],
      numbers: numbersOf(row.outcome),
    };
  });
}

/** The records a message wrote or changed, by its key. */
export function numbersWrittenBy(db: Db, key: string): string[] {
  const row = db.select({ outcome: inbox.outcome }).from(inbox).where(eq(inbox.key, key)).get();
  return numbersOf(row?.outcome);
}

function numbersOf(outcome: unknown): string[] {
  const { records = [], changes = [] } = (outcome ?? {}) as Partial<Record<'records' | 'changes', { no: string }[]>>;
  return [...new Set([...records, ...changes].map((one) => one.no))];
}
