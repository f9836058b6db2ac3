/** From Feishu's events to what people see, through the real door and the real office. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { selectEntries } from '../../src/store/entries.ts';
import { type FeishuOffice, feishuOffice } from '../support/feishu-office.ts';
import { at } from '../support/fixed.ts';
import { feishuBody } from './feishu-body.ts';

let bench: FeishuOffice;
beforeEach(async () => {
  bench = await feishuOffice();
});
afterEach(() => bench.close());

const told = { at: at('2026-05-11 09:00'), from: '李梅', group: false, text: '今天督查农村教育 看了4个点' };
const latest = () => bench.feishu.messages.all.filter((one) => one.from === 'bot').at(-1)!;
const bots = () => bench.feishu.messages.all.filter((one) => one.from === 'bot');

describe('a recall', () => {
  it('redraws the receipt, however often it is pushed', async () => {
    await bench.say(told);
    const said = bench.feishu.messages.all.find((one) => one.from === 'ou_李梅')!;
    const pushed = await bench.feishu.pushRecall(said.messageId);
    await bench.feishu.redeliver(pushed.eventId);
    await bench.feishu.pushRecall(said.messageId);
    await bench.work();
    expect(bots()).toHaveLength(1);
    expect(latest()).toMatchObject({ updates: 1, text: expect.stringContaining('已撤回') });
    expect(selectEntries(bench.db(), {})).toEqual([]);
  });

  it('of a message told over two weeks ago is answered anew', async () => {
    await bench.say(told);
    await bench.recall({ at: at('2026-06-11 09:00'), from: '李梅' });
    expect(bots().map((one) => one.updates)).toEqual([0, 0]);
    expect(latest().text).toContain('已撤回');
    await bench.press({ at: at('2026-06-11 09:01'), from: '李梅', label: '恢复' });
    expect(selectEntries(bench.db(), {})).toHaveLength(1);
  });

  it('of an answer by an administrator leaves the record, and its undo is told anew', async () => {
    await bench.say(told);
    bench.feishu.recall(latest().messageId);
    await bench.recall({ at: at('2026-05-11 09:05'), from: '李梅' });
    expect(bots()).toHaveLength(2);
    expect(latest().text).toContain('已撤回');
  });

  it('that comes before its message keeps it from being performed', async () => {
    bench.feishu.clock.set(told.at);
    await bench.feishu.pushRecall('om_late');
    await bench.feishu.pushMessage({ chat: 'oc_李梅', sender: 'ou_李梅', text: told.text, messageId: 'om_late' });
    await bench.work();
    expect(bots()).toEqual([]);
    expect(selectEntries(bench.db(), { voided: true })).toEqual([]);
  });
});

it('an edited message comes under the same id and only offers what changed', async () => {
  bench.feishu.clock.set(told.at);
  const push = { chat: 'oc_李梅', sender: 'ou_李梅', messageId: 'om_edited' };
  await bench.feishu.pushMessage({ ...push, text: told.text });
  await bench.work();
  bench.feishu.clock.set(at('2026-05-11 09:05'));
  for (let time = 0; time < 2; time += 1) await bench.feishu.pushEdit('om_edited', '今天督查农村教育 看了9个点');
  await bench.work();
  expect(selectEntries(bench.db(), {}).map((entry) => entry.fields.places)).toEqual([4]);
  expect(bots().map((one) => one.text)).toEqual([
    expect.stringContaining('已记'),
    expect.stringContaining('改后 点位 9'),
  ]);
});

it('a message first heard of when it was changed is recorded as it reads, and its first version adds nothing', async () => {
  bench.feishu.clock.set(told.at);
  bench.feishu.say({ chat: 'oc_李梅', sender: 'ou_李梅', messageId: 'om_late_edit', text: told.text });
  bench.feishu.clock.set(at('2026-05-11 09:05'));
  await bench.feishu.pushEdit('om_late_edit', '今天督查农村教育 看了9个点');
  await bench.feishu.pushMessage({
    chat: 'oc_李梅',
    sender: 'ou_李梅',
    messageId: 'om_late_edit',
    text: told.text,
    at: told.at,
  });
  await bench.work();
  expect(selectEntries(bench.db(), {}).map((entry) => entry.fields.places)).toEqual([9]);
  expect(bots()).toHaveLength(1);
});

it('a picture is answered, once', async () => {
  const payload = feishuBody('message-image');
  for (let time = 0; time < 2; time += 1) await bench.feishu.push({ payload, form: 'encrypted' });
  await bench.work();
  expect(bots().map((one) => one.text)).toEqual([expect.stringContaining('图片')]);
});

it('greets a person and a group once', async () => {
  for (const name of ['chat-entered', 'chat-created', 'bot-added', 'chat-entered', 'bot-added']) {
    const pushed = await bench.feishu.push({ payload: feishuBody(name), form: 'encrypted' });
    expect(pushed.status).toBe(200);
  }
  await bench.work();
  expect(bots().map((one) => one.chat)).toEqual(['oc_p2p_ou_li', 'oc_group']);
});

it('does what was chosen from the menu', async () => {
  const payload = feishuBody('bot-menu');
  for (let time = 0; time < 2; time += 1) await bench.feishu.push({ payload, form: 'encrypted' });
  await bench.work();
  expect(bots().map((one) => one.chat)).toEqual(['oc_p2p_ou_li']);
});
