/** Recognises organisations a question names, by their usual names, so that 统计局 is no statistics and 财政局 no finance. */
import { kinds } from '../../kinds/all.ts';
import { allMatches } from '../../time/all-matches.ts';
import type { Context } from '../context.ts';
import { vocabulary } from '../vocabulary.ts';
import { type Found, matcher, type Span } from './places.ts';

/** Bureaus by the root of their names; the suffix may be missing where nothing else is called that. */
const roots =
  '教育 人社 人力社保 人力资源和社会保障 民政 住建 住房和城乡建设 城管 综合行政执法 综合执法 卫健 卫生健康 发改 发展和改革 发展改革 财政 交通运输 交通 水利 农业农村 文旅 文广旅 文广旅体 文化和旅游 商务 经信 经济和信息化 科技 司法 审计 统计 应急管理 应急 市场监管 市监 自然资源和规划 自然资源 资规 自规 生态环境 环保 公安 退役军人事务 退役军人 税务 国资 医保 医疗保障 信访 林业 体育 机关事务 政务服务 大数据 数据 档案 气象 民宗 粮食 招商 投促 行政审批 金融 人防 消防 邮政 烟草 供电 建设 规划 房管 园林 环卫 招投标 公积金 残联 妇联 团委 工会 编办 宣传 组织 统战 政法 工信 外事 海关 农业 卫生 文化 工商 质监 安监 国土 物价 劳动 计生 环境保护 畜牧 海洋 渔业 移民 扶贫 乡村振兴'.split(
    ' ',
  );
/** Roots that are unit names even without a suffix. */
const bare = new Set(
  '人社 人力社保 住建 城管 卫健 发改 经信 市监 资规 自规 文旅 国资 编办 残联 妇联 团委 交通 教育 民政 财政 水利 司法 公安 应急 农业农村 退役军人 商务 审计 统计 科技 医保 税务 信访 环保 生态环境 自然资源 市场监管 综合执法 工信'.split(
    ' ',
  ),
);
/** Common words that are also roots: alone they name a unit only beside a role. */
const roleAfter =
  /^\s*(?:今年|去年|本月|上半年|这个?月)?\s*(?:主办|会办|承办|牵头|协办|独办|办理|负责|报送|报了|报的|被采用|那边|手里|手上|还欠|欠|名下)/;
const roleBefore = /(?:交给|交办给|转给|分给|派给|督查|督查了|由|主办单位是)\s*$/;

const suffixes = '委员会|分局|大队|支队|总队|局|委|办|厅|站|中心';
const rooted = new RegExp(
  `(?:[区市县省])?(?:${[...roots].sort((a, b) => b.length - a.length).join('|')})(?:${suffixes})`,
  'g',
);
const town = /[\u4e00-\u9fff]{2}(?:街道|镇|乡)(?![街镇])/g;
const notTown = /[各个镇乡按到的些分家几哪每多全]|街道|乡镇|督查|接待/;
const offices =
  /(?:[区市县省])(?:委办(?:公室)?|政府办(?:公室|公厅)?|府办|人大办?(?:公室|常委会)?|政协办?(?:公室)?|纪委|委)(?![建提])/g;
const english: readonly (readonly [RegExp, string])[] = (
  [
    ['education', '教育局'],
    ['transport(?:ation)?', '交通局'],
    ['finance', '财政局'],
    ['housing(?: and construction)?', '住建局'],
    ['civil affairs', '民政局'],
    ['urban management', '城管局'],
    ['health', '卫健局'],
    ['water(?: resources)?', '水利局'],
    ['agriculture', '农业农村局'],
    ['justice', '司法局'],
    ['audit', '审计局'],
    ['statistics', '统计局'],
    ['emergency(?: management)?', '应急管理局'],
    ['market (?:regulation|supervision)', '市场监管局'],
    ['natural resources', '自然资源局'],
    ['ecology|environment', '生态环境局'],
    ['public security|police', '公安局'],
    ['human resources(?: and social security)?', '人社局'],
    ['commerce', '商务局'],
    ['culture and tourism|tourism', '文旅局'],
    ['development and reform', '发改局'],
    ['veterans', '退役军人局'],
  ] as const
).map(([name, unit]) => [new RegExp(`\\b(?:the )?(?:${name}) (?:bureau|department|office|commission)\\b`, 'g'), unit]);

/** Every unit named in the text (plain, lower case), in reading order; `value` is the name as it is to be looked up. */
export function unitsNamed(text: string, context: Context): Found<string>[] {
  const found: Found<string>[] = [];
  const take = (start: number, word: string, value = word) => {
    const span: Span = { start, end: start + word.length };
    if (!found.some((other) => other.start < span.end && span.start < other.end)) found.push({ ...span, word, value });
  };
  for (const hit of knownUnits(context).find(text)) take(hit.start, hit.word, hit.value);
  for (const match of allMatches(rooted, text)) take(match.index, match[0]);
  for (const match of allMatches(town, text)) if (!notTown.test(match[0].slice(0, 2))) take(match.index, match[0]);
  for (const match of allMatches(offices, text)) take(match.index, match[0]);
  for (const [pattern, unit] of english)
    for (const match of allMatches(pattern, text)) take(match.index, match[0], unit);
  for (const hit of bareRoots.find(text)) {
    // 值班应急报送几次: a part of what a kind is called is no bureau.
    if (isOfTitle(text, hit)) continue;
    const beside = roleAfter.test(text.slice(hit.end)) || roleBefore.test(text.slice(0, hit.start));
    if (beside || unmistakable.has(hit.word)) take(hit.start, hit.word);
  }
  return found.sort((a, b) => a.start - b.start);
}

const titles = kinds.map(({ title }) => title.zh);

function isOfTitle(text: string, { start, word }: Found<string>): boolean {
  return titles.some((title) => {
    const at = title.indexOf(word);
    return at >= 0 && title.length > word.length && text.startsWith(title, start - at);
  });
}

const unmistakable = new Set('人社 人力社保 住建 城管 卫健 发改 经信 市监 资规 自规 文旅 国资'.split(' '));
const bareRoots = matcher([...bare].map((root) => [root, root] as const));

const cache = new WeakMap<object, ReturnType<typeof matcher<string>>>();

function knownUnits(context: Context): ReturnType<typeof matcher<string>> {
  const known = cache.get(context.units) ?? matcher(namesOf(context), vocabulary());
  cache.set(context.units, known);
  return known;
}

function* namesOf(context: Context): Generator<readonly [string, string]> {
  for (const { name, aliases } of context.units) {
    yield [name, name];
    for (const alias of aliases) if (alias.length > 1) yield [alias, name];
  }
}
