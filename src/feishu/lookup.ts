/** Reads Feishu's chats back: a marked or forwarded message, the messages of a time when nobody listened, names. */
import type { ChatRead, Forwarded, IncomingMessage, IncomingRecall, Lookup } from '../ports.ts';
import { OutsideError } from '../ports.ts';
import type { FeishuApi } from './api.ts';
import { instant, type Json, record, text } from './feishu-event.ts';
import { mentionsOf, withoutMentions } from './message-text.ts';
import { asItReads, isMentioned, messageFrom, type Self, saidIn } from './messages.ts';

export interface LookupNeeds {
  readonly api: FeishuApi;
  readonly appId: string;
  botOpenId(): Promise<string | undefined>;
  /** Whether this process may have sent it: it did, or it was sent before it ran. */
  ours(messageId: string, at: Date): boolean;
}

const mostNamesAsked = 10;
/** A chat in which more was said while nobody listened is read on the next time. */
const mostPages = 20;

export function createFeishuLookup(needs: LookupNeeds): Lookup {
  const { api, appId } = needs;

  async function names(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const known = new Map<string, string>();
    const wanted = [...new Set(ids)].filter((id) => id.startsWith('ou_'));
    for (let at = 0; at < wanted.length; at += mostNamesAsked) {
      for (const [id, name] of await api.names(wanted.slice(at, at + mostNamesAsked))) known.set(id, name);
    }
    return known;
  }

  return {
    async message(messageId) {
      const [first, ...held] = await api.message(messageId);
      const self = { appId, openId: await needs.botOpenId() };
      const message = first && messageOf(first, self, 'group');
      if (!message) return null;
      const lines = held.flatMap((item) => lineOf(item, self) ?? []);
      // A name more is worth a call, but no failure.
      const known = await names(lines.map((line) => line.author.id)).catch(() => new Map<string, string>());
      const forwarded = lines.map((line): Forwarded => {
        const name = known.get(line.author.id);
        return name ? { ...line, author: { ...line.author, name } } : line;
      });
      return { message, forwarded };
    },
    async since({ chat, chatType }, from) {
      if (!chat.startsWith('oc_')) return null;
      const self = { appId, openId: await needs.botOpenId() };
      if (chatType === 'group' && self.openId === undefined) {
        throw new OutsideError('who the bot is cannot be asked, so no group can be read', { retryable: true });
      }
      const arrivals: ChatRead['arrivals'][number][] = [];
      const foreign: ChatRead['foreign'][number][] = [];
      let page: string | undefined;
      for (let count = 0; count < mostPages; count += 1) {
        const { items, next } = await api.messages(chat, from, page);
        for (const item of items) {
          const [messageId, at] = [text(item.message_id), instant(item.create_time)];
          if (messageId && at && record(item.sender)?.id === appId && !needs.ours(messageId, at)) {
            foreign.push({ messageId, at });
          }
          const arrival = recallOf(item, self) ?? forBot(item, self, chatType);
          if (arrival) arrivals.push(arrival);
        }
        if (!next) break;
        page = next;
      }
      return { arrivals, foreign };
    },
  };
}

function forBot(item: Json, self: Self, chatType: 'p2p' | 'group') {
  if (chatType === 'group' && !isMentioned(mentionsOf(item.mentions), self)) return null;
  const message = messageOf(item, self, chatType);
  const changedAt = item.updated === true ? instant(item.update_time) : undefined;
  return message && asItReads(message, changedAt);
}

/** A message as the history gives it: its sender is an id, its words lie in a body. */
function messageOf(item: Json, self: Self, chatType: 'p2p' | 'group'): IncomingMessage | null {
  const sender = record(item.sender);
  if (item.deleted === true || sender?.sender_type !== 'user') return null;
  const said = saidIn(text(item.msg_type) ?? '', text(record(item.body)?.content) ?? '');
  if (!said) return null;
  return messageFrom(self, {
    messageId: text(item.message_id),
    chat: text(item.chat_id),
    chatType,
    person: text(sender.id),
    tenant: text(sender.tenant_key),
    ...said,
    text: withoutMentions(said.raw, mentionsOf(item.mentions), self.openId),
    at: instant(item.create_time),
    replyTo: text(item.parent_id),
    root: text(item.root_id),
  });
}

/** The same recall as the event tells of. */
function recallOf(item: Json, self: Self): IncomingRecall | null {
  const messageId = text(item.message_id);
  const at = instant(item.update_time) ?? instant(item.create_time);
  if (item.deleted !== true || !messageId || !at || record(item.sender)?.sender_type !== 'user') return null;
  return {
    type: 'recall',
    key: `feishu:${self.appId}:recall:${messageId}`,
    messageId,
    chat: text(item.chat_id) ?? '',
    at,
  };
}

/** What apps said in a forwarded bundle is no report. */
function lineOf(item: Json, self: Self): Forwarded | null {
  const sender = record(item.sender);
  const person = text(sender?.id);
  const at = instant(item.create_time);
  if (sender?.sender_type !== 'user' || !person || !at) return null;
  const said = saidIn(text(item.msg_type) ?? '', text(record(item.body)?.content) ?? '');
  const words = said?.kind === 'text' ? withoutMentions(said.raw, mentionsOf(item.mentions), self.openId) : '';
  return { author: { id: person }, text: words, at };
}
