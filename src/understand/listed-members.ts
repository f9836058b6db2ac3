/** Lists of several papers in 《》 joined by 和. */

import { papers } from './another-one.ts';
import type { Sentence } from './atoms.ts';
import { kindIn, type Scored } from './kind-of.ts';
import type { Marks, Range } from './marks.ts';
import { textOf, trimRange } from './ranges.ts';

export interface EachOf {
  readonly kind: Scored;
  /** One member's own stretches each, with what all share. */
  readonly pieces: readonly Range[][];
  /** Stretches behind the list that are none of it. */
  readonly left?: readonly Range[];
  /** How many sentences the list runs over; one where nothing is said. */
  readonly sentences?: number;
}

const joined = /^\s*(?:、|,|和|与|及|以及|and|&)?\s*$/;

/** 出台《督查工作办法》和《值班管理制度》: two rules. */
export function titledMembers(marks: Marks, sentence: Sentence): EachOf | undefined {
  const titles = marks.titles.filter((title) => title.index >= sentence.index && title.end <= sentence.end);
  const [first] = titles;
  const last = titles.at(-1);
  if (!first || !last || titles.length < 2) return undefined;
  const gaps = titles.slice(1).map((title, place) => marks.text.slice(titles[place]!.end, title.index));
  if (!gaps.every((gap) => joined.test(gap))) return undefined;
  const kind = kindIn(textOf(marks.text, sentence));
  if (!kind || !papers.has(kind.kind.id)) return undefined;
  const rest = withoutCount(marks, { index: last.end, end: sentence.end });
  const head = withoutCount(marks, { index: sentence.index, end: first.index });
  return { kind, pieces: titles.map((title) => [...head, { index: title.index, end: title.end }, ...rest]) };
}

/** The stretch without the number that counts the list, so that no member takes it for its own. */
export function withoutCount(marks: Marks, range: Range): Range[] {
  const number = marks.numbers.find(({ index, end }) => index >= range.index && end <= range.end);
  if (!number) return [range].filter(({ index, end }) => end > index);
  const measure = /^\s?[个件项条次场份篇批]?/.exec(marks.text.slice(number.end, range.end))?.[0].length ?? 0;
  return [
    trimRange(marks.text, { index: range.index, end: number.index }),
    trimRange(marks.text, { index: number.end + measure, end: range.end }),
  ].filter(({ index, end }) => end > index);
}
