/** Reads shares: fractions, percents said as such, and tenths (百分之八十, 三分之二, 3/5, 七成六, 九折). */
import { signed } from './cardinal.ts';
import { digits, sticky, units } from './plain.ts';
import type { Found } from './span.ts';

const partOf = /[ \t]*分[ \t]*之[ \t]*/y;
const bareParts = /(?:[十百千万亿][ \t]*){1,4}分[ \t]*之[ \t]*/y;
export const suffix = /[ \t]?(?:[kK](?![A-Za-z])|M(?![A-Za-z]))|打(?![击造开印通赢响牢扮算听电车卡包])/y;
const tenths = /[ \t]*(?:成(?![为立功果员都分交熟长品本效绩年就])|折(?![扣合腾旧叠返]))/y;
const slash = /[ \t]*\/[ \t]*(\d+)(?![\d/])/y;

/** 百分之八十, 三分之二, 三又四分之一, 3/5: the denominator is read already or is a bare unit. */
export function shareFrom(s: string, at: number, first: Found | null): Found | null {
  const bare = sticky(bareParts, s, at);
  if (bare) {
    const parts = [...bare[0]].reduce((product, char) => product * (units[char] ?? 1), 1);
    const upper = signed(s, at + bare[0].length);
    // 百分之百
    if (!upper && s[at + bare[0].length] === '百')
      return { value: 10000 / parts, percent: true, end: at + bare[0].length + 1 };
    if (!upper) return null;
    const scale = sticky(suffix, s, upper.end);
    const times = scale && /k/i.test(scale[0]) ? 1000 : 1;
    const value = (upper.value * times * 100) / parts;
    return { ...upper, value, percent: true, end: upper.end + (times === 1 ? 0 : scale![0].length) };
  }
  if (!first) return null;
  const mixed =
    /^[ \t]*又[ \t]*/.exec(s.slice(first.end, first.end + 6)) ??
    /^[ \t]+(?=\d+\/\d)/.exec(s.slice(first.end, first.end + 16));
  if (mixed && Number.isInteger(first.value)) {
    const from = first.end + mixed[0].length;
    const rest = overFrom(s, from, signed(s, from));
    if (rest) return { value: first.value + (first.value < 0 ? -1 : 1) * rest.value, end: rest.end };
  }
  return overFrom(s, at, first);
}

/** 三分之二, 3/5. */
function overFrom(s: string, at: number, first: Found | null): Found | null {
  if (!first) return null;
  const over = sticky(partOf, s, first.end);
  const upper = over && signed(s, first.end + over[0].length);
  if (upper) return { value: upper.value / first.value, end: upper.end };
  const under = /\d/.test(s[first.end - 1]!) && s[at - 1] !== '/' ? sticky(slash, s, first.end) : null;
  if (under && Number(under[1]) > 0) return { value: first.value / Number(under[1]), end: first.end + under[0].length };
  return null;
}

/** 八成, 七成六, 三成半, 九折: tenths, told as percents. */
export function tenthsFrom(s: string, at: number, whole: Found | null): Found | null {
  const half = s[at] === '半' ? { value: 0.5, end: at + 1 } : null;
  const pair = /^(?:[一二三四五六七八九][ \t]?[一二三四五六七八九]|[1-9][ \t]?[1-9])(?=[ \t]*折)/.exec(
    s.slice(at, at + 6),
  );
  const read = pair ? { value: numeral(pair[0]) / 10, end: at + pair[0].length } : (half ?? whole);
  const word = read && sticky(tenths, s, read.end);
  if (!word) return null;
  const end = read.end + word[0].length;
  if (read.value >= 10 && word[0].includes('折')) return null;
  const more = word[0].includes('成')
    ? /^(?:[半一二三四五六七八九]| [一二三四五六七八九](?=$|[\s,。;]))/.exec(s.slice(end, end + 3))
    : null;
  const extra = more ? (more[0] === '半' ? 5 : digits[more[0].trim()]!) : 0;
  return {
    value: read === half && word[0].includes('折') ? 50 : Math.round((read.value * 10 + extra) * 1e9) / 1e9,
    end: end + (more?.[0].length ?? 0),
    percent: true,
  };
}

const numeral = (text: string) => Number([...text].map((char) => digits[char] ?? char.trim()).join(''));
