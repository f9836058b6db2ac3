/** Which records of the ledger a piece of a message speaks of: by number, by place, by pointing, by unit or by what they are about. */
import { kindOf } from '../kinds/all.ts';
import type { Entry } from '../kinds/entry.ts';
import type { RecordKind } from '../kinds/kind.ts';
import { daysBetween } from '../time/day.ts';
import { choiceIn } from './choices.ts';
import { readCaseNos, readItemNos } from './codes.ts';
import type { Context } from './context.ts';
import { bornOn, descriptionOf, placesIn, pointerIn, severalIn } from './described.ts';
import { laterFields } from './fields.ts';
import { figuresIn } from './figures.ts';
import { kindsIn } from './kind-of.ts';
import { likeness, weightOf } from './likeness.ts';
import type { Marks } from './marks.ts';
import { atPlaces, inOrder, latestRow } from './rows.ts';
import { type Moved, movesIn } from './status.ts';
import { concerns, unitsTold } from './unit-roles.ts';
import { blank } from './words.ts';

export interface Referred {
  readonly entries: readonly Entry[];
  /** More than one fits and only one is meant. */
  readonly doubtful?: true;
  /** It was called by its number, so that nothing else can be meant. */
  readonly coded?: true;
  /** Days named before this place describe the record, not what happened to it. */
  readonly behind: number;
}

/** What is told as new is not looked up. */
const isNew =
  /新(?:增|收|立|来|接|提案|建议|督办)|又?(?:来|收|接|立|转来|报来|送来|交来|登记|受理)(?:到|了)?(?:个|一|1|两|2|\d)|第?\s*一[件条批篇封]|[\d一两二三四五六七八九十]+\s*[件条篇封批宗份起]|\b(?:a|an|one|new|two|three|\d+)\s+(?:new\s+)?[a-z]/i;
const arrives = /新(?:增|收|立|来|接)|收到|接到|收了|转来|报来|送来|来了|立了/;

export function referredBy(marks: Marks, kind: RecordKind | undefined, context: Context): Referred | undefined {
  const numbered = marks.ledgerNos.flatMap((code) => context.find({ no: code.value })).filter((entry) => !entry.void);
  if (numbered.length > 0) return { entries: numbered, coded: true, behind: 0 };
  const coded = byCode(marks, kind, context);
  if (coded.length > 0) return { entries: coded, coded: true, behind: 0 };
  const placed = byTitle(marks, context) ?? byPlace(marks, kind, context) ?? byNumberOf(marks, kind, context);
  if (placed) return placed;
  if (context.repliedTo.length > 0) return byReply(marks, kind, context);
  const pointer = pointerIn(marks.text);
  if (pointer)
    return (
      byPointer(marks, kind, { context, pointer }) ??
      otherKind(byPointer(marks, undefined, { context, pointer }), marks)
    );
  return (
    byDescription(marks, kind, context) ??
    byLater(marks, context) ??
    (kind && (byUnit(marks, kind, context) ?? byOtherWords(marks, kind, context)))
  );
}

function byCode(marks: Marks, kind: RecordKind | undefined, context: Context): Entry[] {
  const days = marks.times.map((time) => ({ index: time.index, end: time.index + time.text.length }));
  const fields = kind?.fields ?? kindOf('proposal')?.fields ?? {};
  const found: Entry[] = [];
  const add = (name: string, value: string): void => {
    if (kind && !Object.hasOwn(fields, name)) return;
    const entries = context.find({ ...(kind ? { kind: kind.id } : {}), codes: { [name]: value } });
    const fitting = entries.filter((entry) => sameSource(entry, marks.text) && !isNamesake(entry, marks));
    const entry = fitting[0];
    if (entry && !found.some((other) => other.no === entry.no)) found.push(entry);
  };
  for (const code of marks.docNos) add('docNo', code.value);
  for (const code of readCaseNos(marks.text, days)) add('caseNo', code.value);
  if (kind && Object.hasOwn(fields, 'itemNo')) for (const code of readItemNos(marks.text)) add('itemNo', code.value);
  const bare = /^(\d{2,4})(?:件)?(?=[\u4e00-\u9fff])(?![号条个份篇次年月日点人家处期批场])/.exec(marks.text)?.[1];
  // 701答复了: a number alone is one of those just spoken of.
  if (found.length === 0 && bare && marks.times.length === 0)
    for (const entry of context.recent)
      if (entry.fields.caseNo === bare && canHappen(entry, marks.text)) return [entry];
  return found;
}

