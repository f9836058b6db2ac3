/** Names: whoever is known by an id alone is called by his name and section as soon as the messenger tells them. */
import { OutsideError } from '../ports.ts';
import { listPeople, savePerson } from '../store/people.ts';
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
      const sections = new Map(listPeople(db).map((person) => [person.id, person.section]));
      for (const { id, name, section } of await directory.lookUp(nameless)) {
        // What an administrator wrote down holds against what the messenger says.
        const set = { ...(name ? { name } : {}), ...(section && !sections.get(id) ? { section } : {}) };
        if (Object.keys(set).length > 0) savePerson(db, id, set);
      }
    } catch (error) {
      if (!(error instanceof OutsideError)) throw error;
      ports.log.warn('names could not be asked for', { code: error.code, error: error.message });
    }
  };
}
