/** Several figures asked for one clause after the other (采用了几篇,得分合计多少; 受理几件、审结几件、撤销几件), each with its own conditions. */

import type { AskedFilter } from '../../intents/ask-shape.ts';
import { allMatches } from '../../time/all-matches.ts';
import { countedIn, wordsCounted } from './counted-asked.ts';
import { type FigureAsked, figureAsked } from './figure-asked.ts';
import type { Frame } from './frame.ts';
import { type KindReading, readKind, touchedKinds } from './kind-reading.ts';
import { blank, overlap, type Span } from './places.ts';

const breaks =
  /[,;、?](?=.)|(?<=(?:多少|几)[\u4e00-\u9fff]{0,3})(?:和|与|以及|还有)|\b(?:and|as well as)\b(?=[\s\u0001]+(?:how|what)\b)/g;
const asksFigure = /多少|几|\u0001率|率(?![先领])|\b(?:how (?:many|much)|rate)\b/;
/** Which of them is more is seen from the figures. */
const whichMore = /哪个|哪项|谁|\bwhich\b/;
const shareAsked = /占|比[例重]|百分之|几成/;
const most = 4;

export interface ClausesAsked {
  readonly figures: readonly FigureAsked[];
  readonly readings: readonly KindReading[];
}

/** One figure a clause; null where the clauses are no questions of their own. */
export function clausesAsked(frame: Frame, best: KindReading): ClausesAsked | null {
  if (frame.group || frame.top || frame.compare || frame.average || frame.one || frame.due) return null;
  const spans = clausesOf(frame, best);
  if (spans.length < 2) return null;
  // 占全部多少 asks how the one before stands to the whole.
  if (spans.slice(1).some(({ start, end }) => shareAsked.test(frame.rest.slice(start, end)))) return null;
  // Days of its own make a clause a question of its own.
  if (frame.times.some((time) => time.index >= spans[1]!.start)) return null;
  const figures: FigureAsked[] = [];
  const readings: KindReading[] = [];
  let shared: readonly AskedFilter[] = [];
  for (const span of spans) {
    const last = readings.at(-1);
    const clause = within(frame, span);
    const reading = readingOf(clause, last ?? best);
    if (reading.unknown.length > 0) return null;
    const asked = figureAsked(reading, clause);
    const goesOn = last?.words.kind.id === reading.words.kind.id;
    if (last && !goesOn) shared = [];
    if (last && !goesOn && !reading.called) return null;
    const previous = figures.at(-1);
    // 几次 asks for the kind itself.
    const main = wordsCounted(clause.text).some((word) => countedIn(reading.words.kind.counts.zh, word));
    const unnamed = reading.measures.length === 0 && reading.counted.length === 0;
    const anew = countsAnew(figures, main, reading);
    const open = unnamed && !anew;
    if (last && open && asked.figure.filters.length === 0) return null;
    const told =
      goesOn && previous && open && asked.figure.measure === reading.words.kind.main
        ? { measure: previous.figure.measure, declared: previous.measure }
        : { measure: asked.figure.measure, declared: asked.measure };
    const own = asked.figure.filters;
    shared = shared.filter((one) => !own.some((other) => sameField(one, other)));
    const filters = [...shared, ...own].slice(0, 8);
    if (!last) shared = own;
    readings.push(reading);
    figures.push(
      ...apart(
        { ...asked, figure: { ...asked.figure, measure: told.measure, filters }, measure: told.declared },
        clause,
      ),
    );
  }
  const keys = new Set(figures.map(({ figure }) => JSON.stringify([figure.kind, figure.measure, figure.filters])));
  if (keys.size < figures.length || figures.length > most) return null;
  return { figures: figures.map(({ group: _group, ...one }) => one), readings };
}

/** Whether the clause counts in the kind's own word after a sum in another one (花了多少钱,几次). */
function countsAnew(figures: readonly FigureAsked[], main: boolean, { words }: KindReading): boolean {
  const last = figures.at(-1);
  return (
    main && last !== undefined && last.figure.kind === words.kind.id && last.measure.unit.zh !== words.kind.counts.zh
  );
}

