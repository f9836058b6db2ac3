/** Answers as they are read: Chinese ones with Chinese punctuation and no stray blanks, English ones with none of it. */
import { describe, expect, it } from 'vitest';
import { at, testOffice } from '../support/fixed.ts';

const questions = {
  zh: [
    ...['今年提案办结率多少', '今年人大建议满意率多少', '上半年提案办结率多少 跟去年同期比呢', '今年提案A类率'],
    ...['今年督查几次', '今年督查几次 跟去年同期比', '今年各单位主办的提案几件', '今年区教育局主办的建议提案几件'],
    ...[
      '今年专项督查几次',
      '今年来信满意率',
      '今年会议平均每月几场',
      '今年政协提案占两案的比重',
      '今年请示平均几天答复',
    ],
    ...[
      '哪些督办件逾期了',
      '哪些提案还没办结',
      '2005年督查几次',
      '2023年发文比2022年多几件',
      '今年采用信息最多的是哪一篇',
    ],
    ...['帮助', '今日简报', '最近一次督查', '督查科今年督查几次', '今年信息采用和上报各多少', '今年会议哪个月最多'],
  ],
  en: [
    ...['closing rate of proposals this year', 'satisfaction rate of proposals in 2026', 'inspections this year'],
    ...['How many inspections this year compared with last year?', 'meetings by month in 2026', 'inspections in 2005'],
    ...['which supervision items are overdue', 'digest', 'help', 'Which proposals are still open?'],
  ],
};

const office = testOffice('2026-11-20 10:00');
const answers = (async () => {
  const admin = { sender: { id: '管理员', name: '管理员', role: 'admin' } };
  await office.say('装入示例数据', admin);
  await office.press('装', '管理员').catch(() => '');
  const told: Record<string, string> = {};
  for (const lang of ['zh', 'en'] as const)
    for (const question of questions[lang]) told[question] = await office.say(question, { at: at('2026-11-20 10:00') });
  return told;
})();

const half =
  /[\p{Script=Han}」”）》][ ]?[,;:!?(]|[,;:!?)] ?\p{Script=Han}|\p{Script=Han} [，。；：（）、]|[，。；：（）、] (?!\||\n|$)|\)（|\(\d+\/\d+\)/u;

describe('a Chinese answer', () => {
  it.each(questions.zh)('to %s', async (question) => {
    const text = (await answers)[question] ?? '';
    expect(text).not.toBe('');
    // A numbered list of choices keeps its own marks.
    expect(text.split('\n').filter((line) => half.test(line))).toEqual([]);
  });
});

describe('an English answer', () => {
  it.each(questions.en)('to %s', async (question) => {
    const text = (await answers)[question] ?? '';
    const own = text.replaceAll(/“[^”]*”|《[^》]*》/g, 'x');
    expect(own.split('\n').filter((line) => /[，。；：（）！？]| {2,}|\( | \)| [,;:]/.test(line))).toEqual([]);
  });
});
