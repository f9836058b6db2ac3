/** Whether a day named in a text is a limit for somebody and not the day of the thing itself. */
import { addDays, type Day } from '../time/day.ts';
import type { TimeSpan } from '../time/phrase.ts';

const limitBefore =
  /(?:延期|延长|推迟|顺延|宽限|放宽|延后|展期|延|期限|时限|截止|截止日期?|限|extended|due|deadline|until|by)[,\s]?(?:改|调整?|放宽|推|延|顺延|宽限)*(?:到|至|为|是|在|:|\s|to|on)*$/i;
const done = /了|已/;
const ordered = /(?:要求|责令|责成|限令?|务必|必须)[^,。;]{0,12}$/;
const acts = /^[^,。;\s]{0,2}(?:报|反馈|办结|完成|答复|回复|整改|提交|落实|交(?!办|给))/;
const isDayLike = (time: TimeSpan): boolean => time.grain === 'day' || time.grain === 'ten-days';

/** So far around a time the words stand that make it a limit. */
const farthest = 60;

function behind(text: string, { index, text: said }: TimeSpan): string {
  return text.slice(index + said.length, index + said.length + farthest);
}

export function isDeadline(text: string, time: TimeSpan, today: Day): boolean {
  if (limitBefore.test(text.slice(Math.max(0, time.index - 16), time.index))) return true;
  const after = behind(text, time);
  const clause = /^[^,。;]*/.exec(after)?.[0] ?? '';
  if (time.grain === 'until') {
    const limit = limitOf(time);
    return (limit === undefined || limit >= today) && !done.test(clause);
  }
  if (/(?:内|之内|以内)$/.test(time.text) && time.start !== null && time.start >= today) return true;
  if (/^(?:前|之前|以前|为限)/.test(after)) return !done.test(clause);
  if (time.start === null || time.start <= today) return false;
  // 明天要办结来文3件: what shall be done that day, and how much of it.
  if (
    /(?:^|[,。;\s])(?:我[们办科]?)?$/.test(text.slice(0, time.index)) &&
    /^要?(?:办结|完成|销号)[^,。;]*\d/.test(after)
  )
    return false;
  if (
    /^[^,。;\s]{0,3}(?:要报|报结果|报情况|报(?=$|[\s,。;])|报我|报来|办结|完成|完工|建成|交付|清零|销号|要结果|反馈情况|要(?=$|[\s,。;]))/.test(
      after,
    )
  )
    return true;
  // 要求城管局11月25日反馈: a day ahead on which somebody else has to act.
  return (
    ordered.test(text.slice(Math.max(0, time.index - farthest), time.index)) && isDayLike(time) && acts.test(after)
  );
}

/** 节后第一周 5月9号前反馈: a time ahead that the limit behind it tells more exactly. */
export function isOfLimit(
  text: string,
  time: TimeSpan,
  { times, today }: { times: readonly TimeSpan[]; today: Day },
): boolean {
  if (time.start === null) return false;
  const end = time.index + time.text.length;
  // They stand in reading order: what is too far behind ends the search.
  for (let at = times.indexOf(time) + 1; at < times.length && times[at]!.index <= end + farthest; at += 1) {
    const other = times[at]!;
    if (other.index < end || !isDeadline(text, other, today)) continue;
    const between = times.slice(times.indexOf(time) + 1, at).filter(({ index }) => index >= end);
    const gap = between.reduce((left, { text: said }) => left.replace(said, ''), text.slice(end, other.index));
    if (gap.trim() === '') return true;
  }
  return false;
}

/** Names of days, whose limit is the day itself; the limit of a month is its last day. */
const namesDay =
  /[号日]前|[号日]之前|(?:周|星期|礼拜)[一二三四五六日天末]|[.\-/]\d{1,2}|天|\b(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;
const actsBy =
  /^[^,。;]{0,8}?(?:前|之前|以前|内|以内)?[^,。;\s]{0,8}(?:报|完成|办结|办完|办好|反馈|答复|回复|落实|交(?!办|给)|要|销号|整改|出结果|给|拿出|解决)/;

/** The last day on which the limit is kept. */
function limitOf(time: TimeSpan): Day | undefined {
  if (time.end === null) return undefined;
  return namesDay.test(time.text) && !/^(?:截至|截止)|^(?:by|until|till|through|up to|no later than)\b/i.test(time.text)
    ? time.end
    : addDays(time.end, -1);
}

/** The due day a text names. */
export function dueIn(text: string, times: readonly TimeSpan[], today: Day): Day | undefined {
  const time = times.find((span) => isDeadline(text, span, today));
  if (!time) return undefined;
  if (time.grain === 'day') return time.start ?? undefined;
  if (time.grain === 'until') return limitOf(time);
  if (time.end === null) return undefined;
  return actsBy.test(behind(text, time)) || time.grain !== 'days' || /内$/.test(time.text)
    ? addDays(time.end, -1)
    : undefined;
}
