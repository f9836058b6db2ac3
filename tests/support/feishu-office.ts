/** An office behind the real webhook, with a fake Feishu on the other side. */
import { createFeishuApi } from '../../src/feishu/api.ts';
import { createFeishuMessenger } from '../../src/feishu/messenger.ts';
import { feishuRoutes } from '../../src/feishu/routes.ts';
import { createOffice, type Office } from '../../src/flow/office.ts';
import { type OpenedDb, openDb } from '../../src/node-office.ts';
import type { Intent } from '../../src/reply.ts';
import type { Db } from '../../src/store/db.ts';
import { cardButtons } from './feishu/card-reading.ts';
import { createFakeFeishu, type FakeFeishu } from './feishu/fake-feishu.ts';
import { quiet, zone } from './fixed.ts';

export interface FeishuOffice {
  db(): Db;
  readonly feishu: FakeFeishu;
  /** An empty ledger and an empty Feishu. */
  fresh(): Promise<void>;
  say(said: { at: Date; from: string; group: boolean; text: string }): Promise<void>;
  press(pressed: { at: Date; from: string; label: string }): Promise<void>;
  /** Takes back the last message of this person. */
  recall(recalled: { at: Date; from: string }): Promise<void>;
  /** What was pushed by other ways is worked on. */
  work(): Promise<void>;
  /** What the bot showed since the last thing said, pressed or recalled. */
  heard(): string;
  /** What the buttons of all cards hold. */
  buttonIntents(): Intent[];
  close(): Promise<void>;
}

export async function feishuOffice(): Promise<FeishuOffice> {
  let feishu = await createFakeFeishu();
  let opened: OpenedDb = openDb(':memory:');
  let office: Office;
  let before = new Map<string, string>();

  function build(): void {
    opened = openDb(':memory:');
    const api = createFeishuApi({
      appId: feishu.appId,
      appSecret: feishu.appSecret,
      domain: feishu.url,
      fetch,
      clock: feishu.clock,
      pause: feishu.clock.pause,
      log: quiet,
    });
    office = createOffice({
      db: opened.db,
      clock: feishu.clock,
      log: quiet,
      messenger: createFeishuMessenger(api),
      prompts: {},
      zone,
    });
    const routes = feishuRoutes({
      settings: { appId: feishu.appId, encryptKey: feishu.encryptKey, verificationToken: feishu.verificationToken },
      clock: feishu.clock,
      log: quiet,
      botOpenId: async () => feishu.bot.openId,
      receive: async (incoming) => office.receive(incoming),
      press: (incoming) => office.press(incoming),
    });
    feishu.connect((request) => routes.fetch(request));
  }
  build();

  const botTexts = () =>
    feishu.messages.all.filter((one) => one.from === 'bot').map((one) => [one.messageId, one.text] as const);

  return {
    db: () => opened.db,
    get feishu() {
      return feishu;
    },
    async fresh() {
      opened.close();
      await feishu.close();
      feishu = await createFakeFeishu();
      before = new Map();
      build();
    },
    async say({ at, from, group, text }) {
      feishu.clock.set(at);
      before = new Map(botTexts());
      const pushed = await feishu.pushMessage({
        chat: group ? 'oc_group' : `oc_${from}`,
        chatType: group ? 'group' : 'p2p',
        sender: `ou_${from}`,
        text: group ? `@_user_1 ${text}` : text,
        mentions: group ? [feishu.bot] : [],
      });
      if (pushed.status !== 200) throw new Error(`the webhook answered ${pushed.status}`);
      await office.work();
    },
    async press({ at, from, label }) {
      feishu.clock.set(at);
      before = new Map(botTexts());
      const shown = [...feishu.messages.all]
        .reverse()
        .find((one) => one.card && cardButtons(one.card).some((button) => button.label === label));
      if (!shown) throw new Error(`no card shows a button "${label}"`);
      const pressed = await feishu.press(shown.messageId, label, `ou_${from}`);
      if (pressed.error) throw new Error(`pressing "${label}" showed ${pressed.error}`);
      await office.work();
    },
    async recall({ at, from }) {
      feishu.clock.set(at);
      before = new Map(botTexts());
      const said = [...feishu.messages.all].reverse().find((one) => one.from === `ou_${from}` && !one.recalled);
      if (!said) throw new Error(`${from} has said nothing to recall`);
      const pushed = await feishu.pushRecall(said.messageId);
      if (pushed.status !== 200) throw new Error(`the webhook answered ${pushed.status}`);
      await office.work();
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
      opened.close();
      await feishu.close();
    },
  };
}
