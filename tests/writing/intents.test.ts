/** The draft and the digest as intents: what a conversation gets of them. */
import { describe, expect, it } from 'vitest';
import { digestIntent } from '../../src/intents/digest.ts';
import { draftIntent } from '../../src/intents/draft.ts';
import type { Outcome, Turn } from '../../src/intents/intent.ts';
import { replyText } from '../../src/reply.ts';
import type { Draft } from '../../src/writing/draft.ts';
import { ledgerOf, smallYear } from './small-year.ts';

const turn: Turn = {
  db: ledgerOf(smallYear),
  speaker: { id: '李梅', name: '李梅', role: 'clerk', section: '', lang: 'zh' } as Turn['speaker'],
  now: new Date('2026-01-05T01:00:00Z'),
  today: '2026-01-05',
  zone: 'Asia/Shanghai',
  lang: 'zh',
  source: 'm1',
  chat: 'c1',
  prompts: {},
};

function textOf(outcome: Outcome): string {
  return outcome.reply && typeof outcome.reply !== 'function' ? replyText(outcome.reply) : '';
}

describe('draft', () => {
  it('shows one section with its sources and hands the draft out', async () => {
    const outcome = await draftIntent.act({ do: 'draft', period: '2025', section: 'proposals' }, turn);
    expect(textOf(outcome)).toContain('承办人大代表建议2件、政协提案1件');
    expect(textOf(outcome)).toContain('人大代表建议2件：案-2025-001、案-2025-002');
    expect((outcome.draft as Draft).sections[0]?.unbound).toEqual([]);
    expect(outcome.writes).toBeUndefined();
  });

  it('folds a whole summary by section and adds the notes', async () => {
    const outcome = await draftIntent.act({ do: 'draft', period: '2025' }, turn);
    const reply = outcome.reply;
    const blocks = reply && typeof reply !== 'function' ? reply.blocks : [];
    expect(blocks.filter((block) => block.type === 'fold').length).toBe(11);
    expect(textOf(outcome)).toContain('约数照登记的写');
  });

  it.each([
    [{ do: 'draft', period: 'soon' } as const, '看不懂期间'],
    [{ do: 'draft', period: '2025', section: 'weather' } as const, '没有“weather”这个板块'],
    [{ do: 'draft', period: '2027' } as const, '还没有到'],
  ])('refuses %j', async (intent, why) => {
    const outcome = await draftIntent.act(intent, turn);
    expect(outcome.refused).toBe('no-data');
    expect(textOf(outcome)).toContain(why);
  });
});

describe('digest', () => {
  it('is the digest of the day', async () => {
    expect(textOf(await digestIntent.act({ do: 'digest' }, turn))).toContain('每日简报 · 2026年1月5日 周一');
  });
});
