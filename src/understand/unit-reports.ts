/** A unit that reports or answers speaks of what it has in hand, whatever its name sounds like: 信访局反馈已经处理了. */
import { kindOf } from '../kinds/all.ts';
import type { Entry } from '../kinds/entry.ts';
import type { Intent } from '../reply.ts';
import { arrives, isOpen } from './can-happen.ts';
import { changesOf } from './changes-told.ts';
import type { Context } from './context.ts';
import { oneOf } from './fitting-records.ts';
import type { Marks } from './marks.ts';
import type { Piece } from './piece.ts';
import { concerns, unitsTold } from './unit-roles.ts';
import { blank } from './words.ts';

const mostLength = 40;

/** That it says something, and that it is done. */
const says =
  /反馈|回复|答复|回话|回信|汇报|报告|报来|报了|报过来|来电|说|\b(?:reported|reports|replied|says|said|answered|got back|came back)\b/i;
const done =
  /(?:已经?|都|全|均)?(?:处理|办理|办|修|整改|解决|落实|搞|弄|安排|协调|答复|回复)(?:好|完|妥|结|掉|到位|完毕|完成|清楚)?了|(?:处理|办理|整改|解决|落实|协调)(?:好|完|妥|到位|完毕|完成)|\b(?:dealt with|taken care of|handled|sorted(?: out)?|resolved|fixed|done|settled|closed)\b/i;

/** Its own word for the end; 办好了 is what it says of its work. */
const ended = /办结|结案|销号|了结|closed/i;

/** What such a sentence may hold without naming a matter. */
const around =
  /(?:那边|这边|那头|同志|的|已经?|已|也|都|就|刚刚?|刚才|今天|昨天|上午|下午|他们|我们|给|向|来|过来|结果|情况|书面|口头|说|反馈|回复|答复|回话|回信|汇报|报告|报来|报了|报过来|来电|效果|不错|挺好|很好|了|吧|啦|[\s,。:!.])|\b(?:the|has|have|had|is|was|been|it|that|they|now|already|just|to|us|back|and)\b/gi;

/** The intents of such a piece; null where a matter is named, or the unit has nothing in hand. */
export function unitReports(piece: Piece, context: Context): Intent[] | null {
  const marks = withOwnUnit(piece.marks, context);
  const [unit] = marks.units;
  if (!unit || !isBareReport(marks)) return null;
  const fits = (entry: Entry) => isInHand(entry) && marks.units.every((one) => concerns(entry, one));
  const pool = context.repliedTo.length > 0 ? context.repliedTo : context.recent;
  const known = pool.filter(fits);
  const able = (known.length > 0 ? known : context.find({ unit: unit.name, open: true }).filter(fits)).filter(
    (entry) => changesFor([entry], piece, context).length > 0,
  );
  if (able.length === 0) return null;
  const { entries, doubtful } = oneOf(able, 0);
  const [change, ...more] = changesFor(entries.slice(0, 1), piece, context);
  if (!doubtful) return [change!, ...more];
  return [{ do: 'choose', nos: entries.slice(0, 20).map((entry) => entry.no), action: change! }];
}

/** 路灯所修好了: a unit no list knows is known where it was given something. */
function withOwnUnit(marks: Marks, { recent }: Context): Marks {
  if (marks.units.length > 0) return marks;
  const name = recent.find(
    (entry) =>
      entry.unit !== undefined && entry.unit.length > 1 && isInHand(entry) && marks.text.startsWith(entry.unit),
  )?.unit;
  return name === undefined ? marks : { ...marks, units: [{ name, said: name, index: 0, end: name.length }] };
}

function isBareReport(marks: Marks): boolean {
  const { text } = marks;
  if (text.length > mostLength || !(says.test(text) || done.test(text)) || arrives.test(text)) return false;
  if (marks.titles.length + marks.docNos.length + marks.ledgerNos.length + marks.leaders.length > 0) return false;
  if (marks.numbers.length > 0 || unitsTold(marks).length < marks.units.length) return false;
  const left = blank(text, marks.units).replace(done, ' ').replace(says, ' ').replace(around, ' ');
  return !/[\u4e00-\u9fff]|[a-z]{3}/i.test(left);
}

/** Given to somebody who has not closed it yet. */
function isInHand(entry: Entry): boolean {
  return !entry.void && isOpen(entry) && entry.status !== 'planned' && entry.quantity === 1;
}

function changesFor(entries: readonly Entry[], piece: Piece, context: Context): Intent[] {
  const kind = kindOf(entries[0]!.kind);
  if (!kind) return [];
  const told = changesOf(kind, { entries, behind: 0 }, piece, context);
  const { text } = piece.marks;
  if (!says.test(text)) {
    // 城管局已经处理了: where the unit does not report it is noted, and nothing is closed by it.
    if (told.length > 0) return told;
    const [entry] = entries;
    const set = { note: [entry!.note, text].filter(Boolean).join(';') };
    return isNext(entry!, 'report') ? [reportOf(entries, 'report', context)] : [{ do: 'amend', nos: [entry!.no], set }];
  }
  const ends = told.some(({ move }) => move === 'close') && !ended.test(piece.marks.text);
  if ((told.length > 0 && !ends) || !done.test(piece.marks.text)) return told;
  // It says that it is done: that is its report, and not yet the close.
  const move = ['report', 'reply'].find((name) => isNext(entries[0]!, name));
  if (!move) return told;
  return [reportOf(entries, move, context)];
}

function reportOf(entries: readonly Entry[], move: string, { today }: Context): Intent {
  return { do: 'advance', nos: entries.map((entry) => entry.no), move, on: today };
}

/** It leads on from here, at once or by the states between. */
function isNext({ kind: id, status }: Entry, move: string): boolean {
  const kind = kindOf(id);
  const states = Object.keys(kind?.life.states ?? {});
  return kind?.life.moves[move]?.from.some((from) => states.indexOf(from) >= states.indexOf(status)) ?? false;
}