/** Numbers begin anew each year: one that is told with quite another matter is another case. */
function isNamesake(entry: Entry, marks: Marks): boolean {
  const kind = kindOf(entry.kind);
  if (!kind || entry.title === '' || pointerIn(marks.text)) return false;
  if (!arrives.test(marks.text) && !/主办|牵头|承办|独办|交给|交由|\blead/i.test(marks.text)) return false;
  if (/[加改换补]|移/.test(marks.text.replace(/改造|改革|改善/g, '')) || movesIn(kind, marks.text).some(goesOn))
    return false;
  const description = descriptionOf(marks, kind);
  return weightOf(description) >= 4 && likeness(description, entry) < 0.5;
}

/** A name in 《》 that a record bears already. */
function byTitle(marks: Marks, context: Context): Referred | undefined {
  for (const title of marks.titles) {
    const entries = context
      .find({ words: [title.text] })
      .filter((entry) => entry.title === title.text && isOpen(entry));
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
  // 代表不满意 tells who put it forward as people call him, not which of the two it is.
  const told = choiceIn(kind, field, text.replace(/(?<!人大)代表(?!建议)|(?<!政协)委员(?!提案)/g, '  '))?.id;
  return told === undefined || told === entry.fields.source;
}

/** 第二件答复了, 前两件办结了: by the place in the row told last. */
function byPlace(marks: Marks, kind: RecordKind | undefined, context: Context): Referred | undefined {
  const places = placesIn(marks.text);
  if (!places) return undefined;
  const row = latestRow(context, (entry) =>
    kind && namesKind(marks.text, kind) ? entry.kind === kind.id : tells(entry, marks, context),
  );
  const entries = atPlaces(row, places);
  const [first] = entries;
  if (!first) return undefined;
  // 第二件文旅局答复了: the unit must be the one of the second.
  const units = unitsTold(marks);
  const others = row.filter((entry) => !entries.includes(entry) && units.some((unit) => concerns(entry, unit)));
  const fits = units.length === 0 || entries.some((entry) => units.some((unit) => concerns(entry, unit)));
  if (!fits && others.length > 0) return { entries: [...entries, ...others], doubtful: true, behind: places.end };
  return { entries, behind: places.end };
}

/** 那两件都办完了, 城管局的提案全部答复了: several at once, as many as are said or all there are. */
function byNumberOf(marks: Marks, kind: RecordKind | undefined, context: Context): Referred | undefined {
  const several = severalIn(marks.text);
  if (!several || arrives.test(marks.text)) return undefined;
  const born = bornOn(marks);
  const units = unitsTold(marks);
  const named = namedEach(marks, kind, context, several.count);
  if (named) return named;
  const fitting = (pool: readonly Entry[]) =>
    pool.filter(
      (entry) =>
        (!kind || entry.kind === kind.id) &&
        (units.length === 0 || units.some((unit) => concerns(entry, unit))) &&
        (!born || entry.on === born.day || entry.at.startsWith(born.day)) &&
        goesOnWith(entry, marks.text),
    );
  const replied = fitting(context.repliedTo);
  const own = replied.length > 0 ? replied : fitting(context.recent);
  const row = own.length > 0 ? latestRow({ ...context, recent: own, repliedTo: [] }, () => true) : [];
  const behind = born?.end ?? 0;
  if (several.count === 'all') {
    const told = units.length > 0 || born !== null || replied.length > 0;
    return told && own.length > 0 ? { entries: own, behind } : undefined;
  }
  if (own.length === several.count) return { entries: own, behind };
  return row.length === several.count ? { entries: row, behind } : undefined;
}

/** 码头扬尘和城东黑臭水体两件督办都销号了: every one by its name. */
function namedEach(
  marks: Marks,
  kind: RecordKind | undefined,
  context: Context,
  count: number | 'all',
): Referred | undefined {
  if (count === 'all') return undefined;
  const names = descriptionOf(marks, kind)
    .split(/\s|和|与|及|、/)
    .filter((name) => weightOf(name) >= 3);
  if (names.length !== count) return undefined;
  const entries = names.map((name) => matched(name, kind, { context, least: 0.6, behind: 0 })?.entries[0]);
  return entries.every((entry): entry is Entry => entry !== undefined) ? { entries, behind: 0 } : undefined;
}

function byReply(marks: Marks, kind: RecordKind | undefined, context: Context): Referred {
  const all = context.repliedTo.filter((entry) => !kind || entry.kind === kind.id);
  const pool = all.length > 0 ? all : context.repliedTo;
  if (pool.length === 1 || /都|全部|均|\b(?:all|both)\b/i.test(marks.text)) return { entries: pool, behind: 0 };
  const best = bestOf(pool, descriptionOf(marks, kind ?? kindOf(pool[0]!.kind)), 0.5);
  if (best.length === 1) return { entries: best, behind: 0 };
  const units = unitsTold(marks);
  const charged = pool.filter((entry) => units.some((unit) => concerns(entry, unit)));
  return charged.length === 1 ? { entries: charged, behind: 0 } : { entries: pool, doubtful: true, behind: 0 };
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
    if (!own || own === kind || !isOpen(entry) || soundsNew(marks, own)) return false;
    const description = descriptionOf(marks, own);
    return (
      weightOf(description) >= 4 && likeness(description, entry) >= 0.8 && happensTo(entry, movesIn(own, marks.text))
    );
  });
  return fitting.length === 1 ? { entries: fitting, behind: 0 } : undefined;
}

