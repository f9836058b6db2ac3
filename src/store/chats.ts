/** The chats in which people have spoken, kept apart from what they said, so that asking for them costs the same after years. */
import { and, asc, desc, eq, ne, sql } from 'drizzle-orm';
import type { Db } from './db.ts';
import { chats } from './schema.ts';

export interface KnownChat {
  readonly chat: string;
  readonly chatType: 'p2p' | 'group';
  /** When something was said there last (ISO instant). */
  readonly lastAt: string;
}

/** Something was said in this chat; `person` is who, and whose own chat it is where it is not a group. */
export function noteChat(db: Db, said: KnownChat & { readonly person: string }): void {
  const { person, ...chat } = said;
  db.insert(chats)
    .values({ ...chat, person: said.chatType === 'p2p' ? person : null })
    // What comes late was said earlier.
    .onConflictDoUpdate({ target: chats.chat, set: { lastAt: sql`max(${chats.lastAt}, excluded.last_at)` } })
    .run();
}

export function isGroup(db: Db, chat: string): boolean {
  const row = db.select({ chatType: chats.chatType }).from(chats).where(eq(chats.chat, chat)).get();
  return row?.chatType === 'group';
}

/** A person's own chats with the bot, the one he spoke in last first. */
export function chatsOf(db: Db, person: string): string[] {
  return db
    .select({ chat: chats.chat })
    .from(chats)
    .where(and(eq(chats.person, person), ne(chats.chat, person)))
    .orderBy(desc(chats.lastAt))
    .all()
    .map(({ chat }) => chat);
}

/** In the order of their ids. */
export function knownChats(db: Db): KnownChat[] {
  return db
    .select({ chat: chats.chat, chatType: chats.chatType, lastAt: chats.lastAt })
    .from(chats)
    .orderBy(asc(chats.chat))
    .all();
}
