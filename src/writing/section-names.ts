/** Which names each section may mention: titles and topics that are nobody's private matter. */
import { kindOf } from '../kinds/all.ts';
import type { Entry } from '../kinds/entry.ts';
import type { NameAsk, SectionId } from './section-plan.ts';
import { themeOf } from './theme.ts';

/** A theme of the whole year (三产发展年): a task nobody in particular was given. */
export function isCampaign(entry: Entry): boolean {
  return !entry.unit && !entry.due && ['itemNo', 'source', 'progress', 'pace'].every((name) => !(name in entry.fields));
}

const title = (entry: Entry): readonly string[] => [entry.title];

function field(name: string): (entry: Entry) => readonly string[] {
  return (entry) => {
    const value = entry.fields[name];
    if (typeof value === 'string') return [value];
    return Array.isArray(value) ? value.map(String) : [];
  };
}

const is =
  (name: string, ...values: string[]) =>
  (entry: Entry) =>
    values.includes(String(entry.fields[name] ?? ''));

/** Rules and mechanisms of the section's own theme. */
function rules(section: SectionId): NameAsk[] {
  const own = (entry: Entry): boolean => themeOf(entry.title, 'documents') === section;
  return [
    {
      key: 'rulesMade',
      kind: 'institution',
      sort: '制度名称',
      where: (entry) => own(entry) && !is('change', 'revised', 'repealed')(entry) && !isMechanism(entry),
      pick: title,
      wrap: 'book',
    },
    {
      key: 'mechanisms',
      kind: 'institution',
      sort: '机制名称',
      where: (entry) => own(entry) && !is('change', 'revised', 'repealed')(entry) && isMechanism(entry),
      pick: title,
    },
    {
      key: 'rulesRevised',
      kind: 'institution',
      sort: '制度名称',
      where: (entry) => own(entry) && is('change', 'revised')(entry),
      pick: title,
      wrap: 'book',
    },
    {
      key: 'rulesRepealed',
      kind: 'institution',
      sort: '制度名称',
      where: (entry) => own(entry) && is('change', 'repealed')(entry),
      pick: title,
      wrap: 'book',
    },
  ];
}

function isMechanism(entry: Entry): boolean {
  return entry.fields.category === 'mechanism' || /机制$/.test(entry.title);
}

/** Bodies founded, renamed, merged or moved; who came and who left is nobody's business here. */
function bodies(section: SectionId): NameAsk[] {
  const changes = [
    ['bodiesFounded', 'founded'],
    ['bodiesRenamed', 'renamed'],
    ['bodiesMerged', 'merged'],
    ['bodiesMoved', 'moved'],
  ] as const;
  return changes.map(([key, change]) => ({
    key,
    kind: 'organization',
    sort: '机构名称',
    where: (entry) => themeOf(entry.title, 'party') === section && is('change', change)(entry),
    pick: title,
  }));
}

function egov(key: string, where: (entry: Entry) => boolean): NameAsk {
  return { key, kind: 'egov', sort: '建设项目名称', where, pick: title };
}

const isNetwork = is('category', 'system', 'network');
const isNet = is('category', 'network');
const unlike = (left: (entry: Entry) => boolean) => (entry: Entry) => !left(entry);
const both = (a: (entry: Entry) => boolean, b: (entry: Entry) => boolean) => (entry: Entry) => a(entry) && b(entry);

const studyWords = /^(?:组织|集中|专题|认真|深入|全体党员)*(?:学习|学)(?!教育)(?:贯彻|了)?/;

function isStudy(entry: Entry): boolean {
  return studyWords.test(entry.title) && entry.title.replace(studyWords, '').length > 1;
}

function isActivity(entry: Entry): boolean {
  return !isStudy(entry) && !is('category', 'other', '')(entry);
}

/** A title that names an activity stands as it is; anything else (去烈士陵园) gives way to the category's label. */
function activityName(entry: Entry): readonly string[] {
  if (/(?:教育|学习|党日|党课|服务|大会|会议|支部会|活动|培训|宣讲|谈话|评议|换届|课)$/.test(entry.title))
    return [entry.title];
  const label = kindOf('party')?.fields.category?.choices?.[String(entry.fields.category)]?.label.zh;
  return label ? [label] : [];
}

/** Organisations are named, single people are not. */
export function recipientOf(entry: Entry): string {
  const recipient = String(entry.fields.recipient ?? '').trim();
  return /(?:办公室|办|科|室|局|委|支部|总支|党委|队|岗|中心|单位|机关|街道|镇|乡|集体|班组|组)$/.test(recipient)
    ? recipient
    : '';
}

const hasStreak = (entry: Entry): boolean => typeof entry.fields.streak === 'number' && entry.fields.streak > 1;

const quoted = (text: string): string => (/^[“《]/.test(text) ? text : `“${text}”`);

