/** What people write in an office, and the records a careful clerk would make of it; all said on Friday, 20 November 2026. */
import { describe, expect, it } from 'vitest';
import { entriesOf, hear } from './heard.ts';

type Entries = readonly Record<string, unknown>[];
type Row = readonly [text: string, ...expected: Record<string, unknown>[]];

function check(text: string, expected: readonly Record<string, unknown>[]): void {
  const entries = entriesOf(hear(text));
  expect(entries.map((entry) => entry.kind)).toEqual(expected.map((one) => one.kind));
  for (const [index, one] of expected.entries()) expect(entries[index]).toMatchObject(one);
}

const single: readonly Row[] = [
  ['今年新收区人大建议85件', { kind: 'proposal', quantity: 85, on: '2026-01-01', until: '2026-11-20' }],
  ['037号提案办完了 委员满意 A类', { kind: 'proposal', status: 'closed', fields: { caseNo: '37', resultClass: 'A' } }],
  [
    '政协转来委员提案 第210号 夜市管理 城管局主办 市场监管局会办',
    {
      kind: 'proposal',
      title: expect.stringContaining('夜市管理'),
      fields: { leadUnit: '城管局', coUnits: ['市场监管局'] },
    },
  ],
  [
    '人大代表建议第88号 公交线路延伸 主办交通局',
    { kind: 'proposal', fields: { source: 'npc', caseNo: '88', leadUnit: '交通局' } },
  ],
  ['CPPCC proposals: 12 received today', { kind: 'proposal', quantity: 12, fields: { source: 'cppcc' } }],
  [
    'NPC suggestion no. 33 on elderly canteens was assigned to the Civil Affairs Bureau',
    { kind: 'proposal', status: 'assigned', fields: { source: 'npc', caseNo: '33', leadUnit: '民政局' } },
  ],
  [
    '王区长批的那个马路市场的事 给城管立项督办 月底前报结果',
    { kind: 'supervision', due: '2026-11-30', fields: { leadUnit: '城管局', leader: '王区长', source: 'instruction' } },
  ],
  [
    '市里督办件 违建拆除 综合执法局牵头 12月15日前办结',
    { kind: 'supervision', due: '2026-12-15', fields: { leadUnit: '城管局' } },
  ],
  // A limit on a day of its own or beside today's.
  [
    '今天区长批示要求城管局11月25日反馈',
    { kind: 'instruction', on: '2026-11-20', status: 'assigned', due: '2026-11-25' },
  ],
  ['今日督办:城管局周五前完成整改', { kind: 'supervision', on: '2026-11-20', due: '2026-11-20' }],
  ['城管局周一前完成整改,今天督办', { kind: 'supervision', on: '2026-11-20', due: '2026-11-23' }],
  ['今天交办了重点任务5号,年底前完成', { kind: 'task', on: '2026-11-20', due: '2026-12-31' }],
  ['政府工作报告任务列入督办12项', { kind: 'supervision', quantity: 12, fields: { source: 'work-report' } }],
  [
    '昨天下午暗访窗口作风 跑了4个大厅 问题2个',
    { kind: 'inspection', on: '2026-11-19', fields: { places: 4, found: 2, mode: 'covert' } },
  ],
  ['今年第19次督查 土地出让', { kind: 'inspection', fields: { topic: '土地出让' } }],
  [
    '联合市场监管局督查校园食品安全 查了12所学校 发现隐患9处 当场整改7处',
    { kind: 'inspection', fields: { topic: '校园食品安全', mode: 'joint', places: 12, found: 9, fixed: 7 } },
  ],
  [
    'Inspected work safety at 6 factories today, found 4 problems, 3 fixed',
    { kind: 'inspection', fields: { topic: '安全生产', places: 6, found: 4, fixed: 3 } },
  ],
  ['李市长在我们报的夜经济专报上批示了', { kind: 'instruction', fields: { leader: '李市长', level: 'municipal' } }],
  [
    '区长批 请住建局牵头研究 3天内报我',
    { kind: 'instruction', unit: '住建局', due: '2026-11-23', fields: { nature: 'assign' } },
  ],
  ['圈阅的不算吧 王书记圈了一下', { kind: 'instruction', fields: { leader: '王书记', nature: 'circulate' } }],
  ['吴市长圈阅了我们报的专报', { kind: 'instruction', fields: { leader: '吴市长', nature: 'circulate' } }],
  ['国办采用信息1篇 稳就业 50分', { kind: 'information', status: 'adopted', fields: { level: 'national', score: 50 } }],
  [
    '信息专报《外贸新形势》被省府办采用 加20分',
    { kind: 'information', title: '外贸新形势', status: 'adopted', fields: { category: 'special', score: 20 } },
  ],
  [
    '上月信息采用28篇 得分156分',
    { kind: 'information', on: '2026-10-01', until: '2026-10-31', quantity: 28, fields: { score: 156 } },
  ],
  ['每日要情318期 4条', { kind: 'bulletin', fields: { journal: '每日要情', issueNo: '318', articles: 4 } }],
  ['本周编发《政务要情》4期 36篇', { kind: 'bulletin', on: '2026-11-20', quantity: 4, fields: { articles: 36 } }],
  ['今年政府工作报告初稿完成', { kind: 'research', fields: { category: 'work-report' } }],
  ['区长在全会上的讲话稿今天定稿', { kind: 'research', status: 'finished', fields: { category: 'speech' } }],
  [
    '政办〔2026〕33号印发 关于加强冬季防火的通知 150份',
    {
      kind: 'outgoing',
      status: 'issued',
      title: '关于加强冬季防火的通知',
      fields: { docNo: '政办〔2026〕33号', copies: 150 },
    },
  ],
  [
    'The notice on winter fire safety has been issued, 200 copies',
    { kind: 'outgoing', status: 'issued', fields: { copies: 200 } },
  ],
  ['收文 市府办 关于防汛的通知 特急 已送王区长', { kind: 'incoming', fields: { from: '市府办', urgency: 'extra' } }],
  ['昨天收文9件 其中急件2件', { kind: 'incoming', on: '2026-11-19', quantity: 9 }],
  ['收文12件(急件3件)', { kind: 'incoming', quantity: 12 }],
  ['李家镇请示 申请道路维修资金50万元', { kind: 'request', fields: { from: '李家镇', amount: 500000 } }],
  [
    '财政局的请示今天批了 不同意',
    { kind: 'request', status: 'replied', fields: { from: '财政局', decision: 'refused' } },
  ],
  ['昨天政府常务会 议题9个', { kind: 'meeting', on: '2026-11-19', fields: { category: 'executive', topics: 9 } }],
  [
    '昨儿经济运行分析会 开了半天 各镇街都来了60多人',
    { kind: 'meeting', fields: { category: 'analysis', attendees: { value: 60, precision: 'over' } } },
  ],
  ['9月会务 68场 4300人次左右', { kind: 'meeting', on: '2026-09-01', until: '2026-09-30', quantity: 68 }],
  ['12月会务保障20场次', { kind: 'meeting', on: '2025-12-01', until: '2025-12-31', quantity: 20 }],
  [
    'Held an executive meeting this morning with 8 topics',
    { kind: 'meeting', fields: { category: 'executive', topics: 8 } },
  ],
  [
    '市发改委来调研 8个人 有函 中午工作餐陪2人',
    {
      kind: 'reception',
      fields: {
        visitor: '市发改委',
        level: 'municipal',
        purpose: 'research',
        visitors: 8,
        letter: 'yes',
        accompany: 2,
      },
    },
  ],
  [
    '上周四宁海县考察团来学习 15人 无公函',
    { kind: 'reception', on: '2026-11-12', fields: { level: 'county', visitors: 15, letter: 'no' } },
  ],
  [
    'A provincial inspection team of 6 people came to check work safety yesterday',
    { kind: 'reception', on: '2026-11-19', fields: { level: 'provincial', visitors: 6 } },
  ],
  ['下周二浙大要来', { kind: 'reception', on: '2026-11-24', status: 'planned' }],
  [
    '11月15日至17日接待省考核组 12人',
    { kind: 'reception', on: '2026-11-15', until: '2026-11-17', fields: { visitors: 12 } },
  ],
  [
    '复议案件作出撤销决定1件 被申请人市场监管局',
    { kind: 'reconsideration', status: 'closed', fields: { outcome: 'revoked', respondent: '市场监管局' } },
  ],
  ['昨天行政复议收案2件', { kind: 'reconsideration', on: '2026-11-19', quantity: 2 }],
  [
    '法院判决我们败诉1件 工伤认定',
    { kind: 'litigation', status: 'closed', fields: { outcome: 'lost', area: 'social' } },
  ],
  ['A land case in court today, the district chief did not appear', { kind: 'litigation', fields: { attended: 'no' } }],
  ['今天来查档的有3拨人 共8人次', { kind: 'archive', fields: { readers: 8 } }],
  ['本月查阅410卷 116件', { kind: 'archive', on: '2026-11-01', fields: { volumes: 410, items: 116 } }],
  ['档案进校园活动1次', { kind: 'archiving', fields: { category: 'community' } }],
  ['微信公众号推送政府动态8条', { kind: 'disclosure', quantity: 8, fields: { column: 'news', channel: 'account' } }],
  ['依申请公开答复1件 不予公开', { kind: 'application', status: 'replied', fields: { reply: 'refused' } }],
  ['信访件1 拖欠工资 交人社', { kind: 'letter', unit: '人社局', status: 'assigned', fields: { channel: 'petition' } }],
  ['区长信箱收到一封 反映小区计划拆除围墙', { kind: 'letter', fields: { channel: 'mayor-box' } }],
  [
    'A complaint about garbage came through the hotline and was passed to the Urban Management Bureau',
    { kind: 'letter', unit: '城管局', status: 'assigned', fields: { channel: 'hotline', category: 'complaint' } },
  ],
  ['支部组织志愿服务 清洁家园 22人', { kind: 'party', fields: { category: 'volunteer', attendees: 22 } }],
  ['被省政府办公厅评为信息工作先进单位', { kind: 'honor', fields: { level: 'provincial' } }],
  [
    '出台《公务用车管理办法》',
    { kind: 'institution', title: '公务用车管理办法', fields: { category: 'measure', change: 'made' } },
  ],
  [
    '今天印发规范性文件1件 文号政规〔2026〕5号 已过合法性审查',
    { kind: 'regulation', fields: { docNo: '政规〔2026〕5号', reviewed: 'yes' } },
  ],
  [
    '昨天开协调会 交通 公安 城管 都同意了',
    { kind: 'coordination', fields: { units: ['交通局', '公安局', '城管局'], outcome: 'agreed' } },
  ],
  ['民生实事 养老床位 民政局负责 进度60%', { kind: 'task', fields: { leadUnit: '民政局', progress: 60 } }],
  ['到横街镇指导办文', { kind: 'training', unit: '横街镇' }],
  ['前天下午3点到5点 保密培训 40人', { kind: 'training', on: '2026-11-18', fields: { attendees: 40 } }],
  ['报销差旅费8600元', { kind: 'logistics', fields: { category: 'expense', amount: 8600 } }],
  ['Bought office supplies for 3,500 yuan', { kind: 'logistics', fields: { category: 'purchase', amount: 3500 } }],
  ['12:40接报火灾 13:05报市', { kind: 'duty', on: '2026-11-20' }],
  ['昨晚值班无异常', { kind: 'duty', on: '2026-11-19' }],
  ['截至10月底党员总数72人', { kind: 'indicator', on: '2026-10-31', fields: { name: '党员数', value: 72 } }],
  [
    'The number of networked computers has reached 620',
    { kind: 'indicator', fields: { name: '联网计算机', value: 620 } },
  ],
  [
    '医保系统接入党政网 上周四弄好的',
    { kind: 'egov', on: '2026-11-12', fields: { category: 'system', change: 'connected' } },
  ],
  ['区应急管理局今天更名', { kind: 'organization', fields: { change: 'renamed' } }],
  [
    'Our office has seconded one person to the petition bureau',
    { kind: 'organization', fields: { change: 'seconded' } },
  ],
  ['区长批评我们信息报送不及时', { kind: 'shortcoming', fields: { source: 'leader' } }],
  ['明年计划 建立督查专员制度', { kind: 'plan', on: '2026-11-20' }],
];

