/** The values of fields a question names, as conditions. */
import type { AskedFilter } from '../../intents/ask-shape.ts';
import type { KindWords, Sense, Token } from './kind-words.ts';

/** Values of fields, several of one field together, those left out apart; a value inside another's word counts too (重点提案: key, cppcc). */
export function valuesIn(
  words: KindWords,
  tokens: readonly Token[],
  out: ReadonlySet<Token> = new Set(),
): AskedFilter[] {
  const told = new Map<string, { field: string; values: string[]; said: string[]; not: boolean }>();
  const keep = (senses: readonly Sense[], word: string, not: boolean) => {
    for (const sense of senses) {
      if (sense.is !== 'value') continue;
      const key = `${sense.field} ${not}`;
      const known = told.get(key) ?? { field: sense.field, values: [], said: [], not };
      if (known.values.includes(sense.value)) continue;
      known.values.push(sense.value);
      known.said.push(word);
      told.set(key, known);
    }
  };
  const begun = new Map<string, number>();
  for (const token of tokens) {
    const own = token.value
      .filter((sense) => sense.is === 'value')
      .filter((sense) => meant(sense, token.word))
      // 特急的: one character does not belong to two values.
      .filter((sense) => (begun.get(sense.field) ?? 0) <= token.start);
    for (const { field } of own) begun.set(field, token.end);
    const [first] = own;
    if (first)
      keep(
        own.filter((sense) => sense.field === first.field),
        token.word,
        out.has(token),
      );
    if (!first || token.word.length < 3) continue;
    for (const inner of [
      ...words.senses.values.find(token.word.slice(1)),
      ...words.senses.values.find(token.word.slice(0, -1)),
    ]) {
      keep(
        inner.value
          .filter(
            (sense) =>
              sense.is === 'value' && sense.field === 'source' && first.field !== 'source' && meant(sense, inner.word),
          )
          .slice(0, 1),
        inner.word,
        out.has(token),
      );
    }
  }
  return [...told.values()].map(({ field, values, said, not }) => ({
    field,
    values,
    said: said.join('、'),
    ...(not && { not }),
  }));
}

/** So long a word names a thing of its own (组织生活会), whatever it is put under. */
const namedLength = 4;

/** 其他 is only meant when it is said. */
function meant(sense: Sense & { is: 'value' }, word: string): boolean {
  return sense.value !== 'other' || word.length >= namedLength || /其[他它余]|other/.test(word);
}
