/** What is left out surely does not match. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kinds } from '../../src/kinds/all.ts';
import { mayMatch } from '../../src/understand/may-match.ts';

describe('mayMatch', () => {
  const patterns = kinds.flatMap(({ cues }) =>
    Object.values(cues)
      .flat()
      .filter((cue) => typeof cue !== 'string'),
  );
  const said = kinds.flatMap(({ examples }) => examples.map(({ text }) => text));
  const ableIn = mayMatch(patterns);
  const matching = (text: string) => patterns.filter((pattern) => new RegExp(pattern.source, pattern.flags).test(text));

  it('leaves out most patterns of a short text', () => {
    expect(ableIn('今天督查了农村教育').size).toBeLessThan(patterns.length / 4);
  });

  it('keeps every cue that matches an example of its kind, however it is written', () => {
    for (const text of said.flatMap((text) => [text, text.toUpperCase()])) {
      const able = ableIn(text);
      expect(matching(text).filter((pattern) => !able.has(pattern))).toEqual([]);
    }
  });

  it('keeps what matches in any mixture of their characters', () => {
    const characters = [...new Set(said.join(''))];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...characters), { maxLength: 40 }), (some) => {
        const text = some.join('');
        const able = ableIn(text);
        return matching(text).every((pattern) => able.has(pattern));
      }),
    );
  });
});
