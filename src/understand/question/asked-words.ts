/** Words that only questions use for a kind, its figures and values; in a report they would be too loose to go by. */

export interface AskedWords {
  /** Ways to name the kind. */
  readonly names?: readonly RegExp[];
  /** Words of its figures, by measure. */
  readonly figures?: Readonly<Record<string, readonly string[]>>;
  /** Words that tell a report's value, but in a question only what it is about (讨薪 is one sort of 投诉, not all of it). */
  readonly topics?: readonly string[];
  /** Words of its values, by `field=value`. */
  readonly values?: Readonly<Record<string, readonly string[]>>;
}

export const askedWords: Readonly<Record<string, AskedWords>> = {
  outgoing: {
    names: [
      /发了?(?:多少|几)[件个份只]?文(?:件)?/,
      /(?<!收到?了?|来了?)(?:多少|几)[件个份只]?文件/,
      /发函/,
      /(?:[件份]|印发|(?<!收)发|印)[^,;]{0,4}(?:公文|红头文件)|(?:公文|红头文件)(?:一共|总共)?(?:印|发|多少|几)/,
      /\bnotices?\b/,
      /\bdocuments\b(?!.*\breceive)/,
    ],
    values: { 'docType=通知': ['notice', 'notices'], 'docType=函': ['发函', '函件'] },
  },
  incoming: {
    names: [/\bdocuments?\b.*\breceived?\b|\breceived?\b.*\bdocuments?\b/, /收(?:到)?了?(?:多少|几)[件个份]?文/],
    figures: { total: ['document', 'documents'] },
    values: { 'handling=act': ['办件', '办理件'], 'handling=read': ['阅件', '阅知件'] },
  },
  proposal: {
    figures: {
      closed: ['办掉', '办掉了', '办完了'],
      satisfactionBasic: [
        '满意加基本满意',
        '满意和基本满意',
        'satisfied-or-basically-satisfied',
        'satisfied-or-basically-satisfied rate',
      ],
    },
  },
  instruction: { names: [/批(?:了|过)?(?:多少|几)条/] },
  supervision: {
    figures: { closed: ['办掉', '办掉了', '办完了'] },
    // 常务会交下来的: what stands before says from where.
    topics: ['交下来'],
    values: {
      'source=letter': ['群众来信', '群众信访', '群众来访', '来信来访', 'citizen letters', 'letters'],
      'source=superior': ['上级交下来', '上面交下来', '市里交下来', '省里交下来', '市里交', '省里交'],
    },
  },
  letter: {
    names: [/(?:多少|几)封(?:群众)?(?:来)?信/],
    values: { 'channel=web': ['网上', '网上的', '网络'] },
    topics: ['反映', '扰民', '讨薪', '欠薪', '拖欠'],
    figures: { closed: ['办掉', '办掉了', '办完了'], satisfactionBasic: ['满意加基本满意', '满意和基本满意'] },
  },
  training: { figures: { attendees: ['participants', 'trainees'] } },
  meeting: {
    values: {
      'category=video': ['视频', '视频的'],
      'category=site': ['现场', '现场的'],
      'category=talk': ['座谈', '座谈的'],
      'category=analysis': ['分析', '分析类'],
      'category=special': ['专题', '专题的'],
      'category=executive': ['常务', '常务的'],
    },
    figures: {
      attendees: [
        '参加会议的人',
        'attendees',
        'people attending',
        'took part',
        'people at',
        'people came to',
        'participants',
      ],
      topics: ['研究了', '审议了', '讨论了'],
    },
    names: [
      /(?:多少|几)(?:场|次|个)会(?![议员])/,
      /开(?:了|过)?的会/,
      /(?<=\u0001|的|哪[场次个])会(?=是哪|$|[,?？])/,
      /(?:有|开|办)(?:没有|什么|啥|哪些|哪几个|几个?)会(?![不议员])/,
      /(?:每|一|的)场?会(?=的?(?:多少|几|平均|参|到))/,
    ],
  },
  reception: {
    figures: {
      visitors: [
        'visitor numbers',
        'visitor',
        'people were received',
        'people received',
        'people did we receive',
        'people we received',
        'people visited',
        'people came',
        'people were hosted',
        'people did we host',
        'guests did we receive',
        'guests were received',
        'guests',
      ],
    },
    names: [/来访(?=\u0001|批次|人次|人数|的?客人|团)/],
  },
  organization: {
    names: [/\b(?:organi[sz]ation(?:al)?|staff|personnel|institutional) changes\b/, /(?:机构)?人事变动|人员变动/],
  },
  coordination: { values: { 'outcome=agreed': ['agreement', 'in agreement', 'an agreement'] } },
  application: { names: [/\binformation (?:disclosure )?(?:applications?|requests?)\b/] },
  disclosure: { names: [/\bdisclosures\b(?! appl)/] },
  institution: { names: [/\binstitutions?\b/] },
  information: {
    names: [/\badoptions?\b/],
    figures: {
      adopted: ['adoption', 'adoptions'],
      waiting: ['没被采用', '没有被采用', '未被采用', '没有采用', '还没被采用'],
    },
  },
  research: {
    names: [/\bresearch (?:papers?|reports?|pieces)\b/],
    values: { 'category=speech': ['领导讲话', '领导讲话稿'] },
  },
  honor: { names: [/(?:拿|得|获)(?:了|过|到)?(?:多少|几)个?(?:奖|荣誉|表彰)/, /奖项/] },
  regulation: {
    values: { 'reviewed=yes': ['合法性审核', '合法性审查', '审核了', '审查了'] },
    figures: { total: ['制定', '制定了', '出台', '出台了'] },
  },
  litigation: {
    values: {
      'area=land': ['土地'],
      'attended=yes': ['appear in court', 'appears in court', 'attend the hearing', 'attend court', 'in court'],
    },
  },
  reconsideration: { values: { 'area=land': ['土地'] } },
  request: {
    values: {
      'matter=资金请示': ['资金的', '资金类', '资金方面', '经费类', '要钱的', 'funding requests'],
      'matter=人事请示': ['人事', '人事的', '人事类', '人事方面', 'staffing requests'],
      'matter=土地请示': ['土地', '土地类', '用地', 'land requests'],
      'matter=项目请示': ['项目类', '项目方面', 'project requests'],
      'matter=政策请示': ['政策', '政策类', '政策方面', 'policy requests'],
    },
    names: [/\b(?:money|funds?|funding)\b.*\brequested\b|\brequested\b.*\b(?:money|funds?|funding)\b/],
    figures: {
      amount: ['money was requested', 'funds requested', 'money requested'],
      replyDays: ['to answer requests', 'to answer', 'to reply to requests'],
    },
  },
  inspection: {
    figures: {
      found: [
        'problems discovered',
        'discovered',
        'detected',
        'uncovered',
        'identified',
        'findings',
        '发现的问题',
        '查出的问题',
        '查出问题',
        '问题数',
      ],
      fixed: [
        '整改',
        '整改了',
        '整改问题',
        '整改的问题',
        '整改掉',
        '整改掉问题',
        '整改完',
        '改掉',
        '改了',
        'fixed',
        'put right',
        'rectified',
        'corrected',
      ],
      fixRate: ['rectification rate', 'fix rate'],
    },
  },
  indicator: {
    values: {
      'name=联网计算机': ['联网电脑', '联网的电脑', '联网的计算机', 'computers are networked', 'networked pcs'],
      'name=联网单位': ['units were networked', 'units are networked', 'units networked'],
    },
  },
};
