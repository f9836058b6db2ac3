/** Reads lists in which every member gets a record of its own: 给城管局 住建局各立一个督办件, 农村教育 环境整治各一次, 昨天和今天各跑了一次. */
import { unitFieldOf } from '../kinds/kind.ts';
import { allMatches } from '../time/all-matches.ts';
import type { Day } from '../time/day.ts';
import type { Sentence } from './atoms.ts';
import { countedMembers } from './counted-members.ts';
import { isPartOfDay } from './day-parts.ts';
import { figuresIn } from './figures.ts';
import { headedLines } from './headed-lines.ts';
import { kindIn } from './kind-of.ts';
import { type EachOf, titledMembers, withoutCount } from './listed-members.ts';
import { joinMarks, type Marks, type Range } from './marks.ts';
import { textOf, trimRange } from './ranges.ts';

const each =
  /(?:各|分别)(?:自|都|给|立|开|搞|跑|做|去|督查|督办|发|办|查|检查|暗访|接待|出|收|印发?|举办|开展|组织|交办|转)?了?\s*(?:一|1|两|二|三|\d{1,3}|[四五六七八九十])\s*[次个件场期篇条批轮趟回项]/;
const mostMembers = 20;

export interface Listing {
  readonly sentence: Sentence;
  /** The sentences that semicolons or lines join to it. */
  readonly following: readonly Sentence[];
  readonly today: Day;
}

export function eachOf(marks: Marks, listing: Listing): EachOf | undefined {
  const { text } = marks;
  const { sentence } = listing;
  const body = textOf(text, sentence);
  const apart = body.includes('分别') ? membersApart(marks, sentence) : undefined;
  if (apart) return apart;
  const listed =
    pointsOf(marks, sentence) ??
    titledMembers(marks, sentence) ??
    headedLines(marks, listing) ??
    countedMembers(marks, listing);
  if (listed) return listed;
  const byUnit = /[都均]/.test(body) ? eachUnit(marks, sentence) : undefined;
  if (byUnit) return byUnit;
  const byDay = /[都均]/.test(body) ? eachDay(marks, sentence) : undefined;
  if (byDay) return byDay;
  const told = each.exec(body);
  if (!told) return undefined;
  const kind = kindIn(body, 'maybe');
  if (!kind) return undefined;
  const at = sentence.index + told.index;
  const rest: Range = { index: at, end: sentence.end };
  const colon = text.indexOf(':', at);
  const behindColon =
    colon >= 0 && colon < sentence.end
      ? dayPieces(marks, { index: colon + 1, end: sentence.end }, sentence)
      : undefined;
  if (behindColon) return { kind, pieces: behindColon };
  const units = marks.units.filter((unit) => unit.index >= sentence.index && unit.end <= at);
  if (units.length >= 2) {
    const head: Range = { index: sentence.index, end: units[0]!.index };
    return {
      kind,
      pieces: units.map((unit) => [...withoutCount(marks, head), { index: unit.index, end: unit.end }, rest]),
    };
  }
  const days = marks.times.filter(
    (time) => time.grain === 'day' && time.index >= sentence.index && time.index + time.text.length <= at,
  );
  if (days.length >= 2) {
    // 昨天和前天各接待一批 昨天6人前天8人: told day by day behind it.
    const behind = marks.times.find((time) => time.grain === 'day' && time.index > at && time.index < sentence.end);
    const told = behind && dayByDay(marks, { index: behind.index, end: sentence.end });
    if (told?.length === days.length) {
      const deed = trimRange(text, { index: at, end: behind!.index });
      return { kind, pieces: told.map((day) => [deed, day]) };
    }
    return { kind, pieces: days.map((day) => [{ index: day.index, end: day.index + day.text.length }, rest]) };
  }
  const members = membersBefore(marks, sentence, at);
  if (members.length < 2 || members.length > mostMembers) return undefined;
  return { kind, pieces: members.map((member) => [member, rest]) };
}

const betweenUnits = /^\s?[、,和与及]?\s?$/;

