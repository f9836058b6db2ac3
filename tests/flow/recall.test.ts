/** Recall: what a message wrote goes with it, whenever the recall comes and whatever dies in between. */
import { describe, expect, it } from 'vitest';
import type { Step } from '../../src/flow/needs.ts';
import { replyText } from '../../src/reply.ts';
import { chatHistory } from '../../src/store/chat-history.ts';
import { selectEntries } from '../../src/store/entries.ts';
import { findInbox } from '../../src/store/inbox.ts';
import { intentsOf, listening, recallOf, testOffice } from '../support/fixed.ts';

const message = (at: Date) =>
  ({
    type: 'message',
    key: 'm1',
    messageId: 'm1',
    chat: 'c1',
    chatType: 'p2p',
    sender: { id: '李梅', name: '李梅' },
    text: '昨天督查农村教育 看了4个点 发现问题3个',
    at,
  }) as const;

const kept = (office: { db: Parameters<typeof selectEntries>[0] }) => selectEntries(office.db, {});

describe('a recall after the message was performed', () => {
  it('undoes it in the sender’s name on the record’s own day and redraws the receipt', async () => {
    const office = testOffice();
    await office.say(message(office.clock.at).text);
    await office.recall('m1');
    expect(kept(office)).toEqual([]);
    const [record] = selectEntries(office.db, { voided: true });
    expect(record).toMatchObject({ on: '2026-11-19', void: true, by: '李梅' });
    expect(office.shown).toHaveLength(1);
    expect(office.shown[0]?.reply.title).toBe('已撤回');
    expect(intentsOf(office.shown[0]!.reply)).toEqual([{ do: 'redo', source: 'recall:m1' }]);
  });

  it('can be brought back with its number', async () => {
    const office = testOffice();
    await office.say(message(office.clock.at).text);
    const no = kept(office)[0]?.no;
    await office.recall('m1');
    await office.press('恢复');
    expect(kept(office)).toMatchObject([{ no }]);
  });

  it('takes back every record and every change of it', async () => {
    const office = testOffice();
    await office.say('今天收文12件');
    const before = kept(office);
    await office.say('改成15件', { replyTo: 'm1' });
    expect(kept(office)).toMatchObject([{ quantity: 15 }]);
    await office.recall('m2');
    expect(kept(office)).toMatchObject([{ no: before[0]?.no, quantity: 12 }]);
  });

  it('counts once, and after an undo does nothing more', async () => {
    const office = testOffice();
    await office.say(message(office.clock.at).text);
    await office.press('撤销');
    const card = replyText(office.shown[0]!.reply);
    await office.recall('m1');
    await office.recall('m1');
    expect(office.office.receive({ ...recallOf('m1', office.clock.at), key: 'another', aliases: [] })).toBe(
      'duplicate',
    );
    expect(replyText(office.shown[0]!.reply)).toBe(card);
    expect(office.shown).toHaveLength(1);
    expect(kept(office)).toEqual([]);
  });

  it('of a question, of a refused secret, of something never heard of does no harm', async () => {
    const office = testOffice();
    await office.say('今年督查了几次');
    await office.say('机密★10年 关于某某工作的报告 帮我记一下');
    const before = office.shown.map((one) => replyText(one.reply));
    for (const id of ['m1', 'm2', 'm99', 'bot-1']) await office.recall(id);
    expect(office.shown.map((one) => replyText(one.reply))).toEqual(before);
  });

  it('leaves none of the words behind', async () => {
    const office = testOffice();
    await office.say('今年督查了几次');
    await office.recall('m1');
    expect(JSON.stringify(findInbox(office.db, 'm1')?.payload)).not.toContain('督查');
    const [said] = chatHistory(office.db, '李梅', { prefix: 'm', most: 10 });
    expect(said).toMatchObject({ messageId: 'm1', text: '', recalled: true });
  });

  it('by somebody else than the speaker, where the messenger names him, is nothing', async () => {
    const office = testOffice();
    await office.say(message(office.clock.at).text);
    office.office.receive({ ...recallOf('m1', office.clock.at), sender: { id: '王强' } });
    await office.office.work();
    expect(kept(office)).toHaveLength(1);
  });
});

