/** Receive: a message is written to the inbox once, whatever how often it is delivered; of a secret only that it came. */
import type { IncomingMessage, Sender } from '../ports.ts';
import type { Reply } from '../reply.ts';
import { knownKey, queueLength, takeIn } from '../store/inbox.ts';
import { queueDelivery } from '../store/outbox.ts';
import { findPerson, readSetting, saveSetting } from '../store/people.ts';
import { secretIn } from '../understand/secret.ts';
import type { OfficePorts } from './needs.ts';
import { secretReply } from './replies.ts';

export type Received = 'accepted' | 'duplicate' | 'full';

/** What the inbox keeps of a message. */
export interface Kept {
  readonly sender: Sender;
  readonly chatType: 'p2p' | 'group';
  readonly text: string;
  readonly replyTo?: string;
}

const mostQueued = 5000;

export function receive(ports: OfficePorts, incoming: IncomingMessage): Received {
  const { db } = ports;
  const aliases = incoming.aliases ?? [];
  const received = db.transaction((tx): Received => {
    if (knownKey(tx, incoming.key, aliases)) return 'duplicate';
    if (queueLength(tx).queued >= mostQueued) return 'full';
    pinTenant(tx, incoming.sender);
    const secret = secretIn(incoming.text);
    const kept: Kept = {
      sender: incoming.sender,
      chatType: incoming.chatType,
      text: incoming.text,
      ...(incoming.replyTo ? { replyTo: incoming.replyTo } : {}),
    };
    const lang = findPerson(tx, incoming.sender.id)?.lang ?? (/\p{Script=Han}/u.test(incoming.text) ? 'zh' : 'en');
    const reply: Reply = secretReply(lang);
    takeIn(
      tx,
      {
        key: incoming.key,
        chat: incoming.chat,
        messageId: incoming.messageId,
        at: incoming.at.toISOString(),
        state: secret ? 'refused' : 'queued',
        payload: secret ? null : kept,
        outcome: secret ? { reply, records: [], changes: [], refused: 'secret' } : null,
      },
      aliases,
    );
    if (secret) {
      queueDelivery(tx, {
        key: `reply:${incoming.key}`,
        chat: incoming.chat,
        address: { to: 'message', messageId: incoming.messageId, chat: incoming.chat },
        reply,
        about: [],
        at: ports.clock.now().toISOString(),
      });
    }
    return 'accepted';
  });
  ports.step?.('received');
  return received;
}

/** The first tenant seen is the office's own; people of others are strangers. */
function pinTenant(db: OfficePorts['db'], sender: Sender): void {
  if (sender.tenant && readSetting<string | null>(db, 'tenant', null) === null)
    saveSetting(db, 'tenant', sender.tenant);
}
