/** The few calls of the Feishu Open Platform the bot makes, over fetch, with one token shared by all of them. */
import type { Clock, Log } from '../ports.ts';
import { OutsideError } from '../ports.ts';
import { baseOf } from './base.ts';
import { feishuBytes, feishuCall, type Reach, serverTime } from './call.ts';
import { toBase64 } from './crypto.ts';
import { instant, type Json, record, text } from './feishu-event.ts';
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

/** What is sent: `content` is a JSON text, `uuid` the name of the attempt. */
export interface Outgoing {
  readonly msgType: 'text' | 'interactive' | 'file';
  readonly content: string;
  readonly uuid: string;
}

/** Every call throws OutsideError only. */
export interface FeishuApi {
  /** As whom it sends. */
  readonly appId: string;
  /** Goes out when Feishu's rate limits allow it: per chat or person, and for the app as a whole. */
  send(to: { type: 'chat_id' | 'open_id'; id: string }, message: Outgoing): Promise<{ messageId: string }>;
  /** @param chat the chat of the message, whose rate it counts against */
  reply(messageId: string, message: Outgoing, chat: string): Promise<{ messageId: string }>;
  /** Redraws a card of this bot. */
  patch(messageId: string, content: string): Promise<void>;
  /** Rings the phones of these people for a message of this bot's own. */
  buzz(messageId: string, openIds: readonly string[]): Promise<void>;
  /** A file somebody attached to a message; more than `most` bytes are refused with the code `too-large`. */
  resource(messageId: string, key: string, most: number): Promise<Uint8Array>;
  /** @returns the key under which the file can be sent; at most 30 MB */
  upload(file: { readonly name: string; readonly bytes: Uint8Array }): Promise<string>;
  /**
   * What is said in at most 60 s of speech: 16,000 samples a second, signed 16 bit, one channel.
   * @param name 16 letters and digits that name the voice
   */
  words(name: string, pcm: Uint8Array): Promise<string>;
  /** Who has read a message of this bot's own. */
  readers(messageId: string): Promise<readonly { readonly id: string; readonly at?: Date }[]>;
  /** The people in a group; bots are none. */
  members(chat: string): Promise<readonly { readonly id: string; readonly name?: string }[]>;
  /** At most ten open ids at a time. */
  names(openIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Departments of people, by open id; what the app may not see is missing. At most 50 at a time. */
  departmentsOf(openIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
  departmentName(id: string): Promise<string | undefined>;
  /** What of the directory the app may see: departments with all under them, and single people. */
  visible(): Promise<{ readonly departments: readonly string[]; readonly people: readonly string[] }>;
  /** All departments under this one, however deep. */
  departmentsUnder(id: string): Promise<readonly { readonly id: string; readonly name?: string }[]>;
  /** Whoever belongs to this department itself; the name is missing without the scope for it. */
  peopleIn(department: string): Promise<readonly { readonly id: string; readonly name?: string }[]>;
  /** `status` is the bot's `activate_status`: 2 is in use. */
  botInfo(): Promise<{ openId: string; name: string; status?: number }>;
  /** The message as it reads now; a forwarded bundle is followed by the messages in it. */
  message(messageId: string): Promise<readonly Json[]>;
  /** A page of a chat's messages from then on, oldest first. */
  messages(chat: string, from: Date, page?: string): Promise<{ items: readonly Json[]; next?: string }>;
  /** The scopes granted to the app. */
  scopes(): Promise<readonly string[]>;
  /** How the app is published and what it is subscribed to; what Feishu does not tell is missing. */
  app(appId: string): Promise<AppState>;
  /** What Feishu's clock shows; undefined where it does not say. */
  serverTime(): Promise<Date | undefined>;
}

export interface AppState {
  readonly published: boolean;
  readonly mode?: 'webhook' | 'websocket';
  readonly requestUrl?: string;
  readonly events?: readonly string[];
  readonly callbacks?: readonly string[];
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

export function createFeishuApi(settings: FeishuApiSettings): FeishuApi {
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

  /** Waits its turn, and lets the others wait where Feishu says that it is too much. */
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

  /** All pages or none: whoever is missing from a list cut short would be taken for gone. */
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

  return {
    appId: settings.appId,
    send(to, message) {
      const path = `/open-apis/im/v1/messages?receive_id_type=${to.type}`;
      return paced('create', to.id, async () =>
        shown(await call('POST', path, { receive_id: to.id, ...posted(message) })),
      );
    },
    reply(messageId, message, chat) {
      const path = `/open-apis/im/v1/messages/${encodeURIComponent(messageId)}/reply`;
      return paced('reply', chat, async () => shown(await call('POST', path, posted(message))));
    },
    async patch(messageId, content) {
      const path = `/open-apis/im/v1/messages/${encodeURIComponent(messageId)}`;
      await paced('patch', messageId, () => call('PATCH', path, { content }));
    },
    async buzz(messageId, openIds) {
      const path = `/open-apis/im/v1/messages/${encodeURIComponent(messageId)}/urgent_app?user_id_type=open_id`;
      await call('PATCH', path, { user_id_list: openIds });
    },
    resource(messageId, key, most) {
      const ids = [messageId, key].map(encodeURIComponent);
      const path = `/open-apis/im/v1/messages/${ids[0]}/resources/${ids[1]}?type=file`;
      return withToken((token) => feishuBytes(reach, { method: 'GET', path, token }, most));
    },
    async upload({ name, bytes }) {
      const form = new FormData();
      form.set('file_type', uploadType(name));
      form.set('file_name', name);
      form.set('file', new Blob([bytes as Uint8Array<ArrayBuffer>]), name);
      const sent = (token: string) =>
        feishuCall(reach, { method: 'POST', path: '/open-apis/im/v1/files', form, token });
      const key = text(record((await withToken(sent)).data)?.file_key);
      if (!key) throw new OutsideError('Feishu gave no key for the file', { retryable: true });
      return key;
    },
    async words(name, pcm) {
      const path = '/open-apis/speech_to_text/v1/speech/file_recognize';
      const config = { file_id: name, format: 'pcm', engine_type: '16k_auto' };
      const body = { speech: { speech: toBase64(pcm) }, config };
      const read = await paced('speech', '', () => call('POST', path, body));
      return text(record(read.data)?.recognition_text)?.trim() ?? '';
    },
    async readers(messageId) {
      const path = `/open-apis/im/v1/messages/${encodeURIComponent(messageId)}/read_users`;
      const items = await allPages(path, { user_id_type: 'open_id', page_size: '100' });
      return items.flatMap((item) => {
        const [id, at] = [text(item.user_id), instant(item.timestamp)];
        return id ? [{ id, ...(at ? { at } : {}) }] : [];
      });
    },
    async members(chat) {
      const path = `/open-apis/im/v1/chats/${encodeURIComponent(chat)}/members`;
      const items = await allPages(path, { member_id_type: 'open_id', page_size: '100' });
      return items.flatMap((item) => {
        const [id, name] = [text(item.member_id), text(item.name)];
        return id ? [{ id, ...(name ? { name } : {}) }] : [];
      });
    },
    async names(openIds) {
      const path = '/open-apis/contact/v3/users/basic_batch?user_id_type=open_id';
      const users = record((await call('POST', path, { user_ids: openIds })).data)?.users;
      return new Map(
        records(users).flatMap((one) => {
          const [id, name] = [text(one.user_id), text(one.name)];
          return id && name ? [[id, name] as const] : [];
        }),
      );
    },
    async departmentsOf(openIds) {
      const asked = new URLSearchParams([
        ['user_id_type', 'open_id'],
        ['department_id_type', 'open_department_id'],
        ...openIds.map((id) => ['user_ids', id]),
      ]);
      const read = record((await call('GET', `/open-apis/contact/v3/users/batch?${asked}`)).data);
      return new Map(
        records(read?.items).flatMap((item) => {
          const id = text(item.open_id);
          const ids = Array.isArray(item.department_ids) ? item.department_ids : [];
          return id ? [[id, ids.flatMap((one) => text(one) ?? [])] as const] : [];
        }),
      );
    },
    async departmentName(id) {
      const path = `/open-apis/contact/v3/departments/${encodeURIComponent(id)}?department_id_type=open_department_id`;
      const read = record((await call('GET', path)).data);
      return text(record(read?.department)?.name);
    },
    async visible() {
      const asked = { user_id_type: 'open_id', department_id_type: 'open_department_id', page_size: '100' };
      const pages = await pagesOf('/open-apis/contact/v3/scopes', asked);
      const ids = (page: Json, name: string) =>
        (Array.isArray(page[name]) ? page[name] : []).flatMap((one) => text(one) ?? []);
      return {
        departments: pages.flatMap((page) => ids(page, 'department_ids')),
        people: pages.flatMap((page) => ids(page, 'user_ids')),
      };
    },
    async departmentsUnder(id) {
      const path = `/open-apis/contact/v3/departments/${encodeURIComponent(id)}/children`;
      const asked = { department_id_type: 'open_department_id', fetch_child: 'true', page_size: '50' };
      return (await allPages(path, asked)).flatMap((item) => {
        const [own, name] = [text(item.open_department_id), text(item.name)];
        return own ? [{ id: own, ...(name ? { name } : {}) }] : [];
      });
    },
    async peopleIn(department) {
      const asked = {
        ...{ department_id: department, department_id_type: 'open_department_id' },
        ...{ user_id_type: 'open_id', page_size: '50' },
      };
      const items = await allPages('/open-apis/contact/v3/users/find_by_department', asked);
      return items.flatMap((item) => {
        const [id, name] = [text(item.open_id), text(item.name)];
        return id ? [{ id, ...(name ? { name } : {}) }] : [];
      });
    },
    async botInfo() {
      const bot = record((await call('GET', '/open-apis/bot/v3/info')).bot);
      const openId = text(bot?.open_id);
      if (!openId) throw new OutsideError('Feishu did not say who the bot is', { retryable: true });
      const status = typeof bot?.activate_status === 'number' ? { status: bot.activate_status } : {};
      return { openId, name: text(bot?.app_name) ?? '', ...status };
    },
    async scopes() {
      const read = record((await call('GET', '/open-apis/application/v6/scopes')).data);
      return records(read?.scopes).flatMap((one) => (one.grant_status === 1 ? (text(one.scope_name) ?? []) : []));
    },
    async app(appId) {
      const path = `/open-apis/application/v6/applications/${encodeURIComponent(appId)}`;
      const app = record(record((await call('GET', `${path}?lang=zh_cn`)).data)?.app);
      const version = text(app?.online_version_id);
      const read = version
        ? await call('GET', `${path}/app_versions/${encodeURIComponent(version)}?lang=zh_cn`)
        : undefined;
      const infos = record(record(read?.data)?.app_version)?.event_infos;
      return appState(app ?? {}, Array.isArray(infos) ? records(infos) : undefined);
    },
    serverTime: () => serverTime(reach),
    async message(messageId) {
      const path = `/open-apis/im/v1/messages/${encodeURIComponent(messageId)}`;
      return records(record((await call('GET', path)).data)?.items);
    },
    async messages(chat, from, page) {
      const asked = new URLSearchParams({
        container_id_type: 'chat',
        container_id: chat,
        start_time: String(Math.floor(from.getTime() / 1000)),
        sort_type: 'ByCreateTimeAsc',
        page_size: '50',
        ...(page ? { page_token: page } : {}),
      });
      const read = record((await call('GET', `/open-apis/im/v1/messages?${asked}`)).data);
      const next = read?.has_more === true ? text(read.page_token) : undefined;
      return { items: records(read?.items), ...(next ? { next } : {}) };
    },
  };
}

const mostPages = 200;

/** What Feishu shows of a file by its kind; everything it does not know is a stream of bytes. */
function uploadType(name: string): string {
  const end = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const types: Readonly<Record<string, string>> = { pdf: 'pdf', doc: 'doc', docx: 'doc', xls: 'xls', xlsx: 'xls' };
  return types[end] ?? 'stream';
}

function records(list: unknown): Json[] {
  return (Array.isArray(list) ? list : []).map(record).filter((one) => one !== undefined);
}

function posted(message: Outgoing): Json {
  return { msg_type: message.msgType, content: message.content, uuid: message.uuid };
}

function shown(answer: Json): { messageId: string } {
  const messageId = text(record(answer.data)?.message_id);
  if (!messageId) throw new OutsideError('Feishu answered without a message id', { retryable: true });
  return { messageId };
}

/** The newer console tells the subscription with the app, the older only the events of its published version. */
function appState(app: Json, infos: readonly Json[] | undefined): AppState {
  const [callback, event] = [record(app.callback_info), record(app.event)];
  const mode = text(event?.subscription_type) ?? text(callback?.callback_type);
  const requestUrl = text(event?.request_url) ?? text(callback?.request_url);
  const events = strings(event?.subscribed_events) ?? infos?.flatMap((one) => text(one.event_type) ?? []);
  const callbacks = strings(callback?.subscribed_callbacks);
  return {
    published: text(app.online_version_id) !== undefined,
    ...(mode === 'webhook' || mode === 'websocket' ? { mode } : {}),
    ...(requestUrl ? { requestUrl } : {}),
    ...(events ? { events } : {}),
    ...(callbacks ? { callbacks } : {}),
  };
}

function strings(list: unknown): string[] | undefined {
  return Array.isArray(list) ? list.flatMap((one) => text(one) ?? []) : undefined;
}
