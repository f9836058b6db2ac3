/** What a record is about: the words that are left when days, figures, units, numbers and the kind's own words are taken out. */
import type { RecordKind } from '../kinds/kind.ts';
import { allMatches } from '../time/all-matches.ts';
import { calledBy, type Part } from './called-by.ts';
import { knownIn } from './choices.ts';
import { englishParts } from './english-subject.ts';
import { englishJournal, isJournal } from './journals.ts';
import { isEnglish } from './language.ts';
import { clockTimes, type Marks } from './marks.ts';
import { namedTitle } from './named-title.ts';
import { blank, hitsOf, type Lexicon, lexicon, matchesOf } from './words.ts';

interface Place {
  readonly index: number;
  readonly end: number;
}

const leading =
  /^(?:带队|带人|上午|下午|中午|晚上|起(?=去)|去(?:各?镇街|各?乡镇)|到(?:各?镇街|各?乡镇)|陪同|组织人员|实地|帮我记一?下?|[一二三四五六七八九]是|今天|已经?|的|了|是|都(?!市)|也|又|还|和|与|把|将|就|对|去|到(?!位)|在(?!建|编|职|线|校|册|押|岗)|给|由|请|让|从|来(?!信|访|文|客)|看|看了|看的|跑了|查了|开了个|开了|开展|开(?!发|放|化|学|工|业|园|幕|庭|支|渠|市|荒|采|挖)|收到|接到|来了|搞了|做了|组织|开展|进行了?|一[个件条次篇]|[个件条次篇](?![人体])|有|为|共(?!富|同|享|建|青|产|治|性)|共计|共有|另有|另外|另|其中|本(?=[\s,]|$)|我们|我办|办公室|咱们|这个|那个|新增|新收|转来|交来|报来|又是|关于|涉及|主要是?|反映|要求?|约|完成了?|发现|牵头|主办|一共|均|全部|各|一(?=[份封起项批场宗桩])|召开|举行|举办|准备|打算|计划|将|要|后|前|上|等|以及|及|批转|公开(?!不|及时|率|力度|工作|栏|透明|征求|招|课|信)|全年)+/;
const trailing =
  /(?:的申请|那件申请|的事情?|这件事|那件事|那[件条篇个封次]|这[件条篇个封次]|的件|事宜|的|了|一[次件条篇个]|(?<!案|文|信|稿|部|条)[件条次]|都|也|等|去|来|上|中|里|到|在|和|与|由|已|已经|给|(?<!申)请|把|将|对|今天|完|过|转|有|被|又|还|为|个|各|共|是|就|着|约|要|将|会来|要来)+$/;
