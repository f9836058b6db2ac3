/** Readers: who has read a digest, a 催办 or a message in a group, and a reminder to who has not. */
import { OutsideError } from '../ports.ts';
import type { Block, Reply, Text } from '../reply.ts';
import { plain, replyText } from '../reply.ts';
import type { OutboxRow } from '../store/outbox.ts';
import { findDelivery } from '../store/outbox.ts';
import { findPerson } from '../store/people.ts';
import { clockOf, dayLabel } from '../time/day.ts';
import type { IntentKind, Notice, Outcome, Turn } from './intent.ts';
import { mayAskAfter, noticesMeant } from './notices-meant.ts';
import { ReadersIntent } from './shapes.ts';

export const readers: IntentKind<ReadersIntent> = {
  do: 'readers',
  title: { zh: '谁看了', en: 'Who has read it' },
  examples: [
    { zh: '简报谁看了', en: 'who has read the digest' },
    { zh: '催办谁还没看', en: 'who has not read the reminder' },
  ],
  shape: ReadersIntent,
  async act(intent, turn): Promise<Outcome> {
    if (!turn.readers) return told(nowhere, 'no-data', turn);
    const meant = noticesMeant(intent, turn);
    if (meant.length === 0)
      return told(intent.what === 'message' ? notOurs : nothingSent[intent.what], 'no-data', turn);
    const allowed = meant.filter((row) => mayAskAfter(row, turn));
    if (allowed.length === 0) return told(forbidden, 'forbidden', turn);
    try {
      const seen = await Promise.all(allowed.map((row) => seenOf(row, turn)));
      return intent.remind ? reminded(seen, turn) : shown(seen, intent, turn);
    } catch (error) {
      if (!(error instanceof OutsideError)) throw error;
      return told(trouble(error), 'no-data', turn);
    }
  },
};

/** Somebody a notice was for. */
interface Addressee {
  readonly id: string;
  readonly name: string;
  /** Missing: not read yet. */
  readonly read?: { readonly at?: Date };
}

interface Seen {
  readonly row: OutboxRow;
  readonly people: readonly Addressee[];
  /** A group whose members cannot be seen: only who has read is known. */
  readonly partly: boolean;
}

async function seenOf(row: OutboxRow, turn: Turn): Promise<Seen> {
  const address = row.address as { to: string; id?: string };
  const read = new Map((await turn.readers!.readersOf(row.messageId ?? '')).map(({ id, at }) => [id, { at }]));
  const members = address.to === 'person' ? [{ id: address.id ?? '' }] : await turn.readers!.membersOf(row.chat);
  const listed = members ?? [...read.keys()].map((id) => ({ id }));
  const people = listed.map((one): Addressee => {
    const known = findPerson(turn.db, one.id)?.name;
    const given = 'name' in one ? one.name : undefined;
    const name = (known !== one.id ? known : undefined) ?? given ?? { zh: '同事', en: 'a colleague' }[turn.lang];
    const seen = read.get(one.id);
    return { id: one.id, name: plain(name), ...(seen ? { read: seen.at ? { at: seen.at } : {} } : {}) };
  });
  return { row, people, partly: members === undefined };
}

function shown(all: readonly Seen[], intent: ReadersIntent, turn: Turn): Outcome {
  const { lang } = turn;
  const zh = lang === 'zh';
  const people = all.flatMap((one) => one.people);
  const unread = people.filter((one) => !one.read);
  const partly = all.some((one) => one.partly);
  const count = people.length - unread.length;
  const title = zh
    ? `已读 ${count} 人${partly ? '' : `，未读 ${unread.length} 人`}`
    : `${count} read${partly ? '' : `, ${unread.length} not yet`}`;
  const blocks = all.flatMap((one): Block[] => [
    ...(all.length > 1 || intent.what !== 'message' ? [{ type: 'text' as const, text: `**${nameOf(one.row)}**` }] : []),
    { type: 'text', text: linesOf(one, turn) },
  ]);
  const remind = { ...intent, remind: true };
  const label = zh ? '催一下' : 'Remind them';
  return {
    reply: {
      lang,
      tone: unread.length > 0 ? 'warn' : 'plain',
      title,
      blocks: [
        ...blocks,
        ...(partly ? [{ type: 'note' as const, text: partlyNote[lang] }] : []),
        ...(unread.length > 0 ? [{ type: 'buttons' as const, buttons: [{ label, intent: remind }] }] : []),
      ],
    },
  };
}

function linesOf({ people, partly }: Seen, turn: Turn): string {
  const zh = turn.lang === 'zh';
  const comma = zh ? '、' : ', ';
  const read = people.filter((one) => one.read).map((one) => `${one.name}${timeOf(one.read?.at, turn)}`);
  const unread = people.filter((one) => !one.read).map((one) => one.name);
  const lines = [
    ...(read.length > 0 ? [`${zh ? '已读：' : 'Read: '}${read.join(comma)}`] : []),
    ...(unread.length > 0 ? [`${zh ? '未读：' : 'Not yet: '}${unread.join(comma)}`] : []),
  ];
  if (lines.length > 0) return lines.join('\n');
  return partly ? (zh ? '还没有人看。' : 'Nobody has read it yet.') : zh ? '群里没有别人。' : 'Nobody else is there.';
}

