/** Take back: what a message wrote is undone in the name of whoever said it, or brought back; its receipt is redrawn. */
import type { Turn } from '../intents/intent.ts';
import type { Intent, Text } from '../reply.ts';
import { type InboxRow, setInbox } from '../store/inbox.ts';
import { LedgerError } from '../store/ledger.ts';
import { queueDelivery } from '../store/outbox.ts';
import { noteMentions, saveTalk } from '../store/talks.ts';
import { type Acted, act, apply, type Result } from './act.ts';
import type { Kept } from './kept.ts';
import type { OfficePorts } from './needs.ts';
import { turnOf } from './turn.ts';

export interface TakingBack {
  /** What asks for it: a recall, or a mark put on or taken off. */
  readonly row: InboxRow;
  /** The message whose writes are meant. */
  readonly said: InboxRow;
  readonly kept: Kept;
  /** `undo` or `redo`. */
  readonly intent: Intent;
  readonly title: Text;
  /** What the inbox keeps of the message from now on. */
  readonly left: Kept;
}

/** Of a message that wrote nothing nobody is told anything. */
export async function takeBack(ports: OfficePorts, taking: TakingBack): Promise<void> {
  const { row, kept } = taking;
  const turn = turnOf(ports, row, kept);
  const acted = await act([taking.intent], turn);
  ports.step?.('acted');
  const writes = acted.some((outcome) => (outcome.writes ?? []).length > 0);
  try {
    finish(ports, taking, { turn, acted: writes ? acted : [] });
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    ports.log.error('a message could not be taken back', { key: row.key, error: error.message });
    finish(ports, taking, { turn, acted: [] });
  }
  ports.step?.('performed');
}

function finish(ports: OfficePorts, taking: TakingBack, done: { turn: Turn; acted: Acted }): void {
  const { row, said, left, title } = taking;
  const { turn, acted } = done;
  ports.db.transaction((tx) => {
    const { result, remember } = apply(tx, acted, turn);
    const final: Result = { ...result, reply: result.reply && { ...result.reply, title: title[turn.lang] } };
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
    setInbox(tx, said.seq, { payload: left });
    setInbox(tx, row.seq, { state: 'done', outcome: final });
  });
}
