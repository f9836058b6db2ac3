/** What is wrong with a record as told: unknown fields, values outside a field's choices, days that are none. */
import type { Text } from '../reply.ts';
import { isDay } from '../time/day.ts';
import type { NewEntry } from './entry.ts';
import { numberIn, type Precision, type RecordKind, type Value } from './kind.ts';
import { both } from './terms.ts';

const precisions: readonly Precision[] = ['exact', 'over', 'about', 'under'];

/** @returns one sentence a fault; empty when the record can be taken */
export function entryFaults(kind: RecordKind, entry: NewEntry): Text[] {
  const faults: Text[] = [];
  if (!isDay(entry.on)) faults.push(both(`日期：「${entry.on}」不是日期`, `on: "${entry.on}" is no day`));
  if (entry.until !== undefined && (!isDay(entry.until) || entry.until < entry.on))
    faults.push(
      both(
        `截至：「${entry.until}」不是 ${entry.on} 之后的日期`,
        `until: "${entry.until}" is no day from ${entry.on} on`,
      ),
    );
  if (entry.due !== undefined && !isDay(entry.due))
    faults.push(both(`期限：「${entry.due}」不是日期`, `due: "${entry.due}" is no day`));
  if (entry.quantity !== undefined && !(entry.quantity >= 0))
    faults.push(both(`数量：${entry.quantity} 不是数量`, `quantity: ${entry.quantity} is no quantity`));
  if (entry.precision !== undefined && !precisions.includes(entry.precision))
    faults.push(both(`精确度：「${entry.precision}」`, `precision: "${entry.precision}"`));
  if (entry.status !== undefined && !isState(kind, entry.status)) {
    faults.push(
      both(`状态：${kind.title.zh}没有「${entry.status}」`, `status: ${kind.id} has no state "${entry.status}"`),
    );
  }
  return [...faults, ...fieldFaults(kind, entry.fields)];
}

export function fieldFaults(kind: RecordKind, fields: Readonly<Record<string, Value>>): Text[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    const field = Object.hasOwn(kind.fields, name) ? kind.fields[name] : undefined;
    if (!field) return both(`${kind.title.zh}没有「${name}」这一项`, `${name}: ${kind.id} has no such field`);
    const label = field.label.zh;
    if (field.type === 'number' && numberIn(value) === undefined)
      return both(`${label}：「${shown(value)}」不是数`, `${name}: ${JSON.stringify(value)} is no number`);
    if (!field.choices) return [];
    const parts = Array.isArray(value) ? value : [value];
    const wrong = parts.find((part) => !Object.hasOwn(field.choices ?? {}, String(part)));
    if (wrong === undefined) return [];
    const labels = Object.values(field.choices).map((choice) => choice.label.zh);
    return both(
      `${label}：「${shown(wrong)}」不在 ${labels.join('、')} 之中`,
      `${name}: ${JSON.stringify(wrong)} is none of ${Object.keys(field.choices).join(', ')}`,
    );
  });
}

function shown(value: Value): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A main state, or one shown over it (extended, paused, suspended). */
function isState(kind: RecordKind, state: string): boolean {
  return (
    Object.hasOwn(kind.life.states, state) || Object.values(kind.life.moves).some((move) => move.overlay === state)
  );
}
