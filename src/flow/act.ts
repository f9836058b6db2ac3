/** Act: intents are checked by their shapes, done one after the other, and their writes applied in one transaction. */
import { takeLines } from '../files/import-lines.ts';
import { intentOf } from '../intents/all.ts';
import type { Answer, Outcome, Refusal, Talk, Turn, Write, Written } from '../intents/intent.ts';
import type { Entry } from '../kinds/entry.ts';
import type { Block, Button, Intent, Reply } from '../reply.ts';
import type { Db } from '../store/db.ts';
import { saveFeedback } from '../store/feedback.ts';
import { addMove, type Hand, LedgerError, logEntry } from '../store/ledger.ts';
import { queueDelivery } from '../store/outbox.ts';
import { savePerson, saveSetting, saveUnit } from '../store/people.ts';
import { addSample, removeSample, sampleSize } from '../store/sample.ts';
import { findSentFile, keepSentFile, settleSentFile } from '../store/sent-files.ts';
import { queueUrges } from './urge.ts';

/** What came of a message; kept with it, so that a repeated delivery gets the same answer. */
export interface Result {
  readonly reply: Reply | null;
  readonly records: readonly Entry[];
  readonly changes: readonly {
    readonly no: string;
    readonly kind: string;
    readonly move: string;
    readonly set: Readonly<Record<string, unknown>>;
  }[];
  readonly answer: Answer | null;
  readonly draft: unknown;
  readonly asks: string | null;
  readonly refused: Refusal | null;
}

/** Nothing came of it. */
export const nothing: Result = {
  reply: null,
  records: [],
  changes: [],
  answer: null,
  draft: null,
  asks: null,
  refused: null,
};

/** The outcomes of a message's intents before anything is written. */
export type Acted = readonly Outcome[];

export async function act(intents: readonly Intent[], turn: Turn): Promise<Acted> {
  const outcomes: Outcome[] = [];
  for (const intent of intents) {
    const kind = intentOf(intent.do);
    const checked = kind?.shape.safeParse(intent);
    if (!kind || !checked?.success) {
      outcomes.push({ reply: null, refused: 'not-understood' });
      continue;
    }
    if (kind.roles && !kind.roles.includes(turn.speaker.role)) {
      outcomes.push({ reply: forbidden(turn), refused: 'forbidden' });
      continue;
    }
    outcomes.push(await kind.act(checked.data, turn));
  }
  return outcomes;
}

/** Applies the writes and draws the replies from what was written. Within the caller's transaction. */
export function apply(db: Db, outcomes: Acted, turn: Turn): { result: Result; remember: Partial<Talk> } {
  const hand: Hand = { by: turn.speaker.id, section: turn.speaker.section, at: turn.now, source: turn.source };
  const replies: Reply[] = [];
  const urged: Entry[] = [];
  const records: Entry[] = [];
  const changes: Result['changes'][number][] = [];
  let remember: Partial<Talk> = {};
  for (const outcome of outcomes) {
    const written = writeAll(db, outcome.writes ?? [], hand);
    urged.push(...written.moved.filter(({ move }) => move === 'urge').map(({ entry }) => entry));
    records.push(...written.logged);
    for (const { entry, move, set } of written.moved) changes.push({ no: entry.no, kind: entry.kind, move, set });
    const reply = typeof outcome.reply === 'function' ? outcome.reply(written) : outcome.reply;
    if (reply) replies.push(reply);
    remember = {
      ...remember,
      ...(typeof outcome.remember === 'function' ? outcome.remember(written) : outcome.remember),
    };
  }
  const first = <K extends keyof Outcome>(name: K): Outcome[K] | undefined =>
    outcomes.find((outcome) => outcome[name])?.[name];
  const reply = toldTo(merged(replies), queueUrges(db, urged, turn));
  return {
    result: {
      // A receipt of one's own new records says nothing of the sample; everything else may rest on it.
      reply: reply && records.length === 0 ? sampleMarked(db, reply) : reply,
      records,
      changes,
      answer: first('answer') ?? null,
      draft: first('draft') ?? null,
      asks: first('asks') ?? null,
      refused: records.length + changes.length > 0 ? null : (first('refused') ?? null),
    },
    remember,
  };
}

