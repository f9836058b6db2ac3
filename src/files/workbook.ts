/** Excel workbooks in and out. The library is large, so it is loaded when the first workbook comes. */
import type { CellValue, Workbook, Worksheet } from 'exceljs';
import type { Cell, NewSheet, Sheet } from './sheet.ts';

/** Excel's own limit for a list of choices written into a cell's rule. */
const longestChoices = 255;
const rowsWithChoices = 500;

/** @throws Error for what is no workbook */
export async function readWorkbook(bytes: Uint8Array): Promise<Sheet[]> {
  const workbook = await emptyWorkbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  return workbook.worksheets.map((sheet) => ({ name: sheet.name, rows: rowsOf(sheet) }));
}

export async function writeWorkbook(sheets: readonly NewSheet[]): Promise<Uint8Array> {
  const workbook = await emptyWorkbook();
  for (const sheet of sheets)
    fill(workbook.addWorksheet(sheet.name, { views: [{ state: 'frozen', ySplit: 1 }] }), sheet);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

async function emptyWorkbook(): Promise<Workbook> {
  const library = await import('exceljs');
  return new (library.default ?? library).Workbook();
}

function rowsOf(sheet: Worksheet): Cell[][] {
  const rows: Cell[][] = [];
  sheet.eachRow({ includeEmpty: true }, (row, number) => {
    const cells: Cell[] = [];
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      cells[column - 1] = cellOf(cell.value);
    });
    rows[number - 1] = Array.from(cells, (cell) => cell ?? null);
  });
  return Array.from(rows, (row) => row ?? []);
}

/** What a person sees in the cell: a formula's result, rich text without its looks, a date as a day. */
function cellOf(value: CellValue): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
  if ('richText' in value) return value.richText.map((part) => part.text).join('');
  if ('result' in value) return cellOf(value.result as CellValue);
  if ('text' in value) return cellOf(value.text as CellValue);
  return null;
}

function fill(sheet: Worksheet, { columns, rows }: NewSheet): void {
  sheet.columns = columns.map(({ heading }) => ({
    header: heading,
    width: Math.min(40, Math.max(10, heading.length * 2 + 4)),
    // Everything is text, so that 037 stays 037 and a day stays the day that was typed.
    style: { numFmt: '@', alignment: { vertical: 'top', wrapText: heading === '标题' || heading === '备注' } },
  }));
  sheet.getRow(1).font = { bold: true };
  sheet.getRow(1).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEFEFEF' } };
  for (const row of rows) sheet.addRow([...row]);
  for (const [index, { choices }] of columns.entries()) {
    const list = choices?.join(',') ?? '';
    if (!choices?.length || list.length > longestChoices || choices.some((one) => /[",]/.test(one))) continue;
    for (let row = 2; row <= Math.max(rowsWithChoices, rows.length + 1); row += 1) {
      sheet.getCell(row, index + 1).dataValidation = {
        type: 'list',
        allowBlank: true,
        showErrorMessage: false,
        formulae: [`"${list}"`],
      };
    }
  }
}
