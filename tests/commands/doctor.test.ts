/** The doctor finds each fault that can be ordered of the fake Feishu, names its mend, and is content with a sound app. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { consoleLinks } from '../../src/commands/doctor/console-links.ts';
import { appFindings } from '../../src/commands/doctor/feishu-app.ts';
import { type Finding, findingLine } from '../../src/commands/doctor/finding.ts';
import { machineFindings } from '../../src/commands/doctor/machine.ts';
import { reachFinding } from '../../src/commands/doctor/reach.ts';
import { createFeishuApi } from '../../src/feishu/api.ts';
import { eventNeeds, scopeNeeds } from '../../src/feishu/app-needs.ts';
import { readers } from '../../src/feishu/events.ts';
import { feishuRoutes } from '../../src/feishu/routes.ts';
import { type Environment, readSettings, type Settings } from '../../src/settings.ts';
import { createFakeFeishu, type FakeFeishu } from '../support/feishu/fake-feishu.ts';
import { quiet } from '../support/fixed.ts';

let fake: FakeFeishu;
let folder: string;
beforeEach(async () => {
  fake = await createFakeFeishu();
  fake.app.scopes = new Set(scopeNeeds.map(({ anyOf }) => anyOf[0]));
  folder = mkdtempSync(join(tmpdir(), 'taizhang-doctor-'));
});
afterEach(async () => {
  await fake.close();
  rmSync(folder, { recursive: true });
});

function settingsOf(more: Environment = {}): Settings {
  const read = readSettings({
    ...{ LARK_APP_ID: fake.appId, LARK_APP_SECRET: fake.appSecret, LARK_DOMAIN: fake.url, DATA_DIR: folder },
    ...{ LARK_ENCRYPT_KEY: fake.encryptKey, LARK_VERIFICATION_TOKEN: fake.verificationToken },
    ...more,
  });
  if ('faults' in read) throw new Error(read.faults.join());
  return read.settings;
}

async function seen(settings = settingsOf()): Promise<Finding[]> {
  const { LARK_APP_ID: appId = '', LARK_APP_SECRET: appSecret = '', LARK_DOMAIN: domain } = settings;
  const api = createFeishuApi({ appId, appSecret, domain, fetch, clock: fake.clock, log: quiet });
  const links = consoleLinks(domain, appId);
  return (await appFindings({ settings, api, links, clock: fake.clock })).findings;
}

const bad = (findings: readonly Finding[]) => findings.filter(({ state }) => state !== 'ok');

describe('a sound app', () => {
  it('has nothing to mend', async () => {
    expect(bad(await seen())).toEqual([]);
  });

  it('is asked for exactly the events the bot reads', () => {
    const older = ['message', 'card.action.trigger_v1', 'p2p_chat_create'];
    const read = Object.keys(readers).filter((type) => !older.includes(type));
    expect(eventNeeds.map(({ type }) => type).sort()).toEqual(read.sort());
  });
});

describe('a fault', () => {
  it.each<[string, () => unknown, Partial<Finding>]>([
    [
      'a scope without which nothing works',
      () => fake.app.scopes.delete('im:message:send_as_bot'),
      { check: 'scopes', state: 'fault' },
    ],
    [
      'a scope without which less works',
      () => fake.app.scopes.delete('im:message.group_msg'),
      { check: 'scopes', state: 'warn' },
    ],
    [
      'the scope for voices',
      () => fake.app.scopes.delete('speech_to_text:speech'),
      { check: 'scopes', state: 'warn', text: expect.objectContaining({ zh: expect.stringContaining('语音') }) },
    ],
    ['the message event', () => fake.app.events.delete('im.message.receive_v1'), { check: 'events', state: 'fault' }],
    ['another event', () => fake.app.events.delete('application.bot.menu_v6'), { check: 'events', state: 'warn' }],
    ['the card callback', () => fake.app.callbacks.clear(), { check: 'callbacks', state: 'fault' }],
    ['the other mode', () => (fake.app.subscription = 'websocket'), { check: 'subscription', state: 'fault' }],
    ['a disabled bot', () => (fake.app.activateStatus = 1), { check: 'bot', state: 'fault' }],
    ['a clock ten minutes off', () => (fake.app.clockAheadMs = 600_000), { check: 'clock', state: 'fault' }],
    ['a clock two minutes off', () => (fake.app.clockAheadMs = -120_000), { check: 'clock', state: 'warn' }],
    [
      'no right to look',
      () => fake.app.scopes.delete('application:application:self_manage'),
      { check: 'events', state: 'unseen' },
    ],
  ])('%s is found, with its mend', async (_name, spoil, expected) => {
    spoil();
    const found = bad(await seen());
    expect(found).toContainEqual(expect.objectContaining({ ...expected, mend: expect.anything() }));
    if (expected.check !== 'clock') expect(found.every(({ link }) => link?.startsWith(fake.url))).toBe(true);
  });

  it('of the credentials ends the look, for nothing else can be seen', async () => {
    const wrong = await seen(settingsOf({ LARK_APP_SECRET: 'wrong' }));
    expect(wrong).toMatchObject([
      { check: 'credentials', state: 'fault', link: `${fake.url}/app/${fake.appId}/baseinfo` },
    ]);
    const away = await seen(settingsOf({ LARK_DOMAIN: 'http://127.0.0.1:9' }));
    expect(away).toMatchObject([
      { check: 'credentials', state: 'fault', mend: { en: expect.stringContaining('LARK_DOMAIN') } },
    ]);
  });
});

describe('the way to the office', () => {
  const reach = (settings: Settings, url?: string) =>
    reachFinding(settings, consoleLinks(settings.LARK_DOMAIN, fake.appId), url);

  it('over a public address is walked with a challenge', async () => {
    const { serve } = await import('@hono/node-server');
    const { appId, encryptKey, verificationToken } = fake;
    const routes = feishuRoutes({
      ...{ settings: { appId, encryptKey, verificationToken }, clock: fake.clock, log: quiet },
      ...{ botOpenId: async () => fake.bot.openId, receive: async () => 'accepted' as const, press: async () => ({}) },
    });
    const server = serve({ fetch: routes.fetch, hostname: '127.0.0.1', port: 0 });
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as { port: number };
    const url = `http://127.0.0.1:${port}/webhook/event`;
    expect(await reach(settingsOf(), url)).toMatchObject({ state: 'ok' });
    expect(await reach(settingsOf({ LARK_ENCRYPT_KEY: 'another' }), url)).toMatchObject({ state: 'fault' });
    await new Promise((resolve) => server.close(resolve));
    expect(await reach(settingsOf(), url)).toMatchObject({ state: 'fault' });
    expect(await reach(settingsOf())).toMatchObject({ state: 'unseen' });
  });

  it('over the long connection is asked for and not taken', async () => {
    const settings = settingsOf({ LARK_MODE: 'websocket' });
    expect(await reach(settings)).toMatchObject({ state: 'ok' });
    expect(fake.socket.connections()).toBe(0);
    fake.socket.code = 403;
    expect(await reach(settings)).toMatchObject({
      state: 'fault',
      text: { en: expect.stringContaining('may not use') },
    });
  });
});

describe('this machine', () => {
  it('is looked at without making anything', () => {
    const findings = machineFindings(settingsOf({ DATA_DIR: join(folder, 'later') }));
    expect(findings.map(({ check, state }) => [check, state])).toEqual([
      ['versions', 'ok'],
      ['disk', expect.stringMatching(/ok|warn|fault/)],
      ['database', 'ok'],
    ]);
  });

  it('is told in one line a finding', () => {
    const finding: Finding = {
      check: 'scopes',
      state: 'fault',
      text: { zh: '缺', en: 'missing' },
      mend: { zh: '开通', en: 'grant' },
      link: 'https://x',
    };
    expect(findingLine(finding)).toBe('✗ scopes       缺 / missing → 开通 / grant https://x');
  });
});
