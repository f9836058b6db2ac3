/** Which figures each section may state: the measures of the kinds it tells of, in reading order. */
import { isCampaign, withSisterOffices } from './name-picks.ts';
import type { FigureAsk, SectionId } from './section-plan.ts';

const upper = { field: 'level', values: ['national', 'provincial', 'municipal'] } as const;
const district = { field: 'level', values: ['district'] } as const;
const npc = { field: 'source', values: ['npc'] } as const;
const cppcc = { field: 'source', values: ['cppcc'] } as const;
const closed = { field: 'status', values: ['closed'] } as const;

const logisticsNouns: Readonly<Record<string, string>> = {
  vehicle: '派车',
  property: '物业维护',
  repair: '维修',
  purchase: '采购',
  safety: '安全保卫',
  energy: '节能工作',
  expense: '经费审核',
};

const asLabel = (label: string): string => label;

export const figures: Readonly<Record<SectionId, readonly FigureAsk[]>> = {
  opening: [],
  advice: [
    { key: 'issues', kind: 'bulletin', measure: 'total', noun: '内刊' },
    {
      key: 'journals',
      kind: 'bulletin',
      measure: 'total',
      noun: '',
      group: 'journal',
      rowNoun: (label) => (label.startsWith('《') ? label : `《${label}》`),
    },
    { key: 'submitted', kind: 'information', measure: 'submitted', noun: '政务信息', cues: ['报送', '上报'] },
    { key: 'adopted', kind: 'information', measure: 'adopted', noun: '信息', cues: ['录用', '采用'] },
    {
      key: 'categories',
      kind: 'information',
      measure: 'adopted',
      noun: '',
      group: 'category',
      rowNoun: informationNoun,
    },
    { key: 'score', kind: 'information', measure: 'score', noun: '信息总得分', mostOf: 'adopted' },
    { key: 'upperInstructions', kind: 'instruction', measure: 'total', noun: '批示', filters: [upper] },
    { key: 'research', kind: 'research', measure: 'finished', noun: '调研文稿' },
  ],
  supervision: [
    { key: 'inspections', kind: 'inspection', measure: 'total', noun: '督查' },
    { key: 'found', kind: 'inspection', measure: 'found', noun: '问题', cues: ['发现'] },
    { key: 'fixed', kind: 'inspection', measure: 'fixed', noun: '问题', cues: ['整改'], mostOf: 'found' },
    { key: 'items', kind: 'supervision', measure: 'total', noun: '督办事项' },
    {
      key: 'itemsClosed',
      kind: 'supervision',
      measure: 'total',
      noun: '已办结',
      filters: [closed],
    },
    { key: 'itemsRate', kind: 'supervision', measure: 'closingRate', noun: '督办办结率' },
    { key: 'tasks', kind: 'task', measure: 'total', noun: '重点任务', except: isCampaign },
    { key: 'tasksClosed', kind: 'task', measure: 'total', noun: '已完成', filters: [closed], except: isCampaign },
    { key: 'instructions', kind: 'instruction', measure: 'total', noun: '批示', filters: [district] },
    { key: 'requests', kind: 'request', measure: 'total', noun: '请示' },
    { key: 'requestsReplied', kind: 'request', measure: 'replied', noun: '已答复', cues: ['请示'] },
    { key: 'coordination', kind: 'coordination', measure: 'total', noun: '协调事项', except: withSisterOffices },
    { key: 'agreed', kind: 'coordination', measure: 'agreed', noun: '达成一致', except: withSisterOffices },
    { key: 'duty', kind: 'duty', measure: 'total', noun: '值班应急处置' },
  ],
  documents: [
    { key: 'issued', kind: 'outgoing', measure: 'issued', noun: '文件', cues: ['印发'] },
    { key: 'received', kind: 'incoming', measure: 'total', noun: '来文', cues: ['办理', '收'] },
    { key: 'trainings', kind: 'training', measure: 'total', noun: '业务培训' },
    { key: 'trained', kind: 'training', measure: 'attendees', noun: '参训', mostOf: 'trainings' },
    { key: 'stocks', kind: 'indicator', measure: 'latest', noun: '', group: 'name', rowNoun: asLabel },
  ],
  logistics: [
    { key: 'meetings', kind: 'meeting', measure: 'total', noun: '会务', unit: '场次' },
    { key: 'attendees', kind: 'meeting', measure: 'attendees', noun: '参会', mostOf: 'meetings' },
    { key: 'receptions', kind: 'reception', measure: 'total', noun: '公务接待' },
    { key: 'visitors', kind: 'reception', measure: 'visitors', noun: '来宾', mostOf: 'receptions' },
    { key: 'visitLevels', kind: 'reception', measure: 'total', noun: '', group: 'level', rowNoun: asLabel },
    {
      key: 'services',
      kind: 'logistics',
      measure: 'total',
      noun: '',
      filters: [{ field: 'category', values: Object.keys(logisticsNouns) }],
      group: 'category',
      rowNoun: (label, key) => logisticsNouns[key] ?? label,
    },
    { key: 'meals', kind: 'logistics', measure: 'meals', noun: '食堂就餐' },
  ],
  proposals: [
    { key: 'npc', kind: 'proposal', measure: 'total', noun: '人大代表建议', filters: [npc], cues: ['承办', '办理'] },
    { key: 'cppcc', kind: 'proposal', measure: 'total', noun: '政协提案', filters: [cppcc], cues: ['承办', '办理'] },
    {
      key: 'keyItems',
      kind: 'proposal',
      measure: 'total',
      noun: '重点难点件',
      filters: [{ field: 'key', values: ['key', 'difficult', 'leader'] }],
    },
    { key: 'closed', kind: 'proposal', measure: 'total', noun: '已办结', filters: [closed] },
    { key: 'closingRate', kind: 'proposal', measure: 'closingRate', noun: '办结率' },
    {
      key: 'classes',
      kind: 'proposal',
      measure: 'total',
      noun: '',
      group: 'resultClass',
      rowNoun: (label) => (label.endsWith('类') ? label : `${label}类`),
    },
    { key: 'satisfaction', kind: 'proposal', measure: 'satisfactionBasic', noun: '满意或基本满意率' },
    {
      key: 'dissatisfied',
      kind: 'proposal',
      measure: 'total',
      noun: '不满意',
      filters: [{ field: 'satisfaction', values: ['dissatisfied'] }],
    },
    { key: 'returnRate', kind: 'proposal', measure: 'returnRate', noun: '反馈回收率' },
  ],
  law: [
    { key: 'regulations', kind: 'regulation', measure: 'issued', noun: '规范性文件' },
    { key: 'accepted', kind: 'reconsideration', measure: 'accepted', noun: '行政复议案件', cues: ['受理'] },
    { key: 'decided', kind: 'reconsideration', measure: 'closed', noun: '审结', cues: ['复议'] },
    { key: 'rulings', kind: 'ruling', measure: 'total', noun: '行政裁决' },
    { key: 'litigation', kind: 'litigation', measure: 'total', noun: '行政应诉案件' },
    { key: 'volumes', kind: 'archive', measure: 'volumes', noun: '档案', cues: ['查阅', '查档'] },
    { key: 'archiveItems', kind: 'archive', measure: 'items', noun: '档案', cues: ['查阅', '查档'] },
    { key: 'lookups', kind: 'archive', measure: 'total', noun: '查档' },
    { key: 'readers', kind: 'archive', measure: 'readers', noun: '接待查档', mostOf: 'lookups' },
    {
      key: 'pages',
      kind: 'archiving',
      measure: 'pages',
      noun: '档案数字化',
      filters: [{ field: 'category', values: ['digitize'] }],
    },
    { key: 'disclosed', kind: 'disclosure', measure: 'total', noun: '各类信息', cues: ['公开'] },
    {
      key: 'columns',
      kind: 'disclosure',
      measure: 'total',
      noun: '',
      group: 'column',
      rowNoun: asLabel,
      cues: ['公开'],
    },
    { key: 'applications', kind: 'application', measure: 'total', noun: '依申请公开', cues: ['受理', '收到'] },
    { key: 'applicationsReplied', kind: 'application', measure: 'replied', noun: '已答复', cues: ['申请'] },
    { key: 'letters', kind: 'letter', measure: 'total', noun: '群众来信' },
    { key: 'channels', kind: 'letter', measure: 'total', noun: '', group: 'channel', rowNoun: letterNoun },
    { key: 'lettersClosed', kind: 'letter', measure: 'total', noun: '已办结', filters: [closed] },
  ],
  party: [
    { key: 'activities', kind: 'party', measure: 'total', noun: '党建活动' },
    { key: 'studies', kind: 'party', measure: 'studies', noun: '集中学习' },
    { key: 'members', kind: 'party', measure: 'attendees', noun: '参加', mostOf: 'activities' },
  ],
  shortcomings: [],
  plans: [],
};

/** 区长信箱来信, but 信访 and 来访 as they are. */
function letterNoun(label: string): string {
  return /(?:信|访|热线|留言)$/.test(label) ? label : `${label}来信`;
}

function informationNoun(label: string): string {
  return label === '其他' ? '其他信息' : label;
}
