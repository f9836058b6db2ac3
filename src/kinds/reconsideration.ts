/** Administrative reconsideration 行政复议: received is not accepted, accepted is not closed; the law sets every term. */
import { areas, outcomes } from './choices.ts';
import { defineKind, type Where } from './kind.ts';
import { moveWords } from './move-words.ts';
import { both, choice } from './terms.ts';

const cases = both('件', 'cases');
const accepted: Where = { moved: ['accept'] };
const closed: Where = { fields: { status: ['closed'] } };
const simple: Where = { fields: { procedure: ['simple'] } };
const corrected = ['changed', 'revoked', 'illegal', 'ordered'];

export const reconsideration = defineKind({
  id: 'reconsideration',
  title: both('行政复议', 'administrative reconsideration'),
  counts: cases,
  alsoCounted: ['宗', '起', '个', '案', 'cases'],
  prefix: '复',
  cues: {
    sure: [
      '行政复议',
      '复议',
      '复议案',
      '复议申请',
      'administrative reconsideration',
      'reconsideration',
      'administrative review',
    ],
    likely: ['维持原决定', '维持原行政行为', '被申请人', '申请人撤回', '补正通知', '政复'],
    maybe: ['受理', '审结', 'accepted a case', 'case accepted'],
    never: [/行政应诉|应诉/, /行政裁决/, /复议(?:制度|办法|机制|规定)/, /复议(?:培训|工作会)/, /依申请公开/],
  },
  fields: {
    area: {
      label: both('领域', 'area'),
      type: 'choice',
      indexed: true,
      choices: areas,
      words: ['涉及', '领域', 'about', 'concerning'],
    },
    procedure: {
      label: both('程序', 'procedure'),
      type: 'choice',
      choices: {
        ordinary: choice('普通程序', 'ordinary procedure', ['普通', 'ordinary', 'regular procedure']),
        simple: choice('简易程序', 'simple procedure', ['简易', 'simple', 'summary procedure', 'simplified']),
      },
    },
    respondent: {
      label: both('被申请人', 'respondent'),
      type: 'unit',
      isUnit: true,
      words: ['被申请人', '不服', '告', '对', 'against', 'respondent'],
    },
    outcome: {
      label: both('结果', 'outcome'),
      type: 'choice',
      choices: outcomes,
      words: ['结果', '决定', 'outcome', 'result'],
    },
  },
  life: {
    first: 'received',
    states: {
      received: { label: both('已收到', 'received'), counted: true, open: true },
      accepted: { label: both('已受理', 'accepted'), counted: true, open: true },
      closed: { label: both('已审结', 'closed'), counted: true, open: false },
      refused: { label: both('不予受理', 'refused'), counted: true, open: false },
    },
    moves: {
      accept: {
        label: both('受理', 'accepted'),
        words: moveWords.accept,
        from: ['received'],
        to: 'accepted',
        sets: ['procedure', 'due'],
      },
      refuse: {
        label: both('不予受理', 'refused'),
        words: ['不予受理', '不受理', '没受理', '未受理', 'refused', 'not accepted', 'declined', 'inadmissible'],
        from: ['received'],
        to: 'refused',
      },
      suspend: {
        label: both('中止', 'suspended'),
        words: ['中止', '中止审理', '暂停审理', 'suspended', 'stayed'],
        from: ['accepted'],
        overlay: 'suspended',
      },
      resume: { label: both('恢复', 'resumed'), words: [...moveWords.resume, '恢复审理'], from: ['accepted'] },
      extend: {
        label: both('延期', 'extended'),
        words: moveWords.extend,
        from: ['accepted'],
        overlay: 'extended',
        sets: ['due'],
      },
      close: {
        label: both('审结', 'closed'),
        words: [
          ...moveWords.close,
          '审结',
          '作出决定',
          '下了决定',
          '决定书',
          '调解了',
          '调解结案',
          '终止',
          'decided',
          'mediated',
        ],
        from: ['accepted'],
        to: 'closed',
        sets: ['outcome'],
      },
    },
  },
  clocks: [
    { rule: 'reconsideration.accept', from: 'log', until: ['accept', 'refuse'] },
    { rule: 'reconsideration.decide', from: 'accept', until: ['close'], where: { not: simple } },
    { rule: 'reconsideration.simple', from: 'accept', until: ['close'], where: simple },
  ],
  measures: {
    total: {
      type: 'count',
      by: 'on',
      title: both('收到复议申请', 'reconsideration applications received'),
      definition: both('按收到日计件，不论是否受理', 'by the day of receipt, accepted or not'),
      words: ['收到', '收到申请', '收件', '收案', 'received', 'applications', '申请件数'],
      unit: cases,
    },
    accepted: {
      type: 'count',
      by: 'accept',
      where: accepted,
      title: both('受理复议案件', 'cases accepted'),
      definition: both('受理日在期内的件数', 'cases accepted in the period'),
      words: ['受理', '受理数', '受理了', '立案', 'accepted', 'admitted'],
      unit: cases,
    },
    closed: {
      type: 'count',
      by: 'close',
      where: closed,
      title: both('审结复议案件', 'cases closed'),
      definition: both('审结日在期内的件数', 'cases closed in the period'),
      words: ['审结', '办结', '结案', '审结数', '办完', 'closed', 'decided', 'completed'],
      unit: cases,
    },
    open: {
      type: 'count',
      by: 'on',
      where: { open: true },
      title: both('未审结', 'open cases'),
      definition: both('期内收到、至今未审结的件数', 'received in the period and not closed yet'),
      words: ['在办', '未审结', '没审结', '未办结', '没办结', '在审', '未结', 'open', 'pending'],
      unit: cases,
    },
    refused: {
      type: 'count',
      by: 'refuse',
      where: { fields: { status: ['refused'] } },
      title: both('不予受理', 'cases refused'),
      definition: both('期内决定不予受理的件数', 'cases refused in the period'),
      words: ['不予受理', '没受理', '不受理', 'refused', 'not accepted'],
      unit: cases,
    },
    closingRate: {
      type: 'rate',
      by: 'on',
      numerator: closed,
      denominator: accepted,
      title: both('审结率', 'closing rate'),
      definition: both(
        '期内收到并受理的案件中，至今已审结的占比',
        'share closed by now of the cases received in the period and accepted',
      ),
      words: ['审结率', '办结率', '结案率', 'closing rate', 'closure rate'],
      unit: both('%', '%'),
    },
    correctionRate: {
      type: 'rate',
      by: 'on',
      numerator: { ...closed, anyOf: [{ fields: { outcome: corrected } }] },
      denominator: closed,
      title: both('纠错率', 'correction rate'),
      definition: both(
        '（变更 + 撤销 + 确认违法 + 责令履行）/ 审结',
        '(changed + revoked + found illegal + ordered to act) / closed',
      ),
      words: ['纠错率', '撤销率', 'correction rate'],
      unit: both('%', '%'),
    },
    mediationRate: {
      type: 'rate',
      by: 'on',
      numerator: { ...closed, anyOf: [{ fields: { outcome: ['mediated', 'ended'] } }] },
      denominator: closed,
      title: both('调解和解率', 'mediation rate'),
      definition: both('（调解 + 撤回终止）/ 审结', '(mediated + ended by withdrawal) / closed'),
      words: ['调解率', '和解率', '调解和解率', 'mediation rate', 'settlement rate'],
      unit: both('%', '%'),
    },
    closeDays: {
      type: 'duration',
      from: 'accept',
      to: 'close',
      title: both('审理用时', 'days to close'),
      definition: both('从受理到审结的自然日', 'calendar days from acceptance to close'),
      words: ['几天审结', '多少天审结', '审理用时', '平均几天', '平均多少天', '办理时长', 'days to close', 'how long'],
      unit: both('天', 'days'),
    },
  },
  main: 'total',
  facts: ['total', 'accepted', 'closed', 'correctionRate', 'mediationRate'],
  examples: [
    {
      lang: 'zh',
      text: '今天收到行政复议申请1件 征地补偿的',
      records: [{ on: '2026-11-20', quantity: 1, status: 'received', fields: { area: 'land' } }],
    },
    {
      lang: 'zh',
      text: '昨天受理复议案件2件 都是拆迁的',
      records: [{ on: '2026-11-19', quantity: 2, status: 'accepted', fields: { area: 'demolition' } }],
    },
    {
      lang: 'zh',
      text: '今天审结复议1件 工伤认定 维持',
      records: [{ on: '2026-11-20', status: 'closed', fields: { area: 'social', outcome: 'upheld' } }],
    },
    {
      lang: 'zh',
      text: '受理行政复议1件 不服公安分局治安处罚 简易程序',
      records: [
        {
          on: '2026-11-20',
          status: 'accepted',
          fields: { area: 'security', procedure: 'simple', respondent: '公安分局' },
        },
      ],
    },
    {
      lang: 'zh',
      text: '昨天一件食品处罚的复议调解结案了',
      records: [{ on: '2026-11-19', status: 'closed', fields: { area: 'market', outcome: 'mediated' } }],
    },
    {
      lang: 'en',
      text: 'Accepted one administrative reconsideration case about land acquisition today',
      records: [{ on: '2026-11-20', quantity: 1, status: 'accepted', fields: { area: 'land' } }],
    },
    {
      lang: 'en',
      text: 'Received an application for administrative reconsideration over a house demolition today',
      records: [{ on: '2026-11-20', quantity: 1, fields: { area: 'demolition' } }],
    },
    {
      lang: 'en',
      text: 'One reconsideration case was concluded this afternoon: decision upheld',
      records: [{ on: '2026-11-20', quantity: 1, status: 'closed', fields: { outcome: 'upheld' } }],
    },
  ],
});
