/** The guide names exactly the events the bot reads and the calls it makes, each with a test that exists. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { calls, eventTests } from '../../scripts/feishu-tables.ts';
import { readers } from '../../src/feishu/events.ts';

const root = join(import.meta.dirname, '..', '..');

/** The paths as they stand in the source, ids as `:id`, without what is asked of them. */
function pathsIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((item) => {
    if (item.isDirectory()) return pathsIn(join(folder, item.name));
    const text = readFileSync(join(root, folder, item.name), 'utf8');
    const written = [...text.matchAll(/['`}](\/(?:open-apis|callback)\/[^'`\s?]*)/g)].map((match) => match[1] ?? '');
    return written.map((path) => path.replace(/\$\{[^}]*\}/g, ':id').replace(/\/$/, ''));
  });
}

describe('the guide', () => {
  it('names every event that is read, and no other', () => {
    expect(Object.keys(eventTests).sort()).toEqual(Object.keys(readers).sort());
  });

  it('names every call that is made, and no other', () => {
    const named = [...new Set(calls.map(({ call }) => call.split(' ')[1] ?? ''))];
    // The version of an app is asked for below the app itself.
    const below = '/open-apis/application/v6/applications/:id/app_versions/:id';
    const made = [...new Set(['src/feishu', 'src/commands'].flatMap(pathsIn))];
    expect([...made, below].sort()).toEqual(named.sort());
  });

  it.each([...Object.values(eventTests), ...calls.map(({ tested }) => tested)])(
    'points to a test that exists: %s',
    (test) => {
      expect(existsSync(join(root, test))).toBe(true);
    },
  );
});
