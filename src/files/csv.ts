/** Tables as text: what Excel writes as .csv is read, and what is written opens in Excel as it is. */
import type { Cell } from './sheet.ts';

/** Excel takes such a cell for a formula; an apostrophe before it keeps it a text. */
const formula = /^'*[=+\-@\t\r]/;

/** The text of a file: UTF-8, UTF-16 with its mark, else GB 18030, as Excel in China writes it. */
export function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** Rows of cells (RFC 4180); the separator is what the first line has most of. */
export function parseCsv(text: string): string[][] {
  const separator = separatorOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const closeCell = () => {
    row.push(unguarded(cell));
    cell = '';
  };
  const closeRow = () => {
    closeCell();
    rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]!;
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (char === '"' && cell === '') quoted = true;
    else if (char === separator) closeCell();
    else if (char === '\n') closeRow();
    else if (char !== '\r' || text[at + 1] !== '\n') cell += char === '\r' ? '' : char;
  }
  if (cell !== '' || row.length > 0) closeRow();
  return rows;
}

/** With a byte order mark, without which Excel reads Chinese as something else. */
export function writeCsv(rows: readonly (readonly Cell[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('')}`;
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  const text = typeof cell === 'string' && formula.test(cell) ? `'${cell}` : String(cell);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function unguarded(text: string): string {
  return text.startsWith("'") && formula.test(text) ? text.slice(1) : text;
}

function separatorOf(text: string): string {
  const first = text.slice(0, text.indexOf('\n') < 0 ? undefined : text.indexOf('\n'));
  const counts = [',', '\t', ';', '，'].map((mark) => ({ mark, n: first.split(mark).length }));
  return counts.reduce((best, one) => (one.n > best.n ? one : best)).mark;
}
