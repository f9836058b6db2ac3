/** Tells a question from a statement: a question never writes, so a statement must not be taken for one. */

import { limitsIn } from './limits-asked.ts';
import { blank, type Span } from './places.ts';

/** Words that only questions have. */
const asks =
  /多少|(?<![好十百千这那近数]|(?<!目)前)几(?![十百千年来乎个月天度])|(?<![好这那近前十百千数])几(?:个(?!月)|天|个月)|几成|连续几年|[吗嘛麼么](?:[?？。!！\s]|$)|[?？]|怎么样|怎样|咋样|咋|怎么(?:来的|算)|如何(?!会议)|哪(?:些|个|几|家|位|条|件|项|天|年|月|类|科|里)|是谁|谁|什么时候|何时|哪天|有没有|[了过着][些点]?(?:什么|啥)|有(?:什么|啥)(?!问题|事情?(?:请|可以|随时))|是不是|是否|有无|到哪[了一]|百分之几|占(?:了|到)?(?:多大|多高)|(?:比例|占比)(?:多大|多高)|占比$|占(?:了)?[\u4e00-\u9fff]{1,8}(?:比重|比例|占比)(?=[?？\s]|$)|排名|排前|最[多少高低快慢]|前[一二三四五六七八九十\d]+名?的|列一?下|列出|列个|查一?下|(?<![自督检抽巡普清])查查(?![出到处获实阅])|看一?下有|统计一?下|分一?下|对比一?下|比一?下|同比|环比|多还是少|高还是低|呢(?:[?？。!！\s]|$)|[没未][有]?(?:[?？]|$)/;
