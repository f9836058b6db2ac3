/** The webhook from Feishu's side: what it posts, what it is answered, and what the bot then knows. */
import { afterEach, describe, expect, it } from 'vitest';
import { type FeishuRoutes, feishuRoutes } from '../../src/feishu/routes.ts';
import type { Reply } from '../../src/reply.ts';
import type { FakeSettings } from '../support/feishu/fake-feishu.ts';
import { type Bench, openBench } from './bench.ts';
import { feishuBody } from './feishu-body.ts';

let bench: Bench;
afterEach(() => bench.fake.close());

async function opened(settings: FakeSettings = {}, change: Partial<FeishuRoutes> = {}): Promise<Bench> {
  bench = await openBench(settings, change);
  return bench;
}

const p2p = { chat: 'oc_1', sender: 'ou_li', text: '今天督查了城东小学' };

describe('messages', () => {
  it.each(['v1', 'v2'] as const)('of schema %s, however written, are kept and acknowledged', async (schema) => {
    const { fake, received } = await opened();
    for (const writing of ['compact', 'spaced', 'escaped'] as const) {
      expect(await fake.pushMessage({ ...p2p, schema, writing })).toMatchObject({ status: 200, body: {} });
    }
    expect(received.map((one) => 'text' in one && one.text)).toEqual([p2p.text, p2p.text, p2p.text]);
    expect(received[0]).toMatchObject({
      chatType: 'p2p',
      sender: { id: 'ou_li', tenant: 'tenant-1' },
      at: fake.clock.now(),
    });
  });

  it('come again after 15 s, 5 min, 1 h and 6 h until they are taken, and count once', async () => {
    let full = 3;
    const received: string[] = [];
    const { fake } = await opened(
      {},
      {
        async receive(incoming) {
          if (full-- > 0) return 'full';
          received.push(incoming.key);
          return 'accepted';
        },
      },
    );
    expect(await fake.pushMessage(p2p)).toMatchObject({ status: 503 });
    await fake.advance(66 * 60_000);
    expect(received).toHaveLength(1);
    await fake.advance(24 * 60 * 60_000);
    expect(received).toHaveLength(1);
  });

  it('delivered twice, or under another event id, keep one key', async () => {
    const { fake, received } = await opened();
    const first = await fake.pushMessage({ ...p2p, messageId: 'om_x' });
    expect(await fake.redeliver(first.eventId)).toMatchObject({ status: 200 });
    await fake.pushMessage({ ...p2p, messageId: 'om_x', eventId: 'ev_other' });
    expect(received).toHaveLength(1);
  });

  it('that cannot be kept are not acknowledged', async () => {
    const { fake } = await opened(
      {},
      {
        async receive() {
          throw new Error('disk full');
        },
      },
    );
    expect(await fake.pushMessage(p2p)).toMatchObject({ status: 503 });
  });

  it('in a group wait until the bot knows who it is', async () => {
    const { fake, received } = await opened();
    const group = { ...p2p, chatType: 'group' as const, text: '@_user_1 今天督查', mentions: [bench.fake.bot] };
    fake.fail({ on: 'bot', as: 'broken' });
    expect(await fake.pushMessage(group)).toMatchObject({ status: 503 });
    await fake.advance(15_000);
    expect(received.map((one) => 'text' in one && one.text)).toEqual(['今天督查']);
  });

  it('to one person come in with the API down', async () => {
    const { fake, received } = await opened();
    fake.fail({ as: 'drop', times: 99 });
    expect(await fake.pushMessage(p2p)).toMatchObject({ status: 200 });
    expect(received).toHaveLength(1);
  });
});

