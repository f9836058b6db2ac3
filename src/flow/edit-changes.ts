/** What is different between the old and the new words of a message, record by record. */
import { LogIntent } from '../intents/log.ts';
import { columns, type Entry } from '../kinds/entry.ts';
import type { Value } from '../kinds/kind.ts';
import type { Intent } from '../reply.ts';
import type { Db } from '../store/db.ts';
import { movesOfSource, readEntries, readMoves } from '../store/entries.ts';
import { standing } from '../store/fold.ts';
import { entryValue } from '../store/where.ts';

type Item = LogIntent['items'][number];

export interface Pair {
  readonly entry: Entry;
  readonly before: Item;
  readonly after: Item;
}

/** The records that a message wrote or changed and whose move still stands. */
export function writtenBy(db: Db, source: string): Entry[] {
  const found = movesOfSource(db, source).filter(
    ({ no, move }) => move.move !== 'undo' && standing(readMoves(db, no)).some((one) => one.n === move.n),
  );
  return readEntries(db, [...new Set(found.map(({ no }) => no))]).filter((entry) => !entry.void);
}

/** @returns undefined where the new words are not the same records told otherwise */
export function pairs(told: {
  before: readonly Intent[];
  after: readonly Intent[];
  written: readonly Entry[];
}): Pair[] | undefined {
  const [before, after] = [itemsOf(told.before), itemsOf(told.after)];
  if (!before || !after || before.length !== after.length || before.length !== told.written.length) return undefined;
  const left = [...told.written];
  const paired: Pair[] = [];
  for (const [index, item] of after.entries()) {
    const at = left.findIndex((entry) => entry.kind === item.entry.kind);
    const old = before[index];
    const [entry] = at < 0 ? [] : left.splice(at, 1);
    if (!entry || !old || old.entry.kind !== item.entry.kind || old.entry.status !== item.entry.status)
      return undefined;
    paired.push({ entry, before: old, after: item });
  }
  return paired;
}

/** Only reports of new records can be laid side by side. */
function itemsOf(intents: readonly Intent[]): Item[] | undefined {
  const items: Item[] = [];
  for (const intent of intents) {
    const log = LogIntent.safeParse(intent);
    if (!log.success) return undefined;
    items.push(...log.data.items);
  }
  return items;
}

/** Values told otherwise, less those the record has already. */
export function changesOf({ entry, before, after }: Pair): { name: string; from: Value | null; to: Value | null }[] {
  const [old, now] = [flat(before.entry), flat(after.entry)];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((name) => {
    const to = now[name] ?? null;
    if (same(old[name] ?? null, to)) return [];
    const from = ofEntry(entry, name);
    return same(from, to) ? [] : [{ name, from, to }];
  });
}

function flat(entry: Item['entry']): Record<string, Value> {
  const own = columns.flatMap((name) => {
    const value = (entry as Record<string, unknown>)[name];
    return value === undefined ? [] : [[name, value as Value]];
  });
  return { quantity: 1, precision: 'exact', ...Object.fromEntries(own), ...(entry.fields as Record<string, Value>) };
}

function ofEntry(entry: Entry, name: string): Value | null {
  const column = (columns as readonly string[]).includes(name);
  const value = column ? (entry as unknown as Record<string, unknown>)[name] : entryValue(entry, name);
  return (value as Value | undefined) ?? null;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
