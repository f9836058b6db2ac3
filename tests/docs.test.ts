/** The documents tell the same story as the code. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { conversation } from '../scripts/conversation.ts';
import { docTables, filled } from '../scripts/doc-tables.ts';
import { commands } from '../src/commands/all.ts';
import { kinds } from '../src/kinds/all.ts';
import { settingsTable } from '../src/settings.ts';
import { officeSettings } from '../src/store/office-settings.ts';

const root = join(import.meta.dirname, '..');
const read = (name: string) => readFileSync(join(root, name), 'utf8');
const readme = read('README.md');
const chinese = read('README.zh-CN.md');

describe('documents', () => {
  it.each(docTables)(
    '$file has the table $marker as the code declares it (npm run docs)',
    ({ file, marker, table }) => {
      expect(read(file)).toBe(filled(read(file), marker, table()));
    },
  );

  const documents = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'));
  it.each(documents)('%s links only to files that exist', (name) => {
    for (const match of read(`docs/${name}`).matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g))
      expect(existsSync(join(root, 'docs', match[1] ?? '')), match[1]).toBe(true);
  });

  it('keeps every office setting in the list', () => {
    const named = sources(join(root, 'src')).flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/(?:read|save)Setting(?:<[^(]*>)?\(\s*\w+,\s*'(\w+)'/g)].map(
        (match) => match[1] ?? '',
      ),
    );
    expect(named.length).toBeGreaterThan(3);
    expect([...new Set(named)].filter((name) => !(name in officeSettings))).toEqual([]);
  });
});

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((item) => item.isFile() && item.name.endsWith('.ts'))
    .map((item) => join(item.parentPath, item.name));
}

describe('README', () => {
  it.each(settingsTable)('has the setting $name with its default and meaning', ({ name, standard, meaning }) => {
    expect(readme).toContain(`| \`${name}\` | ${standard} | ${meaning} |`);
    expect(chinese).toContain(`| \`${name}\` | `);
  });

  it('names no setting that does not exist', () => {
    const known = new Set(settingsTable.map((setting) => setting.name));
    const named = [...`${readme}\n${chinese}`.matchAll(/^\| `([A-Z_]+)` \|/gm)].map((match) => match[1] ?? '');
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  it.each(Object.keys(commands))('has the command %s in both languages', (name) => {
    expect(readme).toMatch(new RegExp(`\`${name}[ \`]`));
    expect(chinese).toMatch(new RegExp(`\`${name}[ \`]`));
  });

  it('links only to files that exist', () => {
    for (const text of [readme, chinese]) {
      for (const match of text.matchAll(/\]\((?!https?:)([^)#]+)\)/g))
        expect(() => readFileSync(join(root, match[1] ?? '')), match[1]).not.toThrow(/ENOENT/);
    }
  });

  it('shows a conversation that the bot really has (npm run docs)', async () => {
    const talk = await conversation();
    expect(readme).toContain(talk);
    expect(chinese).toContain(talk);
  });

  it('counts the kinds right in the changelog', () => {
    expect(read('CHANGELOG.md')).toContain(`${kinds.length} kinds`);
  });
});
