/** Cuts a message into sentences and these into the smallest stretches that may each begin a new record. */
import { allMatches } from '../time/all-matches.ts';
import { isEnglish } from './language.ts';
import type { Range } from './marks.ts';
import { trimRange } from './ranges.ts';

const open = '《(“「【[';
const close = '》)”」】]';
const clauseEnds = ',、 :。';
const han = /[\u4e00-\u9fff]/;

export interface Sentence extends Range {
  readonly atoms: readonly Range[];
}

/** Where it stops: at 。;!? and line ends, at an English full stop; never inside brackets. */
export function sentencesIn(text: string, whole: readonly Range[] = []): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  let depth = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const char = text[at];
    if (char !== undefined && open.includes(char)) depth += 1;
    else if (char !== undefined && close.includes(char)) depth = Math.max(0, depth - 1);
    const ends =
      char === undefined ||
      char === '\n' ||
      (depth === 0 &&
        ('。;!?'.includes(char) ||
          (char === '.' &&
            /^\.\s+[A-Z\u4e00-\u9fff]/.test(text.slice(at, at + 6)) &&
            !/\b(?:no|mr|ms|dr|vs|approx)$/i.test(text.slice(0, at)))));
    if (!ends) continue;
    if (char === '\n') depth = 0;
    const range = trimRange(text, withoutMarker(text, { index: from, end: at }));
    if (range.end > range.index) sentences.push(...byDayPart(text, { ...range, atoms: atomsIn(text, range, whole) }));
    from = at + 1;
  }
  return sentences;
}

const dayPart = /^(?:今天|昨天|今日|昨日)?(?:上午|中午|下午|晚上|傍晚|早上|一早)/;

const heading = /^[\u4e00-\u9fff]{2,4}(?:情况|工作|方面|这块|小结)$/;

/** 上午开常务会 下午陪省厅调研 晚上写稿: every part of the day tells its own. */
function byDayPart(text: string, sentence: Sentence): Sentence[] {
  const starts = sentence.atoms.filter((atom) => dayPart.test(text.slice(atom.index, atom.end)));
  const [first, second] = sentence.atoms;
  // 接待情况 上午… 下午…: a heading may stand before them.
  const headed = starts[0] === second && first && heading.test(text.slice(first.index, first.end));
  if (starts.length < 2 || !(starts[0] === first || headed)) return [sentence];
  return starts.map((start, place) => {
    const end = starts[place + 1]?.index ?? sentence.end;
    const from = place === 0 ? sentence.index : start.index;
    const atoms = sentence.atoms.filter((atom) => atom.index >= from && atom.end <= end);
    return { index: from, end: atoms.at(-1)?.end ?? end, atoms };
  });
}

/** Numbers and bullets in front of the lines of a list. */
function withoutMarker(text: string, range: Range): Range {
  const marker =
    /^\s*(?:[-*•·>]+\s*|\(?\d{1,2}[.、)](?!\d)\s*|\(?[一二三四五六七八九十]{1,2}[、)]\s*|第[一二三四五六七八九十]+[,、是:])/.exec(
      text.slice(range.index, range.end),
    );
  return marker ? { index: range.index + marker[0].length, end: range.end } : range;
}

const englishCut =
  /,\s+|;\s+|(?<=[a-z]):\s+(?=(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)\s[^.\n]*(?:,|;|\band\b)\s*(?:\d|one|two|three|four|five|six)\b)|(?<=\b(?:\d+|two|three|four|five|six|seven|eight)\b[^:.;\n]{3,50}):\s+(?=[^.\n]*(?:,|;|\band\b))|(?<!hundred|thousand)\s+and\s+(?=(?:also\s+|then\s+|we\s+)*(?:held|issued|received|inspected|hosted|sent|dispatched|logged|trained|accepted|answered|replied|opened|posted|put|took|gave|found|adopted|submitted|registered|assigned|repaired|bought|finished|started|began|paid|visited|cleaned|won|lost|asked|organi[sz]ed|attended|published|met|visited|wrote|drafted|closed|\d|an?\s|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b))|\s+then\s+/gi;

function atomsIn(text: string, range: Range, whole: readonly Range[]): Range[] {
  const body = text.slice(range.index, range.end);
  const cuts: { at: number; length: number }[] = !isEnglish(body)
    ? chineseCuts(body)
    : allMatches(englishCut, body).map((match) => ({ at: match.index, length: match[0].length }));
  const atoms: Range[] = [];
  let from = 0;
  for (const cut of [...cuts.filter(({ at }) => !isWithin(range.index + at, whole)), { at: body.length, length: 0 }]) {
    const atom = trimRange(text, withoutPoint(text, { index: range.index + from, end: range.index + cut.at }, body));
    if (atom.end > atom.index) atoms.push(atom);
    from = cut.at + cut.length;
  }
  return atoms;
}

