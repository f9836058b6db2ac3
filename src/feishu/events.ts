/** Turns proved events into what the bot takes in: messages for it, their edits and recalls, marks, opened chats, presses. */
import type { Incoming } from '../ports.ts';
import { menuChoice, opening, reaction, recall } from './chat-events.ts';
import { type FeishuEvent, record } from './feishu-event.ts';
import { mentionsOf } from './message-text.ts';
import { firstMessage, message, type Self } from './messages.ts';
import { press } from './press.ts';

type Reader = (event: FeishuEvent, self: Self) => Incoming | null;

/** Every event and callback the bot reads; all others are answered and left alone. */
export const readers: Readonly<Record<string, Reader>> = {
  'im.message.receive_v1': message,
  message: firstMessage,
  'card.action.trigger': press,
  'card.action.trigger_v1': press,
  'im.message.recalled_v1': (event, { appId }) => recall(event, appId),
  'im.message.reaction.created_v1': (event, { appId }) => reaction(event, appId),
  'im.message.reaction.deleted_v1': (event, { appId }) => reaction(event, appId),
  'im.chat.access_event.bot_p2p_chat_entered_v1': (event, { appId }) => opening(event, appId),
  p2p_chat_create: (event, { appId }) => opening(event, appId),
  'im.chat.member.bot.added_v1': (event, { appId }) => opening(event, appId),
  'application.bot.menu_v6': (event, { appId }) => menuChoice(event, appId),
};

/** @returns null for what is not for this bot: other events, other bots, a group that did not mention it */
export function incomingOf(event: FeishuEvent, self: Self): Incoming | null {
  return Object.hasOwn(readers, event.type) ? (readers[event.type]?.(event, self) ?? null) : null;
}

/** Whether the bot's own id is needed to tell if this is for it, or only helps to read it. */
export function selfNeed(event: FeishuEvent): 'needed' | 'helpful' | 'none' {
  const message = record(event.body.message);
  if (event.type !== 'im.message.receive_v1' || mentionsOf(message?.mentions).length === 0) return 'none';
  return message?.chat_type === 'p2p' ? 'helpful' : 'needed';
}
