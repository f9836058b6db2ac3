/** The page itself: languages, windows, narrow screens, keys, and what it says when the server is away. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startServer } from '../../src/node.ts';
import { readSettings } from '../../src/settings.ts';
import { quiet } from '../support/fixed.ts';
import { inBrowser } from './visit.ts';

const inspection = '昨天督查农村教育 看了4个点 发现问题3个';

inBrowser('the page', (visit) => {
  it('shows what is said in one window in the other, and marks what nobody looked at', async () => {
    const first = await visit();
    const second = await first.another();
    await second.page.locator('.player', { hasText: '王科长' }).click();
    await first.say(inspection);
    await second.page.locator('.ledger-line', { hasText: '督-2026-001' }).waitFor();
    await second.page.locator('.player-row', { hasText: '李梅' }).locator('.unread').waitFor();
    await second.page.locator('.chat', { hasText: '办公室群' }).click();
    await first.page.locator('.chat', { hasText: '办公室群' }).click();
    await first.say('今天派车11趟');
    await second.page.locator('.row.other', { hasText: '今天派车11趟' }).waitFor();
    await second.page.locator('.row.bot', { hasText: '勤-2026-001' }).waitFor();
  });

  it('speaks English as a whole, and changes back', async () => {
    const { page, say } = await visit({ lang: 'en' });
    const answer = await say('Yesterday we inspected rural education at 4 sites and found 3 problems');
    expect(answer).toContain('1 recorded');
    await page.locator('.ledger-line').click();
    await page.locator('.record').waitFor();
    await page.getByRole('button', { name: 'Help' }).click();
    await page.locator('dialog').waitFor();
    const own = await page.locator('body').evaluate((body) => {
      const copy = body.cloneNode(true) as HTMLElement;
      for (const one of copy.querySelectorAll('noscript, .disc, .brand-mark, .welcome-mark, [lang="zh-CN"], .bubble'))
        one.remove();
      return copy.textContent ?? '';
    });
    // The number is the record's own.
    expect(own.replaceAll('督-2026-001', '').match(/\p{Script=Han}+/gu)).toBeNull();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '中文' }).click();
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    await page.locator('.ledger h2', { hasText: '台账' }).waitFor();
    expect(await page.locator('.row.mine').innerText()).toContain('rural education');
  });

  it('leads a newcomer through three steps, once', async () => {
    const { page } = await visit({ tour: true });
    const tour = page.locator('.tour');
    await tour.waitFor();
    for (const word of ['身份', '一句话', '台账']) {
      expect(await tour.innerText()).toContain(word);
      await page.keyboard.press('Enter');
    }
    await tour.waitFor({ state: 'detached' });
    await page.reload();
    await page.locator('.log[aria-busy="false"]').waitFor();
    expect(await tour.count()).toBe(0);
  });

  it('never shows an empty chat that is not empty', async () => {
    const { page, say } = await visit();
    await say(inspection);
    await page.addInitScript(() => {
      const seen = new MutationObserver(() => {
        if (document.querySelector('.welcome')) document.documentElement.dataset.flashed = 'yes';
      });
      seen.observe(document, { childList: true, subtree: true });
    });
    await page.route('**/console/history**', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.continue();
    });
    await page.reload();
    await page.locator('.row.bot .card').waitFor();
    expect(await page.locator('html').getAttribute('data-flashed')).toBeNull();
  });

  it('moves nothing about while it loads', async () => {
    const { page, say } = await visit();
    await say(inspection);
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.reload();
    await page.locator('.ledger-line').waitFor();
    await page.locator('.row.bot .card').waitFor();
    const moved = await page.evaluate(() =>
      (window as unknown as { shifts: number[] }).shifts.reduce((a, b) => a + b, 0),
    );
    expect(moved).toBeLessThan(0.02);
  });

  it('fits a phone: nothing wider than the screen, people and ledger come over the chat', async () => {
    const { page, say } = await visit({ width: 360, height: 740, dark: true });
    await say(inspection);
    await say('今年各月督查次数');
    const wide = () => page.evaluate(() => document.scrollingElement!.scrollWidth - innerWidth);
    expect(await wide()).toBe(0);
    await page.getByRole('button', { name: '看台账' }).click();
    await page.locator('.ledger-line').click();
    await page.locator('.record .steps').waitFor();
    expect(await wide()).toBe(0);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '人员和会话' }).click();
    await page.locator('.player', { hasText: '陈主任' }).click();
    await page.locator('.head p', { hasText: '陈主任' }).waitFor();
    expect(await page.locator('main').evaluate((main) => (main as HTMLElement).inert)).toBe(false);
  });

  it('works by keys alone', async () => {
    const { page } = await visit();
    await page.keyboard.press('Tab');
    const line = page.locator('#line');
    await line.focus();
    await page.keyboard.type(inspection);
    await page.keyboard.press('Enter');
    await page.locator('.row.bot .card').waitFor();
    // From the line back into the messages, up to the own one, and reply to it.
    await page.locator('.log').focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('mine');
    await page.keyboard.press('r');
    await page.locator('.above-line .quote').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('.above-line .quote').count()).toBe(0);
    await page.keyboard.press('Alt+2');
    await page.locator('.head p', { hasText: '王科长' }).waitFor();
    await page.keyboard.press('Alt+0');
    await page.locator('.head h1', { hasText: '办公室群' }).waitFor();
    await page.keyboard.press('Alt+l');
    expect(await page.locator('.ledger').evaluate((ledger) => (ledger as HTMLElement).inert)).toBe(true);
    await page.keyboard.press('Alt+l');
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('find');
  });

  it('says that the server is away, keeps what was typed, and goes on when it is back', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'taizhang-away-'));
    const { page, server, say } = await visit({ settings: { DATA_DIR: folder } });
    await say(inspection);
    const port = new URL(server.address).port;
    await server.close();
    await page.locator('.offline').waitFor();
    await page.locator('#line').fill('今天派车11趟');
    await page.locator('#line').press('Enter');
    await page.locator('.row.failed .trouble').waitFor();
    const read = readSettings({ PORT: port, LOG_LEVEL: 'silent', DATA_DIR: folder });
    if ('faults' in read) throw new Error(read.faults.join());
    const again = await startServer(read.settings, quiet);
    try {
      await page.locator('.offline').waitFor({ state: 'hidden', timeout: 15_000 });
      await page.getByRole('button', { name: '重新发送' }).click();
      await page.locator('.row.bot', { hasText: '勤-2026-001' }).waitFor();
      expect(await page.locator('.row.mine').count()).toBe(2);
    } finally {
      await again.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('asks for the token, and lets nobody else be played', async () => {
    const { page, say } = await visit({ settings: { CONSOLE_TOKEN: '王科长:correct-horse' }, token: 'correct-horse' });
    expect(await page.locator('.player').count()).toBe(1);
    await page.locator('.head p', { hasText: '王科长' }).waitFor();
    expect(await say(inspection)).toContain('督-2026-001');
  });
});
