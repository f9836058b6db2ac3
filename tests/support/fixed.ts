/** What tests build an office from: a database in memory with the real migrations, a clock that stands, a messenger that listens. */
import type { OfficePorts } from '../../src/flow/needs.ts';
import { createOffice, type Office } from '../../src/flow/office.ts';
import { createPractisedOffice, type PracticeLedger } from '../../src/flow/practice.ts';
import { openDb } from '../../src/node-office.ts';
import type { Address, IncomingMessage, IncomingRecall, Log, Messenger } from '../../src/ports.ts';
import { type Button, type Intent, type Reply, replyText } from '../../src/reply.ts';
import type { Db } from '../../src/store/db.ts';
import { instantOf } from '../../src/time/day.ts';

export const zone = 'Asia/Shanghai';

/** `2026-03-04 09:10` in office time. */
export function at(text: string): Date {
  const [day = '', time = '09:00'] = text.split(' ');
  return instantOf(day, time, zone);
}

export interface Shown {
  readonly address: Address;
  reply: Reply;
  readonly key: string;
  readonly messageId: string;
}

/** A messenger that shows each key once, as Feishu does with its uuid. */
export function listening(): Messenger & { shown: Shown[] } {
  const shown: Shown[] = [];
  return {
    shown,
    async send(address, reply, key) {
      const before = shown.find((one) => one.key === key);
      if (before) return { messageId: before.messageId };
      const messageId = `bot-${shown.length + 1}`;
      shown.push({ address, reply, key, messageId });
      return { messageId };
    },
    async update(messageId, reply) {
      const one = shown.find((candidate) => candidate.messageId === messageId);
      if (one) one.reply = reply;
    },
  };
}

export const quiet: Log = { info() {}, warn() {}, error() {} };

export interface TestOffice {
  readonly db: Db;
  readonly office: Office;
  readonly ports: OfficePorts;
  readonly shown: Shown[];
  readonly clock: { at: Date };
  /** Says something and gives the text of the answer. */
  say(text: string, more?: Partial<IncomingMessage>): Promise<string>;
  /** Takes back a message, as its sender would, and lets the office work. */
  recall(messageId: string): Promise<void>;
  /** Presses a button of the latest card that has one so labelled. */
  press(label: string, by?: string): Promise<string>;
}

export function testOffice(
  start = '2026-11-20 10:00',
  more: Partial<OfficePorts> = {},
  practice?: PracticeLedger,
): TestOffice {
  const db = more.db ?? openDb(':memory:').db;
  const clock = { at: at(start) };
  const messenger = listening();
  const ports: OfficePorts = { db, clock: { now: () => clock.at }, log: quiet, messenger, prompts: {}, zone, ...more };
  const office = practice ? createPractisedOffice(ports, practice) : createOffice(ports);
  let serial = 0;
  return {
    db,
    office,
    ports,
    shown: messenger.shown,
    clock,
    async say(text, extra = {}) {
      serial += 1;
      const sender = extra.sender ?? { id: '李梅', name: '李梅' };
      const before = messenger.shown.length;
      office.receive({
        type: 'message',
        key: `m${serial}`,
        messageId: `m${serial}`,
        chat: sender.id,
        chatType: 'p2p',
        text,
        at: clock.at,
        ...extra,
        sender,
      });
      await office.work();
      return messenger.shown
        .slice(before)
        .map((one) => replyText(one.reply))
        .join('\n');
    },
    async recall(messageId) {
      office.receive(recallOf(messageId, clock.at));
      await office.work();
    },
    async press(label, by = '李梅') {
      serial += 1;
      const found = [...messenger.shown].reverse().flatMap((one) =>
        buttonsOf(one.reply)
          .filter((button) => button.label.startsWith(label))
          .map((button) => ({ one, button })),
      )[0];
      if (!found) throw new Error(`no button "${label}"`);
      const pressed = await office.press({
        type: 'press',
        key: `p${serial}`,
        messageId: found.one.messageId,
        chat: by,
        sender: { id: by, name: by },
        intent: found.button.intent,
        at: clock.at,
      });
      await office.work();
      return pressed.toast?.text ?? '';
    },
  };
}

/** The recall of a message as Feishu tells of it: it does not say by whom. */
export function recallOf(messageId: string, at: Date): IncomingRecall {
  return { type: 'recall', key: `recall:${messageId}`, aliases: [`event:${messageId}`], messageId, chat: 'c1', at };
}

export function buttonsOf(reply: Reply): Button[] {
  return reply.blocks.flatMap((block) =>
    block.type === 'buttons' ? [...block.buttons] : block.type === 'form' ? [block.submit] : [],
  );
}

export function intentsOf(reply: Reply): Intent[] {
  return buttonsOf(reply).map((button) => button.intent);
}
