/** The chats of the fake Feishu: what was said in them, and the rules by which a bot may say something. */
import { cardFaults } from '../../../src/card/card-limits.ts';
import type { Clock } from '../../../src/ports.ts';
import { cardText } from './card-reading.ts';
import type { MentionOf } from './event-bodies.ts';
import { type FakeError, fakeError } from './fake-errors.ts';

/** One message as everybody in the chat sees it now. */
export interface Shown {
  readonly messageId: string;
  readonly chat: string;
  /** `bot`, or the open id of the person. */
  readonly from: string;
  readonly at: Date;
  readonly type: string;
  text: string;
  card?: unknown;
  readonly replyTo?: string;
  readonly mentions?: readonly MentionOf[];
  /** The content of anything but a text or a card. */
  readonly content?: object;
  /** What a forwarded bundle holds. */
  readonly holds?: readonly Shown[];
  /** The time of the last change of its words. */
  changedAt?: Date;
  updates: number;
  recalled: boolean;
}

export interface BotMessage {
  readonly msg_type?: unknown;
  readonly content?: unknown;
  readonly uuid?: unknown;
}

export interface FakeMessages {
  readonly all: Shown[];
  /** Chats refused to the bot, with the code (230002 not in the group, 230013 not available, ...). */
  readonly refusals: Map<string, number>;
  /** Five a second and chat, and the app's own rates, when on. */
  limited: boolean;
  said(message: Omit<Shown, 'updates' | 'recalled'>): Shown;
  /** A page of a chat from then on, oldest first. */
  list(chat: string, from: Date): Shown[] | FakeError;
  /** Chats whose messages the bot may not read (a scope is missing). */
  readonly hidden: Set<string>;
  create(receive: { type: string; id: unknown }, message: BotMessage): Shown | FakeError;
  reply(messageId: string, message: BotMessage): Shown | FakeError;
  patch(messageId: string, content: unknown): FakeError | undefined;
  /** Names of files the bot has uploaded, by their keys. */
  readonly uploads: Map<string, string>;
  find(messageId: string): Shown | undefined;
  p2pChat(openId: string): string;
  knowP2p(openId: string, chat: string): void;
}

const uuidMs = 60 * 60 * 1000;
const patchMs = 14 * 24 * 60 * 60 * 1000;

