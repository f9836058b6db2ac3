/** How people go on about what they told a moment ago: several at once, the n-th, how far, who helps, until when, how it stands. */
import { describe, expect, it } from 'vitest';
import { readEntry } from '../../src/store/entries.ts';
import { hold, type Talk } from './hold.ts';

const two = ['督办 渣土车抛洒 城管局', '督办 建筑扬尘 住建局'] as const;
const three = [
  '收到政协提案52号 加装电梯 给住建局',
  '收到政协提案53号 公交优化 给交通局',
  '收到政协提案54号 养老食堂 给民政局',
] as const;
const lifts = 'Supervise: lift renewal, Housing Bureau, by 10 December';
const inspected = '今天督查横山镇防汛物资 发现问题3个 整改1个';

/** What was told stands as expected, and nothing was written beside it. */
function holdsTrue(talks: readonly Talk[]): void {
  it.each(talks)('%j', async (said, expected) => {
    const { db } = await hold(said);
    for (const [no, state] of Object.entries(expected)) expect(readEntry(db, no), no).toMatchObject(state);
    for (const no of Object.keys(expected)) {
      const prefix = no.replace(/\d{3}$/, '');
      const known = Object.keys(expected).filter((other) => other.startsWith(prefix)).length;
      expect(readEntry(db, `${prefix}${String(known + 1).padStart(3, '0')}`), 'nothing new').toBeUndefined();
    }
  });
}

const bothClosed = { '督办-2026-001': { status: 'closed' }, '督办-2026-002': { status: 'closed' } };

describe('several at once', () => {
  holdsTrue([
    [[...two, '两件都办结了'], bothClosed],
    [[...two, '第一件销号', '两件都办结了'], bothClosed],
    [[...two, '那两件都销号了'], bothClosed],
    [[...two, '第一件销号', '剩下的也办完了'], bothClosed],
    [[...two, 'both are closed'], bothClosed],
    [
      [...three, '52号答复了', '剩下的都答复了'],
      {
        '案-2026-001': { status: 'replied' },
        '案-2026-002': { status: 'replied' },
        '案-2026-003': { status: 'replied' },
      },
    ],
    [[...three, '三件都交办了'], { '案-2026-001': {}, '案-2026-002': {}, '案-2026-003': {} }],
    [['市府办来文3件', '都办完了'], { '收-2026-001': { status: 'handled', quantity: 3 } }],
  ]);

  it.each([
    [['两件都办结了']],
    [['三件都交办了']],
    [['both are closed']],
    [[...two, '督办 断头路 交通局', '两件都办结了']],
  ])('asks: %j', async (said) => {
    const { db, answer } = await hold(said);
    expect(answer).toMatch(/说的是哪|which ones/);
    expect(readEntry(db, '案-2026-001')).toBeUndefined();
    if (said.length > 1) expect(readEntry(db, '督办-2026-001')?.status).not.toBe('closed');
  });
});

describe('the n-th of those told', () => {
  holdsTrue([
    [
      ['上午接待省发改委来了8个人', '中午接待市里来了3个人', '第一批是来调研营商环境的', '第二批有5个人'],
      { '接-2026-001': { fields: { visitors: 8, purpose: 'research' } }, '接-2026-002': { fields: { visitors: 5 } } },
    ],
    [
      ['上午开常务会 12个议题', '上午开专题会', '第二场有30人', '第一场45人'],
      { '会-2026-001': { fields: { attendees: 45 } }, '会-2026-002': { fields: { attendees: 30 } } },
    ],
    [
      ['上午督查横山镇防汛物资', '上午督查白河镇校园安全', '第一次发现2个问题'],
      { '督-2026-001': { fields: { found: 2 } }, '督-2026-002': { unit: '白河镇' } },
    ],
    [
      [
        'Received a delegation of 8 from the provincial development commission',
        'Received a group of 5 from the city',
        'the second one: 6 people',
      ],
      { '接-2026-001': { fields: { visitors: 8 } }, '接-2026-002': { fields: { visitors: 6 } } },
    ],
  ]);
});

describe('how far it has come', () => {
  holdsTrue([
    [['督办 老旧电梯更新 住建局', '办了70%'], { '督办-2026-001': { fields: { progress: 70 } } }],
    [['督办 老旧电梯更新 住建局', '进度到85了'], { '督办-2026-001': { fields: { progress: 85 } } }],
    [[...two, '城管局的办了一半'], { '督办-2026-001': { fields: { progress: 50 } }, '督办-2026-002': {} }],
    [[lifts, 'about 70 % done'], { '督办-2026-001': { fields: { progress: { value: 70, precision: 'about' } } } }],
    // A proposal keeps no progress: it is noted in the words it was told in.
    [[three[0], '办了七成'], { '案-2026-001': { status: 'assigned', note: '办了七成' } }],
  ]);
});

