/** Whether a record fulfils a condition of a measure or a filter. */
import type { Entry } from '../kinds/entry.ts';
import type { Value, Where } from '../kinds/kind.ts';
import type { Day } from '../time/day.ts';

/** The value of a column or field by its name. */
export function entryValue(entry: Entry, name: string): Value | undefined {
  switch (name) {
    case 'unit':
      return entry.unit;
    case 'status':
      return entry.status;
    case 'no':
      return entry.no;
    case 'section':
      return entry.section;
    case 'title':
      return entry.title;
    case 'quantity':
      return entry.quantity;
    default:
      return entry.fields[name];
  }
}

/** @param today needed for `overdue` only */
export function holds(
  entry: Entry,
  where: Where,
  context: { today?: Day; open?: (entry: Entry) => boolean } = {},
): boolean {
  for (const [name, values] of Object.entries(where.fields ?? {})) {
    const value = entryValue(entry, name);
    if (value === undefined) return false;
    const said = Array.isArray(value)
      ? value.map(String)
      : [String(typeof value === 'object' && 'value' in value ? value.value : value)];
    if (!said.some((one) => values.includes(one))) return false;
  }
  if (where.filled?.some((name) => entryValue(entry, name) === undefined)) return false;
  if (where.moved?.some((move) => !entry.days[move]?.length)) return false;
  if (where.onTime !== undefined) {
    const day = entry.days[where.onTime]?.at(-1);
    if (!day || (entry.due !== undefined && day > entry.due)) return false;
  }
  const open = context.open?.(entry);
  if (where.open !== undefined && open !== undefined && open !== where.open) return false;
  if (where.overdue !== undefined) {
    const overdue = Boolean(open && entry.due && context.today && entry.due < context.today);
    if (overdue !== where.overdue) return false;
  }
  if (where.anyOf && !where.anyOf.some((part) => holds(entry, part, context))) return false;
  if (where.not && holds(entry, where.not, context)) return false;
  return true;
}
