/** Practice: an office beside the office. Whoever practises talks to the other one; no count can ever meet its records. */
import type { Arrival, IncomingMessage, IncomingPress, Messenger } from '../ports.ts';
import type { Reply } from '../reply.ts';
import type { Db } from '../store/db.ts';
import { knownKey } from '../store/inbox.ts';
import { copyOffice, holdsMessage } from '../store/practice.ts';
import { readTalk, saveTalk } from '../store/talks.ts';
import { practiceTurn } from '../understand/practice-words.ts';
import type { OfficePorts } from './needs.ts';
import { createOffice, type Office } from './office.ts';
import { readBack } from './read-back.ts';

/** A ledger of its own for trying things out. */
export interface PracticeLedger {
  /** Opened when it is first wanted. */
  open(): Db;
  /** Whether anybody has ever practised: only then is it looked into. */
  used(): boolean;
}

/** The office of the ports, and beside it one for practice, made when somebody first practises. */
export function createPractisedOffice(ports: OfficePorts, ledger: PracticeLedger): Office {
  const real = createOffice(ports);
  let made: { office: Office; db: Db } | undefined;
  const practice = () => {
    if (made) return made;
    const db = ledger.open();
    made = { db, office: createOffice({ ...ports, db, messenger: marking(ports.messenger) }) };
    return made;
  };
  const used = () => made !== undefined || ledger.used();

  const isPractised = (messageId: string) => used() && holdsMessage(practice().db, messageId);
  const isForPractice = (arrival: Arrival): boolean => {
    if (arrival.type === 'message') return isPractising(ports.db, arrival);
    if (arrival.type === 'opening') return false;
    return isPractised(arrival.type === 'edit' ? arrival.message.messageId : arrival.messageId);
  };
  const turn = (message: IncomingMessage, practising: boolean): void => {
    if (practising) copyOffice(ports.db, practice().db);
    const { chat, sender, at } = message;
    saveTalk(ports.db, { chat, person: sender.id, at: at.toISOString() }, { practising });
  };

  const office: Office = {
    receive(arrival) {
      const wanted = arrival.type === 'message' && arrival.chatType === 'p2p' ? practiceTurn(arrival.text) : null;
      if (wanted && arrival.type === 'message') {
        // Turned before it is taken in: were the process to die in between, the message is delivered again.
        if (!knownKey(ports.db, arrival.key, arrival.aliases ?? [])) turn(arrival, wanted === 'start');
        return real.receive(arrival);
      }
      return isForPractice(arrival) ? practice().office.receive(arrival) : real.receive(arrival);
    },
    press: (incoming: IncomingPress) =>
      isPractised(incoming.messageId) ? practice().office.press(incoming) : real.press(incoming),
    async work() {
      await real.work();
      if (used()) await practice().office.work();
    },
    async tick() {
      await real.tick();
      if (used()) await practice().office.work();
    },
    readBack: (readTo) => readBack(ports, (arrival) => office.receive(arrival), readTo),
    wake: () => earlier(real.wake(), used() ? practice().office.wake() : null),
  };
  return office;
}

function isPractising(db: Db, { chat, chatType, sender }: IncomingMessage): boolean {
  return chatType === 'p2p' && readTalk(db, chat, sender.id).practising;
}

/** Every card of the practice office says that it is one. */
function marking(messenger: Messenger): Messenger {
  const { sendFile } = messenger;
  return {
    ...(sendFile ? { sendFile } : {}),
    send: (address, reply, key, late) => messenger.send(address, marked(reply), key, late),
    update: (messageId, reply) => messenger.update(messageId, marked(reply)),
  };
}

function marked(reply: Reply): Reply {
  const zh = reply.lang === 'zh';
  const mark = zh ? '【演练】' : '[Practice] ';
  // A part of a long answer that is drawn anew bears it already.
  if (reply.title?.startsWith(mark.trim())) return reply;
  const note = zh
    ? '只是演练，不计入台账。说「结束演练」回到正式台账。'
    : 'Practice only, counted nowhere. Say “end practice” to leave.';
  return {
    ...reply,
    title: `${mark}${reply.title ?? ''}`.trim(),
    blocks: [...reply.blocks, { type: 'note', text: note }],
  };
}

function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
