/** Edit: a message changed after it was said changes nothing by itself; what is different is offered below it. */
import type { Turn } from '../intents/intent.ts';
import { headOf } from '../intents/phrasing.ts';
import { setText } from '../intents/receipt.ts';
import type { Entry } from '../kinds/entry.ts';
import type { Value } from '../kinds/kind.ts';
import type { IncomingEdit } from '../ports.ts';
import type { Block, Button, Intent, Reply } from '../reply.ts';
import type { Db } from '../store/db.ts';
import { findInboxMessage, type InboxRow, setInbox, takeIn } from '../store/inbox.ts';
import { queueDelivery } from '../store/outbox.ts';
import { noteMentions } from '../store/talks.ts';
import { understand } from '../understand/understand.ts';
import { act, nothing } from './act.ts';
import { changesOf, type Pair, pairs, writtenBy } from './edit-changes.ts';
import { itemLine } from './item-line.ts';
import type { Kept, KeptEdit, Offer } from './kept.ts';
import type { OfficePorts } from './needs.ts';
import { apart, contextOf, turnOf } from './turn.ts';

/** Waits behind its message, so that it is compared with what the message wrote. */
export function takeKnownEdit(db: Db, { key, aliases, at, message }: IncomingEdit, said: InboxRow): void {
  const kept: KeptEdit = { edits: message.messageId, sender: message.sender, text: message.text };
  takeIn(
    db,
    { key, chat: said.chat, messageId: key, at: at.toISOString(), state: 'queued', payload: kept, outcome: null },
    aliases ?? [],
  );
}

export async function performEdit(ports: OfficePorts, row: InboxRow): Promise<void> {
  const { db } = ports;
  const edit = row.payload as KeptEdit;
  const said = findInboxMessage(db, edit.edits);
  const kept = said?.payload as Kept | null | undefined;
  const readable =
    kept && !kept.recalled && !kept.intent && (kept.kind ?? 'text') === 'text' && kept.text !== edit.text;
  if (!said || !readable) return setInbox(db, row.seq, { state: 'done', outcome: nothing });
  // Said when it was first said: an edit at midnight does not move yesterday's work to today.
  const turn = turnOf(ports, { ...said, key: row.key }, kept);
  if (turn.speaker.role === 'none') return setInbox(db, row.seq, { state: 'done', outcome: nothing });
  const context = apart(contextOf(db, turn, kept));
  const [before, after] = [understand(kept.text, context), understand(edit.text, context)];
  const answer = await answerTo({ row, said, before, after, turn, db });
  ports.step?.('acted');
  finish(ports, { row, said, edit, answer });
  ports.step?.('performed');
}

interface Edited {
  readonly row: InboxRow;
  readonly said: InboxRow;
  readonly before: readonly Intent[];
  readonly after: readonly Intent[];
  readonly turn: Turn;
  readonly db: Db;
}

interface EditAnswer {
  readonly reply: Reply;
  readonly about: readonly string[];
  readonly offers?: readonly Offer[];
  readonly replaces?: string;
}

const writing: ReadonlySet<string> = new Set(['log', 'advance', 'amend', 'withdraw']);

async function answerTo(edited: Edited): Promise<EditAnswer | undefined> {
  const { before, after, turn, db, said } = edited;
  if (JSON.stringify(before) === JSON.stringify(after)) return undefined;
  const written = writtenBy(db, said.key);
  const wanted = after.filter((intent) => writing.has(intent.do));
  if (written.length === 0) {
    if (wanted.length > 0) return offer(edited, wanted, 'anew');
    // A question put differently is simply answered.
    const asked = after.filter((intent) => ['ask', 'find', 'show', 'help'].includes(intent.do));
    const [outcome] = asked.length > 0 ? await act(asked, turn) : [];
    return typeof outcome?.reply === 'object' && outcome.reply ? { reply: outcome.reply, about: [] } : undefined;
  }
  const paired = pairs({ before, after, written });
  if (paired) {
    const changed = paired.map((pair) => ({ pair, set: changesOf(pair) })).filter(({ set }) => set.length > 0);
    return changed.length > 0 ? amendments(changed, turn) : undefined;
  }
  if (wanted.length > 0) return { ...offer(edited, wanted, 'instead'), replaces: said.key };
  return { reply: withdrawal(written, { turn, source: said.key }), about: written.map((entry) => entry.no) };
}

