/** A second reading of a report: which kinds its words tell of. The rules read the words anew under those kinds. */
import { z } from 'zod';
import { LogIntent } from '../../intents/log.ts';
import { kindOf } from '../../kinds/all.ts';
import type { NewEntry } from '../../kinds/entry.ts';
import { entryFaults } from '../../kinds/faults.ts';
import type { Intent } from '../../reply.ts';
import type { Context } from '../context.ts';
import type { Doubt } from '../doubts.ts';
import { kindsIn } from '../kind-of.ts';
import { weightOf } from '../likeness.ts';
import { joinMarks, type Marks, type Range } from '../marks.ts';
import type { Piece } from '../piece.ts';
import { actOf } from '../speech-act.ts';
import { statementsIn } from '../statements.ts';
import { overlaps } from '../words.ts';
import { type Claim, evidenced, placeOf } from './evidence.ts';
import { choiceOf } from './offered.ts';

export const MessageReading = z.object({
  records: z
    .array(
      z.object({
        kind: z.string().max(40),
        words: z.string().max(600),
        fields: z
          .array(z.object({ name: z.string().max(40), value: z.string().max(40), words: z.string().max(200) }))
          .max(20),
      }),
    )
    .max(10),
});
export type MessageReading = z.infer<typeof MessageReading>;

export interface Said {
  readonly marks: Marks;
  readonly context: Context;
}

interface ReadAgain {
  readonly intents: readonly Intent[];
  readonly doubts: readonly Doubt[];
}

/** @returns what is to be done now; the rules' own intents wherever the reading adds nothing that the message bears out */
export function settleMessage(heard: ReadAgain, reading: MessageReading, said: Said): readonly Intent[] {
  const { intents, doubts } = heard;
  if (doubts.some(({ about }) => about === 'message')) return newlyRead(reading, said) ?? intents;
  const [only] = intents;
  if (only?.do !== 'log') return intents;
  if (doubts.some(({ about }) => about === 'kind')) {
    const other = otherKind(only as unknown as LogIntent, reading, said);
    if (other) return [other];
  }
  return [filledIn(only as unknown as LogIntent, { reading, doubts, said })];
}

/** What points back to something told before is no new record. */
const pointing =
  /(?:这|那|上面|前面|刚才|之前)的?(?:[条件个份篇次项]|说的|报的)|\b(?:that|this|the last) (?:one|item|record)\b/i;

/** What the rules find under the kinds named; written where the kind is their own best guess too and more than words was read, else put up for choice. */
function newlyRead(reading: MessageReading, said: Said): Intent[] | undefined {
  const { marks, context } = said;
  const pieces = piecesOf(reading, said);
  if (pieces.length === 0) return undefined;
  const read = statementsIn(marks, context, pieces);
  const log = read.find((intent) => intent.do === 'log');
  const items = LogIntent.safeParse(log);
  if (!items.success || read.length > 1) return movesOnly(read, said);
  const checked = withFields(items.data, reading, said);
  if (checked.items.some(({ entry }) => faulty(entry as NewEntry))) return undefined;
  const isBacked =
    pieces.every((piece) => kindsIn(piece.marks.text)[0]?.kind === piece.kind) &&
    items.data.items.every(({ entry, assumed }) => tellsMore(entry as NewEntry, assumed));
  return [isBacked && !pointing.test(marks.text) ? checked : choiceOf([checked], marks.text)];
}

/** A count, a figure or a name was read, not words alone (按要求月底要报结果). */
function tellsMore(entry: NewEntry, assumed: readonly string[]): boolean {
  return entry.quantity !== undefined || Object.keys(entry.fields).some((name) => !assumed.includes(name));
}

/** Words found in the message, each for one record, in fact told as done. */
function piecesOf(reading: MessageReading, { marks, context }: Said): Piece[] {
  const taken: Range[] = [];
  return reading.records.flatMap(({ kind: id, words }): Piece[] => {
    const kind = kindOf(id);
    const place = placeOf(words, marks.text);
    if (!kind || !place || taken.some((other) => overlaps(other, place))) return [];
    if (weightOf(marks.text.slice(place.index, place.end)) < 2) return [];
    taken.push(place);
    const own = joinMarks(marks, [place]);
    const act = actOf(own.text, own.times, context.today);
    if (act !== 'fact' || actOf(marks.text, marks.times, context.today) !== 'fact') return [];
    const timesFrom = own.times.length > 0 ? own : marks;
    return [{ marks: own, kind, strength: 'maybe', act, timesFrom, follows: false, isPart: false }];
  });
}

