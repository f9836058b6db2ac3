/** Which records of the ledger a piece of a message speaks of. */
import { kindOf } from '../kinds/all.ts';
import type { Entry } from '../kinds/entry.ts';
import type { RecordKind } from '../kinds/kind.ts';
import { daysBetween } from '../time/day.ts';
import { choiceIn } from './choices.ts';
import { readCaseNos, readItemNos } from './codes.ts';
import type { Context } from './context.ts';
import { moodPlaces } from './fields.ts';
import { figuresIn } from './figures.ts';
import { likeness, weightOf } from './likeness.ts';
import type { Marks } from './marks.ts';
import { type Moved, movesIn } from './status.ts';
import { subjectParts } from './subject.ts';
import { blank } from './words.ts';

export interface Referred {
  readonly entries: readonly Entry[];
  /** More than one fits and only one is meant. */
  readonly doubtful?: true;
  /** Days named before this place describe the record, not what happened to it. */
  readonly behind: number;
}

const pointers =
  /(?:上面|上边|前面|之前|刚才|刚刚|上次|上回|上周|昨天|前天)?(?:那|这|该|此)(?:个|件|条|份|封|篇|次|场|批|项|案|宗)(?!是|都是)|(?:上|前)一?[条件](?=[\s,。]|$|的|已|办|答|退)|\b(?:that|this|the (?:last|previous))\s/i;
/** What is told as new is not looked up. */
const isNew =
  /新(?:增|收|立|来|接|提案|建议|督办)|又?(?:来|收|接|立|转来|报来|送来|交来|登记|受理)(?:到|了)?(?:个|一|1|两|2|\d)|第?\s*一[件条批篇封]|[\d一两二三四五六七八九十]+\s*[件条篇封批宗份起]|\b(?:a|an|one|new|two|three|\d+)\s+(?:new\s+)?[a-z]/i;

export function referredBy(marks: Marks, kind: RecordKind | undefined, context: Context): Referred | undefined {
  const numbered = marks.ledgerNos.flatMap((code) => context.find({ no: code.value })).filter((entry) => !entry.void);
  if (numbered.length > 0) return { entries: numbered, behind: 0 };
  const coded = byCode(marks, kind, context);
  if (coded.length > 0) return { entries: coded, behind: 0 };
  const titled = byTitle(marks, context);
  if (titled) return titled;
  const pointer = pointers.exec(marks.text);
  if (context.repliedTo.length > 0) return byReply(marks, kind, context);
  if (pointer) {
    const at = { context, at: pointer.index, said: pointer[0] };
    return byPointer(marks, kind, at) ?? otherKind(byPointer(marks, undefined, at), marks);
  }
  return byDescription(marks, kind, context) ?? (kind && byOtherWords(marks, kind, context));
}

function byCode(marks: Marks, kind: RecordKind | undefined, context: Context): Entry[] {
  const days = marks.times.map((time) => ({ index: time.index, end: time.index + time.text.length }));
  const fields = kind?.fields ?? kindOf('proposal')?.fields ?? {};
  const found: Entry[] = [];
  const add = (name: string, value: string): void => {
    if (kind && !Object.hasOwn(fields, name)) return;
    const entries = context.find({ ...(kind ? { kind: kind.id } : {}), codes: { [name]: value } });
    const fitting = entries.filter((entry) => sameSource(entry, marks.text));
    const entry = fitting[0];
    if (entry && !found.some((other) => other.no === entry.no)) found.push(entry);
  };
  for (const code of marks.docNos) add('docNo', code.value);
  for (const code of readCaseNos(marks.text, days)) add('caseNo', code.value);
  if (kind && Object.hasOwn(fields, 'itemNo')) for (const code of readItemNos(marks.text)) add('itemNo', code.value);
  return found;
}

/** A name in 《》 that a record bears already. */
function byTitle(marks: Marks, context: Context): Referred | undefined {
  for (const title of marks.titles) {
    const entries = context
      .find({ words: [title.text] })
      .filter((entry) => entry.title === title.text && kindOf(entry.kind)?.life.states[entry.status]?.open);
    const possible = entries.filter((entry) => canHappen(entry, marks.text));
    if (possible.length === 1) return { entries: possible, behind: 0 };
  }
  return undefined;
}

