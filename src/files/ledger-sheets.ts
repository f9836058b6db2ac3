/** The ledger as tables: a sheet a kind with Chinese headings, and sheets that keep what a row has no room for. */
import { kinds } from '../kinds/all.ts';
import type { Entry, StoredMove } from '../kinds/entry.ts';
import type { RecordKind } from '../kinds/kind.ts';
import type { Db } from '../store/db.ts';
import { readMovesOf, selectEntries } from '../store/entries.ts';
import { listPeople, listSettings, listUnits } from '../store/people.ts';
import { type ColumnName, columnHeading, kindHeading, movesHeading, numberHeading } from './headings.ts';
import { moveColumns, moveRow, othersSheet } from './kept-moves.ts';
import { cellOf } from './record-cells.ts';
import type { Cell, NewSheet } from './sheet.ts';

const before: readonly ColumnName[] = ['on', 'until', 'title', 'quantity', 'unit'];
const behind: readonly ColumnName[] = ['status', 'due', 'section', 'note', 'basis'];

/** One workbook that an import takes back as the same ledger. */
export function ledgerSheets(db: Db): NewSheet[] {
  const entries = selectEntries(db, { voided: true });
  const filled = kinds.filter((kind) => entries.some((entry) => entry.kind === kind.id));
  const moves = movesIn(db, entries);
  return [
    ...filled.map((kind) => ({
      ...emptySheet(kind),
      rows: entries.filter((entry) => entry.kind === kind.id).map((entry) => rowOf(kind, entry)),
    })),
    {
      name: movesHeading,
      columns: moveColumns.map((heading) => ({ heading })),
      rows: entries.flatMap((entry) => (moves.get(entry.no) ?? []).map((move) => moveRow(entry.no, move))),
    },
    ...others(db),
  ];
}

/** These records alone, a sheet a kind: to be read and not filled in, though an import takes it back. */
export function recordSheets(entries: readonly Entry[]): NewSheet[] {
  return kinds
    .map((kind) => ({
      name: kind.title.zh,
      columns: emptySheet(kind).columns.map(({ heading }) => ({ heading })),
      rows: entries.filter((entry) => entry.kind === kind.id).map((entry) => rowOf(kind, entry)),
    }))
    .filter((sheet) => sheet.rows.length > 0);
}

/** The same in one table. */
export function recordTable(entries: readonly Entry[]): Cell[][] {
  const sheets = recordSheets(entries);
  const headings = [...new Set(sheets.flatMap(({ columns }) => columns.map(({ heading }) => heading)))];
  const rows = sheets.flatMap(({ name, columns, rows }) =>
    rows.map((row) => {
      const cells = new Map(columns.map(({ heading }, at) => [heading, row[at] ?? null]));
      return [name, ...headings.map((heading) => cells.get(heading) ?? null)];
    }),
  );
  return [[kindHeading, ...headings], ...rows];
}

/** Sheets to be filled in: every kind, or one. */
export function templateSheets(only?: RecordKind): NewSheet[] {
  return (only ? [only] : kinds).map(emptySheet);
}

/** The whole ledger as one table; the last column keeps each record's moves. */
export function ledgerTable(db: Db): Cell[][] {
  const entries = selectEntries(db, { voided: true });
  const moves = movesIn(db, entries);
  const filled = kinds.filter((kind) => entries.some((entry) => entry.kind === kind.id));
  const headings = [...new Set(filled.flatMap((kind) => emptySheet(kind).columns.map(({ heading }) => heading)))];
  return [
    [kindHeading, numberHeading, ...headings.filter((heading) => heading !== numberHeading), movesHeading],
    ...entries.map((entry) => {
      const kind = kinds.find((one) => one.id === entry.kind)!;
      const cells = new Map(
        emptySheet(kind).columns.map(({ heading }, at) => [heading, rowOf(kind, entry)[at] ?? null]),
      );
      const rest = headings.filter((heading) => heading !== numberHeading).map((heading) => cells.get(heading) ?? null);
      return [kind.title.zh, entry.no, ...rest, JSON.stringify(moves.get(entry.no) ?? [])];
    }),
    ...others(db).flatMap((sheet) =>
      sheet.rows.map((row) => [sheet.name, ...headings.map(() => null), row[0] ?? null]),
    ),
  ];
}

/** One row: what the record says of itself, under the headings of `emptySheet`. */
function rowOf(kind: RecordKind, entry: Entry): Cell[] {
  const column = (name: ColumnName) => cellOf(kind, entry, { is: 'column', name });
  return [
    entry.no,
    ...before.map(column),
    ...fieldNames(kind).map((name) => cellOf(kind, entry, { is: 'field', name })),
    ...behind.map(column),
  ];
}

function emptySheet(kind: RecordKind): NewSheet {
  const column = (name: ColumnName) => ({
    heading: columnHeading(kind, name),
    ...(name === 'status' ? { choices: Object.values(kind.life.states).map((state) => state.label.zh) } : {}),
  });
  return {
    name: kind.title.zh,
    columns: [
      { heading: numberHeading },
      ...before.map(column),
      ...fieldNames(kind).map((name) => {
        const field = kind.fields[name]!;
        const choices =
          field.type === 'choice' ? Object.values(field.choices ?? {}).map((one) => one.label.zh) : undefined;
        return { heading: field.label.zh, ...(choices ? { choices } : {}) };
      }),
      ...behind.map(column),
    ],
    rows: [],
  };
}

function fieldNames(kind: RecordKind): string[] {
  return Object.keys(kind.fields).filter((name) => !kind.fields[name]!.isUnit);
}

function movesIn(db: Db, entries: readonly Entry[]): Map<string, StoredMove[]> {
  return readMovesOf(
    db,
    entries.map((entry) => entry.no),
  );
}

function others(db: Db): NewSheet[] {
  return [
    othersSheet('人员', listPeople(db)),
    othersSheet('单位名录', listUnits(db)),
    othersSheet('设置', listSettings(db)),
  ].filter((sheet) => sheet.rows.length > 0);
}
