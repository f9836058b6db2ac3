/** Conditions on a number a record holds: 超过50人的会议, 金额10万元以上的请示, inspections with more than 3 problems. */

import type { AskedFilter } from '../../intents/ask-shape.ts';
import type { Field, RecordKind } from '../../kinds/kind.ts';
import { numberOf } from '../../numbers.ts';
import { allMatches } from '../../time/all-matches.ts';
import type { Span } from './places.ts';

export interface Limit extends Span {
  /** As said, with what it counts. */
  readonly word: string;
  readonly is: '>' | '>=' | '<' | '<=';
  readonly value: number;
  /** What it counts in the question's own words; empty when nothing was said. */
  readonly unit: string;
  /** The name of the number, where it is within the limit itself (没发现问题). */
  readonly named?: string;
}

const number = String.raw`(?<number>\d[\d,.]*\d|\d|[零一二两三四五六七八九十百千]+)\s*(?<tens>[百千万亿]{0,2})`;
const units = '人次|个人|个问题|处问题|个议题|万元|人|名|位|个|处|家|元|块钱|块|分|页|卷|份|批|户';
const ahead: Readonly<Record<string, Limit['is']>> = {
  不超过: '<=',
  不多于: '<=',
  不高于: '<=',
  至多: '<=',
  最多: '<=',
  不少于: '>=',
  不低于: '>=',
  不下: '>=',
  不下于: '>=',
  至少: '>=',
  最少: '>=',
  达到: '>=',
  超过: '>',
  超出: '>',
  超: '>',
  大于: '>',
  多于: '>',
  高于: '>',
  少于: '<',
  小于: '<',
  低于: '<',
  不足: '<',
  不到: '<',
  不满: '<',
  'more than': '>',
  over: '>',
  above: '>',
  exceeding: '>',
  'at least': '>=',
  'no fewer than': '>=',
  'no less than': '>=',
  'fewer than': '<',
  'less than': '<',
  under: '<',
  below: '<',
  'at most': '<=',
  'up to': '<=',
  'no more than': '<=',
};
const behind: Readonly<Record<string, Limit['is']>> = { 以上: '>=', 往上: '>=', 以下: '<=', 以内: '<=' };
const heads = Object.keys(ahead).sort((a, b) => b.length - a.length);
const patterns = [
  new RegExp(`(?<ahead>${heads.join('|')})了?\\s*${number}\\s*(?<unit>${units}|[a-z]+)?`, 'g'),
  new RegExp(`${number}\\s*(?<unit>${units})?及?(?<behind>以上|往上|以下|以内)`, 'g'),
  new RegExp(`${number}\\s*(?:or more|and above)\\s*(?<unit>[a-z]+)?`, 'g'),
];

const troubles = '问题|隐患|毛病';
const finds = '(?:查|发现|找|检查|查验)(?:到|出|着|见)?(?:来|过|了)?';
const troublesEnglish = '(?:problems?|issues?|faults?|hazards?)';
/** 没发现问题的, 一个问题都没查出来的, 零问题; 有问题的督查. */
const nothing = new RegExp(
  `(?:[一半]?个|任何)?(?:${troubles})(?:都|也)(?:没有?|未)(?:被)?(?:有|${finds})?|(?<!有)(?:没有?|未)(?:被)?(?:${finds})?(?:出现|存在)?(?:过|任何|什么|[一半]个)*(?:${troubles})(?!整改|解决|反馈|率)|(?<!有)(?:零|无|(?<!\\d)0个?)(?:${troubles})|\\b(?:without(?: any)?|with no|with zero|where no|no|zero) ${troublesEnglish}(?: (?:were |was )?found)?|\\bfound (?:nothing|no ${troublesEnglish})`,
  'g',
);
const something = new RegExp(
  `(?<![没所])(?:有|${finds})(?:${troubles})的(?=督[查导]|检查|巡查|抽查|暗访|有?(?:多少|几)次|次数)|(?<=\\binspections? (?:that )?)(?:found|had) ${troublesEnglish}|\\bwith (?:any )?${troublesEnglish}(?= |$)(?! (?:rate|found|fixed))`,
  'g',
);

