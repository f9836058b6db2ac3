/** Who may import whom, and that nothing imports in a circle. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', 'src');

const may: Record<string, readonly string[]> = {
  'reply.ts': [],
  'settings.ts': [],
  'numbers.ts': ['numbers/'],
  'numbers/': [],
  'time/': ['numbers.ts'],
  'ports.ts': ['reply.ts', 'time/'],
  'kinds/': ['time/', 'reply.ts'],
  'store/': ['kinds/', 'time/', 'reply.ts'],
  'sample/': ['kinds/', 'store/', 'time/'],
  'writing/': ['kinds/', 'store/', 'time/', 'ports.ts', 'reply.ts'],
  'intents/': ['sample/', 'writing/', 'store/', 'kinds/', 'time/', 'reply.ts', 'ports.ts', 'numbers.ts'],
  'understand/': ['intents/', 'kinds/', 'time/', 'ports.ts', 'reply.ts', 'numbers.ts'],
  'flow/': ['understand/', 'intents/', 'files/', 'store/', 'kinds/', 'time/', 'reply.ts', 'ports.ts', 'settings.ts'],
  'card/': ['reply.ts'],
  'feishu/': ['card/', 'ports.ts', 'reply.ts'],
  'console/': ['card/', 'ports.ts', 'reply.ts'],
  'model/': ['ports.ts'],
  'files/': ['store/', 'writing/', 'kinds/', 'time/', 'ports.ts', 'reply.ts', 'numbers.ts'],
  'app.ts': ['flow/', 'ports.ts', 'settings.ts'],
};
/** The entries and the commands put everything together. */
const free = ['node.ts', 'node-office.ts', 'worker.ts', 'cli.ts', 'commands/'];

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((item) => {
    const path = join(folder, item.name);
    if (item.isDirectory()) return sources(path);
    return /\.tsx?$/.test(item.name) && !item.name.endsWith('.d.ts') ? [relative(root, path)] : [];
  });
}

const files = sources(root);
const roomOf = (file: string) => (file.includes('/') ? `${file.split('/')[0]}/` : file);

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
}

function ownImports(file: string): string[] {
  return importsOf(file)
    .filter((path) => path.startsWith('.'))
    .map((path) => relative(root, join(root, dirname(file), path)));
}

describe('imports', () => {
  it.each(files)('%s imports only what its room may', (file) => {
    const room = roomOf(file);
    if (free.includes(room)) return;
    const allowed = may[room];
    expect(allowed, `${room} has no rule`).toBeDefined();
    const wrong = ownImports(file).filter((path) => roomOf(path) !== room && !allowed?.includes(roomOf(path)));
    expect(wrong).toEqual([]);
  });

  it('has no circles', () => {
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' > '));
      else if (!done.has(file)) {
        for (const next of ownImports(file)) if (files.includes(next)) visit(next, [...path, file]);
        done.add(file);
      }
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });

  it.each(files)('%s keeps vendors and the platform in their rooms', (file) => {
    const room = roomOf(file);
    const vendors = importsOf(file).filter((path) => !path.startsWith('.'));
    const entry = free.includes(room);
    if (!entry && room !== 'store/') expect(vendors.filter((path) => path.startsWith('drizzle-orm'))).toEqual([]);
    if (!entry && !['app.ts', 'console/', 'feishu/'].includes(room))
      expect(vendors.filter((path) => path === 'hono' || path.startsWith('hono/'))).toEqual([]);
    if (!['node.ts', 'node-office.ts', 'cli.ts', 'commands/'].includes(room))
      expect(vendors.filter((path) => path.startsWith('node:') || path === 'better-sqlite3')).toEqual([]);
  });

  it.each(files)('%s leaves the environment and the wall clock to the entries', (file) => {
    if (free.includes(roomOf(file)) || file.startsWith('console/page/')) return;
    const text = readFileSync(join(root, file), 'utf8');
    expect(text).not.toMatch(/process\.env/);
    expect(text).not.toMatch(/new Date\(\)|Date\.now\(\)/);
  });
});
