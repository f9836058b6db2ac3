/** What has no words is answered in a sentence and writes nothing; every delivery of it is answered once. */
import { describe, expect, it } from 'vitest';
import type { MessageKind } from '../../src/ports.ts';
import { selectEntries } from '../../src/store/entries.ts';
import { savePerson } from '../../src/store/people.ts';
import { testOffice } from '../support/fixed.ts';

const expected: readonly [Exclude<MessageKind, 'text'>, RegExp, RegExp][] = [
  ['image', /图片.*文字/, /words/],
  ['file', /xlsx、.csv/, /xlsx/],
  ['audio', /发文字/, /text/],
  ['sticker', /收到/, /Got it/],
  ['other', /文字/, /words/],
];

describe.each(expected)('%s', (kind, chinese, english) => {
  it('is answered in the person’s language, once', async () => {
    const office = testOffice();
    savePerson(office.db, 'Ann', { name: 'Ann', lang: 'en' });
    expect(await office.say('', { kind, key: 'a' })).toMatch(chinese);
    expect(await office.say('', { kind, key: 'a' })).toBe('');
    expect(await office.say('', { kind, sender: { id: 'Ann' } })).toMatch(english);
    expect(selectEntries(office.db, { voided: true })).toEqual([]);
  });
});

it('a stranger is told that he is one', async () => {
  const office = testOffice();
  savePerson(office.db, '外人', { name: '外人', role: 'none' });
  expect(await office.say('', { kind: 'image', sender: { id: '外人' } })).toContain('名单');
});
