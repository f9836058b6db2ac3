/** Gap watch: chats are read back after a start, a broken line and every ten minutes; signs of a second process are told. */
import type { Office } from '../../flow/office.ts';
import type { ReadBack } from '../../flow/read-back.ts';
import type { Clock, Log } from '../../ports.ts';

export interface GapWatchNeeds {
  readonly office: Pick<Office, 'readBack'>;
  readonly clock: Clock;
  readonly log: Log;
  /** Has the office work on what was found. */
  readonly poke: () => void;
  /** Since when the long connection has been open without a break; missing where events come over the webhook. */
  readonly openSince?: () => Date | undefined;
}

export interface GapWatch {
  /** Reads back now, or as soon as a reading under way is done. */
  look(): Promise<void>;
  /** Running totals. */
  counts(): Record<string, number>;
  /** Resolves when a reading under way is done. */
  stop(): Promise<void>;
}

const everyMs = 10 * 60_000;
/** An event may be on its way for so long, and so may the news of a message just sent. */
const settledMs = 2 * 60_000;

export function watchGaps(needs: GapWatchNeeds): GapWatch {
  const counts = { messages_read_back: 0, peer_signs: 0 };
  const told = new Set<string>();
  let readTo: Date | undefined;
  let running: Promise<void> | undefined;
  let stopped = false;

  async function read(): Promise<void> {
    const begun = needs.clock.now();
    const back = await needs.office.readBack(readTo);
    if (back.unread === 0) readTo = begun;
    counts.messages_read_back += back.missed.length;
    counts.peer_signs += report(needs, back, told);
    if (back.missed.length > 0) needs.poke();
  }

  function look(): Promise<void> {
    if (stopped) return Promise.resolve();
    const after = running ?? Promise.resolve();
    running = after
      .then(read)
      .catch((error: unknown) => needs.log.error('the chats could not be read back', { error: String(error) }));
    return running;
  }

  const timer = setInterval(() => void look(), everyMs);
  timer.unref();
  return {
    look,
    counts: () => ({ ...counts }),
    stop() {
      stopped = true;
      clearInterval(timer);
      return running ?? Promise.resolve();
    },
  };
}

/**
 * Feishu gives each event to one of an app's connections, by chance, and tells none of the others. So a second process
 * shows only by its deeds: answers in the bot's name that are not ours, and events that never came over an open line.
 * @returns how many new signs there are
 */
function report({ clock, log, openSince }: GapWatchNeeds, back: ReadBack, told: Set<string>): number {
  const settled = clock.now().getTime() - settledMs;
  const since = openSince?.();
  const answers = back.foreign.filter(({ at, messageId }) => at.getTime() < settled && !told.has(messageId));
  for (const { messageId } of answers) told.add(messageId);
  const swallowed = back.missed.filter(
    ({ type, at }) => type === 'message' && since && at.getTime() > since.getTime() + 1000 && at.getTime() < settled,
  );
  if (answers.length + swallowed.length === 0) return 0;
  log.error('another process seems to run with the same app', {
    answersNotOurs: answers.length,
    eventsNotReceived: swallowed.length,
    mend: 'stop the other process: each gets only a share of the messages and keeps a ledger of its own',
  });
  return answers.length + swallowed.length;
}
