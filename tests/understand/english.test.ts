/** English as it is told: what it is about, what tells no deed, whose language a message is in, words of several. */
import { describe, expect, it } from 'vitest';
import { isEnglishOrder, isEnglishRemark, tellsNoDeed } from '../../src/understand/english-remarks.ts';
import { englishParts } from '../../src/understand/english-subject.ts';
import { isEnglish, isMostlyEnglish } from '../../src/understand/language.ts';
import { readLeaders } from '../../src/understand/leaders.ts';
import { marksIn } from '../../src/understand/marks.ts';
import { pluralOf } from '../../src/understand/plural.ts';

describe('what an English text is about', () => {
  it.each([
    ['           of fire safety with the              ', 'fire safety'],
    ['a letter from a parent about the school canteen', 'the school canteen'.replace('the ', '')],
    ['Received a request from                 to rebuild the pump house', 'rebuild the pump house'],
    ['the snow clearing         has been', 'snow clearing'],
    ["                  's request to hire six lifeguards was", 'hire six lifeguards'],
    ['Got the tram company and the         round a table over the night works', 'night works'],
    ['Application for disclosure about land prices turned down', 'land prices'],
    ['Placing the stalled metro entrance                , ', 'stalled metro entrance'],
  ])('%s', (text, about) => {
    expect(englishParts(text)[0]).toBe(about);
  });
});

describe('English that tells no deed', () => {
  it.each([
    'The delegation likes our tea',
    'The visitors were impressed',
    'We could do with another training',
    'Congratulations on the award',
    'Please inspect the canteen',
    'I read the research report yesterday',
  ])('%s', (text) => {
    expect(tellsNoDeed(text)).toBe(true);
  });

  it.each([
    'The big data section was set up today',
    'Our office won a provincial award',
    'The delegation came yesterday',
    'Issue 34 of the bulletin is out',
    'Our branch elected a new secretary',
  ])('a deed: %s', (text) => {
    expect(tellsNoDeed(text)).toBe(false);
  });

  it.each(['The training room is cold', 'We usually hold four meetings a month', 'My request for leave was approved'])(
    'a remark: %s',
    (text) => {
      expect(isEnglishRemark(text)).toBe(true);
    },
  );

  it('a deed in the past is no habit', () => {
    expect(isEnglishRemark('We held a meeting every day this week')).toBe(false);
  });

  it('an issue with a number is no order', () => {
    expect(isEnglishOrder('Issue the notice tomorrow')).toBe(true);
    expect(isEnglishOrder('Issue 34 went out today')).toBe(false);
  });
});

describe('the language of a message', () => {
  it.each([
    ['Issued 政办发〔2026〕12号 on fire lanes today', true],
    ['《江城政务》 issue 12 is out', true],
    ['案-2026-037 is closed', true],
    ['今天发文5件', false],
    ['今天 inspect 了3个工地', false],
  ])('%s is English: %s', (text, english) => {
    expect(isEnglish(text)).toBe(english);
  });

  it('a Chinese name among English words leaves it English to answer in', () => {
    expect(isMostlyEnglish('Proposal 12 was assigned to 住建局 today')).toBe(true);
    expect(isMostlyEnglish('今天接待3批 total 25人')).toBe(false);
  });
});

describe('words of several', () => {
  it.each([
    ['complaint', 'complaints'],
    ['inquiry', 'inquiries'],
    ['speech', 'speeches'],
    ['news', undefined],
    ['adopted', undefined],
  ])('%s: %s', (word, several) => {
    expect(pluralOf(word)).toBe(several);
  });
});

describe('what names a thing in English and counts or dates nothing', () => {
  const place = { today: '2026-11-18', units: [] };

  it.each([
    'Printed no. 12 of the Supervision Newsletter',
    'Street lamps on Lane 6',
    'Circular #77 on heating',
    'Paper [2026] of the office',
  ])('no count: %s', (text) => {
    expect(marksIn(text, place).numbers).toEqual([]);
  });

  it.each([
    'The 22nd executive meeting was held',
    'The November issue of the newsletter is printed',
    "The speech for Friday's opening is finished",
    'Sat down with both bureaus',
  ])('no day: %s', (text) => {
    expect(marksIn(text, place).times).toEqual([]);
  });

  it('a limit extended to a day lies ahead, a weekend that was quiet lies behind', () => {
    expect(marksIn('The item has been extended to 31 March', place).times[0]?.start).toBe('2027-03-31');
    expect(marksIn('On duty over the weekend, all was quiet', place).times[0]?.start).toBe('2026-11-14');
  });
});

describe('leaders and units by their English names', () => {
  it.each([
    ['Note by director Lu on lifts', 'Director Lu'],
    ['District head Guo asked for it', 'District Head Guo'],
    ['Four instructions from the mayor', 'Mayor'],
  ])('%s', (text, name) => {
    expect(readLeaders(text).map((leader) => leader.name)).toEqual([name]);
  });

  it.each(["Sent to the mayor's mailbox", 'The head of the section', 'A secretary of ours'])(
    'no leader: %s',
    (text) => {
      expect(readLeaders(text)).toEqual([]);
    },
  );
});
