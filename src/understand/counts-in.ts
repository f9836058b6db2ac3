/** Whether a stretch of text counts or measures anything of a kind. */
import { type RecordKind, unitFieldOf } from '../kinds/kind.ts';
import { choiceIn, knownIn } from './choices.ts';
import { figuresIn } from './figures.ts';
import type { Marks } from './marks.ts';
import { movesIn } from './status.ts';

/** A number with the kind's counting word, or a value of the kind with a bare number behind it (投诉4). */
export function countsIn(kind: RecordKind, marks: Marks): boolean {
  return figuresIn(kind, marks).quantity !== undefined || bareCount(kind, marks) !== undefined;
}

export function hasFigures(kind: RecordKind, marks: Marks): boolean {
  const figures = figuresIn(kind, marks);
  return figures.quantity !== undefined || Object.keys(figures.fields).length > 0;
}

/** How things ended is no list of things: 满意82 tells of the 86 before it. */
export const neverCounted: ReadonlySet<string> = new Set([
  'satisfaction',
  'resultClass',
  'outcome',
  'decision',
  'attended',
  'reply',
  'pace',
]);

const verbBefore = /^(?:and |also |we |then )*[a-z]+(?: (?:out|to|in))? (?:another |a further )?$/i;
/** What comes in or is opened needs no move of its own: … and received 7. */
const beginsBefore =
  /^(?:and |also |we |then )*(?:received|got|took in|registered|logged|opened) (?:another |a further )?$/i;
/** 2 about dogs: what was named before is counted by what it is about. */
const aboutBehind = /^\s(?:about|on|over|concerning|regarding|against)\s+\S/i;
/** 3 to Housing, 2 for Transport: what was named before is counted by who has it. */
const forUnit = /^\s(?:to|for|with|from)\s(?:the )?$/i;
/** Kinds of which people say how many were about what. */
const counted: ReadonlySet<string> = new Set(
  'letter proposal reconsideration litigation ruling application incoming outgoing information disclosure supervision instruction request'.split(
    ' ',
  ),
);

const opensWith: ReadonlySet<string> = new Set(['received', 'registered']);
const sortFields = ['category', 'column', 'channel', 'docType', 'source'];

/** 1 plenary, 3 special: the sort alone stands for the thing that was named before. */
function isSortAlone(kind: RecordKind, rest: string): boolean {
  if (!/^[a-z][a-z -]{2,24}$/i.test(rest)) return false;
  return sortFields.some((name) => {
    const field = kind.fields[name];
    return field?.type === 'choice' && choiceIn(kind, field, rest)?.hit.text.length === rest.length;
  });
}

const beginsChinese = /(?:新收|收到|收|接到|登记|报送|立项|开展|组织|召开|接待|完成|起草|印发|编发)了?\s*$/;

/** Whether a Chinese deed of the kind ends right there. */
function doneBefore(kind: RecordKind, before: string): boolean {
  if (!/[\u4e00-\u9fff]了?\s*$/.test(before)) return false;
  const end = before.replace(/了?\s*$/, '').length;
  return beginsChinese.test(before) || movesIn(kind, before).some((moved) => moved.end >= end);
}

const eventful: ReadonlySet<string> = new Set(['duty', 'logistics', 'meeting', 'inspection']);

/** The number in 咨询3投诉4: it ends the stretch and a value of the kind stands right before it. */
export function bareCount(kind: RecordKind, marks: Marks): number | undefined {
  const [number, ...others] = figuresIn(kind, marks).spare;
  if (!number || others.length > 0 || number.percent) return undefined;
  const behind = marks.times.reduce((text, time) => text.replace(time.text, ''), marks.text.slice(number.end));
  const before = marks.text.slice(0, number.index);
  // … and issued 2: the thing was named before, or goes without saying.
  const rest = behind.replace(/^\s*\([^()]*\)/, '').trim();
  if (rest === '' && verbBefore.test(before) && movesIn(kind, before).length > 0) return number.value;
  if (rest === '' && beginsBefore.test(before) && opensWith.has(kind.life.first)) return number.value;
  if (/^(?:and )?$/i.test(before.trim()) && aboutBehind.test(behind) && counted.has(kind.id)) return number.value;
  const [given] = marks.units;
  if (
    given &&
    !/\b(?:no\.?|number|proposal|motion|suggestion|item|case|letter)\s*$/i.test(before) &&
    counted.has(kind.id) &&
    forUnit.test(marks.text.slice(number.end, given.index))
  )
    return number.value;
  // 1 on Sunday: the day alone stands for the thing that was named before.
  const dated = marks.times.some((time) => time.grain === 'day') && (counted.has(kind.id) || eventful.has(kind.id));
  if (dated && /^(?:and )?$/i.test(before.trim()) && /^(?:on|in|at)?$/i.test(rest)) return number.value;
  if (/^(?:and )?$/i.test(before.trim()) && isSortAlone(kind, rest)) return number.value;
  // … 3 issued: the thing was named before.
  if (
    before.trim() === '' &&
    (/^\s(?:were |was )?(?:[a-z]+ed|sent out|held)(?: out| to)?$/i.test(behind.trimEnd()) ||
      /^\s(?:were |was )?[a-z]+ed (?:by|in|at) (?:the )?[a-z ]{3,24}$/i.test(behind.trimEnd())) &&
    movesIn(kind, behind).length > 0
  )
    return number.value;
  if (behind.trim() !== '') return undefined;
  // 今天提案办结3: a whole number right behind what was done with them.
  if (doneBefore(kind, before) && Number.isInteger(number.value)) return number.value;
  const valued = Object.entries(kind.fields).some(([name, field]) => {
    if (neverCounted.has(name)) return false;
    const hit =
      field.type === 'choice' ? choiceIn(kind, field, before)?.hit : field.known && knownIn(field, before)?.hit;
    return hit !== undefined && before.slice(hit.end).trim() === '';
  });
  // 建设3 交通2 卫健1: so many for each unit.
  const allotted =
    number.value < 1000 &&
    (unitFieldOf(kind) !== undefined || counted.has(kind.id)) &&
    marks.units.some(({ end }) => before.slice(end).trim() === '' && end <= number.index);
  return valued || allotted ? number.value : undefined;
}
