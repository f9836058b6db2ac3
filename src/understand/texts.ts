/** Reads the free texts of a record: journal, visitor, system, subject and the like, each where such a thing is said. */
import type { Field, RecordKind } from '../kinds/kind.ts';
import { knownIn } from './choices.ts';
import type { Context } from './context.ts';
import { englishJournal, isJournal, paperKinds } from './journals.ts';
import { isEnglish } from './language.ts';
import type { Marks } from './marks.ts';

interface Asked {
  readonly kind: RecordKind;
  readonly name: string;
  readonly field: Field;
  readonly marks: Marks;
  readonly parts: readonly string[];
  readonly context: Context;
}

type Reader = (asked: Asked) => string | undefined;

/** Texts that have a place of their own in a sentence. Others are read from the known values, else from the subject. */
const readers: Readonly<Record<string, Reader>> = {
  journal: journalIn,
  visitor: visitorIn,
  system: systemIn,
  recipient: (asked) =>
    firstGroup(praised, asked.marks.text) ??
    knownIn(asked.field, asked.marks.text)?.value ??
    firstGroup(recipients, asked.marks.text) ??
    firstGroup(englishRecipients, asked.marks.text),
  awardedBy: (asked) => firstGroup(awards, asked.marks.text),
  proposer: (asked) => firstGroup(proposers, asked.marks.text),
  session: (asked) =>
    firstGroup(
      /([一二三四五六七八九十\d]+届[^\s,。]{0,8}?[一二三四五六七八九十\d]+次(?:会议|全会)?)/,
      asked.marks.text,
    ),
  venue: (asked) =>
    firstGroup(
      /在([\u4e00-\u9fff\d]{0,12}?(?:会议室|会场|礼堂|宾馆|酒店|报告厅|会议中心|楼(?![\u4e00-\u9fff]{0,4}[室厅堂])))/,
      asked.marks.text,
    ),
  subject: (asked) => tidy(firstGroup(written, asked.marks.text)) ?? asked.parts[0],
  // 张某某申请公开征地批文: who asks is not what is asked for.
  matter: (asked) =>
    asked.parts.find((part) => !/^[\u4e00-\u9fff]某某?$/.test(part)) ??
    asked.parts[0] ??
    knownIn(asked.field, asked.marks.text)?.value,
  unitWord: () => undefined,
  // A stock nobody has listed is called as it was said.
  name: (asked) =>
    knownIn(asked.field, asked.marks.text)?.value ??
    (asked.kind.id === 'indicator' && isEnglish(asked.marks.text) ? asked.parts[0] : undefined),
  horizon: (asked) => firstGroup(/(明年|下半年|下季度|下个?月|下一?步|来年|今后|下周)/, asked.marks.text),
  measure: (asked) => firstGroup(/(?:整改)?措施(?:是|为|:)\s?([^,。;]{2,40})/, asked.marks.text),
};
/** Texts that may be filled with what the sentence is about. */
const aboutIt: ReadonlySet<string> = new Set(['topic']);
/** 主要看扬尘, 重点查台账: what was looked at is told outright. */
const lookedAt =
  /(?:主要|重点|专门|着重)(?:看|查|查看|检查|督查|督导|了解|核查|抽查|围绕|针对)(?:了|的是|是)?([^,。;\s\d]{2,16})/;

export function textIn(asked: Asked): string | undefined {
  const themed = aboutIt.has(asked.name)
    ? /主题(?:是|为|:)\s?([^,。;\s\d]{2,20})/.exec(asked.marks.text)?.[1]
    : undefined;
  if (themed) return knownIn(asked.field, themed)?.value ?? themed;
  const outright = aboutIt.has(asked.name) && asked.kind.id === 'inspection' && lookedAt.exec(asked.marks.text)?.[1];
  if (outright) return knownIn(asked.field, outright)?.value ?? outright;
  const reader = readers[asked.name];
  if (reader) return reader(asked);
  const known = knownIn(asked.field, asked.marks.text);
  if (known) {
    // 校园食品安全 is more than 安全: a short usual word inside a longer subject is not the subject.
    const longer = asked.parts.find((part) => part.includes(known.hit.text) && part.length > known.hit.text.length + 1);
    const short = known.hit.text.length < 4 || /^[a-z]+$/i.test(known.hit.text);
    return aboutIt.has(asked.name) && short && longer ? longer : known.value;
  }
  // 赴青山镇开展乡村振兴督查: where one went is not what one looked at.
  return aboutIt.has(asked.name)
    ? (asked.parts.find((part) => !/^(?:赴|前往|深入)/.test(part)) ?? asked.parts[0])
    : undefined;
}

