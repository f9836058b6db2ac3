/** Reads everything a kind declares out of one item: choices, figures, units, leaders, codes and texts. */
import { type Field, numberIn, type RecordKind, unitFieldOf, type Value } from '../kinds/kind.ts';
import { numberOf } from '../numbers.ts';
import { type Chosen, choiceIn, choicesIn } from './choices.ts';
import { type CodeSpan, readCaseNos, readIssueNos, readItemNos } from './codes.ts';
import type { Context } from './context.ts';
import { type Figure, type Figures, figuresIn } from './figures.ts';
import { isEnglish } from './language.ts';
import type { Marks } from './marks.ts';
import { movesIn } from './status.ts';
import { subjectNames, titleOf } from './subject.ts';
import { textIn } from './texts.ts';
import { isPlaceName, type UnitRoles, unitRoles } from './unit-roles.ts';

export interface Reading {
  readonly fields: Readonly<Record<string, Value>>;
  readonly unit?: string;
  readonly led: boolean;
  readonly title: string;
  readonly quantity?: Figure;
  readonly figures: Figures;
  /** Numbers given by others, by the name of their field: several make several records. */
  readonly codes: Readonly<Record<string, readonly CodeSpan[]>>;
  /** Fields that were inferred or assumed. */
  readonly assumed: readonly string[];
  readonly parts: readonly string[];
}

/** Kinds whose sentences name units without giving the record one. */
const unitless: ReadonlySet<string> = new Set([
  'organization',
  'honor',
  'indicator',
  'party',
  'plan',
  'meeting',
  'duty',
  'logistics',
]);

export function readFields(kind: RecordKind, marks: Marks, context: Context): Reading {
  const codes = codesIn(kind, marks);
  const coded = Object.values(codes).flat();
  const figures = figuresIn(kind, marks, coded);
  const roles = unitRoles(kind, marks);
  const fields: Record<string, Value> = {};
  const assumed: string[] = [];
  const { names: parts, title } = subjectNames(kind, marks, [
    ...coded,
    // A place that neither has the matter nor helps with it is what it is about (高铁新城).
    ...roles.all.filter(
      (unit) => kind.id !== 'plan' && (unit === roles.main || roles.helping.includes(unit) || !isPlaceName(unit.name)),
    ),
    ...marks.leaders,
    ...[figures.quantity, ...Object.values(figures.fields)].filter((figure) => figure !== undefined),
    ...moodPlaces(kind, marks),
    ...movesIn(kind, marks.text).filter(({ said }) => said.length > 1),
  ]);
  for (const [name, field] of Object.entries(kind.fields)) {
    const value = readValue({ kind, name, field, marks, figures, roles, codes, parts, context });
    if (value !== undefined) fields[name] = value;
    else if (field.assumed !== undefined) {
      fields[name] = field.assumed;
      assumed.push(name);
    }
  }
  inferLevel(kind, marks, fields, assumed);
  const unit = unitOf(kind, roles, fields);
  return {
    fields,
    ...(unit ? { unit } : {}),
    led: roles.led,
    title:
      titleOf(kind, marks, title) || (typeof fields.topic === 'string' && !isEnglish(marks.text) ? fields.topic : ''),
    ...(figures.quantity ? { quantity: figures.quantity } : {}),
    figures,
    codes,
    assumed,
    parts,
  };
}

interface Asked {
  readonly kind: RecordKind;
  readonly name: string;
  readonly field: Field;
  readonly marks: Marks;
  readonly figures: Figures;
  readonly roles: UnitRoles;
  readonly codes: Readonly<Record<string, readonly CodeSpan[]>>;
  readonly parts: readonly string[];
  readonly context: Context;
}

