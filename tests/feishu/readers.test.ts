/** 谁看了 in Feishu: who has read what the bot sent, who has not, and a reminder to those alone. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { savePerson } from '../../src/store/people.ts';
import { type FeishuOffice, feishuOffice } from '../support/feishu-office.ts';
import { at } from '../support/fixed.ts';

let bench: FeishuOffice;
let minute: number;
beforeAll(async () => {
  bench = await feishuOffice();
});
beforeEach(async () => {
  minute = 0;
  await bench.fresh();
  await say('李梅', '督办事项 老旧小区加装电梯 住建局牵头 6月10日前完成');
  await say('周区长', '你好');
  savePerson(bench.db(), 'ou_周区长', { role: 'leader', name: '周区长' });
  savePerson(bench.db(), 'ou_李梅', { name: '李梅' });
});
afterAll(() => bench.close());

const day = '2026-05-11';
async function say(from: string, text: string, more: { on?: string; group?: boolean; replyTo?: string } = {}) {
  minute += 1;
  const when = at(`${more.on ?? day} 09:${String(minute).padStart(2, '0')}`);
  const { replyTo } = more;
  await bench.say({
    ...{ at: when, from, group: more.group ?? false, text },
    ...(replyTo ? { more: { replyTo } } : {}),
  });
}
/** The last message of the bot in this chat. */
const lastIn = (chat: string) =>
  bench.feishu
    .chat(chat)
    .filter(({ from }) => from === 'bot')
    .at(-1)!.messageId;

describe('a 催办', () => {
  beforeEach(() => say('周区长', '催一下 督办-2026-001'));

  it('nobody has read is told so, and read is told with the hour', async () => {
    const urge = lastIn('oc_李梅');
    await say('周区长', '催办谁看了');
    expect(bench.heard()).toMatch(/已读 0 人，未读 1 人/);
    expect(bench.heard()).toMatch(/未读：李梅/);
    bench.feishu.more.readers.set(urge, ['ou_李梅']);
    await say('周区长', '催办谁看了');
    expect(bench.heard()).toMatch(/已读 1 人，未读 0 人/);
    // Sent at 09:03, read five minutes later.
    expect(bench.heard()).toMatch(/已读：李梅（09:08）/);
  });

  it('is sent once more to who has not read it, once a day', async () => {
    await say('周区长', '催办谁看了');
    const before = bench.feishu.chat('oc_李梅').length;
    await bench.press({ at: at(`${day} 10:00`), from: '周区长', label: '催一下' });
    expect(bench.feishu.chat('oc_李梅')).toHaveLength(before + 1);
    await bench.press({ at: at(`${day} 10:05`), from: '周区长', label: '催一下' });
    expect(bench.feishu.chat('oc_李梅')).toHaveLength(before + 1);
  });

  it('is nobody else’s to ask after', async () => {
    await say('孙干事', '催办谁看了');
    expect(bench.heard()).toMatch(/没有您能查的催办/);
  });

  it('older than Feishu remembers is said to be so', async () => {
    await say('周区长', '催办谁看了', { on: '2026-05-20' });
    expect(bench.heard()).toMatch(/近 7 天没有/);
  });

  it('replied to after more than seven days is said to be too old', async () => {
    savePerson(bench.db(), 'ou_陈主任', { role: 'director', name: '陈主任' });
    const urge = lastIn('oc_李梅');
    await say('陈主任', '谁看了', { on: '2026-05-19', replyTo: urge });
    expect(bench.heard()).toContain('飞书只给 7 天内消息的已读情况');
  });

  it('taken away since cannot be asked after', async () => {
    savePerson(bench.db(), 'ou_陈主任', { role: 'director', name: '陈主任' });
    const urge = lastIn('oc_李梅');
    bench.feishu.recall(urge);
    await say('陈主任', '谁看了', { replyTo: urge });
    expect(bench.heard()).toContain('只能查台账助手自己发出、还在的消息');
  });

  it('without the scope the mend is told', async () => {
    for (const scope of ['im:message:readonly', 'im:message']) bench.feishu.app.scopes.delete(scope);
    await say('周区长', '催办谁看了');
    expect(bench.heard()).toMatch(/应用缺少权限 im:message:readonly/);
  });

  it('is asked after in English as well', async () => {
    await say('周区长', 'who has read the reminder');
    expect(bench.heard()).toMatch(/0 read, 1 not yet/);
  });
});

describe('a message in a group', () => {
  beforeEach(() => say('李梅', '今年督办件几件', { group: true }));

  it('tells who of the group has not read it', async () => {
    const chat = bench.last('bot').chat;
    const answer = lastIn(chat);
    savePerson(bench.db(), 'ou_陈主任', { role: 'director', name: '陈主任' });
    bench.feishu.more.members.set(chat, ['ou_李梅', 'ou_陈主任', 'ou_王科长']);
    bench.feishu.more.people.set('ou_王科长', { name: '王科长' });
    bench.feishu.more.readers.set(answer, ['ou_陈主任']);
    bench.feishu.app.scopes.add('im:chat.members:read');
    await say('陈主任', '谁看了', { group: true, replyTo: answer });
    expect(bench.heard()).toMatch(/已读 1 人，未读 2 人/);
    expect(bench.heard()).toMatch(/未读：李梅、王科长/);
  });

  it('is a matter for heads and for whoever asked, and for nobody else', async () => {
    const answer = lastIn(bench.last('bot').chat);
    await say('孙干事', '谁看了', { group: true, replyTo: answer });
    expect(bench.heard()).toMatch(/只有科长、主任、管理员/);
    await say('李梅', '谁看了', { group: true, replyTo: answer });
    expect(bench.heard()).not.toMatch(/只有科长/);
  });

  it('tells who has, where the members may not be seen', async () => {
    const chat = bench.last('bot').chat;
    const answer = lastIn(chat);
    bench.feishu.more.readers.set(answer, ['ou_李梅']);
    bench.feishu.app.scopes.delete('im:chat');
    bench.feishu.app.scopes.delete('im:chat:readonly');
    bench.feishu.app.scopes.delete('im:chat.members:read');
    await say('李梅', '谁看了', { group: true, replyTo: answer });
    expect(bench.heard()).toMatch(/已读 1 人/);
    expect(bench.heard()).toMatch(/im:chat.members:read/);
  });
});

describe('a digest', () => {
  it('is asked after by the director; a leader is reminded without a ring, and only once a day', async () => {
    savePerson(bench.db(), 'ou_陈主任', { role: 'director', name: '陈主任' });
    await bench.tick(at(`${day} 09:30`));
    const digest = lastIn('oc_周区长');
    await bench.say({ at: at(`${day} 10:00`), from: '陈主任', group: false, text: '简报谁看了' });
    expect(bench.heard()).toMatch(/每日简报.*\n未读：周区长/);
    await bench.press({ at: at(`${day} 10:01`), from: '陈主任', label: '催一下' });
    expect(bench.feishu.transcript('oc_周区长')).toContain('再次提醒 · 每日简报');
    expect(bench.feishu.more.buzzes).toEqual([]);
    bench.feishu.more.readers.set(digest, ['ou_周区长']);
    await bench.say({ at: at(`${day} 10:02`), from: '陈主任', group: false, text: 'who has read the digest' });
    expect(bench.heard()).toMatch(/1 read, 0 not yet/);
  });

  it('is no clerk’s to ask after', async () => {
    await bench.tick(at(`${day} 09:30`));
    await bench.say({ at: at(`${day} 10:00`), from: '孙干事', group: false, text: '简报谁看了' });
    expect(bench.heard()).toContain('只有科长、主任、管理员');
  });
});
