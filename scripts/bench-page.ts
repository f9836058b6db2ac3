/**
 * The chat page by the clock: `npm run bench:page [-- --messages 40]`. From starting the server to the first receipt on
 * the screen, from Enter to the receipt on loopback, and what the browser loads.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { chromium, type Page } from 'playwright-core';
import { chromiumArgs, ensureChromium } from './chromium.mjs';

const { values } = parseArgs({ options: { messages: { type: 'string', default: '40' } } });
const root = join(import.meta.dirname, '..');
const pageFolder = join(root, 'dist', 'page');

/** Starts the built server as a user would. @returns it and its address once it listens */
function serve(data: string): Promise<{ server: ChildProcess; address: string }> {
  const env = { ...process.env, PORT: '0', DATA_DIR: data, LOG_LEVEL: 'silent' };
  const server = spawn(process.execPath, [join(root, 'dist', 'cli.js'), 'serve', '--json'], { env });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.stdout?.once('data', (line) => resolve({ server, address: JSON.parse(String(line)).address }));
    server.stderr?.once('data', (line) => reject(new Error(String(line))));
  });
}

/** Says something and measures in the page itself, from the key to the answer drawn. @returns milliseconds */
async function receiptMs(page: Page, text: string): Promise<number> {
  await page.locator('#line').fill(text);
  await page.evaluate(() => {
    const started = { at: 0 };
    addEventListener('keydown', () => (started.at = performance.now()), { once: true, capture: true });
    const before = document.querySelectorAll('.row.bot .card').length;
    const answered = new Promise<number>((resolve) => {
      const watch = new MutationObserver(() => {
        if (document.querySelectorAll('.row.bot .card').length === before) return;
        watch.disconnect();
        requestAnimationFrame(() => resolve(performance.now() - started.at));
      });
      watch.observe(document.querySelector('.log')!, { childList: true, subtree: true });
    });
    Object.assign(window, { answered });
  });
  await page.keyboard.press('Enter');
  return page.evaluate(() => (window as unknown as { answered: Promise<number> }).answered);
}

const share = (sorted: readonly number[], part: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
const kb = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
const row = (name: string, value: string) => console.log(`${name.padEnd(46)} ${value}`);

const executablePath = ensureChromium();
if (!executablePath) throw new Error('no Chromium: set CHROMIUM');
const data = mkdtempSync(join(tmpdir(), 'taizhang-bench-'));
const browser = await chromium.launch({ executablePath, args: chromiumArgs });
const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1100, height: 760 } });
await context.addInitScript(() => localStorage.setItem('taizhang.tour', 'seen'));
const page = await context.newPage();

const began = performance.now();
const { server, address } = await serve(data);
const listening = performance.now() - began;
await page.goto(address);
await receiptMs(page, '昨天督查农村教育 看了4个点 发现问题3个');
const first = performance.now() - began;

const times: number[] = [];
for (let n = 1; n <= Number(values.messages); n += 1)
  times.push(await receiptMs(page, `昨天督查环境整治 看了${n + 1}个点 发现问题${(n % 7) + 1}个`));
times.sort((a, b) => a - b);

row('server start to listening', `${Math.round(listening)} ms`);
row('server start to first receipt on the page', `${Math.round(first)} ms`);
row(`Enter to receipt, ${times.length} messages, median`, `${Math.round(share(times, 0.5))} ms`);
row(`Enter to receipt, ${times.length} messages, p95`, `${Math.round(share(times, 0.95))} ms`);
for (const name of readdirSync(pageFolder).filter((one) => !one.endsWith('.gz'))) {
  const body = readFileSync(join(pageFolder, name));
  row(
    `${name}${name.startsWith('chart') ? ' (with the first chart)' : ''}`,
    `${kb(gzipSync(body, { level: 9 }).length)} zipped`,
  );
}

await browser.close();
server.kill('SIGTERM');
await new Promise((resolve) => server.once('exit', resolve));
rmSync(data, { recursive: true, force: true });
