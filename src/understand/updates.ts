/** What a piece tells of records that are known already: that they moved on, or what else is known of them now. */
import { kindOf } from '../kinds/all.ts';
import type { Entry } from '../kinds/entry.ts';
import type { RecordKind } from '../kinds/kind.ts';
import type { Intent } from '../reply.ts';
import type { Day } from '../time/day.ts';
import { arrives, isOpen, soundsNew } from './can-happen.ts';
import { changesOf } from './changes-told.ts';
import type { Context } from './context.ts';
import { descriptionOf, placesIn, pointerIn, severalIn } from './described.ts';
import { laterFields } from './fields.ts';
import { figuresIn } from './figures.ts';
import type { Referred } from './fitting-records.ts';
import { isEnglish } from './language.ts';
import { leanedOn } from './leaning.ts';
import { likeness, weightOf } from './likeness.ts';
import type { Marks } from './marks.ts';
import { meantBy } from './meant.ts';
import type { Piece } from './piece.ts';
import { cancelled, heldNow, rescheduled } from './planned-things.ts';
import { referredBy } from './referred.ts';
import { respelledDeed } from './respelled.ts';
import { isOrder } from './speech-act.ts';
import { isOnlyNear, movesIn } from './status.ts';
import { restored, takenBack } from './taken-back.ts';
import { toldApart } from './told-apart.ts';
import { unitReports } from './unit-reports.ts';
import { concerns, unitsTold } from './unit-roles.ts';

/** The intents of a piece that speaks of known records; null when it speaks of none. */
export function updatesIn(piece: Piece, context: Context): Intent[] | null {
  const back = takenBack(piece, context) ?? restored(piece.marks, context);
  if (back) return back;
  const parts = toldApart(piece, context);
  if (parts.length > 1) {
    const each = parts.map((part) => updatesOf(part, context));
    if (each.some((updates) => updates !== null)) return each.flatMap((updates) => updates ?? []);
  }
  return respelled(piece, context) ?? updatesOf(piece, context) ?? withoutKind(piece, context);
}

const these = /^[这那](?:[两二三四五六七八九十]|\d{1,2})[件条份封篇]/;

/** 刚立的两件都交办了, 这三件都归档了: a kind that is only guessed keeps nobody from speaking of another. */
function withoutKind(piece: Piece, context: Context): Intent[] | null {
  if (!piece.kind || !(piece.strength === 'maybe' || (piece.strength === 'likely' && these.test(piece.marks.text))))
    return null;
  const { kind: _guessed, ...rest } = piece;
  return updatesOf(rest, context);
}

/** A value that goes on without anything being finished. */
function tellsHowFar(kind: RecordKind, marks: Marks, context: Context): boolean {
  const far = kind.life.moves.progress?.sets ?? [];
  return far.length > 0 && Object.keys(laterFields(kind, marks, context)).some((name) => far.includes(name));
}

/** 清扫车那个请示还没批. */
const stillNot = /(?:还|仍|尚|至今|一直|依然)[^,。;]{0,3}(?:没|未)|\bnot yet\b|\bstill not\b/i;

/** Called by its number or pointed at: no other can be meant, and no new one. */
function isKnown(marks: Marks, piece: Piece, context: Context): boolean {
  const referred = referredBy(marks, piece.kind, context);
  if (!referred) return false;
  if (referred.coded || pointerIn(marks.text)) return true;
  // 房屋确权复议预计下月审结: what shall become of it makes no second one; another sitting may be planned.
  return referred.entries.every((entry) => entry.kind === piece.kind?.id && !piece.kind.life.moves.hold);
}

/** 市监局说三天后给初稿: what a unit says it will do of a matter it has in hand is no record of its own. */
function isPromise({ text, units }: Marks, { recent }: Context): boolean {
  const [unit] = units;
  if (
    !unit ||
    unit.index > 0 ||
    !/^(?:那边|这边)?(?:说|答应|承诺|表示|保证)| (?:says?|said|promised?)\b/.test(text.slice(unit.end))
  )
    return false;
  return recent.some((entry) => !entry.void && isOpen(entry) && concerns(entry, unit));
}

function nothingDone(because: Piece['act']): Intent[] {
  return [{ do: 'refuse', reason: 'not-a-fact', because }];
}

/** 下周一正式办结: the day of the deed is still to come. */
function isStillAhead(marks: Marks, today: Day): boolean {
  if (/了(?!解)|已|\b(?:was|were|has|have|had)\b/.test(marks.text)) return false;
  return marks.times.some((time) => {
    const limits = /(?:延期?到?|延至|延长到?|推迟到|期限|截止|到|前|之前|内|by|until|to)\s*$/i;
    const after = marks.text.slice(time.index + time.text.length);
    return (
      time.start !== null &&
      time.start > today &&
      !limits.test(marks.text.slice(0, time.index)) &&
      !/^(?:前|之前|以前|内)/.test(after) &&
      time.grain !== 'until' &&
      time.said !== 'name'
    );
  });
}

/** 515号办接了: a deed typed by its sound, of a record that is known beyond doubt. */
function respelled(piece: Piece, context: Context): Intent[] | null {
  const { marks } = piece;
  const text = respelledDeed(marks.text);
  if (text === marks.text || piece.act !== 'fact') return null;
  return updatesOf({ ...piece, marks: { ...marks, text } }, context);
}

/** 951号答复稿还在会签: said of a case that is known, and no paper of its own. */
function opensWithKnownCase({ kind, marks }: Piece, context: Context): boolean {
  const number = /^(\d{2,4})号(?=[\u4e00-\u9fff])/.exec(marks.text)?.[1];
  if (number === undefined || (kind && Object.hasOwn(kind.fields, 'caseNo')) || arrives.test(marks.text)) return false;
  return context.recent.some((entry) => entry.fields.caseNo === number) && marks.docNos.length === 0;
}

