/** Perform next: the earliest thing waiting in the inbox is done, be it said, changed, marked or taken back; who waits for a model holds up nobody else. */
import { OutsideError } from '../ports.ts';
import { type InboxRow, nextQueued, setInbox } from '../store/inbox.ts';
import { nothing } from './act.ts';
import { performEdit } from './edit.ts';
import { isEdit, isMark, isRecall } from './kept.ts';
import { performMark } from './mark.ts';
import type { OfficePorts } from './needs.ts';
import { performMessage } from './perform.ts';
import { performRecall } from './recall.ts';

const mostAttempts = 8;
/** More are not waited for at once: a service that is asked by everybody answers nobody. */
const mostWaiting = 8;

export interface Performing {
  /** Does the next thing to its end, or until it waits for a model. @returns whether there was something to do */
  next(): Promise<boolean>;
  /** How many wait. */
  waiting(): number;
  /** Until one of those that wait is done; what went wrong with one is thrown here. */
  oneDone(): Promise<void>;
}

export function createPerforming(ports: OfficePorts, done: () => void): Performing {
  /** The chats in which a message waits: their next one must not overtake it. */
  const waiting = new Map<string, Promise<void>>();
  let fault: { error: unknown } | undefined;

  return {
    async next() {
      if (waiting.size >= mostWaiting) return false;
      const row = nextQueued(ports.db, ports.clock.now().toISOString(), [...waiting.keys()]);
      if (!row) return false;
      ports.step?.('claimed');
      let waits = (): void => {};
      const held = new Promise<'waits'>((resolve) => {
        waits = () => resolve('waits');
      });
      const performed = performRow(ports, row, waits).then(done);
      if ((await Promise.race([performed, held])) !== 'waits') return true;
      const ended = performed
        .catch((error: unknown) => {
          fault = { error };
        })
        .finally(() => waiting.delete(row.chat));
      waiting.set(row.chat, ended);
      return true;
    },
    waiting: () => waiting.size,
    async oneDone() {
      await Promise.race(waiting.values());
      if (!fault) return;
      const { error } = fault;
      fault = undefined;
      throw error;
    },
  };
}

async function performRow(ports: OfficePorts, row: InboxRow, waits: () => void): Promise<void> {
  try {
    await perform(ports, row, waits);
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    putBack(ports, row, error);
  }
}

function perform(ports: OfficePorts, row: InboxRow, waits: () => void): Promise<void> {
  if (isRecall(row.payload)) return performRecall(ports, row);
  if (isEdit(row.payload)) return performEdit(ports, row);
  if (isMark(row.payload)) return performMark(ports, row);
  return performMessage(ports, row, waits);
}

/** What it needs of the outside may be had later; its chat waits so long, because order is kept. */
function putBack(ports: OfficePorts, row: InboxRow, error: OutsideError): void {
  const attempts = row.attempts + 1;
  if (!error.retryable || attempts >= mostAttempts) {
    ports.log.error('something could not be performed', {
      key: row.key,
      attempts,
      code: error.code,
      error: error.message,
    });
    setInbox(ports.db, row.seq, { state: 'failed', attempts, error: error.message, outcome: nothing });
    return;
  }
  const wait = error.retryAfterMs ?? 1000 * 2 ** attempts;
  const nextAt = new Date(ports.clock.now().getTime() + wait).toISOString();
  ports.log.warn('a message is performed later', { key: row.key, attempts, code: error.code, nextAt });
  setInbox(ports.db, row.seq, { attempts, nextAt, error: error.message });
}
