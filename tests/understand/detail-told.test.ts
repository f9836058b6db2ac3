/** Details added to the record just spoken of: they go into its fields or its note, and never count twice. */
import { describe, expect, it } from 'vitest';
import { selectEntries } from '../../src/store/entries.ts';
import { testOffice } from '../support/fixed.ts';

async function ledgerAfter(said: readonly string[]) {
  const office = testOffice('2026-11-20 15:00');
  for (const text of said) await office.say(text);
  return selectEntries(office.db, {});
}

describe('a detail', () => {
  it.each([
    [['今天暗访窗口作风 跑了3个大厅 查出问题4个', '后来又发现3个问题'], { fields: { found: 7, places: 3 } }],
    [['今天督查西河村防火 看了4个点', '还发现3个问题'], { fields: { places: 4, found: 3 } }],
    [['今天督查危化品企业 发现隐患6处', '全部整改到位了'], { fields: { found: 6, fixed: 6 } }],
    [['今天督查危化品企业 发现隐患6处', '6处隐患里有两处是消防的'], { note: '6处隐患里有两处是消防的' }],
    [['今天收文15件', '其中3件是急件'], { quantity: 15, note: '其中3件是急件' }],
    [['今天开了防汛调度会', '参会人数42', '地点在二楼会议室'], { fields: { attendees: 42, venue: '二楼会议室' } }],
    [['今天查档18卷', '卷数是20'], { fields: { volumes: 20 } }],
  ])('%j', async (said, expected) => {
    const entries = await ledgerAfter(said);
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject(expected);
  });

  it.each([
    ['of another thing that is counted', ['今天收文15件', '还收了群众来信3件'], 2],
    ['of more than there is', ['今天督查危化品企业 发现隐患2处', '其中5处是消防的'], 1],
  ])('%s changes nothing', async (_, said, count) => {
    const entries = await ledgerAfter(said);
    expect(entries).toHaveLength(count);
    expect(entries[0]).toMatchObject({ quantity: entries[0]!.quantity });
    expect(entries.every((entry) => !entry.note)).toBe(true);
  });

  it('asked as a question changes nothing', async () => {
    const entries = await ledgerAfter(['今天开了防汛调度会', '参会人数是40吗?']);
    expect(entries[0]?.fields.attendees).toBeUndefined();
  });
});

describe('what counts only once', () => {
  it.each([
    ['收到政协提案9件,其中主办5件协办4件', [9]],
    ['今天收文11件 其中急件2件', [11]],
    ['今天来文11件 办件4件 阅件7件', [4, 7]],
  ])('%s', async (text, quantities) => {
    expect((await ledgerAfter([text])).map((entry) => entry.quantity)).toEqual(quantities);
  });

  it.each(['督查', '收文', '公务接待', 'reception'])('%s alone is no record', async (text) => {
    expect(await ledgerAfter([text])).toHaveLength(0);
  });

  it('a bare name answers no question that was asked back', async () => {
    const entries = await ledgerAfter(['今天督查了一趟', '收文']);
    expect(entries[0]?.fields.topic).toBeUndefined();
  });

  it('the same deed told twice on a day is one', async () => {
    const office = testOffice('2026-11-20 15:00');
    await office.say('督办 码头照明 城管局牵头');
    await office.say('码头照明督办办结了');
    expect(JSON.stringify(await office.say('码头照明督办办结了'))).toMatch(/没有再记/);
  });

  it('a number nobody has is no new record', async () => {
    expect(await ledgerAfter(['督办-2026-099 办结'])).toHaveLength(0);
  });

  it('a deed told by mistake is taken back', async () => {
    const [entry] = await ledgerAfter(['督办 渡口护栏 交通局牵头', '渡口护栏督办办结了', '说错了 还没办结']);
    expect(entry?.status).not.toBe('closed');
  });
});