/** 12号建议 and 12号提案 are two cases. */
function sameSource(entry: Entry, text: string): boolean {
  const kind = kindOf(entry.kind);
  const field = kind?.fields.source;
  if (!kind || field?.type !== 'choice' || entry.fields.source === undefined) return true;
  const told = choiceIn(kind, field, text)?.id;
  return told === undefined || told === entry.fields.source;
}

function byReply(marks: Marks, kind: RecordKind | undefined, context: Context): Referred {
  const all = context.repliedTo.filter((entry) => !kind || entry.kind === kind.id);
  const pool = all.length > 0 ? all : context.repliedTo;
  if (pool.length === 1 || /都|全部|均/.test(marks.text)) return { entries: pool, behind: 0 };
  const best = bestOf(pool, descriptionOf(marks, kind ?? kindOf(pool[0]!.kind)), 0.5);
  return best.length === 1 ? { entries: best, behind: 0 } : { entries: pool, doubtful: true, behind: 0 };
}

/** Told as new, or counted; a figure that only measures the thing (100份) counts nothing. */
function soundsNew(marks: Marks, kind: RecordKind): boolean {
  const measures = Object.values(figuresIn(kind, marks).fields);
  return isNew.test(blank(marks.text, measures).replace(/《[^》]*》/g, ''));
}

/** 汛期值守通知发出去了 sounds like duty, but it is the paper that was being written. */
function byOtherWords(marks: Marks, kind: RecordKind, context: Context): Referred | undefined {
  const fitting = context.recent.filter((entry) => {
    const own = kindOf(entry.kind);
    if (!own || own === kind || !own.life.states[entry.status]?.open || soundsNew(marks, own)) return false;
    const goes = movesIn(own, marks.text).some((moved) => goesOn(moved) && moved.declared.from.includes(entry.status));
    const description = descriptionOf(marks, own);
    return goes && weightOf(description) >= 4 && likeness(description, entry) >= 0.8;
  });
  return fitting.length === 1 ? { entries: fitting, behind: 0 } : undefined;
}

/** 环评报告那件申请延期 领导批了: what happened besides may sound like another kind. */
function otherKind(referred: Referred | undefined, marks: Marks): Referred | undefined {
  return referred && !referred.doubtful && referred.entries.every((entry) => canHappen(entry, marks.text))
    ? referred
    : undefined;
}

function byPointer(
  marks: Marks,
  kind: RecordKind | undefined,
  given: { context: Context; at: number; said: string },
): Referred | undefined {
  const { context, at, said } = given;
  const behind = at + said.length;
  const before = marks.text.slice(0, at);
  const description = (
    descriptionOf({ ...marks, text: marks.text.slice(0, behind) }, kind) || descriptionOf(marks, kind)
  ).trim();
  const pool = poolOf(kind, context);
  if (weightOf(description) < 2) {
    const [latest] = pool.filter((entry) => canHappen(entry, marks.text));
    return latest && before.trim().length < 12 ? { entries: [latest], behind } : undefined;
  }
  return matched(description, kind, { context, least: 0.55, behind });
}

function byDescription(marks: Marks, kind: RecordKind | undefined, context: Context): Referred | undefined {
  if (!kind) return byDescriptionAlone(marks, context);
  const units = marks.units.map((unit) => unit.name);
  const known = poolOf(kind, context).some((entry) => entry.unit !== undefined && units.includes(entry.unit));
  const moves = movesIn(kind, marks.text).filter((moved) => goesOn(moved) || (known && moved.move === 'submit'));
  if (moves.length === 0) return undefined;
  const several = severalIn(marks, kind, context);
  if (several) return several;
  const definite = /^the\s/i.test(marks.text);
  if (!definite && soundsNew(marks, kind)) return undefined;
  const description = descriptionOf(marks, kind);
  if (weightOf(description) < (known ? 2 : 4)) return undefined;
  const found = matched(description, kind, { context, least: definite ? 0.6 : 0.8, behind: 0, units });
  if (found?.entries.every((entry) => canHappen(entry, marks.text))) return found;
  return definite ? byDescriptionAlone(marks, context) : undefined;
}

/** A new matter is given to a unit too; only one given anew is an old one. */
function goesOn({ move, said }: Moved): boolean {
  if (move === 'log' || move === 'amend' || move === 'submit') return false;
  return move !== 'assign' || /改|重新|再/.test(said);
}

