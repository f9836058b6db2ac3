/** Holds every word of a question to account: what could change the figure but was not used is named, never dropped. */

import type { AskedFilter } from '../../intents/ask-shape.ts';
import type { Measure, RecordKind } from '../../kinds/kind.ts';
import { allMatches } from '../../time/all-matches.ts';
import type { FigureAsked } from './figure-asked.ts';
import { leftovers } from './fillers.ts';
import type { Frame } from './frame.ts';
import type { KindReading } from './kind-reading.ts';
import type { Sense, Token } from './kind-words.ts';
import { leavesOut } from './left-out.ts';
import { moneyWords } from './money-words.ts';
import { blank, type Span } from './places.ts';

/** What became of a question: the figures, and how they are parted, compared or averaged. */
export interface Settled {
  readonly figures: readonly FigureAsked[];
  readonly group?: string | undefined;
  readonly compared: boolean;
  /** Every period that was named is in the answer. */
  readonly periods: boolean;
  readonly averaged: boolean;
  readonly topped: boolean;
  /** One figure as a share of another. */
  readonly shared: boolean;
  readonly listed: boolean;
  /** What is left over of a whole: the denial is in the figure. */
  readonly remains?: boolean;
}

/** The words nothing was made of, in the question's own order. */
export function wordsLost(frame: Frame, readings: readonly KindReading[], settled: Settled): string[] {
  const used = readings.flatMap((reading): Span[] => [
    ...reading.tokens.filter((token) => token.value.some((sense) => isUsed(sense, token, { reading, frame, settled }))),
    ...reading.spans.filter((span) => !isToken(span, reading)),
  ]);
  const filtered = settled.figures.flatMap(({ figure }) => figure.filters.map((filter) => filter.said ?? ''));
  const loose = leftovers(blank(frame.rest, used))
    .filter(({ word, span }) => !readings.some((reading) => reading.isOwn(word, span)))
    .map(({ word }) => word)
    .filter((word) => !filtered.some((said) => said.includes(word) || (said.length > 1 && word.includes(said))));
  return [
    ...loose,
    ...numbersLost(readings, settled),
    ...strayLost(frame, used),
    ...frameLost(frame, settled),
    ...denialLost(frame, { used, settled }),
  ];
}

/** 陪同人数 is no number of guests: a number the records hold but no figure adds up. */
function numbersLost(readings: readonly KindReading[], { figures }: Settled): string[] {
  const sums = figures.flatMap(({ figure, measure }) =>
    measure.type === 'sum' ? [`${figure.kind}.${measure.field}`] : [],
  );
  if (sums.length === 0 || sums.length < figures.length) return [];
  return readings.flatMap(({ words: { kind }, tokens }) =>
    tokens
      .filter((token) => {
        const [sense] = token.value;
        if (sense?.is === 'kind' && !sense.sure) return ofOtherNumber(kind, token.word, sums);
        if (sense?.is !== 'field' || kind.fields[sense.field]?.type !== 'number') return false;
        const wider = tokens.some(
          (other) =>
            other !== token &&
            token.start <= other.start &&
            other.end <= token.end &&
            other.word.length < token.word.length,
        );
        const told = figures.some(({ figure }) => figure.filters.some(({ field }) => field === sense.field));
        return wider && !told && !sums.includes(`${kind.id}.${sense.field}`);
      })
      .map(({ word }) => word),
  );
}

/** 陪同多少人: the word is that of a number which is not the one added up. */
function ofOtherNumber(kind: RecordKind, word: string, sums: readonly string[]): boolean {
  const named = Object.entries(kind.fields).filter(([, { type, words }]) => type === 'number' && words?.includes(word));
  return named.length > 0 && !named.some(([name]) => sums.includes(`${kind.id}.${name}`));
}

function isToken(span: Span, reading: KindReading): boolean {
  return reading.tokens.some((token) => token.start === span.start && token.end === span.end);
}

