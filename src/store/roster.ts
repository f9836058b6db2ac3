/** Whoever the messenger's directory has listed: names and sections, so that people are known before they speak and after they leave. */
import { and, eq, max } from 'drizzle-orm';
import type { Db } from './db.ts';
import { roster } from './schema.ts';

export type RosterRow = typeof roster.$inferSelect;

/** @returns who is new in it, and who was in it and is not any more; an empty list says nothing of anybody */
export function takeRoster(
  db: Db,
  listed: readonly { readonly id: string; readonly name?: string; readonly section?: string }[],
  at: string,
): { fresh: number; left: readonly RosterRow[] } {
  const before = db.select().from(roster).all();
  const known = new Map(before.map((row) => [row.id, row]));
  for (const { id, name, section } of listed) {
    const was = known.get(id);
    const row = { name: name ?? was?.name ?? id, section: section ?? was?.section ?? '', left: false, at };
    db.insert(roster)
      .values({ id, ...row })
      .onConflictDoUpdate({ target: roster.id, set: row })
      .run();
  }
  const ids = new Set(listed.map(({ id }) => id));
  const left = listed.length === 0 ? [] : before.filter((row) => !row.left && !ids.has(row.id));
  for (const { id } of left) db.update(roster).set({ left: true, at }).where(eq(roster.id, id)).run();
  return { fresh: listed.filter(({ id }) => !known.has(id)).length, left };
}

export function findInRoster(db: Db, id: string): RosterRow | undefined {
  return db.select().from(roster).where(eq(roster.id, id)).get();
}

/** Those of this name who are still there. */
export function rosterNamed(db: Db, name: string): RosterRow[] {
  return db
    .select()
    .from(roster)
    .where(and(eq(roster.name, name), eq(roster.left, false)))
    .all();
}

/** Whom nothing is sent to any more. */
export function leftIds(db: Db): ReadonlySet<string> {
  const rows = db.select({ id: roster.id }).from(roster).where(eq(roster.left, true)).all();
  return new Set(rows.map(({ id }) => id));
}

/** When the directory was last taken in (ISO instant). */
export function rosterAt(db: Db): string | null {
  return (
    db
      .select({ at: max(roster.at) })
      .from(roster)
      .get()?.at ?? null
  );
}
