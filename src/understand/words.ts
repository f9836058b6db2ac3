/** Turns lists of words into one pattern each, so that a sentence is searched once for all of them. */

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
  const before = latin.test(word[0] ?? '') && /[a-z]/i.test(word) ? '(?<![a-z0-9])' : '';
  const after = latin.test(word.at(-1) ?? '') && /[a-z]/i.test(word) ? '(?![a-z])' : '';
  return `${before}${plain}${after}`;
}

/** The words in other scripts than Latin alone: all that need be looked for where no Latin letter stands. */
const withoutLatin = new WeakMap<RegExp, RegExp | null>();
const hasLatin = /[a-z]/i;

/** One alternation, longest first; null for no words. */
export function wordPattern(words: Iterable<string>, flags = 'gi'): RegExp | null {
  const sorted = [...new Set(words)].filter(Boolean).sort((a, b) => b.length - a.length);
  const whole = alternation(sorted, flags);
  if (whole) {
    withoutLatin.set(
      whole,
      alternation(
        sorted.filter((word) => !hasLatin.test(word)),
        flags,
      ),
    );
  }
  return whole;
}

function alternation(words: readonly string[], flags: string): RegExp | null {
  return words.length > 0 ? new RegExp(words.map(escapeWord).join('|'), flags) : null;
}

/** All places where the pattern stands, none overlapping. */
export function hitsOf(pattern: RegExp | null, text: string): Hit[] {
  if (!pattern) return [];
  const fitting = hasLatin.test(text)
    ? pattern
    : (withoutLatin.get(pattern) ?? (withoutLatin.has(pattern) ? null : pattern));
  if (!fitting) return [];
  fitting.lastIndex = 0;
  return [...text.matchAll(fitting)].map((match) => ({
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
