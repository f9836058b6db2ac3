/** A message may tell of several known records one after the other (611号答复了 612号退回了): each is read by itself. */

import { kinds } from '../kinds/all.ts';
import { allMatches } from '../time/all-matches.ts';
import { isOpen } from './can-happen.ts';
import { readCaseNos } from './codes.ts';
import type { Context } from './context.ts';
import { descriptionOf, placesIn, pointerIn } from './described.ts';
import { kindIn } from './kind-of.ts';
import { likeness, weightOf } from './likeness.ts';
import { joinMarks, type Marks, type Range } from './marks.ts';
import type { Piece } from './piece.ts';
import { actOf } from './speech-act.ts';
import { movesIn } from './status.ts';
import { unitsTold } from './unit-roles.ts';
import type { UnitSpan } from './units.ts';

const gaps = /[\s,;。]+|(?<=(?:进展|情况|汇总|更新|通报)):/g;
const heading = /^(?:[\u4e00-\u9fff]{0,8}(?:进展|情况|汇总|更新|通报))[::]?$/;
const forAll = /^(?:委员|代表|群众|来信人|提案人|领导)?(?:们)?(?:都|均|全都|全部)/;
const openly = /还没|没有?|未|不/;

/** The parts of a piece that each point at a record of their own and tell something of it; the piece itself otherwise. */
export function toldApart(piece: Piece, context: Context): readonly Piece[] {
  if (/[。\n]/.test(piece.marks.text) && piece.marks.text.length > 200) return [piece];
  const mayList = context.recent.length > 1 && /[,;。\n\s]/.test(piece.marks.text);
  const chunks = chunksOf(piece.marks.text).map((range) => {
    const own = joinMarks(piece.marks, [range]);
    const itself = pointsItself(own) || isNumberOfRecent(own, context);
    const byUnit = !itself && unitsTold(own).some((unit) => isOfRecent(unit, context));
    return { range, own, itself, byUnit, named: !itself && !byUnit && mayList && namesWaiting(own, context) };
  });
  if (chunks.filter(({ itself, byUnit, named }) => itself || byUnit || named).length < 2) return [piece];
  const parts: { ranges: Range[]; points: boolean; tells: boolean }[] = [];
  for (const { range, own, itself, byUnit, named } of chunks) {
    const last = parts.at(-1);
    // 督办进展: a heading is no part; 委员都满意 holds for all that were told before it.
    if (!last && heading.test(own.text)) continue;
    if (parts.length > 1 && last?.tells && forAll.test(own.text) && !itself) {
      for (const part of parts) part.ranges.push(range);
      continue;
    }
    const tells = tellsDeed(own.text);
    const points = itself || (tells && byUnit) || named;
    if (last && !(points && last.tells)) {
      last.ranges.push(range);
      last.points ||= points;
      last.tells ||= tells;
    } else parts.push({ ranges: [range], points, tells });
  }
  const whole = parts.length > 1 && parts.every((part) => part.points && part.tells);
  if (!whole) return [piece];
  return parts.map(({ ranges }): Piece => {
    const marks = joinMarks(piece.marks, ranges);
    const kind = kindIn(marks.text)?.kind ?? piece.kind;
    return {
      ...piece,
      marks,
      ...(kind ? { kind } : {}),
      act: actOf(marks.text, marks.times, context.today),
    };
  });
}

function chunksOf(text: string): Range[] {
  const chunks: Range[] = [];
  let index = 0;
  for (const gap of allMatches(gaps, text)) {
    // Blanks between Latin words are no borders.
    const latin = gap[0].trim() === '' && /[a-z\d]$/i.test(text.slice(0, gap.index)) && !/[\u4e00-\u9fff]/.test(text);
    if (latin) continue;
    if (gap.index > index) chunks.push({ index, end: gap.index });
    index = gap.index + gap[0].length;
  }
  if (index < text.length) chunks.push({ index, end: text.length });
  return chunks;
}

/** A number, a place in a row, or words with 那件: more than a bare 那件, which may be the one spoken of. */
function pointsItself(own: Marks): boolean {
  if (own.ledgerNos.length > 0 || readCaseNos(own.text, daysOf(own)).length > 0 || placesIn(own.text)) return true;
  const pointer = pointerIn(own.text);
  if (!pointer) return false;
  const before = { ...own, text: own.text.slice(0, pointer.end) };
  return (
    weightOf(descriptionOf(before, kindIn(own.text)?.kind)) >= 2 || own.units.some((unit) => unit.end <= pointer.index)
  );
}

/** 520办结A类,521办结C类: bare numbers are those of cases just spoken of. */
function isNumberOfRecent(own: Marks, context: Context): boolean {
  const number = /^(\d{2,4})(?=\s?[\u4e00-\u9fffA-D]|$)/.exec(own.text)?.[1];
  return number !== undefined && context.recent.some((entry) => entry.fields.caseNo === number);
}

/** 绿道照明办结了,图书漂流退回来了: by what they are about. */
function namesWaiting(own: Marks, context: Context): boolean {
  const plain = { ...own, text: own.text.replace(/^\s*\d{1,2}[.、)]/, (said) => ' '.repeat(said.length)) };
  const description = descriptionOf(plain, undefined);
  return (
    weightOf(description) >= 3 &&
    context.recent.some((entry) => isOpen(entry) && !entry.void && likeness(description, entry) >= 0.8)
  );
}

/** 水务局答复了, 城管局那封退回来了: units that each have a matter of this conversation. */
function isOfRecent(unit: UnitSpan, context: Context): boolean {
  return unit.index < 2 && context.recent.some((entry) => entry.unit?.includes(unit.name));
}

function daysOf(own: Marks): { index: number; end: number }[] {
  return own.times.map((time) => ({ index: time.index, end: time.index + time.text.length }));
}

function tellsDeed(text: string): boolean {
  return (
    openly.test(text) ||
    /[A-D]类|满意|\d%/.test(text) ||
    kinds.some((kind) => movesIn(kind, text).some(({ move }) => move !== 'log'))
  );
}
