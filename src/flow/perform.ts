/** Perform: the next message is understood and done; what it writes, its answer and its end in the inbox are one commit. */
import type { Turn } from '../intents/intent.ts';
import { type Address, OutsideError } from '../ports.ts';
import type { Button, Intent, Lang, Reply, Text } from '../reply.ts';
import type { Db } from '../store/db.ts';
import { readEntries } from '../store/entries.ts';
import { findEntries } from '../store/find.ts';
import { findInbox, type InboxRow, setInbox } from '../store/inbox.ts';
import { LedgerError } from '../store/ledger.ts';
import { timeSettings } from '../store/office-settings.ts';
import { queueDelivery } from '../store/outbox.ts';
import { listUnits, type Person, readSetting } from '../store/people.ts';
import { everybody, mentionedBy, noteMentions, noteRecent, readTalk, saveTalk } from '../store/talks.ts';
import { dayOf } from '../time/day.ts';
import type { Context } from '../understand/context.ts';
import { understand } from '../understand/understand.ts';
import { type Acted, act, apply, nothing, type Result, refusedByLedger } from './act.ts';
import type { Kept } from './kept.ts';
import type { OfficePorts } from './needs.ts';
import { failedReply, introductionReply, otherKindReply, strangerReply } from './replies.ts';
import { speakerOf } from './speaker.ts';
import { isLedgerFile, mostFetches, takeFile } from './take-file.ts';

export async function performMessage(ports: OfficePorts, row: InboxRow): Promise<void> {
  const kept = row.payload as Kept;
  const turn = turnOf(ports, row, kept);
  let thought: Awaited<ReturnType<typeof think>>;
  try {
    thought = await think(ports, row, kept, turn);
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    return putBack(ports, row, error);
  }
  const { reading, ...came } = thought;
  ports.step?.('acted');
  finish(ports, { row, kept: reading ? { ...kept, reading } : kept, turn, ...came });
  ports.step?.('performed');
}

/** Understands and acts; a fault of ours becomes an apology, never a second try that might write twice. */
async function think(
  ports: OfficePorts,
  row: InboxRow,
  kept: Kept,
  turn: Turn,
): Promise<{ result?: Result; acted?: Acted; reading?: readonly Intent[] }> {
  const wordless = kept.kind !== undefined && kept.kind !== 'text' ? kept.kind : undefined;
  const introduction = kept.greeting && kept.chatType === 'group';
  if (turn.speaker.role === 'none') {
    // Nobody in a group of strangers has asked for anything.
    return { result: { ...nothing, reply: introduction ? null : strangerReply(turn.lang), refused: 'forbidden' } };
  }
  if (introduction) return { result: { ...nothing, reply: introductionReply(turn.lang) } };
  const { files } = ports;
  if (wordless === 'file' && files && isLedgerFile(kept.attachment)) {
    const sent = { messageId: row.messageId, attachment: kept.attachment, last: row.attempts + 1 >= mostFetches };
    try {
      return { acted: [await takeFile({ ...ports, files }, sent, turn)] };
    } catch (error) {
      if (error instanceof OutsideError) throw error;
      return { result: failed(ports, row, turn, error) };
    }
  }
  if (wordless) return { result: { ...nothing, reply: otherKindReply(wordless, turn.lang) } };
  try {
    const intents = kept.intent ? [kept.intent] : understand(kept.text, contextOf(ports.db, turn, kept));
    return { acted: await act(intents, turn), reading: intents };
  } catch (error) {
    return { result: failed(ports, row, turn, error) };
  }
}

/** What it needs of the outside may be had later; its chat waits so long, because order is kept. */
function putBack(ports: OfficePorts, row: InboxRow, error: OutsideError): void {
  const attempts = row.attempts + 1;
  const wait = error.retryAfterMs ?? 1000 * 2 ** attempts;
  const nextAt = new Date(ports.clock.now().getTime() + wait).toISOString();
  ports.log.warn('a message is performed later', { key: row.key, attempts, code: error.code, nextAt });
  setInbox(ports.db, row.seq, { attempts, nextAt, error: error.message });
}

function failed(ports: OfficePorts, row: InboxRow, turn: Turn, error: unknown): Result {
  const reference = `E${row.seq}`;
  ports.log.error('a message could not be performed', {
    reference,
    error: error instanceof Error ? (error.stack ?? error.message) : String(error),
  });
  return { ...nothing, reply: failedReply(turn.lang, reference) };
}

interface Performed {
  readonly row: InboxRow;
  readonly kept: Kept;
  readonly turn: Turn;
  readonly result?: Result;
  readonly acted?: Acted;
}

