/** Several records in one message: whatever it names is held by one of them. */
import { describe, expect, it } from 'vitest';
import { contextAt, entriesOf, hear } from './heard.ts';

const at = '2026-03-18T17:30:00+08:00';

/** Kind, day of the month and quantity of every record, and one field where it tells them apart. */
function told(text: string, field?: string): string[] {
  return entriesOf(hear(text, contextAt(at))).map(({ kind, on, quantity, fields, title }) =>
    [kind, Number(on.slice(8)), quantity ?? 1, ...(field ? [field === 'title' ? title : fields[field]] : [])].join(' '),
  );
}

describe('a record has one day', () => {
  it.each([
    ['16号督查养老院食堂 17号督查校园食堂', ['inspection 16 1', 'inspection 17 1']],
    ['16日接待市人社局4人 17日接待邻市残联6人', ['reception 16 1', 'reception 17 1']],
    ['周末值班:14号老陈 正常 15号小刘 正常', ['duty 14 1', 'duty 15 1']],
    ['补两天的:\n9日 常务会 14个议题\n10日 督查防火 看了7个村', ['meeting 9 1', 'inspection 10 1']],
    ['昨天两件事:一是收文8件,二是下午开了视频会45人参加', ['incoming 17 8', 'meeting 17 1']],
  ])('%s', (text, records) => {
    expect(told(text)).toEqual(records);
  });

  it('what happened later to the same thing is no other thing', () => {
    expect(told('昨天收到市府办来文1件 今天转城管局办理')).toHaveLength(1);
    expect(told('昨天接到来信反映路灯不亮 今天回访了 满意')).toHaveLength(1);
  });
});

describe('a record has one number for each figure', () => {
  it.each([
    ['下午上党课 42人,接着去小区做志愿服务 去了15个', 'attendees', ['party 18 1 42', 'party 18 1 15']],
    ['上午开了防火会来了60人下午又开了个专题会22人', 'attendees', ['meeting 18 1 60', 'meeting 18 1 22']],
    ['接待市财政局5人后又接待了省审计厅3人', 'visitors', ['reception 18 1 5', 'reception 18 1 3']],
    ['今天督查了3处工地发现5个问题,还督查了2个小区发现1个问题', 'found', ['inspection 18 1 5', 'inspection 18 1 1']],
    ['上午查档6人11卷 下午又来了3人查4卷', 'volumes', ['archive 18 1 11', 'archive 18 1 4']],
  ])('%s', (text, field, records) => {
    expect(told(text, field)).toEqual(records);
  });

  it.each([
    ['接待省水利厅5人 陪餐3人', 'reception 18 1 5', 'visitors'],
    ['培训信息员35人,其中新人12人', 'training 18 1 35', 'attendees'],
  ])('a share is none of its own: %s', (text, record, field) => {
    expect(told(text, field)).toEqual([record]);
  });

  it('what came in and what was ended are two counts; what is done of them is a share', () => {
    expect(told('昨天受理复议3件 审结2件')).toEqual(['reconsideration 17 3', 'reconsideration 17 2']);
    expect(told('收到来信9件 已办结6件')).toEqual(['letter 18 9']);
  });
});

describe('the deed told once more is done once more', () => {
  it.each([
    ['督查了热力站4家,问题1个;公厕也督查了', ['inspection 18 1 热力站', 'inspection 18 1 公厕']],
    ['上午督查积水点 下午去城北督查井盖', ['inspection 18 1 积水点', 'inspection 18 1 井盖']],
  ])('%s', (text, records) => {
    expect(told(text, 'title')).toEqual(records);
  });

  it('once more at the same place is the same', () => {
    expect(told('回头看:有问题的加油站 昨天又去督查了一遍 都改好了')).toHaveLength(1);
  });
});

describe('members of a list', () => {
  it.each([
    [
      '新立督办:\n1、背街小巷路灯 城管局牵头 4月底前\n2、老旧电梯更换 住建局牵头 5月20日前',
      'leadUnit',
      ['supervision 18 1 城管局', 'supervision 18 1 住建局'],
    ],
    ['请示呈批:①民政局要15万修敬老院 ②教育局要28万买校车', 'amount', ['request 18 1 150000', 'request 18 1 280000']],
    [
      '新提案登记:(1)201号 停车难 交警大队主办 (2)202号 口袋公园 园林中心主办',
      'caseNo',
      ['proposal 18 1 201', 'proposal 18 1 202'],
    ],
    [
      '今天收到两件政协提案:301号 养老托育,给民政局主办;302号 盲道整治,给城管局主办',
      'caseNo',
      ['proposal 18 1 301', 'proposal 18 1 302'],
    ],
    [
      '常务会开了 9个议题 会后立了两个督办 教育局负责校舍加固 卫健局负责发热门诊',
      'leadUnit',
      ['meeting 18 1 ', 'supervision 18 1 教育局', 'supervision 18 1 卫健局'],
    ],
    [
      '今年拿了三块牌子:省级卫生单位、市级文明单位、区级平安单位',
      'level',
      ['honor 18 1 provincial', 'honor 18 1 municipal', 'honor 18 1 district'],
    ],
    ['存在问题:\n1.信息约稿少\n2.档案移交慢', 'title', ['shortcoming 18 1 信息约稿少', 'shortcoming 18 1 档案移交慢']],
  ])('%s', (text, field, records) => {
    expect(told(text, field)).toEqual(records);
  });

  it('lines that tell more of one record are no list', () => {
    expect(told('督办事项:\n河道清漂专项整治\n牵头单位:水利局\n期限:4月底前')).toHaveLength(1);
    expect(told('接待:\n来访单位:市档案局\n人数:5人')).toHaveLength(1);
  });
});

describe('several days of one deed', () => {
  it('都 tells of each', () => {
    expect(told('昨天前天都督查了夜市')).toEqual(['inspection 17 1', 'inspection 16 1']);
  });

  it('days that nothing tells apart are asked about, and nothing is written', () => {
    expect(hear('督查了夜市 昨天 前天', contextAt(at))[0]?.do).toBe('clarify');
  });
});
