/** What the heading of a column means for a kind: a column of every record, a field of its own, or the day of a move. */
import type { columns } from '../kinds/entry.ts';
import type { RecordKind } from '../kinds/kind.ts';

export type ColumnName = Exclude<(typeof columns)[number], 'precision'>;

export type Heading =
  | { readonly is: 'number' | 'kind' | 'moves' | 'nothing' }
  | { readonly is: 'column'; readonly name: ColumnName }
  | { readonly is: 'field'; readonly name: string }
  | { readonly is: 'move'; readonly name: string };

/** The columns every kind has, as an export heads them. */
export const columnHeadings: Readonly<Record<ColumnName, string>> = {
  on: '日期',
  until: '截至',
  title: '标题',
  quantity: '数量',
  unit: '单位',
  section: '科室',
  status: '状态',
  due: '期限',
  note: '备注',
  basis: '汇总口径',
};
export const numberHeading = '编号';
export const kindHeading = '类型';
export const movesHeading = '历次变动';

/** Where a kind has a field of the same name, the column every record has goes by another. */
const otherHeadings: Partial<Record<ColumnName, string>> = { unit: '相关单位', due: '到期日', on: '登记日期' };

/** How an office heads these columns in tables of its own. */
const usualColumns: Partial<Record<ColumnName, readonly string[]>> = {
  on: ['时间', '发生日期', '立案日期', '收到日期', '收件日期', '收文日期', '来文日期', '来信日期', '提出日期', 'day'],
  until: ['截止', '结束日期', '终止日期', '至'],
  title: [
    '案由',
    '事由',
    '题目',
    '名称',
    '事项',
    '事项名称',
    '件名',
    '议题',
    '内容',
    '主要内容',
    '标题案由',
    '标题/案由',
  ],
  quantity: ['件数', '次数', '个数', '总数'],
  unit: ['承办单位', '主办单位', '责任单位', '牵头单位', '来文单位', '办理单位', '主办', '承办'],
  section: ['承办科室', '经办科室', '责任科室', '部门'],
  status: ['办理状态', '当前状态', '办理情况', '进展状态'],
  due: ['办理期限', '办理时限', '完成时限', '答复期限', '办结期限', '限办日期', '截止日期', '到期日期'],
  note: ['说明', '备注说明', '其他'],
};

/** The same for fields, by their names in whichever kind has them. */
const usualFields: Readonly<Record<string, readonly string[]>> = {
  caseNo: ['提案号', '建议号', '提案编号', '建议编号', '件号', '案件号'],
  docNo: ['发文字号', '发文文号', '来文字号', '文件编号', '文件号', '发文号', '收文号'],
  proposer: [
    '提案人',
    '提案者',
    '建议人',
    '提出人',
    '领衔代表',
    '领衔委员',
    '代表姓名',
    '委员姓名',
    '代表',
    '委员',
    '提出者',
  ],
  coUnits: ['协办单位', '配合单位', '会办', '协办'],
  source: ['类型', '件类', '建议提案类别'],
  category: ['分类', '类型', '内容分类'],
  session: ['会议届次', '届次会议', '届别'],
  resultClass: ['办理结果类别', '结果类别', '答复类别', '办复类别', '办理类别', '结果', '答复分类'],
  satisfaction: ['满意情况', '评价', '反馈意见', '反馈情况', '委员意见', '代表意见', '评价意见', '满意率'],
  contacts: ['沟通方式', '沟通情况', '面商情况', '联系方式'],
  leader: ['批示领导', '领导', '分管领导', '呈批领导'],
  urgency: ['缓急', '缓急程度', '紧急度'],
  attendees: ['参会人数', '参加人数', '人数', '参训人数'],
  visitor: ['来访单位', '来宾'],
  journal: ['刊物名称', '刊名', '采用刊物'],
  score: ['分值', '计分'],
};

const nothing: ReadonlySet<string> = new Set(['序号', '序', 'no', '#', '行号']);

/**
 * @param mixed the rows of the table name their kinds themselves
 * @returns undefined for a heading that means nothing to the kind
 */
