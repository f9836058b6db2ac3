/** What a record says of itself, cell by cell, under the headings of an export. */
import type { Entry } from '../kinds/entry.ts';
import { preciseLabel, type RecordKind } from '../kinds/kind.ts';
import { shownCell } from './cell-values.ts';
import type { ColumnName, Heading } from './headings.ts';
import type { Cell } from './sheet.ts';

/** State of a record whose logging was undone. */
const voidStatus = '已作废';

const bases = { items: '明细', summary: '汇总' } as const;

export function cellOf(kind: RecordKind, entry: Entry, heading: Heading): Cell {
  switch (heading.is) {
    case 'number':
      return entry.no;
    case 'kind':
      return kind.title.zh;
    case 'column':
      return columnCell(kind, entry, heading.name);
    case 'field': {
      const value = entry.fields[heading.name];
      const field = kind.fields[heading.name];
      return value === undefined || !field ? null : shownCell(field, value);
    }
    default:
      return null;
  }
}

/** Whether a cell of a table still says what the record says; what a row cannot say is no contradiction. */
export function saysSo(kind: RecordKind, entry: Entry, { heading, cell }: { heading: Heading; cell: Cell }): boolean {
  if (heading.is === 'nothing' || heading.is === 'moves' || heading.is === 'move') return true;
  return plain(cellOf(kind, entry, heading)) === plain(cell);
}

function columnCell(kind: RecordKind, entry: Entry, name: ColumnName): Cell {
  switch (name) {
    case 'quantity':
      return entry.precision === 'exact' ? entry.quantity : preciseLabel(entry.quantity, entry.precision, 'zh');
    case 'status':
      return entry.void ? voidStatus : (kind.life.states[entry.status]?.label.zh ?? entry.status);
    case 'basis':
      return entry.basis ? bases[entry.basis] : null;
    default:
      return entry[name] || null;
  }
}

function plain(cell: Cell): string {
  return String(cell ?? '')
    .replace(/\r\n?/g, '\n')
    .trim();
}
