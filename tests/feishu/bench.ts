/** The bot's Feishu side against the fake Feishu, with everything it takes in written down. */
import { createFeishuApi, type FeishuApi } from '../../src/feishu/api.ts';
import { createFeishuMessenger } from '../../src/feishu/messenger.ts';
import { type FeishuRoutes, feishuRoutes } from '../../src/feishu/routes.ts';
import type { Arrival, IncomingPress, Log, Messenger } from '../../src/ports.ts';
import { createFakeFeishu, type FakeFeishu, type FakeSettings } from '../support/feishu/fake-feishu.ts';

export interface Bench {
  readonly fake: FakeFeishu;
  readonly api: FeishuApi;
  readonly messenger: Messenger;
  readonly routes: FeishuRoutes;
  readonly received: Arrival[];
  readonly pressed: IncomingPress[];
}

export const silentLog: Log = { info() {}, warn() {}, error() {} };

export async function openBench(settings: FakeSettings = {}, change: Partial<FeishuRoutes> = {}): Promise<Bench> {
  const fake = await createFakeFeishu(settings);
  const api = apiOf(fake);
  const received: Arrival[] = [];
  const pressed: IncomingPress[] = [];
  const routes: FeishuRoutes = {
    settings: { appId: fake.appId, encryptKey: fake.encryptKey, verificationToken: fake.verificationToken },
    clock: fake.clock,
    log: silentLog,
    botOpenId: async () => (await api.botInfo()).openId,
    async receive(incoming) {
      if (received.some((one) => one.key === incoming.key)) return 'duplicate';
      received.push(incoming);
      return 'accepted';
    },
    async press(incoming) {
      pressed.push(incoming);
      return { toast: { kind: 'success', text: '已撤销' } };
    },
    ...change,
  };
  const app = feishuRoutes(routes);
  fake.connect((request) => app.fetch(request));
  return { fake, api, messenger: createFeishuMessenger(api), routes, received, pressed };
}

export function apiOf(fake: FakeFeishu, change: { timeoutMs?: number; fetch?: typeof fetch } = {}): FeishuApi {
  return createFeishuApi({
    ...{ appId: fake.appId, appSecret: fake.appSecret, domain: fake.url },
    ...{ fetch, clock: fake.clock, pause: fake.clock.pause, log: silentLog, ...change },
  });
}
