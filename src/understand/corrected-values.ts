/** Which field of a record a corrected value belongs to: by the old value, by the measure word, by the words around it. */
import { kindOf } from '../kinds/all.ts';
import type { Entry } from '../kinds/entry.ts';
import { type Field, type RecordKind, unitFieldOf, type Value } from '../kinds/kind.ts';
import { addDays, type Day, daysBetween } from '../time/day.ts';
import type { TimeSpan } from '../time/phrase.ts';
import { choiceIn, knownIn } from './choices.ts';
import type { Context } from './context.ts';
import { codeTold, codeValue } from './corrected-code.ts';
import { numberValue, shiftedValue } from './corrected-figure.ts';
import { nameInTitle, titleValue } from './corrected-title.ts';
import { preciseValue, readFields } from './fields.ts';
import { figuresIn } from './figures.ts';
import { type Marks, marksIn } from './marks.ts';
import type { Changes, Mended, Said } from './mended.ts';
import { fieldNamedIn } from './named-fields.ts';

/** @returns what to set, or null where the value fits nothing of the record */
export function correctedValues(entry: Entry, mended: Mended, said: Said): Changes | null {
  const kind = kindOf(entry.kind);
  if (!kind) return null;
  const right = marksIn(mended.right, said.context, 'past');
  if (mended.by !== undefined) return shiftedValue(kind, entry, mended.by, said);
  return withLevel(kind, entry, valuesOf(kind, entry, mended, { right, said }), said.context);
}

/** 是省统计局 不是市统计局: whose they are tells of which level they are. */
function withLevel(kind: RecordKind, entry: Entry, set: Changes | null, context: Context): Changes | null {
  const visitor = set?.visitor;
  if (!set || typeof visitor !== 'string' || entry.fields.level === undefined) return set;
  const { level } = readFields(kind, marksIn(visitor, context), context).fields;
  return level === undefined || level === entry.fields.level ? set : { ...set, level };
}

function valuesOf(
  kind: RecordKind,
  entry: Entry,
  mended: Mended,
  { right, said }: { right: Marks; said: Said },
): Changes | null {
  return (
    namedValue(kind, entry, mended, { right, said }) ??
    codeValue(kind, entry, mended, right) ??
    dueValue(entry, mended, said) ??
    dayValue(entry, entry.status === 'planned' ? marksIn(mended.right, said.context, 'future') : right) ??
    numberValue(kind, entry, mended, { right, said }) ??
    leaderValue(kind, entry, right) ??
    sectionValue(kind, mended) ??
    choiceValue(kind, entry, mended, said) ??
    nameValue(kind, right) ??
    textValue(kind, entry, mended) ??
    nameInTitle(entry, mended)
  );
}

/** 件数是71, 牵头单位弄错了 是园林中心, 文号错了 97号: the words say which value it is. */
function namedValue(
  kind: RecordKind,
  entry: Entry,
  mended: Mended,
  given: { right: Marks; said: Said },
): Changes | null {
  const { right, said } = given;
  const at = mended.said.lastIndexOf(mended.right);
  const name = fieldNamedIn(kind, at > 0 ? mended.said.slice(0, at) : mended.said.replace(mended.right, ' '));
  const field = name === undefined ? undefined : kind.fields[name];
  if (name === undefined) return null;
  // Several values put right at once say themselves which they are.
  if (name === 'due' || name === 'on' || right.numbers.length > 1) return null;
  if (name === 'title') return titleValue(entry, mended);
  if (name === 'quantity') {
    const number = right.numbers[0];
    return number ? { quantity: number.value, precision: number.precision } : null;
  }
  if (name === 'unit' || name === 'visitor') return nameTold(right, mended, name);
  switch (field?.type) {
    case 'number': {
      const [number] = right.numbers;
      // 问题改成3处: a measure word of another figure says more than the word around it.
      if (!number || (figuresIn(kind, right).quantity && entry.fields[name] === undefined)) return null;
      return { [name]: preciseValue({ ...number, end: number.end, measure: '' }) ?? number.value };
    }
    case 'unit':
      return nameTold(right, mended, name);
    case 'units': {
      if (right.units.length > 0) return { [name]: right.units.map((unit) => unit.name) };
      const told = nameTold(right, mended, name)?.[name];
      return typeof told === 'string' ? { [name]: told.split(/[、和与]/) } : null;
    }
    case 'code':
      return codeTold(entry, name, mended, said);
    case 'choice': {
      const chosen = choiceIn(kind, field, mended.right);
      return chosen ? { [name]: chosen.id } : null;
    }
    case 'text': {
      // 会场是201会议室: a number in a name counts nothing, a number alone does.
      if (right.numbers.length > 0 && !/\d[\u4e00-\u9fff]{2,}/.test(mended.right)) return null;
      const value = knownIn(field, mended.right)?.value ?? mended.right;
      const old = entry.fields[name];
      const titled = typeof old === 'string' && old.length >= 2 && entry.title.includes(old);
      return { [name]: value, ...(titled ? { title: entry.title.replace(old, mended.right) } : {}) };
    }
    default:
      return null;
  }
}

/** A unit that is not in the list is kept as it is written. */
function nameTold(right: Marks, mended: Mended, name: string): Changes | null {
  const told = right.units[0]?.name ?? mended.right.replace(/^(?:是|为|给)/, '');
  const isName = right.units.length > 0 || (/^[\u4e00-\u9fff]{2,14}$/.test(told) && right.times.length === 0);
  return isName ? { [name]: told } : null;
}

