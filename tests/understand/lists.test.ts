/** Lists that say first how many follow: every member is a record of its own; what follows and is no member makes none. */
import { describe, expect, it } from 'vitest';
import { entriesOf, hear } from './heard.ts';

type Row = [text: string, ...expected: Record<string, unknown>[]];

const members: Row[] = [
  [
    'Assigned 6 proposals: Housing 3, Transport 2, Health 1',
    { kind: 'proposal', quantity: 3, fields: { leadUnit: '住建局' } },
    { kind: 'proposal', quantity: 2, fields: { leadUnit: '交通局' } },
    { kind: 'proposal', fields: { leadUnit: '卫健局' } },
  ],
  [
    'Handed out proposals today: 3 to Housing, 2 to Transport, 1 to Health',
    { kind: 'proposal', quantity: 3, fields: { leadUnit: '住建局' } },
    { kind: 'proposal', quantity: 2, fields: { leadUnit: '交通局' } },
    { kind: 'proposal', fields: { leadUnit: '卫健局' } },
  ],
  [
    'Held 3 meetings yesterday: an executive meeting (42 people), a special meeting on flooding and a video meeting',
    { kind: 'meeting', on: '2026-11-19', fields: { category: 'executive', attendees: 42 } },
    { kind: 'meeting', on: '2026-11-19', fields: { category: 'special' } },
    { kind: 'meeting', on: '2026-11-19', fields: { category: 'video' } },
  ],
  [
    'Two supervision items set up: dust control for Housing, lift renewal for Market Supervision',
    { kind: 'supervision', title: 'dust control', fields: { leadUnit: '住建局' } },
    { kind: 'supervision', title: 'lift renewal', fields: { leadUnit: '市场监管局' } },
  ],
  [
    'Issued two notices and a letter',
    { kind: 'outgoing', quantity: 2, fields: { docType: '通知' } },
    { kind: 'outgoing', fields: { docType: '函' } },
  ],
  [
    'One lawsuit won, one withdrawn',
    { kind: 'litigation', fields: { outcome: 'won' } },
    { kind: 'litigation', fields: { outcome: 'withdrawn' } },
  ],
  [
    'Three letters today - two complaints and an inquiry - all passed to Urban Management',
    { kind: 'letter', quantity: 2, status: 'assigned', unit: '城管局', fields: { category: 'complaint' } },
    { kind: 'letter', status: 'assigned', unit: '城管局', fields: { category: 'consult' } },
  ],
  [
    '三个会分别是常务会、党组会和安委会',
    { kind: 'meeting', fields: { category: 'executive' } },
    { kind: 'meeting', fields: { category: 'executive' } },
    { kind: 'meeting', title: '安委会' },
  ],
  [
    '今天参加会议2个:市里视频会和区里专题会',
    { kind: 'meeting', fields: { category: 'video' } },
    { kind: 'meeting', fields: { category: 'special' } },
  ],
  [
    '两件督办 都是常务会定的 一件给城管局治渣土 一件给住建局修电梯',
    { kind: 'supervision', status: 'assigned', fields: { source: 'executive-meeting', leadUnit: '城管局' } },
    { kind: 'supervision', status: 'assigned', fields: { source: 'executive-meeting', leadUnit: '住建局' } },
  ],
  [
    '下午开了两个专题会 一个20人一个15人',
    { kind: 'meeting', fields: { category: 'special', attendees: 20 } },
    { kind: 'meeting', fields: { category: 'special', attendees: 15 } },
  ],
  [
    '一份通知一份函都发出去了',
    { kind: 'outgoing', fields: { docType: '通知' } },
    { kind: 'outgoing', fields: { docType: '函' } },
  ],
  [
    '印发通知2份、意见1份、会议纪要3期',
    { kind: 'outgoing', quantity: 2, fields: { docType: '通知' } },
    { kind: 'outgoing', quantity: 1, fields: { docType: '意见' } },
    { kind: 'outgoing', quantity: 3, fields: { docType: '纪要' } },
  ],
  [
    '三个单位来请示:民政要8万,残联要3万,横山镇要12万修渠',
    { kind: 'request', fields: { from: '民政局', amount: 80_000 } },
    { kind: 'request', fields: { from: '残联', amount: 30_000 } },
    { kind: 'request', fields: { from: '横山镇', amount: 120_000 } },
  ],
  [
    '发改局住建局交通局的请示都批了',
    { kind: 'request', status: 'replied', fields: { from: '发改局' } },
    { kind: 'request', status: 'replied', fields: { from: '住建局' } },
    { kind: 'request', status: 'replied', fields: { from: '交通局' } },
  ],
  [
    '采购打印纸2000元,墨盒1500元',
    { kind: 'logistics', fields: { category: 'purchase', amount: 2000 } },
    { kind: 'logistics', fields: { category: 'purchase', amount: 1500 } },
  ],
  [
    '公开申请收了4件 答复3件 其中予以公开2件 不予公开1件',
    { kind: 'application', quantity: 4 },
    { kind: 'application', quantity: 2, status: 'replied' },
    { kind: 'application', quantity: 1, status: 'replied' },
  ],
  [
    '昨天和前天各接待一批 昨天6人前天8人',
    { kind: 'reception', on: '2026-11-19', fields: { visitors: 6 } },
    { kind: 'reception', on: '2026-11-18', fields: { visitors: 8 } },
  ],
  [
    '今天接到投诉3件、求助2件,投诉都转城管了',
    { kind: 'letter', quantity: 3, status: 'assigned', unit: '城管局' },
    { kind: 'letter', quantity: 2 },
  ],
  [
    '今天交办提案6件：建设3 交通2 卫健1',
    { kind: 'proposal', quantity: 3, status: 'assigned', fields: { leadUnit: '建设局' } },
    { kind: 'proposal', quantity: 2, status: 'assigned', fields: { leadUnit: '交通局' } },
    { kind: 'proposal', status: 'assigned', fields: { leadUnit: '卫健局' } },
  ],
  [
    '人大建议:住建局4件,教育局3件,卫健局1件',
    { kind: 'proposal', quantity: 4, fields: { leadUnit: '住建局' } },
    { kind: 'proposal', quantity: 3, fields: { leadUnit: '教育局' } },
    { kind: 'proposal', quantity: 1, fields: { leadUnit: '卫健局' } },
  ],
  [
    '转办信访件12件:城管5 住建4 交通3',
    { kind: 'letter', quantity: 5, status: 'assigned', unit: '城管局' },
    { kind: 'letter', quantity: 4, status: 'assigned', unit: '住建局' },
    { kind: 'letter', quantity: 3, status: 'assigned', unit: '交通局' },
  ],
  [
    '动态4篇 专报3篇 调研1篇',
    { kind: 'information', quantity: 4 },
    { kind: 'information', quantity: 3 },
    { kind: 'information', quantity: 1 },
  ],
  [
    '本周两个会:党组会、现场会',
    { kind: 'meeting', fields: { category: 'executive' } },
    { kind: 'meeting', fields: { category: 'site' } },
  ],
  [
    '昨天开了两个会 上午座谈会 下午全体会议',
    { kind: 'meeting', on: '2026-11-19', fields: { category: 'talk' } },
    { kind: 'meeting', on: '2026-11-19', fields: { category: 'plenary' } },
  ],
  [
    '培训2场 公文处理52人 应急值守31人',
    { kind: 'training', fields: { attendees: 52 } },
    { kind: 'training', fields: { attendees: 31 } },
  ],
  [
    '上午办了2场培训 档案管理20人 政务信息35人 周一还有一场',
    { kind: 'training', on: '2026-11-20', fields: { attendees: 20 } },
    { kind: 'training', on: '2026-11-20', title: '政务信息', fields: { attendees: 35 } },
  ],
  [
    '自查发现三个问题 值班记录不全 车辆派得乱 文件压着不办',
    { kind: 'shortcoming', title: '值班记录不全' },
    { kind: 'shortcoming', title: '车辆派得乱' },
    { kind: 'shortcoming', title: '文件压着不办' },
  ],
  [
    '查摆问题2条:自查 印章登记不全;考核反馈 信息报得少',
    { kind: 'shortcoming', fields: { source: 'self' } },
    { kind: 'shortcoming', fields: { source: 'assessment' } },
  ],
  [
    '协调了两件事 供电和园林局的迁线 谈成了 供销社和商务局的仓库 没谈拢',
    { kind: 'coordination', fields: { units: ['供电公司', '园林局'], outcome: 'agreed' } },
    { kind: 'coordination', fields: { units: ['供销社', '商务局'], outcome: 'open' } },
  ],
  [
    '白河镇两个请示 修桥30万 清淤6万 都呈周副区长',
    { kind: 'request', fields: { from: '白河镇', amount: 300_000 } },
    { kind: 'request', fields: { from: '白河镇', amount: 60_000 } },
  ],
  [
    '今天接待两批 省厅6人 市里9人',
    { kind: 'reception', fields: { level: 'provincial', visitors: 6 } },
    { kind: 'reception', fields: { level: 'municipal', visitors: 9 } },
  ],
  [
    '今天收文2件:\n1.市府办 防火通知 特急\n2.发改委 项目申报',
    { kind: 'incoming', fields: { from: '市府办', urgency: 'extra' } },
    { kind: 'incoming', fields: { from: '发改委' } },
  ],
  [
    '登记2个督办:老旧电梯更新、渣土车治理',
    { kind: 'supervision', title: '老旧电梯更新' },
    { kind: 'supervision', title: '渣土车治理' },
  ],
  [
    '出台了《接待管理办法》 修订了《印章使用制度》 废止旧的3项',
    { kind: 'institution', title: '接待管理办法', fields: { change: 'made' } },
    { kind: 'institution', title: '印章使用制度', fields: { change: 'revised' } },
    { kind: 'institution', quantity: 3, fields: { change: 'repealed' } },
  ],
];

