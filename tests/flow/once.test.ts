/** One message, one record, one visible reply: whatever dies in between, however often it comes. */
import { describe, expect, it } from 'vitest';
import type { Step } from '../../src/flow/needs.ts';
import { OutsideError } from '../../src/ports.ts';
import type { Db } from '../../src/store/db.ts';
import { readMoves, selectEntries } from '../../src/store/entries.ts';
import { at, listening, recallOf, type TestOffice, testOffice } from '../support/fixed.ts';

class Killed extends Error {}
const steps: readonly Step[] = ['received', 'claimed', 'acted', 'performed', 'sending', 'sent', 'delivered'];
const message = (at: Date) =>
  ({
    type: 'message',
    key: 'k1',
    aliases: ['e1'],
    messageId: 'om_1',
    chat: 'c1',
    chatType: 'p2p',
    sender: { id: '李梅', name: '李梅' },
    text: '昨天督查农村教育 看了4个点 发现问题3个',
    at,
  }) as const;

describe('a process killed between any two steps', () => {
  it.each(steps)('after "%s": one record, one reply', async (fatal) => {
    let armed = true;
    const messenger = listening();
    const step = (name: Step) => {
      if (armed && name === fatal) {
        armed = false;
        throw new Killed(name);
      }
    };
    const before = testOffice('2026-11-20 10:00', { messenger, step });
    const incoming = message(before.clock.at);
    try {
      before.office.receive(incoming);
      await before.office.work();
    } catch (error) {
      expect(error).toBeInstanceOf(Killed);
    }
    const after = testOffice('2026-11-20 10:01', { db: before.db, messenger });
    expect(after.office.receive(incoming)).toBe('duplicate');
    await after.office.tick();
    expect(selectEntries(before.db, { kind: 'inspection' })).toHaveLength(1);
    expect(messenger.shown).toHaveLength(1);
  });
});

/** Every other way in, on a ledger where a message has been told; what must hold however the process dies. */
const ways: Record<string, { arrives: (office: TestOffice) => unknown; holds: (db: Db) => unknown; answers: number }> =
  {
    'a pressed 撤销': {
      arrives: ({ office, clock }) =>
        office.press({
          ...{ type: 'press', key: 'p1', messageId: 'bot-1', chat: 'c1', sender: { id: '李梅' }, at: clock.at },
          intent: { do: 'undo', source: 'k1' },
        }),
      holds: (db) => selectEntries(db, {}).length,
      answers: 1,
    },
    'a pressed 改': {
      arrives: ({ office, clock }) =>
        office.press({
          ...{ type: 'press', key: 'p2', messageId: 'bot-1', chat: 'c1', sender: { id: '李梅' }, at: clock.at },
          intent: { do: 'amend', nos: ['督-2026-001'], set: { places: 9 } },
        }),
      holds: (db) => selectEntries(db, {})[0]?.fields.places === 9 && readMoves(db, '督-2026-001').length === 2,
      answers: 1,
    },
    'a recall': {
      arrives: ({ office, clock }) => office.receive(recallOf('om_1', clock.at)),
      holds: (db) => selectEntries(db, {}).length,
      answers: 1,
    },
    'an edit': {
      arrives: ({ office, clock }) =>
        office.receive({
          ...{ type: 'edit', key: 'k1:edit', at: clock.at },
          message: { ...message(clock.at), text: '昨天督查农村教育 看了9个点 发现问题3个' },
        }),
      holds: (db) => selectEntries(db, {})[0]?.fields.places === 4 && readMoves(db, '督-2026-001').length === 1,
      answers: 2,
    },
    'a mark': {
      arrives: ({ office, clock }) =>
        office.receive({
          ...{ type: 'reaction', key: 'r1', messageId: 'om_2', sender: { id: '李梅' }, emoji: 'Pin', given: true },
          at: clock.at,
        }),
      holds: (db) => selectEntries(db, { kind: 'incoming' }).map((entry) => entry.by),
      answers: 2,
    },
    'a forwarded bundle': {
      arrives: ({ office, clock }) =>
        office.receive({
          ...message(clock.at),
          key: 'k3',
          aliases: ['e3'],
          messageId: 'om_3',
          kind: 'forward',
          text: '',
        }),
      holds: (db) => selectEntries(db, {}).length,
      answers: 2,
    },
    'an opened chat': {
      arrives: ({ office, clock }) =>
        office.receive({
          type: 'opening',
          key: 'o1',
          chat: 'c2',
          chatType: 'group',
          sender: { id: '李梅' },
          at: clock.at,
        }),
      holds: () => true,
      answers: 2,
    },
  };
const marked = (at: Date) => ({ ...message(at), key: 'k2', aliases: [], messageId: 'om_2', text: '今天收文8件' });
const lookup = {
  async message(messageId: string) {
    const bundle = { author: { id: '王强', name: '王强' }, text: '今天发文2件', at: at('2026-11-20 09:00') };
    return messageId === 'om_2'
      ? { message: { ...marked(at('2026-11-20 09:30')), sender: { id: '王强', name: '王强' } }, forwarded: [] }
      : { message: message(at('2026-11-20 09:30')), forwarded: [bundle] };
  },
  since: async () => null,
};

