/** Until when a record must be dealt with: from the kind's clocks and the record's own moves. */
import type { Entry, StoredMove } from '../kinds/entry.ts';
import type { Clock, RecordKind } from '../kinds/kind.ts';
import { MissingCalendarError } from '../time/calendar.ts';
import type { Day } from '../time/day.ts';
import { dueDay } from '../time/deadline.ts';
import { holds } from './where.ts';

/** The due day of the clock that runs now (or ran last); undefined without one, or while it is stopped. */
export function dueOf(kind: RecordKind, entry: Entry, moves: readonly StoredMove[]): Day | undefined {
  if (entry.status === 'planned' && !kind.clocks?.some((clock) => clock.rule === 'disclosure.publish'))
    return undefined;
  const running = (kind.clocks ?? [])
    .filter((clock) => clock.where === undefined || holds(entry, clock.where))
    .map((clock) => ({ clock, start: startOf(clock, entry, moves) }))
    .filter((candidate): candidate is { clock: Clock; start: Day } => candidate.start !== undefined)
    .sort((a, b) => (a.start < b.start ? 1 : -1))[0];
  if (!running) return undefined;
  try {
    return (
      dueDay(running.clock.rule, running.start, {
        pauses: pausesOf(moves, running.start),
        extended: moves.some((move) => move.move === 'extend' && move.on >= running.start),
      }) ?? undefined
    );
  } catch (error) {
    // The calendar of that year is not published yet: no due day is better than a guessed one.
    if (error instanceof MissingCalendarError) return undefined;
    throw error;
  }
}

function startOf(clock: Clock, entry: Entry, moves: readonly StoredMove[]): Day | undefined {
  if (clock.from === 'log' || clock.from === 'on') return entry.on;
  return moves.filter((move) => move.move === clock.from).at(-1)?.on;
}

function pausesOf(moves: readonly StoredMove[], from: Day): { from: Day; to?: Day }[] {
  const pauses: { from: Day; to?: Day }[] = [];
  for (const move of moves) {
    const open = pauses.at(-1);
    const stops = move.move === 'pause' || move.move === 'suspend';
    if (stops && move.on >= from && (!open || open.to)) pauses.push({ from: move.on });
    if (move.move === 'resume' && open && !open.to) open.to = move.on;
  }
  return pauses;
}
