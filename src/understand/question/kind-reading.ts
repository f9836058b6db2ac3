/** Reads what of a question one kind of record explains: its name, its figures, the values of its fields. */
import type { AskedFilter } from '../../intents/ask-shape.ts';
import { leftovers } from './fillers.ts';
import type { Frame } from './frame.ts';
import type { KindWords, Sense, Token } from './kind-words.ts';
import { blank, overlap, type Span, weightOf } from './places.ts';

export interface KindReading {
  readonly words: KindWords;
  readonly score: number;
  /** The kind is named, not only guessed by a word it shares with others. */
  readonly named: boolean;
  /** Measures named, the most telling first. */
  readonly measures: readonly { readonly id: string; readonly word: string; readonly span: Span }[];
  readonly values: readonly AskedFilter[];
  readonly fields: readonly string[];
  readonly spans: readonly Span[];
  /** What nothing explains. */
  readonly unknown: readonly { readonly word: string; readonly span: Span }[];
}

export function readKind(words: KindWords, frame: Frame): KindReading {
  const { rest } = frame;
  const tokens = words.senses.find(rest);
  const patterned: Span[] = [];
  let score = 0;
  let named = false;
  for (const token of tokens) {
    const weight = weightOf(token.word);
    const cue = token.value.find((sense) => sense.is === 'kind');
    const own = words.own.has(token.word);
    const figures = token.value.some((sense) => sense.is === 'measure');
    const valued = token.value.some((sense) => sense.is === 'value');
    named ||= cue !== undefined || (own && (figures || valued) && weight >= 2);
    const factor = cue?.is === 'kind' ? (cue.sure ? 3 : 2) : figures ? (own ? 2.5 : 1) : valued ? (own ? 2 : 1) : 0.5;
    score += factor * weight;
  }
  for (const { pattern, sure } of words.patterns) {
    const match = pattern.exec(rest);
    if (!match) continue;
    const span = { start: match.index, end: match.index + match[0].length };
    if (tokens.some((token) => overlap(token, span) && token.value.some((sense) => sense.is === 'kind'))) continue;
    named = true;
    score += (sure ? 2.5 : 1.5) * Math.min(3, weightOf(match[0]));
    if (!/[.*+{]/.test(pattern.source)) patterned.push(span);
  }
  const spans: Span[] = [...tokens, ...patterned];
  const unknown = leftovers(blank(rest, spans));
  return {
    words,
    named,
    score: score - 1.5 * unknown.reduce((sum, { word }) => sum + weightOf(word), 0),
    measures: measuresIn(words, tokens),
    values: valuesIn(words, tokens),
    fields: tokens.flatMap((token) => token.value.flatMap((sense) => (sense.is === 'field' ? sense.field : []))),
    spans,
    unknown,
  };
}

/** How specific a sort of figure is: a rate named beside a count is what was asked for. */
const ranks: Record<string, number> = { rate: 5, ratio: 5, duration: 4, latest: 3, sum: 3, count: 2 };

function measuresIn(words: KindWords, tokens: readonly Token[]): KindReading['measures'] {
  const { kind } = words;
  const found = tokens.flatMap((token) =>
    token.value.flatMap((sense) =>
      sense.is === 'measure' ? { id: sense.id, word: token.word, span: token as Span } : [],
    ),
  );
  const weight = (id: string, word: string) =>
    (id === kind.main ? 0 : 100) + (ranks[kind.measures[id]?.type ?? ''] ?? 0) * 20 + weightOf(word);
  const best = new Map<string, (typeof found)[number]>();
  for (const one of found) {
    const known = best.get(one.id);
    if (!known || weightOf(known.word) < weightOf(one.word)) best.set(one.id, one);
  }
  return [...best.values()].sort((a, b) => weight(b.id, b.word) - weight(a.id, a.word));
}

/** Values of fields, several of one field together; a value inside another's word counts too (重点提案: key, cppcc). */
function valuesIn(words: KindWords, tokens: readonly Token[]): AskedFilter[] {
  const byField = new Map<string, { values: string[]; said: string[] }>();
  const keep = (senses: readonly Sense[], word: string) => {
    for (const sense of senses) {
      if (sense.is !== 'value') continue;
      const known = byField.get(sense.field) ?? { values: [], said: [] };
      if (!known.values.includes(sense.value)) {
        known.values.push(sense.value);
        known.said.push(word);
      }
      byField.set(sense.field, known);
    }
  };
  for (const token of tokens) {
    const own = token.value.filter((sense) => sense.is === 'value');
    const first = own[0];
    if (first) keep([first], token.word);
    if (!first || token.word.length < 3) continue;
    for (const inner of [...words.senses.find(token.word.slice(1)), ...words.senses.find(token.word.slice(0, -1))]) {
      keep(inner.value.filter((sense) => sense.is === 'value' && sense.field !== first.field).slice(0, 1), inner.word);
    }
  }
  return [...byField].map(([field, { values, said }]) => ({ field, values, said: said.join('、') }));
}
