/** Press: a button's intent is checked, done with the presser's own rights, and its card redrawn in place. */
import type { Turn } from '../intents/intent.ts';
import type { IncomingPress } from '../ports.ts';
import { type Intent, type Reply, replyText } from '../reply.ts';
import { knownKey, takeIn } from '../store/inbox.ts';
import { LedgerError } from '../store/ledger.ts';
import { queueDelivery } from '../store/outbox.ts';
import { noteMentions, noteRecent, saveTalk } from '../store/talks.ts';
import { type Acted, act, apply, type Result, refusedByLedger } from './act.ts';
import type { OfficePorts } from './needs.ts';
import { turnOf } from './perform.ts';
import { oldButtonReply, strangerReply } from './replies.ts';

export interface Pressed {
  /** Shown at once to the presser. */
  readonly toast?: { readonly kind: 'info' | 'success' | 'warning' | 'error'; readonly text: string };
  readonly result?: Result;
}

/** Intents whose answer is a new message rather than the redrawn card. */
const answersAnew: ReadonlySet<string> = new Set([
  'feedback',
  'show',
  'find',
  'ask',
  'help',
  'draft',
  'digest',
  'edit',
]);

export async function press(ports: OfficePorts, incoming: IncomingPress): Promise<Pressed> {
  const { db } = ports;
  if (knownKey(db, incoming.key, incoming.aliases ?? [])) return {};
  const turn = turnOf(
    ports,
    { key: incoming.key, chat: incoming.chat, at: incoming.at.toISOString() },
    { sender: incoming.sender, text: '' },
  );
  const intent = intentIn(incoming);
  if (turn.speaker.role === 'none') return { toast: toastOf(strangerReply(turn.lang)) };
  const acted = intent ? await act([intent], turn) : undefined;
  if (!intent || !acted || acted.every((outcome) => !outcome.reply && outcome.refused === 'not-understood')) {
    return { toast: toastOf(oldButtonReply(turn.lang)) };
  }
  const result = commit(ports, { incoming, intent, acted, turn });
  return result ? { toast: toastOf(result.reply), result } : {};
}

function commit(
  ports: OfficePorts,
  pressed: { incoming: IncomingPress; intent: Intent; acted: Acted; turn: Turn },
): Result | undefined {
  const { incoming, intent, acted, turn } = pressed;
  const now = ports.clock.now().toISOString();
  const run = (refusal?: Result): Result | undefined =>
    ports.db.transaction((tx) => {
      // Two presses may have been thinking at the same time: the second finds the key taken.
      if (knownKey(tx, incoming.key, incoming.aliases ?? [])) return undefined;
      const applied = refusal ? undefined : apply(tx, acted, turn);
      const result = refusal ?? applied?.result;
      if (!result) return undefined;
      const about = [
        ...new Set([...result.records.map((entry) => entry.no), ...result.changes.map((change) => change.no)]),
      ];
      const place = { chat: incoming.chat, person: turn.speaker.id, at: now };
      if (applied && Object.keys(applied.remember).length > 0) saveTalk(tx, place, applied.remember);
      noteRecent(tx, place, about);
      takeIn(
        tx,
        {
          key: incoming.key,
          chat: incoming.chat,
          messageId: incoming.key,
          at: incoming.at.toISOString(),
          state: 'done',
          payload: null,
          outcome: result,
        },
        incoming.aliases ?? [],
      );
      if (result.reply && result.reply.blocks.length > 0) {
        const anew = answersAnew.has(intent.do) && !('form' in intent);
        queueDelivery(tx, {
          key: `press:${incoming.key}`,
          chat: incoming.chat,
          address: { to: 'message', messageId: incoming.messageId, chat: incoming.chat },
          reply: result.reply,
          about,
          at: now,
          ...(anew || refusal || result.refused ? {} : { updates: incoming.messageId }),
        });
      }
      noteMentions(tx, incoming.messageId, about);
      return result;
    });
  try {
    return run();
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    return run(refusedByLedger(error, turn));
  }
}

/** What the button held, with the form's values beside it. */
function intentIn(incoming: IncomingPress): Intent | undefined {
  const held = incoming.intent;
  if (typeof held !== 'object' || held === null || !('do' in held) || typeof held.do !== 'string') return undefined;
  return { ...(held as Intent), ...(incoming.form ? { form: incoming.form } : {}) };
}

function toastOf(reply: Reply | null): NonNullable<Pressed['toast']> {
  const kinds = { good: 'success', warn: 'warning', bad: 'error', plain: 'info' } as const;
  if (!reply) return { kind: 'info', text: 'OK' };
  const text = reply.title ?? replyText(reply).split('\n')[0] ?? '';
  return { kind: kinds[reply.tone], text: text.slice(0, 80) };
}
