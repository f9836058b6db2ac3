/** Nothing that was asked is dropped: several figures in one question, money nobody recorded, the whole ledger by month. */
import { describe, expect, it } from 'vitest';
import type { Intent } from '../../../src/reply.ts';
import type { Context } from '../../../src/understand/context.ts';
import { readQuestion } from '../../../src/understand/question/question.ts';
import { contextAt } from '../heard.ts';
import { brief } from './brief.ts';

const context = (question: Intent | null = null): Context => contextAt('2026-11-20T17:00:00+08:00', { question });
const reading = (text: string): string => brief(readQuestion(text, context()));
type Clarify = { do: string; choices: { intent: Intent }[] };
const year = '2026-01-01..2026-11-21';

describe('clauses that ask each for a figure', () => {
  it.each([
    [
      '今年市级采用了多少篇信息，得分一共多少',
      `information.adopted {level=municipal} and information.score {level=municipal}, ${year}`,
    ],
    ['今年报了几篇信息，采用几篇', `information.submitted and information.adopted, ${year}`],
    ['今年收到来信多少件，其中投诉多少件', `letter.total and letter.total {category=complaint}, ${year}`],
    [
      '今年行政复议受理几件、审结几件、维持几件',
      `reconsideration.accepted and reconsideration.closed and reconsideration.closed {outcome=upheld}, ${year}`,
    ],
    [
      '今年提案和建议各几件，办结率各多少',
      `proposal.total {source=cppcc} and proposal.total {source=npc} and proposal.closingRate {source=cppcc} and proposal.closingRate {source=npc}, ${year}`,
    ],
    ['今年督查了几次，发现多少个问题', `inspection.total and inspection.found, ${year}`],
  ])('%s', (text, told) => expect(reading(text)).toBe(told));
});

describe('money where none is recorded', () => {
  it.each(['今年接待一共花了多少钱', '去年会议费多少', '今年培训费用是多少', '今年督查花了多少经费'])('%s', (text) =>
    expect(reading(text)).toBe('trouble: money'),
  );

  it.each([
    ['今年采购花了多少钱', `logistics.amount {category=purchase}, ${year}`],
    ['今年食堂费用多少', `logistics.amount {category=canteen}, ${year}`],
    ['今年复议办案平均花了多少天', `reconsideration.closeDays, ${year}`],
  ])('%s is recorded', (text, told) => expect(reading(text)).toBe(told));
});

describe('all records together', () => {
  it.each([
    ['今年哪个月最忙', `ledger.records, ${year}, by month, top 1`],
    ['去年记录最少的是哪个月', 'ledger.records, 2025-01-01..2026-01-01, by month, last 1'],
    ['去年台账一共多少条', 'ledger.records, 2025-01-01..2026-01-01'],
    ['which month was the busiest last year', 'ledger.records, 2025-01-01..2026-01-01, by month, top 1'],
  ])('%s', (text, told) => expect(reading(text)).toBe(told));

  it('what was written down today stays a list', () => {
    expect(reading('今天记了几条')).toContain('list');
  });
});

describe('what the figure does not tell', () => {
  it.each(['公务接待陪同多少人', '今年请示有几件，合计多少', '办公室有多少人', '今年张三写了几篇信息'])(
    '%s',
    (text) => {
      expect(reading(text)).toMatch(/^(?:trouble: unread|.*words=张三)/);
    },
  );

  it('what waited on a day gone by is read as of that day', () => {
    const intent = readQuestion('去年12月31日在办的督办几件', context()) as unknown as { asOf: string; period: null };
    expect([intent.asOf, intent.period]).toEqual(['2025-12-31', null]);
  });
});

describe('small words', () => {
  it.each([
    ['今年编了多少期简报啦', `bulletin.total, ${year}`],
    ['党建活动今年参加了多少人次', `party.attendees, ${year}`],
    ['今年印发了多少份公文', `outgoing.issued, ${year}`],
    ['今年公文印了多少份', `outgoing.copies, ${year}`],
    ['10月来信几件，比上个月多吗', 'letter.total, 2026-10-01..2026-11-01, against before'],
    [
      '提案办结率比去年提高超过2个点吗',
      `proposal.closingRate {source=cppcc}, ${year} assumed, against 2025-01-01..2025-11-21`,
    ],
    ['去年参加人数最多的会是哪个', 'meeting.attendees, 2025-01-01..2026-01-01, by no, top 1'],
    ['honours won in 2025', 'honor.total, 2025-01-01..2026-01-01'],
  ])('%s', (text, told) => expect(reading(text)).toBe(told));
});

describe('which sort is meant', () => {
  it('offers each of them by a button', () => {
    const intent = readQuestion('今年一共办了多少件', context()) as unknown as Clarify;
    expect(intent.do).toBe('clarify');
    expect(intent.choices.slice(0, 2).map(({ intent: chosen }) => brief(chosen))).toEqual([
      `proposal.total, ${year}`,
      `supervision.total, ${year}`,
    ]);
  });

  it('names the word nobody knows instead of kinds that were not meant', () => {
    expect(reading('今年全区GDP多少')).toBe('trouble: unknown');
  });
});
