/** Recall: a message taken back by its sender takes back what it wrote; whichever of the two came first. */
import type { IncomingRecall } from '../ports.ts';
import type { Db } from '../store/db.ts';
import { findInboxMessage, type InboxRow, recallId, setInbox, takeIn } from '../store/inbox.ts';
import { nothing } from './act.ts';
import type { Kept, KeptRecall } from './kept.ts';
import type { OfficePorts } from './needs.ts';
import { takeBack } from './take-back.ts';

/** Takes the recall in; a message not yet performed never will be, and one just being thought about is dropped. */
export function takeRecall(db: Db, incoming: IncomingRecall): 'accepted' | 'duplicate' {
  const id = recallId(incoming.messageId);
  if (findInboxMessage(db, id)) return 'duplicate';
  const said = findInboxMessage(db, incoming.messageId);
  const kept = said?.payload as Kept | null | undefined;
  // Where the messenger says who takes it back, it must be the one who said it.
  if (incoming.sender && kept && kept.sender.id !== incoming.sender.id) return 'duplicate';
  if (said?.state === 'queued' && kept) {
    setInbox(db, said.seq, { state: 'done', payload: wordless(kept), outcome: nothing });
  }
  const recalls: KeptRecall = { recalls: incoming.messageId };
  takeIn(
    db,
    {
      key: incoming.key,
      // The chat of the message, so that the recall waits for its turn and its answer for the other answer.
      chat: said?.chat ?? incoming.chat,
      messageId: id,
      at: incoming.at.toISOString(),
      state: said?.state === 'done' && kept ? 'queued' : 'done',
      payload: recalls,
      outcome: null,
    },
    incoming.aliases ?? [],
  );
  return 'accepted';
}

/** Of a message that wrote nothing only the words go. */
export async function performRecall(ports: OfficePorts, row: InboxRow): Promise<void> {
  const said = findInboxMessage(ports.db, (row.payload as KeptRecall).recalls);
  const kept = said?.payload as Kept | null | undefined;
  if (!said || !kept) return setInbox(ports.db, row.seq, { state: 'done', outcome: nothing });
  const intent = { do: 'undo', source: said.key };
  await takeBack(ports, { row, said, kept, intent, title, left: wordless(kept) });
}

const title = { zh: '已撤回', en: 'Recalled' };

/** Who takes words back does not want them kept, nor what was offered for them. */
function wordless({ offers: _offers, reading: _reading, ...kept }: Kept): Kept {
  return { ...kept, text: '', recalled: true };
}
