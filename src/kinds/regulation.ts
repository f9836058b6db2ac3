/** Normative documents 规范性文件: rules that bind the public; reviewed for legality before, filed afterwards. */
import { defineKind, type Where } from './kind.ts';
import { moveWords } from './move-words.ts';
import { both, choice, yesOrNo } from './terms.ts';

const items = both('件', 'documents');

export const regulation = defineKind({
  id: 'regulation',
  title: both('规范性文件', 'normative documents'),
  counts: items,
  alsoCounted: ['个', '部', '份', '项', 'documents', 'regulations'],
  prefix: '规',
  cues: {
    sure: [
      '规范性文件',
      '行规文件',
      /政(?:府办?)?规\s*[〔[((]/,
      '合法性审查',
      '备案审查',
      'normative document',
      'normative documents',
      'regulatory document',
      'regulatory documents',
      'legality review',
    ],
    likely: [
      '报备',
      '备案',
      '公开征求意见',
      /(?:管理规定|管理办法).{0,10}(?:备案|合法性)/,
      'filed for the record',
      'put on record',
    ],
    maybe: ['政规', '规定', 'regulation', 'regulations'],
    never: [/公报.{0,4}(?:登|刊登|刊发|公布|发布)了/, /执法案卷/, /规范性文件(?:培训|学习)/],
  },
  fields: {
    docNo: { label: both('文号', 'doc. no.'), type: 'code', indexed: true, words: ['文号', '号', 'no.', 'number'] },
    reviewed: {
      label: both('合法性审查', 'legality review'),
      type: 'choice',
      choices: yesOrNo(
        choice('已审查', 'reviewed', [
          '合法性审查通过',
          '过了合法性审查',
          '过合法性审查',
          '通过合法性审查',
          '审查通过',
          '已过合法性审查',
          '经合法性审查',
          '已通过合法性审查',
          '合法性审查已过',
          '合法性审查已通过',
          '完成合法性审查',
          '合审过了',
          '已审',
          '都过了合法性审查',
          '合法性审查过了',
          'passed the legality review',
          'legality review passed',
          'passed legality review',
        ]),
        choice('未审查', 'not reviewed', [
          '没审查',
          '未经审查',
          '还没审查',
          '没有合法性审查',
          'not yet reviewed',
          'without legality review',
        ]),
      ),
    },
    filed: {
      label: both('备案', 'filing'),
      type: 'choice',
      choices: yesOrNo(
        choice('已备案', 'filed', [
          '备案',
          '备案了',
          '报备了',
          '已报备',
          '已报备案',
          '备案报上去了',
          '完成备案',
          'put on record',
          'filed for the record',
        ]),
        choice('未备案', 'not filed', ['没备案', '还没备案', '未报备', 'not yet filed']),
      ),
    },
  },
  life: {
    first: 'drafting',
    states: {
      drafting: { label: both('起草中', 'drafting'), counted: false, open: true },
      issued: { label: both('已印发', 'issued'), counted: true, open: false },
    },
    moves: {
      review: {
        label: both('合法性审查', 'reviewed'),
        words: ['合法性审查', '审查通过', '征求意见', '征求意见期满', 'legality review', 'reviewed'],
        from: [],
        sets: ['reviewed'],
      },
      issue: {
        label: both('印发', 'issued'),
        words: [...moveWords.issue, '出台', '公布', '出了', '施行', 'promulgated', 'adopted'],
        from: ['drafting'],
        to: 'issued',
        sets: ['docNo', 'reviewed'],
      },
      progress: {
        label: both('备案', 'filed'),
        words: ['备案', '报备', '备案了', 'filed'],
        from: ['issued'],
        sets: ['filed'],
      },
    },
  },
  measures: {
    total: {
      type: 'count',
      by: 'on',
      title: both('规范性文件件数', 'normative documents'),
      definition: both('已印发的规范性文件按日计件；起草中的不计', 'normative documents issued; drafts do not count'),
      words: ['出台', '规范性文件数', 'normative documents', '件数'],
      unit: items,
    },
    issued: {
      type: 'count',
      by: 'issue',
      where: { moved: ['issue'] },
      title: both('印发规范性文件', 'issued'),
      definition: both('印发日在期内的件数', 'issued in the period'),
      words: ['印发', '公布', '发布', 'issued', 'promulgated'],
      unit: items,
    },
    reviewRate: {
      type: 'rate',
      by: 'on',
      numerator: yes('reviewed'),
      denominator: {},
      title: both('合法性审查率', 'legality review rate'),
      definition: both('已经合法性审查 / 规范性文件', 'reviewed for legality / normative documents'),
      words: ['合法性审查率', '审查率', 'legality review rate', 'review rate'],
      unit: both('%', '%'),
    },
    reviewed: {
      type: 'count',
      by: 'on',
      where: yes('reviewed'),
      title: both('合法性审查件数', 'reviewed'),
      definition: both('已经合法性审查的件数', 'documents reviewed for legality'),
      words: ['合法性审查', '审查几件', '审查', 'legality reviews', 'reviewed'],
      unit: items,
    },
    filed: {
      type: 'count',
      by: 'on',
      where: yes('filed'),
      title: both('备案件数', 'filed'),
      definition: both('已备案的件数', 'documents put on record'),
      words: ['备案', '报备', '备案几件', 'filed', 'put on record'],
      unit: items,
    },
    filingRate: {
      type: 'rate',
      by: 'on',
      numerator: yes('filed'),
      denominator: {},
      title: both('备案率', 'filing rate'),
      definition: both('已备案 / 规范性文件', 'filed / normative documents'),
      words: ['备案率', '报备率', 'filing rate'],
      unit: both('%', '%'),
    },
  },
  main: 'total',
  facts: ['total', 'reviewRate', 'filingRate'],
  examples: [
    {
      lang: 'zh',
      text: '今天出规范性文件2件 都过了合法性审查',
      records: [{ on: '2026-11-20', quantity: 2, status: 'issued', fields: { reviewed: 'yes' } }],
    },
    {
      lang: 'zh',
      text: '规范性文件《农贸市场管理办法》正在起草',
      records: [{ on: '2026-11-20', status: 'drafting' }],
    },
    {
      lang: 'zh',
      text: '政规〔2026〕3号昨天印发 已备案',
      records: [{ on: '2026-11-19', status: 'issued', fields: { docNo: '政规〔2026〕3号', filed: 'yes' } }],
    },
    {
      lang: 'zh',
      text: '昨天印发规范性文件1件 养犬管理规定 合法性审查通过',
      records: [{ on: '2026-11-19', quantity: 1, status: 'issued', fields: { reviewed: 'yes' } }],
    },
    {
      lang: 'zh',
      text: '规范性文件《产业扶持管理规定》今天公布 还没备案',
      records: [{ on: '2026-11-20', status: 'issued', fields: { filed: 'no' } }],
    },
    {
      lang: 'en',
      text: 'One normative document on parking was issued today after passing the legality review',
      records: [{ on: '2026-11-20', quantity: 1, status: 'issued' }],
    },
  ],
});

function yes(field: string): Where {
  return { fields: { [field]: ['yes'] } };
}
