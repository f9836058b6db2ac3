/** A file of records, whatever its kind, as the lines an import takes; and what is no such file. */
import type { Text } from '../reply.ts';
import type { Day } from '../time/day.ts';
import { parseCsv, textOf } from './csv.ts';
import type { Cell, Sheet } from './sheet.ts';
import { type ReadLines, sheetLines } from './sheet-lines.ts';
import { zipFault } from './zip-guard.ts';

export type FileType = 'jsonl' | 'csv' | 'xlsx';

export const fileLimits = {
  bytes: 10 * 1024 * 1024,
  /** Of a workbook, unpacked. */
  unpackedBytes: 60 * 1024 * 1024,
  zipEntries: 1000,
  rows: 200_000,
  /** Characters in all cells: more than the largest ledger, little enough to be looked through at once. */
  chars: 20_000_000,
} as const;

export interface FileNeeds {
  /** Fewer than usual, where somebody waits. */
  readonly chars?: number;
  readonly name: string;
  readonly today: Day;
  /** Reads workbooks; missing where there is no room for such a library. */
  readonly workbook?: (bytes: Uint8Array) => Promise<readonly Sheet[]>;
}

/** What the file is by the end of its name; undefined for all others. */
export function fileType(name: string): FileType | undefined {
  const end = /\.([a-z]+)$/i.exec(name.trim())?.[1]?.toLowerCase();
  return end === 'jsonl' || end === 'csv' || end === 'xlsx' ? end : undefined;
}

/** @returns what is in it, and all its words for whoever must look for secrets; or why it cannot be read */
export async function readLedgerFile(
  bytes: Uint8Array,
  needs: FileNeeds,
): Promise<(ReadLines & { readonly words: string }) | { readonly refused: Text }> {
  const type = fileType(needs.name);
  if (!type) return { refused: otherType(needs.name) };
  if (bytes.length > fileLimits.bytes) return { refused: tooLarge };
  if (bytes.length === 0) return { refused: { zh: '文件是空的', en: 'the file is empty' } };
  if (type === 'jsonl') return linesOf(textOf(bytes), needs);
  const sheets = type === 'csv' ? csvSheets(textOf(bytes), needs.name) : await workbookSheets(bytes, needs);
  if ('refused' in sheets) return sheets;
  if (sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0) > fileLimits.rows) return { refused: tooManyRows };
  const words = sheets.map(wordsOf).join('\n');
  if (words.length > (needs.chars ?? fileLimits.chars)) return { refused: tooLarge };
  const read = sheetLines(sheets, { fileName: needs.name.replace(/\.[a-z]+$/i, ''), today: needs.today });
  return { ...read, words };
}

function linesOf(
  text: string,
  { chars = fileLimits.chars }: FileNeeds,
): (ReadLines & { words: string }) | { refused: Text } {
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map((line, at) => ({ line: at + 1, text: line }));
  if (text.length > chars) return { refused: tooLarge };
  if (lines.length > fileLimits.rows) return { refused: tooManyRows };
  return { lines, faults: [], notes: [], words: text };
}

function csvSheets(text: string, name: string): Sheet[] | { refused: Text } {
  if (text.includes('\u0000')) return { refused: { zh: '这不是文本表格', en: 'this is no table of text' } };
  const rows: Cell[][] = parseCsv(text.replace(/^\ufeff/, ''));
  return [{ name: name.replace(/\.[a-z]+$/i, ''), rows }];
}

async function workbookSheets(bytes: Uint8Array, needs: FileNeeds): Promise<readonly Sheet[] | { refused: Text }> {
  if (!needs.workbook)
    return {
      refused: { zh: '这里读不了 .xlsx，请另存为 .csv 再发', en: 'workbooks cannot be read here; save it as .csv' },
    };
  const fault = await zipFault(bytes, { entries: fileLimits.zipEntries, bytes: fileLimits.unpackedBytes });
  if (fault === 'too-large') return { refused: tooLarge };
  if (fault) return { refused: broken };
  try {
    return await needs.workbook(bytes);
  } catch {
    return { refused: broken };
  }
}

function wordsOf(sheet: Sheet): string {
  return `${sheet.name}\n${sheet.rows.map((row) => row.filter((cell) => cell !== null).join(' ')).join('\n')}`;
}

function otherType(name: string): Text {
  return /\.xls$/i.test(name)
    ? { zh: '旧的 .xls 读不了，请在 Excel 里另存为 .xlsx', en: 'an old .xls cannot be read; save it as .xlsx' }
    : { zh: '只能导入 .xlsx、.csv 和 .jsonl', en: 'only .xlsx, .csv and .jsonl can be imported' };
}

const tooLarge: Text = { zh: '文件太大（最多 10 MB）', en: 'the file is too large (at most 10 MB)' };
const tooManyRows: Text = {
  zh: `行数太多（最多 ${fileLimits.rows} 行）`,
  en: `too many rows (at most ${fileLimits.rows})`,
};
const broken: Text = {
  zh: '打不开这个文件：已损坏、加了密码，或者不是真正的 .xlsx',
  en: 'the file cannot be opened: broken, locked with a password, or no real .xlsx',
};
