/** Nothing gets through the door that Feishu did not send, and nothing Feishu sends is kept out. */
import { describe, expect, it } from 'vitest';
import { type DoorSettings, openDoor } from '../../src/feishu/door.ts';
import { encrypted, type WebhookPost, type Writing, webhookRequest } from '../support/feishu/webhook-request.ts';
import { feishuBody } from './feishu-body.ts';

const secrets = { encryptKey: 'encrypt-key', verificationToken: 'verification-token' };
const settings: DoorSettings = { appId: 'cli_a1b2c3d4e5f60718', ...secrets };
const plainSettings: DoorSettings = { appId: settings.appId!, verificationToken: secrets.verificationToken };
const now = new Date(1772586600000);

function request(post: Omit<WebhookPost, 'at'>, change: { headers?: Record<string, string>; body?: string } = {}) {
  const built = webhookRequest(secrets, { at: now, ...post });
  const headers = { ...built.headers, ...change.headers };
  return new Request('http://127.0.0.1/webhook/event', { method: 'POST', headers, body: change.body ?? built.body });
}

const open = (one: Request, by: DoorSettings = settings, at = now) => openDoor(by, one, at);
const message = feishuBody('message-p2p');
const encryptedMessage = { payload: message, form: 'encrypted' as const };

describe('the challenge', () => {
  const challenge = { type: 'challenge', challenge: 'ajls384kdjx98XX' };
  const payload = feishuBody('challenge');

  it('is answered when encrypted and unsigned, as Feishu sends it', async () => {
    expect(await open(request({ payload, form: 'encrypted', unsigned: true }))).toEqual(challenge);
  });

  it('is answered when plain', async () => {
    expect(await open(request({ payload, form: 'plain' }), plainSettings)).toEqual(challenge);
  });

  it('is refused with another token', async () => {
    const other = { ...payload, token: 'wrong' };
    expect(await open(request({ payload: other, form: 'encrypted', unsigned: true }))).toMatchObject({ status: 401 });
    expect(await open(request({ payload: { ...payload, token: undefined }, form: 'plain' }))).toMatchObject({
      status: 401,
    });
  });
});

describe('an event', () => {
  it.each<Writing>(['compact', 'spaced', 'escaped'])('comes in however its JSON is written (%s)', async (writing) => {
    const result = await open(request({ ...encryptedMessage, writing }));
    expect(result).toMatchObject({ type: 'event', event: { type: 'im.message.receive_v1', form: 'v2' } });
    expect(JSON.stringify(result)).toContain('城东小学食堂');
  });

  it('comes in plain where only the token is set', async () => {
    expect(await open(request({ payload: message, form: 'plain' }), plainSettings)).toMatchObject({ type: 'event' });
  });

  it('of schema 1.0 comes in', async () => {
    const payload = feishuBody('message-first-schema');
    expect(await open(request({ payload, form: 'encrypted' }))).toMatchObject({ type: 'event', event: { form: 'v1' } });
  });

  it('is never refused for its age', async () => {
    const late = new Date(now.getTime() + 30 * 24 * 60 * 60 * 1000);
    expect(await open(request(encryptedMessage), settings, late)).toMatchObject({ type: 'event' });
  });
});

describe('a card callback', () => {
  const press = feishuBody('card-action');
  const old = feishuBody('card-action-first');
  const later = (ms: number) => new Date(now.getTime() + ms);

  it('comes in within its hour, and not after', async () => {
    const post = { payload: press, form: 'encrypted' as const };
    expect(await open(request(post), settings, later(3_500_000))).toMatchObject({ type: 'event' });
    expect(await open(request(post), settings, later(3_700_000))).toMatchObject({ type: 'refused', status: 403 });
    expect(await open(request(post), settings, later(-3_700_000))).toMatchObject({ type: 'refused', status: 403 });
  });

  it('of the older kind comes in plain with its own signature', async () => {
    const post = { payload: old, form: 'plain' as const, oldCard: true };
    expect(await open(request(post))).toMatchObject({ type: 'event', event: { form: 'card', createdAt: now } });
    expect(await open(request(post), plainSettings)).toMatchObject({ type: 'event' });
    expect(await open(request(post), settings, later(3_700_000))).toMatchObject({ status: 403 });
  });

  it('of the older kind is refused without it', async () => {
    expect(await open(request({ payload: old, form: 'plain' }))).toMatchObject({ status: 401 });
    expect(await open(request({ payload: old, form: 'plain', oldCard: true }), { encryptKey: 'x' })).toMatchObject({
      status: 403,
    });
  });
});

