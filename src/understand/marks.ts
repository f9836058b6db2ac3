/** Everything in a text that is recognised before its kind is known: days, numbers, units, leaders, titles, codes. */

import { type NumberSpan, readNumbers } from '../numbers.ts';
import { allMatches } from '../time/all-matches.ts';
import { addDays, type Day, daysBetween } from '../time/day.ts';
import { readTimes, type Tense, type TimeSettings, type TimeSpan } from '../time/phrase.ts';
import { type CodeSpan, readDocNos, readLedgerNos, readNamedCases } from './codes.ts';
import type { UnitName } from './context.ts';
import { isDeadline } from './deadline-said.ts';
import { type LeaderSpan, readLeaders } from './leaders.ts';
import { readUnits, type UnitSpan } from './units.ts';
import { blank, type Hit, overlaps } from './words.ts';

export interface Marks {
  readonly text: string;
  readonly times: readonly TimeSpan[];
  /** Numbers that count or measure something: none of a date, a clock time, a title or a code. */
  readonly numbers: readonly NumberSpan[];
  readonly units: readonly UnitSpan[];
  readonly leaders: readonly LeaderSpan[];
  /** Names in 《》. */
  readonly titles: readonly Hit[];
  readonly docNos: readonly CodeSpan[];
  readonly ledgerNos: readonly CodeSpan[];
}

export interface Place {
  readonly today: Day;
  readonly times?: TimeSettings;
  readonly units: readonly UnitName[];
}

const titled = /《([^》\n]{1,80})》/g;
export const clockTimes =
  /\d{1,2}:\d{2}|(?<!\d)\d{1,2}点(?![位名个])(?:半|钟|\d{1,2}分?)?|[一二三四五六七八九十]{1,3}点(?:半|钟|[一二三四五六七八九十]{1,3}分?)?/g;
/** Names with a digit in them that count nothing; no numeral of theirs is longer than eight characters. */
const namedDigits =
  /分会场\s*(?:设了?|有|共)?\s*[\d一二三四五六七八九十]{1,8}\s*[个处]|[\d一二三四五六七八九十]{1,8}\s*[个处]分会场|(?:代表|委员)\s*[\d一二三四五六七八九十两]{1,8}\s*[个名位]|[\d一二三四五六七八九十两]{1,8}\s*[个名位](?:人大|政协)?(?:代表|委员)|12345|12315|12388|四办|三会一课|十件实事|十大工程|十项重点|四套班子|一岗双责|三公|一岗一队|一件事|一网|一站式|十佳|十件(?:民生)?实事|十件民生|十大(?:工程|民生|行动)|七一|八一|五一(?!\s*[趟次件个条篇期场批份卷人])|十一(?!\s*[趟次件个条篇期场批份卷封台家名位人项户页点处])|两会|两案|一审|二审|二次(?=供水|装修|分配|开发|污染|补偿|招标)|一等奖|二等奖|三等奖|三等功|二等功|一季度|二季度|三季度|四季度|一把手|一线|第[一二三四五六七八九十\d]+(?=季度|名)/g;

