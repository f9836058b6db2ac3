/** Which characters a pattern can begin with, read off its source. */
import { describe, expect, it } from 'vitest';
import { beginnings, firstCharacters } from '../../src/time/phrase/beginnings.ts';

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

describe('beginnings of two characters', () => {
  const starts = (pattern: RegExp) => [...(beginnings(pattern, 2) ?? [])].sort().join(' ');

  it.each<readonly [RegExp, string]>([
    [/第[一二]周/, '第一 第二'],
    [/周|星期/, '周 星期'],
    [/(?:下|上)?周[一二]/, '上周 下周 周一 周二'],
    [/a+b/, 'aa ab'],
    [/a{2,3}/, 'aa'],
    [/a?b{1,2}c*/, 'ab b bb bc'],
    [/回.{0,3}看/, '回 回看'],
    [/To be/i, 'to'],
    [/(['"])x\1/, '"x \'x'],
    [/x\n?[^\]]/, 'x x\n'],
  ])('%s', (pattern, expected) => {
    expect(starts(pattern)).toBe(expected);
  });

  it.each([/.x/, /(?:ab)?/, /[^a]b/, /\s?\d/])('%s has none to go by', (pattern) => {
    expect(beginnings(pattern, 2)).toBeNull();
  });
});
