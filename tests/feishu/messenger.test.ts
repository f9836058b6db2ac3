/** Replies reach people: as cards, as text where cards fail, once. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../src/reply.ts';
import { type Bench, openBench } from './bench.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.fake.close());

const reply: Reply = {
  lang: 'zh',
  title: '已记入',
  tone: 'good',
  blocks: [
    { type: 'text', text: '督-2026-019 <at user_id="all"></at>' },
    { type: 'buttons', buttons: [{ label: '撤销', intent: { do: 'undo' } }] },
  ],
};

async function asked() {
  const { messageId } = await bench.fake.pushMessage({ chat: 'oc_1', sender: 'ou_li', text: '今天督查了' });
  return { to: 'message' as const, messageId, chat: 'oc_1' };
}

describe('send', () => {
  it('answers a message with a card', async () => {
    const address = await asked();
    const { messageId } = await bench.messenger.send(address, reply, 'k1');
    expect(bench.fake.messages.find(messageId)).toMatchObject({ type: 'interactive', replyTo: address.messageId });
    expect(bench.fake.transcript('oc_1')).toBe(
      'ou_li> 今天督查了\n台账助手> 已记入\n督-2026-019 <at user_id="all"></at>\n[撤销]',
    );
  });

  it('reaches a chat and a person', async () => {
    await bench.messenger.send({ to: 'chat', chat: 'oc_1' }, reply, 'k1');
    await bench.messenger.send({ to: 'person', id: 'ou_wang' }, reply, 'k2');
    expect(bench.fake.chat('oc_1')).toHaveLength(1);
    expect(bench.fake.chat('oc_p2p_ou_wang')).toHaveLength(1);
  });

  it('shows once however often it is tried', async () => {
    const address = await asked();
    bench.fake.fail({ on: 'reply', as: 'lost' });
    await expect(bench.messenger.send(address, reply, 'k1')).rejects.toMatchObject({ retryable: true });
    await bench.messenger.send(address, reply, 'k1');
    expect(bench.fake.chat('oc_1')).toHaveLength(2);
  });

  it('says it in text where the card is refused, with nothing in it that mentions anybody', async () => {
    const address = await asked();
    bench.fake.fail({ on: 'reply', as: 'error' });
    const { messageId } = await bench.messenger.send(address, reply, 'k1');
    const shown = bench.fake.messages.find(messageId);
    expect(shown).toMatchObject({ type: 'text', text: '已记入\n督-2026-019 ＜at user_id="all">＜/at>\n[撤销]' });
  });

  it('goes to the chat when the message was recalled', async () => {
    const address = await asked();
    bench.fake.recall(address.messageId);
    const { messageId } = await bench.messenger.send(address, reply, 'k1');
    expect(bench.fake.messages.find(messageId)).toMatchObject({ chat: 'oc_1', type: 'interactive' });
    expect(bench.fake.messages.find(messageId)?.replyTo).toBeUndefined();
  });

  it('carries a long reply in several cards, each once', async () => {
    const long: Reply = {
      ...reply,
      blocks: Array.from({ length: 12 }, () => ({ type: 'text', text: '督查情况'.repeat(600) })),
    };
    const address = await asked();
    bench.fake.fail({ on: 'reply', as: 'broken' });
    await expect(bench.messenger.send(address, long, 'k1')).rejects.toMatchObject({ retryable: true });
    const { messageId } = await bench.messenger.send(address, long, 'k1');
    await bench.messenger.send(address, long, 'k1');
    const cards = bench.fake.chat('oc_1').filter((one) => one.from === 'bot');
    expect(cards.length).toBeGreaterThan(1);
    expect(cards[0]?.messageId).toBe(messageId);
    expect(
      cards
        .map((one) => one.text)
        .join('')
        .split('督查情况'),
    ).toHaveLength(12 * 600 + 1);
  });

  it('leaves to the sender what will never arrive', async () => {
    bench.fake.messages.refusals.set('oc_1', 230013);
    const sent = bench.messenger.send({ to: 'chat', chat: 'oc_1' }, reply, 'k1');
    await expect(sent).rejects.toMatchObject({ retryable: false, code: 230013 });
  });
});

describe('update', () => {
  it('redraws the card in place', async () => {
    const { messageId } = await bench.messenger.send({ to: 'chat', chat: 'oc_1' }, reply, 'k1');
    await bench.messenger.update(messageId, { ...reply, title: '已撤销', tone: 'plain', blocks: [] });
    expect(bench.fake.messages.find(messageId)).toMatchObject({ updates: 1, text: expect.stringContaining('已撤销') });
  });

  it('falls back to words where the card is refused', async () => {
    const { messageId } = await bench.messenger.send({ to: 'chat', chat: 'oc_1' }, reply, 'k1');
    bench.fake.fail({ on: 'patch', as: 'error' });
    await bench.messenger.update(messageId, { ...reply, title: '已撤销' });
    expect(bench.fake.messages.find(messageId)?.text).toContain('已撤销\n督-2026-019');
  });

  it('of a card older than 14 days fails for good', async () => {
    const { messageId } = await bench.messenger.send({ to: 'chat', chat: 'oc_1' }, reply, 'k1');
    bench.fake.clock.advance(15 * 24 * 60 * 60 * 1000);
    await expect(bench.messenger.update(messageId, reply)).rejects.toMatchObject({ retryable: false, code: 230031 });
  });
});
