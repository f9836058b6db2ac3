/** Deadlines: the worked examples of the office, pauses, extensions, and the reckoning in words. */
import { describe, expect, it } from 'vitest';
import { MissingCalendarError } from '../../src/time/calendar.ts';
import { derive, dueDay, type RuleId, rules } from '../../src/time/deadline.ts';

describe('worked examples', () => {
  it.each<[RuleId, string, string]>([
    ['application.reply', '2026-09-21', '2026-10-26'],
    ['reconsideration.decide', '2026-08-03', '2026-10-08'],
    ['reconsideration.accept', '2026-02-11', '2026-02-25'],
    ['proposal.reply', '2026-02-10', '2026-05-10'],
    ['proposal.reply', '2026-11-30', '2027-02-28'],
    ['letter.complaint', '2026-04-30', '2026-05-13'],
  ])('%s from %s', (rule, from, due) => {
    expect(dueDay(rule, from)).toBe(due);
  });
});

describe('pauses', () => {
  it.each<[RuleId, string, { from: string; to?: string }[], string | null]>([
    ['letter.petition', '2026-03-01', [{ from: '2026-03-05', to: '2026-03-10' }], '2026-05-05'],
    [
      'letter.petition',
      '2026-03-01',
      [
        { from: '2026-03-05', to: '2026-03-10' },
        { from: '2026-03-08', to: '2026-03-12' },
      ],
      '2026-05-07',
    ],
    ['letter.petition', '2026-03-01', [{ from: '2026-06-05', to: '2026-06-10' }], '2026-04-30'],
    ['proposal.redo', '2024-06-10', [{ from: '2024-07-10', to: '2024-07-30' }], '2024-07-30'],
    ['proposal.redo', '2018-10-31', [{ from: '2018-11-25', to: '2018-12-10' }], '2018-12-15'],
    ['application.reply', '2026-09-21', [{ from: '2026-09-22' }], null],
  ])('%s from %s', (rule, from, pauses, due) => {
    expect(dueDay(rule, from, { pauses })).toBe(due);
  });
});

describe('extensions', () => {
  it.each<[RuleId, string, string]>([
    ['proposal.reply', '2026-02-10', '2026-08-10'],
    ['letter.petition', '2026-03-01', '2026-05-30'],
    ['reconsideration.decide', '2026-07-03', '2026-10-08'],
    ['instruction.urgent', '2026-03-01', '2026-03-06'],
  ])('%s from %s', (rule, from, due) => {
    expect(dueDay(rule, from, { extended: true })).toBe(due);
  });
});

it('names the year whose calendar is missing, and needs none for plain days and months', () => {
  expect(() => dueDay('application.reply', '2026-12-20')).toThrow(MissingCalendarError);
  expect(dueDay('letter.petition', '2026-12-20')).toBe('2027-02-18');
});

it('takes an office’s own length', () => {
  expect(dueDay({ ...rules['letter.consult'], length: 5 }, '2026-11-16')).toBe('2026-11-23');
});

it('explains itself', () => {
  const { due, steps } = derive('reconsideration.decide', '2026-08-03');
  expect(due).toBe('2026-10-08');
  const text = steps.map((step) => step.zh).join('\n');
  for (const part of ['行政复议法', '60 日', '2026年8月4日', '2026年10月2日', '顺延']) expect(text).toContain(part);
  expect(derive('application.reply', '2026-09-21', { pauses: [{ from: '2026-09-22' }] }).due).toBeNull();
});