const several: readonly Row[] = [
  [
    '今天收文6件,发文4件,会议保障2场',
    { kind: 'incoming', quantity: 6 },
    { kind: 'outgoing', quantity: 4 },
    { kind: 'meeting', quantity: 2 },
  ],
  [
    '建议72件提案69件都交办了',
    { kind: 'proposal', quantity: 72, status: 'assigned' },
    { kind: 'proposal', quantity: 69, status: 'assigned' },
  ],
  [
    '督查 农村教育 环境整治 各一次 上周',
    { kind: 'inspection', fields: { topic: '农村教育' } },
    { kind: 'inspection', fields: { topic: '环境整治' } },
  ],
  [
    '给教育局、卫健局各发一个督办单 关于托育 11月底前反馈',
    { kind: 'supervision', due: '2026-11-30', fields: { leadUnit: '教育局' } },
    { kind: 'supervision', due: '2026-11-30', fields: { leadUnit: '卫健局' } },
  ],
  [
    '昨天和今天各跑了一次:昨天重点项目建设,今天白塘镇中心小学那边看农村教育',
    { kind: 'inspection', on: '2026-11-19' },
    { kind: 'inspection', on: '2026-11-20', unit: '白塘镇' },
  ],
  [
    '周一收文4件 周二收文6件',
    { kind: 'incoming', on: '2026-11-16', quantity: 4 },
    { kind: 'incoming', on: '2026-11-17', quantity: 6 },
  ],
  [
    '教育局办结2件 卫健局办结1件 都是区长信箱的',
    { kind: 'letter', unit: '教育局', quantity: 2, status: 'closed' },
    { kind: 'letter', unit: '卫健局', quantity: 1, status: 'closed' },
  ],
  ['今天来文18件 办件5 阅件13', { kind: 'incoming', quantity: 5 }, { kind: 'incoming', quantity: 13 }],
  [
    '昨天接待2批:省厅5人 市发改委7人',
    { kind: 'reception', fields: { visitors: 5 } },
    { kind: 'reception', fields: { visitors: 7 } },
  ],
  [
    '今天主题党日30人 廉政谈话2人',
    { kind: 'party', fields: { attendees: 30 } },
    { kind: 'party', fields: { attendees: 2 } },
  ],
  [
    '今天值班正常 食堂就餐200人 派车2趟',
    { kind: 'duty' },
    { kind: 'logistics', fields: { people: 200 } },
    { kind: 'logistics', quantity: 2 },
  ],
  [
    '联网单位158家 联网计算机615台 触摸屏12台',
    { kind: 'indicator', fields: { value: 158 } },
    { kind: 'indicator', fields: { value: 615 } },
    { kind: 'indicator', fields: { name: '触摸屏', value: 12 } },
  ],
  [
    '今天印发政办发〔2026〕60号、61号',
    { kind: 'outgoing', fields: { docNo: '政办发〔2026〕60号' } },
    { kind: 'outgoing', fields: { docNo: '政办发〔2026〕61号' } },
  ],
  [
    '政务第2、3、4期这周都发出去了',
    { kind: 'bulletin', fields: { issueNo: '2' } },
    { kind: 'bulletin' },
    { kind: 'bulletin', fields: { issueNo: '4' } },
  ],
  [
    '1. 督查农村教育 看了3所学校 2. 接待省厅4人 3. 发文2件',
    { kind: 'inspection' },
    { kind: 'reception' },
    { kind: 'outgoing', quantity: 2 },
  ],
  [
    '两件事:一是接待市局检查组5人,二是开了安全生产专题会40人',
    { kind: 'reception' },
    { kind: 'meeting', fields: { attendees: 40 } },
  ],
  [
    '今天去看了5个重点项目 发现3个进度慢 回来发通报第8期',
    { kind: 'inspection', fields: { places: 5, found: 3 } },
    { kind: 'bulletin', fields: { issueNo: '8' } },
  ],
  [
    '今天督查农村教育,明天督查环境整治',
    { kind: 'inspection', on: '2026-11-20' },
    { kind: 'inspection', on: '2026-11-21', status: 'planned' },
  ],
  ['今天督查了农村教育,下周再去一次', { kind: 'inspection', on: '2026-11-20' }],
  ['今天收文3件,还差两件没登记', { kind: 'incoming', quantity: 3 }],
  ['春节前把政务发完了,今天发文3件,这个月一共发文7件', { kind: 'outgoing', quantity: 3 }],
  [
    'Inspected rural schools yesterday; also held 2 meetings with 80 people',
    { kind: 'inspection' },
    { kind: 'meeting', quantity: 2, fields: { attendees: 80 } },
  ],
  [
    '参阅7调研9专报5动态23普刊61选编26 全年',
    ...[7, 9, 5, 23, 61, 26].map((quantity) => ({ kind: 'information', quantity })),
  ],
];