/** A move on a record in the ledger is never made on a model's word; it may be offered. */
function movesOnly(read: readonly Intent[], said: Said): Intent[] | undefined {
  const moves = read.filter((intent) => intent.do === 'advance');
  return moves.length > 0 && moves.length === read.length ? [choiceOf(moves, said.marks.text)] : undefined;
}

/** Another kind than the rules', to which the message gives a cue as well: asked, not taken. */
function otherKind(log: LogIntent, reading: MessageReading, said: Said): Intent | undefined {
  const [item] = log.items;
  const [first] = reading.records;
  if (!item || !first || reading.records.length > 1 || first.kind === item.entry.kind) return undefined;
  if (!kindsIn(said.marks.text).some(({ kind }) => kind.id === first.kind)) return undefined;
  const other = statementsIn(said.marks, said.context, piecesOf(reading, said));
  const read = LogIntent.safeParse(other[0]);
  if (!read.success || other.length > 1 || read.data.items.some(({ entry }) => faulty(entry as NewEntry)))
    return undefined;
  return choiceOf([log, inferred(read.data)], said.marks.text);
}

function faulty(entry: NewEntry): boolean {
  const kind = kindOf(entry.kind);
  return !kind || entryFaults(kind, entry).length > 0;
}

function inferred(log: LogIntent): LogIntent {
  return { ...log, items: log.items.map((item) => ({ ...item, assumed: [...new Set([...item.assumed, 'kind'])] })) };
}

/** Fields the rules left empty, where the message says them; all marked as inferred. */
function withFields(log: LogIntent, reading: MessageReading, said: Said): LogIntent {
  return inferred({
    ...log,
    items: log.items.map((item) => {
      const kind = kindOf(item.entry.kind);
      const missing = Object.entries(kind?.fields ?? {}).flatMap(([name, field]) =>
        field.required && item.entry.fields[name] === undefined ? [name] : [],
      );
      const filled = missing.reduce(
        (sofar, name) => withField(sofar, name, claimed(reading, item.entry.kind, name), said),
        item,
      );
      return log.items.length === 1 ? withContest(filled, reading, said) : filled;
    }),
  });
}

type Item = LogIntent['items'][number];

function claimed(reading: MessageReading, kind: string, name: string): Claim | undefined {
  return reading.records
    .filter((record) => record.kind === kind)
    .flatMap((record) => record.fields)
    .find((claim) => claim.name === name);
}

function withField(item: Item, name: string, claim: Claim | undefined, said: Said): Item {
  const kind = kindOf(item.entry.kind);
  const value = kind && claim && evidenced(kind, claim, said);
  if (value === undefined || isUsed(value, item)) return item;
  const isUnit = kind?.fields[name]?.isUnit && typeof value === 'string';
  return {
    ...item,
    entry: {
      ...item.entry,
      ...(isUnit ? { unit: value } : {}),
      fields: { ...item.entry.fields, [name]: value as Item['entry']['fields'][string] },
    },
    assumed: [...new Set([...item.assumed, name, ...(isUnit ? ['unit'] : [])])],
  };
}

/** What already stands in another field of the record is not told twice. */
function isUsed(value: unknown, { entry }: Item): boolean {
  return Object.values(entry.fields).some((other) => other === value);
}

/** The rules' own record with the fields that were in doubt; an assumed choice the message speaks against is asked for. */
function filledIn(log: LogIntent, given: { reading: MessageReading; doubts: readonly Doubt[]; said: Said }): Intent {
  const { reading, doubts, said } = given;
  const items = log.items.map((item, at) => {
    const fields = doubts.flatMap((doubt) => (doubt.about === 'field' && doubt.item === at ? [doubt.field] : []));
    const filled = fields.reduce(
      (sofar, name) => withField(sofar, name, claimed(reading, item.entry.kind, name), said),
      item,
    );
    return log.items.length === 1 ? withContest(filled, reading, said) : filled;
  });
  return { ...log, items };
}

/** What the rules only assumed and the second reader reads otherwise is asked, whoever is right. */
function withContest(item: Item, reading: MessageReading, said: Said): Item {
  const contested = contestedIn(item, reading, said);
  return contested ? { ...item, contested } : item;
}

function contestedIn(item: Item, reading: MessageReading, said: Said): Item['contested'] {
  const kind = kindOf(item.entry.kind);
  for (const name of item.assumed) {
    const field = kind?.fields[name];
    const own = item.entry.fields[name];
    const claim = claimed(reading, item.entry.kind, name);
    if (!kind || !field?.choices || typeof own !== 'string' || !claim) continue;
    const isThere = placeOf(claim.words, said.marks.text) !== undefined && Object.hasOwn(field.choices, claim.value);
    if (isThere && claim.value !== own) return { field: name, values: [own, claim.value] };
  }
  return undefined;
}
