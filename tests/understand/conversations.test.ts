/** Several messages in a row: what happens to a record, what is put right, what is taken back. */
import { describe, expect, it } from 'vitest';
import { readEntry } from '../../src/store/entries.ts';
import { testOffice } from '../support/fixed.ts';
import { hold } from './hold.ts';

type Talk = readonly [said: readonly string[], no: string, expected: Record<string, unknown>];

const lives: readonly Talk[] = [
  [
    ['收到501号提案 老旧小区加装电梯 住建局主办', '501号提案今天交办给城管局会办'],
    '案-2026-001',
    { fields: { leadUnit: '住建局', coUnits: ['城管局'] } },
  ],
  [
    ['502号人大建议 河道保洁 水利局主办', '502号建议水利局办结了 代表很满意 A类'],
    '案-2026-001',
    { status: 'closed', fields: { satisfaction: 'satisfied', resultClass: 'A' } },
  ],
  [
    ['503号提案 民政局主办 养老助餐', '503号提案委员不满意 退回重办 12月20日前重新答复'],
    '案-2026-001',
    { status: 'redo', due: '2026-12-20' },
  ],
  [
    ['438号建议 村级光伏 分给发改局主办', '438号建议加个会办单位 农业农村局'],
    '案-2026-001',
    { fields: { coUnits: ['农业农村局'], leadUnit: '发改局' } },
  ],
  [['510号提案 快递柜 商务局主办', '510号 撤案了'], '案-2026-001', { status: 'withdrawn' }],
  [
    ['督办 断头路打通 交通局牵头 12月10日前报', '断头路那件申请延期到12月25日'],
    '督办-2026-001',
    { overlay: 'extended', due: '2026-12-25' },
  ],
  [
    ['督办 断头路打通 交通局牵头', '督办 断头路打通二期 交通局牵头', '断头路打通二期交通局报来结果了 完成60%'],
    '督办-2026-002',
    { status: 'reported', fields: { progress: 60 } },
  ],
  [['督办件:竹溪水库清淤 农业农村局牵头', '竹溪水库清淤督办改由水利局牵头'], '督办-2026-001', { unit: '水利局' }],
  [['王区长批示 请住建局牵头研究停车难', '停车难那条批示住建局已经反馈了'], '批-2026-001', { status: 'reported' }],
  [
    ['今天报市办信息1条 夜间经济', '夜间经济那条信息市办采用了 得10分'],
    '信息-2026-001',
    { status: 'adopted', fields: { score: 10 } },
  ],
  [
    ['关于做好防火工作的通知 稿子拟好了', '防火通知核稿了', '防火那个通知今天印发了 政办发〔2026〕88号'],
    '发-2026-001',
    { status: 'issued' },
  ],
  [['市府办来文 关于清欠工作的通知', '清欠那个文办完了'], '收-2026-001', { status: 'handled' }],
  [
    ['白塔镇请示 修路要30万', '白塔镇修路那个请示呈王区长了', '白塔镇那个请示批了 同意'],
    '请-2026-001',
    { status: 'replied', fields: { decision: 'approved', leader: '王区长' } },
  ],
  [['下周三开全市安全生产视频会', '安全生产视频会改到周五'], '会-2026-001', { on: '2026-11-27', status: 'planned' }],
  [['下周三开全市安全生产视频会', '安全生产视频会取消了'], '会-2026-001', { status: 'cancelled' }],
  [
    ['收到行政复议申请1件 拆迁补偿的', '拆迁补偿那件复议受理了', '拆迁补偿那件复议审结了 维持'],
    '复-2026-001',
    { status: 'closed', fields: { outcome: 'upheld' } },
  ],
  [
    ['收到应诉通知 征地的案子', '征地那个官司一审判了 我们胜诉'],
    '诉-2026-001',
    { status: 'closed', fields: { outcome: 'won' } },
  ],
  [
    ['依申请公开来了1件 要财政预算', '财政预算那件依申请答复了 部分公开'],
    '依申-2026-001',
    { status: 'replied', fields: { reply: 'partial' } },
  ],
  [
    ['12345转来1件 江边路灯不亮 转城管局', '江边路灯不亮那件城管说不归他们管 退回来了 重新转给生态环境局'],
    '来信-2026-001',
    { status: 'assigned', unit: '生态环境局' },
  ],
  [['自查发现问题:用印登记不规范', '用印登记不规范那条问题整改完了'], '短-2026-001', { status: 'fixed' }],
  [['规范性文件《养犬管理规定》起草中', '《养犬管理规定》印发了'], '规-2026-001', { status: 'issued' }],
  [
    [
      'I am drafting a research report on elderly care robots',
      'The research report on elderly care robots is finished',
    ],
    '研-2026-001',
    { status: 'finished' },
  ],
  [
    [
      'We received a petition about unpaid wages, passed to 人社局',
      'The unpaid wages petition has been settled, they were satisfied',
    ],
    '来信-2026-001',
    { status: 'closed', fields: { satisfaction: 'satisfied' } },
  ],
];

