/** Draws a table block: as Feishu tables at the root of a card, as lines where tables may not stand. */
import type { Block } from '../reply.ts';
import { sentBytes } from './card-size.ts';
import { bare, clip, markdown } from './markdown.ts';

type Table = Extract<Block, { type: 'table' }>;

/** Feishu shows at most 50 columns, and at most 10 rows on a page of the table. */
const mostColumns = 50;
const mostRowsOnPage = 10;

/** One element stays well below the 30 KB of a card, so that a long table continues on the next. */
const mostBytes = 18_000;
const mostCharsInRow = 3000;

/** In slices that each leave room on a card; the whole where there is nothing in it. */
export function tableSlices(table: Table): Table[] {
  if (table.columns.length === 0 || table.rows.length === 0) return [table];
  return inPortions(table.rows, (row) => sentBytes(cells(table, row)), mostBytes).map((rows) => ({ ...table, rows }));
}

/** The same for where tables become lines: each slice repeats the head. */
export function tableLineSlices(table: Table, mostChars: number): Table[] {
  const [head = '', ...lines] = tableLines(table);
  const length = new Map(table.rows.map((row, at) => [row, (lines[at] ?? '').length + 1]));
  return inPortions(table.rows, (row) => length.get(row) ?? 0, mostChars - head.length).map((rows) => ({
    ...table,
    rows,
  }));
}

/** @param table a slice; @returns undefined without columns or rows */
export function tableElement(table: Table): Record<string, unknown> | undefined {
  const columns = shownColumns(table);
  if (columns.length === 0 || table.rows.length === 0) return undefined;
  return {
    tag: 'table',
    page_size: Math.min(table.rows.length, mostRowsOnPage),
    row_height: 'low',
    header_style: { bold: true, background_style: 'grey', lines: 1 },
    columns: columns.map((column, index) => ({
      name: `c${index + 1}`,
      display_name: clip(bare(column.label), 60),
      // The ledger's figures carry their counting words, so a numeric column is text set to the right.
      data_type: 'text',
      horizontal_align: column.numeric ? 'right' : 'left',
      width: 'auto',
    })),
    rows: table.rows.map((row) => cells(table, row)),
  };
}

function shownColumns(table: Table) {
  return table.columns.slice(0, mostColumns);
}

function cells(table: Table, row: Table['rows'][number]): Record<string, string> {
  const columns = shownColumns(table);
  const mostChars = Math.min(300, Math.floor(mostCharsInRow / columns.length));
  return Object.fromEntries(
    columns.map((column, index) => [`c${index + 1}`, clip(bare(row[column.key] ?? ''), mostChars)]),
  );
}

/** The table as markdown lines, its head strong. */
export function tableLines(table: Table): string[] {
  const line = (cells: readonly string[]) => cells.map((cell) => markdown(bare(cell).replace(/\n/g, ' '))).join(' · ');
  if (table.columns.length === 0) return [];
  return [
    `**${line(table.columns.map((column) => column.label)) || '·'}**`,
    ...table.rows.map((row) => line(table.columns.map((column) => row[column.key] ?? ''))),
  ];
}

function inPortions<Row>(rows: readonly Row[], size: (row: Row) => number, most: number): Row[][] {
  const portions: Row[][] = [[]];
  let sum = 0;
  for (const row of rows) {
    const own = size(row);
    if (sum + own > most && portions.at(-1)!.length > 0) {
      portions.push([]);
      sum = 0;
    }
    portions.at(-1)!.push(row);
    sum += own;
  }
  return portions;
}
