/** Which records stand in a message, and in which order. */
import { describe, expect, it } from 'vitest';
import { numbersShown } from '../../src/flow/shown-numbers.ts';
import type { Reply } from '../../src/reply.ts';

const reply = (...blocks: Reply['blocks']): Reply => ({ lang: 'zh', tone: 'plain', blocks });
const text = (words: string) => ({ type: 'text' as const, text: words });

describe('the numbers shown', () => {
  it('come in the order of the text, not in the order told', () => {
    const seen = reply(text('发-2026-002 发文'), text('收-2026-001 收文'));
    expect(numbersShown(seen, ['收-2026-001', '发-2026-002'], { whole: true })).toEqual(['发-2026-002', '收-2026-001']);
  });

  it('are whole numbers: 督-2026-100 does not stand in 督-2026-1000', () => {
    expect(numbersShown(reply(text('督-2026-1000 督查')), ['督-2026-100'], { whole: false })).toEqual([]);
  });

  it('on a button count for nothing', () => {
    const button = { label: '改 收-2026-001', intent: { do: 'edit' } };
    expect(numbersShown(reply({ type: 'buttons', buttons: [button] }), ['收-2026-001'], { whole: false })).toEqual([]);
  });

  it('of a whole answer are followed by those it tells of in other words', () => {
    expect(numbersShown(reply(text('收-2026-002')), ['督-2026-001', '收-2026-002'], { whole: true })).toEqual([
      '收-2026-002',
      '督-2026-001',
    ]);
  });
});
