/** Tables of an office, last year's or our own, as the lines an import takes; every row is taken, or said why not. */
import { kindOf, kinds } from '../kinds/all.ts';
import type { RecordKind } from '../kinds/kind.ts';
import type { Text } from '../reply.ts';
import type { Day } from '../time/day.ts';
import { isBlank } from './cell-values.ts';
import type { LineFault, PlacedLine } from './import-lines.ts';
import { type KeptMoves, keptLine, keptMoves, moveSheet, otherLine, otherLines, othersName } from './kept-moves.ts';
import { rowRecord } from './row-record.ts';
import type { Cell, Sheet } from './sheet.ts';
import { columnsFor, type TableHead, tableHead } from './table-head.ts';

export interface ReadLines {
  readonly lines: readonly PlacedLine[];
  readonly faults: readonly LineFault[];
  /** What was made of the tables, and what was left out of them. */
  readonly notes: readonly Text[];
}

/** Rows that sum up, or are signed, are no records. */
const footer = /^(?:合\s*计|总\s*计|小\s*计|填表人|制表|审核人?|负责人|备\s*注|注|说\s*明)\s*(?:[:：].*)?$/;

export function sheetLines(sheets: readonly Sheet[], about: { fileName: string; today: Day }): ReadLines {
  const kept = keptMoves(sheets);
  const lines: PlacedLine[] = [...otherLines(sheets)];
  const faults: LineFault[] = [];
  const notes: Text[] = [];
  for (const sheet of sheets) {
    if (moveSheet(sheet.name) || isEmpty(sheet)) continue;
    const head = tableHead(sheet, about.fileName);
    if (!head) {
      faults.push({ ...place(sheets, sheet, 1), reason: unclear });
      continue;
    }
    notes.push(...notesOf(sheet, head));
    for (let at = head.at + 1; at < sheet.rows.length; at += 1) {
      const row = sheet.rows[at] ?? [];
      if (row.every(isBlank) || footer.test(String(row.find((cell) => !isBlank(cell)) ?? '').trim())) continue;
      const where = place(sheets, sheet, at + 1);
      const read = readRow(row, { sheet, head, kept, today: about.today });
      if ('fault' in read) faults.push({ ...where, reason: read.fault });
      else lines.push({ ...where, text: JSON.stringify(read.value) });
    }
  }
  return { lines, faults, notes };
}

function readRow(
  row: readonly Cell[],
  given: { sheet: Sheet; head: TableHead; kept: KeptMoves; today: Day },
): { value: unknown } | { fault: Text } {
  const { sheet, head, kept, today } = given;
  const named = head.mixed ? rowKind(row, head) : head.kind;
  const others = typeof named === 'string' ? othersName(named) : undefined;
  if (others) {
    const moves = head.columns.find(({ heading }) => heading.is === 'moves');
    const text = otherLine(others, String(row[moves?.at ?? -1] ?? ''));
    if (text !== undefined) return { value: JSON.parse(text) };
  }
  if (typeof named === 'string') return { fault: { zh: `没有「${named}」这类记录`, en: `no kind "${named}"` } };
  const columns = head.mixed ? columnsFor(sheet, { ...head, kind: named }).columns : head.columns;
  const whole = keptLine(row, { kind: named, columns, kept });
  if (whole) return whole;
  const { year, given: byName } = head;
  return rowRecord(row, { kind: named, columns, today, given: byName, ...(year ? { year } : {}) });
}

/** @returns the text where it names no kind */
function rowKind(row: readonly Cell[], head: TableHead): RecordKind | string {
  const at = head.columns.find(({ heading }) => heading.is === 'kind')?.at ?? head.columns[0]?.at ?? 0;
  const text = String(row[at] ?? '').trim();
  return kindOf(text) ?? kinds.find((kind) => kind.title.zh === text || kind.title.en === text) ?? text;
}

function notesOf(sheet: Sheet, head: TableHead): Text[] {
  const unread = head.unread.filter((label) => label.trim() !== '');
  const given = Object.entries(head.given).map(([name, value]) => {
    const field = head.kind.fields[name];
    return `${field?.label.zh ?? name} ${field?.choices?.[value]?.label.zh ?? value}`;
  });
  return [
    ...(given.length > 0
      ? [
          {
            zh: `「${sheet.name}」按表名认定：${given.join('，')}`,
            en: `“${sheet.name}”, by its name: ${given.join(', ')}`,
          },
        ]
      : []),
    ...(unread.length > 0
      ? [
          {
            zh: `「${sheet.name}」没有用到的列：${unread.join('、')}`,
            en: `“${sheet.name}”, columns not used: ${unread.join(', ')}`,
          },
        ]
      : []),
  ];
}

const unclear: Text = {
  zh: '看不出这张表记的是哪类事项：请把工作表改名为「建议提案」「督办事项」等，或用导出的空白模板填写',
  en: 'it is not clear what this table is about: name the sheet after a kind, or fill in an exported template',
};

function isEmpty(sheet: Sheet): boolean {
  return sheet.rows.every((row) => row.every(isBlank));
}

/** The name of the sheet is told where there are several. */
function place(sheets: readonly Sheet[], sheet: Sheet, line: number): { line: number; sheet?: string } {
  return sheets.length > 1 ? { line, sheet: sheet.name } : { line };
}