export function headingOf(kind: RecordKind, given: string, mixed = false): Heading | undefined {
  const text = normal(given);
  if (mixed && text === kindHeading) return { is: 'kind' };
  if (text === '') return undefined;
  if (nothing.has(text)) return { is: 'nothing' };
  if (text === numberHeading || text === '台账编号') return { is: 'number' };
  if (text === movesHeading) return { is: 'moves' };
  return (
    exactHeading(kind, text) ??
    usual(kind, text) ??
    (text === kindHeading ? { is: 'kind' } : undefined) ??
    part(kind, text)
  );
}

/** The heading under which an export shows a column of every record. */
export function columnHeading(kind: RecordKind, name: ColumnName): string {
  const unitLabel = name === 'unit' && Object.values(kind.fields).find((field) => field.isUnit)?.label.zh;
  if (unitLabel) return unitLabel;
  const heading = columnHeadings[name];
  const taken = Object.values(kind.fields).some((field) => field.label.zh === heading);
  return taken ? (otherHeadings[name] ?? heading) : heading;
}

/** Without what people put around a heading: blanks, a counting word in brackets, a colon, a star. */
export function normal(heading: string): string {
  return heading
    .normalize('NFKC')
    .replace(/[\s*:：]/g, '')
    .replace(/[（(【[].*?[)）\]】]/g, '')
    .toLowerCase();
}

/** A heading as an export writes it. */
export function exactHeading(kind: RecordKind, given: string): Heading | undefined {
  const text = normal(given);
  for (const name of Object.keys(columnHeadings) as ColumnName[]) {
    if (text === columnHeading(kind, name) || text === name) return { is: 'column', name };
  }
  for (const [name, field] of Object.entries(kind.fields)) {
    if (![field.label.zh, field.label.en, name].some((label) => normal(label) === text)) continue;
    return field.isUnit ? { is: 'column', name: 'unit' } : { is: 'field', name };
  }
  return moveDay(kind, text);
}

/** 交办日期, 答复时间: the day of a move, by its label or one of the words that report it. */
function moveDay(kind: RecordKind, text: string): Heading | undefined {
  const verb = /^(.{2,6}?)(?:日期|时间|日)$/.exec(text)?.[1];
  if (verb === undefined) return undefined;
  const named = Object.entries(kind.life.moves).filter(
    ([name]) => name !== 'log' && name !== 'amend' && name !== 'undo',
  );
  const found =
    named.find(([, move]) => move.label.zh === verb) ?? named.find(([, move]) => move.to && move.words.includes(verb));
  return found && { is: 'move', name: found[0] };
}

function usual(kind: RecordKind, text: string): Heading | undefined {
  for (const [name, headings] of Object.entries(usualFields)) {
    const field = kind.fields[name];
    if (field && headings.includes(text)) return field.isUnit ? { is: 'column', name: 'unit' } : { is: 'field', name };
  }
  for (const [name, headings] of Object.entries(usualColumns)) {
    if (headings?.includes(text)) return { is: 'column', name: name as ColumnName };
  }
  const byWord = Object.entries(kind.fields).find(([, field]) => field.words?.some((word) => normal(word) === text));
  if (!byWord) return undefined;
  return byWord[1].isUnit ? { is: 'column', name: 'unit' } : { is: 'field', name: byWord[0] };
}

/** 主办单位名称, 建议提案案号: a label with something before or behind it. */
function part(kind: RecordKind, text: string): Heading | undefined {
  const labels: [string, Heading][] = [
    ...Object.entries(kind.fields).map(([name, field]): [string, Heading] => [
      field.label.zh,
      field.isUnit ? { is: 'column', name: 'unit' } : { is: 'field', name },
    ]),
    ...(['title', 'due', 'status', 'section', 'note'] as const).map((name): [string, Heading] => [
      columnHeadings[name],
      { is: 'column', name },
    ]),
  ];
  const found = labels
    .filter(([label]) => label.length >= 2 && (text.startsWith(label) || text.endsWith(label)))
    .sort(([a], [b]) => b.length - a.length)[0];
  return found?.[1];
}
