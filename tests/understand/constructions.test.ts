/** The same deed in every construction people use: which kind, which day and how many it is must not depend on the order of the words. */
import { describe, expect, it } from 'vitest';
import { readEntry, selectEntries } from '../../src/store/entries.ts';
import { entriesOf, hear } from './heard.ts';
import { hold, type Talk } from './hold.ts';

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

describe('the day is the one that was said', () => {
  it.each([
    ['上周五7件提案办结', '2026-11-13', undefined],
    ['周三批复请示4件', '2026-11-18', undefined],
    ['周五起草通知2件', '2026-11-20', undefined],
    ['11月18日刊发《政务要情》3期', '2026-11-18', undefined],
    ['11月17日交办了一件督办事项 12月10日前完成', '2026-11-17', undefined],
    ['12月5日报送政务信息3篇', '2026-12-05', 'planned'],
    ['明天要办结来文3件', '2026-11-21', 'planned'],
  ])('%s', (text, on, planned) => {
    const [entry, ...others] = entriesOf(hear(text));
    expect(others).toEqual([]);
    expect(entry?.on).toBe(on);
    expect(entry?.status === 'planned' ? 'planned' : undefined).toBe(planned);
  });
});

describe('what is put right, in the words people use for it', () => {
  const talks: readonly Talk[] = [
    [['今天收到政协提案3件', '不好意思，应该是昨天'], { '案-2026-001': { on: '2026-11-19' } }],
    [['今天印发通知3件', '少说了一件，应该4件'], { '发-2026-001': { quantity: 4 } }],
    [['今天办结来文3件', '多报了一件，是2件'], { '收-2026-001': { quantity: 2 } }],
    [['今天开展督查3次', '更正：4次'], { '督-2026-001': { quantity: 4, fields: {} } }],
    [
      ['督办 河道保洁 水利局牵头', '不对，期限是12月15日'],
      { '督办-2026-001': { on: '2026-11-20', due: '2026-12-15' } },
    ],
    [
      ['11月25日召开防火调度会 120人', '会场写错了，会场是201会议室'],
      { '会-2026-001': { fields: { attendees: 120, venue: '201会议室' } } },
    ],
    [['民政局请示 添置轮椅', '那件批了'], { '请-2026-001': { status: 'replied', fields: { decision: 'approved' } } }],
    [['民政局请示 添置轮椅', '报告主任，轮椅一事已批复。'], { '请-2026-001': { status: 'replied' } }],
    [['新收行政诉讼1件 桥头村征地', '原告撤诉了'], { '诉-2026-001': { status: 'closed' } }],
    [['今天编发《政务要情》第96期', '补充一下，是第97期'], { '刊-2026-001': { fields: { issueNo: '97' } } }],
  ];
  it.each(talks)('%j', async (said, expected) => {
    const { db } = await hold(said);
    for (const [no, fields] of Object.entries(expected)) expect(readEntry(db, no)).toMatchObject(fields);
    expect(selectEntries(db, {})).toHaveLength(1);
  });
});
