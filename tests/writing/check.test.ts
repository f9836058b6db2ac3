/** The figure scanner: digits and Chinese numerals are found, headings and idioms are not. */
import { describe, expect, it } from 'vitest';
import { figuresIn, unboundFigures } from '../../src/writing/check.ts';
import type { FigureFact } from '../../src/writing/fact.ts';

const found: readonly (readonly [string, readonly string[]])[] = [
  ['开展督查19次', ['19次']],
  ['印发文件500余件', ['500余件']],
  ['参会约41800人次', ['约41800人次']],
  ['参会4.18万人次', ['4.18万人次']],
  ['共1,392件', ['1,392件']],
  ['办结率100%', ['100%']],
  ['办结率１００％', ['100%']],
  ['得分840.5分', ['840.5分']],
  ['督查十九次', ['十九次']],
  ['走访三百余人次', ['三百余人次']],
  ['召开四十七场会议', ['四十七场']],
  ['办结率百分之九十九点五', ['百分之九十九点五']],
  ['完成三分之二', ['三分之二']],
  ['近六成已完成', ['近六成']],
  ['总量翻一番', ['翻一番']],
  ['超过半数', ['超过半数']],
  ['数十家单位', ['数十家']],
  ['走访几百户', ['几百户']],
  ['受益者成百上千', ['成百上千']],
  ['走访十几户', ['十几户']],
  ['连续四年', ['四年']],
  ['提高3.2个百分点', ['3.2个百分点']],
  ['编号2025-099', ['2025', '099']],
  ['两个载体', ['两个']],
];

const none = [
  '一、围绕中心，把握大局',
  '一是抓落实；二是抓学习。',
  '（一）突出重点',
  '进一步统一思想，解决了一批实际问题',
  '万众一心，千方百计',
];

describe('the scanner', () => {
  it.each(found)('%s', (text, figures) => {
    expect(figuresIn(text).map((one) => one.text)).toEqual(figures);
  });

  it.each(none)('finds nothing in %s', (text) => {
    expect(figuresIn(text)).toEqual([]);
  });

  it('takes 一批 for a figure when it is strict', () => {
    expect(figuresIn('解决了一批问题', { strict: true }).map((one) => one.text)).toEqual(['一批']);
  });
});

describe('what no fact covers', () => {
  const fact: FigureFact = {
    id: 'f1',
    key: 'inspections',
    measure: 'inspection.total',
    value: 19,
    precision: 'exact',
    noun: '督查',
    figure: '19次',
    text: '督查19次',
    numbers: ['督-2025-001'],
    cues: [],
  };
  const name = { id: 't1', key: 'topics', sort: '督查内容', text: '“2号路改造”', numbers: ['督-2025-001'] };
  const covered = { facts: [fact], names: [name], terms: ['2025年'] };

  it('is empty for figures of facts, names and the period', () => {
    expect(unboundFigures('2025年开展督查19次，涉及“2号路改造”。', covered)).toEqual([]);
  });

  it.each([
    ['2025年开展督查21次。', '21次'],
    ['2024年开展督查19次。', '2024年'],
    ['开展督查19次，走访三百余人次。', '三百余人次'],
    ['开展督查19次，办结率百分之百。', '百分之百'],
  ])('%s', (text, figure) => {
    expect(unboundFigures(text, covered)).toEqual([figure]);
  });
});
