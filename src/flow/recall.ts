/** Recall: a message taken back by its sender takes back what it wrote; whichever of the two came first. */
import type { Turn } from '../intents/intent.ts';
import type { IncomingRecall } from '../ports.ts';
import type { Db } from '../store/db.ts';
import { findInboxMessage, type InboxRow, recallId, setInbox, takeIn } from '../store/inbox.ts';
import { LedgerError } from '../store/ledger.ts';
import { queueDelivery } from '../store/outbox.ts';
import { noteMentions, saveTalk } from '../store/talks.ts';
import { type Acted, act, apply, nothing, type Result } from './act.ts';
import type { Kept, KeptRecall } from './kept.ts';
import type { OfficePorts } from './needs.ts';
import { turnOf } from './perform.ts';

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

/** Undoes in the name of whoever said it what the message wrote; of one that wrote nothing only the words go. */
export async function performRecall(ports: OfficePorts, row: InboxRow): Promise<void> {
  const said = findInboxMessage(ports.db, (row.payload as KeptRecall).recalls);
  const kept = said?.payload as Kept | null | undefined;
  if (!said || !kept) return setInbox(ports.db, row.seq, { state: 'done', outcome: nothing });
  const turn = turnOf(ports, row, kept);
  const acted = await act([{ do: 'undo', source: said.key }], turn);
  ports.step?.('acted');
  const writes = acted.some((outcome) => (outcome.writes ?? []).length > 0);
  try {
    finish(ports, { row, said, kept, turn, acted: writes ? acted : [] });
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    ports.log.error('a recall could not be performed', { key: row.key, error: error.message });
    finish(ports, { row, said, kept, turn, acted: [] });
  }
  ports.step?.('performed');
}

interface Recalled {
  readonly row: InboxRow;
  readonly said: InboxRow;
  readonly kept: Kept;
  readonly turn: Turn;
  readonly acted: Acted;
}

function finish(ports: OfficePorts, { row, said, kept, turn, acted }: Recalled): void {
  ports.db.transaction((tx) => {
    const { result, remember } = apply(tx, acted, turn);
    const final: Result = { ...result, reply: result.reply && { ...result.reply, title: titles[turn.lang] } };
    const about = [...new Set(final.changes.map((change) => change.no))];
    if (Object.keys(remember).length > 0) {
      saveTalk(tx, { chat: said.chat, person: turn.speaker.id, at: row.at }, remember);
    }
    if (final.reply) {
      noteMentions(tx, row.messageId, about);
      queueDelivery(tx, {
        key: `reply:${row.key}`,
        chat: said.chat,
        address: { to: 'chat', chat: said.chat },
        reply: final.reply,
        // The receipt may itself still be on its way: it is named by its key.
        updates: `reply:${said.key}`,
        about,
        at: ports.clock.now().toISOString(),
      });
    }
    setInbox(tx, said.seq, { payload: wordless(kept) });
    setInbox(tx, row.seq, { state: 'done', outcome: final });
  });
}

const titles = { zh: '已撤回', en: 'Recalled' } as const;

/** Who takes words back does not want them kept. */
function wordless(kept: Kept): Kept {
  const { reading: _reading, ...rest } = kept;
  return { ...rest, text: '', recalled: true };
}
