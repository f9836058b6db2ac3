/** Files of records that wait for somebody to say whether they shall be taken in. */
import { and, eq, lt } from 'drizzle-orm';
import type { Text } from '../reply.ts';
import type { Db } from './db.ts';
import { sentFiles } from './schema.ts';

/** A line of the file and where it stood. */
export interface SentLine {
  readonly line: number;
  readonly sheet?: string;
  /** A record as JSON (contract, section 5.2). */
  readonly text: string;
}

export interface SentFault {
  readonly line: number;
  readonly sheet?: string;
  readonly reason: Text;
}

export interface SentFile {
  readonly key: string;
  readonly name: string;
  readonly by: string;
  readonly state: 'waiting' | 'taken' | 'left';
  readonly lines: readonly SentLine[];
  readonly faults: readonly SentFault[];
}

/** After so long the card's buttons are dead, and what was in the file is nobody's any more. */
const waitingMs = 14 * 24 * 3600 * 1000;

export function keepSentFile(db: Db, file: Omit<SentFile, 'state'> & { readonly at: Date }): void {
  const { at, ...row } = file;
  const stale = new Date(at.getTime() - waitingMs).toISOString();
  db.update(sentFiles)
    .set({ state: 'left', lines: null })
    .where(and(eq(sentFiles.state, 'waiting'), lt(sentFiles.at, stale)))
    .run();
  db.insert(sentFiles)
    .values({ ...row, at: at.toISOString(), state: 'waiting' })
    .onConflictDoNothing()
    .run();
}

export function findSentFile(db: Db, key: string): SentFile | undefined {
  const row = db.select().from(sentFiles).where(eq(sentFiles.key, key)).get();
  if (!row) return undefined;
  const { at: _at, ...file } = row;
  return { ...file, lines: (row.lines ?? []) as SentLine[], faults: row.faults as SentFault[] };
}

/** It is decided; its lines are kept no longer. */
export function settleSentFile(db: Db, key: string, state: 'taken' | 'left'): void {
  db.update(sentFiles).set({ state, lines: null }).where(eq(sentFiles.key, key)).run();
}
