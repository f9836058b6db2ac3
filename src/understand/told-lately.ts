/** The record a short message may go on about without naming it: the one replied to, else the last, if it was told or moved on today. */
import type { Entry } from '../kinds/entry.ts';
import { dayOf } from '../time/day.ts';
import type { Context } from './context.ts';

/** Past midnight too, so long something is still what is spoken of. */
const justNow = 30 * 60_000;

export function toldLately({ repliedTo, recent, today, zone, now }: Context): Entry | undefined {
  const entry = repliedTo.length === 1 ? repliedTo[0] : repliedTo.length === 0 ? recent[0] : undefined;
  if (!entry || entry.void || entry.status === 'withdrawn') return undefined;
  // 昨天接待了5个人, told today, is gone on about today.
  const isOfToday = entry.lastOn === today || entry.on === today || dayOf(new Date(entry.at), zone) === today;
  const toldNow = now.getTime() - Date.parse(entry.at) < justNow;
  return repliedTo.length === 1 || isOfToday || toldNow ? entry : undefined;
}