/** 提案、督办、批示各多少件: kinds in a row, each with its own number. */
export function kindsListed(frame: Frame): ClausesAsked | null {
  if (!frame.each || frame.group || frame.top || frame.compare || frame.average || frame.limits.length > 0) return null;
  const cuts = allMatches(/[、,和与及]|以及/g, frame.rest).map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }));
  const edges = [...cuts, { start: frame.rest.length, end: frame.rest.length }];
  const spans = edges.map((edge, index): Span => ({ start: edges[index - 1]?.end ?? 0, end: edge.start }));
  if (spans.length < 3 || spans.length > most) return null;
  const told = spans.map((span) => {
    const clause = { ...within(frame, span), each: false };
    const [reading] = touchedKinds(clause.rest)
      .map((words) => readKind(words, clause))
      .filter((one) => one.named && one.unknown.length === 0)
      .sort((a, b) => b.score - a.score);
    return reading && { reading, asked: figureAsked(reading, clause) };
  });
  const all = told.filter((one) => one !== undefined);
  if (all.length < spans.length || new Set(all.map(({ reading }) => reading.words.kind.id)).size < 2) return null;
  return {
    figures: all.map(({ asked: { group: _group, ...one } }) => one),
    readings: all.map(({ reading }) => reading),
  };
}

/** The stretches of the question that ask each for a figure; what stands before the first belongs to it. */
function clausesOf(frame: Frame, best: KindReading): Span[] {
  const cuts = allMatches(breaks, frame.rest)
    .map(({ index, 0: word }) => ({ start: index, end: index + word.length }))
    .filter((cut) => !best.spans.some((span) => overlap(span, cut)));
  const edges = [...cuts, { start: frame.rest.length, end: frame.rest.length }];
  const spans: Span[] = [];
  let start = 0;
  for (const edge of edges) {
    const said = frame.rest.slice(start, edge.start);
    const last = spans.at(-1);
    if (asksFigure.test(said)) spans.push({ start, end: edge.start });
    else if (!last) continue;
    else if (whichMore.test(said) || /^[\s\u0001呢呀啊吗?]*$/.test(said))
      spans[spans.length - 1] = { ...last, end: edge.start };
    else if (edge.start < frame.rest.length) continue;
    else return [];
    start = edge.end;
  }
  return spans;
}

/** The clause as a question by itself; units, people and titles said before hold on where it names none. */
function within(frame: Frame, span: Span): Frame {
  const outside = [
    { start: 0, end: span.start },
    { start: span.end, end: frame.text.length },
  ];
  const held = <T extends Span>(all: readonly T[]): readonly T[] => {
    const own = all.filter((one) => overlap(one, span));
    return own.length > 0 ? own : all.filter((one) => one.end <= span.start);
  };
  const text = blank(frame.text, outside);
  return {
    ...frame,
    text,
    rest: blank(frame.rest, outside),
    units: held(frame.units),
    people: held(frame.people),
    limits: frame.limits.filter((one) => overlap(one, span)),
    each: /分别|各/.test(text),
  };
}

/** The kind the clause calls by its name, else that of the clause before. */
function readingOf(clause: Frame, before: KindReading): KindReading {
  const own = readKind(before.words, clause);
  const [other] = touchedKinds(clause.rest)
    .filter((words) => words.kind.id !== before.words.kind.id)
    .map((words) => readKind(words, clause))
    .filter((reading) => reading.called && reading.unknown.length === 0)
    .sort((a, b) => b.score - a.score);
  return other && other.score > own.score + 0.5 ? other : own;
}

/** 提案和建议各多少件: one figure for each value that is named. */
function apart(asked: FigureAsked, clause: Frame): FigureAsked[] {
  const several = clause.each
    ? asked.figure.filters.find((filter) => filter.values.length > 1 && !filter.not)
    : undefined;
  if (!several) return [asked];
  const said = (several.said ?? '').split('、');
  return several.values.map((value, index) => ({
    ...asked,
    figure: {
      ...asked.figure,
      filters: asked.figure.filters.map((filter) =>
        filter === several ? { ...filter, values: [value], said: said[index] ?? value } : filter,
      ),
    },
  }));
}

const unitFields = new Set(['unit', 'coUnits', 'anyUnit', 'units', 'town']);

function sameField(a: AskedFilter, b: AskedFilter): boolean {
  return a.field === b.field || (unitFields.has(a.field) && unitFields.has(b.field));
}
