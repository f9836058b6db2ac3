/** Remembers what was found in the texts asked about last: while a message is cut into pieces the same stretches come up again and again. */

const mostKept = 400;

/** The same function, reckoning only once for each of the texts that came up lately. What it gives back must never be changed. */
export function remember<Found>(find: (text: string) => Found): (text: string) => Found {
  const kept = new Map<string, Found>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const found = find(text);
    if (kept.size >= mostKept) kept.clear();
    kept.set(text, found);
    return found;
  };
}
