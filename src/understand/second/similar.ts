/** Finds what the kinds say of themselves that is nearest to a text: their examples, and the kinds behind them. */
import { kinds } from '../../kinds/all.ts';
import type { Example, RecordKind } from '../../kinds/kind.ts';
import { kindsIn } from '../kind-of.ts';

export interface NearExample {
  readonly kind: RecordKind;
  readonly example: Example;
  readonly near: number;
}

/** Pairs of Chinese characters, and Latin words; figures are all alike. */
function pairsOf(text: string): ReadonlySet<string> {
  const plain = text.toLowerCase().replace(/\d+/g, '0');
  const han = (plain.match(/[\u4e00-\u9fff0]+/g) ?? []).flatMap((run) =>
    Array.from({ length: Math.max(0, run.length - 1) }, (_, at) => run.slice(at, at + 2)),
  );
  return new Set([...han, ...(plain.match(/[a-z]{3,}/g) ?? [])]);
}

let table: readonly (Omit<NearExample, 'near'> & { pairs: ReadonlySet<string> })[] | undefined;

/** Every kind's examples, the nearest first; 0 is nothing in common, 1 the same. */
export function nearExamples(text: string, most: number): NearExample[] {
  table ??= kinds.flatMap((kind) => kind.examples.map((example) => ({ kind, example, pairs: pairsOf(example.text) })));
  const own = pairsOf(text);
  return table
    .map(({ kind, example, pairs }) => ({ kind, example, near: shared(own, pairs) }))
    .filter(({ near }) => near > 0)
    .sort((a, b) => b.near - a.near)
    .slice(0, most);
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const pair of a) if (b.has(pair)) both += 1;
  return a.size + b.size === 0 ? 0 : (2 * both) / (a.size + b.size);
}

/** The kinds a text may be about: those it gives a cue for, then those whose examples are nearest. */
export function likelyKinds(text: string, most: number): RecordKind[] {
  const cued = kindsIn(text).map(({ kind }) => kind);
  const near = nearExamples(text, 40).map(({ kind }) => kind);
  return [...new Set([...cued, ...near])].slice(0, most);
}
