/** One row of a table as a record with its moves, ready for the import; or everything that is wrong with it. */
import type { RecordKind, Value } from '../kinds/kind.ts';
import { numberIn } from '../kinds/kind.ts';
import type { Text } from '../reply.ts';
import { wayTo, wayToMove } from '../store/life.ts';
import type { Day } from '../time/day.ts';
import { dayCell, fieldCell, isBlank, numberCell, type Read, statusCell } from './cell-values.ts';
import type { ColumnName, Heading } from './headings.ts';
import type { Cell } from './sheet.ts';

export interface RowColumn {
  readonly heading: Heading;
  /** As it stands on the sheet. */
  readonly label: string;
  readonly at: number;
  /** Named by the very heading an export gives it. */
  readonly exact: boolean;
}

export interface RowNeeds {
  readonly kind: RecordKind;
  readonly columns: readonly RowColumn[];
  readonly today: Day;
  /** Of the table as a whole: the year of days written without one, and what its name says of every row. */
  readonly year?: number;
  readonly given: Readonly<Record<string, string>>;
}

/** A record line (contract, section 5.2), still open. */
interface Draft {
  no?: string;
  on?: Day;
  status?: string;
  readonly columns: Record<string, string | number>;
  readonly fields: Record<string, Value>;
  readonly days: { readonly move: string; readonly on: Day }[];
  readonly faults: Text[];
}

/** @returns the line as an import takes it */
export function rowRecord(row: readonly Cell[], needs: RowNeeds): Read<Record<string, unknown>> {
  const draft: Draft = { columns: {}, fields: { ...needs.given }, days: [], faults: [] };
  for (const column of needs.columns) {
    const cell = row[column.at];
    if (cell !== undefined && !isBlank(cell)) take(draft, column, cell, needs);
  }
  const days = inOrder(needs.kind, draft.days);
  const on = draft.on ?? days[0]?.on;
  if (draft.faults.length === 0 && on === undefined) draft.faults.push({ zh: '没有日期', en: 'without a day' });
  if (draft.faults.length > 0 || on === undefined) return { fault: joined(draft.faults) };
  const course = courseOf(draft, days, { kind: needs.kind, on, today: needs.today });
  if ('fault' in course) return course;
  const { no, columns, fields } = draft;
  return { value: { ...(no ? { no } : {}), kind: needs.kind.id, on, ...columns, fields, ...course.value } };
}

function take(draft: Draft, column: RowColumn, cell: Cell, { kind, year }: RowNeeds): void {
  const { heading } = column;
  const keep = keeperOf(draft, column);
  if (heading.is === 'number') takeNumber(draft, kind, String(cell).trim());
  else if (heading.is === 'move') keep(dayCell(cell, year), (on) => draft.days.push({ move: heading.name, on }));
  else if (heading.is === 'column') takeColumn(draft, { name: heading.name, cell, keep }, { kind, year });
  else if (heading.is === 'field') {
    const field = kind.fields[heading.name];
    if (!field) return;
    const read = fieldCell(field, cell);
    // In the column of the result some write the state: 已办结.
    const state = 'fault' in read && field.choices ? statusCell(kind, cell) : undefined;
    if (state && 'value' in state) draft.status ??= state.value;
    else
      keep(read, (value) => {
        draft.fields[heading.name] = value;
      });
  }
}

type Keeper = <T>(read: Read<T>, keep: (value: T) => void) => void;

/** Keeps what could be read; what could not is a fault under the heading of its column. */
function keeperOf(draft: Draft, { label }: RowColumn): Keeper {
  return (read, keep) => {
    if ('value' in read) keep(read.value);
    else draft.faults.push({ zh: `${label}：${read.fault.zh}`, en: `${label}: ${read.fault.en}` });
  };
}

function takeColumn(
  draft: Draft,
  { name, cell, keep }: { name: ColumnName; cell: Cell; keep: Keeper },
  { kind, year }: { kind: RecordKind; year: number | undefined },
): void {
  switch (name) {
    case 'on':
      keep(dayCell(cell, year), (on) => {
        draft.on = on;
      });
      break;
    case 'until':
    case 'due':
      keep(dayCell(cell, year), (day) => {
        draft.columns[name] = day;
      });
      break;
    case 'status':
      keep(statusCell(kind, cell), (status) => {
        draft.status = status;
      });
      break;
    case 'quantity':
      keep(numberCell(cell), (value) => {
        const number = numberIn(value);
        draft.columns.quantity = number?.value ?? 1;
        if (number && number.precision !== 'exact') draft.columns.precision = number.precision;
      });
      break;
    case 'basis':
      draft.columns.basis = /汇总|summary/.test(String(cell)) ? 'summary' : 'items';
      break;
    default:
      draft.columns[name] = String(cell)
        .trim()
        .slice(0, name === 'note' ? 2000 : 500);
  }
}