describe('what is refused', () => {
  const signature = { 'x-lark-signature': 'f'.repeat(64) };
  const cases: [string, Request, DoorSettings, number][] = [
    ['another method', new Request('http://127.0.0.1/', { method: 'GET' }), settings, 405],
    ['another content type', request(encryptedMessage, { headers: { 'content-type': 'text/plain' } }), settings, 415],
    ['no content type', request(encryptedMessage, { headers: { 'content-type': '' } }), settings, 415],
    ['no JSON', request(encryptedMessage, { body: '{' }), settings, 400],
    ['a list', request(encryptedMessage, { body: '[]' }), settings, 400],
    ['no UTF-8', bytesRequest(new Uint8Array([0x7b, 0xff, 0x7d])), settings, 400],
    ['an empty body', request(encryptedMessage, { body: '' }), settings, 400],
    ['a broken ciphertext', request(encryptedMessage, { body: '{"encrypt":"AAAA"}' }), settings, 400],
    ['a ciphertext that is no text', request(encryptedMessage, { body: '{"encrypt":7}' }), settings, 400],
    [
      'a ciphertext under another key',
      request(encryptedMessage, { body: JSON.stringify({ encrypt: encrypted('other', '{}') }) }),
      settings,
      400,
    ],
    ['a ciphertext without a key to open it', request(encryptedMessage), plainSettings, 400],
    ['a wrong signature', request(encryptedMessage, { headers: signature }), settings, 401],
    ['no signature', request({ ...encryptedMessage, unsigned: true }), settings, 401],
    ['a body changed after signing', changed(), settings, 401],
    ['an unencrypted event where a key is set', request({ payload: message, form: 'plain' }), settings, 403],
    ['another token', request({ payload: withToken('other'), form: 'encrypted' }), settings, 401],
    ['no token', request({ payload: withToken(undefined), form: 'plain' }), plainSettings, 401],
    ['another app', request(encryptedMessage), { ...settings, appId: 'cli_other' }, 403],
    [
      'another app in schema 1.0',
      request({ payload: feishuBody('message-first-schema'), form: 'encrypted' }),
      { ...settings, appId: 'cli_other' },
      403,
    ],
    ['anything, where no secret is set', request({ payload: message, form: 'plain' }), { appId: settings.appId! }, 403],
    ['no event at all', request({ payload: { token: 'verification-token' }, form: 'encrypted' }), settings, 400],
    [
      'more than 1 MB',
      request(encryptedMessage, { body: JSON.stringify({ encrypt: 'A'.repeat(1_100_000) }) }),
      settings,
      413,
    ],
    ['more than 1 MB that is not announced', streamed(1_100_000), settings, 413],
  ];

  it.each(cases)('%s', async (_name, one, by, status) => {
    expect(await open(one, by)).toMatchObject({ type: 'refused', status });
  });

  it('a body that never ends is not read to its end', async () => {
    let pulled = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(65_536));
      },
    });
    expect(await open(streamRequest(body))).toMatchObject({ status: 413 });
    expect(pulled).toBeLessThan(40);
  });
});

function withToken(token: string | undefined): object {
  const header = { ...(message.header as object), token };
  return { ...message, header };
}

function changed(): Request {
  const built = webhookRequest(secrets, { ...encryptedMessage, at: now });
  return new Request('http://127.0.0.1/', { method: 'POST', headers: built.headers, body: `${built.body} ` });
}

function bytesRequest(body: Uint8Array<ArrayBuffer>): Request {
  return new Request('http://127.0.0.1/', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
}

function streamed(length: number): Request {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < length; at += 10_000) controller.enqueue(new Uint8Array(10_000).fill(0x20));
      controller.close();
    },
  });
  return streamRequest(body);
}

function streamRequest(body: ReadableStream<Uint8Array>): Request {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body, duplex: 'half' };
  return new Request('http://127.0.0.1/', init as RequestInit);
}
