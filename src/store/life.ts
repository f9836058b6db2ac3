/** The ways through a record's life: which moves lead from one state to another. */
import type { RecordKind } from '../kinds/kind.ts';

/** Moves that may stand for others never happen by themselves, so they are never implied. */
const neverImplied: ReadonlySet<string> = new Set([
  'withdraw',
  'cancel',
  'return',
  'redo',
  'reject',
  'refuse',
  'reopen',
  'restore',
  'undo',
  'amend',
  'merge',
  'suspend',
  'pause',
]);

/** The shortest chain of moves from a state to another; empty when it is the same; undefined when there is none. */
export function wayTo(kind: RecordKind, from: string, to: string): string[] | undefined {
  return search(kind, from, (state) => state === to);
}

/** The moves that must be implied before `move` may happen in `state`; undefined when it never may. */
export function wayToMove(kind: RecordKind, state: string, move: string): string[] | undefined {
  const declared = kind.life.moves[move];
  if (!declared) return undefined;
  if (declared.from.length === 0) return [];
  return search(kind, state, (candidate) => declared.from.includes(candidate));
}

function search(kind: RecordKind, from: string, arrived: (state: string) => boolean): string[] | undefined {
  const seen = new Set([from]);
  let rim: { state: string; way: string[] }[] = [{ state: from, way: [] }];
  while (rim.length > 0) {
    const found = rim.find((point) => arrived(point.state));
    if (found) return found.way;
    const next: typeof rim = [];
    for (const point of rim) {
      for (const [name, move] of Object.entries(kind.life.moves)) {
        if (!move.to || seen.has(move.to) || neverImplied.has(name) || !move.from.includes(point.state)) continue;
        seen.add(move.to);
        next.push({ state: move.to, way: [...point.way, name] });
      }
    }
    rim = next;
  }
  return undefined;
}

/**
 * For a state told at once: where the record begins and the moves that lead there. The last move may be one that is
 * never implied (a cancelled meeting, a refused case); what cannot be reached from the first state begins as planned.
 */
export function wayToState(kind: RecordKind, to: string): { begins: string; way: string[] } | undefined {
  for (const begins of [kind.life.first, 'planned']) {
    const direct = search(kind, begins, (state) => state === to);
    if (direct) return { begins, way: direct };
    for (const [name, move] of Object.entries(kind.life.moves)) {
      if (move.to !== to && move.overlay !== to) continue;
      const before = move.from.length === 0 ? [] : search(kind, begins, (state) => move.from.includes(state));
      if (before) return { begins, way: [...before, name] };
    }
  }
  return undefined;
}
