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

/** `right`: all that was expected and nothing else; `wrote`: something was written that should not have been. */
export function judge(expected: Expected, got: Outcome): { right: boolean; wrote: boolean } {
  const variants = [expected, ...(expected.alts ?? []).map((alt) => ({ ...expected, ...alt }))];
  const verdicts = variants.map((variant) => judgeOne(variant, got));
  return verdicts.find((verdict) => verdict.right) ?? verdicts[0] ?? { right: false, wrote: false };
}

function judgeOne(expected: Expected, got: Outcome): { right: boolean; wrote: boolean } {
  const records = matched(expected.records ?? [], got.records);
  const changes = matched(expected.changes ?? [], got.changes);
  const spare = records.spare.filter((item) => !forgiven(expected, item));
  const wrote = spare.length > 0 || changes.spare.length > 0;
  const answered = (!expected.refused || expected.refused === got.refused) && (!expected.asks || Boolean(got.asks));
  return { right: !wrote && records.missing === 0 && changes.missing === 0 && answered, wrote };
}

function matched(wanted: readonly WantedItem[], got: readonly Item[]): { missing: number; spare: Item[] } {
  const spare = [...got];
  let missing = 0;
  for (const want of wanted) {
    const at = spare.findIndex((item) => fits(want, item));
    if (at < 0) missing += 1;
    else spare.splice(at, 1);
  }
  return { missing, spare };
}

/** What need not be there and does no harm: a plan kept as a plan, a record the case allows. */
function forgiven(expected: Expected, item: Item): boolean {
  const notDone =
    ['planned', 'cancelled', 'drafting', 'draft', 'drafted'].includes(item.status ?? '') || item.kind === 'plan';
  return Boolean(expected.mayPlanned && notDone) || (expected.may ?? []).some((may) => fits(may, item));
}

function fits(want: WantedItem, item: Item): boolean {
  const { kind, move, titleHas, fields, set, ...columns } = want;
  if (!same(kind, item.kind)) return false;
  // Taken back is withdrawn, whether by undo or by a word.
  const done = item.move === 'undo' ? 'withdraw' : item.move;
  if (move && ![move].flat().includes(done ?? '')) return false;
  const value = (name: string) =>
    item.fields?.[name] ?? item[name] ?? item.set?.[name] ?? (name === 'leadUnit' ? item.unit : undefined);
  if (titleHas !== undefined) {
    const words = JSON.stringify([item.title, item.note, item.fields]);
    if (![titleHas].flat().some((word) => words.includes(word))) return false;
  }
  return Object.entries({ ...columns, ...fields, ...set }).every(([name, wanted]) =>
    same(wanted as Wanted, value(name)),
  );
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
