/** Whether what a text tells can have happened to a record as it stands, and whether it sounds like something new. */
import { kindOf } from '../kinds/all.ts';
import type { Entry } from '../kinds/entry.ts';
import type { RecordKind } from '../kinds/kind.ts';
import { daysBetween } from '../time/day.ts';
import type { Context } from './context.ts';
import { laterFields } from './fields.ts';
import { figuresIn } from './figures.ts';
import { isEnglish } from './language.ts';
import type { Marks } from './marks.ts';
import { type Moved, movesIn } from './status.ts';
import { unitRoles } from './unit-roles.ts';
import { blank } from './words.ts';

/** A new matter is given to a unit too; only one given anew is an old one. */
export function goesOn({ move, said }: Moved): boolean {
  if (move === 'log' || move === 'amend' || move === 'submit') return false;
  return move !== 'assign' || /改|重新|再/.test(said);
}

/** Something of its life goes on: not that it is told a first time. */
export function goesOnWith(entry: Entry, text: string): boolean {
  const kind = kindOf(entry.kind);
  if (!kind || entry.void) return false;
  return movesIn(kind, text).some(
    (moved) =>
      (goesOn(moved) || moved.move === 'assign' || moved.move === 'submit') &&
      (moved.declared.from.length === 0 ||
        moved.declared.from.includes(entry.status) ||
        (moved.declared.to !== undefined && moved.declared.to !== entry.status && isOpen(entry))),
  );
}

/** What waits to be given to somebody is given to him: no new matter. */
export function isGiven(entry: Entry, moves: readonly Moved[]): boolean {
  return moves.some(
    ({ move, declared }) => move === 'assign' && declared.from.includes(entry.status) && declared.to !== entry.status,
  );
}

export function happensTo(entry: Entry, moves: readonly Moved[]): boolean {
  return moves.some(
    (moved) =>
      (goesOn(moved) && moved.declared.from.includes(entry.status)) ||
      (goesOn(moved) && moved.declared.from.length === 0 && moved.declared.sets !== undefined),
  );
}

export function isOpen(entry: Entry): boolean {
  return kindOf(entry.kind)?.life.states[entry.status]?.open ?? false;
}

/** What has happened already, not long ago, is told a second time: no new matter. */
export function isToldAgain(entry: Entry, moves: readonly Moved[], context: Context): boolean {
  const last = moves.at(-1);
  return last?.declared.to === entry.status && daysBetween(entry.lastOn, context.today) <= soon;
}

const soon = 45;

/** Whether one of the moves told can happen to the record as it stands. */
export function canHappen(entry: Entry, text: string): boolean {
  const kind = kindOf(entry.kind);
  if (!kind) return false;
  return movesIn(kind, text).some(({ move, declared }) => {
    if (move === 'hold' || move === 'cancel') return entry.status === 'planned';
    if (move === 'log') return false;
    return declared.from.length === 0 || declared.from.includes(entry.status) || declared.to !== entry.status;
  });
}

/** Whether something is told that a record of this kind may still learn: a move, or what is known only later. */
export function tells(entry: Entry, marks: Marks, context: Context): boolean {
  const kind = kindOf(entry.kind);
  if (!kind) return false;
  // 刚才那条交卫健局办: given to somebody, whatever the verb.
  const given = kind.life.moves.assign !== undefined && isOpen(entry) && unitRoles(kind, marks).led;
  return given || canHappen(entry, marks.text) || Object.keys(laterFields(kind, marks, context)).length > 0;
}

/** Whether its life goes on by what is told: a new matter is given to a unit too, and submitted. */
export function goesOnBy(entry: Entry, marks: Marks, context: Context): boolean {
  const kind = kindOf(entry.kind);
  if (!kind) return false;
  const moved = movesIn(kind, marks.text).some((one) => goesOn(one) && canHappen(entry, one.said));
  return moved || Object.keys(laterFields(kind, marks, context)).length > 0;
}

/** Planned things of about this day: what took place, or did not, was one of them. */
export function plannedNear(kind: RecordKind | undefined, day: string, context: Context): Entry[] {
  return poolOf(kind, context).filter(
    (entry) => entry.status === 'planned' && Math.abs(daysBetween(entry.on, day)) <= soon,
  );
}

export function poolOf(kind: RecordKind | undefined, context: Context): Entry[] {
  return context.recent.filter((entry) => !kind || entry.kind === kind.id);
}

/** What is told as new is not looked up. */
const isNew =
  /新(?:增|收|立|来|接|提案|建议|督办)|又?(?:来|收|接|立|转来|报来|送来|交来|登记|受理)(?:到|了)?(?:个|一|1|两|2|\d)|第?\s*一[件条批篇封]|[\d一两二三四五六七八九十]+\s*[件条篇封批宗份起]|\b(?:a|an|one|new|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|another|\d+)\s+(?:new\s+)?[a-z]/i;

export const arrives =
  /新(?:增|收|立|来|接)|收到|接到|收了|转来|报来(?!了?结果)|送来|(?<![回上过交报])来了|立了|\b(?:received|registered|came in|arrived|opened|a new|new)\b/i;

/** Told as new, or counted; a figure that only measures the thing (100份) counts nothing. */
export function soundsNew(marks: Marks, kind: RecordKind): boolean {
  const measures = Object.values(figuresIn(kind, marks).fields);
  // Extended to 31 December: a day counts nothing.
  const days = isEnglish(marks.text) ? marks.times.map(({ index, text }) => ({ index, end: index + text.length })) : [];
  return isNew.test(blank(marks.text, [...measures, ...days]).replace(/《[^》]{0,200}》/g, ''));
}
