/** What is wrong with a record as told: unknown fields, values outside a field's choices, days that are none. */
import { isDay } from '../time/day.ts';
import type { NewEntry } from './entry.ts';
import { numberIn, type Precision, type RecordKind, type Value } from './kind.ts';

const precisions: readonly Precision[] = ['exact', 'over', 'about', 'under'];

/** @returns one sentence a fault; empty when the record can be taken */
export function entryFaults(kind: RecordKind, entry: NewEntry): string[] {
  const faults: string[] = [];
  if (!isDay(entry.on)) faults.push(`on: "${entry.on}" is no day`);
  if (entry.until !== undefined && (!isDay(entry.until) || entry.until < entry.on))
    faults.push(`until: "${entry.until}" is no day from ${entry.on} on`);
  if (entry.due !== undefined && !isDay(entry.due)) faults.push(`due: "${entry.due}" is no day`);
  if (entry.quantity !== undefined && !(entry.quantity >= 0)) faults.push(`quantity: ${entry.quantity} is no quantity`);
  if (entry.precision !== undefined && !precisions.includes(entry.precision))
    faults.push(`precision: "${entry.precision}"`);
  if (entry.status !== undefined && !isState(kind, entry.status)) {
    faults.push(`status: ${kind.id} has no state "${entry.status}"`);
  }
  return [...faults, ...fieldFaults(kind, entry.fields)];
}

export function fieldFaults(kind: RecordKind, fields: Readonly<Record<string, Value>>): string[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    const field = Object.hasOwn(kind.fields, name) ? kind.fields[name] : undefined;
    if (!field) return `${name}: ${kind.id} has no such field`;
    if (field.type === 'number' && numberIn(value) === undefined)
      return `${name}: ${JSON.stringify(value)} is no number`;
    if (!field.choices) return [];
    const parts = Array.isArray(value) ? value : [value];
    const wrong = parts.find((part) => !Object.hasOwn(field.choices ?? {}, String(part)));
    return wrong === undefined
      ? []
      : `${name}: ${JSON.stringify(wrong)} is none of ${Object.keys(field.choices).join(', ')}`;
  });
}

/** A main state, or one shown over it (extended, paused, suspended). */
function isState(kind: RecordKind, state: string): boolean {
  return (
    Object.hasOwn(kind.life.states, state) || Object.values(kind.life.moves).some((move) => move.overlay === state)
  );
}
