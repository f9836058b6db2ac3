/** A reply whose response was lost shows once, however late it is tried again; where that cannot be known it is not sent twice. */
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { selectEntries } from '../../src/store/entries.ts';
import { findDelivery, queueDelivery } from '../../src/store/outbox.ts';
import { type FeishuOffice, feishuOffice } from '../support/feishu-office.ts';
import { at } from '../support/fixed.ts';

let bench: FeishuOffice;
beforeAll(async () => {
  bench = await feishuOffice();
});
afterAll(() => bench.close());
beforeEach(() => bench.fresh());

const hours = 3600_000;
const answers = () => bench.feishu.messages.all.filter((one) => one.from === 'bot');
const outbox = () =>
  bench
    .db()
    .all<{ state: string; error: string | null; message: string | null }>(
      sql`select state, error, message_id as message from outbox order by seq`,
    );
const say = (text: string, time = '2026-05-11 09:00', group = false) =>
  bench.say({ at: at(time), from: '李梅', group, text });

/** The answer arrives and its response does not; then the process dies and is started so much later. */
async function lost(text: string, { later, group = false }: { later: number; group?: boolean }): Promise<void> {
  bench.feishu.fail({ on: 'reply', as: 'lost', times: 1 });
  await say(text, undefined, group);
  bench.feishu.mend();
  expect(answers()).toHaveLength(1);
  expect(outbox()[0]?.state).toBe('queued');
  bench.feishu.clock.advance(later);
  bench.restart();
  await bench.work();
}

describe.each([0.5, 0.95, 2, 30])('tried again %s hours later', (later) => {
  it.each([false, true])('it shows once and is known by its message (in a group: %s)', async (group) => {
    await lost('今天收文12件', { later: later * hours, group });
    expect(answers()).toHaveLength(1);
    expect(outbox()).toMatchObject([{ state: 'done', message: answers()[0]?.messageId }]);
    expect(selectEntries(bench.db(), {})).toHaveLength(1);
    await bench.feishu.press(answers()[0]!.messageId, '撤销', 'ou_李梅');
    await bench.work();
    expect(answers().map((one) => one.text.split('\n')[0])).toEqual(['已撤销']);
  });
});

it('a reply that never arrived is sent, though late', async () => {
  bench.feishu.fail({ on: 'reply', as: 'broken', times: 1 });
  await say('今天收文12件');
  bench.feishu.mend();
  expect(answers()).toHaveLength(0);
  bench.feishu.clock.advance(2 * hours);
  await bench.work();
  expect(answers()).toHaveLength(1);
});

it('an answer of ours that is known is not taken for the lost one', async () => {
  await say('今天发文3件', '2026-05-11 08:50');
  bench.feishu.fail({ on: 'reply', as: 'broken', times: 1 });
  await say('今天收文12件');
  bench.feishu.mend();
  bench.feishu.clock.advance(2 * hours);
  await bench.work();
  expect(answers().map((one) => /收文|发文/.exec(one.text)?.[0])).toEqual(['发文', '收文']);
});

it('to a person it is looked for in his own chat', async () => {
  await say('今天发文3件', '2026-05-11 08:50');
  const delivery = {
    ...{ key: 'digest:ou_李梅:2026-05-11', chat: 'ou_李梅', about: [], at: at('2026-05-11 09:00').toISOString() },
    address: { to: 'person', id: 'ou_李梅' },
    reply: { lang: 'zh' as const, tone: 'plain' as const, title: '今日简报', blocks: [] },
  };
  queueDelivery(bench.db(), delivery);
  bench.feishu.fail({ on: 'create', as: 'lost', times: 1 });
  await bench.work();
  bench.feishu.mend();
  bench.feishu.clock.advance(2 * hours);
  await bench.work();
  expect(answers()).toHaveLength(2);
  expect(findDelivery(bench.db(), delivery.key)).toMatchObject({ state: 'done', messageId: answers()[1]?.messageId });
});

it('in a chat that may not be read it is not sent twice, and the delivery says so', async () => {
  bench.feishu.messages.hidden.add('oc_group');
  await lost('今天收文12件', { later: 2 * hours, group: true });
  expect(answers()).toHaveLength(1);
  expect(outbox()).toMatchObject([{ state: 'failed', error: expect.stringContaining('not sent again') }]);
});
