/** The words around and between phrases that make ranges and open sides of them: 从…到…, 以来, 之前, 截至, since, by. */
import { addDays, type Day, monthOf, startOfWeek, yearOf } from '../day.ts';
import { type Chain, lastUpTo, settle, settleAfter } from './chain.ts';
import { anchored, here, type Moment, momentOf, type Scope } from './link.ts';
import type { Tense } from './tense.ts';

export interface Found {
  readonly scope: Scope;
  readonly index: number;
  readonly end: number;
}

/** A time of day, taken into the phrase of its day. */
const clockPart = '(?:凌晨|清晨|早上|早晨|上午|中午|下午|午后|傍晚|晚上|晚间|夜里|半夜|一早|[早晚](?!餐|饭|会|报))';
const clockNumber = '(?:\\d{1,2}|二?十[一二三]?|[一二两三四五六七八九])';
const clock = `(?:[\\sT,，]?(?:${clockPart}(?:的)?)?(?:${clockNumber}(?:点|时(?!间|候|期))(?:钟|整|半|一刻|三刻|(?:\\d{1,2}|[零一二三四五]?十?[一二三四五六七八九]?)分?)?|\\d{1,2}[::]\\d{2}(?::\\d{2})?)(?:许|左右|整)?|${clockPart})?`;
const dayTail = here(
  `(?: (?:morning|afternoon|evening|night))?(?:当[天日]|那[天日]|这[天日]|全天|一整天|这一天)?${clock}(?:\\s?(?:at )?\\d{1,2}(?::\\d{2})?\\s?(?:am|pm)\\b)?`,
);
const spanTail = here('(?:期间|内(?!部|容|涝|刊|网)|之内|份(?!额))?');
const weekdayTail = here(
  '[\\s,，]?[(（【]?(?:周|星期|礼拜)[一二三四五六日天][)）】]?|[\\s,]{0,2}\\(?(?:Mon|Tues?|Wed(?:nes)?|Thur?s?|Fri|Sat(?:ur)?|Sun)(?:day)?\\b\\)?',
);

/** Takes in what only repeats or refines the day: a time, the weekday in brackets, 期间. */
export function withTail(text: string, chain: Chain, scope: Scope): number {
  let end = chain.end;
  const tails = scope.grain !== 'day' ? [spanTail] : scope.said === 'weekday' ? [dayTail] : [weekdayTail, dayTail];
  for (const tail of tails) {
    tail.lastIndex = end;
    end += tail.exec(text)?.[0].length ?? 0;
  }
  return end;
}

const fromWord = /(?:自从|从|自|由|打|between|from|since|在|于)\s*$/i;
const between = here(
  '\\s?(?:起|开始|start(?:ing)?)?(?:一?直)?[,，]?(?:\\s?(?:到|至|-{1,4}|~+|直到|截至|截止到?|through|thru|until|till|to)\\s?(?:the )?)(?:了)?',
);
const andBetween = here('\\s?(?:与|和|及|and)\\s?');
const betweenEnd = here('(?:之间|期间|间)');
const stop = here('(?:日)?(?:为?止|期间|之间|间(?!隔|断))?');

/** The moment as seen from a day named just before: its year, month and week. */
export function momentFrom(moment: Moment, day: Day): Moment {
  return { ...moment, year: yearOf(day), month: monthOf(day), monday: startOfWeek(day) };
}

export interface Near {
  readonly text: string;
  readonly moment: Moment;
  readonly tense: Tense;
  chainAt(index: number, moment: Moment): Chain | null;
}

/** 12月20日至2026年1月5日: only the far end names its year, so the near end lies in the last one before it. */
function earlierStart(first: { readonly chain: Chain }, chain: Chain, last: Scope): Day | null {
  if (first.chain.float !== 'year' || chain.float || !last.start) return null;
  return lastUpTo(first.chain, momentOf(last.start, {}))?.start ?? null;
}

