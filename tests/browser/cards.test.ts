/** Whatever card the card room makes, the page draws: no element unknown, no word lost. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { shapes } from '../../src/card/card-shapes.ts';
import { feishuCards } from '../../src/card/feishu-card.ts';
import type { Block, Reply } from '../../src/reply.ts';
import { inBrowser } from './visit.ts';

const press = { do: 'help' };

/** One block of every type there is: a new type does not compile before it stands here. */
const blocks: { readonly [Type in Block['type']]: Extract<Block, { type: Type }> } = {
  text: { type: 'text', text: '一共 **12** 件 <at id=all></at> # 不是标题' },
  note: { type: 'note', text: '口径:至今\n已办结的占比' },
  fields: {
    type: 'fields',
    items: [
      { label: '日期', value: '11月19日' },
      { label: '层级', value: '区级', assumed: true },
    ],
  },
  table: {
    type: 'table',
    columns: [
      { key: 'name', label: '单位' },
      { key: 'n', label: '件数', numeric: true },
    ],
    rows: [{ name: '民政局', n: '12件' }],
  },
  chart: { type: 'chart', shape: 'bar', points: [{ x: '三月', y: 7, series: '督查' }] },
  buttons: {
    type: 'buttons',
    buttons: [
      { label: '改', intent: press },
      { label: '撤销', intent: press, style: 'danger', confirm: '真的撤销吗' },
    ],
  },
  form: {
    type: 'form',
    name: 'edit',
    inputs: [
      { name: 'title', label: '标题', type: 'text', value: '社区食堂', required: true },
      { name: 'on', label: '哪天', type: 'day', value: '2026-11-19' },
      { name: 'n', label: '数目', type: 'number', value: '3' },
      { name: 'level', label: '等级', type: 'choice', value: 'b', choices: [choice('a', '市级'), choice('b', '区级')] },
    ],
    submit: { label: '保存', intent: press },
  },
  fold: { type: 'fold', title: '经过（2 步）', blocks: [{ type: 'text', text: '1. 登记' }] },
  line: { type: 'line' },
};

function choice(value: string, label: string) {
  return { value, label };
}

const reply: Reply = { lang: 'zh', tone: 'good', title: '已记 1 条', blocks: Object.values(blocks) };

/** The page's drawing, as a script of its own. */
async function drawing(): Promise<string> {
  const card = join(import.meta.dirname, '../../src/console/page/card/card.ts');
  const words = join(import.meta.dirname, '../../src/console/page/words/words.ts');
  const built = await build({
    stdin: {
      contents: `export * from '${card}'; export { words } from '${words}';`,
      resolveDir: import.meta.dirname,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'drawing',
    // The library that draws charts is not what is looked at here.
    external: ['*/chart-drawing.ts'],
    logLevel: 'silent',
  });
  return built.outputFiles[0]!.text;
}

/** Every text a card has for people; the confirmation is asked by a dialog of its own. */
function textsOf(part: unknown, key = ''): string[] {
  if (Array.isArray(part)) return part.flatMap((one) => textsOf(one, key));
  if (typeof part === 'string')
    return ['content', 'display_name', 'default_value', 'initial_date'].includes(key) ? [part] : [];
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part)
    .filter(([name]) => !['config', 'confirm', 'placeholder'].includes(name))
    .flatMap(([name, value]) => textsOf(value, name));
}

/** The words of a text without its mark-up. */
function wordsOf(content: string): string[] {
  return content
    .replace(/<[^>]*>|\*\*/g, ' ')
    .replace(/&#(\d+);/g, (_all, code) => String.fromCodePoint(Number(code)))
    .replace(/&nbsp;/g, ' ')
    .split(/\s+/)
    .filter(Boolean);
}

inBrowser('the bot’s cards', (visit) => {
  it('are drawn whole, whatever is on them', async () => {
    const { page } = await visit();
    await page.evaluate(await drawing());
    const cards = feishuCards(reply);
    const seen = await page.evaluate((list) => {
      const { cardOf, words } = (window as never as { drawing: unknown }).drawing as {
        cardOf(card: object, needs: object): HTMLElement;
        words: { zh: { unknownElement: string } };
      };
      const pressed: unknown[] = [];
      const needs = {
        words: words.zh,
        lang: 'zh',
        press: (one: { intent: unknown }) => pressed.push(one.intent),
        ask: async () => true,
      };
      const drawn = list.map((card) => cardOf(card, needs));
      document.body.replaceChildren(...drawn);
      for (const panel of document.querySelectorAll('details')) panel.open = true;
      const values = [...document.querySelectorAll('input, textarea, select')].map(
        (one) => (one as HTMLInputElement).value,
      );
      const unknown = document.body.textContent!.includes(words.zh.unknownElement);
      return { text: `${document.body.textContent} ${values.join(' ')}`, values, unknown };
    }, cards);
    expect(seen.unknown).toBe(false);
    expect(seen.values).toEqual(['社区食堂', '2026-11-19', '3', 'b']);
    const lost = textsOf(cards)
      .flatMap(wordsOf)
      .filter((word) => !seen.text.includes(word));
    expect(lost).toEqual([]);
    expect(seen.text).toContain('三月 7');
  });

  it('can be drawn in every element the card room knows', async () => {
    const { page } = await visit();
    await page.evaluate(await drawing());
    const drawn = await page.evaluate(() =>
      Object.keys((window as never as { drawing: { elements: object } }).drawing.elements),
    );
    const known = Object.keys(shapes).flatMap((name) => (name.startsWith('tag:') ? [name.slice(4)] : []));
    expect(known.filter((tag) => !drawn.includes(tag))).toEqual([]);
  });

  it('show nothing of a tag that is text, and link only to the web', async () => {
    const { page } = await visit();
    await page.evaluate(await drawing());
    const html = await page.evaluate(() => {
      const { cardOf, words } = (window as never as { drawing: unknown }).drawing as {
        cardOf(card: object, needs: object): HTMLElement;
        words: { zh: object };
      };
      const content =
        '<img src=x onerror=alert(1)> [坏](javascript:alert(1)) [好](https://example.com) <at id=all></at>\n- 一\n- 二';
      const card = { body: { elements: [{ tag: 'markdown', content }] } };
      return cardOf(card, { words: words.zh, lang: 'zh', press() {}, ask: async () => true }).innerHTML;
    });
    expect(html).toContain('&lt;img');
    expect(html).not.toContain('javascript:');
    expect(html).toContain('href="https://example.com"');
    expect(html).toContain('@所有人');
    expect(html.match(/<li>/g)).toHaveLength(2);
  });
});

it('come to the page in little: what is needed for the first look is below 150 KB zipped', async () => {
  const { readdirSync } = await import('node:fs');
  const folder = join(import.meta.dirname, '../../dist/page');
  const first = readdirSync(folder).filter((name) => name.endsWith('.gz') && !name.startsWith('chart-drawing'));
  const bytes = first.map((name) => readFileSync(join(folder, name)).length).reduce((a, b) => a + b, 0);
  expect(first.length).toBeGreaterThan(3);
  expect(bytes).toBeLessThan(150 * 1024);
});
