/** What happens in a chat beside messages: one is taken back or marked, the chat is opened, the menu is used. */
import type { IncomingMessage, IncomingOpening, IncomingReaction, IncomingRecall } from '../ports.ts';
import { type FeishuEvent, instant, record, text } from './feishu-event.ts';

/** `im.message.recalled_v1` does not say who took it back. */
export function recall(event: FeishuEvent, appId: string): IncomingRecall | null {
  const messageId = text(event.body.message_id);
  const at = instant(event.body.recall_time) ?? event.createdAt;
  if (!messageId || !at) return null;
  return {
    type: 'recall',
    key: `feishu:${appId}:recall:${messageId}`,
    aliases: [`feishu:${appId}:event:${event.id}`],
    messageId,
    chat: text(event.body.chat_id) ?? '',
    at,
  };
}

/** `im.message.reaction.created_v1` and `deleted_v1`; those of apps are nobody's wish. */
export function reaction(event: FeishuEvent, appId: string): IncomingReaction | null {
  const { body } = event;
  const messageId = text(body.message_id);
  const person = text(record(body.user_id)?.open_id);
  const emoji = text(record(body.reaction_type)?.emoji_type);
  const at = instant(body.action_time) ?? event.createdAt;
  if (!messageId || !person || !emoji || !at || body.operator_type === 'app') return null;
  const given = event.type === 'im.message.reaction.created_v1';
  return {
    type: 'reaction',
    // The same act under a new event id has the same time.
    key: `feishu:${appId}:reaction:${messageId}:${person}:${emoji}:${given ? 'on' : 'off'}:${at.getTime()}`,
    aliases: [`feishu:${appId}:event:${event.id}`],
    messageId,
    sender: { id: person, ...(event.tenant ? { tenant: event.tenant } : {}) },
    emoji,
    given,
    at,
  };
}

/** A person enters his chat with the bot, or the bot is added to a group. */
export function opening(event: FeishuEvent, appId: string): IncomingOpening | null {
  const { body } = event;
  const group = event.type === 'im.chat.member.bot.added_v1';
  const chat = text(body.chat_id);
  // The first schema names the person apart from whoever opened the chat.
  const user = record(body.user);
  const person = text(record(body.operator_id)?.open_id) ?? text(user?.open_id) ?? text(record(body.operator)?.open_id);
  if (!chat || !person || !event.createdAt) return null;
  const tenant = text(body.operator_tenant_key) ?? event.tenant;
  const name = text(user?.name);
  return {
    type: 'opening',
    key: `feishu:${appId}:event:${event.id}`,
    chat,
    chatType: group ? 'group' : 'p2p',
    sender: { id: person, ...(name ? { name } : {}), ...(tenant ? { tenant } : {}) },
    at: event.createdAt,
  };
}

/** The entries an administrator can give the bot's menu. */
const menuKeys: ReadonlySet<string> = new Set(['help', 'digest', 'undo']);

/** @returns null for a menu entry that is not the program's */
export function menuChoice(event: FeishuEvent, appId: string): IncomingMessage | null {
  const operator = record(event.body.operator);
  const person = text(record(operator?.operator_id)?.open_id);
  const choice = text(event.body.event_key);
  const at = instant(event.body.timestamp) ?? event.createdAt;
  if (!person || !choice || !menuKeys.has(choice) || !at) return null;
  const key = `feishu:${appId}:event:${event.id}`;
  const name = text(operator?.operator_name);
  return {
    type: 'message',
    key,
    messageId: key,
    // The event names no chat: the answer goes to the person.
    chat: person,
    chatType: 'p2p',
    sender: { id: person, ...(name ? { name } : {}), ...(event.tenant ? { tenant: event.tenant } : {}) },
    text: '',
    intent: { do: choice },
    at,
  };
}
