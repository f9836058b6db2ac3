/** How well records fit the words that are said of them, and what a piece comes to speak of. */

import { kindOf } from '../kinds/all.ts';
import type { Entry } from '../kinds/entry.ts';
import type { RecordKind } from '../kinds/kind.ts';
import { isOpen, poolOf } from './can-happen.ts';
import { choiceIn } from './choices.ts';
import type { Context } from './context.ts';
import { kindsIn } from './kind-of.ts';
import { likeness } from './likeness.ts';
import { inOrder } from './rows.ts';

export interface Referred {
  readonly entries: readonly Entry[];
  /** More than one fits and only one is meant. */
  readonly doubtful?: true;
  /** It was called by its number, so that nothing else can be meant. */
  readonly coded?: true;
  /** Days named before this place describe the record, not what happened to it. */
  readonly behind: number;
}

/** Several are asked about in the order in which they were told. */
export function oneOf(entries: readonly Entry[], behind: number): Referred {
  return entries.length === 1 ? { entries, behind } : { entries: inOrder(entries), doubtful: true, behind };
}

export function openFirst(entries: readonly Entry[]): readonly Entry[] {
  const open = entries.filter(isOpen);
  return open.length > 0 ? open : entries;
}

export function matched(
  description: string,
  kind: RecordKind | undefined,
  given: { context: Context; least: number; behind: number; units?: readonly string[] },
): Referred | undefined {
  const { context, least, behind } = given;
  const near = bestOf(poolOf(kind, context), description, least, given.units);
  const words = description.split(/\s+/).filter((word) => word.length >= 2);
  const found =
    near.length > 0
      ? near
      : bestOf(context.find({ ...(kind ? { kind: kind.id } : {}), words }), description, Math.max(least, 0.6));
  return found.length > 0 ? oneOf(found, behind) : undefined;
}

/** The entries that fit best; several only where none is better. Open ones go before closed ones. */
export function bestOf(
  entries: readonly Entry[],
  description: string,
  least: number,
  units: readonly string[] = [],
): Entry[] {
  // The unit of the record speaks for it where half of the words fit.
  const fitOf = (entry: Entry): number => {
    const score = likeness(description, entry);
    return score >= 0.45 && entry.unit !== undefined && units.includes(entry.unit) ? score + 0.35 : score;
  };
  const scored = entries
    .filter((entry) => !entry.void && entry.status !== 'withdrawn')
    .map((entry) => ({ entry, score: fitOf(entry) }))
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score);
  const top = scored[0]?.score ?? 0;
  return [...openFirst(scored.filter(({ score }) => score > top - 0.05).map(({ entry }) => entry))];
}

/** 12号建议 and 12号提案 are two cases. */
export function sameSource(entry: Entry, text: string): boolean {
  const kind = kindOf(entry.kind);
  const field = kind?.fields.source;
  if (!kind || field?.type !== 'choice' || entry.fields.source === undefined) return true;
  // 代表不满意 tells who put it forward as people call him, not which of the two it is.
  const told = choiceIn(
    kind,
    field,
    text.replace(
      /(?<!人大)代表(?!建议)|(?<!政协)委员(?!提案)|\b(?:deput(?:y|ies)|members?)\b(?!['’]? (?:suggestion|proposal))/gi,
      '  ',
    ),
  )?.id;
  return told === undefined || told === entry.fields.source;
}
/** Whether the kind is named beyond what may point to it. */
export function namesKind(text: string, kind: RecordKind): boolean {
  return kindsIn(text).some((scored) => scored.kind === kind && scored.strength !== 'maybe');
}
