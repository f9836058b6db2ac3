/** One office as the entries see it: what comes in, what is done, what goes out; one writer, one queue. */
import type { Clock, IncomingMessage, IncomingPress, Log, Messenger, Model } from '../ports.ts';
import type { Db } from '../store/db.ts';
import { nextWake } from '../store/outbox.ts';
import { deliverNext } from './deliver.ts';
import { performNext } from './perform.ts';
import { type Pressed, press } from './press.ts';
import { type Received, receive } from './receive.ts';
import { strikeClock } from './schedule.ts';

/** What an office needs of the outside. */
export interface OfficePorts {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  readonly messenger: Messenger;
  readonly model?: Model;
  readonly prompts: Readonly<Record<string, string>>;
  /** Time zone given to a new office. */
  readonly zone: string;
  /** Tests stop the flow here, as a killed process would. */
  readonly step?: (name: Step) => void;
}

/** The points between which a process may die; after each the flow must come to the same end. */
export type Step = 'received' | 'claimed' | 'acted' | 'performed' | 'sending' | 'sent' | 'delivered';

export interface Office {
  /** Takes a message in; it is safe once this returns. */
  receive(incoming: IncomingMessage): Received;
  /** A pressed button: done at once, the card is redrawn by `work`. */
  press(incoming: IncomingPress): Promise<Pressed>;
  /** Performs and delivers until nothing is due; safe to call at any time, from anywhere. */
  work(): Promise<void>;
  /** What the schedule wants done by now, then `work`. */
  tick(): Promise<void>;
  /** When `tick` is wanted next for things held back (ISO instant), or null. */
  wake(): string | null;
}

export function createOffice(ports: OfficePorts): Office {
  let running: Promise<void> | undefined;
  let again = false;

  async function drain(): Promise<void> {
    do {
      again = false;
      while (await performNext(ports)) {
        // One after the other: a later message may amend what an earlier one wrote.
        while (await deliverNext(ports));
      }
      while (await deliverNext(ports));
    } while (again);
  }

  function work(): Promise<void> {
    if (running) {
      again = true;
      return running;
    }
    running = drain().finally(() => {
      running = undefined;
    });
    return running;
  }

  return {
    receive: (incoming) => receive(ports, incoming),
    press: (incoming) => press(ports, incoming),
    work,
    async tick() {
      await strikeClock(ports);
      await work();
    },
    wake: () => nextWake(ports.db),
  };
}
