/** Reads the numbers of a sentence, Chinese, Arabic and English, with the words that make them exact or rough. */
import { cardinal, gap, signed, zhDigitRun } from './numbers/cardinal.ts';
import { english, englishOrdinals } from './numbers/english.ts';
import { notNumbers, weekBefore, wordBefore, wordBeforeOne } from './numbers/not-numbers.ts';
import { isHan, isMeasure, plain, sticky } from './numbers/plain.ts';
import { withPrecision } from './numbers/rough.ts';
import { shareFrom, suffix, tenthsFrom } from './numbers/shares.ts';
import type { Found, NumberSpan } from './numbers/span.ts';

export type { NumberSpan, Precision } from './numbers/span.ts';

const percentOf = /[ \t]*(?:[%％]|个?[ \t]*百[ \t]*分[ \t]*点)/y;
/** Whether a numeral that stands alone here is meant as a number: 一 and formal figures are mostly parts of words. */
function meant(source: string, s: string, start: number, found: Found): boolean {
  const head = s.slice(Math.max(0, start - 4), start);
  const digit = s[start] ?? '';
  const isOne = digit === '一' && found.end === start + 1;
  const inWord = (/\d/.test(digit) ? weekBefore : wordBefore).test(head) || (isOne && wordBeforeOne.test(head));
  if (sticky(notNumbers, s, start) || inWord) {
    // 本周两个会, 上周三个会: what goes on with a counting word is no day of the week.
    const countsThings = digit === '两' || /^[个场件份篇条批项]/.test(s.slice(found.end));
    if (!countsThings || !/(?:周|期|礼拜)$/.test(head)) return false;
  }
  if (found.end - start > 1) return true;
  const after = s[found.end];
  const raw = source[start]!;
  if (/[伍陆陸拾肆佰仟]/.test(raw)) return false;
  if (s[start] === '一')
    return (
      !isHan(after) ||
      (isMeasure(after) && !/[片月]/.test(after!)) ||
      /[块场却而的打余]/.test(after!) ||
      /[是为共第]$/.test(head)
    );
  return true;
}

const begins =
  /https?:\/\/\S+|第|[负-](?=[\s\d.零一二两三四五六七八九十百])|对折|半(?=[百成折打])|[\d零一二两三四五六七八九十百千万亿廿卅俩仨]|\.(?=\d)|(?<![A-Za-z])[A-Za-z]+/g;
const versionLike = /\d+(?:\.\d+){2,}/y;

function readAt(s: string, at: number, source: string): (Found & { ordinal?: boolean }) | null {
  if (s[at] === '第') {
    const from = at + 1 + sticky(gap, s, at + 1)![0].length;
    const read = cardinal(s, from);
    return read && !read.range ? { ...read, ordinal: true } : null;
  }
  if (s.startsWith('对折', at)) return s[at - 1] === '打' ? { value: 50, end: at + 2, percent: true } : null;
  if (s[at] === '俩' || s[at] === '仨') return { value: s[at] === '俩' ? 2 : 3, end: at + 1 };
  if (/[A-Za-z]/.test(s[at]!)) {
    const ordinal = sticky(/[A-Za-z]+/y, s, at)![0].toLowerCase();
    if (ordinal in englishOrdinals)
      return { value: englishOrdinals[ordinal]!, end: at + ordinal.length, ordinal: true };
    return english(s, at, null);
  }
  if (s[at] === '半' && /[百打]/.test(s[at + 1]!)) return { value: s[at + 1] === '百' ? 50 : 6, end: at + 2 };
  const read = signed(s, at);
  const share = tenthsFrom(s, at, read) ?? shareFrom(s, at, read);
  if (share) return share;
  if (!read || !meant(source, s, at, read)) return null;
  if (/[俩仨]/.test(s[read.end] ?? '')) return { ...read, end: read.end + 1 };
  const nth = sticky(/(?:st|nd|rd|th)\b/y, s, read.end);
  if (nth) return { ...read, end: read.end + nth[0].length, ordinal: true };
  const scale = sticky(suffix, s, read.end);
  const scaled: Found = scale
    ? {
        ...read,
        value: read.value * (/k/i.test(scale[0]) ? 1000 : scale[0].includes('M') ? 1e6 : 12),
        end: read.end + scale[0].length,
      }
    : read;
  const big = /\d/.test(s[scaled.end - 1]!) ? english(s, scaled.end, scaled.value) : null;
  const whole = big ?? scaled;
  const power = sticky(/\^(-?\d+)/y, s, whole.end);
  if (power) return { value: whole.value ** Number(power[1]), end: whole.end + power[0].length };
  const percent = sticky(percentOf, s, whole.end) ?? sticky(/[ \t]*(?:percent|per cent)\b/y, s, whole.end);
  if (percent) return whole.range ? null : { ...whole, end: whole.end + percent[0].length, percent: true };
  const half = sticky(/个半(?![年月天日数])/y, s, whole.end);
  return half && Number.isInteger(whole.value) ? { ...whole, value: whole.value + 0.5, end: whole.end + 2 } : whole;
}

/** All numbers of the text in reading order; none overlap. */
export function readNumbers(text: string): NumberSpan[] {
  const s = plain(text);
  const spans: NumberSpan[] = [];
  const scan = new RegExp(begins);
  for (let match = scan.exec(s); match; match = scan.exec(s)) {
    const at = match.index;
    if (match[0].startsWith('http')) continue;
    const version = /\d/.test(match[0]) ? sticky(versionLike, s, at) : null;
    if (version) {
      let from = at;
      for (const part of version[0].split('.')) {
        spans.push({ value: Number(part), precision: 'exact', text: part, index: from, end: from + part.length });
        from += part.length + 1;
      }
      scan.lastIndex = at + version[0].length;
      continue;
    }
    const found = readAt(s, at, text);
    if (!found) {
      // A numeral that is none is passed as a whole, so that 九九 is not read as 九.
      const run = sticky(/百八十/y, s, at) ?? sticky(zhDigitRun, s, at) ?? sticky(notNumbers, s, at);
      if (run) scan.lastIndex = at + run[0].length + sticky(/[十百千万]*/y, s, at + run[0].length)![0].length;
      continue;
    }
    const { precision, index, end } = found.ordinal
      ? { precision: 'exact' as const, index: at, end: found.end }
      : withPrecision(s, at, found);
    spans.push({
      value: found.value,
      precision,
      text: text.slice(index, end),
      index,
      end,
      ...(found.percent && { percent: true }),
      ...(found.ordinal && { ordinal: true }),
      ...(found.range && { range: found.range }),
    });
    scan.lastIndex = end;
  }
  return spans;
}

/** The number a whole string says, or null. */
export function numberOf(text: string): number | null {
  const trimmed = text.trim();
  const [only, ...more] = readNumbers(trimmed);
  return only && more.length === 0 && only.index === 0 && only.end === trimmed.length ? only.value : null;
}
