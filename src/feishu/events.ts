/** Turns proved events into what the bot takes in: messages for it, their recalls, opened chats, presses on its cards. */
import { wantedName } from '../card/form-names.ts';
import type { Incoming, IncomingMessage, IncomingPress, MessageKind } from '../ports.ts';
import { menuChoice, opening, recall } from './chat-events.ts';
import { type FeishuEvent, instant, type Json, record, text } from './feishu-event.ts';
import { messageKind } from './message-kind.ts';
import { contentText, type Mention, mentionsOf, withoutMentions } from './message-text.ts';

/** Who the bot is. `openId` is not known as long as Feishu's API cannot be asked. */
export interface Self {
  readonly appId: string;
  readonly openId: string | undefined;
}

/** @returns null for what is not for this bot: other events, other bots, a group that did not mention it */
export function incomingOf(event: FeishuEvent, self: Self): Incoming | null {
  switch (event.type) {
    case 'im.message.receive_v1':
      return message(event, self);
    case 'message':
      return firstMessage(event, self);
    case 'card.action.trigger':
    case 'card.action.trigger_v1':
      return press(event, self);
    case 'im.message.recalled_v1':
      return recall(event, self.appId);
    case 'im.chat.access_event.bot_p2p_chat_entered_v1':
    case 'p2p_chat_create':
    case 'im.chat.member.bot.added_v1':
      return opening(event, self.appId);
    case 'application.bot.menu_v6':
      return menuChoice(event, self.appId);
    default:
      return null;
  }
}

/** Whether the bot's own id is needed to tell if this is for it, or only helps to read it. */
export function selfNeed(event: FeishuEvent): 'needed' | 'helpful' | 'none' {
  const message = record(event.body.message);
  if (event.type !== 'im.message.receive_v1' || mentionsOf(message?.mentions).length === 0) return 'none';
  return message?.chat_type === 'p2p' ? 'helpful' : 'needed';
}

function message(event: FeishuEvent, self: Self): IncomingMessage | null {
  const message = record(event.body.message);
  const sender = record(event.body.sender);
  // Two bots answering each other would never end.
  if (!message || !sender || sender.sender_type !== 'user') return null;
  const mentions = mentionsOf(message.mentions);
  const group = message.chat_type !== 'p2p';
  if (group && !mentioned(mentions, self)) return null;
  const said = saidIn(text(message.message_type) ?? '', text(message.content) ?? '');
  if (!said) return null;
  return taken(event, self, {
    messageId: text(message.message_id),
    chat: text(message.chat_id),
    chatType: group ? 'group' : 'p2p',
    person: text(record(sender.sender_id)?.open_id),
    tenant: text(sender.tenant_key) ?? event.tenant,
    kind: said.kind,
    text: withoutMentions(said.raw, mentions, self.openId),
    at: instant(message.create_time) ?? event.createdAt,
    replyTo: text(message.parent_id),
  });
}

/** A rich post of pictures alone has no words either. */
function saidIn(type: string, content: string): { kind: MessageKind; raw: string } | null {
  const kind = messageKind(type);
  if (kind !== 'text') return kind && { kind, raw: '' };
  const raw = contentText(type, content);
  if (raw === null) return null;
  return raw === '' && type === 'post' ? { kind: 'image', raw } : { kind, raw };
}

/** A mention of everybody is in no list: only this bot's own id makes a group's message its business. */
function mentioned(mentions: readonly Mention[], self: Self): boolean {
  return self.openId !== undefined && mentions.some((mention) => mention.openId === self.openId);
}

/** The message event of schema 1.0, where the mention is already taken out of the text. */
function firstMessage(event: FeishuEvent, self: Self): IncomingMessage | null {
  const { body } = event;
  const group = body.chat_type !== 'private' && body.chat_type !== 'p2p';
  if (group && body.is_mention !== true) return null;
  const kind = messageKind(text(body.msg_type) ?? '');
  const given = typeof body.text_without_at_bot === 'string' ? body.text_without_at_bot : text(body.text);
  const words = kind === 'text' ? given : '';
  if (kind === null || words === undefined) return null;
  return taken(event, self, {
    messageId: text(body.open_message_id),
    chat: text(body.open_chat_id),
    chatType: group ? 'group' : 'p2p',
    person: text(body.open_id),
    tenant: event.tenant,
    kind,
    text: words.replace(/<at[^>]*>([^<]*)<\/at>/g, '$1').trim(),
    at: event.createdAt,
    replyTo: text(body.parent_id),
  });
}

interface Taken {
  readonly messageId: string | undefined;
  readonly chat: string | undefined;
  readonly chatType: 'p2p' | 'group';
  readonly person: string | undefined;
  readonly tenant: string | undefined;
  readonly kind: MessageKind;
  readonly text: string;
  readonly at: Date | undefined;
  readonly replyTo: string | undefined;
}

function taken(event: FeishuEvent, self: Self, from: Taken): IncomingMessage | null {
  if (!from.messageId || !from.chat || !from.person || !from.at) return null;
  return {
    type: 'message',
    // Two bots mentioned in one message receive it under one message id, so the app belongs to the key.
    key: `feishu:${self.appId}:${from.messageId}`,
    aliases: [`feishu:${self.appId}:event:${event.id}`],
    messageId: from.messageId,
    chat: from.chat,
    chatType: from.chatType,
    sender: { id: from.person, ...(from.tenant ? { tenant: from.tenant } : {}) },
    ...(from.kind === 'text' ? {} : { kind: from.kind }),
    text: from.text,
    at: from.at,
    ...(from.replyTo ? { replyTo: from.replyTo } : {}),
  };
}

function press(event: FeishuEvent, self: Self): IncomingPress | null {
  const { body } = event;
  const operator = record(body.operator);
  const context = record(body.context);
  const action = record(body.action);
  const messageId = text(context?.open_message_id) ?? text(body.open_message_id);
  const person = text(operator?.open_id) ?? text(body.open_id);
  if (!action || !messageId || !person || !event.createdAt) return null;
  const tenant = text(operator?.tenant_key) ?? event.tenant;
  const token = text(body.token);
  const form = record(action.form_value);
  return {
    type: 'press',
    key: `feishu:${self.appId}:press:${event.id}`,
    // With both callbacks subscribed one press comes twice, under the same token.
    ...(token && token !== event.id ? { aliases: [`feishu:${self.appId}:press:${token}`] } : {}),
    messageId,
    chat: text(context?.open_chat_id) ?? text(body.open_chat_id) ?? '',
    sender: { id: person, ...(tenant ? { tenant } : {}) },
    intent: held(action.value),
    ...(form ? { form: formValues(form) } : {}),
    at: event.createdAt,
  };
}

/** The platform passes the button's value on as an object or as the JSON text of one. */
function held(value: unknown): unknown {
  const object = objectIn(value);
  return object === undefined ? undefined : (objectIn(object.intent) ?? object.intent);
}

function objectIn(value: unknown): Json | undefined {
  if (typeof value !== 'string') return record(value);
  try {
    return record(JSON.parse(value));
  } catch {
    return undefined;
  }
}

/** A date picker gives `2026-03-04 +0800`: the day is what was chosen, the zone is the phone's. */
function formValues(form: Json): Json {
  return Object.fromEntries(
    Object.entries(form).map(([name, value]) => [
      wantedName(name),
      typeof value === 'string' ? value.replace(/^(\d{4}-\d{2}-\d{2}) [+-]\d{4}$/, '$1') : value,
    ]),
  );
}
