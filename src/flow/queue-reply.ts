/** Queue reply: an answer goes out, and behind it the file it promised, each sent until it arrives. */
import type { Reply } from '../reply.ts';
import type { Db } from '../store/db.ts';
import { type NewDelivery, queueDelivery } from '../store/outbox.ts';

/** @returns whether it is new */
export function queueReply(db: Db, delivery: NewDelivery): boolean {
  const { file, ...words } = delivery.reply;
  const fresh = queueDelivery(db, { ...delivery, reply: words });
  if (!fresh || !file) return fresh;
  const { key, chat, address, at } = delivery;
  const reply: Reply = { lang: words.lang, tone: 'plain', blocks: [], file };
  queueDelivery(db, { key: fileKey(key), chat, address, reply, about: [], at });
  return fresh;
}

/** The file of an answer has a key of its own. */
export function fileKey(key: string): string {
  return `file:${key}`;
}
