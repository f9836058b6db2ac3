/** Asking on the page: figures, charts, long lists. */
import { expect, it } from 'vitest';
import { inBrowser } from './visit.ts';

inBrowser('asking', (visit) => {
  it('draws the chart of an answer, and loads what draws it only then', async () => {
    const { page, say, card } = await visit();
    const scripts: string[] = [];
    page.on('request', (request) => scripts.push(request.url()));
    await say('昨天督查农村教育');
    expect(scripts.filter((url) => url.includes('chart'))).toEqual([]);
    await say('今年1月6日督查养老院');
    await say('今年各月督查次数');
    const canvas = card().locator('.chart canvas');
    await canvas.waitFor();
    expect(scripts.filter((url) => url.includes('chart')).length).toBe(1);
    // Something was painted, and in the chart's own colour.
    await expect
      .poll(() =>
        canvas.evaluate((one: HTMLCanvasElement) => {
          const { data } = one.getContext('2d')!.getImageData(0, 0, one.width, one.height);
          let green = 0;
          for (let at = 0; at < data.length; at += 4)
            if (data[at + 1]! > data[at]! + 30 && data[at + 3]! > 200) green += 1;
          return green;
        }),
      )
      .toBeGreaterThan(50);
    expect(await card().locator('.chart-figures li').count()).toBeGreaterThan(9);
  });

  it('turns the pages of a long table without a jump', async () => {
    const { page, say, card } = await visit();
    await say('昨天督查农村教育');
    await say('今年1月6日督查养老院');
    await say('今年各月督查次数');
    const height = () =>
      card()
        .locator('table')
        .evaluate((table) => table.getBoundingClientRect().height);
    const before = await height();
    expect(await card().locator('.page-number').innerText()).toBe('1 / 2');
    await card().getByRole('button', { name: '下一页' }).click();
    expect(await card().locator('.page-number').innerText()).toBe('2 / 2');
    expect(await card().locator('td').first().innerText()).toContain('11月');
    expect(Math.abs((await height()) - before)).toBeLessThan(1);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    expect(await card().locator('.page-number').innerText()).toBe('1 / 2');
  });

  it('finds in the ledger by words and by kind', async () => {
    const { page, say } = await visit();
    await say('昨天督查农村教育');
    await say('37号提案 社区食堂 民政局主办 城管局会办');
    await expect.poll(() => page.locator('.ledger-line').count()).toBe(2);
    await page.locator('.ledger .find').fill('食堂');
    await expect.poll(() => page.locator('.ledger-line').count()).toBe(1);
    await page.locator('.ledger .find').fill('');
    await page.locator('.chip', { hasText: '督查' }).click();
    await expect.poll(() => page.locator('.ledger-line').allInnerTexts()).toHaveLength(1);
    expect(await page.locator('.ledger-line').innerText()).toContain('督-2026-001');
    await page.locator('.ledger-line').click();
    await page.locator('.record').getByRole('button', { name: '说说这条' }).click();
    expect(await page.locator('#line').inputValue()).toBe('督-2026-001 ');
  });

  it('offers sentences of the kinds, while typing and in the list', async () => {
    const { page } = await visit();
    await page.locator('#line').fill('派车');
    await page.locator('.offer').first().click();
    expect(await page.locator('#line').inputValue()).toContain('派车');
    await page.getByRole('button', { name: '示例', exact: true }).click();
    await page.locator('dialog .find').fill('复议');
    const said = page.locator('dialog .say').first();
    const text = await said.innerText();
    await said.click();
    await expect.poll(() => page.locator('#line').inputValue()).toBe(text);
  });
});
