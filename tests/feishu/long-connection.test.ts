/** The real client of the SDK on a long connection to the fake Feishu: lost lines, refusals, shares, acknowledgements. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LongConnection, openLongConnection } from '../../src/commands/serve/long-connection.ts';
import type { Arrival, Log } from '../../src/ports.ts';
import { createFakeFeishu, type FakeFeishu } from '../support/feishu/fake-feishu.ts';

let fake: FakeFeishu;
let lines: LongConnection[];
let received: Arrival[][];
let logged: { event: string; facts: Record<string, unknown> }[];
let refuse = false;
beforeEach(async () => {
  fake = await createFakeFeishu();
  fake.useSocket();
  [lines, received, logged, refuse] = [[], [], [], false];
});
afterEach(async () => {
  for (const line of lines) line.close();
  await fake.close();
});

const note = (event: string, facts: Record<string, unknown> = {}) => void logged.push({ event, facts });
const log: Log = { info: note, warn: note, error: note };
const said = { chat: 'oc_1', sender: 'ou_李梅', text: '今天督查「城东小学」食堂😀' };

async function until(wanted: () => boolean): Promise<void> {
  while (!wanted()) await new Promise((resolve) => setTimeout(resolve, 10));
}

async function open(more: { pongSeconds?: number; reopened?: () => void } = {}): Promise<LongConnection> {
  const mine: Arrival[] = [];
  received.push(mine);
  const line = await openLongConnection({
    ...{ appId: fake.appId, appSecret: fake.appSecret, domain: fake.url, log, clock: fake.clock },
    botOpenId: async () => fake.bot.openId,
    office: {
      async receive(incoming) {
        if (refuse) return 'full';
        mine.push(incoming);
        return 'accepted';
      },
      press: async () => ({ toast: { kind: 'success', text: '已撤销' } }),
    },
    refusedRetryMs: 50,
    ...more,
  });
  lines.push(line);
  return line;
}

describe('events', () => {
  it('come whole out of shuffled pieces, and are acknowledged', async () => {
    const line = await open();
    await until(() => line.openSince() !== undefined);
    for (const pieces of [1, 3, 7]) {
      fake.socket.pieces = pieces;
      expect(await fake.pushMessage(said)).toMatchObject({ status: 200 });
    }
    expect(received[0]?.map((one) => 'text' in one && one.text)).toEqual([said.text, said.text, said.text]);
  });

  it('that cannot be kept are not acknowledged, and come again', async () => {
    const line = await open();
    await until(() => line.openSince() !== undefined);
    refuse = true;
    expect(await fake.pushMessage(said)).toMatchObject({ status: 500 });
    refuse = false;
    await fake.advance(15_000);
    expect(received[0]).toHaveLength(1);
    await fake.advance(7 * 3600_000);
    expect(received[0]).toHaveLength(1);
  });

  it('of an app that is not ours, and those nobody wants, are acknowledged and left alone', async () => {
    const line = await open();
    await until(() => line.openSince() !== undefined);
    const header = { event_id: 'e', event_type: 'im.chat.updated_v1', app_id: fake.appId };
    expect(await fake.socket.deliver({ schema: '2.0', header, event: {} })).toMatchObject({ status: 200 });
    const foreign = { ...header, event_type: 'im.message.receive_v1', app_id: 'cli_other' };
    expect(await fake.socket.deliver({ schema: '2.0', header: foreign, event: {} })).toMatchObject({ status: 200 });
    expect(received[0]).toEqual([]);
  });

  it('go to one connection of several, and never to both', async () => {
    const both = [await open(), await open()];
    await until(() => both.every((line) => line.openSince() !== undefined));
    let turn = 0;
    fake.socket.pick = (connections) => turn++ % connections;
    for (let time = 0; time < 4; time += 1) await fake.pushMessage(said);
    expect(received.map((mine) => mine.length)).toEqual([2, 2]);
  });
});

describe('the line', () => {
  it('is opened again when it is cut, and the gap is told', async () => {
    let reopened = 0;
    const line = await open({ reopened: () => (reopened += 1) });
    await until(() => line.openSince() !== undefined);
    fake.socket.cut();
    await until(() => reopened === 1);
    expect(await fake.pushMessage(said)).toMatchObject({ status: 200 });
    expect(logged.map(({ event }) => event)).toContain('the long connection is lost and opened again');
  });

  it('that died without a word is found out by its pings and opened again', async () => {
    let reopened = 0;
    fake.socket.deaf = true;
    const line = await open({ pongSeconds: 0.1, reopened: () => (reopened += 1) });
    await until(() => line.openSince() !== undefined);
    await until(() => reopened >= 1);
    expect(fake.socket.asked).toBeGreaterThan(1);
  });

  it.each([
    [514, 'LARK_APP_ID and LARK_APP_SECRET do not fit'],
    [403, 'the app may not use the long connection'],
    [1, 'Feishu is busy'],
    [1000040350, 'the app has too many long connections (50 at most)'],
  ])('refused with %i is told in words and asked for again', async (code, reason) => {
    fake.socket.code = code;
    const line = await open();
    await until(() => logged.some(({ event }) => event === 'the long connection is refused'));
    expect(logged.find(({ event }) => event === 'the long connection is refused')?.facts).toMatchObject({
      code,
      reason,
    });
    fake.socket.code = 0;
    await until(() => line.openSince() !== undefined);
  });

  it('tells nothing of what people said in its log', async () => {
    const line = await open();
    await until(() => line.openSince() !== undefined);
    refuse = true;
    await fake.pushMessage(said);
    expect(JSON.stringify(logged)).not.toContain('城东小学');
  });
});
