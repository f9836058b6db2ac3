/** Lists whose opening says how many follow, each a record: 三个会:常务会、专题会、视频会; 立了两个督办 电梯更新 住建局 渣土车 城管局. */

import type { NumberSpan } from '../numbers.ts';
import type { Day } from '../time/day.ts';
import type { Sentence } from './atoms.ts';
import { figuresIn } from './figures.ts';
import { kindIn, type Scored } from './kind-of.ts';
import {
  areAlike,
  forAll,
  isMember,
  isNoFact,
  isOfAll,
  isOfOther,
  isOther,
  isTellable,
  signs,
  sortIn,
} from './list-member.ts';
import type { EachOf } from './listed-members.ts';
import { joinMarks, type Marks, type Range } from './marks.ts';
import { textOf, trimRange } from './ranges.ts';

interface Opening {
  readonly kind: Scored;
  readonly count: number;
  /** What is said of all: the opening without its figures. */
  readonly head: readonly Range[];
  readonly rest: readonly Range[];
  /** Only counts: no unit and no sort is told with it. */
  readonly isBare: boolean;
  /** A colon or 、 shows that a list follows. */
  readonly isMarked: boolean;
}

const mostMembers = 8;
/** How many stretches the opening may have. */
const longestOpening = 3;

/** @param following the sentences that semicolons or lines join to this one */
export function countedMembers(
  marks: Marks,
  { sentence, following, today }: { sentence: Sentence; following: readonly Sentence[]; today: Day },
): EachOf | undefined {
  const behind = byTail(marks, sentence) ?? oneEach(marks, sentence);
  if (behind) return behind;
  const opening = openingOf(marks, sentence);
  if (!opening) return undefined;
  const parts = byParts(marks, opening, following);
  if (parts) return parts;
  const rest = [...opening.rest];
  const shared: Range[] = [];
  // 两件督办 都是常务会定的 一件给…: what holds for all may stand before the members.
  while (rest.length > opening.count && forAll.test(joinMarks(marks, [rest[0]!]).text)) shared.push(rest.shift()!);
  const left: Range[] = [];
  // 明天还有一场: what is told besides stands at the end, and what holds for all.
  while (rest.length > opening.count && forAll.test(joinMarks(marks, [rest.at(-1)!]).text)) shared.unshift(rest.pop()!);
  for (;;) {
    const groups = groupsOf(marks, opening, rest) ?? groupsOf(marks, opening, partedByAnd(marks, opening, rest));
    if (groups)
      return { kind: opening.kind, pieces: groups.map((group) => [...opening.head, ...group, ...shared]), left };
    const last = rest.pop();
    if (!last || rest.length < opening.count) return undefined;
    if (isOfAll(marks, opening.kind.kind, last)) shared.unshift(last);
    else if (shared.length === 0 && isNoFact(marks, last, today)) left.unshift(last);
    else return undefined;
  }
}

/** 2个:市里视频会和区里专题会: the last two may be joined by 和; the stretches as they are where that does not make up the count. */
function partedByAnd(marks: Marks, { count, isMarked }: Opening, atoms: readonly Range[]): readonly Range[] {
  const last = atoms.at(-1);
  const at = last ? textOf(marks.text, last).search(/(?<=..)[和与及](?=..)/) : -1;
  if (!last || !isMarked || at < 0 || atoms.length !== count - 1) return atoms;
  const joint = last.index + at;
  return [...atoms.slice(0, -1), { index: last.index, end: joint }, { index: joint + 1, end: last.end }];
}

