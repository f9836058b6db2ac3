/** Words looked for in a text: lists of them, and places where they stand. */
import { allMatches } from '../time/all-matches.ts';
import { type Lexicon, type Standing, type Vocabulary, vocabulary } from './vocabulary.ts';

export type { Lexicon } from './vocabulary.ts';

export interface Hit {
  readonly text: string;
  readonly index: number;
  readonly end: number;
}

const latin = /[a-z0-9]/i;

/** The word as a pattern: as it stands for Chinese, between word borders for Latin letters. */
export function escapeWord(word: string): string {
  const plain = word
    .replace(/[‘’]/g, "'")
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(/ /g, '\\s+');
  if (/^\d+$/.test(word)) return `(?<![a-z0-9])${plain}(?![a-z0-9])`;
  const before = latin.test(word[0] ?? '') && /[a-z]/i.test(word) ? '(?<![a-z0-9])' : '';
  const after = latin.test(word.at(-1) ?? '') && /[a-z]/i.test(word) ? '(?![a-z])' : '';
  return `${before}${plain}${after}`;
}

function standingOf(word: string): Standing {
  const letters = /[a-z]/i.test(word);
  // 12345 inside a longer number is another number.
  if (/^\d+$/.test(word)) return { bordered: true, end: 'no letter or digit' };
  return {
    bordered: letters && latin.test(word[0]!),
    end: letters && latin.test(word.at(-1)!) ? 'no letter' : 'any',
  };
}

/** Every list of words that is known from the start. */
const common = vocabulary();

/** A list of words to be looked for; null for no words. Lists made for one office are looked for apart. */
export function lexicon(words: Iterable<string>, inside: Vocabulary = common): Lexicon | null {
  return inside.lexicon(
    [...words].map((word) => word.replace(/[‘’]/g, "'")),
    standingOf,
  );
}

/** The lists known from the start of which a word stands in the text. */
export function lexiconsIn(text: string): Iterable<Lexicon> {
  return common.lexiconsIn(text);
}

/** One alternation of the words, longest first; null for no words. */
export function alternation(words: Iterable<string>): string | null {
  const sorted = [...new Set(words)].filter(Boolean).sort((a, b) => b.length - a.length);
  return sorted.length > 0 ? sorted.map(escapeWord).join('|') : null;
}

/** All places where a word of the list stands, the longest first, none overlapping. */
export function hitsOf(words: Lexicon | null, text: string): Hit[] {
  const hits: Hit[] = [];
  let last = 0;
  for (const { index, end } of words?.places(text) ?? []) {
    if (index < last) continue;
    hits.push({ text: text.slice(index, end), index, end });
    last = end;
  }
  return hits;
}

/** All matches of a pattern as places. */
export function matchesOf(pattern: RegExp, text: string): Hit[] {
  return allMatches(pattern, text).map((match) => ({
    text: match[0],
    index: match.index,
    end: match.index + match[0].length,
  }));
}

export function longest(hits: readonly Hit[]): Hit | undefined {
  let best: Hit | undefined;
  for (const hit of hits) if (!best || hit.text.length > best.text.length) best = hit;
  return best;
}

/** The text with these places blanked out, so that positions stay. */
export function blank(text: string, places: readonly { readonly index: number; readonly end: number }[]): string {
  let result = text;
  for (const { index, end } of places) result = result.slice(0, index) + ' '.repeat(end - index) + result.slice(end);
  return result;
}

export function overlaps(
  a: { readonly index: number; readonly end: number },
  b: { readonly index: number; readonly end: number },
): boolean {
  return a.index < b.end && b.index < a.end;
}
