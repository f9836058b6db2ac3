/** The whole server on the long connection: what is said is recorded and answered; what was said while it was down, too. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Server, startServer } from '../../src/node.ts';
import { readSettings } from '../../src/settings.ts';
import { createFakeFeishu, type FakeFeishu } from '../support/feishu/fake-feishu.ts';
import { virtualClock } from '../support/feishu/virtual-clock.ts';
import { quiet } from '../support/fixed.ts';

let fake: FakeFeishu;
let folder: string;
let server: Server | undefined;
beforeEach(async () => {
  fake = await createFakeFeishu({ clock: virtualClock('2026-05-11T09:00:00+08:00') });
  fake.useSocket();
  folder = mkdtempSync(join(tmpdir(), 'taizhang-line-'));
});
afterEach(async () => {
  await server?.close();
  await fake.close();
  rmSync(folder, { recursive: true });
});

async function start(): Promise<void> {
  const read = readSettings({
    ...{ LARK_APP_ID: fake.appId, LARK_APP_SECRET: fake.appSecret, LARK_DOMAIN: fake.url, LARK_MODE: 'websocket' },
    ...{ DATA_DIR: folder, PORT: '0' },
  });
  if ('faults' in read) throw new Error(read.faults.join());
  server = await startServer(read.settings, quiet, fake.clock);
  await until(() => fake.socket.pings() > 0);
}

async function until(wanted: () => boolean): Promise<void> {
  while (!wanted()) await new Promise((resolve) => setTimeout(resolve, 10));
}

const answers = () => fake.messages.all.filter((one) => one.from === 'bot').map((one) => one.text);

it('hears, answers, and catches up', async () => {
  await start();
  const chat = { chat: 'oc_李梅', sender: 'ou_李梅' };
  await until(() => fake.socket.connections() === 1);
  expect(await fake.pushMessage({ ...chat, text: '今天收文12件' })).toMatchObject({ status: 200 });
  await until(() => answers().length === 1);
  expect(answers()[0]).toContain('12件');
  await server?.close();
  fake.clock.advance(3600_000);
  fake.say({ ...chat, text: '今天发文3件' });
  fake.clock.advance(3600_000);
  await start();
  await until(() => answers().length === 2);
  expect(answers()[1]).toContain('发-2026-001');
  const metrics = await (await fetch(`${server?.address}/metrics`)).text();
  expect(metrics).toContain('taizhang_messages_read_back_total 1');
});
