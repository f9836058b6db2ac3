/** Reads the frame of a question: when, whose, parted how, compared with what; everything but which figure of which kind. */

import { numberOf } from '../../numbers.ts';
import { allMatches } from '../../time/all-matches.ts';
import { readTimes, type TimeSpan } from '../../time/phrase.ts';
import type { Context } from '../context.ts';
import { leftOut } from './left-out.ts';
import { type Limit, limitsIn } from './limits-asked.ts';
import { blank, type Found, type Span } from './places.ts';
import { plainQuestion } from './plain-text.ts';
import { unitsNamed } from './unit-names.ts';

/** A unit or a person; `not` where it is left out (除了教育局). */
export type Named = Found<string> & { readonly not?: boolean };

export interface Frame {
  /** As said, in one spelling. */
  readonly text: string;
  /** What of it is not yet explained; explained places are blanked out. */
  readonly rest: string;
  readonly times: readonly TimeSpan[];
  readonly units: readonly Named[];
  readonly people: readonly Named[];
  /** Words in 《》: journals and titles. */
  readonly titles: readonly string[];
  /** What it is parted by, in the question's own word (局, 月, 类别), or several. */
  readonly group?: { readonly word: string; readonly step?: 'week' | 'month' | 'quarter' | 'year' };
  readonly top?: { readonly count: number; readonly least?: boolean };
  readonly per?: 'week' | 'month' | 'quarter' | 'year';
  /** Averaged over things of its own (平均每场). */
  readonly average: boolean;
  readonly compare?: 'same-last-year' | 'before' | 'told';
  /** Conditions on numbers. */
  readonly limits: readonly Limit[];
  /** 最近一次, 最早的一次: one record by its day. */
  readonly one?: 'last' | 'first';
  readonly due: boolean;
  /** 快到期 without a day: the next `soonDays` days. */
  readonly soon: boolean;
  readonly added: boolean;
  readonly altogether: boolean;
  readonly each: boolean;
}

const groupWords =
  '目的|事由|意见|届次|刊名|会场|主办单位|承办单位|责任单位|牵头单位|报送单位|来文单位|被申请人|单位|部门|委办局|局办|局|镇街道?|乡镇街道|街镇|乡镇|街道|镇|科室|专题|主题|类别|类型|种类|类|级别|层级|来源|刊物|期刊|渠道|栏目|方式|状态|进度|文种|领域|办理结果|结果|领导|满意度|紧急程度|缓急程度|性质|载体|用途|结案方式|程序|变动|水平|问题';
