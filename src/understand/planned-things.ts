/** What becomes of things that were planned: they are held, called off or get another day. */

import { kindOf, kinds } from '../kinds/all.ts';
import type { Entry } from '../kinds/entry.ts';
import type { Intent } from '../reply.ts';
import { addDays, type Day, daysBetween } from '../time/day.ts';
import { plannedNear } from './can-happen.ts';
import { happened } from './changes-told.ts';
import type { Context } from './context.ts';
import { descriptionOf } from './described.ts';
import type { Referred } from './fitting-records.ts';
import { likeness, weightOf } from './likeness.ts';
import { type Marks, marksIn } from './marks.ts';
import { meantBy } from './meant.ts';
import type { Piece } from './piece.ts';
import { referredBy } from './referred.ts';
import { concerns, unitsTold } from './unit-roles.ts';
import { whenOf } from './when.ts';
import { blank, hitsOf, type Lexicon, lexicon } from './words.ts';

const off = /(?:取消|不开|不来|不去|不搞|不办)了|\b(?:cancel(?:l?ed)|called off)\b/i;

/** 会没开成, 下午的会取消了: a planned thing of that day falls out. */
export function cancelled(piece: Piece, context: Context): Intent[] | null {
  const { marks } = piece;
  const when = whenOf(marks, { today: context.today, batch: false });
  const referred = referredBy(marks, piece.kind, context) ?? meantBy(piece, context);
  const meant = referred && !referred.doubtful ? referred.entries.filter((entry) => entry.status === 'planned') : [];
  const planned = plannedNear(piece.kind, when.on, context);
  const sameDay = planned.filter((entry) => entry.on === when.on && fitsWord(entry, marks.text));
  const named = planned.filter((entry) => isNamed(entry, marks));
  const said = off.exec(marks.text);
  const last = said ? bare(marks.text.replace(said[0], ''), context) : undefined;
  const targets = last
    ? last
    : meant.length > 0
      ? meant
      : named.length === 1
        ? named
        : sameDay.length === 1
          ? sameDay
          : planned.length === 1 && !when.told && fitsWord(planned[0]!, marks.text)
            ? planned
            : [];
  if (targets.length === 0 && sameDay.length > 1 && !/推迟|改期|延期/.test(marks.text))
    return whichCancelled(sameDay, context);
  if (targets.length === 0) return null;
  const set = /推迟|改期|延期/.test(marks.text) ? null : 'cancel';
  if (set === null) return null;
  const possible = targets.filter((entry) => kindOf(entry.kind)?.life.moves.cancel);
  if (possible.length === 0) return null;
  return [{ do: 'advance', nos: possible.map((entry) => entry.no), move: 'cancel', on: context.today }];
}

/** 市审计局那批不来了: by who was to come, or what it was to be about. */
function isNamed(entry: Entry, marks: Marks): boolean {
  const { visitor } = entry.fields;
  const who = typeof visitor === 'string' && visitor.length >= 3 && marks.text.includes(visitor);
  return (
    who ||
    unitsTold(marks).some((unit) => concerns(entry, unit)) ||
    (commonRun(entry.title, marks.text) >= 4 && sharesWords(entry, marks))
  );
}

/** 下周二的会取消了, where two were planned for it: which one is asked. */
function whichCancelled(sameDay: readonly Entry[], context: Context): Intent[] | null {
  const nos = sameDay.filter((entry) => kindOf(entry.kind)?.life.moves.cancel).map((entry) => entry.no);
  const [first] = nos;
  if (!first || nos.length < 2) return null;
  return [
    { do: 'choose', nos: nos.slice(0, 20), action: { do: 'advance', nos: [first], move: 'cancel', on: context.today } },
  ];
}

const newDay =
  /(?:改(?=[明后大]天|下?周|\d{1,2}[号日月])|改到|改回到?|改期到|改在|换到|推迟到|推到|提前到|延到|延期到|挪到|调到|moved to|postponed (?:to|until)|rescheduled (?:to|for)|put off (?:to|until))/i;