const corrections: readonly Talk[] = [
  [['今天收文12件', '不对 是15件'], '收-2026-001', { quantity: 15 }],
  [['今天收文12件', '今天出车6趟', '收文那条写错了 是21件'], '收-2026-001', { quantity: 21 }],
  [['今天收文12件', '今天发文3件', '把收文改成21件'], '收-2026-001', { quantity: 21 }],
  [['今天督查农村教育 看了4个点 发现问题3个', '问题是5个不是3个'], '督-2026-001', { fields: { found: 5, places: 4 } }],
  [['今天督查环境整治', '不是今天 是昨天'], '督-2026-001', { on: '2026-11-19' }],
  [['人大代表建议72件,政协提案68件', '提案少数了1件,是69件不是68件'], '案-2026-002', { quantity: 69 }],
  [['目前联网单位181家', '更正 联网单位是118家'], '数-2026-001', { fields: { value: 118 } }],
  [['收到521号提案 加装电梯 住建局主办', '主办单位错了 应该是城管局'], '案-2026-001', { unit: '城管局' }],
  [['收到522号提案 停车场 住建局主办', '522写错了 是523号'], '案-2026-001', { fields: { caseNo: '523' } }],
  [['会务保障5场320人次', '场次写反了 是3场520人次'], '会-2026-001', { quantity: 3, fields: { attendees: 520 } }],
  [['《江城政务》第41期昨天印好了', '期号错了 是42期'], '刊-2026-001', { fields: { issueNo: '42' } }],
  [['王区长批示 请住建局研究', '是李区长不是王区长'], '批-2026-001', { fields: { leader: '李区长' } }],
  [['区长信箱收到一封 咨询公积金', '不是咨询 是投诉'], '来信-2026-001', { fields: { category: 'complaint' } }],
  [['今天督查农村教育', '刚才那条删掉'], '督-2026-001', { void: false, status: 'withdrawn' }],
  [['今天收文12件', '撤销'], '收-2026-001', { void: true }],
  [['今天收文12件', '撤销', '恢复'], '收-2026-001', { void: false }],
  [
    ['Party study session today, 41 people', 'Correction: 14 people, not 41'],
    '党-2026-001',
    { fields: { attendees: 14 } },
  ],
  [['今天接待省教育厅检查组11人', 'oh no 写错了 should be 17人'], '接-2026-001', { fields: { visitors: 17 } }],
  [['We received 12 documents today', 'make that 21'], '收-2026-001', { quantity: 21 }],
  [['Training for 36 people yesterday', 'it was the day before yesterday'], '培-2026-001', { on: '2026-11-18' }],
  [['今天督查了一次', '农村教育'], '督-2026-001', { fields: { topic: '农村教育' } }],
];

describe.each([
  ['lives', lives],
  ['corrections', corrections],
] as const)('%s', (_, talks) => {
  it.each(talks)('%j', async (said, no, expected) => {
    expect(readEntry((await hold(said)).db, no)).toMatchObject(expected);
  });
});

describe('doubt', () => {
  it('asks which one is meant', async () => {
    const office = testOffice('2026-11-20 15:00');
    await office.say('督办 甲路口积水 水利局牵头');
    await office.say('督办 乙路口积水 住建局牵头');
    expect(await office.say('积水那件办结了')).toContain('哪一条');
  });

  it('leaves a like matter alone', async () => {
    const { db } = await hold(['督办 断头路打通 交通局牵头', '督办 断头路打通二期 交通局牵头']);
    expect(readEntry(db, '督办-2026-002')?.title).toContain('二期');
  });
});