describe('who helps', () => {
  holdsTrue([
    [[three[0], '住建局说要民政局配合'], { '案-2026-001': { unit: '住建局', fields: { coUnits: ['民政局'] } } }],
    [
      [three[0], '让教育局也配合一下', '再加个会办单位 交通局'],
      { '案-2026-001': { unit: '住建局', fields: { coUnits: ['教育局', '交通局'] } } },
    ],
    [[three[0], '会办单位 民政局、教育局', '会办里去掉民政局'], { '案-2026-001': { fields: { coUnits: ['教育局'] } } }],
  ]);
});

describe('what a unit reports', () => {
  holdsTrue([
    [['李区长在信访专报上批了 请信访局妥善处理', '信访局反馈已经处理了'], { '批-2026-001': { status: 'reported' } }],
    [['督办 渣土车抛洒 城管局', '城管局说办好了'], { '督办-2026-001': { status: 'reported' } }],
    [['信访件一件 讨薪的 转给人社局', '人社局回复说已经处理好了'], { '来信-2026-001': { status: 'replied' } }],
  ]);
});

describe('until when the rest is to be done', () => {
  holdsTrue([
    [[inspected, '剩下两个限期月底前改'], { '督-2026-001': { due: '2026-11-30', fields: { found: 3, fixed: 1 } } }],
    [[inspected, '其余的要求12月10日前整改到位'], { '督-2026-001': { due: '2026-12-10' } }],
    [
      ['Inspected school safety today, found 3 problems, 1 fixed', 'the other two must be fixed by 10 December'],
      { '督-2026-001': { due: '2026-12-10' } },
    ],
  ]);
});

describe('how it stands', () => {
  const known = [three[0], '督办 老旧电梯更新 住建局 下月15日前', lifts];

  it.each([
    ['老旧电梯怎么样了', '督办-2026-001'],
    ['加装电梯那件到哪一步了', '案-2026-001'],
    ['52号办得咋样了', '案-2026-001'],
    ['加装电梯答复了没有', '案-2026-001'],
    ['老旧电梯更新有消息吗', '督办-2026-001'],
    ['how is the lift matter going', '督办-2026-002'],
    ['any news on the lifts?', '督办-2026-002'],
    ['那件怎么样了', '督办-2026-002'],
  ])('%s', async (asked, no) => {
    const { answer } = await hold([...known, asked]);
    expect(answer).toContain(no);
    expect(answer).toMatch(/期限|due/);
    expect(answer).not.toMatch(/哪一条|Which one/);
  });

  it('offers a list where several fit', async () => {
    const { answer } = await hold([...known, '电梯的怎么样了']);
    expect(answer).toContain('哪一条');
    expect(answer).toContain('案-2026-001');
    expect(answer).toContain('督办-2026-001');
  });

  it.each(['渣土那个办完没', 'where are we with the bridge'])('says that there is none: %s', async (asked) => {
    expect((await hold([...known, asked])).answer).toMatch(/没有“渣土”|"bridge" is not known/);
  });

  it('leaves figures to figures', async () => {
    expect((await hold([...known, '今年督办办结了吗 多少件'])).answer).not.toContain('经过');
  });
});

describe('what only says more of the record just told', () => {
  holdsTrue([
    [['今天组织公文写作培训 60人', '讲课的是市委党校老师'], { '培-2026-001': { note: '讲课的是市委党校老师' } }],
    [
      ['接待省厅调研组 10人', '陪同的是李副区长', '他们是来调研养老的'],
      { '接-2026-001': { note: '陪同的是李副区长;他们是来调研养老的' } },
    ],
    [['今天公开政策文件5条', '网站上公开的'], { '公开-2026-001': { quantity: 5, fields: { channel: 'website' } } }],
    [
      ['今天发文2件', '一个是通知 一个是函', '通知是政办发〔2026〕70号'],
      { '发-2026-001': { quantity: 2, note: '一个是通知 一个是函;通知是政办发〔2026〕70号' } },
    ],
    [
      ['支部集中学习 30人', '主题党日搞了一次 去烈士陵园', '第一次是张书记讲课'],
      { '党-2026-001': { note: '是张书记讲课' }, '党-2026-002': {} },
    ],
    [['昨天接待了市审计局 5个人', '来对接项目的'], { '接-2026-001': { on: '2026-11-19', note: '来对接项目的' } }],
  ]);
});

describe('what is so already, promised or of another day', () => {
  holdsTrue([
    [['区长信箱来信一封 反映停车收费乱 转住建局', '是投诉不是咨询'], { '来信-2026-001': {} }],
    [['政协提案87号 农贸市场改造 市监局主办', '市监局说三天后给初稿'], { '案-2026-001': { status: 'assigned' } }],
    [['今天公开政策文件5条', '昨天那批是8条'], { '公开-2026-001': { quantity: 5 } }],
    [
      ['王书记在人大建议办理情况上批示 请各单位抓紧', '转给督查室了', '不对 是转给提案科'],
      { '批-2026-001': { unit: '提案科', status: 'assigned' } },
    ],
    [
      ['12345转来3件 噪音2件 占道1件', '噪音的两件给环保局'],
      { '来信-2026-001': { unit: '生态环境局', quantity: 2 }, '来信-2026-002': {} },
    ],
  ]);

  it('asks about several that are not known', async () => {
    const { db, answer } = await hold(['教育局那两件也答复了']);
    expect(answer).toContain('没有找到');
    expect(readEntry(db, '来信-2026-001')).toBeUndefined();
  });
});

