/** Finding the record somebody means: by number, by a number given by others, by words of its title. */
import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import { kindOf } from '../kinds/all.ts';
import type { Entry, Sought } from '../kinds/entry.ts';
import type { Db } from './db.ts';
import { entryOf, readEntry } from './entries.ts';
import { records } from './schema.ts';
import { entryValue } from './where.ts';

const mostRead = 3000;
const mostFound = 20;
const likeEnough = 0.6;

/** Best match first, at most 20; void records are never found but by their number, withdrawn ones where they are asked for. */
export function findEntries(db: Db, sought: Sought): Entry[] {
  if (sought.no) {
    const entry = readEntry(db, sought.no);
    return entry ? [entry] : [];
  }
  const conditions: SQL[] = [eq(records.void, false)];
  if (sought.kind) conditions.push(eq(records.kind, sought.kind));
  if (sought.on) conditions.push(sql`${records.on} >= ${sought.on.from} and ${records.on} < ${sought.on.to}`);
  if (sought.status) conditions.push(eq(records.status, sought.status));
  const rows = db
    .select()
    .from(records)
    .where(and(...conditions))
    .orderBy(desc(records.at), desc(records.no))
    .limit(mostRead)
    .all();
  return rows
    .map(entryOf)
    .filter((entry) => (entry.status !== 'withdrawn' || sought.status === 'withdrawn') && matches(entry, sought))
    .map((entry) => ({ entry, score: likeness(entry, sought.words ?? []) }))
    .filter(({ score }) => !sought.words?.length || score >= likeEnough)
    .sort((a, b) => b.score - a.score)
    .slice(0, mostFound)
    .map(({ entry }) => entry);
}

function matches(entry: Entry, sought: Sought): boolean {
  for (const [name, code] of Object.entries(sought.codes ?? {})) {
    if (!sameCode(String(entryValue(entry, name) ?? ''), code)) return false;
  }
  if (sought.unit && entry.unit !== sought.unit && !JSON.stringify(entry.fields).includes(sought.unit)) return false;
  if (sought.open && !isOpen(entry)) return false;
  return true;
}

/** Whether the record still waits for somebody. */
export function isOpen(entry: Entry): boolean {
  return kindOf(entry.kind)?.life.states[entry.status]?.open ?? false;
}

/** 037 and 37 are the same case; a document number is compared as it is. */
function sameCode(a: string, b: string): boolean {
  if (a === '' || b === '') return false;
  if (/^\D*\d+\D*$/.test(a) && /^\D*\d+\D*$/.test(b))
    return Number(a.replace(/\D/g, '')) === Number(b.replace(/\D/g, ''));
  return a === b || endsIn(a, b) || endsIn(b, a);
}

/** 政办发〔2026〕62号 ends in 62号; 162号 does not. */
function endsIn(whole: string, end: string): boolean {
  return whole.endsWith(end) && !(/^\d/.test(end) && /\d$/.test(whole.slice(0, -end.length)));
}

/** How much of the words stands in the record, 0 to 1: whole words count fully, others by their pairs of characters. */
function likeness(entry: Entry, words: readonly string[]): number {
  const hay = [
    entry.title,
    entry.note ?? '',
    entry.unit ?? '',
    ...Object.values(entry.fields).map((value) =>
      typeof value === 'string' ? value : Array.isArray(value) ? value.join(' ') : '',
    ),
  ]
    .join(' ')
    .toLowerCase();
  let found = 0;
  let all = 0;
  for (const word of words) {
    const needle = word.toLowerCase();
    all += needle.length;
    if (hay.includes(needle)) {
      found += needle.length;
      continue;
    }
    const pairs = pairsOf(needle);
    if (pairs.length > 0) found += (needle.length * pairs.filter((pair) => hay.includes(pair)).length) / pairs.length;
  }
  return all === 0 ? 0 : found / all;
}

function pairsOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2));
}
