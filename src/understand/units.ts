/** Finds the units a text names: the office's own list, the usual bureaus, and towns, streets, companies by their endings. */
import { allMatches } from '../time/all-matches.ts';
import type { UnitName } from './context.ts';
import { unitNames } from './unit-names.ts';
import { vocabulary } from './vocabulary.ts';
import { escapeWord, hitsOf, type Lexicon, lexicon, overlaps } from './words.ts';

export interface UnitSpan {
  /** The name under which it is kept. */
  readonly name: string;
  readonly said: string;
  readonly index: number;
  readonly end: number;
}

const fullNames = new Map<string, string>();
const bareNames = new Map<string, string>();
const expectedNames = new Map<string, string>();
for (const [name, full, bare] of unitNames) {
  for (const said of [name, ...full]) fullNames.set(said, name);
  for (const said of bare) {
    if (said.startsWith('(')) expectedNames.set(said.slice(1, -1), name);
    else bareNames.set(said, name);
  }
}

/** Names that already say whose they are keep no further prefix. */
const ownLevel = /^(?:区|市|省|国|团)/;
const levelPrefix = '(?:国家|全国|省政府|市政府|省|市|区|县|我区|本区)??';
const fullPattern = new RegExp(
  `(?<level>${levelPrefix})(?<name>${[...fullNames.keys()]
    .sort((a, b) => b.length - a.length)
    .map(escapeWord)
    .join('|')})(?<branch>分局|党组|党委)?`,
  'gi',
);
const fullWords = lexicon(fullNames.keys());
const bareWords = lexicon(bareNames.keys());
const expectedWords = lexicon(expectedNames.keys());
const actsBehind =
  /^(?:那边|方面|部门|他们)?(?:今天|昨天|刚|刚刚|已经?|也|都|又|还|来)?(?:牵头|主办|会办|协办|承办|独办|负责|配合|答复|回复|办复|办结|办完|反馈|报结|报来|报了|报的|退回|退了|回了|的件|局)/;
const handsBefore =
  /(?:交给|交由|转给|转交|转办|转|分给|派给|给|由|退给|协调|会同|责成|请|让|退回|主办|牵头|会办|协办|配合)(?:单位)?(?:定的|确定)?(?:是|为|:)?\s*$/;

/** 建设3 交通2 卫健1: each may have its count. */
const listGap = /^(?:\s?\d{1,3}\s?[件个条份项封]?)?(?:\s|\s?[、和与及,;]\s?)$/;

/** Endings by which a name of two to four characters is known as a unit. */
const endings =
  /(镇|乡|街道|社区|开发区|高新区|管委会|园区|新城|办事处|指挥部|小学|中学|学校|大学|医院|公司|集团|厅|局|大队|支队|协会|(?<!面)商会)(?!长|势|面|部|级|里|政|村|镇|街|府|委|人大|民|下|上|(?:门口|周边|附近|旁边?|路口|对面|迁建|扩建|新建|改建|重建|改造|建设|二期|一期))/g;
/** Endings that name a unit only where it is said to act (园林中心牵头, 创建办负责). */
/** Or is handed something: 交给园林中心. */
const handedEndings =
  /(?<=(?:交给|转给|转交|交由|派给|分给)[\u4e00-\u9fff]{2,4})(?:中心|专班|[办站所院馆队处])(?=$|[\s,。;了])/g;
/** Bodies above that write to us; elsewhere their names stand for much else. */
const sendingBodies =
  /(?:国务院|[省市]委|[省市]政府|区委|[省市区县]人大|[省市区县]政协)(?=\s?(?:来文|来函|来件|来电|发来|下发|转来|的?通知|的?函(?!告)|的文|电报|批转))/g;
const actingEndings =
  /(?:中心|专班|指挥部|[办站所院馆队委处])(?=\s?(?:来)?(?:牵头|主办|独办|会办|协办|承办|主责|负责(?!人)|配合(?!度)|请示|打请示|打报告|申请(?!公开|人|件)|来文|来函))/g;
const notNames =
  /^(?:要.*|加上.*|乡镇|各镇|城镇|古镇|集镇|村镇|本局|全局|当局|(?:.*)(?:结局|格局|布局|全局|大局|变局|开局)|各局|省厅|客厅|大厅|餐厅|展厅|窗口|.*小镇|家学校|外商|分公司|总公司|办公厅|一厅|两厅)$/;
/** Characters after which a name begins. */
const openers =
  '的了到在去来进帮完过刚给由让请和与跟同及向对从把被是收报送转交派访看查赴往陪接待、,;:()《》“”"。各第个所位条件次场了于为以出由说叫找陈';

