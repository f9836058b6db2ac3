/** Chance that can be repeated: the same seed throws the same dice. */

export interface Dice {
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  /** Whether something of this share (0 to 1) happens. */
  happens(share: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** A key by its weight. */
  weighted(weights: Readonly<Record<string, number>>): string;
}

/** mulberry32 (Tommy Ettinger, public domain): good enough for stories, never for secrets. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = state;
    x = Math.imul(x ^ (x >>> 15), x | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    between,
    happens: (share) => next() < share,
    pick(from) {
      const picked = from[between(0, from.length - 1)];
      if (picked === undefined) throw new Error('nothing to pick from');
      return picked;
    },
    weighted(weights) {
      const all = Object.entries(weights);
      let left = next() * all.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [key, weight] of all) {
        left -= weight;
        if (left < 0) return key;
      }
      return all.at(-1)?.[0] ?? '';
    },
  };
}
