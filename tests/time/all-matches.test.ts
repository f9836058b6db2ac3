import { describe, expect, it } from 'vitest';
import { allMatches } from '../../src/time/all-matches.ts';

describe('all matches', () => {
  it.each([
    [/\d+/g, '第12期、第3期'],
    [/(?<=第)(\d*)/g, '第期第5期'],
    [/x*/g, 'axx'],
    [/提案/g, '没有'],
  ])('%s finds in %s what matchAll finds', (pattern, text) => {
    const expected = [...text.matchAll(pattern)].map((match) => [match.index, ...match]);
    expect(allMatches(pattern, text).map((match) => [match.index, ...match])).toEqual(expected);
    // Asked again, it begins at the beginning.
    expect(allMatches(pattern, text).map((match) => [match.index, ...match])).toEqual(expected);
  });

  it('refuses a pattern that would match for ever', () => {
    expect(() => allMatches(/a/, 'aa')).toThrow(/flag g/);
  });
});