function writeAll(db: Db, writes: readonly Write[], hand: Hand): Written {
  const logged: Entry[] = [];
  const moved: Written['moved'][number][] = [];
  let imported: Written['imported'];
  for (const write of writes) {
    switch (write.write) {
      case 'log':
        logged.push(logEntry(db, write.entry, hand));
        break;
      case 'move':
        moved.push({ entry: addMove(db, write.no, write, hand), move: write.move, set: write.set ?? {} });
        break;
      case 'person':
        savePerson(db, write.id, write.set);
        break;
      case 'unit':
        saveUnit(db, write);
        break;
      case 'setting':
        saveSetting(db, write.name, write.value);
        break;
      case 'keep-file':
        keepSentFile(db, { ...write.file, at: hand.at });
        break;
      case 'import-file':
        imported = importSentFile(db, write, hand);
        break;
      case 'leave-file':
        settleSentFile(db, write.file, 'left');
        break;
      case 'notify': {
        const { key, person, buzz, reply, about } = write.notice;
        const address = { to: 'person', id: person.id, ...(buzz ? { buzz } : {}) };
        const at = hand.at.toISOString();
        queueDelivery(db, { key, chat: person.address ?? person.id, address, reply, about, at });
        break;
      }
      case 'feedback':
        saveFeedback(db, write.source, { right: write.right, by: hand.by, at: hand.at.toISOString() });
        break;
      case 'sample':
        if (write.lines) addSample(db, write.lines, hand);
        else removeSample(db);
        break;
    }
  }
  return { logged, moved, ...(imported ? { imported } : {}) };
}

/**
 * Takes a sent file's lines in, in the name of whoever said so.
 * @throws LedgerError where rows are faulty by now and only the whole file was wanted
 */
function importSentFile(db: Db, write: { file: string; partial: boolean }, hand: Hand): Written['imported'] {
  const file = findSentFile(db, write.file);
  if (file?.state !== 'waiting') throw new LedgerError({ zh: '这个文件已经不在了', en: 'the file is gone' });
  const imported = takeLines(db, file.lines, { hand, partial: write.partial, own: true, unnumbered: 'known' });
  const faults = [...file.faults, ...imported.faults];
  const [first] = faults;
  if (first && !write.partial)
    throw new LedgerError({
      zh: `第 ${first.line} 行：${first.reason.zh}`,
      en: `line ${first.line}: ${first.reason.en}`,
    });
  settleSentFile(db, write.file, 'taken');
  return { ...imported, faults };
}

/** Who hears of it, below what was done. */
function toldTo(reply: Reply | null, names: readonly string[]): Reply | null {
  if (!reply || names.length === 0) return reply;
  const text = reply.lang === 'zh' ? `已通知：${names.join('、')}` : `Told: ${names.join(', ')}`;
  const seen: Button = {
    label: reply.lang === 'zh' ? '谁看了' : 'Who has read it',
    intent: { do: 'readers', what: 'urge' },
    style: 'quiet',
  };
  return { ...reply, blocks: [...reply.blocks, { type: 'note', text }, { type: 'buttons', buttons: [seen] }] };
}

/** While a sample year is in the ledger every card says so: nobody shall take its figures for the office's. */
function sampleMarked(db: Db, reply: Reply): Reply {
  if (sampleSize(db) === 0) return reply;
  const text =
    reply.lang === 'zh'
      ? '台账里装着虚构的示例数据，数字里有它。说「清除示例」即可去掉。'
      : 'The ledger holds a fictitious sample year, and figures include it. Say “remove the sample” to take it out.';
  return { ...reply, blocks: [...reply.blocks, { type: 'note', text }] };
}

/** Several answers to one message become one card; the tone is the gravest. */
function merged(replies: readonly Reply[]): Reply | null {
  const [first, ...rest] = replies;
  if (!first || rest.length === 0) return first ?? null;
  const tones = ['bad', 'warn', 'good', 'plain'] as const;
  const blocks = replies.flatMap((reply, index): Block[] => [
    ...(index > 0 ? [{ type: 'line' } as const] : []),
    ...(index > 0 && reply.title ? [{ type: 'text', text: `**${reply.title}**` } as const] : []),
    ...reply.blocks,
  ]);
  return {
    lang: first.lang,
    tone: tones.find((tone) => replies.some((reply) => reply.tone === tone)) ?? 'plain',
    ...(first.title ? { title: first.title } : {}),
    blocks,
  };
}

function forbidden(turn: Turn): Reply {
  return {
    lang: turn.lang,
    tone: 'warn',
    blocks: [{ type: 'text', text: turn.lang === 'zh' ? '您的角色不能做这件事。' : 'Your role may not do this.' }],
  };
}

/** The reason a ledger refused, as a result with nothing written. */
export function refusedByLedger(error: LedgerError, turn: Turn): Result {
  const text = turn.lang === 'zh' ? `没有写入：${error.reason.zh}` : `Nothing was written: ${error.reason.en}`;
  return {
    ...nothing,
    reply: { lang: turn.lang, tone: 'warn', blocks: [{ type: 'text', text }] },
    refused: 'not-a-fact',
  };
}