const chineseSteps: Record<string, Frame['per']> = { 月: 'month', 季: 'quarter', 年: 'year', 周: 'week', 星期: 'week' };
const groupPattern = new RegExp(
  `(?<head>按照?|分|逐|(?:各|每|不同)种?个?|每一个?|哪(?:[\\d一二两三四五六七八九十]+)?[个些家位种类条]?|(?<=的|[,,])(?=单位))(?<owner>[\\u4e00-\\u9fff]{2}(?=方式|类型|类别|渠道|栏目|级别|层级|领域|目的|意见|领导))?(?:(?<step>月|季|年|周|星期)(?:份|度|份?度?)?(?![一二三四五六日天末初底])|(?<what>${groupWords}))(?:来分|来看|来(?![信访文电])|分别|分组|分开|(?:进行)?分类?|统计|划分)?`,
  'g',
);
/** 用途分布, 结案方式各几件: what it is parted by comes first. */
const groupAhead = new RegExp(
  `(?<what>${groupWords})(?:的?(?:分布|构成)(?:情况)?|(?:各|分别)(?:是|有|占|为)?(?=多少|几))`,
);
const rankedUnits = new RegExp(
  `(?:的|是|\u0001|^)\\s*(?:(?<number>\\d+|[一二两三四五六七八九十]+)[个家名])?(?:(?<step>月|季)(?:份|度)?|(?<what>${groupWords}))|\\b(?<english>units?|departments?|bureaus?|towns?|topics?|months?|leaders?|channels?|categories)\\b`,
);
/** 主办单位前三名. */
const rankedBefore = new RegExp(`(?<what>(?!问题|结果|领域)(?:${groupWords}))(?=\u0001)`);
const englishThings: Readonly<Record<string, string>> = {
  unit: '单位',
  department: '单位',
  bureau: '局',
  town: '镇街',
  topic: '专题',
  leader: '领导',
  channel: '渠道',
  categorie: '类别',
  category: '类别',
};
const englishGroups: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:by|per|for each|each|every|across|which) (?:(?:lead |responsible )?(?:unit|units|department|departments))\b/,
    '单位',
  ],
  [/\b(?:by|per|for each|each|every|across|which) (?:bureau|bureaus|bureaux)\b/, '局'],
  [
    /\b(?:by|per|for each|each|every|across|which) (?:towns?|subdistricts?|townships?)(?: (?:and|or) (?:towns?|subdistricts?))?\b/,
    '镇街',
  ],
  [/\b(?:by|per|for each|each|every|which) topics?\b/, '专题'],
  [/\b(?:by|per|for each|each|every|which) (?:category|categories)\b/, '类别'],
  [/\b(?:by|per|for each|each|every|which) types?\b/, '类型'],
  [/\b(?:by|per|for each|each|every|which) (?:level|rank)s?\b/, '级别'],
  [/\b(?:by|per|for each|each|every|which) sources?\b/, '来源'],
  [/\b(?:by|per|for each|each|every|which) (?:journals?|publications?)\b/, '刊物'],
  [/\b(?:by|per|for each|each|every|which) channels?\b/, '渠道'],
  [/\b(?:by|per|for each|each|every|which) columns?\b/, '栏目'],
  [/\b(?:by|per|for each|each|every|which) modes?\b/, '方式'],
  [/\b(?:by|per) (?:status|state)\b/, '状态'],
  [/\b(?:by|per|for each|each) leaders?\b/, '领导'],
  [/\b(?:by|per) (?:outcome|result|result class|class)s?\b/, '结果'],
  [/\b(?:by|per) areas?\b/, '领域'],
  [/\b(?:by|per) purposes?\b/, '用途'],
  [/\b(?:by|per) nature\b/, '性质'],
  [/\b(?:by|per) urgency\b/, '缓急程度'],
  [/\b(?:by|per) satisfaction\b/, '满意度'],
];
const englishStep =
  /\b(?:by|per|for each|each|every|which|in each|a) (?<step>week|month|quarter|year)\b(?! (?:ago|earlier|back))|\b(?<adverb>weekly|monthly|quarterly|yearly|annually)\b/g;
const adverbs: Record<string, Frame['per']> = {
  weekly: 'week',
  monthly: 'month',
  quarterly: 'quarter',
  yearly: 'year',
  annually: 'year',
};

const perChinese =
  /(?:平均|均)\s*(?:每|一|到每)?\s*个?(?<step>月|季度?|年|周|星期)(?!份?度?(?:来|初|底|末))|每个?(?<behind>月|季度?|年|周|星期)(?:份|度)?的?(?:平均|均)|(?<short>[月季年周])均/;
const perEnglish =
  /(?<=\b(?:average|mean|on average)\b.*)\b(?:per|each|every|a) (?<step>week|month|quarter|year)\b|\b(?<adverb>weekly|monthly|quarterly|yearly) (?:average|mean)\b|\b(?:per|each|every|a) (?<late>week|month|quarter|year)\b(?=.*\bon average\b)/;
const averagePattern =
  /[场次件批篇期人](?:均|平均)|平均(?:每|一|到每)?(?:个|篇|场|次|批|件|期|份|家|台|条|卷|项)?|均分|\b(?:on average|average|mean)\b/;