function happensTo(entry: Entry, moves: readonly Moved[]): boolean {
  return moves.some(
    (moved) =>
      (goesOn(moved) && moved.declared.from.includes(entry.status)) ||
      (goesOn(moved) && moved.declared.from.length === 0 && moved.declared.sets !== undefined),
  );
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
  given: { context: Context; pointer: { index: number; end: number } },
): Referred | undefined {
  const { context, pointer } = given;
  const behind = pointer.end;
  const before = marks.text.slice(0, pointer.index);
  // What is pointed at by the name of any such thing (那封信, 那个事) is not described by it.
  const rest = marks.text.slice(behind).replace(thing, (said) => ' '.repeat(said.length));
  const plain = `${before}${' '.repeat(behind - pointer.index)}${rest}`;
  const description = (
    descriptionOf({ ...marks, text: before }, kind) || descriptionOf({ ...marks, text: plain }, kind)
  ).trim();
  if (weightOf(description) >= 2) {
    const found = matched(description, kind, { context, least: 0.55, behind });
    if (found) return found;
  }
  const pool = poolOf(kind, context);
  const units = unitsTold(marks).filter((unit) => unit.index < pointer.index);
  const charged = pool.filter((entry) => units.some((unit) => concerns(entry, unit)) && tells(entry, marks, context));
  if (charged.length > 0) return oneOf(openFirst(charged), behind);
  if (weightOf(description) >= 2 || units.length > 0) return undefined;
  const [latest] = pool.filter((entry) => tells(entry, marks, context));
  return latest && before.trim().length < 12 ? { entries: [latest], behind } : undefined;
}

const thing =
  /^(?:信访件|来信|信件|信|文件|来文|文|会议|会|事情|事儿|事|案子|案件|官司|单子|材料|稿子|件|活动|培训|任务|问题|item|one|case|letter|proposal|document|request|matter|meeting|piece)/;

/** Several are asked about in the order in which they were told. */
function oneOf(entries: readonly Entry[], behind: number): Referred {
  return entries.length === 1 ? { entries, behind } : { entries: inOrder(entries), doubtful: true, behind };
}

function openFirst(entries: readonly Entry[]): readonly Entry[] {
  const open = entries.filter(isOpen);
  return open.length > 0 ? open : entries;
}

