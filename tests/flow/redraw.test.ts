/** A card that can no longer be redrawn: its new state arrives all the same, once, as a new message. */
import { expect, it } from 'vitest';
import { OutsideError } from '../../src/ports.ts';
import { replyText } from '../../src/reply.ts';
import { selectEntries } from '../../src/store/entries.ts';
import { listening, testOffice } from '../support/fixed.ts';

function stubborn(failure: () => OutsideError | undefined) {
  const inner = listening();
  return {
    ...inner,
    async update(...args: Parameters<typeof inner.update>) {
      const error = failure();
      if (error) throw error;
      return inner.update(...args);
    },
  };
}

it('too old: the undo is told in a new message, whose button works', async () => {
  const messenger = stubborn(() => new OutsideError('older than 14 days', { retryable: false, code: 230031 }));
  const office = testOffice('2026-11-20 10:00', { messenger });
  const shown = messenger.shown;
  await office.say('昨天督查农村教育');
  const press = (messageId: string, key: string, intent: unknown) =>
    office.office.press({
      ...{ type: 'press', key, messageId, chat: '李梅', sender: { id: '李梅', name: '李梅' }, intent },
      at: office.clock.at,
    });
  await press(shown[0]!.messageId, 'p1', { do: 'undo', source: 'm1' });
  await office.office.work();
  await office.office.tick();
  expect(shown.map((one) => one.reply.title)).toEqual(['已记 1 条', '已撤销']);
  expect(shown[1]?.address).toEqual({ to: 'message', messageId: shown[0]?.messageId, chat: '李梅' });
  await press(shown[1]!.messageId, 'p2', { do: 'redo', source: 'p1' });
  await office.office.work();
  expect(selectEntries(office.db, {})).toHaveLength(1);
});

it('recalled: so is the recall of its message', async () => {
  const messenger = stubborn(() => new OutsideError('recalled', { retryable: false, code: 230011 }));
  const office = testOffice('2026-11-20 10:00', { messenger });
  await office.say('昨天督查农村教育');
  await office.recall('m1');
  expect(messenger.shown.map((one) => one.reply.title)).toEqual(['已记 1 条', '已撤回']);
  expect(messenger.shown[1]?.address).toEqual({ to: 'chat', chat: '李梅' });
});

it('only for now: it is redrawn later and nothing new is sent', async () => {
  let down = true;
  const messenger = stubborn(() => (down ? new OutsideError('busy', { retryable: true }) : undefined));
  const office = testOffice('2026-11-20 10:00', { messenger });
  await office.say('昨天督查农村教育');
  await office.recall('m1');
  down = false;
  office.clock.at = new Date(office.clock.at.getTime() + 60_000);
  await office.office.tick();
  expect(messenger.shown).toHaveLength(1);
  expect(replyText(messenger.shown[0]!.reply)).toContain('已撤回');
});
