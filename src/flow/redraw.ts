/** Redraw: when records change, the messages of the answer that was pressed on, and of the one it was opened from, show them as they stand. */
import { redrawnReply } from '../intents/redrawn.ts';
import { type Address, OutsideError } from '../ports.ts';
import { hasWritten, readEntries } from '../store/entries.ts';
import { causeOf, findDeliveryBySeq, type OutboxRow } from '../store/outbox.ts';
import { otherParts, type Part, partOf, partsOf, redrawPart } from '../store/parts.ts';
import { readSetting } from '../store/people.ts';
import { dayOf } from '../time/day.ts';
import type { OfficePorts } from './needs.ts';

/**
 * Drawn from the rows as they are when it is sent, so that doing it twice shows the same.
 * @param row a delivery that tells of changed records; @param redrawn the message it takes the place of, where it does
 */
export async function redrawAround(ports: OfficePorts, row: OutboxRow, redrawn: string | undefined): Promise<void> {
  const { db } = ports;
  const changed = row.about as readonly string[];
  const cause = causeOf(row);
  // A list or a figure is about records too, but changes none.
  if (changed.length === 0 || cause === undefined || !hasWritten(db, cause)) return;
  const around = partsAround(ports, row, redrawn);
  if (around.length === 0) return;
  const entries = new Map(readEntries(db, changed).map((entry) => [entry.no, entry]));
  const today = dayOf(ports.clock.now(), readSetting(db, 'zone', ports.zone));
  for (const part of around) {
    const reply = redrawnReply(part.redrawn ?? part.reply, part.reply, { entries, today });
    if (!reply) continue;
    try {
      await ports.messenger.update(part.messageId, reply);
    } catch (error) {
      if (!(error instanceof OutsideError) || error.retryable) throw error;
      // What changed is told in the answer itself.
      ports.log.info('a card beside the one pressed cannot be redrawn', { key: row.key, code: error.code });
      continue;
    }
    redrawPart(db, part.messageId, reply);
  }
}

/** All but the message that is redrawn with the answer itself. */
function partsAround(ports: OfficePorts, row: OutboxRow, redrawn: string | undefined): Part[] {
  const { db } = ports;
  const answered = redrawn ?? messageIn(row.address as Address);
  const pressed = answered === undefined ? undefined : partOf(db, answered);
  if (!pressed) return [];
  const own = redrawn === undefined ? partsOf(db, pressed.delivery) : otherParts(db, pressed);
  // A form was opened from a receipt, and the receipt still shows what the form has changed.
  const opener = messageIn(findDeliveryBySeq(db, pressed.delivery)?.address as Address);
  const from = opener === undefined ? undefined : partOf(db, opener);
  return from && from.delivery !== pressed.delivery ? [...own, ...partsOf(db, from.delivery)] : own;
}

function messageIn(address: Address | undefined): string | undefined {
  return address?.to === 'message' ? address.messageId : undefined;
}
