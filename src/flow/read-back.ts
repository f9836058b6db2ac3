/** Read back: after a time when nothing could arrive, the known chats are read, and what was missed is taken in. */
import { type Arrival, type ChatPlace, OutsideError } from '../ports.ts';
import { knownChats } from '../store/chats.ts';
import { findInboxMessage, knownKey, recallId } from '../store/inbox.ts';
import { findDeliveryByMessage } from '../store/outbox.ts';
import type { OfficePorts } from './needs.ts';
import type { Received } from './receive.ts';

export interface ReadBack {
  /** What had not arrived by itself, in the order it was said. */
  readonly missed: readonly Arrival[];
  /** Messages in this bot's name that no process on this ledger has sent. */
  readonly foreign: readonly { readonly messageId: string; readonly at: Date }[];
  /** Chats that could not be read. */
  readonly unread: number;
}

/** Words are changed and taken back soon after they are said, so a little more than the gap is read. */
const overlapMs = 60 * 60 * 1000;
const firstOverlapMs = 24 * overlapMs;
const longestMs = 7 * 24 * overlapMs;

/**
 * Everything is taken in at its own time, under the key it would have had, so that a late delivery adds nothing.
 * @param readTo when this process last read; undefined after a start: then each chat is read from its last message on
 */
export async function readBack(
  ports: OfficePorts,
  receive: (arrival: Arrival) => Received,
  readTo?: Date,
): Promise<ReadBack> {
  const { db, lookup, log } = ports;
  const missed: Arrival[] = [];
  const foreign: ReadBack['foreign'][number][] = [];
  let unread = 0;
  if (!lookup) return { missed, foreign, unread };
  const now = ports.clock.now().getTime();
  for (const { lastAt, ...place } of knownChats(db)) {
    const from = readTo ? readTo.getTime() - overlapMs : new Date(lastAt).getTime() - firstOverlapMs;
    try {
      const read = await lookup.since(place, new Date(Math.max(from, now - longestMs)));
      foreign.push(...(read?.foreign ?? []).filter((one) => !findDeliveryByMessage(db, one.messageId)));
      for (const arrival of read?.arrivals ?? []) {
        if (isNew(ports, arrival) && receive(arrival) === 'accepted') missed.push(arrival);
      }
    } catch (error) {
      if (!(error instanceof OutsideError)) throw error;
      unread += 1;
      log.info('a chat cannot be read back', { ...chatFacts(place), code: error.code, error: error.message });
    }
  }
  if (missed.length > 0) log.warn('messages that had not arrived were read back', { count: missed.length });
  return { missed, foreign, unread };
}

/** The recall of what was never heard concerns nobody. */
function isNew({ db }: OfficePorts, arrival: Arrival): boolean {
  if (knownKey(db, arrival.key, arrival.aliases ?? [])) return false;
  if (arrival.type !== 'recall') return true;
  const { messageId } = arrival;
  return findInboxMessage(db, messageId) !== undefined && !findInboxMessage(db, recallId(messageId));
}

function chatFacts({ chat, chatType }: ChatPlace) {
  return { chat, chatType };
}
