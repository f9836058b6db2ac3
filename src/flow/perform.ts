/** Perform: the next message is understood and done; what it writes, its answer and its end in the inbox are one commit. */
import type { Turn } from '../intents/intent.ts';
import { type Address, OutsideError, type Readers } from '../ports.ts';
import { type Button, type Intent, type Lang, plain, type Reply, type Text } from '../reply.ts';
import type { Db } from '../store/db.ts';
import { findInbox, type InboxRow, setInbox } from '../store/inbox.ts';
import { LedgerError } from '../store/ledger.ts';
import { findPerson } from '../store/people.ts';
import { noteMentions, noteRecent, saveTalk } from '../store/talks.ts';
import { secretIn } from '../understand/secret.ts';
import { hear, understand } from '../understand/understand.ts';
import { type Acted, act, apply, nothing, type Result, refusedByLedger } from './act.ts';
import { readForward } from './forward.ts';
import { hearVoice, quoting, voiceIn } from './hear-voice.ts';
import type { Kept, Offer } from './kept.ts';
import type { OfficePorts } from './needs.ts';
import { queueReply } from './queue-reply.ts';
import {
  failedReply,
  introductionReply,
  otherKindReply,
  secretReply,
  strangerReply,
  unmarkedReply,
} from './replies.ts';
import { secondReading, telling } from './second-reading.ts';
import { isLedgerFile, mostFetches, takeFile } from './take-file.ts';
import { apart, contextOf, turnOf } from './turn.ts';

/** @param waits told once the model is asked: others need not wait for it */
export async function performMessage(ports: OfficePorts, row: InboxRow, waits: () => void): Promise<void> {
  const said = row.payload as Kept;
  const known = {
    ...ports,
    ...(ports.model ? { model: telling(ports.model, waits) } : {}),
    ...(ports.readers ? { readers: tellingReaders(ports.readers, waits) } : {}),
  };
  const before = turnOf(known, row, said);
  const heard =
    before.speaker.role === 'none' ? undefined : await heardIn(ports, row, { kept: said, turn: before, waits });
  const kept = heard?.kept ?? said;
  const turn = heard?.kept ? turnOf(known, row, kept) : before;
  if (secretIn(kept.heard ? kept.text : '')) return refuseSecret(ports, row, turn.lang);
  const { reading, offers, ...came } = heard?.result
    ? { reading: undefined, offers: undefined, result: heard.result }
    : await think(ports, row, { kept, turn, waits });
  ports.step?.('acted');
  finish(ports, {
    row,
    kept: { ...kept, ...(reading ? { reading } : {}), ...(offers ? { offers } : {}) },
    turn,
    ...came,
  });
  ports.step?.('performed');
}

/** Of a voice its words, or why there are none; undefined for everything else. */
async function heardIn(
  ports: OfficePorts,
  row: InboxRow,
  { kept, turn, waits }: { kept: Kept; turn: Turn; waits: () => void },
): Promise<{ readonly kept?: Kept; readonly result?: Result } | undefined> {
  const { listener } = ports;
  const attachment = voiceIn(ports, kept);
  if (!listener || !attachment) return undefined;
  // Others need not wait until somebody has listened.
  waits();
  const spoken = { messageId: row.messageId, attachment, attempts: row.attempts, lang: turn.lang };
  const heard = await hearVoice({ ...ports, listener }, spoken);
  if ('reply' in heard) return { result: { ...nothing, reply: heard.reply } };
  return { kept: { ...kept, kind: 'text', text: heard.words, heard: true } };
}

/** A secret that was spoken: only that it came is kept, as of one that was typed. */
function refuseSecret(ports: OfficePorts, row: InboxRow, lang: Lang): void {
  const reply = secretReply(lang);
  ports.db.transaction((tx) => {
    if (findInbox(tx, row.key)?.state !== 'queued') return;
    setInbox(tx, row.seq, { state: 'refused', payload: null, outcome: { ...nothing, reply, refused: 'secret' } });
    queueReply(tx, {
      key: `reply:${row.key}`,
      chat: row.chat,
      address: { to: 'message', messageId: row.messageId, chat: row.chat },
      reply,
      about: [],
      at: ports.clock.now().toISOString(),
    });
  });
}

/** The same readers, who say when somebody begins to wait for them. */
function tellingReaders(readers: Readers, waits: () => void): Readers {
  return {
    readersOf(messageId) {
      waits();
      return readers.readersOf(messageId);
    },
    membersOf: readers.membersOf,
  };
}

interface Thought {
  readonly result?: Result;
  readonly acted?: Acted;
  readonly reading?: readonly Intent[];
  readonly offers?: readonly Offer[];
}