function finish(ports: OfficePorts, done: Performed): void {
  const { row, kept, turn, acted } = done;
  const commit = (result: Result | undefined): void => {
    ports.db.transaction((tx) => {
      // It may have been recalled while it was thought about.
      if (findInbox(tx, row.key)?.state !== 'queued') return;
      const applied = acted && !result ? apply(tx, acted, turn) : undefined;
      const final = result ?? applied?.result ?? nothing;
      const about = [
        ...new Set([...final.changes.map((change) => change.no), ...final.records.map((entry) => entry.no)]),
      ];
      const place = { chat: row.chat, person: turn.speaker.id, at: row.at };
      if (applied && Object.keys(applied.remember).length > 0) saveTalk(tx, place, applied.remember);
      noteRecent(tx, place, about);
      noteMentions(tx, row.messageId, about);
      if (final.reply) {
        queueDelivery(tx, {
          key: kept.greeting ? row.key : `reply:${row.key}`,
          chat: row.chat,
          address: answerTo(row, kept),
          reply: judgeable(final, turn),
          about: about.length > 0 ? about : (applied?.remember.list ?? []),
          at: ports.clock.now().toISOString(),
        });
      }
      setInbox(tx, row.seq, { state: 'done', payload: kept, outcome: final });
    });
  };
  try {
    commit(done.result);
  } catch (error) {
    commit(error instanceof LedgerError ? refusedByLedger(error, turn) : failed(ports, row, turn, error));
  }
}

/** Who takes something back has said already what he thinks of it. */
const takesBack: ReadonlySet<string> = new Set(['undo', 'withdraw', 'restore']);

/** Below what was written or reckoned stands whether it is right, so that a misreading is not only mended but known. */
function judgeable(result: Result, turn: Turn): Reply {
  const { reply } = result;
  if (!reply) throw new Error('there is no reply to judge');
  const changed = result.changes.some(({ move }) => !takesBack.has(move));
  if (result.records.length === 0 && !changed && !result.answer) return reply;
  const button = (right: boolean, label: Text): Button => ({
    label: label[turn.lang],
    intent: { do: 'feedback', source: turn.source, right },
    style: 'quiet',
  });
  const buttons = [button(true, { zh: '对', en: 'Right' }), button(false, { zh: '不对', en: 'Wrong' })];
  return { ...reply, blocks: [...reply.blocks, { type: 'buttons', buttons }] };
}

/** What was chosen from a menu, or only opened, has no message to stand below. */
function answerTo(row: InboxRow, kept: Kept): Address {
  if (kept.greeting && kept.chatType === 'group') return { to: 'chat', chat: row.chat };
  return kept.intent
    ? { to: 'person', id: kept.sender.id }
    : { to: 'message', messageId: row.messageId, chat: row.chat };
}

/** The turn of a message: said when it was said, in its own language. */
export function turnOf(
  ports: Pick<OfficePorts, 'db' | 'zone' | 'prompts' | 'model'>,
  row: Pick<InboxRow, 'key' | 'chat' | 'at'>,
  kept: Pick<Kept, 'sender' | 'text'>,
): Turn {
  const { db } = ports;
  const zone = readSetting(db, 'zone', ports.zone);
  const now = new Date(row.at);
  const speaker = speakerOf(db, kept.sender, kept.text);
  return {
    db,
    speaker,
    now,
    today: dayOf(now, zone),
    zone,
    lang: langOf(kept.text, speaker),
    source: row.key,
    chat: row.chat,
    prompts: ports.prompts,
    ...(ports.model ? { model: ports.model } : {}),
  };
}

/** A message is answered in its own language; one without words in the speaker's. */
export function langOf(text: string, speaker: Pick<Person, 'lang'>): Lang {
  if (/\p{Script=Han}/u.test(text)) return 'zh';
  return /[a-z]{2}/i.test(text) ? 'en' : speaker.lang;
}

/** What the ear may know of the conversation and the ledger. */
export function contextOf(db: Db, turn: Turn, kept: { readonly replyTo?: string }): Context {
  const own = readTalk(db, turn.chat, turn.speaker.id);
  const all = readTalk(db, turn.chat, everybody);
  const pending = own.pending && own.pending.until >= turn.now.toISOString() ? own.pending : null;
  const entries = (nos: readonly string[]) =>
    readEntries(db, nos).filter((entry) => !entry.void && entry.status !== 'withdrawn');
  return {
    now: turn.now,
    today: turn.today,
    zone: turn.zone,
    speaker: { id: turn.speaker.id, name: turn.speaker.name, section: turn.speaker.section },
    units: listUnits(db),
    times: timeSettings(db),
    repliedTo: kept.replyTo ? entries(mentionedBy(db, [kept.replyTo])) : [],
    recent: entries([...new Set([...own.recent, ...all.recent])]),
    list: own.list,
    pending,
    question: own.question as Intent | null,
    find: (sought) => findEntries(db, sought),
  };
}
