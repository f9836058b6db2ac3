/** A long answer stands in several messages: each is known, each shows its records as they stand, each can be answered. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readEntry } from '../../src/store/entries.ts';
import { addMove, logEntry } from '../../src/store/ledger.ts';
import { noteMentions } from '../../src/store/talks.ts';
import { cardButtons } from '../support/feishu/card-reading.ts';
import type { Shown } from '../support/feishu/fake-messages.ts';
import { type FeishuOffice, feishuOffice } from '../support/feishu-office.ts';
import { at } from '../support/fixed.ts';

let bench: FeishuOffice;
beforeAll(async () => {
  bench = await feishuOffice();
});
afterAll(() => bench.close());

const told = 'om_told';
const many = 48;
const matter = '关于加强和规范全区政府投资项目审计监督落实主体责任健全长效机制的建议';

/** As many proposals as one answer cannot show on one card, told in one message. */
function tellMany(): void {
  const hand = { by: 'ou_李梅', section: '督查科', at: at('2026-05-01 09:00'), source: told };
  const nos = Array.from({ length: many }, (_, index) => {
    const fields = { source: 'cppcc', caseNo: String(401 + index), coUnits: ['教育局', '城管局', '住建局'] };
    const entry = {
      on: '2026-03-02',
      title: `${index + 1}号${matter}`,
      unit: '民政局',
      note: matter.repeat(2),
      fields,
    };
    const { no } = logEntry(bench.db(), { kind: 'proposal', ...entry }, hand);
    addMove(bench.db(), no, { move: 'assign', on: '2026-03-05' }, hand);
    return no;
  });
  noteMentions(bench.db(), told, nos);
}

const say = (text: string, replyTo: string, time = '2026-05-11 09:00') =>
  bench.say({ at: at(time), from: '李梅', group: false, text, more: { replyTo } });
const answers = () => bench.feishu.messages.all.filter((one) => one.from === 'bot');
const numbersOn = (shown: Shown) => [...shown.text.matchAll(/^案-2026-\d+/gm)].map(String);

let first: Shown;
let second: Shown;
beforeEach(async () => {
  await bench.fresh();
  tellMany();
  await say('都办结了', told);
  const parts = answers();
  expect(parts.map((one) => one.text.split('\n')[0])).toEqual(['已更新（1/2）', '已更新（2/2）']);
  [first, second] = parts as [Shown, Shown];
});

describe('a reply to a later part', () => {
  it('finds the records on that part: 第3条 counts as shown there', async () => {
    const third = numbersOn(second)[2]!;
    await say('第3条', second.messageId);
    expect(bench.last('bot').text).toMatch(new RegExp(`^记录\\n${third} `));
  });

  it('changes the one meant and no other', async () => {
    const [, meant] = numbersOn(second);
    await say('第2件 委员满意', second.messageId);
    expect(readEntry(bench.db(), meant!)?.fields.satisfaction).toBe('satisfied');
    const others = [...numbersOn(first), ...numbersOn(second)].filter((no) => no !== meant);
    expect(others.filter((no) => readEntry(bench.db(), no)?.fields.satisfaction !== undefined)).toEqual([]);
  });

  it('finds them after a restart, and no message of ours is taken for a stranger’s', async () => {
    bench.restart();
    expect((await bench.readBack(at('2026-05-11 09:10'))).foreign).toEqual([]);
    await say('第1条', second.messageId);
    expect(bench.last('bot').text).toContain(numbersOn(second)[0]);
  });
});

describe.each([
  ['first', () => first],
  ['second', () => second],
])('撤销 in reply to the %s part', (_name, part) => {
  it('takes back what the answer tells of, also when something was told since', async () => {
    await bench.say({ at: at('2026-05-11 09:05'), from: '李梅', group: false, text: '今天收文12件' });
    await say('撤销', part().messageId, '2026-05-11 09:06');
    const states = [...numbersOn(first), ...numbersOn(second)].map((no) => readEntry(bench.db(), no)?.status);
    expect(new Set(states)).toEqual(new Set(['assigned']));
    expect(readEntry(bench.db(), '收-2026-001')?.void).toBe(false);
  });
});

describe('a press', () => {
  const undo = () => bench.feishu.press(second.messageId, '撤销', 'ou_李梅');

  it('on one part draws the others anew, each record as it stands', async () => {
    expect(first.text.match(/ · 已办结/g)).toHaveLength(numbersOn(first).length);
    await undo();
    await bench.work();
    expect(second.text).toMatch(/^已撤销\n/);
    expect(first.updates).toBe(1);
    expect(first.text).toMatch(/^已更新（1\/2）\n/);
    expect(first.text).not.toContain(' · 已办结');
    expect(first.text.match(/ · 已交办/g)).toHaveLength(numbersOn(first).length);
    expect(answers()).toHaveLength(2);
  });

  it('that brings them back shows that too, on every part', async () => {
    await undo();
    await bench.work();
    await bench.feishu.press(second.messageId, '恢复', 'ou_李梅');
    await bench.work();
    expect(first.updates).toBe(2);
    expect(first.text).not.toContain(' · 已交办');
    expect(readEntry(bench.db(), numbersOn(first)[0]!)?.status).toBe('closed');
  });

  it('on a question changes no card', async () => {
    await say('第1条', second.messageId);
    const [details] = cardButtons(bench.last('bot').card).map((button) => button.label);
    expect(details).toBeDefined();
    await bench.feishu.press(bench.last('bot').messageId, '改', 'ou_李梅');
    await bench.work();
    expect([first.updates, second.updates]).toEqual([0, 0]);
  });

  it('while the other card is gone leaves it, and is told all the same', async () => {
    first.recalled = true;
    await undo();
    await bench.work();
    expect(second.text).toMatch(/^已撤销\n/);
    expect(first.updates).toBe(0);
  });
});

it('a form opened from a receipt changes what the receipt shows', async () => {
  await bench.fresh();
  const clerk = { at: at('2026-05-11 09:00'), from: '李梅', group: false };
  await bench.say({ ...clerk, text: '今天督查农村教育 看了4个点 发现问题3个' });
  const receipt = bench.last('bot');
  await bench.feishu.press(receipt.messageId, '改', 'ou_李梅');
  await bench.work();
  const form = bench.last('bot');
  const save = cardButtons(form.card).map((button) => button.label)[0]!;
  await bench.feishu.press(form.messageId, save, 'ou_李梅', { values: { places: '9' } });
  await bench.work();
  expect(readEntry(bench.db(), '督-2026-001')?.fields.places).toBe(9);
  expect(receipt.text).toContain('点位：9个');
  expect(receipt.text).not.toContain('点位：4个');
  expect(receipt.text).toContain('[撤销]');
});

it('on a later page of a list a record is called by the number shown there, or by its place on the page', async () => {
  await bench.say({ at: at('2026-05-11 09:10'), from: '李梅', group: false, text: '列出今年的提案' });
  const list = bench.last('bot');
  await bench.feishu.press(list.messageId, '下一页', 'ou_李梅');
  await bench.work();
  const rows = [...list.text.matchAll(/^(\d+) \| (案-2026-\d+)/gm)].map(([, at, no]) => ({ at, no }));
  expect(rows[2]?.at).toBe('13');
  for (const text of ['第13条', '第3条']) {
    await say(text, list.messageId, '2026-05-11 09:12');
    expect(bench.last('bot').text).toContain(`${rows[2]?.no} `);
  }
});
