/** Answers: the figure first, what it means, the days it covers, other readings beside it; refusals say what is missing. */
import { describe, expect, it } from 'vitest';
import { ask } from '../../src/intents/ask.ts';
import type { AskIntent } from '../../src/intents/ask-shape.ts';
import { find } from '../../src/intents/find.ts';
import type { Outcome, Turn } from '../../src/intents/intent.ts';
import { openDb } from '../../src/node-office.ts';
import { replyText } from '../../src/reply.ts';
import { addMove, type Hand, logEntry } from '../../src/store/ledger.ts';
import { at, buttonsOf, zone } from '../support/fixed.ts';

const hand: Hand = { by: '李梅', section: '督查科', at: at('2026-11-20 10:00'), source: 'm1' };
const db = openDb(':memory:').db;
const year = { from: '2026-01-01', to: '2026-11-21' };

for (let index = 0; index < 12; index += 1) {
  const topic = index < 8 ? '环境整治' : '农村教育';
  logEntry(
    db,
    {
      kind: 'inspection',
      on: `2026-${String((index % 6) + 1).padStart(2, '0')}-10`,
      unit: '城东街道',
      fields: { topic },
    },
    hand,
  );
}
for (let index = 0; index < 10; index += 1)
  logEntry(db, { kind: 'inspection', on: '2025-03-10', fields: { topic: '环境整治' } }, hand);
for (const [caseNo, assigned, closed] of [
  ['1', '2025-12-01', '2026-01-20'],
  ['2', '2026-02-01', '2026-03-01'],
  ['3', '2026-02-01', ''],
] as const) {
  const { no } = logEntry(
    db,
    { kind: 'proposal', on: assigned, unit: '教育局', fields: { source: 'cppcc', caseNo } },
    hand,
  );
  addMove(db, no, { move: 'assign', on: assigned }, hand);
  if (closed) addMove(db, no, { move: 'close', on: closed, set: { satisfaction: 'satisfied' } }, hand);
}
logEntry(
  db,
  {
    kind: 'outgoing',
    on: '2025-01-01',
    until: '2025-12-31',
    quantity: 500,
    precision: 'over',
    status: 'issued',
    fields: {},
  },
  hand,
);
logEntry(db, { kind: 'outgoing', on: '2026-02-01', status: 'issued', fields: {} }, hand);

const turn = (lang: 'zh' | 'en' = 'zh'): Turn => ({
  db,
  speaker: { id: '李梅', name: '李梅', role: 'clerk', section: '督查科', lang, address: null },
  now: at('2026-11-20 10:00'),
  today: '2026-11-20',
  zone,
  lang,
  source: 'm2',
  chat: 'c',
  prompts: {},
});
const question = (kind: string, measure: string, more: Partial<AskIntent> = {}): AskIntent => ({
  do: 'ask',
  figures: [{ kind, measure, filters: [] }],
  period: year,
  ...more,
});
const answered = (intent: AskIntent, lang: 'zh' | 'en' = 'zh') => {
  const outcome = ask.act(intent, turn(lang)) as Outcome;
  const reply = outcome.reply as Exclude<Outcome['reply'], null | ((...given: never[]) => unknown)>;
  return { ...outcome, text: replyText(reply), reply, head: replyText(reply).split('\n')[0]! };
};