function openingOf(marks: Marks, sentence: Sentence): Opening | undefined {
  const { atoms } = sentence;
  // Most sentences count nothing that members could follow.
  const end = atoms[Math.min(longestOpening, atoms.length) - 1]?.end ?? 0;
  const counts = marks.numbers.some(
    (number) => number.index >= sentence.index && number.end <= end && number.value >= 2 && number.value <= mostMembers,
  );
  if (!counts) return undefined;
  for (let last = 0; last < Math.min(longestOpening, atoms.length); last += 1) {
    const stretch = atoms.slice(0, last + 1);
    const own = joinMarks(marks, stretch);
    // 两个会连着开: what is counted may be named faintly, and clearly by its members.
    const kind = kindIn(own.text) ?? kindIn(joinMarks(marks, [sentence]).text);
    const count = kind && figuresIn(kind.kind, own).quantity;
    if (!kind || !count) continue;
    if (count.value < 2 || count.value > mostMembers || count.precision !== 'exact') return undefined;
    const rest = atoms.slice(last + 1);
    const behind = marks.text.slice(stretch.at(-1)!.end, rest[0]?.index ?? stretch.at(-1)!.end);
    const gaps = rest.slice(1).map((atom, at) => marks.text.slice(rest[at]!.end, atom.index));
    return {
      kind,
      count: count.value,
      head: stretch.flatMap((range) => withoutFigures(marks, range)),
      rest,
      isBare: own.units.length === 0 && sortIn(kind.kind, own, ['category']) === undefined,
      isMarked: behind.includes(':') || (gaps.length > 0 && gaps.every((gap) => gap.includes('、'))),
    };
  }
  return undefined;
}

/** The stretch without its numbers and their measure words: a total holds for no member. */
function withoutFigures(marks: Marks, range: Range): Range[] {
  const parts: Range[] = [];
  let from = range.index;
  for (const number of marks.numbers) {
    if (number.index < from || number.end > range.end) continue;
    const measure = /^\s?(?:人次|[个件项条次场份篇批期人名位家处块张封拨])?/.exec(
      marks.text.slice(number.end, range.end),
    )?.[0].length;
    parts.push(trimRange(marks.text, { index: from, end: number.index }));
    from = number.end + (measure ?? 0);
  }
  return [...parts, trimRange(marks.text, { index: from, end: range.end })].filter(({ index, end }) => end > index);
}

/** 除了学校那件 其余两件: known ones are pointed at, none is listed. */
const pointing = /其[余他]|剩下|余下|除了?|[那这][件个条批两三几]|上述|其中/;

/** 收到教育局、民政局两件请示: the count stands behind as many members. */
function byTail(marks: Marks, sentence: Sentence): EachOf | undefined {
  const { atoms } = sentence;
  const at = atoms.findIndex((atom, place) => place > 0 && countBehind(marks, atom, place) !== undefined);
  const count = at < 0 ? undefined : countBehind(marks, atoms[at]!, at);
  if (!count) return undefined;
  const last = atoms[at]!;
  const whole = joinMarks(marks, [{ index: sentence.index, end: last.end }]);
  const kind = kindIn(whole.text);
  if (!kind || pointing.test(whole.text) || figuresIn(kind.kind, whole).quantity?.value !== count.value)
    return undefined;
  const from = at + 1 - count.value;
  const members = [...atoms.slice(from, at), { index: last.index, end: count.index }];
  const around = [...atoms.slice(0, from), ...atoms.slice(at + 1)];
  if (!members.every((member) => isMember(marks, kind.kind, [member]) && !isOfOther(marks, kind.kind, member)))
    return undefined;
  const gaps = members.slice(1).map((member, place) => marks.text.slice(members[place]!.end, member.index));
  const isList =
    gaps.every((gap) => gap.includes('、')) || members.every((member) => isTellable(marks, kind.kind, member));
  if (!isList || !around.every((atom) => isOfAll(marks, kind.kind, atom))) return undefined;
  const tail = withoutFigures(marks, { index: count.index, end: last.end });
  return {
    kind,
    pieces: members.map((member) => [...atoms.slice(0, from), member, ...tail, ...atoms.slice(at + 1)]),
  };
}

/** The number in the stretch, behind its first words, of as many stretches as end with it. */
function countBehind(marks: Marks, atom: Range, place: number): NumberSpan | undefined {
  return marks.numbers.find(
    ({ index, end, value, precision }) =>
      index > atom.index + 1 && end <= atom.end && value >= 2 && value <= place + 1 && precision === 'exact',
  );
}

