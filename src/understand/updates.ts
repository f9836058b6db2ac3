/** Sentences about a record already in the ledger: what happened to it, or what is now known of it. */
import { kindOf, kinds } from '../kinds/all.ts';
import type { Entry } from '../kinds/entry.ts';
import { type RecordKind, unitFieldOf, type Value } from '../kinds/kind.ts';
import type { Intent } from '../reply.ts';
import { addDays, type Day, daysBetween } from '../time/day.ts';
import { readCaseNos } from './codes.ts';
import type { Context } from './context.ts';
import { readFields } from './fields.ts';
import { type Marks, marksIn } from './marks.ts';
import { plannedNear, type Referred, referredBy } from './referred.ts';
import { respelledDeed } from './respelled.ts';
import type { Piece } from './segment.ts';
import { type Moved, movesIn } from './status.ts';
import { toldApart } from './told-apart.ts';
import { concerns, unitsTold } from './unit-roles.ts';
import { whenOf } from './when.ts';
import { blank, hitsOf, type Lexicon, lexicon } from './words.ts';

/** The intents of a piece that speaks of known records; null when it speaks of none. */
export function updatesIn(piece: Piece, context: Context): Intent[] | null {
  const parts = toldApart(piece, context);
  if (parts.length > 1) {
    const each = parts.map((part) => updatesOf(part, context));
    if (each.some((updates) => updates !== null)) return each.flatMap((updates) => updates ?? []);
  }
  return respelled(piece, context) ?? updatesOf(piece, context);
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

function updatesOf(piece: Piece, context: Context): Intent[] | null {
  const { marks } = piece;
  const back = takenBack(piece, context) ?? restored(marks, context);
  if (back) return back;
  const later = rescheduled(piece, context);
  if (later) return later;
  if (piece.act === 'denial') return cancelled(piece, context);
  if (piece.act !== 'fact' && piece.act !== 'remark')
    // 702号打算这周答复: nothing has happened to it yet, and it is no new one.
    return referredBy(marks, piece.kind, context)?.coded ? nothingDone(piece.act) : null;
  const referred = referredBy(marks, piece.kind, context) ?? heldNow(piece, context);
  const [first] = referred?.entries ?? [];
  if (!referred || !first) return null;
  const kind = kindOf(first.kind);
  if (!kind || first.void) return null;
  const changes = referred.doubtful
    ? changesOf(kind, referred, piece, context)
    : [...new Set(referred.entries.map((entry) => entry.kind))].flatMap((id) => {
        const entries = referred.entries.filter((entry) => entry.kind === id);
        return changesOf(kindOf(id)!, { ...referred, entries }, piece, context);
      });
  if (changes.length === 0) return referred.coded ? nothingDone('remark') : null;
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

const notSo =
  /(?:没有?|未|还没有?|并未|并没有?|尚未|不是|不算)[^,。;]{0,6}?(?:办结|答复|销号|办完|采用|受理|退回|报结|批|定稿|印发)[^。;]{0,12}?(?:改回|恢复|退回去|撤回去|弄错|记错|写错|搞错|点错|打开)|改回(?:来|去|原来|原样|到?(?:在办|办理中|原状))|\b(?:not (?:actually |really |yet )?(?:closed|answered|replied|finished|done)|never (?:closed|answered|replied))\b.{0,40}\b(?:put it back|change it back|reopen|by mistake|undo)\b/i;

/** 701号没办结 改回来: what was told of it has not happened. */
function takenBack(piece: Piece, context: Context): Intent[] | null {
  const { marks } = piece;
  if (!notSo.test(marks.text)) return null;
  const referred = referredBy(marks, piece.kind, context);
  const [entry] = referred?.entries ?? [];
  if (!referred || referred.doubtful || !entry || entry.void) return null;
  const kind = kindOf(entry.kind);
  const reopen = kind?.life.moves.reopen;
  if (reopen?.from.includes(entry.status))
    return [{ do: 'advance', nos: [entry.no], move: 'reopen', on: context.today }];
  return kind && entry.status !== kind.life.first ? [{ do: 'undo', no: entry.no }] : null;
}

/** 撤案的701号又恢复了: only what was withdrawn can come back. */
function restored(marks: Marks, context: Context): Intent[] | null {
  if (!/恢复|重新启用|不撤了|又不撤|\brestored?\b|\bbring back\b/i.test(marks.text)) return null;
  const codes = readCaseNos(marks.text).map((code) => code.value);
  const found = [
    ...marks.ledgerNos.flatMap((code) => context.find({ no: code.value })),
    ...codes.flatMap((caseNo) => context.find({ codes: { caseNo }, status: 'withdrawn' })),
  ].filter((entry) => entry.status === 'withdrawn');
  const [entry] = found;
  return entry && found.length === 1 ? [{ do: 'advance', nos: [entry.no], move: 'restore', on: context.today }] : null;
}

/** 会没开成, 下午的会取消了: a planned thing of that day falls out. */
function cancelled(piece: Piece, context: Context): Intent[] | null {
  const { marks } = piece;
  const when = whenOf(marks, { today: context.today, batch: false });
  const referred = referredBy(marks, piece.kind, context);
  const meant = referred && !referred.doubtful ? referred.entries.filter((entry) => entry.status === 'planned') : [];
  const planned = plannedNear(piece.kind, when.on, context);
  const sameDay = planned.filter((entry) => entry.on === when.on && fitsWord(entry, marks.text));
  const targets =
    meant.length > 0
      ? meant
      : sameDay.length === 1
        ? sameDay
        : planned.length === 1 && !when.told && fitsWord(planned[0]!, marks.text)
          ? planned
          : [];
  if (targets.length === 0) return null;
  const set = /推迟|改期|延期/.test(marks.text) ? null : 'cancel';
  if (set === null) return null;
  const possible = targets.filter((entry) => kindOf(entry.kind)?.life.moves.cancel);
  if (possible.length === 0) return null;
  return [{ do: 'advance', nos: possible.map((entry) => entry.no), move: 'cancel', on: context.today }];
}

const newDay =
  /(?:改到|改期到|改在|推迟到|推到|提前到|延到|延期到|挪到|调到|moved to|postponed (?:to|until)|rescheduled (?:to|for)|put off (?:to|until))/i;

/** 视频会改到周五: a planned thing keeps its plan and gets another day. */
function rescheduled(piece: Piece, context: Context): Intent[] | null {
  const { marks } = piece;
  const said = newDay.exec(marks.text);
  if (!said) return null;
  const behind = marksIn(marks.text.slice(said.index + said[0].length), context, 'future');
  const day = behind.times.find((time) => time.grain === 'day')?.start;
  if (!day) return null;
  const referred = referredBy({ ...marks, text: marks.text.slice(0, said.index) }, piece.kind, context);
  const planned = (referred?.entries ?? []).filter((entry) => entry.status === 'planned');
  const pool =
    planned.length > 0
      ? planned
      : plannedNear(piece.kind, context.today, context).filter((entry) => sharesWords(entry, marks));
  const [first] = pool;
  return first && pool.length === 1 ? [{ do: 'amend', nos: [first.no], set: { on: nearest(day, first.on) } }] : null;
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
function heldNow(piece: Piece, context: Context): Referred | undefined {
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
    return due && (sharesWords(entry, marks) || units.some((unit) => concerns(entry, unit)));
  });
  return planned.length === 1 ? { entries: planned, behind: 0 } : undefined;
}

const lately = 7;
const happened =
  /[\u4e00-\u9fff](?:了(?!解)|过(?!程|滤|于|度)|完|毕)|结束|顺利|成功|\b(?:held|took place|went (?:well|ahead)|done|over|finished|came|attended|visited|inspected|ended)\b/i;

/** The kind's own words and what every such thing is called tell nothing apart. */
const commonWords: ReadonlyMap<string, Lexicon | null> = new Map(
  kinds.map(({ id, cues }) => [
    id,
    lexicon([...cues.sure, ...(cues.likely ?? [])].filter((cue) => typeof cue === 'string')),
  ]),
);

function sharesWords(entry: Entry, marks: Marks): boolean {
  const common = commonWords.get(entry.kind) ?? null;
  const title = blank(entry.title, hitsOf(common, entry.title)).replace(/[^\u4e00-\u9fffa-z]/gi, '');
  for (let at = 0; at + 2 <= title.length; at += 1) if (marks.text.includes(title.slice(at, at + 2))) return true;
  return title === '';
}

function changesOf(kind: RecordKind, referred: Referred, piece: Piece, context: Context): Intent[] {
  const { marks } = piece;
  const nos = referred.entries.map((entry) => entry.no);
  const reading = readFields(kind, marks, context);
  const told = toldFields(kind, reading.fields, reading.assumed, referred.entries[0]!);
  const on = moveDay(marks, referred, context.today);
  const due = dueOf(marks, context);
  const adds = /加(?:个|上|了|一)|增加|追加|补充|再加|\badd\b/i.test(marks.text);
  const said = movesIn(kind, marks.text);
  // 申请人撤回了 终止: where it is known how it ended, it ended so and was not taken back.
  const ends = told.outcome !== undefined && kind.life.moves.close !== undefined;
  const told_ = adds
    ? []
    : chosenMoves(kind, ends ? said.filter(({ move }) => move !== 'withdraw') : said, referred.entries);
  const { assign } = kind.life.moves;
  // 转教育局了: a unit that is given the matter has been given it, whatever the verb.
  const given: Moved[] =
    told_.length === 0 && !adds && reading.led && assign
      ? [{ move: 'assign', declared: assign, index: 0, end: 0, said: '' }]
      : [];
  const moves = told_.length + given.length > 0 ? [...told_, ...given] : impliedMoves(kind, told, referred, marks);
  const unit = !unitFieldOf(kind) && reading.unit && reading.led ? reading.unit : undefined;
  if (moves.length === 0) {
    const set = amendedFields(kind, told, referred.entries[0]!, { due, adds });
    return Object.keys(set).length > 0 ? [{ do: 'amend', nos, set }] : [];
  }
  return moves.map(({ move }, index): Intent => {
    const set = setOf(kind, move, told, { due, last: index === moves.length - 1 });
    if (unit && kind.life.moves[move]?.sets?.includes('unit')) set.unit = unit;
    return { do: 'advance', nos, move, on, ...(Object.keys(set).length > 0 ? { set } : {}) };
  });
}

/** What is told brings its move with it: a planned thing with figures has been held, 满意 is a feedback, an outcome an end. */
function impliedMoves(
  kind: RecordKind,
  told: Readonly<Record<string, Value>>,
  referred: Referred,
  marks: Marks,
): Moved[] {
  const [entry] = referred.entries;
  if (!entry) return [];
  const moved = (move: string): Moved[] => {
    const declared = kind.life.moves[move];
    return declared ? [{ move, declared, index: 0, end: 0, said: '' }] : [];
  };
  if (entry.status === 'planned') return happened.test(marks.text) ? moved(kind.life.moves.hold ? 'hold' : 'log') : [];
  const names = Object.keys(told).filter((name) => entry.fields[name] === undefined);
  for (const [move, declared] of Object.entries(kind.life.moves)) {
    const brings = names.some((name) => bringing.has(name) && declared.sets?.includes(name));
    if (!brings || (move !== 'judge' && move !== 'progress' && declared.to === undefined)) continue;
    if (told.decision === 'more' || told.decision === 'meeting') continue;
    if (declared.from.length === 0 || wayOn(kind, entry.status, declared.from)) return moved(move);
  }
  return [];
}
const bringing: ReadonlySet<string> = new Set([
  'satisfaction',
  'outcome',
  'decision',
  'reply',
  'score',
  'contacts',
  'progress',
  'pace',
]);

function wayOn(kind: RecordKind, status: string, from: readonly string[]): boolean {
  const states = Object.keys(kind.life.states);
  return from.some((state) => states.indexOf(state) >= states.indexOf(status));
}

/** The new limit; one that has passed was read for another year (extended to 31 December). */
function dueOf(marks: Marks, context: Context): Day | undefined {
  const asked = { today: context.today, batch: false };
  const { due } = whenOf(marks, asked);
  if (due === undefined || due >= context.today) return due;
  return whenOf(marksIn(marks.text, context, 'future'), asked).due ?? due;
}

/** Days named behind the description; one ahead is a limit and no day of a deed. */
function moveDay(marks: Marks, referred: Referred, today: Day): Day {
  const behind = marks.times.filter((time) => time.index >= referred.behind);
  const when = whenOf({ ...marks, times: behind }, { today, batch: false });
  return when.on > today ? today : when.on;
}

/** What is said of the record; who or what it is told by its number does not change it. */
function toldFields(
  kind: RecordKind,
  fields: Readonly<Record<string, Value>>,
  assumed: readonly string[],
  entry: Entry,
): Record<string, Value> {
  const told: Record<string, Value> = {};
  for (const [name, value] of Object.entries(fields)) {
    const field = kind.fields[name];
    if (!field || assumed.includes(name) || identifying.has(name)) continue;
    if (field.type === 'code' && (entry.fields[name] !== undefined || name === 'caseNo' || name === 'itemNo')) continue;
    if (field.type === 'text' && entry.fields[name] !== undefined) continue;
    if (field.type === 'text' && !lateTexts.has(name)) continue;
    told[name] = value;
  }
  return told;
}
const identifying: ReadonlySet<string> = new Set([
  'source',
  'level',
  'category',
  'channel',
  'area',
  'carrier',
  'nature',
  'key',
  'mode',
  'topic',
  'subject',
  'matter',
]);
const lateTexts: ReadonlySet<string> = new Set(['journal', 'measure']);

function setOf(
  kind: RecordKind,
  move: string,
  told: Readonly<Record<string, Value>>,
  given: { due: Day | undefined; last: boolean },
): Record<string, Value> {
  const declared = kind.life.moves[move];
  const unitField = unitFieldOf(kind);
  const set: Record<string, Value> = {};
  if (!given.last && move !== 'assign') return set;
  for (const [name, value] of Object.entries(told)) {
    const isUnit = name === unitField || name === 'coUnits' || name === 'unit';
    if (isUnit && !declared?.sets?.includes(name)) continue;
    const named = kind.fields[name]?.type;
    if ((named === 'person' || named === 'unit') && !declared?.sets?.includes(name)) continue;
    set[name] = value;
  }
  if (given.due && (declared?.sets?.includes('due') || move === 'extend')) set.due = given.due;
  return set;
}

/** The move that leads furthest; a return that is followed by a new assignment is both. */
function chosenMoves(kind: RecordKind, all: readonly Moved[], entries: readonly Entry[]): Moved[] {
  const order = Object.keys(kind.life.states);
  const usable = all.filter(({ move }) => move !== 'log' && move !== 'amend' && move !== 'undo' && move !== 'restore');
  const possible = usable.filter(({ move, declared }) =>
    entries.some((entry) => move !== 'hold' || entry.status === 'planned' || declared.from.includes(entry.status)),
  );
  const rank = (moved: Moved): number =>
    (moved.declared.to ? order.indexOf(moved.declared.to) * 10 : moved.declared.overlay ? 5 : 1) +
    (moved.move === 'merge' ? 3 : 0);
  const [best] = [...possible].sort((a, b) => rank(b) - rank(a) || b.said.length - a.said.length || a.index - b.index);
  if (!best) return [];
  if (best.move === 'return') {
    const again = possible.find(
      (moved) => moved.move === 'assign' && moved.index > best.index && /重新|改|再|又|转|交|给/.test(moved.said),
    );
    if (again) return [best, again];
  }
  // A limit put off is an extension, however far the matter is.
  const extended = possible.find((moved) => moved.move === 'extend');
  return extended && best.move !== 'close' && best.move !== 'redo' ? [extended] : [best];
}

/** News that is no move: another co-unit, a feedback, an outcome. */
function amendedFields(
  kind: RecordKind,
  told: Readonly<Record<string, Value>>,
  entry: Entry,
  given: { due: Day | undefined; adds: boolean },
): Record<string, Value> {
  const set: Record<string, Value> = {};
  const unitField = unitFieldOf(kind);
  for (const [name, value] of Object.entries(told)) {
    const before = entry.fields[name] ?? (name === unitField ? entry.unit : undefined);
    if (kind.fields[name]?.type === 'units') {
      const named = Array.isArray(value) ? value.map(String) : [String(value)];
      set[name] = [...new Set([...(Array.isArray(before) ? before.map(String) : []), ...named])];
      continue;
    }
    // Where units are added, the one named without a role joins the helpers.
    if (name === unitField && given.adds && kind.fields.coUnits) {
      const known = Array.isArray(entry.fields.coUnits) ? entry.fields.coUnits.map(String) : [];
      if (set.coUnits === undefined && told.coUnits === undefined)
        set.coUnits = [...new Set([...known, String(value)])];
      continue;
    }
    if (JSON.stringify(before) !== JSON.stringify(value)) set[name] = value;
  }
  if (given.due && given.due !== entry.due) set.due = given.due;
  return set;
}
