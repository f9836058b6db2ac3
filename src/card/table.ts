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

/** One element, or several where the rows are too many for one card; none without columns or rows. */
export function tableElements(table: Table): Record<string, unknown>[] {
  const columns = table.columns.slice(0, mostColumns);
  if (columns.length === 0 || table.rows.length === 0) return [];
  const mostCharsInCell = Math.min(300, Math.floor(mostCharsInRow / columns.length));
  const rows = table.rows.map((row) =>
    Object.fromEntries(
      columns.map((column, index) => [`c${index + 1}`, clip(bare(row[column.key] ?? ''), mostCharsInCell)]),
    ),
  );
  return inPortions(rows).map((portion) => ({
    tag: 'table',
    page_size: Math.min(portion.length, mostRowsOnPage),
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
    rows: portion,
  }));
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

function inPortions<Row>(rows: readonly Row[]): Row[][] {
  const portions: Row[][] = [[]];
  let bytes = 0;
  for (const row of rows) {
    const size = sentBytes(row);
    if (bytes + size > mostBytes && portions.at(-1)!.length > 0) {
      portions.push([]);
      bytes = 0;
    }
    portions.at(-1)!.push(row);
    bytes += size;
  }
  return portions;
}
