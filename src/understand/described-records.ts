/** The records that words describe: by what they are about, by the unit that has them, by what they wait for. */

import { kindOf } from '../kinds/all.ts';
import type { Entry } from '../kinds/entry.ts';
import { type RecordKind, unitFieldOf } from '../kinds/kind.ts';
import {
  arrives,
  canHappen,
  goesOn,
  happensTo,
  isGiven,
  isOpen,
  isToldAgain,
  poolOf,
  soundsNew,
  tells,
} from './can-happen.ts';
import { choiceIn } from './choices.ts';
import type { Context } from './context.ts';
import { descriptionOf } from './described.ts';
import { laterFields } from './fields.ts';
import { figuresIn } from './figures.ts';
import { kindsIn } from './kind-of.ts';
import { likeness, weightOf } from './likeness.ts';
import type { Marks } from './marks.ts';
import { inOrder, latestRow } from './rows.ts';
import { movesIn } from './status.ts';
import { concerns, unitRoles, unitsTold } from './unit-roles.ts';

export interface Referred {
  readonly entries: readonly Entry[];
  /** More than one fits and only one is meant. */
  readonly doubtful?: true;
  /** It was called by its number, so that nothing else can be meant. */
  readonly coded?: true;
  /** Days named before this place describe the record, not what happened to it. */
  readonly behind: number;
}

/** Several are asked about in the order in which they were told. */
export function oneOf(entries: readonly Entry[], behind: number): Referred {
  return entries.length === 1 ? { entries, behind } : { entries: inOrder(entries), doubtful: true, behind };
}

function openFirst(entries: readonly Entry[]): readonly Entry[] {
  const open = entries.filter(isOpen);
  return open.length > 0 ? open : entries;
}

const thing =
  /^(?:信访件|来信|信件|信|文件|来文|文|会议|会|事情|事儿|事|案子|案件|官司|单子|材料|稿子|件|活动|培训|任务|问题|item|one|case|letter|proposal|document|request|matter|meeting|piece)/;

/** 刚立的那件: when it was told is no description of it. */
const toldLately =
  /(?:刚刚?|刚才|今天|昨天|早上|上午|下午|才)+(?:新?(?:立|收|记|报|登|交|发|来|说|提|讲|办)(?:到|上|过)?|登记|交办|转来)的\s*$/;

