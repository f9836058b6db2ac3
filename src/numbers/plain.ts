/** The plain form a text is read for numbers in, and the characters numbers are written with. */

const formal = '壹弌貳贰叁參肆伍陆陸柒捌玖拾佰仟萬億兩〇○個點餘幾對來負還雙後塊';
const simple = '一一二二三三四五六六七八九十百千万亿两零零个点余几对来负还双后块';

/** The same text, character for character, with full-width and formal characters made plain. */
export function plain(text: string): string {
  return text.replace(/[^\x00-\u2fff]/g, (char) => {
    if (char === '\u3000') return ' ';
    const code = char.charCodeAt(0);
    if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
    const at = formal.indexOf(char);
    return at < 0 ? char : simple[at]!;
  });
}

export const digits: Readonly<Record<string, number>> = {
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
export const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8, 兆: 1e12 };

const measures =
  '个件条篇期次场批卷份名位人家台项宗案桩只则本回轮趟拨波起户组处座间栋辆艘张支部套块片种类样字页册分元万亿吨斤米里亩天日周年月季小时点刻层级度届岁步人次号块对双';
export const isMeasure = (char: string | undefined) => char !== undefined && measures.includes(char);
export const isHan = (char: string | undefined) => char !== undefined && char >= '\u4e00' && char <= '\u9fff';

/** What the pattern matches from exactly there. */
export function sticky(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