describe('a recall before that', () => {
  it('of a message still waiting: it is never performed', async () => {
    const office = testOffice();
    office.office.receive(message(office.clock.at));
    await office.recall('m1');
    expect(selectEntries(office.db, { voided: true })).toEqual([]);
    expect(office.shown).toEqual([]);
  });

  it('of a message being thought about: what was thought is dropped', async () => {
    const step = (name: Step) => {
      if (name === 'acted') office.office.receive(recallOf('m1', office.clock.at));
    };
    const office = testOffice(undefined, { step });
    await office.say(message(office.clock.at).text);
    expect(selectEntries(office.db, { voided: true })).toEqual([]);
    expect(office.shown).toEqual([]);
    expect(findInbox(office.db, 'm1')?.state).toBe('done');
  });

  it('that overtakes its message: the message is not performed, nor resent', async () => {
    const office = testOffice();
    await office.recall('m1');
    expect(office.office.receive(message(office.clock.at))).toBe('accepted');
    expect(office.office.receive(message(office.clock.at))).toBe('duplicate');
    await office.office.work();
    expect(selectEntries(office.db, { voided: true })).toEqual([]);
    expect(office.shown).toEqual([]);
    expect(JSON.stringify(findInbox(office.db, 'm1'))).not.toContain('督查');
  });

  it('does not hold back what is said next', async () => {
    const office = testOffice();
    office.office.receive(message(office.clock.at));
    office.office.receive(recallOf('m1', office.clock.at));
    office.office.receive({ ...message(office.clock.at), key: 'm2', messageId: 'm2', text: '今天收文12件' });
    await office.office.work();
    expect(kept(office)).toMatchObject([{ kind: 'incoming' }]);
  });
});

class Killed extends Error {}
const steps: readonly Step[] = ['received', 'claimed', 'acted', 'performed', 'sending', 'sent', 'delivered'];

describe('a process killed during a recall', () => {
  it.each(steps)('after "%s": taken back once, one card that says so', async (fatal) => {
    const messenger = listening();
    const first = testOffice('2026-11-20 10:00', { messenger });
    first.office.receive(message(first.clock.at));
    await first.office.work();
    let armed = true;
    const step = (name: Step) => {
      if (!armed || name !== fatal) return;
      armed = false;
      throw new Killed(name);
    };
    const before = testOffice('2026-11-20 10:01', { db: first.db, messenger, step });
    const recall = recallOf('m1', before.clock.at);
    try {
      before.office.receive(recall);
      await before.office.work();
    } catch (error) {
      expect(error).toBeInstanceOf(Killed);
    }
    expect(armed).toBe(false);
    const after = testOffice('2026-11-20 10:02', { db: first.db, messenger });
    expect(after.office.receive(recall)).toBe('duplicate');
    await after.office.tick();
    expect(kept(first)).toEqual([]);
    expect(messenger.shown).toHaveLength(1);
    expect(messenger.shown[0]?.reply.title).toBe('已撤回');
    expect(selectEntries(first.db, { voided: true })[0]?.lastN).toBe(2);
  });

  it.each(steps)('after "%s" of the message itself: nothing counts, whatever was shown', async (fatal) => {
    const messenger = listening();
    let armed = true;
    const step = (name: Step) => {
      if (!armed || name !== fatal) return;
      armed = false;
      throw new Killed(name);
    };
    const before = testOffice('2026-11-20 10:00', { messenger, step });
    try {
      before.office.receive(message(before.clock.at));
      await before.office.work();
    } catch (error) {
      expect(error).toBeInstanceOf(Killed);
    }
    const after = testOffice('2026-11-20 10:01', { db: before.db, messenger });
    after.office.receive(recallOf('m1', after.clock.at));
    await after.office.tick();
    expect(kept(after)).toEqual([]);
    expect(messenger.shown.map((one) => one.reply.title)).toEqual(
      ['received', 'claimed', 'acted'].includes(fatal) ? [] : ['已撤回'],
    );
  });
});
