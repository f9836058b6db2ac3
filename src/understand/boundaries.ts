/** Where one record ends and the next begins: new kinds, new counts, new numbers, other sorts, other days. */
import type { RecordKind } from '../kinds/kind.ts';
import type { Day } from '../time/day.ts';
import {
  englishSort,
  hasOtherSort,
  isNewCode,
  isOtherChange,
  isOtherOutcome,
  isOtherPaper,
  isOtherReceiver,
  isOtherSenders,
  isOtherThing,
  isOtherTitle,
  isOtherVisitor,
  isSortAhead,
  singleAlone,
} from './another-one.ts';
import { choiceIn, knownIn } from './choices.ts';
import { bareCount, countsIn, hasFigures, neverCounted } from './counts-in.ts';
import { figuresIn } from './figures.ts';
import { kindIn, type Scored } from './kind-of.ts';
import type { Marks } from './marks.ts';
import { movesIn } from './status.ts';

/** A stretch of the text that may begin a record, and the record being told before it. */
export interface Meeting {
  readonly kind: RecordKind;
  readonly sofar: Marks;
  readonly own: Marks;
  /** The kind the stretch names itself. */
  readonly found: Scored | undefined;
  /** The text before the stretch. */
  readonly before: string;
  readonly today: Day;
  /** The stretch with the one behind it: what names a sort may have its figure there. */
  readonly ahead: Marks;
  /** The parts of a total are being told one by one. */
  readonly listing: boolean;
}

const connects = /^(?:[二三四五六七八九]是|还|又|另外?|同时|并|此外|以及|顺便|接着|然后|并且|也|and\b|also\b|then\b)/i;
/** A deed that begins a record where it begins a clause. */
export const deed =
  /^(?:[发收开报出编办立派写]|印发|召开|接待|督查|暗访|检查|报送|上报|组织|培训|起草|开展|举办|参加|修订|新建|制定|出台|废止|成立|采购|维修)了/;
const partOfDay = /^(?:今天|昨天)?(?:一早|早上|早晨|上午|中午|下午|傍晚|晚上|\d{1,2}点)/;
const recap = /(?:一共|总共|累计|合计|共计|到.{0,8}为止|就这些|就这么多|全年共|\+\s?1$|in total|altogether|so far)/i;

/** Only sums up what was told before (这个月一共出了7期). */
export function isRecap(text: string): boolean {
  return recap.test(text);
}

export function startsNew(meeting: Meeting): boolean {
  const { kind, sofar, own, found, before } = meeting;
  // What the office means to do next may be of any kind: it all belongs to the plan.
  if (kind.id === 'plan') return false;
  const other = found && found.kind !== kind ? found : undefined;
  if (isRecap(own.text) && !other && figuresIn(kind, sofar).quantity) return false;
  if (other) {
    if (isOwnValue(kind, own, other)) return isNewOfKind(meeting);
    if (countsIn(other.kind, own)) return true;
    if (other.strength !== 'sure') return connects.test(own.text) && other.score > 15;
    // 开了专题会28人 发了政办函70号: each clause has its own deed.
    if (deed.test(own.text) && (deed.test(sofar.text) || own.docNos.length > 0)) return true;
    if (connects.test(own.text) || /\b(?:and|then)\s+$/i.test(before)) return true;
    if (hasFigures(other.kind, own) && (!hasFigures(kind, own) || hasFigures(kind, sofar))) return true;
    return hasDay(own) && hasDay(sofar);
  }
  // 接待2批:省厅5人 市发改委7人: behind the colon the total is told part by part.
  if (/:\s?$/.test(before) && (figuresIn(kind, sofar).quantity?.value ?? 1) > 1 && hasFigures(kind, own)) return true;
  if (meeting.listing && hasFigures(kind, own) && hasFigures(kind, sofar)) return true;
  return isNewOfKind(meeting);
}

/** A weaker name of another kind that is a value or a figure of the running one (动态30 of a website). */
export function isOwnValue(kind: RecordKind, own: Marks, other: Scored): boolean {
  if (isSort(kind, own) || isOutcome(kind, own)) return true;
  // 昨晚值班无异常,早上收市府办急件1份: another part of the day, another thing.
  if (partOfDay.test(own.text) && countsIn(other.kind, own)) return false;
  if (other.strength === 'sure') return false;
  return bareCount(kind, own) !== undefined || Object.keys(figuresIn(kind, own).fields).length > 0;
}

/** 加急。 behind a matter that has an urgency tells that, and of no paper. */
export function isOnlyValue(kind: RecordKind, own: Marks): boolean {
  const said = own.text.trim();
  return Object.values(kind.fields).some(
    (field) => field.type === 'choice' && choiceIn(kind, field, said)?.hit.text === said,
  );
}