/** 防汛指挥部的通知送审了: the paper that is being written goes on being written. */
function isDraftedAlready({ kind, marks }: Piece, context: Context): boolean {
  if (kind?.life.states[kind.life.first]?.counted !== false || kind.life.moves.issue === undefined) return false;
  if (
    arrives.test(marks.text) ||
    soundsNew(marks, kind) ||
    marks.titles.length > 0 ||
    movesIn(kind, marks.text).length > 0
  )
    return false;
  const description = descriptionOf(marks, kind).replace(/(?:送审|送核|送签|在?会签|在改|修改|还在|流程)/g, ' ');
  return context.recent.some(
    (entry) =>
      entry.kind === kind.id &&
      entry.status === kind.life.first &&
      unitsTold(marks).every((unit) => concerns(entry, unit)) &&
      (weightOf(description) >= 4
        ? likeness(description, entry) >= 0.8
        : unitsTold(marks).some((unit) => concerns(entry, unit)) && likeness(description, entry) >= 0.8),
  );
}

/** 那件, 第二件, 这两件都: what was told before is spoken of, and nothing new is counted. */
function pointsOut(marks: Marks, kind: RecordKind): boolean {
  if (arrives.test(marks.text)) return false;
  return (
    (pointerIn(marks.text) !== null && !soundsNew(marks, kind)) ||
    placesIn(marks.text) !== null ||
    severalIn(marks.text) !== null
  );
}

/** 实事项目完成3项 counts several: no one record whose words it shares is meant. */
function countsMore({ marks, kind }: Piece, referred: Referred): boolean {
  const [only, ...others] = referred.entries;
  if (!kind || !only || others.length > 0 || referred.coded || pointerIn(marks.text) || only.kind !== kind.id)
    return false;
  return (figuresIn(kind, marks).quantity?.value ?? 1) > Math.max(1, only.quantity ?? 1);
}

/** 财政决算那件公开了, where two were told at once: one of them cannot go on alone. */
function isOneOfBatch({ text }: Marks, { entries, coded }: Referred): boolean {
  const [only, ...others] = entries;
  const pointer = pointerIn(text);
  if (!only || others.length > 0 || coded || only.quantity < 2 || only.title !== '' || !pointer) return false;
  return pointer.index > 0 && /[那这][件封份起篇]$/.test(text.slice(pointer.index, pointer.end));
}

function outOfBatch({ no, quantity }: Entry, text: string): Intent {
  return {
    do: 'clarify',
    question: isEnglish(text)
      ? `Nothing changed: ${no} holds ${quantity} told at once, and one of them cannot go on alone. Record it apart first.`
      : `没有改：${no} 是${quantity}件一起记的，不能只改其中一件。请先把这一件单独记下。`,
  };
}

function updatesOf(piece: Piece, context: Context): Intent[] | null {
  const { marks } = piece;
  // A number that is in nobody's ledger is no new record.
  const lost = marks.ledgerNos.find((code) => context.find({ no: code.value }).length === 0);
  if (lost) return [{ do: 'show', no: lost.value }];
  const later = rescheduled(piece, context);
  if (later) return later;
  if (piece.act === 'denial') return cancelled(piece, context);
  if (piece.act !== 'fact' && piece.act !== 'remark')
    // 702号打算这周答复: nothing has happened to it yet, and it is no new one.
    return isKnown(marks, piece, context) || isPromise(marks, context) ? nothingDone(piece.act) : null;
  if (piece.act === 'remark' && isOrder(marks.text)) return null;
  const reported = piece.act === 'fact' ? unitReports(piece, context) : null;
  if (reported) return reported;
  const referred =
    referredBy(marks, piece.kind, context) ??
    heldNow(piece, context) ??
    meantBy(piece, context) ??
    leanedOn(piece, context);
  const [first] = referred?.entries ?? [];
  if (!referred || !first)
    return opensWithKnownCase(piece, context) || isDraftedAlready(piece, context) ? nothingDone('remark') : null;
  if (countsMore(piece, referred)) return null;
  if (isOneOfBatch(marks, referred)) return [outOfBatch(first, marks.text)];
  const kind = kindOf(first.kind);
  // 小区改造还没启动 tells how far it is; 那件还没批 tells nothing.
  if (
    stillNot.test(marks.text) &&
    !(kind && (movesIn(kind, marks.text).length > 0 || tellsHowFar(kind, marks, context)))
  )
    return nothingDone('denial');
  if (!kind || first.void) return null;
  const changes = referred.doubtful
    ? changesOf(kind, referred, piece, context)
    : [...new Set(referred.entries.map((entry) => entry.kind))].flatMap((id) => {
        const entries = referred.entries.filter((entry) => entry.kind === id);
        return changesOf(kindOf(id)!, { ...referred, entries }, piece, context);
      });
  if (changes.length === 0)
    return referred.coded || pointsOut(marks, kind)
      ? nothingDone(isOnlyNear(kind, marks.text) ? 'plan' : 'remark')
      : null;
  if (
    isStillAhead(marks, context.today) &&
    changes.some((change) => change.do === 'advance' && change.move !== 'extend' && change.move !== 'assign')
  )
    return nothingDone('plan');
  if (referred.doubtful) {
    const nos = referred.entries.map((entry) => entry.no);
    return [{ do: 'choose', nos: nos.slice(0, 20), action: { ...changes[0]!, nos: nos.slice(0, 1) } }];
  }
  return changes;
}
