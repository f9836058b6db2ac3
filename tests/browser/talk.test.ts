/** Talking on the page: tell, correct, take back, ask, as a newcomer would. */
import { expect, it } from 'vitest';
import { inBrowser } from './visit.ts';

const inspection = '昨天督查农村教育 看了4个点 发现问题3个';

inBrowser('talking', (visit) => {
  it('records a sentence; the receipt and the ledger show the same line', async () => {
    const { page, say } = await visit();
    expect(await say(inspection)).toContain('督-2026-001');
    await page.locator('.ledger-line', { hasText: '督-2026-001' }).waitFor();
    expect(await page.locator('.ledger-count').innerText()).toContain('1');
  });

  it('records several things of one message', async () => {
    const { page, say, card } = await visit();
    await say('昨天督查农村教育 看了4个点；今天派车11趟');
    expect(await card().innerText()).toMatch(/督-2026-001[\s\S]*勤-2026-001/);
    await page.locator('.ledger-line').nth(1).waitFor();
  });

  it('corrects by the button and its form', async () => {
    const { page, say, card } = await visit();
    await say(inspection);
    await card().getByRole('button', { name: '改', exact: true }).click();
    const form = page.locator('form.form');
    await form.getByLabel('发现问题').fill('5');
    await form.getByRole('button').click();
    await page.locator('.card', { hasText: '发现问题 5' }).waitFor();
    await page.locator('.ledger-line').click();
    await page.locator('.record .details', { hasText: '5个' }).waitFor();
    expect(await page.locator('.record .step').count()).toBe(2);
  });

  it('corrects by a reply to the card', async () => {
    const { page, say } = await visit();
    await say(inspection);
    await say('今天派车11趟');
    const first = page.locator('.row.bot', { hasText: '督-2026-001' });
    await first.hover();
    await first.getByRole('button', { name: '回复' }).click();
    expect(await page.locator('.above-line').innerText()).toContain('台账助手');
    expect(await say('不是3个 是5个')).toMatch(/督-2026-001[\s\S]*5/);
    expect(await page.locator('.row.mine .quote').innerText()).toContain('台账助手');
  });

  it('corrects by a sentence, undoes and redoes', async () => {
    const { page, say } = await visit();
    await say(inspection);
    expect(await say('不是3个 是5个')).toContain('5');
    await say('撤销');
    await page.locator('.ledger-line').click();
    await page.locator('.record .details', { hasText: '3个' }).waitFor();
    await say('恢复');
    await page.locator('.record .details', { hasText: '5个' }).waitFor();
  });

  it('undoes by the button: the card is redrawn in place and keeps the focus', async () => {
    const { page, say, card } = await visit();
    await say(inspection);
    const cards = await page.locator('.card').count();
    await card().getByRole('button', { name: '撤销', exact: true }).press('Enter');
    await page.locator('.ledger-body.empty').waitFor();
    expect(await page.locator('.card').count()).toBe(cards);
    expect(await page.locator('.toast').innerText()).toContain('撤销');
  });

  it('recalls a message: its words and its record go', async () => {
    const { page, say } = await visit();
    await say(inspection);
    const mine = page.locator('.row.mine');
    await mine.hover();
    await mine.getByRole('button', { name: '撤回' }).click();
    await mine.locator('.recalled').waitFor();
    await page.locator('.card', { hasText: '已撤回' }).waitFor();
    await page.locator('.ledger-body.empty').waitFor();
    expect(await page.locator('.log').innerText()).not.toContain('看了4个点');
  });

  it('edits the last message from the empty line', async () => {
    const { page, say } = await visit();
    await say(inspection);
    await page.locator('#line').press('ArrowUp');
    expect(await page.locator('#line').inputValue()).toBe(inspection);
    await page.locator('#line').fill(inspection.replace('3个', '5个'));
    await page.locator('#line').press('Enter');
    await page.locator('.card', { hasText: '发现问题：5个' }).waitFor();
    await expect.poll(() => page.locator('.ledger-line').count()).toBe(1);
  });

  it('takes a file: looked through, asked about, taken in', async () => {
    const { page } = await visit();
    const lines = [
      '{"kind":"inspection","on":"2026-03-04","fields":{"topic":"农村教育"}}',
      '{"kind":"inspection","on":"2026-03-05","fields":{"topic":"环境整治"}}',
    ];
    const file = { name: '三月.jsonl', mimeType: 'application/json', buffer: Buffer.from(lines.join('\n')) };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.locator('.row.mine', { hasText: '三月.jsonl' }).waitFor();
    await page.locator('.card').getByRole('button', { name: /导入/ }).first().click();
    await expect.poll(() => page.locator('.ledger-line').count()).toBe(2);
  });

  it('refuses a stranger kindly, on the chat and beside it', async () => {
    const { page, say } = await visit();
    await say(inspection);
    await page.locator('.player', { hasText: '来访者' }).click();
    await page.locator('.ledger-body', { hasText: '看不到台账' }).waitFor();
    await page.locator('.welcome', { hasText: '看不到台账' }).waitFor();
    expect(await say('今年督查几次')).not.toContain('1次');
  });
});
