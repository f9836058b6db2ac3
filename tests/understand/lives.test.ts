/** What may be said of a record after it was told: its life, what was wrong, what is added, and what changes nothing. */
import { describe, expect, it } from 'vitest';
import { readEntry, selectEntries } from '../../src/store/entries.ts';
import { testOffice } from '../support/fixed.ts';

type Expected = Readonly<Record<string, Record<string, unknown>>>;
type Talk = readonly [said: readonly string[], expected: Expected];

async function hold(said: readonly string[]) {
  const office = testOffice('2026-11-20 15:00');
  let answer = '';
  for (const text of said) answer = await office.say(text);
  return { db: office.db, answer };
}

const lives: readonly Talk[] = [
  [
    ['840号提案 校园食材配送 教育局主办', '841号提案 学校食堂集中采购 教育局主办', '841号并到840号一起办'],
    { '案-2026-001': { days: { assign: ['2026-11-20'] } }, '案-2026-002': { days: { merge: ['2026-11-20'] } } },
  ],
  [['844号建议 困境儿童帮扶 民政局主办', '困境儿童那件定为重点建议了'], { '案-2026-001': { fields: { key: 'key' } } }],
  [
    ['督办 污水管网改造 水务局牵头 11月30日前', '污水管网那件期限放宽到12月15日'],
    { '督办-2026-001': { due: '2026-12-15', overlay: 'extended' } },
  ],
  [['何区长批示1条 关于工地欠薪', '欠薪批示转人社局办了'], { '批-2026-001': { status: 'assigned', unit: '人社局' } }],
  [
    ['城南街道请示 增配两台扫地车', '扫地车请示呈给马副区长了'],
    { '请-2026-001': { status: 'submitted', fields: { leader: '马副区长' } } },
  ],
  [
    ['区长信箱来信 反映丽景花园漏水', '丽景花园漏水的信转住建局了'],
    { '来信-2026-001': { status: 'assigned', unit: '住建局' } },
  ],
  [['自查发现问题 档案库房防潮差', '防潮的问题整改好了'], { '短-2026-001': { status: 'fixed' } }],
  [['报送信息3篇', '都被市府办采用了'], { '信息-2026-001': { status: 'adopted' } }],
  [['受理复议1件 征地补偿', '征地补偿那件当事人撤回 终止了'], { '复-2026-001': { status: 'closed' } }],
  [
    ['督办 垃圾中转站搬迁 城管局牵头', '刚立的那件 加个会办单位 生态环境局'],
    { '督办-2026-001': { fields: { coUnits: ['生态环境局'] } } },
  ],
  [
    ['督办 云桥菜场改造 商务局牵头', '督办 云溪绿道 园林局牵头', '督办情况:云桥菜场改造已办结;云溪绿道完成70%'],
    { '督办-2026-001': { status: 'closed' }, '督办-2026-002': { fields: { progress: 70 } } },
  ],
  [
    ['923号提案 老人食堂 民政局主办', '924号提案 残疾人就业 残联主办', '923 A类 924 B类 都答复了'],
    {
      '案-2026-001': { status: 'replied', fields: { resultClass: 'A' } },
      '案-2026-002': { status: 'replied', fields: { resultClass: 'B' } },
    },
  ],
  [['政协提案3件 交办给民政局', '民政局那3件提案都答复了'], { '案-2026-001': { status: 'replied', quantity: 3 } }],
  [['收文3件 都是市府办的', '这三件都归档了'], { '收-2026-001': { status: 'archived' } }],
  [
    ['水利局请示 采购应急泵', '应急泵请示送区长了'],
    { '请-2026-001': { status: 'submitted', fields: { leader: '区长' } } },
  ],
  [['929号提案 直播基地 商务局主办', '直播基地提案转给经信局办了'], { '案-2026-001': { unit: '经信局' } }],
  [
    ['正在起草《会议管理办法》', '会议管理办法印发了 文号政办发〔2026〕9号'],
    { '制-2026-001': { status: 'issued', fields: { docNo: '政办发〔2026〕9号' } } },
  ],
  [['督办 桥隧巡检 交通局牵头', '桥隧巡检进度从50%到75%了'], { '督办-2026-001': { fields: { progress: 75 } } }],
  [['12月20日召开三季度经济分析会', '三季度经济分析会提前到18日'], { '会-2026-001': { on: '2026-12-18' } }],
  [['下周四衢州政协来考察 15人', '衢州政协来不了了'], { '接-2026-001': { status: 'cancelled' } }],
  [['收文2件 市发改委的', '上一条作废', '还是恢复吧 那两件确实收了'], { '收-2026-001': { status: 'received' } }],
];

