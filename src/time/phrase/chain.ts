/** Strings links together into one phrase and settles what it leaves open by the tense of the sentence. */
import type { Day } from '../day.ts';
import { countLinks } from './count-links.ts';
import { dayLinks } from './day-links.ts';
import { englishLinks } from './english-links.ts';
import { holidayLinks } from './holiday-links.ts';
import type { Float, Link, Moment, Scope } from './link.ts';
import { dayAt, here, shifted } from './link.ts';
import { namedLinks } from './named-links.ts';
import { partLinks } from './part-links.ts';
import type { Tense } from './tense.ts';
import { weekLinks } from './week-links.ts';
import { halfLinks, monthLinks, quarterLinks, yearLinks } from './year-links.ts';

interface Step {
  readonly link: Link;
  readonly match: RegExpExecArray;
}

/** A phrase read off the text, its meaning not settled yet. */
export interface Chain {
  readonly steps: readonly Step[];
  readonly index: number;
  readonly end: number;
  /** What the first link leaves open. */
  readonly float?: Float;
}

const links: readonly Link[] = [
  ...yearLinks,
  ...halfLinks,
  ...quarterLinks,
  ...monthLinks,
  ...dayLinks,
  ...weekLinks,
  ...partLinks,
  ...holidayLinks,
  ...namedLinks,
  ...countLinks,
];
const chineseRoots = links.filter((link) => link.root !== false);
const latinRoots = [...chineseRoots, ...englishLinks];
const innerLinks = links.filter((link) => link.after);

/** Characters a phrase can begin with; everything else is passed without a try. */
const mayBegin =
  /[\dA-Za-z零一二三四五六七八九十廿卅两半上下本这当今昨明前后大去来次翌全头首末第最近过往向未将接此刚早中傍晚凌现目如到截至迄年岁月季周星礼元春农阳正新除龙清五劳国端七重腊小情女妇三植消愚世青护六儿建党八教烈记双宪平圣母父感雨惊立谷满芒夏秋白寒霜冬闰旧阴民节区县“"‘「同]/;

/** Shifts tried for what floats, the nearest first; leap days need four years. */
const shifts = [0, -1, 1, -2, 2, -3, 3, -4, 4, -8, 8];

export function meaning(chain: { steps: readonly Step[]; float?: Float }, moment: Moment, by: number): Scope | null {
  const at = shifted(moment, chain.float, by);
  let scope: Scope | null = null;
  for (const { link, match } of chain.steps) {
    scope = link.read(match, at, scope);
    if (!scope) return null;
  }
  return scope;
}

/** The nearest meaning there is at all: tells whether a link fits and what may follow it. */
function anyMeaning(chain: { steps: readonly Step[]; float?: Float }, moment: Moment): Scope | null {
  for (const by of chain.float ? shifts : [0]) {
    const scope = meaning(chain, moment, by);
    if (scope) return scope;
  }
  return null;
}

const glue = /(?:的|之|里的|内的|中的|,|，)?/y;

/** A day only this office knows by name (机构改革, 党的二十大). */
function eventAt(text: string, index: number, moment: Moment): Chain | null {
  const { events } = moment.settings;
  const name = events && Object.keys(events).find((key) => key !== '' && text.startsWith(key, index));
  if (!name) return null;
  const pattern = here(name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  pattern.lastIndex = index;
  const match = pattern.exec(text)!;
  return {
    steps: [{ link: { pattern, read: () => dayAt(events[name]!, 'name') }, match }],
    index,
    end: index + name.length,
  };
}

/** The longest phrase that begins exactly here. */
export function chainAt(text: string, index: number, moment: Moment): Chain | null {
  const event = eventAt(text, index, moment);
  if (event) return event;
  if (!mayBegin.test(text[index]!)) return null;
  const roots = /[A-Za-z\d]/.test(text[index]!) ? latinRoots : chineseRoots;
  let steps: readonly Step[] = [];
  let end = index;
  let float: Float | undefined;
  let scope = null as Scope | null;
  for (;;) {
    let best: { step: Step; end: number; scope: Scope } | null = null;
    glue.lastIndex = end;
    const starts: Iterable<number> = scope ? new Set([end, end + glue.exec(text)![0].length]) : [end];
    for (const start of starts) {
      for (const link of scope ? innerLinks : roots) {
        if (scope && !link.after!.includes(scope.grain)) continue;
        link.pattern.lastIndex = start;
        const match = link.pattern.exec(text);
        if (!match || match[0].length === 0 || (best && start + match[0].length <= best.end)) continue;
        const step = { link, match };
        const found = anyMeaning({ steps: [...steps, step], float: scope ? float : link.float }, moment);
        if (found) best = { step, end: start + match[0].length, scope: found };
      }
    }
    if (!best) break;
    if (!scope) float = best.step.link.float;
    steps = [...steps, best.step];
    end = best.end;
    scope = best.scope;
  }
  return scope ? { steps, index, end, float } : null;
}

/** The meaning the tense asks for: told of, the last that has begun; planned, the next that is not over. */
export function settle(chain: Chain, moment: Moment, tense: Tense): Scope | null {
  const scopes = (chain.float ? shifts : [0])
    .map((by) => ({ by, scope: meaning(chain, moment, by) }))
    .filter((it) => it.scope !== null);
  if (!chain.float) return scopes[0]?.scope ?? null;
  const { today } = moment;
  const startOf = (scope: Scope | null): Day => scope?.start ?? '0000';
  // Without a tense a month or date is this year's, but a weekday the one that has been: records tell of what is done.
  const told = tense === 'past' || (tense === 'neutral' && chain.float === 'week');
  if (told) {
    const done = scopes
      .filter((it) => startOf(it.scope) <= today)
      .sort((a, b) => (startOf(a.scope) < startOf(b.scope) ? 1 : -1))[0];
    if (done) return { ...done.scope!, sure: tense === 'past' ? done.scope!.sure : false };
  }
  if (tense === 'future') {
    const next = scopes
      .filter((it) => (it.scope!.end ?? '9999') > today)
      .sort((a, b) => (startOf(a.scope) < startOf(b.scope) ? -1 : 1))[0];
    if (next) return next.scope;
  }
  const nearest = scopes[0];
  if (!nearest) return null;
  return nearest.by === 0 && startOf(nearest.scope) <= today ? nearest.scope : { ...nearest.scope!, sure: false };
}

/** The first meaning from a day on: the far end of a range whose near end is known. */
export function settleAfter(chain: Chain, moment: Moment, start: Day): Scope | null {
  const scopes = (chain.float ? [...shifts].sort((a, b) => a - b) : [0]).map((by) => meaning(chain, moment, by));
  return scopes.find((scope) => scope !== null && (scope.start ?? '9999') >= start) ?? null;
}
