/** Take a message: it waits in the inbox with what is needed to answer it; of a secret only that it came is kept. */
import type { IncomingMessage, Sender } from '../ports.ts';
import type { Reply } from '../reply.ts';
import { noteChat } from '../store/chats.ts';
import type { Db } from '../store/db.ts';
import { findInboxMessage, queueLength, recallId, takeIn } from '../store/inbox.ts';
import { queueDelivery } from '../store/outbox.ts';
import { findPerson, readSetting, saveSetting } from '../store/people.ts';
import { secretIn } from '../understand/secret.ts';
import type { Kept } from './kept.ts';
import { secretReply } from './replies.ts';

const mostQueued = 5000;

interface Taking {
  readonly now: Date;
  /** Marked by somebody instead of said to the bot. */
  readonly captured?: { readonly by: string };
}

/** The caller has checked that it is new and holds the transaction. */
export function takeMessage(db: Db, incoming: IncomingMessage, { now, captured }: Taking): 'accepted' | 'full' {
  if (queueLength(db).queued >= mostQueued) return 'full';
  pinTenant(db, incoming.sender);
  if (findInboxMessage(db, recallId(incoming.messageId))) takeRecalled(db, incoming);
  else if (secretIn(wordsOf(incoming))) takeSecret(db, incoming, now);
  else take(db, incoming, captured);
  return 'accepted';
}

function take(db: Db, incoming: IncomingMessage, captured: Taking['captured']): void {
  const kept: Kept = {
    sender: incoming.sender,
    chatType: incoming.chatType,
    text: incoming.text,
    ...(incoming.kind ? { kind: incoming.kind } : {}),
    ...(incoming.attachment ? { attachment: incoming.attachment } : {}),
    ...(incoming.intent ? { intent: incoming.intent } : {}),
    ...(incoming.replyTo ? { replyTo: incoming.replyTo } : {}),
    ...(incoming.root ? { root: incoming.root } : {}),
    ...(captured ? { captured } : {}),
  };
  takeIn(db, { ...placeOf(incoming), state: 'queued', payload: kept, outcome: null }, incoming.aliases ?? []);
  noteChat(db, spokenIn(incoming));
}

function wordsOf(incoming: IncomingMessage): string {
  return `${incoming.text} ${incoming.attachment?.name ?? ''}`;
}

/** A secret put into a message later comes under the key of the edit. */
export function takeSecret(db: Db, incoming: IncomingMessage, now: Date): void {
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
  noteChat(db, spokenIn(incoming));
}

function placeOf({ key, chat, messageId, at }: IncomingMessage) {
  return { key, chat, messageId, at: at.toISOString() };
}

function spokenIn({ chat, chatType, sender, at }: IncomingMessage) {
  return { chat, chatType, person: sender.id, lastAt: at.toISOString() };
}

/** The first tenant seen is the office's own; people of others are strangers. */
function pinTenant(db: Db, sender: Sender): void {
  if (sender.tenant && readSetting<string | null>(db, 'tenant', null) === null)
    saveSetting(db, 'tenant', sender.tenant);
}
