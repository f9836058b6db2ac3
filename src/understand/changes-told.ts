/** What a text tells of records that are known to be meant: moves of their lives with what these bring, or values. */

import type { Entry } from '../kinds/entry.ts';
import { type RecordKind, unitFieldOf, type Value } from '../kinds/kind.ts';
import type { Intent } from '../reply.ts';
import type { Day } from '../time/day.ts';
import type { Context } from './context.ts';
import { type Reading, readFields } from './fields.ts';
import type { Referred } from './fitting-records.ts';
import { type Marks, marksIn } from './marks.ts';
import type { Piece } from './piece.ts';
import { type Moved, movesIn } from './status.ts';
import { putBefore } from './waiting-records.ts';
import { whenOf } from './when.ts';

export function changesOf(kind: RecordKind, referred: Referred, piece: Piece, context: Context): Intent[] {
  const { marks } = piece;
  const nos = referred.entries.map((entry) => entry.no);
  const reading = readFields(kind, marks, context);
  const told = toldFields(kind, reading, referred.entries[0]!, marks.text);
  // 进度从50%到75%: where it has come to.
  const come = /从\s?\d+%?[^,。;\d]{0,6}(?:到|至)\s?(\d+)%/.exec(marks.text)?.[1];
  if (come && told.progress !== undefined) told.progress = Number(come);
  const on = moveDay(marks, referred, context.today);
  const due = dueOf(marks, context);
  const adds = /加(?:个|上|了|一)|增加|追加|补充|再加|\badd\b/i.test(marks.text);
  const said = movesIn(kind, marks.text);
  // 申请人撤回了 终止: where it is known how it ended, it ended so and was not taken back.
  const ends = told.outcome !== undefined && kind.life.moves.close !== undefined;
  const told_ = adds
    ? []
    : chosenMoves(
        kind,
        said.filter((moved) => !(ends && moved.move === 'withdraw') && !givesNothing(moved, kind, reading, referred)),
        referred.entries,
      );
  const { assign } = kind.life.moves;
  // 转教育局了: a unit that is given the matter has been given it, whatever the verb.
  const given: Moved[] =
    told_.length === 0 && !adds && reading.led && assign
      ? [{ move: 'assign', declared: assign, index: 0, end: 0, said: '' }]
      : [];
  // 送区长了: put before a leader, it has been submitted.
  const { submit } = kind.life.moves;
  if (
    told_.length + given.length === 0 &&
    submit &&
    putBefore(marks) &&
    referred.entries.every((entry) => submit.from.includes(entry.status))
  )
    given.push({ move: 'submit', declared: submit, index: 0, end: 0, said: '' });
  const moves = told_.length + given.length > 0 ? [...told_, ...given] : impliedMoves(kind, told, referred, marks);
  const unit = !unitFieldOf(kind) && reading.unit && reading.led ? reading.unit : undefined;
  if (moves.length === 0) {
    // 住建说三天内办结: a promise sets no limit.
    const promised = /说|答应|承诺|表示|保证|\bpromised?\b|\bsays?\b/i.test(marks.text);
    const set = amendedFields(kind, told, referred.entries[0]!, { due: promised ? undefined : due, adds });
    return Object.keys(set).length > 0 ? [{ do: 'amend', nos, set }] : [];
  }
  return moves.map(({ move }, index): Intent => {
    const set = setOf(kind, move, told, { due, last: index === moves.length - 1 });
    if (unit && kind.life.moves[move]?.sets?.includes('unit')) set.unit = unit;
    return { do: 'advance', nos, move, on, ...(Object.keys(set).length > 0 ? { set } : {}) };
  });
}

/** 应急局要求延到月底: who has the matter already is not given it again where no unit is told that it goes to. */
function givesNothing(
  { move, declared, said }: Moved,
  kind: RecordKind,
  { led }: Reading,
  { entries }: Referred,
): boolean {
  return (
    move === 'assign' &&
    !led &&
    kind.life.moves.close !== undefined &&
    !/改|重新|再/.test(said) &&
    entries.every((entry) => entry.status === declared.to)
  );
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
function toldFields(kind: RecordKind, { fields, assumed }: Reading, entry: Entry, text: string): Record<string, Value> {
  const told: Record<string, Value> = {};
  for (const [name, value] of Object.entries(fields)) {
    const field = kind.fields[name];
    if (!field || assumed.includes(name)) continue;
    if (identifying.has(name) && !(name === 'key' && becomes.test(text))) continue;
    if (field.type === 'code' && (entry.fields[name] !== undefined || name === 'caseNo' || name === 'itemNo')) continue;
    if (field.type === 'text' && entry.fields[name] !== undefined) continue;
    if (field.type === 'text' && !lateTexts.has(name)) continue;
    told[name] = value;
  }
  return told;
}

/** 514号定为重点提案了: what it was made, not what it is called by. */
const becomes = /(?:定|列|选|评|升|改|转)(?:为|成|作|入|到)|\b(?:made|named|listed as|chosen as)\b/i;

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
  // 补正材料交来了 恢复计时: what stopped it is named, and that it goes on again.
  const resumed = possible.find((moved) => moved.move === 'resume');
  if (resumed && (best.move === 'pause' || best.move === 'suspend')) return [resumed];
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

export const happened =
  /[\u4e00-\u9fff](?:了(?!解)|过(?!程|滤|于|度)|完|毕)|结束|顺利|成功|\b(?:held|took place|went (?:well|ahead)|done|over|finished|came|attended|visited|inspected|ended)\b/i;
