/** The turn of what arrived: who spoke, when by the office's clock, in which language, and what the ear may know of it. */

import type { Turn } from '../intents/intent.ts';
import type { Intent, Lang } from '../reply.ts';
import type { Db } from '../store/db.ts';
import { hasWritten, readEntries } from '../store/entries.ts';
import { findEntries } from '../store/find.ts';
import { findInboxMessage, type InboxRow } from '../store/inbox.ts';
import { timeSettings } from '../store/office-settings.ts';
import { causeOf, findDeliveryByMessage } from '../store/outbox.ts';
import { listUnits, type Person, readSetting } from '../store/people.ts';
import { everybody, mentionedBy, readTalk } from '../store/talks.ts';
import { dayOf } from '../time/day.ts';
import type { Context } from '../understand/context.ts';
import { isMostlyEnglish } from '../understand/language.ts';
import type { Kept } from './kept.ts';
import type { OfficePorts } from './needs.ts';
import { speakerOf } from './speaker.ts';

/** The turn of a message: said when it was said, in its own language. */
export function turnOf(
  ports: Pick<OfficePorts, 'db' | 'zone' | 'prompts' | 'model' | 'readers'>,
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
    ...(ports.readers ? { readers: ports.readers } : {}),
  };
}

/** A message is answered in its own language; one without words in the speaker's. */
export function langOf(text: string, speaker: Pick<Person, 'lang'>): Lang {
  if (isMostlyEnglish(text)) return 'en';
  return /\p{Script=Han}/u.test(text) ? 'zh' : speaker.lang;
}

/** What the ear may know of the conversation and the ledger. */
export function contextOf(db: Db, turn: Turn, kept: { readonly replyTo?: string; readonly root?: string }): Context {
  const own = readTalk(db, turn.chat, turn.speaker.id);
  const all = readTalk(db, turn.chat, everybody);
  const pending = own.pending && own.pending.until >= turn.now.toISOString() ? own.pending : null;
  const entries = (nos: readonly string[]) => {
    const found = new Map(readEntries(db, nos).map((entry) => [entry.no, entry]));
    return nos.flatMap((no) => {
      const entry = found.get(no);
      return entry && !entry.void && entry.status !== 'withdrawn' ? [entry] : [];
    });
  };
  const quoted = [kept.replyTo, kept.root].flatMap((id) => (id ? [{ id, nos: mentionedBy(db, id) }] : []));
  const shown = quoted.find(({ nos }) => nos.length > 0);
  const answered = kept.replyTo === undefined ? undefined : writingBehind(db, kept.replyTo);
  return {
    now: turn.now,
    today: turn.today,
    zone: turn.zone,
    speaker: { id: turn.speaker.id, name: turn.speaker.name, section: turn.speaker.section },
    units: listUnits(db),
    times: timeSettings(db),
    ...(kept.replyTo ? { replyTo: kept.replyTo } : {}),
    repliedTo: quoted.map(({ nos }) => entries(nos)).find((found) => found.length > 0) ?? [],
    ...(answered ? { answered } : {}),
    recent: entries([...new Set([...own.recent, ...all.recent])]),
    // 第3条 counts in the message replied to, as it stands there.
    list: shown?.nos ?? own.list,
    pending,
    question: own.question as Intent | null,
    find: (sought) => findEntries(db, sought),
  };
}

/** What this message, theirs or ours, wrote or tells of having written. */
function writingBehind(db: Db, messageId: string): string | undefined {
  const delivery = findDeliveryByMessage(db, messageId);
  const source = findInboxMessage(db, messageId)?.key ?? (delivery && causeOf(delivery));
  return source !== undefined && hasWritten(db, source) ? source : undefined;
}

/** The same without the conversation: for words that were not said in it. */
export function apart(context: Context): Context {
  return { ...context, recent: [], list: [], pending: null, question: null };
}
