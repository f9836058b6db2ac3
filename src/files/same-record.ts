/** Whether a row without a number tells of a record the ledger holds already: nothing is to be counted twice. */
import type { Entry } from '../kinds/entry.ts';
import type { RecordKind } from '../kinds/kind.ts';
import type { Text } from '../reply.ts';
import type { Db } from '../store/db.ts';
import { selectEntries } from '../store/entries.ts';
import { addDays } from '../time/day.ts';

/**
 * The record in the ledger that says all the row says. What happened to it since makes it no other record; a record
 * the same import wrote is another one: two alike in one file are two.
 */
export function sameRecord(db: Db, row: Entry): Entry | undefined {
  return sameDay(db, row).find(
    (known) =>
      (known.source !== row.source || known.at !== row.at) &&
      known.title === row.title &&
      known.until === row.until &&
      known.quantity === row.quantity &&
      (row.unit === undefined || known.unit === row.unit) &&
      Object.entries(row.fields).every(([name, value]) => JSON.stringify(known.fields[name]) === JSON.stringify(value)),
  );
}

/** Numbers others gave (案号, 文号) belong to one record a year and source; a second one would count it twice. */
export function sharedCode(db: Db, kind: RecordKind, row: Entry): Text | undefined {
  for (const name of ['caseNo', 'docNo']) {
    const code = row.fields[name];
    if (!kind.fields[name] || code === undefined) continue;
    const year = row.on.slice(0, 4);
    const held = { from: `${year}-01-01`, to: `${Number(year) + 1}-01-01`, field: { name, value: String(code) } };
    const other = selectEntries(db, { kind: kind.id, ...held }).find(
      (known) =>
        ['source', 'session', 'level'].every((part) => alike(known.fields[part], row.fields[part])) &&
        (kind.id === 'proposal' || alike(known.unit ?? known.fields.from, row.unit ?? row.fields.from)),
    );
    const label = kind.fields[name]?.label;
    if (other && label)
      return {
        zh: `${label.zh} ${String(code)} 已是 ${other.no}，内容不同`,
        en: `${label.en} ${String(code)} is ${other.no} already, with other content`,
      };
  }
  return undefined;
}

function sameDay(db: Db, row: Entry): Entry[] {
  return selectEntries(db, { kind: row.kind, from: row.on, to: addDays(row.on, 1) });
}

function alike(a: unknown, b: unknown): boolean {
  return a === undefined || b === undefined || a === b;
}
