/** A second opinion on the kind of a statement whose words no cue knows: which kind's own examples and words it shares most with. */
import { kinds } from '../kinds/all.ts';
import type { RecordKind } from '../kinds/kind.ts';
import { hasFigures } from './counts-in.ts';
import type { Marks } from './marks.ts';
import { blank } from './words.ts';

export interface Near {
  readonly kind: RecordKind;
  /** Share of what the text says that the kind's words know, weighed by how much it tells kinds apart: 0 to 1. */
  readonly share: number;
}

/** What a kind declares, by how much a word of it says of the kind. */
function* saidOf(kind: RecordKind): Generator<readonly [text: string, weight: number]> {
  yield [kind.title.zh, 3];
  yield [kind.title.en, 3];
  for (const [strength, weight] of [
    ['sure', 3],
    ['likely', 2],
    ['maybe', 1],
  ] as const)
    for (const cue of kind.cues[strength] ?? []) if (typeof cue === 'string') yield [cue, weight];
  for (const example of kind.examples) yield [example.text, 2];
  for (const field of Object.values(kind.fields)) {
    for (const word of field.words ?? []) yield [word, 1];
    for (const value of [...Object.values(field.choices ?? {}), ...(field.known ?? [])])
      for (const word of [value.label.zh, value.label.en, ...value.words]) yield [word, 1];
  }
  for (const move of Object.values(kind.life.moves)) for (const word of move.words) yield [word, 1];
}

const small = new Set(
  'the a an and of to in on at for from by with we our us it is was were today yesterday this that one two about'.split(
    ' ',
  ),
);

/** Pairs of Chinese characters and whole Latin words. */
export function gramsOf(text: string): string[] {
  const lower = text.toLowerCase();
  const latin = (lower.match(/[a-z]{3,}/g) ?? [])
    .filter((word) => !small.has(word))
    .map((word) => word.replace(/(?:ies|es|s|ed|ing)$/, ''));
  const pairs = (lower.match(/[\u4e00-\u9fff]+/g) ?? []).flatMap((run) =>
    Array.from({ length: Math.max(0, run.length - 1) }, (_, at) => run.slice(at, at + 2)),
  );
  return [...new Set([...latin, ...pairs])];
}

interface Table {
  readonly weights: ReadonlyMap<RecordKind, ReadonlyMap<string, number>>;
  readonly rarity: ReadonlyMap<string, number>;
}

let table: Table | undefined;

function tableOf(): Table {
  if (table) return table;
  const weights = new Map<RecordKind, Map<string, number>>();
  const spread = new Map<string, number>();
  for (const kind of kinds) {
    const own = new Map<string, number>();
    for (const [text, weight] of saidOf(kind))
      for (const gram of gramsOf(text)) own.set(gram, (own.get(gram) ?? 0) + weight);
    for (const gram of own.keys()) spread.set(gram, (spread.get(gram) ?? 0) + 1);
    weights.set(kind, own);
  }
  const rarity = new Map([...spread].map(([gram, of]) => [gram, Math.log(kinds.length / of)] as const));
  table = { weights, rarity };
  return table;
}

/** Kinds by how near they are, best first. */
export function nearestKinds(marks: Marks): readonly Near[] {
  const { weights, rarity } = tableOf();
  const plain = blank(marks.text, [
    ...marks.times
      .filter((time) => time.said !== 'name')
      .map((time) => ({ index: time.index, end: time.index + time.text.length })),
    ...marks.numbers,
    ...marks.units,
    ...marks.leaders,
  ]);
  const grams = gramsOf(plain);
  const all = grams.reduce((sum, gram) => sum + (rarity.get(gram) ?? unknown), 0);
  if (all === 0) return [];
  return kinds
    .map((kind) => {
      const own = weights.get(kind)!;
      const known = grams.reduce((sum, gram) => {
        const weight = own.get(gram);
        return weight === undefined ? sum : sum + (rarity.get(gram) ?? 0) * Math.min(1, (1 + Math.log(weight)) / 2);
      }, 0);
      return { kind, share: known / all };
    })
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share);
}

/** The one kind the text is nearest to by far, and of which it counts or measures something; else none. */
export function nearestKind(marks: Marks): RecordKind | undefined {
  const [first, second] = nearestKinds(marks);
  if (!first || first.share < clear || first.share < (second?.share ?? 0) * apart) return undefined;
  return hasFigures(first.kind, marks) ? first.kind : undefined;
}
const clear = 0.3;
const apart = 1.5;

/** The kinds it may be of, if it tells of something that can be written down. */
export function likelyKinds(marks: Marks): readonly Near[] {
  const told = marks.numbers.length > 0 || marks.units.length > 0 || marks.titles.length > 0 || marks.docNos.length > 0;
  if (!told || gramsOf(marks.text).length < 2) return [];
  const near = nearestKinds(marks);
  return near.filter(({ share }) => share >= faint && share * 3 >= near[0]!.share).slice(0, 3);
}
const faint = 0.15;

/** What no kind says counts against all of them a little. */
const unknown = 0.6;
