/** Colloquial office messages of every sort: lists in one line, loose names, late news, short corrections, and the titles a clerk would give. */
import { describe, expect, it } from 'vitest';
import { readEntry } from '../../src/store/entries.ts';
import { testOffice } from '../support/fixed.ts';
import { contextAt, entriesOf, hear } from './heard.ts';

type Row = readonly [text: string, ...expected: Record<string, unknown>[]];

const records: readonly Row[] = [
  ['12345转来工单17件', { kind: 'letter', quantity: 17, fields: { channel: 'hotline' } }],
  ['暗访了两个便民服务中心 发现问题3个', { kind: 'inspection', fields: { places: 2, found: 3 } }],
  ['周四督查了市场环境 跑了仨 问题俩', { kind: 'inspection', fields: { places: 3, found: 2 } }],
  ['区政府第38次常务会议上午开了 议题9个', { kind: 'meeting', fields: { topics: 9 } }],
  ['2025年度文书档案归档918件', { kind: 'archiving', on: '2026-11-20', fields: { items: 918 } }],
  ['小区二次供水 住建和水务扯皮 协调未果', { kind: 'coordination', fields: { outcome: 'open' } }],
  [
    '人大建议53号 停车难 交警大队主办 城管局、教育局会办',
    { kind: 'proposal', fields: { leadUnit: '交警大队', coUnits: ['城管局', '教育局'] } },
  ],
  ['给应急局下督办单 加油站隐患整改 12月5日前销号', { kind: 'supervision', due: '2026-12-05' }],
  ['关于做好汛期值守的通知 起草了', { kind: 'outgoing' }],
  ['新订了《公务用车管理细则》', { kind: 'institution', fields: { category: 'detail' } }],
  ['重点任务第33项 智慧水库 已完成', { kind: 'task', status: 'closed' }],
  ['重点任务第34项 智慧水库 已完成60%', { kind: 'task', fields: { progress: 60 } }],
  ['《关于加强旅游市场监管的意见》核稿完成 等签发', { kind: 'outgoing', status: 'reviewed' }],
  [
    '人大建议64件 政协提案71件 今天统一交办',
    { kind: 'proposal', quantity: 64, status: 'assigned' },
    { kind: 'proposal', quantity: 71, status: 'assigned' },
  ],
  [
    '上周督查了两次 一次是招商引资 一次是实事工程',
    { kind: 'inspection', fields: { topic: '招商引资' } },
    { kind: 'inspection', fields: { topic: '实事工程' } },
  ],
  [
    '1.食堂就餐240人 2.维修电梯1部 3.收文5件',
    { kind: 'logistics', fields: { category: 'canteen' } },
    { kind: 'logistics', fields: { category: 'repair' } },
    { kind: 'incoming', quantity: 5 },
  ],
  [
    '出台《督查工作办法》和《值班管理制度》',
    { kind: 'institution', title: '督查工作办法' },
    { kind: 'institution', title: '值班管理制度' },
  ],
  [
    '今天立了两个督办 老旧电梯更新 住建局 渣土车乱倒 城管局',
    { kind: 'supervision', unit: '住建局', title: '老旧电梯更新' },
    { kind: 'supervision', unit: '城管局', title: '渣土车乱倒' },
  ],
  [
    '区长信箱咨询2件投诉5件建议1件',
    { kind: 'letter', quantity: 2 },
    { kind: 'letter', quantity: 5 },
    { kind: 'letter', quantity: 1, fields: { category: 'suggestion' } },
  ],
  [
    '考核反馈两个问题 一是信息报送慢 二是督办销号不及时',
    { kind: 'shortcoming', fields: { source: 'assessment' } },
    { kind: 'shortcoming', fields: { source: 'assessment' } },
  ],
];

const titles: readonly (readonly [text: string, title: string])[] = [
  ['上午开了城市更新专题会 32人', '城市更新专题会'],
  ['昨日在园区召开企业家座谈会 到会37人', '企业家座谈会'],
  ['区大数据中心今天挂牌成立', '区大数据中心挂牌成立'],
  ['今天接待省教育厅检查组11人', '省教育厅检查组'],
  ['信息员业务轮训第二期 88人', '信息员业务轮训第二期'],
  ['今早6点20接报化工厂泄漏', '接报化工厂泄漏'],
  ['截至今天联网单位168家', '联网单位'],
  ['区长信箱一件 翠湖小区停水 转水利局', '翠湖小区停水'],
];

const silent = [
  '37号提案还没答复',
  '建议大家以后来文都登记一下',
  '督查方案还没定 等主任回来再说',
  '差点忘了登记收文',
  '中午食堂吃什么',
  '提案办结率要达到100%',
  '今天没人来查档',
  'The meeting may be moved to Friday',
];

type Talk = readonly [said: readonly string[], no: string, expected: Record<string, unknown>];
const talks: readonly Talk[] = [
  [['616号建议 河道保洁 水利局主办', '616号建议办不完 申请延期 区长同意了'], '案-2026-001', { overlay: 'extended' }],
  [['依申请公开1件 要环评报告', '环评报告那件申请延期答复 领导批了'], '依申-2026-001', { overlay: 'extended' }],
  [['大洋镇请示修建水渠 45万元', '大洋镇修水渠的请示呈给郑副区长了'], '请-2026-001', { status: 'submitted' }],
  [['关于做好汛期值守的通知 起草了', '汛期值守通知今天发出去了 100份'], '发-2026-001', { status: 'issued' }],
  [['12345一件 烧烤摊噪音 转城管局', '烧烤摊噪音那件改派公安局'], '来信-2026-001', { unit: '公安局' }],
  [['今天收文9件', '收文改成10件'], '收-2026-001', { quantity: 10 }],
  [['《临江政务》第55期发了', '是第56期 我写错了'], '刊-2026-001', { fields: { issueNo: '56' } }],
  [['督办 供水管网 水务局牵头 12月20日前报', '期限写错了 是12月25日'], '督办-2026-001', { due: '2026-12-25' }],
  [['提案751号 菜场改造 商务局主办', '751号不是提案是建议'], '案-2026-001', { fields: { source: 'npc' } }],
  [['今天12345转来15件', '删掉刚才那条'], '来信-2026-001', { status: 'withdrawn' }],
];

describe('office language', () => {
  it.each(records.map(([text, ...expected]) => ({ text, expected })))('$text', ({ text, expected }) => {
    const entries = entriesOf(hear(text));
    expect(entries.map((entry) => entry.kind)).toEqual(expected.map((one) => one.kind));
    for (const [index, one] of expected.entries()) expect(entries[index]).toMatchObject(one);
  });

  it.each(titles)('%s is called %s', (text, title) => {
    expect(entriesOf(hear(text))[0]?.title).toBe(title);
  });

  it.each(silent)('writes nothing for %s', (text) => {
    expect(entriesOf(hear(text, contextAt('2026-11-20T12:00:00+08:00')))).toEqual([]);
  });

  it.each(talks)('%j', async (said, no, expected) => {
    const office = testOffice('2026-11-20 15:00');
    for (const text of said) await office.say(text);
    expect(readEntry(office.db, no)).toMatchObject(expected);
  });
});
