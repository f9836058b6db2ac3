/** Turns the pieces of a statement into intents: known records move on, new ones are logged, what is no fact is refused. */
import type { Intent } from '../reply.ts';
import type { Context } from './context.ts';
import { entriesOf } from './entries-of.ts';
import { kindsIn } from './kind-of.ts';
import type { Marks } from './marks.ts';
import { countsIn, type Piece, segment } from './segment.ts';
import { isUrge, type SpeechAct } from './speech-act.ts';
import { updatesIn } from './updates.ts';
import { whenOf } from './when.ts';

export function statementsIn(marks: Marks, context: Context): Intent[] {
  const pieces = withFaintKinds(segment(marks, context.today), marks);
  const intents: Intent[] = [];
  const logged: Piece[] = [];
  let because: SpeechAct | undefined;
  for (const piece of pieces) {
    const updates = updatesIn(piece, context);
    if (updates) {
      intents.push(...updates);
      continue;
    }
    if (piece.kind && isTold(piece, context)) logged.push(piece);
    else if (piece.act !== 'fact') because ??= piece.act;
    else if (piece.kind && isUrge(piece.marks.text)) because ??= 'remark';
  }
  const told = entriesOf(logged, context);
  if (told.length > 0) {
    intents.unshift({ do: 'log', items: told.slice(0, 50).map(({ entry, assumed }) => ({ entry, assumed: [...assumed] })) });
  }
  if (intents.length > 0) return intents;
  if (because) return [{ do: 'refuse', reason: 'not-a-fact', because }];
  return [{ do: 'refuse', reason: 'not-understood' }];
}

/** Done things are told; a plan only with its day, or as a plan of the office. */
function isTold(piece: Piece, context: Context): boolean {
  const { kind, act, marks } = piece;
  if (!kind || isUrge(marks.text)) return false;
  if (act === 'fact') return true;
  if (act !== 'plan') return false;
  if (kind.id === 'plan') return true;
  const when = whenOf(piece.timesFrom, { today: context.today, batch: false, ahead: true });
  return when.told && when.on >= context.today;
}

/** Faint cues are enough where something is counted in the kind's own words. */
function withFaintKinds(pieces: readonly Piece[], marks: Marks): readonly Piece[] {
  if (pieces.some((piece) => piece.kind)) return pieces;
  const [best] = kindsIn(marks.text);
  if (!best || !countsIn(best.kind, marks)) return pieces;
  return pieces.map((piece) => ({ ...piece, kind: best.kind, strength: best.strength })).slice(0, 1);
}
