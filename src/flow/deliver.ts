/** Deliver: queued replies are sent until they arrive, in the order of their chat, each shown once. */
import { type Address, type LateTry, OutsideError, type Sent } from '../ports.ts';
import type { Reply, ReplyFile } from '../reply.ts';
import { chatsOf } from '../store/chats.ts';
import {
  findDelivery,
  findDeliveryByMessage,
  markTried,
  nextDeliveries,
  type OutboxRow,
  queueDelivery,
  setDelivery,
} from '../store/outbox.ts';
import { keepParts, replacePart } from '../store/parts.ts';
import { showMentions } from '../store/talks.ts';
import { drawFile } from './draw-file.ts';
import type { OfficePorts } from './needs.ts';
import { redrawAround } from './redraw.ts';
import { numbersShown } from './shown-numbers.ts';

const mostAttempts = 12;

/** Chats are sent to side by side; the messenger keeps the pace. */
const mostAtOnce = 50;

export interface Delivery {
  /** Sends what is due, in the background; more comes along by itself. */
  start(): void;
  /** Resolves when nothing is due any more and nothing is under way. */
  finished(): Promise<void>;
}

/** One at a time within a chat, so that order is kept and nothing is sent twice; a slow chat holds up no other. */
export function createDelivery(ports: OfficePorts): Delivery {
  const underWay = new Set<string>();
  const waiting: { resolve(): void; reject(error: unknown): void }[] = [];
  /** Chats whose next delivery broke in our own hands; they rest until the office works again. */
  const broken = new Map<string, unknown>();

  function start(): void {
    const now = ports.clock.now().toISOString();
    const most = mostAtOnce - underWay.size;
    if (most > 0) {
      const besides = [...underWay, ...broken.keys()];
      const rows = nextDeliveries(ports.db, now, { besides, most });
      const fresh = rows.filter((row) => row.triedAt === null).map((row) => row.seq);
      markTried(ports.db, fresh, now);
      for (const row of rows) {
        underWay.add(row.chat);
        void deliver(ports, row)
          .catch((error: unknown) => broken.set(row.chat, error))
          .then(() => {
            underWay.delete(row.chat);
            start();
          })
          .catch((error: unknown) => broken.set(row.chat, error))
          .finally(settle);
      }
    }
    settle();
  }

  function settle(): void {
    if (underWay.size > 0) return;
    const [fault] = broken.values();
    const failed = broken.size > 0;
    broken.clear();
    for (const one of waiting.splice(0)) failed ? one.reject(fault) : one.resolve();
  }

  return {
    start,
    finished: () =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        start();
      }),
  };
}

async function deliver(ports: OfficePorts, row: OutboxRow): Promise<void> {
  ports.step?.('sending');
  try {
    const { messageId, redrawn, shown } = await send(ports, row);
    ports.step?.('sent');
    await redrawAround(ports, row, redrawn ? messageId : undefined);
    const about = row.about as readonly string[];
    ports.db.transaction((tx) => {
      setDelivery(tx, row.seq, { state: 'done', messageId, error: null });
      if (redrawn) replacePart(tx, messageId, row.reply as Reply);
      else keepParts(tx, row.seq, shown);
      for (const one of shown)
        showMentions(tx, one.messageId, numbersShown(one.reply, about, { whole: shown.length === 1 }));
    });
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    putBack(ports, row, error);
  }
  ports.step?.('delivered');
}

interface Delivered {
  readonly messageId: string;
  /** Whether it took the place of what was there. */
  readonly redrawn: boolean;
  readonly shown: NonNullable<Sent['parts']>;
}

async function send(ports: OfficePorts, row: OutboxRow): Promise<Delivered> {
  const reply = row.reply as Reply;
  if (reply.file) {
    const messageId = await sendFile(ports, row, reply.file);
    return { messageId, redrawn: false, shown: [{ messageId, reply }] };
  }
  const redrawn = row.updates && (await redraw(ports, row.updates, row));
  if (redrawn) return { messageId: redrawn, redrawn: true, shown: [{ messageId: redrawn, reply }] };
  const { messageId, parts } = await ports.messenger.send(row.address as Address, reply, row.key, lateTry(ports, row));
  return { messageId, redrawn: false, shown: parts ?? [{ messageId, reply }] };
}

