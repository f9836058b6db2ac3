/** Which names each section may mention: titles and topics that are nobody's private matter. */
import type { Entry } from '../kinds/entry.ts';
import {
  activityName,
  areaWords,
  both,
  builtThing,
  contactWords,
  field,
  hasStreak,
  honorTitle,
  is,
  isAccepted,
  isActivity,
  isCampaign,
  isMechanism,
  isStudy,
  quoted,
  studyWords,
  title,
  titleOf,
  unlike,
  winnerOf,
  withSisterOffices,
} from './name-picks.ts';
import type { NameAsk, SectionId } from './section-plan.ts';
import { themeOf } from './theme.ts';

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
  return { key, kind: 'egov', sort: '建设项目名称', where, pick: (entry) => [builtThing(entry)] };
}

function revamped(key: string, where: (entry: Entry) => boolean): NameAsk {
  const named = (thing: string): string => (thing.endsWith('改版') ? thing : `${thing}改版`);
  return { ...egov(key, both(where, is('change', 'revamped'))), pick: (entry) => [named(builtThing(entry))] };
}

const isNetwork = is('category', 'system', 'network');
const isNet = is('category', 'network');
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
        const name = builtThing(entry);
        return [system && !name.includes(system) ? `${system}${quoted(name)}` : name];
      },
    },
    egov('connected', both(isNetwork, is('change', 'connected'))),
    egov('systemsOnline', both(is('category', 'system'), is('change', 'online'))),
    revamped('systemsRevamped', isNetwork),
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
    revamped('sitesRevamped', unlike(isNetwork)),
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
      pick: (entry) => [titleOf(entry).replace(studyWords, '')],
    },
    { key: 'activities', kind: 'party', sort: '活动名称', where: isActivity, pick: activityName },
    {
      key: 'carriers',
      kind: 'party',
      sort: '党建载体',
      where: (entry) => !isStudy(entry) && !isActivity(entry) && !/^(?:党建|支部|党员)?活动$/.test(titleOf(entry)),
      pick: title,
    },
    ...rules('party'),
    ...bodies('party'),
    {
      key: 'honors',
      kind: 'honor',
      sort: '荣誉',
      where: unlike(hasStreak),
      pick: (entry) => [quoted(honorTitle(entry))],
      gather: { by: winnerOf, say: (winner, titles) => `${winner}获${titles.join('')}称号` },
    },
    {
      key: 'streakHonors',
      kind: 'honor',
      sort: '连续获得的荣誉',
      where: hasStreak,
      pick: (entry) => [`被评为${quoted(honorTitle(entry))}`],
    },
  ],
  shortcomings: [
    { key: 'shortcomings', kind: 'shortcoming', sort: '不足', where: (entry) => entry.status !== 'fixed', pick: title },
  ],
  plans: [{ key: 'plans', kind: 'plan', sort: '打算', pick: title }],
};
