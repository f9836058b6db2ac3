/** What the words for units and for groups mean in a kind: lead, co-unit or both; which field 类别 or 级别 is. */
import type { AskedFilter } from '../../intents/ask-shape.ts';
import type { Field, RecordKind } from '../../kinds/kind.ts';
import type { Frame } from './frame.ts';

const roles: readonly (readonly [RegExp, string])[] = [
  [/会办|协办|配合|\b(?:co-?units?|co-?handl\w*|jointly handled|assist\w*|support\w*)\b/, 'co'],
  [/主办|牵头|独办|\b(?:lead|leads|leading|led)\b/, 'lead'],
  [/承办|办理|经办|\b(?:handled|undertaken|handles?)\b/, 'any'],
];

export function unitFilters(kind: RecordKind, frame: Frame): AskedFilter[] {
  if (frame.units.length === 0) return [];
  const role = roles.find(([pattern]) => pattern.test(frame.text))?.[1];
  const field = unitField(kind, role);
  return keptAndLeft(frame.units).map((units) => ({
    field,
    values: units.map((unit) => unit.value),
    said: units.map((unit) => unit.word).join('、'),
    ...(units[0]!.not && { not: true }),
  }));
}

/** Those that are meant and those that are left out, each for itself. */
export function keptAndLeft<T extends { readonly not?: boolean }>(named: readonly T[]): T[][] {
  return [named.filter((one) => !one.not), named.filter((one) => one.not)].filter((ones) => ones.length > 0);
}

export function unitField(kind: RecordKind, role: string | undefined): string {
  const several = Object.entries(kind.fields).find(([, field]) => field.type === 'units')?.[0];
  const single = Object.values(kind.fields).some((field) => field.isUnit);
  const sender = Object.entries(kind.fields).find(
    ([name, field]) => !field.isUnit && (field.type === 'unit' || name === 'from'),
  )?.[0];
  if (!single && sender) return sender;
  if (several && (role === 'co' || !single)) return several;
  return several && role === 'any' ? 'anyUnit' : 'unit';
}

const unitWords = /单位|部门|局|镇|街|乡|被申请人/;
/** What a group word means where the kind has several fields it could be. */
const groupNames: Readonly<Record<string, readonly string[]>> = {
  目的: ['purpose'],
  刊名: ['journal'],
  会场: ['venue'],
  事由: ['subject', 'matter'],
  类别: ['category', 'docType', 'column', 'source', 'nature', 'area', 'mode', 'reply', 'change', 'level'],
  类型: ['category', 'docType', 'mode', 'nature', 'area', 'column', 'source', 'reply', 'change'],
  种类: ['category', 'docType', 'mode', 'nature', 'area', 'column', 'source', 'reply', 'change'],
  类: ['category', 'docType', 'resultClass', 'column', 'nature', 'area', 'mode', 'source', 'reply'],
  问题: ['category', 'area', 'topic', 'source'],
  专题: ['topic'],
  主题: ['topic', 'category'],
  级别: ['level'],
  层级: ['level'],
  级: ['level'],
  水平: ['level'],
  来源: ['source', 'from', 'channel'],
  刊物: ['journal'],
  期刊: ['journal'],
  渠道: ['channel'],
  栏目: ['column'],
  方式: ['mode', 'channel', 'procedure'],
  状态: ['status'],
  进度: ['pace', 'status'],
  文种: ['docType'],
  领域: ['category', 'area'],
  办理结果: ['resultClass', 'outcome', 'decision'],
  结果: ['resultClass', 'outcome', 'decision', 'reply', 'status'],
  结案方式: ['outcome'],
  领导: ['leader'],
  满意度: ['satisfaction'],
  紧急程度: ['urgency'],
  缓急程度: ['urgency'],
  性质: ['nature'],
  载体: ['carrier'],
  用途: ['purpose'],
  程序: ['procedure'],
  变动: ['change'],
};

/** The field of the kind a group word stands for; nothing when the kind has none. */
export function groupField(
  kind: RecordKind,
  group: NonNullable<Frame['group']>,
  given: { text: string; values?: readonly AskedFilter[] },
): string | undefined {
  const { text, values = [] } = given;
  if (group.step) return group.step;
  if (/科室/.test(group.word)) return 'section';
  if (unitWords.test(group.word)) {
    const role = roles.find(([pattern]) => pattern.test(text))?.[1];
    return unitField(kind, /承办|any/.test(group.word) ? 'any' : role);
  }
  // What is one value for all of them parts nothing.
  const open = ([name, field]: [string, Field]) =>
    !['number', 'code'].includes(field.type) &&
    !values.some((value) => value.field === name && value.values.length === 1);
  const fields = Object.entries(kind.fields).filter(open);
  const named = (fields.find(([, field]) => field.label.zh === group.word) ??
    fields.find(([, field]) => field.label.zh.endsWith(group.word)))?.[0];
  const usual = groupNames[group.word]?.find(
    (name) => name === 'status' || fields.some(([declared]) => declared === name),
  );
  return named && named !== 'category' ? named : (usual ?? named);
}

/** 各局 leaves the towns out, 各镇街 everything else. */
export function townFilter(word: string): AskedFilter | undefined {
  if (/镇|街|乡/.test(word)) return { field: 'town', values: ['yes'] };
  if (/^(?:局|局办|委办局)$/.test(word)) return { field: 'town', values: ['yes'], not: true };
  return undefined;
}