/** 咨询2件投诉5件建议1件: the next sort of the letters, no 建议 of a deputy. */
function isSort(kind: RecordKind, own: Marks): boolean {
  const field = kind.fields.category ?? kind.fields.docType;
  if (field?.type !== 'choice') return false;
  if (englishSort.test(own.text))
    return choiceIn(kind, field, own.text) !== undefined && (countsIn(kind, own) || singleAlone.test(own.text));
  if (!/^\S{2,4}?\s?\d+\s?\S?$/.test(own.text)) return false;
  return choiceIn(kind, field, own.text)?.hit.index === 0 && countsIn(kind, own);
}

/** 予以公开2件: how so many ended, in the running kind's own words. */
function isOutcome(kind: RecordKind, own: Marks): boolean {
  const count = figuresIn(kind, own).quantity;
  const before = count && own.text.slice(0, count.index).replace(/^其中/, '').trim();
  if (!before) return false;
  return [...neverCounted].some((name) => {
    const field = kind.fields[name];
    return field?.type === 'choice' && choiceIn(kind, field, before)?.hit.text === before;
  });
}

export function isNewOfKind({
  kind,
  sofar,
  own,
  ahead,
  today,
}: Omit<Meeting, 'found' | 'before' | 'listing'>): boolean {
  if (hasOtherSort(kind, own, sofar) || isSortAhead(kind, { own, ahead, sofar })) return true;
  if (isOtherPaper(kind, own, sofar) || isOtherChange(kind, own, sofar)) return true;
  if (countsIn(kind, own) && countsIn(kind, sofar)) return !isShare(kind, own, sofar);
  if (own.docNos.length > 0 && sofar.docNos.length > 0 && !/^[和与及]/.test(own.text)) return true;
  if (isOtherTitle(kind, own, sofar) || isOtherThing(kind, own, sofar)) return true;
  if (isNewCode(kind, own, sofar)) return true;
  const name = namedIn(kind, own);
  if (name !== undefined && namedIn(kind, sofar) !== undefined && name !== namedIn(kind, sofar)) return true;
  if (isOtherVisitor(kind, own, sofar) || isOtherSenders(kind, own, sofar)) return true;
  const isNamed = kindIn(own.text)?.kind === kind;
  if (isNamed && isOtherReceiver(kind, own, sofar)) return true;
  if (isOtherOutcome(kind, own, sofar)) return true;
  const [day] = own.times.filter((time) => time.grain === 'day' && (isNamed || (time.start ?? '') <= today));
  const earlier = sofar.times.find((time) => time.grain === 'day' && time.said !== 'holiday');
  return day !== undefined && earlier !== undefined && day.start !== earlier.start && (isNamed || topicIn(kind, own));
}

const arrived = /(?:受理|收到?|接到?|转来|来|立案|新增)了?[\u4e00-\u9fff]{0,8}\s?$/;

const englishShare =
  /^(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:were |was |have been |already )?[a-z]+ed(?: (?:today|yesterday|so far|already|to))?$/i;

/** 10件完成6件, 立案72件 交办72件: a move with no greater count tells how far the ten have come. */
function isShare(kind: RecordKind, own: Marks, sofar: Marks): boolean {
  const told = bareCount(kind, own);
  const before = figuresIn(kind, sofar).quantity?.value;
  // 12 letters received, 10 answered.
  if (told !== undefined && before !== undefined && englishShare.test(own.text.trim()))
    return told < before || (told === before && before > 1);
  const count = figuresIn(kind, own).quantity;
  const total = figuresIn(kind, sofar).quantity?.value;
  if (!count || total === undefined || count.value > total || kindIn(own.text) || own.units.length > 0) return false;
  // 受理3件 审结2件: what came in and what was ended are counted each by itself.
  const came = arrived.test(sofar.text.slice(0, figuresIn(kind, sofar).quantity!.index));
  if (came && count.value < total && !/^(?:其中|已|都|均|全部?)/.test(own.text)) return false;
  return movesIn(kind, own.text).some((moved) => own.text.slice(moved.end, count.index).replace(/了|\s/g, '') === '');
}

/** 办结85件 满意82件: how a part of the 85 ended is no further case. */
export function isOutcomeShare(kind: RecordKind, own: Marks, sofar: Marks): boolean {
  const count = figuresIn(kind, own).quantity;
  const total = figuresIn(kind, sofar).quantity?.value;
  if (!count || total === undefined || count.value > total || own.units.length > 0) return false;
  return [...neverCounted, 'urgency'].some((name) => {
    const field = kind.fields[name];
    if (field?.type !== 'choice' || choiceIn(kind, field, sofar.text)) return false;
    const hit = choiceIn(kind, field, own.text.slice(0, count.index))?.hit;
    return hit !== undefined && own.text.slice(hit.end, count.index).replace(/的|了|\s/g, '') === '';
  });
}

function namedIn(kind: RecordKind, marks: Marks): string | undefined {
  return kind.fields.name && knownIn(kind.fields.name, marks.text)?.value;
}

function topicIn(kind: RecordKind, marks: Marks): boolean {
  return Object.values(kind.fields).some((field) => field.known && knownIn(field, marks.text));
}

function hasDay(marks: Marks): boolean {
  return marks.times.some((time) => time.grain === 'day');
}
