/** Files, rung phones, readers and the directory of the fake Feishu, with the rights it asks for each. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FakeMessages } from './fake-messages.ts';
import type { FakeTokens } from './fake-tokens.ts';

export interface FakeMore {
  /** Files by the message they came in and their key: only the pair fetches them. */
  readonly attached: Map<string, Uint8Array>;
  readonly uploaded: { readonly key: string; readonly type: string; readonly name: string; readonly bytes: number }[];
  readonly buzzes: { readonly messageId: string; readonly openIds: readonly string[] }[];
  readonly readers: Map<string, readonly string[]>;
  /** People by open id. Fields without their scope are simply absent. */
  readonly people: Map<string, { readonly name: string; readonly departments?: readonly string[] }>;
  readonly departments: Map<string, string>;
  /** People outside the app's contact scope: 41050. */
  readonly outside: Set<string>;
  readonly contactScopes: { departmentIds: boolean; departmentNames: boolean };
  attach(messageId: string, key: string, bytes: Uint8Array | string): void;
}

export function fakeMore(): FakeMore {
  const attached = new Map<string, Uint8Array>();
  return {
    attached,
    ...{ uploaded: [], buzzes: [], readers: new Map(), people: new Map(), departments: new Map() },
    outside: new Set(),
    contactScopes: { departmentIds: true, departmentNames: true },
    attach(messageId, key, bytes) {
      attached.set(`${messageId}/${key}`, typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes);
    },
  };
}

interface Behind {
  readonly more: FakeMore;
  readonly messages: FakeMessages;
  readonly tokens: FakeTokens;
}

type Answer = { readonly status: number; readonly body: object | Uint8Array };
type Route = readonly [method: string, path: RegExp, answer: (asked: Asked, behind: Behind) => Answer];

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
  ['GET', /^\/open-apis\/im\/v1\/messages\/([^/]+)\/resources\/([^/]+)$/, resource],
  ['POST', /^\/open-apis\/im\/v1\/files$/, upload],
  ['PATCH', /^\/open-apis\/im\/v1\/messages\/([^/]+)\/urgent_app$/, urgent],
  ['GET', /^\/open-apis\/im\/v1\/messages\/([^/]+)\/read_users$/, readUsers],
  ['POST', /^\/open-apis\/contact\/v3\/users\/basic_batch$/, names],
  ['GET', /^\/open-apis\/contact\/v3\/users\/batch$/, users],
  ['GET', /^\/open-apis\/contact\/v3\/departments\/([^/]+)$/, department],
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
  const answer = behind.tokens.good(token)
    ? route[2]({ url, ids, body: Buffer.concat(chunks), type }, behind)
    : error(99991663, 'Invalid access token', behind.tokens.spentStatus);
  const bytes = answer.body instanceof Uint8Array;
  response.writeHead(answer.status, { 'content-type': bytes ? 'application/octet-stream' : 'application/json' });
  response.end(bytes ? answer.body : JSON.stringify(answer.body));
  return true;
}

function resource({ url, ids }: Asked, { more }: Behind): Answer {
  if (!['file', 'image'].includes(url.searchParams.get('type') ?? '')) return error(234001, 'Invalid request param.');
  const bytes = more.attached.get(ids.join('/'));
  return bytes ? { status: 200, body: bytes } : error(234003, 'File not in msg.');
}

function upload({ body, type }: Asked, { more }: Behind): Answer {
  const boundary = /boundary=(.+)$/.exec(type)?.[1];
  if (!boundary) return error(234001, 'Invalid request param.');
  const text = body.toString('latin1');
  const value = (name: string) => new RegExp(`name="${name}"\\r\\n\\r\\n([^\\r]*)`).exec(text)?.[1] ?? '';
  const file = /name="file"; filename="[^"]*"\r\n(?:[^\r]+\r\n)*\r\n([\s\S]*?)\r\n--/.exec(text)?.[1] ?? '';
  if (file.length === 0) return error(234010, "File's size can't be 0.");
  if (file.length > mostUploaded) return error(234006, 'The file size exceed the max value.');
  const key = `file_v3_${more.uploaded.length + 1}`;
  const name = Buffer.from(value('file_name'), 'latin1').toString('utf8');
  more.uploaded.push({ key, type: value('file_type'), name, bytes: file.length });
  return ok({ file_key: key });
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

function readUsers({ url, ids }: Asked, { more, messages }: Behind): Answer {
  const [messageId = ''] = ids;
  if (messages.find(messageId)?.from !== 'bot') return error(230012, 'Bot is NOT the sender of the message.');
  if (url.searchParams.get('user_id_type') !== 'open_id') return error(230001, 'user_id_type is required');
  const start = Number(url.searchParams.get('page_token') ?? 0);
  const size = Number(url.searchParams.get('page_size') ?? 20);
  const all = more.readers.get(messageId) ?? [];
  const items = all.slice(start, start + size).map((user_id) => ({ user_id_type: 'open_id', user_id, timestamp: '0' }));
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

function department({ ids }: Asked, { more }: Behind): Answer {
  const name = more.departments.get(ids[0] ?? '');
  if (name === undefined) return error(40004, 'no dept authority error', 403);
  return ok({ department: more.contactScopes.departmentNames ? { name } : {} });
}
