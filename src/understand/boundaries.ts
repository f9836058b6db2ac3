/** Where one record ends and the next begins: new kinds, new counts, new numbers, other sorts, other days. */
import type { RecordKind } from '../kinds/kind.ts';
import type { Day } from '../time/day.ts';
import { choiceIn, knownIn } from './choices.ts';
import { bareCount, countsIn, hasFigures, neverCounted } from './counts-in.ts';
import { figuresIn } from './figures.ts';
import { kindIn, type Scored } from './kind-of.ts';
import { isEnglish } from './language.ts';
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

const englishSort =
  /^(?:and )?(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:[a-z-]+ ){0,2}[a-z-]+$/i;

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

/** Kinds whose records are the papers themselves. */
export const papers: ReadonlySet<string> = new Set(['institution', 'regulation', 'outgoing', 'research']);

/** 印发了《印章管理办法》 修订了《值班制度》: two rules, each with what happened to it. */
function isOtherTitle(kind: RecordKind, own: Marks, sofar: Marks): boolean {
  if (!papers.has(kind.id) || !sofar.titles[0]) return false;
  const [title] = own.titles;
  if (title) return title.index > 0 && title.text !== sofar.titles[0].text;
  // 废止旧的2项 behind them is another change.
  return (
    kind.fields.change !== undefined &&
    countsIn(kind, own) &&
    choiceIn(kind, kind.fields.change, own.text) !== undefined
  );
}

const thingSorts = ['docType', 'column', 'category'];
const single = /\b(?:an?|the|our|one)\s+[a-z\d]/i;

const singleAlone = /^(?:and )?(?:an?|one) [a-z][a-z -]{2,30}(?: (?:to|on|about|for)\b.*)?$/i;

/** Sent out a circular and two letters, two notices and a letter: a thing of its own beside others that are counted. */
function isOtherThing(kind: RecordKind, own: Marks, sofar: Marks): boolean {
  if (!isEnglish(own.text)) return false;
  const counted = countsIn(kind, own) && !countsIn(kind, sofar) && single.test(sofar.text);
  if (!counted && !(singleAlone.test(own.text) && countsIn(kind, sofar))) return false;
  return thingSorts.some((name) => {
    const field = kind.fields[name];
    if (field?.type !== 'choice' || (counted && !papers.has(kind.id) && kind.id !== 'disclosure')) return false;
    const here = choiceIn(kind, field, own.text)?.id;
    return here !== undefined && here !== choiceIn(kind, field, sofar.text)?.id;
  });
}

