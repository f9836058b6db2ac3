/** Keeps the bot below Feishu's rate limits: calls wait their turn, fairly over chats, on the clock it is given. */
import type { Clock } from '../ports.ts';

/** At most so many in any stretch of so many milliseconds. */
export interface Limit {
  readonly most: number;
  readonly ms: number;
}

export interface PaceRule {
  /** Over all lanes together. */
  readonly all: readonly Limit[];
  /** Within one lane: a chat, a person, a message. */
  readonly lane?: Limit;
}

export interface Pace<Name extends string> {
  /** Resolves when the call may go out. */
  turn(call: Name, lane?: string): Promise<void>;
  /** Feishu asked to wait: nothing of this sort goes out before. */
  hold(call: Name, ms: number): void;
}

export interface PaceNeeds {
  readonly clock: Clock;
  /** Waits; the wall clock unless told otherwise. */
  readonly pause?: (ms: number) => Promise<void>;
}

interface Queue {
  readonly rule: PaceRule;
  /** Who waits, lane by lane; the lane served goes to the end. */
  readonly lanes: Map<string, (() => void)[]>;
  readonly gone: number[];
  readonly goneIn: Map<string, number[]>;
  heldUntil: number;
  /** When it is looked at again; nobody waits where it is infinite. */
  wakeAt: number;
}

export function createPace<Name extends string>(rules: Readonly<Record<Name, PaceRule>>, needs: PaceNeeds): Pace<Name> {
  const pause = needs.pause ?? ((ms: number) => new Promise((resolve) => setTimeout(resolve, ms)));
  const queues = new Map<Name, Queue>();
  const queueOf = (call: Name): Queue => {
    const known = queues.get(call);
    if (known) return known;
    const made: Queue = {
      ...{ rule: rules[call], lanes: new Map(), gone: [], goneIn: new Map() },
      ...{ heldUntil: 0, wakeAt: Number.POSITIVE_INFINITY },
    };
    queues.set(call, made);
    return made;
  };

  /** Lets go whoever may, and comes back when the next may. */
  function serve(queue: Queue): void {
    const now = needs.clock.now().getTime();
    for (let next = nextIn(queue, now); next; next = nextIn(queue, now)) {
      if (next.at <= now) letGo(queue, next.lane, now);
      else {
        wake(queue, next.at, now);
        return;
      }
    }
  }

  /** Whoever comes meanwhile may have to wait less long, so an earlier look is made beside the later one. */
  function wake(queue: Queue, at: number, now: number): void {
    if (at >= queue.wakeAt) return;
    queue.wakeAt = at;
    void pause(at - now).then(() => {
      if (queue.wakeAt === at) queue.wakeAt = Number.POSITIVE_INFINITY;
      serve(queue);
    });
  }

  return {
    turn(call, lane = '') {
      const queue = queueOf(call);
      return new Promise((resolve) => {
        const waiting = queue.lanes.get(lane);
        if (waiting) waiting.push(resolve);
        else queue.lanes.set(lane, [resolve]);
        serve(queue);
      });
    },
    hold(call, ms) {
      const queue = queueOf(call);
      queue.heldUntil = Math.max(queue.heldUntil, needs.clock.now().getTime() + ms);
    },
  };
}

/** The lane whose turn comes first, and when; lanes are asked in the order in which they were last served. */
function nextIn(queue: Queue, now: number): { lane: string; at: number } | undefined {
  if (queue.lanes.size === 0) return undefined;
  forget(queue, now);
  const all = Math.max(queue.heldUntil, ...queue.rule.all.map((limit) => freeAt(queue.gone, limit)));
  let first: { lane: string; at: number } | undefined;
  for (const lane of queue.lanes.keys()) {
    const own = queue.rule.lane ? freeAt(queue.goneIn.get(lane) ?? [], queue.rule.lane) : 0;
    const at = Math.max(all, own);
    if (!first || at < first.at) first = { lane, at };
    if (at <= now) break;
  }
  return first;
}

function letGo(queue: Queue, lane: string, now: number): void {
  const waiting = queue.lanes.get(lane) ?? [];
  const resolve = waiting.shift();
  queue.lanes.delete(lane);
  if (waiting.length > 0) queue.lanes.set(lane, waiting);
  queue.gone.push(now);
  if (queue.rule.lane) queue.goneIn.set(lane, [...(queue.goneIn.get(lane) ?? []), now]);
  resolve?.();
}

/** The instant from which one more stays within the limit. */
function freeAt(gone: readonly number[], { most, ms }: Limit): number {
  return gone.length < most ? 0 : gone[gone.length - most]! + ms;
}

/** What lies further back than the longest limit counts no more. */
function forget(queue: Queue, now: number): void {
  const longest = Math.max(0, ...queue.rule.all.map(({ ms }) => ms));
  while (queue.gone.length > 0 && queue.gone[0]! <= now - longest) queue.gone.shift();
  const ms = queue.rule.lane?.ms ?? 0;
  for (const [lane, gone] of queue.goneIn) {
    if (gone.at(-1)! <= now - ms) queue.goneIn.delete(lane);
  }
}
