/** Reads what of a question one kind of record explains: its name, its figures, the values of its fields. */

import type { AskedFilter } from '../../intents/ask-shape.ts';
import { mayMatch } from '../may-match.ts';
import { remember } from '../remember.ts';
import type { Lexicon } from '../vocabulary.ts';
import { countedBonus, countedIn, measuresCounted, otherwiseCounted, wordsCounted } from './counted-asked.ts';
import { leftovers } from './fillers.ts';
import type { Frame } from './frame.ts';
import { issuesAsked, issuesFilter } from './issues-asked.ts';
import { charWeight, factorOf, namesKind, namesStock, peopleBonus, pointsTo, waits } from './kind-score.ts';
import { type KindWords, kindWords, type Token } from './kind-words.ts';
import { leavingWords, leftOut, strangeLeft } from './left-out.ts';
import { blank, lexiconsIn, overlap, type Span, weightOf } from './places.ts';
import { valuesIn } from './values-named.ts';

export interface KindReading {
  readonly words: KindWords;
  readonly score: number;
  /** The kind is named, not only guessed by a word it shares with others. */
  readonly named: boolean;
  /** It is called by its name, not by a figure or value of its own. */
  readonly called: boolean;
  /** By a name that means nothing else. */
  readonly sure: boolean;
  /** Measures named, the most telling first. */
  readonly measures: readonly { readonly id: string; readonly word: string; readonly span: Span }[];
  /** Measures told only by the unit that was asked for. */
  readonly counted: readonly string[];
  readonly values: readonly AskedFilter[];
  readonly fields: readonly string[];
  readonly spans: readonly Span[];
  /** Every word of the kind that stands in the question, whether the figure comes to use it or not. */
  readonly tokens: readonly Token[];
  /** Whether a word only says again what the kind is or what stands in brackets. */
  isOwn(word: string, span: Span): boolean;
  /** What nothing explains. */
  readonly unknown: readonly { readonly word: string; readonly span: Span; readonly not?: boolean }[];
}

/** What points to which kinds; made with the words of the kinds, when the first question comes. */
interface Pointing {
  readonly byWords: ReadonlyMap<Lexicon, readonly KindWords[]>;
  ableIn(text: string): ReadonlySet<RegExp>;
}

let pointing: Pointing | undefined;

function pointingOf(): Pointing {
  if (pointing) return pointing;
  const byWords = new Map<Lexicon, KindWords[]>();
  for (const kind of kindWords())
    for (const { words } of Object.values(kind.senses))
      if (words) byWords.set(words, [...(byWords.get(words) ?? []), kind]);
  const patterns = kindWords().flatMap((kind) => kind.patterns.map(({ pattern }) => pattern));
  pointing = { byWords, ableIn: remember(mayMatch(patterns)) };
  return pointing;
}

/** The kinds of which any word or pattern stands in the text: the others need not be read. */
export function touchedKinds(text: string): KindWords[] {
  const { byWords, ableIn } = pointingOf();
  const touched = new Set<KindWords>();
  for (const words of lexiconsIn(text)) for (const kind of byWords.get(words) ?? []) touched.add(kind);
  const able = ableIn(text);
  return kindWords().filter(
    (kind) => touched.has(kind) || kind.patterns.some(({ pattern }) => able.has(pattern) && pattern.test(text)),
  );
}