/** 第353号 behind 第352号 is another case. */
export function isNewCode(kind: RecordKind, own: Marks, sofar: Marks): boolean {
  const numbers = { caseNo: /第?\s*\d+\s*号/, itemNo: /第\s*\d+\s*项/ };
  return Object.entries(numbers).some(
    ([field, number]) => Object.hasOwn(kind.fields, field) && number.test(own.text) && number.test(sofar.text),
  );
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

const sorts = ['category', 'channel', 'column'] as const;

/** 主题党日30人 廉政谈话2人: another sort of the kind with figures of its own. */
function hasOtherSort(kind: RecordKind, own: Marks, sofar: Marks): boolean {
  const differs = sorts.some((name) => {
    const field = kind.fields[name];
    if (field?.type !== 'choice') return false;
    const here = choiceIn(kind, field, own.text);
    const earlier = choiceIn(kind, field, sofar.text)?.id;
    if (here === undefined || earlier === undefined || here.id === earlier) return false;
    const { index, end } = here.hit;
    // 食堂就餐210人次: named besides by what names its figure.
    const besides = choiceIn(kind, field, own.text.slice(0, index) + own.text.slice(end));
    return besides?.id === here.id || !namesFigure(kind, own.text.slice(index));
  });
  return differs && hasFigures(kind, own) && hasFigures(kind, sofar);
}

/** 费用1200元 is what the cars cost, no expense of its own. */
function namesFigure(kind: RecordKind, said: string): boolean {
  return Object.values(kind.fields).some(
    (field) =>
      field.type === 'number' &&
      field.words?.some((word) => said.startsWith(word) && /^(?:了|共|约|:|\s)*\d/.test(said.slice(word.length))),
  );
}

/** 维修水管 花600元 采购灭火器 花4300元: another sort whose figure follows, of a field that is filled already. */
function isSortAhead(kind: RecordKind, { own, ahead, sofar }: { own: Marks; ahead: Marks; sofar: Marks }): boolean {
  if (ahead.text === own.text || hasFigures(kind, own) || !hasOtherSort(kind, ahead, sofar)) return false;
  if (!sorts.some((name) => kind.fields[name] && choiceIn(kind, kind.fields[name], own.text))) return false;
  const filled = figuresIn(kind, sofar).fields;
  return Object.keys(figuresIn(kind, ahead).fields).some((name) => Object.hasOwn(filled, name));
}

/** 调研报告定稿了 讲话稿还在写: another sort of paper with a state of its own. */
function isOtherPaper(kind: RecordKind, own: Marks, sofar: Marks): boolean {
  if (kind.id !== 'research' || !kind.fields.category) return false;
  const here = choiceIn(kind, kind.fields.category, own.text)?.id;
  const earlier = choiceIn(kind, kind.fields.category, sofar.text)?.id;
  return here !== undefined && earlier !== undefined && here !== earlier && kindIn(own.text)?.kind === kind;
}

const ownSubject: ReadonlySet<string> = new Set(['organization', 'egov']);

/** 老谢退休 小金借调过来, 医保系统接入 救助系统也接入: whom or what it happened to is told anew. */
function isOtherChange(kind: RecordKind, own: Marks, sofar: Marks): boolean {
  if (!ownSubject.has(kind.id) || !kind.fields.change) return false;
  const here = choiceIn(kind, kind.fields.change, own.text);
  const earlier = choiceIn(kind, kind.fields.change, sofar.text);
  if (!here || !earlier || isNoun(sofar.text)) return false;
  // Two colleagues left, one joined.
  if (here.id !== earlier.id && kind.id === 'organization' && englishSort.test(own.text)) return true;
  if (here.id === earlier.id && kind.id === 'organization') return false;
  const before = own.text.slice(0, here.hit.index).replace(/也|又|还|已|今天|昨天|刚|\s/g, '');
  return before === '' ? countsIn(kind, own) : /[\u4e00-\u9fff]{2}/.test(before) && !sofar.text.includes(before);
}

/** 人事变动, 新系统两个: only announces what follows. */
function isNoun(text: string): boolean {
  return /^(?:人事变动|人员变动|机构变动)$/.test(text.trim());
}

const receives = /(?:被评为|获评|荣获|获得|评上|拿了|拿到|得了|捧回|获)/;

/** 我办获评…,小郑被评为…: every receiver has an honour of his own. */
function isOtherReceiver(kind: RecordKind, own: Marks, sofar: Marks): boolean {
  return kind.fields.recipient !== undefined && receives.test(own.text.slice(1)) && receives.test(sofar.text);
}

const comesFrom = /\bfrom (?:the )?([A-Z]\w+)/;

/** 省教育厅5人、市人社局3人: who comes with a head count of their own is another group. */
export function isOtherVisitor(kind: RecordKind, own: Marks, sofar: Marks): boolean {
  if (!Object.hasOwn(kind.fields, 'visitor') || !hasFigures(kind, own) || !hasFigures(kind, sofar)) return false;
  const [mine, theirs] = [own.text, sofar.text].map((text) => comesFrom.exec(text)?.[1]);
  if (mine && theirs && mine !== theirs) return true;
  const [here] = own.units;
  const heads = (marks: Marks): boolean => figuresIn(kind, marks).fields.visitors !== undefined;
  // 下午邻县考察学习8人: another group, though no unit names it; 陪餐3人 came with the first.
  if (!here && heads(own) && heads(sofar)) return !/陪|随行|其中|用餐|住宿|就餐|带队/.test(own.text);
  return here?.index === 0 && sofar.units.length > 0 && sofar.units.every((unit) => unit.name !== here.name);
}

const oneEnded = /^(?:and )?(?:one|another|the other|\d+) (?:was |were |is |has been )?(?<how>[a-z -]{3,24})$/i;

/** One lawsuit won, one withdrawn: how another of them ended. */
function isOtherOutcome(kind: RecordKind, own: Marks, sofar: Marks): boolean {
  const how = isEnglish(own.text) ? oneEnded.exec(own.text)?.groups?.how : undefined;
  if (!how) return false;
  return [...neverCounted].some((name) => {
    const field = kind.fields[name];
    if (field?.type !== 'choice') return false;
    const here = choiceIn(kind, field, how)?.id;
    const earlier = choiceIn(kind, field, sofar.text)?.id;
    return here !== undefined && earlier !== undefined && here !== earlier;
  });
}

/** 民政局要8万,残联要3万: another sender with a figure of its own asks for something else. */
function isOtherSenders(kind: RecordKind, own: Marks, sofar: Marks): boolean {
  const [here] = own.units;
  if (kind.fields.from?.type !== 'unit' || here?.index !== 0 || sofar.units.length === 0) return false;
  const figures = Object.keys(figuresIn(kind, own).fields);
  return (
    figures.some((name) => figuresIn(kind, sofar).fields[name]) && sofar.units.every((unit) => unit.name !== here.name)
  );
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
