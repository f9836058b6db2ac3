/** Whether a piece only says that something of its kind was not done or did not come: 37号提案还没答复, 今天没有收到来文. */
import type { RecordKind } from '../kinds/kind.ts';
import { choiceIn } from './choices.ts';
import { readNamedCases } from './codes.ts';
import type { Context } from './context.ts';
import { countsIn } from './counts-in.ts';
import { pointerIn } from './described.ts';
import { kindsIn } from './kind-of.ts';
import { likeness, weightOf } from './likeness.ts';
import type { Marks } from './marks.ts';
import type { Piece } from './piece.ts';
import { subjectParts } from './subject.ts';

/** What waits for an answer or an end and has not got it. */
export const notYet =
  /(?:还|都|也|仍|至今|一直|依然|目前)*(?:没有?|未|尚未)(?:被|有|能|给)?(?:答复|办结|办完|办好|回复|反馈|销号|批复|批下来|批|报结果|报来|签收|整改|受理|审结|结案|裁决|采用|录用)(?:呢|啊|哦)?/;

/** The denial and all its clause says behind it. */
const denied =
  /(?<none>[一半][件条份封篇个场批期次项](?=都|也))?(?<open>(?:还|尚|都|也|仍|并|暂时?|至今|一直|依然|目前)*)(?:没有?|未|尚未|无)(?:有|再|能|去|给)?(?<rest>[^,。;!?\n]*)/;
/** What an office does with its things. */
const deeds =
  /^(?:收|接|交办|交给|分办|登记|立案|立项|下发|印发|核发|签发|制发|编[发印报]|出(?!庭|现|席|错)|发(?!现|生|言)|起草|拟|核稿|撰写|执笔|写|定稿|完成|报(?!告|销|名)|上报|呈|送|开(?!庭)|召开|举行|举办|组织|搞|做(?!到|好)|进行|安排|保障|承办|办|转|处理|答复|回复|批复|反馈|受理|审结|销号|作出|下达|采用|录用|刊[登发用]|提供|服务|新增|获)/;
/** Somebody's matter is told here, in which anything may be wanting. */
const matter = /反映|投诉|举报|咨询|问题|关于|批示[:,]|发现|查出|指出|存在/;
/** Kinds that are about what is wanting, or of which nothing amiss is told. */
const wanting: ReadonlySet<string> = new Set(['shortcoming', 'plan', 'indicator', 'duty']);

interface Denial {
  readonly index: number;
  readonly end: number;
  /** 一件都没收到: none at all counts nothing. */
  readonly none: boolean;
}

/** Where the piece denies that a deed of its kind was done or a thing of its kind was there. */
function denialIn(kind: RecordKind, { text }: Marks): Denial | undefined {
  const said = wanting.has(kind.id) ? null : denied.exec(text);
  if (!said) return undefined;
  const { none = '', open = '', rest = '' } = said.groups ?? {};
  const before = text.slice(0, said.index);
  const place = { index: said.index, end: said.index + said[0].length, none: none !== '' };
  // A count belongs to what happened, a second clause may tell of it.
  if (/\d/.test(rest) || matter.test(before) || text.slice(place.end).length > 1) return undefined;
  if (!/[还尚]/.test(open) && isValue(kind, text, said.index + none.length + open.length)) return undefined;
  return deeds.test(rest) || (rest !== '' && kindsIn(rest)[0]?.kind === kind) ? place : undefined;
}

/** 没采用, 没出庭, 没有公函: the denial is itself what the kind writes down. */
function isValue(kind: RecordKind, text: string, at: number): boolean {
  const moved = Object.values(kind.life.moves).some(({ words }) => words.some((word) => text.startsWith(word, at)));
  return (
    moved ||
    Object.values(kind.fields).some((field) => {
      const hit = field.type === 'choice' ? choiceIn(kind, field, text)?.hit : undefined;
      return hit !== undefined && hit.index <= at && at < hit.end;
    })
  );
}

/** That something has not happened is no record, unless a thing of its own is told along. */
export function isOnlyOpen(piece: Piece, context: Context): boolean {
  const { kind, marks } = piece;
  if (!kind || !/[没未无]/.test(marks.text)) return false;
  const waits = notYet.exec(marks.text);
  const said =
    denialIn(kind, marks) ?? (waits && { index: waits.index, end: waits.index + waits[0].length, none: false });
  if (!said || (!said.none && countsIn(kind, marks))) return false;
  // 那件没办结: pointed at, so it is known.
  if (pointerIn(marks.text)) return true;
  const values = Object.values(kind.fields).flatMap((field) =>
    field.type === 'choice' ? (choiceIn(kind, field, marks.text)?.hit ?? []) : [],
  );
  const places = [...readNamedCases(marks.text), ...marks.units, ...values, said];
  const subject = subjectParts(kind, marks, places).join(' ');
  const known = context.recent.some((entry) => entry.kind === kind.id && likeness(subject, entry) >= 0.8);
  return known || weightOf(subject) < 3;
}
