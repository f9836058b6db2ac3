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
const blanks = ' \t\n\r\u3000\u00a0';

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
  return { characters: new Set(character === 'd' ? digits : character === 's' ? blanks : character), skippable: false };
}

/** The characters of a class such as [\d一二a-z]. */
function members(walk: Walk): Set<string> {
  const found = new Set<string>();
  if (walk.source[walk.at] === '^') {
    walk.at = walk.source.indexOf(']', walk.at + 1) + 1;
    return new Set(anything.characters);
  }
  for (; walk.source[walk.at] !== ']'; walk.at += 1) {
    let character = walk.source[walk.at]!;
    if (character === '\\') {
      walk.at += 1;
      character = walk.source[walk.at]!;
      if (character === 'd' || character === 's') {
        for (const one of character === 'd' ? digits : blanks) found.add(one);
        continue;
      }
    }
    found.add(character);
    const last = walk.source[walk.at + 1] === '-' && walk.source[walk.at + 2] !== ']' ? walk.source[walk.at + 2] : null;
    if (!last) continue;
    for (let code = character.charCodeAt(0); code <= last.charCodeAt(0); code += 1)
      found.add(String.fromCharCode(code));
    walk.at += 2;
  }
  walk.at += 1;
  return found;
}

/** Every character a match of the pattern can begin with. @throws Error where it can begin with anything, or match nothing */
export function firstCharacters(pattern: RegExp): ReadonlySet<string> {
  const walk = { source: pattern.source, at: 0 };
  const { characters, skippable } = alternatives(walk);
  if (skippable || characters.has('')) throw new Error(`a pattern may not begin with just anything: ${pattern.source}`);
  if (!pattern.ignoreCase) return characters;
  return new Set([...characters].flatMap((character) => [character.toLowerCase(), character.toUpperCase()]));
}
