/** Which messages 谁看了 is about, and whether this person may know. */
import type { Address } from '../ports.ts';
import { isGroup } from '../store/chats.ts';
import { findInboxMessage } from '../store/inbox.ts';
import { findDelivered, findDeliveryByMessage, type OutboxRow } from '../store/outbox.ts';
import type { Turn } from './intent.ts';
import type { ReadersIntent } from './shapes.ts';

/** So long Feishu tells who has read a message. */
const toldMs = 7 * 24 * 3600 * 1000;
/** Each wants a call of its own. */
const most = 20;

const keepers: ReadonlySet<string> = new Set(['head', 'director', 'admin']);

/** The message replied to, what went out because of it, or the last of their sort. */
export function noticesMeant(intent: ReadersIntent, turn: Turn): OutboxRow[] {
  const since = new Date(turn.now.getTime() - toldMs).toISOString();
  if (intent.what === 'message') return meantBy(intent.messageId, since, turn);
  if (intent.what === 'digest') return latestDay(findDelivered(turn.db, 'digest:', since));
  const own = findDelivered(turn.db, `urge:${turn.speaker.id}:`, since);
  const all = own.length > 0 || !keepers.has(turn.speaker.role) ? own : findDelivered(turn.db, 'urge:', since);
  return latestDay(all);
}

/** A leader replies to the card that told him whom it told: those are meant. */
function meantBy(messageId: string | undefined, since: string, turn: Turn): OutboxRow[] {
  const row = messageId ? findDeliveryByMessage(turn.db, messageId) : undefined;
  if (!row) return [];
  if (isNotice(row) || !isOwnChat(row, turn)) return [row];
  const about = new Set(row.about as string[]);
  const urged = findDelivered(turn.db, `urge:${turn.speaker.id}:`, since);
  return urged.filter((one) => (one.about as string[]).some((no) => about.has(no))).slice(0, most);
}

function isNotice({ key }: OutboxRow): boolean {
  return /^(?:urge|digest|remind):/.test(key);
}

/** What was said to the asker alone has only him for a reader. */
function isOwnChat(row: OutboxRow, { db, speaker }: Turn): boolean {
  const address = row.address as { to: string; id?: string };
  return address.to === 'person' ? address.id === speaker.id : !isGroup(db, row.chat);
}

/** Keys of digests and 催办 carry their day. */
function latestDay(rows: readonly OutboxRow[]): OutboxRow[] {
  const dayOf = ({ key }: OutboxRow) => /:(\d{4}-\d{2}-\d{2})(?::|$)/.exec(key)?.[1] ?? '';
  const latest = rows.reduce((day, row) => (dayOf(row) > day ? dayOf(row) : day), '');
  return rows.filter((row) => dayOf(row) === latest).slice(0, most);
}

/** Heads and up, whoever it was for, and the leader in whose name it went out. */
export function mayAskAfter(row: OutboxRow, { db, speaker }: Turn): boolean {
  if (keepers.has(speaker.role) || row.key.startsWith(`urge:${speaker.id}:`)) return true;
  const address = row.address as Address;
  if (address.to === 'person') return address.id === speaker.id;
  if (address.to === 'chat') return false;
  const asked = findInboxMessage(db, address.messageId)?.payload as { sender?: { id?: string } } | null | undefined;
  return asked?.sender?.id === speaker.id;
}
