/** The Worker in workerd: a signed and encrypted message is recorded and answered, with nothing of Node in the bundle. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { Miniflare } from 'miniflare';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createFakeFeishu, type FakeFeishu } from '../support/feishu/fake-feishu.ts';

const root = join(import.meta.dirname, '..', '..');
let feishu: FakeFeishu;
let worker: Miniflare;
let inputs: string[];

beforeAll(async () => {
  feishu = await createFakeFeishu();
  const bundle = await build({
    entryPoints: [join(root, 'src/worker.ts')],
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['workerd', 'worker', 'browser'],
    mainFields: ['browser', 'module', 'main'],
    external: ['node:*', 'cloudflare:*'],
    loader: { '.sql': 'text', '.md': 'text' },
  });
  inputs = Object.keys(bundle.metafile.inputs);
  worker = new Miniflare({
    modules: [{ type: 'ESModule', path: 'worker.mjs', contents: bundle.outputFiles[0]!.text }],
    compatibilityDate: '2026-04-01',
    compatibilityFlags: ['nodejs_compat'],
    durableObjects: { OFFICE: { className: 'Office', useSQLite: true } },
    bindings: {
      TAIZHANG_OFFICE: 'default',
      LARK_APP_ID: feishu.appId,
      LARK_APP_SECRET: feishu.appSecret,
      LARK_ENCRYPT_KEY: feishu.encryptKey,
      LARK_VERIFICATION_TOKEN: feishu.verificationToken,
      LARK_DOMAIN: feishu.url,
    },
    cf: false,
  });
  const address = await worker.ready;
  feishu.connect(new URL('/webhook/event', address).href);
});

afterAll(async () => {
  await worker?.dispose();
  await feishu?.close();
});

it('records what is told and answers from it', async () => {
  const told = await feishu.pushMessage({
    chat: 'oc_1',
    sender: 'ou_1',
    text: '昨天督查农村教育 看了4个点 发现问题3个',
    form: 'encrypted',
    at: new Date(),
  });
  expect(told.status).toBe(200);
  await expect.poll(() => feishu.transcript('oc_1'), { timeout: 15_000 }).toContain('农村教育');
  const before = feishu.chat('oc_1').length;
  await feishu.pushMessage({ chat: 'oc_1', sender: 'ou_1', text: '今年督查了几次', form: 'encrypted', at: new Date() });
  await expect.poll(() => feishu.chat('oc_1').length, { timeout: 15_000 }).toBeGreaterThan(before + 1);
  expect(feishu.transcript('oc_1').split('今年督查了几次')[1]).toMatch(/1\s*次/);
});

it('takes a resent event once', async () => {
  const said = { chat: 'oc_2', sender: 'ou_1', text: '帮助', eventId: 'ev_twice', at: new Date() };
  const { eventId } = await feishu.pushMessage(said);
  await expect.poll(() => feishu.chat('oc_2').length, { timeout: 15_000 }).toBe(2);
  expect((await feishu.redeliver(eventId)).status).toBe(200);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(feishu.chat('oc_2')).toHaveLength(2);
});

it('hears no voices, and says so', async () => {
  const other = { type: 'audio', content: { file_key: 'f_1', duration: 3000 } };
  await feishu.pushMessage({ chat: 'oc_3', sender: 'ou_1', text: '', other, at: new Date() });
  await expect.poll(() => feishu.transcript('oc_3'), { timeout: 15_000 }).toContain('没有记录。请发文字');
});

it('is ready, and turns strangers away', async () => {
  const ready = await worker.dispatchFetch('http://localhost/readyz');
  expect(await ready.json()).toEqual({ status: 'ready', faults: [] });
  const forged = await worker.dispatchFetch('http://localhost/webhook/event', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ schema: '2.0', header: { token: 'x' }, event: {} }),
  });
  expect(forged.status).toBe(403);
  expect((await worker.dispatchFetch('http://localhost/')).status).toBe(404);
});

it('takes in every migration and prompt, and nothing that needs Node', () => {
  const files = (folder: string, ending: string) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith(ending))
      .map((name) => `${folder}/${name}`);
  for (const file of [...files('migrations', '.sql'), ...files('prompts', '.md')]) expect(inputs).toContain(file);
  for (const file of inputs.filter((path) => path.startsWith('src/'))) {
    const text = readFileSync(join(root, file), 'utf8');
    expect(text.match(/^import (?!type).*from 'node:.*$/m)?.[0], file).toBeUndefined();
  }
  expect(inputs.filter((path) => /better-sqlite3\/lib|@larksuiteoapi|\/pino\/|opus/.test(path))).toEqual([]);
});
