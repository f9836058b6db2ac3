/** How surely the words of a question speak for a kind. */

import { countedBonus, isStock } from './counted-asked.ts';
import { isFiller } from './fillers.ts';
import type { Frame } from './frame.ts';
import type { KindWords, Sense, Token } from './kind-words.ts';
import { weightOf } from './places.ts';

/** 王区长 speaks for kinds that know leaders. */
export function peopleBonus(words: KindWords, frame: Frame): number {
  if (frame.people.length === 0) return 0;
  return Object.values(words.kind.fields).some((field) => field.type === 'person') ? 1.5 : -2;
}

/** 没批 asks for what waits, not for what was refused. */
export const waits = /^(?:还没|没|未)(?:批|答复|回复|办|办结|采用)$/;

/** 几篇 is counted in many kinds. */
export const unitOnly = /^(?:几|多少)/;

/** How surely a word speaks for the kind, per character. */
export function factorOf(token: Token, words: KindWords): number {
  const own = words.own.has(token.word) && !unitOnly.test(token.word);
  const [first] = token.value;
  if (first?.is === 'kind') return token.value.some((sense) => sense.is === 'kind' && sense.sure) ? 3 : 2;
  if (first?.is === 'measure') return own ? 2.5 : 1;
  // A stock is called by the name of what is counted.
  if (token.value.some((sense) => sense.is === 'value' && namesKind(sense, words))) return 2;
  const named = token.value.some((sense) => sense.is === 'value' && sense.field === 'name');
  if (named && isStock(words)) return own ? 3 : 2;
  return token.value.some((sense) => sense.is === 'value') ? (own && weightOf(token.word) > 2 ? 2 : 1) : 0.5;
}

const stockWords = /现在|目前|现有|总数|增加|新增|净增|\b(?:now|currently|at present|have)\b/;

/** 触摸屏有几台: the thing is counted in its own measure word, as it stands. */
export function namesStock(words: KindWords, values: readonly Token[], text: string): boolean {
  if (!isStock(words)) return false;
  const named = values.some((token) => token.value.some((sense) => sense.is === 'value' && sense.field === 'name'));
  return named && (countedBonus(words, text) > 0 || stockWords.test(text));
}

export function charWeight(word: string): number {
  return weightOf(word) / word.length;
}

/** A word only this kind knows points to it as well as its name. */
export function pointsTo(token: Token, words: KindWords): boolean {
  const weight = weightOf(token.word);
  if (!words.own.has(token.word) || weight < 2 || unitOnly.test(token.word) || isFiller(token.word)) return false;
  return (
    token.value.some((sense) => sense.is === 'measure') ||
    (weight > 2 && token.value.some((sense) => sense.is === 'value'))
  );
}

/** The values of a choice everybody must make are names of the thing itself (建议, 提案). */
export function namesKind(sense: Sense & { is: 'value' }, { kind }: KindWords): boolean {
  const field = kind.fields[sense.field];
  return field?.required === true && field.type === 'choice';
}
