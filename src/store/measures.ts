/** Works out a measure: one figure with its definition and the records behind it, or the reason why there is none. */
import { kindOf } from '../kinds/all.ts';
import type { Entry } from '../kinds/entry.ts';
import type { Measure, Precision, RecordKind } from '../kinds/kind.ts';
import type { Text } from '../reply.ts';
import type { Day } from '../time/day.ts';
import { contains, overlaps, type Period } from '../time/period.ts';
import type { Db } from './db.ts';
import { selectEntries } from './entries.ts';
import type { Filter } from './measure-filter.ts';
import { type GroupRow, groupPieces } from './measure-group.ts';
import { type Piece, piecesOf, spanOf } from './measure-pieces.ts';
import { type Reckoned, reckon } from './measure-reckon.ts';
import { stockOf } from './measure-stock.ts';

export type { Filter } from './measure-filter.ts';
export type { GroupRow } from './measure-group.ts';

/** What is asked; without a period everything up to the day. */
export interface FigureRequest {
  readonly kind: string;
  readonly measure: string;
  readonly filters?: readonly Filter[];
  readonly period?: Period | null;
  /** The ledger as it stood with what happened up to and on this day. */
  readonly asOf: Day;
  /** `month`, `quarter`, `year`, `week`, `unit`, `anyUnit`, `status` or a field of the kind. */
  readonly group?: string;
}

export interface Figure {
  readonly kind: string;
  readonly measure: string;
  /** A rate in percent; a duration's mean. Null only for a grouped ratio without a whole. */
  readonly value: number | null;
  readonly precision: Precision;
  readonly unit: Text;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Of durations. */
  readonly median?: number;
  readonly period: Period | null;
  readonly asOf: Day;
  /** The records behind it. */
  readonly numbers: readonly string[];
  readonly definition: Text;
  readonly notes: readonly Text[];
  /** Only when grouped. */
  readonly rows?: readonly GroupRow[];
}

export interface NoFigure {
  readonly refused: 'no-data' | 'incommensurable';
  readonly why: Text;
}

export function isRefused(figure: Figure | NoFigure): figure is NoFigure {
  return 'refused' in figure;
}

export function figure(db: Db, request: FigureRequest): Figure | NoFigure {
  const kind = kindOf(request.kind);
  const measure = kind && Object.hasOwn(kind.measures, request.measure) ? kind.measures[request.measure] : undefined;
  if (!kind || !measure)
    return missing(`没有“${request.kind}.${request.measure}”这个指标`, `no measure ${request.kind}.${request.measure}`);
  const entries = selectEntries(db, { kind: kind.id, asOf: request.asOf });
  return figureFrom(db, { ...request, kindDeclared: kind, declared: measure, entries });
}

interface Prepared extends FigureRequest {
  readonly kindDeclared: RecordKind;
  readonly declared: Measure;
  readonly entries: readonly Entry[];
}

function figureFrom(db: Db, request: Prepared): Figure | NoFigure {
  const { declared, entries, kindDeclared: kind } = request;
  const period = request.period ?? null;
  if (declared.type === 'latest') return stockFigure(request, declared);
  if (!entries.some((entry) => touches(entry, period))) {
    return missing(`这段时间没有${kind.title.zh}的记录`, `nothing is recorded of ${kind.title.en} for that period`);
  }
  if (declared.type === 'ratio') return ratioFigure(db, request, declared);
  const found = piecesOf({
    kind,
    entries,
    by: declared.type === 'duration' ? declared.to : declared.by,
    filters: request.filters ?? [],
    picks: picksOf(declared),
    period,
    asOf: request.asOf,
  });
  const whole = reckon(db, { kind, measure: declared, pieces: found.pieces, asOf: request.asOf });
  if ('refused' in whole) return whole;
  if (whole.value === 0 && found.uncut) {
    return { refused: 'no-data', why: found.notes[0] ?? { zh: '只有汇总数', en: 'there is only a total' } };
  }
  const grouped = request.group === undefined ? undefined : rowsOf(db, request, found.pieces);
  if (grouped && 'refused' in grouped) return grouped;
  return {
    ...head(request),
    ...told(whole),
    period,
    definition: declared.definition,
    unit: declared.unit,
    notes: [...found.notes, ...(grouped?.notes ?? [])],
    ...(grouped && { rows: grouped.rows }),
  };
}

/** The values of fields a measure is of, as conditions; a state comes with the record. */
function picksOf(measure: Measure): Filter[] {
  const where = measure.type === 'count' || measure.type === 'sum' ? measure.where : undefined;
  return Object.entries(where?.fields ?? {})
    .filter(([field]) => field !== 'status')
    .map(([field, values]) => ({ field, values: [...values] }));
}

