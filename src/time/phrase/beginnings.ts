/** Reads off a pattern what its matches can begin with, so that it is only tried where one of them stands. */

/** What a part of a pattern matches, as far as its first characters. */
interface Beginnings {
  /** Whole matches of fewer characters than are asked about; the empty text where it can match nothing. */
  readonly whole: ReadonlySet<string>;
  /** What longer matches begin with; fewer characters than are asked about where any may follow. */
  readonly begun: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();
const nothing: Beginnings = { whole: new Set(['']), begun: none };
const anything: Beginnings = { whole: none, begun: new Set(['']) };
const digits = '0123456789';
const blanks: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', f: '\f', v: '\v' };
/** A range of more characters than this is as good as any character. */
const widestRange = 200;
/** Of more beginnings than this only the first character is kept. */
const mostKept = 4000;

/** Takes the pattern apart from left to right; `at` is where it stands. */
interface Walk {
  readonly source: string;
  readonly length: number;
  at: number;
}

function one(walk: Walk, characters: ReadonlySet<string>): Beginnings {
  const known = new Set([...characters].filter((character) => character !== ''));
  // Any character at all, and then nothing is known.
  const begun = characters.has('') ? anything.begun : none;
  return walk.length > 1 ? { whole: known, begun } : { whole: none, begun: new Set([...known, ...begun]) };
}

function either(parts: readonly Beginnings[]): Beginnings {
  return {
    whole: new Set(parts.flatMap(({ whole }) => [...whole])),
    begun: new Set(parts.flatMap(({ begun }) => [...begun])),
  };
}

/** The second behind the first. */
function joined(walk: Walk, first: Beginnings, second: Beginnings): Beginnings {
  const whole = new Set<string>();
  const begun = new Set(first.begun);
  for (const start of first.whole) {
    for (const end of second.whole) {
      const both = start + end;
      if (both.length < walk.length) whole.add(both);
      else begun.add(both.slice(0, walk.length));
    }
    for (const end of second.begun) begun.add((start + end).slice(0, walk.length));
  }
  return begun.size > mostKept
    ? { whole, begun: new Set([...begun].map((start) => start.slice(0, 1))) }
    : { whole, begun };
}

function alternatives(walk: Walk): Beginnings {
  const found = [sequence(walk)];
  while (walk.source[walk.at] === '|') {
    walk.at += 1;
    found.push(sequence(walk));
  }
  return either(found);
}

function sequence(walk: Walk): Beginnings {
  let found = nothing;
  while (walk.at < walk.source.length && !'|)'.includes(walk.source[walk.at]!)) {
    const part = repeated(walk, single(walk));
    if (found.whole.size > 0) found = joined(walk, found, part);
  }
  return found;
}

/** A part with the sign behind it that tells how often it stands. */
function repeated(walk: Walk, part: Beginnings): Beginnings {
  const times = /^(?:([?*+])|\{(\d+)(?:(,)(\d*))?\})\??/.exec(walk.source.slice(walk.at, walk.at + 12));
  if (!times) return part;
  walk.at += times[0].length;
  const [, sign, fewest = sign === '+' ? '1' : '0', open, most = ''] = times;
  const least = Number(fewest);
  const last = sign === '?' ? 1 : sign || open ? Number(most || Number.POSITIVE_INFINITY) : least;
  let found = nothing;
  for (let time = 0; time < Math.min(least, walk.length); time += 1) found = joined(walk, found, part);
  const kept = [found];
  for (let time = least; time < Math.min(last, least + walk.length); time += 1) {
    found = joined(walk, found, part);
    kept.push(found);
  }
  return either(kept);
}

function single(walk: Walk): Beginnings {
  const character = walk.source[walk.at]!;
  walk.at += 1;
  if (character === '(') return group(walk);
  if (character === '[') return one(walk, members(walk));
  if (character === '^' || character === '$') return nothing;
  if (character === '.') return anything;
  if (character !== '\\') return one(walk, new Set(character));
  const found = escaped(walk);
  return found ? one(walk, found) : nothing;
}

function group(walk: Walk): Beginnings {
  const opening = /^\?(?:[:=!]|<[=!]|<\w+>)/.exec(walk.source.slice(walk.at, walk.at + 30))?.[0] ?? '';
  walk.at += opening.length;
  const inside = alternatives(walk);
  walk.at += 1;
  // What is only looked at takes no character.
  return /[=!]$/.test(opening) ? nothing : inside;
}

/** The characters a sign behind a backslash stands for; null for a border, which takes none. */
function escaped(walk: Walk): ReadonlySet<string> | null {
  const character = walk.source[walk.at]!;
  walk.at += 1;
  if (character === 'b' || character === 'B') return null;
  // Back to a group, or one of too many: anything.
  if ('wspSWDPxk123456789'.includes(character)) return new Set(['']);
  if (character === 'd') return new Set(digits);
  return new Set([blanks[character] ?? coded(walk, character) ?? character]);
}

/** The character behind \u, by its four digits. */
function coded(walk: Walk, character: string): string | null {
  if (character !== 'u') return null;
  walk.at += 4;
  return String.fromCharCode(Number.parseInt(walk.source.slice(walk.at - 4, walk.at), 16));
}

/** The characters of a class such as [\d一二a-z]; the empty text among them where they are too many. */
function members(walk: Walk): Set<string> {
  const found = new Set<string>();
  if (walk.source[walk.at] === '^') {
    walk.at += 1;
    while (walk.source[walk.at] !== ']') walk.at += walk.source[walk.at] === '\\' ? 2 : 1;
    walk.at += 1;
    return new Set(['']);
  }
  while (walk.source[walk.at] !== ']') {
    const characters = member(walk);
    for (const character of characters) found.add(character);
    const ranges = characters.size === 1 && walk.source[walk.at] === '-' && walk.source[walk.at + 1] !== ']';
    if (!ranges) continue;
    walk.at += 1;
    const [from, to] = [...characters, ...member(walk)].map((character) => character.charCodeAt(0));
    if (to! - from! > widestRange) found.add('');
    else for (let code = from!; code <= to!; code += 1) found.add(String.fromCharCode(code));
  }
  walk.at += 1;
  return found;
}

/** One character of a class, or several behind a backslash. */
function member(walk: Walk): ReadonlySet<string> {
  const character = walk.source[walk.at]!;
  walk.at += 1;
  return character === '\\' ? (escaped(walk) ?? none) : new Set(character);
}

/**
 * Everything a match of the pattern can begin with, `length` characters of it, or fewer where the match ends or anything may follow.
 * Null where it can begin with anything, or match nothing. Of a pattern with the flag i in small Latin letters.
 */
export function beginnings(pattern: RegExp, length: 1 | 2): ReadonlySet<string> | null {
  const { whole, begun } = alternatives({ source: pattern.source, length, at: 0 });
  if (whole.has('') || begun.has('')) return null;
  const all = [...whole, ...begun];
  return new Set(pattern.ignoreCase ? all.map((start) => start.toLowerCase()) : all);
}

/** Every character a match of the pattern can begin with; null where it can begin with anything, or match nothing. */
export function firstCharacters(pattern: RegExp): ReadonlySet<string> | null {
  const found = beginnings(pattern, 1);
  if (!found || !pattern.ignoreCase) return found;
  return new Set([...found].flatMap((character) => [character, character.toUpperCase()]));
}
