/** The Open Platform's side of the fake Feishu: a real HTTP server on this machine. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type CallName, type FakeError, type FaultList, fakeError } from './fake-errors.ts';
import type { FakeLimits } from './fake-limits.ts';
import type { FakeMessages, Shown } from './fake-messages.ts';
import { answerMore, type FakeMore } from './fake-more.ts';
import type { FakeTokens } from './fake-tokens.ts';

export interface FakeApi {
  readonly appId: string;
  readonly appSecret: string;
  readonly bot: { readonly openId: string; readonly name: string };
  readonly tokens: FakeTokens;
  readonly messages: FakeMessages;
  readonly faults: FaultList;
  readonly limits: FakeLimits;
  readonly more: FakeMore;
  readonly calls: ApiCall[];
}

export interface ApiCall {
  readonly name: CallName;
  readonly method: string;
  readonly path: string;
  readonly body: Record<string, unknown>;
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
      perform(api, call, { url, id: route[1].exec(url.pathname)?.[1] });
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
  send(response, perform(api, call, { url, id: route[1].exec(url.pathname)?.[1] }));
}

function perform(api: FakeApi, call: ApiCall, at: { url: URL; id: string | undefined }): Answer {
  if (call.name === 'token') return giveToken(api, call.body);
  const denied = checkToken(api, call.token);
  if (denied) return failed(denied);
  const id = decodeURIComponent(at.id ?? '');
  switch (call.name) {
    case 'bot':
      return {
        status: 200,
        body: { code: 0, msg: 'ok', bot: { activate_status: 2, app_name: api.bot.name, open_id: api.bot.openId } },
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
      return shown
        ? succeeded({ items: [messageData(api, shown)] })
        : failed(fakeError(99992354, 'message_id unknown'));
    }
  }
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
    update_time: at,
    deleted: shown.recalled,
    updated: shown.updates > 0,
    chat_id: shown.chat,
    sender: { ...sender, tenant_key: 'tenant' },
    body: { content: JSON.stringify(shown.card ?? { text: shown.text }) },
  };
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

function send(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, {
    'content-type': 'application/json',
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
