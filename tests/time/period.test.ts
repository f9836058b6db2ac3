/** Named periods, their neighbours, their parts and their names. */
import { describe, expect, it } from 'vitest';
import {
  before,
  contains,
  half,
  month,
  parsePeriod,
  periodLabel,
  quarter,
  sameLastYear,
  splitPeriod,
  year,
} from '../../src/time/period.ts';

const span = (from: string, to: string) => ({ from, to });

it('builds calendar units', () => {
  expect(year(2026)).toEqual(span('2026-01-01', '2027-01-01'));
  expect(half(2026, 2)).toEqual(span('2026-07-01', '2027-01-01'));
  expect(quarter(2026, 3)).toEqual(span('2026-07-01', '2026-10-01'));
  expect(month(2026, 12)).toEqual(span('2026-12-01', '2027-01-01'));
});

it('is closed below and open above', () => {
  expect(contains(month(2026, 10), '2026-10-31')).toBe(true);
  expect(contains(month(2026, 10), '2026-11-01')).toBe(false);
});

describe('the same last year', () => {
  it.each([
    [span('2026-01-01', '2026-11-21'), span('2025-01-01', '2025-11-21')],
    [span('2024-02-29', '2024-03-01'), span('2023-02-28', '2023-03-01')],
    [span('2024-01-01', '2024-03-01'), span('2023-01-01', '2023-03-01')],
    [span('2025-01-01', '2025-03-01'), span('2024-01-01', '2024-03-01')],
    [span('2024-02-10', '2024-03-01'), span('2023-02-10', '2023-03-01')],
    [year(2026), year(2025)],
  ])('%o', (period, expected) => {
    expect(sameLastYear(period)).toEqual(expected);
  });
});

describe('the period before', () => {
  it.each([
    [month(2026, 1), month(2025, 12)],
    [quarter(2026, 1), quarter(2025, 4)],
    [half(2026, 1), half(2025, 2)],
    [year(2026), year(2025)],
    [span('2026-11-16', '2026-11-23'), span('2026-11-09', '2026-11-16')],
    [span('2026-11-01', '2026-11-21'), span('2026-10-01', '2026-10-21')],
    [span('2026-01-01', '2026-11-21'), span('2025-01-01', '2025-11-21')],
  ])('%o', (period, expected) => {
    expect(before(period)).toEqual(expected);
  });
});

describe('reading', () => {
  it.each([
    ['2026', year(2026)],
    ['2026-H1', half(2026, 1)],
    ['2026-Q3', quarter(2026, 3)],
    ['2026-10', month(2026, 10)],
    ['2026-10-05', span('2026-10-05', '2026-10-06')],
    ['2026-01-01..2026-11-20', span('2026-01-01', '2026-11-21')],
    ['2025-Q3..2026-02', span('2025-07-01', '2026-03-01')],
    ['2026-13', null],
    ['2026-Q5', null],
    ['2026-11-20..2026-01-01', null],
    ['today', null],
  ])('%s', (text, expected) => {
    expect(parsePeriod(text)).toEqual(expected);
  });
});

it('splits into steps, cut at the ends', () => {
  expect(splitPeriod(span('2026-01-15', '2026-03-02'), 'month')).toEqual([
    { key: '2026-01', period: span('2026-01-15', '2026-02-01') },
    { key: '2026-02', period: span('2026-02-01', '2026-03-01') },
    { key: '2026-03', period: span('2026-03-01', '2026-03-02') },
  ]);
  expect(splitPeriod(year(2026), 'quarter').map((piece) => piece.key)).toEqual([
    '2026-Q1',
    '2026-Q2',
    '2026-Q3',
    '2026-Q4',
  ]);
  expect(splitPeriod(span('2024-06-01', '2026-02-01'), 'year').map((piece) => piece.key)).toEqual([
    '2024',
    '2025',
    '2026',
  ]);
  expect(splitPeriod(span('2026-11-18', '2026-11-24'), 'week').map((piece) => piece.key)).toEqual([
    '2026-11-16',
    '2026-11-23',
  ]);
});

describe('names', () => {
  it.each([
    [span('2026-01-01', '2026-11-21'), '2026年1月1日至11月20日', '1 January to 20 November 2026'],
    [span('2025-12-01', '2026-02-11'), '2025年12月1日至2026年2月10日', '1 December 2025 to 10 February 2026'],
    [quarter(2026, 3), '2026年第三季度', 'the third quarter of 2026'],
    [half(2025, 1), '2025年上半年', 'the first half of 2025'],
    [year(2025), '2025年', '2025'],
    [month(2026, 3), '2026年3月', 'March 2026'],
    [span('2026-01-01', '2026-11-01'), '2026年1月至10月', 'January to October 2026'],
    [span('2023-01-01', '2026-01-01'), '2023年至2025年', '2023 to 2025'],
    [span('2026-11-20', '2026-11-21'), '11月20日', '20 November'],
  ])('%o', (period, zh, en) => {
    expect(periodLabel(period, 'zh', '2026-11-20')).toBe(zh);
    expect(periodLabel(period, 'en', '2026-11-20')).toBe(en);
  });
});
