/** What a piece of text does: tells a deed, or only plans, wishes, denies, passes on hearsay, sets a condition, remarks, commands. */

import { allMatches } from '../time/all-matches.ts';
import type { Day } from '../time/day.ts';
import type { TimeSpan } from '../time/phrase.ts';
import { isDeadline, isOfLimit } from './deadline-said.ts';
import { deniesDeed } from './deed-denied.ts';
import { isEnglishRemark } from './english-remarks.ts';

export type SpeechAct = 'fact' | 'plan' | 'wish' | 'denial' | 'hearsay' | 'condition' | 'remark' | 'command';

const conditions =
  /(?<!比)如果(?!树|蔬|品|实|园|林)|假如|倘若|(?<![\d一二三四五六七八九十百千两])万一(?!千|百)|除非|要是[^,。;]{2,16}就|(?:^|[\s,。;:!的个件条号])(?:要是|假设|若是|若(?!干|[\u4e00-\u9fff]?干)|一旦)|(?<![相平同对高上下此本我你他优初一二三特均])等(?![级次于额同文分待价效线候比式])[^,。;]{2,20}?(?:再(?!次)|才能|才好)|的话(?=[\s,。]|$|告诉|通知|跟我|和我|说一声|记得|请|就|再)|\b(?:if|unless|in case|provided that|supposing)\b/i;
