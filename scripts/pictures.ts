/** Plays a short story on the chat page and takes the pictures the documents show (docs/pictures). */
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { startServer } from '../src/node.ts';
import type { Log } from '../src/ports.ts';
import { readSettings } from '../src/settings.ts';
import { chromiumArgs, ensureChromium } from './chromium.mjs';

interface Picture {
  readonly name: string;
  readonly lang: 'zh' | 'en';
  readonly dark: boolean;
  readonly size: readonly [width: number, height: number];
  readonly story: readonly (readonly [who: string, text: string])[];
}

const zh: Picture['story'] = [
  ['王科长', '37号提案 社区食堂 民政局主办 城管局会办'],
  ['李梅', '昨天督查农村教育 看了4个点 发现问题3个'],
  ['李梅', '不是3个 是5个'],
];
const en: Picture['story'] = [
  ['王科长', 'CPPCC proposal no. 37 on community canteens was assigned to 民政局 today'],
  ['李梅', 'Yesterday we inspected rural education at 4 sites and found 3 problems'],
  ['李梅', '5 problems, not 3'],
];
const asked: Picture['story'] = [
  ['李梅', '1月督查3次 2月督查2次 3月督查5次'],
  ['李梅', '今年上半年各月督查次数'],
];

const pictures: readonly Picture[] = [
  { name: 'chat-zh', lang: 'zh', dark: false, size: [1180, 780], story: zh },
  { name: 'chat-en', lang: 'en', dark: false, size: [1180, 780], story: en },
  { name: 'chat-dark', lang: 'zh', dark: true, size: [1180, 780], story: [...zh.slice(0, 1), ...asked] },
  { name: 'chat-phone', lang: 'zh', dark: false, size: [390, 780], story: zh.slice(1) },
];

const mostBytes = 200 * 1024;
const folder = join(import.meta.dirname, '..', 'docs', 'pictures');
const quiet: Log = { info() {}, warn() {}, error() {} };
/** The Friday of all example sentences. */
const clock = { now: () => new Date('2026-11-20T10:00:00+08:00') };

async function take(browser: Browser, picture: Picture): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'taizhang-pictures-'));
  const read = readSettings({ PORT: '0', LOG_LEVEL: 'silent', DATA_DIR: data });
  if ('faults' in read) throw new Error(read.faults.join('\n'));
  const server = await startServer(read.settings, quiet, clock);
  const [width, height] = picture.size;
  const context = await browser.newContext({
    locale: picture.lang === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    colorScheme: picture.dark ? 'dark' : 'light',
    viewport: { width, height },
    reducedMotion: 'reduce',
  });
  await context.addInitScript(() => localStorage.setItem('taizhang.tour', 'seen'));
  const page = await context.newPage();
  await page.clock.setFixedTime(clock.now());
  await page.goto(server.address);
  await play(page, picture.story);
  const path = join(folder, `${picture.name}.png`);
  await page.screenshot({ path });
  await context.close();
  await server.close();
  rmSync(data, { recursive: true, force: true });
  const { size } = statSync(path);
  console.log(`${picture.name}.png ${Math.round(size / 1024)} KB`);
  if (size > mostBytes) throw new Error(`${picture.name}.png is larger than ${mostBytes / 1024} KB`);
}

async function play(page: Page, story: Picture['story']): Promise<void> {
  for (const [who, text] of story) {
    await page.locator('.log[aria-busy="false"]').waitFor();
    // On a phone people are behind a button; there the first of them tells everything.
    const person = page.locator('.player-row', { has: page.locator(`[data-key="player ${who}"]`) });
    if (await person.isVisible()) await person.locator('.player').click();
    await page.locator('.log[aria-busy="false"]').waitFor();
    const before = await page.locator('.row.bot .card').count();
    await page.locator('#line').fill(text);
    await page.locator('#line').press('Enter');
    await page.locator('.row.bot .card').nth(before).waitFor();
  }
  if (await page.locator('.chart').count()) await page.locator('.chart canvas').waitFor();
  // A chart is painted a moment after its place is there.
  await page.waitForTimeout(600);
}

const executablePath = ensureChromium();
if (!executablePath) throw new Error('no Chromium: set CHROMIUM');
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath, args: chromiumArgs });
for (const picture of pictures) await take(browser, picture);
await browser.close();