/** A number nobody read (7到, 23到), a character that turns its word around (收发文, 副主任). */
function strayLost(frame: Frame, used: readonly Span[]): string[] {
  const bare = blank(frame.rest, used);
  const digits = /(?<![a-z])\d+(?!\s*(?:类|档))/.exec(bare)?.[0];
  const turning = /(?<![\u4e00-\u9fff])[收退撤废删漏错缺拒驳](?![\u4e00-\u9fff了到过来上的])/.exec(bare)?.[0];
  return [digits, turning].filter((word) => word !== undefined);
}

interface Holding {
  readonly reading: KindReading;
  readonly frame: Frame;
  readonly settled: Settled;
}

const unitOnly = /^(?:几|多少)/;
const roles = /^(?:主办|会办|承办|协办|牵头|独办|lead|assigned|handled)$/;

function isUsed(sense: Sense, token: Token, given: Holding): boolean {
  const { reading, settled, frame } = given;
  const { kind } = reading.words;
  switch (sense.is) {
    case 'kind':
      return true;
    case 'measure':
      if (unitOnly.test(token.word)) return true;
      if (roles.test(token.word) && (frame.units.length > 0 || settled.group !== undefined)) return true;
      return settled.figures.some((figure) => measureUsed(kind, sense.id, { figure, word: token.word }));
    case 'value':
      if (settled.group === sense.field) return true;
      return settled.figures.some((figure) => valueUsed(sense, figure, token.word));
    case 'field':
      return settled.group === sense.field || settled.figures.some((figure) => fieldUsed(kind, sense.field, figure));
  }
}

/** A figure that was named is the one given, a part of it, or turned into one of its conditions. */
function measureUsed(kind: RecordKind, id: string, of: { figure: FigureAsked; word: string }): boolean {
  const { figure, word } = of;
  const { measure } = figure;
  const named = kind.measures[id];
  if (figure.figure.kind !== kind.id || !named) return false;
  if (figure.figure.measure === id || (id === kind.main && named.type === 'count' && !named.where)) return true;
  if (figure.figure.filters.some((filter) => saysMeasure(filter, named, word))) return true;
  if (measure.words.some((known) => known.includes(word))) return true;
  const waits = isOpenCount(measure) || figure.figure.filters.some((filter) => filter.field === 'state');
  if (waits && (isOpenCount(named) || (named.type === 'count' && /repl|answer|clos|复|结|批/.test(word)))) return true;
  if (measure.type === 'count' && named.type === 'sum' && guests.test(word)) return true;
  switch (measure.type) {
    case 'ratio':
      return measure.numerator === id || measure.denominator === id;
    case 'rate':
      return (
        named.type === 'count' &&
        // Closed with result A, 办结满意率: what is judged is done.
        ((named.by === 'close' && measure.numerator.fields !== undefined) ||
          !named.where ||
          [measure.numerator, measure.denominator].some((where) => same(where, named.where)))
      );
    case 'duration':
      return named.type === 'duration' || (named.type === 'count' && [measure.from, measure.to].includes(named.by));
    case 'count':
      return named.type === 'count' && !named.where && ['on', 'assign'].includes(named.by) && measure.by === named.by;
    case 'sum':
      return named.type === 'count' && !named.where && named.by === measure.by;
    case 'latest':
      return named.type === 'latest';
  }
}

/** 逾期未办结, 逾期未答复: what is overdue waits. */
function isOpenCount(measure: Measure): boolean {
  return measure.type === 'count' && Boolean(measure.where?.open || measure.where?.overdue || measure.where?.not);
}

/** receptions for provincial guests: whom a thing is for is no figure of its own. */
const guests = /^(?:guests?|visitors|people|客人|来宾|宾客)$/;

