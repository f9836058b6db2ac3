/** The app: what a watchman asks for, and how strangers are turned away. */
import { Hono } from 'hono';
import { beforeEach, expect, it } from 'vitest';
import { type AppState, createApp } from '../../src/app.ts';
import { quiet } from '../support/fixed.ts';

const calm: AppState = {
  writable: true,
  inboxQueued: 0,
  inboxFailed: 0,
  oldestQueued: null,
  outboxQueued: 0,
  outboxFailed: 0,
  records: 3,
};
let state: AppState;
let now: number;
let app: Hono;

beforeEach(() => {
  state = calm;
  now = Date.parse('2026-11-20T02:00:00Z');
  const routes = new Hono();
  routes.post('/hook', (c) => c.json({}));
  routes.get('/broken', () => {
    throw new Error('a bug');
  });
  app = createApp({
    routes: [routes],
    clock: { now: () => new Date(now) },
    log: quiet,
    state: () => state,
    counts: () => ({ messages_accepted: 7 }),
  });
});

it('is alive and ready', async () => {
  expect((await app.request('/healthz')).status).toBe(200);
  expect((await app.request('/readyz')).status).toBe(200);
});

it('is not ready while the database cannot be written', async () => {
  state = { ...calm, writable: false };
  const answer = await app.request('/readyz');
  expect(answer.status).toBe(503);
  expect(await answer.text()).toContain('cannot be written');
  expect((await app.request('/healthz')).status).toBe(200);
});

it('is not ready while the same message waits at the head for too long', async () => {
  state = { ...calm, inboxQueued: 2, oldestQueued: 41 };
  expect((await app.request('/readyz')).status).toBe(200);
  now += 60_000;
  expect((await app.request('/readyz')).status).toBe(200);
  now += 61_000;
  expect((await app.request('/readyz')).status).toBe(503);
  state = { ...calm, inboxQueued: 1, oldestQueued: 42 };
  expect((await app.request('/readyz')).status).toBe(200);
});

it('tells its figures in Prometheus text', async () => {
  await app.request('/nothing');
  const answer = await app.request('/metrics');
  const text = await answer.text();
  expect(answer.headers.get('content-type')).toContain('version=0.0.4');
  expect(text).toContain('# TYPE taizhang_messages_accepted_total counter\ntaizhang_messages_accepted_total 7\n');
  expect(text).toContain('taizhang_records 3');
  expect(text).toContain('taizhang_http_responses_total{status="404"} 1');
  expect(text.endsWith('\n')).toBe(true);
});

it('answers what it does not know in JSON', async () => {
  const unknown = await app.request('/nothing');
  expect([unknown.status, await unknown.json()]).toEqual([404, { error: 'not-found' }]);
  const method = await app.request('/hook');
  expect([method.status, method.headers.get('allow'), await method.json()]).toEqual([405, 'POST', { error: 'method' }]);
  expect((await app.request('/healthz', { method: 'POST' })).status).toBe(405);
});

it('keeps a fault of ours to itself', async () => {
  const answer = await app.request('/broken');
  expect([answer.status, await answer.json()]).toEqual([500, { error: 'failed' }]);
});
