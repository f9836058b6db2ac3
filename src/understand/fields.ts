/** Reads everything a kind declares out of one item: choices, figures, units, leaders, codes and texts. */
import { type Field, numberIn, type RecordKind, unitFieldOf, type Value } from '../kinds/kind.ts';
import { numberOf } from '../numbers.ts';
import { type ChoiceAsked, choiceTold, moodPlaces } from './choice-told.ts';
import { choicesIn } from './choices.ts';
import { type CodeSpan, readCaseNos, readIssueNos, readItemNos } from './codes.ts';
import type { Context } from './context.ts';
import { type Figure, type Figures, figuresIn } from './figures.ts';
import { isEnglish } from './language.ts';
import { inferLevel } from './level-inferred.ts';
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
      titleOf(kind, marks, title) ||
      // 开了安委会: the body is called as its meeting is.
      (kind.id === 'meeting' && roles.main?.said.endsWith('会') ? roles.main.said : '') ||
      (typeof fields.topic === 'string' && !isEnglish(marks.text) ? fields.topic : ''),
    ...(figures.quantity ? { quantity: figures.quantity } : {}),
    figures,
    codes,
    assumed,
    parts,
  };
}

interface Asked extends ChoiceAsked {
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
      return choiceTold(asked);
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

export function isFilled(value: Value | undefined): boolean {
  return value !== undefined && (numberIn(value) !== undefined || String(value) !== '');
}