/** Whether the ledger knows anything of the record within the period: its day, its span, or something done to it. */
function touches(entry: Entry, period: Period | null): boolean {
  if (period === null || overlaps(spanOf(entry), period)) return true;
  return Object.values(entry.days).some((days) => days.some((day) => contains(period, day)));
}

function head(request: FigureRequest): Pick<Figure, 'kind' | 'measure' | 'asOf'> {
  return { kind: request.kind, measure: request.measure, asOf: request.asOf };
}

function told(reckoned: Reckoned): Pick<Figure, 'value' | 'precision' | 'numerator' | 'denominator' | 'numbers'> {
  const { value, precision, numerator = null, denominator = null, numbers, median } = reckoned;
  return { value, precision, numerator, denominator, numbers, ...(median !== undefined && { median }) };
}

function rowsOf(db: Db, request: Prepared, pieces: readonly Piece[]): { rows: GroupRow[]; notes: Text[] } | NoFigure {
  const { kindDeclared: kind, declared: measure, group = '', asOf, period = null } = request;
  if (measure.type === 'latest' || measure.type === 'ratio') return { rows: [], notes: [] };
  const grouped = groupPieces(kind, pieces, { by: group, period, asOf });
  const rows: GroupRow[] = [];
  for (const part of grouped.parts) {
    const value = reckon(db, { kind, measure, pieces: part.pieces, asOf });
    if ('refused' in value && value.refused === 'incommensurable') return value;
    const empty = measure.type === 'rate' || measure.type === 'duration';
    if ('refused' in value && empty) continue;
    rows.push({
      key: part.key,
      label: part.label,
      value: 'refused' in value ? 0 : value.value,
      precision: 'refused' in value ? 'exact' : value.precision,
      numbers: 'refused' in value ? [] : value.numbers,
    });
  }
  if (rows.every((row) => row.value === 0) && grouped.left > 0) {
    return missing('有数，但没有按这个口径细分', 'there is a figure, but it is not broken down that way');
  }
  const unit = measure.unit;
  const notes =
    grouped.left > 0
      ? [
          {
            zh: `另有${grouped.left}${unit.zh}没有注明，不在各行里`,
            en: `${grouped.left} more ${unit.en} name none and are in no row`,
          },
        ]
      : [];
  return { rows, notes: measure.type === 'count' ? notes : [] };
}

function ratioFigure(db: Db, request: Prepared, declared: Measure & { type: 'ratio' }): Figure | NoFigure {
  const { group, kindDeclared: kind } = request;
  const part = (name: string): Figure | NoFigure => {
    const measure = kind.measures[name];
    return measure
      ? figureFrom(db, { ...request, measure: name, declared: measure })
      : missing('没有这个指标', 'no such measure');
  };
  const over = part(declared.numerator);
  const under = part(declared.denominator);
  if (isRefused(over)) return over;
  if (isRefused(under)) return under;
  if (over.precision !== 'exact' || under.precision !== 'exact') return rough();
  if (!under.value) return missing('分母为零，算不出比率', 'the denominator is zero, there is no rate');
  const times = declared.unit.zh === '%' ? 100 : 1;
  const rows = under.rows?.flatMap((row): GroupRow[] => {
    const above = over.rows?.find((other) => other.key === row.key);
    return row.value === 0 ? [] : [{ ...row, value: (times * (above?.value ?? 0)) / row.value }];
  });
  return {
    ...head(request),
    value: (times * (over.value ?? 0)) / under.value,
    precision: 'exact',
    unit: declared.unit,
    numerator: over.value,
    denominator: under.value,
    period: request.period ?? null,
    numbers: under.numbers,
    definition: declared.definition,
    notes: under.notes,
    ...(group !== undefined && { rows: rows ?? [] }),
  };
}

function stockFigure(request: Prepared, declared: Measure & { type: 'latest' }): Figure | NoFigure {
  const { kindDeclared: kind, entries, filters = [], asOf } = request;
  const period = request.period ?? null;
  const found = stockOf({ kind, measure: declared, entries, filters, period, asOf });
  if ('refused' in found) return found;
  return {
    ...head(request),
    value: found.value,
    precision: found.precision,
    unit: found.unit,
    numerator: null,
    denominator: null,
    period,
    numbers: found.numbers,
    definition: declared.definition,
    notes: found.notes,
  };
}

function missing(zh: string, en: string): NoFigure {
  return { refused: 'no-data', why: { zh, en } };
}

/** Why a number that is not exact makes no rate and no comparison. */
export function rough(): NoFigure {
  return {
    refused: 'incommensurable',
    why: {
      zh: '其中有约数（余、约、近），不能参与比率和增减的计算',
      en: 'some of the numbers are not exact, so no rate and no comparison can be made of them',
    },
  };
}
