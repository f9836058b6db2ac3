/** Writes the accuracy tables of both READMEs between their marker comments, so that no figure in them is typed by hand. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Row } from './eval-row.ts';

const heads = {
  own: { en: 'own cases, by `npm run eval`', zh: '自带用例，`npm run eval`' },
  sets: {
    en: 'case sets with their scorers, by `npm run eval -- --cases DIR`',
    zh: '带评分脚本的用例，`npm run eval -- --cases DIR`',
  },
} as const;

/** @param name which of the tables the rows are for */
export function writeTables(name: keyof typeof heads, rows: readonly Row[]): void {
  for (const [file, lang] of [
    ['README.md', 'en'],
    ['README.zh-CN.md', 'zh'],
  ] as const) {
    const counted = (cases: number) => cases.toLocaleString('en-US');
    const table = [
      `| ${heads[name][lang]} | ${lang === 'zh' ? '条数' : 'cases'} | |`,
      '| --- | --- | --- |',
      ...rows.map((row) => `| ${row.what[lang]} | ${counted(row.cases)} | ${row.figures[lang]} |`),
    ].join('\n');
    const text = readFileSync(file, 'utf8');
    const mark = new RegExp(`<!-- accuracy:${name} -->[\\s\\S]*?<!-- /accuracy:${name} -->`);
    if (!mark.test(text)) throw new Error(`${file} has no place for the table "${name}"`);
    writeFileSync(
      file,
      text.replace(mark, () => `<!-- accuracy:${name} -->\n${table}\n<!-- /accuracy:${name} -->`),
    );
  }
}
