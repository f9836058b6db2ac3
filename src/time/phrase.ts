/** Reads every day or span of days a sentence names, in Chinese or English, as of a given day. */
import { allMatches } from './all-matches.ts';
import type { Day } from './day.ts';
import { sameLastYear } from './period.ts';
import { type Chain, chainAt, nearest, settle } from './phrase/chain.ts';
import { type Found, momentFrom, opened, rangeFrom, withTail } from './phrase/join.ts';
import { anchored, type Grain, type Moment, momentOf, type Said, type Scope } from './phrase/link.ts';
import { normalise } from './phrase/normal.ts';
import { isDeadline, type Tense, tenseAround } from './phrase/tense.ts';
import type { TimeSettings } from './settings.ts';

export type { Grain, Said } from './phrase/link.ts';
export type { Tense } from './phrase/tense.ts';
export type { TimeSettings } from './settings.ts';

export interface TimeSpan {
  /** Null when open to that side. */
  readonly start: Day | null;
  /** Exclusive; null when open. */
  readonly end: Day | null;
  readonly text: string;
  readonly index: number;
  readonly grain: Grain;
  readonly said: Said;
  /** Runs up to today because the words say so (今年以来, year to date). */
  readonly toDate?: boolean;
  /** The other side of a comparison (去年同期). */
  readonly comparison?: 'same-last-year' | 'before';
  /** False when the words leave room for another reading. */
  readonly sure: boolean;
}

export interface ReadTimesOptions {
  readonly now: Day | { readonly day: Day; readonly hour: number };
  readonly lang?: 'zh' | 'en';
  /** Settles 3号, 周三 and 3月12日; without it the verbs of the sentence do. */
  readonly tense?: Tense;
  readonly settings?: TimeSettings;
}

/** Text in which no day of the speaker's own is named: titles in 《》 and addresses. */
const elsewhere = /《[^》\n]{0,200}》|https?:\/\/\S+/g;
/** What happens every day or week has no day. */
const recurring =
  /(?:[每逐](?:隔|逢)?[一两二三四五六七八九十\d]?个?(?:[年月周天日]|季度?|星期|礼拜|工作日)?的?|逢)$|(?:^|[^a-z])(?:every|each)\s(?:other\s)?$/i;
/** Between the members of a list, so that a later one is read in the year and month of the one before. */
/** A date left over behind a month that has no such day: 2月30日 is no day at all. */
const unreal = /(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号](?!提案|建议|文)/y;
const rough = /^(?:前后|左右)/;
const announced = /[\s,，(（]{0,2}/y;
const listGlue = /^\s?(?:[、,，;；和及与或]|以及|and|or)?\s?$/;

function quietPlaces(text: string): { index: number; end: number }[] {
  return allMatches(elsewhere, text).map((match) => ({ index: match.index, end: match.index + match[0].length }));
}

/** 去年同期 of a period named before it is that period a year back. */
function compared(scope: Scope, earlier: Scope | undefined): Scope {
  if (!scope.comparison || !earlier?.start || !earlier.end || earlier.comparison) return scope;
  const { from, to } = sameLastYear({ from: earlier.start, to: earlier.end });
  return { ...scope, start: from, end: to };
}

/** The moment for a phrase that continues a list: the member before it lends its year and month. */
function listMoment(moment: Moment, gap: string, last: Found | undefined): Moment {
  return last?.scope.start && listGlue.test(gap) ? momentFrom(moment, last.scope.start) : moment;
}

/** A second name of the same day right behind the first belongs to it: 2月14日情人节. */
function add(found: Found[], one: Found): void {
  const last = found.at(-1);
  if (last?.end === one.index && last.scope.start === one.scope.start && last.scope.end === one.scope.end) {
    found[found.length - 1] = { ...last, end: one.end };
  } else found.push(one);
}

/** Every expression of a day or span of days, in reading order; none overlap. */
export function readTimes(original: string, options: ReadTimesOptions): TimeSpan[] {
  const today = typeof options.now === 'string' ? options.now : options.now.day;
  const { text, places } = normalise(original);
  const base = { ...momentOf(today, options.settings ?? {}), latin: /[A-Za-z]/.test(text) };
  const quiet = quietPlaces(text);
  const found: Found[] = [];
  let quietAt = 0;
  for (let index = 0; index < text.length; ) {
    while (quietAt < quiet.length && quiet[quietAt]!.end <= index) quietAt += 1;
    if (quiet[quietAt] && quiet[quietAt]!.index <= index) {
      index = quiet[quietAt]!.end;
      continue;
    }
    const moment = anchored(base, found.at(-1)?.scope);
    const chain = chainAt(text, index, moment);
    if (!chain) {
      index += 1;
      continue;
    }
    unreal.lastIndex = chain.end;
    const beyond = text[chain.end - 1] === '月' ? unreal.exec(text) : null;
    if (beyond) {
      index = chain.end + beyond[0].length;
      continue;
    }
    const one = recurring.test(text.slice(Math.max(0, index - 6), index))
      ? null
      : readPhrase(text, chain, { base: moment, last: found.at(-1), tense: options.tense });
    if (one) add(found, one);
    index = Math.max(one?.end ?? chain.end, index + 1);
  }
  return found.map(({ scope, index, end }): TimeSpan => {
    const from = places[index]!;
    const to = places[end - 1]! + 1;
    return {
      start: scope.start,
      end: scope.end,
      text: original.slice(from, to),
      index: from,
      grain: scope.grain,
      said: scope.said,
      ...(scope.toDate && { toDate: true }),
      ...(scope.comparison && { comparison: scope.comparison }),
      sure: scope.sure !== false,
    };
  });
}

/** The date a weekday only announces: 周日,二月十号. */
function dateAfter(text: string, end: number, moment: Moment): Chain | null {
  announced.lastIndex = end;
  const gap = announced.exec(text)?.[0].length ?? 0;
  const next = chainAt(text, end + gap, moment);
  const scope = next && next.float !== 'week' && settle(next, moment, 'neutral');
  return scope && scope.grain === 'day' && scope.said === 'explicit' ? next : null;
}

function inferredTense(text: string, chain: Chain): Tense {
  const tense = tenseAround(text, chain.index);
  return tense === 'neutral' && isDeadline(text, chain.index, chain.end) ? 'future' : tense;
}

/** One phrase with all that belongs to it. */
function readPhrase(text: string, chain: Chain, near: { base: Moment; last?: Found; tense?: Tense }): Found | null {
  const tense = near.tense && near.tense !== 'neutral' ? near.tense : inferredTense(text, chain);
  const listed = listMoment(near.base, near.last ? text.slice(near.last.end, chain.index) : '-', near.last);
  const scope = listed === near.base ? settle(chain, near.base, tense) : nearest(chain, listed);
  if (!scope) return null;
  const settled = { scope: compared(scope, near.last?.scope), end: withTail(text, chain, scope) };
  const range = rangeFrom(
    { text, moment: near.base, tense, chainAt: (at, moment) => chainAt(text, at, moment) },
    chain.index,
    { ...settled, chain },
  );
  if (range) return opened(text, range, near.base);
  const dated = chain.float === 'week' && scope.grain === 'day' ? dateAfter(text, settled.end, near.base) : null;
  if (dated) return readPhrase(text, { ...dated, index: chain.index }, near);
  if (scope.onlyInRange) return null;
  const roughly = rough.exec(text.slice(settled.end, settled.end + 2));
  if (roughly)
    return { scope: { ...settled.scope, sure: false }, index: chain.index, end: settled.end + roughly[0].length };
  return opened(text, { scope: settled.scope, index: chain.index, end: settled.end }, near.base);
}
