/** What was said and answered in a chat, read back from the inbox and the outbox. */
import { and, desc, eq, isNotNull, like } from 'drizzle-orm';
import type { Reply } from '../reply.ts';
import type { Db } from './db.ts';
import { type Part, partsOf } from './parts.ts';
import { inbox, outbox } from './schema.ts';

export interface Said {
  readonly chat: string;
  readonly messageId: string;
  /** Who said it; missing for what the bot answered. */
  readonly from?: string;
  readonly text?: string;
  readonly reply?: Reply;
  /** The messages of a reply that needed several, as they look now. */
  readonly parts?: readonly { readonly messageId: string; readonly reply: Reply }[];
  readonly at: string;
  readonly replyTo?: string;
  /** Its sender took it back; of its text nothing is left. */
  readonly recalled?: boolean;
}

/** @param prefix only messages whose ids begin so; @param most how many of each side, the latest; oldest first */
export function chatHistory(db: Db, chat: string, { prefix, most }: { prefix: string; most: number }): Said[] {
  const heard = db
    .select()
    .from(inbox)
    .where(and(eq(inbox.chat, chat), like(inbox.messageId, `${prefix}%`)))
    .orderBy(desc(inbox.seq))
    .limit(most)
    .all()
    .reverse();
  const told = db
    .select()
    .from(outbox)
    .where(and(eq(outbox.chat, chat), isNotNull(outbox.messageId), like(outbox.messageId, `${prefix}%`)))
    .orderBy(desc(outbox.seq))
    .limit(most)
    .all()
    .reverse();
  const latest = new Map<string, Reply>();
  for (const row of told) latest.set(row.messageId ?? '', row.reply as Reply);
  const answers = told
    .filter((row) => row.updates === null)
    .map((row) => ({ key: row.key, said: answer(row, { parts: partsOf(db, row.seq), latest }) }));

  const history: Said[] = [];
  const placed = new Set<string>();
  const place = (wanted: (one: (typeof answers)[number]) => boolean) => {
    for (const one of answers) {
      if (placed.has(one.key) || !wanted(one)) continue;
      placed.add(one.key);
      history.push(one.said);
    }
  };
  for (const row of heard) {
    // What nobody asked for (the digest) stands where it came; an answer directly below its question.
    place((one) => !/^(reply|press):/.test(one.key) && one.said.at < row.at);
    const question = message(row);
    if (question) history.push(question);
    place((one) => one.key === `reply:${row.key}` || one.key === `press:${row.key}`);
  }
  place(() => true);
  return history;
}

function message(row: typeof inbox.$inferSelect): Said | undefined {
  const kept = row.payload as {
    sender?: { id?: string };
    text?: string;
    attachment?: { name?: string };
    replyTo?: string;
    recalled?: boolean;
  } | null;
  const file = kept?.attachment?.name;
  const place = { chat: row.chat, messageId: row.messageId, at: row.at };
  // A press has no text; of a secret nothing but its coming was kept.
  if (!kept) return row.state === 'refused' ? { ...place, from: row.chat, text: '🔒' } : undefined;
  return {
    ...place,
    from: kept.sender?.id ?? '',
    text: kept.text || (file && !kept.recalled ? `📎 ${file}` : ''),
    ...(kept.replyTo ? { replyTo: kept.replyTo } : {}),
    ...(kept.recalled ? { recalled: true } : {}),
  };
}

function answer(
  row: typeof outbox.$inferSelect,
  looks: { parts: readonly Part[]; latest: ReadonlyMap<string, Reply> },
): Said {
  const parts = looks.parts.map(({ messageId, reply, redrawn }) => ({ messageId, reply: redrawn ?? reply }));
  const address = row.address as { to?: string; messageId?: string } | null;
  return {
    chat: row.chat,
    messageId: row.messageId ?? '',
    reply: parts[0]?.reply ?? looks.latest.get(row.messageId ?? '') ?? (row.reply as Reply),
    ...(parts.length > 1 ? { parts } : {}),
    at: row.createdAt,
    ...(address?.to === 'message' && address.messageId ? { replyTo: address.messageId } : {}),
  };
}