const topPattern =
  /(?:排名|排行|排在|排|名列)?(?:在|第)?前\s*(?<count>\d+|[一二两三四五六七八九十]+)\s*(?:名|位|个|家)?的?|(?:数量)?(?<most>最多|最高|最大|最长|最慢|最久|第一(?![季次期届批轮场回件篇条份封卷]))的?(?:是|有)?|(?<least>最少|最低|最小|最短|最快|垫底|倒数第一)的?(?:是|有)?|\btop (?<top>\d+|one|two|three|four|five|six|ten)\b|\b(?<mostEn>most|highest|largest|longest|top(?= (?:unit|department|bureau|town|month|topic|leader|channel)))\b|\b(?<leastEn>least|fewest|lowest|smallest|shortest)\b|排名|排行|由[高多]到[低少]|ranking|ranked/g;

const comparePattern =
  /同比(?:增长|增加|增减|下降|变化|情况)?|环比(?:增长|增加|增减|下降|变化|情况)?|(?:比|较|跟|与|和|同)(?=\u0001)|(?<=\u0001)(?:的?(?:相比|比较|对比|比))|(?:相比|对比|比起来|比一比|比一下)|(?:增长|增加|增幅|增速|下降|减少|提高|降低|上升|增减)(?:了|率|幅度?)?(?:百分之几|百分之多少|多少|几)?(?:个?百分点)?|多还是少|高还是低|[多少高低][了出]?(?=多少|几)|(?:多|少|高|低)几(?:次|件|条|篇|期|场|批|份|项|卷|个|封|家|台|人|分)?(?:百分点)?|(?<=[多少高低增减降升长][了出]?)百分之(?:几|多少)|变化(?:多少|如何|怎么样|情况)?|\b(?:versus|vs\.?|compare[ds]?(?: (?:with|to))?|comparison|(?<!\b(?:other|rather) )than|against)\b|\b(?:year[- ]on[- ]year|yoy|y\/y|growth(?: rate)?|grow|grew|increase[ds]?|decrease[ds]?|(?<!\b(?:organi[sz]ation|staff|personnel|staffing) )change[ds]?|rise|risen|rose|fall(?! due)|fallen|fell(?! due)|g(?:o|one) (?:up|down)|went (?:up|down)|drop(?:ped)?|up or down|more or fewer|more or less|difference)\b|\b(?:more|fewer|less|higher|lower)\b(?= .*\bthan\b)|\b(?:how many|how much) (?:more|fewer|less|higher|lower)\b/g;
const byPoints =
  /(?:有没有|是否|能否)?(?:超过?了?|不?到|达到|满)\s*[\d.一二两三四五六七八九十]+\s*个?(?:百分)?点(?:没有?|没)?|\b(?:by )?(?:more than|over|at least) \d+(?:\.\d+)? (?:percentage )?points?\b/g;
const beforeWords =
  /环比|\b(?:the )?(?:month|quarter|week) before\b|\bprevious (?:month|quarter|week)\b|month[- ]on[- ]month|quarter[- ]on[- ]quarter|mom\b|qoq\b/;
const yearWords = /同比|year[- ]on[- ]year|yoy\b|y\/y|去年同期|上年同期|same period/;
/** What is due within so many days is due soon. */
export const soonDays = 7;
const duePattern =
  /(?:马上|就?快?要|应|该|即?将|快|临近|临)?到期(?:的|、)?|期限(?:在|是)?|截止|该办|要办结的|该答复|\b(?:falling due|fall due|due soon|due|deadline|expir\w+)\b/;
const soonPattern = /(?:马上|快|就?要|即?将|临近?)到期|\b(?:due|expiring) soon\b|\bsoon due\b/;
const lastPattern =
  /最近(?=[\u4e00-\u9fff]{0,4}的?那[份件个次场条篇批])|上[次回](?:的|那[次场个件])?|(?:最近|最后|最新|上)的?一(?:次|场|期|件|条|篇|批|份|封|项)的?|\b(?:latest|most recent)\b/;