function readValue(asked: Asked): Value | undefined {
  const { kind, name, field, marks, figures, roles } = asked;
  switch (field.type) {
    case 'number':
      return preciseValue(figures.fields[name]) ?? yearOf(name, marks) ?? streakOf(name, marks.text);
    case 'choice':
      // Several cases with several ends have no one end.
      if (
        (figures.quantity?.value ?? 1) > 1 &&
        stateFields.has(name) &&
        new Set(choicesIn(kind, field, marks.text).map(({ id }) => id)).size > 1
      )
        return undefined;
      // 满意率98% is a share of them, not how all of them ended.
      if (stateFields.has(name) && isRate(choiceIn(kind, field, marks.text), marks.text)) return undefined;
      if (!sortNames.has(name) && isOfSome(choiceIn(kind, field, marks.text), figures.quantity, marks.text))
        return undefined;
      if (isDeniedYes(field, choiceIn(kind, field, marks.text), marks.text)) return 'no';
      return (
        name === 'category'
          ? headChoice(asked)
          : awarded(asked)
            ? awarded(asked)
            : choiceIn(
                kind,
                field,
                name === 'outcome' ? withoutDispute(marks.text) : marks.text,
                name === 'column' ? figures.quantity?.index : undefined,
              )
      )?.id;
    case 'list': {
      const all = [...new Set(choicesIn(kind, field, marks.text).map((chosen) => chosen.id))];
      return all.length > 0 ? all : undefined;
    }
    case 'unit':
      return roles.main?.name;
    case 'units': {
      const named = (unitFieldOf(kind) ? roles.helping : roles.all).map((unit) => unit.name);
      return named.length > 0 ? [...new Set(named)] : undefined;
    }
    case 'person':
      return leaderIn(marks);
    case 'code':
      return asked.codes[name]?.[0]?.value;
    case 'text':
      return name === 'unitWord' ? unitWordOf(figures, field) : textIn(asked);
  }
}

const sortNames: ReadonlySet<string> = new Set(['category', 'column', 'channel', 'docType', 'source', 'level']);

