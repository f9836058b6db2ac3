/** How a text points at a record without its number: 那件, 第二条, 前两件, 刚才那条, the last one, and the words that describe it. */
import { kindOf, kinds } from '../kinds/all.ts';
import type { RecordKind } from '../kinds/kind.ts';
import { numberOf } from '../numbers.ts';
import { moodPlaces } from './choice-told.ts';
import type { Marks } from './marks.ts';
import { movesIn } from './status.ts';
import { subjectParts } from './subject.ts';

const measures = '[个件条份封篇次场批项宗起桩]';
const few = '[一两二三四五六七八九十]|\\d{1,2}';

const pointers =
  /(?:上面|上边|前面|前边|后面|后边|之前|刚才|刚刚|方才|刚|上次|上回|上周|昨天|前天|早上|上午)?(?:记的|说的|问的|报的|提的|发的)?(?:就)?(?:那|这|该|此)(?:个|件|条|份|封|篇|次|场|批|项|宗|起|桩|事|笔)(?!是|都是|多)|(?:刚才|刚刚|前面|上面)(?:说|报|记|提)的(?=[\u4e00-\u9fff]{2})|(?:上|前)一?[条件](?=[\s,。]|$|的|已|办|答|退)|^(?:and |also )?it\s(?=(?:was|has|went|is|got|came|had)\b)|\b(?:that|this|the (?:last|previous|same))\s(?!is\b|was\b)/i;

export interface Pointer {
  readonly index: number;
  readonly end: number;
}

/** 那件, 刚才那条, this: where a text points back; null where it does not. */
export function pointerIn(text: string): Pointer | null {
  const match = pointers.exec(text);
  return match ? { index: match.index, end: match.index + match[0].length } : null;
}

/** Some of a row of records, by their place in it. */
export interface Places {
  readonly from: 'start' | 'end';
  /** 1 is the first, seen from that side. */
  readonly first: number;
  readonly last: number;
  readonly index: number;
  readonly end: number;
}

const english: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  '1st': 1,
  '2nd': 2,
  '3rd': 3,
  '4th': 4,
  '5th': 5,
};
const nth = new RegExp(`第\\s*(${few})\\s*[个件条份封篇宗起桩](?!月|季|代|批次)`);
const firstFew = new RegExp(`(?<![之目以日])(?<side>[前后])(?:面|边)?\\s*(?<n>[两二三四五六]|\\d)\\s*${measures}`);
const outermost = new RegExp(
  `(?<last>最后|末尾|最末)(?:那|这)?一?${measures}|(?<first>头一|最前面?那?一?|打头那?)${measures}`,
);
const behind = new RegExp(`(?:后面|后边|后头)(?:那|这)一?${measures}`);
const englishNth =
  /\bthe (first|second|third|fourth|fifth|[1-5](?:st|nd|rd|th)|last)(?: (?:one|item|case|letter|proposal|record|entry|two|three))?\b/i;
const englishFew = /\bthe (first|last) (two|three|four|2|3|4)\b/i;

/** 第二件, 前两件, 后面那个, the first one; null for none. */
export function placesIn(text: string): Places | null {
  const at = (match: RegExpExecArray) => ({ index: match.index, end: match.index + match[0].length });
  const one = nth.exec(text);
  const which = one && numberOf(one[1] ?? '');
  if (one && which) return { from: 'start', first: which, last: which, ...at(one) };
  const some = firstFew.exec(text);
  const many = some && numberOf(some.groups?.n ?? '');
  if (some && many) return { from: some.groups?.side === '前' ? 'start' : 'end', first: 1, last: many, ...at(some) };
  const edge = outermost.exec(text) ?? behind.exec(text);
  if (edge) return { from: edge.groups?.first ? 'start' : 'end', first: 1, last: 1, ...at(edge) };
  const fewSaid = englishFew.exec(text);
  if (fewSaid) {
    const n = { two: 2, three: 3, four: 4 }[fewSaid[2]!.toLowerCase()] ?? Number(fewSaid[2]);
    return { from: /first/i.test(fewSaid[1]!) ? 'start' : 'end', first: 1, last: n, ...at(fewSaid) };
  }
  const said = englishNth.exec(text);
  // 'the last' alone is the latest, whatever row it stands in.
  if (!said || (/^last$/i.test(said[1]!) && !/\bone|item|two|three\b/i.test(said[0]))) return null;
  const n = english[said[1]!.toLowerCase()];
  return n ? { from: 'start', first: n, last: n, ...at(said) } : { from: 'end', first: 1, last: 1, ...at(said) };
}