describe('presses', () => {
  const reply: Reply = {
    lang: 'zh',
    title: '修改',
    tone: 'plain',
    blocks: [
      { type: 'buttons', buttons: [{ label: '撤销', intent: { do: 'undo', no: '督-2026-001' } }] },
      {
        type: 'form',
        name: 'edit',
        inputs: [
          { name: 'title', label: '标题', type: 'text', required: true, value: '食堂' },
          { name: 'on', label: '日期', type: 'day', value: '2026-03-04' },
          {
            name: 'kind',
            label: '类型',
            type: 'choice',
            value: 'b',
            choices: [
              { value: 'a', label: '甲' },
              { value: 'b', label: '乙' },
            ],
          },
        ],
        submit: { label: '保存', intent: { do: 'edit' } },
      },
    ],
  };
  const shown = async () => (await bench.messenger.send({ to: 'chat', chat: 'oc_1' }, reply, 'k1')).messageId;

  it.each([false, true])('are answered with a toast (older callback: %s)', async (old) => {
    const { fake, pressed } = await opened();
    const messageId = await shown();
    expect(await fake.press(messageId, '撤销', 'ou_li', { old })).toMatchObject({
      status: 200,
      toast: { type: 'success', content: '已撤销' },
    });
    expect(pressed).toMatchObject([
      { messageId, chat: 'oc_1', sender: { id: 'ou_li' }, intent: { do: 'undo', no: '督-2026-001' } },
    ]);
  });

  it('on a form bring its values', async () => {
    const { fake, pressed } = await opened();
    await fake.press(await shown(), '保存', 'ou_li', { values: { title: '食堂督查' } });
    expect(pressed).toMatchObject([
      { intent: { do: 'edit' }, form: { title: '食堂督查', on: '2026-03-04', kind: 'b' } },
    ]);
  });

  it('that fail are told to the person, not to Feishu', async () => {
    const { fake } = await opened(
      {},
      {
        async press() {
          throw new Error('no');
        },
      },
    );
    expect(await fake.press(await shown(), '撤销', 'ou_li')).toMatchObject({ status: 200, toast: { type: 'error' } });
  });

  it('that take long are answered in time all the same', async () => {
    const { fake } = await opened({}, { press: () => new Promise(() => {}) });
    const answer = await fake.press(await shown(), '撤销', 'ou_li');
    expect(answer).toMatchObject({ status: 200 });
    expect(answer.error).toBeUndefined();
  });

  it('replayed after an hour are refused', async () => {
    const { fake, pressed } = await opened();
    const messageId = await shown();
    const old = new Date(fake.clock.now().getTime() - 2 * 60 * 60_000);
    expect(await fake.press(messageId, '撤销', 'ou_li', { at: old })).toMatchObject({ status: 403, error: 200671 });
    expect(pressed).toHaveLength(0);
  });
});

describe('the rest', () => {
  it('answers the challenge, encrypted and unsigned', async () => {
    const { fake } = await opened();
    const answer = await fake.push({ payload: feishuBody('challenge'), form: 'encrypted', unsigned: true });
    expect(answer).toEqual({ status: 200, body: { challenge: 'ajls384kdjx98XX' } });
  });

  it('acknowledges events nobody waits for', async () => {
    const { fake, received } = await opened();
    const payload = feishuBody('bot-menu') as { event: Record<string, unknown> };
    payload.event.event_key = 'weather';
    expect(await fake.push({ payload, form: 'encrypted' })).toEqual({ status: 200, body: {} });
    expect(received).toHaveLength(0);
  });

  it('refuses without effect, and says which method is allowed', async () => {
    const { routes, received, fake } = await opened();
    const app = feishuRoutes(routes);
    const got = await app.request('/webhook/event');
    expect([got.status, got.headers.get('allow')]).toEqual([405, 'POST']);
    expect((await app.request('/webhook/card', { method: 'POST', body: '{}' })).status).toBe(415);
    expect(await fake.pushMessage({ ...p2p, form: 'plain' })).toMatchObject({ status: 403 });
    expect(received).toHaveLength(0);
  });

  it('tells Feishu when to come again', async () => {
    const { routes } = await opened({}, { receive: async () => 'full' });
    const app = feishuRoutes({
      ...routes,
      settings: { appId: routes.settings.appId, verificationToken: 'verification-token' },
    });
    const answer = await app.request('/webhook/event', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(feishuBody('message-p2p')),
    });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '30']);
  });
});
