/** Puts clauses together to sentences: what has no record behind it falls out, and an empty sentence is none. */
import { type FigureFact, type Name, tokenOf } from './fact.ts';
import type { FactSheet } from './facts.ts';

export interface Words {
  /** The token of the fact, or undefined when there is none. */
  fact(key: string): string | undefined;
  /** The fact itself, where the wording depends on its value. */
  value(key: string): FigureFact | undefined;
  /** The tokens of all facts of a breakdown. */
  facts(key: string): readonly string[];
  name(key: string): readonly string[];
  /** 全年, 上半年, 本期. */
  readonly term: string;
  readonly label: string;
}

export function wordsOf(sheet: FactSheet, time: { term: string; label: string }): Words {
  const tokens = (items: readonly (FigureFact | Name)[], key: string): string[] =>
    items.filter((item) => item.key === key).map(tokenOf);
  return {
    fact: (key) => tokens(sheet.facts, key)[0],
    value: (key) => sheet.facts.find((fact) => fact.key === key),
    facts: (key) => tokens(sheet.facts, key),
    name: (key) => tokens(sheet.names, key),
    ...time,
  };
}

type Clause = string | undefined | false;

/** Clauses to one sentence; undefined when none is left. */
export function sentence(...clauses: readonly Clause[]): string | undefined {
  const left = clauses.filter((clause): clause is string => Boolean(clause));
  return left.length === 0 ? undefined : `${left.join('，')}。`;
}

/** A clause around something that may be missing. */
export function around(before: string, middle: string | undefined, after = ''): string | undefined {
  return middle === undefined ? undefined : `${before}${middle}${after}`;
}

/**
 * 甲、乙、丙, with 等 when there are more than fit; undefined when there is none.
 * @param of what they are (制度): 甲、乙等制度, said only of several
 */
export function list(tokens: readonly string[], most = 8, of = ''): string | undefined {
  if (tokens.length === 0) return undefined;
  const shown = tokens.slice(0, most).join('、');
  if (tokens.length > most) return `${shown}等${of}`;
  return of && tokens.length > 1 ? `${shown}等${of}` : shown;
}

/** A breakdown is worth saying only with at least two parts. */
export function parts(tokens: readonly string[]): string | undefined {
  return tokens.length < 2 ? undefined : tokens.join('、');
}

/** Several sentences, without the missing ones. */
export function passage(...sentences: readonly (string | undefined)[]): string {
  return sentences.filter((one): one is string => Boolean(one)).join('');
}
