/** Reads off a pattern which characters its matches can begin with, so that it is only tried where one of them stands. */

/** What a part of a pattern can begin with; `skippable` when it can match nothing. */
interface First {
  readonly characters: ReadonlySet<string>;
  readonly skippable: boolean;
}

const nothing: First = { characters: new Set(), skippable: true };
/** The empty text stands for every character. */
const anything: First = { characters: new Set(['']), skippable: false };
const digits = '0123456789';
/** A range of more characters than this is as good as any character. */
const widestRange = 200;

/** Takes the pattern apart from left to right; `at` is where it stands. */
interface Walk {
  readonly source: string;
  at: number;
}

function anyOf(parts: readonly First[]): First {
  return {
    characters: new Set(parts.flatMap((part) => [...part.characters])),
    skippable: parts.some((part) => part.skippable),
  };
}

function alternatives(walk: Walk): First {
  const found = [sequence(walk)];
  while (walk.source[walk.at] === '|') {
    walk.at += 1;
    found.push(sequence(walk));
  }
  return anyOf(found);
}

function sequence(walk: Walk): First {
  const characters = new Set<string>();
  let skippable = true;
  while (walk.at < walk.source.length && !'|)'.includes(walk.source[walk.at]!)) {
    const part = repeated(walk, single(walk));
    if (skippable) for (const character of part.characters) characters.add(character);
    skippable = skippable && part.skippable;
  }
  return { characters, skippable };
}

/** A part with the sign behind it that tells how often it stands. */
function repeated(walk: Walk, part: First): First {
  const times = /^(?:[?*+]|\{(\d+)(?:,\d*)?\})\??/.exec(walk.source.slice(walk.at, walk.at + 12));
  if (!times) return part;
  walk.at += times[0].length;
  return /^(?:[?*]|\{0)/.test(times[0]) ? { ...part, skippable: true } : part;
}

function single(walk: Walk): First {
  const character = walk.source[walk.at]!;
  walk.at += 1;
  if (character === '(') return group(walk);
  if (character === '[') return { characters: members(walk), skippable: false };
  if (character === '^' || character === '$') return nothing;
  if (character === '.') return anything;
  return character === '\\' ? escaped(walk) : { characters: new Set(character), skippable: false };
}

function group(walk: Walk): First {
  const opening = /^\?(?:[:=!]|<[=!]|<\w+>)/.exec(walk.source.slice(walk.at, walk.at + 30))?.[0] ?? '';
  walk.at += opening.length;
  const inside = alternatives(walk);
  walk.at += 1;
  // What is only looked at takes no character.
  return /[=!]$/.test(opening) ? nothing : inside;
}

function escaped(walk: Walk): First {
  const character = walk.source[walk.at]!;
  walk.at += 1;
  if (character === 'b' || character === 'B') return nothing;
  if ('wspSWDP'.includes(character)) return anything;
  const found = character === 'd' ? digits : (coded(walk, character) ?? character);
  return { characters: new Set(found), skippable: false };
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
    walk.at = walk.source.indexOf(']', walk.at + 1) + 1;
    return new Set(anything.characters);
  }
  while (walk.source[walk.at] !== ']') {
    const { characters } = member(walk);
    for (const character of characters) found.add(character);
    const ranges = characters.size === 1 && walk.source[walk.at] === '-' && walk.source[walk.at + 1] !== ']';
    if (!ranges) continue;
    walk.at += 1;
    const [from, to] = [...characters, ...member(walk).characters].map((character) => character.charCodeAt(0));
    if (to! - from! > widestRange) found.add('');
    else for (let code = from!; code <= to!; code += 1) found.add(String.fromCharCode(code));
  }
  walk.at += 1;
  return found;
}

/** One character of a class, or several behind a backslash. */
function member(walk: Walk): First {
  const character = walk.source[walk.at]!;
  walk.at += 1;
  return character === '\\' ? escaped(walk) : { characters: new Set(character), skippable: false };
}

/** Every character a match of the pattern can begin with; null where it can begin with anything, or match nothing. */
export function firstCharacters(pattern: RegExp): ReadonlySet<string> | null {
  const walk = { source: pattern.source, at: 0 };
  const { characters, skippable } = alternatives(walk);
  if (skippable || characters.has('')) return null;
  if (!pattern.ignoreCase) return characters;
  return new Set([...characters].flatMap((character) => [character.toLowerCase(), character.toUpperCase()]));
}
