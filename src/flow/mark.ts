/** Mark: an emoji put on somebody's message records it as its author's, once; taken off, it takes the record back. */
import { type IncomingReaction, type Lookup, OutsideError } from '../ports.ts';
import type { Lang, Reply, Text } from '../reply.ts';
import type { Db } from '../store/db.ts';
import { findInboxMessage, findInboxMessages, type InboxRow, setInbox, takeIn } from '../store/inbox.ts';
import { queueDelivery } from '../store/outbox.ts';
import { readSetting } from '../store/people.ts';
import { nothing } from './act.ts';
import { voiceIn } from './hear-voice.ts';
import { isMark, type Kept, type KeptMark } from './kept.ts';
import type { OfficePorts } from './needs.ts';
import { speakerOf } from './speaker.ts';
import { takeBack } from './take-back.ts';
import { takeMessage } from './take-message.ts';

/** The pushpin: nobody puts it on a message by the way. */
const standardEmoji = 'Pin';

/** Other emojis mean what they always meant. */
export function takeMark(db: Db, incoming: IncomingReaction): 'accepted' | 'duplicate' {
  const wanted = readSetting(db, 'captureEmoji', standardEmoji);
  if (wanted.toLowerCase() !== incoming.emoji.toLowerCase()) return 'duplicate';
  const lane = `mark:${incoming.messageId}`;
  const kept: KeptMark = { marks: incoming.messageId, sender: incoming.sender, given: incoming.given };
  takeIn(
    db,
    {
      key: incoming.key,
      // A lane of its own: the event does not name the chat, and a message that cannot be read holds nobody up.
      chat: lane,
      messageId: `${lane}:${incoming.sender.id}`,
      at: incoming.at.toISOString(),
      state: 'queued',
      payload: kept,
      outcome: null,
    },
    incoming.aliases ?? [],
  );
  return 'accepted';
}

/** Throws OutsideError where the marked message cannot be fetched now. */
export async function performMark(ports: OfficePorts, row: InboxRow): Promise<void> {
  const { db } = ports;
  const mark = row.payload as KeptMark;
  const said = findInboxMessage(db, mark.marks);
  const kept = said?.payload as Kept | null | undefined;
  const stranger = speakerOf(db, mark.sender, '').role === 'none';
  if (stranger || overtaken(db, row)) return done(db, row);
  if (!said) return mark.given && ports.lookup ? capture({ ...ports, lookup: ports.lookup }, row, mark) : done(db, row);
  // What was said to the bot itself, or marked by another, this mark neither brings nor takes away.
  if (!kept?.captured || kept.captured.by !== mark.sender.id || kept.recalled) return done(db, row);
  const { undone } = kept.captured;
  if (mark.given === (undone === undefined)) return done(db, row);
  if (said.state === 'queued' || undone === '') return hold(db, { row, said, kept, given: mark.given });
  const taking = mark.given
    ? { intent: { do: 'redo', source: undone }, title: titles.again, captured: { by: kept.captured.by } }
    : { intent: { do: 'undo', source: said.key }, title: titles.off, captured: { ...kept.captured, undone: row.key } };
  const left = { ...kept, captured: taking.captured };
  await takeBack(ports, { row, said, kept, intent: taking.intent, title: taking.title, left });
}

const titles = {
  off: { zh: '标记取消，记录已撤销', en: 'The mark was taken off; the record is undone' },
  again: { zh: '重新标记，记录已恢复', en: 'Marked again; the record is back' },
};

/** Put on and taken off may arrive the other way round: the later act holds. */
function overtaken(db: Db, row: InboxRow): boolean {
  return findInboxMessages(db, row.messageId).some(
    (other) => other.seq !== row.seq && isMark(other.payload) && other.at > row.at,
  );
}

/** A message not yet performed waits, or goes on. */
function hold(db: Db, held: { row: InboxRow; said: InboxRow; kept: Kept; given: boolean }): void {
  const { row, said, kept, given } = held;
  const captured = { by: kept.captured?.by ?? '', ...(given ? {} : { undone: '' }) };
  db.transaction((tx) => {
    setInbox(tx, said.seq, { state: given ? 'queued' : 'done', payload: { ...kept, captured } });
    setInbox(tx, row.seq, { state: 'done', outcome: nothing });
  });
}

function done(db: Db, row: InboxRow): void {
  setInbox(db, row.seq, { state: 'done', outcome: nothing });
}

/** The message enters the inbox as if it had been said to the bot: a recall or a late event then finds it. */
async function capture(ports: OfficePorts & { readonly lookup: Lookup }, row: InboxRow, mark: KeptMark): Promise<void> {
  const { db, lookup } = ports;
  let found: Awaited<ReturnType<typeof lookup.message>>;
  try {
    found = await lookup.message(mark.marks);
  } catch (error) {
    if (!(error instanceof OutsideError) || error.retryable) throw error;
    ports.log.warn('a marked message cannot be read', { code: error.code, error: error.message });
    return tellMarker(ports, row, { mark, text: unreadable });
  }
  const message = found?.message;
  if (!message || (message.text === '' && !voiceIn(ports, message)))
    return tellMarker(ports, row, { mark, text: wordless });
  db.transaction((tx) => {
    setInbox(tx, row.seq, { state: 'done', outcome: nothing });
    // It may have arrived by itself while it was looked up.
    if (findInboxMessage(tx, mark.marks)) return;
    takeMessage(tx, message, { now: ports.clock.now(), captured: { by: mark.sender.id } });
  });
}

const unreadable: Text = {
  zh: '您标记的那条消息我看不到，没有记录。请管理员给应用开通“获取群组中所有消息”权限，或者 @我把那句话发一遍。',
  en: 'I cannot see the message you marked, so nothing was recorded. The app needs the scope for all group messages; or mention me and say it again.',
};
const wordless: Text = {
  zh: '您标记的那条消息里没有文字可读，没有记录。',
  en: 'The message you marked has no words to read, so nothing was recorded.',
};

function tellMarker(ports: OfficePorts, row: InboxRow, told: { mark: KeptMark; text: Text }): void {
  const { mark, text } = told;
  ports.db.transaction((tx) => {
    const lang: Lang = speakerOf(tx, mark.sender, '').lang;
    const reply: Reply = { lang, tone: 'warn', blocks: [{ type: 'text', text: text[lang] }] };
    queueDelivery(tx, {
      key: `reply:${row.key}`,
      chat: mark.sender.id,
      address: { to: 'person', id: mark.sender.id },
      reply,
      about: [],
      at: ports.clock.now().toISOString(),
    });
    setInbox(tx, row.seq, { state: 'done', outcome: { ...nothing, reply } });
  });
}
