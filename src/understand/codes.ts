/** Finds the numbers others gave to things: document numbers, case numbers, issue numbers, task numbers, the ledger's own numbers. */

import { kinds } from '../kinds/all.ts';
import { numberOf } from '../numbers.ts';
import { allMatches } from '../time/all-matches.ts';
import { remember } from './remember.ts';

export interface CodeSpan {
  readonly type: 'docNo' | 'caseNo' | 'issueNo' | 'itemNo' | 'no';
  readonly value: string;
  readonly index: number;
  readonly end: number;
}

const digits = '[\\d一二三四五六七八九十百零〇两]{1,6}';
/** No list of numbers is longer; looking further would cost the square of a text's length. */
const mostInList = 200;
const digitRuns = new RegExp(digits, 'g');
const joint = '\\s*(?:、|,|和|及|与|\\s)\\s*(?:第\\s*)?';

const bracketed =
  /(?<who>[\u4e00-\u9fff]{1,10})\s*[〔[(({【]\s*(?<year>(?:19|20)\d\d)\s*[〕\])】)}]\s*第?0*(?<n>\d{1,5})\s*号?/g;
const loose =
  /(?<who>[\u4e00-\u9fff]{0,3}[政府委党办国省][\u4e00-\u9fff]{0,2}[发函字规督阅告])\s*(?<year>20\d\d|二[零〇]二[零〇一二三四五六七八九])?\s*[年号\s-]*第?\s*0*(?<n>\d{1,4}|[一二三四五六七八九十百零〇]{1,6})\s*号/g;