/** "A to B", both ends included, when a second phrase follows this one. */
export function rangeFrom(near: Near, index: number, first: { scope: Scope; end: number; chain: Chain }): Found | null {
  const { text } = near;
  if (first.scope.start === null || first.scope.toDate) return null;
  const before = fromWord.exec(text.slice(Math.max(0, index - 10), index));
  for (const word of [between, andBetween]) {
    word.lastIndex = first.end;
    const link = word.exec(text);
    if (!link) continue;
    const at = first.end + link[0].length;
    const moment = anchored(momentFrom(near.moment, first.scope.start), first.scope);
    const chain = at < text.length ? near.chainAt(at, moment) : null;
    if (!chain) continue;
    const scope = settleAfter(chain, moment, first.scope.start) ?? settle(chain, near.moment, near.tense);
    if (!scope?.end) continue;
    const start = scope.end > first.scope.start ? first.scope.start : earlierStart(first, chain, scope);
    if (start === null) continue;
    let end = scope.grain === 'day' ? withTail(text, chain, scope) : chain.end;
    betweenEnd.lastIndex = end;
    const closing = betweenEnd.exec(text);
    if (word === andBetween && !closing && !/between\s*$/i.test(before?.[0] ?? '')) continue;
    stop.lastIndex = end;
    end += closing?.[0].length ?? stop.exec(text)?.[0].length ?? 0;
    const said = first.scope.said;
    const toDate = scope.onlyInRange || (scope.start === near.moment.today && scope.said === 'relative');
    return {
      index: before && !/^[在于]/.test(before[0]) ? index - before[0].length : index,
      end,
      scope: {
        start,
        end: scope.end,
        grain: 'range',
        said,
        sure: first.scope.sure,
        ...(toDate && { toDate }),
      },
    };
  }
  return null;
}

type Opening = (scope: Scope, today: Day) => Scope | null;

const open = (scope: Scope, start: Day | null, end: Day | null): Scope => ({
  start,
  end,
  grain: start === null ? 'until' : 'since',
  said: scope.said,
  sure: scope.sure,
});
const toToday: Opening = (scope, today) =>
  scope.start && scope.start <= today ? { ...open(scope, scope.start, addDays(today, 1)), toDate: true } : null;
const onwards: Opening = (scope) => open(scope, scope.start, null);
const after: Opening = (scope) => open(scope, scope.end, null);
const upTo: Opening = (scope) => open(scope, null, scope.end);
/** Before a month's end means by its end; 前 behind several years with a beginning of their own (2020至2025年前) only bounds them. */
const before: Opening = (scope) =>
  scope.grain === 'years' && scope.said === 'explicit'
    ? scope
    : open(scope, null, scope.tail ? scope.end : scope.start);

const suffixes: readonly (readonly [RegExp, Opening])[] = [
  [
    here('(?:[起以]?至今|到现在|到目前|到今天|迄今)(?:为止)?|以来|(?:起|开始)(?:,|，)?(?:到|至)(?:现在|目前|今天?)'),
    toToday,
  ],
  [here('(?:当[日天])?(?:(?:或|及|和)(?:者)?(?:之|以)后|起(?![草诉立点步重])|开始(?:,|，)?(?!至|到))'), onwards],
  [here('(?:或|及|和)(?:者)?(?:之|以)前|为止|止(?!步)'), upTo],
  [here('(?:之|以)?前(?![面期往来任线年天日后台者半言景列进]|\\d|[一二三四五六七八九十]个?[天日周月])'), before],
  [here('(?:(?:之|以)后|后(?![面期续任台者半天年果勤方])|过后)'), after],
];
const prefixes: readonly (readonly [RegExp, Opening])[] = [
  [/(?:截至|截止到?|截至到)(?:了)?$/, upTo],
  [/(?<![a-z])(?:by|until|till|up to|as of|through|no later than)\s(?:the )?$/i, upTo],
  [/(?<![a-z])(?:before|prior to|earlier than)\s(?:the )?$/i, before],
  [/(?<![a-z])(?:after|later than)\s(?:the )?$/i, after],
  [/(?<![a-z])since\s(?:the )?$/i, toToday],
  [/(?<![a-z])(?:from)\s(?:the )?$/i, onwards],
];
const onwardEnd = here('\\s?(?:onwards?|on\\b)');

/** Opens one side of a phrase where the words around it do. */
export function opened(text: string, found: Found, moment: Moment): Found {
  const { scope } = found;
  if (scope.toDate || scope.start === null || scope.end === null) return found;
  for (const [pattern, opening] of suffixes) {
    pattern.lastIndex = found.end;
    const match = pattern.exec(text);
    const result = match && opening(scope, moment.today);
    if (!match || !result) continue;
    const head = /(?:自从|从|自|由)$/.exec(text.slice(Math.max(0, found.index - 2), found.index));
    return { scope: result, index: found.index - (head?.[0].length ?? 0), end: found.end + match[0].length };
  }
  const head = text.slice(Math.max(0, found.index - 18), found.index);
  for (const [pattern, opening] of prefixes) {
    const match = pattern.exec(head);
    if (!match) continue;
    if (/^from/i.test(match[0])) {
      onwardEnd.lastIndex = found.end;
      const rest = onwardEnd.exec(text);
      if (!rest) continue;
      return {
        scope: onwards(scope, moment.today)!,
        index: found.index - match[0].length,
        end: found.end + rest[0].length,
      };
    }
    const result = opening(scope, moment.today) ?? onwards(scope, moment.today);
    if (result) return { scope: result, index: found.index - match[0].length, end: found.end };
  }
  return found;
}
