/** A clock that stands still until a test moves it. */
import type { Clock } from '../../../src/ports.ts';

export interface VirtualClock extends Clock {
  advance(ms: number): void;
  set(at: Date): void;
  /** Waiting moves the clock: nobody else would. */
  pause(ms: number): Promise<void>;
}

export function virtualClock(start: Date | string = '2026-03-04T09:10:00+08:00'): VirtualClock {
  let at = new Date(start).getTime();
  return {
    now: () => new Date(at),
    advance(ms) {
      at += ms;
    },
    async pause(ms) {
      at += ms;
    },
    set(to) {
      at = to.getTime();
    },
  };
}