const englishEdge =
  /^(?:(?:we|i|our|us|the|an?|on|about|through|discussed|attended|found|fixed|all|documents?|people|at|in|of|for|from|to|by|and|with|was|were|is|are|has|have|had|been|it|this|that|there|one|new|please|log|regarding|concerning|into|under|came|given|sent|got|received|scheduled|passed|they|asked|said|just|been|be|closed|log|today|here|out|up|also|then|its|their|some|no)(?:\s+|$))+|(?:\s+|^)(?:we|i|our|us|the|an?|on|about|through|discussed|attended|found|fixed|all|documents?|people|at|in|of|for|from|to|by|and|with|was|were|is|are|has|have|had|been|it|this|that|held|done|today|out|please|log|came|new|a|received|scheduled|passed|they|been|be|it's|he|she|said|asked|just)$/gi;
const fillers =
  /^(?:帮我记(?:一下|上)?|记上|记一下|登记一下|纳入|列入|挂号|新立|配合单位|牵头单位|主办单位|忘了说|忘说了?|记错了?|说错了?|正在写|在写|还在写|[一两三四五六七八九十][批拨场次趟圈回]|责任单位|配合|列入|签收|两天|立案|完毕|工单|窗口|顺便|印发|印好|目前|信息|统一|市里交下来市?|省里转来省?|我区都|剩下|工作|无|正常|加班|顺利|结束|完了?|正式|执行|登记|已登记|记录?|请登记|好消息|同时|合计|大概|左右|上下|人次|收|发|好|行|哈|哦|啊|呀|吧|嘛|呢|事|件|条|次|篇|期|份|卷|场|批|人|个|位|名|家|分|元|办|请|让|说|上午|下午|中午|晚上|凌晨|早上|一天|半天|全天|每天|每日|天天|到会|参加|参会|我区|全区|报了?|报到|公文|转办?|转下去?|派下去?|[办答]复率|办结率|满意率|采用率|印|出|发现(?:问题|隐患)?|查出(?:问题|隐患)?|隐患|整改|[当现]场整改|问题|负责|参训|发现问题(?!.{2})|报我|报结果|反馈|尽快|抓紧|办结|答复|批|批的|批了?(?:示|意见)?同意|同意|报|全员|全体|审批|内容|申请|主任|领导|区领导|代表|委员|群众|成立|开通)$/;

/** 养老院消防查了4家发现问题3个, written without a blank: what was done before a count, and what a count is of. */
const countedDeed =
  /(?:抽查|检查|走访|暗访|核查|看|查|跑|走|转|访)了(?=\s*[\d一二两三四五六七八九十百])|(?<=\d\s*[个处家])(?:点位?)?发现(?:问题|隐患)|(?<=\d\s*个)点位?/g;

/** Chunks of the subject, in reading order, without the given places. */
export function subjectParts(kind: RecordKind, marks: Marks, places: readonly Place[]): string[] {
  const left = leftOver(kind, marks, places);
  return isEnglish(marks.text) ? englishParts(left) : placedParts(left).map((part) => part.text);
}

/** What a record of this may be called by, best first. */
export function subjectNames(
  kind: RecordKind,
  marks: Marks,
  places: readonly Place[],
): { names: string[]; title: string } {
  const left = leftOver(kind, marks, places);
  if (!isEnglish(marks.text)) return calledBy(placedParts(left), marks.text, left);
  const names = englishParts(left);
  return { names, title: names[0] ?? '' };
}

const measureBehind = /^\s?[个处家所名位件条篇份场批次卷辆台趟户只封项元块](?=[\u4e00-\u9fff])/;

/** The text without what is read as something else. */
function leftOver(kind: RecordKind, marks: Marks, places: readonly Place[]): string {
  return blank(marks.text, [
    ...marks.times
      .filter((time) => time.said !== 'name')
      .map((time) => ({ index: time.index, end: time.index + time.text.length })),
    // A numeral that counts nothing belongs to a name (二期, 一件事).
    ...marks.numbers
      .filter((number) => /\d/.test(number.text))
      .map((number) => ({
        index: number.index,
        end: number.end + (measureBehind.exec(marks.text.slice(number.end))?.[0].length ?? 0),
      })),
    ...marks.docNos,
    ...marks.ledgerNos,
    ...places,
    ...matchesOf(clockTimes, marks.text),
    ...matchesOf(countedDeed, marks.text),
    ...hitsOf(cuesOf(kind), marks.text),
  ]);
}

const border = /\s{2,}|[,。;:!?、()"“”《》]+|(?<=[\u4e00-\u9fff])\s|\s(?=[\u4e00-\u9fff])/g;

function placedParts(left: string): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const gap of [...allMatches(border, left), { index: left.length, 0: '' }]) {
    const chunk = left.slice(from, gap.index);
    const text = trimmed(chunk);
    const index = from + Math.max(0, chunk.indexOf(text));
    if (/\p{L}{2}/u.test(text) && !fillers.test(text)) parts.push({ text, index, end: index + text.length });
    from = gap.index + gap[0].length;
  }
  return parts;
}

function trimmed(part: string): string {
  let text = part;
  for (let round = 0; round < 3; round += 1) {
    const before = text;
    text = text.replace(leading, '').replace(trailing, '').replace(englishEdge, ' ').trim();
    if (text === before) break;
  }
  return text;
}

const cues = new WeakMap<RecordKind, Lexicon | null>();

/** The kind's own names are not what a record of it is about. */
function cuesOf(kind: RecordKind): Lexicon | null {
  const known = cues.get(kind);
  if (known !== undefined) return known;
  const words = [...kind.cues.sure, ...(kind.cues.likely ?? []), kind.title.zh].filter(
    (cue): cue is string => typeof cue === 'string' && cue.length >= 2,
  );
  const found = lexicon(words);
  cues.set(kind, found);
  return found;
}

const paper =
  /关于[^,。;\n《》]{2,60}?的(?:调研报告|通知|意见|通报|函|批复|公告|通告|决定|报告|请示|纪要|若干措施|实施方案|办法|规定)|关于[^,。;\n《》\s]{2,40}/;

