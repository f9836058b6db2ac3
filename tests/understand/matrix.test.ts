/** One thing of each kind crossed with the ways an office tells it: done, denied, talked about, asked, intended. */
import { describe, expect, it } from 'vitest';
import { contextAt, entriesOf, hear } from './heard.ts';

interface Thing {
  readonly kind: string;
  readonly noun: string;
  readonly verb: string;
  readonly measure: string;
  /** Where and by what it is told apart, as far as the ledger keeps it. */
  readonly fields?: Readonly<Record<string, unknown>>;
}

const things: readonly Thing[] = [
  { kind: 'disclosure', noun: '政策解读', verb: '发布', measure: '条', fields: { column: 'policy' } },
  { kind: 'disclosure', noun: '工作动态', verb: '公开', measure: '条', fields: { column: 'news' } },
  { kind: 'disclosure', noun: '领导分工信息', verb: '更新', measure: '条', fields: { column: 'organisation' } },
  { kind: 'disclosure', noun: '三公经费信息', verb: '公开', measure: '条', fields: { column: 'finance' } },
  { kind: 'application', noun: '依申请公开', verb: '收到', measure: '件' },
  { kind: 'letter', noun: '热线工单', verb: '受理', measure: '件', fields: { channel: 'hotline' } },
  { kind: 'letter', noun: '咨询件', verb: '受理', measure: '件', fields: { category: 'consult' } },
  { kind: 'party', noun: '主题党日活动', verb: '开展', measure: '次', fields: { category: 'theme-day' } },
  { kind: 'party', noun: '专题党课', verb: '上', measure: '次', fields: { category: 'lesson' } },
  { kind: 'institution', noun: '管理办法', verb: '出台', measure: '项', fields: { category: 'measure' } },
  { kind: 'regulation', noun: '规范性文件', verb: '印发', measure: '件' },
  { kind: 'coordination', noun: '跨部门事项', verb: '协调', measure: '件' },
  { kind: 'task', noun: '民生实事', verb: '分解', measure: '项', fields: { source: '民生实事' } },
  { kind: 'training', noun: '保密培训', verb: '举办', measure: '场' },
  { kind: 'logistics', noun: '消防演练', verb: '组织', measure: '次', fields: { category: 'safety' } },
  { kind: 'logistics', noun: '公务用车', verb: '派出', measure: '台次', fields: { category: 'vehicle' } },
  { kind: 'egov', noun: '督查管理平台', verb: '升级', measure: '个', fields: { change: 'revamped' } },
  { kind: 'egov', noun: '民生栏目', verb: '开设', measure: '个', fields: { category: 'column', change: 'online' } },
];

type Construction = (thing: Thing) => string;

const done: Readonly<Record<string, Construction>> = {
  'verb before count': ({ noun, verb, measure }) => `昨天${verb}了4${measure}${noun}`,
  'noun before count': ({ noun, verb, measure }) => `昨天${verb}${noun}4${measure}`,
  'noun first': ({ noun, verb, measure }) => `${noun}昨天${verb}了4${measure}`,
  'count first': ({ noun, verb, measure }) => `4${measure}${noun}昨天${verb}了`,
  'the day last': ({ noun, verb, measure }) => `${verb}了4${measure}${noun}，昨天的事`,
  'a total': ({ noun, verb, measure }) => `昨天共${verb}${noun}4${measure}`,
  'who did it': ({ noun, verb, measure }) => `昨天由综合科${verb}${noun}4${measure}`,
  'politely reported': ({ noun, verb, measure }) => `经统计，11月19日我办共${verb}${noun}4${measure}。`,
  'in brackets': ({ noun, verb, measure }) => `${noun}（4${measure}）昨天${verb}`,
  'in numerals': ({ noun, verb, measure }) => `昨天${verb}${noun}四${measure}`,
  'with filler words': ({ noun, verb, measure }) => `那个，${noun}昨天${verb}了4${measure}哦`,
};

const nothing: Readonly<Record<string, Construction>> = {
  'not done today': ({ noun, verb }) => `今天没${verb}${noun}`,
  'not done yesterday': ({ noun, verb }) => `昨天没有${verb}${noun}`,
  'not a single one': ({ noun, verb, measure }) => `今天${noun}一${measure}也没${verb}`,
  'not yet': ({ noun, verb }) => `${noun}还没${verb}`,
  needless: ({ noun, verb }) => `今天不用${verb}${noun}了`,
  'no time for it': ({ noun, verb }) => `这周没时间${verb}${noun}`,
  'what we should do': ({ noun, verb }) => `我们应该${verb}${noun}`,
  'what others did': ({ noun, verb, measure }) => `隔壁区昨天${verb}了4${measure}${noun}`,
  'how others do it': ({ noun, verb }) => `大家看看人家是怎么${verb}${noun}的`,
  'how to do it': ({ noun, verb }) => `${noun}怎么${verb}啊`,
  'much of it': ({ noun }) => `最近${noun}的事真多`,
  'busy with it': ({ noun }) => `天天忙${noun}，累死了`,
  'papers of it': ({ noun }) => `${noun}的材料放我桌上就行`,
  'how many': ({ noun, verb, measure }) => `今年${verb}了多少${measure}${noun}`,
};

