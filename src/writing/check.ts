/** Finds every figure in a text, in digits or in Chinese numerals, and tells which of them no fact covers. */
import type { FigureFact, Name } from './fact.ts';

export interface Found {
  readonly text: string;
  readonly index: number;
}

const measureWords =
  '个百分点|百分点|人次|场次|批次|台次|卷次|件次|辆次|画幅|公里|平方米|万元|亿元|[件次条篇期分卷家台场批项名人个套部份页块年届倍成类元天日户处宗起番号位所座辆张只岁周月亩吨]';
const numeral = '[零〇一二两三四五六七八九十百千万亿廿]';

const patterns: readonly RegExp[] = [
  new RegExp(
    `(?:约|近|超过|超|逾|不足|达)?\\d[\\d,]*(?:\\.\\d+)?\\s*[万亿]?\\s*[余多]?\\s*(?:[%％‰]|${measureWords})?(?:左右|上下|以上)?`,
    'g',
  ),
  new RegExp(`百分之${numeral}+(?:点${numeral}+)?`, 'g'),
  new RegExp(`${numeral}+分之${numeral}+`, 'g'),
  /翻[了一两二三]*番/g,
  new RegExp(`(?:约|近|超|逾)?[数几上]?${numeral}+(?:点${numeral}+)?[余多几来]?个?(?:${measureWords})`, 'g'),
  /超?过半数?|半数|多半|大半|绝大多数|成百上千|上[百千万]|[数几][十百千万]|十几|百余|千余/g,
];

/** 一次, 一批, 千家 and the like are mostly articles and idioms. */
const article = /^[一万千百]个?[^\d]$/;
/** 一是 … 二是 and numbered headings count nothing. */
const enumeration = /[一二三四五六七八九十]是(?=[^\d])|^[ \t]*[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）/gm;

/** Every figure in the text, in reading order. `strict` takes 一次 and 一批 for figures too. */
export function figuresIn(text: string, how: { strict?: boolean } = {}): Found[] {
  let rest = full(text).replace(enumeration, blank);
  const found: Found[] = [];
  for (const pattern of patterns) {
    rest = rest.replace(pattern, (said: string, ...more: unknown[]) => {
      const index = Number(more.find((part) => typeof part === 'number'));
      if (how.strict || !article.test(said)) found.push({ text: said.trim(), index });
      return blank(said);
    });
  }
  return found.sort((a, b) => a.index - b.index);
}

/** Full-width digits and percent signs as the plain ones, in the same places. */
function full(text: string): string {
  return text.replace(/[０-９％．]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

function blank(text: string): string {
  return ' '.repeat(text.length);
}

/**
 * The figures of a finished text that nothing covers: no fact's own text, no name out of the ledger, no wording of the period.
 */
export function unboundFigures(
  text: string,
  covered: { facts: readonly FigureFact[]; names: readonly Name[]; terms: readonly string[] },
): string[] {
  const whole = [...covered.names.map((name) => name.text), ...covered.terms].sort((a, b) => b.length - a.length);
  let rest = text;
  for (const part of whole) rest = rest.replaceAll(part, blank(part));
  const figures = new Set(
    covered.facts.flatMap((fact) => [fact.figure, ...figuresIn(fact.text).map((one) => one.text)]),
  );
  for (const fact of [...covered.facts].sort((a, b) => b.text.length - a.text.length)) {
    rest = rest.replaceAll(fact.text, blank(fact.text));
  }
  return figuresIn(rest)
    .map((one) => one.text)
    .filter((said) => !figures.has(said));
}
