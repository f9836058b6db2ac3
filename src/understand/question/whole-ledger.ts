/** Questions about the ledger as a whole, without a kind: 今天记了些什么, 本周到期的有哪些, 住建局手上还有几件没办. */

import type { FindIntent } from '../../intents/ask-shape.ts';
import { allMatches } from '../../time/all-matches.ts';
import { addDays, type Day, maxDay } from '../../time/day.ts';
import type { Period } from '../../time/period.ts';
import type { Context } from '../context.ts';
import { leftovers } from './fillers.ts';
import { type Frame, soonDays } from './frame.ts';
import { periodAsked } from './period-asked.ts';
import { blank, type Span } from './places.ts';

/** Written down, by whomever. */
const written =
  /(?:记|登记|录入|录|登)(?:了|过|的)|记录|台账|\b(?:record(?:s|ed)?|log(?:ged)?|entries|entered|wrote down|written down|ledger|filed)\b/g;
const bareList = /^(?:请|帮我|麻烦)?(?:把)?\u0001+的?(?:都)?(?:列一?下|列出来|列个表|拉个单子|看一?下|看看|给我看看)$/;
const plans =
  /安排|计划|日程|打算|要(?:做|开|去|办)|有(?:没有|无|什么|啥|哪些|几)|活动|\b(?:plan(?:ned|s)?|schedule[ds]?|coming up|agenda)\b/g;
const speaker = /我(?!们|办|区|局|县|市|街|镇)|\b(?:i|my|me|mine)\b/;
const speakers = /我们?|咱们?|大家|全办|科里|我科|本科室|\b(?:i|my|me|mine|we|our|us|everyone|everybody)\b/g;
const answerless =
  /没答复|没回复|未答复|未回复|没回(?=$|[^到])|欠答复|没给答复|\b(?:unanswered|not (?:yet )?(?:replied|answered))\b/;
const overdue =
  /(?:已经?)?(?:逾期|超期|过期|超时|过了期限|拖期|误期)(?:了)?(?:还?[没未](?:有)?(?:办结?|办完|完成|答复|销号))?|\b(?:overdue|past due|late)\b/;
const open =
  /(?:还|尚)?[没未](?:有)?(?:办结|办完|办好|办|完成|做完|结|销号|了结|处理完?|答复|回复|弄完|落实)(?:掉|的)?|欠着?的?|在办|待办|未了|手[上里头]+(?:还)?有|\b(?:open|outstanding|pending|unfinished|not (?:yet )?(?:done|finished|closed)|to[- ]?do|left to do|unanswered)\b/;
const plainWords =
  /单子|东西|事儿?|事项|活儿?|工作|任务|件|手[上里头]+|单位|部门|哪家|什么|啥|\b(?:things?|items?|anything|everything|something|still|yet|list|show|all|have|has|there|any|been|was|were|is|are|did|do|we|by|the|of|for|on|in|my|our|what|which|who|how many|unit|units)\b/g;

/** @param named whether the question calls a kind by its name: then it is about that kind alone */
export function wholeLedger(frame: Frame, context: Context, named: boolean): FindIntent | null {
  if (named || frame.group || frame.top || frame.compare || frame.average || frame.titles.length > 0) return null;
  return asPlanned(frame, context) ?? asWritten(frame, context) ?? asWaiting(frame, context);
}

/** What is planned for the days to come. */
function asPlanned(frame: Frame, context: Context): FindIntent | null {
  const period = daysAhead(frame, context.today);
  if (!period || frame.due || !asksPlans(frame)) return null;
  const spans = [...spansOf(frame.rest, plans), ...spansOf(frame.rest, speakers)];
  return explained(frame.rest, spans) ? { do: 'find', filters: [isPlanned, ...unitFilter(frame)], period } : null;
}

/** What lies ahead is a plan until it is told to be done. */
export const isPlanned: FindIntent['filters'][number] = { field: 'status', values: ['planned'] };

/** Of the days named those from today on, when some lie ahead. */
export function daysAhead({ times }: Frame, today: Day): Period | null {
  const [time] = times;
  if (!time?.end || time.end <= addDays(today, 1)) return null;
  return { from: maxDay(time.start ?? today, today), to: time.end };
}

/** What was written down in those days. */
function asWritten(frame: Frame, context: Context): FindIntent | null {
  const spans = spansOf(frame.rest, written);
  const listed = frame.times.length > 0 && bareList.test(frame.rest.replace(/[?？。!！\s]/g, ''));
  if (!listed && (spans.length === 0 || !explained(frame.rest, [...spans, ...spansOf(frame.rest, speakers)])))
    return null;
  const { period, ahead } = periodAsked(frame, context.today);
  if (ahead) return null;
  const days = frame.times.length > 0 ? period : null;
  const told = /记了|记过|记的|录|登|\b(?:record|log|enter|file)/.test(frame.text);
  return {
    do: 'find',
    filters: unitFilter(frame),
    period: told ? null : days,
    ...(told && days ? { told: days } : {}),
    ...(speaker.test(frame.text) ? { by: context.speaker.id } : {}),
  };
}

/** What waits: late, due in those days, or simply not done. */
function asWaiting(frame: Frame, context: Context): FindIntent | null {
  const { rest, text } = frame;
  const state = overdue.test(rest) ? 'overdue' : answerless.test(rest) ? 'unanswered' : open.test(rest) ? 'open' : null;
  if (!state && !frame.due) return null;
  const said = [overdue, answerless, open].flatMap((pattern) => spansOf(rest, new RegExp(pattern, 'g')));
  if (!explained(rest, [...said, ...spansOf(rest, speakers)])) return null;
  const due = frame.due && state !== 'overdue' ? dueDays(frame, context.today) : undefined;
  return {
    do: 'find',
    filters: [
      { field: 'state', values: [state ?? 'open'] },
      ...(state === 'open' && !due ? [{ ...isPlanned, not: true }] : []),
      ...(due ? [{ field: 'due', values: [due] }] : []),
      ...unitFilter(frame),
    ],
    period: null,
    ...(speaker.test(text) && !/我(?:们)?(?:科|办)/.test(text) ? { by: context.speaker.id } : {}),
  };
}

/** Whether days ahead are asked about for what is planned, not for a figure nobody can know. */
export function asksPlans({ rest, text }: Frame): boolean {
  return (
    spansOf(rest, plans).length > 0 &&
    !/多少|率|能|会不会|会有|会是|会开|将有|将会|\b(?:how much|rate|will)\b/.test(text)
  );
}

/** 快到期 without a day looks a week ahead; `FROM..TO`, closed-open. */
export function dueDays(frame: Frame, today: Day): string | undefined {
  const [time] = frame.times;
  if (time) return `${time.start ?? ''}..${time.end ?? ''}`;
  return frame.soon ? `${today}..${addDays(today, soonDays + 1)}` : undefined;
}

function unitFilter(frame: Frame): FindIntent['filters'] {
  if (frame.units.length === 0) return [];
  const values = frame.units.map((unit) => unit.value);
  return [{ field: 'anyUnit', values, said: values.join('、') }];
}

function spansOf(text: string, pattern: RegExp): Span[] {
  return allMatches(pattern, text).map(({ index, 0: word }) => ({ start: index, end: index + word.length }));
}

/** Whether nothing is left that could narrow the question. */
function explained(rest: string, spans: readonly Span[]): boolean {
  const open = blank(rest, [...spans, ...spansOf(rest, plainWords)]);
  // 会, 信, 文: a noun of one character is never let pass.
  return leftovers(open).length === 0 && !/\d|(?<!开)会(?!不会)|信|文|[函奖批]/.test(open);
}
