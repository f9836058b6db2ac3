/** The gap watch reads on from where it was, has what it found worked on, and tells of a second process once. */
import { afterEach, describe, expect, it } from 'vitest';
import { type GapWatch, watchGaps } from '../../src/commands/serve/gap-watch.ts';
import type { ReadBack } from '../../src/flow/read-back.ts';
import { at, quiet } from '../support/fixed.ts';

let watch: GapWatch;
afterEach(() => watch.stop());

const none: ReadBack = { missed: [], foreign: [], unread: 0 };
const missed = (time: string): ReadBack['missed'][number] => ({
  ...{ type: 'message', key: time, messageId: time, chat: 'c', chatType: 'p2p', sender: { id: 'ou' }, text: '' },
  at: at(time),
});

function watching(backs: readonly ReadBack[], openSince?: Date) {
  const asked: (Date | undefined)[] = [];
  const errors: string[] = [];
  const clock = { at: at('2026-05-11 09:30') };
  let pokes = 0;
  watch = watchGaps({
    office: {
      async readBack(readTo) {
        asked.push(readTo);
        return backs[asked.length - 1] ?? none;
      },
    },
    clock: { now: () => clock.at },
    log: { ...quiet, error: (event) => void errors.push(event) },
    poke: () => (pokes += 1),
    ...(openSince ? { openSince: () => openSince } : {}),
  });
  return { asked, errors, clock, pokes: () => pokes };
}

describe('reading back', () => {
  it('goes on from the last time all chats were read', async () => {
    const seen = watching([none, { ...none, unread: 1 }, none]);
    for (let time = 0; time < 3; time += 1) await watch.look();
    expect(seen.asked).toEqual([undefined, seen.clock.at, seen.clock.at]);
  });

  it('has the office work on what was missed', async () => {
    const seen = watching([{ ...none, missed: [missed('2026-05-11 09:00')] }]);
    await watch.look();
    expect(seen.pokes()).toBe(1);
    expect(watch.counts()).toEqual({ messages_read_back: 1, peer_signs: 0 });
    expect(seen.errors).toEqual([]);
  });
});

describe('a second process', () => {
  it('is told of once for each answer that is not ours, when it has settled', async () => {
    const foreign = [{ messageId: 'om_1', at: at('2026-05-11 09:00') }];
    const young = [{ messageId: 'om_2', at: at('2026-05-11 09:29') }];
    const seen = watching([
      { ...none, foreign: [...foreign, ...young] },
      { ...none, foreign },
    ]);
    await watch.look();
    await watch.look();
    expect(seen.errors).toEqual(['another process seems to run with the same app']);
    expect(watch.counts().peer_signs).toBe(1);
  });

  it('is told of when a message did not arrive over an open line, but not for the time before it was open', async () => {
    const back = { ...none, missed: [missed('2026-05-11 09:00'), missed('2026-05-11 09:20')] };
    const seen = watching([back], at('2026-05-11 09:10'));
    await watch.look();
    expect(watch.counts().peer_signs).toBe(1);
    expect(seen.errors).toHaveLength(1);
  });
});
