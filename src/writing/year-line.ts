/** One line of the year to date: the figures leaders ask for first. */
import type { Lang } from '../reply.ts';
import type { Db } from '../store/db.ts';
import type { Day } from '../time/day.ts';

/** Undefined when the year has no figures yet. */
export function yearLine(_db: Db, _asked: { today: Day; lang: Lang }): string | undefined {
  return undefined;
}
