/** One office as the entries see it: what comes in, what is done, what goes out; one writer, one queue. */
import type { Arrival, IncomingPress } from '../ports.ts';
import { nextWake } from '../store/outbox.ts';
import { createDelivery } from './deliver.ts';
import { createNaming } from './name-people.ts';
import type { OfficePorts } from './needs.ts';
import { createPerforming } from './perform-next.ts';
import { type Pressed, press } from './press.ts';
import { type ReadBack, readBack } from './read-back.ts';
import { type Received, receive } from './receive.ts';
import { strikeClock } from './schedule.ts';
import { createDirectoryTaking } from './take-directory.ts';

export interface Office {
  /** Takes in what was said, changed, taken back, marked or opened; it is safe once this returns. */
  receive(incoming: Arrival): Received;
  /** A pressed button: done at once, the card is redrawn by `work`. */
  press(incoming: IncomingPress): Promise<Pressed>;
  /** Performs and delivers until nothing is due; safe to call at any time, from anywhere. */
  work(): Promise<void>;
  /** What the schedule wants done by now, then `work`. */
  tick(): Promise<void>;
  /** Reads the known chats and takes in what was missed; `readTo` is when that was last done. */
  readBack(readTo?: Date): Promise<ReadBack>;
  /** When `tick` is wanted next for things held back (ISO instant), or null. */
  wake(): string | null;
}

export function createOffice(ports: OfficePorts): Office {
  const delivery = createDelivery(ports);
  const namePeople = createNaming(ports);
  const takeEverybody = createDirectoryTaking(ports);
  const performing = createPerforming(ports, () => delivery.start());
  let running: Promise<void> | undefined;
  let again = false;
  let poke = (): void => {};

  async function performAll(): Promise<void> {
    do {
      again = false;
      // In a chat one after the other: a later message may amend what an earlier one wrote.
      while (await performing.next());
      if (again || performing.waiting() === 0) continue;
      const poked = new Promise<void>((resolve) => {
        poke = resolve;
      });
      await Promise.race([performing.oneDone(), poked]);
      // Whoever was waited for has held up his own chat.
      again = true;
    } while (again);
  }

  /** What is said next is performed while answers are still on their way, and while others wait for a model. */
  async function work(): Promise<void> {
    again = true;
    poke();
    running ??= performAll().finally(() => {
      running = undefined;
    });
    await running;
    await delivery.finished();
  }

  return {
    receive: (incoming) => receive(ports, incoming),
    press: (incoming) => press(ports, incoming),
    work,
    async tick() {
      await strikeClock(ports);
      await work();
      await takeEverybody();
      await namePeople();
    },
    readBack: (readTo) => readBack(ports, (arrival) => receive(ports, arrival), readTo),
    wake: () => nextWake(ports.db),
  };
}