const noisy: readonly Row[] = [
  ['嗯 今天 那个 督查了 招商引资 发现问题2个', { kind: 'inspection', fields: { found: 2 } }],
  ['【日报】今天收文１２件，发文３件', { kind: 'incoming', quantity: 12 }, { kind: 'outgoing', quantity: 3 }],
  ['@台账助手 今天  收文 十二 件!!!', { kind: 'incoming', quantity: 12 }],
  ['帮我登记 昨天查档5人 20卷', { kind: 'archive', on: '2026-11-19', fields: { readers: 5, volumes: 20 } }],
  ['領導好 今天督查了安全生產 查了4家企業 特此報告', { kind: 'inspection', fields: { places: 4 } }],
  ['pls record that we received 5 incoming documents', { kind: 'incoming', quantity: 5 }],
  ['昨天report了3篇信息给市办', { kind: 'information', on: '2026-11-19', quantity: 3 }],
  ['10/15接待3批', { kind: 'reception', on: '2026-10-15', quantity: 3 }],
];

describe('single records', () => {
  it.each(single)('%s', (text, ...expected) => check(String(text), expected as Entries));
});
describe('several records in one message', () => {
  it.each(several)('%s', (text, ...expected) => check(String(text), expected as Entries));
});
describe('noise', () => {
  it.each(noisy)('%s', (text, ...expected) => check(String(text), expected as Entries));
});

