/** The records that words describe: by what they are about, with their kind's name or without. */

import { kindOf } from '../kinds/all.ts';
import { type RecordKind, unitFieldOf } from '../kinds/kind.ts';
import {
  arrives,
  canHappen,
  goesOn,
  happensTo,
  isGiven,
  isOpen,
  isToldAgain,
  poolOf,
  soundsNew,
} from './can-happen.ts';
import type { Context } from './context.ts';
import { descriptionOf } from './described.ts';
import { matched, oneOf, type Referred } from './fitting-records.ts';
import { likeness, weightOf } from './likeness.ts';
import type { Marks } from './marks.ts';
import { addsUnit } from './pointed-records.ts';
import { movesIn } from './status.ts';
import { concerns, unitsTold } from './unit-roles.ts';
import { decidedOn, handedOn } from './waiting-records.ts';

const calledThing =
  '(?:complaint|request|item|task|application|instruction|proposal|suggestion|letter|notice|document|case|lawsuit|ruling|report|shortcoming|rules?|speech|meeting|training|inspection|paper|matter)s?';
/** The noisy bar complaint, hillside drainage item has been: called as a thing that is known. */
const definitely = new RegExp(
  `^the\\s|\\bthe (?!same\\b|mayor\\b)(?:[\\w'-]+ ){1,5}${calledThing}\\b|^[A-Z][\\w' -]{3,50} ${calledThing} (?:has|have|was|were|is|are|now|got)\\b`,
  'i',
);

const counted = /^(?:\d|an?\b|one|two|three|four|five|six|seven|eight|nine|ten|another|new|several)/i;

function isDefinite(text: string): boolean {
  if (/^the\s/i.test(text)) return true;
  return definitely.test(text) && !arrives.test(text) && !counted.test(text);
}

export function byDescription(marks: Marks, kind: RecordKind | undefined, context: Context): Referred | undefined {
  if (!kind) return byDescriptionAlone(marks, context);
  const units = unitsTold(marks).map((unit) => unit.name);
  const known = poolOf(kind, context).some((entry) => entry.unit !== undefined && units.includes(entry.unit));
  const definite = isDefinite(marks.text);
  const moves = movesIn(kind, marks.text).filter(
    (moved) =>
      goesOn(moved) || ((known || definite) && moved.move === 'submit') || (definite && moved.move === 'assign'),
  );
  if (moves.length === 0)
    return handedOn(marks, kind, context) ?? decidedOn(marks, kind, context) ?? byOtherKinds(marks, kind, context);
  if (!definite && soundsNew(marks, kind)) return undefined;
  const description = descriptionOf(namedBefore(marks), kind);
  if (weightOf(description) < 2) return undefined;
  const found =
    weightOf(description) < (known || definite ? 2 : 4)
      ? namedWhole(description, kind, context)
      : matched(description, kind, { context, least: definite ? 0.6 : 0.8, behind: 0, units });
  // 调整安委会成员的通知 is not the one about the 防指, though all other words are the same.
  const told = unitsTold(marks);
  const ofOthers =
    unitFieldOf(kind) === undefined &&
    told.length > 0 &&
    found?.entries.some((entry) => entry.unit !== undefined && !told.some((unit) => concerns(entry, unit)));
  if (ofOthers) return undefined;
  if (found?.entries.every((entry) => canHappen(entry, marks.text) || isToldAgain(entry, moves, context))) return found;
  return definite ? byDescriptionAlone(marks, context) : byOtherKinds(marks, kind, context);
}

/** The Linhu Road case has been suspended pending a judgment: what stands before the verb names it. */
function namedBefore(marks: Marks): Marks {
  const named = /^the (?:[\w'-]+ ){1,6}?(?=(?:has|have|had|was|were|is|are|got|passed)\b)/i.exec(marks.text)?.[0];
  return named === undefined ? marks : { ...marks, text: named };
}

/** 限高架督办办结: a few words that stand in the name of one record alone, which waits for that. */
function namedWhole(description: string, kind: RecordKind, context: Context): Referred | undefined {
  const whole = poolOf(kind, context).filter((entry) => !entry.void && likeness(description, entry) === 1);
  const waiting = whole.filter(isOpen);
  if (waiting.length > 0) return oneOf(waiting, 0);
  return whole.length === 1 ? { entries: whole, behind: 0 } : undefined;
}

/** 国庆安保会开了 names a service, and the meeting it was planned as. */
function byOtherKinds(marks: Marks, kind: RecordKind, context: Context): Referred | undefined {
  const found = byDescriptionAlone(marks, {
    ...context,
    recent: context.recent.filter((entry) => entry.kind !== kind.id && isOpen(entry)),
  });
  return found?.doubtful ? undefined : found;
}

/** Without a kind's name the words must fit a record of this conversation well, and what is told must be able to happen to it. */
function byDescriptionAlone(marks: Marks, context: Context): Referred | undefined {
  const fitting = context.recent.filter((entry) => {
    const kind = kindOf(entry.kind);
    if (!kind) return false;
    const all = movesIn(kind, marks.text);
    const moves = all.filter((moved) => goesOn(moved));
    const adds = addsUnit(entry, marks.text);
    if (!adds && !isGiven(entry, all) && (moves.length === 0 || !canHappen(entry, marks.text))) return false;
    const description = descriptionOf(marks, kind);
    // 防潮的问题整改好了: two characters are enough where they stand in it as they are and it waits for that.
    if (weightOf(description) === 2) return isOpen(entry) && entry.title.includes(description.trim());
    return weightOf(description) >= 4 && likeness(description, entry) >= (adds ? 0.5 : 0.7);
  });
  return fitting.length > 0 ? oneOf(fitting, 0) : byUnitAlone(marks, context);
}

/** 教育局答复了: one record of this conversation waits for that from that unit. */
function byUnitAlone(marks: Marks, context: Context): Referred | undefined {
  const units = unitsTold(marks);
  if (units.length === 0 || marks.numbers.length > 0 || arrives.test(marks.text)) return undefined;
  const waiting = context.recent.filter((entry) => {
    const kind = kindOf(entry.kind);
    if (!kind || entry.void || !isOpen(entry) || entry.status === 'planned') return false;
    const moves = movesIn(kind, marks.text).filter((moved) => goesOn(moved) && moved.declared.to !== entry.status);
    const description = descriptionOf(marks, kind);
    const fits = weightOf(description) < 2 || likeness(description, entry) === 1;
    return fits && moves.length > 0 && units.some((unit) => concerns(entry, unit));
  });
  return waiting.length > 0 ? oneOf(waiting, 0) : undefined;
}

/** 汛期值守通知发出去了 sounds like duty, but it is the paper that was being written. */
export function byOtherWords(marks: Marks, kind: RecordKind, context: Context): Referred | undefined {
  const fitting = context.recent.filter((entry) => {
    const own = kindOf(entry.kind);
    if (!own || own === kind || !isOpen(entry) || soundsNew(marks, own)) return false;
    const description = descriptionOf(marks, own);
    return (
      weightOf(description) >= 4 && likeness(description, entry) >= 0.8 && happensTo(entry, movesIn(own, marks.text))
    );
  });
  return fitting.length === 1 ? { entries: fitting, behind: 0 } : undefined;
}
