/** The Open Platform's side of the fake Feishu: a real HTTP server on this machine. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Clock } from '../../../src/ports.ts';
import type { FakeApp } from './fake-app.ts';
import { type CallName, type FakeError, type FaultList, fakeError } from './fake-errors.ts';
import type { FakeLimits } from './fake-limits.ts';
import type { FakeMessages, Shown } from './fake-messages.ts';
import { answerMore, type FakeMore } from './fake-more.ts';
import type { FakeSocket } from './fake-socket.ts';
import type { FakeTokens } from './fake-tokens.ts';

export interface FakeApi {
  readonly appId: string;
  readonly appSecret: string;
  readonly tenant: string;
  readonly bot: { readonly openId: string; readonly name: string };
  readonly tokens: FakeTokens;
  readonly messages: FakeMessages;
  readonly faults: FaultList;
  readonly limits: FakeLimits;
  readonly more: FakeMore;
  readonly calls: ApiCall[];
  readonly app: FakeApp;
  readonly socket: FakeSocket;
  readonly clock: Clock;
}

export interface ApiCall {
  readonly name: CallName;
  readonly method: string;
  readonly path: string;
  readonly body: Record<string, unknown>;
  /** `?…`, or nothing. */
  readonly query: string;
  readonly token: string;
}

type Answer = { readonly status: number; readonly body: object; readonly headers?: Readonly<Record<string, string>> };

const routes: readonly [string, RegExp, CallName][] = [
  ['POST', /^\/open-apis\/auth\/v3\/tenant_access_token\/internal$/, 'token'],
  ['GET', /^\/open-apis\/bot\/v3\/info\/?$/, 'bot'],
  ['POST', /^\/open-apis\/im\/v1\/messages$/, 'create'],
  ['POST', /^\/open-apis\/im\/v1\/messages\/([^/]+)\/reply$/, 'reply'],
  ['PATCH', /^\/open-apis\/im\/v1\/messages\/([^/]+)$/, 'patch'],
  ['GET', /^\/open-apis\/im\/v1\/messages\/([^/]+)$/, 'get'],
  ['GET', /^\/open-apis\/im\/v1\/messages$/, 'list'],
  ['GET', /^\/open-apis\/application\/v6\/scopes$/, 'scopes'],
  ['GET', /^\/open-apis\/application\/v6\/applications\/([^/]+)$/, 'app'],
  ['GET', /^\/open-apis\/application\/v6\/applications\/[^/]+\/app_versions\/([^/]+)$/, 'version'],
  ['POST', /^\/callback\/ws\/endpoint$/, 'socket'],
];

export function fakeApiServer(api: FakeApi): Server {
  return createServer((request, response) => {
    handle(api, request, response).catch((error) => {
      response.writeHead(500).end(String(error));
    });
  });
}

async function handle(api: FakeApi, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (await answerMore(api, request, response)) return;
  const url = new URL(request.url ?? '/', 'http://fake');
  const raw = await bodyOf(request);
  const route = routes.find(([method, path]) => method === request.method && path.test(url.pathname));
  if (!route) {
    send(response, { status: 404, body: { code: 404, msg: 'not found' } });
    return;
  }
  const name = route[2];
  const call: ApiCall = {
    name,
    method: request.method ?? '',
    path: url.pathname,
    body: objectIn(raw),
    query: url.search,
    token: (request.headers.authorization ?? '').replace(/^Bearer /, ''),
  };
  api.calls.push(call);
  const seconds = api.messages.limited ? api.limits.tooMany(name) : undefined;
  if (seconds !== undefined) {
    send(response, tooMany(seconds));
    return;
  }
  const fault = api.faults.take(name);
  switch (fault?.as) {
    case 'drop':
      request.socket.destroy();
      return;
    case 'lost':
      perform(api, call, { url, id: route[1].exec(url.pathname)?.[1], port: request.socket.localPort ?? 0 });
      request.socket.destroy();
      return;
    case 'broken':
      response.writeHead(502, { 'content-type': 'text/html' }).end('<html>bad gateway</html>');
      return;
    case 'limited':
      send(response, tooMany(fault.resetSeconds ?? 3));
      return;
    case 'error':
      send(response, failed(fault.error ?? fakeError(230099, 'ordered')));
      return;
    case 'delay':
      await new Promise((resolve) => setTimeout(resolve, fault.delayMs ?? 200));
  }
  const date = new Date(api.clock.now().getTime() + api.app.clockAheadMs);
  send(
    response,
    perform(api, call, { url, id: route[1].exec(url.pathname)?.[1], port: request.socket.localPort ?? 0 }),
    date,
  );
}