export function byPointer(
  marks: Marks,
  kind: RecordKind | undefined,
  given: { context: Context; pointer: { index: number; end: number } },
): Referred | undefined {
  const { context, pointer } = given;
  const behind = pointer.end;
  const before = marks.text.slice(0, pointer.index).replace(toldLately, (said) => ' '.repeat(said.length));
  // What is pointed at by the name of any such thing (那封信, 那个事) is not described by it.
  const rest = marks.text.slice(behind).replace(thing, (said) => ' '.repeat(said.length));
  const plain = `${before}${' '.repeat(behind - pointer.index)}${rest}`;
  const description = (
    descriptionOf({ ...marks, text: before }, kind) ||
    (adding.test(rest) ? '' : descriptionOf({ ...marks, text: plain }, kind))
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
  const able = pool.filter((entry) => tells(entry, marks, context) || addsUnit(entry, marks.text));
  const [latest] = able;
  if (!latest || before.trim().length >= 12) return undefined;
  const row = latestRow(context, (entry) => able.includes(entry));
  const bare = /^(?:就)?[那该此]/.test(marks.text.slice(pointer.index, pointer.end)) && before.trim() === '';
  // Days later 那封信 may be any of those told together; a moment later it is the last one.
  return bare && row.length > 1 && isLongAgo(latest, context)
    ? { entries: row, doubtful: true, behind }
    : { entries: [latest], behind };
}

const calledThing =
  '(?:complaint|request|item|task|application|instruction|proposal|suggestion|letter|notice|document|case|lawsuit|ruling|report|shortcoming|rules?|speech|meeting|training|inspection|paper|matter)s?';
/** The noisy bar complaint, hillside drainage item has been: called as a thing that is known. */
const definitely = new RegExp(
  `^the\\s|\\bthe (?!same\\b|mayor\\b)(?:[\\w'-]+ ){1,5}${calledThing}\\b|^[A-Z][\\w' -]{3,50} ${calledThing} (?:has|have|was|were|is|are|now|got)\\b`,
  'i',
);

const counted = /^(?:\d|an?\b|one|two|three|four|five|six|seven|eight|nine|ten|another|new|several)/i;

function isDefinite(text: string): boolean {
  if (/^the\s/i.test(text)) return true;
  return definitely.test(text) && !arrives.test(text) && !counted.test(text);
}

function isLongAgo(entry: Entry, { now }: Context): boolean {
  return now.getTime() - Date.parse(entry.at) > 60 * 60_000;
}

/** 加个会办单位: what is added to a record happens to it. */
function addsUnit(entry: Entry, text: string): boolean {
  return adding.test(text) && kindOf(entry.kind)?.fields.coUnits !== undefined;
}

const adding = /加(?:个|上|了|一)|增加|追加|补充/;

export function byDescription(marks: Marks, kind: RecordKind | undefined, context: Context): Referred | undefined {
  if (!kind) return byDescriptionAlone(marks, context);
  const units = unitsTold(marks).map((unit) => unit.name);
  const known = poolOf(kind, context).some((entry) => entry.unit !== undefined && units.includes(entry.unit));
  const definite = isDefinite(marks.text);
  const moves = movesIn(kind, marks.text).filter(
    (moved) =>
      goesOn(moved) || ((known || definite) && moved.move === 'submit') || (definite && moved.move === 'assign'),
  );
  if (moves.length === 0)
    return handedOn(marks, kind, context) ?? decidedOn(marks, kind, context) ?? byOtherKinds(marks, kind, context);
  if (!definite && soundsNew(marks, kind)) return undefined;
  const description = descriptionOf(marks, kind);
  if (weightOf(description) < 2) return undefined;
  const found =
    weightOf(description) < (known || definite ? 2 : 4)
      ? namedWhole(description, kind, context)
      : matched(description, kind, { context, least: definite ? 0.6 : 0.8, behind: 0, units });
  // 调整安委会成员的通知 is not the one about the 防指, though all other words are the same.
  const told = unitsTold(marks);
  const ofOthers =
    unitFieldOf(kind) === undefined &&
    told.length > 0 &&
    found?.entries.some((entry) => entry.unit !== undefined && !told.some((unit) => concerns(entry, unit)));
  if (ofOthers) return undefined;
  if (found?.entries.every((entry) => canHappen(entry, marks.text) || isToldAgain(entry, moves, context))) return found;
  return definite ? byDescriptionAlone(marks, context) : byOtherKinds(marks, kind, context);
}

/** 欠薪批示转人社局了, 扫地车请示呈给马副区长了: what came in and waits to be given to somebody has been given to him. */
function handedOn(marks: Marks, kind: RecordKind, context: Context): Referred | undefined {
  if (arrives.test(marks.text) || poolOf(kind, context).length === 0 || soundsNew(marks, kind)) return undefined;
  const told = movesIn(kind, marks.text).map(({ move }) => move);
  const { led, main } = unitRoles(kind, marks);
  const moves = [
    ...(led || told.includes('assign') ? ['assign'] : []),
    ...(told.includes('submit') || putBefore(marks) ? ['submit'] : []),
  ];
  if (moves.length === 0) return undefined;
  const passedOn =
    led && /[转交派分](?:给|由|办|到|办给)?\S{2,10}/.test(marks.text) && !/主办|牵头|承办/.test(marks.text);
  const description = descriptionOf(marks, kind);
  const weight = weightOf(description);
  if (weight < 2) return undefined;
  const waiting = poolOf(kind, context).filter(
    (entry) =>
      !entry.void &&
      (canBeGiven(entry, kind, moves) || (passedOn && isOpen(entry) && main !== undefined && !concerns(entry, main))) &&
      likeness(description, entry) >= (weight < 4 ? 1 : 0.8),
  );
  return waiting.length > 0 ? oneOf(waiting, 0) : undefined;
}

/** 泵站请示 区长意见转常务会研究: what it is about stands first, and what is known only later is told of it. */
function decidedOn(marks: Marks, kind: RecordKind, context: Context): Referred | undefined {
  if (!namesKind(marks.text, kind) || arrives.test(marks.text)) return undefined;
  const open = poolOf(kind, context).filter((entry) => !entry.void && isOpen(entry) && entry.status !== 'planned');
  if (open.length === 0 || soundsNew(marks, kind)) return undefined;
  const [about = ''] = descriptionOf(marks, kind).split(/\s+/);
  if (weightOf(about) < 2) return undefined;
  const waiting = open.filter((entry) => likeness(about, entry) === 1);
  if (waiting.length === 0 || Object.keys(laterFields(kind, marks, context)).length === 0) return undefined;
  return oneOf(waiting, 0);
}

/** 应急泵请示送区长了: put before a leader, whatever the verb. */
export function putBefore(marks: Marks): boolean {
  return marks.leaders.some(({ index }) =>
    /[送呈报递拿交](?:给|到|请|上)?$/.test(marks.text.slice(Math.max(0, index - 3), index)),
  );
}

function canBeGiven(entry: Entry, kind: RecordKind, moves: readonly string[]): boolean {
  return moves.some((move) => {
    const declared = kind.life.moves[move];
    return declared?.from.includes(entry.status) === true && declared.to !== entry.status;
  });
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
export function byLater(marks: Marks, context: Context): Referred | undefined {
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
    // 防潮的问题整改好了: two characters are enough where they stand in it as they are and it waits for that.
    if (weightOf(description) === 2) return isOpen(entry) && entry.title.includes(description.trim());
    return weightOf(description) >= 4 && likeness(description, entry) >= (adds ? 0.5 : 0.7);
  });
  return fitting.length > 0 ? oneOf(fitting, 0) : byUnitAlone(marks, context);
}