/** Several records spoken of at once (这两份, 两件都, 全部): how many, or all there are. */
export interface Several {
  readonly count: number | 'all';
}

const counted = new RegExp(
  `(?<points>这|那|剩下|其余|另外|的)?\\s*(?<n>[两二三四五六七八九十]|\\d{1,2})\\s*${measures}(?<behind>[^,。;]{0,12}?(?:都|全|均|一起|一并))?`,
);
const whole = /(?:全部|全都|所有|统统|一律|通通)|\b(?:all|both)\b/i;

/** How many are meant at once; null where it is one, or something new that is counted. */
export function severalIn(text: string): Several | null {
  const match = counted.exec(text);
  const n = match && numberOf(match.groups?.n ?? '');
  if (match && n && n > 1 && (match.groups?.points || match.groups?.behind)) return { count: n };
  return whole.test(text) && !/\d/.test(text) ? { count: 'all' } : null;
}

/** 领导已定 tells that it was agreed to, and nothing of what it is. */
const nodded =
  /^(?:各?[位个]?领导|区长|主任|局长|大家|上面)?(?:都|已经?|也)*(?:定|审定|审过|同意|认可|看|过目|签字|签|点头|批)(?:了|过|好)?$/;

/** 刚立的两件, 漏水的信, 防潮的问题: when it was told, and what any such thing is called, describe nothing. */
const outerWords =
  /^(?:说|记|写|搞|弄|报|点)错了?$|^(?:刚刚?|刚才|今天|昨天|上午|下午|早上)新?(?:立|收|记|报|登|交|发|来|说|提|讲|办)(?:到|上|过)?的[两二三四五六七八九十\d]?|^(?:预计|已经?|目前|现在)$|的(?:信|问题|事情?|事儿|纠纷)$|一事$|(?<=[\u4e00-\u9fff]{2})(?:提案|督办件?|请示|批示|工单|完成|进度|推进到?)$/;

/** What is said of the record besides what happened to it. */
export function descriptionOf(marks: Marks, kind: RecordKind | undefined): string {
  const model = kind ?? kindOf('letter');
  if (!model) return '';
  const places = [
    ...marks.units,
    ...marks.leaders,
    ...(kind ? movesIn(kind, marks.text) : kinds.flatMap((one) => movesIn(one, marks.text))),
    ...(kind ? moodPlaces(kind, marks) : []),
  ];
  // 国庆 in 国庆安保会 is a part of the name, whatever day it may also be.
  const named = { ...marks, times: marks.times.filter((time) => time.said !== 'holiday') };
  return subjectParts(model, named, places)
    .map((part) => part.replace(outerWords, ''))
    .filter((part) => part !== '' && !nodded.test(part))
    .join(' ');
}

const born =
  /(?:今天|昨天|前天|[上本这]周[一二三四五六日天]?|\d{1,2}[号日])[^,。;\s]{0,4}(?:来|收|到|记|报|交办|立|发|登记|转来)[^,。;\s]{0,3}的/;

/** 昨天来的那两件: the day tells which records, not when something happened to them. */
export function bornOn(marks: Marks): { readonly day: string; readonly end: number } | null {
  const match = born.exec(marks.text);
  if (!match) return null;
  const end = match.index + match[0].length;
  const time = marks.times.find((one) => one.grain === 'day' && one.index >= match.index && one.index < end);
  return time?.start ? { day: time.start, end } : null;
}
