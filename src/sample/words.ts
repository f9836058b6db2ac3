/** What the sample year is made of: the bureaus, leaders and matters of a district that does not exist. */

/** Told with everything that shows the sample, so that nobody takes it for a real place. */
export const districtName = { zh: '栖云区（虚构）', en: 'Qiyun District (fictitious)' } as const;

export const bureaus: readonly string[] = [
  '教育局',
  '民政局',
  '住建局',
  '交通运输局',
  '农业农村局',
  '水利局',
  '卫健局',
  '人社局',
  '城管局',
  '文旅局',
  '市场监管局',
  '应急管理局',
];

export const towns: readonly string[] = ['城东街道', '城西街道', '南湖街道', '北岭镇', '清溪镇', '石桥镇', '茶园乡'];

export const leaders: readonly string[] = ['林区长', '郑常务副区长', '苏副区长', '何副区长'];

/** Matters of a year in a district; titles are built around them. */
export const matters: readonly string[] = [
  '老旧小区加装电梯',
  '农村公路养护',
  '社区食堂建设',
  '校园周边交通',
  '河道综合治理',
  '停车泊位扩容',
  '基层卫生院改造',
  '夜间经济发展',
  '垃圾分类',
  '燃气管道更新',
  '返乡创业扶持',
  '古村落保护',
  '普惠托育',
  '充电桩布点',
  '农产品冷链',
  '工业园区污水处理',
  '公共文化设施开放',
  '困难群众救助',
  '防汛排涝',
  '政务服务一网通办',
  '招商项目落地',
  '森林防火',
  '高标准农田',
  '小微企业融资',
];

/**
 * Free texts by kind and field; where another field's choice decides, by kind, choice and field. A field that is not here
 * takes one of its known values.
 */
export const texts: Readonly<Record<string, readonly string[]>> = {
  'proposal.npc.session': ['区第十届人大会议'],
  'proposal.cppcc.session': ['区政协十届会议'],
  'proposal.npc.proposer': ['第一代表团', '第三代表团', '第五代表团'],
  'proposal.cppcc.proposer': ['城建界别', '教育界别', '工商联界别', '农业界别'],
  'instruction.subject': matters,
  'request.matter': ['资金请示'],
  'meeting.venue': ['一号会议室', '三楼会议室', '行政中心报告厅'],
  'reception.national.visitor': ['国家部委调研组'],
  'reception.provincial.visitor': ['省住建厅督导组', '省农业农村厅调研组'],
  'reception.municipal.visitor': ['市发改委调研组', '市人大视察组', '市卫健委检查组'],
  'reception.county.visitor': ['邻县政府办学习组'],
  'reception.sister-city.visitor': ['友好城区考察团'],
  'honor.district.awardedBy': ['区委区政府'],
  'honor.municipal.awardedBy': ['市政府办公室'],
  'shortcoming.measure': ['建立周调度机制', '加强业务培训'],
  'plan.horizon': ['明年'],
  'duty.level': ['一般'],
  'egov.system': ['民政帮扶系统', '城管信息系统', '公文交换系统'],
};

/**
 * Titles by kind, or by kind and a choice of it; `{about}` is the matter, other braces are fields of the record. What is
 * not here is titled by the ledger.
 */
export const titles: Readonly<Record<string, readonly string[]>> = {
  'proposal.npc': ['关于推进{about}的建议', '关于加强{about}工作的建议'],
  'proposal.cppcc': ['关于推进{about}的提案', '关于进一步做好{about}的提案'],
  supervision: ['{about}'],
  inspection: ['{topic}督查'],
  instruction: ['{leader}关于{subject}的批示'],
  information: ['{about}做法', '{about}情况反映'],
  research: ['{about}调研报告', '{about}汇报稿'],
  outgoing: ['关于做好{about}工作的{docType}'],
  incoming: ['关于{about}有关事项的通知'],
  request: ['{from}关于{about}经费的请示'],
  meeting: ['{about}{category}', '{about}{category}'],
  'meeting.executive': ['区政府常务会议'],
  'meeting.plenary': ['区政府全体会议'],
  reception: ['接待{visitor}'],
  reconsideration: ['不服{respondent}行政处理案'],
  ruling: ['补偿争议裁决'],
  litigation: ['行政诉讼案'],
  disclosure: ['{about}信息'],
  application: ['申请公开{matter}'],
  letter: ['反映{about}问题'],
  party: ['{category}'],
  honor: ['获评先进单位'],
  institution: ['{about}工作办法'],
  regulation: ['{about}管理规定'],
  coordination: ['协调{about}'],
  task: ['{about}'],
  training: ['{topic}培训'],
  logistics: ['{category}'],
  duty: ['值班值守'],
  shortcoming: ['材料报送不够及时', '调研深度不够'],
  plan: ['抓好{about}'],
};