function perform(api: FakeApi, call: ApiCall, at: { url: URL; id: string | undefined; port: number }): Answer {
  if (call.name === 'token') return giveToken(api, call.body);
  if (call.name === 'socket') {
    const right = call.body.AppID === api.appId && call.body.AppSecret === api.appSecret;
    return { status: 200, body: api.socket.endpoint(at.port, right) };
  }
  const denied = checkToken(api, call.token);
  if (denied) return failed(denied);
  const id = decodeURIComponent(at.id ?? '');
  switch (call.name) {
    case 'bot':
      return {
        status: 200,
        body: {
          code: 0,
          msg: 'ok',
          bot: { activate_status: api.app.activateStatus, app_name: api.bot.name, open_id: api.bot.openId },
        },
      };
    case 'create': {
      const receive = { type: at.url.searchParams.get('receive_id_type') ?? '', id: call.body.receive_id };
      return messageAnswer(api, api.messages.create(receive, call.body));
    }
    case 'reply':
      return messageAnswer(api, api.messages.reply(id, call.body));
    case 'patch': {
      const error = api.messages.patch(id, call.body.content);
      return error ? failed(error) : { status: 200, body: { code: 0, msg: 'success', data: {} } };
    }
    case 'get': {
      const shown = api.messages.find(id);
      if (!shown) return failed(fakeError(99992354, 'message_id unknown'));
      if (api.messages.hidden.has(shown.chat)) return failed(fakeError(230027, 'Lack of necessary permissions.'));
      return succeeded({ items: [shown, ...(shown.holds ?? [])].map((one) => messageData(api, one)) });
    }
    case 'list':
      return listAnswer(api, at.url.searchParams);
    case 'scopes': {
      const scopes = [...api.app.scopes].map((scope) => ({ scope_name: scope, grant_status: 1 }));
      return succeeded({ scopes: [...scopes, { scope_name: 'im:chat', grant_status: 2 }] });
    }
    case 'app':
      return selfManaged(api, {
        app: {
          app_id: api.appId,
          status: 1,
          online_version_id: 'oav_1',
          callback_info: {
            callback_type: api.app.subscription,
            request_url: api.app.requestUrl,
            subscribed_callbacks: [...api.app.callbacks],
          },
          event: { subscription_type: api.app.subscription, request_url: api.app.requestUrl },
        },
      });
    case 'version':
      return selfManaged(api, {
        app_version: { version_id: id, event_infos: [...api.app.events].map((event_type) => ({ event_type })) },
      });
    default:
      throw new Error(`${call.name} is answered elsewhere`);
  }
}

function selfManaged(api: FakeApi, data: object): Answer {
  const granted = api.app.scopes.has('application:application:self_manage');
  return granted
    ? succeeded(data)
    : failed(fakeError(99991672, 'Access denied. One of the following scopes is required'));
}

function listAnswer(api: FakeApi, asked: URLSearchParams): Answer {
  const size = Number(asked.get('page_size') ?? 20);
  if (asked.get('container_id_type') !== 'chat' || size < 1 || size > 50) return failed(fakeError(230001, 'invalid'));
  const from = new Date(Number(asked.get('start_time') ?? 0) * 1000);
  const listed = api.messages.list(asked.get('container_id') ?? '', from);
  if ('code' in listed) return failed(listed);
  const start = Number(asked.get('page_token') ?? 0);
  const more = listed.length > start + size;
  const items = listed.slice(start, start + size).map((one) => messageData(api, one));
  return succeeded({ has_more: more, ...(more ? { page_token: String(start + size) } : {}), items });
}

function tooMany(seconds: number): Answer {
  return {
    ...failed({ status: 429, code: 99991400, msg: 'request trigger frequency limit' }),
    headers: { 'x-ogw-ratelimit-limit': '50', 'x-ogw-ratelimit-reset': String(seconds) },
  };
}

function giveToken(api: FakeApi, body: Record<string, unknown>): Answer {
  if (body.app_id !== api.appId) return failed(fakeError(10003, 'invalid param', 200));
  if (body.app_secret !== api.appSecret) return failed(fakeError(10015, 'app secret invalid', 200));
  const { token, expire } = api.tokens.give();
  return { status: 200, body: { code: 0, msg: 'ok', tenant_access_token: token, expire } };
}

function checkToken(api: FakeApi, token: string): FakeError | undefined {
  if (!token) return fakeError(99991661, 'Missing access token for authorization');
  if (!/^[tu]-/.test(token)) return fakeError(99991671, 'must start with t- or u-');
  return api.tokens.good(token) ? undefined : fakeError(99991663, 'Invalid access token', api.tokens.spentStatus);
}

function messageAnswer(api: FakeApi, result: Shown | FakeError): Answer {
  return 'code' in result ? failed(result) : succeeded(messageData(api, result));
}

function messageData(api: FakeApi, shown: Shown): object {
  const at = String(shown.at.getTime());
  const sender =
    shown.from === 'bot'
      ? { id: api.appId, id_type: 'app_id', sender_type: 'app' }
      : { id: shown.from, id_type: 'open_id', sender_type: 'user' };
  return {
    message_id: shown.messageId,
    ...(shown.replyTo ? { root_id: shown.replyTo, parent_id: shown.replyTo } : {}),
    msg_type: shown.type,
    create_time: at,
    update_time: String((shown.changedAt ?? shown.at).getTime()),
    deleted: shown.recalled,
    updated: shown.updates > 0 || shown.changedAt !== undefined,
    chat_id: shown.chat,
    sender: { ...sender, tenant_key: api.tenant },
    body: { content: shown.recalled ? 'This message was recalled' : JSON.stringify(contentOf(shown)) },
    ...(shown.mentions?.length ? { mentions: shown.mentions.map(listedMention) } : {}),
  };
}

function contentOf(shown: Shown): object {
  return shown.content ?? (shown.card as object | undefined) ?? { text: shown.text };
}

/** Where the API gives messages, the id stands by itself. */
function listedMention(one: { openId: string; name: string }, index: number): object {
  return { key: `@_user_${index + 1}`, id: one.openId, id_type: 'open_id', name: one.name };
}

function succeeded(data: object): Answer {
  return { status: 200, body: { code: 0, msg: 'success', data } };
}

function failed(error: FakeError): Answer {
  return {
    status: error.status,
    body: { code: error.code, msg: error.msg, error: { log_id: 'fake-log' } },
    ...(error.headers ? { headers: error.headers } : {}),
  };
}

function send(response: ServerResponse, answer: Answer, date = new Date()): void {
  response.writeHead(answer.status, {
    'content-type': 'application/json',
    date: date.toUTCString(),
    'x-tt-logid': 'fake-log',
    ...answer.headers,
  });
  response.end(JSON.stringify(answer.body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function objectIn(raw: string): Record<string, unknown> {
  try {
    return raw ? JSON.parse(raw) : {};
  } catch {
    return {};
  }
}