describe('what was planned last', () => {
  holdsTrue([
    [['下周二开常务会', '议题定了8个'], { '会-2026-001': { quantity: 1, fields: { topics: 8 } } }],
    [['下周二开常务会', '改到周三了'], { '会-2026-001': { on: '2026-11-25', status: 'planned' } }],
    [['下周二开常务会', '改到周三了', '改回周二'], { '会-2026-001': { on: '2026-11-24', status: 'planned' } }],
    [['下周二开常务会', '取消了'], { '会-2026-001': { status: 'cancelled' } }],
    [['Meeting on flood control next Monday at 3 pm', 'moved to Tuesday'], { '会-2026-001': { on: '2026-11-24' } }],
    [['Meeting on flood control next Monday at 3 pm', 'called off'], { '会-2026-001': { status: 'cancelled' } }],
    [[lifts, 'extended to 31 December'], { '督办-2026-001': { overlay: 'extended', due: '2026-12-31' } }],
    [
      ['Training on document writing today, 40 people', '42 actually'],
      { '培-2026-001': { fields: { attendees: 42 } } },
    ],
  ]);
});

describe('parts, papers put before a leader, and work that is done', () => {
  holdsTrue([
    [['收到信访件2件', '一件讨薪 一件占地'], { '来信-2026-001': { quantity: 2, note: '一件讨薪 一件占地' } }],
    [['应诉2件 都是征地的', '一件胜诉了'], { '诉-2026-001': { quantity: 2, note: '一件胜诉了', status: 'accepted' } }],
    [
      ['依申请公开收到2件', '一件要规划图 一件要财政决算', '规划图那件答复了'],
      { '依申-2026-001': { quantity: 2, status: 'received' } },
    ],
    [
      ['办了两期培训 一期40人 一期35人', '第一期是公文 第二期是信息', '第二期改成38人'],
      { '培-2026-001': { fields: { attendees: 40 } }, '培-2026-002': { fields: { attendees: 38 } } },
    ],
    [
      ['收到教育局请示 要给3所学校装空调 80万', '是4所学校', '呈王区长阅示', '王区长说上常务会研究'],
      { '请-2026-001': { status: 'submitted', fields: { amount: 800_000, leader: '王区长' } } },
    ],
    [
      ['收到来信1封 反映路灯不亮 转给路灯所', '路灯所修好了'],
      { '来信-2026-001': { status: 'assigned', note: '路灯所修好了' } },
    ],
    [['今天去石桥镇督查河长制', '没发现问题'], { '督-2026-001': { fields: { found: 0 } } }],
    [['今天开了安全生产视频会', '会议是刘副区长主持的'], { '会-2026-001': { note: '会议是刘副区长主持的' } }],
  ]);

  it.each([['批-2026-001'], ['会-2026-001']])('writes no %s of a paper that is put before a leader', async (no) => {
    const { db } = await hold(['收到教育局请示 修操场 30万', '呈王区长阅示', '王区长说上常务会研究', '常务会通过了']);
    expect(readEntry(db, no)).toBeUndefined();
  });
});

describe('what befalls a known case', () => {
  holdsTrue([
    [
      ['应诉一件 土地确权', '一审赢了', '二审也维持了'],
      { '诉-2026-001': { note: '二审也维持了', fields: { outcome: 'won' } } },
    ],
    [['报市府办信息1篇 冬小麦播种', '采用了 得3分', '省里也采用了'], { '信息-2026-001': { status: 'adopted' } }],
    [
      [
        'Accepted one reconsideration case about house compensation on Linhu Road',
        'The Linhu Road reconsideration has been suspended pending a court judgment',
      ],
      { '复-2026-001': { overlay: 'suspended' } },
    ],
    [
      [
        'We held a special meeting on flood insurance this morning, 30 people',
        'Not this morning, that meeting was yesterday',
      ],
      { '会-2026-001': { on: '2026-11-19' } },
    ],
  ]);
});

describe('what is said along, put off or counted again', () => {
  holdsTrue([
    [
      ['督办 校园周边摊贩 城管局', '城管局报来结果了 效果不错', '销号吧 辛苦了'],
      { '督办-2026-001': { status: 'closed' } },
    ],
    [
      ['督查了两次 一次安全生产 一次环保', '安全生产那次发现3个问题', '3个问题都改了'],
      { '督-2026-001': { fields: { found: 3, fixed: 3 } }, '督-2026-002': {} },
    ],
    [
      ['上午接待省文旅厅8人', '明天接待市财政局3人', '市财政局那批改到后天'],
      { '接-2026-001': { on: '2026-11-20', status: 'held' }, '接-2026-002': { on: '2026-11-22', status: 'planned' } },
    ],
    [
      ['收到政协提案203号 充电桩布局 发改局主办', '答复件寄出了 B类'],
      { '案-2026-001': { status: 'replied', fields: { resultClass: 'B' } } },
    ],
  ]);
});
