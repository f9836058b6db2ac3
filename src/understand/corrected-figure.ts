/** Which figure of a record a corrected number belongs to: by the old value, by the measure word, by the words around it. */
import type { Entry } from '../kinds/entry.ts';
import { numberIn, type RecordKind } from '../kinds/kind.ts';
import { readNumbers } from '../numbers.ts';
import { preciseValue } from './fields.ts';
import { figuresIn } from './figures.ts';
import type { Marks } from './marks.ts';
import type { Changes, Mended, Said } from './mended.ts';

/** 少报了2件: the figure of that measure word, so much more. */
export function shiftedValue(kind: RecordKind, entry: Entry, by: number, said: Said): Changes | null {
  const figures = figuresIn(kind, said.marks);
  const [name] = Object.keys(figures.fields).filter((one) => entry.fields[one] !== undefined);
  const before = name ? numberIn(entry.fields[name]) : { value: entry.quantity, precision: entry.precision };
  if (before?.precision !== 'exact' || before.value + by < 1) return null;
  return name ? { [name]: before.value + by } : { quantity: before.value + by, precision: 'exact' };
}

export function numberValue(
  kind: RecordKind,
  entry: Entry,
  mended: Mended,
  given: { right: Marks; said: Said },
): Changes | null {
  const [number] = given.right.numbers;
  if (!number) return null;
  // 人数应该35 is said of no record that counts nobody.
  const people = Object.values(kind.fields).some(
    (field) => field.type === 'number' && /人/.test(field.counts?.zh ?? ''),
  );
  if (!people && /人数|人次/.test(mended.said)) return null;
  const old = readNumbers(mended.old)[0]?.value;
  const figure = { value: number.value, precision: number.precision, index: 0, end: 0, measure: '' };
  const value = preciseValue(figure) ?? number.value;
  const quantity: Changes = { quantity: number.value, precision: number.precision };
  const byOld = old === undefined ? undefined : fieldHolding(kind, entry, old);
  const figures = figuresIn(kind, given.right);
  // Several values put right at once (3场520人次).
  if (given.right.numbers.length > 1 && figures.quantity && Object.keys(figures.fields).length > 0) {
    const all: Changes = { quantity: figures.quantity.value, precision: figures.quantity.precision };
    for (const [name, one] of Object.entries(figures.fields)) all[name] = preciseValue(one) ?? one.value;
    return all;
  }
  const [byMeasure] = Object.keys(figures.fields);
  const around = figuresIn(kind, given.said.marks);
  const [byWords] = Object.entries(around.fields).find(([, one]) => one.value === number.value) ?? [];
  if (byOld && !(entry.quantity === old && figures.quantity)) return { [byOld]: value };
  if (old !== undefined && entry.quantity === old) return quantity;
  if (byMeasure && (entry.fields[byMeasure] !== undefined || !figures.quantity)) return { [byMeasure]: value };
  if (byWords && (entry.fields[byWords] !== undefined || !figures.quantity)) return { [byWords]: value };
  const byName = fieldNamed(kind, entry, given.said.marks.text);
  if (byName && !figures.quantity) return { [byName]: value };
  const filled = Object.keys(kind.fields).filter(
    (name) => kind.fields[name]?.type === 'number' && numberIn(entry.fields[name]),
  );
  // 是6个, after 来了8个人: the only figure that was told.
  if (entry.quantity === 1 && filled.length === 1 && /^\d+\s?个?$/.test(mended.right)) return { [filled[0]!]: value };
  if (figures.quantity || around.quantity) return quantity;
  // One case with a number of its own is not several.
  if (entry.quantity === 1 && codeNames.some((name) => entry.fields[name] !== undefined)) return null;
  if (entry.quantity > 1 || filled.length === 0) return kind.fields.value ? { value } : quantity;
  // 是4所学校, after 80万: schools are no money.
  const money = filled.length === 1 && kind.fields[filled[0]!]?.counts?.zh === '元';
  if (money && /^\s*(?:是|应该是)?\s*[\d.]+\s*(?![\d.万亿千百元块])[\u4e00-\u9fffa-z]/i.test(mended.right)) return null;
  return filled.length === 1 ? { [filled[0]!]: value } : quantity;
}

const codeNames = ['caseNo', 'docNo', 'issueNo', 'itemNo'];

/** 人数错了 是36: the message says what was miscounted. */
function fieldNamed(kind: RecordKind, entry: Entry, text: string): string | undefined {
  return Object.entries(kind.fields).find(([name, field]) => {
    if (field.type !== 'number' || !numberIn(entry.fields[name])) return false;
    const people = /人/.test(field.counts?.zh ?? '') && /人数|人次|参会|来访|到会/.test(text);
    return people || [field.label.zh, ...(field.words ?? [])].some((word) => word.length >= 2 && text.includes(word));
  })?.[0];
}

function fieldHolding(kind: RecordKind, entry: Entry, number: number): string | undefined {
  return Object.keys(kind.fields).find(
    (name) => kind.fields[name]?.type === 'number' && numberIn(entry.fields[name])?.value === number,
  );
}
