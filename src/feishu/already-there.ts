/** What of a reply is in the chat already, where its key no longer tells: asked before a late try sends anything. */
import { type Address, type LateTry, OutsideError } from '../ports.ts';
import type { FeishuApi } from './api.ts';
import { type Json, record, text } from './feishu-event.ts';

/** Feishu's clock and ours may differ by so much. */
const skewMs = 60_000;
const mostPages = 20;

/**
 * Feishu knows a `uuid` for one hour only: after that a reply whose response was lost would show twice. So the chat is
 * read back. A reply is told by who sent it (this app), by what it answers, and by no delivery of the ledger having
 * it: within a chat one is sent after the other, so nothing else can stand there unknown. Its words do not help: of
 * cards the history gives only a stand-in.
 *
 * Where the chat cannot be read nothing is sent: an answer may then be missing, which the failed delivery shows (log,
 * doctor, metrics), but the ledger has what was told; the same receipt twice would look like two records.
 * @returns the messages found, in their order
 * @throws OutsideError with the code `unsure` where the chat cannot be read at all
 */
export async function alreadyThere(api: FeishuApi, address: Address, late: LateTry): Promise<string[]> {
  const chat = address.to === 'person' ? late.chat : address.chat;
  if (!chat?.startsWith('oc_')) throw unsure('its chat is not known');
  const found: string[] = [];
  let page: string | undefined;
  for (let count = 0; count < mostPages; count += 1) {
    const { items, next } = await messagesOf(api, { chat, from: new Date(late.since.getTime() - skewMs), page });
    for (const item of items) {
      const messageId = text(item.message_id);
      if (messageId && isOurs(item, api.appId) && answers(item, address) && !late.known(messageId))
        found.push(messageId);
    }
    if (!next) return found;
    page = next;
  }
  throw unsure('more was said since than is read');
}

async function messagesOf(api: FeishuApi, asked: { chat: string; from: Date; page: string | undefined }) {
  try {
    return await api.messages(asked.chat, asked.from, asked.page);
  } catch (error) {
    if (!(error instanceof OutsideError) || error.retryable) throw error;
    throw unsure('its chat may not be read (im:message:readonly, in groups im:message.group_msg)', error);
  }
}

function isOurs(item: Json, appId: string): boolean {
  return item.deleted !== true && record(item.sender)?.id === appId;
}

/** An answer to a message that is gone stands in the chat by itself. */
function answers(item: Json, address: Address): boolean {
  const parent = text(item.parent_id);
  return parent === undefined || (address.to === 'message' && parent === address.messageId);
}

function unsure(why: string, cause?: unknown): OutsideError {
  const message = `whether a reply sent over an hour ago has arrived cannot be found out: ${why}; it is not sent again`;
  return new OutsideError(message, { retryable: false, code: 'unsure', cause });
}
