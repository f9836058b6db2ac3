/** What makes an office work on Node: what comes in, the clock, and what was put back for later. */
import type { Office } from '../../flow/office.ts';
import type { Clock, Log } from '../../ports.ts';

/** How often the clock is looked at for digests and for anything forgotten. */
const tickMs = 10_000;
/** A fault that repeats must not keep the machine busy. */
const shortestMs = 1000;

export interface Pulse {
  /** What is waiting is done soon. */
  work(): void;
  /** The clock is looked at, too. */
  tick(): void;
  /** Works a last time and resolves when all is done. */
  finish(): Promise<unknown>;
  stop(): void;
}

/** The office works when something came in, every ten seconds, and when what was put back is due. */
export function pulseOf(office: Office, clock: Clock, log: Log): Pulse {
  let running: Promise<void> = Promise.resolve();
  let wake: NodeJS.Timeout | undefined;
  let stopped = false;
  const run = (step: () => Promise<void>) => {
    if (stopped) return;
    const done = step().catch((error: unknown) => {
      log.error('the office could not work', { error: error instanceof Error ? (error.stack ?? '') : String(error) });
    });
    running = Promise.all([running, done]).then(rest);
  };
  const rest = () => {
    const at = stopped ? null : office.wake();
    clearTimeout(wake);
    if (at === null) return;
    const wait = new Date(at).getTime() - clock.now().getTime();
    wake = setTimeout(() => run(office.work), Math.min(tickMs, Math.max(shortestMs, wait)));
  };
  const timer = setInterval(() => run(office.tick), tickMs);
  return {
    work: () => void setImmediate(() => run(office.work)),
    tick: () => run(office.tick),
    finish() {
      run(office.work);
      return running;
    },
    stop() {
      stopped = true;
      clearInterval(timer);
      clearTimeout(wake);
    },
  };
}