/** 视频会改到周五: a planned thing keeps its plan and gets another day. */
export function rescheduled(piece: Piece, context: Context): Intent[] | null {
  const { marks } = piece;
  const said = newDay.exec(marks.text);
  if (!said) return null;
  const behind = marksIn(marks.text.slice(said.index + said[0].length), context, 'future');
  const time = behind.times.find((one) => one.grain === 'day');
  const day = time?.start;
  if (!day || !time) return null;
  const referred = referredBy({ ...marks, text: marks.text.slice(0, said.index) }, piece.kind, context);
  const planned = (referred?.entries ?? []).filter((entry) => entry.status === 'planned');
  const before = marks.text.slice(0, said.index);
  const described = descriptionOf({ ...marks, text: before }, piece.kind);
  const known = context.recent.filter(
    (entry) =>
      entry.status === 'planned' &&
      (commonRun(entry.title, before) >= 4 || (weightOf(described) >= 4 && likeness(described, entry) >= 0.8)),
  );
  const pool =
    bare(before, context) ??
    (planned.length > 0
      ? planned
      : known.length > 0
        ? known
        : plannedNear(piece.kind, context.today, context).filter((entry) => sharesWords(entry, marks)));
  const [first] = pool;
  return first && pool.length === 1
    ? [
        {
          do: 'amend',
          nos: [first.no],
          set: { on: /^\d{1,2}[日号]$/.test(time.text) ? sameMonth(day, first.on) : nearest(day, first.on) },
        },
      ]
    : null;
}

/** 改到周三了, 取消了: nothing is named, so it is what was planned last. */
function bare(before: string, { recent }: Context): readonly Entry[] | undefined {
  const [last] = recent;
  const named = before.replace(
    /那就|那|就|又|现在|临时|时间|日期|已经|了|,|\s|\b(?:it|was|is|has|been|now|the|meeting|visit|training)\b/gi,
    '',
  );
  return named === '' && last?.status === 'planned' ? [last] : undefined;
}

/** 提前到18日, said of a thing of August: a day without a month is one of the same month. */
function sameMonth(day: Day, old: Day): Day {
  return `${old.slice(0, 8)}${day.slice(8)}`;
}

/** A weekday is looked for around the day it replaces. */
function nearest(day: Day, old: Day): Day {
  const week = addDays(day, 7);
  return Math.abs(daysBetween(week, old)) < Math.abs(daysBetween(day, old)) ? week : day;
}

/** 会 means a meeting, 来 a visit: enough where only one thing was planned. */
function fitsWord(entry: Entry, text: string): boolean {
  if (entry.kind === 'meeting') return /会/.test(text) || /meeting|conference/i.test(text);
  if (entry.kind === 'reception') return /来|接待|团|组|visit|delegation/i.test(text);
  return /培训|课|党|training|party/i.test(text);
}

/** What was planned for today or lately and is now told as done. */
export function heldNow(piece: Piece, context: Context): Referred | undefined {
  const { kind, marks, strength } = piece;
  if (piece.act !== 'fact' || !happened.test(marks.text)) return undefined;
  // 国庆 in 国庆安保会 names the sitting, not the day it was held.
  const times = piece.timesFrom.times.filter((time) => time.said !== 'holiday');
  const when = whenOf({ ...piece.timesFrom, times }, { today: context.today, batch: false });
  if (when.on > context.today) return undefined;
  const units = unitsTold(marks);
  const planned = plannedNear(undefined, when.on, context).filter((entry) => {
    const sameKind = entry.kind === kind?.id;
    if (kind && !sameKind && strength === 'sure') return false;
    const due = when.told
      ? entry.on === when.on
      : entry.on <= context.today && daysBetween(entry.on, when.on) <= lately;
    const named = sameKind && when.told && commonRun(entry.title, marks.text) >= 3;
    const shares = (sameKind || !isNameless(entry)) && sharesWords(entry, marks);
    return due && (named || shares || units.some((unit) => concerns(entry, unit)));
  });
  return planned.length === 1 ? { entries: planned, behind: 0 } : undefined;
}

const lately = 7;

/** The kind's own words and what every such thing is called tell nothing apart. */
const commonWords: ReadonlyMap<string, Lexicon | null> = new Map(
  kinds.map(({ id, cues }) => [
    id,
    lexicon([...cues.sure, ...(cues.likely ?? [])].filter((cue) => typeof cue === 'string')),
  ]),
);

function ownWords(entry: Entry): string {
  const common = commonWords.get(entry.kind) ?? null;
  return blank(entry.title, hitsOf(common, entry.title)).replace(/[^\u4e00-\u9fffa-z]/gi, '');
}

/** Its name tells it from nothing else of its kind: only news of the kind can mean it. */
function isNameless(entry: Entry): boolean {
  return ownWords(entry) === '';
}

function sharesWords(entry: Entry, marks: Marks): boolean {
  const title = ownWords(entry);
  for (let at = 0; at + 2 <= title.length; at += 1) if (marks.text.includes(title.slice(at, at + 2))) return true;
  return title === '';
}

/** How many characters in a row the two have in common: 廉政馆 of 支部要参观廉政馆. */
function commonRun(title: string, text: string): number {
  for (let length = Math.min(title.length, 8); length >= 2; length -= 1)
    for (let at = 0; at + length <= title.length; at += 1)
      if (text.includes(title.slice(at, at + length))) return length;
  return 0;
}
