/** Messages for the bot, from events and from the history: whose, what kind, in which words, edited or not. */
import type { Attachment, IncomingEdit, IncomingMessage, MessageKind } from '../ports.ts';
import { type FeishuEvent, instant, record, text } from './feishu-event.ts';
import { attachmentIn, messageKind } from './message-kind.ts';
import { contentText, type Mention, mentionsOf, withoutMentions } from './message-text.ts';

/** Who the bot is. `openId` is not known as long as Feishu's API cannot be asked. */
export interface Self {
  readonly appId: string;
  readonly openId: string | undefined;
}

/** `im.message.receive_v1`. @returns null for what is not for this bot */
export function message(event: FeishuEvent, self: Self): IncomingMessage | IncomingEdit | null {
  const message = record(event.body.message);
  const sender = record(event.body.sender);
  // Two bots answering each other would never end.
  if (!message || !sender || sender.sender_type !== 'user') return null;
  const mentions = mentionsOf(message.mentions);
  const group = message.chat_type !== 'p2p';
  if (group && !isMentioned(mentions, self)) return null;
  const said = saidIn(text(message.message_type) ?? '', text(message.content) ?? '');
  if (!said) return null;
  const at = instant(message.create_time) ?? event.createdAt;
  const taken = messageFrom(self, {
    messageId: text(message.message_id),
    chat: text(message.chat_id),
    chatType: group ? 'group' : 'p2p',
    person: text(record(sender.sender_id)?.open_id),
    tenant: text(sender.tenant_key) ?? event.tenant,
    ...said,
    text: withoutMentions(said.raw, mentions, self.openId),
    at,
    replyTo: text(message.parent_id),
    root: text(message.root_id),
    alias: `feishu:${self.appId}:event:${event.id}`,
  });
  return taken && asItReads(taken, instant(message.update_time));
}

/** A message changed after it was said comes as an edit, whether or not the first version was heard. */
export function asItReads(message: IncomingMessage, changedAt: Date | undefined): IncomingMessage | IncomingEdit {
  if (!changedAt || changedAt <= message.at) return message;
  const { aliases, ...unnamed } = message;
  return {
    type: 'edit',
    key: `${message.key}:edit:${changedAt.getTime()}`,
    ...(aliases ? { aliases } : {}),
    at: changedAt,
    message: unnamed,
  };
}

interface Said {
  readonly kind: MessageKind;
  readonly raw: string;
  readonly attachment?: Attachment;
}

/** A rich post of pictures alone has no words either. */
export function saidIn(type: string, content: string): Said | null {
  const kind = messageKind(type);
  if (kind === null) return null;
  if (kind !== 'text') {
    const attachment = attachmentIn(kind, content);
    return { kind, raw: '', ...(attachment ? { attachment } : {}) };
  }
  const raw = contentText(type, content);
  if (raw === null) return null;
  return raw === '' && type === 'post' ? { kind: 'image', raw } : { kind, raw };
}

/** A mention of everybody is in no list: only this bot's own id makes a group's message its business. */
export function isMentioned(mentions: readonly Mention[], self: Self): boolean {
  return self.openId !== undefined && mentions.some((mention) => mention.openId === self.openId);
}

/** The message event of schema 1.0, where the mention is already taken out of the text. */
export function firstMessage(event: FeishuEvent, self: Self): IncomingMessage | null {
  const { body } = event;
  const group = body.chat_type !== 'private' && body.chat_type !== 'p2p';
  if (group && body.is_mention !== true) return null;
  const kind = messageKind(text(body.msg_type) ?? '');
  const given = typeof body.text_without_at_bot === 'string' ? body.text_without_at_bot : text(body.text);
  const words = kind === 'text' ? given : '';
  if (kind === null || words === undefined) return null;
  return messageFrom(self, {
    messageId: text(body.open_message_id),
    chat: text(body.open_chat_id),
    chatType: group ? 'group' : 'p2p',
    person: text(body.open_id),
    tenant: event.tenant,
    kind,
    text: words.replace(/<at[^>]*>([^<]*)<\/at>/g, '$1').trim(),
    at: event.createdAt,
    replyTo: text(body.parent_id),
    root: text(body.root_id),
    alias: `feishu:${self.appId}:event:${event.id}`,
  });
}

/** The parts of a message, wherever they were found. */
export interface MessageParts {
  readonly messageId: string | undefined;
  readonly chat: string | undefined;
  readonly chatType: 'p2p' | 'group';
  readonly person: string | undefined;
  readonly tenant: string | undefined;
  readonly kind: MessageKind;
  readonly text: string;
  readonly attachment?: Attachment;
  readonly at: Date | undefined;
  readonly replyTo: string | undefined;
  readonly root: string | undefined;
  readonly alias?: string;
}

/** @returns null where a part is missing without which nobody could be answered */
export function messageFrom(self: Self, from: MessageParts): IncomingMessage | null {
  if (!from.messageId || !from.chat || !from.person || !from.at) return null;
  return {
    type: 'message',
    // Two bots mentioned in one message receive it under one message id, so the app belongs to the key.
    key: `feishu:${self.appId}:${from.messageId}`,
    ...(from.alias ? { aliases: [from.alias] } : {}),
    messageId: from.messageId,
    chat: from.chat,
    chatType: from.chatType,
    sender: { id: from.person, ...(from.tenant ? { tenant: from.tenant } : {}) },
    ...(from.kind === 'text' ? {} : { kind: from.kind }),
    text: from.text,
    ...(from.attachment ? { attachment: from.attachment } : {}),
    at: from.at,
    ...(from.replyTo ? { replyTo: from.replyTo } : {}),
    ...(from.root && from.root !== from.replyTo ? { root: from.root } : {}),
  };
}