export function readKind(words: KindWords, frame: Frame): KindReading {
  const { rest } = frame;
  // A 督查组 that comes is no 督查.
  const about = topicIn(frame.text);
  const ofTopic = (token: Span) => about !== undefined && token.start >= about.start && token.end <= about.end;
  const names = words.senses.names
    .find(rest)
    .filter((token) => !/[组团]/.test(rest[token.end] ?? '') && !ofTopic(token));
  const allFigures = words.senses.figures.find(rest).filter((token) => !ofTopic(token));
  // 资金类请示: the sort, not the sum.
  const namesSort = ({ end }: Span) => /^[类型]/.test(rest.slice(end));
  const allValues = words.senses.values.find(rest);
  // 满意 in 满意率 is no value of its own, nor 同意 in 不同意 a figure.
  const values = allValues.filter(
    (token) =>
      !names.some((name) => name.word.includes(' and ') && inside(token, name)) &&
      !allFigures.some((other) => inside(token, other) || (sameSpan(token, other) && !namesSort(other))) &&
      tellsValue(token, words, rest),
  );
  const figures = allFigures.filter(
    (token) =>
      !values.some(
        (other) =>
          (inside(token, other) && /^(?:[不未没非延]|[a-z])/.test(other.word) && isValue(other)) ||
          (sameSpan(token, other) && namesSort(token)),
      ),
  );
  const { out, spans: leaving } = leftOut(
    frame.text,
    [...values.filter(isValue), ...figures.filter((token) => ofOneSort(token, words))],
    names,
  );
  const kept = out.size > 0 ? values.filter((token) => out.has(token) || !onlyOther(token)) : values;
  const tokens = [...names, ...figures, ...kept];
  const patterned = patternSpans(words, rest, names);
  const issues = words.kind.fields.issueNo ? issuesAsked(rest) : [];
  const known: Span[] = [...tokens, ...leaving, ...issues, ...patterned.filter((one) => one.exact)];
  const isOwn = (word: string, span: Span) => words.kind.title.zh.includes(word) || isGloss(span, rest, tokens);
  // 大会堂的不算: a word only the ledger knows can be left out as well.
  const looseEnds = out.size === 0 ? leavingWords(frame.text) : [];
  const strange = looseEnds.length > 0 ? leftovers(blank(rest, [...known, ...looseEnds])) : [];
  const leftWords = strangeLeft(
    frame.text,
    strange.map(({ span }) => span),
    looseEnds,
  );
  const leaves = leftWords.length > 0;
  const spans = leaves ? [...known, ...looseEnds] : known;
  const unknown = leftovers(blank(rest, spans))
    .filter(({ word, span }) => !isOwn(word, span))
    .map((one) => (leftWords.some(({ start }) => start === one.span.start) ? { ...one, not: true } : one));
  const covered = new Map<number, number>();
  for (const token of [...values, ...figures, ...names]) {
    const factor = factorOf(token, words);
    for (let at = token.start; at < token.end; at += 1)
      covered.set(at, Math.max(covered.get(at) ?? 0, factor * charWeight(token.word)));
  }
  const told = [...covered.values()].reduce((sum, one) => sum + one, 0);
  const guessed = patterned.reduce((sum, one) => sum + (one.sure ? 2.5 : 1.5) * Math.min(3, weightOf(one.word)), 0);
  const missed = unknown.reduce((sum, { word }) => sum + weightOf(word), 0);
  return {
    words,
    called: names.length > 0 || patterned.length > 0 || namesStock(words, values, frame.text),
    sure:
      names.some((token) => token.value.some((sense) => sense.is === 'kind' && sense.sure)) ||
      patterned.some((one) => one.sure),
    named:
      names.length > 0 ||
      patterned.length > 0 ||
      [...figures, ...values].some((token) => pointsTo(token, words)) ||
      values.some((token) => token.value.some((sense) => sense.is === 'value' && namesKind(sense, words))) ||
      namesStock(words, values, frame.text),
    score:
      told +
      guessed +
      countedBonus(words, frame.text) +
      peopleBonus(words, frame) -
      otherwiseCounted(words, frame.text) -
      1.5 * missed -
      (words.kind.cues.never?.some((never) => never.test(frame.text)) ? 2 : 0),
    measures: measuresIn(words, figures, frame.text),
    counted: measuresCounted(words, frame.text),
    values: [
      ...valuesIn(words, leaves ? kept.filter((token) => !onlyOther(token)) : kept, out),
      ...issuesFilter(issues),
    ],
    fields: values.flatMap((token) => token.value.flatMap((sense) => (sense.is === 'field' ? sense.field : []))),
    spans,
    tokens,
    isOwn,
    unknown,
  };
}

/** The figure of one sort (常务会, 政策文件), which can be left out as the sort itself can. */
function ofOneSort(token: Token, { kind }: KindWords): boolean {
  return token.value.some((sense) => {
    const measure = sense.is === 'measure' ? kind.measures[sense.id] : undefined;
    const [only, ...more] =
      measure?.type === 'count' || measure?.type === 'sum' ? Object.keys(measure.where?.fields ?? {}) : [];
    return only !== undefined && more.length === 0 && only !== 'status';
  });
}

function isValue(token: Token): boolean {
  return token.value.some((sense) => sense.is === 'value');
}

/** 关于防汛值守的批示: what a thing is about names no kind. */
function topicIn(text: string): Span | undefined {
  const match = /(?:关于|有关|涉及|围绕)([^,;的]{2,12})的/.exec(text);
  return match ? { start: match.index, end: match.index + match[0].length - 1 } : undefined;
}

/** 除了常务会, 其他会议: beside what is left out 其他 is the rest, no sort of its own. */
function onlyOther(token: Token): boolean {
  return token.value.every((sense) => sense.is === 'value' && sense.value === 'other');
}