const filled: readonly Talk[] = [
  [['今天督查了1次', '查的是防溺水 4个水库'], { '督-2026-001': { fields: { topic: '防溺水', places: 4 } } }],
  [['今天督查工地5处', '共发现问题9个 当场改了4个'], { '督-2026-001': { fields: { found: 9, fixed: 4 } } }],
  [['今天开了个专题会', '研究招商的 到了24个人'], { '会-2026-001': { fields: { attendees: 24 } } }],
  [
    ['接到来信1件', '投诉噪音的 转生态环境局了'],
    { '来信-2026-001': { status: 'assigned', fields: { category: 'complaint' } } },
  ],
  [['收到请示1件 水利局', '要120万 清淤用'], { '请-2026-001': { fields: { amount: 1_200_000 } } }],
  [['今天接待了一批客人', '是省科技厅的 6个人'], { '接-2026-001': { fields: { visitors: 6, level: 'provincial' } } }],
];

const right: Talk[] = [
  [['督办 古城墙修缮 文旅局牵头 11月底前', '期限应该是12月底'], { '督办-2026-001': { due: '2026-12-31' } }],
  [['今天开防火会 32人', '会是昨天开的'], { '会-2026-001': { on: '2026-11-19' } }],
  [['督查学校食堂4家 问题2个', '更正一下 5家 问题3个'], { '督-2026-001': { fields: { places: 5, found: 3 } } }],
  [['孙副区长批示1条', '批示的是宋副区长 打错字了'], { '批-2026-001': { fields: { leader: '宋副区长' } } }],
  [['公务用车出车11趟', '出车12趟 刚才少报一趟'], { '勤-2026-001': { quantity: 12 } }],
  [['今天收文9件', '今天发文3件', '前面收文那条多写了一件'], { '收-2026-001': { quantity: 8 }, '发-2026-001': {} }],
  [['收到来信1封 反映路灯不亮 投诉', '类别改成求助'], { '来信-2026-001': { fields: { category: 'help' } } }],
  [['荣获市级文明单位', '是省级的'], { '荣-2026-001': { fields: { level: 'provincial' } } }],
  [
    ['接待省水利厅5人', '食堂用餐180人', '前面接待那条 6人 不是5'],
    { '接-2026-001': { fields: { visitors: 6 } }, '勤-2026-001': {} },
  ],
  [
    ['872号提案 公园厕所 城管局主办 住建局会办', '会办单位不是住建局 是园林中心'],
    { '案-2026-001': { fields: { coUnits: ['园林中心'], leadUnit: '城管局' } } },
  ],
];

right.push(
  [
    ['督办 大棚清查 农业农村局牵头 11月28日前报', '大棚清查的时限写错,改成12月10日前'],
    { '督办-2026-001': { due: '2026-12-10' } },
  ],
  [['督办 北门桥加固 交通局牵头', '桥名写错了 是北闸桥'], { '督办-2026-001': { title: '北闸桥加固' } }],
  [['接待省交通厅8人 有函', '没有函 记错了'], { '接-2026-001': { fields: { letter: 'no' } } }],
  [['督查安全生产6处 问题4个', '地方是7处 问题没错'], { '督-2026-001': { fields: { places: 7, found: 4 } } }],
  [
    ['今天派车8趟', '今天就餐200人', '就餐人数是220'],
    { '勤-2026-001': { quantity: 8 }, '勤-2026-002': { fields: { people: 220 } } },
  ],
  [
    ['接待市文物局7人 考察古桥', '等下 那是省文物局 不是市里的'],
    { '接-2026-001': { fields: { visitor: '省文物局', level: 'provincial' } } },
  ],
  [['今天接待杭州客商12人', '备注一下 对方自理用餐'], { '接-2026-001': { note: '对方自理用餐' } }],
);

