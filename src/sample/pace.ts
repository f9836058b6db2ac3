/** How much of each kind happens in the sample year, and within which bounds its numbers lie. */

/** Records a year by kind; a kind that is not here gets `usualPace`. */
export const pace: Readonly<Record<string, number>> = {
  proposal: 84,
  information: 76,
  letter: 72,
  meeting: 70,
  outgoing: 64,
  incoming: 56,
  disclosure: 44,
  bulletin: 48,
  archive: 36,
  instruction: 34,
  supervision: 30,
  request: 26,
  logistics: 26,
  duty: 24,
  inspection: 22,
  reception: 20,
  task: 18,
  application: 14,
  party: 14,
  research: 10,
  coordination: 10,
  reconsideration: 7,
  training: 6,
};
export const usualPace = 4;

/** Months (1–12) in which a kind's year begins its work; elsewhere it is spread over the workdays. */
export const season: Readonly<Record<string, readonly number[]>> = {
  proposal: [1, 2, 3],
  task: [1, 2],
  honor: [1, 2, 12],
  plan: [12, 1],
};

/** Weights of choices by kind and field (or by field alone); a field that is not here takes each value alike. */
export const weights: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'proposal.level': { district: 90, municipal: 8, provincial: 2 },
  'proposal.key': { none: 86, key: 7, difficult: 4, leader: 3 },
  resultClass: { A: 68, B: 25, C: 6, D: 1 },
  satisfaction: { satisfied: 86, basic: 12, dissatisfied: 2 },
  urgency: { normal: 82, urgent: 15, extra: 3 },
  'instruction.urgency': { normal: 74, urgent: 16, difficult: 10 },
  'instruction.level': { district: 78, municipal: 17, provincial: 5 },
  nature: { assign: 58, approve: 24, read: 12, circulate: 6 },
  'information.level': { municipal: 62, provincial: 30, national: 8 },
  decision: { approved: 82, more: 9, meeting: 6, refused: 3 },
  procedure: { ordinary: 80, simple: 20 },
  'reconsideration.outcome': { upheld: 50, rejected: 15, mediated: 20, changed: 8, revoked: 7 },
  'litigation.outcome': { won: 85, lost: 10, withdrawn: 5 },
  attended: { yes: 96, no: 4 },
  reply: { public: 66, partial: 14, absent: 12, elsewhere: 8 },
  'letter.channel': { hotline: 46, 'mayor-box': 34, petition: 12, web: 8 },
  'honor.level': { district: 70, municipal: 30 },
  'reception.level': { municipal: 50, provincial: 25, county: 12, 'sister-city': 10, national: 3 },
  'meeting.category': { special: 44, executive: 18, video: 14, site: 8, talk: 8, analysis: 5, plenary: 3 },
  'institution.change': { made: 70, revised: 30 },
  docType: { 通知: 50, 意见: 14, 通报: 10, 报告: 10, 函: 8, 批复: 5, 纪要: 3 },
};

/** Least, most and step of numbers by kind and field (or by field alone). */
export const ranges: Readonly<Record<string, readonly [number, number, number]>> = {
  places: [2, 9, 1],
  found: [0, 7, 1],
  fixed: [0, 4, 1],
  score: [4, 24, 2],
  articles: [4, 9, 1],
  copies: [20, 120, 10],
  'request.amount': [50_000, 800_000, 10_000],
  'logistics.amount': [600, 24_000, 100],
  attendees: [8, 120, 1],
  topics: [3, 9, 1],
  visitors: [3, 18, 1],
  accompany: [1, 4, 1],
  volumes: [1, 24, 1],
  items: [1, 30, 1],
  readers: [1, 5, 1],
  pages: [200, 5_000, 100],
  reports: [1, 3, 1],
  people: [5, 60, 1],
  progress: [20, 100, 5],
  streak: [2, 5, 1],
};

/** Where the stocks stand at the start and by how much they may grow a month. */
export const stocks: readonly { readonly name: string; readonly unitWord: string; from: number; growth: number }[] = [
  { name: '联网单位', unitWord: '家', from: 118, growth: 3 },
  { name: '联网计算机', unitWord: '台', from: 480, growth: 9 },
  { name: '接入系统', unitWord: '个', from: 12, growth: 1 },
];

/** Calendar days from one step of a life to the next: least and most. */
export const stepDays: Readonly<Record<string, readonly [number, number]>> = {
  'proposal.assign': [1, 12],
  'proposal.reply': [25, 88],
  'proposal.close': [3, 16],
  'supervision.report': [10, 40],
  'task.close': [120, 300],
  'letter.reply': [1, 6],
  'letter.close': [0, 2],
  'reconsideration.close': [25, 58],
  'litigation.close': [40, 120],
  'application.reply': [6, 24],
  'outgoing.archive': [20, 120],
  'incoming.archive': [20, 120],
};
export const usualStepDays: readonly [number, number] = [1, 9];

/** Most of the counting word in one entry, where entries of several are usual. */
export const batches: Readonly<Record<string, number>> = { disclosure: 24, letter: 1, information: 3, outgoing: 1 };