/** Lines that each name the kind by the same word tell of different things; a line with a label only goes on. */
const lines: Row[] = [
  [
    '今天督查城东街道养老院消防 看了3个点\n今天督查大溪镇防汛 看了5个点',
    { kind: 'inspection', unit: '城东街道', fields: { places: 3 } },
    { kind: 'inspection', unit: '大溪镇', fields: { places: 5 } },
  ],
  [
    '督办 东塘清淤 水利局牵头\n督办 西塘护栏 城管局牵头',
    { kind: 'supervision', title: '东塘清淤', unit: '水利局' },
    { kind: 'supervision', title: '西塘护栏', unit: '城管局' },
  ],
  [
    '今天收到市府办文件《关于做好防汛的通知》\n今天收到省府办文件《关于清欠的通知》',
    { kind: 'incoming', title: '关于做好防汛的通知', fields: { from: '市府办' } },
    { kind: 'incoming', title: '关于清欠的通知', fields: { from: '省府办' } },
  ],
  ['督办事项 东塘清淤\n督办单位 水利局', { kind: 'supervision', title: '东塘清淤', unit: '水利局' }],
  ['接待市发改委调研组\n接待人数6人', { kind: 'reception', fields: { visitors: 6 } }],
  ['今天督查大溪镇防汛\n看了5个点，发现问题2个', { kind: 'inspection', fields: { places: 5, found: 2 } }],
];

