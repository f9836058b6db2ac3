/** The second opinion: the kind whose own words a sentence shares, and none where nothing points to one. */
import { describe, expect, it } from 'vitest';
import { kinds } from '../../src/kinds/all.ts';
import { marksIn } from '../../src/understand/marks.ts';
import { likelyKinds, nearestKinds } from '../../src/understand/nearest-kind.ts';
import { hear } from './heard.ts';

const marksOf = (text: string) => marksIn(text, { today: '2026-11-20', units: [] });

describe('nearestKinds', () => {
  it.each(kinds.map((kind) => [kind.id, kind] as const))('knows the examples of %s again', (id, kind) => {
    const known = kind.examples.filter((example) => nearestKinds(marksOf(example.text))[0]?.kind.id === id);
    expect(known.length / kind.examples.length).toBeGreaterThanOrEqual(0.6);
  });

  it('says nothing of talk that counts nothing', () => {
    for (const text of ['今天好热啊', '辛苦各位了', '等会儿见', 'see you later'])
      expect(likelyKinds(marksOf(text))).toEqual([]);
  });
});

describe('a statement of no clear kind', () => {
  it('is asked back with the likeliest kinds, each ready to be filed', () => {
    const [asked] = hear('协同专班走了3家纺织厂');
    expect(asked).toMatchObject({ do: 'clarify', question: '还没有记。这是哪一类？' });
    const readings = asked?.readings as { kind: string; log: { do: string; items: unknown[] } }[];
    expect(readings.length).toBeGreaterThan(0);
    expect(readings.length).toBeLessThanOrEqual(3);
    for (const { log } of readings) expect(log).toMatchObject({ do: 'log', items: [expect.anything()] });
  });

  it.each(['今天好热啊 空调都不管用', '哈哈太好了', '谁有空帮个忙'])('is not made of talk: %s', (text) => {
    expect(hear(text).map((intent) => intent.do)).not.toContain('log');
  });
});
