/** Finds the JSON object in what a model says, whatever it says around it. */

/** Longer answers hold no reading of one message. */
const longest = 40_000;
const mostTries = 20;

/** @returns the first whole object, or undefined */
export function jsonIn(text: string): unknown {
  if (text.length > longest) return undefined;
  let from = text.indexOf('{');
  for (let tries = 0; from >= 0 && tries < mostTries; tries += 1) {
    const end = endOf(text, from);
    if (end > from) {
      try {
        return JSON.parse(text.slice(from, end)) as unknown;
      } catch {
        // A brace of the prose around it; the next one may begin the object.
      }
    }
    from = text.indexOf('{', from + 1);
  }
  return undefined;
}

/** Behind the brace that closes the one at `from`; braces in strings do not count. */
function endOf(text: string, from: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = from; at < text.length; at += 1) {
    const char = text[at];
    if (quoted) {
      if (char === '\\') at += 1;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === '{') depth += 1;
    else if (char === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return -1;
}
