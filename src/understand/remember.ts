/** Remembers what was found in the texts asked about last: while a message is cut into pieces the same stretches come up again and again. */

const mostKept = 400;

/** The same function, reckoning only once for each of the texts that came up lately. What it gives back must never be changed. */
export function remember<Found>(find: (text: string) => Found): (text: string) => Found {
  const kept = new Map<string, Found>();
  // Many ask about one text in a row.
  let last: { readonly text: string; readonly found: Found } | undefined;
  return (text) => {
    if (last?.text === text) return last.found;
    const found = kept.get(text) ?? find(text);
    last = { text, found };
    if (kept.size >= mostKept) kept.clear();
    kept.set(text, found);
    return found;
  };
}
