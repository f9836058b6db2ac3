/** Which parts of a question are understood: spans are taken once, what is left over is not understood. */
import { type Lexicon, type Standing, type Vocabulary, vocabulary } from '../vocabulary.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The text with the spans blanked out, as long as it was. */
export function blank(text: string, spans: readonly Span[]): string {
  const chars = text.split('');
  for (const { start, end } of spans) for (let at = start; at < end; at += 1) chars[at] = '\u0001';
  return chars.join('');
}

export function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

export interface Found<T> extends Span {
  readonly word: string;
  readonly value: T;
}

/** Finds the words of a table in a text, small letters both, the longest at each place; English on word borders only. */
export interface Matcher<T> {
  /** The words themselves; null for none. */
  readonly words: Lexicon | null;
  find(text: string): Found<T>[];
}

export function matcher<T>(entries: Iterable<readonly [string, T]>, inside: Vocabulary = common): Matcher<T> {
  const table = new Map<string, T>();
  for (const [word, value] of entries) if (word) table.set(word.toLowerCase(), value);
  const words = inside.lexicon(table.keys(), standingOf);
  return {
    words,
    find(text) {
      const found: Found<T>[] = [];
      let last = 0;
      for (const { index, end } of words?.places(text) ?? []) {
        // Words may overlap (信息采用, 采用率), but one within a longer one says nothing of its own.
        if (end <= last) continue;
        last = end;
        const word = text.slice(index, end);
        found.push({ start: index, end, word, value: table.get(word)! });
      }
      return found;
    },
  };
}

/** Every table that is known from the start. */
const common = vocabulary();

/** The words of the tables known from the start of which one stands in the text. */
export function lexiconsIn(text: string): Iterable<Lexicon> {
  return common.lexiconsIn(text);
}

function standingOf(word: string): Standing {
  return {
    bordered: /^[a-z0-9]/.test(word),
    end: /[a-z0-9]$/.test(word) ? 'no letter or digit' : 'any',
    oneBlank: true,
  };
}

/** How much a word tells: a Chinese character, or about a third of an English word. */
export function weightOf(word: string): number {
  const latin = word.match(/[a-z]/g)?.length ?? 0;
  return word.replace(/[\s\d\p{P}a-z]/gu, '').length + latin / 3;
}
