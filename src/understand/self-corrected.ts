/** Takes back what a speaker puts right while he speaks: 跑了6个点不对是8个点 means eight, and six was never told. */

const slip = '[,.…\\s]*(?:嗯|哦|噢|啊|呃)?(?:不对|不不|说错了|讲错了|错了|哦不|噢不|啊不|口误)[,.…\\s]*';
const is = '(?:应该是|应为|应当是|是|有|该是)?\\s*';
const number = '[\\d一二两三四五六七八九十百千万零〇]{1,8}';
const measure = '[个处家所名人位件条篇份期场批次卷辆台趟户只封项元块万][\\u4e00-\\u9fff]?';
const day =
  '(?:大?前天|昨天|今天|上*个?(?:周|星期|礼拜)[一二三四五六日天]|[本这]周[一二三四五六日天]|(?:\\d{1,2}月)?\\d{1,2}[日号])';
const unit = '(?![给由交让请转把])[\\u4e00-\\u9fff]{1,6}(?:局|委|街道|镇|乡|办|公司|中心|大队)';

/** The wrong and the right value of one sort, with what belongs to both. */
const slips: readonly RegExp[] = [
  new RegExp(`(?<![-\\d])${number}(?<kept>\\s*${measure})?${slip}${is}(?=${number}\\s*${measure})`, 'g'),
  new RegExp(`${day}${slip}${is}(?=${day})`, 'g'),
  new RegExp(`(?<=[,。;\\s给由交让请])${unit}${slip}${is}(?=${unit})`, 'g'),
];
const mayBe = /不对|不不|错了|[哦噢啊]不|口误/;
/** What was told before this message is put right, not what is being told. */
const ofBefore = /刚才|刚刚|上一?条|那条|那件|前面|之前|记的|报的/;
const leastBefore = 2;

/** The text as the speaker means it in the end. */
export function selfCorrected(text: string): string {
  if (!mayBe.test(text) || ofBefore.test(text)) return text;
  return slips.reduce(
    (told, pattern) =>
      told.replace(pattern, (said, ...rest) =>
        (rest.at(-3) as number) < leastBefore && pattern === slips[0] ? said : '',
      ),
    text,
  );
}
