/** Reads one cardinal number, Chinese, Arabic or mixed: 一百四十一, 5万4千, 1.2亿, 三四十, 十几. */
import { notNumbers } from './not-numbers.ts';
import { digits, isMeasure, sticky, units } from './plain.ts';
import type { Found, Precision } from './span.ts';

const arabic = /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?(?:[eE][-+]?\d+)?|\.\d+(?:[eE][-+]?\d+)?/y;

type Token =
  | { readonly is: 'digit'; readonly value: number }
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'pair'; readonly value: number; readonly high: number }
  | { readonly is: 'unit'; readonly value: number }
  | { readonly is: 'few' }
  | { readonly is: 'more' };

/** Adds up digits and units; `high` takes the upper end of 三四十 and 十几. A last digit after a unit is a tenth of it: 四百五. */
function addUp(tokens: readonly Token[], high: boolean): number {
  const parts: { unit: number; value: number }[] = [];
  let section = 0;
  let pending: number | null = null;
  let lastUnit = 0;
  let sinceUnit = false;
  tokens.forEach((token, at) => {
    if (token.is === 'more') return;
    if (token.is === 'few') {
      pending = high ? 9 : 0;
      sinceUnit = true;
      return;
    }
    if (token.is !== 'unit') {
      const previous = tokens[at - 1];
      const short =
        token.is === 'digit' &&
        token.value > 0 &&
        at === tokens.length - 1 &&
        previous?.is === 'unit' &&
        lastUnit >= 100;
      const value = token.is === 'pair' && high ? token.high : token.value;
      pending = short ? (value * lastUnit) / 10 : value;
      sinceUnit = true;
      return;
    }
    lastUnit = token.value;
    if (token.value < 1e4) {
      section += (pending === null || (pending === 0 && tokens[at - 1]?.is === 'digit') ? 1 : pending) * token.value;
      pending = null;
      sinceUnit = true;
      return;
    }
    let value = section + (pending ?? 0);
    const top = parts.at(-1);
    if (!sinceUnit && top && top.unit >= token.value) top.value *= token.value;
    else {
      while (parts.length > 0 && parts.at(-1)!.unit < token.value) value += parts.pop()!.value;
      parts.push({ unit: token.value, value: (value || 1) * token.value });
    }
    section = 0;
    pending = null;
    sinceUnit = false;
  });
  return parts.reduce((sum, part) => sum + part.value, section + (pending ?? 0));
}

export const zhDigitRun = /[零一二三四五六七八九两]+/y;

/** A pair of neighbouring digits said as "three or four". */
const isPair = (a: number, b: number) => a > 0 && (b === a + 1 || (a === 3 && b === 5));

/** The digits from here as one token, or null when they are no number (九九). */
function digitToken(s: string, at: number, afterUnit: boolean): { token: Token; end: number } | null {
  const run = sticky(zhDigitRun, s, at)![0];
  const values = [...run].map((char) => digits[char]!);
  const next = s[at + run.length];
  if (values.length === 1) return { token: { is: 'digit', value: values[0]! }, end: at + 1 };
  // 一千零五, and 零八 by itself
  if (values.length === 2 && values[0] === 0) return { token: { is: 'number', value: values[1]! }, end: at + 2 };
  if (values.length === 3 && values[0] === 0 && afterUnit && isPair(values[1]!, values[2]!))
    return { token: { is: 'pair', value: values[1]!, high: values[2]! }, end: at + 3 };
  if (values.length === 2 && isPair(values[0]!, values[1]!) && (afterUnit || isMeasure(next) || next! in units))
    return { token: { is: 'pair', value: values[0]!, high: values[1]! }, end: at + 2 };
  if (values.length === 2 && next !== '折' && next !== '年') return null;
  return { token: { is: 'number', value: Number(values.join('')) }, end: at + run.length };
}

const zhDecimal = /\s*点\s*([零一二三四五六七八九]+|\d+)(?![十百千\d]|分(?!之)|刻|半)/y;
export const gap = /[ \t]*/y;