function timeOf(at: Date | undefined, { zone, today, lang }: Turn): string {
  if (!at) return '';
  const { day, hour, minute } = clockOf(at, zone);
  const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  const when = day === today ? time : `${dayLabel(day, lang, today)} ${time}`;
  return lang === 'zh' ? `（${when}）` : ` (${when})`;
}

/** What it was called, or how it began. */
function nameOf(row: OutboxRow): string {
  const reply = row.reply as Reply;
  return plain(reply.title ?? replyText(reply).split('\n')[0] ?? '').slice(0, 60);
}

/** Whoever has not read it gets it once more, once a day; a leader’s phone does not ring. */
function reminded(all: readonly Seen[], turn: Turn): Outcome {
  const { lang } = turn;
  const zh = lang === 'zh';
  const wanted = all.flatMap(({ row, people }) =>
    people
      .filter((one) => !one.read && one.id !== turn.speaker.id)
      .map((one) => ({ one, notice: noticeFor(one, row, turn) })),
  );
  const fresh = wanted.filter(({ notice }) => notice && !findDelivery(turn.db, notice.key));
  const names = [...new Set(fresh.map(({ one }) => one.name))];
  const text =
    wanted.length === 0
      ? zh
        ? '都看过了，不用催。'
        : 'Everybody has read it.'
      : names.length === 0
        ? zh
          ? '今天已经提醒过，没有再发。'
          : 'They were reminded today already.'
        : zh
          ? `已再次提醒：${names.join('、')}`
          : `Reminded: ${names.join(', ')}`;
  return {
    reply: { lang, tone: names.length > 0 ? 'good' : 'plain', blocks: [{ type: 'text', text }] },
    writes: fresh.flatMap(({ notice }) => (notice ? [{ write: 'notify' as const, notice }] : [])),
  };
}

/** @returns undefined for whom the office does not know: nobody is written to who never was in touch with it */
function noticeFor(one: Addressee, row: OutboxRow, turn: Turn): Notice | undefined {
  const person = findPerson(turn.db, one.id);
  if (!person || person.role === 'none') return undefined;
  const sent = row.reply as Reply;
  const again: Text = { zh: '再次提醒', en: 'Once more' };
  const title = `${again[sent.lang]} · ${sent.title ?? nameOf(row)}`;
  const by = sent.lang === 'zh' ? `${turn.speaker.name}请您看一下。` : `${turn.speaker.name} asks you to read this.`;
  return {
    key: `remind:${row.messageId}:${turn.today}:${person.id}`,
    person,
    buzz: person.role !== 'leader',
    reply: { ...sent, title, blocks: [{ type: 'note', text: plain(by) }, ...sent.blocks] },
    about: row.about as string[],
  };
}

function told(text: Text, refused: NonNullable<Outcome['refused']>, turn: Turn): Outcome {
  return { reply: { lang: turn.lang, tone: 'warn', blocks: [{ type: 'text', text: text[turn.lang] }] }, refused };
}

function trouble({ code, retryable }: OutsideError): Text {
  if (code === 'too-old') return tooOld;
  if (code === 'gone' || code === 'not-own') return notOurs;
  if (typeof code === 'string' && code.startsWith('scope:')) {
    const scope = code.slice('scope:'.length);
    return {
      zh: `看不到已读情况：应用缺少权限 ${scope}，请管理员开通并发布版本（taizhang doctor 会给出链接）。`,
      en: `Who has read it cannot be seen: the app lacks the scope ${scope} (taizhang doctor shows the link).`,
    };
  }
  if (retryable) return later;
  return { zh: `飞书没有给出已读情况（错误码 ${code}）。`, en: `Feishu does not say who has read it (code ${code}).` };
}

const nowhere: Text = {
  zh: '谁看了只有在飞书里才知道，这里看不到。',
  en: 'Who has read a message is known in Feishu alone.',
};
const notOurs: Text = {
  zh: '只能查台账助手自己发出、还在的消息。请回复那条消息问「谁看了」。',
  en: 'Only messages the bot itself sent can be asked after. Reply to one with “who has read it”.',
};
const nothingSent: Readonly<Record<'digest' | 'urge', Text>> = {
  digest: { zh: '近 7 天没有发出过简报。', en: 'No digest was sent within the last seven days.' },
  urge: {
    zh: '近 7 天没有您能查的催办。要查别的消息，请回复那条消息问「谁看了」。',
    en: 'No reminder of the last seven days is yours to ask after. For another message, reply to it with “who has read it”.',
  },
};
const tooOld: Text = {
  zh: '飞书只给 7 天内消息的已读情况，这条太早了。',
  en: 'Feishu tells who has read a message for seven days only; this one is older.',
};
const later: Text = {
  zh: '飞书现在没有回答，请过一会儿再问。',
  en: 'Feishu does not answer now; please ask again in a while.',
};
const forbidden: Text = {
  zh: '谁看了，只有科长、主任、管理员，以及发起催办的领导能查。',
  en: 'Only section heads, the director, the administrator and whoever sent the reminder may ask who has read it.',
};
const partlyNote: Text = {
  zh: '谁没看说不出来：应用没有查看群成员的权限（im:chat.members:read）。',
  en: 'Who has not cannot be told: the app lacks the scope for group members (im:chat.members:read).',
};
