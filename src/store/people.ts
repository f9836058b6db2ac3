/** People, units and settings of the office. */
import { eq } from 'drizzle-orm';
import type { Lang } from '../reply.ts';
import type { Db } from './db.ts';
import { people, settings, units } from './schema.ts';

export type Role = 'clerk' | 'head' | 'director' | 'leader' | 'admin' | 'none';
export const roles: readonly Role[] = ['clerk', 'head', 'director', 'leader', 'admin', 'none'];

export function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text);
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly section: string;
  readonly lang: Lang;
  readonly address: string | null;
}

export function findPerson(db: Db, idOrName: string): Person | undefined {
  const byId = db.select().from(people).where(eq(people.id, idOrName)).get();
  return byId ?? db.select().from(people).where(eq(people.name, idOrName)).get();
}

export function listPeople(db: Db): Person[] {
  return db.select().from(people).orderBy(people.name).all();
}

/** Adds the person or changes the parts given. */
export function savePerson(db: Db, id: string, set: Partial<Omit<Person, 'id'>>): void {
  db.insert(people)
    .values({
      id,
      name: set.name ?? id,
      role: set.role ?? 'clerk',
      section: set.section ?? '',
      lang: set.lang ?? 'zh',
      address: set.address ?? null,
    })
    .onConflictDoUpdate({ target: people.id, set: { ...set, name: set.name ?? people.name } })
    .run();
}

export interface Unit {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly type: string | null;
}

export function listUnits(db: Db): Unit[] {
  return db.select().from(units).orderBy(units.name).all() as Unit[];
}

export function saveUnit(db: Db, unit: { name: string; aliases: readonly string[]; type?: string | null }): void {
  const row = { name: unit.name, aliases: unit.aliases, type: unit.type ?? null };
  db.insert(units).values(row).onConflictDoUpdate({ target: units.name, set: row }).run();
}

/** Office settings: term dates, denominators, the zone … each a JSON value under a name. */
export function readSetting<T>(db: Db, name: string, otherwise: T): T {
  const row = db.select().from(settings).where(eq(settings.name, name)).get();
  return row === undefined ? otherwise : (row.value as T);
}

export function saveSetting(db: Db, name: string, value: unknown): void {
  db.insert(settings).values({ name, value }).onConflictDoUpdate({ target: settings.name, set: { value } }).run();
}

export function listSettings(db: Db): { name: string; value: unknown }[] {
  return db.select().from(settings).orderBy(settings.name).all();
}
