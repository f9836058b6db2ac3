/** Lists that are no sentence of 各: several papers in 《》 joined by 和, and a count followed by as many units with a matter each. */
import { unitFieldOf } from '../kinds/kind.ts';
import type { Sentence } from './atoms.ts';
import { figuresIn } from './figures.ts';
import { kindIn, type Scored } from './kind-of.ts';
import { joinMarks, type Marks, type Range } from './marks.ts';
import { textOf, trimRange } from './ranges.ts';

export interface EachOf {
  readonly kind: Scored;
  /** One member's own stretches each, with what all share. */
  readonly pieces: readonly Range[][];
}

const joined = /^\s*(?:、|,|和|与|及|以及|and|&)?\s*$/;
/** Kinds whose records are the papers themselves. */
const papers: ReadonlySet<string> = new Set(['institution', 'regulation', 'outgoing', 'research']);
const mostUnits = 8;

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
  const head: Range = { index: sentence.index, end: first.index };
  return { kind, pieces: titles.map((title) => [head, { index: title.index, end: title.end }, ...rest]) };
}

/** 今天立了两个督办 老旧电梯更新 住建局 渣土车乱倒 城管局: as many units as were counted, each with its matter. */
export function announcedMembers(marks: Marks, sentence: Sentence): EachOf | undefined {
  const kind = kindIn(textOf(marks.text, sentence));
  if (!kind || !unitFieldOf(kind.kind)) return undefined;
  const [head, ...atoms] = sentence.atoms;
  if (!head || atoms.length < 2) return undefined;
  const opening = joinMarks(marks, [head]);
  const count = figuresIn(kind.kind, opening).quantity;
  if (!count || count.value < 2 || count.value > mostUnits || opening.units.length > 0) return undefined;
  const unitsOf = (atom: Range): number => joinMarks(marks, [atom]).units.length;
  if (atoms.some((atom) => unitsOf(atom) > 1)) return undefined;
  if (atoms.filter((atom) => unitsOf(atom) === 1).length !== count.value) return undefined;
  const groups: Range[][] = [];
  const unitFirst = unitsOf(atoms[0]!) === 1;
  let open = false;
  for (const atom of atoms) {
    const named = unitsOf(atom) === 1;
    if (!open || (unitFirst && named)) groups.push([atom]);
    else groups.at(-1)!.push(atom);
    open = unitFirst || !named;
  }
  if (groups.length !== count.value) return undefined;
  const shared = withoutCount(marks, head);
  return { kind, pieces: groups.map((group) => [...shared, ...group]) };
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
