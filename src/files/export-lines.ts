/** The ledger as lines of JSON, with every part of every move, so that an import gives the same ledger again. */
import type { Entry, StoredMove } from '../kinds/entry.ts';
import type { Db } from '../store/db.ts';
import { readMovesOf, selectEntries } from '../store/entries.ts';
import { listPeople, listSettings, listUnits } from '../store/people.ts';

/** The whole ledger, line by line: people, units, settings, then every record with its moves. */
export function* exportLines(db: Db): Generator<string> {
  for (const person of listPeople(db)) yield JSON.stringify({ type: 'person', ...person });
  for (const unit of listUnits(db))
    yield JSON.stringify({
      type: 'unit',
      name: unit.name,
      aliases: unit.aliases,
      ...(unit.type ? { kind: unit.type } : {}),
    });
  for (const setting of listSettings(db)) yield JSON.stringify({ type: 'setting', ...setting });
  const entries = selectEntries(db, { voided: true });
  for (let start = 0; start < entries.length; start += 500) {
    const part = entries.slice(start, start + 500);
    const moves = readMovesOf(
      db,
      part.map((entry) => entry.no),
    );
    for (const entry of part) yield JSON.stringify(lineOf(entry, moves.get(entry.no) ?? []));
  }
}

/** A record as a line; also what `say --json` shows of it. */
export function lineOf(entry: Entry, moves?: readonly StoredMove[]): Record<string, unknown> {
  return {
    no: entry.no,
    kind: entry.kind,
    on: entry.on,
    ...(entry.until ? { until: entry.until } : {}),
    title: entry.title,
    quantity: entry.quantity,
    precision: entry.precision,
    ...(entry.unit ? { unit: entry.unit } : {}),
    section: entry.section,
    status: entry.overlay ?? entry.status,
    ...(entry.due ? { due: entry.due } : {}),
    ...(entry.note ? { note: entry.note } : {}),
    ...(entry.basis ? { basis: entry.basis } : {}),
    fields: entry.fields,
    ...(moves ? { moves } : {}),
  };
}
