/** A question put back waits a while for its answer, over other messages, and then is forgotten. */
import type { Pending } from '../reply.ts';
import { readTalk } from '../store/talks.ts';
import type { Talk, Turn } from './intent.ts';

/** Later than this a number is more likely a new record. */
const pendingMinutes = 30;

export function pendingNow(asked: Pending, turn: Turn): NonNullable<Talk['pending']> {
  return { ...asked, until: new Date(turn.now.getTime() + pendingMinutes * 60_000).toISOString() };
}

/** What is still open after these records were changed: a value asked for of another record. */
export function stillPending(nos: readonly string[], turn: Turn): Partial<Talk> {
  const { pending } = readTalk(turn.db, turn.chat, turn.speaker.id);
  return pending && 'no' in pending && !nos.includes(pending.no) ? {} : { pending: null };
}
