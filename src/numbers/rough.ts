/** The words around a number that make it rough: 余, 近, 约, 不足, 左右, over, nearly. */
import { isMeasure, sticky } from './plain.ts';
import type { Found, Precision } from './span.ts';

const roughBefore: readonly (readonly [RegExp, Precision])[] = [
  [/(?:不超过|不多于|至多|最多|不足|不到|未满|将近|接近|(?<![最附就靠邻临远亲贴])近)[ \t]*$/, 'under'],
  [/(?:超过|超出|逾|突破|至少|不少于|不低于|(?<!不)超|多于|高于)[ \t]*$/, 'over'],
  [/(?:大约|大概|约计|估计|差不多|(?<![公契节合条签邀预特])约)[ \t]*$/, 'about'],
  [
    /(?<!\b(?:handed|turned|took|taken|carried|passed|signed|brought|went|moved) )\b(?:over|more than|at least|above|exceeding)[ \t]+$/i,
    'over',
  ],
  [/\b(?:about|around|roughly|approximately|some|circa)[ \t]+$/i, 'about'],
  [/\b(?:under|nearly|almost|less than|fewer than|at most|up to|close to|below)[ \t]+$/i, 'under'],
];
const roughAfter: readonly (readonly [RegExp, Precision])[] = [
  [/[ \t]*(?:左右|上下)/y, 'about'],
  [/[ \t]*(?:以上)/y, 'over'],
  [/[ \t]*(?:以内|以下)/y, 'under'],
  [/(?:\+(?!\d)| or more\b)/y, 'over'],
];
const measureThenRough =
  /[ \t]*(?:人次|场次|批次|台次|车次|件次|卷次|平方米|公里|[\u4e00-\u9fff]{1,2}?)(左右|上下|以上|以内|以下)/y;
const windowUnit = /[ \t]*(?:个?(?:月|季度|星期|礼拜|小时|工作日)|[年天日周])/y;

/** Rough words around a number, taken into its span where they touch it. */
export function withPrecision(
  s: string,
  start: number,
  found: Found,
): { precision: Precision; index: number; end: number } {
  let { precision = 'exact' as Precision, end } = found;
  let index = start;
  if (!found.percent && end - start < 20 && /^(?:余|多|来)/.test(s[end] ?? '')) {
    const round = found.value >= 10 && (found.value % 10 === 0 || !Number.isInteger(found.value));
    const come = s[end] === '来' && isMeasure(s[end + 1]) && s[end + 1] !== '信' && found.value < 1000;
    if (round && (s[end] === '余' || come || (s[end] === '多' && !/[少云样]/.test(s[end + 1] ?? '')))) {
      precision = s[end] === '来' ? 'about' : 'over';
      end += 1;
    }
  }
  const head = s.slice(Math.max(0, start - 14), start);
  for (const [pattern, meaning] of roughBefore) {
    const match = pattern.exec(head);
    if (!match || (/近[ \t]*$/.test(match[0]) && match[0].trim() === '近' && sticky(windowUnit, s, end))) continue;
    precision = precision === 'over' && meaning === 'about' ? 'over' : meaning;
    index = start - match[0].length;
    break;
  }
  if (precision !== 'exact') return { precision, index, end };
  if (/上$/.test(head) && /^[百千万]/.test(s.slice(start)) && !/\d/.test(s[start]!))
    return { precision: 'about', index: start - 1, end };
  for (const [pattern, meaning] of roughAfter) {
    const match = sticky(pattern, s, end);
    if (match) return { precision: meaning, index, end: end + match[0].length };
  }
  const later = sticky(measureThenRough, s, end);
  if (later) precision = later[1] === '以上' ? 'over' : /以[内下]/.test(later[1]!) ? 'under' : 'about';
  return { precision, index, end };
}
