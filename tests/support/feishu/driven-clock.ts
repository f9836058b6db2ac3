/** A clock that jumps to the next waiter as soon as nothing else is going on. */
import type { VirtualClock } from './virtual-clock.ts';

export interface DrivenClock {
  /** Waits on the clock. */
  pause(ms: number): Promise<void>;
  /** Counted as going on as long as it is. */
  readonly fetch: typeof fetch;
  /** Runs until the work is done. */
  drive<Value>(work: Promise<Value>): Promise<Value>;
}

export function drivenClock(clock: VirtualClock): DrivenClock {
  let waiting: { at: number; resolve: () => void }[] = [];
  let goingOn = 0;
  return {
    pause: (ms) =>
      new Promise((resolve) => {
        waiting.push({ at: clock.now().getTime() + Math.max(1, ms), resolve });
      }),
    async fetch(...args) {
      goingOn += 1;
      try {
        const response = await fetch(...args);
        const body = await response.arrayBuffer();
        return new Response(body, response);
      } finally {
        goingOn -= 1;
      }
    },
    async drive(work) {
      let done = false;
      void work.then(
        () => {
          done = true;
        },
        () => {
          done = true;
        },
      );
      while (!done) {
        for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
        if (goingOn > 0 || waiting.length === 0) continue;
        const next = Math.min(...waiting.map(({ at }) => at));
        clock.set(new Date(next));
        const due = waiting.filter(({ at }) => at <= next);
        waiting = waiting.filter(({ at }) => at > next);
        for (const { resolve } of due) resolve();
      }
      return work;
    },
  };
}
