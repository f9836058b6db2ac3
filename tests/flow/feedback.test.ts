/** 对 and 不对 under answers and receipts: kept with the message and its reading, never a change of the ledger. */
import { describe, expect, it } from 'vitest';
import { selectEntries } from '../../src/store/entries.ts';
import { listFeedback } from '../../src/store/feedback.ts';
import { buttonsOf, testOffice } from '../support/fixed.ts';

const report = '昨天督查农村教育 看了4个点 发现问题3个';

describe('feedback', () => {
  it('right is thanked for and kept with the reading; no card follows', async () => {
    const office = testOffice();
    await office.say(report);
    const before = office.shown.length;
    expect(await office.press('对')).toBe('谢谢，记下了');
    expect(office.shown.length).toBe(before);
    const [judged] = listFeedback(office.db);
    expect(judged).toMatchObject({ text: report, feedback: { right: true, by: '李梅' }, numbers: ['督-2026-001'] });
    expect(judged?.reading[0]).toMatchObject({ do: 'log' });
  });

  it('wrong offers the form and the undo of that very message, and changes nothing itself', async () => {
    const office = testOffice();
    await office.say(report);
    const entries = selectEntries(office.db, {});
    await office.press('不对');
    expect(selectEntries(office.db, {})).toEqual(entries);
    const labels = buttonsOf(office.shown.at(-1)!.reply).map((button) => button.label);
    expect(labels).toEqual(['改 督-2026-001', '撤销']);
    await office.press('撤销');
    expect(selectEntries(office.db, {})).toEqual([]);
  });

  it('stands under a figure too, and the latest word holds', async () => {
    const office = testOffice();
    await office.say(report);
    await office.say('今年督查了几次');
    await office.press('不对');
    expect(office.shown.at(-1)?.reply.title).toBe('哪里不对？');
    await office.press('对');
    expect(listFeedback(office.db)).toMatchObject([{ text: '今年督查了几次', feedback: { right: true } }]);
  });

  it('is not asked for where nothing was written or reckoned', async () => {
    const office = testOffice();
    for (const text of ['谢谢', '帮助', '力争全年督查100次']) await office.say(text);
    expect(
      office.shown.flatMap((one) => buttonsOf(one.reply)).filter((button) => button.intent.do === 'feedback'),
    ).toEqual([]);
  });

  it('keeps no words of a message that was taken back', async () => {
    const office = testOffice();
    await office.say(report);
    await office.press('对');
    await office.recall('m1');
    expect(listFeedback(office.db)).toMatchObject([{ text: '', reading: [] }]);
  });

  it('in English speaks English', async () => {
    const office = testOffice();
    await office.say('Yesterday we inspected work safety at 6 sites and found 2 problems');
    await office.press('Wrong');
    expect(office.shown.at(-1)?.reply.lang).toBe('en');
  });
});