const recipients =
  /(?:科|室|办|局|中心|队)([\u4e00-\u9fff]{2,3}?)(?=(?:同志)?(?:被|荣获|获|拿|夺|捧|评))|(?:^|[\s,。科室办局])([小老][\u4e00-\u9fff])(?=.{0,8}(?:[一二三]等功|嘉奖|先进|优秀|获|被|评|拿))|(?:^|[\s,。])([\u4e00-\u9fff]{2,8}?)(?:又|再|再次|今天|昨天|今年|还)*(?:荣获|荣立|获评|获得|捧回|夺得|被表彰|受表彰|被评为|被授予|评上|评为|拿了|拿到|获)/;
/** 表扬督查室, 授予综合科: who is praised stands behind the verb. */
const praised =
  /(?:授予|通报表扬|表扬|表彰)了?([\u4e00-\u9fff]{1,4}?(?:科|室|办|局|中心|队)|[小老][\u4e00-\u9fff])(?![\u4e00-\u9fff]?(?:的|们))/;
const englishRecipients =
  /^(?:[Tt]he |[Oo]ur )?((?:(?!The |Our |We |They |It )[A-Z][a-z]+ ?){1,3}|(?:[a-z]+ ){1,3}(?:section|office|branch|team|department|division|room))\s?(?:has |have |was |were |again |been )*(?:won|received|named|awarded|rated|honou?red|commended|got|took|earned)\b/;
const awards =
  /(?:被|由|获得?)([\u4e00-\u9fff]{2,12}?)(?:授予|评为|表彰|颁发|通报表扬|命名|表扬|认定)|(?:^|[\s,。])(?:今天|昨天)?((?:国务院|中央|国家|省|市|区|县)[\u4e00-\u9fff]{1,12}?)(?:给我们?|把我们?|对我们?)?(?:授予|颁发|表彰了?|通报表扬|命名|评我们?办?)/;
const proposers = /([\u4e00-\u9fff]{1,4}?(?:代表|委员))(?:等.{0,6})?(?:领衔|提出|提的|联名)/;
const written =
  /(?:在|对|就)(?:我们|咱们?|我办)?(?:上?报的|报送的|上报的)?([^,。;\s]{2,24}?)(?:上|中|里)?(?:又|也)?(?:作|做|签|批|圈)(?:出|了|示|阅)/;

function firstGroup(pattern: RegExp, text: string): string | undefined {
  return pattern
    .exec(text)
    ?.slice(1)
    .find((group) => group !== undefined);
}

/** 养老服务那篇参阅 is the paper 养老服务参阅; 春运保障的件 is about 春运保障. */
function tidy(text: string | undefined): string | undefined {
  const plain = text?.replace(/那[篇件条个份]/, '').replace(/的(?:件|文件|材料|事)?$/, '');
  return plain && plain.length >= 2 ? plain : undefined;
}

