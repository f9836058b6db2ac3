/** Many answers at once: at Feishu's own pace, in each chat in order, each once, whenever the process dies. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFeishuApi } from '../../src/feishu/api.ts';
import { createFeishuMessenger } from '../../src/feishu/messenger.ts';
import type { Step } from '../../src/flow/needs.ts';
import { createOffice } from '../../src/flow/office.ts';
import { openDb } from '../../src/node-office.ts';
import { OutsideError } from '../../src/ports.ts';
import type { Db } from '../../src/store/db.ts';
import { queueDelivery } from '../../src/store/outbox.ts';
import { drivenClock } from '../support/feishu/driven-clock.ts';
import { createFakeFeishu, type FakeFeishu } from '../support/feishu/fake-feishu.ts';
import { listening, quiet, testOffice, zone } from '../support/fixed.ts';

function queue(db: Db, { chats, each, at }: { chats: number; each: number; at: Date }): void {
  for (let n = 0; n < each; n += 1) {
    for (let c = 0; c < chats; c += 1) {
      const chat = `oc_${c}`;
      queueDelivery(db, {
        ...{ key: `reply:${chat}:${n}`, chat, address: { to: 'chat', chat }, about: [], at: at.toISOString() },
        reply: { lang: 'zh', tone: 'good', blocks: [{ type: 'text', text: `${n}` }] },
      });
    }
  }
}

const inOrder = (each: number) => Array.from({ length: each }, (_, n) => String(n));

describe('a thousand answers in forty chats', () => {
  let fake: FakeFeishu;
  beforeEach(async () => {
    fake = await createFakeFeishu();
  });
  afterEach(() => fake.close());

  it('arrive at the pace of the platform, with none refused', async () => {
    fake.messages.limited = true;
    const driven = drivenClock(fake.clock);
    const { db } = openDb(':memory:');
    const api = createFeishuApi({
      ...{ appId: fake.appId, appSecret: fake.appSecret, domain: fake.url },
      ...{ fetch: driven.fetch, pause: driven.pause, clock: fake.clock, log: quiet },
    });
    const messenger = createFeishuMessenger(api);
    const office = createOffice({ db, clock: fake.clock, log: quiet, messenger, prompts: {}, zone });
    const start = fake.clock.now();
    queue(db, { chats: 40, each: 25, at: start });
    await driven.drive(office.work());
    const seconds = (fake.clock.now().getTime() - start.getTime()) / 1000;
    // 50 at once and then 50 a second: 19 seconds are the platform's own limit.
    expect(seconds).toBeLessThan(1.2 * 19);
    expect(fake.limits.refused).toBe(0);
    expect(fake.calls.filter(({ name }) => name === 'create')).toHaveLength(1000);
    for (let c = 0; c < 40; c += 1) expect(fake.chat(`oc_${c}`).map((one) => one.text)).toEqual(inOrder(25));
  });
});

describe('a process killed while it sends to several chats', () => {
  const steps: readonly Step[] = ['sending', 'sent', 'delivered'];
  const points = steps.flatMap((step) => Array.from({ length: 12 }, (_, n) => [step, n] as const));

  it.each(points)('at "%s" number %i: each answer once, in order', async (fatal, number) => {
    const messenger = listening();
    let left = number;
    const step = (name: Step) => {
      if (left < 0) throw new Error('the process is dead');
      if (name === fatal && left-- === 0) throw new Error('killed');
    };
    const before = testOffice('2026-11-20 10:00', { messenger, step });
    queue(before.db, { chats: 3, each: 4, at: before.clock.at });
    await before.office.work().catch(() => undefined);
    const after = testOffice('2026-11-20 10:01', { db: before.db, messenger });
    await after.office.work();
    const texts = (chat: string) =>
      messenger.shown
        .filter(({ address }) => address.to === 'chat' && address.chat === chat)
        .map(({ reply }) => reply.blocks.map((block) => (block.type === 'text' ? block.text : '')).join(''));
    for (const chat of ['oc_0', 'oc_1', 'oc_2']) expect(texts(chat)).toEqual(inOrder(4));
  });
});

describe('a chat that cannot be reached', () => {
  it('holds up no other, and gets its answers in order when it can', async () => {
    const inner = listening();
    let down = true;
    const messenger = {
      ...inner,
      async send(...args: Parameters<typeof inner.send>) {
        const [address] = args;
        if (down && address.to === 'chat' && address.chat === 'oc_0')
          throw new OutsideError('down', { retryable: true });
        return inner.send(...args);
      },
    };
    const office = testOffice('2026-11-20 10:00', { messenger });
    queue(office.db, { chats: 2, each: 3, at: office.clock.at });
    await office.office.work();
    expect(inner.shown.map(({ key }) => key)).toEqual(['reply:oc_1:0', 'reply:oc_1:1', 'reply:oc_1:2']);
    down = false;
    office.clock.at = new Date(office.clock.at.getTime() + 60_000);
    await office.office.work();
    expect(inner.shown.slice(3).map(({ key }) => key)).toEqual(['reply:oc_0:0', 'reply:oc_0:1', 'reply:oc_0:2']);
  });

  it('does not keep what is said meanwhile from being performed', async () => {
    const inner = listening();
    let free: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      free = resolve;
    });
    const messenger = {
      ...inner,
      async send(...args: Parameters<typeof inner.send>) {
        if (args[2] === 'reply:oc_0:0') await held;
        return inner.send(...args);
      },
    };
    const office = testOffice('2026-11-20 10:00', { messenger });
    queue(office.db, { chats: 1, each: 1, at: office.clock.at });
    const slow = office.office.work();
    office.office.receive({
      ...{ type: 'message', key: 'k', messageId: 'k', chat: 'c2', chatType: 'p2p', text: '帮助' },
      ...{ sender: { id: '李梅' }, at: office.clock.at },
    });
    const later = office.office.work();
    while (inner.shown.length === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(inner.shown[0]?.key).toBe('reply:k');
    free();
    await Promise.all([slow, later]);
    expect(inner.shown).toHaveLength(2);
  });
});
