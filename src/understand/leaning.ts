/** A deed that names nothing of its own (印发了 文号…, 已转城管局, 委员说满意) happened to what was spoken of last, if it can have. */
import { kindOf } from '../kinds/all.ts';
import type { Entry } from '../kinds/entry.ts';
import type { RecordKind } from '../kinds/kind.ts';
import { canHappen, goesOn, isOpen, soundsNew } from './can-happen.ts';
import { moodPlaces } from './choice-told.ts';
import { readNamedCases } from './codes.ts';
import type { Context } from './context.ts';
import { laterFields } from './fields.ts';
import { figuresIn } from './figures.ts';
import type { Referred } from './fitting-records.ts';
import { kindIn } from './kind-of.ts';
import { isEnglish } from './language.ts';
import { weightOf } from './likeness.ts';
import type { Marks } from './marks.ts';
import type { Piece } from './piece.ts';
import { type Moved, movesIn } from './status.ts';
import { subjectParts } from './subject.ts';
import { concerns, unitRoles, unitsTold } from './unit-roles.ts';
import { blank } from './words.ts';

const mostLength = 30;
/** English words are longer. */
const mostEnglish = 70;
const mostChoices = 5;

/** Who says it, who it came back from and how it went: words that name no matter. */
const around =
  /(?:代表|委员|群众|来信人|反映人|申请人|当事人|领导|对方|承办单位|主办单位|单位|部门|他们|她们|人家|那边|这边|那头|方案|结果|情况|材料|报告|书面|意见|文号|编号|总分|得分|现在|目前|终于|总算|顺利|正式|已经|刚刚|刚才|昨天|今天|上午|下午|这次|说|表示|反馈|回访|对|给|向|很|挺|都|全|也|又|就|吧|呢|啦|了|的|可以|过来|过去|上来|下去|回来|出来|来|去|了解|一下|那就|那么|那|这|我|我们|咱们|寄出去?|寄送|寄|省里|市里|区里|国家|办理|阅示|审示|阅批|审阅|审定|工作|它|其|走|本科|科室|印|发|份)|\b(?:the|it|its|was|were|is|are|has|have|been|member|deputy|citizen|they|he|she|says?|said|very|and|to|by|with|now|finally|today|already|just|result|number|copies|printed)\b/gi;

/** @returns the record meant; several, to be asked about, where it may be any of those told together */
export function leanedOn(piece: Piece, context: Context): Referred | undefined {
  const { marks } = piece;
  if (
    marks.text.length > (isEnglish(marks.text) ? mostEnglish : mostLength) ||
    marks.titles.length > 0 ||
    marks.ledgerNos.length > 0
  )
    return undefined;
  if (readNamedCases(marks.text).length > 0) return undefined;
  const able = context.recent.filter((entry) => canTake(entry, piece, context));
  const [latest] = able;
  if (!latest) return undefined;
  const together = able.filter((entry) => entry.source === latest.source && entry.at === latest.at);
  if (latest === context.recent[0] && together.length === 1) return { entries: [latest], behind: 0 };
  if (able.length === 1) return { entries: able, behind: 0 };
  // Some of those told in one message, or older ones besides: which one is asked.
  const meant = latest === context.recent[0] ? together : able;
  return meant.length <= mostChoices ? { entries: meant, doubtful: true, behind: 0 } : undefined;
}

function canTake(entry: Entry, piece: Piece, context: Context): boolean {
  const { marks } = piece;
  const kind = kindOf(entry.kind);
  if (!kind || entry.void || entry.status === 'withdrawn' || entry.status === 'planned') return false;
  if (entry.quantity !== 1 || soundsNew(marks, kind)) return false;
  if (unitsTold(marks).some((unit) => !concerns(entry, unit))) return false;
  if (
    marks.leaders.length > 0 &&
    !Object.values(kind.fields).some((field) => field.type === 'person') &&
    !(Object.hasOwn(kind.fields, 'attended') && entry.fields.attended === undefined)
  )
    return false;
  const figures = figuresIn(kind, marks);
  const later = laterFields(kind, marks, context);
  if (figures.quantity || figures.spare.length > 0) return false;
  if (Object.keys(figures.fields).some((name) => !Object.hasOwn(later, name))) return false;
  if (!isAlone(kind, marks, piece)) return false;
  const moves = movesIn(kind, marks.text).filter((moved) => goesOn(moved) || isHandedOn(moved));
  const moved = moves.some((one) => canHappen(entry, one.said) && one.declared.to !== entry.status);
  const again = moves.some(
    ({ move, declared }) =>
      (declared.to === undefined && declared.overlay === undefined && (move !== 'urge' || isOpen(entry))) ||
      // 省里也采用了: adopted a second time.
      (move === 'adopt' && declared.to === entry.status && /也|又/.test(marks.text)),
  );
  const given = kind.life.moves.assign !== undefined && isOpen(entry) && unitRoles(kind, marks).led;
  return moved || again || given || Object.keys(later).some((name) => !holds(entry, name, later[name]));
}

/** 呈给李区长了: what is put before a leader, or given to a unit, is there already. */
function isHandedOn({ move }: Moved): boolean {
  return move === 'submit' || move === 'assign';
}

function holds(entry: Entry, name: string, value: unknown): boolean {
  return JSON.stringify(entry.fields[name]) === JSON.stringify(value);
}

/** Nothing is left that names a matter, and the kind's name stands there only as a part of the deed. */
function isAlone(kind: RecordKind, marks: Marks, piece: Piece): boolean {
  const figures = Object.values(figuresIn(kind, marks).fields);
  const moves = movesIn(kind, marks.text);
  const own = [...moves, ...moodPlaces(kind, marks), ...figures, ...marks.docNos, ...marks.units, ...marks.leaders];
  if (piece.kind) {
    const rest = blank(marks.text, own);
    if (kindIn(rest, piece.kind === kind ? 'likely' : 'sure')) return false;
    if (piece.kind !== kind && moves.length === 0) return false;
  }
  const days = marks.times.map((time) => ({ index: time.index, end: time.index + time.text.length }));
  const left = blank(marks.text, [...own, ...days]).replace(around, ' ');
  return weightOf(subjectParts(kind, { ...marks, text: left, times: [], numbers: [] }, []).join(' ')) < 2;
}
