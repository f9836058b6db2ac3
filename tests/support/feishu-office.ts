/** An office behind the real webhook or the real long connection, with a fake Feishu on the other side. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LongConnection, openLongConnection } from '../../src/commands/serve/long-connection.ts';
import { createFeishuApi } from '../../src/feishu/api.ts';
import { createFeishuListener } from '../../src/feishu/listener.ts';
import { createFeishuLookup } from '../../src/feishu/lookup.ts';
import { createFeishuMessenger } from '../../src/feishu/messenger.ts';
import { createFeishuReaders } from '../../src/feishu/readers.ts';
import { feishuRoutes } from '../../src/feishu/routes.ts';
import { rememberSent } from '../../src/feishu/sent.ts';
import { decodeVoice } from '../../src/files/opus-voice.ts';
import { writeWorkbook } from '../../src/files/workbook.ts';
import { createOffice, type Office } from '../../src/flow/office.ts';
import type { ReadBack } from '../../src/flow/read-back.ts';
import { type OpenedDb, openDb } from '../../src/node-office.ts';
import type { Intent } from '../../src/reply.ts';
import type { Db } from '../../src/store/db.ts';
import { cardButtons } from './feishu/card-reading.ts';
import { createFakeFeishu, type FakeFeishu, type Pushed, type SaidMessage } from './feishu/fake-feishu.ts';
import type { Shown } from './feishu/fake-messages.ts';
import { quiet, zone } from './fixed.ts';

export interface Told {
  readonly at: Date;
  readonly from: string;
}

export interface FeishuOffice {
  db(): Db;
  readonly feishu: FakeFeishu;
  /** An empty ledger and an empty Feishu; events come over the webhook unless told otherwise. */
  fresh(over?: 'webhook' | 'socket'): Promise<void>;
  say(said: Told & { group: boolean; text: string; more?: Partial<SaidMessage> }): Promise<void>;
  /** A voice message; `text` is what Feishu's speech recognition makes of it. */
  speak(spoken: Told & { text: string; seconds?: number; bytes?: Uint8Array }): Promise<void>;
  /** Said in the group without a mention: the bot is not told. */
  mutter(said: Told & { text: string }): void;
  press(pressed: Told & { label: string }): Promise<void>;
  /** Takes back the last message of this person. */
  recall(recalled: Told): Promise<void>;
  /** Changes the words of his last message; the bot finds it when it reads back. */
  edit(edited: Told & { text: string }): Promise<void>;
  /** Puts an emoji on the last message of another, or takes it off. */
  mark(marked: Told & { whose: string; emoji: string; given: boolean }): Promise<void>;
  /** Sends the last messages of others on to the bot. */
  forward(forwarded: Told & { whose: readonly string[] }): Promise<void>;
  /** What Feishu pushes by itself: an opened chat, the bot added, the menu. */
  happens(at: Date, push: (feishu: FakeFeishu) => Promise<Pushed>): Promise<void>;
  /** Reads the chats back, as after a start. */
  readBack(at: Date): Promise<ReadBack>;
  /** The last thing this person said, or the bot with `bot`. */
  last(from: string): Shown;
  /** The bot's webhook, to be put behind something that fails. */
  door(): (request: Request) => Response | Promise<Response>;
  /** The process ends and begins again on the same ledger. */
  restart(): void;
  /** Every event comes once more, in the other order. */
  redeliverAll(): Promise<void>;
  /** The clock strikes: what is due by now goes out. */
  tick(at: Date): Promise<void>;
  /** What was pushed by other ways is worked on. */
  work(): Promise<void>;
  /** What the bot showed since the last thing that happened. */
  heard(): string;
  /** What the buttons of all cards hold. */
  buttonIntents(): Intent[];
  close(): Promise<void>;
}

/** Three seconds of speech, as the messenger sends them. */
const voice = readFileSync(join(import.meta.dirname, '..', 'fixtures', 'feishu', 'voice.ogg'));

