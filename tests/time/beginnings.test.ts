/** Which characters a pattern can begin with, read off its source. */
import { describe, expect, it } from 'vitest';
import { firstCharacters } from '../../src/time/phrase/beginnings.ts';

const first = (pattern: RegExp) => [...(firstCharacters(pattern) ?? [])].sort().join('');

describe('firstCharacters', () => {
  it.each<readonly [RegExp, string]>([
    [/第[一二]周/, '第'],
    [/(?:大年|年)?三十/, '三大年'],
    [/(?<![^年]|\d,)[1-3](?=月)/, '123'],
    [/(?:的)?(?:上|下){1,3}周|本周/, '上下本的'],
    [/a?b*c{0,2}\d{2}/, '0123456789abc'],
    [/\bh[12]/i, 'Hh'],
    [/(?!天)(?<name>今|明)日/, '今明'],
    [/\u7b2c[\u4e00-\u4e03]/, '\u7b2c'],
    [/[[\]{-}]|\./, '.[]{|}'],
  ])('%s', (pattern, expected) => {
    expect(first(pattern)).toBe(expected);
  });

  it.each([/a?/, /.b/, /[^a]b/, /[\u4e00-\u9fff]{2}/, /\s\d/, /[\w-]+/, /$/, /(?:a|b?)/])(
    '%s has none to go by',
    (pattern) => {
      expect(firstCharacters(pattern)).toBeNull();
    },
  );
});