function journalIn({ kind, marks, field, context }: Asked): string | undefined {
  const [title] = marks.titles;
  if (title && (!paperKinds.has(kind.id) || isJournal(marks.text, title))) return title.text;
  const known = knownIn(field, marks.text)?.value;
  const english = kind.id === 'bulletin' && !known ? englishJournal(marks.text) : undefined;
  if (english) return english;
  const numbered =
    /([\u4e00-\u9fff]{1,4}(?:政务|要情|简报|动态|参阅|专报))(?=(?:今天|昨天|又|已|刚|出刊|编发|印发|出到|出|发|了|\s)*第?\s*\d+\s*期)/.exec(
      marks.text,
    )?.[1];
  // 政务要情 is no 每日要情, though people call that 要情 for short.
  if (numbered && !known?.endsWith(numbered)) return numbered;
  if (known) return known;
  const called =
    /(?:^|[\s,。;:“"']|今天|昨天|又|把|将|了|本期)([\u4e00-\u9fff]{2,6}?(?:政务|要情|简报|快报|专刊|专报|参阅|参考|内参|动态|通讯|月报|周报|摘要))(?:今天|昨天|又|已|刚|上午|下午|出刊|编发|编印|印发|出到|出了?|发了?|\s|,)*(?=(?:总?第|出|发|编|印)?\s*[\d一二三四五六七八九十百]+\s*期)/.exec(
      marks.text,
    )?.[1];
  if (called) return called;
  const short = /(?:^|[\s,。]|把|将|又|期)(政务)(?=[\s第\d]|又|出|$|[一二三四五六七八九十]|本周|同时|今天|这周)/.exec(
    marks.text,
  )?.[1];
  if (!short) return undefined;
  // Its full name is known from an earlier issue.
  const earlier = [
    ...context.recent.filter((entry) => entry.kind === 'bulletin'),
    ...context.find({ kind: 'bulletin', words: [short] }),
  ];
  const named = earlier
    .map((entry) => entry.fields.journal)
    .find((journal) => typeof journal === 'string' && journal.endsWith(short));
  return typeof named === 'string' ? named : short;
}

const comes = '(?:要|将|今天|昨天|上午|下午|一行|又|也|都)*(?:下来|来我[区县市]|来|到我[区县市])';
const purposes = '(?:学习|考察|调研|检查|视察|指导|交流|督查|督导|参观|了|要|我|$|[\\s,。\\d])';
const visits = [
  /(?:接待|迎接)了?\s*([\u4e00-\u9fff]{2,16}?)(?=来|的|一行|考察|考查|调研|检查|代表团|学习|视察|指导|交流|督查|[\d一二三四五六七八九十两]+\s*[批个人位名拨]|$|[\s,。;(])/,
  /([\u4e00-\u9fff]{2,16}?)(?:代表团|考察团|考察组|调研组|检查组|督查组|督导组)/,
  new RegExp(`(?:^|[\\s,。;])([\\u4e00-\\u9fff]{2,12}?)${comes}${purposes}`),
];

/** 接待一批: how many came, and not who. */
const countOnly = /^[一二两三四五六七八九十几]+[批拨个位名人]/;

function visitorIn({ marks }: Asked): string | undefined {
  const [unit] = marks.units;
  // 邻县招商局 is no bureau of ours.
  const whose =
    unit &&
    /(?:邻[县市区]?|兄弟[县市区]|外地|[\u4e00-\u9fff]{2}[省市县州])$/.exec(marks.text.slice(0, unit.index))?.[0];
  if (unit) return whose ? whose.replace(/^(?:接待|今天|昨天|了)+/, '') + unit.said : unit.name;
  const dated = marks.times.reduce((text, time) => text.replace(time.text, ' '), marks.text);
  const english =
    /^(?:hosted|received|welcomed|looked after|met)?\s*(?:an?|the)? ?((?:[A-Z][a-z]+ ){1,3})delegation/i
      .exec(dated)?.[1]
      ?.trim() ?? /\bfrom (?:the )?((?:[A-Z][a-z]+(?:'[a-z]{2,})? ?){1,4})/.exec(dated)?.[1]?.trim();
  if (english && /^[A-Z]/.test(english)) return english;
  for (const visit of visits) {
    const name = visit
      .exec(dated)?.[1]
      ?.replace(
        /^(?:友好城区|友好城市|友城|接待了?|\d{0,2}点半?|陪同了?|陪着?|来自|外地|今天|昨天|[一两三四五六几][批拨个位名](?=[\u4e00-\u9fff]{2}))+/,
        '',
      );
    if (name && name.length >= 2 && !countOnly.test(name) && !/^(?:我们|他们|领导|客人|今天)$/.test(name)) return name;
  }
  return undefined;
}

function systemIn({ marks }: Asked): string | undefined {
  const named = /(党政网|政务网|门户网站|区长信箱|[\u4e00-\u9fffA-Z]{2,10}?(?:系统|平台))/.exec(
    marks.times.reduce((text, time) => text.replace(time.text, ' '), marks.text),
  )?.[1];
  const english = /\b((?:[a-z]+\s){1,3}(?:system|platform|website|portal))\b/i.exec(marks.text)?.[1];
  return named?.replace(/^(?:今天|昨天|又|把|将|新|的)+/, '') ?? english?.replace(/^(?:the|our|a|new)\s/i, '');
}
