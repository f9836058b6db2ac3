/** Numbers as people write them, with the words that make them rough. */
import { describe, expect, it } from 'vitest';
import { numberOf, readNumbers } from '../src/numbers.ts';

/** `1200 over`, `80% exact`, `19# exact`, `10 over 11-19`, one for each number. */
const read = (text: string) =>
  readNumbers(text)
    .map(
      (n) =>
        `${n.value}${n.percent ? '%' : ''}${n.ordinal ? '#' : ''} ${n.precision}${n.range ? ` ${n.range.join('-')}` : ''}`,
    )
    .join(', ');

describe('in a sentence', () => {
  it.each([
    ['十九次', '19 exact'],
    ['两件', '2 exact'],
    ['一百四十一件', '141 exact'],
    ['四千零六十二', '4062 exact'],
    ['两千四百五', '2450 exact'],
    ['一万二千人', '12000 exact'],
    ['一百零一万一千', '1011000 exact'],
    ['5万4千6百', '54600 exact'],
    ['1.2万', '12000 exact'],
    ['1.5亿元', '150000000 exact'],
    ['四万亿', '4000000000000 exact'],
    ['１４１件', '141 exact'],
    ['4,962卷', '4962 exact'],
    ['壹佰伍拾', '150 exact'],
    ['廿三', '23 exact'],
    ['俩人', '2 exact'],
    ['二〇二六', '2026 exact'],
    ['三点一四', '3.14 exact'],
    ['负三十二', '-32 exact'],
    ['-3.5', '-3.5 exact'],
    ['3个半', '3.5 exact'],
    ['830多场次', '830 over'],
    ['7000余人', '7000 over'],
    ['500余件', '500 over'],
    ['百余件', '100 over'],
    ['三千多人', '3000 over'],
    ['十余万', '100000 over'],
    ['超过20件', '20 over'],
    ['不少于30场', '30 over'],
    ['20件以上', '20 over'],
    ['500+', '500 over'],
    ['约500件', '500 about'],
    ['大约三百', '300 about'],
    ['20来个', '20 about'],
    ['上百件', '100 about'],
    ['参会900人次左右', '900 about'],
    ['30人上下', '30 about'],
    ['近200篇', '200 under'],
    ['将近一千', '1000 under'],
    ['不足50', '50 under'],
    ['不超过10人', '10 under'],
    ['近三年', '3 exact'],
    ['最近7天', '7 exact'],
    ['十几件', '10 over 11-19'],
    ['三四十人', '30 about 30-40'],
    ['两三件', '2 about 2-3'],
    ['十七八个', '17 about 17-18'],
    ['三分之二', `${2 / 3} exact`],
    ['3/5', '0.6 exact'],
    ['百分之八十', '80% exact'],
    ['95.7%', '95.7% exact'],
    ['八成', '80% exact'],
    ['七成六', '76% exact'],
    ['2.3个百分点', '2.3% exact'],
    ['第19号', '19# exact'],
    ['共计12件、8篇和3期', '12 exact, 8 exact, 3 exact'],
    ['这不是五这是二百零一', '5 exact, 201 exact'],
    ['twelve issues', '12 exact'],
    ['a dozen', '12 exact'],
    ['half a dozen', '6 exact'],
    ['twenty-five', '25 exact'],
    ['two hundred and five', '205 exact'],
    ['1.2 million', '1200000 exact'],
    ['over 500', '500 over'],
    ['at least 20', '20 over'],
    ['about 300', '300 about'],
    ['nearly 200', '200 under'],
    ['less than 5%', '5% under'],
    ['the 19th item', '19# exact'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('no number', () => {
  it.each([
    '统一部署',
    '一定要',
    '十分重视',
    '三农工作',
    '两会',
    '若干',
    '半数',
    '几十件',
    '数百件',
    '百八十',
    '一切',
    '陆地',
    'no',
    'https://a.cn/?q=30',
  ])('%s', (text) => {
    expect(read(text)).toBe('');
  });
});

it('points at the words it took', () => {
  const text = '接待约500余人';
  const [only] = readNumbers(text);
  expect(text.slice(only!.index, only!.end)).toBe(only!.text);
  expect(only).toMatchObject({ text: '约500余', precision: 'over' });
});

it.each([
  ['十二', 12],
  [' 3.5 ', 3.5],
  ['八十多', 80],
  ['12件', null],
  ['', null],
  ['若干', null],
])('numberOf(%j)', (text, expected) => {
  expect(numberOf(text)).toBe(expected);
});
