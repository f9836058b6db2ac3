/** Short hands for the tables of the kinds: a text in both languages, a choice with its words. */
import type { Text } from '../reply.ts';
import type { Choice, Field } from './kind.ts';

/** A text in Chinese and English. */
export function both(zh: string, en: string): Text {
  return { zh, en };
}

/** A value of a field: its label and how people say it besides. */
export function choice(zh: string, en: string, words: readonly string[] = []): Choice {
  return { label: { zh, en }, words };
}

/** A usual value of a free text; stored under its Chinese label. */
export const known = choice;

/** Yes or no, each with its own label. */
export function yesOrNo(yes: Choice, no: Choice): NonNullable<Field['choices']> {
  return { yes, no };
}
