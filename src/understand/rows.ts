/** Records told one after the other form a row: 第二件, 前两件 count in it. */
import { perPage } from '../intents/find.ts';
import type { Entry } from '../kinds/entry.ts';
import type { Context } from './context.ts';
import type { Places } from './described.ts';

/** What follows within this time belongs to the same row. */
const pauseMinutes = 45;

/** The records told last in a row, in the order they were told; a quoted message is a row of its own, in its order. */
export function latestRow(context: Pick<Context, 'repliedTo' | 'recent'>, fits: (entry: Entry) => boolean): Entry[] {
  const quoted = context.repliedTo.filter(fits);
  if (quoted.length > 1) return quoted;
  const pool = inOrder(context.recent.filter((entry) => !entry.void && fits(entry)));
  const last = pool.at(-1);
  if (!last) return [];
  const row: Entry[] = [last];
  for (const entry of pool.slice(0, -1).reverse()) {
    const next = row[0]!;
    const minutes = (Date.parse(next.at) - Date.parse(entry.at)) / 60_000;
    if (entry.kind !== last.kind || minutes > pauseMinutes) break;
    row.unshift(entry);
  }
  return row;
}

/** The number at this place of the list shown last, counted from 1; on a later page also by the number shown there. */
export function listedAt({ list, question }: Pick<Context, 'list' | 'question'>, place: number): string | undefined {
  const before = question?.do === 'find' && typeof question.page === 'number' ? question.page * perPage : 0;
  return list[place - 1 - before] ?? list[place - 1];
}

/** Those at the places said; none where the row is too short. */
export function atPlaces(row: readonly Entry[], places: Places): Entry[] {
  if (places.last > row.length) return [];
  return places.from === 'start'
    ? row.slice(places.first - 1, places.last)
    : row.slice(row.length - places.last, row.length - places.first + 1);
}

/** As they were told, the first one first. */
export function inOrder(entries: readonly Entry[]): Entry[] {
  return [...entries].sort((a, b) => a.at.localeCompare(b.at) || a.no.localeCompare(b.no));
}
