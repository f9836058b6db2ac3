/** The words of money in questions, and whether money is what is asked for. */
import { allMatches } from '../../time/all-matches.ts';

/** Beside a figure these words speak of its sum. */
export const moneyWords =
  /总额|金额|多少钱|要的?钱|多少元|花了|花费|费用|经费(?!的?(?:请示|申请|报告))|开销|支出|\b(?:costs?|spen[dt]|spending|money|expenses?|amounts?)\b/;

/** Nouns of money, as the source of a pattern. */
export const money = '费用|经费|资金|金额|花费|花销|开销|开支|支出|成本|[\\u4e00-\\u9fff]费(?![用力心])';
const asks = new RegExp(
  `(?:多少|几)(?:块?钱|万?元|万(?!字)|${money})|花(?:了|费|掉|出去?)+(?:多少|几)(?!个?(?:天|日|周|月|小?时|工))|(?:${money})(?!类|方面|的?(?:请示|申请|问题|事))[^,;、]{0,10}?(?:多少|几)(?![件份次场批篇条期个项笔天])|(?:${money})(?:总额|合计|总计)?[?？。]*$|(?:花|用)了?多少[\\u4e00-\\u9fff]{0,6}费|\\bhow much (?:money\\b|(?:did|do|have|has|was|were|is|are)\\b.*\\b(?:cost|spen[dt]|paid|pay)\\b)|\\b(?:costs?|spending|expenses?|expenditure|budget)\\b`,
  'g',
);

/** Where the question asks for money. */
export function asksMoney(text: string): string | undefined {
  const [first] = allMatches(asks, text);
  return first?.[0];
}
