/** The pace: never above a limit, no turn lost, no chat starved. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPace } from '../../src/feishu/pace.ts';
import { drivenClock } from '../support/feishu/driven-clock.ts';
import { virtualClock } from '../support/feishu/virtual-clock.ts';

const rules = {
  send: {
    all: [
      { most: 10, ms: 1000 },
      { most: 60, ms: 20_000 },
    ],
    lane: { most: 3, ms: 1000 },
  },
};

/** Everybody asks at once; @returns who went when, in that order. */
async function gone(lanes: readonly string[]): Promise<{ lane: string; at: number }[]> {
  const clock = virtualClock();
  const driven = drivenClock(clock);
  const pace = createPace(rules, { clock, pause: driven.pause });
  const start = clock.now().getTime();
  const went: { lane: string; at: number }[] = [];
  const all = lanes.map(async (lane) => {
    await pace.turn('send', lane);
    went.push({ lane, at: clock.now().getTime() - start });
  });
  await driven.drive(Promise.all(all));
  return went;
}

/** The most that fell into any stretch of so many milliseconds. */
function densest(times: readonly number[], ms: number): number {
  return Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + ms).length));
}

describe('pace', () => {
  it('keeps every limit and loses no turn', async () => {
    const lane = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    await fc.assert(
      fc.asyncProperty(fc.array(lane, { maxLength: 90 }), async (lanes) => {
        const went = await gone(lanes);
        expect(went.map((one) => one.lane).sort()).toEqual([...lanes].sort());
        const times = went.map((one) => one.at);
        expect(densest(times, 1000)).toBeLessThanOrEqual(10);
        expect(densest(times, 20_000)).toBeLessThanOrEqual(60);
        for (const one of 'abcde') {
          const own = went.filter((each) => each.lane === one).map((each) => each.at);
          expect(densest(own, 1000)).toBeLessThanOrEqual(3);
        }
      }),
      { numRuns: 40, seed: 7 },
    );
  });

  it('does not let one chat wait for all of another', async () => {
    const went = await gone([...Array.from({ length: 50 }, () => 'busy'), 'quiet']);
    expect(went.find((one) => one.lane === 'quiet')?.at).toBe(0);
  });

  it('lets all wait where it is told to', async () => {
    const clock = virtualClock();
    const driven = drivenClock(clock);
    const pace = createPace(rules, { clock, pause: driven.pause });
    const start = clock.now().getTime();
    pace.hold('send', 7000);
    await driven.drive(pace.turn('send', 'a'));
    expect(clock.now().getTime() - start).toBe(7000);
  });
});
