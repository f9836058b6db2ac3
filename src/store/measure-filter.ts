/** Narrows a measure to the records a question speaks of: a unit in some role, a value, a state, a due range, a word. */
import { kindOf } from '../kinds/all.ts';
import type { Entry } from '../kinds/entry.ts';
import type { Day } from '../time/day.ts';
import { entryValue } from './where.ts';

/**
 * `field` is a field or column of the kind, or one of: `anyUnit` (lead or co), `town` (the unit is a 街道, 镇 or 乡),
 * `moved` (a move that happened to it), `state` (open, overdue, closed, unanswered), `due` (values `FROM..TO`, closed-open), `words` (all stand somewhere in the record).
 * A number field may be held against limits (`>50`, `<=3`).
 * One of the values must fit; `not` turns it around. `said` is how the question named it.
 */
export interface Filter {
  readonly field: string;
  readonly values: readonly string[];
  readonly said?: string;
  readonly not?: boolean;
}

/** Whether the record still waits for somebody: its state says so. */
export function isWaiting(entry: Entry): boolean {
  return kindOf(entry.kind)?.life.states[entry.status]?.open ?? false;
}

export function isTown(unit: string): boolean {
  return /(?:街道|镇|乡)$/.test(unit);
}

/** Every unit a record names: the one in charge first, then those that take part. */
export function unitsIn(entry: Entry): string[] {
  const kind = kindOf(entry.kind);
  const found = entry.unit ? [entry.unit] : [];
  for (const [name, field] of Object.entries(kind?.fields ?? {})) {
    const value = entry.fields[name];
    if (field.type === 'units' && Array.isArray(value)) found.push(...value);
  }
  return [...new Set(found)];
}

/** The values a record has for a field, as texts; none when it is not filled. */
export function textsOf(entry: Entry, field: string): readonly string[] {
  if (field === 'anyUnit') return unitsIn(entry);
  const value = entryValue(entry, field);
  if (value === undefined || value === '') return [];
  if (Array.isArray(value)) return value.map(String);
  return [String(typeof value === 'object' && 'value' in value ? value.value : value)];
}

/** Everything that is written in a record, for words that name no value of a field. */
export function hayOf(entry: Entry): string {
  const kind = kindOf(entry.kind);
  const texts = Object.entries(entry.fields).flatMap(([name, value]) => {
    if (typeof value === 'string') return kind?.fields[name]?.choices ? [] : [value];
    return Array.isArray(value) ? value.map(String) : [];
  });
  return [entry.title, entry.unit ?? '', entry.note ?? '', ...texts].join(' ').toLowerCase();
}

/** @param today what overdue is measured against */
export function fits(entry: Entry, filter: Filter, today: Day): boolean {
  return oneFits(entry, filter, today) !== Boolean(filter.not);
}

function oneFits(entry: Entry, filter: Filter, today: Day): boolean {
  switch (filter.field) {
    case 'town':
      return (
        entry.unit !== undefined &&
        isTown(entry.unit) &&
        filter.values.some((sort) => sort === 'yes' || entry.unit!.endsWith(sort))
      );
    case 'state':
      return filter.values.some((state) => inState(entry, state, today));
    case 'due':
      return filter.values.some((range) => dueWithin(entry, range));
    case 'moved':
      return filter.values.some((move) => (entry.days[move]?.length ?? 0) > 0);
    case 'words':
      return filter.values.every((word) => hayOf(entry).includes(word.toLowerCase()));
    default:
      if (limit.test(filter.values[0] ?? '')) return withinLimit(entry, filter);
      return textsOf(entry, filter.field).some((text) => filter.values.some((value) => sameText(text, value)));
  }
}

/** A condition on a number: `>50`, `>=50`, `<50`, `<=50`. */
export const limit = /^(?<is>[<>]=?)(?<value>\d+(?:\.\d+)?)$/;

/** Several told at once (9月会务71场 5100人次) do not say how many each of them had: none of them fits. */
function withinLimit(entry: Entry, { field, values }: Filter): boolean {
  const [text] = entry.quantity > 1 ? [] : textsOf(entry, field);
  if (text === undefined) return false;
  return values.every((value) => {
    const { is = '', value: bound = '' } = limit.exec(value)?.groups ?? {};
    const beyond = is.startsWith('>') ? Number(text) - Number(bound) : Number(bound) - Number(text);
    return is.endsWith('=') ? beyond >= 0 : beyond > 0;
  });
}

function inState(entry: Entry, state: string, today: Day): boolean {
  const waiting = isWaiting(entry);
  if (state === 'open') return waiting;
  if (state === 'closed') return !waiting;
  if (state === 'unanswered') return waiting && isUnanswered(entry);
  return state === 'overdue' && waiting && entry.due !== undefined && entry.due < today;
}

/** Somebody waits for a reply, and none was given. */
function isUnanswered(entry: Entry): boolean {
  const replies = kindOf(entry.kind)?.life.moves.reply !== undefined;
  return replies && !entry.days.reply?.length;
}

function dueWithin(entry: Entry, range: string): boolean {
  const [from = '', to = ''] = range.split('..');
  return entry.due !== undefined && (from === '' || entry.due >= from) && (to === '' || entry.due < to);
}

/** 037 is 37; otherwise as written. */
function sameText(text: string, value: string): boolean {
  return text === value || (/^\d+$/.test(text) && /^\d+$/.test(value) && Number(text) === Number(value));
}
