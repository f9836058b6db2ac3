/** Nobody is kept out: axe finds no serious fault, light and dark, in both languages, wide and narrow. */
import axe from 'axe-core';
import { expect, it } from 'vitest';
import { inBrowser, type Look, type Visit } from './visit.ts';

const looks: readonly (readonly [string, Look])[] = [
  ['Chinese, light, wide', {}],
  ['Chinese, dark, a phone', { dark: true, width: 360, height: 740 }],
  ['English, dark, wide', { lang: 'en', dark: true }],
  ['English, light, a phone', { lang: 'en', width: 360, height: 740 }],
];

const said = {
  zh: [
    '今年1月6日督查养老院',
    '昨天督查农村教育 看了4个点 发现问题3个',
    '37号提案 社区食堂 民政局主办',
    '今年各月督查次数',
  ],
  en: [
    'Inspected care homes on 6 January',
    'Yesterday we inspected rural education at 4 sites',
    'inspections by month this year',
  ],
};

inBrowser('reach', (visit) => {
  it.each(looks)('%s', async (_name, look) => {
    const seen = await visit({ ...look, tour: true });
    const { page, say } = seen;
    const en = look.lang === 'en';
    await page.locator('.tour').waitFor();
    expect(await faults(seen)).toEqual([]);
    await page.keyboard.press('Escape');
    for (const text of said[look.lang ?? 'zh']) await say(text);
    await page.locator('.chart canvas').waitFor();
    const edit = page
      .locator('.card')
      .getByRole('button', { name: en ? 'Edit' : '改', exact: true })
      .last();
    await edit.click();
    await page.locator('form.form').waitFor();
    expect(await faults(seen)).toEqual([]);
    if (look.width) await page.keyboard.press('Alt+l');
    await page.locator('.ledger-line').first().click();
    await page.locator('.record').waitFor();
    expect(await faults(seen)).toEqual([]);
    if (look.width) {
      await page.keyboard.press('Escape');
      await page.locator('.menu-button').click();
      expect(await faults(seen)).toEqual([]);
      await page.keyboard.press('Escape');
    }
    await page.getByRole('button', { name: en ? 'Help' : '帮助', exact: true }).click();
    expect(await faults(seen)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: en ? 'Examples' : '示例', exact: true }).click();
    expect(await faults(seen)).toEqual([]);
  });
});

/** Serious and critical findings, each with where it is. */
async function faults({ page }: Visit): Promise<string[]> {
  // The page's policy lets no foreign script in; the test speaks from outside of it.
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: tester } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await tester.run(document, { resultTypes: ['violations'] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.html.slice(0, 120)} ${node.failureSummary ?? ''}`),
      );
  });
}