/** 漏了一个单位 还有城管局. */
export function addedUnits(entry: Entry, marks: Marks): Changes | null {
  const kind = kindOf(entry.kind);
  const name = kind && Object.keys(kind.fields).find((one) => kind.fields[one]?.type === 'units');
  if (!name) return null;
  const known = Array.isArray(entry.fields[name]) ? entry.fields[name].map(String) : [];
  const told = marks.units.map((unit) => unit.name).filter((unit) => !known.includes(unit) && unit !== entry.unit);
  return told.length > 0 ? { [name]: [...known, ...told] } : null;
}

/** A limit lies ahead: 期限写错了 是9月20日. */
function dueValue(entry: Entry, mended: Mended, said: Said): Changes | null {
  if (!/期限|时限|限期|截止|到期|延期|deadline|due/i.test(said.marks.text)) return null;
  if (
    !entry.due &&
    !/(?:期限|时限|截止)(?:日期|时间|日)?(?:是|应|为|改|错|写错|$)|\b(?:deadline|due date)\b/i.test(said.marks.text)
  )
    return null;
  // 改成6月30日前: the limit is that day.
  const limit = mended.right.replace(/(?:之前|以前|前)$/, '');
  const [time] = marksIn(limit, said.context, 'future').times;
  if (!time?.start) return null;
  // 7月底, 本月内: the limit is the last day.
  return { due: time.grain === 'day' || time.end === null ? time.start : addDays(time.end, -1) };
}

/** 改到周三, said of what was planned for a Tuesday: the weekday beside it. */
function besides({ start, text }: Pick<TimeSpan, 'start' | 'text'>, old: Day): Day {
  if (!/^(?:周|星期|礼拜)|^(?:on )?[a-z]+day$/i.test(text)) return start!;
  const week = addDays(start!, 7);
  return Math.abs(daysBetween(week, old)) < Math.abs(daysBetween(start!, old)) ? week : start!;
}

function dayValue(entry: Entry, right: Marks): Changes | null {
  const [time] = right.times;
  if (!time?.start || right.numbers.length > 0) return null;
  if (time.grain === 'day') return { on: entry.status === 'planned' ? besides(time, entry.on) : time.start };
  if (time.end === null) return null;
  return entry.until ? { on: time.start, until: addDays(time.end, -1) } : { on: time.start };
}

/** 不对 是转给提案科: a section it was handed to, and no value of a choice. */
function sectionValue(kind: RecordKind, { right }: Mended): Changes | null {
  const section = /(?:转|交|派|分)?给(?:了)?(?<section>[\u4e00-\u9fff]{2,4}[科股])(?:了|的)?$/.exec(right)?.groups
    ?.section;
  if (!section || kind.life.moves.assign === undefined) return null;
  return { [unitFieldOf(kind) ?? 'unit']: section };
}

function choiceValue(kind: RecordKind, entry: Entry, mended: Mended, said: Said): Changes | null {
  const fitting = Object.entries(kind.fields).flatMap(([name, field]) => {
    const chosen = field.type === 'choice' ? choiceIn(kind, field, mended.right) : undefined;
    return chosen && chosen.id !== entry.fields[name]
      ? [{ name, id: chosen.id, length: chosen.hit.text.length, field }]
      : [];
  });
  const wasOld = fitting.filter(({ field, name }) => isOld(kind, field, entry.fields[name], mended.old));
  const filled = (wasOld.length > 0 ? wasOld : fitting).sort(
    (a, b) =>
      Number(entry.fields[b.name] !== undefined) - Number(entry.fields[a.name] !== undefined) || b.length - a.length,
  );
  const [best] = filled;
  if (!best) return null;
  // A unit or a title may contain a choice's word; only a whole answer is a choice.
  if (best.length * 2 < mended.right.replace(/类|件|的/g, '').length && said.marks.units.length > 0) return null;
  return { [best.name]: best.id };
}

function isOld(kind: RecordKind, field: Field, value: Value | undefined, old: string): boolean {
  return old !== '' && choiceIn(kind, field, old)?.id === value;
}

/** A leader with a name wins over the level his title stands for. */
function leaderValue(kind: RecordKind, entry: Entry, right: Marks): Changes | null {
  const leader = right.leaders.at(-1);
  const person = Object.keys(kind.fields).find((name) => kind.fields[name]?.type === 'person');
  if (!leader || !person) return null;
  const changes: Changes = { [person]: leader.name };
  if (kind.id === 'instruction' && leader.level !== entry.fields.level) changes.level = leader.level;
  return changes;
}

function nameValue(kind: RecordKind, right: Marks): Changes | null {
  const [unit] = right.units;
  if (!unit) return null;
  const own = unitFieldOf(kind);
  if (own) return { [own]: unit.name };
  const other = Object.keys(kind.fields).find((name) => kind.fields[name]?.type === 'unit');
  if (other) return { [other]: unit.name };
  if (kind.fields.visitor) return { visitor: unit.name };
  return { unit: unit.name };
}

/** A wrong word in the title or another text is replaced there. */
function textValue(kind: RecordKind, entry: Entry, mended: Mended): Changes | null {
  const old = mended.old || (mended.subject ?? '');
  if (old.length < 2) return null;
  const changes: Changes = {};
  for (const [name, value] of Object.entries(entry.fields)) {
    if (kind.fields[name]?.type === 'text' && typeof value === 'string' && value.includes(old))
      changes[name] = value.replace(old, mended.right);
  }
  if (entry.title.includes(old)) changes.title = entry.title.replace(old, mended.right);
  return Object.keys(changes).length > 0 ? changes : null;
}
