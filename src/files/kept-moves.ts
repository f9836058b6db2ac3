/** What a row has no room for: its moves, and the office's people, units and settings, kept whole in an export. */
import type { StoredMove } from '../kinds/entry.ts';
import type { RecordKind } from '../kinds/kind.ts';
import type { Text } from '../reply.ts';
import { fold } from '../store/fold.ts';
import { isBlank } from './cell-values.ts';
import { movesHeading } from './headings.ts';
import type { PlacedLine } from './import-lines.ts';
import { saysSo } from './record-cells.ts';
import type { RowColumn } from './row-record.ts';
import type { Cell, NewSheet, Sheet } from './sheet.ts';

export const moveColumns = [
  '编号',
  '步',
  '变动',
  '日期',
  '时间',
  '人员',
  '科室',
  '来源',
  '内容',
  '说明',
  '撤销步',
  '推定',
];
const others = ['人员', '单位名录', '设置'] as const;
export type OthersName = (typeof others)[number];

/** The moves of each record by its number. */
export type KeptMoves = ReadonlyMap<string, readonly StoredMove[]>;

export function moveSheet(name: string): boolean {
  return name === movesHeading || (others as readonly string[]).includes(name);
}

export function moveRow(no: string, move: StoredMove): Cell[] {
  return [
    ...[no, move.n, move.move, move.on, move.at, move.by, move.section, move.source],
    ...[move.set ? JSON.stringify(move.set) : null, move.note ?? null, move.undoes ?? null, move.implied ? '是' : null],
  ];
}

export function keptMoves(sheets: readonly Sheet[]): KeptMoves {
  const kept = new Map<string, StoredMove[]>();
  const sheet = sheets.find((one) => one.name === movesHeading);
  for (const row of sheet?.rows.slice(1) ?? []) {
    const [no, n, move, on, at, by, section, source, set, note, undoes, implied] = row;
    if (isBlank(no)) continue;
    const read = {
      ...{ n: Number(n), move: String(move), on: String(on), at: String(at ?? ''), by: String(by ?? '') },
      ...{ section: String(section ?? ''), source: String(source ?? '') },
      ...(set ? { set: parsed(String(set)) as NonNullable<StoredMove['set']> } : {}),
      ...(note === null || note === undefined ? {} : { note: String(note) }),
      ...(undoes === null || undoes === undefined ? {} : { undoes: Number(undoes) }),
      ...(implied ? { implied: true as const } : {}),
    };
    kept.set(String(no), [...(kept.get(String(no)) ?? []), read]);
  }
  return kept;
}

/**
 * A row whose moves are kept beside it is the record they make; the row must still say the same.
 * @returns undefined for a row without kept moves
 */
export function keptLine(
  row: readonly Cell[],
  of: { kind: RecordKind; columns: readonly RowColumn[]; kept: KeptMoves },
): { value: unknown } | { fault: Text } | undefined {
  const cellUnder = (is: 'number' | 'moves') => row[of.columns.find(({ heading }) => heading.is === is)?.at ?? -1];
  const no = String(cellUnder('number') ?? '');
  const beside = cellUnder('moves');
  const moves = isBlank(beside) ? of.kept.get(no) : (parsed(String(beside)) as StoredMove[] | undefined);
  if (no === '' || !Array.isArray(moves) || moves.length === 0) return undefined;
  const entry = fold(of.kind, no, moves);
  if (!entry) return { fault: { zh: '历次变动里没有登记这一步', en: 'its moves lack the first' } };
  const differs = of.columns.find(
    (column) => !saysSo(of.kind, entry, { heading: column.heading, cell: row[column.at] ?? null }),
  );
  if (differs)
    return {
      fault: {
        zh: `「${differs.label}」与这条记录的历次变动不符；要改记录，请在聊天里改`,
        en: `“${differs.label}” is not what its moves say; change records in the chat`,
      },
    };
  const [first] = moves;
  return { value: { no, kind: of.kind.id, on: first!.on, moves } };
}

export function othersSheet(name: OthersName, rows: readonly object[]): NewSheet {
  return { name, columns: [{ heading: '内容' }], rows: rows.map((row) => [JSON.stringify(row)]) };
}

/** People, units and settings as lines of an import, in a workbook or below each other in one table. */
export function otherLines(sheets: readonly Sheet[]): PlacedLine[] {
  return sheets.flatMap((sheet) => {
    const name = others.find((one) => one === sheet.name);
    if (!name) return [];
    return sheet.rows.slice(1).flatMap((row, at) => {
      const text = otherLine(name, String(row[0] ?? ''));
      return text === undefined ? [] : [{ line: at + 2, sheet: sheet.name, text }];
    });
  });
}

/** @returns undefined for a cell that holds no such line */
export function otherLine(name: OthersName, json: string): string | undefined {
  const value = parsed(json);
  if (typeof value !== 'object' || value === null) return undefined;
  if (name === '人员') return JSON.stringify({ type: 'person', ...value });
  if (name === '设置') return JSON.stringify({ type: 'setting', ...value });
  const { type, ...unit } = value as { type?: string | null };
  return JSON.stringify({ type: 'unit', ...unit, ...(type ? { kind: type } : {}) });
}

export function othersName(text: string): OthersName | undefined {
  return others.find((one) => one === text);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