/** A cardinal number from exactly here, Chinese or Arabic or mixed. */
export function cardinal(s: string, start: number): Found | null {
  const tokens: Token[] = [];
  let at = start;
  let chinese = false;
  for (;;) {
    const here = tokens.length === 0 ? at : at + sticky(gap, s, at)![0].length;
    const spaced = here > at;
    const char = s[here];
    const previous = tokens.at(-1);
    const afterUnit = previous?.is === 'unit' || previous?.is === 'more';
    if (char === undefined) break;
    if (char in units) {
      if (char === '十' && previous && !afterUnit && previous.is === 'number' && previous.value >= 10) break;
      if (units[char]! < 1e4 && previous?.is === 'unit' && previous.value <= units[char]!) break;
      if (char === '千' && /[克米瓦]/.test(s[here + 1] ?? '')) break;
      tokens.push({ is: 'unit', value: units[char]! });
      at = here + 1;
      chinese = chinese || tokens.length === 1;
      continue;
    }
    if (char in digits && (!previous || afterUnit)) {
      if (afterUnit && sticky(notNumbers, s, here) && !spaced) break;
      const read = digitToken(s, here, afterUnit);
      if (!read) break;
      tokens.push(read.token);
      at = read.end;
      chinese = true;
      continue;
    }
    if (char === '几' && (afterUnit || (previous?.is === 'digit' && previous.value === 0))) {
      if (previous.is === 'digit') tokens.pop();
      tokens.push({ is: 'few' });
      at = here + 1;
      continue;
    }
    if ((char === '余' || char === '多') && previous && /^[ \t]*[万亿]/.test(s.slice(here + 1, here + 6))) {
      tokens.push({ is: 'more' });
      at = here + 1;
      continue;
    }
    if (char === '廿' || char === '卅') {
      if (previous) break;
      tokens.push({ is: 'number', value: char === '廿' ? 2 : 3 }, { is: 'unit', value: 10 });
      at = here + 1;
      chinese = true;
      continue;
    }
    const number = (char >= '0' && char <= '9') || char === '.' ? sticky(arabic, s, here) : null;
    if (!number || (previous && !(afterUnit || (previous.is === 'digit' && previous.value === 0)))) break;
    const end = here + number[0].length;
    // Behind a unit only what is counted in units itself goes on (5万4千), or 1千零20.
    if (afterUnit && !/^[ \t]*[十百千万]/.test(s.slice(end, end + 4))) break;
    if (previous?.is === 'digit') tokens.pop();
    tokens.push({ is: 'number', value: Number(number[0].replaceAll(',', '')) });
    at = end;
  }
  if (tokens.length === 0) return null;
  const low = addUp(tokens, false);
  const highest = addUp(tokens, true);
  let value = low;
  const decimal = chinese ? sticky(zhDecimal, s, at) : null;
  if (decimal) {
    const written = [...decimal[1]!].map((char) => digits[char] ?? char).join('');
    value = Number(`${low}.${written}`);
    at += decimal[0].length;
    for (let unit = s[at]; unit === '万' || unit === '亿'; unit = s[at]) {
      value *= units[unit]!;
      at += 1;
    }
  }
  const few = tokens.some((token) => token.is === 'few');
  const more = tokens.some((token) => token.is === 'more');
  // 几十, 数百, 百八十 and 成百上千 name no number.
  if (tokens[0]!.is === 'unit' && /[几数成]/.test(s[start - 1] ?? '')) return null;
  if (/^百八十/.test(s.slice(start, start + 3)) || /成百上$/.test(s.slice(Math.max(0, start - 3), start))) return null;
  const bare = tokens.length === 1 && tokens[0]!.is === 'unit' && low >= 100;
  if (bare && !/[余多]/.test(s[at] ?? '') && !/[近约上过逾超达足]/.test(s[start - 1] ?? '')) return null;
  // 千万 and 万亿 by themselves are words; 十万 is a number, and so is what counts something (百万元).
  const onlyUnits = tokens.length > 1 && tokens.every((token) => token.is === 'unit');
  if (onlyUnits && s[start] !== '十' && !isMeasure(s[at])) return null;
  if (tokens.length === 1 && bare && low > 1e4 && !more) return null;
  const range: Found['range'] =
    highest === low ? undefined : few ? [addUp(oneFor(tokens), false), highest] : [low, highest];
  const precision: Precision | undefined = few || more ? 'over' : range ? 'about' : undefined;
  return { value, end: at, range, precision };
}

/** 十几 begins at eleven. */
function oneFor(tokens: readonly Token[]): Token[] {
  return tokens.map((token) => (token.is === 'few' ? { is: 'number', value: 1 } : token));
}

/** A cardinal with an optional minus sign. */
export function signed(s: string, at: number): Found | null {
  const minus = /^(?:负|-)/.test(s[at] ?? '') && !/[\d\p{L}%.)-]/u.test(s[at] === '-' ? (s[at - 1] ?? '') : '');
  const read = cardinal(s, minus ? at + 1 : at);
  if (!read || !minus) return read;
  return { ...read, value: -read.value };
}
