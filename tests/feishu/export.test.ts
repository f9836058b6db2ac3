/** 导出 in Feishu: the table comes as a file, with the records of what was asked and nobody else's words in between. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readWorkbook } from '../../src/files/workbook.ts';
import { savePerson } from '../../src/store/people.ts';
import { type FeishuOffice, feishuOffice } from '../support/feishu-office.ts';
import { at } from '../support/fixed.ts';

let bench: FeishuOffice;
beforeAll(async () => {
  bench = await feishuOffice();
});
beforeEach(async () => {
  await bench.fresh();
  await say('今天督查农村教育 看了4个点 发现问题3个');
  await say('昨天督查环境整治 看了2个点');
  await say('今天收文12件');
});
afterAll(() => bench.close());

let minute = 0;
const say = (text: string, from = '李梅') => {
  minute = (minute + 1) % 60;
  return bench.say({ at: at(`2026-05-11 09:${String(minute).padStart(2, '0')}`), from, group: false, text });
};
const sheets = async () => readWorkbook([...bench.feishu.more.files.values()].at(-1)!);

describe('an export', () => {
  it('comes as a workbook behind its answer, the records of the question alone', async () => {
    await say('导出今年督查');
    expect(bench.heard()).toMatch(/^导出 2 条：督查次数.*\n.*\n\[文件\] 督查次数-2026-05-11\.xlsx$/s);
    const [sheet, ...others] = await sheets();
    expect(others).toEqual([]);
    expect(sheet?.name).toBe('督查');
    expect(sheet?.rows.slice(1).map(([no]) => no)).toEqual(['督-2026-002', '督-2026-001']);
    expect(sheet?.rows[0]).toContain('发现问题');
  });

  it('takes what was last listed, at a press or a word', async () => {
    await say('列出今年督查');
    await bench.press({ at: at('2026-05-11 10:00'), from: '李梅', label: '导出' });
    expect((await sheets())[0]?.rows).toHaveLength(3);
    await say('今年收文多少件');
    await say('导出');
    expect((await sheets()).map(({ name }) => name)).toEqual(['收文']);
  });

  it('has what was recorded since it was asked for corrected, not what was taken back', async () => {
    bench.feishu.fail({ on: 'upload', as: 'drop' });
    await say('导出今年督查');
    expect(bench.feishu.more.files.size).toBe(0);
    await say('撤销 督-2026-002');
    bench.feishu.clock.set(at('2026-05-11 12:00'));
    await bench.work();
    expect((await sheets())[0]?.rows.slice(1).map(([no]) => no)).toEqual(['督-2026-001']);
  });

  it('is sent once where the answer to the sending was lost', async () => {
    bench.feishu.fail({ on: 'reply', as: 'delay', delayMs: 1 });
    bench.feishu.fail({ on: 'reply', as: 'lost' });
    await say('导出今年督查');
    bench.feishu.clock.set(at('2026-05-11 09:59'));
    await bench.work();
    expect(bench.feishu.chat('oc_李梅').filter(({ type }) => type === 'file')).toHaveLength(1);
  });

  it('that cannot be sent is told of, with the mend', async () => {
    bench.feishu.app.scopes.delete('im:resource');
    await say('导出今年督查');
    expect(bench.heard()).toContain('表格没有发出去：应用缺少权限 im:resource');
  });
});

describe('the whole ledger', () => {
  it('is not everybody’s to take away', async () => {
    await say('导出整个台账');
    expect(bench.heard()).toContain('只有科长、主任和管理员能导出');
    expect(bench.feishu.more.files.size).toBe(0);
  });

  it('comes kind by kind', async () => {
    savePerson(bench.db(), 'ou_王科', { name: '王科', role: 'head' });
    await say('导出整个台账', '王科');
    expect((await sheets()).map(({ name }) => name)).toEqual(['督查', '收文']);
  });
});