/** 2条:自查 通知发得晚;领导点评 信息不高: every part is a member. */
function byParts(marks: Marks, opening: Opening, following: readonly Sentence[]): EachOf | undefined {
  const own = opening.rest.length > 0 ? 1 : 0;
  // 报市办动态2篇 is told whole: what follows on the next line is another matter.
  if (own === 0 && !opening.isBare) return undefined;
  const more = following.slice(0, opening.count - own);
  const parts = [...(own ? [opening.rest] : []), ...more.map(({ atoms }) => atoms)];
  if (more.length === 0 || parts.length !== opening.count) return undefined;
  if (parts.some((part) => part.some((atom) => isOther(marks, opening.kind.kind, atom)))) return undefined;
  if (parts.some((part) => !isMember(marks, opening.kind.kind, part))) return undefined;
  return { kind: opening.kind, pieces: parts.map((part) => [...opening.head, ...part]), sentences: 1 + more.length };
}

function groupsOf(
  marks: Marks,
  { kind: { kind }, count, isMarked }: Opening,
  atoms: readonly Range[],
): Range[][] | undefined {
  const one = byOnes(marks, count, atoms);
  if (one) return one;
  if (atoms.some((atom) => isOther(marks, kind, atom))) return undefined;
  const single = atoms.map((atom) => [atom]);
  if (atoms.length === count && single.every((group) => isMember(marks, kind, group)))
    return isMarked || areAlike(marks, kind, atoms) ? single : undefined;
  for (const mark of signs) {
    const marked = atoms.map((atom) => mark(kind, joinMarks(marks, [atom])) !== undefined);
    if (marked.filter(Boolean).length !== count) continue;
    const groups = marked[0] ? startingAt(atoms, marked) : marked.at(-1) ? endingAt(atoms, marked) : [];
    if (groups.length === count && groups.every((group) => isMember(marks, kind, group))) return groups;
  }
  return undefined;
}

const oneOf = /^(?:另?[一1])[件个条份篇项批场次期封拨路张块位名]/;

/** 一件要12万修路灯 一件要8.5万买垃圾桶: every member says that it is one. */
function byOnes(marks: Marks, count: number, atoms: readonly Range[]): Range[][] | undefined {
  const counted = atoms.map((atom) => oneOf.exec(marks.text.slice(atom.index, atom.end))?.[0].length ?? 0);
  if (!counted[0] || counted.filter((length) => length > 0).length !== count) return undefined;
  const bare = atoms.map((atom, at) => ({ index: atom.index + counted[at]!, end: atom.end }));
  if (bare.some(({ index, end }) => end <= index)) return undefined;
  return startingAt(
    bare,
    counted.map((length) => length > 0),
  );
}

/** 一份通知一份函都发出去了: the sentence begins with members that each say they are one, of as many as there are. */
function oneEach(marks: Marks, { atoms }: Sentence): EachOf | undefined {
  const text = (range: Range): string => marks.text.slice(range.index, range.end);
  if (atoms.length < 2 || !atoms.every((atom) => oneOf.test(text(atom)))) return undefined;
  const last = atoms.at(-1)!;
  const all = /[都均](?!市|匀).*$/.exec(text(last));
  const tail = all ? [{ index: last.index + all.index, end: last.end }] : [];
  const kind = kindIn(joinMarks(marks, atoms).text);
  const members = atoms.map((atom) => ({
    index: atom.index + oneOf.exec(text(atom))![0].length,
    end: atom === last && all ? atom.index + all.index : atom.end,
  }));
  if (!kind || !members.every((member) => isMember(marks, kind.kind, [member]) && !isOfOther(marks, kind.kind, member)))
    return undefined;
  return { kind, pieces: members.map((member) => [member, ...tail]) };
}

function startingAt(atoms: readonly Range[], marked: readonly boolean[]): Range[][] {
  const groups: Range[][] = [];
  for (const [at, atom] of atoms.entries()) {
    if (marked[at]) groups.push([atom]);
    else groups.at(-1)?.push(atom);
  }
  return groups;
}

function endingAt(atoms: readonly Range[], marked: readonly boolean[]): Range[][] {
  const groups: Range[][] = [[]];
  for (const [at, atom] of atoms.entries()) {
    groups.at(-1)!.push(atom);
    if (marked[at] && at < atoms.length - 1) groups.push([]);
  }
  return groups;
}