const open = { status: 'assigned' };
const nothing: readonly Talk[] = [
  [['督办 桥东菜场搬迁 商务局牵头', '菜场搬迁那件快销号了'], { '督办-2026-001': open }],
  [['督办 青山公园提升 园林局牵头', '青山公园那件差不多可以销号了'], { '督办-2026-001': open }],
  [['督办 旧桥加固 交通局牵头', '旧桥加固 整治完了 可以销号'], { '督办-2026-001': open }],
  [['督办 厂房拆除 住建局牵头', '厂房拆除那件建议销号'], { '督办-2026-001': open }],
  [['884号建议 排水渠 水利局主办', '884号差点就退回了'], { '案-2026-001': open }],
  [['受理复议1件 房屋确权', '房屋确权复议预计下月审结'], { '复-2026-001': { status: 'accepted' } }],
  [['听住建局的人讲 他们那件督办快销号了'], {}],
  [['交通局的同志讲他们那件督办马上销号'], {}],
  [['没有一件提案退回'], {}],
  [['988号提案退回来了'], {}],
  [['隔壁区的提案办结率都100%了'], {}],
  [['快把提案办结'], {}],
  [['起草《停车管理办法》', '停车办法要是常务会通过就印发'], { '制-2026-001': { status: 'drafting' } }],
  [['拟文 关于调整防汛成员的通知', '防汛成员通知送审了'], { '发-2026-001': { status: 'drafted' } }],
  [['951号提案 校门限时停车 交警大队主办', '951号答复稿还在会签'], { '案-2026-001': open }],
  [['今天收文9件', '人数应该35'], { '收-2026-001': { quantity: 9 } }],
];

const asked: readonly Talk[] = [
  [
    ['督办 河堤加固 水利局牵头', '督办 护栏更新 交通局牵头', '那两件里有一件办结了'],
    { '督办-2026-001': open, '督办-2026-002': open },
  ],
  [['来信1件 反映油烟', '来信1件 反映占道', '其中一件转城管局了'], { '来信-2026-001': {}, '来信-2026-002': {} }],
  [
    ['督办 东坝加固 水利局牵头', '督办 西坝加固 水利局牵头', '水利局有一件销号了'],
    { '督办-2026-001': open, '督办-2026-002': open },
  ],
  [
    ['下周二开禁毒会', '下周二开消防会', '下周二的会取消了'],
    { '会-2026-001': { status: 'planned' }, '会-2026-002': { status: 'planned' } },
  ],
];

const anew: readonly Talk[] = [
  [['来信1封 反映翠湖小区停车难', '翠湖小区停车难又来了一封信'], { '来信-2026-001': {}, '来信-2026-002': {} }],
  [['何区长批示1条 关于防汛物资', '何区长又批了一条 关于防汛值守'], { '批-2026-001': {}, '批-2026-002': {} }],
  [
    ['重点任务第12项 景区提升 文旅局牵头', '重点任务第12项 智慧农业园 农业农村局牵头 进度40%'],
    { '任-2026-001': { unit: '文旅局' }, '任-2026-002': { unit: '农业农村局' } },
  ],
];

const all = { lives, filled, right, nothing, asked, anew };

describe.each(Object.entries(all))('told later: %s', (_name, talks) => {
  it.each(talks)('%j', async (said, expected) => {
    const { db } = await hold(said);
    for (const [no, state] of Object.entries(expected)) expect(readEntry(db, no), no).toMatchObject(state);
    // Nothing stands beside what is expected.
    expect(
      selectEntries(db, {})
        .map((entry) => entry.no)
        .sort(),
    ).toEqual(Object.keys(expected).sort());
  });
});

describe('a thing the ledger does not know', () => {
  it('is asked about, and can be recorded as new', async () => {
    const { db, answer } = await hold(['跨江大桥那件督办延期到年底']);
    expect(answer).toContain('没有找到');
    expect(answer).toContain('记为新的');
    expect(selectEntries(db, {})).toHaveLength(0);
  });
});
