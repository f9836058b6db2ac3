/** Press: a button's intent is checked, done with the presser's own rights, and its card redrawn in place. */
import type { Turn } from '../intents/intent.ts';
import type { IncomingPress } from '../ports.ts';
import { type Intent, type Reply, replyText } from '../reply.ts';
import { knownKey, takeIn } from '../store/inbox.ts';
import { LedgerError } from '../store/ledger.ts';
import { findDeliveryByMessage } from '../store/outbox.ts';
import { noteMentions, noteRecent, saveTalk } from '../store/talks.ts';
import { type Acted, act, apply, type Result, refusedByLedger } from './act.ts';
import type { OfficePorts } from './needs.ts';
import { isClaimed, type OpenOffer, openOffer } from './offers.ts';
import { queueReply } from './queue-reply.ts';
import { notYourOfferReply, oldButtonReply, strangerReply } from './replies.ts';
import { turnOf } from './turn.ts';

export interface Pressed {
  /** Shown at once to the presser. */
  readonly toast?: { readonly kind: 'info' | 'success' | 'warning' | 'error'; readonly text: string };
  readonly result?: Result;
}

/** What changes the ledger; everything else is a question, and its answer a new message. */
const changes: ReadonlySet<string> = new Set([
  ...['log', 'advance', 'amend', 'edit', 'withdraw', 'undo', 'redo', 'import', 'accept', 'sample', 'practice'],
]);

/** Feishu shows a toast for some seconds: nobody reads more. */
const longestToast = 80;

export async function press(ports: OfficePorts, incoming: IncomingPress): Promise<Pressed> {
  const { db } = ports;
  if (knownKey(db, incoming.key, incoming.aliases ?? [])) return {};
  const turn = turnOfPress(ports, incoming);
  const intent = intentIn(incoming);
  if (turn.speaker.role === 'none') return { toast: toastOf(strangerReply(turn.lang)) };
  const offer = openOffer(db, intent);
  if (offer && offer.owner !== turn.speaker.id) return { toast: toastOf(notYourOfferReply(turn.lang)) };
  const acted = intent ? await act(offer?.intents ?? [intent], turn) : undefined;
  if (!intent || !acted || acted.every((outcome) => !outcome.reply && outcome.refused === 'not-understood')) {
    return { toast: toastOf(oldButtonReply(turn.lang)) };
  }
  const result = commit(ports, { incoming, intent, acted, turn, offer });
  return result ? { toast: toastOf(result.reply), result } : {};
}

/** A press is answered in the language of its card; of a card nobody remembers in the presser's own. */
function turnOfPress(ports: OfficePorts, incoming: IncomingPress): Turn {
  const place = { key: incoming.key, chat: incoming.chat, at: incoming.at.toISOString() };
  const turn = turnOf(ports, place, { sender: incoming.sender, text: '' });
  const card = findDeliveryByMessage(ports.db, incoming.messageId)?.reply as Reply | undefined;
  return { ...turn, lang: card?.lang ?? incoming.lang ?? turn.lang };
}

/** Whether the answer takes the place of its card: a change does, and the next page of a list. */
function isRedrawn({ intent, acted }: { intent: Intent; acted: Acted }): boolean {
  if (intent.do === 'find') return 'page' in intent;
  // Whoever asks after what a digest names wants to read the digest on.
  if (intent.do === 'advance' && intent.move === 'urge') return false;
  return changes.has(intent.do) && acted.some((outcome) => outcome.writes?.length);
}

/**
 * What one may not do is nobody else's business, and what came to nothing leaves the card as it is: a second press of
 * 撤销 must not wipe the 恢复 off, nor a slip in a form what was typed into it.
 */
function isToldByToast(result: Result, { intent, acted }: { intent: Intent; acted: Acted }): boolean {
  const { reply } = result;
  if (!reply || !fitsToast(reply)) return false;
  if (result.refused === 'forbidden') return true;
  return changes.has(intent.do) && reply.tone !== 'good' && acted.every((outcome) => !outcome.writes?.length);
}

function commit(
  ports: OfficePorts,
  pressed: { incoming: IncomingPress; intent: Intent; acted: Acted; turn: Turn; offer: OpenOffer | undefined },
): Result | undefined {
  const { incoming, intent, acted, turn, offer } = pressed;
  const now = ports.clock.now().toISOString();
  const run = (refusal?: Result): Result | undefined =>
    ports.db.transaction((tx) => {
      // Two presses may have been thinking at the same time: the second finds the key taken.
      if (knownKey(tx, incoming.key, incoming.aliases ?? [])) return undefined;
      if (offer && isClaimed(tx, offer)) return undefined;
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
        [...(incoming.aliases ?? []), ...(applied && offer ? offer.claims : [])],
      );
      if (result.reply && result.reply.blocks.length > 0 && !isToldByToast(result, { intent, acted })) {
        queueReply(tx, {
          key: `press:${incoming.key}`,
          chat: incoming.chat,
          address: { to: 'message', messageId: incoming.messageId, chat: incoming.chat },
          reply: result.reply,
          about: about.length > 0 ? about : (applied?.remember.list ?? []),
          at: now,
          ...(isRedrawn({ intent, acted }) && !offer?.partial && !refusal && !result.refused
            ? { updates: incoming.messageId }
            : {}),
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
  return { kind: kinds[reply.tone], text: wordsOf(reply).slice(0, longestToast) };
}

function wordsOf(reply: Reply): string {
  return reply.title ?? replyText(reply).split('\n')[0] ?? '';
}

function fitsToast(reply: Reply): boolean {
  const texts = reply.blocks.flatMap((block) => (block.type === 'note' ? [] : [block]));
  const lines = [
    ...(reply.title ? [reply.title] : []),
    ...texts.map((block) => (block.type === 'text' ? block.text : '')),
  ];
  return lines.length === 1 && lines[0] !== '' && !lines[0]!.includes('\n') && lines[0]!.length <= longestToast;
}