/** Lingshan Town, Xinhua Primary School. */
const englishUnits =
  /\b(?:(?!From |The |A |An |Our |To |For |New |In |At |On |With |[A-Z][a-z]+ed )[A-Z][a-z]+ ){1,3}(?:Town|Township|[Ss]ub-?district|Village|Community|Bureau|Commission|Department(?! of)|Association|School|University|Hospital|Company|Group Ltd|Street(?=(?: is| has)? (?:asks?|asking|asked|wants?|requests?|requested|applied|applies|applying|reports?|reported|needs?|seeks?|seeking|sent|submitted)\b)|(?<=\b(?:from|by) (?:the )?(?:[A-Z][a-z]+ ){1,3})Street)\b|\b(?:[A-Z][a-z]+ )?(?:Department|Ministry|Bureau|Commission) of (?:the )?[A-Z][a-z]+(?:(?:,? (?:and )?| of )[A-Z][a-z]+){0,3}/g;

/** Whose bureau it is, said in English before its name. */
const englishLevel = /\b(?<level>provincial|province's|municipal|city)\s+$/i;

/** The English names without Bureau, as colleagues say them: Urban Management, Civil Affairs. */
const englishBare = new Map(
  [...fullNames].flatMap(([said, name]) => {
    const bare = /^([a-z &-]+?) (?:bureau|commission)$/.exec(said)?.[1];
    return bare && bare.length > 2 ? [[bare, name] as const] : [];
  }),
);
const englishBarePattern = new RegExp(
  `(?<![A-Za-z])(?:${[...englishBare.keys(), 'hr']
    .sort((a, b) => b.length - a.length)
    .map((bare) => bare.split(' ').map(capitalised).join('[ ]'))
    .join('|')})(?![A-Za-z-])`,
  'g',
);
/** A single such word is a unit only where units stand: handed to Finance, with Education and Health. */
const unitBefore =
  /(?:\b(?:to|by|from|with|between|and|of|for|told|lead unit|lead|asked|urged|reminded|told|chased|coordinated|brought|unit:?)(?: the)?|[,&:])\s+$/i;
const unitBehind =
  /^(?:\s*(?:$|[,.;:)&])|\s\d{1,3}(?:$|[,.;\s])|\s+(?:and|on|about|over|to|has|have|is|are|was|will|[a-z]+ed|sent|together|in the lead|leads?|for|co-?handl\w+|assist\w*|support\w*|helps?|as lead|main)\b)/;
/** Law, Health and the like go on as other names: Health Commission, Education Week. */
const goesOn = /^\s+[A-Z][a-z]/;

function capitalised(word: string): string {
  const [first = ''] = word;
  if (word === 'and') return '(?:and|&)';
  return word === 'hr' ? 'HR' : first.toUpperCase() + word.slice(1);
}

/** The units in reading order; none overlap. */
export function readUnits(text: string, office: readonly UnitName[] = []): UnitSpan[] {
  const found: UnitSpan[] = [];
  const add = (span: UnitSpan): void => {
    if (span.said && !found.some((other) => overlaps(span, other))) found.push(span);
  };
  for (const span of officeUnits(text, office)) add(span);
  // The level before a name makes its pattern a slow one; it is not begun where no name stands.
  if (hitsOf(fullWords, text).length > 0)
    // 在小区办了展览: no office of the district.
    for (const match of allMatches(fullPattern, text))
      if (!(match[0] === '区办' && /[社小园景校片辖]$/.test(text.slice(0, match.index)))) add(namedUnit(match, text));
  for (const match of allMatches(endings, text)) {
    const span = endedUnit(text, match.index, match[0]);
    if (span) add(span);
  }
  for (const match of allMatches(actingEndings, text)) {
    const span = endedUnit(text, match.index, match[0]);
    if (span) add(span);
  }
  for (const match of allMatches(handedEndings, text)) {
    const span = endedUnit(text, match.index, match[0]);
    if (span) add(span);
  }
  for (const match of allMatches(sendingBodies, text)) {
    const [said] = match;
    add({ name: said, said, index: match.index, end: match.index + said.length });
  }
  for (const match of allMatches(englishUnits, text)) {
    const said = match[0];
    add({ name: said, said, index: match.index, end: match.index + said.length });
  }
  for (const match of /[A-Z]/.test(text) ? allMatches(englishBarePattern, text) : []) {
    const [said] = match;
    const end = match.index + said.length;
    const key = said.toLowerCase().replace(/&/g, 'and');
    const name = key === 'hr' ? '人社局' : englishBare.get(key);
    const before = text.slice(0, match.index);
    const begins = match.index === 0 || /[.;]\s+$/.test(before);
    const acts =
      /^(?:\s+(?:has|have|is|was|reported|replied|answered|sent|asked|asks|returned|submitted|wants|applied|applies|requested|requests|needs|wrote|proposed|agreed|finished|completed|leads)\b)/.test(
        text.slice(end),
      );
    const sure = said.includes(' ')
      ? !begins || acts
      : begins
        ? acts
        : unitBefore.test(before) && unitBehind.test(text.slice(end));
    if (name && sure && !goesOn.test(text.slice(end))) add({ name, said, index: match.index, end });
  }
  for (const hit of hitsOf(bareWords, text)) {
    if (
      !/^(?:系统|网|部门|行动|整治|执法队|工作|项目|服务|资金|产业|融合)/.test(text.slice(hit.end)) &&
      !/(?:智慧|数字|互联网\+)$/.test(text.slice(0, hit.index))
    )
      add({ name: bareNames.get(hit.text)!, said: hit.text, index: hit.index, end: hit.end });
  }
  const loose = hitsOf(expectedWords, text);
  for (const hit of loose) {
    const before = text.slice(0, hit.index);
    const after = text.slice(hit.end);
    const acts =
      actsBehind.test(after) ||
      (/都是\s?$/.test(before) && /^的/.test(after)) ||
      (handsBefore.test(before) && /^(?:$|[\s,。;、办了看查盯]|主办|会办|牵头|处理|研究|核实|落实|去)/.test(after));
    if (acts) add({ name: expectedNames.get(hit.text)!, said: hit.text, index: hit.index, end: hit.end });
  }
  // Beside a unit in a list a bare name is a unit too (交通 公安 城管); from both ends, so that lists grow.
  for (const hit of [...loose, ...loose.toReversed()]) {
    if (
      !/^(?:$|[\s,。;、和与及都把]|商量|协商|会商|研究|对接|沟通|碰头|[\d两三四五六七]家|\d{1,3}\s?[件个条份项封]?(?:$|[\s,。;、]))/.test(
        text.slice(hit.end),
      ) ||
      !/(?:^|[\s,。;:、和与及跟同])$/.test(text.slice(0, hit.index))
    )
      continue;
    const beside = found.some(
      (other) => listGap.test(text.slice(other.end, hit.index)) || listGap.test(text.slice(hit.end, other.index)),
    );
    if (beside) add({ name: expectedNames.get(hit.text)!, said: hit.text, index: hit.index, end: hit.end });
  }
  return found.sort((a, b) => a.index - b.index);
}