const mixed: Row[] = [
  [
    '古渡镇来两样东西:请示1件要30万清淤 来文1件报防火情况',
    { kind: 'request', fields: { from: '古渡镇', amount: 300_000 } },
    { kind: 'incoming', fields: { from: '古渡镇' } },
  ],
  [
    '昨天三件事 督查了工地扬尘4家企业 开了扬尘专题会16人 发了政办函〔2026〕33号',
    { kind: 'inspection', on: '2026-11-19', fields: { places: 4 } },
    { kind: 'meeting', on: '2026-11-19', fields: { attendees: 16 } },
    { kind: 'outgoing', on: '2026-11-19', fields: { docNo: '政办函〔2026〕33号' } },
  ],
  [
    '督查室:今天督查2次,专报1期',
    { kind: 'inspection', quantity: 2, unit: '督查室' },
    { kind: 'bulletin', quantity: 1, unit: '督查室' },
  ],
  [
    '收文 市府办 森林防火 特急;省教育厅 开学检查',
    { kind: 'incoming', fields: { from: '市府办', urgency: 'extra' } },
    { kind: 'incoming', title: '开学检查', fields: { from: '省教育厅' } },
  ],
  [
    '石桥镇请示2件 一件要9万修渠 一件要4.5万买水泵 都呈周副区长了',
    { kind: 'request', status: 'submitted', fields: { amount: 90_000, leader: '周副区长' } },
    { kind: 'request', status: 'submitted', fields: { amount: 45_000, leader: '周副区长' } },
  ],
  [
    '6月:省领导批示没有 市长郑国平批了3条 区长批了5条',
    { kind: 'instruction', quantity: 3, fields: { leader: '郑国平市长', level: 'municipal' } },
    { kind: 'instruction', quantity: 5, fields: { leader: '区长', level: 'district' } },
  ],
  [
    '发了两个文:政办发〔2026〕41号、政办函〔2026〕9号',
    { kind: 'outgoing', fields: { docNo: '政办发〔2026〕41号' } },
    { kind: 'outgoing', fields: { docNo: '政办函〔2026〕9号' } },
  ],
];

