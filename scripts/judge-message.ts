/** Holds what the ledger made of a message against what a careful clerk would have filed. */

type Plain = string | number | boolean | null;
/** A value as expected: itself, one of several, a text containing one of several, a day within two. */
type Wanted =
  | Plain
  | readonly Wanted[]
  | { anyOf?: readonly Wanted[]; has?: readonly string[]; within?: readonly [string, string] };

interface WantedItem {
  readonly kind: Wanted;
  readonly move?: string | readonly string[] | null;
  readonly titleHas?: string | readonly string[];
  readonly fields?: Readonly<Record<string, Wanted>>;
  readonly set?: Readonly<Record<string, Wanted>>;
  readonly [column: string]: unknown;
}

export interface Expected {
  readonly records?: readonly WantedItem[];
  readonly changes?: readonly WantedItem[];
  readonly may?: readonly WantedItem[];
  readonly mayPlanned?: boolean;
  readonly alts?: readonly Partial<Expected>[];
  readonly refused?: string;
  readonly asks?: boolean;
}

interface Item {
  readonly kind: string;
  readonly move?: string;
  readonly status?: string;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly set?: Readonly<Record<string, unknown>>;
  readonly [column: string]: unknown;
}

export interface Outcome {
  readonly records: readonly Item[];
  readonly changes: readonly Item[];
  readonly asks: unknown;
  readonly refused: string | null;
}

export interface Verdict {
  /** All that was expected and nothing else. */
  readonly right: boolean;
  /** Something was written that should not have been, or with a wrong value. */
  readonly wrote: boolean;
  readonly missed: number;
  readonly why: readonly string[];
  /** Kind expected and kind got; `nothing` on either side. */
  readonly kinds: readonly (readonly [want: string, got: string])[];
  /** Every field that was judged. */
  readonly fields: readonly (readonly [name: string, fits: boolean])[];
}

export function judge(expected: Expected, got: Outcome | undefined): Verdict {
  if (!got) return { right: false, wrote: false, missed: 1, why: ['no answer'], kinds: [], fields: [] };
  const variants = [expected, ...(expected.alts ?? []).map((alt) => ({ ...expected, ...alt }))];
  const verdicts = variants.map((variant) => judgeOne(variant, got));
  return verdicts.find((verdict) => verdict.right) ?? verdicts[0]!;
}

function judgeOne(expected: Expected, got: Outcome): Verdict {
  const records = matched(expected.records ?? [], got.records);
  const changes = matched(expected.changes ?? [], got.changes);
  const spare = [...records.spare.filter((item) => !forgiven(expected, item)), ...changes.spare];
  const missed = [...records.missed, ...changes.missed];
  const bad = [...records.fields, ...changes.fields].filter(([, fits]) => !fits).map(([name]) => name);
  const why = [
    ...missed.map((kind) => `missed ${kind}`),
    ...spare.map((item) => `unexpected ${item.kind}`),
    ...(bad.length > 0 ? [`wrong ${bad.join(', ')}`] : []),
    ...(expected.refused && expected.refused !== got.refused
      ? [`refused ${got.refused}, not ${expected.refused}`]
      : []),
    ...(expected.asks && !got.asks ? ['did not ask'] : []),
  ];
  const strange = spare.map((item) => item.kind);
  const kinds = [
    ...records.kinds,
    ...changes.kinds,
    ...missed.map((kind) => [kind, strange.shift() ?? 'nothing'] as const),
    ...strange.map((kind) => ['nothing', kind] as const),
  ];
  return {
    right: why.length === 0,
    wrote: spare.length > 0 || bad.length > 0,
    missed: missed.length,
    why,
    kinds,
    fields: [...records.fields, ...changes.fields],
  };
}

type Fields = (readonly [name: string, fits: boolean])[];

function matched(wanted: readonly WantedItem[], got: readonly Item[]) {
  const spare = [...got];
  const missed: string[] = [];
  const kinds: (readonly [string, string])[] = [];
  const fields: Fields = [];
  for (const want of wanted) {
    const able = spare
      .filter((item) => same(want.kind, item.kind))
      .map((item) => ({ item, checks: checksOf(want, item) }))
      .sort((a, b) => wrongIn(a.checks) - wrongIn(b.checks));
    const best = able[0];
    if (!best) {
      missed.push(kindWanted(want.kind));
      continue;
    }
    spare.splice(spare.indexOf(best.item), 1);
    kinds.push([best.item.kind, best.item.kind]);
    fields.push(...best.checks);
  }
  return { missed, spare, kinds, fields };
}

function wrongIn(checks: Fields): number {
  return checks.filter(([, fits]) => !fits).length;
}

function kindWanted(kind: Wanted): string {
  if (typeof kind !== 'object' || kind === null || Array.isArray(kind)) return String(kind);
  return String((kind as { anyOf?: readonly Wanted[] }).anyOf?.[0] ?? 'nothing');
}

/** What need not be there and does no harm: a plan kept as a plan, a record the case allows. */
function forgiven(expected: Expected, item: Item): boolean {
  const notDone =
    ['planned', 'cancelled', 'drafting', 'draft', 'drafted'].includes(item.status ?? '') || item.kind === 'plan';
  return Boolean(expected.mayPlanned && notDone) || (expected.may ?? []).some((may) => fits(may, item));
}

function fits(want: WantedItem, item: Item): boolean {
  return same(want.kind, item.kind) && wrongIn(checksOf(want, item)) === 0;
}

/** Every field the case names, and whether the item has it as expected. */
function checksOf(want: WantedItem, item: Item): Fields {
  const { kind: _kind, move, titleHas, fields, set, ...columns } = want;
  const checks: Fields = [];
  // Taken back is withdrawn, whether by undo or by a word.
  const done = item.move === 'undo' ? 'withdraw' : item.move;
  if (move) checks.push(['move', [move].flat().includes(done ?? '')]);
  const value = (name: string) =>
    item.fields?.[name] ?? item[name] ?? item.set?.[name] ?? (name === 'leadUnit' ? item.unit : undefined);
  if (titleHas !== undefined) {
    const words = JSON.stringify([item.title, item.note, item.fields]);
    checks.push(['title', [titleHas].flat().some((word) => words.includes(word))]);
  }
  for (const [name, wanted] of Object.entries({ ...columns, ...fields, ...set })) {
    checks.push([name, same(wanted as Wanted, value(name))]);
  }
  return checks;
}

function same(wanted: Wanted, got: unknown): boolean {
  if (Array.isArray(wanted))
    return (
      Array.isArray(got) &&
      wanted.length === got.length &&
      wanted.every((one) => got.some((other) => same(one as Wanted, other)))
    );
  if (typeof wanted === 'object' && wanted !== null) {
    const { anyOf, has, within } = wanted as { anyOf?: Wanted[]; has?: string[]; within?: [string, string] };
    if (anyOf) return anyOf.some((one) => same(one, got));
    const text = typeof got === 'string' ? got : JSON.stringify(got ?? '');
    if (has) return has.some((word) => text.toLowerCase().includes(word.toLowerCase()));
    return within !== undefined && text >= within[0] && text <= within[1];
  }
  const bare = typeof got === 'object' && got !== null && 'value' in got ? got.value : got;
  const [a, b] = [String(wanted ?? ''), String(bare ?? '')];
  if (a === b) return true;
  if (/^\d+$/.test(a)) return Number(a) === Number(b.replace(/\D/g, '')) && b !== '' && typeof bare !== 'number';
  return a.length > 1 && b.length > 1 && (a.includes(b) || b.includes(a));
}
