/** The level nobody names: it follows from the leader's title, from whose office is named or from whose honour it is. */
import type { RecordKind, Value } from '../kinds/kind.ts';
import type { Marks } from './marks.ts';

const prefixes: readonly (readonly [pattern: RegExp, level: string])[] = [
  [/\b(?:Ministry of|State Council|National [A-Z])/, 'national'],
  [/\bProvincial (?:Department|Office|Government|Bureau|Party)/i, 'provincial'],
  [/(?:^|[^\u4e00-\u9fff]|接待了?|来了|昨天|今天|迎接|陪)(?:国家|国务院|中央|全国|部委)/, 'national'],
  [/(?:^|[\s,。被获上在了登])省《/, 'provincial'],
  [/(?:^|[\s,。被获上在了登])市《/, 'municipal'],
  [
    /(?<!外)省(?!钱|心|力|得|略)[\u4e00-\u9fff]{0,8}(?:厅|局|办|委|部门|院|中心|妇联|残联|工会|工商联|科协|文联|党校|组|队|协会|集团|刊|里|用|采|登|专报|参阅)/,
    'provincial',
  ],
  [
    /(?<![城超门都夜早菜])市(?!场|民(?!政|宗|防)|区(?!委|里)|政(?!府|协)|容|面|县|价)[\u4e00-\u9fff]{0,8}(?:局|办|委|部门|院|中心|妇联|残联|工会|工商联|科协|文联|党校|组|支队|协会|刊|里|用|采|登|专报|参阅)/,
    'municipal',
  ],
];

/** 被评为市优秀信息员: whose title it is. */
const titleWon = /(?:评为|评上|获评?|荣获|授予|获得)(?:了)?全?([省市区])(?=[^级里委政府长]{2})/;

/** A level that is not named follows from the leader's title or from whose office is named. */
export function inferLevel(kind: RecordKind, marks: Marks, fields: Record<string, Value>, assumed: string[]): void {
  const field = kind.fields.level;
  if (field?.type !== 'choice') return;
  const [leader] = marks.leaders;
  const byLeader = kind.id === 'instruction' ? leader?.level : undefined;
  const told = fields.level !== undefined && !assumed.includes('level');
  const byOffice = told ? undefined : prefixes.find(([pattern]) => pattern.test(marks.text))?.[1];
  const visitor = typeof fields.visitor === 'string' ? fields.visitor : '';
  const byPlace =
    !told && Object.hasOwn(field.choices ?? {}, 'county') && /[县区]$/.test(visitor) ? 'county' : undefined;
  const won = Object.hasOwn(kind.fields, 'recipient') ? titleWon.exec(marks.text)?.[1] : undefined;
  const byTitle =
    !told && won ? ({ 省: 'provincial', 市: 'municipal', 区: 'district' } as Record<string, string>)[won] : undefined;
  const byOwn =
    !told && Object.hasOwn(kind.fields, 'recipient') && /(?:^|[\s,。])区(?!长)[\u4e00-\u9fff]{2}/.test(marks.text)
      ? 'district'
      : undefined;
  const level = byLeader ?? byOffice ?? byTitle ?? byPlace ?? byOwn;
  if (level === undefined || !Object.hasOwn(field.choices ?? {}, level)) return;
  fields.level = level;
  if (assumed.includes('level')) assumed.splice(assumed.indexOf('level'), 1);
}
