/** Of what a message leaves over, the words a clerk would call the record by: whole words, the matter first, no scraps of deeds. */
import { remember } from './remember.ts';

/** A stretch of the message. */
export interface Part {
  readonly text: string;
  readonly index: number;
  readonly end: number;
}

/** What says outright that the matter follows, and is no part of it. */
const opening =
  /^(?:(?:案由|案子|内容|主题|题目|标题|事由|主要内容|议题|事项|题名)(?:是|为)?|题为|名为|讲的?是?(?!话|座|课|解|稿|台)|说的?是?(?!明|法|不)|写的?是?(?!作|字|实|好|完)|谈的?是?(?!判|话)|问的是|要的是|主要是|商请|[\u4e00-\u9fff]{1,4}(?:代表|委员)(?:[\u4e00-\u9fff]{2,3})?(?:等[\u4e00-\u9fff]{0,4})?(?:提出?|反映)的|(?:来信|来访|来电|群众|市民|网民|居民|村民|企业|12345)反映的)(?=[\u4e00-\u9fff]{2})/;
const openedBy =
  /(?:案由|内容|主题|题目|事由)(?:是|为)?\s*$|(?:关于|反映|涉及|围绕|针对|不服|主要是|举报|咨询|投诉|申请公开|要求公开)(?:了|的是)?\s*$/;
/** What stands before the matter and says nothing of it. */
const ahead =
  /^(?:(?:我们|咱们?|我办|我区)?那[篇件个份条次场项]|(?:我们|我办)?(?:上报|报送)的|(?:拟|起草|草拟|写|印)好?了|[有一][位个家](?!月|季|百)|一口气|[当现]场|出面|会前|刚才?|拟于|以及|(?:修改)?(?:完善|健全|制定|修订|建立)了?(?=[\u4e00-\u9fff]{4})|(?:今后|来年|后续)(?:要|将|拟)?把?|拟(?=建|开|办)|重点抓|打报告(?:要求?|申请)?|想[看要查]|[^的]{1,8}会上?定的|会上?定的)(?=[\u4e00-\u9fff]{2})/;
/** What is left hanging behind the matter. */
const hanging =
  /(?:坏了?|方面|这块|这一?块|那个|那[件起条篇](?:登记?一下|记一下)?|的[事件]|(?<!工)作(?:出|为)?|[搞进做]行?|列[为入]?|这[项件条起]|那边|进去|这事|(?<=报告|专报|信息|材料|简报|来信|\d期)(?:上(?:作出?|批)?|批)|和|跟|与)$/;

/** Words that call no record of its own. */
const hollow =
  /^(?:[上这]?[回次]?(?:还|都|又)?(?:有|存在|发现|查出)(?:过|的)?问题|第[一二三四五六七八九十\d]+[起件个次批项]|之[一二三四五六七八九十]|[两三四五六七八九十]家|闭会期间|会议期间|期间|会[前后上]|自己|我们|老百姓|市民|村民|有?群众|[省市区县]里的?|[省市区县]级|区[委府]|人大|政协|年度|列入年度|新出|行政|制定|决定|废止|修订|定稿|情况|事项|案件|行政案件|各类信息|报送|均已报送|整改完成|弄好|[一二两三]份|重点?建议|集体提案|重点提案|平时提案|上报|走访|商量|初步|负责人均?|局长|领导让?|起草|草案|清理|处置|接待|接听电话|接收|研究|办理|定夺|执行|服务|审理|到位|结果|主责|协办|立项|批示|口头|同意|匿名|包括|包含|具体|一遍|一下|[两三四五六七八九十]个[\u4e00-\u9fff]{1,2}|传票|行政案|市长|区长|省长|[上本这]回|上次|这次|征求意见稿|讨论稿|情况汇报|[\u4e00-\u9fff]{1,3}(?:来访|来电))$/;
/** Words a record is called by only where nothing better is told. */
const thin =
  /^(?:网上|官网|微信|公众号|普刊|选编|政务|政务公众号|重点|通知|报告|文件|文章|稿子|材料|项目|意见|口径|牌子|点位|工地|仓库|科室|单位|部门|学校|企业|现场|稿件|动态|专报|[省市区]?(?:委|政府)?(?:专报|普刊|参阅|刊物))$/;
/** Words that tell what was done about it. */
const deed =
  /了(?!解|结|然)|^(?:没|不是|有人|立即|请|让|把|被|帮|先|再|都|刚|送|呈|报|转|赴|前往|深入|上报|下发|发出|印(?!章|鉴|刷)|分发|登记|补登|补发|责令|收缴|走访|抽查|检查|查看|跑遍|形成|列|纳入|推送|提供|登稿|录入|排版|挂|拿|判|提的|转过来|[上这]回)|(?:(?<![征秋验回丰税吸签])收|来|提|提的|上定|过来|领衔|出刊|递交申请|提交|当面递|改好|改|扯皮|碰头|到位|指示|期间|交办|(?<![月周日简专年公电快])报|方面问题|好|掉|完|挂|立|撤|登|交|(?<![突研开偶频])发|(?<![公召展])开|我们|让)$/;

