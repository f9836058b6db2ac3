/** What shows that another one of the same kind is told: another title, sort, sender, visitor, receiver, outcome or number. */
import type { RecordKind } from '../kinds/kind.ts';
import { choiceIn } from './choices.ts';
import { countsIn, hasFigures, neverCounted } from './counts-in.ts';
import { figuresIn } from './figures.ts';
import { kindIn } from './kind-of.ts';
import { isEnglish } from './language.ts';
import type { Marks } from './marks.ts';

export const englishSort =
  /^(?:and )?(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:[a-z-]+ ){0,2}[a-z-]+$/i;

/** Kinds whose records are the papers themselves. */
export const papers: ReadonlySet<string> = new Set(['institution', 'regulation', 'outgoing', 'research']);

/** 印发了《印章管理办法》 修订了《值班制度》: two rules, each with what happened to it. */
export function isOtherTitle(kind: RecordKind, own: Marks, sofar: Marks): boolean {
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

export const singleAlone = /^(?:and )?(?:an?|one) [a-z][a-z -]{2,30}(?: (?:to|on|about|for)\b.*)?$/i;

/** Sent out a circular and two letters, two notices and a letter: a thing of its own beside others that are counted. */
export function isOtherThing(kind: RecordKind, own: Marks, sofar: Marks): boolean {
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

const sorts = ['category', 'channel', 'column'] as const;

/** 主题党日30人 廉政谈话2人: another sort of the kind with figures of its own. */
export function hasOtherSort(kind: RecordKind, own: Marks, sofar: Marks): boolean {
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
export function isSortAhead(
  kind: RecordKind,
  { own, ahead, sofar }: { own: Marks; ahead: Marks; sofar: Marks },
): boolean {
  if (ahead.text === own.text || hasFigures(kind, own) || !hasOtherSort(kind, ahead, sofar)) return false;
  if (!sorts.some((name) => kind.fields[name] && choiceIn(kind, kind.fields[name], own.text))) return false;
  const filled = figuresIn(kind, sofar).fields;
  return Object.keys(figuresIn(kind, ahead).fields).some((name) => Object.hasOwn(filled, name));
}

/** 调研报告定稿了 讲话稿还在写: another sort of paper with a state of its own. */
export function isOtherPaper(kind: RecordKind, own: Marks, sofar: Marks): boolean {
  if (kind.id !== 'research' || !kind.fields.category) return false;
  const here = choiceIn(kind, kind.fields.category, own.text)?.id;
  const earlier = choiceIn(kind, kind.fields.category, sofar.text)?.id;
  return here !== undefined && earlier !== undefined && here !== earlier && kindIn(own.text)?.kind === kind;
}

const ownSubject: ReadonlySet<string> = new Set(['organization', 'egov']);

/** 老谢退休 小金借调过来, 医保系统接入 救助系统也接入: whom or what it happened to is told anew. */
export function isOtherChange(kind: RecordKind, own: Marks, sofar: Marks): boolean {
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
export function isOtherReceiver(kind: RecordKind, own: Marks, sofar: Marks): boolean {
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
export function isOtherOutcome(kind: RecordKind, own: Marks, sofar: Marks): boolean {
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
export function isOtherSenders(kind: RecordKind, own: Marks, sofar: Marks): boolean {
  const [here] = own.units;
  if (kind.fields.from?.type !== 'unit' || here?.index !== 0 || sofar.units.length === 0) return false;
  const figures = Object.keys(figuresIn(kind, own).fields);
  return (
    figures.some((name) => figuresIn(kind, sofar).fields[name]) && sofar.units.every((unit) => unit.name !== here.name)
  );
}
