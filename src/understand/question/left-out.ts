/** What a question leaves out: 除了专题会议, 取消的不算, 不含暗访, excluding follow-ups. */
import { allMatches } from '../../time/all-matches.ts';
import type { Span } from './places.ts';

const words = {
  ahead:
    '不是|并非|不属于|不含|不包括|不包含|不算上?|不计|除了?|除开|除去|扣除|扣掉|剔除|排除|刨除|刨去|刨掉|撇开|去掉|抛开',
  aheadEnglish:
    "not(?: counting| including)?|except(?: for)?|excluding|exclude|other than|apart from|aside from|leaving out|that (?:are|were) not|aren't|weren't",
  behind:
    '除外|以外|之外|(?:别|不用|不要|不必)(?:算|计)(?:在内|进去|上|它)?|别统计|排除在外|不算(?:在内|进去)|不计入|excluded|not counted|not included|left out|aside',
  /** What also stands ahead of what it leaves out ends its clause where it stands behind. */
  behindAtEnd: '不算上?|不计|不要|不统计|不包括(?:在内)?|不包含|不含|去掉|剔除|扣掉|扣除|刨掉|刨除|排除掉?',
};
const ahead = new RegExp(
  `(?:${words.ahead}|\\b(?:${words.aheadEnglish}))(?:来自|源自|来源[是为]|属于|涉及|关于|由|在| (?:the|any|all|those)(?: (?:from|by|in))?)?\\s*$`,
);
const behind = new RegExp(
  `^(?:的|类|型|些|都|上|里|\\s)*(?:${words.behind}|(?:${words.behindAtEnd})(?=$|[\\s,。;、?)的]|还|一共|总共|共|多少|几))`,
);
const outside = /^(?:的|类|型)*外(?![事地单来面])/;
const joined = /^\s*(?:、|和|与|及|以及|跟|或|and|or)\s*$/;
/** A character of each of them, to be looked for first. */
const maybe = /[外不除别扣剔排刨撇抛非]|去掉|n[o']|\bex|\bother|\bapart|\baside|\bleaving/;
/** 别的会, 其他单位: all that is not left out. */
const others = /(?:其他|其它|其余|别的|另外的|剩下的?|剩余的?)(?:的|各)?|\b(?:all )?(?:the )?(?:others?|rest)\b/g;
const marks =
  /除了|除开|除外|除[^,;]{1,14}外|以外|之外|不算|不计(?!其)|别算|不含|不包括|不包含|剔除|扣除|刨[除去掉]|不要算|\b(?:except|excluding|exclude|other than|apart from|aside from|leaving out|not counting|not counted|not including|left out)\b/;

export interface LeftOut<T extends Span> {
  readonly out: ReadonlySet<T>;
  /** Where the words stand that leave them out, and those for the rest. */
  readonly spans: readonly Span[];
}

/** Which of the places are left out; `names` may stand between one and its 以外 (暗访督查以外). */
export function leftOut<T extends Span>(text: string, places: readonly T[], names: readonly Span[] = []): LeftOut<T> {
  const out = new Set<T>();
  const spans: Span[] = [];
  if (places.length === 0 || !maybe.test(text)) return { out, spans };
  for (const place of places) {
    const before = ahead.exec(text.slice(0, place.start));
    const end = endWith(place, names);
    const after = behind.exec(text.slice(end)) ?? (before?.[0].startsWith('除') ? outside.exec(text.slice(end)) : null);
    if (!before && !after) continue;
    out.add(place);
    if (before) spans.push({ start: before.index, end: place.start });
    if (after) spans.push({ start: end, end: end + after[0].length });
  }
  if (out.size === 0) return { out, spans };
  // 除了常务会和专题会: what is joined is left out together.
  for (const place of [...places, ...[...places].reverse()]) {
    const beside = places.some(
      (other) => out.has(other) && (isJoined(text, other, place) || isJoined(text, place, other)),
    );
    if (beside && !out.has(place)) {
      out.add(place);
      const end = endWith(place, names);
      const after = behind.exec(text.slice(end)) ?? outside.exec(text.slice(end));
      if (after) spans.push({ start: end, end: end + after[0].length });
    }
  }
  for (const match of allMatches(others, text)) spans.push({ start: match.index, end: match.index + match[0].length });
  return { out, spans };
}

function endWith(place: Span, names: readonly Span[]): number {
  return (
    names.find((name) => name.start <= place.end && place.start < name.start && name.end > place.end)?.end ?? place.end
  );
}

function isJoined(text: string, one: Span, next: Span): boolean {
  return one.end <= next.start && joined.test(text.slice(one.end, next.start));
}

const loose = new RegExp(
  `除了?(?=.*(?:外|别的|其他|其它|其余))|${words.behind}|不是|不算上?|不计(?!其)|不含|不包括|不包含|剔除|扣除|除外|(?<=除.*)外(?![事地单来面])|\\b(?:excluding|except(?: for)?|other than|apart from)\\b`,
  'g',
);

/** Where words stand that leave something out, whatever it is. */
export function leavingWords(text: string): Span[] {
  if (!maybe.test(text)) return [];
  const places = [...allMatches(loose, text), ...allMatches(others, text)];
  return places.map(({ index, 0: said }) => ({ start: index, end: index + said.length }));
}

/** The words nobody knows that stand right beside one of them (大会堂的不算), with what belongs to the same run (招商项目推进的不算). */
export function strangeLeft(text: string, words: readonly Span[], leaving: readonly Span[]): Span[] {
  const left = words.filter((word) => isBeside(text, word, leaving));
  for (const word of [...words, ...[...words].reverse()]) {
    const sameRun = left.some((other) => {
      const [one, next] = other.start < word.start ? [other, word] : [word, other];
      return one.end < next.start + 1 && /^[\u4e00-\u9fff]{0,2}$/.test(text.slice(one.end, next.start));
    });
    if (sameRun && !left.includes(word)) left.push(word);
  }
  return left;
}

function isBeside(text: string, word: Span, leaving: readonly Span[]): boolean {
  return leaving.some(({ start, end }) => {
    const said = text.slice(start, end);
    if (end <= word.start)
      return !/^(?:其|别的|以外|之外|外)/.test(said) && /^\s*(?:在|来自)?$/.test(text.slice(end, word.start));
    return (
      word.end <= start && !/^(?:除了?$|不是|其|别的)/.test(said) && /^(?:的|[\s,])*$/.test(text.slice(word.end, start))
    );
  });
}

/** The word that leaves something out, where there is one. */
export function leavesOut(text: string): string | undefined {
  return marks.exec(text)?.[0];
}