/** environmental cleanup (环境整治): English before a Chinese word in brackets only says it again. */
function isGloss(span: Span, rest: string, tokens: readonly Span[]): boolean {
  if (!/^[a-z -]+$/.test(rest.slice(span.start, span.end))) return false;
  const behind = /^[^(（]*[(（]\s*(?=[\u4e00-\u9fff])/.exec(rest.slice(span.end));
  if (!behind) return false;
  const inside = span.end + behind[0].length;
  return tokens.some((token) => token.start <= inside && token.end > inside);
}

/** 费用 is the sum that is asked for, no value besides. */
function sameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

function inside(a: Span, b: Span): boolean {
  return a.start >= b.start && a.end <= b.end && a.end - a.start < b.end - b.start;
}

/** 制度 in a question about 制度建设 names the kind, 写了 is only a verb. */
function tellsValue(token: Token, words: KindWords, rest: string): boolean {
  const senses = token.value.filter((sense) => sense.is === 'value');
  if (senses.length === 0) return true;
  // Give me a list: an article, no class A.
  if (/^[a-d]$/i.test(token.word) && /^\s+(?!class|grade|category)[a-z]/.test(rest.slice(token.end))) return false;
  const fields = senses.map((sense) => (sense.is === 'value' ? sense.field : ''));
  if (fields.every((field) => field === 'role') && /写/.test(token.word)) return false;
  if (/[组团堂厅室]/.test(rest[token.end] ?? '') || /[组团]$/.test(token.word)) return false;
  if (/^(?:还没|没|未)/.test(token.word) && waits.test(token.word)) return false;
  if (token.word.endsWith('了') && !fields.some((field) => ['resultClass', 'status', 'moved'].includes(field)))
    return false;
  const { title } = words.kind;
  return fields.includes('source') || !(title.zh.includes(token.word) || title.en.toLowerCase() === token.word);
}

interface Patterned extends Span {
  readonly word: string;
  readonly sure: boolean;
  /** The pattern is a plain word, so what it covers is explained. */
  readonly exact: boolean;
}

function patternSpans(words: KindWords, rest: string, names: readonly Token[]): Patterned[] {
  return words.patterns.flatMap(({ pattern, sure }): Patterned[] => {
    const match = pattern.exec(rest);
    if (!match || match[0].length === 0) return [];
    const span = { start: match.index, end: match.index + match[0].length };
    if (names.some((name) => overlap(name, span))) return [];
    return [{ ...span, word: match[0], sure, exact: !/[.*+{]/.test(pattern.source) }];
  });
}

/** How specific a sort of figure is: a rate named beside a count is what was asked for. */
const ranks: Record<string, number> = { rate: 5, ratio: 5, duration: 4, latest: 3, sum: 3, count: 2 };

function measuresIn(words: KindWords, tokens: readonly Token[], text: string): KindReading['measures'] {
  const { kind } = words;
  const units = wordsCounted(text);
  // 几批客人 asks for groups, though guests are named.
  const counted = (id: string) => units.some((unit) => countedIn(kind.measures[id]?.unit.zh ?? '', unit));
  const found = tokens.flatMap((token) =>
    token.value.flatMap((sense) =>
      sense.is === 'measure' ? { id: sense.id, word: token.word, span: token as Span } : [],
    ),
  );
  const weight = (id: string, word: string) =>
    (counted(id) && units.length === 1 ? 200 : 0) +
    (id === kind.main ? 0 : 100) +
    (ranks[kind.measures[id]?.type ?? ''] ?? 0) * 20 +
    weightOf(word);
  const best = new Map<string, (typeof found)[number]>();
  for (const one of found) {
    const known = best.get(one.id);
    if (!known || weightOf(known.word) < weightOf(one.word)) best.set(one.id, one);
  }
  const sorted = [...best.values()].sort((a, b) => weight(b.id, b.word) - weight(a.id, a.word));
  const ahead = sorted.find(
    ({ id, span, word }) => /^[a-z]/.test(word) && kind.measures[id]?.type === 'sum' && isAskedFirst(text, span),
  );
  if (ahead) return [ahead, ...sorted.filter((one) => one !== ahead)];
  const first = sorted[0];
  const type = first && kind.measures[first.id]?.type;
  const main = kind.measures[kind.main];
  // The unit asked for is that of the kind itself, and only sums of other units were named.
  const heads = words.senses.names.find(text).some((name) => headsEnglish(text, name));
  if (first && type === 'sum' && main?.type === 'count' && (heads || (counted(kind.main) && !counted(first.id)))) {
    return [{ id: kind.main, word: '', span: first.span }, ...sorted];
  }
  return sorted;
}

/** "total volumes of archive consultations", "how many volumes did …": the noun behind the question is what is counted. */
function isAskedFirst(text: string, span: Span): boolean {
  return /^(?:.*,\s*)?(?:how many|number of|total)\s+(?:the\s+)?$/.test(text.slice(0, span.start));
}

/** "receptions of provincial guests" are receptions: the first noun is what is counted. */
function headsEnglish(text: string, span: Span): boolean {
  const before = text.slice(0, span.start);
  return (
    /^(?:how many|number of|total|the|all|\s)*$/.test(before) &&
    /^\s+(?:of|from|with|by|for)\b/.test(text.slice(span.end))
  );
}
