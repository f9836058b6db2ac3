/** Reads English number words: twelve, two hundred and five, a dozen. */
import { sticky } from './plain.ts';
import type { Found } from './span.ts';

const englishSmall: Readonly<Record<string, number>> = Object.fromEntries(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value]),
);
const englishTens: Readonly<Record<string, number>> = Object.fromEntries(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, at) => [word, at * 10 + 20]),
);
const englishBig: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1000,
  million: 1e6,
  billion: 1e9,
  dozen: 12,
};
export const englishOrdinals: Readonly<Record<string, number>> = Object.fromEntries(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'
    .split(' ')
    .map((word, at) => [word, at + 1]),
);
const englishWord = /[ \t]*(?:-[ \t]*)?([A-Za-z]+)(?![A-Za-z])/y;

/** twelve, twenty-five, two hundred and five, a dozen, 1.2 million (the figure read already). */
export function english(s: string, start: number, figure: number | null): Found | null {
  let total = 0;
  let section = figure;
  let end = start;
  for (let at = start; ; ) {
    const match = sticky(englishWord, s, at);
    if (!match) break;
    const word = match[1]!.toLowerCase();
    at += match[0].length;
    if ((word === 'a' || word === 'an') && section === null && total === 0) {
      const next = sticky(englishWord, s, at)?.[1]?.toLowerCase();
      if (!next || !(next in englishBig)) return null;
      section = 1;
    } else if (word === 'half' && section === null && /^[ \t]+a[ \t]+dozen/i.test(s.slice(at, at + 12))) {
      at += /^[ \t]+a/i.exec(s.slice(at))![0].length;
      section = 0.5;
    } else if (word === 'and' && (section !== null || total > 0) && end > start) {
      const next = sticky(englishWord, s, at)?.[1]?.toLowerCase() ?? '';
      if (!(next in englishSmall || next in englishTens) || !/hundred|thousand/i.test(s.slice(start, at))) break;
    } else if (word in englishTens && (section === null || section % 100 === 0))
      section = (section ?? 0) + englishTens[word]!;
    else if (
      word in englishSmall &&
      (section === null ||
        section % 100 === 0 ||
        (section % 10 === 0 && englishSmall[word]! < 10 && englishSmall[word]! > 0))
    )
      section = (section ?? 0) + englishSmall[word]!;
    else if (word in englishBig && section !== null) {
      if (englishBig[word]! <= 100) section *= englishBig[word]!;
      else {
        total += section * englishBig[word]!;
        section = null;
      }
    } else break;
    if (word !== 'and' && word !== 'a' && word !== 'an') end = at;
  }
  return end > start ? { value: total + (section ?? 0), end } : null;
}
