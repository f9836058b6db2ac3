/** Strings links together into one phrase and settles what it leaves open by the tense of the sentence. */
import type { Day } from '../day.ts';
import { firstCharacters } from './beginnings.ts';
import { countLinks } from './count-links.ts';
import { dayLinks } from './day-links.ts';
import { englishLinks } from './english-links.ts';
import { holidayLinks } from './holiday-links.ts';
import type { Float, Grain, Link, Moment, Scope } from './link.ts';
import { dayAt, here, shifted } from './link.ts';
import { namedLinks } from './named-links.ts';
import { partLinks } from './part-links.ts';
import { schoolLinks } from './school-links.ts';
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
  ...schoolLinks,
  ...countLinks,
];

/** Links by the character they begin with, in the order they are declared. */
type Beginnings = ReadonlyMap<string, readonly Link[]>;

function byBeginning(some: readonly Link[]): Beginnings {
  const found = new Map<string, Link[]>();
  for (const link of some) {
    const characters = firstCharacters(link.pattern);
    if (!characters) throw new Error(`a phrase cannot begin with just anything: ${link.pattern.source}`);
    for (const character of characters) {
      const known = found.get(character);
      if (known) known.push(link);
      else found.set(character, [link]);
    }
  }
  return found;
}

const chineseRoots = byBeginning(links.filter((link) => link.root !== false));
const allRoots = byBeginning([...links.filter((link) => link.root !== false), ...englishLinks]);
const inner: ReadonlyMap<Grain, Beginnings> = new Map(
  [...new Set(links.flatMap((link) => link.after ?? []))].map((grain) => [
    grain,
    byBeginning(links.filter((link) => link.after?.includes(grain))),
  ]),
);

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

/** The nearest meaning there is at all, whatever the tense: tells whether a link fits, and what a later member of a list means. */
export function nearest(chain: { steps: readonly Step[]; float?: Float }, moment: Moment): Scope | null {
  for (const by of chain.float ? shifts : [0]) {
    const scope = meaning(chain, moment, by);
    if (scope) return scope;
  }
  return null;
}

/** A short number that counts things begins no phrase: most numbers of a report do. */
const counts = /(?:\d{1,3}|[一二两三四五六七八九十])[次件条篇场批份人名家台项位只本卷元%％封宗辆页册]/y;

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

/** Within a word of Latin letters or digits no English phrase begins. */
function inWord(text: string, index: number): boolean {
  const before = text.charCodeAt(index - 1) | 32;
  return (before >= 97 && before <= 122) || (before >= 48 && before <= 57);
}

/** The longest phrase that begins exactly here. */
export function chainAt(text: string, index: number, moment: Moment): Chain | null {
  const event = eventAt(text, index, moment);
  if (event) return event;
  if (!allRoots.has(text[index]!)) return null;
  counts.lastIndex = index;
  if (counts.test(text)) return null;
  const roots = moment.latin && !inWord(text, index) ? allRoots : chineseRoots;
  let steps: readonly Step[] = [];
  let end = index;
  let float: Float | undefined;
  let scope = null as Scope | null;
  for (;;) {
    let best: { step: Step; end: number; scope: Scope } | null = null;
    glue.lastIndex = end;
    const starts: Iterable<number> = scope ? new Set([end, end + glue.exec(text)![0].length]) : [end];
    const fitting = scope ? inner.get(scope.grain) : roots;
    for (const start of starts) {
      for (const link of fitting?.get(text[start] ?? '') ?? []) {
        link.pattern.lastIndex = start;
        const match = link.pattern.exec(text);
        if (!match || (best && start + match[0].length <= best.end)) continue;
        const step = { link, match };
        const found = nearest({ steps: [...steps, step], float: scope ? float : link.float }, moment);
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

/** Where the last that has begun and the next that is not over are looked for, the likelier first. */
const backwards = [1, 0, -1, -2, -3, -4, -8];
const forwards = [-1, 0, 1, 2, 3, 4, 8];

function firstMeaning(chain: Chain, moment: Moment, order: { by: readonly number[]; fits(scope: Scope): boolean }) {
  for (const by of order.by) {
    const scope = meaning(chain, moment, by);
    if (scope && order.fits(scope)) return scope;
  }
  return null;
}

/** The meaning the tense asks for: told of, the last that has begun; planned, the next that is not over. */
export function settle(chain: Chain, moment: Moment, tense: Tense): Scope | null {
  if (!chain.float) return meaning(chain, moment, 0);
  const { today } = moment;
  const begun = (scope: Scope) => (scope.start ?? '0000') <= today;
  // Without a tense a month or date is this year's, but a weekday the one that has been: records tell of what is done.
  if (tense === 'past' || (tense === 'neutral' && chain.float === 'week')) {
    const done = firstMeaning(chain, moment, { by: backwards, fits: begun });
    if (done) return { ...done, sure: tense === 'past' ? done.sure : false };
  }
  if (tense === 'future') {
    const next = firstMeaning(chain, moment, { by: forwards, fits: (scope) => (scope.end ?? '9999') > today });
    if (next) return next;
  }
  const scope = nearest(chain, moment);
  return scope && (meaning(chain, moment, 0) === null || !begun(scope)) ? { ...scope, sure: false } : scope;
}

/** The first meaning from a day on: the far end of a range whose near end is known. */
export function settleAfter(chain: Chain, moment: Moment, start: Day): Scope | null {
  const by = chain.float ? forwards : [0];
  return firstMeaning(chain, moment, { by, fits: (scope) => (scope.start ?? '9999') >= start });
}

/** The last meaning that has begun by the day of the moment: the near end of a range whose far end alone names its year. */
export function lastUpTo(chain: Chain, moment: Moment): Scope | null {
  return firstMeaning(chain, moment, { by: backwards, fits: (scope) => (scope.start ?? '9999') <= moment.today });
}