/** Understands and acts; a fault of ours becomes an apology, never a second try that might write twice. */
async function think(
  ports: OfficePorts,
  row: InboxRow,
  { kept, turn, waits }: { kept: Kept; turn: Turn; waits: () => void },
): Promise<Thought> {
  const wordless = kept.kind !== undefined && kept.kind !== 'text' ? kept.kind : undefined;
  const introduction = kept.greeting && kept.chatType === 'group';
  if (turn.speaker.role === 'none') {
    // Nobody in a group of strangers has asked for anything.
    return { result: { ...nothing, reply: introduction ? null : strangerReply(turn.lang), refused: 'forbidden' } };
  }
  if (introduction) return { result: { ...nothing, reply: introductionReply(turn.lang) } };
  const { files, lookup } = ports;
  if (wordless === 'file' && files && isLedgerFile(kept.attachment)) {
    const sent = { messageId: row.messageId, attachment: kept.attachment, last: row.attempts + 1 >= mostFetches };
    try {
      return { acted: [await takeFile({ ...ports, files }, sent, turn)] };
    } catch (error) {
      if (error instanceof OutsideError) throw error;
      return { result: failed(ports, row, turn, error) };
    }
  }
  if (wordless === 'forward' && lookup) {
    try {
      return await readForward({ ...ports, lookup }, { row, kept, turn });
    } catch (error) {
      if (!(error instanceof OutsideError)) return { result: failed(ports, row, turn, error) };
      if (error.retryable && row.attempts + 1 < mostFetches) throw error;
      ports.log.warn('a forwarded bundle cannot be read', { code: error.code, error: error.message });
    }
  }
  if (wordless) return { result: { ...nothing, reply: otherKindReply(wordless, turn.lang) } };
  try {
    const intents = await readingOf(ports, { kept, turn, waits });
    if (intents.length === 0) return { result: { ...nothing, reply: unmarkedReply(turn.lang), refused: 'not-a-fact' } };
    return { acted: await act(intents, turn), reading: intents };
  } catch (error) {
    return { result: failed(ports, row, turn, error) };
  }
}

/** A marked message leans on no conversation, and only what it reports is wanted: the rules read it alone. */
async function readingOf(
  ports: OfficePorts,
  { kept, turn, waits }: { kept: Kept; turn: Turn; waits: () => void },
): Promise<readonly Intent[]> {
  if (kept.intent) return [kept.intent];
  const context = contextOf(ports.db, turn, kept);
  if (!kept.captured) return secondReading(ports, { heard: hear(kept.text, context), text: kept.text, context }, waits);
  return understand(kept.text, apart(context)).filter(({ do: what }) => what === 'log' || what === 'advance');
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
      const answered =
        final.reply && kept.heard ? { ...final, reply: quoting(final.reply, kept.text, about.length > 0) } : final;
      if (answered.reply) {
        queueReply(tx, {
          key: kept.greeting ? row.key : `reply:${row.key}`,
          chat: row.chat,
          address: answerTo(row, kept, about.length > 0),
          reply: judgeable(kept.captured ? marked(answered, { kept, turn, db: tx }) : answered, turn),
          about: about.length > 0 ? about : (applied?.remember.list ?? []),
          at: ports.clock.now().toISOString(),
        });
      }
      setInbox(tx, row.seq, { state: 'done', payload: kept, outcome: answered });
    });
  };
  try {
    commit(done.result);
  } catch (error) {
    commit(error instanceof LedgerError ? refusedByLedger(error, turn) : failed(ports, row, turn, error));
  }
}

/** Whose mark it was stands on the receipt: the author may not know why he gets one. */
function marked(result: Result, { kept, turn, db }: { kept: Kept; turn: Turn; db: Db }): Result {
  const { reply } = result;
  if (!reply || result.records.length + result.changes.length === 0) return result;
  const colleague = { zh: '同事', en: 'a colleague' }[turn.lang];
  // Whom the messenger has not named yet is called by no id.
  const called = (id: string) => {
    const name = findPerson(db, id)?.name ?? id;
    return name === id ? colleague : plain(name);
  };
  const text =
    turn.lang === 'zh'
      ? `由${called(kept.captured?.by ?? '')}标记，记在发言人名下。取下标记就撤销。`
      : `Marked by ${called(kept.captured?.by ?? '')}, recorded for whoever said it. Taking the mark off undoes it.`;
  return { ...result, reply: { ...reply, blocks: [...reply.blocks, { type: 'note', text }] } };
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
  // Beside what can be done, not below it.
  const last = reply.blocks.at(-1);
  if (last?.type === 'buttons' && last.buttons.length <= 3)
    return { ...reply, blocks: [...reply.blocks.slice(0, -1), { ...last, buttons: [...last.buttons, ...buttons] }] };
  return { ...reply, blocks: [...reply.blocks, { type: 'buttons', buttons }] };
}

/**
 * What was chosen from a menu, or only opened, has no message to stand below. Of a marked message that gave nothing
 * only who marked it is told.
 */
function answerTo(row: InboxRow, kept: Kept, wrote: boolean): Address {
  if (kept.captured && !wrote) return { to: 'person', id: kept.captured.by };
  if (kept.greeting && kept.chatType === 'group') return { to: 'chat', chat: row.chat };
  return kept.intent
    ? { to: 'person', id: kept.sender.id }
    : { to: 'message', messageId: row.messageId, chat: row.chat };
}
