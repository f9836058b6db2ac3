/** Outgoing documents 发文: what the office drafts and issues under a number of its own. */
import { defineKind, type Where } from './kind.ts';
import { moveWords } from './move-words.ts';
import { both, choice } from './terms.ts';

const items = both('件', 'documents');
const issued: Where = { moved: ['issue'] };

export const outgoing = defineKind({
  id: 'outgoing',
  title: both('发文', 'outgoing documents'),
  counts: items,
  alsoCounted: ['只', '个', '份', '篇', 'documents', 'papers'],
  prefix: '发',
  cues: {
    sure: [
      '发文',
      '印发文件',
      '制发文件',
      '下发文件',
      '红头文件',
      /[政府]办?[发函字]?\s*[〔[((【]\s*20\d\d\s*[〕\]))】]\s*第?\d+\s*号/,
      /政(?:府)?办?[发函]\s*(?:20\d\d\s*)?\d+\s*号/,
      /\bnotice\b.{0,60}\bissued\b/i,
      'outgoing document',
      'outgoing documents',
      'issued documents',
      'documents issued',
      /\bissued\s+(?:\d+|a|an|one|two|three|the|several)\s+(?:[a-z]+\s+){0,2}(?:documents?|notices?|papers?|letters?)\b/i,
    ],
    likely: [
      '印发',
      '制发',
      '印发了',
      '套红',
      '核稿',
      '会签',
      '签发',
      '政办发',
      '政办函',
      '政发',
      '印文',
      /发函\s*[\d一二两三四五六七八九十]+/,
      /关于.{2,40}的(?:通知|意见|通报|函|批复|公告|通告|决定|报告|纪要)/,
      /(?:发|印|出)了?\s*\d+\s*[件份个只]\s*文/,
      'issued',
      'notice',
    ],
    maybe: ['下发', '发了', '印了', '拟稿', '稿子', /\d+\s*号文/, '文件', 'document', 'documents'],
    never: [
      /来文|收文|收到.{0,20}(?:通知|文件|函|通报)/,
      /规范性文件|政(?:府办?)?规\s*[〔[((【]/,
      /^(?!.*(?:政(?:府)?办?[发函字]|的通知)).*(?:制度|办法|细则|机制|规则|规程)》?.{0,8}(?:印发|出台|定了|下发|发布|印了|发了)/,
      /建立.{2,14}(?:机制|制度)/,
      /^(?!.*(?:政(?:府)?办?[发函字]|的通知)).*(?:印发|出台|制定|发布|修订).{0,6}《?[^,。;,;]{2,20}(?:制度|办法|细则|机制)》?(?:$|[,。;,;\s])/,
      /第\s*\d+\s*期/,
      /政务第?\d+/,
      /请示(?!.{0,10}的(?:批复|函))/,
    ],
  },
  fields: {
    docNo: { label: both('文号', 'doc. no.'), type: 'code', indexed: true, words: ['文号', '号文', 'no.', 'number'] },
    docType: {
      label: both('文种', 'type'),
      type: 'choice',
      choices: docTypes(),
      words: ['文种', 'type'],
    },
    copies: {
      label: both('份数', 'copies'),
      type: 'number',
      words: ['印', '印了', '印数', '份数', 'copies', 'printed'],
      counts: both('份', 'copies'),
      measureWords: ['份', 'copies'],
    },
  },
  life: {
    first: 'drafted',
    states: {
      drafted: { label: both('已拟稿', 'drafted'), counted: false, open: true },
      reviewed: { label: both('已核稿', 'reviewed'), counted: false, open: true },
      issued: { label: both('已印发', 'issued'), counted: true, open: false },
      archived: { label: both('已归档', 'archived'), counted: true, open: false },
    },
    moves: {
      review: {
        label: both('核稿', 'reviewed'),
        words: [
          '核稿',
          '审核',
          '审核通过',
          '核过了',
          '会签',
          '送签',
          '合法性审查',
          '改好了',
          'reviewed',
          'review done',
          'cleared',
        ],
        from: ['drafted'],
        to: 'reviewed',
      },
      issue: {
        label: both('印发', 'issued'),
        words: [...moveWords.issue, '印好了', '发文了', '制发', '套红', '印了', 'put out', 'released'],
        from: ['reviewed', 'drafted'],
        to: 'issued',
        sets: ['docNo', 'docType', 'copies'],
      },
      archive: { label: both('归档', 'archived'), words: moveWords.archive, from: ['issued'], to: 'archived' },
    },
  },
  measures: {
    total: {
      type: 'count',
      by: 'on',
      title: both('发文件数', 'documents issued'),
      definition: both(
        '已印发的文件按日计件,一个文号1件;拟稿、核稿中的不计',
        'issued documents, one a number; drafts do not count',
      ),
      words: ['发文数', '总数', '件数', 'documents', 'document'],
      unit: items,
    },
    issued: {
      type: 'count',
      by: 'issue',
      where: issued,
      title: both('印发文件', 'documents issued'),
      definition: both('印发日在期内的文件件数', 'documents issued in the period'),
      words: ['印发', '印发文件', '下发', '制发', '核发', '印发数', 'issued', 'documents issued', 'published'],
      unit: items,
    },
    copies: {
      type: 'sum',
      by: 'on',
      field: 'copies',
      title: both('印数', 'copies'),
      definition: both('各件印发份数之和', 'sum of the copies printed'),
      words: ['多少份', '几份', '份数', '印数', '印了多少份', 'copies', 'copies printed'],
      unit: both('份', 'copies'),
    },
    archived: {
      type: 'count',
      by: 'archive',
      where: { moved: ['archive'] },
      title: both('已归档发文', 'documents archived'),
      definition: both('归档日在期内的件数', 'outgoing documents archived in the period'),
      words: ['归档', '已归档', '归档数', 'archived'],
      unit: items,
    },
    issueDays: {
      type: 'duration',
      from: 'log',
      to: 'issue',
      title: both('制发用时', 'days to issue'),
      definition: both('从拟稿到印发的自然日', 'calendar days from draft to issue'),
      words: ['几天印发', '多少天印发', '制发用时', 'days to issue', 'time to issue'],
      unit: both('天', 'days'),
    },
  },
  main: 'total',
  facts: ['total', 'copies'],
  examples: [
    {
      lang: 'zh',
      text: '政办发〔2026〕12号今天印发了 关于优化营商环境的若干措施',
      records: [{ on: '2026-11-20', status: 'issued', fields: { docNo: '政办发〔2026〕12号' } }],
    },
    { lang: 'zh', text: '昨天发文7件', records: [{ on: '2026-11-19', quantity: 7, status: 'issued' }] },
    {
      lang: 'zh',
      text: '印发关于做好冬季防火工作的通知 80份',
      records: [{ on: '2026-11-20', status: 'issued', fields: { docType: '通知', copies: 80 } }],
    },
    {
      lang: 'zh',
      text: '政办函[2026]19号和政办函[2026]20号昨天都印发了',
      records: [
        { on: '2026-11-19', status: 'issued', fields: { docNo: '政办函〔2026〕19号' } },
        { on: '2026-11-19', status: 'issued', fields: { docNo: '政办函〔2026〕20号' } },
      ],
    },
    { lang: 'zh', text: '今天印发文件3只', records: [{ on: '2026-11-20', quantity: 3, status: 'issued' }] },
    {
      lang: 'zh',
      text: '关于调整值班安排的通知 稿子拟好了 还没送审',
      records: [{ on: '2026-11-20', status: 'drafted', fields: { docType: '通知' } }],
    },
    {
      lang: 'en',
      text: 'We issued 5 documents yesterday',
      records: [{ on: '2026-11-19', quantity: 5, status: 'issued' }],
    },
  ],
});

/** The fifteen statutory types of official documents; stored under their Chinese names. */
function docTypes() {
  const types: readonly (readonly [zh: string, en: string, words?: readonly string[]])[] = [
    ['决议', 'resolution'],
    ['决定', 'decision', ['的决定']],
    ['命令', 'order'],
    ['公报', 'communiqué'],
    ['公告', 'announcement'],
    ['通告', 'public notice'],
    ['意见', 'opinion', ['实施意见', '指导意见', 'guideline']],
    ['通知', 'notice', ['的通知', 'circular']],
    ['通报', 'bulletin notice', ['的通报']],
    ['报告', 'report to superiors', ['的报告']],
    ['请示', 'request to superiors', ['的请示']],
    ['批复', 'official reply', ['的批复']],
    ['议案', 'motion'],
    ['函', 'official letter', ['的函', '复函', '函件']],
    ['纪要', 'minutes', ['会议纪要']],
  ];
  return Object.fromEntries(types.map(([zh, en, words]) => [zh, choice(zh, en, words)]));
}
