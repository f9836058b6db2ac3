/** Holds the answer to a question against the figure an independent computation gave. */

/** A figure, its parts, or that there is none; `anyOf` where several readings are right. */
export interface Wanted {
  readonly value?: number;
  readonly tolerance?: number;
  readonly rate?: boolean;
  readonly precision?: string;
  /** Values by key; `a|b` where a part may be called either. */
  readonly rows?: Readonly<Record<string, number>>;
  /** Values that must be among the parts, whatever they are called. */
  readonly rowValues?: readonly number[];
  /** Texts of which the answer must say one, for each list. */
  readonly mentions?: readonly (readonly string[])[];
  readonly refused?: string | readonly string[];
  readonly anyOf?: readonly Wanted[];
}

export interface Told {
  readonly text: string;
  readonly answer: {
    readonly value: number | null;
    readonly precision?: string;
    readonly numerator?: number | null;
    readonly denominator?: number | null;
    readonly rows: readonly { readonly key: string; readonly value: number | null }[] | null;
    readonly numbers?: readonly string[];
    readonly definition?: string;
    readonly [more: string]: unknown;
  } | null;
  readonly asks: unknown;
  readonly refused: string | null;
  readonly records: readonly unknown[];
  readonly changes: readonly unknown[];
}

/** A wrong figure is far worse than none: the two are told apart. */
export type AnswerVerdict = 'right' | 'wrong' | 'declined' | 'wrote';

export function judgeAnswer(wanted: Wanted, told: Told | undefined): AnswerVerdict {
  if (!told) return 'declined';
  if (told.records.length + told.changes.length > 0) return 'wrote';
  const readings = flat(wanted);
  const figure = told.answer && (figureOf(told.answer) !== null || (told.answer.rows ?? []).length > 0);
  if (!figure) {
    const due = readings.some((one) => one.refused !== undefined);
    return due && (told.refused !== null || told.asks) ? 'right' : 'declined';
  }
  return readings.some((one) => one.refused === undefined && fits(one, told)) ? 'right' : 'wrong';
}

function flat(wanted: Wanted): Wanted[] {
  return wanted.anyOf ? wanted.anyOf.flatMap(flat) : [wanted];
}

function figureOf(answer: NonNullable<Told['answer']>): number | null {
  if (answer.value !== null) return answer.value;
  if (answer.rows?.length === 1) return answer.rows[0]!.value;
  return null;
}

function fits(wanted: Wanted, told: Told): boolean {
  const answer = told.answer!;
  if (wanted.rows) return rowsFit(wanted.rows, answer.rows ?? []);
  if (wanted.rowValues)
    return wanted.rowValues.every((one) => (answer.rows ?? []).some((row) => near(row.value ?? Number.NaN, one, 0.06)));
  const value = figureOf(answer);
  if (value === null || wanted.value === undefined) return false;
  const off = wanted.tolerance ?? 1e-6;
  if (
    !near(value, wanted.value, off) &&
    !(wanted.rate && near(value, wanted.value * 100, off)) &&
    !(wanted.rate && near(value * 100, wanted.value, off))
  )
    return false;
  if (wanted.precision && wanted.precision !== (answer.precision ?? 'exact')) return false;
  const text = `${told.text} ${JSON.stringify(answer.rows)} ${answer.definition ?? ''}`;
  return (wanted.mentions ?? []).every((choices) => choices.some((choice) => text.includes(choice)));
}

function near(a: number, b: number, off: number): boolean {
  return Math.abs(a - b) <= off;
}

const totals = /^(?:合计|总计|小计|共计|total|sum|all)$/i;

/** Every part with its value and no other one; parts of nothing do not matter. */
function rowsFit(
  wanted: Readonly<Record<string, number>>,
  rows: NonNullable<NonNullable<Told['answer']>['rows']>,
): boolean {
  const got = rows.filter((row) => row.value && !totals.test(row.key));
  const want = Object.entries(wanted).filter(([, value]) => value !== 0);
  if (got.length !== want.length) return false;
  return want.every(([key, value]) => {
    const names = key.split('|').map(plainKey);
    const row =
      got.find((one) => names.includes(plainKey(one.key))) ??
      got.find((one) =>
        names.some(
          (name) => !/^[\d-]/.test(name) && (plainKey(one.key).includes(name) || name.includes(plainKey(one.key))),
        ),
      );
    return row !== undefined && near(row.value!, value, 1e-6);
  });
}

/** 2026年3月, 2026-3 and 2026-03 are one month; 2026年 is 2026. */
function plainKey(key: string): string {
  const bare = key.replace(/\s/g, '').toLowerCase();
  const month = /^(\d{4})[-年./](\d{1,2})月?$/.exec(bare);
  if (month) return `${month[1]}-${month[2]!.padStart(2, '0')}`;
  return bare.replace(/^(\d{4})年$/, '$1');
}
