/** One more of what was told last, in words that name no kind: what is not said anew is as it was. */
import { describe, expect, it } from 'vitest';
import { selectEntries } from '../../src/store/entries.ts';
import { hold } from './hold.ts';

type Row = [said: string[], ...expected: Record<string, unknown>[]];

const rows: Row[] = [
  [
    ['今天督查横山镇防汛物资 发现问题3个', '再加一个白河镇的'],
    { kind: 'inspection', unit: '横山镇', fields: { topic: '防汛物资', found: 3 } },
    { kind: 'inspection', unit: '白河镇', fields: { topic: '防汛物资' } },
  ],
  [
    ['立个督办:渣土车抛洒,城管局,月底前', '再立一个 建筑扬尘 住建局', '又来一件 老旧电梯 市场监管局 12月底'],
    { kind: 'supervision', title: '渣土车抛洒', unit: '城管局', due: '2026-11-30' },
    { kind: 'supervision', title: '建筑扬尘', unit: '住建局' },
    { kind: 'supervision', title: '老旧电梯', unit: '市场监管局', due: '2026-12-31' },
  ],
  [
    ['李区长在信访专报上批了 请信访局妥善处理', '再加一条 张副区长也批了同意'],
    { kind: 'instruction', fields: { leader: '李区长' } },
    { kind: 'instruction', title: '信访专报', fields: { leader: '张副区长', subject: '信访专报' } },
  ],
  [
    ['Inspected fire safety at 3 schools today', 'Another one: food safety at 2 markets'],
    { kind: 'inspection', fields: { topic: 'fire safety', places: 3 } },
    { kind: 'inspection', fields: { topic: 'food safety', places: 2 } },
  ],
];

describe('another like it', () => {
  it.each(rows)('%j', async (said, ...expected) => {
    const { db } = await hold(said);
    const entries = await selectEntries(db, {});
    expect([...entries].sort((a, b) => a.no.localeCompare(b.no))).toMatchObject(expected);
    expect(entries).toHaveLength(expected.length);
  });

  it.each([
    ['with nothing told before', ['再立一个 建筑扬尘 住建局'], 0],
    ['as a wish', ['立个督办:渣土车抛洒,城管局,月底前', '希望再立一个 建筑扬尘'], 1],
    ['that tells nothing of its own', ['立个督办:渣土车抛洒,城管局,月底前', '再来一个'], 1],
    ['that names another kind', ['立个督办:渣土车抛洒,城管局,月底前', '再开一个专题会 20人'], 2],
  ])('%s', async (_, said, count) => {
    const { db } = await hold(said);
    const entries = await selectEntries(db, {});
    expect(entries).toHaveLength(count);
    expect(entries.filter(({ kind }) => kind === 'supervision').length).toBe(Math.min(count, 1));
  });
});

describe('a value of the record just told', () => {
  it.each([
    [['今天收了3个文', '都是急件'], { quantity: 3, fields: { urgency: 'urgent' } }],
    [['开常务会 12个议题 45人', '改成专题会', '算了 还是常务会'], { fields: { category: 'executive', attendees: 45 } }],
    [['接待省发改委来了8个人', '是6个'], { quantity: 1, fields: { visitors: 6 } }],
    [['督办 老旧电梯更新 住建局 12月底'], { status: 'registered', due: '2026-12-31', on: '2026-11-20' }],
  ])('%j', async (said, expected) => {
    const { db } = await hold(said);
    const entries = await selectEntries(db, {});
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject(expected);
  });
});
