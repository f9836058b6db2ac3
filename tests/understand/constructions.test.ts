/** The same deed in every construction people use: which kind, which day and how many it is must not depend on the order of the words. */
import { describe, expect, it } from 'vitest';
import { entriesOf, hear } from './heard.ts';

/** Kind, what it is called, what is done with it, its counting word, the state told. */
const deeds: readonly (readonly [kind: string, noun: string, verb: string, measure: string, status?: string])[] = [
  ['proposal', '政协提案', '办结', '件', 'closed'],
  ['proposal', '人大建议', '答复', '件', 'replied'],
  ['supervision', '督办事项', '销号', '件', 'closed'],
  ['inspection', '暗访', '开展', '次'],
  ['instruction', '市领导批示', '办结', '条', 'closed'],
  ['information', '动态信息', '报送', '篇'],
  ['bulletin', '《政务要情》', '编发', '期'],
  ['research', '调研报告', '完成', '篇', 'finished'],
  ['outgoing', '通知', '印发', '件', 'issued'],
  ['incoming', '市府办来文', '收到', '件'],
  ['request', '资金请示', '批复', '件', 'replied'],
  ['meeting', '专题会', '召开', '场'],
  ['reception', '考察团', '接待', '批'],
  ['reconsideration', '行政复议案件', '受理', '件', 'accepted'],
  ['ruling', '行政裁决案件', '办结', '件', 'closed'],
  ['litigation', '行政诉讼案件', '办结', '件', 'closed'],
  ['archiving', '档案数字化', '开展', '项'],
];

type Said = (told: { noun: string; verb: string; measure: string }) => string;

const constructions: readonly (readonly [name: string, said: Said])[] = [
  ['verb, count, noun', ({ noun, verb, measure }) => `昨天${verb}了3${measure}${noun}`],
  ['verb, noun, count', ({ noun, verb, measure }) => `昨天${verb}${noun}3${measure}`],
  ['noun, verb, count', ({ noun, verb, measure }) => `${noun}昨天${verb}3${measure}`],
  ['count, noun, verb', ({ noun, verb, measure }) => `3${measure}${noun}昨天${verb}了`],
  ['heading', ({ noun, verb, measure }) => `${noun}：昨天${verb}3${measure}`],
  ['heading in brackets', ({ noun, verb, measure }) => `【${noun}】昨天${verb}3${measure}`],
  ['topic with 呢', ({ noun, verb, measure }) => `${noun}呢，昨天${verb}了3${measure}`],
  ['no measure word', ({ noun, verb }) => `昨天${noun}${verb}3`],
  ['total', ({ noun, verb, measure }) => `昨天${verb}${noun}共计3${measure}。`],
  ['filler words', ({ noun, verb, measure }) => `那个，昨天${verb}了3${measure}${noun}哈`],
  ['report to a superior', ({ noun, verb, measure }) => `报告主任，昨天${verb}${noun}3${measure}。`],
  ['section in front', ({ noun, verb, measure }) => `昨天综合科${verb}${noun}3${measure}`],
  ['day behind', ({ noun, verb, measure }) => `${verb}${noun}3${measure}，昨天的`],
  ['telegram', ({ noun, verb, measure }) => `昨天 ${noun} ${verb} 3${measure}`],
];

describe('one deed in many constructions', () => {
  it.each(constructions)('%s', (_name, said) => {
    for (const [kind, noun, verb, measure, status] of deeds) {
      const text = said({ noun, verb, measure });
      const heard = entriesOf(hear(text)).map((entry) => [entry.kind, entry.on, entry.quantity, entry.status]);
      expect.soft(heard, text).toEqual([[kind, '2026-11-19', 3, status]]);
    }
  });
});

const writesNothing: ReadonlySet<string> = new Set(['refuse', 'find', 'clarify']);

describe('what was not done is no record', () => {
  const denied: readonly Said[] = [
    ({ noun }) => `今天没有${noun}`,
    ({ noun, verb }) => `今天没有${verb}${noun}`,
    ({ noun, verb }) => `今天没${verb}${noun}`,
    ({ noun, verb }) => `${noun}还没${verb}`,
    ({ noun, verb, measure }) => `${noun}今天一${measure}都没${verb}`,
  ];
  it.each(deeds.map(([kind, noun, verb, measure]) => ({ kind, noun, verb, measure })))('$kind: $noun', (told) => {
    for (const said of denied) {
      const text = said(told);
      const intents = hear(text);
      expect
        .soft(
          intents.every(({ do: act }) => writesNothing.has(act)),
          text,
        )
        .toBe(true);
    }
  });

  it.each(['信息没采用', '应诉案件1件 负责人没出庭', '接待省厅调研组8人 没有公函', '督查食堂3家 没发现问题'])(
    'is no denial: %s',
    (text) => {
      expect(entriesOf(hear(text)).length).toBe(text === '信息没采用' ? 0 : 1);
    },
  );

  it.each(['写提案答复写到头大', '批示太多了看不过来', '请示真麻烦', '最近督办件好多啊'])('a sigh: %s', (text) => {
    expect(entriesOf(hear(text))).toEqual([]);
  });
});
