/** Files, rung phones, readers, speech and the directory of the fake Feishu, with the rights it asks for each. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../../../src/ports.ts';
import type { ApiCall } from './fake-api.ts';
import type { FakeApp } from './fake-app.ts';
import type { CallName, FaultList } from './fake-errors.ts';
import type { FakeMessages } from './fake-messages.ts';
import type { FakeTokens } from './fake-tokens.ts';

export interface FakeMore {
  /** Files by the message they came in and their key: only the pair fetches them. */
  readonly attached: Map<string, Uint8Array>;
  readonly uploaded: { readonly key: string; readonly type: string; readonly name: string; readonly bytes: number }[];
  /** What was uploaded, by its key. */
  readonly files: Map<string, Uint8Array>;
  readonly buzzes: { readonly messageId: string; readonly openIds: readonly string[] }[];
  readonly readers: Map<string, readonly string[]>;
  /** The people of a group the bot is in, by chat. */
  readonly members: Map<string, readonly string[]>;
  /** People by open id. Fields without their scope are simply absent. */
  readonly people: Map<string, { readonly name: string; readonly departments?: readonly string[] }>;
  readonly departments: Map<string, string>;
  /** The department above each that has one. */
  readonly above: Map<string, string>;
  /** What the app's administrators let it see. */
  readonly visible: { departments: string[]; people: string[] };
  /** People outside the app's contact scope: 41050. */
  readonly outside: Set<string>;
  readonly contactScopes: { departmentIds: boolean; departmentNames: boolean; names: boolean };
  readonly speech: FakeSpeech;
  attach(messageId: string, key: string, bytes: Uint8Array | string): void;
}

/** It knows no words: it gives those it was told, for anything that sounds like a voice. */
export interface FakeSpeech {
  says: string;
  /** Free editions have none. */
  edition: 'paid' | 'free';
  readonly heard: { readonly name: string; readonly seconds: number; readonly at: number }[];
}

export function fakeMore(): FakeMore {
  const attached = new Map<string, Uint8Array>();
  return {
    attached,
    ...{
      uploaded: [],
      files: new Map(),
      buzzes: [],
      readers: new Map(),
      members: new Map(),
      people: new Map(),
      departments: new Map(),
    },
    above: new Map(),
    visible: { departments: [], people: [] },
    outside: new Set(),
    contactScopes: { departmentIds: true, departmentNames: true, names: true },
    speech: { says: '', edition: 'paid', heard: [] },
    attach(messageId, key, bytes) {
      attached.set(`${messageId}/${key}`, typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes);
    },
  };
}

interface Behind {
  readonly more: FakeMore;
  readonly messages: FakeMessages;
  readonly tokens: FakeTokens;
  readonly app: FakeApp;
  readonly clock: Clock;
  readonly faults: FaultList;
  readonly calls: ApiCall[];
}

type Answer = { readonly status: number; readonly body: object | Uint8Array };
type Route = readonly [method: string, path: RegExp, name: CallName, answer: (asked: Asked, behind: Behind) => Answer];

interface Asked {
  readonly url: URL;
  readonly ids: readonly string[];
  readonly body: Buffer;
  readonly type: string;
}

const mostUploaded = 30 * 1024 * 1024;
const ok = (data: object): Answer => ({ status: 200, body: { code: 0, msg: 'success', data } });
const error = (code: number, msg: string, status = 400): Answer => ({
  status,
  body: { code, msg, error: { log_id: 'fake-log' } },
});

const routes: readonly Route[] = [
  ['GET', /^\/open-apis\/im\/v1\/messages\/([^/]+)\/resources\/([^/]+)$/, 'resource', resource],
  ['POST', /^\/open-apis\/im\/v1\/files$/, 'upload', upload],
  ['PATCH', /^\/open-apis\/im\/v1\/messages\/([^/]+)\/urgent_app$/, 'urgent', urgent],
  ['GET', /^\/open-apis\/im\/v1\/messages\/([^/]+)\/read_users$/, 'readers', readUsers],
  ['GET', /^\/open-apis\/im\/v1\/chats\/([^/]+)\/members$/, 'members', members],
  ['POST', /^\/open-apis\/speech_to_text\/v1\/speech\/file_recognize$/, 'speech', recognise],
  ['POST', /^\/open-apis\/contact\/v3\/users\/basic_batch$/, 'names', names],
  ['GET', /^\/open-apis\/contact\/v3\/users\/batch$/, 'users', users],
  ['GET', /^\/open-apis\/contact\/v3\/scopes$/, 'visible', visible],
  ['GET', /^\/open-apis\/contact\/v3\/departments\/([^/]+)\/children$/, 'children', children],
  ['GET', /^\/open-apis\/contact\/v3\/users\/find_by_department$/, 'belonging', belonging],
  ['GET', /^\/open-apis\/contact\/v3\/departments\/([^/]+)$/, 'department', department],
];