/** 教育局答复了: one record of this conversation waits for that from that unit. */
function byUnitAlone(marks: Marks, context: Context): Referred | undefined {
  const units = unitsTold(marks);
  if (units.length === 0 || marks.numbers.length > 0 || arrives.test(marks.text)) return undefined;
  const waiting = context.recent.filter((entry) => {
    const kind = kindOf(entry.kind);
    if (!kind || entry.void || !isOpen(entry) || entry.status === 'planned') return false;
    const moves = movesIn(kind, marks.text).filter((moved) => goesOn(moved) && moved.declared.to !== entry.status);
    const description = descriptionOf(marks, kind);
    const fits = weightOf(description) < 2 || likeness(description, entry) === 1;
    return fits && moves.length > 0 && units.some((unit) => concerns(entry, unit));
  });
  return waiting.length > 0 ? oneOf(waiting, 0) : undefined;
}

/** 城管局的请示批了, 讲话稿定稿了: nothing new is told of it but what happened, so it is one that waits for that. */
export function byUnit(marks: Marks, kind: RecordKind, context: Context): Referred | undefined {
  if (arrives.test(marks.text) || !namesKind(marks.text, kind) || poolOf(kind, context).length === 0) return undefined;
  if (soundsNew(marks, kind)) return undefined;
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
export function namesKind(text: string, kind: RecordKind): boolean {
  return kindsIn(text).some((scored) => scored.kind === kind && scored.strength !== 'maybe');
}

/** 汛期值守通知发出去了 sounds like duty, but it is the paper that was being written. */
export function byOtherWords(marks: Marks, kind: RecordKind, context: Context): Referred | undefined {
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

/** 环评报告那件申请延期 领导批了: what happened besides may sound like another kind. */
export function otherKind(referred: Referred | undefined, marks: Marks): Referred | undefined {
  return referred && !referred.doubtful && referred.entries.every((entry) => canHappen(entry, marks.text))
    ? referred
    : undefined;
}

export function matched(
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
export function bestOf(
  entries: readonly Entry[],
  description: string,
  least: number,
  units: readonly string[] = [],
): Entry[] {
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

/** 12号建议 and 12号提案 are two cases. */
export function sameSource(entry: Entry, text: string): boolean {
  const kind = kindOf(entry.kind);
  const field = kind?.fields.source;
  if (!kind || field?.type !== 'choice' || entry.fields.source === undefined) return true;
  // 代表不满意 tells who put it forward as people call him, not which of the two it is.
  const told = choiceIn(
    kind,
    field,
    text.replace(
      /(?<!人大)代表(?!建议)|(?<!政协)委员(?!提案)|\b(?:deput(?:y|ies)|members?)\b(?!['’]? (?:suggestion|proposal))/gi,
      '  ',
    ),
  )?.id;
  return told === undefined || told === entry.fields.source;
}
