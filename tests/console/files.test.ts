/** A file dropped on the chat page goes the way of a file sent in a chat. */
import { beforeEach, describe, expect, it } from 'vitest';
import { type Console, createConsole } from '../../src/console/console.ts';
import type { Arrival } from '../../src/ports.ts';
import { at } from '../support/fixed.ts';

let heard: Arrival[];
let page: Console;
const open = (token?: string) => {
  page = createConsole({
    settings: { loopback: true, ...(token ? { token } : {}) },
    clock: { now: () => at('2026-11-20 10:00') },
    asset: async () => undefined,
  });
  return page.routes({
    receive(incoming) {
      heard.push(incoming);
      return 'accepted';
    },
    press: async () => ({}),
    isSecret: (text) => text.includes('机密'),
    version: () => 0,
    ledger: () => undefined,
    record: () => undefined,
    people: () => [],
    examples: () => [],
    history: () => [],
    file: async () => undefined,
    instant: () => undefined,
  });
};
const drop = (body: BodyInit, headers: Record<string, string> = {}) => ({
  method: 'POST',
  headers: { 'content-type': 'application/octet-stream', ...headers },
  body,
});
const query = (name: string) => `http://127.0.0.1/console/files?${new URLSearchParams({ name, from: '李梅' })}`;

beforeEach(() => {
  heard = [];
});

describe('POST /console/files', () => {
  it('hands the file in under its name and holds its bytes until they are fetched', async () => {
    const app = open();
    const response = await app.request(query('件名册.xlsx'), drop(new Uint8Array([1, 2, 3])));
    expect(response.status).toBe(202);
    const { messageId } = (await response.json()) as { messageId: string };
    const attachment = { key: messageId, name: '件名册.xlsx' };
    expect(heard).toMatchObject([{ type: 'message', messageId, kind: 'file', text: '', attachment }]);
    expect([...(await page.files.fetch(messageId, attachment, 10))]).toEqual([1, 2, 3]);
    await expect(page.files.fetch(messageId, attachment, 10)).rejects.toMatchObject({ code: 'gone', retryable: false });
  });

  it('of a secret holds nothing', async () => {
    const app = open();
    await app.request(query('机密.xlsx'), drop(new Uint8Array([1])));
    const [one] = heard;
    if (one?.type !== 'message') throw new Error('nothing was heard');
    await expect(page.files.fetch(one.messageId, one.attachment!, 10)).rejects.toMatchObject({ code: 'gone' });
  });

  it.each([
    ['another type', drop('x', { 'content-type': 'application/json' }), 415],
    ['a foreign site', drop('x', { origin: 'https://elsewhere.example' }), 403],
    ['more than 10 MB', drop(new Uint8Array(10 * 1024 * 1024 + 1)), 413],
  ])('refuses %s', async (_name, request, status) => {
    expect((await open().request(query('a.csv'), request)).status).toBe(status);
    expect(heard).toEqual([]);
  });

  it('refuses a file without a name, and without the token', async () => {
    expect((await open().request('http://127.0.0.1/console/files?from=a', drop('x'))).status).toBe(400);
    expect((await open('password').request(query('a.csv'), drop('x'))).status).toBe(401);
    expect(heard).toEqual([]);
  });
});