const firstPattern =
  /最早的?(?:一(?:次|场|期|件|条|篇|批|份|封|项))?的?|第一(?:次|场|件|条|篇|批|份|封|项|回)(?=.*(?:哪天|哪一天|什么时候|何时|几号|几月|是什么|是哪))|\bearliest\b/;
const addPattern =
  /相加|加起来|加在一起|合在一起|合起来|加总|合计|总和|之和|[件卷场次批份条人分]\s*加\s*|加上|\b(?:add(?:ed)?(?: up| together)?|sum of|combined|plus|together)\b/;
/** 各单位的加起来: one figure over all of them. */
const addedUp = /[各每].*(?:加起来|加在一起|合起来|合在一起|加总)/;
const eachPattern = /分别|各(?:是|有|自|为|占)?[\u4e00-\u9fff]{0,2}(?=多少|几)|\b(?:each|respectively)\b/;
const personPattern =
  /[\u4e00-\u9fff](?:常务)?副?(?:区长|市长|省长|县长|书记|主席|部长|常委|秘书长|厅长|主任)(?!信箱|热线|办公会)/g;
const notSurname = /[那哪区市省县委府办局的和各位是由被给到年几两正副让过通与向该]/;
const englishPerson =
  /\b(?:vice |deputy )?(?:mayor|governor|district chief|chief|secretary|director) ([a-z]+)\b|\b(?:mr|ms)\.? ([a-z]+)\b/g;

/** 今年来信 is no 以来, 9月一共 no 9月1日, 三季度内刊 nothing within a quarter. */
const noTimes =
  /(?<=[年月天周日度])来(?=[信访文电宾客考调参学函自源])|一(?=[共下起直些])|内(?=刊)|(?<=[看查问报算说数])下(?=[一二三四1-4上下半])/g;

export function readFrame(said: string, context: Context): Frame {
  const text = plainQuestion(said);
  const times = readTimes(text.replace(noTimes, ' '), {
    now: context.today,
    tense: 'neutral',
    ...(context.times && { settings: context.times }),
  }).map((time) => fromShortYear(time, text));
  let rest = blank(
    text,
    times.map((time) => ({ start: time.index, end: time.index + time.text.length })),
  );
  const take = (spans: readonly Span[]) => {
    rest = blank(rest, spans);
  };
  const titles = [...rest.matchAll(/[《<]([^》>]{1,40})[》>]/g)];
  take(titles.map(spanOf));
  const heads = peopleNamed(rest);
  take(heads);
  const bodies = unitsNamed(rest, context);
  take(bodies);
  const { out, spans: leaving } = leftOut(text, [...heads, ...bodies]);
  take(leaving);
  const named = (one: Found<string>): Named => (out.has(one) ? { ...one, not: true } : one);
  const people = heads.map(named);
  const units = bodies.map(named);
  const limits = limitsIn(rest);
  take(limits);
  const perMatch = perChinese.exec(rest) ?? perEnglish.exec(rest);
  const per = perMatch ? stepOf(perMatch) : undefined;
  if (perMatch && per) take([spanOf(perMatch)]);
  const averaged = per ? null : averagePattern.exec(rest);
  const grouped = groupIn(rest, { averaged: averaged !== null || addedUp.test(rest) });
  take(grouped.spans);
  const tops = allMatches(topPattern, rest);
  take(tops.map(spanOf));
  const compared = allMatches(comparePattern, rest).filter((match) => joinsTimes(match, times));
  take(compared.map(spanOf));
  const rival = units.some((unit) => /[比较]$/.test(text.slice(0, unit.start)));
  // 提高超过3个点吗: by how much is seen from the difference.
  if (compared.length > 0) take(allMatches(byPoints, rest).map(spanOf));
  const compare = rival && !times.some((time) => time.comparison) ? undefined : compareOf(text, compared, times);
  const oneMatch = lastPattern.exec(rest) ?? firstPattern.exec(rest);
  if (oneMatch) take([spanOf(oneMatch)]);
  const dueMatch = duePattern.exec(rest);
  if (dueMatch) take([spanOf(dueMatch)]);
  const top = topOf(tops);
  const rankedMatch = top && !grouped.group ? (rankedUnits.exec(rest) ?? rankedBefore.exec(rest)) : null;
  const ranked = rankedMatch ? rankedGroup(rankedMatch) : undefined;
  if (rankedMatch && ranked) take([spanOf(rankedMatch)]);
  return {
    text,
    rest,
    times,
    units,
    people,
    titles: titles.map((match) => match[1]!),
    ...(grouped.group && { group: grouped.group }),
    ...(ranked && { group: ranked }),
    ...(top && { top: grouped.count ? { ...top, count: grouped.count } : rankedNumber(top, rankedMatch) }),
    ...(per && { per }),
    average: averaged !== null || per !== undefined,
    ...(compare && { compare }),
    limits,
    ...(oneMatch && { one: lastPattern.test(oneMatch[0]) ? ('last' as const) : ('first' as const) }),
    due: dueMatch !== null,
    soon: soonPattern.test(text),
    added: addPattern.test(text),
    altogether: /一共|总共|共计|加在一起|合共|\baltogether\b/.test(text),
    each: eachPattern.test(rest),
  };
}

