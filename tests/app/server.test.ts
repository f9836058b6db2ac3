/** The Node server: starts on a free folder and port, says why where it cannot, ends with everything kept. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { type Server, startServer } from '../../src/node.ts';
import { readSettings, type Settings } from '../../src/settings.ts';
import { createFakeFeishu } from '../support/feishu/fake-feishu.ts';
import { quiet } from '../support/fixed.ts';

const folders: string[] = [];
const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'taizhang-'));
  folders.push(made);
  return made;
}

function settings(more: Record<string, string>): Settings {
  const read = readSettings({ PORT: '0', LOG_LEVEL: 'silent', ...more });
  if ('faults' in read) throw new Error(read.faults.join('\n'));
  return read.settings;
}

async function start(more: Record<string, string>): Promise<Server> {
  const server = await startServer(settings(more), quiet);
  servers.push(server);
  return server;
}

const json = { 'content-type': 'application/json' };

async function say(server: Server, text: string, from = '李梅'): Promise<void> {
  const answer = await fetch(`${server.address}/console/messages`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ from, text }),
  });
  expect(answer.status).toBe(202);
}

async function seen(server: Server, chat: string, most = 40): Promise<string> {
  for (let turn = 0; turn < most; turn += 1) {
    const history = await fetch(`${server.address}/console/history?chat=${encodeURIComponent(chat)}`);
    const messages = (await history.json()) as { from: string; text: string; card?: object }[];
    if (messages.at(-1)?.card) return messages.map((one) => `${one.from}: ${one.text}`).join('\n');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('no answer');
}

it('answers on the page and remembers over a restart', async () => {
  const DATA_DIR = folder();
  const first = await start({ DATA_DIR });
  expect((await fetch(`${first.address}/readyz`)).status).toBe(200);
  await say(first, '帮助');
  const before = await seen(first, '李梅');
  await first.close();
  const second = await start({ DATA_DIR });
  expect(await seen(second, '李梅')).toBe(before);
});

it('refuses a second server on the same folder, and lets it in once the first has gone', async () => {
  const DATA_DIR = folder();
  const first = await start({ DATA_DIR });
  await expect(start({ DATA_DIR })).rejects.toThrow(/in use by another server/);
  await first.close();
  await start({ DATA_DIR });
});

it('says which port is taken, and leaves the folder free', async () => {
  const first = await start({ DATA_DIR: folder() });
  const DATA_DIR = folder();
  const PORT = new URL(first.address).port;
  await expect(start({ DATA_DIR, PORT })).rejects.toThrow(new RegExp(`PORT=${PORT} .* is in use`));
  await start({ DATA_DIR });
});

it('says that the folder cannot be written', async () => {
  const file = join(folder(), 'a-file');
  writeFileSync(file, '');
  await expect(start({ DATA_DIR: join(file, 'data') })).rejects.toThrow(/DATA_DIR=.* cannot be written/);
});

it('makes whoever sends the one-time code the administrator, once', async () => {
  const server = await start({ DATA_DIR: folder() });
  const code = server.adminCode ?? '';
  await say(server, ` ${code.toLowerCase()} `, '孙敏');
  expect(await seen(server, '孙敏')).toContain('管理员');
  await say(server, code, '李梅');
  await seen(server, '李梅');
  const people = (await (await fetch(`${server.address}/console/people`)).json()) as { name: string; role: string }[];
  expect(people.filter((person) => person.role === 'admin').map((person) => person.name)).toEqual(['孙敏']);
  expect(server.adminCode).toBeUndefined();
});

it('starts while Feishu is down and answers once it is back', async () => {
  const feishu = await createFakeFeishu();
  feishu.fail({ as: 'broken', times: 1000 });
  const server = await start({
    DATA_DIR: folder(),
    LARK_APP_ID: feishu.appId,
    LARK_APP_SECRET: feishu.appSecret,
    LARK_ENCRYPT_KEY: feishu.encryptKey,
    LARK_VERIFICATION_TOKEN: feishu.verificationToken,
    LARK_DOMAIN: feishu.url,
  });
  feishu.connect(`${server.address}/webhook/event`);
  const pushed = await feishu.pushMessage({ chat: 'oc_1', sender: 'ou_1', text: '帮助' });
  expect(pushed.status).toBe(200);
  await expect.poll(() => feishu.calls.length, { timeout: 5000 }).toBeGreaterThan(0);
  feishu.mend();
  await expect.poll(() => feishu.transcript('oc_1'), { timeout: 9000 }).toContain('督查');
  // Without credentials for it, the page is closed.
  expect((await fetch(`${server.address}/`)).status).toBe(404);
  await feishu.close();
});