const segmenter = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('zh', { granularity: 'word' }) : undefined;

/** Where the words of the language begin and end. */
const bordersOf = remember((text: string): ReadonlySet<number> => {
  const borders = new Set([text.length]);
  for (const { index } of segmenter?.segment(text) ?? []) borders.add(index);
  return borders;
});

const mostBroken = 3;

/** 会议纪[要]: a word that was cut through is made whole, where what was cut off means nothing else. */
function whole(part: Part, text: string, left: string): Part {
  const borders = bordersOf(text);
  let { index, end } = part;
  for (
    let back = 0;
    back < mostBroken && index > 0 && !borders.has(index) && left[index - 1] === text[index - 1];
    back += 1
  )
    index -= 1;
  if (!borders.has(index)) ({ index } = part);
  for (let on = 0; on < mostBroken && end < text.length && !borders.has(end) && left[end] === text[end]; on += 1)
    end += 1;
  if (!borders.has(end) || /[了的过着]$/.test(text.slice(part.end, end))) ({ end } = part);
  return { text: text.slice(index, end), index, end };
}

const opensName = /(?:不服|与|和|跟|同|对|向|给|状告|起诉|因)$/;

/** 不服[交警]处罚: a name between two stretches belongs to both. */
function acrossNames(parts: readonly Part[], text: string): Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const before = joined.at(-1);
    if (before && opensName.test(before.text) && /^[\u4e00-\u9fff]{2,8}$/.test(text.slice(before.end, part.index)))
      joined.splice(-1, 1, { text: text.slice(before.index, part.end), index: before.index, end: part.end });
    else joined.push(part);
  }
  return joined;
}

interface Weighed extends Part {
  readonly weight: number;
}

const mostWeight = 9;
const nothing = -9;

function weighed(part: Part, text: string, first: boolean): Weighed {
  const matter = part.text.replace(ahead, '');
  const plain = matter.replace(opening, '').replace(hanging, '');
  const told = plain.length >= 2 ? plain : part.text;
  const isOpened = opening.test(matter) || openedBy.test(text.slice(Math.max(0, part.index - 5), part.index));
  const weight =
    Math.min(told.length, mostWeight) +
    (first ? 1 : 0) +
    (isOpened ? 4 : 0) -
    // Where one went is not what one went for.
    (/[去到赴]$/.test(text.slice(0, part.index)) ? 2 : 0) -
    (hollow.test(told) ? 20 : 0) -
    (thin.test(told) ? 9 : 0) -
    (deed.test(told) ? 5 : 0) -
    // Nor is what is told of a count: 有2家收未成年人.
    (/\d\s*[\u4e00-\u9fff]?$/.test(text.slice(0, part.index)) && !first ? 3 : 0) -
    (/[\u4e00-\u9fff]/.test(told) ? 0 : 4);
  return { ...part, text: told, weight };
}

/**
 * @param left the text without what was read as something else
 * @returns what the record may be about, best first, and what it may be called by: nothing, where only scraps are left
 */
export function calledBy(parts: readonly Part[], text: string, left: string): { names: string[]; title: string } {
  const made = acrossNames(
    parts.map((part) => whole(part, text, left)),
    text,
  );
  const all = made.map((part, at) => weighed(part, text, at === 0));
  const ranked = [...all].sort((a, b) => b.weight - a.weight);
  const [best] = ranked;
  if (!best || best.weight < nothing) return { names: [], title: '' };
  const name = withNeighbours(best, all, text);
  return { names: [name, ...ranked.slice(1).map((part) => part.text)], title: best.weight > 0 ? name : '' };
}

const least = 4;
/** 食堂[管理办法]: what sort of rule it is, though that word told the kind. */
const rule =
  /^(?:的)?(?:[管考][理核]|工作|实施|暂行|应急)?(?:制度|机制|办法|规定|细则|规程|守则|规则|规范(?!性)|预案|通告)/;

/** 归档拖沓 材料不全: what stands beside it, and is as good, belongs to it. */
function withNeighbours(best: Weighed, all: readonly Weighed[], text: string): string {
  const at = all.indexOf(best);
  const good = (part: Weighed | undefined) => part !== undefined && part.weight >= least && !deed.test(part.text);
  const touches = (a: Part, b: Part) => /^(?:\s|\s?[、和与及]\s?)$/.test(text.slice(a.end, b.index));
  let from = at;
  while (good(all[from - 1]) && touches(all[from - 1]!, all[from]!)) from -= 1;
  let to = at;
  while (good(all[to + 1]) && touches(all[to]!, all[to + 1]!)) to += 1;
  const last = all[to]!;
  return [
    ...all.slice(from, to).map((part) => part.text),
    last.text + (rule.exec(text.slice(last.end))?.[0] ?? ''),
  ].join(' ');
}
