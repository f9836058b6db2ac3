/** One plain form of a sentence for the readers: simplified, half-width, without the blanks inside Chinese; places lead back. */

export interface NormalText {
  readonly text: string;
  /** For every character of `text`, and for its end, the place in the original. */
  readonly places: readonly number[];
}

const variants =
  '號号週周禮礼個个兩两後后這这內内節节婦妇勞劳動动軍军聖圣誕诞國国慶庆農农曆历歷历費费權权際际開开從从間间時时點点鐘钟現现來来過过裡里裏里壹一貳二贰二叁三參三肆四伍五陸六陆六柒七捌八玖九拾十〇零○零萬万餘余幾几舊旧歲岁陽阳陰阴閏闰臘腊處处驚惊穀谷滿满種种結结屆届們们當当為为會会雙双兒儿隨随靈灵於于僅仅該该號号禮礼樹树護护師师親亲復复戰战勝胜聯联紀纪記记—-–-―-－-ー-～~至至';
const plainOf = new Map<string, string>();
for (let at = 0; at < variants.length; at += 2) plainOf.set(variants[at]!, variants[at + 1]!);

/** Numerals that are surnames too (小陆元月9号): read as numerals beside another or before a measure of time. */
const surname = /[伍陆]/;
const besideNumeral = /^(?:[壹贰叁肆伍陆柒捌玖拾佰仟零一二三四五六七八九十百千万年日号天周]|月(?!底|初|中))/;

function plainChar(char: string): string {
  const code = char.charCodeAt(0);
  if (code < 0x80) return char;
  const known = plainOf.get(char);
  if (known) return known;
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  return code === 0x3000 || code === 0xa0 ? ' ' : char;
}

const isBlank = (char: string) => char === ' ' || char === '\t' || char === '\u3000' || char === '\u00a0';
const isHan = (char: string | undefined) => char !== undefined && char >= '\u2e80' && char <= '\u9fff';

function isSurname(original: string, at: number): boolean {
  if (!surname.test(original[at]!)) return false;
  return !besideNumeral.test(original.slice(at + 1)) && !besideNumeral.test(original[at - 1] ?? '');
}

export function normalise(original: string): NormalText {
  let text = '';
  const places: number[] = [];
  for (let at = 0; at < original.length; ) {
    if (!isBlank(original[at]!)) {
      text += isSurname(original, at) ? original[at]! : plainChar(original[at]!);
      places.push(at);
      at += 1;
      continue;
    }
    let end = at;
    while (end < original.length && isBlank(original[end]!)) end += 1;
    if (!isHan(text.at(-1)) && !isHan(original[end])) {
      text += ' ';
      places.push(at);
    }
    at = end;
  }
  places.push(original.length);
  return { text, places };
}