describe('an answer', () => {
  it('begins with the figure and names definition, days and day of the ledger', () => {
    const { text, head, answer } = answered(question('inspection', 'total'));
    expect(head).toBe('今年督查次数 12 次');
    expect(text).toContain('口径：');
    expect(text).toContain('2026年1月1日至11月20日');
    expect(answer).toMatchObject({
      measure: 'inspection.total',
      value: 12,
      precision: 'exact',
      unit: '次',
      period: year,
      rows: null,
    });
    expect(answer?.numbers).toHaveLength(12);
  });

  it('says so when the period was assumed', () => {
    expect(answered(question('inspection', 'total', { assumed: true })).text).toContain('没说期间');
  });

  it('speaks English as well', () => {
    const { head, text } = answered(question('inspection', 'total'), 'en');
    expect(head).toBe('inspections, this year: 12 inspections');
    expect(text).toContain('Definition:');
  });

  it('gives a rate with its numerator, denominator and the rate told along', () => {
    const { head, answer } = answered(
      question('proposal', 'satisfaction', { period: { from: '2025-12-01', to: '2026-11-21' } }),
    );
    expect(head).toContain('100.0%（2/2）');
    expect(head).toContain('反馈回收率 100.0%（2/2）');
    expect(answer).toMatchObject({ value: 100, unit: '%', numerator: 2, denominator: 2 });
  });

  it('names the other reading where it gives another figure, with a button', () => {
    const { text, reply, answer } = answered(question('proposal', 'closed'));
    expect(answer?.value).toBe(2);
    expect(text).toContain('另一种算法：');
    expect(text).toContain('1 件');
    expect(buttonsOf(reply).map((button) => button.label)).toContain('明细');
  });

  it('remembers the question', () => {
    const intent = question('inspection', 'total');
    expect(answered(intent).remember).toEqual({ question: intent });
  });

  it('parts it with null as the value of the whole', () => {
    const { answer, text } = answered(question('inspection', 'total', { group: 'topic' }));
    expect(answer?.value).toBeNull();
    expect(answer?.rows).toEqual([
      { key: '环境整治', label: '环境整治', value: 8 },
      { key: '农村教育', label: '农村教育', value: 4 },
    ]);
    expect(text).toContain('共 12 次');
  });

  it('shows only the first', () => {
    expect(answered(question('inspection', 'total', { group: 'topic', top: { count: 1 } })).answer?.rows).toHaveLength(
      1,
    );
  });

  it('compares with the difference as the value and both sides in rows', () => {
    const { answer, head } = answered(question('inspection', 'total', { compare: 'same-last-year' }));
    expect(answer).toMatchObject({
      value: 2,
      rows: [
        { key: '2026', value: 12 },
        { key: '2025', value: 10 },
      ],
    });
    expect(head).toContain('去年同期 10 次，增加 2 次（20.0%）');
  });

  it('averages over the calendar', () => {
    expect(answered(question('inspection', 'total', { per: 'month' })).answer).toMatchObject({
      value: 1.0909,
      numerator: 12,
      denominator: 11,
    });
  });

  it('puts two figures side by side', () => {
    const intent = {
      ...question('inspection', 'total'),
      figures: [...question('inspection', 'total').figures, ...question('proposal', 'total').figures],
    };
    expect(answered(intent).answer?.rows?.map((row) => row.value)).toEqual([12, 2]);
  });
});

describe('no answer', () => {
  it.each<[string, AskIntent, string, string]>([
    [
      'for years without records',
      question('inspection', 'total', { period: { from: '2005-01-01', to: '2006-01-01' } }),
      'no-data',
      '没有督查的记录',
    ],
    ['for what is ahead', question('inspection', 'total', { trouble: { because: 'future' } }), 'no-data', '不做预测'],
    [
      'for sums of unlike things',
      question('inspection', 'total', { trouble: { because: 'unlike' } }),
      'incommensurable',
      '不能相加',
    ],
    [
      'for rankings of people',
      question('inspection', 'total', { trouble: { because: 'people' } }),
      'forbidden',
      '不给个人排名',
    ],
    [
      'for growth on a round figure',
      question('outgoing', 'total', { compare: 'same-last-year', period: { from: '2026-01-01', to: '2027-01-01' } }),
      'incommensurable',
      '约数',
    ],
  ])('%s', (_name, intent, refused, words) => {
    const outcome = answered(intent);
    expect(outcome.refused).toBe(refused);
    expect(outcome.answer).toBeUndefined();
    expect(outcome.text).toContain(words);
  });

  it('names the unit nobody knows', () => {
    const intent = question('inspection', 'total', {
      figures: [
        { kind: 'inspection', measure: 'total', filters: [{ field: 'unit', values: ['火星街道'], said: '火星街道' }] },
      ],
    });
    expect(answered(intent)).toMatchObject({ refused: 'no-data', text: '没有叫“火星街道”的单位，请换个名称再问。' });
  });
});

describe('a list', () => {
  it('shows ten records a page with a button to the next', () => {
    const first = find.act(
      { do: 'find', kind: 'inspection', measure: 'total', filters: [], period: year },
      turn(),
    ) as Outcome;
    const reply = first.reply as ReturnType<typeof answered>['reply'];
    expect(replyText(reply)).toContain('12 条，第 1/2 页');
    expect(buttonsOf(reply).map((button) => button.label)).toEqual(['下一页', '导出']);
    expect((first.remember as { list: string[] }).list).toHaveLength(10);
  });

  it('shows the record itself when there is only one', () => {
    const outcome = find.act(
      { do: 'find', kind: 'proposal', measure: 'open', filters: [], period: null },
      turn(),
    ) as Outcome;
    expect(replyText(outcome.reply as ReturnType<typeof answered>['reply'])).toContain('案-2026-002');
  });
});
