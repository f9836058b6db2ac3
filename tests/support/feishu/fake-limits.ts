/** The rates at which the fake Feishu takes calls: per app and sort of call, as its documentation lists them. */
import type { Clock } from '../../../src/ports.ts';
import type { CallName } from './fake-errors.ts';

/** Tier 4: 1,000 a minute and 50 a second; tier 6: 5 a second. */
const tiers: Partial<Record<CallName, readonly (readonly [most: number, ms: number])[]>> = {
  create: [
    [50, 1000],
    [1000, 60_000],
  ],
  reply: [
    [50, 1000],
    [1000, 60_000],
  ],
  patch: [
    [50, 1000],
    [1000, 60_000],
  ],
};

export interface FakeLimits {
  /** How often a call was refused for its rate. */
  refused: number;
  /** @returns seconds to wait, for a call that is one too many */
  tooMany(call: CallName): number | undefined;
}

export function fakeLimits(clock: Clock): FakeLimits {
  const taken = new Map<CallName, number[]>();
  return {
    refused: 0,
    tooMany(call) {
      const now = clock.now().getTime();
      const times = taken.get(call) ?? [];
      for (const [most, ms] of tiers[call] ?? []) {
        const within = times.filter((at) => at > now - ms);
        if (within.length < most) continue;
        this.refused += 1;
        return Math.ceil((within[within.length - most]! + ms - now) / 1000);
      }
      taken.set(call, [...times, now].slice(-1000));
      return undefined;
    },
  };
}
