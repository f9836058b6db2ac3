/** Practice: what is said meanwhile counts nowhere, its cards say so, and everything else works as in earnest. */
import { describe, expect, it } from 'vitest';
import { openDb } from '../../src/node-office.ts';
import { selectEntries } from '../../src/store/entries.ts';
import { savePerson } from '../../src/store/people.ts';
import { type TestOffice, testOffice } from '../support/fixed.ts';

const report = '昨天督查农村教育 看了4个点 发现问题3个';

function practising(): TestOffice & { practised: () => ReturnType<typeof selectEntries> } {
  const { db } = openDb(':memory:');
  let used = false;
  const ledger = {
    open: () => {
      used = true;
      return db;
    },
    used: () => used,
  };
  const office = testOffice('2026-11-20 10:00', {}, ledger);
  return { ...office, practised: () => selectEntries(db, {}) };
}

describe('practice', () => {
  it('records nothing in the ledger, answers from its own, and ends', async () => {
    const office = practising();
    expect(await office.say('试一下')).toContain('演练开始');
    expect(await office.say(report)).toMatch(/^【演练】已记 1 条/);
    expect(await office.say('今年督查了几次')).toContain('1 次');
    expect(selectEntries(office.db, { voided: true })).toEqual([]);
    expect(await office.say('结束演练')).toContain('演练结束');
    expect(await office.say(report)).toMatch(/^已记 1 条/);
    expect(selectEntries(office.db, {}).map((entry) => entry.no)).toEqual(['督-2026-001']);
    expect(office.practised().length).toBe(1);
  });

  it('corrects, undoes by button and by recall there', async () => {
    const office = practising();
    await office.say('试一下');
    await office.say(report);
    await office.say('不是3个 是5个');
    expect(office.practised()[0]?.fields.found).toBe(5);
    await office.press('撤销');
    expect(office.practised()[0]?.fields.found).toBe(3);
    await office.recall('m2');
    expect(office.practised()).toEqual([]);
    expect(office.shown.every((one, index) => index === 0 || one.reply.title?.startsWith('【演练】'))).toBe(true);
  });

  it('is one person’s: a colleague meanwhile speaks in earnest', async () => {
    const office = practising();
    await office.say('试一下');
    await office.say(report, { sender: { id: '王强', name: '王强' }, chat: '王强' });
    expect(selectEntries(office.db, {}).length).toBe(1);
  });

  it('cards of the practice stay practice after it has ended', async () => {
    const office = practising();
    await office.say('试一下');
    await office.say(report);
    await office.say('结束演练');
    await office.press('撤销');
    expect(office.practised()).toEqual([]);
  });

  it('keeps the rights of the office', async () => {
    const office = practising();
    savePerson(office.db, '李梅', { name: '李梅', role: 'none' });
    await office.say('试一下');
    expect(await office.say(report)).toContain('名单');
    expect(office.practised()).toEqual([]);
  });

  it('an old start delivered again does not begin it anew', async () => {
    const office = practising();
    await office.say('试一下');
    await office.say('结束演练');
    await office.say('试一下', { key: 'm1', messageId: 'm1' });
    await office.say(report);
    expect(selectEntries(office.db, {}).length).toBe(1);
  });

  it('is for private chats, and said so elsewhere', async () => {
    const office = practising();
    expect(await office.say('试一下', { chat: 'oc_group', chatType: 'group' })).toContain('单聊');
    await office.say(report, { chat: 'oc_group', chatType: 'group' });
    expect(selectEntries(office.db, {}).length).toBe(1);
    expect(await testOffice().say('practice mode')).toContain('private chat');
  });
});
