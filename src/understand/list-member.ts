/** What makes a stretch a member of a list: something of its own, alike with the others; or what holds for all of them, or for none. */
import { type RecordKind, unitFieldOf } from '../kinds/kind.ts';
import type { Day } from '../time/day.ts';
import { choiceIn } from './choices.ts';
import { countsIn, hasFigures, neverCounted } from './counts-in.ts';
import { figuresIn } from './figures.ts';
import { kindIn } from './kind-of.ts';
import { weightOf } from './likeness.ts';
import { joinMarks, type Marks, type Range } from './marks.ts';
import { actOf } from './speech-act.ts';
import { movesIn } from './status.ts';
import { subjectParts } from './subject.ts';

/** Kinds whose records are called by their matter, so that a bare matter is one. */
const matters: ReadonlySet<string> = new Set([
  'coordination',
  'honor',
  'institution',
  'instruction',
  'letter',
  'plan',
  'proposal',
  'regulation',
  'research',
  'shortcoming',
  'supervision',
  'task',
]);

/** A unit, a sort or a level tells it from the others. */
export function isTellable(marks: Marks, kind: RecordKind, range: Range): boolean {
  const own = joinMarks(marks, [range]);
  return own.units.length > 0 || sortIn(kind, own, ['category', 'level', 'source', 'channel']) !== undefined;
}

/** 值班都正常 周六出车2趟: what names another kind is no member, however few its figures. */
export function isOfOther(marks: Marks, kind: RecordKind, range: Range): boolean {
  const named = kindIn(joinMarks(marks, [range]).text);
  return named !== undefined && named.kind !== kind;
}

type Sign = (kind: RecordKind, own: Marks) => string | undefined;

/** What members of a list have in common: each its unit, its figure, its outcome, its day. */
export const signs: readonly Sign[] = [
  (kind, { units }) => (unitFieldOf(kind) || takesUnit(kind) ? units[0]?.name : undefined),
  (kind, own) => Object.keys(figuresIn(kind, own).fields)[0],
  (kind, own) => sortIn(kind, own, [...neverCounted]),
  (_, { times }) => times.find((time) => time.grain === 'day')?.text,
  (_, { titles, docNos }) => titles[0]?.text ?? docNos[0]?.value,
];

function takesUnit(kind: RecordKind): boolean {
  return ['visitor', 'units'].some((name) => Object.hasOwn(kind.fields, name));
}

export function sortIn(kind: RecordKind, own: Marks, names: readonly string[]): string | undefined {
  return names
    .map((name) => kind.fields[name]?.type === 'choice' && choiceIn(kind, kind.fields[name], own.text)?.id)
    .find((id): id is string => typeof id === 'string');
}

/** Members look alike: all with a unit, all with the same figure, all another sort of the kind, or all a matter. */
export function areAlike(marks: Marks, kind: RecordKind, atoms: readonly Range[]): boolean {
  const each = atoms.map((atom) => joinMarks(marks, [atom]));
  if (
    signs.some(
      (sign, at) =>
        new Set(each.map((own) => (at === 1 ? sign(kind, own) : sign(kind, own) !== undefined) || '')).size === 1 &&
        sign(kind, each[0]!) !== undefined,
    )
  )
    return true;
  const sorts = new Set(each.map((own) => sortIn(kind, own, ['category', 'source', 'channel']) ?? ''));
  return (
    (sorts.size === each.length && !sorts.has('')) ||
    (matters.has(kind.id) && each.every((own) => own.numbers.length === 0))
  );
}

const attends = /(?:参加|主持|出席|讲话|陪同|带队|参会|到会)了?$/;

/** Something of its own is told: a unit, a name, a sort, a matter. */
export function isMember(marks: Marks, kind: RecordKind, group: readonly Range[]): boolean {
  const own = joinMarks(marks, group);
  if (attends.test(own.text) || countsIn(kind, own)) return false;
  if (Object.hasOwn(kind.fields, 'visitor') && /^(?:国家|省|市|县|区)/.test(own.text)) return true;
  if (own.times.some((time) => time.grain === 'day') && hasFigures(kind, own)) return true;
  if (own.units.length > 0 && (unitFieldOf(kind) !== undefined || takesUnit(kind))) return true;
  if (own.titles.length > 0 || own.docNos.length > 0 || sortIn(kind, own, ['category', 'docType'])) return true;
  return weightOf(subjectParts(kind, own, [...placesOf(kind, own), ...own.leaders, ...own.units]).join(' ')) >= 2;
}

function placesOf(kind: RecordKind, own: Marks): Range[] {
  const figures = figuresIn(kind, own);
  return [...Object.values(figures.fields), ...movesIn(kind, own.text)].map(({ index, end }) => ({ index, end }));
}

/** Tells of another kind with figures of its own: no member of this list. */
export function isOther(marks: Marks, kind: RecordKind, atom: Range): boolean {
  const own = joinMarks(marks, [atom]);
  const other = kindIn(own.text);
  return other !== undefined && other.kind !== kind && hasFigures(other.kind, own) && !hasFigures(kind, own);
}

export const forAll = /^(?:也|已经?|今天|昨天|目前)*(?:都|均|全部?|统一|一并|一起)(?!市|县|城)/;

/** 都呈吴副区长了, 已印发: holds for every member. */
export function isOfAll(marks: Marks, kind: RecordKind, atom: Range): boolean {
  const own = joinMarks(marks, [atom]);
  if (own.numbers.length > 0) return false;
  if (forAll.test(own.text)) return true;
  return (
    weightOf(subjectParts(kind, own, [...placesOf(kind, own), ...own.leaders]).join(' ')) < 2 && own.units.length === 0
  );
}

/** 明天还有一场保密的: a plan or a remark behind the list. */
export function isNoFact(marks: Marks, atom: Range, today: Day): boolean {
  const own = joinMarks(marks, [atom]);
  return actOf(own.text, own.times, today) !== 'fact' || /(?:还|另外?)[有剩]/.test(own.text);
}
