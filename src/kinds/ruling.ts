/** Administrative rulings 行政裁决: disputes between citizens that the government decides, such as forest rights. */
import { areas, outcomes } from './choices.ts';
import { defineKind, type Where } from './kind.ts';
import { moveWords } from './move-words.ts';
import { both } from './terms.ts';

const cases = both('件', 'cases');
const closed: Where = { fields: { status: ['closed'] } };

export const ruling = defineKind({
  id: 'ruling',
  title: both('行政裁决', 'administrative rulings'),
  counts: cases,
  alsoCounted: ['宗', '起', '个', '案', 'cases', 'rulings'],
  prefix: '裁',
  cues: {
    sure: [
      /\bruled on\b/i,
      '行政裁决',
      '裁决',
      '裁决书',
      '林权争议',
      '权属争议',
      '权属裁决',
      'administrative ruling',
      'administrative rulings',
      'ruling',
      'rulings',
      'adjudication',
    ],
    likely: [/确权|[山林]权|权属/, 'forest rights dispute'],
    maybe: ['争议', 'dispute'],
    never: [/行政复议|复议/, /应诉|诉讼|官司/, /仲裁/, /裁决(?:制度|办法|规定)/],
  },
  fields: {
    area: {
      label: both('领域', 'area'),
      type: 'choice',
      indexed: true,
      choices: areas,
      words: ['涉及', '领域', 'about', 'concerning'],
    },
    outcome: {
      label: both('结果', 'outcome'),
      type: 'choice',
      choices: outcomes,
      words: ['结果', 'outcome', 'result'],
    },
  },
  life: {
    first: 'accepted',
    states: {
      accepted: { label: both('已受理', 'accepted'), counted: true, open: true },
      closed: { label: both('已裁决', 'closed'), counted: true, open: false },
    },
    moves: {
      accept: {
        label: both('受理', 'accepted'),
        words: moveWords.accept,
        from: ['planned', 'accepted'],
        to: 'accepted',
      },
      close: {
        label: both('裁决', 'closed'),
        words: [
          ...moveWords.close,
          'handed down',
          'delivered',
          'ruling issued',
          '审结',
          '作出',
          '作出裁决',
          '裁决作出',
          '裁决下达',
          '裁决下来了',
          '裁决送达',
          '已送达',
          '裁决完',
          '裁决了',
          '裁决书送达',
          '下达裁决',
          '下达',
          '送达',
          '裁定',
          '裁决书',
          '调解了',
          '调解成了',
          'ruled',
          'decided',
          'mediated',
        ],
        from: ['accepted'],
        to: 'closed',
        sets: ['outcome'],
      },
    },
  },
  measures: {
    total: {
      type: 'count',
      by: 'on',
      title: both('行政裁决', 'rulings'),
      definition: both('按受理日计件', 'by the day of acceptance'),
      words: ['受理', 'accepted', '件数'],
      unit: cases,
    },
    closed: {
      type: 'count',
      by: 'close',
      where: closed,
      title: both('裁决办结', 'rulings closed'),
      definition: both('办结日在期内的件数', 'closed in the period'),
      words: ['办结', '结案', '裁决了', '已裁决', 'closed', 'decided'],
      unit: cases,
    },
    open: {
      type: 'count',
      by: 'on',
      where: { open: true },
      title: both('未办结裁决', 'open rulings'),
      definition: both('期内受理、至今未办结的件数', 'accepted in the period and not closed yet'),
      words: ['在办', '未办结', '没办结', '未结', 'open', 'pending'],
      unit: cases,
    },
    closingRate: {
      type: 'rate',
      by: 'on',
      numerator: closed,
      denominator: {},
      title: both('裁决办结率', 'closing rate'),
      definition: both('期内受理的案件中，至今已办结的占比', 'share closed by now of those accepted in the period'),
      words: ['办结率', '结案率', 'closing rate'],
      unit: both('%', '%'),
    },
  },
  main: 'total',
  facts: ['total', 'closed'],
  examples: [
    {
      lang: 'zh',
      text: '今天受理行政裁决1件 林权争议',
      records: [{ on: '2026-11-20', quantity: 1, status: 'accepted', fields: { area: 'resources' } }],
    },
    {
      lang: 'zh',
      text: '昨天林权裁决1件 调解成了',
      records: [{ on: '2026-11-19', status: 'closed', fields: { area: 'resources', outcome: 'mediated' } }],
    },
    { lang: 'zh', text: '昨天办结行政裁决2件', records: [{ on: '2026-11-19', quantity: 2, status: 'closed' }] },
    {
      lang: 'zh',
      text: '土地权属争议的裁决书今天送达 结案',
      records: [{ on: '2026-11-20', status: 'closed', fields: { area: 'resources' } }],
    },
    {
      lang: 'zh',
      text: '受理征地补偿裁决3件',
      records: [{ on: '2026-11-20', quantity: 3, status: 'accepted', fields: { area: 'land' } }],
    },
    {
      lang: 'en',
      text: 'One administrative ruling on forest rights was accepted yesterday',
      records: [{ on: '2026-11-19', quantity: 1, status: 'accepted', fields: { area: 'resources' } }],
    },
    {
      lang: 'en',
      text: 'Closed one administrative ruling on a house demolition dispute today',
      records: [{ on: '2026-11-20', quantity: 1, status: 'closed', fields: { area: 'demolition' } }],
    },
    { lang: 'en', text: 'Two administrative rulings were made this week', records: [{ quantity: 2 }] },
  ],
});
