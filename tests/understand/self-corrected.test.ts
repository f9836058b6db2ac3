/** What a speaker takes back while he speaks was never told. */
import { describe, expect, it } from 'vitest';
import { selfCorrected } from '../../src/understand/self-corrected.ts';
import { entriesOf, hear } from './heard.ts';

describe('self-corrections inside a sentence', () => {
  it.each([
    ['督查校车安全跑了5个点不对是7个点', '督查校车安全跑了7个点'],
    ['督查校车安全跑了五个点,说错了,是七个点 问题两个', '督查校车安全跑了七个点 问题两个'],
    ['昨天不对是前天督查校车安全', '前天督查校车安全'],
    ['12号提案交给民政局哦不是教育局办', '12号提案交给教育局办'],
  ])('%s → %s', (text, meant) => {
    expect(selfCorrected(text)).toBe(meant);
  });

  it.each(['刚才那条5个点不对是7个点', '人数不对', '5个 不对 是7个', '这个数字错了'])(
    '%s puts right what was told before',
    (text) => {
      expect(selfCorrected(text)).toBe(text);
    },
  );

  it('reads the last figure', () => {
    const [entry] = entriesOf(hear('前天督查校车安全嗯跑了五个点不对是七个点问题一共三个'));
    expect(entry).toMatchObject({ on: '2026-11-18', title: '校车安全', fields: { places: 7, found: 3 } });
  });
});
