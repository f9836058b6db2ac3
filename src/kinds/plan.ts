/** Plans 下步打算: what the office means to do next; written down as an intention, never as a thing done. */
import { defineKind, logged } from './kind.ts';
import { both } from './terms.ts';

const items = both('条', 'plans');

export const plan = defineKind({
  id: 'plan',
  title: both('下步打算', 'plans'),
  counts: items,
  alsoCounted: ['项', '个', '点', 'plans', 'ideas'],
  prefix: '计',
  cues: {
    sure: [
      /^(?:our )?(?:next steps?|plans? (?:for|is|are)|future plans?)\b/i,
      /^(?:next year|for 20\d\d|in 20\d\d|next quarter|next month|in the new year)\b.{0,12}\bwe (?:plan|intend|want|will|aim)\b/i,
      /\b(?:the office's|our|the) (?:next steps?|plans? for)\b/i,
      /\bwe (?:plan|intend) to\b.{0,80}\b(?:next year|next quarter|in 20\d\d)\b/i,
      /打算(?:明年|下半年|今后|接下来|下季度)/,
      /^下一?步(?:要|将|准备|拟|重点|是|,|:)/,
      /^(?:接下来|后续|明年|下半年)(?:要|将|打算|准备|计划|重点)/,
      /^(?:今后|往后|下一?阶段|下[一个]?季度|下半年|来年|明年|(?:20\d\d|二〇\d\d)年)[^,。;]{0,6}(?:要|将|打算|准备|计划|拟|重点|思路|工作|争取|着力|继续)/,
      /^拟于?(?:明年|下半年|下季度|今后|来年)/,
      /^(?:准备|计划|打算|考虑)(?:在)?(?:明年|下半年|下一?季度|来年|今后|年后)/,
      /工作(?:思路|安排|设想|打算|计划)(?:是|为|:|有|定了)/,
      '下步打算',
      '下一步打算',
      '下步计划',
      '下步工作',
      '下一步工作',
      '下一步计划',
      '工作打算',
      '明年打算',
      '明年计划',
      '来年计划',
      'next steps',
      'plan for next year',
      'plans for next year',
      'next year we plan',
    ],
    likely: [
      '打算',
      '下一步',
      '下步',
      '计划明年',
      '明年要',
      '下季度要',
      'we plan to',
      'plan to',
      'we intend to',
      'next step',
      'plans',
    ],
    maybe: ['计划', '准备', '拟', '今后', 'intend', 'planning to', 'plan'],
    never: [
      /规划编制|编制.{0,8}规划/,
      /(?:会|培训|接待|督查|来调研).{0,10}(?:明天|后天|下周)/,
      /(?:明天|后天|下周.?).{0,10}(?:会|培训|接待|来调研)/,
      /列入计划/,
      /plan(?:ning)? permit/i,
    ],
  },
  fields: {
    horizon: {
      label: both('期限', 'horizon'),
      type: 'text',
      indexed: true,
      words: ['期限', '时间', 'by', 'for', 'in'],
    },
  },
  life: logged,
  measures: {
    total: {
      type: 'count',
      by: 'on',
      title: both('下步打算', 'plans'),
      definition: both(
        '按登记日计条；打算不是已完成的工作',
        'by the day they were written down; a plan is not a thing done',
      ),
      words: ['条数'],
      unit: items,
    },
  },
  main: 'total',
  facts: ['total'],
  examples: [
    { lang: 'zh', text: '下步打算 建信息直报点', records: [{ quantity: 1 }] },
    { lang: 'zh', text: '下步计划 明年办4期业务轮训班', records: [{ quantity: 1 }] },
    { lang: 'zh', text: '下一步工作:完善督查台账', records: [{ quantity: 1 }] },
    { lang: 'zh', text: '明年打算推行无纸化会议', records: [{ quantity: 1 }] },
    { lang: 'zh', text: '下步打算两条 一是健全约稿机制 二是加强基层办文指导', records: [{}, {}] },
    {
      lang: 'en',
      text: 'Plan for next year: build a network of information contacts in the towns',
      records: [{ quantity: 1 }],
    },
    {
      lang: 'en',
      text: 'Next step: shorten the reply time for letters to three days',
      records: [{ on: '2026-11-20', quantity: 1 }],
    },
    {
      lang: 'en',
      text: 'Next year we intend to set up a one-stop archive portal',
      records: [{ on: '2026-11-20', quantity: 1 }],
    },
  ],
});
