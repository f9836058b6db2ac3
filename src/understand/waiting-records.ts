/** Records that wait for what is told: to be given to somebody, to be decided, to bring a figure, to go on. */

import { kindOf } from '../kinds/all.ts';
import type { Entry } from '../kinds/entry.ts';
import type { RecordKind } from '../kinds/kind.ts';
import { arrives, goesOn, isOpen, poolOf, soundsNew } from './can-happen.ts';
import { choiceIn } from './choices.ts';
import type { Context } from './context.ts';
import { descriptionOf } from './described.ts';
import { laterFields } from './fields.ts';
import { figuresIn } from './figures.ts';
import { namesKind, oneOf, openFirst, type Referred, sameSource } from './fitting-records.ts';
import { likeness, weightOf } from './likeness.ts';
import type { Marks } from './marks.ts';
import { movesIn } from './status.ts';
import { concerns, unitRoles, unitsTold } from './unit-roles.ts';

/** 欠薪批示转人社局了, 扫地车请示呈给马副区长了: what came in and waits to be given to somebody has been given to him. */
export function handedOn(marks: Marks, kind: RecordKind, context: Context): Referred | undefined {
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
export function decidedOn(marks: Marks, kind: RecordKind, context: Context): Referred | undefined {
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
