/** Brings replies to people in Feishu: as cards, as text where a card is refused, beside a message that is gone. */
import { feishuCard, replyParts } from '../card/feishu-card.ts';
import { type Address, type Log, type Messenger, OutsideError, type Sent } from '../ports.ts';
import { type Reply, replyText } from '../reply.ts';
import { alreadyThere } from './already-there.ts';
import type { FeishuApi } from './api.ts';
import type { Outgoing } from './message-calls.ts';
import { uuidOf } from './uuid.ts';

/** The card itself is refused: content, size, an older client's gateway. */
const cardRefused: ReadonlySet<unknown> = new Set([230099, 230025, 230001, 230054, 11310, 200621, 200861]);

/** The message replied to is gone or cannot be seen: recalled, deleted, self-destructing, its topic closed. */
const messageGone: ReadonlySet<unknown> = new Set([230011, 230110, 230111, 230050, 230019, 99992354]);

/** Feishu's limit for a text message is 150 KB; a character takes at most three bytes, its escape six. */
const longestText = 20_000;

export function createFeishuMessenger(api: FeishuApi, log?: Log): Messenger {
  /** The message is there, so a phone that does not ring is no failure. */
  async function buzz(messageId: string, openId: string): Promise<void> {
    try {
      await api.buzz(messageId, [openId]);
    } catch (error) {
      if (!(error instanceof OutsideError)) throw error;
      log?.warn('a phone could not be rung', { messageId, code: error.code });
    }
  }

  return {
    async send(address, reply, key, late) {
      const there = late ? await alreadyThere(api, address, late) : [];
      const shown = await sendCards(api, { address, reply, key, there });
      if (address.to === 'person' && address.buzz) await buzz(shown.messageId, address.id);
      return shown;
    },
    async sendFile(address, file, key, late) {
      const [messageId] = late ? await alreadyThere(api, address, late) : [];
      if (messageId) return { messageId };
      const content = JSON.stringify({ file_key: await api.upload(file) });
      return deliver(api, address, { msgType: 'file', content, uuid: await uuidOf(key) });
    },
    async update(messageId, reply) {
      try {
        await api.patch(messageId, JSON.stringify(feishuCard(reply)));
      } catch (error) {
        if (!isOneOf(error, cardRefused)) throw error;
        await api.patch(messageId, JSON.stringify(feishuCard(wordsOnly(reply))));
      }
    },
  };
}

async function sendCards(
  api: FeishuApi,
  sent: { address: Address; reply: Reply; key: string; there: readonly string[] },
): Promise<Sent> {
  const { address, reply, key, there } = sent;
  const shown: { messageId: string; reply: Reply }[] = [];
  for (const [index, part] of replyParts(reply).entries()) {
    const before = there[index];
    if (before !== undefined) {
      shown.push({ messageId: before, reply: part });
      continue;
    }
    const uuid = await uuidOf(index === 0 ? key : `${key}#${index + 1}`);
    try {
      const content = JSON.stringify(feishuCard(part));
      shown.push({ ...(await deliver(api, address, { msgType: 'interactive', content, uuid })), reply: part });
    } catch (error) {
      if (!isOneOf(error, cardRefused)) throw error;
      // The text says it all, so no further card is needed.
      shown.push({ ...(await deliver(api, address, { msgType: 'text', content: textContent(reply), uuid })), reply });
      break;
    }
  }
  const [first] = shown;
  return { messageId: first!.messageId, ...(shown.length > 1 ? { parts: shown } : {}) };
}

async function deliver(api: FeishuApi, address: Address, message: Outgoing): Promise<{ messageId: string }> {
  if (address.to === 'person') return api.send({ type: 'open_id', id: address.id }, message);
  if (address.to === 'chat') return api.send({ type: 'chat_id', id: address.chat }, message);
  try {
    return await api.reply(address.messageId, message, address.chat);
  } catch (error) {
    if (!isOneOf(error, messageGone) || !address.chat) throw error;
    return api.send({ type: 'chat_id', id: address.chat }, message);
  }
}

/** A text message reads `<at …>` and other tags; what users typed must not. */
function textContent(reply: Reply): string {
  const words = replyText(reply).replace(/<(?=[a-z/])/gi, '＜');
  return JSON.stringify({ text: words.length > longestText ? `${words.slice(0, longestText)}…` : words });
}

/** A card can only be replaced by a card: the plainest there is. */
function wordsOnly(reply: Reply): Reply {
  return { lang: reply.lang, tone: reply.tone, blocks: [{ type: 'note', text: replyText(reply) }] };
}

function isOneOf(error: unknown, codes: ReadonlySet<unknown>): error is OutsideError {
  return error instanceof OutsideError && codes.has(error.code);
}