const asksInEnglish =
  /\b(?:how (?:many|much|long|often|about)|what(?:'s| is| was| are| were| will| about)?|(?:(?:^|[;.:]\s*|\b(?:in|at|by|from|on|for|to|and|know|see|tell me|show me|me|or)\s)(?:which|who|when|where))|did (?:we|they|i|the)|have we|has the|(?:is|are|was|were) there|do we|does|list|show me|number of|count(?: of)?|total(?: number)?|ytd|average|compare[d]?|versus|vs\.?|per (?:month|quarter|year|unit)|by (?:month|quarter|year|unit|category|type|level|source|topic|status)|top (?:\d+|two|three|five|ten)|rate|breakdown|rank(?:ing|ed)?|add (?:up|together)|sum of|most|fewest|same period)\b/i;
/** Something was counted and told: 督查3次, 95%, 5 meetings. */
const told =
  /\d+(?:\.\d+)?\s*(?:余|多|来)?\s*(?:次|件|条|篇|期|场|批|份|项|卷|人次|人|分|封|起|台|家|名|个|元|万|%|％|百分点)|[一二两三四五六七八九十百]+(?:次|件|条|篇|期|场|批|份|项|卷|人次|封)|(?<![a-z\d])(?<!(?:than|over|under|above|below|least|most|top|last|past|first|next) )(?!20\d\d\b)\d+\s+(?:[a-z-]+\s+)?(?:inspections?|meetings?|proposals?|letters?|documents?|issues?|visitors?|items?|pieces?|people|sites?|problems?|volumes?|times|files|pages?|guests?|delegations?|tasks?|trainings?|requests?|applications?|cases|rulings?|instructions?|reports?|speeches|rules|vehicles|cars|complaints?|inquiries|attendees|participants|members|readers|staff|clerks|points|copies|articles|yuan|hazards)\b/i;
const strong =
  /多少|什么时候|何时|哪天|最[多少高低大小长短快慢]的|(?<![好十百千这那近数]|(?<!目)前)几(?:次|件|条|篇|期|场|批|份|项|卷|封|起|台|家|名|个|号|成|人|位|辆|趟|轮|宗|页|分|元|块|天|户|处|站|所|支|届|只|张)|[吗](?:[?？。!！\s]|$)|[?？]|how many|how much|哪(?:些|个|几|家|位|条|件|项)|同比|环比|列一?下|列出/i;
/** Reported or hypothetical speech that only contains a question word. */
const noQuestion =
  /几[件个桩项](?:事情?|工作|活)\s*[:,，\s]\s*\S(?!.*[?？吗])|[,，。;；]\s*几(?:家|个人|位|方)(?!.*[?？吗])|^(?:不知道|没算|忘了)|几乎|好几|多少有点|不管|无论|再多少|提问|请问过/;
/** A thing one can only ask for when it stands alone: a rate, a total, a growth. */
const nominal =
  /率|总数|总量|总额|合计|总计|一共|次数|件数|条数|场次|人次|篇数|期数|数量|得分|情况|占比|平均|时长|用时|中位数|月均|年均|总分|分布|增速|增幅|分布|趋势|统计|[份卷页点项批起宗名人天办数题结复理]数|金额|排名/;

/** The figure itself is given (has reached 620, now stands at 156): told, not asked. */
const given =
  /\b(?:reached|stands? at|stood at|rose to|risen to|grew to|grown to|totall?ed|(?:now|currently) (?:total|number)|(?:is|are) now)\s+(?:about |over |nearly )?\d|^(?:the )?number of [a-z ]+(?:: | is | are )\d[\d,]*\.?$/i;

/** An English question begins with its question word, whatever it counts. */
const begins =
  /^(?:and |so |ok |please |then |can you )*(?:which|what|who|when|where|why|list|show|give me|tell me|compare|count|average|mean|median|share of|percentage of)\b/i;
/** Whole English sentences: a thing and what was done with it, or who did something. */
const englishTold =
  /^(?:an?|the|our|his|her|one|two|three|four|five|six|several|both|\d+)\s(?:(?!\b(?:that|which|who|whose)\b)[^?])*\b(?:was|were|has been|have been|had been)\s+(?:\w+ly\s+|now\s+|just\s+)?(?:\w+ed|set up|put|made|given|sent|held|built|drawn|written|taken|brought)\b|^(?:we|i|they)\s+(?:plan|intend|want|hope|will|would|wrote|sent|gave|held|got|met|made|took|put|\w+ed)\b/i;
/** A clause with a verb of its own, or somebody who is to act: no noun phrase to look up. */
const englishClause =
  /(?<!\b(?:that|which|who|have|has) )\b(?:took|came|went|won|lost|became|gave|got|said|does not|did not|is online|is out|is back|is done|now on|now with)\b|(?<!\b(?:days|time|long|hours|takes?) )to (?:lead|reply|handle|report)\b|\b(?:aim|goal|focus) is\b|^(?!compared\b)[a-z]+ed (?:to|the|an?|our|in|on|up|out|off|one|two|three|four|five|six|seven|eight|nine|ten|\d)\b|^(?:an? |the |our )?(?:report|speech|draft|notice|circular|letter|request|paper|case|item)\b.{1,60}\b(?:finished|done|ready|issued|sent|completed|drafted|handed in|closed|answered|signed)\.?$/i;
const askingFirst = /^(?:and |so |ok )?(?:how|did|do|does|is|are|was|were|have|has|had|can|could|will|any)\b/i;
/** English sentences that begin with their verb, as notes do. */
const englishNote =
  /^(?:new|another) (?!.*\b(?:20\d\d|years?|months?|quarters?|weeks?)\b)|^(?:put|wrote|drew|gave|took|sent|made|brought|set|ran|went|got|won|lost|met|led|held|heard|saw|began|bought|paid|built|told|turned|sat|spoke|taught)\s/i;
const smallNumbers =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a dozen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]+)?|(?:one|a) hundred';
/** Three issues, two colleagues retired: counted in words; not the last three years. */
const countedInWords = new RegExp(
  `(?<!\\b(?:top|first|last|past|next|best|all|these|those|the) )\\b(?:${smallNumbers})\\s+(?!(?:days?|weeks?|months?|quarters?|years?)\\b)[a-z]`,
  'i',
);

/** Honours won in 2025: a plural with what befell it over a stretch of days is looked up, not told. */
const overDays =
  /^(?!(?:we|they|i)\b)(?:[a-z-]+ ){0,3}[a-z]+s (?:won|lost|taken|given|held|made|sent) (?:in|over|during|since|for) (?:20\d\d|the (?:past|last)|this (?:year|month|quarter)|last (?:year|month|quarter))\b[^,.;:]*$/i;