/** 23到25年: the first year stands before what was read. */
function fromShortYear(time: TimeSpan, text: string): TimeSpan {
  const ahead = /(?<!\d)(\d{2})\s*(?:到|至|[-~—])\s*$/.exec(text.slice(0, time.index));
  if (!ahead || !/^\d{2}年$/.test(time.text) || !time.start || Number(ahead[1]) >= Number(time.text.slice(0, 2)))
    return time;
  return {
    ...time,
    start: `${time.start.slice(0, 2)}${ahead[1]}-01-01`,
    index: ahead.index,
    text: text.slice(ahead.index, time.index + time.text.length),
  };
}

function spanOf(match: RegExpMatchArray): Span {
  const start = match.index ?? 0;
  return { start, end: start + match[0].length };
}

function stepOf(match: RegExpMatchArray): Frame['per'] {
  const { step, short, adverb, late, behind } = match.groups ?? {};
  const word = step ?? behind ?? short ?? late ?? '';
  return adverbs[adverb ?? ''] ?? chineseSteps[word.replace('度', '')] ?? ((word || undefined) as Frame['per']);
}

function groupIn(rest: string, how: { averaged: boolean }): { group?: Frame['group']; spans: Span[]; count?: number } {
  const levels = /各级(?![别层])/.exec(rest);
  if (levels) return { group: { word: '级别' }, spans: [spanOf(levels)] };
  const classes =
    /(?<![a-z])[a-d](?:[、,，\s/]*[a-d]){1,3}\s*(?:各?类|档)?\s*(?=各|分别|的?(?:有|是)?(?:多少|几))/.exec(rest);
  if (classes) return { group: { word: '办理结果' }, spans: [spanOf(classes)] };
  const oneByOne = /一个?(月|年|周|季)度?一个?\1度?|历(年)/.exec(rest);
  const step = chineseSteps[oneByOne?.[1] ?? oneByOne?.[2] ?? ''];
  if (oneByOne && step) return { group: { word: oneByOne[1] ?? '年', step }, spans: [spanOf(oneByOne)] };
  for (const match of how.averaged ? [] : allMatches(groupPattern, rest)) {
    const { head = '', owner = '', step, what } = match.groups ?? {};
    const known = step ? chineseSteps[step] : undefined;
    if (known) return { group: { word: step!, step: known }, spans: [spanOf(match)] };
    if (!what) continue;
    const wanted = /^哪([\d一二两三四五六七八九十]+)/.exec(head)?.[1];
    // 各种督查方式: what stands between still says whose they are.
    const { start, end } = spanOf(match);
    const spans = [
      { start, end: start + head.length },
      { start: start + head.length + owner.length, end },
    ];
    return { group: { word: what }, spans, ...(wanted && { count: numberOf(wanted) ?? 1 }) };
  }
  const ahead = how.averaged ? null : groupAhead.exec(rest);
  if (ahead) return { group: { word: ahead.groups!.what! }, spans: [spanOf(ahead)] };
  for (const match of allMatches(englishStep, rest)) {
    const known = (match.groups?.step as Frame['per']) ?? adverbs[match.groups?.adverb ?? ''];
    if (known) return { group: { word: known, step: known }, spans: [spanOf(match)] };
  }
  for (const [pattern, word] of englishGroups) {
    const match = pattern.exec(rest);
    if (match) return { group: { word }, spans: [spanOf(match)] };
  }
  if (/走势|趋势|\btrend\b/.test(rest))
    return { group: { word: '月', step: 'month' }, spans: [...rest.matchAll(/走势|趋势|\btrend\b/g)].map(spanOf) };
  return { spans: [] };
}