const unlike: readonly Row[] = [
  ['突击查了4家网吧的消防 隐患5处 当场改了2处', { kind: 'inspection', fields: { places: 4, found: 5, fixed: 2 } }],
  [
    '昨天联合卫健查幼儿园食堂 跑了6个点 发现问题2个',
    { kind: 'inspection', on: '2026-11-19', fields: { places: 6, found: 2 } },
  ],
  ['10月份办会不足50场 1800多人次', { kind: 'meeting', quantity: 50, precision: 'under' }],
  ['昨天两个会都是我们保障的 一共160人次', { kind: 'meeting', quantity: 2, fields: { attendees: 160 } }],
  ['本月到文130件左右', { kind: 'incoming', quantity: 130, precision: 'about' }],
  ['本月节水1200吨', { kind: 'logistics' }],
  ['机房更换服务器2台', { kind: 'logistics', quantity: 2 }],
  ['制定了档案室使用管理规定', { kind: 'institution', fields: { change: 'made' } }],
  ['省财政厅检查组来了5个人 没带公函', { kind: 'reception', fields: { visitors: 5, letter: 'no' } }],
  ['市政协来视察民生实事 12个人 联系人小林 0571-86612345', { kind: 'reception', fields: { visitors: 12 } }],
  ['昨天接待了外地来的考察团 22人 看了未来社区', { kind: 'reception', on: '2026-11-19', fields: { visitors: 22 } }],
  ['支部集中学习 应到30人 实到27人', { kind: 'party', fields: { attendees: 27 } }],
  [
    '政办发【2026】27号印了300份 已经分发',
    { kind: 'outgoing', on: '2026-11-20', fields: { docNo: '政办发〔2026〕27号' } },
  ],
  ['防火方案今天以政办发〔2026〕34号印发', { kind: 'outgoing', fields: { docNo: '政办发〔2026〕34号' } }],
  ['防旱工作的通知 已核稿 等区长签发', { kind: 'outgoing', status: 'reviewed' }],
  [
    'Received 6 people from the provincial transport department who came to guide us',
    { kind: 'reception', fields: { visitors: 6 } },
  ],
  ['An application for information disclosure about the school budget arrived today', { kind: 'application' }],
  ['本周一到周三招商推介会 每天一场 共计300人次', { kind: 'meeting', quantity: 3, fields: { attendees: 300 } }],
];
const together: readonly Row[] = [
  [
    '昨天两场会:上午人才座谈会25人 下午森林防火视频会140人',
    { kind: 'meeting', fields: { category: 'talk', attendees: 25 } },
    { kind: 'meeting', fields: { category: 'video', attendees: 140 } },
  ],
  [
    '新收政协提案两件 第88号 老城区停车 城管局主办;第89号 校园限速 公安分局主办',
    { kind: 'proposal', fields: { caseNo: '88', leadUnit: '城管局' } },
    { kind: 'proposal', fields: { caseNo: '89', leadUnit: '公安分局' } },
  ],
  [
    '昨天王区长圈阅了3份 批示1份',
    { kind: 'instruction', quantity: 3, fields: { leader: '王区长', nature: 'circulate' } },
    { kind: 'instruction', quantity: 1, fields: { leader: '王区长' } },
  ],
  [
    '维修水管 花600元 采购灭火器 花4300元',
    { kind: 'logistics', fields: { category: 'repair', amount: 600 } },
    { kind: 'logistics', fields: { amount: 4300 } },
  ],
  [
    '养老服务的调研报告定稿了 区长讲话稿还在写 两篇都是我们牵头',
    { kind: 'research', status: 'finished', fields: { category: 'report', role: 'lead' } },
    { kind: 'research', fields: { category: 'speech', role: 'lead' } },
  ],
  [
    '上周四督查两个内容 招商引资 农村教育 各一次',
    { kind: 'inspection', fields: { topic: '招商引资' } },
    { kind: 'inspection', fields: { topic: '农村教育' } },
  ],
  [
    '老谢退休 小金从横山镇借调过来 新招公务员1名报到',
    { kind: 'organization', fields: { change: 'left' } },
    { kind: 'organization', fields: { change: 'seconded' } },
    { kind: 'organization', fields: { change: 'joined' } },
  ],
];

describe('words no cue was written for', () => {
  it.each(unlike)('%s', (text, ...expected) => check(String(text), expected as Entries));
});

describe('several told in one message', () => {
  it.each(together)('%s', (text, ...expected) => check(String(text), expected as Entries));
});

describe('what is no deed of the office', () => {
  it.each([
    '政办发71号那个稿子先别印 领导还没看',
    '我没说督查了5次 谁传的',
    '转发:【新华社】国务院常务会议12月2日召开',
  ])('%s', (text) => {
    expect(entriesOf(hear(text))).toEqual([]);
  });
});
