/** Perform next: the earliest thing waiting in the inbox is done, be it said or taken back. */
import { nextQueued } from '../store/inbox.ts';
import { isRecall } from './kept.ts';
import type { OfficePorts } from './needs.ts';
import { performMessage } from './perform.ts';
import { performRecall } from './recall.ts';

/** @returns whether there was something to do */
export async function performNext(ports: OfficePorts): Promise<boolean> {
  const row = nextQueued(ports.db, ports.clock.now().toISOString());
  if (!row) return false;
  ports.step?.('claimed');
  await (isRecall(row.payload) ? performRecall(ports, row) : performMessage(ports, row));
  return true;
}