const totals: [text: string, expected: Record<string, unknown>][] = [
  ['督查2次 发现问题3个 整改2个', { kind: 'inspection', quantity: 2, fields: { found: 3, fixed: 2 } }],
  ['开会2场 常务会 12个议题', { kind: 'meeting', quantity: 2, fields: { topics: 12 } }],
  ['保障会议2场 320人次 圆满完成', { kind: 'meeting', quantity: 2, fields: { attendees: 320 } }],
  [
    '督办2件 城管局 月底前办结',
    { kind: 'supervision', quantity: 2, due: '2026-11-30', fields: { leadUnit: '城管局' } },
  ],
  ['请示2件 城东街道 已呈王区长', { kind: 'request', quantity: 2, fields: { from: '城东街道', leader: '王区长' } }],
  ['办培训2场 王主任主持 周副区长讲话', { kind: 'training', quantity: 2 }],
];

describe('a list that is counted first', () => {
  it.each([...members, ...mixed])('%s', (text, ...expected) => {
    const entries = entriesOf(hear(text));
    expect(entries).toMatchObject(expected);
    expect(entries).toHaveLength(expected.length);
  });

  it.each(totals)('is none here: %s', (text, expected) => {
    expect(entriesOf(hear(text))).toMatchObject([expected]);
  });
});

describe('lines', () => {
  it.each(lines)('%s', (text, ...expected) => {
    const entries = entriesOf(hear(text));
    expect(entries).toMatchObject(expected);
    expect(entries).toHaveLength(expected.length);
  });
});

describe('everyday things of which nothing is done', () => {
  it.each(['食堂今天有鱼', '中午食堂的鱼不错', '打印机没纸了'])('%s', (text) => {
    expect(entriesOf(hear(text))).toEqual([]);
  });
});

describe('who it is, and when', () => {
  it.each([
    ['市长丁建华批示要求加快推进', { fields: { leader: '丁建华市长', level: 'municipal' } }],
    ['副区长李某某在信访专报上批示:请信访局核实', { unit: '信访局', fields: { leader: '李某某副区长' } }],
    ['区长明确批示要求抓紧', { fields: { leader: '区长' } }],
    ['小陆元月9号拿了省级优秀信息员', { kind: 'honor', on: '2026-01-09', fields: { recipient: '小陆' } }],
    ['督查室缺人手 从财务科借调了2个过去', { kind: 'organization', fields: { change: 'seconded' } }],
    ['春节值班 昨天接到突发事件2起 均已报送', { kind: 'duty', on: '2026-11-19' }],
    ['Finished writing a speech for the Labour Day meeting', { kind: 'research', on: '2026-11-20' }],
    ['法规科9/3起更名为合法性审查科', { kind: 'organization', on: '2026-09-03' }],
    ['国庆值班昨天无突发情况', { kind: 'duty', on: '2026-11-19' }],
    ['王常务批:请审计局核一下', { kind: 'instruction', unit: '审计局', fields: { leader: '王常务' } }],
    ['督办一件 城北泵站改造 水务局牵头 月底报', { kind: 'supervision', on: '2026-11-20', due: '2026-11-30' }],
  ])('%s', (text, expected) => {
    expect(entriesOf(hear(text))).toMatchObject([expected]);
  });
});