/** 编号 is the ledger's own number where it looks like one, else the number others gave. */
function takeNumber(draft: Draft, kind: RecordKind, text: string): void {
  if (new RegExp(`^${kind.prefix}-\\d{4}-\\d{3,}$`).test(text)) draft.no = text;
  else {
    const code = Object.entries(kind.fields).find(([, field]) => field.type === 'code')?.[0];
    if (code) draft.fields[code] ??= text;
  }
}

interface Course {
  readonly status?: string;
  readonly moves?: readonly Record<string, unknown>[];
}

/** The moves the days tell of, with those that must have happened before, up to the state the row names. */
function courseOf(
  draft: Draft,
  days: Draft['days'],
  { kind, on, today }: { kind: RecordKind; on: Day; today: Day },
): Read<Course> {
  if (days.length === 0) {
    const status = draft.status ?? (on > today ? 'planned' : undefined);
    return { value: status ? { status } : {} };
  }
  const moves: Record<string, unknown>[] = [];
  const told = new Set<string>();
  let state = kind.life.first;
  let last = on;
  for (const day of days) {
    if (day.on > today)
      return {
        fault: { zh: `${day.on} 还没到，不能记为已${kind.life.moves[day.move]?.label.zh}`, en: `${day.on} is ahead` },
      };
    const way = wayToMove(kind, state, day.move);
    if (!way)
      return {
        fault: {
          zh: `${kind.life.states[state]?.label.zh ?? state}之后不能${kind.life.moves[day.move]?.label.zh ?? day.move}（${day.on}）`,
          en: `${day.move} is not possible after ${state} (${day.on})`,
        },
      };
    moves.push(...way.map((move) => ({ move, on: day.on, implied: true })));
    moves.push({ move: day.move, on: day.on, ...setOf(draft, kind, day.move, told) });
    state = kind.life.moves[day.move]?.to ?? state;
    last = day.on;
  }
  if (draft.status === undefined || draft.status === state) return { value: { status: state, moves } };
  const rest = wayTo(kind, state, draft.status);
  if (!rest) {
    const labels = [draft.status, state].map((one) => kind.life.states[one]?.label.zh ?? one);
    return {
      fault: {
        zh: `状态写的是「${labels[0]}」，按日期却是「${labels[1]}」`,
        en: `status ${draft.status}, by its days ${state}`,
      },
    };
  }
  moves.push(...rest.map((move) => ({ move, on: last, implied: true })));
  return { value: { status: draft.status, moves } };
}

/** What a move usually brings (the unit with 交办, the result with 答复) was so from that day on. */
function setOf(draft: Draft, kind: RecordKind, move: string, told: Set<string>): { set?: Record<string, unknown> } {
  const set: Record<string, unknown> = {};
  for (const name of kind.life.moves[move]?.sets ?? []) {
    const isUnit = kind.fields[name]?.isUnit === true;
    const value = isUnit ? draft.columns.unit : name === 'due' ? undefined : draft.fields[name];
    if (value === undefined || told.has(name)) continue;
    told.add(name);
    set[name] = value;
  }
  return Object.keys(set).length > 0 ? { set } : {};
}

/** By day; what falls on one day in the order of the kind's life. */
function inOrder(kind: RecordKind, days: Draft['days']): Draft['days'] {
  const order = Object.keys(kind.life.moves);
  return [...days].sort((a, b) =>
    a.on === b.on ? order.indexOf(a.move) - order.indexOf(b.move) : a.on < b.on ? -1 : 1,
  );
}

function joined(faults: readonly Text[]): Text {
  return { zh: faults.map((one) => one.zh).join('；'), en: faults.map((one) => one.en).join('; ') };
}

/** What the name of a table says of all its rows: 政协提案 of the source. Only what has to be known of a record. */
export function givenByName(kind: RecordKind, name: string): Record<string, string> {
  const given: Record<string, string> = {};
  for (const [field, declared] of Object.entries(kind.fields)) {
    if (!declared.required || !declared.choices) continue;
    const named = Object.entries(declared.choices).filter(([, one]) =>
      [one.label.zh, ...one.words.filter((word) => /^\p{Script=Han}{2,}$/u.test(word))].some((word) =>
        name.includes(word),
      ),
    );
    if (named.length === 1) given[field] = named[0]![0];
  }
  return given;
}