/** Feishu knows the key of a try for an hour; a little less, because its hour began when the try arrived. */
const keyMs = 55 * 60_000;

function lateTry(ports: OfficePorts, row: OutboxRow): LateTry | undefined {
  const { db, clock } = ports;
  if (row.triedAt === null) return undefined;
  const since = new Date(row.triedAt);
  if (clock.now().getTime() - since.getTime() <= keyMs) return undefined;
  const address = row.address as Address;
  const [chat] = address.to === 'person' ? chatsOf(db, address.id) : [];
  return {
    since,
    ...(chat ? { chat } : {}),
    known: (messageId) => findDeliveryByMessage(db, messageId) !== undefined,
  };
}

/** From where nothing can be brought (the commands) nobody waits for it. */
async function sendFile(ports: OfficePorts, row: OutboxRow, file: ReplyFile): Promise<string> {
  const { messenger } = ports;
  if (!messenger.sendFile) return row.key;
  const { messageId } = await messenger.sendFile(
    row.address as Address,
    await drawFile(ports, file),
    row.key,
    lateTry(ports, row),
  );
  return messageId;
}

/** A file that never arrives is told of: its answer has promised it. */
function tellLostFile(ports: OfficePorts, row: OutboxRow, error: OutsideError): void {
  const { lang } = row.reply as Reply;
  const scope = error.code === 99991672;
  const zh = scope
    ? '表格没有发出去：应用缺少权限 im:resource，请管理员开通并发布版本（taizhang doctor 会给出链接）。'
    : `表格没有发出去（错误码 ${error.code}）。请再说一次「导出」，或请管理员用 taizhang export 导出。`;
  const en = scope
    ? 'The table could not be sent: the app lacks the scope im:resource; the administrator grants it and publishes a version (taizhang doctor shows the link).'
    : `The table could not be sent (code ${error.code}). Please export again, or ask the administrator for taizhang export.`;
  queueDelivery(ports.db, {
    key: `${row.key}:lost`,
    chat: row.chat,
    address: row.address,
    reply: { lang, tone: 'warn', blocks: [{ type: 'text', text: lang === 'zh' ? zh : en }] },
    about: [],
    at: ports.clock.now().toISOString(),
  });
}

/**
 * A card that can no longer be redrawn (too old, recalled, never arrived) still has a new state to tell: it is told in
 * a new message, whatever the messenger's reason.
 * @returns the message redrawn, or undefined where a new one is needed
 */
async function redraw(ports: OfficePorts, updates: string, row: OutboxRow): Promise<string | undefined> {
  // The card is named by its message, or by the delivery that brings it.
  const delivery = findDelivery(ports.db, updates);
  const messageId = delivery ? delivery.messageId : updates;
  if (!messageId) return undefined;
  try {
    await ports.messenger.update(messageId, row.reply as Reply);
    return messageId;
  } catch (error) {
    if (!(error instanceof OutsideError) || error.retryable) throw error;
    ports.log.info('a card cannot be redrawn and is sent anew', { key: row.key, code: error.code });
    return undefined;
  }
}

/** Tried again later and later; given up only when the outside says it never will, or after twelve tries. */
function putBack(ports: OfficePorts, row: OutboxRow, error: OutsideError): void {
  const attempts = row.attempts + 1;
  if (!error.retryable || attempts >= mostAttempts) {
    ports.log.error('a reply could not be delivered', {
      key: row.key,
      attempts,
      code: error.code,
      error: error.message,
    });
    ports.db.transaction((tx) => {
      setDelivery(tx, row.seq, { state: 'failed', attempts, error: error.message });
      if ((row.reply as Reply).file) tellLostFile({ ...ports, db: tx }, row, error);
    });
    return;
  }
  const wait = error.retryAfterMs ?? Math.min(1000 * 2 ** attempts, 15 * 60_000);
  const nextAt = new Date(ports.clock.now().getTime() + wait).toISOString();
  ports.log.warn('a reply is tried again later', { key: row.key, attempts, code: error.code, nextAt });
  setDelivery(ports.db, row.seq, { attempts, nextAt, error: error.message });
}
