/** A named span as the commands write it: 2026, 2026-H1, 2026-Q3, 2026-10 or FROM..TO. */
import { addDays, type Day } from '../time/day.ts';
import type { TimeSpan } from '../time/phrase.ts';

export function periodOf(time: TimeSpan | undefined, today: Day): string {
  const year = today.slice(0, 4);
  if (!time?.start) return year;
  const from = time.start;
  const month = Number(from.slice(5, 7));
  switch (time.grain) {
    case 'year':
      return from.slice(0, 4);
    case 'half':
      return `${from.slice(0, 4)}-H${month > 6 ? 2 : 1}`;
    case 'quarter':
      return `${from.slice(0, 4)}-Q${Math.ceil(month / 3)}`;
    case 'month':
      return from.slice(0, 7);
    default:
      return `${from}..${time.end ? addDays(time.end, -1) : today}`;
  }
}