/** 9 papers, of which 3 urgent: a value of some is none of all. */
function isOfSome(chosen: Chosen | undefined, quantity: Figure | undefined, text: string): boolean {
  if (!chosen || !quantity || quantity.value < 2 || !/[a-z]/i.test(chosen.hit.text)) return false;
  const before =
    /(?:^|[\s(])(\d+|one|two|three|four|five|six|seven|eight|nine|ten) (?:of (?:them|these|which|those) )?(?:are |were |was |is |being |marked |as )*$/i.exec(
      text.slice(0, chosen.hit.index),
    );
  const share = before && numberOf(before[1]!.toLowerCase());
  return typeof share === 'number' && share < quantity.value && before!.index >= quantity.index + 1;
}

/** No leader appeared in court, nobody attended: what is denied before it is the other of yes and no. */
function isDeniedYes(field: Field, chosen: Chosen | undefined, text: string): boolean {
  if (chosen?.id !== 'yes' || field.choices?.no === undefined) return false;
  const clause = /[^,.;:]*$/.exec(text.slice(0, chosen.hit.index))?.[0] ?? '';
  return /\b(?:no|nobody|no one|none|not|never|without|nor|neither|didn't|wasn't|hasn't|yet to be)\b/i.test(clause);
}

/** 不服街道责令拆棚, 请求确认违法: what is fought over and what is asked for is no outcome. */
function withoutDispute(text: string): string {
  return text.replace(/(?:不服|请求|要求|诉请|申请(?!人|已|被|撤回|终止))[^,。;\s]{1,24}/g, (said) =>
    '□'.repeat(said.length),
  );
}

function isRate(chosen: Chosen | undefined, text: string): boolean {
  return chosen !== undefined && text[chosen.hit.end] === '率';
}

/** 区政府办公室获全市先进: the level is that of the honour, not of who won it. */
function awarded({ kind, name, field, marks }: Asked): Chosen | undefined {
  if (name !== 'level' || !Object.hasOwn(kind.fields, 'recipient')) return undefined;
  const at = marks.text.search(/获|评为|评上|授予|拿了|拿到/);
  return at > 0 ? choiceIn(kind, field, marks.text.slice(at)) : undefined;
}

/**
 * What was set up or changed is the last thing named before it happened (门户网站专栏上线: a column), or the last named
 * behind the verb that comes first (开设网站专栏).
 */
function headChoice({ kind, field, marks, figures }: Asked): Chosen | undefined {
  const change = kind.fields.change && choiceIn(kind, kind.fields.change, marks.text);
  if (!change) return choiceIn(kind, field, marks.text, figures.quantity?.index);
  const all = choicesIn(kind, field, marks.text);
  const joined = change.id === 'connected' ? all.find((chosen) => chosen.id === 'system') : undefined;
  const opened = all.find((chosen) => chosen.hit.index >= change.hit.end && chosen.id === 'column');
  if (joined ?? opened) return joined ?? opened;
  return all.findLast((chosen) => chosen.hit.end <= change.hit.index) ?? all.at(-1);
}

/** Notice issued, no. 61: in English the serial of a paper stands alone. */
function englishDocNo(text: string): readonly CodeSpan[] {
  if (!isEnglish(text)) return [];
  return [...text.matchAll(/(?:\bno\.\s?|\bnumber )(\d{1,4})(?!\d|,\d)/gi)].slice(0, 1).map((match) => ({
    type: 'docNo' as const,
    value: `${Number(match[1])}号`,
    index: match.index,
    end: match.index + match[0].length,
  }));
}

function codesIn(kind: RecordKind, marks: Marks): Record<string, readonly CodeSpan[]> {
  const days = marks.times.map((time) => ({ index: time.index, end: time.index + time.text.length }));
  const found: Record<string, readonly CodeSpan[]> = {};
  for (const [name, field] of Object.entries(kind.fields)) {
    if (field.type !== 'code') continue;
    if (name === 'docNo') found[name] = marks.docNos.length > 0 ? marks.docNos : englishDocNo(marks.text);
    else if (name === 'caseNo') found[name] = readCaseNos(marks.text, days);
    else if (name === 'issueNo') found[name] = readIssueNos(marks.text);
    else if (name === 'itemNo') found[name] = readItemNos(marks.text);
  }
  return found;
}

export function preciseValue(figure: Figure | undefined): Value | undefined {
  if (!figure) return undefined;
  return figure.precision === 'exact' ? figure.value : { value: figure.value, precision: figure.precision };
}

/** 2025年度满意单位: the year an honour is for. */
function yearOf(name: string, marks: Marks): number | undefined {
  if (name !== 'year') return undefined;
  const year = marks.times.find((time) => time.grain === 'year' && time.said === 'explicit')?.start;
  return year ? Number(year.slice(0, 4)) : undefined;
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

const inARow =
  /(?:连续|蝉联)[^。;]{0,20}?第?\s*([\d一二两三四五六七八九十]{1,3})\s*个?[年次届]|第\s*([\d一二两三四五六七八九十]{1,3})\s*年(?:获|评|拿|蝉联)/;

/** 蝉联满意单位,第五年了; for the fifth year running: how many in a row, told by the last of them. */
function streakOf(name: string, text: string): number | undefined {
  if (name !== 'streak') return undefined;
  const chinese = inARow.exec(text);
  if (chinese) return numberOf(chinese[1] ?? chinese[2] ?? '') ?? undefined;
  const said =
    /\b(?:(\d{1,2})(?:st|nd|rd|th)|([a-z]+)) (?:consecutive year|straight year|year (?:running|in a row|in succession))\b/i.exec(
      text,
    );
  const place = said?.[1] ? Number(said[1]) : ordinals.indexOf(said?.[2]?.toLowerCase() ?? '') + 1;
  return place > 0 ? place : undefined;
}

/** The leader who acts: not one who is only told of it. */
function leaderIn(marks: Marks): string | undefined {
  const acting = marks.leaders.filter(
    (leader) => !/(?:向|跟|陪|给(?!.{0,4}批))$/.test(marks.text.slice(Math.max(0, leader.index - 2), leader.index)),
  );
  const [first] = acting.length > 0 ? acting : marks.leaders;
  // 副市长肯定性批示1条 吴副市长: the same title with a name says who it was.
  const named = acting.find((leader) => first && leader.name !== first.name && leader.name.endsWith(first.name));
  return (named ?? first)?.name;
}

function unitWordOf(figures: Figures, field: Field): string | undefined {
  const measure = figures.fields.value?.measure;
  if (!measure) return undefined;
  return field.known?.find((known) => known.label.zh === measure || known.label.en === measure.toLowerCase())?.label.zh;
}

const prefixes: readonly (readonly [pattern: RegExp, level: string])[] = [
  [/\b(?:Ministry of|State Council|National [A-Z])/, 'national'],
  [/\bProvincial (?:Department|Office|Government|Bureau|Party)/i, 'provincial'],
  [/(?:^|[^\u4e00-\u9fff]|接待了?|来了|昨天|今天|迎接|陪)(?:国家|国务院|中央|全国|部委)/, 'national'],
  [/(?:^|[\s,。被获上在了登])省《/, 'provincial'],
  [/(?:^|[\s,。被获上在了登])市《/, 'municipal'],
  [
    /(?<!外)省(?!钱|心|力|得|略)[\u4e00-\u9fff]{0,8}(?:厅|局|办|委|部门|院|中心|妇联|残联|工会|工商联|科协|文联|党校|组|队|协会|集团|刊|里|用|采|登|专报|参阅)/,
    'provincial',
  ],
  [
    /(?<![城超门都夜早菜])市(?!场|民(?!政|宗|防)|区(?!委|里)|政(?!府|协)|容|面|县|价)[\u4e00-\u9fff]{0,8}(?:局|办|委|部门|院|中心|妇联|残联|工会|工商联|科协|文联|党校|组|支队|协会|刊|里|用|采|登|专报|参阅)/,
    'municipal',
  ],
];

/** 被评为市优秀信息员: whose title it is. */
const titleWon = /(?:评为|评上|获评?|荣获|授予|获得)(?:了)?全?([省市区])(?=[^级里委政府长]{2})/;

/** A level that is not named follows from the leader's title or from whose office is named. */
function inferLevel(kind: RecordKind, marks: Marks, fields: Record<string, Value>, assumed: string[]): void {
  const field = kind.fields.level;
  if (field?.type !== 'choice') return;
  const [leader] = marks.leaders;
  const byLeader = kind.id === 'instruction' ? leader?.level : undefined;
  const told = fields.level !== undefined && !assumed.includes('level');
  const byOffice = told ? undefined : prefixes.find(([pattern]) => pattern.test(marks.text))?.[1];
  const visitor = typeof fields.visitor === 'string' ? fields.visitor : '';
  const byPlace =
    !told && Object.hasOwn(field.choices ?? {}, 'county') && /[县区]$/.test(visitor) ? 'county' : undefined;
  const won = Object.hasOwn(kind.fields, 'recipient') ? titleWon.exec(marks.text)?.[1] : undefined;
  const byTitle =
    !told && won ? ({ 省: 'provincial', 市: 'municipal', 区: 'district' } as Record<string, string>)[won] : undefined;
  const byOwn =
    !told && Object.hasOwn(kind.fields, 'recipient') && /(?:^|[\s,。])区(?!长)[\u4e00-\u9fff]{2}/.test(marks.text)
      ? 'district'
      : undefined;
  const level = byLeader ?? byOffice ?? byTitle ?? byPlace ?? byOwn;
  if (level === undefined || !Object.hasOwn(field.choices ?? {}, level)) return;
  fields.level = level;
  if (assumed.includes('level')) assumed.splice(assumed.indexOf('level'), 1);
}

function unitOf(kind: RecordKind, roles: UnitRoles, fields: Readonly<Record<string, Value>>): string | undefined {
  if (unitless.has(kind.id)) return undefined;
  // Who judges is no party.
  if (kind.id === 'litigation' && /法院$/.test(roles.main?.name ?? '')) return undefined;
  const own = unitFieldOf(kind);
  if (own !== undefined) return typeof fields[own] === 'string' ? String(fields[own]) : undefined;
  // Where the unit has a field under another meaning (来文单位, 来访单位), the column stays empty.
  if (Object.values(kind.fields).some((field) => field.type === 'unit' || field.type === 'units')) return undefined;
  return Object.hasOwn(kind.fields, 'visitor') ? undefined : roles.main?.name;
}

/** What is told of a record that is known only once it goes on: how it ended, what it scored, how content they were. */
export function laterFields(kind: RecordKind, marks: Marks, context: Context): Record<string, Value> {
  const { fields, assumed } = readFields(kind, marks, context);
  const brought = new Set(Object.values(kind.life.moves).flatMap((move) => move.sets ?? []));
  const later = Object.entries(fields).filter(([name]) => {
    const field = kind.fields[name];
    const isName = field?.type === 'unit' || field?.type === 'units' || field?.type === 'person';
    return (brought.has(name) || field?.later === true) && !assumed.includes(name) && !isName && !identifies.has(name);
  });
  return Object.fromEntries(later);
}
/** Brought by a move, and yet said of any record to tell which it is. */
const identifies: ReadonlySet<string> = new Set(['level', 'category', 'docType', 'docNo', 'journal', 'change']);

/** Words that only say how a thing stands are not what it is about. */
export function moodPlaces(kind: RecordKind, marks: Marks): { index: number; end: number }[] {
  return Object.entries(kind.fields).flatMap(([name, field]) =>
    field.type === 'choice' && stateFields.has(name) ? choicesIn(kind, field, marks.text).map(({ hit }) => hit) : [],
  );
}
const stateFields: ReadonlySet<string> = new Set([
  'satisfaction',
  'resultClass',
  'urgency',
  'handling',
  'outcome',
  'pace',
  'letter',
  'reply',
  'attended',
  'mode',
  'reviewed',
  'filed',
  'decision',
  'procedure',
  'nature',
]);

export function isFilled(value: Value | undefined): boolean {
  return value !== undefined && (numberIn(value) !== undefined || String(value) !== '');
}