describe.each(Object.entries(ways))('a process killed within %s', (_name, way) => {
  async function outcome(fatal?: Step): Promise<unknown> {
    let armed = false;
    const messenger = listening();
    const step = (name: Step) => {
      if (armed && name === fatal) {
        armed = false;
        throw new Killed(name);
      }
    };
    const before = testOffice('2026-11-20 10:00', { messenger, step, lookup });
    before.office.receive(message(before.clock.at));
    await before.office.work();
    armed = true;
    try {
      await way.arrives(before);
      await before.office.work();
    } catch (error) {
      expect(error).toBeInstanceOf(Killed);
    }
    const after = testOffice('2026-11-20 10:01', { db: before.db, messenger, lookup });
    await way.arrives(after);
    await after.office.tick();
    expect(messenger.shown).toHaveLength(way.answers);
    return way.holds(before.db);
  }

  it.each(steps)('after "%s" comes to the same end as one that lives', async (fatal) => {
    expect(await outcome(fatal)).toEqual(await outcome());
  });
});

describe('the same message again', () => {
  it('under its key, under a new event id, after a restart', async () => {
    const messenger = listening();
    const office = testOffice('2026-11-20 10:00', { messenger });
    const incoming = message(office.clock.at);
    expect(office.office.receive(incoming)).toBe('accepted');
    expect(office.office.receive(incoming)).toBe('duplicate');
    expect(office.office.receive({ ...incoming, aliases: ['e2'] })).toBe('duplicate');
    expect(office.office.receive({ ...incoming, key: 'k2' })).toBe('duplicate');
    await office.office.work();
    const later = testOffice('2026-11-20 16:00', { db: office.db, messenger });
    expect(later.office.receive(incoming)).toBe('duplicate');
    await later.office.tick();
    expect(selectEntries(office.db, {})).toHaveLength(1);
    expect(messenger.shown).toHaveLength(1);
  });
});

describe('the outside fails', () => {
  it('a lost response is sent again under the same key and shows once', async () => {
    const inner = listening();
    let lost = true;
    const messenger = {
      ...inner,
      async send(...args: Parameters<typeof inner.send>) {
        const sent = await inner.send(...args);
        if (lost) {
          lost = false;
          throw new OutsideError('response lost', { retryable: true });
        }
        return sent;
      },
    };
    const office = testOffice('2026-11-20 10:00', { messenger });
    office.office.receive(message(office.clock.at));
    await office.office.work();
    office.clock.at = new Date(office.clock.at.getTime() + 60_000);
    await office.office.tick();
    expect(inner.shown).toHaveLength(1);
    expect(office.office.wake()).toBeNull();
  });

  it('a delivery that fails does not hold back the next message of the chat', async () => {
    const inner = listening();
    const messenger = {
      ...inner,
      async send(): Promise<{ messageId: string }> {
        throw new OutsideError('down', { retryable: true });
      },
    };
    const office = testOffice('2026-11-20 10:00', { messenger });
    office.office.receive(message(office.clock.at));
    office.office.receive({
      ...message(office.clock.at),
      key: 'k9',
      aliases: [],
      messageId: 'om_9',
      text: '今天收文12件',
    });
    await office.office.work();
    expect(selectEntries(office.db, {})).toHaveLength(2);
  });
});

describe('order', () => {
  it('a late message is recorded at its own day', async () => {
    const office = testOffice('2026-11-21 00:20');
    await office.say('今天督查农村教育', { at: new Date('2026-11-20T15:50:00Z') });
    expect(selectEntries(office.db, {})[0]?.on).toBe('2026-11-20');
  });

  it('two people in one group within a moment: each his own record', async () => {
    const office = testOffice();
    const group = { chat: 'g1', chatType: 'group' as const };
    office.office.receive({
      ...message(office.clock.at),
      ...group,
      key: 'a',
      aliases: [],
      messageId: 'a',
      text: '今天收文3件',
    });
    office.office.receive({
      ...message(office.clock.at),
      ...group,
      key: 'b',
      aliases: [],
      messageId: 'b',
      sender: { id: '王强', name: '王强' },
      text: '今天收文5件',
    });
    await office.office.work();
    const entries = selectEntries(office.db, { kind: 'incoming' });
    expect(entries.map((entry) => [entry.by, entry.quantity]).sort()).toEqual([
      ['李梅', 3],
      ['王强', 5],
    ]);
  });
});

describe('a secret', () => {
  it('is refused before anything of it is stored', async () => {
    const office = testOffice();
    const answer = await office.say('机密★10年 关于某某工作的报告 帮我记一下');
    expect(answer).toContain('涉密');
    expect(selectEntries(office.db, {})).toEqual([]);
  });
});
