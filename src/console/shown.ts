/** What the chat page shows: messages of people and of the bot, and cards redrawn in place. */
import { feishuCard, replyParts } from '../card/feishu-card.ts';
import { type Reply, replyText } from '../reply.ts';

/** The bot's name on the page. */
export const botName = '台账助手';

export interface ShownMessage {
  readonly type: 'message';
  readonly chat: string;
  readonly messageId: string;
  readonly from: string;
  /** What a person said, or the bot's card as plain text. */
  readonly text: string;
  /** Feishu card JSON 2.0: only the bot's messages have one. */
  readonly card?: object;
  /** ISO instant. */
  readonly at: string;
  readonly replyTo?: string;
  /** Taken back: there is no text any more. */
  readonly recalled?: boolean;
}

export interface ShownUpdate {
  readonly type: 'update';
  readonly chat?: string;
  readonly messageId: string;
  readonly card: object;
  readonly text: string;
}

/** A person took this message back. */
export interface ShownRecall {
  readonly type: 'recall';
  readonly chat: string;
  readonly messageId: string;
}

/** Something was written to the ledger; what it was, the page asks for. */
export interface ShownLedger {
  readonly type: 'ledger';
  readonly version: number;
}

export type Shown = ShownMessage | ShownUpdate | ShownRecall | ShownLedger;

/** One exchange as the office keeps it: `reply` for the bot's messages, `text` for those of people. */
export interface Kept {
  readonly chat: string;
  readonly messageId: string;
  readonly from?: string;
  readonly text?: string;
  readonly reply?: Reply;
  /** The messages of a reply that needed several, as they look now. */
  readonly parts?: readonly ShownPart[];
  readonly at: string;
  readonly replyTo?: string;
  readonly recalled?: boolean;
}

/** A long reply needs several cards, each a message of its own. */
export function shownMessages(kept: Kept): ShownMessage[] {
  const { chat, messageId, at } = kept;
  const place = { type: 'message', chat, at, ...(kept.replyTo ? { replyTo: kept.replyTo } : {}) } as const;
  const { reply } = kept;
  if (!reply) {
    const recalled = kept.recalled ? { recalled: true } : {};
    return [{ ...place, messageId, from: kept.from ?? '', text: kept.text ?? '', ...recalled }];
  }
  const shown = reply.file ? [{ messageId, reply }] : (kept.parts ?? partsOf(messageId, reply));
  return shown.map((part) => ({
    ...place,
    messageId: part.messageId,
    from: botName,
    text: reply.file ? `📎 ${reply.file.name}` : replyText(part.reply),
    card: reply.file ? fileCard(messageId, reply.file.name) : feishuCard(part.reply),
  }));
}

/** One of the messages in which a reply is shown. */
export interface ShownPart {
  readonly messageId: string;
  readonly reply: Reply;
}

/** The first keeps the id of the reply. */
export function partsOf(messageId: string, reply: Reply): ShownPart[] {
  return replyParts(reply).map((part, index) => ({
    messageId: index === 0 ? messageId : `${messageId}.${index + 1}`,
    reply: part,
  }));
}

/** Where a file can be fetched that was promised in this message. */
export const filesPath = '/console/exports/';

function fileCard(messageId: string, name: string): object {
  const link = { type: 'open_url', default_url: `${filesPath}${encodeURIComponent(messageId)}` };
  const button = {
    tag: 'button',
    text: { tag: 'plain_text', content: `📎 ${name}` },
    type: 'default',
    behaviors: [link],
  };
  return { schema: '2.0', body: { elements: [button] } };
}

export function shownUpdate(redrawn: { messageId: string; reply: Reply; chat?: string }): ShownUpdate {
  const { messageId, reply, chat } = redrawn;
  return { type: 'update', ...(chat ? { chat } : {}), messageId, card: feishuCard(reply), text: replyText(reply) };
}