/** A number that is zero, or is not, told without a figure. */
function zerosIn(text: string): Limit[] {
  if (!/[没未零无有0查发找]|\b(?:no|zero|without|with|nothing)\b/.test(text)) return [];
  const of = (pattern: RegExp, bound: Pick<Limit, 'is' | 'value'>) =>
    allMatches(pattern, text).map(({ index, 0: said }): Limit => {
      const named = /问题|隐患/.exec(said)?.[0] ?? (/^[a-z]/.test(said) ? 'problems' : '问题');
      return { start: index, end: index + said.length, word: said.trim(), ...bound, unit: '', named };
    });
  return [...of(nothing, { is: '<=', value: 0 }), ...of(something, { is: '>', value: 0 })];
}

/** Limits in the text; days, shares and years are no numbers of a record. */
export function limitsIn(text: string): Limit[] {
  const found = zerosIn(text);
  for (const pattern of patterns) {
    for (const match of allMatches(pattern, text)) {
      const limit = ofProgress(limitOf(match), text);
      const free = limit && !found.some((one) => one.start < limit.end && limit.start < one.end);
      if (free && !/^(?:[%％天日周年月期]|个?(?:工作日|月|百分点|点(?![位子]))|小时)/.test(text.slice(limit.end)))
        found.push(limit);
    }
  }
  return found;
}

/** 进度超过80%: a progress is told in percent, all other shares are figures of their own. */
function ofProgress(limit: Limit | null, text: string): Limit | null {
  if (!limit || !/^\s*[%％]/.test(text.slice(limit.end))) return limit;
  if (!/进度|进展|progress/.test(text.slice(Math.max(0, limit.start - 12), limit.start))) return limit;
  const end = limit.end + /^\s*[%％]/.exec(text.slice(limit.end))![0].length;
  return { ...limit, end, word: text.slice(limit.start, end).trim(), unit: '' };
}

function limitOf(match: RegExpMatchArray): Limit | null {
  const { ahead: head, behind: tail, number: digits = '', tens = '', unit = '' } = match.groups ?? {};
  const value = numberOf(`${digits.replace(/,/g, '')}${tens}${unit === '万元' ? '万' : ''}`);
  if (value === null || (!unit && /^(?:19|20)\d\d$/.test(digits))) return null;
  const start = match.index ?? 0;
  const is = head ? ahead[head] : tail ? behind[tail] : '>=';
  return is
    ? {
        start,
        end: start + match[0].length,
        word: match[0].trim(),
        is,
        value,
        unit: unit || (/[万亿]/.test(tens) ? '元' : ''),
      }
    : null;
}

/** The condition a limit sets in a kind, or null where the kind counts nothing of that sort. */
export function limitFilter(kind: RecordKind, limit: Limit, text: string): AskedFilter | null {
  const numbers = Object.entries(kind.fields).filter(([, field]) => field.type === 'number');
  const around =
    limit.named ?? text.slice(Math.max(0, limit.start - 6), limit.start) + text.slice(limit.end, limit.end + 6);
  const scored = numbers
    .map(([name, field]) => ({ name, score: (countsIn(field, limit.unit) ? 2 : 0) + (isNamed(field, around) ? 1 : 0) }))
    .filter(({ score }) => score > (limit.unit ? 1 : 0))
    // 超过20人的接待: of two numbers of people the one that is added up is the size of it.
    .map(({ name, score }) => ({
      name,
      score: score + (isSummed(kind, name) ? 0.5 : 0) + (isNamed(kind.fields[name]!, limit.unit) ? 0.25 : 0),
    }))
    .sort((a, b) => b.score - a.score);
  const [first, second] = scored;
  if (!first || first.score === second?.score) return null;
  return { field: first.name, values: [`${limit.is}${limit.value}`], said: limit.word };
}

function isSummed(kind: RecordKind, name: string): boolean {
  return Object.values(kind.measures).some((measure) => measure.type === 'sum' && measure.field === name);
}

function countsIn({ counts, measureWords = [] }: Field, unit: string): boolean {
  if (!unit) return false;
  if (/^(?:万元|元|块|块钱|yuan|rmb)$/.test(unit)) return counts?.zh === '元';
  const people = /^(?:人|人次|个人|名|位|people|persons?|attendees|participants|visitors)$/;
  if (people.test(unit)) return counts !== undefined && people.test(counts.zh);
  return counts?.zh === unit || counts?.en === unit || measureWords.includes(unit);
}

function isNamed({ label, words = [] }: Field, around: string): boolean {
  return [label.zh, label.en, ...words].some((word) => word.length > 1 && around.includes(word.toLowerCase()));
}