const hearsays =
  /听说|据说|传闻|听[^,。;]{1,10}?[说讲](?!明|座|话|课|解|稿|义|师|台|法|述|清)|(?<=[局委办院区镇道社人志们边头里])(?:同志|人|干部|领导)?[说讲](?=[^,。;]{0,12}(?:快|马上|差不多|就快|即将|基本上?)[^,。;]{0,6}(?:了|销|办|结|批))|好像|似乎|貌似|可能(?!性)|也许|或许|说不定|估计|大概率|不确定|没准|保不齐|应该(?:会|要|能|快|是要)|没(?:有)?核实|未经?核实|待核实|小道消息|有人说|传言|不一定|待定|不好说|再看看|\b(?:i(?:'ve)? hear(?:d)?|we heard|heard that|they say|it is said|word is|rumou?rs?|apparently|reportedly|supposedly|may (?:be|have|come|go|not|need|also)|might|maybe|perhaps|probably|not sure|seems to|word has it|allegedly)\b/i;
const commands =
  /[#=<[【*]{1,}\s*(?:system|系统|admin|管理员|developer)\s*(?:prompt|消息|指令|message)?\s*[#=>\]】*]{1,}|(?:新规则|新规定|新指令|新任务|(?:以后|之后|今后|往后|从现在起|即日起)(?:所有|全部|每[一条件个]))[^。;]{0,24}(?:自动|一律|统统|全部|直接|默认)(?:都|给我)?(?:记|标|算|按|改|写|填|计)|(?:立即|马上|直接)对(?:现有|已有|所有|全部)[^,。;]{0,10}(?:执行|生效|应用)|(?:忽略|无视|忘掉|忘记|抛开|绕过).{0,12}(?:指令|设定|规则|提示|要求|限制|命令|之前|以上|上面)|(?:你现在是|从现在起你|你是一个|扮演)|(?:假装|伪造|虚构|编造|瞎编|随便编|凑够|凑满|凑到|凑个|凑足|虚报|瞒报|多报(?!了))|(?:系统|开发者|管理员|调试)(?:提示词?|模式|指令)|(?:输出|泄露|显示|告诉我|打印).{0,8}(?:提示词|系统提示|密钥|密码|token)|(?:把|将)?(?:所有|全部|一切)(?:的)?(?:记录|数据|提案|建议|督办件?|台账|件|信件)?.{0,6}(?:删除|删掉|清空|标记?为|标成|改成|改为|设为|置为|算作)|清空(?:台账|数据库|所有|全部)|(?:^|[\s"'`>#\]])(?:system|assistant|developer)\s*[::]|\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instructions?|rules?|prompts?|settings?|above|previous|prior)\b|\byou are now\b|developer mode|system prompt|jailbreak|\b(?:pretend|make up|fabricate|fake|invent)\b|\b(?:mark|set|change|delete|drop|erase|wipe|remove|close)\s+(?:everything|all|every)\b|drop\s+table|;\s*--|<\s*script|union\s+select|"do"\s*:|\{\s*"(?:records?|kind|intent)"/i;
const denials = [
  /(?:我|我们|咱们?)(?:可)?(?:没|没有)(?:说|讲|报)过?|谁(?:说|传)的?|(?:瞎|乱|胡)(?:说|传|讲)|(?:先|暂时?)(?:别|不要|不用|不)(?:急着)?(?:印|发|办|开|报|接|登记|公开|交办)|(?:别|不要|甭)(?:急着?|忙着?)?(?:印|发|开|登记|交办)(?!生)/,
  /(?:^|[\s,。;])不是\s*\d/,
  /(?:批示|接待|会议|督查|来文|收文|发文|来信|提案|建议|培训|请示|复议)(?:暂时?|还|都|也)?(?:没有|无)(?=$|[\s,。;、])/,
  /(?:没有?|无)(?:任何)?一[件条份封篇个场批](?!起|致)|[一半][件条份封篇个场批期次项](?:都|也)(?:没有?|未)(?!发现)/,
  /(?:没|没有|无)人(?:来|去|到|参加|报名?|查|看|反映|投诉)/,
  /(?:没|没有|未(?!来)|未能|并未|并没有|还没有?|尚未|都没有?|也没有?|没能)(?:能|再|怎么|真的|正式|如期|按时|真|安排)?(?:开成|去成|办成|来成|搞成|报成|发成|印成|做成|写成|接成|查成|成行|开展|举行|召开|举办|督查|检查|接待|收到|收文|发文|印发|编发|发出|报送|上报|出去|出车|派车|出动|开会|培训|学习|立项|批示|受理|发生|来文|来人|任何|搞|做|开(?!工|通|始|庭|标)|去|收|接(?!入)|来|查到?(?!出|实))(?!.{0,3}(?:问题|异常|事故|差错|意外))/,
  /(?:取消了?|泡汤了?|黄了|作罢|流会|改期了?|推迟了?|(?<!申请|同意|批准|可以|答复|办理)延期了?|没戏|不督查了|不检查了|不接待了|不培训了|不开会了|不开了|不来了|来不了了?|不去了|去不了了?|不办了|没成)(?:$|[\s,。;!])/,
  /\b(?:did(?:n't| not)|was(?:n't| not)|were(?:n't| not)|has(?:n't| not)|have(?:n't| not)|had(?:n't| not)|never)\s+(?!attend|appear|reach|agree|object|satisf|happy|adopt|accept|approv|used|taken|disclos|granted)/i,
  /\b(?:no|not a single|not any)\s+(?:inspections?|meetings?|receptions?|documents?|visits?|trainings?|visitors?|proposals?|letters?|sessions?|vehicles?)\b/i,
  // No complaints came in, nothing was issued: none of it happened; no problems found tells of an inspection.
  /^(?:(?:today|yesterday|this week|so far)\b[,\s]*)?(?:there (?:was|were) )?(?:nothing|none|nobody|no one|no (?!problems?|issues?|hazards?|faults?|defects?|incidents?|injur|agreement|reply|\.|\d)[a-z]+)\b.{0,40}\b(?:was|were|came|arrived|received|issued|held|happened|today|yesterday|this week)\b/i,
  /^(?:still |there is |there's )?(?:no news|no word|nothing new|nothing yet|nothing from)\b/i,
  /\b(?:almost|nearly|narrowly)\s+(?:received|won|got|missed|made|became|was|were)\b/i,
  /^(?:please )?(?:do not|don't)\s+(?:log|record|note|file|write)\b/i,
  /推迟到|改期|原定|原计划|本来(?!面目)|\brescheduled\b/i,
  /\bstill (?:unanswered|unresolved|outstanding|undecided|not (?:answered|closed|replied|issued|received|approved|decided|heard))\b/i,
  /\b(?:called off|cancel(?:l?ed)|postponed|fell through|put off)\b/i,
];
/** 受理复议1件 低保资格取消: what the matter is about was called off, not the matter. */
const refusedThing = /(?<![没未不]|没有|未能|还没)(?:受理|收到|立案|接到|转来).*$/s;
const wishes =
  /(?:要|须|应|必须|务必)(?:确保)?(?:达到|达|保持|做到)\s*\d|不(?:得)?低于\s*\d|希望|但愿|争取(?!到|了|得)|力争|争创|盼(?:望|着)|(?:我们?|咱们?|大家|本来|真|很|好|也)想(?!法|起|到)|(?:^|[\s,。;])(?:我们?|咱们?|大家|其实|也|还)应(?:该|当)(?!是|为|有|到)|目标(?:是|为|:)|努力(?:实现|做到|争取|完成)|确保(?:年底|全年|今年|按时|月底)|冲刺|冲进|最好(?:能|是|再|多)|要是能|\b(?:hope(?:fully)?|wish|would like to|aim(?:ing)? (?:to|for)|striv(?:e|ing)|want(?:s)? to|our (?:goal|target)|let's)\b|(?:^|[.;,]\s*)(?:we|i|they|you|someone|somebody)\s+(?:really\s+|all\s+)?(?:should(?! (?:be|have been|say|read))|ought to|need to|must(?! admit)|have to|had better)\b/i;
const plans =
  /打算|(?<!列入|纳入|年度|工作|已|比|按|照|超|较|于|赶)计划(?!书|表|生育|单列|内|外|任务|已|信息)|(?<!(?:督查|检查|抽查|暗访|督导|调研|看|查)了?[^,。;\s]{0,8})准备(?!好|了|工作|完|就绪|情况|阶段)|拟(?!由|交由|稿|好|完|了|过|定|办|文|写|订|制|出|的)|即将|将(?=于|在|要|会|开|召|举|组织|赴|对|来|去|到|进行|派|报|印|下)|预计|预定|预备(?!党员|役)|定于|定在|拟于|安排在|下一?步|下步|马上(?:就)?要|就要|快要|(?<![纪摘概提简])要(?=去|来(?!文|信|件|源)|开(?!发|放)|办(?!件|理|结)|搞|召开|举行|举办|组织|迎接|到(?!位)|出发|进行|接待|督查|检查|印发|编发|请假)|(?:[今明后]天|[本这下]周|[本这下]个?月|年底|年内|我们|办里|科里)要(?![求点件闻素情事目览报了到过回来])|(?:办|局|里|领导|上面|上级|省|市)要(?=[\s,。]|$)|\b(?:will|shall|going to|plan(?:s|ning|ned)? to|intend(?:s|ed)? to|scheduled|upcoming|(?<!as )planned|pencilled in|set for|(?:takes|will take) place|(?:starts|begins|meets|comes|arrives|opens|leaves) (?:on|next|tomorrow|at \d)|(?:is|are) (?:on (?:mon|tues|wednes|thurs|fri|satur|sun)day|next|tomorrow|booked|reserved)|expect(?:s|ing)? (?!to)|(?:meeting|training|reception|inspection|visit|session|conference) (?:was |has been |is )?(?:moved|moves|pushed back) to|is due to|about to|to be held|to visit us|(?:is|are) (?:expected|supposed|meant|set) to)\b|\bplan(?:s)? for\b/i;
const done =
  /(?:已经?|刚刚?|圆满|顺利|均已|都已)(?:经)?(?:完成|办|开|结束|举行|到位|印发|落实|送走|接待)|\b(?:was|were|has been|have been) (?:held|completed|finished|done)\b/i;
const remarks =
  /还没(?:有)?(?:完成|开始|结束|弄完|做完|写完|办完|搞完|启动)|差点(?:儿)?(?:忘|漏|没)|(?:又|都|给)?忘了(?!.{0,4}(?:记|报|登|说|讲|(?<!印)发(?!布)|录|填|提))|还没(?:有)?(?:定(?!稿)|想好|确定|商量|安排|着落)|(?:回头|以后|等.{1,8})再(?:说|议|看|定)|再说(?:吧|了)?(?=$|[\s,。])|待定|卡在|卡住|压在|压着|拖着|还差|还剩|只剩|就差|还有.{0,6}(?:没|未|不到)|还欠|尚有|剩下|马上(?:就)?(?:能|可以)|快(?:要)?(?:完成|办完|结束|齐|满)了?|距离.{0,8}还|真(?:的)?(?:多|忙|累|烦|难|麻烦)(?=$|[\s,。!啊呀])|(?:累|忙|烦|急|愁)死(?:了|我|人)|(?:天天|整天|成天|一天到晚|老是|总是)(?:都|在|就)?(?:忙|弄|搞|跑|卡|坏|出(?!台))|放(?:在)?(?:我|你|他)(?:这|那|的)?(?:儿|里|边)?(?:桌|抽屉|柜)|发(?:给)?我(?:一份|一下|看看|邮箱|微信)|(?<![车辆])加油(?!站|机|卡|费|[\d\s]*[次元升])|\b(?:to go|remaining|left to do|still (?:need|missing|outstanding)|almost there)\b/i;
const orders =
  /(?:看看|学学|学习|参考)(?:一下)?(?:人家|别人|别的[区县市单]|他们|兄弟)|^(?:快|赶紧|抓紧|尽快|请|麻烦)(?:点|些|抓紧|尽快)?把|建议(?:大家|各位|各科室|以后|今后|咱们|我们)|(?:大家|各位|各科室).{0,4}(?:以后|今后)|(?:大家|各位|各科室|各单位|同志们|同事们|你们?).{0,8}(?:记得|抓紧|注意|务必|尽快|不要|别|赶紧|帮忙|请)|(?:记得|别忘了?|务必|不要忘)|(?:^|[\s,])(?:请|麻烦)(?:大家|各)|\b(?:please (?:remember|make sure|do not|don't)|don't forget|remember to|everyone (?:must|should|please))\b/i;
/** An urge by phone is no outing and no record of its own. */
const urges =
  /打(?:了)?(?:个)?电话.{0,14}(?:催|问|提醒)|(?:电话|微信|短信).{0,4}(?:催|提醒)|催了(?:下|一下|催)?|(?:催办|提醒)(?:单|函|通知)|\b(?:chased|reminded) (?:them|him|her)\b/i;

/** 我去开会了, 陈主任在开会: where somebody is, no event of the office. */
const whereabouts =
  /^(?:我|咱|你|他|她|我们|[\u4e00-\u9fff]{1,2}(?:主任|科长|局长|秘书|姐|哥|工))(?:今天|下午|上午|现在|先|得|也|刚|还|正|都)*(?:去|在|要|来|到外面|回来)?(?:开个?会|吃饭|出差|请假|值班)(?:去)?(?:了|呢|啦|中|呀)?[。!]?$/;

const forwarded = /^\s*(?:【?(?:转发|转载|转自|转)(?:】|\s*[::\s])|fwd?\s*:|forward(?:ed)?\b|\[转\])/i;
const others =
  /邻[县区市]|隔壁[县区市]|兄弟[县区市单]|外[省市县地]|某[省市县区]|人家|(?:新闻|网传|网上|朋友圈|公众号|日报|晚报|新华社|央视|抖音)(?:说|上|里|讯|报道|电|看到|有|:|】)|据(?:报道|新闻|媒体|悉|了解)|学习借鉴|看看(?:人家|别人|别的|他们)/;
/** 隔壁县今天开了防汛会: who does it is not of this office. */
const otherDoes =
  /(?:^|[\s,。:])(?:(?:邻|隔壁|兄弟|外)[县区市]的|(?:邻|隔壁|兄弟|外地|外省|外县)[县区市]?[^,。;\s]{0,6}(?:今天|昨天|上周|刚|也)?(?:召开|开了|开展|督查了|检查了|发了|印发|搞了|办了|举办|出台|获|被|采用)|(?:^|[\s,。:])(?:邻|隔壁|兄弟)[县区市][^,。;\s]{0,3}(?:今天|昨天|前天|上周|这周|本周))/;

/** What somebody else did, passed on: nothing of it is the office's. */
export function isOthersNews(text: string): boolean {
  const isTheirs = /^(?:邻|隔壁|兄弟)[县区市](?:今天|昨天|前天|上周|本周)?收到/.test(text);
  if (!isTheirs && /接待|来访|来(?:我区|我县|我办)|来考察|来学习|来调研|收到|来文/.test(text)) return false;
  return (forwarded.test(text) && others.test(text)) || otherDoes.test(text.replace(forwarded, ''));
}

export function isCommand(text: string): boolean {
  return commands.test(text);
}

/** What a letter asks or an instruction orders is no plan or doubt of the speaker's. */
const matters =
  /(?<=反映|咨询|询问|投诉|举报|求助|关于|批示|点评|指出)(?!没有|无|(?:件|来?信)?的(?:事|材料))[^,。;\s]+/g;

function same(text: string): string {
  return '□'.repeat(text.length);
}

/** The act of one item; the gravest doubt wins. Titles in 《》 say nothing about it. */
export function actOf(text: string, times: readonly TimeSpan[], today: Day): SpeechAct {
  const plain = text.replace(/《[^》]{0,200}》/g, same).replace(matters, same);
  if (commands.test(plain)) return 'command';
  if (conditions.test(plain)) return 'condition';
  if (hearsays.test(plain)) return 'hearsay';
  const told = plain.replace(refusedThing, '');
  if (denials.some((denial) => denial.test(told)) || deniesDeed(text)) return 'denial';
  if (wishes.test(plain)) return 'wish';
  // A limit set in an instruction's own words is no plan either.
  const days = times.filter((time) => !isDeadline(text, time, today) && !isOfLimit(text, time, { times, today }));
  if (isPlan(plain, days, today)) return 'plan';
  if (
    isEnglishRemark(plain) ||
    whereabouts.test(plain.trim()) ||
    remarks.test(plain) ||
    orders.test(plain.replace(/批(?:示|了|的|:).*$/s, ''))
  )
    return 'remark';
  return 'fact';
}

function isPlan(text: string, times: readonly TimeSpan[], today: Day): boolean {
  if (done.test(text)) return false;
  if (plans.test(text)) return true;
  if (/了(?!解)|已/.test(text)) return false;
  return times.some(
    (time) =>
      !(time.grain === 'week' && time.said === 'explicit') &&
      time.start !== null &&
      time.start > today &&
      time.grain !== 'until' &&
      time.said !== 'name' &&
      !time.comparison,
  );
}

/** Whether the whole text looks ahead, so that 周三 is the next one. */
export function isAhead(text: string): boolean {
  return plans.test(text) && !/了|已|\b\w+ed (?:yesterday|today)/.test(text);
}

const weekdays = '一二三四五六日';
const bareWeekday = /(?<![上下这本每前])(?:周|星期|礼拜)([一二三四五六日天])/g;
const takesPlace = /开|召|举|组织|来|去|到|接待|安排|培训|学习|督查|检查|调研|座谈|参观|考察|党课/;
/** What has happened is told with 了, or with what came of it. */
const isOver = /了(?!解)|已|过(?!程|滤)|完|上周|昨|前天|发现|查出|\d\s*[个处条件人次批场篇份家起名位]/;

/** 周五组织消防培训, said on a Wednesday: a day of this week that has not come yet, and nothing that says it is over. */
export function isComing(text: string, today: Day): boolean {
  if (isOver.test(text) || !takesPlace.test(text)) return false;
  const now = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  const told = allMatches(bareWeekday, text).map((match) => weekdays.indexOf(match[1] === '天' ? '日' : match[1]!));
  return told.length > 0 && told.every((day) => day > now);
}

/** 记得提醒住建答复: what somebody shall do has not been done. */
export function isOrder(text: string): boolean {
  return orders.test(text);
}

/** Whether the text only says that somebody was reminded. */
export function isUrge(text: string): boolean {
  return urges.test(text);
}

const questionWords =
  /[??]|\d[^,。;\d]{0,4}还是[^,。;\d]{0,6}\d|吗(?=$|[\s,。!~])|呢(?=$|[。!~]|[\s,](?![^?]*[\d一二两三四五六七八九十]))|多少|(?<![十好这那上前近头过数每第])几(?![件个桩项](?:事情?|工作|活)\s*[:,\s]|家(?:意见|单位|部门|都)|个(?:人|单位|部门|同志)(?:都|一起|分别))(?=[次件篇期条批场项卷个家台位名人天封份分轮趟号起名])|哪些|哪(?:个|几|家|条|件|一|位|天|月|里|了|儿|些)|了吧(?=$|[\s,。!~\u4e00-\u9fff])|进展如何|进展怎|如何(?=$|[\s,。])|怎么(?:样|还)|什么(?:时候|情况|原因|意思)|(?:吃|干|做|搞|是|有|叫|说)(?:点)?(?:什么|啥)(?=$|[\s,。呀啊好])|来着(?=$|[\s,。!])|(?<!不管|无论|不论)谁(?:会|能|去|来|有空|在|知道|负责|管|办|主办|牵头|答复|处理)|是不是|有没有|有无|能不能|可不可以|是否|为什么|为啥|(?:了|过)没有?[啊呀呢哦嘛]?(?=$|[\s,。!])|(?:查|列|统计|汇总|数|(?<!打)算|对比|比较)(?:一)?下(?!发|达)|给我(?:看|列|查)|多不多|咋样|咋回事|同比|环比/;
const englishQuestion =
  /^(?:and\s+|so\s+|ok\s+)?(?:how (?:many|much|long|often|about)|what(?:'s| is| are| was| were| about)?|which|who|when|where|why|did(?! (?:\d|an?\b|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|our\b|some\b|several\b))|do|does|is|are|was|were|(?:have|has)(?! (?:been|had|just|now|already|[a-z]+ed|held|sent|met|got|done|made|given|taken)\b)|had (?=we|they|it|he|she)|can|could|show me|show|list|tell me|give me|any)\b|\bhow many\b|\bhow much\b/i;
/** What a citizen asks is the matter of his letter, no question to the ledger. */
const asked = /(?:咨询|询问|问的?是|提问|反映|投诉|关于|主题|asking|asks|about).{0,40}/gi;

const ofCitizens = /问|来信|来电|来访|信箱|反映|留言|12345|(?:咨询|投诉|求助)(?!件)|不知道|不清楚/;

/** 规范性文件怎么备案啊 asks us; what a citizen asks how to do is his letter. */
function isHow(text: string): boolean {
  return /^[^,。;\s:]{2,12}怎么[\u4e00-\u9fff]{1,6}[。!~]?$/.test(text) && !ofCitizens.test(text);
}

/** Whether the text sounds as if it wanted an answer; such a text never writes. */
export function soundsLikeQuestion(text: string): boolean {
  const plain = text.replace(/《[^》]{0,200}》/g, '').replace(asked, '');
  return questionWords.test(plain) || isHow(text) || englishQuestion.test(plain.trim());
}