export const names: Readonly<Record<SectionId, readonly NameAsk[]>> = {
  opening: [{ key: 'campaigns', kind: 'task', sort: '年度载体', where: isCampaign, pick: title, wrap: 'quote' }],
  advice: [
    {
      key: 'plansJoined',
      kind: 'research',
      sort: '文稿名称',
      where: both(is('role', 'join'), is('category', 'plan')),
      pick: title,
      wrap: 'quote',
    },
    {
      key: 'drafted',
      kind: 'research',
      sort: '文稿名称',
      where: (entry) => !is('category', 'plan')(entry) || !is('role', 'join')(entry),
      pick: title,
      wrap: 'quote',
    },
    {
      key: 'sisterOffices',
      kind: 'coordination',
      sort: '单位名称',
      where: withSisterOffices,
      pick: field('units'),
    },
    ...rules('advice'),
    ...bodies('advice'),
  ],
  supervision: [
    { key: 'topics', kind: 'inspection', sort: '督查内容', pick: field('topic') },
    ...rules('supervision'),
    ...bodies('supervision'),
    {
      key: 'seconded',
      kind: 'organization',
      sort: '人员充实',
      where: (entry) => is('change', 'seconded')(entry) && themeOf(entry.title, 'party') === 'supervision',
      pick: () => ['抽调人员充实督查力量'],
    },
  ],
  documents: [
    ...rules('documents'),
    ...bodies('documents'),
    { key: 'trainingTopics', kind: 'training', sort: '培训内容', pick: field('topic') },
    {
      ...egov('networks', both(isNet, unlike(is('change', 'connected')))),
      pick: (entry) => {
        const system = String(entry.fields.system ?? '');
        return [system && !entry.title.includes(system) ? `${system}${quoted(entry.title)}` : entry.title];
      },
    },
    egov('connected', both(isNetwork, is('change', 'connected'))),
    egov('systemsOnline', both(is('category', 'system'), is('change', 'online'))),
    egov('systemsRevamped', both(isNetwork, is('change', 'revamped'))),
  ],
  logistics: [
    ...rules('logistics'),
    ...bodies('logistics'),
    {
      key: 'cities',
      kind: 'reception',
      sort: '来访单位',
      where: is('level', 'sister-city'),
      pick: field('visitor'),
    },
  ],
  proposals: [
    {
      key: 'contacts',
      kind: 'proposal',
      sort: '沟通方式',
      pick: (entry) => field('contacts')(entry).flatMap((id) => contactWords[id] ?? []),
    },
    ...rules('proposals'),
    ...bodies('proposals'),
  ],
  law: [
    ...bodies('law'),
    { key: 'regulationTitles', kind: 'regulation', sort: '文件名称', pick: title, wrap: 'book' },
    ...rules('law'),
    { key: 'areas', kind: 'reconsideration', sort: '复议领域', where: isAccepted, pick: (entry) => areaWords(entry) },
    {
      key: 'archiving',
      kind: 'archiving',
      sort: '档案工作',
      pick: title,
    },
    egov('sitesRevamped', both(unlike(isNetwork), is('change', 'revamped'))),
    egov('columnsOnline', both(is('category', 'column'), unlike(is('change', 'revamped')))),
    egov('devices', both(is('category', 'touch', 'screen'), unlike(is('change', 'revamped')))),
    egov('sitesOnline', both(is('category', 'website'), unlike(is('change', 'revamped')))),
  ],
  party: [
    {
      key: 'studies',
      kind: 'party',
      sort: '学习内容',
      where: isStudy,
      pick: (entry) => [entry.title.replace(studyWords, '')],
    },
    { key: 'activities', kind: 'party', sort: '活动名称', where: isActivity, pick: activityName },
    {
      key: 'carriers',
      kind: 'party',
      sort: '党建载体',
      where: (entry) => !isStudy(entry) && !isActivity(entry),
      pick: title,
    },
    ...rules('party'),
    ...bodies('party'),
    {
      key: 'honors',
      kind: 'honor',
      sort: '荣誉',
      where: unlike(hasStreak),
      pick: (entry) => [
        recipientOf(entry) ? `${recipientOf(entry)}获${quoted(entry.title)}称号` : `获${quoted(entry.title)}称号`,
      ],
    },
    {
      key: 'streakHonors',
      kind: 'honor',
      sort: '连续获得的荣誉',
      where: hasStreak,
      pick: (entry) => [`被评为${quoted(entry.title)}`],
    },
  ],
  shortcomings: [
    { key: 'shortcomings', kind: 'shortcoming', sort: '不足', where: (entry) => entry.status !== 'fixed', pick: title },
  ],
  plans: [{ key: 'plans', kind: 'plan', sort: '打算', pick: title }],
};

const contactWords: Readonly<Record<string, string>> = {
  'site-meeting': '召开现场办理会',
  visit: '上门走访',
  talk: '座谈',
  call: '电话沟通',
};

/** 四办 talk to each other: that is no matter between departments. */
export function withSisterOffices(entry: Entry): boolean {
  return field('units')(entry).some((unit) => /^区?(?:委|人大|政协)(?:办|常委会|机关|$)/.test(unit));
}

function isAccepted(entry: Entry): boolean {
  return (entry.days.accept?.length ?? 0) > 0;
}

const areas: Readonly<Record<string, string>> = {
  land: '征地',
  demolition: '拆迁征收',
  security: '治安',
  market: '市场监管',
  social: '社会保障',
  disclosure: '信息公开',
  resources: '自然资源',
};

function areaWords(entry: Entry): string[] {
  const area = areas[String(entry.fields.area ?? '')];
  return area ? [area] : [];
}
