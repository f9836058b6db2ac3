/** Keeps a second server off the same data folder; a lock that dies with its process, however it dies. */
import { accessSync, constants } from 'node:fs';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { CommandError } from '../command.ts';
import { makeFolder } from '../make-folder.ts';

/**
 * Makes the folder where it is missing and locks it until the process ends or the lock is let go.
 * @throws CommandError with one clear line
 */
export function lockDataDir(folder: string): { release(): void } {
  const place = resolve(folder);
  let lock: Database.Database;
  try {
    makeFolder(place);
    accessSync(place, constants.R_OK | constants.W_OK | constants.X_OK);
    lock = new Database(join(place, 'lock.db'), { timeout: 0 });
  } catch (error) {
    throw new CommandError(`DATA_DIR=${folder} cannot be written: ${reasonOf(error)}`);
  }
  try {
    // The operating system takes the lock back from a killed process, so nothing stale is ever left behind.
    lock.pragma('locking_mode = EXCLUSIVE');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (!/locked|busy/i.test(reasonOf(error))) {
      throw new CommandError(`DATA_DIR=${folder} cannot be written: ${reasonOf(error)}`);
    }
    throw new CommandError(
      `DATA_DIR=${folder} is in use by another server: stop it first, or give this one another folder`,
    );
  }
  return { release: () => lock.close() };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
