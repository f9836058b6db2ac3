/** Whether a row without a number tells of a record the ledger holds already: nothing is to be counted twice. */
import type { Entry } from '../kinds/entry.ts';
import type { RecordKind } from '../kinds/kind.ts';
import type { Text } from '../reply.ts';
import type { Db } from '../store/db.ts';
import { selectEntries } from '../store/entries.ts';
import type { Hand } from '../store/ledger.ts';
import { addDays } from '../time/day.ts';

/** Finds the record in the ledger that says all a row says; what the import itself writes is never it. */
export type KnownRecords = (row: Entry) => Entry | undefined;

/**
 * What happened to a record since makes it no other one. Two alike in one file are two: each known record answers for
 * one row only.
 */
export function knownRecords(db: Db, hand: Hand): KnownRecords {
  const before = new Map<string, Entry[]>();
  return (row) => {
    const key = `${row.kind} ${row.on}`;
    const held = before.get(key) ?? sameDay(db, row).filter((known) => !isOf(known, hand));
    before.set(key, held);
    const at = held.findIndex((known) => saysAll(known, row));
    return at < 0 ? undefined : held.splice(at, 1)[0];
  };
}

function isOf(known: Entry, hand: Hand): boolean {
  return known.source === hand.source && known.at === hand.at.toISOString();
}

function saysAll(known: Entry, row: Entry): boolean {
  return (
    known.title === row.title &&
    known.until === row.until &&
    known.quantity === row.quantity &&
    (row.unit === undefined || known.unit === row.unit) &&
    Object.entries(row.fields).every(([name, value]) => JSON.stringify(known.fields[name]) === JSON.stringify(value))
  );
}

const codeFields = ['caseNo', 'docNo'] as const;

export interface KnownCodes {
  /** Why the row would count a record twice; undefined where it does not. */
  taken(kind: RecordKind, row: Entry): Text | undefined;
  /** A record was written. */
  note(entry: Entry): void;
}

/** Numbers others gave (案号, 文号) belong to one record a year and source; a second one would count it twice. */
export function knownCodes(db: Db): KnownCodes {
  const held = new Map<string, Map<string, Entry[]>>();
  const heldOf = (kindId: string): Map<string, Entry[]> => {
    const known = held.get(kindId);
    if (known) return known;
    // Read once: an import asks for every row.
    const made = new Map<string, Entry[]>();
    for (const entry of selectEntries(db, { kind: kindId })) addTo(made, entry);
    held.set(kindId, made);
    return made;
  };
  return {
    taken(kind, row) {
      for (const name of codeFields) {
        const field = kind.fields[name];
        const code = row.fields[name];
        if (!field || code === undefined) continue;
        const other = heldOf(kind.id)
          .get(keyOf(name, row))
          ?.find((known) => isSameMatter(kind, known, row));
        if (other)
          return {
            zh: `${field.label.zh} ${String(code)} 已是 ${other.no}，内容不同`,
            en: `${field.label.en} ${String(code)} is ${other.no} already, with other content`,
          };
      }
      return undefined;
    },
    note(entry) {
      const known = held.get(entry.kind);
      if (known) addTo(known, entry);
    },
  };
}

function addTo(held: Map<string, Entry[]>, entry: Entry): void {
  for (const name of codeFields) {
    if (entry.fields[name] === undefined) continue;
    const key = keyOf(name, entry);
    held.set(key, [...(held.get(key) ?? []), entry]);
  }
}

function keyOf(name: (typeof codeFields)[number], entry: Entry): string {
  return `${name} ${entry.on.slice(0, 4)} ${String(entry.fields[name])}`;
}

/** Documents are numbered by who issues them, proposals by who takes them in. */
function isSameMatter(kind: RecordKind, known: Entry, row: Entry): boolean {
  return (
    ['source', 'session', 'level'].every((part) => alike(known.fields[part], row.fields[part])) &&
    (kind.id === 'proposal' || alike(known.unit ?? known.fields.from, row.unit ?? row.fields.from))
  );
}

function sameDay(db: Db, row: Entry): Entry[] {
  return selectEntries(db, { kind: row.kind, from: row.on, to: addDays(row.on, 1) });
}

function alike(a: unknown, b: unknown): boolean {
  return a === undefined || b === undefined || a === b;
}
