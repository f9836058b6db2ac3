/** Receive: what arrives is written to the inbox once, however often it is delivered; of a secret only that it came. */
import type { Arrival, IncomingEdit, IncomingMessage, Sender } from '../ports.ts';
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

export function receive(ports: OfficePorts, arrival: Arrival): Received {
  const received = ports.db.transaction((tx): Received => {
    if (knownKey(tx, arrival.key, arrival.aliases ?? [])) return 'duplicate';
    switch (arrival.type) {
      case 'message':
        return takeMessage(tx, arrival, ports.clock.now());
      case 'edit':
        return takeEdit(tx, arrival, ports.clock.now());
      case 'recall':
        return takeRecall(tx, arrival);
      case 'opening':
        return takeOpening(tx, arrival);
      case 'reaction':
        return 'accepted';
    }
  });
  ports.step?.('received');
  return received;
}

function takeMessage(db: Db, incoming: IncomingMessage, now: Date): Received {
  if (queueLength(db).queued >= mostQueued) return 'full';
  pinTenant(db, incoming.sender);
  if (findInboxMessage(db, recallId(incoming.messageId))) takeRecalled(db, incoming);
  else if (secretIn(wordsOf(incoming))) takeSecret(db, incoming, now);
  else take(db, incoming);
  return 'accepted';
}

/** The first that is heard of a message may be its edit. */
function takeEdit(db: Db, edit: IncomingEdit, now: Date): Received {
  const { message } = edit;
  if (findInboxMessage(db, message.messageId)) return 'duplicate';
  return takeMessage(db, { ...message, aliases: [edit.key, ...(edit.aliases ?? [])] }, now);
}

function take(db: Db, incoming: IncomingMessage): void {
  const kept: Kept = {
    sender: incoming.sender,
    chatType: incoming.chatType,
    text: incoming.text,
    ...(incoming.kind ? { kind: incoming.kind } : {}),
    ...(incoming.attachment ? { attachment: incoming.attachment } : {}),
    ...(incoming.intent ? { intent: incoming.intent } : {}),
    ...(incoming.replyTo ? { replyTo: incoming.replyTo } : {}),
  };
  takeIn(db, { ...placeOf(incoming), state: 'queued', payload: kept, outcome: null }, incoming.aliases ?? []);
}

function wordsOf(incoming: IncomingMessage): string {
  return `${incoming.text} ${incoming.attachment?.name ?? ''}`;
}

function takeSecret(db: Db, incoming: IncomingMessage, now: Date): void {
  const lang = findPerson(db, incoming.sender.id)?.lang ?? (/\p{Script=Han}/u.test(wordsOf(incoming)) ? 'zh' : 'en');
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
