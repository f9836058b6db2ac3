/** Of many patterns tells the few that can match in a text, by the characters they begin with, so that the others are not tried. */
import { firstCharacters } from '../time/phrase/first-characters.ts';

/** @returns for a text those of the patterns that can match in it; what is left out surely does not */
export function mayMatch(patterns: readonly RegExp[]): (text: string) => ReadonlySet<RegExp> {
  const byCharacter = new Map<string, RegExp[]>();
  const always: RegExp[] = [];
  for (const pattern of patterns) {
    const characters = firstCharacters(pattern);
    if (!characters) always.push(pattern);
    for (const character of characters ?? []) {
      const known = byCharacter.get(character);
      if (known) known.push(pattern);
      else byCharacter.set(character, [pattern]);
    }
  }
  return (text) => {
    const able = new Set(always);
    for (let at = 0; at < text.length; at += 1)
      for (const pattern of byCharacter.get(text[at]!) ?? []) able.add(pattern);
    return able;
  };
}
