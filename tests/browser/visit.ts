/** What browser tests share: a server with a standing clock, a page on it, and what one does there. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, inject } from 'vitest';
import { type Server, startServer } from '../../src/node.ts';
import { readSettings } from '../../src/settings.ts';
import { at, quiet } from '../support/fixed.ts';

export interface Visit {
  readonly page: Page;
  readonly server: Server;
  /** Says something as whoever is chosen, and waits for the answer. @returns the text of the card that answers */
  say(text: string): Promise<string>;
  /** The latest card. */
  card(): Locator;
  /** Another window on the same server. */
  another(look?: Look): Promise<Visit>;
}

export interface Look {
  readonly lang?: 'zh' | 'en';
  readonly dark?: boolean;
  readonly width?: number;
  readonly height?: number;
  /** The tour is seen already unless a test wants it. */
  readonly tour?: boolean;
  /** What is typed when the page asks for the token; before it a wrong one is tried. */
  readonly token?: string;
  /** Settings of the server. */
  readonly settings?: Readonly<Record<string, string>>;
}

const clock = { now: () => at('2026-11-20 10:00') };

/** Skipped where there is no browser; each test gets a server of its own. */
export function inBrowser(name: string, tests: (visit: (look?: Look) => Promise<Visit>) => void): void {
  describe.skipIf(inject('chromium') === '')(name, () => {
    let browser: Browser;
    const ends: (() => unknown)[] = [];
    beforeAll(async () => {
      browser = await chromium.connect(inject('chromium'));
    });
    afterEach(async () => {
      for (const end of ends.splice(0).reverse()) await end();
    });
    afterAll(() => browser?.close());
    tests(async (look = {}) => {
      const folder = mkdtempSync(join(tmpdir(), 'taizhang-page-'));
      const server = await serverIn(folder, look.settings ?? {});
      ends.push(async () => {
        await server.close();
        rmSync(folder, { recursive: true, force: true });
      });
      return open({ browser, server, ends }, look);
    });
  });
}

export async function serverIn(folder: string, more: Readonly<Record<string, string>>): Promise<Server> {
  const read = readSettings({ PORT: '0', LOG_LEVEL: 'silent', DATA_DIR: folder, ...more });
  if ('faults' in read) throw new Error(read.faults.join('\n'));
  return startServer(read.settings, quiet, clock);
}

interface House {
  readonly browser: Browser;
  readonly server: Server;
  readonly ends: (() => unknown)[];
}

async function open(house: House, look: Look): Promise<Visit> {
  const { browser, server, ends } = house;
  const options: BrowserContextOptions = {
    locale: look.lang === 'en' ? 'en-GB' : 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: look.dark ? 'dark' : 'light',
    viewport: { width: look.width ?? 1100, height: look.height ?? 760 },
    reducedMotion: 'reduce',
  };
  const context = await browser.newContext(options);
  const faults: string[] = [];
  ends.push(async () => {
    await context.close();
    if (faults.length > 0) throw new Error(`the page complains:\n${faults.join('\n')}`);
  });
  if (!look.tour) await context.addInitScript(() => localStorage.setItem('taizhang.tour', 'seen'));
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.on('pageerror', (error) => faults.push(error.stack ?? String(error)));
  // A server that is stopped on purpose makes the network complain; the policy of the page must never.
  page.on(
    'console',
    (message) => /Content Security Policy|violates/i.test(message.text()) && faults.push(message.text()),
  );
  await page.goto(server.address);
  if (look.token) await enter(page, look.token);
  await page.locator('.log[aria-busy="false"]').waitFor();
  const visit: Visit = {
    page,
    server,
    card: () => page.locator('.row.bot .card').last(),
    async say(text) {
      const before = await page.locator('.row.bot .card').count();
      await page.locator('#line').fill(text);
      await page.locator('#line').press('Enter');
      await page.locator('.row.bot .card').nth(before).waitFor();
      return visit.card().innerText();
    },
    another: (more = {}) => open(house, { ...look, ...more }),
  };
  return visit;
}

async function enter(page: Page, token: string): Promise<void> {
  const dialog = page.locator('dialog');
  for (const tried of ['guess', token]) {
    await dialog.locator('input').fill(tried);
    await dialog.locator('button').click();
    if (tried !== token) await dialog.locator('.fault', { hasText: /./ }).waitFor();
  }
  await dialog.waitFor({ state: 'detached' });
}
