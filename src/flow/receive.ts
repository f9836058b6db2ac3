/** Receive: what arrives is written to the inbox once, however often it is delivered. */
import type { Arrival, IncomingEdit } from '../ports.ts';
import type { Db } from '../store/db.ts';
import { findInboxMessage, knownKey } from '../store/inbox.ts';
import { secretIn } from '../understand/secret.ts';
import { takeKnownEdit } from './edit.ts';
import { takeMark } from './mark.ts';
import type { OfficePorts } from './needs.ts';
import { takeRecall } from './recall.ts';
import { takeMessage, takeSecret } from './take-message.ts';
import { takeOpening } from './welcome.ts';

export type Received = 'accepted' | 'duplicate' | 'full';

export function receive(ports: OfficePorts, arrival: Arrival): Received {
  const received = ports.db.transaction((tx): Received => {
    if (knownKey(tx, arrival.key, arrival.aliases ?? [])) return 'duplicate';
    switch (arrival.type) {
      case 'message':
        return takeMessage(tx, arrival, { now: ports.clock.now() });
      case 'edit':
        return takeEdit(tx, arrival, ports.clock.now());
      case 'recall':
        return takeRecall(tx, arrival);
      case 'opening':
        return takeOpening(tx, arrival);
      case 'reaction':
        return takeMark(tx, arrival);
    }
  });
  ports.step?.('received');
  return received;
}

/** The first that is heard of a message may be its edit. */
function takeEdit(db: Db, edit: IncomingEdit, now: Date): Received {
  const { key, aliases = [], message } = edit;
  const said = findInboxMessage(db, message.messageId);
  if (!said) return takeMessage(db, { ...message, aliases: [key, ...aliases] }, { now });
  if (secretIn(message.text)) takeSecret(db, { ...message, key, aliases }, now);
  else takeKnownEdit(db, edit, said);
  return 'accepted';
}
