/** What the messengers hand in goes through here: counted, safe on a full disk, and worked on at once. */
import type { Office } from '../../flow/office.ts';
import type { Arrival, IncomingPress, Log } from '../../ports.ts';
import type { FirstAdmin } from './first-admin.ts';

export interface OfficeDoors {
  receive(incoming: Arrival): 'accepted' | 'duplicate' | 'full';
  press(incoming: IncomingPress): ReturnType<Office['press']>;
  /** Running totals since the start. */
  counts(): Record<string, number>;
}

export interface DoorsNeeds {
  readonly office: Office;
  readonly log: Log;
  /** Has the office work soon. */
  readonly poke: () => void;
  readonly firstAdmin?: FirstAdmin;
}

export function officeDoors({ office, log, poke, firstAdmin }: DoorsNeeds): OfficeDoors {
  const counts = { messages_accepted: 0, messages_duplicate: 0, messages_full: 0, presses: 0 };
  const receive = (incoming: Arrival) => {
    if (incoming.type === 'message' && firstAdmin?.take(incoming)) return 'accepted';
    try {
      return office.receive(incoming);
    } catch (error) {
      if (!isDiskFault(error)) throw error;
      log.error('the disk refuses a message', { key: incoming.key, error: String(error) });
      return 'full';
    }
  };
  return {
    receive(incoming) {
      const received = receive(incoming);
      counts[`messages_${received}`] += 1;
      poke();
      return received;
    },
    async press(incoming) {
      counts.presses += 1;
      const pressed = await office.press(incoming);
      poke();
      return pressed;
    },
    counts: () => ({ ...counts }),
  };
}

/** Full, read-only or locked: the sender is asked to come again, nothing was kept. */
function isDiskFault(error: unknown): boolean {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
    const code = 'code' in cause ? String(cause.code) : '';
    if (/^SQLITE_(FULL|IOERR|READONLY|BUSY|CANTOPEN)/.test(code)) return true;
    if (/database or disk is full|readonly database|database is locked/i.test(cause.message)) return true;
  }
  return false;
}