const point =
  /^\s*(?:[一二三四五六七八九]是|第[一二三四五六](?![季批次期名届轮]|小学|中学|医院|产业|书记|时间)(?:件|个)?(?:事|是|,|:)*)/;

/** 一是…,二是…, 第一…,第二…: what only tells the points apart. */
function withoutPoint(text: string, range: Range, body: string): Range {
  if (!(body.includes('二是') || (body.includes('第二') && body.includes('第一')))) return range;
  const said = point.exec(text.slice(range.index, range.end));
  return said ? { index: range.index + said[0].length, end: range.end } : range;
}

/** A list of numbers is one thing (第2、3、4期). */
function isWithin(at: number, whole: readonly Range[]): boolean {
  return whole.some((range) => range.index < at && at < range.end);
}

function chineseCuts(body: string): { at: number; length: number }[] {
  const cuts: { at: number; length: number }[] = [];
  const ones = onesIn(body);
  let depth = 0;
  let start = 0;
  for (let at = 0; at < body.length; at += 1) {
    const char = body[at]!;
    if (at > 0 && clauseEnds.includes(body[at - 1]!)) start = at;
    if (open.includes(char)) depth += 1;
    else if (close.includes(char)) depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    if (
      (',、'.includes(char) && !/^\d,\d{3}(?!\d)/.test(body.slice(at - 1, at + 5))) ||
      (char === ':' && !/^\d:\d/.test(body.slice(at - 1, at + 2)))
    )
      cuts.push({ at, length: 1 });
    else if (char === ' ' && (separates(body[at - 1] ?? '', body[at + 1] ?? '') || countsAnew(body, at, cuts.at(-1))))
      cuts.push({ at, length: 1 });
    else if (isRepeat(body, at, start) || ones.includes(at)) cuts.push({ at, length: 0 });
  }
  return cuts;
}

const one =
  /(?<![第每同某另这那哪唯统\d一二三四五六七八九十])一([个件场批封份条项次趟篇位名张台])(?!月|小时|星期|季度|半|人|样|样子|一|左右|以上|以内|,|$)/g;

/** 两个专题会一个20人一个15人, 一份通知一份函: where each is told to be one, counted by the same word. */
function onesIn(body: string): readonly number[] {
  const ones = body.includes('一') ? allMatches(one, body) : [];
  const [first] = ones;
  const alike = ones.filter((match) => match[1] === first?.[1]);
  return alike.length > 1 ? alike.map(({ index }) => index) : [];
}

const counts = /^\s?\d+\s?[件条篇期次场批封项个份卷宗趟]/;

/** 今天2个complaint 3个咨询: behind a Latin word too the next count begins the next. */
function countsAnew(body: string, at: number, last: { at: number; length: number } | undefined): boolean {
  const stretch = body.slice(last ? last.at + last.length : 0, at);
  return counts.test(body.slice(at)) && /\d\s?[件条篇期次场批封项个份卷宗趟][a-z ]+$/i.test(stretch);
}

/** A space between Latin words or digits holds them together; one that touches Chinese parts. */
function separates(before: string, after: string): boolean {
  if (/[\da-z.%]/i.test(before) && /[\da-z]/i.test(after)) return false;
  return !(/[a-z]/i.test(before) && han.test(after));
}

const repeatBehind = /^[\u4e00-\u9fff]{2,8}?[\d一二三四五六七八九十百两]+/;
const countBefore =
  /(?:[\d百千万]|(?<![十百周]|星期|礼拜)[一二三四五六七八九十两])[余多来]?(?:人次|[件条篇期次场批封项个份卷宗趟])$|(?:^|[\u4e00-\u9fff])\d+$/;

/** 建议72件提案69件, 咨询3投诉4: where a count ends and words with a new count follow. */
const countFirst = /^[\d一二三四五六七八九十两]{1,8}[件条篇期次场批封项个份卷宗趟](?=[\u4e00-\u9fff])/;

/** @param start where the clause begins */
function isRepeat(body: string, at: number, start: number): boolean {
  // 一件网上一件邮寄: where the count comes first, the next count begins the next.
  if (countFirst.test(body.slice(start)))
    return (
      at > start &&
      countFirst.test(body.slice(at)) &&
      han.test(body[at - 1]!) &&
      !/[一二三四五六七八九十两百千万]/.test(body[at - 1]!)
    );
  if (at === 0 || !han.test(body[at]!) || !/[\d\u4e00-\u9fff]/.test(body[at - 1]!)) return false;
  if (/[人件条篇期次场批封项个份卷宗趟家处号月日年名位分元万余多]/.test(body[at]!)) return false;
  return countBefore.test(body.slice(Math.max(0, at - 8), at)) && repeatBehind.test(body.slice(at, at + 14));
}