interface OfficeNames {
  readonly byName: ReadonlyMap<string, string>;
  readonly words: Lexicon | null;
}

const officeNames = new WeakMap<readonly UnitName[], OfficeNames>();

function namesOf(office: readonly UnitName[]): OfficeNames {
  const known = officeNames.get(office);
  if (known) return known;
  const byName = new Map<string, string>();
  for (const unit of office) {
    for (const said of [unit.name, ...unit.aliases]) if (said.length >= 2) byName.set(said.toLowerCase(), unit.name);
  }
  const names = { byName, words: lexicon(byName.keys(), vocabulary()) };
  officeNames.set(office, names);
  return names;
}

function officeUnits(text: string, office: readonly UnitName[]): UnitSpan[] {
  if (office.length === 0) return [];
  const { byName, words } = namesOf(office);
  return hitsOf(words, text)
    .filter((hit) => hit.text.length > 2 || !/^(?:局|委)/.test(text.slice(hit.end)))
    .map((hit) => ({
      name: byName.get(hit.text.toLowerCase()) ?? hit.text,
      said: hit.text,
      index: hit.index,
      end: hit.end,
    }));
}

function namedUnit(match: RegExpMatchArray, text: string): UnitSpan {
  const told = /^[a-z]/i.test(match[0]) ? englishLevel.exec(text.slice(0, match.index)) : null;
  const said = (told?.[0] ?? '') + match[0];
  const index = (match.index ?? 0) - (told?.[0].length ?? 0);
  const level = told ? (/^p/i.test(told.groups!.level!) ? '省' : '市') : (match.groups?.level ?? '');
  const base = fullNames.get((match.groups?.name ?? '').toLowerCase()) ?? match.groups?.name ?? said;
  const whose = level.replace(/^(?:我区|本区)$/, '').replace(/(?:区|县)$/, '');
  const name = ownLevel.test(base) ? base : whose + base;
  return { name, said, index, end: index + said.length };
}

function endedUnit(text: string, at: number, ending: string): UnitSpan | undefined {
  let from = at;
  while (from > 0 && at - from < 4 && /[\u4e00-\u9fff]/.test(text[from - 1]!) && !openers.includes(text[from - 1]!))
    from -= 1;
  // A town or street is called by two characters; more only where the words before leave no other border.
  if (/^(?:镇|乡|街道|社区|小学|中学)$/.test(ending) && at - from > 3) from = at - 2;
  const said = text.slice(from, at + ending.length);
  const stem = text.slice(from, at);
  if (stem.length < (ending.length > 1 ? 1 : 2) && !(ending === '厅' && /^[省市]$/.test(stem))) return undefined;
  if (notNames.test(said) || /^(?:[\d一二三四五六七八九十几]|这|那|本|全|每|某)/.test(stem)) return undefined;
  return { name: said.replace(/^(?:我区|本区|区|县)(?=.{3})/, ''), said, index: from, end: at + ending.length };
}
