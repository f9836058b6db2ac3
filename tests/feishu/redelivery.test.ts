/** One message, one outcome: again after 15 s, 5 min, 1 h and 6 h, after a restart, under a new event id, both ways in. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { selectEntries } from '../../src/store/entries.ts';
import { type FeishuOffice, feishuOffice } from '../support/feishu-office.ts';
import { at } from '../support/fixed.ts';

let bench: FeishuOffice;
beforeAll(async () => {
  bench = await feishuOffice();
});
afterAll(() => bench.close());

const told = { chat: 'oc_李梅', sender: 'ou_李梅', text: '昨天督查农村教育 看了4个点 发现问题3个' };
const waits = { '15 s': 15_000, '5 min': 5 * 60_000, '1 h': 3600_000, '6 h': 6 * 3600_000 };
const answers = () => bench.feishu.messages.all.filter((one) => one.from === 'bot');

describe.each(['webhook', 'socket'] as const)('over the %s', (over) => {
  it.each(Object.entries(waits))(
    'the same event after %s, and under a new id, is one record and one card',
    async (_name, ms) => {
      await bench.fresh(over);
      bench.feishu.clock.set(at('2026-05-11 09:00'));
      const first = await bench.feishu.pushMessage(told);
      await bench.work();
      bench.feishu.clock.advance(ms);
      await bench.feishu.redeliver(first.eventId);
      await bench.feishu.pushMessage({ ...told, messageId: first.messageId, at: at('2026-05-11 09:00') });
      bench.restart();
      await bench.feishu.redeliver(first.eventId);
      await bench.feishu.pushMessage({ ...told, messageId: first.messageId, at: at('2026-05-11 09:00') });
      await bench.work();
      expect(selectEntries(bench.db(), { voided: true }).map((entry) => entry.on)).toEqual(['2026-05-10']);
      expect(answers()).toHaveLength(1);
    },
  );
});

it('that is taken only at the fourth time is recorded at its own day', async () => {
  await bench.fresh();
  bench.feishu.clock.set(at('2026-05-11 20:00'));
  let down = true;
  const routes = bench.door();
  bench.feishu.connect((request) => (down ? new Response('down', { status: 502 }) : routes(request)));
  await bench.feishu.pushMessage({ ...told, text: '今天收文12件' });
  await bench.feishu.advance(2 * 3600_000);
  expect(selectEntries(bench.db(), {})).toEqual([]);
  down = false;
  await bench.feishu.advance(6 * 3600_000);
  await bench.work();
  expect(selectEntries(bench.db(), {}).map((entry) => [entry.on, entry.quantity])).toEqual([['2026-05-11', 12]]);
});

it('that is kept but acknowledged too late comes again, and is one record', async () => {
  await bench.fresh();
  bench.feishu.clock.set(at('2026-05-11 09:00'));
  const routes = bench.door();
  let slow = true;
  bench.feishu.answerMs = 30;
  bench.feishu.connect(async (request) => {
    const answer = await routes(request);
    if (slow) await new Promise((resolve) => setTimeout(resolve, 60));
    return answer;
  });
  expect(await bench.feishu.pushMessage({ ...told, text: '今天收文12件' })).toMatchObject({ status: 0 });
  slow = false;
  bench.feishu.answerMs = 3000;
  await bench.feishu.advance(15_000);
  await bench.work();
  expect(selectEntries(bench.db(), {})).toHaveLength(1);
  expect(answers()).toHaveLength(1);
});

it('two people within a tenth of a second in one group: each his own record and his own answer', async () => {
  await bench.fresh();
  const group = { chat: 'oc_group', chatType: 'group' as const, mentions: [bench.feishu.bot] };
  bench.feishu.clock.set(at('2026-05-11 09:00'));
  const both = [
    bench.feishu.pushMessage({ ...group, sender: 'ou_施博', text: '@_user_1 今天发文7件' }),
    bench.feishu.pushMessage({
      ...group,
      sender: 'ou_吴东',
      text: '@_user_1 今天收文15件',
      at: new Date(bench.feishu.clock.now().getTime() + 90),
    }),
  ];
  const pushed = await Promise.all(both);
  await bench.work();
  expect(
    selectEntries(bench.db(), {})
      .map((entry) => [entry.by, entry.kind, entry.quantity])
      .sort(),
  ).toEqual([
    ['ou_吴东', 'incoming', 15],
    ['ou_施博', 'outgoing', 7],
  ]);
  expect(
    answers()
      .map((one) => one.replyTo)
      .sort(),
  ).toEqual(pushed.map((one) => one.messageId).sort());
});

describe('another process with the same app', () => {
  it('shows by answers that are not ours', async () => {
    await bench.fresh();
    await bench.say({ at: at('2026-05-11 09:00'), from: '李梅', group: false, text: '今天收文12件' });
    const sent = { msg_type: 'text', content: '{"text":"已记"}', uuid: 'u' };
    bench.feishu.messages.create({ type: 'chat_id', id: 'oc_李梅' }, sent);
    const back = await bench.readBack(at('2026-05-11 09:10'));
    expect(back.foreign).toHaveLength(1);
    expect(back.missed).toEqual([]);
  });

  it('is not suspected for what this process sent', async () => {
    await bench.fresh();
    await bench.say({ at: at('2026-05-11 09:00'), from: '李梅', group: false, text: '今天收文12件' });
    expect((await bench.readBack(at('2026-05-11 09:10'))).foreign).toEqual([]);
  });
});

it('a chat that may not be read is skipped, and the others are read', async () => {
  await bench.fresh();
  await bench.say({ at: at('2026-05-11 09:00'), from: '李梅', group: true, text: '今天收文12件' });
  await bench.say({ at: at('2026-05-11 09:01'), from: '王强', group: false, text: '今天发文1件' });
  bench.feishu.messages.hidden.add('oc_group');
  bench.feishu.clock.set(at('2026-05-11 09:05'));
  bench.feishu.say({ chat: 'oc_王强', sender: 'ou_王强', text: '今天发文2件' });
  expect(await bench.readBack(at('2026-05-11 09:10'))).toMatchObject({ unread: 1, missed: [{ text: '今天发文2件' }] });
});
