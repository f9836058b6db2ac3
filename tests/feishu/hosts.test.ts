/** Where Feishu is stands in one place, and everything a person is sent to or the bot calls follows LARK_DOMAIN. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { consoleLinks } from '../../src/commands/doctor/console-links.ts';
import { type LongConnection, openLongConnection } from '../../src/commands/serve/long-connection.ts';
import { readSettings } from '../../src/settings.ts';
import { createFakeFeishu, type FakeFeishu } from '../support/feishu/fake-feishu.ts';
import { quiet } from '../support/fixed.ts';

const home = 'src/feishu/base.ts';

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((one) =>
    one.isDirectory() ? filesBelow(join(folder, one.name)) : [join(folder, one.name)],
  );
}

it('no other file of the program names a host of Feishu or Lark', () => {
  const naming = filesBelow('src').filter((file) =>
    /\b(feishu\.cn|larksuite\.com|larkoffice\.com|feishucdn\.com|larkenterprise\.com)\b/.test(
      readFileSync(file, 'utf8'),
    ),
  );
  expect(naming).toEqual([home]);
});

describe('a private deployment', () => {
  it.each(['https://open.gov.example', 'https://open.gov.example/', 'https://open.gov.example/open-apis/'])(
    'given as %s: every page people are sent to lies there',
    (domain) => {
      const links = consoleLinks(domain, 'cli_1');
      const pages = [
        links.app,
        links.credentials,
        links.bot,
        links.events,
        links.versions,
        links.scopes(['im:message']),
      ];
      for (const page of pages) expect(page).toMatch(/^https:\/\/open\.gov\.example\/app\/cli_1/);
    },
  );

  let fake: FakeFeishu | undefined;
  let line: LongConnection | undefined;
  afterEach(async () => {
    line?.close();
    await fake?.close();
  });

  it.each(['', '/', '/open-apis/'])('its long connection opens, with "%s" at the end of the address', async (end) => {
    fake = await createFakeFeishu();
    fake.useSocket();
    const domain = `${fake.url}${end}`;
    expect(readSettings({ LARK_DOMAIN: domain })).toMatchObject({ settings: { LARK_DOMAIN: domain } });
    const { appId, appSecret, clock, bot } = fake;
    line = await openLongConnection({
      ...{ appId, appSecret, clock, domain, log: quiet },
      botOpenId: async () => bot.openId,
      office: { receive: async () => 'accepted', press: async () => ({}) },
    });
    while (!line.openSince()) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(line.openSince()).toEqual(clock.now());
  });
});
