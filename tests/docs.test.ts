/** The documents tell the same story as the code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { conversation } from '../scripts/conversation.ts';
import { commands } from '../src/commands/all.ts';
import { kinds } from '../src/kinds/all.ts';
import { settingsTable } from '../src/settings.ts';

const root = join(import.meta.dirname, '..');
const read = (name: string) => readFileSync(join(root, name), 'utf8');
const readme = read('README.md');
const chinese = read('README.zh-CN.md');

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
