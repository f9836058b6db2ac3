/** Makes new records of the pieces of a message: what was said, what the piece before lends, and which parts were assumed. */
import type { NewEntry } from '../kinds/entry.ts';
import type { RecordKind, Value } from '../kinds/kind.ts';
import { addDays, type Day, daysBetween } from '../time/day.ts';
import { unfitted } from './accounted.ts';
import type { CodeSpan } from './codes.ts';
import type { Context } from './context.ts';
import { bareCount } from './counts-in.ts';
import { type Reading, readFields } from './fields.ts';
import type { Figure } from './figures.ts';
import type { Marks } from './marks.ts';
import type { Piece } from './piece.ts';
import { isSaidOfSome } from './said-for-all.ts';
import { settledLists, type Told } from './settled-lists.ts';
import { actOf } from './speech-act.ts';
import { movesIn, stateIn } from './status.ts';
import { whenOf } from './when.ts';

/** Lists of codes longer than this are a batch, not records of their own. */
const mostCodes = 12;

export function entriesOf(pieces: readonly Piece[], context: Context): Told[] {
  const told: Told[] = [];
  let last: Told | undefined;
  for (const piece of pieces) {
    if (!piece.kind) continue;
    const made = entriesOfPiece(piece, piece.kind, { context, before: piece.follows ? last : undefined });
    told.push(...made);
    last = made.at(-1) ?? last;
  }
  return settledLists(told);
}

function entriesOfPiece(piece: Piece, kind: RecordKind, given: { context: Context; before: Told | undefined }): Told[] {
  const { context, before } = given;
  const reading = readFields(kind, piece.marks, context);
  const codes = Object.entries(reading.codes).find(([, spans]) => spans.length > 0);
  const quantity = quantityOf(piece, kind, reading);
  const batch =
    (quantity?.value ?? 1) > 1 || (reading.quantity === undefined && Object.keys(reading.figures.fields).length > 0);
  const when = whenOf(piece.timesFrom, {
    today: context.today,
    batch,
    ...(reading.codes.issueNo && { numbered: reading.codes.issueNo.length > 0 ? 'told' : 'counted' }),
    stock: kind.id === 'indicator',
    ahead: piece.act === 'plan',
  });
  const limit = when.due === undefined ? limitAlone(kind, piece.marks, context.today) : undefined;
  const on = kind.id === 'plan' || limit ? context.today : when.on;
  const due = limit ?? whenOf(piece.marks, { today: context.today, batch }).due;
  const assumed = [...reading.assumed, ...(when.told && !limit ? [] : ['on'])];
  const lent = before && before.entry.kind === kind.id ? lentFields(kind, before.entry.fields, reading.fields) : {};
  const fields = { ...lent, ...reading.fields };
  if (kind.id === 'indicator') delete fields.level;
  const ahead = on > context.today || (piece.act === 'plan' && kind.id !== 'plan' && !limit);
  // 住建局牵头,年底完成: what is to be done by a day ahead has not been.
  const promised =
    due !== undefined && due > context.today && /(?:完成|办结|建成|完工|交付|清零|销号)(?!了)/.test(piece.marks.text);
  const told = promised && !/了(?!解)|已|均|都/.test(piece.marks.text) ? kind.life.moves.assign?.to : undefined;
  const state = ahead
    ? 'planned'
    : told && reading.led
      ? told
      : (stateIn(kind, piece.marks.text, {
          // More material wanted, or a meeting first: nothing has been decided.
          told: new Set(Object.keys(fields).filter((name) => !['more', 'meeting'].includes(String(fields[name])))),
          led: reading.led,
          ...(quantity ? { count: quantity.value } : {}),
        }) ?? lentState(kind, before));
  const note = piece.isPart ? '' : [...new Set(unfitted(kind, piece.marks))].join(',');
  const base: NewEntry = {
    kind: kind.id,
    on,
    ...(kind.id !== 'plan' && when.until && when.until > when.on && batch ? { until: when.until } : {}),
    ...(kind.id !== 'plan' && when.until && when.until > when.on && !batch && quantity === undefined
      ? { until: when.until }
      : {}),
    ...(reading.title ? { title: reading.title } : {}),
    ...(quantity && quantity.value > 0 ? { quantity: quantity.value } : {}),
    ...(quantity && quantity.precision !== 'exact' ? { precision: quantity.precision } : {}),
    ...(reading.unit ? { unit: reading.unit } : {}),
    ...(state && state !== kind.life.first ? { status: state } : {}),
    // 截至今天 dates a stock; a limit of today is one only beside a day of its own.
    ...(due && (due !== when.on || when.told) ? { due } : {}),
    ...(note ? { note } : {}),
    fields,
  };
  const tell = (entry: NewEntry): Told => ({ entry, assumed, piece, reading });
  if (!codes || codes[1].length < 2 || codes[1].length > mostCodes) {
    return [tell(codes && codes[1].length > mostCodes ? { ...base, quantity: codes[1].length } : base)];
  }
  const { quantity: _all, ...single } = base;
  // 政办发12号、政办函5号: what the first number says of its paper it does not say of the others.
  const { docType: _sort, ...shared } = fields;
  const isOfAll = codes[0] !== 'docNo' || codes[1].every((code) => seriesOf(code) === seriesOf(codes[1][0]!));
  return codes[1].map((code: CodeSpan) =>
    tell({ ...single, fields: { ...(isOfAll ? fields : shared), [codes[0]]: code.value } }),
  );
}

