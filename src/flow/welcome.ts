/** Welcome: whoever opens his chat with the bot gets the help once; a group the bot comes into an introduction once. */
import type { IncomingOpening } from '../ports.ts';
import { noteChat } from '../store/chats.ts';
import type { Db } from '../store/db.ts';
import { knownKey, takeIn } from '../store/inbox.ts';
import type { Kept } from './kept.ts';

/** Feishu tells of every opening; the key is the person's or the group's, so that only the first one counts. */
export function takeOpening(db: Db, incoming: IncomingOpening): 'accepted' | 'duplicate' {
  const { chat, chatType, sender } = incoming;
  const key = `welcome:${chatType === 'p2p' ? sender.id : chat}`;
  if (knownKey(db, key, [])) return 'duplicate';
  const kept: Kept = {
    sender,
    chatType,
    text: '',
    greeting: true,
    ...(chatType === 'p2p' ? { intent: { do: 'help' } } : {}),
  };
  takeIn(
    db,
    { key, chat, messageId: key, at: incoming.at.toISOString(), state: 'queued', payload: kept, outcome: null },
    [incoming.key, ...(incoming.aliases ?? [])],
  );
  noteChat(db, { chat, chatType, person: sender.id, lastAt: incoming.at.toISOString() });
  return 'accepted';
}
