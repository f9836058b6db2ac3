/** Archive use 档案查阅: who came to consult what; volumes, items and readers stand apart and are never added together. */
import { defineKind, logged } from './kind.ts';
import { both, known } from './terms.ts';

const times = both('次', 'times');

export const archive = defineKind({
  id: 'archive',
  title: both('档案查阅', 'archive use'),
  counts: times,
  alsoCounted: ['回', '趟', 'times', 'consultations'],
  prefix: '查档',
  cues: {
    sure: [
      '查档',
      '查阅档案',
      /档案(?:查询|查阅|调阅|借阅)/,
      '档案查阅',
      '调卷',
      '调阅档案',
      '借阅档案',
      '利用档案',
      '档案利用',
      /查.{0,10}档案/,
      /调了?\s*\d+\s*卷/,
      'archive use',
      'consulted the archives',
      'archives consulted',
      'archive readers',
      'archive consultations',
      /\barchive (?:volumes|items|files)\b/i,
      /\bconsult(?:ed|ing)?\b.{0,30}\b(?:archives?|files|volumes)\b/i,
    ],
    likely: ['查阅', '调阅', /\d+\s*卷/, /出(?:具)?了?.{0,4}证明/, 'archive volumes', 'volumes', 'archives', 'archive'],
    maybe: ['档案', '窗口', '卷'],
    never: [
      /数字化|扫描|进社区|进校园|进农村|进企业|进机关|进馆|移交|归档|立卷|鉴定|销毁|整理/,
      /档案(?:制度|办法|培训|讲座|工作先进)/,
      /案卷评查/,
      /digiti[sz]ed|scanned|transferred/i,
    ],
  },
  fields: {
    volumes: {
      label: both('卷数', 'volumes'),
      type: 'number',
      words: ['卷', '调卷', '案卷', 'volumes'],
      counts: both('卷', 'volumes'),
      measureWords: ['卷', '卷次', '案卷', '卷档案', 'volumes', 'volume'],
    },
    items: {
      label: both('件数', 'items'),
      type: 'number',
      words: ['件', '文件', 'items', 'documents'],
      counts: both('件', 'items'),
      measureWords: ['件', '件次', '份', '件档案', '件文件', 'items', 'documents', 'files', 'item'],
    },
    readers: {
      label: both('查档人次', 'readers'),
      type: 'number',
      words: ['人次', '来了', '查档', '接待', 'readers', 'visitors', 'people'],
      counts: both('人次', 'readers'),
      measureWords: ['人次', '人', '位', '名', '个人', 'readers', 'people', 'visitors', 'persons', 'users'],
    },
    purpose: {
      label: both('用途', 'purpose'),
      type: 'text',
      words: ['用途', '目的', '查', 'for', 'purpose'],
      known: [
        known('工作查考', 'work reference', ['工作需要', '单位查', '公务查阅']),
        known('编史修志', 'history writing', ['修志', '写志', '地方志', '编志']),
        known('权益证明', 'proof of rights', ['证明', '出证明', '公证', '维权', '权益']),
        known('婚姻登记', 'marriage records', ['婚姻', '结婚', '婚姻登记档案', 'marriage']),
        known('学术研究', 'research', ['学术', '论文']),
      ],
    },
  },
  life: logged,
  measures: {
    total: {
      type: 'count',
      by: 'on',
      title: both('查档次数', 'times consulted'),
      definition: both('查档按次计，一次登记1次', 'by entry, one a time'),
      words: ['查档次数', '查档几次', '几次', '多少次', 'times', 'consultations'],
      unit: times,
    },
    volumes: {
      type: 'sum',
      by: 'on',
      field: 'volumes',
      title: both('查阅卷数', 'volumes consulted'),
      definition: both(
        '查阅案卷（卷次）之和；卷与件不相加',
        'sum of the volumes consulted; volumes and items are never added together',
      ),
      words: ['卷', '多少卷', '几卷', '卷数', '卷次', '案卷', 'volumes', 'archive volumes'],
      unit: both('卷', 'volumes'),
    },
    items: {
      type: 'sum',
      by: 'on',
      field: 'items',
      title: both('查阅件数', 'items consulted'),
      definition: both(
        '查阅文件（件次）之和；卷与件不相加',
        'sum of the items consulted; volumes and items are never added together',
      ),
      words: ['多少件', '几件', '件数', '件次', '件', 'items', 'documents', 'archive items'],
      unit: both('件', 'items'),
    },
    readers: {
      type: 'sum',
      by: 'on',
      field: 'readers',
      title: both('查档人次', 'readers'),
      definition: both('来查档的人次之和', 'sum of the readers'),
      words: ['查档人次', '人次', '多少人', '多少人次', '几人', '来查档的人', 'readers', 'people', 'visitors'],
      unit: both('人次', 'readers'),
    },
  },
  main: 'volumes',
  facts: ['volumes', 'items', 'readers'],
  examples: [
    { lang: 'zh', text: '今天查档3人 12卷', records: [{ on: '2026-11-20', fields: { readers: 3, volumes: 12 } }] },
    {
      lang: 'zh',
      text: '昨天窗口查婚姻登记档案8人次15件',
      records: [{ on: '2026-11-19', fields: { readers: 8, items: 15, purpose: '婚姻登记' } }],
    },
    {
      lang: 'zh',
      text: '今天查阅档案410卷 116件',
      records: [{ on: '2026-11-20', fields: { volumes: 410, items: 116 } }],
    },
    {
      lang: 'zh',
      text: '昨天上午来了俩人查知青档案 调了8卷',
      records: [{ on: '2026-11-19', fields: { readers: 2, volumes: 8 } }],
    },
    {
      lang: 'zh',
      text: '今天查档廿三人次 四十五卷',
      records: [{ on: '2026-11-20', fields: { readers: 23, volumes: 45 } }],
    },
    {
      lang: 'en',
      text: 'Five readers consulted 18 archive volumes yesterday',
      records: [{ on: '2026-11-19', fields: { readers: 5, volumes: 18 } }],
    },
  ],
});
