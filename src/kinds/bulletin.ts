/** Bulletins 内刊: the issues of the office's own journals, numbered through the year. */
import { defineKind, logged } from './kind.ts';
import { both, known } from './terms.ts';

const issues = both('期', 'issues');

export const bulletin = defineKind({
  id: 'bulletin',
  title: both('内刊编发', 'bulletins'),
  counts: issues,
  alsoCounted: ['号', '本', 'issues'],
  prefix: '刊',
  cues: {
    sure: [
      /\b(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) issue\b/i,
      'work brief',
      'internal bulletin',
      /\b(?:bulletin|brief|newsletter) (?:no\.?|number|#)\s*\d+/i,
      '内刊',
      '简报',
      /第\s*[\d一二三四五六七八九十百〇]+\s*(?:[、,,和至到~—-]+\s*第?\s*[\d一二三四五六七八九十百]+\s*)*期/,
      /《[^》]{2,14}》.{0,16}期/,
      /政务.{0,8}(?:第?\s*\d+.{0,10}期|出了|发了\s*\d+\s*期)/,
      /(?:出|编发|编印|编|发)了?\s*[\d一二两三四五六七八九十]+\s*期(?!间|末|满|内)/,
      /要情\s*\d+\s*期/,
      /(?:编发|编印|出)了?[^,。;\s\d]{0,6}[\d一二两三四五六七八九十]+\s*期(?!间|末|满|内)/,
      /督查(?:专报|通报)第?\s*\d+\s*期/,
      'bulletin',
      'bulletins',
      'newsletter',
      /\bissues?\s+(?:no\.?\s*)?\d+\b/i,
    ],
    likely: [
      '编发',
      '编印',
      '付印',
      '督查专报',
      '督查通报',
      '工作动态',
      /(?:\d+|几|多少)\s*期(?!间|末|满|内)/,
      'issue of',
      'issues of',
    ],
    maybe: ['政务', '刊物', 'journal', 'issue'],
    never: [
      /(?:上|中)(?:作出?|又)?批(?:了|示|:)/,
      /公报/,
      /^(?:下步|下一步|明年打算)/,
      /(?:采用|录用|刊用|上了|登在|登上|中了).{0,16}期/,
      /期(?:培训|轮训|班)|(?:培训|轮训|进修|研修|班).{0,6}第?[\d一二三四五六七八九十]+\s*期/,
      /纪要第?\s*\d+\s*期(?!.*(?:印|发|出))/,
      /议题/,
    ],
  },
  fields: {
    journal: {
      label: both('刊名', 'journal'),
      type: 'text',
      indexed: true,
      words: ['刊名', '刊物', '《', 'journal', 'of', 'issue of'],
      known: [
        known('督查专报', 'Supervision Report', []),
        known('督查通报', 'Supervision Notice', ['政务督查']),
        known('每日要情', 'Daily Essentials', ['要情']),
        known('工作动态', 'Work News', []),
        known('信息专报', 'Special Information', []),
      ],
    },
    issueNo: {
      label: both('期号', 'issue no.'),
      type: 'code',
      indexed: true,
      words: ['第', '期号', 'issue', 'no.', 'number'],
    },
    articles: {
      label: both('篇数', 'articles'),
      type: 'number',
      words: ['稿件', '稿子', '文章', '刊发', '篇', 'articles', 'pieces', 'with'],
      counts: both('篇', 'articles'),
      measureWords: ['篇', '篇稿子', '篇稿件', '条', '则', 'articles', 'pieces', 'items'],
    },
  },
  life: logged,
  measures: {
    total: {
      type: 'count',
      by: 'on',
      title: both('内刊期数', 'issues'),
      definition: both('按编发日计期', 'by the day of issue'),
      words: ['期数', '编发', '出了', 'issues', '刊发期数'],
      unit: issues,
    },
    articles: {
      type: 'sum',
      by: 'on',
      field: 'articles',
      title: both('刊发篇数', 'articles'),
      definition: both('各期稿件篇数之和', 'sum of the articles of all issues'),
      words: ['稿件', '篇数', '多少篇', '几篇', '刊发', '文章', 'articles', 'pieces'],
      unit: both('篇', 'articles'),
    },
  },
  main: 'total',
  facts: ['total', 'articles'],
  examples: [
    {
      lang: 'zh',
      text: '《江城政务》第96期今天发了',
      records: [{ on: '2026-11-20', fields: { journal: '江城政务', issueNo: '96' } }],
    },
    {
      lang: 'zh',
      text: '《每日要情》第318期今天印发 刊发4条',
      records: [{ on: '2026-11-20', fields: { journal: '每日要情', issueNo: '318', articles: 4 } }],
    },
    {
      lang: 'zh',
      text: '昨天《督查专报》出了2期',
      records: [{ on: '2026-11-19', quantity: 2, fields: { journal: '督查专报' } }],
    },
    {
      lang: 'zh',
      text: '《江城政务》第41期昨天印好了 7篇稿子',
      records: [{ on: '2026-11-19', fields: { journal: '江城政务', issueNo: '41', articles: 7 } }],
    },
    { lang: 'zh', text: '今天编发简报3期', records: [{ on: '2026-11-20', quantity: 3 }] },
    {
      lang: 'en',
      text: 'Bulletin issue 12 went out yesterday with 5 articles',
      records: [{ on: '2026-11-19', fields: { issueNo: '12', articles: 5 } }],
    },
    {
      lang: 'en',
      text: 'Issue 34 of the Government Bulletin is out, 6 articles',
      records: [{ on: '2026-11-20', quantity: 1, fields: { issueNo: '34', articles: 6 } }],
    },
    { lang: 'en', text: 'Put out three issues of the internal bulletin this week', records: [{ quantity: 3 }] },
  ],
});
