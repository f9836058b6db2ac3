/** The database as everybody sees it, and the small migrator that opens it, on Node and in a Durable Object alike. */
import { sql } from 'drizzle-orm';
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';
import type { RecordKind } from '../kinds/kind.ts';
import * as schema from './schema.ts';

/** Both drivers are synchronous: there is no `await` between reading and writing. */
export type Db = BaseSQLiteDatabase<'sync', unknown, typeof schema>;

/** Options every driver is opened with. */
export const drizzleOptions = { schema, casing: 'snake_case' } as const;

export interface Migration {
  /** The file's name without its ending; they are applied in the order of their names, each once. */
  readonly name: string;
  readonly sql: string;
}

/** Applies what is not yet applied, in one transaction; then makes the kinds' own indexes. */
export function migrate(db: Db, migrations: readonly Migration[], kinds: readonly RecordKind[]): void {
  db.run(sql`create table if not exists migrations (name text primary key, applied_at text default current_timestamp)`);
  const applied = new Set(db.all<{ name: string }>(sql`select name from migrations`).map((row) => row.name));
  const pending = [...migrations].sort((a, b) => (a.name < b.name ? -1 : 1)).filter((step) => !applied.has(step.name));
  db.transaction((tx) => {
    for (const step of pending) {
      for (const statement of step.sql.split('--> statement-breakpoint')) {
        if (statement.trim()) tx.run(sql.raw(statement));
      }
      tx.run(sql`insert into migrations (name) values (${step.name})`);
    }
    for (const field of indexedFields(kinds)) {
      // An index on an expression is used only if the path is a literal, so it cannot be a bound value.
      tx.run(
        sql.raw(
          `create index if not exists "records_field_${field}" on records (kind, json_extract(fields, '$.${field}'))`,
        ),
      );
    }
  });
}

function indexedFields(kinds: readonly RecordKind[]): string[] {
  const names = new Set<string>();
  for (const kind of kinds) {
    for (const [name, field] of Object.entries(kind.fields)) {
      if (field.indexed && /^[a-zA-Z]+$/.test(name)) names.add(name);
    }
  }
  return [...names].sort();
}
