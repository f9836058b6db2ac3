/** Voices through the real door: put into words by Feishu, answered like typed ones, and kept by nobody. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFeishuListener } from '../../src/feishu/listener.ts';
import { decodeVoice } from '../../src/files/opus-voice.ts';
import type { OutsideError } from '../../src/ports.ts';
import { selectEntries } from '../../src/store/entries.ts';
import { inbox } from '../../src/store/schema.ts';
import { type FeishuOffice, feishuOffice } from '../support/feishu-office.ts';
import { at } from '../support/fixed.ts';
import { apiOf } from './bench.ts';

const voice = readFileSync(join(import.meta.dirname, '..', 'fixtures', 'feishu', 'voice.ogg'));
const nine = at('2026-05-11 09:00');
const said = '今天收文12件';

let bench: FeishuOffice;
beforeAll(async () => {
  bench = await feishuOffice();
});
beforeEach(() => bench.fresh());
afterAll(() => bench.close());

const speak = (more: { text?: string; seconds?: number; bytes?: Uint8Array } = {}) =>
  bench.speak({ at: nine, from: '李梅', text: said, ...more });
const records = () => selectEntries(bench.db(), { voided: true }).length;
const asked = () => bench.feishu.calls.filter(({ name }) => name === 'speech').length;

describe('what is spoken', () => {
  it('goes to recognition as 16 kHz samples under the name of its message', async () => {
    await speak();
    const [heard] = bench.feishu.more.speech.heard;
    expect(heard?.seconds).toBeCloseTo(3.2108, 3);
    expect(heard?.name).toMatch(/^[0-9a-f]{16}$/);
    expect(records()).toBe(1);
  });

  it('is written once, however often it is delivered, and listened to once', async () => {
    await speak();
    await bench.redeliverAll();
    await bench.redeliverAll();
    expect([records(), asked()]).toEqual([1, 1]);
  });

  it('is kept as words alone', async () => {
    await speak();
    const kept = JSON.stringify(bench.db().select().from(inbox).all());
    expect(kept).toContain(said);
    expect(kept).not.toMatch(/OggS|T2dnU/);
    expect(kept.length).toBeLessThan(5000);
  });

  it('and is a secret leaves nothing but that it came', async () => {
    await speak({ text: '今天收到一份绝密文件' });
    expect(bench.heard()).toContain('涉密内容不能记在这里');
    expect(bench.db().select().from(inbox).all()).toMatchObject([{ state: 'refused', payload: null }]);
    expect(JSON.stringify(bench.db().select().from(inbox).all())).not.toContain('绝密');
  });

  it('is recalled while nobody has listened yet: nothing is written', async () => {
    bench.feishu.fail({ on: 'speech', as: 'drop' });
    await speak();
    await bench.recall({ at: at('2026-05-11 09:01'), from: '李梅' });
    bench.feishu.clock.set(at('2026-05-11 09:10'));
    await bench.work();
    expect(records()).toBe(0);
  });

  it('is heard a little later where the net failed', async () => {
    bench.feishu.fail({ on: 'speech', as: 'drop' });
    await speak();
    expect([bench.heard(), records()]).toEqual(['', 0]);
    bench.feishu.clock.set(at('2026-05-11 09:10'));
    await bench.work();
    expect(records()).toBe(1);
  });

  it('is recorded for whoever said it when a colleague marks it', async () => {
    const other = { type: 'audio', content: { file_key: 'f_1', duration: 3000 } };
    const place = { chat: 'oc_group', chatType: 'group' as const, sender: 'ou_王强', text: '' };
    bench.feishu.clock.set(nine);
    const { messageId } = bench.feishu.say({ ...place, other });
    bench.feishu.more.attach(messageId, 'f_1', voice);
    bench.feishu.more.speech.says = said;
    await bench.mark({ at: at('2026-05-11 09:02'), from: '李梅', whose: '王强', emoji: 'Pin', given: true });
    expect(selectEntries(bench.db(), {})).toMatchObject([{ kind: 'incoming', by: 'ou_王强' }]);
    expect(bench.heard()).toContain(`听到：「${said}」`);
  });
});

describe('a voice that cannot be understood', () => {
  it.each<[string, () => unknown, Parameters<typeof speak>[0], string]>([
    [
      'the scope is missing',
      () => bench.feishu.app.scopes.delete('speech_to_text:speech'),
      {},
      'speech_to_text:speech',
    ],
    ['the edition has none', () => (bench.feishu.more.speech.edition = 'free'), {}, '免费版飞书不含语音识别'],
    ['it says it is too long', () => {}, { seconds: 61 }, '超过 60 秒'],
    ['it is no voice', () => {}, { bytes: new TextEncoder().encode('not a voice') }, '格式读不了'],
    ['nothing is heard', () => {}, { text: '' }, '没听清'],
    ['Feishu refuses the file', () => ordered('resource', 234003), {}, '取不到了'],
    ['files may not be fetched', () => ordered('resource', 99991672), {}, 'im:message:readonly'],
  ])('is answered with what to do: %s', async (_name, wrong, more, answer) => {
    wrong();
    await speak(more);
    expect(bench.heard()).toContain(answer);
    expect(bench.heard()).toContain('没有记录');
    expect(records()).toBe(0);
  });

  it('is answered in the person’s language', async () => {
    await bench.say({ at: nine, from: 'Ann', group: false, text: 'hello' });
    bench.feishu.app.scopes.delete('speech_to_text:speech');
    await bench.speak({ at: nine, from: 'Ann', text: said });
    expect(bench.heard()).toContain('The administrator grants the app the scope speech_to_text:speech');
  });

  it('is given up after three tries, and said so', async () => {
    bench.feishu.fail({ on: 'speech', as: 'error', times: 9, error: { status: 500, code: 1040102, msg: 'anomaly' } });
    await speak();
    for (const minute of ['01', '05', '20']) {
      bench.feishu.clock.set(at(`2026-05-11 09:${minute}`));
      await bench.work();
    }
    expect(bench.feishu.transcript('oc_李梅')).toContain('语音识别现在用不了，没有记录');
    expect([records(), asked()]).toEqual([0, 3]);
  });
});

it('a voice longer than it says is not sent to recognition', async () => {
  const { feishu } = bench;
  feishu.more.attach('om_1', 'f_1', voice);
  const long = async () => ({ pcm: new Uint8Array(2), seconds: 60.5 });
  const listening = createFeishuListener(apiOf(feishu), long).listen('om_1', { key: 'f_1', seconds: 3 });
  expect(await listening.catch((error: OutsideError) => error.code)).toBe('too-long');
  expect(asked()).toBe(0);
});

it('recognition is asked no faster than its tenant may', async () => {
  const { feishu } = bench;
  feishu.more.attach('om_1', 'f_1', voice);
  feishu.more.speech.says = said;
  const listener = createFeishuListener(apiOf(feishu), decodeVoice);
  const words = Array.from({ length: 40 }, () => listener.listen('om_1', { key: 'f_1' }));
  expect(new Set(await Promise.all(words))).toEqual(new Set([said]));
});

function ordered(on: 'resource', code: number): void {
  bench.feishu.fail({ on, as: 'error', error: { status: 400, code, msg: 'refused' } });
}
