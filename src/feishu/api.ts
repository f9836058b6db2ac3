/** The few calls of the Feishu Open Platform the bot makes, over fetch, with one token shared by all of them. */
import type { Clock, Log } from '../ports.ts';
import { OutsideError } from '../ports.ts';
import { feishuBytes, feishuCall, type Reach } from './call.ts';
import { type Json, record, text } from './feishu-event.ts';
import { tenantTokens } from './tenant-token.ts';

export interface FeishuApiSettings {
  readonly appId: string;
  readonly appSecret: string;
  /** `feishu`, `lark` or a base URL (a private deployment). */
  readonly domain: string;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly log: Log;
  readonly timeoutMs?: number;
}

/** What is sent: `content` is a JSON text, `uuid` the name of the attempt. */
export interface Outgoing {
  readonly msgType: 'text' | 'interactive';
  readonly content: string;
  readonly uuid: string;
}

/** Every call throws OutsideError only. */
export interface FeishuApi {
  send(to: { type: 'chat_id' | 'open_id'; id: string }, message: Outgoing): Promise<{ messageId: string }>;
  reply(messageId: string, message: Outgoing): Promise<{ messageId: string }>;
  /** Redraws a card of this bot. */
  patch(messageId: string, content: string): Promise<void>;
  /** A file somebody attached to a message; more than `most` bytes are refused with the code `too-large`. */
  resource(messageId: string, key: string, most: number): Promise<Uint8Array>;
  botInfo(): Promise<{ openId: string; name: string }>;
}

const bases: Readonly<Record<string, string>> = {
  feishu: 'https://open.feishu.cn',
  lark: 'https://open.larksuite.com',
};

/** Codes for a token that is no longer good: in HTTP 400 as documented, in HTTP 200 as seen. */
const spentToken: ReadonlySet<unknown> = new Set([99991661, 99991663, 99991664, 99991665]);

export function createFeishuApi(settings: FeishuApiSettings): FeishuApi {
  const reach: Reach = {
    base: baseOf(settings.domain),
    // Called without a receiver: a Worker's fetch refuses another `this`.
    fetch: (input, init) => settings.fetch.call(globalThis, input, init),
    timeoutMs: settings.timeoutMs ?? 10_000,
  };
  const tokens = tenantTokens(reach, settings);

  const call = (method: string, path: string, body?: Json) =>
    withToken((token) => feishuCall(reach, { method, path, body, token }));

  /** A token refused although it was good is fetched anew, once. */
  async function withToken<Value>(attempt: (token: string) => Promise<Value>): Promise<Value> {
    const token = await tokens.get();
    try {
      return await attempt(token);
    } catch (error) {
      if (!(error instanceof OutsideError) || !spentToken.has(error.code)) throw error;
      settings.log.warn('the tenant token was refused and is fetched anew', { code: error.code });
      tokens.drop(token);
      return attempt(await tokens.get());
    }
  }

  return {
    async send(to, message) {
      const path = `/open-apis/im/v1/messages?receive_id_type=${to.type}`;
      return shown(await call('POST', path, { receive_id: to.id, ...posted(message) }));
    },
    async reply(messageId, message) {
      const path = `/open-apis/im/v1/messages/${encodeURIComponent(messageId)}/reply`;
      return shown(await call('POST', path, posted(message)));
    },
    async patch(messageId, content) {
      await call('PATCH', `/open-apis/im/v1/messages/${encodeURIComponent(messageId)}`, { content });
    },
    resource(messageId, key, most) {
      const ids = [messageId, key].map(encodeURIComponent);
      const path = `/open-apis/im/v1/messages/${ids[0]}/resources/${ids[1]}?type=file`;
      return withToken((token) => feishuBytes(reach, { method: 'GET', path, token }, most));
    },
    async botInfo() {
      const bot = record((await call('GET', '/open-apis/bot/v3/info')).bot);
      const openId = text(bot?.open_id);
      if (!openId) throw new OutsideError('Feishu did not say who the bot is', { retryable: true });
      return { openId, name: text(bot?.app_name) ?? '' };
    },
  };
}

function posted(message: Outgoing): Json {
  return { msg_type: message.msgType, content: message.content, uuid: message.uuid };
}

function shown(answer: Json): { messageId: string } {
  const messageId = text(record(answer.data)?.message_id);
  if (!messageId) throw new OutsideError('Feishu answered without a message id', { retryable: true });
  return { messageId };
}

/** The address without a slash at its end. */
function baseOf(domain: string): string {
  return (bases[domain] ?? domain).replace(/\/+$/, '').replace(/\/open-apis$/, '');
}
