/** Drafts: every figure stands in the facts, precision is kept, nothing is invented, nobody is named. */
import { describe, expect, it } from 'vitest';
import type { NewEntry } from '../../src/kinds/entry.ts';
import { readEntry } from '../../src/store/entries.ts';
import { figuresIn } from '../../src/writing/check.ts';
import { draft } from '../../src/writing/draft.ts';
import { sectionIds } from '../../src/writing/section-plan.ts';
import { asked, ledgerOf, smallYear } from './small-year.ts';

const db = ledgerOf(smallYear);
const drafted = await draft(db, asked);
const text = (id: string): string => drafted.sections.find((section) => section.id === id)?.text ?? '';
const whole = drafted.sections.map((section) => section.text).join('\n');

describe('the draft of a small year', () => {
  it('has the sections of the outline', () => {
    expect(drafted.sections.map((section) => section.id)).toEqual([...sectionIds]);
    expect(drafted.period).toBe('2025');
  });

  it.each([
    ['opening', '围绕“项目攻坚年”'],
    ['advice', '编发《江城政务》12期'],
    ['advice', '报送政务信息2篇，录用信息1篇，信息总得分8.5分'],
    ['supervision', '开展督查3次，内容涉及“2号路改造”、环境整治等方面，督查中发现问题4个'],
    ['documents', '印发文件500余件'],
    ['documents', '联网单位12家'],
    ['logistics', '保障会务20场次，参会约900人次'],
    ['proposals', '承办人大代表建议2件、政协提案1件，已办结2件，办结率66.7%，满意或基本满意率50%，反馈回收率66.7%'],
    ['law', '查阅档案30卷、7件'],
    ['party', '办公室连续3年被评为“满意单位”'],
    ['shortcomings', '一是信息数量偏少；二是调研不够深入。'],
    ['plans', '本期无相关记录。'],
  ])('%s says %s', (id, said) => {
    expect(text(id)).toContain(said);
  });

  it('puts every figure on a fact with records behind it', () => {
    for (const section of drafted.sections) {
      expect(section.unbound).toEqual([]);
      for (const fact of section.facts) {
        expect(fact.numbers.length).toBeGreaterThan(0);
        expect(fact.numbers.every((no) => readEntry(db, no) !== undefined)).toBe(true);
      }
      const covered = [...section.facts, ...section.names].map((one) => one.text).join(' ');
      for (const figure of figuresIn(section.text)) {
        if (figure.text !== '2025年') expect(covered).toContain(figure.text);
      }
    }
  });

  it('gives each fact an id of its own', () => {
    const ids = drafted.sections.flatMap((section) => section.facts.map((fact) => fact.id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('keeps how exact a figure is', () => {
    const facts = drafted.sections.flatMap((section) => section.facts);
    expect(facts.find((fact) => fact.measure === 'outgoing.issued')).toMatchObject({ value: 500, precision: 'over' });
    expect(facts.find((fact) => fact.measure === 'meeting.attendees')).toMatchObject({ precision: 'about' });
    expect(drafted.notes.join()).toContain('约数照登记的写');
  });

  it('names nobody, tells no plan as done, compares with no other year, adds no volumes to items', () => {
    expect(whole).not.toMatch(/赵铁柱|钱桂花|孙小虎|槐树巷|137\d+|用车办法|取消的会|同比|上年|2024|37件|22家/);
    expect(drafted.notes.join()).toContain('制-2025-001');
  });
});

describe('an empty period', () => {
  it('says of every section that nothing is recorded', async () => {
    const empty = await draft(db, { ...asked, name: '2023', period: { from: '2023-01-01', to: '2024-01-01' } });
    for (const section of empty.sections.slice(1)) expect(section.text).toBe('本期无相关记录。');
    expect(empty.sections.flatMap((section) => section.facts)).toEqual([]);
  });
});

describe('one section', () => {
  it('comes alone, without a number in its heading', async () => {
    const one = await draft(db, { ...asked, section: 'proposals' });
    expect(one.sections.map((section) => [section.id, section.heading])).toEqual([
      ['proposals', '加强协调，密切沟通，办好建议提案'],
    ]);
  });
});

describe('figures that must not be made', () => {
  it('gives no rate of approximate numbers, and says so', async () => {
    const rough = ledgerOf([
      {
        kind: 'proposal',
        on: '2025-03-01',
        quantity: 70,
        precision: 'over',
        status: 'closed',
        fields: { source: 'npc' },
      },
    ]);
    const one = await draft(rough, { ...asked, section: 'proposals' });
    expect(one.sections[0]?.text).toContain('人大代表建议70余件');
    expect(one.sections[0]?.text).not.toContain('率');
    expect(one.notes.join()).toContain('约数');
  });

  it('leaves out a sum that only few of the records carry', async () => {
    const visit = (day: string, visitors?: number): NewEntry => ({
      kind: 'reception',
      on: day,
      status: 'held',
      fields: visitors ? { visitors } : {},
    });
    const thin = ledgerOf([visit('2025-03-01', 9), visit('2025-03-02'), visit('2025-03-03')]);
    const one = await draft(thin, { ...asked, section: 'logistics' });
    expect(one.sections[0]?.text).toContain('公务接待3批');
    expect(one.sections[0]?.text).not.toContain('9人次');
    expect(one.notes.join()).toContain('只有部分记录');
  });
});
