/** Take directory: once a day whoever the messenger lists becomes known by name and section; nobody is taken out, no role changes. */
import { type Listed, OutsideError } from '../ports.ts';
import type { Db } from '../store/db.ts';
import { findPerson } from '../store/people.ts';
import { type RosterRow, rosterAt, takeRoster } from '../store/roster.ts';
import { completePerson } from './name-people.ts';
import type { OfficePorts } from './needs.ts';

const dayMs = 24 * 3600 * 1000;
/** A scope may be granted in the meantime. */
const againMs = 6 * 3600 * 1000;

export interface DirectoryTaken {
  readonly listed: number;
  readonly fresh: number;
  /** Known people who got a name or a section. */
  readonly completed: number;
  readonly left: readonly RosterRow[];
}

/** All or nothing: what was read only in part is not taken in, so that nobody is thought to have left. */
export function takeDirectory(db: Db, listed: readonly Listed[], at: Date): DirectoryTaken {
  return db.transaction((tx) => {
    const { fresh, left } = takeRoster(tx, listed, at.toISOString());
    const completed = listed.filter((one) => findPerson(tx, one.id) && completePerson(tx, one)).length;
    return { listed: listed.length, fresh, completed, left };
  });
}

/** @returns a step of the clock */
export function createDirectoryTaking(ports: OfficePorts): () => Promise<void> {
  let tried = Number.NEGATIVE_INFINITY;
  return async () => {
    const { directory, db, log } = ports;
    if (!directory?.everybody) return;
    const now = ports.clock.now();
    const taken = rosterAt(db);
    if (now.getTime() - tried < againMs || (taken && now.getTime() - new Date(taken).getTime() < dayMs)) return;
    tried = now.getTime();
    try {
      const { left, ...counts } = takeDirectory(db, await directory.everybody(), now);
      log.info('the directory was taken in', { ...counts, left: left.length });
    } catch (error) {
      if (!(error instanceof OutsideError)) throw error;
      // Most offices do without: the names of those who speak come one by one.
      log.info('the directory cannot be taken in', { code: error.code, mend: error.message });
    }
  };
}
