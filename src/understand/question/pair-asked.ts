/** Two figures in one question (发文和收文各多少, 平均每家联网单位几台计算机), and sums of unlike things that make no sense. */

import type { AskedFilter } from '../../intents/ask-shape.ts';
import { allMatches } from '../../time/all-matches.ts';
import { countedIn, wordsCounted } from './counted-asked.ts';
import type { FigureAsked } from './figure-asked.ts';
import { figureAsked } from './figure-asked.ts';
import type { Frame } from './frame.ts';
import { type KindReading, readKind, touchedKinds } from './kind-reading.ts';
import { shareWords } from './measure-picked.ts';
import { blank } from './places.ts';

export interface PairAsked {
  readonly figures: readonly FigureAsked[];
  /** How each side was read, where they were read apart. */
  readonly readings?: readonly KindReading[];
  readonly divide?: boolean;
  readonly sum?: boolean;
  /** The first less the second. */
  readonly differ?: boolean;
  /** The first as a share of the second. */
  readonly share?: boolean;
  /** They were to be added, but are not of one sort. */
  readonly unlike?: boolean;
}

const joints =
  /和|与|跟|及|、|以及|(?<![参增附追添强])加上?|比|较|[,;?](?=.)|\b(?:and|plus|than|versus|vs\.?)\b|(?<=(?:多少|几)[\u4e00-\u9fff]{0,2})(?=[\u4e00-\u9fff].*(?:多少|几))/g;
const holdsAgainst = /^(?:比|较|than|versus|vs\.?)$/;
const asksFigure = /多少|几|率|\b(?:how (?:many|much)|number|rate)\b/;

export function pairAsked(frame: Frame, best: KindReading): PairAsked | null {
  const divided = frame.average ? perThing(frame, best) : null;
  if (divided) return divided;
  const counted = frame.added ? null : (listedFigures(frame, best) ?? countedTwice(frame, best));
  if (counted) return { figures: counted, ...(frame.altogether && { unlike: true }) };
  for (const joint of allMatches(joints, frame.rest)) {
    const at = { start: joint.index, end: joint.index + joint[0].length };
    if (best.spans.some((span) => span.start < at.start && span.end > at.end)) continue;
    const sides = [
      blank(frame.rest, [{ start: at.start, end: frame.rest.length }]),
      blank(frame.rest, [{ start: 0, end: at.end }]),
    ];
    // 几条,占全部多少: the share tells both.
    if (/占/.test(sides[1]!)) continue;
    const pair = pairOf(frame, sides as [string, string], best);
    if (!pair) continue;
    const narrower = frame.each ? null : overdueAlone(pair);
    if (narrower) return narrower;
    // 收到的来信,满意率几成: what stands before a comma says only of what.
    const comma = /^[,;?]$|^$/.test(joint[0]);
    if (comma && !sides.every((side) => asksFigure.test(side) || frame.each)) continue;
    if (holdsAgainst.test(joint[0]) || /差/.test(frame.text)) return { ...pair, differ: true };
    const adds = frame.added || frame.altogether || /加|plus/.test(joint[0]);
    return adds && !sameSort(pair.figures) ? { ...pair, unlike: true } : { ...pair, ...(adds && { sum: true }) };
  }
  return null;
}

/** Overdue and still not closed: what is overdue is open anyway. */
function overdueAlone({ figures, readings }: PairAsked & { readings: readonly KindReading[] }): PairAsked | null {
  const [late, ...others] = [...figures].sort((a, b) => Number(isOverdue(b)) - Number(isOverdue(a)));
  const implied = others.every(
    (one) => one.figure.kind === late!.figure.kind && one.measure.type === 'count' && one.measure.where?.open === true,
  );
  return late && isOverdue(late) && implied && !others.some(isOverdue) ? { figures: [late], readings } : null;
}

function isOverdue({ measure }: FigureAsked): boolean {
  return measure.type === 'count' && measure.where?.overdue === true;
}

const between =
  /^[\s\u0001]*(?:、|,|和|与|及|以及|跟|加|and|\s|还有|数|率|多少|几|件|条|篇|次|的|了|是|有|分别|各)*[\s\u0001]*$/;

