/** The table of kinds as it was agreed, written down by hand, so that a slip in a declaration shows. */

export interface Agreed {
  readonly prefix: string;
  readonly counts: string;
  /** Fields in order; `*` marks a required one. */
  readonly fields: string;
  /** Enum ids per field. */
  readonly choices: Readonly<Record<string, string>>;
  /** States besides planned and withdrawn, the first one first where the life starts there. */
  readonly states: string;
  readonly first: string;
}

const levels = 'national provincial municipal district town';
const urgencies = 'extra urgent normal';
const satisfactions = 'satisfied basic dissatisfied';
const areas = 'land demolition security market social disclosure resources other';
const outcomes = 'upheld changed revoked illegal ordered rejected ended mediated';
const logged = { states: 'logged', first: 'logged' };
const held = { states: 'held cancelled', first: 'held' };

export const agreed: Readonly<Record<string, Agreed>> = {
  proposal: {
    prefix: '案',
    counts: '件',
    fields: 'source* level session caseNo proposer category leadUnit coUnits key contacts resultClass satisfaction',
    choices: {
      source: 'npc cppcc',
      level: levels,
      key: 'none key difficult leader',
      contacts: 'site-meeting visit talk call',
      resultClass: 'A B C D',
      satisfaction: satisfactions,
    },
    states: 'registered assigned replied closed returned redo',
    first: 'registered',
  },
  supervision: {
    prefix: '督办',
    counts: '件',
    fields: 'source leadUnit* coUnits leader urgency progress',
    choices: {
      source: 'work-report executive-meeting special-meeting instruction superior proposal livelihood letter other',
      urgency: urgencies,
    },
    states: 'registered assigned reported closed returned',
    first: 'registered',
  },
  inspection: {
    prefix: '督',
    counts: '次',
    fields: 'topic* mode places found fixed',
    choices: { mode: 'special comprehensive daily covert follow-up joint' },
    ...logged,
  },
  instruction: {
    prefix: '批',
    counts: '条',
    fields: 'leader* level urgency nature carrier subject',
    choices: {
      level: 'national provincial municipal district',
      urgency: 'urgent normal difficult',
      nature: 'approve assign read circulate',
      carrier: 'document information letter opinion oral',
    },
    states: 'registered assigned reported closed',
    first: 'registered',
  },
  information: {
    prefix: '信息',
    counts: '篇',
    fields: 'category level journal score',
    choices: {
      category: 'reference research special news regular digest other',
      level: 'national provincial municipal district',
    },
    states: 'submitted adopted rejected',
    first: 'submitted',
  },
  bulletin: { prefix: '刊', counts: '期', fields: 'journal issueNo articles', choices: {}, ...logged },
  research: {
    prefix: '研',
    counts: '篇',
    fields: 'category role',
    choices: { category: 'report speech plan work-report other', role: 'lead join write' },
    states: 'draft finished',
    first: 'draft',
  },
  outgoing: {
    prefix: '发',
    counts: '件',
    fields: 'docNo docType copies',
    choices: { docType: '决议 决定 命令 公报 公告 通告 意见 通知 通报 报告 请示 批复 议案 函 纪要' },
    states: 'drafted reviewed issued archived',
    first: 'drafted',
  },
  incoming: {
    prefix: '收',
    counts: '件',
    fields: 'docNo from urgency handling',
    choices: { urgency: urgencies, handling: 'act read' },
    states: 'received handled archived',
    first: 'received',
  },
  request: {
    prefix: '请',
    counts: '件',
    fields: 'from* matter leader amount decision',
    choices: { decision: 'approved refused more meeting' },
    states: 'received submitted replied',
    first: 'received',
  },
  meeting: {
    prefix: '会',
    counts: '场',
    fields: 'category attendees venue topics',
    choices: { category: 'executive plenary special video site talk analysis other' },
    ...held,
  },
  reception: {
    prefix: '接',
    counts: '批',
    fields: 'visitor level purpose visitors letter accompany',
    choices: {
      level: 'national provincial municipal county sister-city other',
      purpose: 'inspect guide research study check exchange invest',
      letter: 'yes no',
    },
    ...held,
  },
  reconsideration: {
    prefix: '复',
    counts: '件',
    fields: 'area procedure respondent outcome',
    choices: { area: areas, procedure: 'ordinary simple', outcome: outcomes },
    states: 'received accepted closed refused',
    first: 'received',
  },
  ruling: {
    prefix: '裁',
    counts: '件',
    fields: 'area outcome',
    choices: { area: areas, outcome: outcomes },
    states: 'accepted closed',
    first: 'accepted',
  },
  litigation: {
    prefix: '诉',
    counts: '件',
    fields: 'area attended outcome',
    choices: { area: areas, attended: 'yes no', outcome: 'won lost withdrawn' },
    states: 'accepted closed',
    first: 'accepted',
  },
  archive: { prefix: '查档', counts: '次', fields: 'volumes items readers purpose', choices: {}, ...logged },
  archiving: {
    prefix: '建档',
    counts: '项',
    fields: 'category volumes items pages',
    choices: { category: 'community digitize file transfer' },
    ...logged,
  },
  disclosure: {
    prefix: '公开',
    counts: '条',
    fields: 'column channel',
    choices: {
      column: 'policy news guide organisation finance other',
      channel: 'website gazette account screen touch',
    },
    ...logged,
  },
  application: {
    prefix: '依申',
    counts: '件',
    fields: 'matter channel reply',
    choices: { reply: 'public partial refused absent elsewhere other' },
    states: 'received replied',
    first: 'received',
  },
  letter: {
    prefix: '来信',
    counts: '件',
    fields: 'channel category satisfaction',
    choices: {
      channel: 'mayor-box hotline petition visit web other',
      category: 'consult help complaint suggestion report',
      satisfaction: satisfactions,
    },
    states: 'received assigned replied closed returned redo',
    first: 'received',
  },
  party: {
    prefix: '党',
    counts: '次',
    fields: 'category attendees',
    choices: { category: 'study theme-day lesson integrity volunteer admission election other' },
    ...held,
  },
  honor: {
    prefix: '荣',
    counts: '项',
    fields: 'awardedBy level recipient year streak',
    choices: { level: levels },
    ...logged,
  },
  institution: {
    prefix: '制',
    counts: '项',
    fields: 'category change docNo',
    choices: { category: 'rule measure detail mechanism plan', change: 'made revised repealed' },
    states: 'drafting issued',
    first: 'drafting',
  },
  regulation: {
    prefix: '规',
    counts: '件',
    fields: 'docNo reviewed filed',
    choices: { reviewed: 'yes no', filed: 'yes no' },
    states: 'drafting issued',
    first: 'drafting',
  },
  coordination: {
    prefix: '协',
    counts: '件',
    fields: 'units outcome',
    choices: { outcome: 'agreed open reported' },
    ...logged,
  },
  task: {
    prefix: '任',
    counts: '项',
    fields: 'source itemNo leadUnit progress pace',
    choices: { pace: 'waiting behind on-track ahead' },
    states: 'assigned closed',
    first: 'assigned',
  },
  training: { prefix: '培', counts: '场', fields: 'attendees topic', choices: {}, ...held },
  logistics: {
    prefix: '勤',
    counts: '次',
    fields: 'category amount people',
    choices: { category: 'vehicle canteen property repair purchase safety energy expense' },
    ...logged,
  },
  duty: { prefix: '值', counts: '次', fields: 'level reports', choices: {}, ...logged },
  indicator: { prefix: '数', counts: '项', fields: 'name* value* unitWord', choices: {}, ...logged },
  egov: {
    prefix: '电政',
    counts: '项',
    fields: 'category change system',
    choices: { category: 'system website column touch screen network', change: 'online connected revamped' },
    ...logged,
  },
  organization: {
    prefix: '机',
    counts: '项',
    fields: 'change',
    choices: { change: 'founded renamed merged moved joined left seconded' },
    ...logged,
  },
  shortcoming: {
    prefix: '短',
    counts: '条',
    fields: 'source measure',
    choices: { source: 'self leader assessment inspection' },
    states: 'found fixed',
    first: 'found',
  },
  plan: { prefix: '计', counts: '条', fields: 'horizon', choices: {}, ...logged },
};

/** Move ids that may be declared; others have no meaning to the ledger. */
export const moveIds: ReadonlySet<string> = new Set(
  (
    'log amend withdraw restore merge assign return opinion reply judge redo report progress close reopen extend pause resume ' +
    'urge submit adopt reject review issue archive handle accept refuse suspend hold cancel finish fix undo'
  ).split(' '),
);