function byDescription(marks: Marks, kind: RecordKind | undefined, context: Context): Referred | undefined {
  if (!kind) return byDescriptionAlone(marks, context);
  const units = unitsTold(marks).map((unit) => unit.name);
  const known = poolOf(kind, context).some((entry) => entry.unit !== undefined && units.includes(entry.unit));
  const moves = movesIn(kind, marks.text).filter((moved) => goesOn(moved) || (known && moved.move === 'submit'));
  if (moves.length === 0) return byOtherKinds(marks, kind, context);
  const definite = /^the\s/i.test(marks.text);
  if (!definite && soundsNew(marks, kind)) return undefined;
  const description = descriptionOf(marks, kind);
  if (weightOf(description) < 2) return undefined;
  const found =
    weightOf(description) < (known || definite ? 2 : 4)
      ? namedWhole(description, kind, context)
      : matched(description, kind, { context, least: definite ? 0.6 : 0.8, behind: 0, units });
  if (found?.entries.every((entry) => canHappen(entry, marks.text) || isToldAgain(entry, moves, context))) return found;
  return definite ? byDescriptionAlone(marks, context) : byOtherKinds(marks, kind, context);
}

/** What has happened already, not long ago, is told a second time: no new matter. */
function isToldAgain(entry: Entry, moves: readonly Moved[], context: Context): boolean {
  const last = moves.at(-1);
  return last?.declared.to === entry.status && daysBetween(entry.lastOn, context.today) <= soon;
}

/** 限高架督办办结: a few words that stand in the name of one record alone, which waits for that. */
function namedWhole(description: string, kind: RecordKind, context: Context): Referred | undefined {
  const whole = poolOf(kind, context).filter((entry) => !entry.void && likeness(description, entry) === 1);
  const waiting = whole.filter(isOpen);
  if (waiting.length > 0) return oneOf(waiting, 0);
  return whole.length === 1 ? { entries: whole, behind: 0 } : undefined;
}

/** 国庆安保会开了 names a service, and the meeting it was planned as. */
function byOtherKinds(marks: Marks, kind: RecordKind, context: Context): Referred | undefined {
  const found = byDescriptionAlone(marks, {
    ...context,
    recent: context.recent.filter((entry) => entry.kind !== kind.id && isOpen(entry)),
  });
  return found?.doubtful ? undefined : found;
}

/** 电梯维保的问题整改了11个: only what comes later is told, of something that is there already. */
function byLater(marks: Marks, context: Context): Referred | undefined {
  const fitting = context.recent.filter((entry) => {
    const kind = kindOf(entry.kind);
    if (!kind || entry.void || entry.status === 'planned' || soundsNew(marks, kind)) return false;
    const later = laterFields(kind, marks, context);
    const figures = figuresIn(kind, marks);
    const others = Object.keys(figures.fields).some((name) => !Object.hasOwn(later, name));
    if (Object.keys(later).length === 0 || others || figures.quantity) return false;
    if (Object.entries(later).some(([name, value]) => JSON.stringify(entry.fields[name]) === JSON.stringify(value)))
      return false;
    const description = descriptionOf(marks, kind);
    const own = unitsTold(marks).some((unit) => concerns(entry, unit));
    return weightOf(description) >= (own ? 2 : 4) && likeness(description, entry) >= 0.8;
  });
  return fitting.length > 0 ? oneOf(openFirst(fitting), 0) : undefined;
}

/** A new matter is given to a unit too; only one given anew is an old one. */
function goesOn({ move, said }: Moved): boolean {
  if (move === 'log' || move === 'amend' || move === 'submit') return false;
  return move !== 'assign' || /改|重新|再/.test(said);
}

/** Something of its life goes on: not that it is told a first time. */
function goesOnWith(entry: Entry, text: string): boolean {
  const kind = kindOf(entry.kind);
  if (!kind || entry.void) return false;
  return movesIn(kind, text).some(
    (moved) =>
      (goesOn(moved) || moved.move === 'assign' || moved.move === 'submit') &&
      (moved.declared.from.length === 0 ||
        moved.declared.from.includes(entry.status) ||
        (moved.declared.to !== undefined && moved.declared.to !== entry.status && isOpen(entry))),
  );
}

