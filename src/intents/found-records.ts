/** The records a list is about, whether it is shown or sent as a table. */
import { kindOf } from '../kinds/all.ts';
import type { Entry } from '../kinds/entry.ts';
import { readEntries, selectEntries } from '../store/entries.ts';
import { type Filter, fits } from '../store/measure-filter.ts';
import { isCounted } from '../store/measure-pieces.ts';
import { resolveFilters } from '../store/measure-resolve.ts';
import { figure, isRefused } from '../store/measures.ts';
import { sampleSource } from '../store/sample.ts';
import { contains } from '../time/period.ts';
import { dayOf } from '../time/zone.ts';
import type { FindIntent } from './ask-shape.ts';
import { refusedReply, unknownReply } from './ask-trouble.ts';
import type { Outcome, Turn } from './intent.ts';

/** @returns the records, or why there are none to be told */
export function foundRecords(intent: FindIntent, turn: Turn): Entry[] | Outcome {
  const all = recordsFor(intent, turn);
  return Array.isArray(all) && intent.one ? oneOf(all, intent.one) : all;
}

/** 最近一次, 最早一次: by the day it happened. */
function oneOf(found: readonly Entry[], which: 'last' | 'first'): Entry[] {
  const sorted = [...found].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.no < b.no ? -1 : 1));
  const one = which === 'last' ? sorted.at(-1) : sorted[0];
  return one ? [one] : [];
}

function recordsFor(intent: FindIntent, turn: Turn): Entry[] | Outcome {
  const asOf = intent.asOf ?? turn.today;
  if (intent.nos) return readEntries(turn.db, intent.nos);
  if (!intent.kind) return acrossKinds(intent, turn);
  const resolved = resolveFilters(turn.db, intent.kind, { filters: intent.filters as Filter[], text: intent.text });
  if ('unknown' in resolved) return unknownReply({ unknown: resolved.unknown, kind: intent.kind }, turn);
  if (!intent.measure) return plainRecords(intent.kind, resolved.filters, { intent, turn, asOf });
  const counted = figure(turn.db, {
    kind: intent.kind,
    measure: intent.measure,
    filters: resolved.filters,
    period: intent.period,
    asOf,
  });
  if (!isRefused(counted)) return readEntries(turn.db, counted.numbers);
  const asked = {
    do: 'ask' as const,
    figures: [{ kind: intent.kind, measure: intent.measure, filters: [] }],
    period: intent.period,
  };
  return counted.refused === 'incommensurable'
    ? plainRecords(intent.kind, resolved.filters, { intent, turn, asOf })
    : refusedReply(counted, asked, turn);
}

/** Of every kind, plans as well: what was written down, what waits, what is planned. */
function acrossKinds({ told, by, period, filters, asOf }: FindIntent, { db, today, zone }: Turn): Entry[] {
  return selectEntries(db, asOf ? { asOf } : {})
    .filter((entry) => by === undefined || entry.by === by)
    .filter((entry) => !period || contains(period, entry.on))
    .filter(
      (entry) => !told || (!entry.source.startsWith(sampleSource) && contains(told, dayOf(new Date(entry.at), zone))),
    )
    .filter((entry) => filters.every((filter) => fits(entry, filter as Filter, asOf ?? today)));
}

function plainRecords(
  kindId: string,
  filters: readonly Filter[],
  given: { intent: FindIntent; turn: Turn; asOf: string },
): Entry[] {
  const kind = kindOf(kindId);
  const { intent, turn, asOf } = given;
  if (!kind) return [];
  // Days ahead are asked about for what is planned.
  const ahead = intent.filters.some((filter) => filter.field === 'status' && filter.values.includes('planned'));
  return selectEntries(turn.db, ahead ? { kind: kindId } : { kind: kindId, asOf })
    .filter((entry) => ahead || isCounted(kind, entry))
    .filter((entry) => !intent.period || contains(intent.period, entry.on))
    .filter((entry) => filters.every((filter) => fits(entry, filter, asOf)));
}
