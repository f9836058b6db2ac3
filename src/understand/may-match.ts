/** Of many patterns tells the few that can match in a text, by the two characters they begin with, so that the others are not tried. */
import { beginnings } from '../time/phrase/beginnings.ts';

/** The patterns that begin with one character. */
interface Beginning {
  /** Whatever the second character is. */
  readonly any: RegExp[];
  readonly bySecond: Map<string, RegExp[]>;
}

/** @returns for a text those of the patterns that can match in it; what is left out surely does not */
export function mayMatch(patterns: readonly RegExp[]): (text: string) => ReadonlySet<RegExp> {
  const byFirst = new Map<string, Beginning>();
  const always: RegExp[] = [];
  for (const pattern of patterns) {
    const starts = beginnings(pattern, 2);
    if (!starts) always.push(pattern);
    for (const start of new Set([...(starts ?? [])].map((start) => start.toLowerCase()))) {
      const beginning = byFirst.get(start[0]!) ?? { any: [], bySecond: new Map<string, RegExp[]>() };
      byFirst.set(start[0]!, beginning);
      const second = start[1];
      if (second === undefined) beginning.any.push(pattern);
      else beginning.bySecond.set(second, [...(beginning.bySecond.get(second) ?? []), pattern]);
    }
  }
  return (text) => {
    const able = new Set(always);
    const said = text.toLowerCase();
    for (let at = 0; at < said.length; at += 1) {
      const beginning = byFirst.get(said[at]!);
      if (!beginning) continue;
      for (const pattern of beginning.any) able.add(pattern);
      for (const pattern of beginning.bySecond.get(said[at + 1] ?? '') ?? []) able.add(pattern);
    }
    return able;
  };
}