function saysMeasure(filter: AskedFilter, named: Measure, word: string): boolean {
  if (filter.said?.includes(word)) return true;
  if (named.type !== 'count' && named.type !== 'sum') return false;
  // 金额20万以上: the number that is limited.
  if (named.type === 'sum' && filter.field === named.field) return true;
  if (filter.field === 'state')
    return Boolean(named.type === 'count' && (named.where?.open || named.where?.overdue || named.where?.not));
  return named.where?.fields?.[filter.field]?.join() === filter.values.join();
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function valueUsed(sense: Sense & { is: 'value' }, { figure, measure }: FigureAsked, word: string): boolean {
  if (figure.filters.some((filter) => filter.field === sense.field && filter.values.includes(sense.value))) return true;
  if (measure.unit.zh === '元' && moneyWords.test(word)) return true;
  const wheres = whereOf(measure);
  return wheres.some((where) => where?.fields?.[sense.field]?.includes(sense.value));
}

function whereOf(measure: Measure) {
  if (measure.type === 'count' || measure.type === 'sum') return [measure.where];
  return measure.type === 'rate' ? [measure.numerator, measure.denominator] : [];
}

function fieldUsed(kind: RecordKind, field: string, { figure, measure }: FigureAsked): boolean {
  if (figure.filters.some((filter) => filter.field === field)) return true;
  if (kind.fields[field]?.isUnit && figure.filters.some((filter) => ['unit', 'anyUnit', 'town'].includes(filter.field)))
    return true;
  if ((measure.type === 'sum' || measure.type === 'latest') && measure.field === field) return true;
  return whereOf(measure).some((where) => where?.fields?.[field] !== undefined || where?.filled?.includes(field));
}

/** What the frame understood but the answer has no place for: 最多 without anything to rank, 平均 over nothing. */
function frameLost(frame: Frame, settled: Settled): string[] {
  const types = settled.figures.map(({ measure }) => measure.type);
  const lost: string[] = [];
  if (frame.top && !settled.topped)
    lost.push(
      said(
        frame.text,
        /最[多少高低大小长短慢快]|排名|排行|前\s*[\d一二三四五六七八九十]+|\b(?:most|least|highest|lowest|largest|smallest|fewest|top|longest|shortest)\b/,
      ),
    );
  // 有多少单位报过信息 counts units, 一周内办结 looks at how long it took: neither is the figure of the kind.
  if (!settled.group && !types.includes('latest'))
    lost.push(
      said(
        frame.text,
        /(?:多少|几)(?:个|家|位)?(?:不同的?)?(?:单位|部门|街道|镇街|乡镇|领导|专题|刊物|科室)(?!批示|讲话)|\bhow many (?:units|departments|bureaus|towns|leaders|topics|journals)\b/,
      ),
    );
  if (types.every((type) => type !== 'latest'))
    lost.push(
      said(
        frame.text,
        /\bwithin (?:a|an|one|two|three|\d+) (?:days?|weeks?|months?)\b|[天周月日]以?内(?=办结|答复|办复|回复|办完)/,
      ),
    );
  // How many people asks for what is counted in people.
  const counted = settled.figures.some(({ measure }) =>
    /people|visitors|readers|guests|staff|members/i.test(measure.unit.en),
  );
  const stock = types.includes('latest');
  if (!counted && !stock && !settled.listed) lost.push(said(frame.text, /\bhow many (?:people|persons)\b/));
  // Documents issued and received are two figures.
  const kindsAsked = new Set(settled.figures.map(({ figure }) => figure.kind));
  if (kindsAsked.size === 1 && /\bissued\b.*\band\b.*\breceived\b|\breceived\b.*\band\b.*\bissued\b/.test(frame.text))
    lost.push(kindsAsked.has('outgoing') ? 'received' : 'issued');
  const numbersAsked = [...frame.text.matchAll(/(?:多少|几)(?=[件次条篇期场批份个人卷封])/g)].length;
  if (numbersAsked > 1 && settled.figures.length < 2 && !settled.group && !settled.compared)
    lost.push(
      said(frame.text.slice(frame.text.search(/多少|几/) + 2), /[\u4e00-\u9fff]{0,4}(?:多少|几)[\u4e00-\u9fff]/),
    );
  // Two clauses that ask are two figures.
  const askedFor = frame.text
    .split(/[,;]/)
    .filter((clause) => /多少|几(?=[件次条篇期场批份个人卷封家项])/.test(clause));
  if (askedFor.length > 1 && settled.figures.length < 2 && !settled.group && !settled.compared)
    lost.push(askedFor.at(-1)!.trim());
  // 调研了几次 asks for no pieces of writing.
  const written = settled.figures.every(({ measure }) => /[篇期]/.test(measure.unit.zh));
  if (written && !settled.listed) lost.push(said(frame.text, /(?:多少|几)次(?!数)/));
  // 多少人 asks for people.
  const people = settled.figures.some(({ measure }) => /[人名]/.test(measure.unit.zh));
  if (!people && !stock && !settled.group && !settled.listed)
    lost.push(said(frame.text, /(?:多少|几)(?:个|名|位)?人(?![次大才民事家])/));
  for (const limit of frame.limits) {
    const taken = settled.figures.some(({ figure }) => figure.filters.some(({ said }) => said === limit.word));
    if (!taken) lost.push(limit.word);
  }
  const leaves = leavesOut(frame.text);
  if (leaves && !settled.figures.some(({ figure }) => figure.filters.some((filter) => filter.not))) lost.push(leaves);
  if (!settled.periods) lost.push(frame.times.at(-1)?.text ?? '');
  const towns = settled.figures.some(({ figure }) => figure.filters.some((filter) => filter.field === 'town'));
  if (frame.group && !settled.group && !settled.listed && !towns) lost.push(frame.group.word);
  if (
    frame.average &&
    !settled.averaged &&
    !types.includes('duration') &&
    !types.includes('ratio') &&
    !types.includes('rate')
  )
    lost.push(said(frame.text, /平均|均|\b(?:on average|average|mean)\b/));
  if (frame.compare && !settled.compared && !types.includes('latest'))
    lost.push(said(frame.text, /同比|环比|相?比较?|增[长加]|减少|\b(?:than|versus|vs|compared)\b/));
  const shares = types.some((type) => type === 'rate' || type === 'ratio');
  if (!settled.shared && !shares && !frame.compare && shareAsked.test(frame.text))
    lost.push(said(frame.text, shareAsked));
  const timely = settled.figures.some(({ measure }) => whereOf(measure).some((where) => where?.onTime));
  if (!timely) lost.push(said(frame.text, /按[期时]|准时|如期|\bon[- ]time\b|\bin time\b/));
  const together = settled.figures.some(({ figure }) =>
    figure.filters.some((filter) => /coUnits|anyUnit|role/.test(filter.field)),
  );
  if (!together && !/unit/i.test(settled.group ?? ''))
    lost.push(said(frame.text, /会办|协办|\bco-?(?:units?|handl\w*|organi\w*)\b/));
  return lost.filter((word) => word !== '');
}

const shareAsked =
  /占(?:了|到)?(?:多少|几|多大)|占比|比例|比重|百分之|几成|率(?!先|领)|\b(?:share|percentage|percent|rate)\b/;

function said(text: string, pattern: RegExp): string {
  return pattern.exec(text)?.[0] ?? '';
}

const denials =
  /(?:没有?|未|不是|不(?![知少太论管过仅服])|非|无)(?![?？。!！\s]*$)[\u4e00-\u9fff]{0,3}|\b(?:not|never|without|neither|no longer|isn't|aren't|wasn't|weren't|didn't|haven't|hasn't)\b(?: \w+)?/g;
const questionForms = /有没有|是不是|有无|没有?(?=[?？。!！\s]*$)|能不能|不知道?|多不多|高不高|(?<=[了过])没有?/g;

/** A denial that no condition and no figure stands for turns the answer around. */
function denialLost(frame: Frame, given: { used: readonly Span[]; settled: Settled }): string[] {
  const { figures } = given.settled;
  const taken = figures.some(
    ({ figure, measure }) =>
      figure.filters.some((filter) => filter.not || filter.field === 'state') ||
      whereOf(measure).some((where) => where?.open || where?.overdue || where?.not),
  );
  if (taken || given.settled.remains) return [];
  const named = figures.flatMap(({ figure }) => figure.filters.map((filter) => filter.said ?? ''));
  const places = named
    .filter(Boolean)
    .map((word) => ({ start: frame.text.indexOf(word), end: frame.text.indexOf(word) + word.length }));
  const bare = blank(frame.rest, [...given.used, ...places.filter(({ start }) => start >= 0)]).replace(
    questionForms,
    (word) => '\u0001'.repeat(word.length),
  );
  return allMatches(denials, bare)
    .map((match) => match[0])
    .slice(0, 1);
}
