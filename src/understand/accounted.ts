/** Everything a message names is accounted for: what a stretch names that one record of its kind would not hold. */
import type { RecordKind } from '../kinds/kind.ts';
import type { Day } from '../time/day.ts';
import { deed } from './boundaries.ts';
import { readCaseNos, readIssueNos, readItemNos } from './codes.ts';
import { bareCount } from './counts-in.ts';
import { isPartOfDay } from './day-parts.ts';
import { isDeadline, isOfLimit } from './deadline-said.ts';
import { figuresIn } from './figures.ts';
import { kindIn } from './kind-of.ts';
import { isEnglish } from './language.ts';
import type { Marks, Range } from './marks.ts';
import { leadsIn } from './unit-roles.ts';
import { type Hit, matchesOf } from './words.ts';

export interface Left extends Range {
  readonly what: 'day' | 'count' | 'leader' | 'unit' | 'deed';
}

/** What is counted by these is told; years, kilometres and floors belong to names. */
const counted =
  /^\s?(?:人次|[万亿]?元|[人名位个件条处家次场篇期份批卷封起台辆趟块](?!月|小时))|^[万亿](?![\u4e00-\u9fff])|^$|^[\s,。;、]/;
/** 其中3家, 随行2人: shares of what is told already. */
const shares =
  /(?:其中|随行|陪同|陪餐|用餐|住宿|就餐|带队|包括|包含|含|里面|里头|请假|列席|合格|每[人次家个件批场期])[^,。;\s]{0,6}$/;

/** The clauses whose counts fit no field, to be kept in the words they were told in; none for most. */
export function unfitted(kind: RecordKind, { text, ...marks }: Marks): readonly string[] {
  if (isEnglish(text)) return [];
  const clauses = matchesOf(clause, text);
  return countsLeft(kind, { text, ...marks }).flatMap(({ index }) => {
    const own = clauses.find((one) => one.index <= index && index < one.end);
    return own ? [own.text] : [];
  });
}

const clause = /[^\s,;。]+/g;

/** In reading order; nothing for most. */
export function leftIn(kind: RecordKind, marks: Marks, today: Day): readonly Left[] {
  return [
    ...daysLeft(marks, today),
    ...countsLeft(kind, marks),
    ...(kind.fields.leader?.required ? leadersLeft(marks) : []),
    ...(kind.fields.leadUnit ? leadsIn(marks).slice(1).map(placeOf('unit')) : []),
    ...partsLeft(marks),
    ...deedsLeft(kind, marks),
  ].sort((a, b) => a.index - b.index);
}

function placeOf(what: Left['what']): (range: Range) => Left {
  return ({ index, end }) => ({ what, index, end });
}

/** A record has one day and one limit. */
function daysLeft({ text, times }: Marks, today: Day): Left[] {
  if (times.length < 2) return [];
  const days = times.filter(
    (time) =>
      time.grain === 'day' &&
      (time.start ?? '') <= today &&
      time.said !== 'name' &&
      time.said !== 'holiday' &&
      !time.comparison &&
      !isPartOfDay(time) &&
      text[time.index + time.text.length] !== '的' &&
      !isDeadline(text, time, today) &&
      !isOfLimit(text, time, { times, today }),
  );
  const [first] = days;
  return days
    .filter((day) => day.start !== first!.start)
    .map((day) => ({ what: 'day', index: day.index, end: day.index + day.text.length }));
}

/** Two numbers for one figure, or one that fits none. */
function countsLeft(kind: RecordKind, marks: Marks): Left[] {
  if (marks.numbers.length === 0) return [];
  const { spare } = figuresIn(kind, marks);
  // 建设3: the only number, and it is how many.
  if (spare.length === 0 || bareCount(kind, marks) !== undefined) return [];
  const days = marks.times.map((time) => ({ index: time.index, end: time.index + time.text.length }));
  const codes = [...readCaseNos(marks.text, days), ...readIssueNos(marks.text), ...readItemNos(marks.text)];
  return spare
    .filter(
      (number) =>
        !number.percent &&
        counted.test(marks.text.slice(number.end)) &&
        !shares.test(marks.text.slice(0, number.index)) &&
        !codes.some((code) => code.index < number.end && number.index < code.end),
    )
    .map(placeOf('count'));
}

/** 李区长批了…,张副区长批了…: every leader has an instruction of his own. */
function leadersLeft({ text, leaders }: Marks): Left[] {
  const [first] = leaders;
  return leaders
    .filter(
      (leader) => leader.name !== first!.name && /^(?:也|又)?(?:批|要求|请|指示|明确|圈)/.test(text.slice(leader.end)),
    )
    .map(placeOf('leader'));
}

/** 又去了一遍, 还没谈成 tell of the same thing. */
const again =
  /(?<=[\s,;。])[^\s,;。]{0,8}?(?:也|又|还)(?=[^\s,;。])(?!没|未|是|有|在|要)(?![^\s,;。]*(?:一遍|一回|回头看|复查|再次))[^\s,;。]*/g;

/** 公交场站也督查了: the deed is told once more. */
function deedsLeft(kind: RecordKind, { text }: Marks): Left[] {
  const told = [...(/[也又还]/.test(text) ? matchesOf(again, text) : []), ...deedsIn(text).slice(1)];
  return told
    .filter(({ text: clause, index }) => kindIn(clause)?.kind === kind && kindIn(text.slice(0, index))?.kind === kind)
    .map(placeOf('deed'));
}

/** 修订了…制度 新建了…机制: clauses that each begin with their deed. */
function deedsIn(text: string): Hit[] {
  return text.includes('了') ? matchesOf(clause, text).filter((told) => deed.test(told.text)) : [];
}

const partsOfDay = /(?<=^|[\s,。;天])(?:上午|中午|下午|傍晚|晚上)/g;

/** 上午督查…下午督查…: what is done in another part of the day is done again. */
function partsLeft({ text }: Marks): Left[] {
  if (!/[午晚]/.test(text)) return [];
  const [first, ...others] = matchesOf(partsOfDay, text);
  return others.filter((part) => part.text !== first!.text).map(placeOf('day'));
}
