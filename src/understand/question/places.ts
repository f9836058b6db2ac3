/** Which parts of a question are understood: spans are taken once, what is left over is not understood. */

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

/** Finds the words of a table in a text, the longest at each place; English on word borders only. */
export interface Matcher<T> {
  find(text: string): Found<T>[];
}

export function matcher<T>(entries: Iterable<readonly [string, T]>): Matcher<T> {
  const table = new Map<string, T>();
  for (const [word, value] of entries) if (word) table.set(word.toLowerCase(), value);
  const words = [...table.keys()].sort((a, b) => b.length - a.length);
  if (words.length === 0) return { find: () => [] };
  const pattern = new RegExp(words.map(bordered).join('|'), 'g');
  return {
    find(text) {
      const found: Found<T>[] = [];
      pattern.lastIndex = 0;
      for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
        const end = match.index + match[0].length;
        pattern.lastIndex = match.index + 1;
        // Words may overlap (信息采用, 采用率), but one within a longer one says nothing of its own.
        if (found.some((other) => other.start <= match.index && end <= other.end)) continue;
        found.push({ start: match.index, end, word: match[0], value: table.get(match[0])! });
      }
      return found;
    },
  };
}

function bordered(word: string): string {
  const literal = word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const before = /^[a-z0-9]/.test(word) ? '(?<![a-z0-9])' : '';
  const after = /[a-z0-9]$/.test(word) ? '(?![a-z0-9])' : '';
  return `${before}${literal}${after}`;
}

/** How much a word tells: a Chinese character, or about a third of an English word. */
export function weightOf(word: string): number {
  const latin = word.match(/[a-z]/g)?.length ?? 0;
  return word.replace(/[\s\d\p{P}a-z]/gu, '').length + latin / 3;
}