/** 总数、办结数和办结率, 卷次件次人次分别多少: three figures or more of one kind, one behind the other. */
function listedFigures(frame: Frame, best: KindReading): FigureAsked[] | null {
  if (frame.group || frame.compare || frame.average) return null;
  const { kind } = best.words;
  const named = best.tokens
    .flatMap((token) => {
      const ids = token.value.flatMap((sense) => (sense.is === 'measure' ? [sense.id] : []));
      return ids.length > 0 ? [{ id: ids[0]!, start: token.start, end: token.end }] : [];
    })
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(
      (one, index, all) =>
        !all.some(
          (other, at) =>
            at !== index &&
            other.start <= one.start &&
            one.end <= other.end &&
            (other.end - other.start > one.end - one.start || at < index),
        ),
    );
  const inRow = named.filter((one, index) => {
    const next = named[index + 1];
    const last = named[index - 1];
    return (
      (next !== undefined && between.test(frame.text.slice(one.end, next.start))) ||
      (last !== undefined && between.test(frame.text.slice(last.end, one.start)))
    );
  });
  const ids = [...new Set(inRow.map((one) => one.id))];
  // 车辆维修花了: words pasted together are one thing, no list.
  const joined = inRow.some((one, index) =>
    /[、,和与跟及]|\band\b/.test(frame.text.slice(one.end, inRow[index + 1]?.start ?? one.end)),
  );
  if (!joined) return null;
  if (ids.length < 3 || ids.length > 4) return null;
  const base = figureAsked(best, frame);
  return ids.map((id) => ({ ...base, figure: { ...base.figure, measure: id }, measure: kind.measures[id]! }));
}

/** 接待几批多少人次, 查档多少卷多少件: the same records counted in two ways. */
function countedTwice(frame: Frame, best: KindReading): FigureAsked[] | null {
  const { kind } = best.words;
  const words = [...new Set(wordsCounted(frame.text))];
  const asked = [...frame.text.matchAll(/多少|几/g)].length;
  if (words.length < 2 || asked < 2 || frame.altogether || frame.group || frame.compare) return null;
  const able = Object.entries(kind.measures).filter(([, measure]) => ['count', 'sum'].includes(measure.type));
  const named = new Set(best.measures.map((one) => one.id));
  const ids = words.flatMap((word): string[] => {
    const fitting = able.filter(([, { unit }]) => countedIn(unit.zh, word)).map(([id]) => id);
    const id = fitting.find((one) => named.has(one)) ?? fitting.find((one) => one === kind.main) ?? fitting[0];
    return id ? [id] : [];
  });
  const chosen = [...new Set(ids)];
  if (chosen.length !== 2) return null;
  const base = figureAsked(best, frame);
  return chosen.map((id) => ({ ...base, figure: { ...base.figure, measure: id }, measure: kind.measures[id]! }));
}

/** 来信中投诉占比, 同意率: the part named last, a condition or a figure, over the whole without it. */
export function shareAsked(reading: KindReading, part: FigureAsked, text: string): PairAsked | 'none' | null {
  const said = shareWords.exec(text);
  if (!said || !['count', 'sum'].includes(part.measure.type)) return null;
  const { kind } = reading.words;
  const whole = kind.measures[kind.main]!;
  const { figure, measure } = part;
  const place = ({ said: word = '' }: AskedFilter) => text.lastIndexOf(word.split('、').at(-1) ?? '');
  const picked = [...figure.filters].sort((a, b) => place(b) - place(a))[0];
  const named = reading.measures.find((one) => one.id === figure.measure)?.span.start ?? -1;
  const isFigure = figure.measure !== kind.main && measure.type === 'count' && measure.where !== undefined;
  if (isFigure && whole.type === 'count' && (!picked || named > place(picked)))
    return { figures: [part, { figure: { ...figure, measure: kind.main }, measure: whole }], share: true };
  if (!picked || measure.type !== 'count') return 'none';
  const filters = figure.filters.filter((filter) => filter !== picked);
  return { figures: [part, { figure: { ...figure, filters }, measure }], share: true };
}

const remains =
  /(?:还剩|剩下?|还有|尚有|仍有|还|尚|仍)?[没未](?:有)?(?:被)?(?=[\u4e00-\u9fff])|\b(?:not (?:yet )?|un|still to be )(?=[a-z])/g;