/** What waits to be given to somebody is given to him: no new matter. */
function isGiven(entry: Entry, moves: readonly Moved[]): boolean {
  return moves.some(
    ({ move, declared }) => move === 'assign' && declared.from.includes(entry.status) && declared.to !== entry.status,
  );
}

/** Without a kind's name the words must fit a record of this conversation well, and what is told must be able to happen to it. */
function byDescriptionAlone(marks: Marks, context: Context): Referred | undefined {
  const fitting = context.recent.filter((entry) => {
    const kind = kindOf(entry.kind);
    if (!kind) return false;
    const all = movesIn(kind, marks.text);
    const moves = all.filter((moved) => goesOn(moved));
    const adds = /加(?:个|上|了|一)|增加|追加|补充/.test(marks.text) && kind.fields.coUnits !== undefined;
    if (!adds && !isGiven(entry, all) && (moves.length === 0 || !canHappen(entry, marks.text))) return false;
    const description = descriptionOf(marks, kind);
    return weightOf(description) >= 4 && likeness(description, entry) >= (adds ? 0.5 : 0.7);
  });
  return fitting.length > 0 ? oneOf(fitting, 0) : undefined;
}

/** 城管局的请示批了, 讲话稿定稿了: nothing new is told of it but what happened, so it is one that waits for that. */
function byUnit(marks: Marks, kind: RecordKind, context: Context): Referred | undefined {
  if (soundsNew(marks, kind) || arrives.test(marks.text) || !namesKind(marks.text, kind)) return undefined;
  if (weightOf(descriptionOf(marks, kind)) >= 2 || marks.docNos.length > 0) return undefined;
  const units = unitsTold(marks);
  const moves = movesIn(kind, marks.text).filter((moved) => goesOn(moved));
  const waiting = poolOf(kind, context).filter(
    (entry) =>
      isOpen(entry) &&
      !entry.void &&
      sameSource(entry, marks.text) &&
      sameCategory(entry, kind, marks.text) &&
      (units.length === 0 || units.some((unit) => concerns(entry, unit))) &&
      moves.some(({ declared, move }) => declared.to !== entry.status && move !== 'hold' && move !== 'cancel'),
  );
  return waiting.length > 0 ? oneOf(waiting, 0) : undefined;
}

function sameCategory(entry: Entry, kind: RecordKind, text: string): boolean {
  return ['category', 'channel'].every((name) => {
    const field = kind.fields[name];
    const told = field?.type === 'choice' ? choiceIn(kind, field, text)?.id : undefined;
    return told === undefined || entry.fields[name] === undefined || told === entry.fields[name];
  });
}

/** Whether the kind is named beyond what may point to it. */
function namesKind(text: string, kind: RecordKind): boolean {
  return kindsIn(text).some((scored) => scored.kind === kind && scored.strength !== 'maybe');
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
  return found.length > 0 ? oneOf(found, behind) : undefined;
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
  return [...openFirst(scored.filter(({ score }) => score > top - 0.05).map(({ entry }) => entry))];
}

function poolOf(kind: RecordKind | undefined, context: Context): Entry[] {
  return context.recent.filter((entry) => !kind || entry.kind === kind.id);
}

function isOpen(entry: Entry): boolean {
  return kindOf(entry.kind)?.life.states[entry.status]?.open ?? false;
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

/** Whether something is told that a record of this kind may still learn: a move, or what is known only later. */
function tells(entry: Entry, marks: Marks, context: Context): boolean {
  if (canHappen(entry, marks.text)) return true;
  const kind = kindOf(entry.kind);
  return kind !== undefined && Object.keys(laterFields(kind, marks, context)).length > 0;
}

/** Planned things of about this day: what took place, or did not, was one of them. */
export function plannedNear(kind: RecordKind | undefined, day: string, context: Context): Entry[] {
  return poolOf(kind, context).filter(
    (entry) => entry.status === 'planned' && Math.abs(daysBetween(entry.on, day)) <= soon,
  );
}
