/** The rules behind the phrases: tense, comparisons, office settings, places in the text, and no text that stalls them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTimes, type TimeSettings } from '../../src/time/phrase.ts';

const now = '2026-11-20';
const starts = (text: string, tense: 'past' | 'future' | 'neutral') =>
  readTimes(text, { now, tense }).map((span) => span.start);

describe('tense', () => {
  it.each([
    ['周三', 'past', '2026-11-18'],
    ['周五', 'past', '2026-11-20'],
    ['周六', 'past', '2026-11-14'],
    ['周三', 'future', '2026-11-25'],
    ['周五', 'future', '2026-11-20'],
    ['3号', 'past', '2026-11-03'],
    ['25号', 'past', '2026-10-25'],
    ['31号', 'past', '2026-10-31'],
    ['3号', 'future', '2026-12-03'],
    ['12月3日', 'past', '2025-12-03'],
    ['12月3日', 'future', '2026-12-03'],
    ['3月12日', 'past', '2026-03-12'],
    ['3月12日', 'future', '2027-03-12'],
    ['2月29日', 'past', '2024-02-29'],
    ['十二月', 'past', '2025-12-01'],
    ['Friday', 'future', '2026-11-20'],
    ['Monday', 'past', '2026-11-16'],
    ['1 December', 'past', '2025-12-01'],
  ] as const)('%s told as %s', (text, tense, start) => {
    expect(starts(text, tense)).toEqual([start]);
  });

  it('follows the verbs when none is given', () => {
    expect(starts('12月25日召开了座谈会', 'neutral')).toEqual(['2025-12-25']);
    expect(starts('3月5日要召开座谈会', 'neutral')).toEqual(['2027-03-05']);
    expect(starts('12月15日前报送材料', 'neutral')).toEqual([null]);
  });

  it('is unsure of a day the words leave open', () => {
    expect(readTimes('周三', { now })[0]?.sure).toBe(false);
    expect(readTimes('2026年11月18日', { now })[0]?.sure).toBe(true);
    expect(readTimes('10月1日左右', { now })[0]?.sure).toBe(false);
  });
});

describe('comparison', () => {
  it('takes the named period a year back', () => {
    const spans = readTimes('今年1-10月采用131篇,比去年同期增加多少', { now });
    expect(spans[1]).toMatchObject({ start: '2025-01-01', end: '2025-11-01', comparison: 'same-last-year' });
  });

  it('takes the year so far when none is named', () => {
    expect(readTimes('去年同期', { now })[0]).toMatchObject({ start: '2025-01-01', end: '2025-11-21' });
  });
});

describe('office settings', () => {
  const settings: TimeSettings = {
    events: { 机构改革: '2024-03-01' },
    sessions: [{ from: '2026-01-12', to: '2026-01-17' }],
    terms: [
      { from: '2017-01-10', to: '2022-01-10' },
      { from: '2022-01-10', to: '2027-01-10' },
    ],
  };
  it.each([
    ['两会期间', '2026-01-12', '2026-01-17'],
    ['两会以来', '2026-01-12', '2026-11-21'],
    ['本届', '2022-01-10', '2027-01-10'],
    ['机构改革以来', '2024-03-01', '2026-11-21'],
    ['上届', '2017-01-10', '2022-01-10'],
    ['本届以来', '2022-01-10', '2026-11-21'],
  ])('%s', (text, start, end) => {
    expect(readTimes(text, { now, settings })[0]).toMatchObject({ start, end });
  });
});

describe('what a phrase carries', () => {
  it('marks what runs to today', () => {
    for (const text of ['今年以来', '截至目前', '3月以来', 'year to date', 'since March'])
      expect(readTimes(text, { now })[0]?.toDate).toBe(true);
    expect(readTimes('今年', { now })[0]?.toDate).toBeUndefined();
  });

  it('points into the original text, blanks and full-width figures included', () => {
    const text = '会议 于 ２０２６年 11 月 3 日 召开';
    const [span] = readTimes(text, { now });
    expect(span).toMatchObject({ start: '2026-11-03', grain: 'day' });
    expect(text.slice(span!.index, span!.index + span!.text.length)).toBe(span!.text);
  });

  it('takes the time of day and the weekday along', () => {
    expect(readTimes('今天上午9点半召开', { now })[0]?.text).toBe('今天上午9点半');
    expect(readTimes('11月20日(周五)下午3点', { now }).map((span) => span.text)).toEqual(['11月20日(周五)下午3点']);
  });
});

describe('any text at all', () => {
  const pieces = fc.constantFrom(
    '今年',
    '3月',
    '5日',
    '到',
    '、',
    '前',
    '一',
    '1',
    '上周',
    '三',
    '2026',
    '-',
    '.',
    '的',
    '以来',
    '农历',
    'March ',
    '《',
    '》',
    ' ',
    '近',
    '年',
  );

  it('gives spans in order that do not overlap and do not end before they start', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        let end = 0;
        for (const span of readTimes(text, { now })) {
          expect(span.index).toBeGreaterThanOrEqual(end);
          end = span.index + span.text.length;
          expect(text.slice(span.index, end)).toBe(span.text);
          if (span.start !== null && span.end !== null) expect(span.start < span.end).toBe(true);
        }
      }),
    );
  });
});
