/** Reads questions for a number of all records together: 今年最忙的是哪个月, 去年一共登记了多少条, records by month. */
import { wholeLedgerKind } from '../../intents/ask-ledger.ts';
import type { AskIntent } from '../../intents/ask-shape.ts';
import { addDays } from '../../time/day.ts';
import type { Context } from '../context.ts';
import { leftovers } from './fillers.ts';
import type { Frame } from './frame.ts';
import { periodAsked } from './period-asked.ts';
import { blank, type Span } from './places.ts';

/** Much to do. */
export const busy = /最(?:忙碌?|繁忙|累)|工作(?:量|任务)?最(?:多|大|重)|事(?:情)?最多|\bbusiest\b/;
const idle = /最(?:闲|清闲|空|不忙)|工作量?最少|事(?:情)?最少|\b(?:quietest|least busy)\b/;
const written =
  /(?:总)?记录数?|台账|(?:记|登记|录入)(?:了|过|的)?|各类(?:工作|事项)|\b(?:records?|entries|ledger|recorded|logged)\b/;
const asks =
  /多少|几[条笔个件]|最[多少]|每个?月|各月|按[月季类]|统计|总数|\b(?:how many|most|fewest|by|per|number of|total)\b/;
const plain =
  /[最]|忙碌?|繁忙|闲|累|工作|任务|事情?|统计|类型?|总|数|条|笔|\b(?:which|month|quarter|week|year|was|were|is|are|the|our|busiest|quietest|did|we|have|in|all|by|per|how|many|most|fewest|number|of|total|altogether|made|kept|up)\b/g;
const stepWords = [
  [/月|month/, 'month'],
  [/季|quarter/, 'quarter'],
  [/[周星]|week/, 'week'],
  [/年|year/, 'year'],
] as const;

/** @param named whether a kind is called by its name: then it is about that kind alone */
export function ledgerAsked(frame: Frame, context: Context, named: boolean): AskIntent | null {
  if (named || frame.compare || frame.average || frame.units.length + frame.people.length + frame.titles.length > 0)
    return null;
  const { text } = frame;
  const extreme = busy.test(text) ? { count: 1 } : idle.test(text) ? { count: 1, least: true } : undefined;
  if (!extreme && !(written.test(text) && asks.test(text))) return null;
  if (!explained(frame)) return null;
  const step = frame.group?.step ?? (extreme || frame.top ? stepOf(frame.rest) : undefined);
  const byKind = frame.group !== undefined && !frame.group.step && /类|种/.test(frame.group.word);
  if (frame.group && !step && !byKind) return null;
  if (extreme && !step && !byKind) return null;
  // What was written down today is a list (今天记了几条).
  const short = frame.times.some((time) => ['day', 'days', 'week'].includes(time.grain));
  if (
    !step &&
    !byKind &&
    (short || (frame.times.length === 0 && !/一共|总共|共|全部|\b(?:total|altogether|in all)\b/.test(text)))
  )
    return null;
  if (/我(?!们|办)|\b(?:i|my|me)\b/.test(text)) return null;
  const asked = periodAsked(frame, context.today);
  if (asked.ahead) return null;
  const period =
    asked.period.to > addDays(context.today, 1) ? { ...asked.period, to: addDays(context.today, 1) } : asked.period;
  const top = extreme ?? (step || byKind ? frame.top : undefined);
  return {
    do: 'ask',
    figures: [{ kind: wholeLedgerKind, measure: 'records', filters: [] }],
    period: asked.assumed && !step ? null : period,
    text: text.slice(0, 300),
    ...(asked.assumed && step ? { assumed: true } : {}),
    ...(step ? { group: step } : byKind ? { group: 'kind' } : {}),
    ...(top ? { top } : {}),
  };
}

function stepOf(rest: string): string | undefined {
  return stepWords.find(([pattern]) => pattern.test(rest))?.[1];
}

/** Whether nothing is left that could narrow the question. */
function explained(frame: Frame): boolean {
  const spans = (pattern: RegExp): Span[] =>
    [...frame.rest.matchAll(new RegExp(pattern, 'g'))].map(({ index, 0: word }) => ({
      start: index,
      end: index + word.length,
    }));
  const rest = blank(frame.rest, [busy, idle, written, plain].flatMap(spans));
  return leftovers(rest).length === 0 && !/\d|会|信|文|[函奖批]/.test(rest);
}