function tellsInClause(text: string): boolean {
  if (overDays.test(text)) return false;
  return englishClause.test(text) && !begins.test(text) && !askingFirst.test(text);
}

/** Whether it has words that only a question has: such a text never writes. */
export function asksPlainly(text: string): boolean {
  return strong.test(text) && !noQuestion.test(text);
}

/** Whether the text asks for something by its words alone. */
export function asksSomething(text: string): boolean {
  if (noQuestion.test(text) || given.test(text)) return false;
  if ((englishTold.test(text) || englishNote.test(text) || tellsInClause(text)) && !strong.test(text)) return false;
  if (!asks.test(text) && !asksInEnglish.test(text)) return false;
  return strong.test(text) || begins.test(text) || !told.test(withoutTops(text)) || /呢\s*[?？]?\s*$/.test(text);
}

/** Something took place, or is found wanting: a statement without a figure in it. */
const happened =
  /[了过](?!程|期)|[。;；\n].|偏[多少低高慢]|不足|不够|不到位|较[少多低高差慢]|(?<!多|至)[少低差慢](?:$|[,;])|滞后|取消|成立|无(?:突发|异常|事故|险情|警情|特殊)|一切正常|平安无事/;

/** 进度滞后的任务项数: what ends in the name of a figure tells of no state. */
function hasHappened(text: string): boolean {
  return happened.test(text) && !(endsInFigure(text) && !/[了过。;；\n]/.test(text));
}

/** An English sentence with its own subject and verb tells something; a noun phrase has none. */
const clause =
  /\b(?:we|i|they|he|she|it|there)\s+(?:\w+ly\s+|now\s+)?(?:have|has|had|is|are|was|were|plan|intend|want|\w+ed)\b|(?<!\b(?:that|which|who) )\b(?:retired|resigned|arrived|went|came|took place)\b|^[a-z][a-z' ]+:\s+(?!this|last|in |by |per |how|what|which|total|number)[a-z]/i;

/** Whether it may be a question put as a bare noun phrase (今年两案总数, inspections in 2025). */
export function mayBeNominal(text: string): boolean {
  if (
    text.length > (/^[\x20-\x7e]{30}/.test(text) ? 110 : 60) ||
    told.test(withoutTops(text)) ||
    hasHappened(text) ||
    clause.test(text) ||
    given.test(text)
  )
    return false;
  if (englishTold.test(text) || englishNote.test(text) || tellsInClause(text) || countedInWords.test(text))
    return false;
  return true;
}

/** Whether it ends in the name of a figure (采用数, 人次加起来): whatever else it says, it tells nothing. */
export function endsInFigure(text: string): boolean {
  return figureEnd.test(text);
}

const figureEnd =
  /(?:[\u4e00-\u9fff]率|(?<![参分算])数[量目]?|总[量额数计]|合计|总计|件次|人次|场次|批次|篇次|加起来|相加|占比|分布|排名|同比|环比|时长|用时|走势|趋势|比较|对比|相比)(?:情况|变化|统计|是|为|有)?[?？。!！\s]*$|\b(?:rate|count|total|totals|breakdown|trend|ranking|average|share|percentage|number)\s*[?.!]*$/;

export function namesFigure(text: string): boolean {
  return nominal.test(text);
}

/** Limits that only narrow: 超过3个的, with more than 3 problems, 50人以上会议场次. */
function narrowing(text: string): Span[] {
  return limitsIn(text).filter(
    ({ end, word }) => /^[a-z]/.test(word) || endsInFigure(text) || /^[\u4e00-\u9fff]{0,4}的/.test(text.slice(end)),
  );
}

/** 前5, top 10, A类 and days are no counts of something done. */
function withoutTops(text: string): string {
  return blank(text, narrowing(text)).replace(
    /最[多少高低]的?\s*[\d一二三四五六七八九十]+\s*[个家名]|前\s*[\d一二三四五六七八九十]+\s*[名个家位]?|top \d+|第\s*\d+\s*[期号条件项]/gi,
    ' ',
  );
}
