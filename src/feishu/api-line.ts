/** The line to the Feishu Open Platform: one token shared by all calls, each in its turn, lists read to their end. */
import type { Clock, Log } from '../ports.ts';
import { OutsideError } from '../ports.ts';
import { baseOf } from './base.ts';
import { feishuCall, type Reach } from './call.ts';
import { type Json, record, text } from './feishu-event.ts';
import { createPace } from './pace.ts';
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
  /** How the client waits for its turn; the wall clock unless told otherwise. */
  readonly pause?: (ms: number) => Promise<void>;
}

/**
 * Feishu counts messages per chat or person (5 a second), and each sort of call per app (50 a second, 1,000 a minute;
 * message create, reply and patch). It counts them as they arrive, so a little is left for what the net does to them.
 */
const everySecond = { most: 49, ms: 1010 };
const everyMinute = { most: 1000, ms: 60_000 };
const rules = {
  create: { all: [everySecond, everyMinute], lane: { most: 5, ms: 1050 } },
  reply: { all: [everySecond, everyMinute], lane: { most: 5, ms: 1050 } },
  patch: { all: [everySecond, everyMinute], lane: { most: 5, ms: 1050 } },
  // The lists of chats and of the directory have a tier of their own each; a little below the narrowest of them.
  pages: { all: [{ most: 40, ms: 1010 }, everyMinute] },
  // Shared with the tenant's other apps (speech_to_text, file_recognize).
  speech: { all: [{ most: 15, ms: 1010 }] },
};

/** Codes for a token that is no longer good: in HTTP 400 as documented, in HTTP 200 as seen. */
const spentToken: ReadonlySet<unknown> = new Set([99991661, 99991663, 99991664, 99991665]);

const mostPages = 200;

/** What the calls are made with. */
export interface ApiLine {
  readonly reach: Reach;
  call(method: string, path: string, body?: Json): Promise<Json>;
  /** Waits its turn, and lets the others wait where Feishu says that it is too much. */
  paced<Value>(sort: keyof typeof rules, lane: string, send: () => Promise<Value>): Promise<Value>;
  /** A token refused although it was good is fetched anew, once. */
  withToken<Value>(attempt: (token: string) => Promise<Value>): Promise<Value>;
  /** All pages or none: whoever is missing from a list cut short would be taken for gone. */
  pagesOf(path: string, asked: Readonly<Record<string, string>>): Promise<Json[]>;
  allPages(path: string, asked: Readonly<Record<string, string>>): Promise<Json[]>;
}

export function apiLine(settings: FeishuApiSettings): ApiLine {
  const reach: Reach = {
    base: baseOf(settings.domain),
    // Called without a receiver: a Worker's fetch refuses another `this`.
    fetch: (input, init) => settings.fetch.call(globalThis, input, init),
    timeoutMs: settings.timeoutMs ?? 10_000,
  };
  const tokens = tenantTokens(reach, settings);
  const pace = createPace(rules, settings);

  const call = (method: string, path: string, body?: Json) =>
    withToken((token) => feishuCall(reach, { method, path, body, token }));

  async function paced<Value>(sort: keyof typeof rules, lane: string, send: () => Promise<Value>): Promise<Value> {
    await pace.turn(sort, lane);
    try {
      return await send();
    } catch (error) {
      const wait = error instanceof OutsideError && error.code === 99991400 ? error.retryAfterMs : undefined;
      if (wait !== undefined) pace.hold(sort, wait);
      throw error;
    }
  }

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

  async function pagesOf(path: string, asked: Readonly<Record<string, string>>): Promise<Json[]> {
    const read: Json[] = [];
    let token = '';
    do {
      const query = new URLSearchParams({ ...asked, ...(token && { page_token: token }) });
      const page = record((await paced('pages', '', () => call('GET', `${path}?${query}`))).data) ?? {};
      read.push(page);
      token = page.has_more === true ? (text(page.page_token) ?? '') : '';
      if (token !== '' && read.length >= mostPages)
        throw new OutsideError(`${path} has more than ${mostPages} pages`, { retryable: false, code: 'too-many' });
    } while (token !== '');
    return read;
  }

  async function allPages(path: string, asked: Readonly<Record<string, string>>): Promise<Json[]> {
    return (await pagesOf(path, asked)).flatMap((page) => records(page.items));
  }

  return { reach, call, paced, withToken, pagesOf, allPages };
}

export function records(list: unknown): Json[] {
  return (Array.isArray(list) ? list : []).map(record).filter((one) => one !== undefined);
}