/** Gov Office [2026] No. 77. */
const englishBracketed =
  /\b(?<who>(?:[A-Z][A-Za-z]*\s?){1,4})\s*[〔[(]\s*(?<year>20\d\d)\s*[〕\])]\s*(?:[Nn]o\.?|#)?\s*(?<n>\d{1,4})\b/g;
/** What may stand before the code letters of a document number without belonging to them. */
const beforeLetters =
  /^.*(?:收到了?|印发了?|下发了?|发布了?|签发了?|转发了?|关于|文号|发文|来文|收文|以及|今天|昨天|前天|已经|已|把|将|以|和|与|及|的|了|是|为|天|号|日|份|件|个)/;

const ledgerNumber = new RegExp(
  `(?:${kinds
    .map((kind) => kind.prefix)
    .sort((a, b) => b.length - a.length)
    .join('|')})\\s*-\\s*\\d{4}\\s*-\\s*\\d{3,}`,
  'g',
);

const caseBehind = new RegExp(
  `(?:第\\s*)?(${digits}(?:${joint}${digits}(?!\\s*[件条个份])){0,${mostInList}})\\s*号?(?:${joint}${digits}\\s*号){0,${mostInList}}\\s*(?:区级|市级|重点|人大|政协|代表|委员|这个|那个|两|三|四|五|几)?\\s*[两三四五六几]?件?(?:提案|建议|议案|人大建议|案件|案|件)(?!\\s*\\d+\\s*[件条]$)`,
  'g',
);
const caseBefore =
  /(?:提案|建议|议案|案号|编号|(?<![a-z])(?:proposal|suggestion|motion|case|cppcc|npc)(?:s(?=\s+(?:nos?\.?\s*\d|\d{1,4}\s*(?:,|and\b|&|to\b|-))))?(?![a-z]))\s*(?:是|为|:)?\s*(?:第|nos?\.?|numbers?|#)?\s*(\d{1,4}(?:\s*(?:、|,|和|and|&)\s*(?:no\.?\s*)?\d{1,4}|\s*号\s*[、,和]?\s*\d{1,4}(?=\s*号))*)(?:\s*号)?(?!\s*[\d件条个份宗%家年月余多]|\s*(?:proposals|suggestions|items)|\.\d)/gi;
const numbered = /(?:\bno\.?|\bnumber|#)\s*(\d{1,4})/gi;
const ordinal = new RegExp(`第\\s*(${digits})\\s*号(?!文|楼|台风|线)`, 'g');
const plainNumber = /(?<![\d.月/])(\d{2,4})\s*号(?!文|楼|院|线|台风|店|地块|厅|机|桥|门)/g;

/** 二〇二六 as it is spoken. */
function yearOf(said: string | undefined): string | undefined {
  return said?.replace(/[零〇一二三四五六七八九]/g, (digit) =>
    String('零一二三四五六七八九'.indexOf(digit.replace('〇', '零'))),
  );
}

/** Document numbers in the normal form 政办发〔2026〕12号. */
export function readDocNos(text: string, year: number): CodeSpan[] {
  const found: CodeSpan[] = [];
  for (const pattern of [bracketed, loose]) {
    for (const match of allMatches(pattern, text)) {
      const who = (match.groups?.who ?? '').replace(beforeLetters, '');
      if (!who) continue;
      const end = match.index + match[0].length;
      const index = match.index + (match.groups?.who ?? '').length - who.length;
      if (found.some((other) => index < other.end && other.index < end)) continue;
      const value = `${who}〔${yearOf(match.groups?.year) ?? year}〕${numberOf(match.groups?.n ?? '') ?? 0}号`;
      found.push({ type: 'docNo', value, index, end });
    }
  }
  // 政办发〔2026〕60号、61号: the second goes under the letters of the first.
  for (const first of [...found]) {
    const rest = /^(?:\s*(?:、|,|和|及|与)\s*第?\d{1,4}号)+/.exec(text.slice(first.end));
    for (const match of rest?.[0].matchAll(/\d{1,4}/g) ?? []) {
      const index = first.end + match.index;
      const value = first.value.replace(/\d+号$/, `${Number(match[0])}号`);
      if (!found.some((other) => index < other.end && other.index < index + match[0].length))
        found.push({ type: 'docNo', value, index, end: index + match[0].length + 1 });
    }
  }
  for (const match of allMatches(englishBracketed, text)) {
    const { who = '', year: said = '', n = '' } = match.groups ?? {};
    const end = match.index + match[0].length;
    if (!found.some((other) => match.index < other.end && other.index < end))
      found.push({ type: 'docNo', value: `${who.trim()}〔${said}〕${Number(n)}号`, index: match.index, end });
  }
  // 12号文 names a document by its serial alone.
  for (const match of text.matchAll(/(?<![\d〕\])】])第?(\d{1,4})号(?:文|函|令)(?!件)/g)) {
    if (found.some((other) => match.index < other.end && other.index < match.index + match[0].length)) continue;
    found.push({
      type: 'docNo',
      value: `${Number(match[1])}号`,
      index: match.index,
      end: match.index + match[0].length,
    });
  }
  for (const match of text.matchAll(
    /\b(?:document|notice|paper|circular)\s+(?:no\.?\s*|number\s*)?(\d{1,4})(?![\d,]|\s+(?:documents|copies|notices|papers|circulars)\b)/gi,
  )) {
    if (found.some((other) => match.index < other.end && other.index < match.index + match[0].length)) continue;
    found.push({
      type: 'docNo',
      value: `${Number(match[1])}号`,
      index: match.index,
      end: match.index + match[0].length,
    });
  }
  return found.sort((a, b) => a.index - b.index);
}

/** The ledger's own numbers (督-2026-019). */
export function readLedgerNos(text: string): CodeSpan[] {
  return allMatches(ledgerNumber, text).map((match) => ({
    type: 'no' as const,
    value: match[0].replace(/\s/g, ''),
    index: match.index,
    end: match.index + match[0].length,
  }));
}

/** Case numbers of proposals and the like; `days` are places already read as dates. */
export function readCaseNos(
  text: string,
  days: readonly { readonly index: number; readonly end: number }[] = [],
): readonly CodeSpan[] {
  const named = readNamedCases(text);
  if (named.length > 0) return named;
  const found: CodeSpan[] = [];
  for (const match of allMatches(plainNumber, text)) {
    const end = match.index + match[0].length;
    const dated = days.some((day) => match.index < day.end && day.index < end);
    if (!dated || Number(match[1]) > 31)
      found.push({ type: 'caseNo', value: String(Number(match[1])), index: match.index, end });
  }
  return found;
}

/** Case numbers that say they are (12号建议, 第128号, no. 45), so that 12号 in them is no day. */
export const readNamedCases = remember((text: string): readonly CodeSpan[] => {
  const found: CodeSpan[] = [];
  const add = (index: number, whole: string, list: string): void => {
    const end = index + whole.length;
    if (found.some((other) => index < other.end && other.index < end)) return;
    for (const piece of list.match(digitRuns) ?? []) {
      const value = numberOf(piece);
      if (value !== null && value > 0) found.push({ type: 'caseNo', value: String(value), index, end });
    }
  };
  for (const match of allMatches(caseBehind, text)) {
    // 3件 is a quantity, 3号件 a number: without 号 only a list of bare numbers (434 435两件提案) is one.
    if (!/号/.test(match[0]) && !/\d\s*[、,和及与\s]\s*\d/.test(match[1] ?? '')) continue;
    if (/^\s*(?:第\s*)?[^号]*$/.test(match[0]) && /[件条个份]\s*\d/.test(match[0])) continue;
    const list = match[0].replace(/[两三四五六几]?件?(?:提案|建议|议案|人大建议|案件|案|件)$/, '');
    add(match.index, match[0], list);
  }
  for (const match of text.matchAll(/(?<![\d.])(\d{2,4})\s*(?:那|这)[件个](?=提案|建议|议案|案)/g))
    add(match.index, match[0], match[1] ?? '');
  for (const match of allMatches(caseBefore, text)) add(match.index, match[0], match[1] ?? '');
  for (const match of allMatches(numbered, text)) add(match.index, match[0], match[1] ?? '');
  for (const match of allMatches(ordinal, text)) add(match.index, match[0], match[1] ?? '');
  return found.sort((a, b) => a.index - b.index);
});

/** Item numbers of tasks (第14项, no. 14). */
export function readItemNos(text: string): CodeSpan[] {
  const found: CodeSpan[] = [];
  for (const match of text.matchAll(
    new RegExp(
      `第\\s*(${digits})\\s*[项件号](?!\\s*[、和]\\s*\\d)|(?:\\bno\\.?|\\bnumber|#|\\btasks?)\\s*(\\d{1,4})(?!\\s*(?:tasks|%|per cent))`,
      'gi',
    ),
  )) {
    const value = numberOf(match[1] ?? match[2] ?? '');
    if (value !== null)
      found.push({ type: 'itemNo', value: String(value), index: match.index, end: match.index + match[0].length });
  }
  return found;
}

const issueList = new RegExp(
  `(?<ordinal>第)?\\s*(?<first>${digits})\\s*(?<firstEnd>期)?(?<rest>(?:\\s*(?:、|,|和|及|与|-|~|至|到)\\s*第?\\s*${digits}(?!\\s*[篇条份个])\\s*期?|(?<=期)\\s*第?\\s*${digits}\\s*期)*)`,
  'g',
);
const englishIssues =
  /(?<!\d )\b(?:issues?|(?:bulletin|brief|newsletter|weekly|gazette|digest|journal|report)"?,?(?=\s+(?:no|number|#)))\s+(?:no\.?\s*|nos\.?\s*|number\s*|#)?(\d{1,4}(?:\s*(?:,|and|&|to|-)\s*\d{1,4}(?!\d|\s*(?:articles|pieces|copies|items)\b))*)|\b(\d{1,4})(?:st|nd|rd|th) issue\b|(?:\bno\.?\s*|#)(\d{1,4})(?= of (?:the |our )?"?[A-Z])|\b(?:Bulletin|Brief|Newsletter|Weekly|Gazette|Digest|Journal)"? (\d{1,4})(?=$|[,.;:]| (?:was|is|has|issued|printed|published|out|went|came|today|yesterday|sent|with|this)\b)/gi;
const countsIssues =
  /(?:出|编发|编印|编|发|印发|印|办|做|共|完成|累计|到|刊发)了?\s*(?:简报|政务|内刊|《[^》]*》)?\s*$/;

/** Issue numbers (第96期, 5到7期, 12期13期, 又出3期,17、18、19); empty where the text only counts issues (出了3期). */
export function readIssueNos(text: string): CodeSpan[] {
  const told = toldIssues(text);
  if (told.length > 0) return told;
  const found: CodeSpan[] = [];
  for (const match of allMatches(englishIssues, text)) {
    for (const value of expand(
      (match[1] ?? match[2] ?? match[3] ?? match[4] ?? '')
        .replace(/\s*(?:and|&|,)\s*/g, '、')
        .replace(/\s*(?:to|-)\s*/g, '-'),
    ))
      found.push({ type: 'issueNo', value: String(value), index: match.index, end: match.index + match[0].length });
  }
  for (const match of allMatches(issueList, text)) {
    const whole = match[0];
    if (
      !whole.includes('期') ||
      /期(?:间|末|限|望|满|权)/.test(text.slice(match.index + whole.length - 1, match.index + whole.length + 2))
    )
      continue;
    const { ordinal: named, firstEnd, rest = '' } = match.groups ?? {};
    // 编发一期,第15期: the first is how many there are, the other its number.
    const list = !named && firstEnd && /^\s*[,、]?\s*第/.test(rest) && countsIssues.test(text.slice(0, match.index));
    const ranged = rest.trim() !== '';
    const before = text.slice(0, match.index);
    if (!named && !ranged && !isBareIssue(whole, before, text.slice(match.index + whole.length))) continue;
    const values = expand(list ? rest : whole);
    // 培训两期 一期公文 一期保密 are counts: numbers of issues go up.
    if (!named && !list && values.some((value, at) => at > 0 && value <= values[at - 1]!)) continue;
    for (const value of values)
      found.push({ type: 'issueNo', value: String(value), index: match.index, end: match.index + whole.length });
  }
  return found;
}

/** 又出3期,17、18、19: the numbers follow the count. */
function toldIssues(text: string): CodeSpan[] {
  const told = /(\d+)期[,:\s]+((?:\d{1,3}[、,\s和]*)+)(?:$|[。;])/.exec(text);
  const numbers = told?.[2]?.match(/\d+/g) ?? [];
  if (!told || numbers.length !== Number(told[1])) return [];
  const index = told.index + told[1]!.length + 1;
  return numbers.map((value) => ({
    type: 'issueNo' as const,
    value: String(Number(value)),
    index,
    end: told.index + told[0].length,
  }));
}

/** A bare 318期 is a number where a journal stands before it and no verb counts it. */
function isBareIssue(whole: string, before: string, after: string): boolean {
  if (countsIssues.test(before)) return false;
  // 编发一期,第15期: where a number is told besides, the other one counts.
  if (/第\s*[\d一二三四五六七八九十百]+\s*期/.test(after)) return false;
  const value = numberOf(whole.replace(/期/, '').trim()) ?? 0;
  if (
    /(?:》|政务|要情|专报|通报|简报|动态|总第?)\s*$/.test(before) &&
    (value > 12 || /^\s*(?:今天|昨天|已)?(?:发|印|出|付印)/.test(after))
  )
    return true;
  return value >= 40 && /(?:》|政务|要情|专报|通报|动态)/.test(before);
}

const mostIssues = 30;

function expand(list: string): number[] {
  const parts = [...list.matchAll(new RegExp(`(-|~|至|到)?\\s*第?\\s*(${digits})`, 'g'))];
  const values: number[] = [];
  for (const part of parts) {
    const value = numberOf(part[2] ?? '');
    const last = values.at(-1);
    if (value === null) continue;
    if (part[1] && last !== undefined && value > last && value - last < mostIssues) {
      for (let n = last + 1; n <= value; n += 1) values.push(n);
    } else values.push(value);
  }
  return values.filter((value) => value > 0);
}
