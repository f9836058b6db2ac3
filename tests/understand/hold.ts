/** Says a few messages to a new office, one after the other: what is in its ledger then, and what it answered last. */
import type { Db } from '../../src/store/db.ts';
import { testOffice } from '../support/fixed.ts';

/** What is expected of records, by their numbers. */
export type Expected = Readonly<Record<string, Record<string, unknown>>>;
export type Talk = readonly [said: readonly string[], expected: Expected];

export async function hold(said: readonly string[]): Promise<{ db: Db; answer: string }> {
  const office = testOffice('2026-11-20 15:00');
  let answer = '';
  for (const text of said) answer = await office.say(text);
  return { db: office.db, answer };
}
