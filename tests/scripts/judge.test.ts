/** The accuracy runs judge fairly: what is right passes, a wrong value or a figure where none is due does not. */
import { describe, expect, it } from 'vitest';
import { judgeAnswer, type Told, type Wanted } from '../../scripts/judge-answer.ts';
import { judge } from '../../scripts/judge-message.ts';

const silent = { records: [], changes: [], asks: null, refused: null };
const inspection = { kind: 'inspection', on: '2026-11-20', title: '农村教育', fields: { places: 4, found: 3 } };

describe('messages', () => {
  it('passes what was expected', () => {
    const want = { records: [{ kind: 'inspection', on: '2026-11-20', fields: { places: 4 } }] };
    expect(judge(want, { ...silent, records: [inspection] })).toMatchObject({ right: true, wrote: false, missed: 0 });
  });
  it('names the field that is wrong', () => {
    const verdict = judge(
      { records: [{ kind: 'inspection', fields: { places: 5 } }] },
      { ...silent, records: [inspection] },
    );
    expect(verdict).toMatchObject({ right: false, wrote: true, why: ['wrong places'] });
    expect(verdict.fields).toContainEqual(['places', false]);
  });
  it('tells which kind was taken for which', () => {
    const verdict = judge({ records: [{ kind: 'meeting' }] }, { ...silent, records: [inspection] });
    expect(verdict.kinds).toEqual([['meeting', 'inspection']]);
    expect(verdict.right).toBe(false);
  });
  it('wants silence where nothing is to be written', () => {
    expect(judge({}, { ...silent, records: [inspection] })).toMatchObject({ right: false, wrote: true });
    expect(judge({}, silent).right).toBe(true);
  });
});

describe('answers', () => {
  const told = (value: number | null, rows: { key: string; value: number }[] | null = null): Told => ({
    ...silent,
    text: '',
    answer: { value, rows },
  });
  const refused: Told = { ...silent, text: '', answer: null, refused: 'no-data' };
  it.each<[string, Wanted, Told, string]>([
    ['the figure', { value: 66 }, told(66), 'right'],
    ['another figure', { value: 66 }, told(67), 'wrong'],
    ['no figure', { value: 66 }, refused, 'declined'],
    ['a refusal that is due', { refused: 'no-data' }, refused, 'right'],
    ['a figure where a refusal is due', { refused: 'no-data' }, told(0), 'wrong'],
    ['a rate as a share of one', { value: 95.7, tolerance: 0.1, rate: true }, told(0.957), 'right'],
    ['all parts', { rows: { '2026-03': 4, '2026-04': 0 } }, told(null, [{ key: '2026年3月', value: 4 }]), 'right'],
    [
      'a part too many',
      { rows: { a: 4 } },
      told(null, [
        { key: 'a', value: 4 },
        { key: 'b', value: 1 },
      ]),
      'wrong',
    ],
    ['one of two readings', { anyOf: [{ value: 3 }, { value: 4 }] }, told(4), 'right'],
    ['a question that writes', { value: 66 }, { ...told(66), records: [{}] }, 'wrote'],
  ])('%s', (_what, want, got, verdict) => {
    expect(judgeAnswer(want, got)).toBe(verdict);
  });
});