/** Without a kind's name the words must fit a record of this conversation well, and what is told must be able to happen to it. */
function byDescriptionAlone(marks: Marks, context: Context): Referred | undefined {
  const fitting = context.recent.filter((entry) => {
    const kind = kindOf(entry.kind);
    if (!kind) return false;
    const moves = movesIn(kind, marks.text).filter((moved) => goesOn(moved));
    const adds = /加(?:个|上|了|一)|增加|追加|补充/.test(marks.text) && kind.fields.coUnits !== undefined;
    if (!adds && (moves.length === 0 || !canHappen(entry, marks.text))) return false;
    const description = descriptionOf(marks, kind);
    return weightOf(description) >= 4 && likeness(description, entry) >= (adds ? 0.5 : 0.7);
  });
  const [first] = fitting;
  if (!first) return undefined;
  return fitting.length === 1 ? { entries: [first], behind: 0 } : { entries: fitting, doubtful: true, behind: 0 };
}

/** 码头扬尘和城东黑臭水体两件督办都销号了 speaks of two. */
function severalIn(marks: Marks, kind: RecordKind, context: Context): Referred | undefined {
  if (!/[两二三四五六2-6](?:个|件|条|份|封|项|宗)/.test(marks.text)) return undefined;
  const names = descriptionOf(marks, kind)
    .split(/\s|和|与|及|、/)
    .filter((name) => weightOf(name) >= 3);
  if (names.length < 2) return undefined;
  const entries = names.map((name) => matched(name, kind, { context, least: 0.6, behind: 0 })?.entries[0]);
  return entries.every((entry): entry is Entry => entry !== undefined) ? { entries, behind: 0 } : undefined;
}

function matched(
  description: string,
  kind: RecordKind | undefined,
  given: { context: Context; least: number; behind: number; units?: readonly string[] },
): Referred | undefined {
  const { context, least, behind } = given;
  const near = bestOf(poolOf(kind, context), description, least, given.units);
  const words = description.split(/\s+/).filter((word) => word.length >= 2);
  const found =
    near.length > 0
      ? near
      : bestOf(context.find({ ...(kind ? { kind: kind.id } : {}), words }), description, Math.max(least, 0.6));
  if (found.length === 0) return undefined;
  return found.length === 1 ? { entries: found, behind } : { entries: found, doubtful: true, behind };
}

/** The entries that fit best; several only where none is better. Open ones go before closed ones. */
function bestOf(entries: readonly Entry[], description: string, least: number, units: readonly string[] = []): Entry[] {
  // The unit of the record speaks for it where half of the words fit.
  const fitOf = (entry: Entry): number => {
    const score = likeness(description, entry);
    return score >= 0.45 && entry.unit !== undefined && units.includes(entry.unit) ? score + 0.35 : score;
  };
  const scored = entries
    .filter((entry) => !entry.void && entry.status !== 'withdrawn')
    .map((entry) => ({ entry, score: fitOf(entry) }))
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score);
  const top = scored[0]?.score ?? 0;
  const best = scored.filter(({ score }) => score > top - 0.05).map(({ entry }) => entry);
  const open = best.filter((entry) => kindOf(entry.kind)?.life.states[entry.status]?.open);
  return open.length > 0 ? open : best;
}

function poolOf(kind: RecordKind | undefined, context: Context): Entry[] {
  return context.recent.filter((entry) => !kind || entry.kind === kind.id);
}

/** What is said of the record besides what happened to it. */
function descriptionOf(marks: Marks, kind: RecordKind | undefined): string {
  const model = kind ?? kindOf('letter');
  if (!model) return '';
  const places = [
    ...marks.units,
    ...marks.leaders,
    ...movesIn(model, marks.text),
    ...(kind ? moodPlaces(kind, marks) : []),
  ];
  return subjectParts(model, marks, places).join(' ');
}

const soon = 45;

/** Whether one of the moves told can happen to the record as it stands. */
export function canHappen(entry: Entry, text: string): boolean {
  const kind = kindOf(entry.kind);
  if (!kind) return false;
  return movesIn(kind, text).some(({ move, declared }) => {
    if (move === 'hold' || move === 'cancel') return entry.status === 'planned';
    if (move === 'log') return false;
    return declared.from.length === 0 || declared.from.includes(entry.status) || declared.to !== entry.status;
  });
}

/** Planned things of about this day: what took place, or did not, was one of them. */
export function plannedNear(kind: RecordKind | undefined, day: string, context: Context): Entry[] {
  return poolOf(kind, context).filter(
    (entry) => entry.status === 'planned' && Math.abs(daysBetween(entry.on, day)) <= soon,
  );
}