/** A title for people: the name in 《》, the name of the paper, what it is about, else the words as they were said. */
export function titleOf(kind: RecordKind, marks: Marks, joined: string): string {
  const [named] = marks.titles;
  const intended = kind.id === 'plan' && isEnglish(marks.text) ? planTitle(marks.text) : '';
  if (intended) return intended;
  const lacking = kind.id === 'shortcoming' && isEnglish(marks.text) ? lackTitle(marks) : '';
  if (lacking) return lacking;
  const told = events.has(kind.id) && isEnglish(marks.text) ? eventTitle(marks) : '';
  if (told) return told;
  const hasJournal = Object.hasOwn(kind.fields, 'journal');
  const isPaper = named && kind.id === 'information' && !isJournal(marks.text, named);
  if (named && (!hasJournal || isPaper)) return `${named.text}`.slice(0, 120);
  const about = paper.exec(marks.text)?.[0];
  if (about) return about.replace(/的$/, '').slice(0, 120);
  const stock = kind.fields.name?.known && knownIn(kind.fields.name, marks.text)?.value;
  if (stock) return stock;
  const journal = kind.id === 'bulletin' && isEnglish(marks.text) ? englishJournal(marks.text) : undefined;
  if (journal) return journal;
  const own = namedTitle(kind, marks);
  // 调研报告 民营经济发展: the sort of paper alone says nothing of it.
  if (own)
    return cuesOf(kind) && isOnlyCue(kind, own) && joined.length >= 2 && !joined.includes(own)
      ? `${own} ${joined}`.slice(0, 120)
      : own;
  if (joined.length >= 2 && !isCuePattern(kind, joined)) return joined.slice(0, 120);
  return '';
}

/** 提案 alone, found by a pattern, is the kind's name and no matter. */
function isCuePattern(kind: RecordKind, title: string): boolean {
  return (
    title.length <= 3 &&
    kind.cues.sure.some((cue) => typeof cue !== 'string' && cue.exec(title)?.[0].length === title.length)
  );
}

/** Kinds whose records are things that happened: the clause says more than any phrase of it. */
const events: ReadonlySet<string> = new Set(['duty', 'honor', 'organization', 'egov']);

/** Wang Min was seconded to us from the Finance Bureau: the first clause, without its day. */
function eventTitle(marks: Marks): string {
  const days = marks.times
    .filter((time) => time.said !== 'name')
    .map((time) => ({ index: time.index, end: time.index + time.text.length }));
  const [clause = ''] = blank(marks.text, days)
    .split(/[,;:](?:\s|$)|\n/)
    .map((part) =>
      part
        .replace(/\s+/g, ' ')
        .replace(/ (?:on|in|at|of|by|since|for|from|during|the end of)(?= ?$)/i, '')
        .trim(),
    )
    .filter((part) => /[a-z]{3}.*[a-z]{3}/i.test(part));
  const title = clause
    .replace(/ (?:of|in|on|for|since|from) (?=(?:by|to|from|at|with)\b)/gi, ' ')
    .replace(/^(?:and|also|then|we|i|on|in|the)\s+(?=[a-z])/i, '')
    .replace(/[.!\s]+$/, '');
  return title.length >= 6 && title.split(' ').length >= 2 ? title.slice(0, 100) : '';
}

const lackOpening =
  /(?:\b(?:shortcomings?|weakness(?:es)?|problems?|self-(?:check|examination|inspection))\b[^:,.;]{0,40}?(?::| -| is that| is)|\b(?:self-check|inspection|assessment|audit)\b[^:,.;]{0,12}\b(?:shows?|showed|revealed|found)(?: that)?|\bpointed out(?: that)?|\bcritici[sz]ed|\b(?:auditors?|inspectors?|assessors?) (?:found|noted) that)\s+(?=\S+ \S)/i;

/** What is lacking, in the words it was told in: what stands behind the words that only say that something is. */
function lackTitle(marks: Marks): string {
  const opening = lackOpening.exec(marks.text);
  if (!opening) return '';
  const rest = marks.text.slice(opening.index + opening[0].length);
  if (lackOpening.test(rest)) return lackTitle({ ...marks, text: rest, times: [] });
  return (/^[^;.]*/.exec(rest)?.[0] ?? '')
    .split(/,\s+(?:to be|due|by|measures?|now|already|fixed|rectified)\b/i)[0]!
    .replace(/^(?:a|an|the|our|that)\s+/i, '')
    .trim()
    .slice(0, 100);
}

const planOpening =
  /^(?:(?:our|the(?: office's)?|my) )?(?:next steps?|plans?|future plans?)(?: for [^:,]{2,24}?)?(?:\s*:\s*|,\s*| (?:is|are|includes?|will be)(?: to)? )|^next,? we(?:'ll| will| shall| are going to| want to) |^(?:the )?(?:next|coming) \w+'s (?:aim|goal|focus|task|plan) is (?:to )?|^.{0,24}?\bwe (?:plan|intend|want|hope|aim) to /i;

/** What is intended, without the words that only say that it is. */
function planTitle(text: string): string {
  const opening = planOpening.exec(text);
  return opening
    ? text
        .slice(opening[0].length)
        .replace(/[.!\s]+$/, '')
        .slice(0, 120)
    : '';
}

function isOnlyCue(kind: RecordKind, title: string): boolean {
  return hitsOf(cuesOf(kind), title).some((hit) => hit.text.length === title.length);
}