export function fakeMessages(clock: Clock, nextId: (prefix: string) => string): FakeMessages {
  const all: Shown[] = [];
  const refusals = new Map<string, number>();
  const hidden = new Set<string>();
  const byUuid = new Map<string, Shown>();
  const p2p = new Map<string, string>();
  const uploads = new Map<string, string>();

  const messages: FakeMessages = {
    all,
    hidden,
    uploads,
    list(chat, from) {
      const refused = refusals.get(chat);
      if (refused !== undefined) return fakeError(refused, 'refused');
      if (hidden.has(chat)) return fakeError(230027, 'Lack of necessary permissions.');
      return all.filter((one) => one.chat === chat && one.at.getTime() >= Math.floor(from.getTime() / 1000) * 1000);
    },
    refusals,
    limited: false,
    said(message) {
      const shown = { ...message, updates: 0, recalled: false };
      all.push(shown);
      return shown;
    },
    create(receive, message) {
      if (typeof receive.id !== 'string' || receive.id === '') return fakeError(230001, 'receive_id is required');
      if (receive.type === 'chat_id') return post(receive.id, message);
      if (receive.type === 'open_id') return post(messages.p2pChat(receive.id), message);
      return fakeError(99992402, 'field validation failed: receive_id_type');
    },
    reply(messageId, message) {
      const parent = messages.find(messageId);
      if (!parent) return fakeError(99992354, 'message_id unknown');
      return parent.recalled ? fakeError(230011, 'The message is recalled.') : post(parent.chat, message, messageId);
    },
    patch(messageId, content) {
      const shown = messages.find(messageId);
      if (!shown) return fakeError(99992354, 'message_id unknown');
      if (shown.recalled) return fakeError(230011, 'The message is recalled.');
      if (shown.from !== 'bot') return fakeError(230017, 'Bot is NOT the owner of the resource.');
      if (shown.type !== 'interactive') return fakeError(230054, 'not supported for this message type');
      if (clock.now().getTime() - shown.at.getTime() > patchMs) return fakeError(230031, 'sent more than 14 days ago');
      const read = readContent({ msg_type: 'interactive', content }, uploads);
      if ('code' in read) return read;
      shown.card = read.card;
      shown.text = read.text;
      shown.updates += 1;
      return undefined;
    },
    find: (messageId) => all.find((one) => one.messageId === messageId),
    p2pChat(openId) {
      const chat = p2p.get(openId) ?? `oc_p2p_${openId}`;
      p2p.set(openId, chat);
      return chat;
    },
    knowP2p(openId, chat) {
      p2p.set(openId, chat);
    },
  };

  function post(chat: string, message: BotMessage, replyTo?: string): Shown | FakeError {
    const refused = refusals.get(chat);
    if (refused !== undefined) return fakeError(refused, 'refused');
    const uuid = message.uuid;
    if (uuid !== undefined && (typeof uuid !== 'string' || uuid.length > 50))
      return fakeError(99992402, 'uuid: max 50');
    const sent = uuid ? byUuid.get(uuid as string) : undefined;
    const now = clock.now();
    if (sent && now.getTime() - sent.at.getTime() < uuidMs) return sent;
    const read = readContent(message, uploads);
    if ('code' in read) return read;
    if (messages.limited && inLastSecond(chat, now) >= 5) return fakeError(230020, 'triggers the frequency limit');
    const shown = messages.said({
      messageId: nextId('om'),
      chat,
      from: 'bot',
      at: now,
      type: String(message.msg_type),
      ...read,
      ...(replyTo ? { replyTo } : {}),
    });
    if (uuid) byUuid.set(uuid as string, shown);
    return shown;
  }

  function inLastSecond(chat: string, now: Date): number {
    return all.filter((one) => one.chat === chat && one.from === 'bot' && now.getTime() - one.at.getTime() < 1000)
      .length;
  }

  return messages;
}

function readContent(
  message: BotMessage,
  uploads: ReadonlyMap<string, string>,
): { text: string; card?: unknown; content?: object } | FakeError {
  if (typeof message.content !== 'string') return fakeError(230001, 'content must be a JSON string');
  const parsed = parse(message.content);
  if (message.msg_type === 'text') {
    const text = (parsed as { text?: unknown } | undefined)?.text;
    if (typeof text !== 'string' || text === '') return fakeError(230001, 'content is not a text');
    if (Buffer.byteLength(message.content) > 150 * 1024) return fakeError(230025, 'reaches its limit');
    return { text };
  }
  if (message.msg_type === 'file') {
    const key = (parsed as { file_key?: unknown } | undefined)?.file_key;
    const name = typeof key === 'string' ? uploads.get(key) : undefined;
    return name === undefined
      ? fakeError(230055, 'The type of file upload does not match the type of message')
      : { text: `[文件] ${name}`, content: { file_key: key } };
  }
  if (message.msg_type !== 'interactive') return fakeError(230001, 'msg_type is not supported here');
  if (parsed === undefined) return cardError(200621, 'parse card json err');
  if (Buffer.byteLength(message.content) > 30 * 1024) return fakeError(230025, 'reaches its limit');
  const faults = cardFaults(parsed);
  return faults.length > 0
    ? cardError(Number(/\((\d{5,6})\)/.exec(faults[0]!)?.[1] ?? 11310), faults.join('; '))
    : {
        text: cardText(parsed),
        card: parsed,
      };
}

function cardError(code: number, message: string): FakeError {
  return fakeError(230099, `Failed to create card content, ext=ErrCode: ${code}; ErrMsg: ${message}`);
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
