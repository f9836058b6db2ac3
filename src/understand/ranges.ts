/** Small arithmetic on stretches of a text. */
import type { Range } from './marks.ts';

/** Without spaces and commas at its ends. */
export function trimRange(text: string, range: Range): Range {
  let { index, end } = range;
  while (index < end && /[\s,、:;。!]/.test(text[index]!)) index += 1;
  while (end > index && /[\s,、:;。!]/.test(text[end - 1]!)) end -= 1;
  return { index, end };
}

export function textOf(text: string, range: Range): string {
  return text.slice(range.index, range.end);
}