/** No. 12 and #12 name a thing and count nothing. */
const englishNumbered =
  /(?:\bno\.\s?|#)\d{1,5}(?!\d|,\d{3})|\[20\d\d\]|\b(?:lane|building|block|phase|route|gate|room|zone|plot|pier|floor|tower|ward|stage) \d{1,3}\b/gi;

export function marksIn(text: string, place: Place, tense?: Tense): Marks {
  const titles = allMatches(titled, text).map((match) => ({
    text: match[1]!,
    index: match.index,
    end: match.index + match[0].length,
  }));
  const cases = readNamedCases(text);
  const docNos = readDocNos(text, Number(place.today.slice(0, 4)));
  const times = timesIn(text, place, tense).filter(
    (time) =>
      // 政办函19号 is a paper, no 19th of the month.
      !(
        (isShortDay.test(time.text) || time.grain === 'year') &&
        docNos.some((code) => overlaps(code, { index: time.index, end: time.index + time.text.length }))
      ) &&
      !(
        isShortDay.test(time.text) &&
        cases.some((code) => overlaps(code, { index: time.index, end: time.index + time.text.length }))
      ) &&
      // 来查1998年婚姻档案, 2025年文件归档: whose year it is, not when it was done.
      !(
        time.grain === 'year' &&
        /^度?(?:[\u4e00-\u9fff]{0,4}(?:档案|登记|存根|底册|会议记录)|[\u4e00-\u9fff]{0,2}文件归档)/.test(
          text.slice(time.index + time.text.length),
        )
      ) &&
      // So is 政办发二〇二六年十二号 no date.
      !docNos.some((code) => code.index <= time.index && time.index + time.text.length <= code.end) &&
      // 关于三季度信息报送情况: the quarter is part of what it is about.
      !(
        time.grain !== 'day' &&
        ofName.test(text.slice(0, time.index)) &&
        /^[\u4e00-\u9fff]/.test(text.slice(time.index + time.text.length))
      ) &&
      // The 2027 spending plan: the year is part of its name.
      !(
        time.grain === 'year' &&
        (time.start ?? '') > place.today &&
        /\b(?:the|our|its) $/i.test(text.slice(0, time.index)) &&
        /^ [a-z]/i.test(text.slice(time.index + time.text.length))
      ) &&
      !(/^\d+\.\d+$/.test(time.text) && measured.test(text.slice(time.index + time.text.length))),
  );
  const ledgerNos = readLedgerNos(text);
  const taken: readonly { index: number; end: number }[] = [
    ...times.map((time) => ({ index: time.index, end: time.index + time.text.length })),
    ...titles,
    ...docNos,
    ...ledgerNos,
    ...placesOf(clockTimes, text),
    ...placesOf(namedDigits, text),
    ...placesOf(englishNumbered, text),
  ];
  return {
    text,
    times,
    numbers: readNumbers(text.replace(wordEnd, ' ')).filter(
      (number) => !number.ordinal && !taken.some((place_) => overlaps(place_, number)),
    ),
    units: readUnits(withoutTimes(text, times), place.units).filter(
      (unit) => !titles.some((title) => overlaps(title, unit)),
    ),
    leaders: readLeaders(text).filter((leader) => !titles.some((title) => overlaps(title, leader))),
    titles,
    docNos,
    ledgerNos,
  };
}

/** 本周16场: the digits count, 周1 is no Monday here. */
const weekCounts = /[周月]\d{2,}(?=[场次件条篇期批个人份])/g;
/** Characters that make 一 behind them a part of a word (统一, 计划), but no digits. */
const wordEnd = /[统唯单同逐之专划周](?=\d)/g;
const ofName = /(?:^|[\s,。;])(?:对|就|把|将|关于[^,。;\s]{0,16})$/;
const isShortDay = /^\d{1,2}号/;
/** 三百二十号人 are people, 二十来号人 too. */
const headcount = /[\d一二三四五六七八九十百两]{1,8}(?:来|多)?号(?:人|同志|干部|群众)/g;
/** 1.2万 and 1.2 million are numbers, no dates. */
const measured = /^\s*(?:[万亿元%倍个分吨亩]|公里|平方|million|billion)/i;

/** The name of a paper tells no day of its own (关于国庆放假的通知). */
const papers = /关于[^,。;\n《》]{2,40}?的(?:通知|意见|通报|函|批复|公告|通告|决定|报告|请示|纪要|方案|办法|规定)/g;

/** Days without the hours of the day; a month that lies ahead though nothing is planned is the last one of its name. */
function timesIn(text: string, { today, times: settings }: Place, tense: Tense | undefined): TimeSpan[] {
  const plain = text
    .replace(papers, (said) => ' '.repeat(said.length))
    .replace(clockTimes, (said) => ' '.repeat(said.length))
    // 信息科 5/6起 is a day, which a blank sets apart from the name.
    .replace(/(?<=[\u4e00-\u9fff]) (?=\d{1,2}\/\d{1,2}(?!\d))/g, ',')
    .replace(/(?<=[\u4e00-\u9fff])(\d{1,2})\/(\d{1,2})(?=起(?!草)|开始)/g, '$1月$2')
    .replace(headcount, (said) => ' '.repeat(said.length))
    .replace(weekCounts, (said) => said[0] + '#'.repeat(said.length - 1));
  const times = readTimes(plain, { now: today, ...(settings && { settings }), ...(tense && { tense }) }).filter(
    (time) => !namesThing(time, plain),
  );
  const lies = (time: TimeSpan): boolean =>
    !tense &&
    (time.grain === 'month' || time.grain === 'quarter') &&
    time.said === 'explicit' &&
    (time.start ?? '') > today &&
    !isDeadline(plain, time, today);
  // Over the weekend, of what has happened, is the last one.
  const gone = (time: TimeSpan): boolean =>
    !tense &&
    (time.start ?? '') > today &&
    /^(?:over |at |on |during )?(?:the )?weekend$/i.test(time.text) &&
    /\b(?:was|were|had|did|sent|went|came|held|quiet|on duty|duty)\b|[a-z]{2}ed\b/i.test(plain);
  // Told in November, by 10 January is the next one.
  const promised = (time: TimeSpan): boolean =>
    /牵头|负责|主办|列入|纳入|督办/.test(plain) &&
    !/了(?!解)|已/.test(plain) &&
    /^(?:前|之前)?(?:要|须)?(?:完成|办结|建成|完工|交付)/.test(plain.slice(time.index + time.text.length));
  const passed = (time: TimeSpan): boolean =>
    time.said === 'explicit' &&
    time.end !== null &&
    daysBetween(time.end, today) > longAgo &&
    (promised(time) || time.grain === 'until' || (time.grain === 'day' && limits.test(plain.slice(0, time.index))));
  if (!times.some((time) => lies(time) || gone(time) || passed(time))) return times;
  const past = readTimes(plain, { now: today, tense: 'past', ...(settings && { settings }) });
  const future = readTimes(plain, { now: today, tense: 'future', ...(settings && { settings }) });
  return times.map((time) => {
    if (gone(time) && time.start && time.end)
      return { ...time, start: addDays(time.start, -7), end: addDays(time.end, -7) };
    const pool = lies(time) ? past : passed(time) ? future : [];
    return pool.find((other) => other.index === time.index) ?? time;
  });
}

const papersBehind =
  /^[\u4e00-\u9fff]{0,8}?(?:通知|方案|讲话稿?|致辞|计划|预案|通告|公告|值班表|安排表|慰问信|主持词|材料)/;
const yearsEnd = /^[\u4e00-\u9fff]{0,2}(?:考核|总结|表彰|述职|考评|评优|绩效|决算|盘点|测评|奖)/;

const verbBehind = /^ (?:was|were|has|have|had|we|i|they|he|she|it|this|last|at|on|[a-z]+ed|held|sent|went|came)\b/i;

/** 教师节讲话稿, 国庆放假的通知, 年终考核: a feast that only names a thing tells no day. */
function namesThing(time: TimeSpan, text: string): boolean {
  const behind = text.slice(time.index + time.text.length);
  // The 22nd executive meeting, the November issue: which of a row it is.
  if (
    /^(?:the )?\d{1,2}(?:st|nd|rd|th)$/i.test(time.text) &&
    /^ (?!of\b|and\b|in\b|at\b)[a-z]{3,}/i.test(behind) &&
    !verbBehind.test(behind)
  )
    return true;
  if (time.grain === 'month' && /^ (?:issue|edition)\b/i.test(behind)) return true;
  // The speech for Friday's opening, a follow-up on last week's inspection.
  if (/^'s [a-z]/i.test(behind)) return /\b(?:for|follow-up (?:on|to)|minutes of) $/i.test(text.slice(0, time.index));
  if (/^下?年[终末]$/.test(time.text)) return yearsEnd.test(behind);
  if (time.said !== 'holiday' || time.start === null || /^\d|年|期间|当[天日]|前后|以来|假期|长假/.test(time.text))
    return false;
  return papersBehind.test(behind);
}

const longAgo = 120;
const limits =
  /\b(?:deadline|due(?: date)?|by|until|(?:extended|prolonged|extension|postponed|moved|pushed back|put back)(?: to| until| till)?)(?: is| was| now|:| on|,| to)?\s*$/i;

/** Parts of a day that stand before a name. */
const dayParts = /上午|下午|中午|早上|晚上|傍晚|凌晨/g;

/** 明天省厅来 names no unit 明天省厅, 上午省厅来 none 午省厅. */
function withoutTimes(text: string, times: readonly TimeSpan[]): string {
  return blank(text, [
    ...placesOf(dayParts, text),
    ...times
      .filter((time) => time.said !== 'name')
      .map((time) => ({ index: time.index, end: time.index + time.text.length })),
  ]);
}

function placesOf(pattern: RegExp, text: string): { index: number; end: number }[] {
  return allMatches(pattern, text).map((match) => ({ index: match.index, end: match.index + match[0].length }));
}

export interface Range {
  readonly index: number;
  readonly end: number;
}

const joinedBefore = new WeakMap<Marks, Map<string, Marks>>();

/** The marks of some stretches of the text, put one behind the other; the same stretches give the same marks. */
export function joinMarks(marks: Marks, ranges: readonly Range[]): Marks {
  const byRanges = joinedBefore.get(marks) ?? new Map<string, Marks>();
  joinedBefore.set(marks, byRanges);
  const key = ranges.map(({ index, end }) => `${index}-${end}`).join();
  const joined = byRanges.get(key) ?? putTogether(marks, ranges);
  byRanges.set(key, joined);
  return joined;
}

/** English phrases stay apart as they were written; Chinese ones are parted by a blank. */
function gapBefore(text: string, { index }: Range): string {
  const [, comma] = /[a-z\d)"'%]([,;:]) $/i.exec(text.slice(Math.max(0, index - 3), index)) ?? [];
  return comma && /[a-z\d("']/i.test(text[index] ?? '') ? `${comma} ` : ' ';
}

function putTogether(marks: Marks, ranges: readonly Range[]): Marks {
  let text = '';
  const times: TimeSpan[] = [];
  const numbers: NumberSpan[] = [];
  const units: UnitSpan[] = [];
  const leaders: LeaderSpan[] = [];
  const titles: Hit[] = [];
  const docNos: CodeSpan[] = [];
  const ledgerNos: CodeSpan[] = [];
  for (const range of ranges) {
    if (text !== '') text += gapBefore(marks.text, range);
    const by = text.length - range.index;
    for (const time of marks.times) {
      if (range.index <= time.index && time.index + time.text.length <= range.end)
        times.push({ ...time, index: time.index + by });
    }
    move(marks.numbers, numbers, range, by);
    move(marks.units, units, range, by);
    move(marks.leaders, leaders, range, by);
    move(marks.titles, titles, range, by);
    move(marks.docNos, docNos, range, by);
    move(marks.ledgerNos, ledgerNos, range, by);
    text += marks.text.slice(range.index, range.end);
  }
  return { text, times, numbers, units, leaders, titles, docNos, ledgerNos };
}

/** Puts the spans of a stretch where the stretch now stands. */
function move<S extends Range>(spans: readonly S[], into: S[], range: Range, by: number): void {
  for (const span of spans)
    if (range.index <= span.index && span.end <= range.end)
      into.push({ ...span, index: span.index + by, end: span.end + by });
}
