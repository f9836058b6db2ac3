/** Lists of words looked for all at once give what a pattern of each list would give. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vocabulary } from '../../src/understand/vocabulary.ts';
import { alternation, hitsOf, lexicon } from '../../src/understand/words.ts';

const said = (words: readonly string[], text: string) =>
  hitsOf(lexicon(words, vocabulary()), text).map((hit) => hit.text);

describe('hitsOf', () => {
  it('takes the longest word at each place', () => {
    expect(said(['政务', '政务公开', '公开'], '政务公开与公开')).toEqual(['政务公开', '公开']);
  });
  it('reads Latin words on their borders only', () => {
    expect(said(['held', 'issue'], 'Held, withheld, issues, held2')).toEqual(['Held', 'held']);
  });
  it('reads any white space for a blank in a word', () => {
    expect(said(['city  office', 'city office'], 'City \n office')).toEqual(['City \n office']);
  });
  it('keeps lists of one vocabulary apart', () => {
    const both = vocabulary();
    const [one, other] = [lexicon(['督查', '会议'], both), lexicon(['督查组'], both)];
    expect(hitsOf(one, '督查组开会议').map((hit) => hit.text)).toEqual(['督查', '会议']);
    expect(hitsOf(other, '督查组开会议').map((hit) => hit.text)).toEqual(['督查组']);
  });
  it('knows no list without words', () => {
    expect(lexicon([''])).toBeNull();
    expect(hitsOf(null, '督查')).toEqual([]);
  });
  it('agrees with one alternation of the list', () => {
    const word = fc.string({ unit: fc.constantFrom('督', '查', '办', 'a', 'b', '1', ' '), minLength: 1, maxLength: 4 });
    const words = fc.array(
      word.filter((one) => one.trim() === one && !/\s\s/.test(one)),
      { minLength: 1, maxLength: 6 },
    );
    const text = fc.string({ unit: fc.constantFrom('督', '查', '办', 'a', 'B', '1', ' ', ','), maxLength: 20 });
    fc.assert(
      fc.property(words, text, (list, given) => {
        const pattern = new RegExp(alternation(list)!, 'gi');
        expect(said(list, given)).toEqual([...given.matchAll(pattern)].map((match) => match[0]));
      }),
    );
  });
});