/** 发改局住建局交通局的请示都批了: of every unit one. */
function eachUnit(marks: Marks, sentence: Sentence): EachOf | undefined {
  const units = marks.units.filter((unit) => unit.index >= sentence.index && unit.end <= sentence.end);
  const [first, ...others] = units;
  const last = others.at(-1);
  if (!first || !last || first.index !== sentence.index) return undefined;
  if (!others.every((unit, at) => betweenUnits.test(marks.text.slice(units[at]!.end, unit.index)))) return undefined;
  const rest = trimRange(marks.text, { index: last.end, end: sentence.end });
  const kind = /^的[^,。;\d]{2,12}[都均]/.test(textOf(marks.text, rest)) ? kindIn(textOf(marks.text, rest)) : undefined;
  const isOfOne = kind && unitFieldOf(kind.kind) !== undefined && !kind.kind.fields.units;
  return isOfOne ? { kind, pieces: units.map(({ index, end }) => [{ index, end }, rest]) } : undefined;
}

/** 上周六上周日值班都正常: days told one behind the other, of each of which the same holds. */
function eachDay(marks: Marks, sentence: Sentence): EachOf | undefined {
  const days = marks.times.filter(
    (time) => time.grain === 'day' && !isPartOfDay(time) && time.index >= sentence.index && time.index < sentence.end,
  );
  const all = days.map((day) => ({ index: day.index, end: day.index + day.text.length }));
  const apartAt = all.findIndex(
    ({ index }, at) => at > 0 && !/^\s?[、,和及与]?\s?$/.test(marks.text.slice(all[at - 1]!.end, index)),
  );
  const ends = apartAt < 0 ? all : all.slice(0, apartAt);
  const last = ends.at(-1);
  if (!last || ends.length < 2 || ends[0]!.index !== sentence.index) return undefined;
  const clause = sentence.atoms.find((atom) => atom.end > last.end);
  const kind = clause && kindIn(textOf(marks.text, clause));
  // 周六出车2趟 behind it is another matter.
  const apart = sentence.atoms.findIndex((atom) => {
    const other = atom.index > last.end ? kindIn(textOf(marks.text, atom)) : undefined;
    return other !== undefined && other.kind !== kind?.kind;
  });
  const left = apart < 0 ? [] : sentence.atoms.slice(apart);
  const rest = trimRange(marks.text, { index: last.end, end: left[0]?.index ?? sentence.end });
  const own = joinMarks(marks, [rest]);
  if (!kind || !/^[^,。;]{0,8}[都均]/.test(own.text) || figuresIn(kind.kind, own).quantity) return undefined;
  return { kind, pieces: ends.map((day) => [day, rest]), ...(left.length > 0 && { left }) };
}

const joints = /\s?[、,]\s?(?:和|与|及|以及)?|\s?(?:和|与|及|以及)\s?/g;

/** 收到建议2件 分别是教育局和卫健局主办, 三个会分别是常务会、党组会和安委会: as many members as were counted. */
function membersApart(marks: Marks, sentence: Sentence): EachOf | undefined {
  const at = sentence.index + textOf(marks.text, sentence).indexOf('分别');
  const head = trimRange(marks.text, { index: sentence.index, end: at });
  const opening = joinMarks(marks, [head]);
  const kind = kindIn(opening.text) ?? kindIn(textOf(marks.text, sentence));
  const count = kind && figuresIn(kind.kind, opening).quantity?.value;
  if (!kind || !count || count < 2) return undefined;
  const shared = withoutCount(marks, head);
  const verb = {
    index: at,
    end: at + (/^分别(?:是|为|由|给了?|来自|:|\s)*/.exec(marks.text.slice(at))?.[0].length ?? 2),
  };
  const isTold = ({ index, end }: Range): boolean => end > index;
  const units = marks.units.filter((unit) => unit.index > at && unit.end <= sentence.end);
  if (units.length === count) {
    const said = trimRange(marks.text, { index: at + 2, end: units[0]!.index });
    const last = trimRange(marks.text, { index: units.at(-1)!.end, end: sentence.end });
    return {
      kind,
      pieces: units.map(({ index, end }) => [...shared, ...[said, { index, end }, last].filter(isTold)]),
    };
  }
  const members = splitBy(marks.text, joints, { index: verb.end, end: sentence.end });
  return members.length === count ? { kind, pieces: members.map((member) => [...shared, member]) } : undefined;
}

