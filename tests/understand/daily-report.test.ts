/** What a section tells at the end of its day, in one message: every line, clause and bracket is kept, each with its own day. */
import { describe, expect, it } from 'vitest';
import { contextAt, entriesOf, hear } from './heard.ts';

type Row = [text: string, ...expected: Record<string, unknown>[]];

const reports: Row[] = [
  [
    '今天工作:\n1. 列席区政府第15次常务会,议题9个\n2. 收文6件,均已呈阅\n3. 接待市发改委调研组7人\n4. 督办渣土车整治,城管局反馈已完成80%',
    { kind: 'meeting', on: '2026-11-25', fields: { category: 'executive', topics: 9 } },
    { kind: 'incoming', quantity: 6 },
    { kind: 'reception', fields: { visitor: '市发改委', visitors: 7 } },
    { kind: 'supervision', status: 'reported', fields: { leadUnit: '城管局', progress: 80 } },
  ],
  [
    '上午:\n李区长主持召开安全生产会议,各镇街60人参加\n下午:\n陪张副区长到横山镇检查河道,发现问题2处\n晚上值班,接群众来电3个',
    { kind: 'meeting', fields: { attendees: 60 } },
    { kind: 'inspection', unit: '横山镇', fields: { found: 2 } },
    { kind: 'duty' },
  ],
  [
    '昨晚值班无异常,早上收市府办急件1份已呈李区长',
    { kind: 'duty', on: '2026-11-24' },
    { kind: 'incoming', on: '2026-11-25', fields: { from: '市府办', urgency: 'urgent' } },
  ],
  [
    '复议科:新收复议2件,审结3件(维持2件,撤销1件);应诉1件,胜诉。',
    { kind: 'reconsideration', quantity: 2 },
    { kind: 'reconsideration', quantity: 2, status: 'closed' },
    { kind: 'reconsideration', status: 'closed' },
    { kind: 'litigation', fields: { outcome: 'won' } },
  ],
  [
    '后勤:车辆出车6次,维修2次;食堂接待就餐210人次;采购办公用品3200元',
    { kind: 'logistics', quantity: 6, fields: { category: 'vehicle' } },
    { kind: 'logistics', quantity: 2, fields: { category: 'repair' } },
    { kind: 'logistics', fields: { category: 'canteen', people: 210 } },
    { kind: 'logistics', fields: { category: 'purchase', amount: 3200 } },
  ],
  [
    '小李借调过来 下周一报到;机关党委换届选举完成',
    { kind: 'organization', on: '2026-11-25' },
    { kind: 'organization', on: '2026-11-30', status: 'planned' },
    { kind: 'party', on: '2026-11-25', fields: { category: 'election' } },
  ],
  [
    'Weekly note from the secretariat:\n- drafted 3 speeches\n- sent 5 news items, 1 adopted by the province\n- 12 documents in, 4 out',
    { kind: 'research', quantity: 3 },
    { kind: 'information', quantity: 5 },
    { kind: 'information', status: 'adopted', fields: { level: 'provincial' } },
    { kind: 'incoming', quantity: 12 },
    { kind: 'outgoing', quantity: 4 },
  ],
];

describe('a report of the day', () => {
  it.each(reports)('%j', (text, ...expected) => {
    const entries = entriesOf(hear(text, contextAt('2026-11-25T17:30:00+08:00')));
    expect(entries).toMatchObject(expected);
    expect(entries).toHaveLength(expected.length);
  });

  it('a body whose name only ends like one is no unit', () => {
    const [entry] = entriesOf(hear('今天开了人大建议面商会', contextAt()));
    expect(entry?.unit).toBeUndefined();
  });
});
