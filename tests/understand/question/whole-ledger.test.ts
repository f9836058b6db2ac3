/** Questions about the ledger as a whole, with and without a question before. */
import { describe, expect, it } from 'vitest';
import type { FindIntent } from '../../../src/intents/ask-shape.ts';
import type { Intent } from '../../../src/reply.ts';
import type { Context } from '../../../src/understand/context.ts';
import { readQuestion } from '../../../src/understand/question/question.ts';
import { contextAt } from '../heard.ts';

const proposals: Intent = {
  do: 'ask',
  figures: [{ kind: 'proposal', measure: 'total', filters: [] }],
  period: { from: '2026-01-01', to: '2026-11-26' },
};

const context = (question: Intent | null = null): Context =>
  contextAt('2026-11-25T17:00:00+08:00', {
    question,
    speaker: { id: 'u7', name: '', section: '' },
    units: [{ name: '住建局', aliases: [] }],
  });

/** `kind | conditions | days | told | by`, with - for what is not there. */
function brief(intent: Intent | null): string {
  if (intent?.do !== 'find') return intent ? intent.do : 'nothing';
  const { kind = 'all', filters, period, told, by } = intent as FindIntent;
  const days = (span: { from: string; to: string } | null | undefined) => (span ? `${span.from}..${span.to}` : '-');
  const conditions =
    filters.map(({ field, values, not }) => `${not ? 'not ' : ''}${field}=${values.join('/')}`).join(' ') || '-';
  return [kind, conditions, days(period), days(told), by ?? '-'].join(' | ');
}

const thisWeek = '2026-11-23..2026-11-30';

describe('the ledger as a whole', () => {
  it.each([
    ['今天记了些什么', 'all | - | - | 2026-11-25..2026-11-26 | -'],
    ['昨天大家都登记了啥', 'all | - | - | 2026-11-24..2026-11-25 | -'],
    ['我这周记了几条', 'all | - | - | 2026-11-23..2026-11-26 | u7'],
    ['我今天录了哪些', 'all | - | - | 2026-11-25..2026-11-26 | u7'],
    ['今天的台账有哪些', 'all | - | 2026-11-25..2026-11-26 | - | -'],
    ['把昨天的列一下', 'all | - | 2026-11-24..2026-11-25 | - | -'],
    ['哪些快到期了', 'all | state=open due=2026-11-25..2026-12-03 | - | - | -'],
    ['本周到期的有哪些', `all | state=open due=${thisWeek} | - | - | -`],
    ['有没有逾期的', 'all | state=overdue | - | - | -'],
    ['还有哪些事没办完', 'all | state=open not status=planned | - | - | -'],
    ['住建局手上还有几件没办', 'all | state=open not status=planned anyUnit=住建局 | - | - | -'],
    ['谁还没答复', 'all | state=unanswered | - | - | -'],
    ['明天有什么安排', 'all | status=planned | 2026-11-26..2026-11-27 | - | -'],
    ['这周还有什么安排', 'all | status=planned | 2026-11-25..2026-11-30 | - | -'],
    ['下周有什么会', 'meeting | status=planned | 2026-11-30..2026-12-07 | - | -'],
    ['what is overdue', 'all | state=overdue | - | - | -'],
    ['anything due this week', `all | state=open due=${thisWeek} | - | - | -`],
    ['what did I record today', 'all | - | - | 2026-11-25..2026-11-26 | u7'],
  ])('%s', (text, reading) => {
    expect(brief(readQuestion(text, context()))).toBe(reading);
  });

  it.each([
    ['哪些提案快到期了', 'proposal | source=cppcc due=2026-11-25..2026-12-03 | - | - | -'],
    ['今年收了几封信', 'ask'],
    ['明年提案会有多少件', 'ask'],
  ])('a kind that is named stays: %s', (text, reading) => {
    expect(brief(readQuestion(text, context()))).toBe(reading);
  });

  it('days, a unit or a person of its own cut it off from the question before', () => {
    const after = context(proposals);
    expect(brief(readQuestion('今天记了些什么', after))).toMatch(/^all/);
    expect(brief(readQuestion('本周到期的有哪些', after))).toMatch(/^all/);
    expect(brief(readQuestion('还有哪些没办结', after))).toMatch(/^proposal/);
    expect(brief(readQuestion('那本周到期的呢', after))).toMatch(/^(?!all)/);
  });
});
