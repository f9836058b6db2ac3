/** The API client: one token for all, renewed when refused; failures that say whether to try again. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFeishuApi, type FeishuApi } from '../../src/feishu/api.ts';
import type { Outgoing } from '../../src/feishu/message-calls.ts';
import { uuidOf } from '../../src/feishu/uuid.ts';
import { OutsideError } from '../../src/ports.ts';
import { createFakeFeishu, type FakeFeishu } from '../support/feishu/fake-feishu.ts';
import { apiOf, silentLog } from './bench.ts';

let fake: FakeFeishu;
let api: FeishuApi;
beforeEach(async () => {
  fake = await createFakeFeishu();
  api = apiOf(fake);
});
afterEach(() => fake.close());

const chat = { type: 'chat_id' as const, id: 'oc_1' };
const words = (text: string, uuid = text): Outgoing => ({ msgType: 'text', content: JSON.stringify({ text }), uuid });
const failure = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error as OutsideError,
  );

describe('the token', () => {
  it('is fetched once for calls that come together, and kept', async () => {
    await Promise.all(Array.from({ length: 10 }, (_, at) => api.send(chat, words(`m${at}`))));
    await api.botInfo();
    expect(fake.tokens.asked).toBe(1);
    expect(fake.chat('oc_1')).toHaveLength(10);
  });

  it('is fetched anew shortly before it ends', async () => {
    await api.botInfo();
    fake.clock.advance((2 * 60 - 4) * 60_000);
    await api.botInfo();
    expect(fake.tokens.asked).toBe(2);
  });

  it.each([400, 200] as const)('is fetched anew when refused in HTTP %s', async (status) => {
    await api.send(chat, words('a'));
    fake.tokens.spentStatus = status;
    fake.tokens.spend();
    await Promise.all([api.send(chat, words('b')), api.send(chat, words('c'))]);
    expect(
      fake
        .chat('oc_1')
        .map((one) => one.text)
        .sort(),
    ).toEqual(['a', 'b', 'c']);
    expect(fake.tokens.asked).toBe(2);
  });

  it('that stays refused ends in an error, not in a loop', async () => {
    fake.fail({ on: 'create', as: 'error', error: { status: 400, code: 99991663, msg: 'Invalid' }, times: 9 });
    expect(await failure(api.send(chat, words('a')))).toMatchObject({ code: 99991663, retryable: false });
    expect(fake.calls.filter((call) => call.name === 'create')).toHaveLength(2);
  });

  it('refused for a wrong secret is tried again later, when it may be mended', async () => {
    const wrong = createFeishuApi({
      ...{ appId: fake.appId, appSecret: 'wrong', domain: fake.url },
      ...{ fetch, clock: fake.clock, log: silentLog },
    });
    expect(await failure(wrong.botInfo())).toMatchObject({ code: 10015, retryable: true, retryAfterMs: 60_000 });
  });

  it('is asked for again after a failed attempt', async () => {
    fake.fail({ on: 'token', as: 'broken' });
    expect(await failure(api.botInfo())).toMatchObject({ retryable: true, code: 502 });
    expect(await api.botInfo()).toMatchObject({ openId: 'ou_bot', name: '台账助手' });
  });
});

describe('a failed call', () => {
  it('is tried again after the time Feishu names', async () => {
    fake.fail({ on: 'create', as: 'limited', resetSeconds: 7 });
    expect(await failure(api.send(chat, words('a')))).toMatchObject({
      retryable: true,
      retryAfterMs: 7000,
      code: 99991400,
    });
  });

  it('for too many messages in one chat is tried again', async () => {
    fake.messages.limited = true;
    // All bots of a group share its rate.
    const other = apiOf(fake);
    for (let at = 0; at < 5; at += 1) await other.send(chat, words(`m${at}`));
    expect(await failure(api.send(chat, words('m5')))).toMatchObject({
      retryable: true,
      retryAfterMs: 1000,
      code: 230020,
    });
  });

  it.each(['lost', 'drop', 'broken'] as const)('(%s) is tried again', async (as) => {
    fake.fail({ on: 'create', as });
    const error = await failure(api.send(chat, words('a')));
    expect(error).toBeInstanceOf(OutsideError);
    expect(error).toMatchObject({ retryable: true });
  });

  it('that takes too long is given up and tried again', async () => {
    fake.fail({ on: 'create', as: 'delay', delayMs: 2000 });
    const hurried = apiOf(fake, { timeoutMs: 100 });
    expect(await failure(hurried.send(chat, words('a')))).toMatchObject({ retryable: true, code: 'network' });
  });

  it('that Feishu will never take is not tried again', async () => {
    fake.messages.refusals.set('oc_1', 230002);
    expect(await failure(api.send(chat, words('a')))).toMatchObject({ retryable: false, code: 230002 });
  });

  it('names the call, the code and the log, and no secret', async () => {
    fake.messages.refusals.set('oc_1', 230002);
    const message = (await failure(api.send(chat, words('a'))))?.message ?? '';
    expect(message).toBe('Feishu POST /open-apis/im/v1/messages: HTTP 400, code 230002, refused, log fake-log');
  });
});

describe('a resend', () => {
  it('under the same uuid shows once', async () => {
    fake.fail({ on: 'create', as: 'lost' });
    await failure(api.send(chat, words('a')));
    await api.send(chat, words('a'));
    expect(fake.chat('oc_1')).toHaveLength(1);
  });

  it('has a uuid of at most fifty characters, one for one key', async () => {
    const long = `reply:feishu:cli_a1b2c3d4e5f60718:om_5ce6d572455d361153b7cb51da133945`;
    expect(await uuidOf('reply:om_1')).toBe('reply:om_1');
    expect((await uuidOf(long)).length).toBeLessThanOrEqual(50);
    expect(await uuidOf(long)).toBe(await uuidOf(long));
    expect(await uuidOf(long)).not.toBe(await uuidOf(`${long}#2`));
    expect(await uuidOf('答复')).toMatch(/^[0-9a-f]{40}$/);
  });
});

describe('the domain', () => {
  it.each([
    ['feishu', 'https://open.feishu.cn/open-apis/'],
    ['lark', 'https://open.larksuite.com/open-apis/'],
    ['https://open.gov.example/', 'https://open.gov.example/open-apis/'],
    ['https://open.gov.example/open-apis', 'https://open.gov.example/open-apis/'],
  ])('%s', async (domain, start) => {
    let asked = '';
    const refuse: typeof fetch = async (input) => {
      asked = String(input);
      throw new Error('not now');
    };
    const far = createFeishuApi({
      appId: 'a',
      appSecret: 's',
      domain,
      fetch: refuse,
      clock: fake.clock,
      log: silentLog,
    });
    await failure(far.botInfo());
    expect(asked.startsWith(start)).toBe(true);
  });
});