/** 督办 老旧电梯更新 住建局 12月底: a day ahead that stands alone is the limit of a matter that has one, where nothing else sounds like a plan. */
function limitAlone(kind: RecordKind, { text, times }: Marks, today: Day): Day | undefined {
  if (!kind.life.moves.extend) return undefined;
  const ahead = times.find(({ start, text: said, index }) => {
    const isAlone =
      index > 0 && /[\s,;:、]$/.test(text.slice(0, index)) && /^(?:$|[\s,。;])/.test(text.slice(index + said.length));
    return start !== null && start > today && isAlone;
  });
  if (!ahead || actOf(text.replace(ahead.text, ' '), [], today) !== 'fact') return undefined;
  return ahead.end ? addDays(ahead.end, -1) : (ahead.start ?? undefined);
}

function seriesOf(code: CodeSpan): string {
  return /^[^〔\d]*/.exec(code.value)?.[0] ?? '';
}

function quantityOf(piece: Piece, kind: RecordKind, reading: Reading): Figure | undefined {
  if (kind.id === 'indicator') return undefined;
  if (reading.quantity) return daily(piece, reading.quantity);
  const bare = bareCount(kind, piece.marks);
  return bare === undefined ? undefined : { value: bare, precision: 'exact', index: 0, end: 0, measure: '' };
}

const mostDays = 31;

/** 周一到周三 每天一场: as many as there are days. */
function daily(piece: Piece, quantity: Figure): Figure {
  if (!/每[天日]\s*$/.test(piece.marks.text.slice(0, quantity.index))) return quantity;
  const span = piece.marks.times.find((time) => time.grain === 'range' && time.start !== null && time.end !== null);
  const days = span ? daysBetween(span.start!, span.end!) : 0;
  return days > 1 && days <= mostDays ? { ...quantity, value: quantity.value * days } : quantity;
}

/** What a list says once holds for its later members: channel, level, source. */
const neverLent: ReadonlySet<string> = new Set([
  'satisfaction',
  'resultClass',
  'outcome',
  'decision',
  'attended',
  'reply',
  'mode',
  'pace',
  'purpose',
  'nature',
  'urgency',
  'handling',
]);

export function lentFields(
  kind: RecordKind,
  before: Readonly<Record<string, Value>>,
  own: Readonly<Record<string, Value>>,
): Record<string, Value> {
  const lent: Record<string, Value> = {};
  for (const [name, field] of Object.entries(kind.fields)) {
    const value = before[name];
    // 圈阅了3份 批示1份: who did the one did the other.
    // 督查食品安全 上午看了3家 下午看了2家: what was looked at goes without saying.
    const lends =
      field.type === 'choice' || field.type === 'person' || (field.type === 'text' && field.required === true);
    if (!lends || value === undefined || neverLent.has(name)) continue;
    if (own[name] === undefined) lent[name] = value;
  }
  return lent;
}

function lentState(kind: RecordKind, before: Told | undefined): string | undefined {
  if (before?.entry.kind !== kind.id || isSaidOfSome(before.piece.marks)) return undefined;
  // 报了4条 中了2条 一条动态一条专报: the list that follows is of the two.
  const { text } = before.piece.marks;
  const last = movesIn(kind, text).at(-1);
  const counts = last && /^了?\s*\d+\s*\S?$/.test(text.slice(last.end));
  return counts && last.declared.to ? last.declared.to : before.entry.status;
}