export async function feishuOffice(): Promise<FeishuOffice> {
  let feishu = await createFakeFeishu();
  let opened: OpenedDb = openDb(':memory:');
  let office: Office;
  let line: LongConnection | undefined;
  let before = new Map<string, string>();
  let spoken = 0;
  let door: (request: Request) => Response | Promise<Response> = () => new Response('closed', { status: 503 });

  const botOpenId = async () => feishu.bot.openId;
  const doors = {
    receive: async (incoming: Parameters<Office['receive']>[0]) => office.receive(incoming),
    press: (incoming: Parameters<Office['press']>[0]) => office.press(incoming),
  };

  function start(): void {
    const { appId, appSecret, url: domain, clock } = feishu;
    const { api, ours } = rememberSent(
      createFeishuApi({ appId, appSecret, domain, fetch, clock, pause: clock.pause, log: quiet }),
      clock,
    );
    office = createOffice({
      db: opened.db,
      clock,
      log: quiet,
      messenger: createFeishuMessenger(api),
      lookup: createFeishuLookup({ api, appId, botOpenId, ours }),
      listener: createFeishuListener(api, decodeVoice),
      readers: createFeishuReaders(api),
      spreadsheet: writeWorkbook,
      prompts: {},
      zone,
    });
  }

  async function connect(over: 'webhook' | 'socket'): Promise<void> {
    const { appId, appSecret, encryptKey, verificationToken, clock, url } = feishu;
    if (over === 'webhook') {
      const settings = { appId, encryptKey, verificationToken };
      const routes = feishuRoutes({ settings, clock, log: quiet, botOpenId, ...doors });
      door = (request) => routes.fetch(request);
      feishu.connect(door);
      return;
    }
    feishu.useSocket();
    feishu.socket.pieces = 3;
    line = await openLongConnection({
      ...{ appId, appSecret, domain: url, botOpenId, office: doors, log: quiet, clock },
    });
    // Open on both sides: before, the client would not hear.
    while (!line.openSince()) await new Promise((resolve) => setTimeout(resolve, 10));
  }
  start();
  await connect('webhook');

  const botTexts = () =>
    feishu.messages.all.filter((one) => one.from === 'bot').map((one) => [one.messageId, one.text] as const);

  async function happens(at: Date, push: (feishu: FakeFeishu) => Promise<{ status: number }>): Promise<void> {
    feishu.clock.set(at);
    before = new Map(botTexts());
    const { status } = await push(feishu);
    if (status !== 200) throw new Error(`the bot answered ${status}`);
    await office.work();
  }

  function last(from: string): Shown {
    const id = from === 'bot' ? from : `ou_${from}`;
    const said = [...feishu.messages.all].reverse().find((one) => one.from === id && !one.recalled);
    if (!said) throw new Error(`${from} has said nothing`);
    return said;
  }

  const bench: FeishuOffice = {
    db: () => opened.db,
    get feishu() {
      return feishu;
    },
    async fresh(over = 'webhook') {
      line?.close();
      line = undefined;
      opened.close();
      await feishu.close();
      feishu = await createFakeFeishu();
      opened = openDb(':memory:');
      before = new Map();
      start();
      await connect(over);
    },
    say: ({ at, from, group, text, more }) =>
      happens(at, () =>
        feishu.pushMessage({
          chat: group ? 'oc_group' : `oc_${from}`,
          chatType: group ? 'group' : 'p2p',
          sender: `ou_${from}`,
          text: group ? `@_user_1 ${text}` : text,
          mentions: group ? [feishu.bot] : [],
          ...more,
        }),
      ),
    speak: ({ at, from, text, seconds = 3, bytes = voice }) =>
      happens(at, () => {
        spoken += 1;
        const [messageId, file_key] = [`om_voice_${spoken}`, `file_voice_${spoken}`];
        feishu.more.attach(messageId, file_key, bytes);
        feishu.more.speech.says = text;
        const other = { type: 'audio', content: { file_key, duration: seconds * 1000 } };
        return feishu.pushMessage({ chat: `oc_${from}`, sender: `ou_${from}`, text: '', messageId, other });
      }),
    mutter({ at, from, text }) {
      feishu.clock.set(at);
      before = new Map(botTexts());
      feishu.say({ chat: 'oc_group', chatType: 'group', sender: `ou_${from}`, text });
    },
    press: ({ at, from, label }) =>
      happens(at, async () => {
        const shown = [...feishu.messages.all]
          .reverse()
          .find((one) => one.card && cardButtons(one.card).some((button) => button.label === label));
        if (!shown) throw new Error(`no card shows a button "${label}"`);
        const pressed = await feishu.press(shown.messageId, label, `ou_${from}`);
        if (pressed.error) throw new Error(`pressing "${label}" showed ${pressed.error}`);
        return pressed;
      }),
    recall: ({ at, from }) => happens(at, () => feishu.pushRecall(last(from).messageId)),
    async edit({ at, from, text }) {
      feishu.clock.set(at);
      feishu.edit(last(from).messageId, text);
      await bench.readBack(at);
    },
    mark: ({ at, from, whose, emoji, given }) =>
      happens(at, () => feishu.pushReaction({ messageId: last(whose).messageId, person: `ou_${from}`, emoji, given })),
    forward: ({ at, from, whose }) =>
      happens(at, () =>
        feishu.pushForward({
          chat: `oc_${from}`,
          sender: `ou_${from}`,
          messageIds: whose.map((name) => last(name).messageId),
        }),
      ),
    happens,
    async readBack(at) {
      feishu.clock.set(at);
      before = new Map(botTexts());
      const read = await office.readBack();
      await office.work();
      return read;
    },
    last,
    door: () => door,
    restart: start,
    async redeliverAll() {
      before = new Map(botTexts());
      for (const eventId of [...feishu.events].reverse()) await feishu.redeliver(eventId);
      await office.work();
    },
    async tick(at) {
      feishu.clock.set(at);
      before = new Map(botTexts());
      await office.tick();
    },
    work: () => office.work(),
    heard: () =>
      botTexts()
        .filter(([id, text]) => before.get(id) !== text)
        .map(([, text]) => text)
        .join('\n'),
    buttonIntents: () =>
      feishu.messages.all.flatMap((one) =>
        one.card ? cardButtons(one.card).map((button) => (button.value as { intent: Intent }).intent) : [],
      ),
    async close() {
      line?.close();
      opened.close();
      await feishu.close();
    },
  };
  return bench;
}