/** 查出的问题还剩几个没整改: of a ratio's two sums the whole less the part. */
export function remainderAsked(reading: KindReading, asked: FigureAsked, text: string): PairAsked | null {
  const { kind } = reading.words;
  for (const ratio of Object.values(kind.measures)) {
    if (ratio.type !== 'ratio') continue;
    const [part, whole] = [kind.measures[ratio.numerator], kind.measures[ratio.denominator]];
    if (part?.type !== 'sum' || whole?.type !== 'sum') continue;
    const words = [...part.words, ...(kind.fields[part.field]?.words ?? [])].filter((word) => word.length > 1);
    const denied = allMatches(remains, text).some(({ index, 0: word }) =>
      words.some((one) => text.startsWith(one.replace(/^已/, ''), index + word.length)),
    );
    if (!denied) continue;
    const filters = asked.figure.filters.filter(({ field }) => field !== 'state');
    const of = (id: string) => ({
      figure: { ...asked.figure, filters, measure: id },
      measure: kind.measures[id]!,
    });
    return { figures: [of(ratio.denominator), of(ratio.numerator)], differ: true };
  }
  return null;
}

/** Both sides of the joint name a figure of their own; the second may leave out the kind. */
function pairOf(
  frame: Frame,
  sides: readonly [string, string],
  best: KindReading,
): { figures: FigureAsked[]; readings: KindReading[] } | null {
  const [left, right] = sides.map((rest) => bestOf({ ...frame, rest }));
  const { group: _group, top: _top, ...alone } = frame;
  if (left && right && left.words.kind.id !== right.words.kind.id && left.called && right.called) {
    if (left.score + right.score < best.score || left.unknown.length + right.unknown.length > 0) return null;
    const figures = [
      figureAsked(left, { ...alone, rest: sides[0], text: sides[0] }),
      figureAsked(right, { ...alone, rest: sides[1], text: sides[1] }),
    ];
    return { figures, readings: [left, right] };
  }
  const own = sides.map((rest) => readKind(best.words, { ...frame, rest }));
  // 收到几件答复几件: each side asks for its own number, the kind itself where it names none.
  const apart = sides.every((side) => asksFigure.test(side));
  const [first, second] = own.map(
    (reading) => reading.measures[0] ?? (apart ? { id: best.words.kind.main } : undefined),
  );
  if (!first || !second || first.id === second.id) return null;
  const units = [first, second].map((one) => best.words.kind.measures[one.id]?.unit.zh);
  const generic = !apart && [first, second].some((one) => one.id === best.words.kind.main && units[0] === units[1]);
  if (generic || own.some((reading) => reading.unknown.length > 0)) return null;
  const figures = own.map((reading, index) => {
    const values = best.values.length > 0 ? { ...reading, values: best.values } : reading;
    return figureAsked(values, { ...alone, rest: sides[index]!, text: sides[index]! });
  });
  return { figures, readings: own };
}

function bestOf(frame: Frame): KindReading | undefined {
  return touchedKinds(frame.rest)
    .map((words) => readKind(words, frame))
    .filter((reading) => reading.named)
    .sort((a, b) => b.score - a.score)[0];
}

function sameSort(pair: readonly FigureAsked[]): boolean {
  const types = new Set(pair.map((one) => one.measure.type));
  return types.size === 1 && types.has('count') && new Set(pair.map((one) => one.measure.unit.zh)).size === 1;
}

/** A sum over its own count (平均每场多少人), or one stock over another. */
export function perThing(frame: Frame, best: KindReading): PairAsked | null {
  const { kind } = best.words;
  if (kind.measures[kind.main]?.type === 'latest') {
    const names = best.values.find((value) => value.field === 'name');
    if (names?.values.length !== 2) return null;
    const said = (names.said ?? '').split('、');
    const each = frame.text.search(/每|per|each/);
    const places = names.values.map((value, index) => ({ value, at: frame.text.indexOf(said[index] ?? value) }));
    const under = places.filter((place) => place.at > each).sort((a, b) => a.at - b.at)[0] ?? places[0]!;
    const over = places.find((place) => place !== under)!;
    const of = (name: string): FigureAsked => ({
      figure: { kind: kind.id, measure: kind.main, filters: [{ field: 'name', values: [name], said: name }] },
      measure: kind.measures[kind.main]!,
    });
    return { figures: [of(over.value), of(under.value)], divide: true };
  }
  if (frame.per) return null;
  const over = [...best.measures.map((one) => one.id), ...best.counted].find((id) => kind.measures[id]?.type === 'sum');
  if (!over) return null;
  const base = figureAsked(best, frame);
  const sum = kind.measures[over]!;
  const counting = Object.entries(kind.measures).find(
    ([, measure]) => measure.type === 'count' && sum.type === 'sum' && measure.by === sum.by,
  )?.[0];
  const under = counting ?? kind.main;
  return {
    figures: [
      { ...base, figure: { ...base.figure, measure: over }, measure: sum },
      { ...base, figure: { ...base.figure, measure: under }, measure: kind.measures[under]! },
    ],
    divide: true,
  };
}
