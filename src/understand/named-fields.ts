/** The field a correction names: 件数, 牵头单位, 题目, 文号, lead unit. */
import { type Field, type RecordKind, unitFieldOf } from '../kinds/kind.ts';

/** How people name what every record has. */
const columnWords: readonly (readonly [column: string, words: RegExp])[] = [
  ['due', /期限|时限|限期|截止|到期|\b(?:deadline|due date)\b/i],
  ['title', /题目|标题|题名|名称|事由|名字|\b(?:title|subject)\b/i],
  ['on', /日期|时间|日子|哪天|\b(?:date|day)\b/i],
  ['quantity', /数量|次数|\b(?:quantity|count)\b/i],
];
const ofUnit = /(?:主办|牵头|承办|责任|来文|请示|办理|报送)?(?:单位|部门)|\b(?:lead )?(?:unit|bureau)\b/i;
const helpers = /(?:会办|协办|配合)(?:单位|部门)?|\b(?:co-?|assisting |supporting )units?\b/i;
const named = /(?:领导|批示人|谁批)|\bleader\b/i;
const codes: Readonly<Record<string, RegExp>> = {
  docNo: /文号|发文号|编号|\b(?:document|doc) (?:no|number)\b/i,
  caseNo: /案号|提案号|建议号|编号|\bcase (?:no|number)\b/i,
  issueNo: /期号|期数|\bissue (?:no|number)\b/i,
  itemNo: /项号|编号|\bitem (?:no|number)\b/i,
};

/** The field whose name a text begins with (人数是30, 地点在…), and how long that name is. */
export function labelAt(
  kind: RecordKind,
  text: string,
): { readonly name: string; readonly length: number } | undefined {
  const opens = Object.entries(kind.fields).flatMap(([name, field]) =>
    labelsOf(name, field)
      .filter((word) => word.length >= 2 && text.startsWith(word))
      .map((word) => ({ name, length: word.length })),
  );
  for (const [name, words] of columnWords) {
    const found = words.exec(text);
    if (found?.index === 0) opens.push({ name, length: found[0].length });
  }
  const own = unitFieldOf(kind);
  const charged = own && !helpers.test(text) ? /^(?:主办|牵头|承办|责任)(?:单位|部门|的)?/.exec(text)?.[0] : undefined;
  if (own && charged) opens.push({ name: own, length: charged.length });
  return opens.sort((a, b) => b.length - a.length)[0];
}

/** What people call a text besides its label. */
const textLabels: Readonly<Record<string, readonly string[]>> = {
  venue: ['地点', '会场', '开会地点', '会议地点'],
  topic: ['主题', '内容', '专题'],
  purpose: ['来意', '目的'],
  visitor: ['来访单位', '来的单位'],
  level: ['级别', '层级'],
  category: ['类别', '类型', '分类'],
  amount: ['金额', '经费'],
  places: ['地方', '点位', '处数'],
  leader: ['领导'],
};

function labelsOf(name: string, field: Field): string[] {
  return [...wordsOf(name, field), ...(textLabels[name] ?? [])].filter((word) => /[\u4e00-\u9fff]/.test(word));
}

/** The name of the field or column, the most telling word first; undefined where none is named. */
export function fieldNamedIn(kind: RecordKind, text: string): string | undefined {
  const hits: { name: string; length: number }[] = [];
  const add = (name: string, length: number | undefined) => {
    if (length) hits.push({ name, length });
  };
  for (const [name, field] of Object.entries(kind.fields)) {
    add(name, longestOf(wordsOf(name, field), text));
    if (field.type === 'code') add(name, codes[name]?.exec(text)?.[0].length);
    if (field.type === 'units') add(name, helpers.exec(text)?.[0].length);
    if (field.type === 'person') add(name, named.exec(text)?.[0].length);
  }
  add('quantity', longestOf(countWords([kind.counts.zh, ...(kind.alsoCounted ?? [])]), text));
  for (const [column, words] of columnWords) add(column, words.exec(text)?.[0].length);
  if (!helpers.test(text)) {
    const own = unitFieldOf(kind) ?? Object.entries(kind.fields).find(([, field]) => field.type === 'unit')?.[0];
    add(own ?? (Object.hasOwn(kind.fields, 'visitor') ? 'visitor' : 'unit'), ofUnit.exec(text)?.[0].length);
  }
  return hits.sort((a, b) => b.length - a.length)[0]?.name;
}

function longestOf(words: readonly string[], text: string): number | undefined {
  const found = words.filter((word) => word.length >= 2 && text.toLowerCase().includes(word.toLowerCase()));
  return found.length > 0 ? Math.max(...found.map((word) => word.length)) : undefined;
}

function wordsOf(name: string, field: Field): string[] {
  const words = [field.label.zh, field.label.en, name];
  if (field.type === 'number' || field.type === 'choice') words.push(...(field.words ?? []));
  if (field.type !== 'number') return words.filter((word) => word !== 'category' && word !== 'level');
  const people = /人/.test(field.counts?.zh ?? '') ? ['人数', '人次', '参会人数', '来访人数', '到会'] : [];
  return [...words, ...people, ...countWords([field.counts?.zh ?? '', ...(field.measureWords ?? [])])];
}

/** 家 is asked for as 家数, 场 as 场次. */
function countWords(measures: readonly string[]): string[] {
  return measures
    .map((measure) => measure.slice(0, 1))
    .filter((measure) => /[\u4e00-\u9fff]/.test(measure))
    .flatMap((measure) => [`${measure}数`, `${measure}次`]);
}
