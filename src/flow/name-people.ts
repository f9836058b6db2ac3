/** Names: whoever is known by an id alone is called by his name and section as soon as the messenger tells them. */
import { type Listed, OutsideError } from '../ports.ts';
import type { Db } from '../store/db.ts';
import { findPerson, listPeople, savePerson } from '../store/people.ts';
import type { OfficePorts } from './needs.ts';

/** Who could not be named is asked for again later: a scope may have been granted by then. */
const againMs = 6 * 3600 * 1000;
const mostAtOnce = 50;

/** @returns a step of the clock; what it asked for it remembers */
export function createNaming(ports: OfficePorts): () => Promise<void> {
  const asked = new Map<string, number>();
  return async () => {
    const { directory, db } = ports;
    if (!directory) return;
    const now = ports.clock.now().getTime();
    const nameless = listPeople(db)
      .filter(({ id, name }) => name === id && now - (asked.get(id) ?? Number.NEGATIVE_INFINITY) > againMs)
      .slice(0, mostAtOnce)
      .map(({ id }) => id);
    if (nameless.length === 0) return;
    for (const id of nameless) asked.set(id, now);
    try {
      for (const listed of await directory.lookUp(nameless)) completePerson(db, listed);
    } catch (error) {
      if (!(error instanceof OutsideError)) throw error;
      ports.log.warn('names could not be asked for', { code: error.code, error: error.message });
    }
  };
}

/** What an administrator wrote down holds against what the messenger says. @returns whether anything was missing */
export function completePerson(db: Db, { id, name, section }: Listed): boolean {
  const known = findPerson(db, id);
  const set = {
    ...(name && (!known || known.name === id) ? { name } : {}),
    ...(section && !known?.section ? { section } : {}),
  };
  if (Object.keys(set).length === 0) return false;
  savePerson(db, id, set);
  return true;
}