/** The stretches between the joints, without blanks. */
function splitBy(text: string, joint: RegExp, range: Range): Range[] {
  const parts: Range[] = [];
  let from = range.index;
  for (const match of allMatches(joint, text.slice(range.index, range.end))) {
    parts.push(trimRange(text, { index: from, end: range.index + match.index }));
    from = range.index + match.index + match[0].length;
  }
  return [...parts, trimRange(text, { index: from, end: range.end })].filter(({ index, end }) => end > index);
}

const pointMark =
  /(?:(?<![\u4e00-\u9fff])|(?<=下一?步|打算|问题|不足|短板))(?:[一二三四五六七八九十](?:是|(?=[抓要强提促补]))|一[次个件场批条篇项]是)/g;

/** 下步打算两条:一是 …,二是 …: every point is one. */
function pointsOf(marks: Marks, sentence: Sentence): EachOf | undefined {
  const body = textOf(marks.text, sentence);
  const starts = allMatches(pointMark, body).map((match) => sentence.index + match.index);
  if (starts.length < 2) return undefined;
  const kind = kindIn(marks.text.slice(sentence.index, starts[0])) ?? kindIn(body);
  if (!kind) return undefined;
  const opening = joinMarks(marks, [trimRange(marks.text, { index: sentence.index, end: starts[0]! })]);
  // 立了两个督办:一是…,二是…: as many as were announced.
  const announced =
    kindIn(opening.text)?.kind === kind.kind && opening.numbers.some((number) => number.value === starts.length);
  if (!pointKinds.has(kind.kind.id) && !announced && !/^一.是/.test(marks.text.slice(starts[0]))) return undefined;
  const head = withoutCount(marks, trimRange(marks.text, { index: sentence.index, end: starts[0]! }));
  const pieces = starts.map((start, place) => {
    const mark = start + (/^一?.是/.exec(marks.text.slice(start))?.[0].length ?? 1);
    return [...head, trimRange(marks.text, { index: mark, end: starts[place + 1] ?? sentence.end })];
  });
  return { kind, pieces };
}
const pointKinds: ReadonlySet<string> = new Set(['plan', 'shortcoming']);

/** 昨天6人前天8人: a stretch from every day to the next. */
function dayByDay(marks: Marks, range: Range): Range[] {
  const starts = marks.times
    .filter((time) => time.grain === 'day' && time.index >= range.index && time.index < range.end)
    .map((time) => time.index);
  return starts.map((start, place) => trimRange(marks.text, { index: start, end: starts[place + 1] ?? range.end }));
}

/** After the colon every day tells its own: 昨天X,今天Y. */
function dayPieces(marks: Marks, range: Range, sentence: Sentence): Range[][] | undefined {
  const pieces: Range[] = [];
  for (const atom of sentence.atoms) {
    if (atom.index < range.index) continue;
    const dated = joinMarks(marks, [atom]).times.some((time) => time.grain === 'day');
    const last = pieces.at(-1);
    if (dated || !last) pieces.push({ ...atom });
    else pieces[pieces.length - 1] = { index: last.index, end: atom.end };
  }
  return pieces.length >= 2 ? pieces.map((piece) => [piece]) : undefined;
}

/** 两个内容: what is to follow, not one of it. */
const announces = /^[\d一二两三四五六七八九十几]+\s*[个项件类](?:内容|方面|专题|主题|事项|课题|重点)?$/;

/** The members of a list of topics before 各: stretches that are neither a day nor only the name of the kind. */
function membersBefore(marks: Marks, sentence: Sentence, at: number): Range[] {
  const { text } = marks;
  const members: Range[] = [];
  for (const atom of sentence.atoms) {
    if (atom.index >= at) break;
    for (const piece of splitBy(text, /和|与|及|以及/g, { index: atom.index, end: Math.min(atom.end, at) })) {
      const range = trimRange(text, withoutDays(marks, piece));
      const said = textOf(text, range).replace(/^(?:对|去|就)/, '');
      const bare = said.replace(/督查了?|检查了?|督办|暗访了?|培训|接待了?|开展|组织|我们/g, '').trim();
      if (bare.length >= 2 && !announces.test(bare)) members.push(range);
    }
  }
  return members;
}

function withoutDays(marks: Marks, range: Range): Range {
  let { index, end } = range;
  for (const time of marks.times) {
    const timeEnd = time.index + time.text.length;
    if (time.index === index) index = Math.min(timeEnd, end);
    if (timeEnd === end) end = Math.max(time.index, index);
  }
  return { index, end };
}