/** @returns whether the call was one of these and is answered */
export async function answerMore(behind: Behind, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const url = new URL(request.url ?? '/', 'http://fake');
  const route = routes.find(([method, path]) => method === request.method && path.test(url.pathname));
  if (!route) return false;
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const token = (request.headers.authorization ?? '').replace(/^Bearer /, '');
  const ids = (route[1].exec(url.pathname) ?? []).slice(1).map(decodeURIComponent);
  const type = request.headers['content-type'] ?? '';
  const body = Buffer.concat(chunks);
  const { method = '' } = request;
  const asked = { url, ids, body, type };
  behind.calls.push({ name: route[2], method, path: url.pathname, body: jsonIn(asked), query: url.search, token });
  const fault = behind.faults.take(route[2]);
  if (fault?.as === 'drop') {
    request.socket.destroy();
    return true;
  }
  const answer = fault
    ? error(fault.error?.code ?? 99991400, fault.error?.msg ?? 'ordered', fault.error?.status ?? 429)
    : behind.tokens.good(token)
      ? route[3](asked, behind)
      : error(99991663, 'Invalid access token', behind.tokens.spentStatus);
  const bytes = answer.body instanceof Uint8Array;
  response.writeHead(answer.status, { 'content-type': bytes ? 'application/octet-stream' : 'application/json' });
  response.end(bytes ? answer.body : JSON.stringify(answer.body));
  return true;
}

function jsonIn({ body, type }: Asked): Record<string, unknown> {
  return type.startsWith('application/json') ? (JSON.parse(body.toString('utf8')) as Record<string, unknown>) : {};
}

const mostASecond = 20;

/** What the documentation asks for, and what no engine could do without: a whole number of samples, not silent. */
function recognise(asked: Asked, { more, app, clock }: Behind): Answer {
  if (!app.scopes.has('speech_to_text:speech'))
    return error(99991672, 'Access denied. One of the following scopes is required: [speech_to_text:speech].');
  if (more.speech.edition === 'free') return error(1040103, 'not supported by this edition');
  const now = clock.now().getTime();
  if (more.speech.heard.filter(({ at }) => now - at < 1000).length >= mostASecond)
    return error(99991400, 'request trigger frequency limit', 429);
  const { speech, config } = jsonIn(asked) as { speech?: { speech?: unknown }; config?: Record<string, unknown> };
  const text = speech?.speech;
  const named = typeof config?.file_id === 'string' && /^\w{16}$/.test(config.file_id);
  if (!named || config?.format !== 'pcm' || config.engine_type !== '16k_auto') return error(1040101, 'invalid param');
  if (typeof text !== 'string' || !/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text))
    return error(1040101, 'invalid param');
  const pcm = Buffer.from(text, 'base64');
  const seconds = pcm.length / 32_000;
  if (pcm.length === 0 || pcm.length % 2 !== 0 || seconds > 60) return error(1040101, 'invalid param');
  more.speech.heard.push({ name: String(config.file_id), seconds, at: now });
  return ok({ recognition_text: loudness(pcm) > 200 ? more.speech.says : '' });
}

/** Root mean square of the samples; noise from a wrong format is as loud as it gets, so that is none either. */
function loudness(pcm: Buffer): number {
  let sum = 0;
  for (let at = 0; at < pcm.length; at += 2) sum += pcm.readInt16LE(at) ** 2;
  const loud = Math.sqrt(sum / (pcm.length / 2));
  return loud < 15_000 ? loud : 0;
}

