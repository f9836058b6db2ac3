/** What must be in the ledger already, pointed at or told as nearly done, is never written as new: it is looked for, and asked about. */

import type { RecordKind } from '../kinds/kind.ts';
import type { Intent } from '../reply.ts';
import { arrives, goesOn, soundsNew } from './can-happen.ts';
import { readNamedCases } from './codes.ts';
import type { Context } from './context.ts';
import { countsIn } from './counts-in.ts';
import { descriptionOf, pointerIn } from './described.ts';
import { entriesOf } from './entries-of.ts';
import { isEnglish } from './language.ts';
import { weightOf } from './likeness.ts';
import type { Piece } from './piece.ts';
import { isOnlyNear, movesIn } from './status.ts';
import { unitRoles } from './unit-roles.ts';

/** Such a thing is first told when it comes in, so that its end is told of one that is known; how a lawsuit ended may be all that is told of it. */
const ends = ['close', 'reply', 'handle', 'fix'] as const;

function comesIn(kind: RecordKind): boolean {
  return kind.fields.outcome === undefined && ends.some((move) => kind.life.moves[move] !== undefined);
}

/** 新立的, counted, or with a number of its own: that is told for the first time. */
function isFirstTold({ kind, marks }: Piece): boolean {
  if (!kind) return true;
  const named = marks.docNos.length > 0 || marks.titles.length > 0 || marks.ledgerNos.length > 0;
  return named || countsIn(kind, marks) || soundsNew(marks, kind) || arrives.test(marks.text);
}

const ofSomething: ReadonlySet<string> = new Set([
  'extend',
  'pause',
  'resume',
  'urge',
  'merge',
  'redo',
  'reopen',
  'return',
]);

/** 988号提案退回来了: what can only happen to a case that was told before, and nothing of what it is. */
function isLostCase({ kind, marks }: Piece): boolean {
  if (!kind || readNamedCases(marks.text).length === 0) return false;
  const moves = movesIn(kind, marks.text).filter(({ move }) => move !== 'log');
  const only = moves.length > 0 && moves.every(({ move }) => ofSomething.has(move));
  return (
    only && weightOf(descriptionOf(marks, kind).replace(/号?(?:提案|建议)/g, '')) < 3 && !unitRoles(kind, marks).led
  );
}

/** 那两件, 这几件. */
const these = /[那这](?:几|[两二三四五六七八九十]|\d{1,2})[件条份封批宗起桩项]/;

/** 跨江大桥那件督办延期到年底: the ledger has no such thing, and it is no new one. */
export function pointsAtUnfound(piece: Piece): boolean {
  const { kind, marks } = piece;
  if (!kind || !comesIn(kind)) return false;
  // 教育局那两件也答复了: several of those known.
  if (these.test(marks.text) && !arrives.test(marks.text)) return movesIn(kind, marks.text).some(goesOn);
  if (isFirstTold(piece)) return false;
  if (isLostCase(piece)) return true;
  const pointer = pointerIn(marks.text);
  if (!pointer || !/[那这][件条份封批宗起桩项]$/.test(marks.text.slice(pointer.index, pointer.end))) return false;
  return movesIn(kind, marks.text).some(goesOn);
}

/** 旧桥加固 可以销号, 他们那件督办马上销号: nothing is done and nothing new is told. */
export function isNearlyDone(piece: Piece): boolean {
  const { kind, marks } = piece;
  if (!kind || !comesIn(kind) || isFirstTold(piece)) return false;
  return isOnlyNear(kind, marks.text) && !unitRoles(kind, marks).led;
}

/** It is said that nothing was found; which one is meant may be answered, or that it is new. */
export function unfound(piece: Piece, context: Context): Intent {
  const items = entriesOf([piece], context).map(({ entry, assumed }) => ({ entry, assumed: [...assumed] }));
  return {
    do: 'clarify',
    question: isEnglish(piece.marks.text)
      ? 'Nothing recorded: no such record was found. Please give its number or subject, or record it as new.'
      : '台账里没有找到这一件，没有记。请带上编号或换个说法；确实是新的，再点下面记下。',
    about: piece.marks.text.slice(0, 200),
    ...(items.length > 0
      ? { choices: [{ label: { zh: '记为新的', en: 'Record as new' }, intent: { do: 'log', items } }] }
      : {}),
  };
}
