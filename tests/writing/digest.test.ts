/** The digest: exceptions only, said plainly when there are none, never more than twelve lines. */
import { describe, expect, it } from 'vitest';
import type { NewEntry } from '../../src/kinds/entry.ts';
import { replyText } from '../../src/reply.ts';
import { digestReply } from '../../src/writing/digest.ts';
import { ledgerOf } from './small-year.ts';

const today = '2026-11-23';
const told = (entries: readonly NewEntry[], lang: 'zh' | 'en' = 'zh') =>
  replyText(digestReply(ledgerOf(entries), { today, lang }));
const proposal = (more: Partial<NewEntry>): NewEntry => ({
  kind: 'proposal',
  on: '2026-03-02',
  title: '社区食堂',
  status: 'assigned',
  unit: '民政局',
  ...more,
  fields: { source: 'cppcc', ...more.fields },
});

describe('a day with nothing', () => {
  it('says so in both languages', () => {
    expect(told([])).toContain('0 件逾期，0 件新增');
    expect(told([], 'en')).toContain('0 overdue, 0 new');
    expect(told([])).toContain('每日简报 · 2026年11月23日 周一');
  });
});

describe('a day with exceptions', () => {
  const entries: NewEntry[] = [
    proposal({ due: '2026-06-02' }),
    proposal({ due: '2026-06-05' }),
    proposal({ unit: '住建局', due: today }),
    proposal({ unit: '交通局', due: '2026-11-24' }),
    proposal({ unit: '水利局', due: '2026-11-27' }),
    proposal({ unit: '教育局', due: '2026-12-30' }),
    { kind: 'inspection', on: '2026-11-20', fields: { topic: '环境整治' } },
    { kind: 'inspection', on: '2026-11-22', quantity: 2, fields: { topic: '环境整治' } },
    { kind: 'inspection', on: '2026-11-19', fields: { topic: '环境整治' } },
    { kind: 'instruction', on: today, title: '路灯', unit: '城管局', fields: { leader: '沈区长', nature: 'assign' } },
    { kind: 'meeting', on: today, status: 'planned', title: '常务会', fields: {} },
  ];
  const text = told(entries);

  it('merges what is overdue by unit, with the numbers', () => {
    expect(text).toContain('逾期2件：民政局2件（案-2026-001、案-2026-002）');
  });

  it('tells what is due today, tomorrow and in the rest of the week, each once', () => {
    expect(text).toContain('今日到期：住建局1件（案-2026-003）');
    expect(text).toContain('明日到期：交通局1件（案-2026-004）');
    expect(text).toContain('本周内到期：水利局1件（案-2026-005）');
    expect(text).not.toContain('教育局');
  });

  it('counts on a Monday what came since Friday', () => {
    expect(text).toContain('新增：督查3次');
    expect(text).toContain('新批示：城管局1条（批-2026-001）');
    expect(text).toContain('今日安排：会务1场');
  });

  it('ends with the year to date and stays short', () => {
    expect(text).toContain('今年：督查4次 | 提案6件');
    expect(text.split('\n').length).toBeLessThanOrEqual(12);
    expect(told(entries, 'en')).toContain('2 overdue: 民政局 2 (案-2026-001, 案-2026-002)');
  });
});

describe('ends and complaints', () => {
  it('tells closed ones and dissatisfied ones, by unit and never by person', () => {
    const text = told([
      proposal({ on: '2026-11-20', status: 'closed', fields: { satisfaction: 'satisfied', proposer: '周委员' } }),
      proposal({ on: '2026-11-20', status: 'closed', unit: '城管局', fields: { satisfaction: 'dissatisfied' } }),
    ]);
    expect(text).toContain('办结：建议提案2件');
    expect(text).toContain('不满意：城管局1件（案-2026-002）');
    expect(text).not.toContain('周委员');
  });
});