function resource({ url, ids }: Asked, { more }: Behind): Answer {
  if (!['file', 'image'].includes(url.searchParams.get('type') ?? '')) return error(234001, 'Invalid request param.');
  const bytes = more.attached.get(ids.join('/'));
  return bytes ? { status: 200, body: bytes } : error(234003, 'File not in msg.');
}

function upload({ body, type }: Asked, { more, messages, app }: Behind): Answer {
  if (!app.scopes.has('im:resource') && !app.scopes.has('im:resource:upload'))
    return error(
      99991672,
      'Access denied. One of the following scopes is required: [im:resource, im:resource:upload].',
    );
  const boundary = /boundary=(.+)$/.exec(type)?.[1];
  if (!boundary) return error(234001, 'Invalid request param.');
  const text = body.toString('latin1');
  const value = (name: string) => new RegExp(`name="${name}"\\r\\n\\r\\n([^\\r]*)`).exec(text)?.[1] ?? '';
  const file = partOf(text, boundary);
  if (file.length === 0) return error(234010, "File's size can't be 0.");
  if (file.length > mostUploaded) return error(234006, 'The file size exceed the max value.');
  const key = `file_v3_${more.uploaded.length + 1}`;
  const name = Buffer.from(value('file_name'), 'latin1').toString('utf8');
  more.files.set(key, Buffer.from(file, 'latin1'));
  messages.uploads.set(key, name);
  more.uploaded.push({ key, type: value('file_type'), name, bytes: file.length });
  return ok({ file_key: key });
}

/** The bytes of the file, up to the boundary behind them: they may hold anything. The SDK gives the part no name. */
function partOf(text: string, boundary: string): string {
  const head = /name="file"(?:; filename="[^"]*")?\r\n(?:[^\r]+\r\n)*\r\n/.exec(text);
  const start = head ? head.index + head[0].length : text.length;
  return text.slice(start, text.indexOf(`\r\n--${boundary}`, start));
}

function urgent({ ids, body }: Asked, { more, messages }: Behind): Answer {
  const [messageId = ''] = ids;
  const shown = messages.find(messageId);
  if (!shown) return error(99992354, 'message_id unknown');
  if (shown.from !== 'bot') return error(230012, 'Bot is NOT the sender of the message.');
  const openIds = (JSON.parse(body.toString('utf8')) as { user_id_list: string[] }).user_id_list;
  if (openIds.length > 200) return error(230023, 'more than 200');
  more.buzzes.push({ messageId, openIds });
  return ok({ invalid_user_id_list: [] });
}

const readersMs = 7 * 24 * 3600 * 1000;
/** Everybody in the fake reads five minutes after it came. */
const readingMs = 5 * 60 * 1000;

function readUsers({ url, ids }: Asked, { more, messages, app, clock }: Behind): Answer {
  const [messageId = ''] = ids;
  const shown = messages.find(messageId);
  if (!['im:message:readonly', 'im:message', 'im:message:basic'].some((scope) => app.scopes.has(scope)))
    return error(99991672, 'Access denied. One of the following scopes is required: [im:message:readonly].');
  if (!shown) return error(99992354, 'message_id unknown');
  if (shown.from !== 'bot') return error(230012, 'Bot is NOT the sender of the message.');
  if (shown.recalled) return error(230110, 'Action unavailable as the message has been deleted.');
  if (clock.now().getTime() - shown.at.getTime() > readersMs)
    return error(230033, 'Get the reading status must be done within 7 days after the message is sent.');
  if (url.searchParams.get('user_id_type') !== 'open_id') return error(230001, 'user_id_type is required');
  const start = Number(url.searchParams.get('page_token') ?? 0);
  const size = Number(url.searchParams.get('page_size') ?? 20);
  const all = more.readers.get(messageId) ?? [];
  const timestamp = String(shown.at.getTime() + readingMs);
  const items = all.slice(start, start + size).map((user_id) => ({ user_id_type: 'open_id', user_id, timestamp }));
  const hasMore = all.length > start + size;
  return ok({ items, has_more: hasMore, ...(hasMore ? { page_token: String(start + size) } : {}) });
}

