/** Receive: a message is written to the inbox once, whatever how often it is delivered; of a secret only that it came. */
import type { IncomingMessage, Sender } from '../ports.ts';
import type { Reply } from '../reply.ts';
import type { Db } from '../store/db.ts';
import { findInboxMessage, knownKey, queueLength, recallId, takeIn } from '../store/inbox.ts';
import { queueDelivery } from '../store/outbox.ts';
import { findPerson, readSetting, saveSetting } from '../store/people.ts';
import { secretIn } from '../understand/secret.ts';
import type { Kept } from './kept.ts';
import type { OfficePorts } from './needs.ts';
import { takeRecall } from './recall.ts';
import { secretReply } from './replies.ts';
import { takeOpening } from './welcome.ts';

export type Received = 'accepted' | 'duplicate' | 'full';

const mostQueued = 5000;

export function receive(ports: OfficePorts, incoming: IncomingMessage): Received {
  const received = ports.db.transaction((tx): Received => {
    if (knownKey(tx, incoming.key, incoming.aliases ?? [])) return 'duplicate';
    if (incoming.type === 'recall') return takeRecall(tx, incoming);
    if (incoming.type === 'opening') return takeOpening(tx, incoming);
    if (queueLength(tx).queued >= mostQueued) return 'full';
    pinTenant(tx, incoming.sender);
    if (findInboxMessage(tx, recallId(incoming.messageId))) takeRecalled(tx, incoming);
    else if (secretIn(incoming.text)) takeSecret(tx, incoming, ports.clock.now());
    else take(tx, incoming);
    return 'accepted';
  });
  ports.step?.('received');
  return received;
}

function take(db: Db, incoming: IncomingMessage): void {
  const kept: Kept = {
    sender: incoming.sender,
    chatType: incoming.chatType,
    text: incoming.text,
    ...(incoming.kind ? { kind: incoming.kind } : {}),
    ...(incoming.intent ? { intent: incoming.intent } : {}),
    ...(incoming.replyTo ? { replyTo: incoming.replyTo } : {}),
  };
  takeIn(db, { ...placeOf(incoming), state: 'queued', payload: kept, outcome: null }, incoming.aliases ?? []);
}

function takeSecret(db: Db, incoming: IncomingMessage, now: Date): void {
  const lang = findPerson(db, incoming.sender.id)?.lang ?? (/\p{Script=Han}/u.test(incoming.text) ? 'zh' : 'en');
  const reply: Reply = secretReply(lang);
  const outcome = { reply, records: [], changes: [], refused: 'secret' };
  takeIn(db, { ...placeOf(incoming), state: 'refused', payload: null, outcome }, incoming.aliases ?? []);
  queueDelivery(db, {
    key: `reply:${incoming.key}`,
    chat: incoming.chat,
    address: { to: 'message', messageId: incoming.messageId, chat: incoming.chat },
    reply,
    about: [],
    at: now.toISOString(),
  });
}

/** Its recall overtook it: only that it came is kept, and nobody waits for an answer. */
function takeRecalled(db: Db, incoming: IncomingMessage): void {
  const kept: Kept = { sender: incoming.sender, chatType: incoming.chatType, text: '', recalled: true };
  const outcome = { reply: null, records: [], changes: [], refused: null };
  takeIn(db, { ...placeOf(incoming), state: 'done', payload: kept, outcome }, incoming.aliases ?? []);
}

function placeOf({ key, chat, messageId, at }: IncomingMessage) {
  return { key, chat, messageId, at: at.toISOString() };
}

/** The first tenant seen is the office's own; people of others are strangers. */
function pinTenant(db: Db, sender: Sender): void {
  if (sender.tenant && readSetting<string | null>(db, 'tenant', null) === null)
    saveSetting(db, 'tenant', sender.tenant);
}
