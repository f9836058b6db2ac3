/** Opens an office's database file on Node, with the migrations and prompts that lie beside the build. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { PracticeLedger } from './flow/practice.ts';
import { kinds } from './kinds/all.ts';
import { type Db, drizzleOptions, type Migration, migrate } from './store/db.ts';

export interface OpenedDb {
  readonly db: Db;
  close(): void;
}

/** @param file a path, or `:memory:` */
export function openDb(file: string): OpenedDb {
  const sqlite = new Database(file);
  sqlite.pragma('journal_mode = WAL');
  // A record said to be kept must survive the power cut of the next second.
  sqlite.pragma('synchronous = FULL');
  sqlite.pragma('busy_timeout = 5000');
  const db = drizzle(sqlite, drizzleOptions) as unknown as Db;
  migrate(db, readMigrations(), kinds);
  keepStatements(sqlite);
  return { db, close: () => sqlite.close() };
}

/** More texts than these are accidents (lists of many lengths); beginning anew costs little. */
const mostKept = 500;

/**
 * From now on the database prepares each statement once: the same few hundred come again with every message. Every asker
 * gets it as if it were new, with rows as objects.
 */
export function keepStatements(sqlite: Database.Database): void {
  const kept = new Map<string, Database.Statement>();
  const prepare = sqlite.prepare.bind(sqlite);
  const again = (source: string): Database.Statement => {
    const known = kept.get(source);
    if (known && !known.busy) return known.reader ? known.raw(false) : known;
    const statement = prepare(source);
    if (kept.size >= mostKept) kept.clear();
    kept.set(source, statement);
    return statement;
  };
  sqlite.prepare = again as typeof sqlite.prepare;
}

/** The practice ledger lies in a file of its own, made when somebody first practises. */
export function practiceLedger(file: string): PracticeLedger & { close(): void } {
  let opened: OpenedDb | undefined;
  return {
    open() {
      opened ??= openDb(file);
      return opened.db;
    },
    used: () => opened !== undefined || existsSync(file),
    close: () => opened?.close(),
  };
}

export function readMigrations(): Migration[] {
  const folder = join(packageRoot(), 'migrations');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => ({ name: name.replace(/\.sql$/, ''), sql: readFileSync(join(folder, name), 'utf8') }));
}

/** The prompts by their names without the ending. */
export function readPrompts(): Record<string, string> {
  const folder = join(packageRoot(), 'prompts');
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder).filter((name) => name.endsWith('.md'));
  return Object.fromEntries(files.map((name) => [name.replace(/\.md$/, ''), readFileSync(join(folder, name), 'utf8')]));
}

/** The folder with package.json: the build lies one below it, the sources too. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'migrations')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}