/** The people of a group, bots left out; only with a scope for it, and only while the bot is one of them. */
function members({ url, ids }: Asked, { more, app }: Behind): Answer {
  const able = ['im:chat.members:read', 'im:chat:readonly', 'im:chat'];
  if (!able.some((scope) => app.scopes.has(scope)))
    return error(99991672, `Access denied. One of the following scopes is required: [${able.join(', ')}].`);
  const all = more.members.get(ids[0] ?? '');
  if (!all) return error(232011, 'Operator can NOT be out of the chat.');
  const start = Number(url.searchParams.get('page_token') ?? 0);
  const size = Number(url.searchParams.get('page_size') ?? 20);
  const items = all
    .slice(start, start + size)
    .map((member_id) => ({ member_id_type: 'open_id', member_id, name: more.people.get(member_id)?.name ?? '' }));
  const hasMore = all.length > start + size;
  return ok({ items, has_more: hasMore, ...(hasMore ? { page_token: String(start + size) } : {}) });
}

/** Gives names whatever the contact scope is. */
function names({ body }: Asked, { more }: Behind): Answer {
  const ids = (JSON.parse(body.toString('utf8')) as { user_ids?: string[] }).user_ids ?? [];
  if (ids.length === 0 || ids.length > 10) return error(40001, 'param is invalid');
  const named = (id: string) => more.people.get(id)?.name ?? id.replace(/^ou_/, '');
  return ok({ users: ids.map((id) => ({ user_id: id, name: named(id) })) });
}

function users({ url }: Asked, { more }: Behind): Answer {
  const ids = url.searchParams.getAll('user_ids');
  if (ids.length === 0 || ids.length > 50) return error(40001, 'param is invalid');
  if (ids.some((id) => more.outside.has(id))) return error(41050, 'no user authority error');
  const items = ids.flatMap((open_id) => {
    const known = more.people.get(open_id);
    if (!known) return [];
    const departments = more.contactScopes.departmentIds ? { department_ids: known.departments ?? [] } : {};
    return [{ open_id, ...departments }];
  });
  return ok({ items });
}

/** One page of a list, in the shape all of them share. */
function pageOf(url: URL, all: readonly object[], most: number): Answer {
  const start = Number(url.searchParams.get('page_token') ?? 0);
  const size = Number(url.searchParams.get('page_size') ?? 10);
  if (size > most) return error(40001, 'page_size is too large');
  const hasMore = all.length > start + size;
  const items = all.slice(start, start + size);
  return ok({
    ...(items.length > 0 ? { items } : {}),
    has_more: hasMore,
    ...(hasMore && { page_token: String(start + size) }),
  });
}

function visible(_asked: Asked, { more, app }: Behind): Answer {
  if (!app.scopes.has('contact:contact.base:readonly'))
    return error(99991672, 'Access denied. One of the following scopes is required: [contact:contact.base:readonly].');
  return ok({ department_ids: more.visible.departments, user_ids: more.visible.people, has_more: false });
}

function isUnder(more: FakeMore, id: string, top: string): boolean {
  const above = more.above.get(id);
  return above !== undefined && (above === top || isUnder(more, above, top));
}

function isVisible(more: FakeMore, id: string): boolean {
  return more.visible.departments.some((top) => top === id || isUnder(more, id, top));
}

function children({ url, ids }: Asked, { more }: Behind): Answer {
  const [top = ''] = ids;
  if (!isVisible(more, top)) return error(40004, 'no dept authority error', 403);
  const under = [...more.departments].filter(([id]) => isUnder(more, id, top));
  const items = under.map(([id, name]) => ({
    open_department_id: id,
    ...(more.contactScopes.departmentNames ? { name } : {}),
  }));
  return pageOf(url, items, 50);
}

function belonging({ url }: Asked, { more }: Behind): Answer {
  const department = url.searchParams.get('department_id') ?? '';
  if (!isVisible(more, department)) return error(40004, 'no dept authority error', 403);
  const own = [...more.people].filter(([, { departments }]) => departments?.includes(department));
  const items = own.map(([open_id, { name }]) => ({ open_id, ...(more.contactScopes.names ? { name } : {}) }));
  return pageOf(url, items, 50);
}

function department({ ids }: Asked, { more }: Behind): Answer {
  const name = more.departments.get(ids[0] ?? '');
  if (name === undefined) return error(40004, 'no dept authority error', 403);
  return ok({ department: more.contactScopes.departmentNames ? { name } : {} });
}
