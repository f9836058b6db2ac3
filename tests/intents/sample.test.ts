/** The sample in the ledger: put into an empty one, named on every card, out again without a trace. */
import { describe, expect, it } from 'vitest';
import { selectEntries } from '../../src/store/entries.ts';
import { moves, serials } from '../../src/store/schema.ts';
import { testOffice } from '../support/fixed.ts';

const mark = '虚构的示例数据';

describe('the sample year', () => {
  it('is loaded into an empty ledger, answers questions and has something overdue', async () => {
    const office = testOffice();
    expect(await office.say('装入示例数据')).toContain('已装入示例数据');
    const answer = await office.say('今年提案办结率多少');
    expect(answer).toMatch(/\d+\.\d%（\d+\/\d+）/);
    expect(answer).toContain(mark);
    expect(await office.say('哪些督办件逾期了')).toMatch(/督办-2026-\d+/);
    expect(await office.say('今日简报')).toContain(mark);
    expect(await office.say('装入示例')).toContain('已经装好');
  });

  it('speaks English too', async () => {
    const office = testOffice();
    expect(await office.say('load a sample year')).toContain('Sample year loaded');
    expect(await office.say('how many inspections this year?')).toContain('fictitious sample year');
    expect(await office.say('remove the sample')).toContain('Sample year removed');
  });

  it('does not mark the receipt of a record of one’s own', async () => {
    const office = testOffice();
    await office.say('装入示例数据');
    expect(await office.say('昨天督查农村教育 看了4个点 发现问题3个')).not.toContain(mark);
  });

  it('goes in one press; own records stay, numbers start afresh', async () => {
    const office = testOffice();
    await office.say('装入示例数据');
    await office.say('昨天督查农村教育 看了4个点 发现问题3个');
    const [own] = selectEntries(office.db, {}).filter((entry) => entry.by === '李梅');
    await office.say('装入示例');
    await office.press('清除示例');
    expect(selectEntries(office.db, { voided: true }).map((entry) => entry.no)).toEqual([own?.no]);
    expect(
      new Set(
        office.db
          .select()
          .from(moves)
          .all()
          .map((move) => move.no),
      ),
    ).toEqual(new Set([own?.no]));
    expect(
      office.db
        .select()
        .from(serials)
        .all()
        .map((row) => row.prefix),
    ).toEqual(['督']);
    expect(await office.say('今天收到请示 石桥镇要修路资金20万')).toContain('请-2026-001');
    expect(await office.say('清除示例')).toContain('没有示例数据');
  });

  it('is refused by a ledger with records, and taken once they are taken back', async () => {
    const office = testOffice();
    await office.say('昨天督查农村教育 看了4个点 发现问题3个');
    expect(await office.say('装入示例数据')).toContain('只装进空台账');
    await office.say('撤销');
    expect(await office.say('装入示例数据')).toContain('已装入示例数据');
  });
});