const named = (thing: Thing) => `${thing.kind} ${thing.noun}`;
const cells = (constructions: Readonly<Record<string, Construction>>) =>
  things.flatMap((thing) =>
    Object.entries(constructions).map(
      ([name, say]) => [`${named(thing)}, ${name}: ${say(thing)}`, thing, say] as const,
    ),
  );

describe('a thing done', () => {
  it.each(cells(done))('%s', (_name, thing, say) => {
    expect(entriesOf(hear(say(thing)))).toMatchObject([
      { kind: thing.kind, on: '2026-11-19', quantity: 4, ...(thing.fields ? { fields: thing.fields } : {}) },
    ]);
  });
});

describe('nothing done', () => {
  it.each(cells(nothing))('%s', (_name, thing, say) => {
    expect(entriesOf(hear(say(thing)))).toEqual([]);
  });
});

describe('a thing intended', () => {
  it.each(things.filter(({ verb }) => !/收到|受理/.test(verb)).map((thing) => [named(thing), thing] as const))(
    '%s is at most planned',
    (_name, { noun, verb }) => {
      for (const text of [`下周三${verb}${noun}`, `本周要${verb}${noun}`, `准备明天${verb}${noun}`]) {
        const entries = entriesOf(hear(text, contextAt('2026-11-20T09:00:00+08:00')));
        expect(
          entries.filter(({ status }) => status !== 'planned'),
          text,
        ).toEqual([]);
      }
    },
  );
});

describe('where it was published', () => {
  it.each([
    ['门户网站', 'website'],
    ['公众号', 'account'],
    ['电子显示屏', 'screen'],
    ['触摸屏', 'touch'],
  ])('%s', (place, channel) => {
    for (const text of [`昨天把5条要闻发到${place}上了`, `昨天在${place}发布了5条要闻`, `5条要闻昨天在${place}发布`])
      expect(entriesOf(hear(text)), text).toMatchObject([
        { kind: 'disclosure', on: '2026-11-19', quantity: 5, fields: { column: 'news', channel } },
      ]);
  });
});

describe('a stock', () => {
  it.each([
    ['显示屏', '块'],
    ['接入系统', '个'],
    ['公务用车', '辆'],
    ['联网单位', '家'],
  ])('%s', (name, measure) => {
    for (const text of [`${name}目前是36${measure}`, `${name}增至36${measure}`, `目前${name}36${measure}`])
      expect(entriesOf(hear(text)), text).toMatchObject([{ kind: 'indicator', fields: { name, value: 36 } }]);
  });

  it('stands at the day it is told up to', () => {
    expect(entriesOf(hear('截至昨天联网单位120家'))).toMatchObject([{ on: '2026-11-19' }]);
  });
});

describe('what is no denial', () => {
  it.each([
    ['昨天办了两场培训 第三场没办', { kind: 'training', quantity: 2 }],
    ['督查发现3家单位没公开预算', { kind: 'inspection' }],
    ['考核反馈 制度还没建立', { kind: 'shortcoming' }],
    ['昨天12345投诉 小区没安装路灯', { kind: 'letter' }],
    ['重点任务口袋公园建设还没启动', { kind: 'task', fields: { pace: 'waiting' } }],
  ])('%s', (text, entry) => {
    expect(entriesOf(hear(text))).toMatchObject([entry]);
  });
});

describe('in English', () => {
  it.each([
    ['Party lessons: 3 yesterday', { kind: 'party', quantity: 3 }],
    ['Petitions: 4 yesterday', { kind: 'letter', quantity: 4 }],
    ['9 policy documents were published yesterday', { kind: 'disclosure', quantity: 9 }],
    ['3 news items were posted yesterday', { kind: 'disclosure', quantity: 3 }],
    ['We received 3 information requests yesterday', { kind: 'application', quantity: 3 }],
  ])('%s', (text, entry) => {
    expect(entriesOf(hear(text))).toMatchObject([{ on: '2026-11-19', ...entry }]);
  });

  it('nothing found is no shortcoming', () => {
    expect(entriesOf(hear('No shortcomings were found yesterday'))).toEqual([]);
  });
});
