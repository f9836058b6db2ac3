/** Perform next: the earliest thing waiting in the inbox is done, be it said, changed, marked or taken back. */
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

/** @returns whether there was something to do */
export async function performNext(ports: OfficePorts): Promise<boolean> {
  const row = nextQueued(ports.db, ports.clock.now().toISOString());
  if (!row) return false;
  ports.step?.('claimed');
  try {
    await perform(ports, row);
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    putBack(ports, row, error);
  }
  return true;
}

function perform(ports: OfficePorts, row: InboxRow): Promise<void> {
  if (isRecall(row.payload)) return performRecall(ports, row);
  if (isEdit(row.payload)) return performEdit(ports, row);
  if (isMark(row.payload)) return performMark(ports, row);
  return performMessage(ports, row);
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