type Change = { readonly name: string; readonly from: Value | null; readonly to: Value | null };

function amendments(changed: readonly { pair: Pair; set: readonly Change[] }[], turn: Turn): EditAnswer {
  const zh = turn.lang === 'zh';
  const blocks = changed.map(({ pair: { entry }, set }): Block => {
    const lines = set
      .filter(({ name }) => name !== 'precision')
      .map(({ name, from, to }) => {
        const [old, now] = [from, to].map((value) => setText(entry, { name, value, lang: turn.lang }));
        return zh ? `原记 ${old}；改后 ${now}` : `recorded: ${old}; now: ${now}`;
      });
    return { type: 'text', text: [headOf(entry, turn.lang), ...lines].join('\n') };
  });
  const buttons = changed.map(({ pair: { entry }, set }): Button => {
    const label = zh ? '照改后的更正' : 'Correct the record';
    return {
      label: changed.length > 1 ? `${label} ${entry.no}` : label,
      intent: { do: 'amend', nos: [entry.no], set: Object.fromEntries(set.map(({ name, to }) => [name, to])) },
      style: 'primary',
    };
  });
  return { reply: asking(turn, blocks, buttons), about: changed.map(({ pair }) => pair.entry.no) };
}

function offer({ row, turn }: Edited, wanted: readonly Intent[], how: 'anew' | 'instead'): EditAnswer {
  const zh = turn.lang === 'zh';
  const lines = wanted.flatMap((intent) =>
    intent.do === 'log' ? (intent.items as Parameters<typeof itemLine>[0][]).map((item) => itemLine(item, turn)) : [],
  );
  const label = {
    anew: zh ? '照改后的记下' : 'Record it',
    instead: zh ? '撤销原记录，照改后的记' : 'Undo the old record and record this',
  }[how];
  const blocks: Block[] = lines.length > 0 ? [{ type: 'text', text: `→ ${lines.join('\n→ ')}` }] : [];
  const buttons: Button[] = [{ label, intent: { do: 'accept', offer: row.key }, style: 'primary' }];
  return { reply: asking(turn, blocks, buttons), about: [], offers: [{ intents: wanted }] };
}

function withdrawal(written: readonly Entry[], { turn, source }: { turn: Turn; source: string }): Reply {
  const zh = turn.lang === 'zh';
  const blocks = written.map((entry): Block => ({ type: 'text', text: headOf(entry, turn.lang) }));
  const label = zh ? '撤销原记录' : 'Undo the record';
  return asking(turn, blocks, [{ label, intent: { do: 'undo', source }, style: 'danger' }]);
}

function asking(turn: Turn, blocks: readonly Block[], buttons: readonly Button[]): Reply {
  const zh = turn.lang === 'zh';
  return {
    lang: turn.lang,
    tone: 'warn',
    title: zh ? '您改了这条消息，台账还没有变' : 'You changed this message; the ledger has not changed',
    blocks: [
      ...blocks,
      { type: 'note', text: zh ? '不点就保持原样。' : 'Without a press everything stays as it is.' },
      { type: 'buttons', buttons },
    ],
  };
}

function finish(
  ports: OfficePorts,
  done: { row: InboxRow; said: InboxRow; edit: KeptEdit; answer: EditAnswer | undefined },
): void {
  const { row, said, edit, answer } = done;
  ports.db.transaction((tx) => {
    const payload: KeptEdit = {
      ...edit,
      ...(answer?.offers ? { offers: answer.offers } : {}),
      ...(answer?.replaces ? { replaces: answer.replaces } : {}),
    };
    if (answer) {
      noteMentions(tx, row.messageId, answer.about);
      queueDelivery(tx, {
        key: `reply:${row.key}`,
        chat: row.chat,
        address: { to: 'message', messageId: said.messageId, chat: row.chat },
        reply: answer.reply,
        about: answer.about,
        at: ports.clock.now().toISOString(),
      });
    }
    setInbox(tx, row.seq, { state: 'done', payload, outcome: { ...nothing, reply: answer?.reply ?? null } });
  });
}