/** 和 between two units joins them; only beside a time it compares. */
function joinsTimes(match: RegExpMatchArray, times: readonly TimeSpan[]): boolean {
  if (!/^[比较跟与和同]$/.test(match[0])) return true;
  const next = (match.index ?? 0) + 1;
  return times.some((time) => time.index === next);
}

/** 最多的前三个: how many were asked for, and from which end. */
function topOf(matches: readonly RegExpMatchArray[]): Frame['top'] {
  const read = matches.map(oneTop);
  const told = read.find((_, index) => matches[index]!.groups?.count || matches[index]!.groups?.top) ?? read[0];
  return told && read.some((one) => one?.least) ? { ...told, least: true } : told;
}

function oneTop(match: RegExpMatchArray): Frame['top'] {
  const { count, most, least, top, mostEn, leastEn } = match.groups ?? {};
  const english: Record<string, number> = { one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, ten: 10 };
  if (count) return { count: Math.max(1, numberOf(count) ?? 5) };
  if (top) return { count: english[top] ?? Math.max(1, Number(top)) };
  if (least || leastEn) return { count: 1, least: true };
  return most || mostEn ? { count: 1 } : { count: 100 };
}

/** 最多的三个单位. */
function rankedNumber(top: NonNullable<Frame['top']>, match: RegExpMatchArray | null): NonNullable<Frame['top']> {
  const count = match?.groups?.number ? numberOf(match.groups.number) : null;
  return count ? { ...top, count } : top;
}

function rankedGroup(match: RegExpMatchArray): Frame['group'] {
  const { step, what, english } = match.groups ?? {};
  if (what) return { word: what };
  const known = step ? chineseSteps[step] : /^month/.test(english ?? '') ? 'month' : undefined;
  if (known) return { word: known, step: known };
  const word = englishThings[(english ?? '').replace(/s$/, '')];
  return word ? { word } : undefined;
}

function compareOf(text: string, found: readonly RegExpMatchArray[], times: readonly TimeSpan[]): Frame['compare'] {
  const told = times.filter((time) => !time.toDate);
  const marked = times.find((time) => time.comparison);
  if (found.length === 0 && !marked) return undefined;
  // 去年同期督查几次 asks about those days alone.
  if (found.length === 0 && marked?.comparison === 'same-last-year' && times.every((time) => time === marked))
    return undefined;
  if (marked?.comparison === 'before' || beforeWords.test(text)) return 'before';
  if (marked || yearWords.test(text)) return 'same-last-year';
  if (told.length >= 2 || /比|较|(?<!other |rather )than|vs|compared|versus|against/.test(text))
    return told.length > 0 ? 'told' : 'same-last-year';
  return 'same-last-year';
}

function peopleNamed(text: string): Found<string>[] {
  const found: Found<string>[] = [];
  for (const match of allMatches(personPattern, text)) {
    if (notSurname.test(match[0][0]!)) continue;
    found.push({ ...spanOf(match), word: match[0], value: match[0] });
  }
  for (const match of allMatches(englishPerson, text))
    found.push({ ...spanOf(match), word: match[0], value: match[0] });
  return found;
}
