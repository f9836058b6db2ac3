/** What a record lends to a summary, and which records may lend it: nobody's private matter among them. */
import { kindOf } from '../kinds/all.ts';
import type { Entry } from '../kinds/entry.ts';

/** A theme of the whole year (三产发展年): a task nobody in particular was given. */
export function isCampaign(entry: Entry): boolean {
  return !entry.unit && !entry.due && ['itemNo', 'source', 'progress', 'pace'].every((name) => !(name in entry.fields));
}

/** A title without the serial somebody hung on it to tell two alike apart. */
export function titleOf(entry: Entry): string {
  return entry.title.replace(/\s*[（(]\d{1,3}[）)]$/, '').trim();
}

export const title = (entry: Entry): readonly string[] => [titleOf(entry)];

/** What was built, without the verb that says so. */
export function builtThing(entry: Entry): string {
  return titleOf(entry).replace(/(.{2,})(?:接入|开通|上线|启用|联网|建成|投用)$/, '$1');
}

/** What was won: 2026年获评平安单位 is 平安单位. */
export function honorTitle(entry: Entry): string {
  const recipient = String(entry.fields.recipient ?? '');
  const nameless = recipient && !recipientOf(entry) ? titleOf(entry).replace(recipient, '') : titleOf(entry);
  return nameless.replace(/^(?:\d{4}年度?)?(?:荣获|获评|获得|被评为|获|评为)?(?=.{2})/, '');
}

export function field(name: string): (entry: Entry) => readonly string[] {
  return (entry) => {
    const value = entry.fields[name];
    if (typeof value === 'string') return [value];
    return Array.isArray(value) ? value.map(String) : [];
  };
}

export const is =
  (name: string, ...values: string[]) =>
  (entry: Entry) =>
    values.includes(String(entry.fields[name] ?? ''));

export function isMechanism(entry: Entry): boolean {
  return entry.fields.category === 'mechanism' || /机制$/.test(entry.title);
}

export const unlike = (left: (entry: Entry) => boolean) => (entry: Entry) => !left(entry);

export const both = (a: (entry: Entry) => boolean, b: (entry: Entry) => boolean) => (entry: Entry) =>
  a(entry) && b(entry);

export const studyWords = /^(?:组织|集中|专题|认真|深入|全体党员)*(?:学习|学)(?!教育)(?:贯彻|了)?/;

export function isStudy(entry: Entry): boolean {
  return studyWords.test(titleOf(entry)) && titleOf(entry).replace(studyWords, '').length > 1;
}

export function isActivity(entry: Entry): boolean {
  return !isStudy(entry) && !is('category', 'other', '')(entry);
}

/** A title that names an activity stands as it is; anything else (去烈士陵园) gives way to the category's label. */
export function activityName(entry: Entry): readonly string[] {
  if (/(?:教育|学习|党日|党课|服务|大会|会议|支部会|活动|培训|宣讲|谈话|评议|换届|课)$/.test(titleOf(entry)))
    return [titleOf(entry)];
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

/** Who is said to have won it: the organisation, or somebody of the staff. */
export function winnerOf(entry: Entry): string {
  if (recipientOf(entry)) return recipientOf(entry);
  return entry.fields.recipient ? '干部职工' : '';
}

export const hasStreak = (entry: Entry): boolean => typeof entry.fields.streak === 'number' && entry.fields.streak > 1;

export const quoted = (text: string): string => (/^[“《]/.test(text) ? text : `“${text}”`);

export const contactWords: Readonly<Record<string, string>> = {
  'site-meeting': '召开现场办理会',
  visit: '上门走访',
  talk: '座谈',
  call: '电话沟通',
};

/** 四办 talk to each other: that is no matter between departments. */
export function withSisterOffices(entry: Entry): boolean {
  return field('units')(entry).some((unit) => /^区?(?:委|人大|政协)(?:办|常委会|机关|$)/.test(unit));
}

export function isAccepted(entry: Entry): boolean {
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

export function areaWords(entry: Entry): string[] {
  const area = areas[String(entry.fields.area ?? '')];
  return area ? [area] : [];
}
