/** How far the matter just spoken of has come, in words no move of its kind knows: 办了一半, 完成七成了, about 70 % done. */
import { kindOf } from '../kinds/all.ts';
import type { Entry } from '../kinds/entry.ts';
import type { Value } from '../kinds/kind.ts';
import { numberOf } from '../numbers.ts';
import type { Intent } from '../reply.ts';
import { isOpen } from './can-happen.ts';
import type { Context } from './context.ts';
import type { Marks } from './marks.ts';
import { actOf } from './speech-act.ts';
import { concerns } from './unit-roles.ts';
import { blank } from './words.ts';

const mostLength = 24;
const mostEnglish = 60;

const share =
  /(?<percent>\d{1,3})\s?(?:%|个百分点)|(?<half>一半|过半|大半|半数|\bhalf(?:way)?\b)|(?<tenths>[一二三四五六七八九])成|(?<=进度|进展|推进)(?:现在|目前)?(?:是|到|有|为)?(?<bare>\d{1,2}|100)(?=了|左右|$)/i;
const roughly = /约|大概|差不多|左右|上下|近|\b(?:about|around|roughly|nearly|almost|some)\b/i;

/** What such a sentence may hold without naming a matter. */
const around =
  /(?:那边|这边|反馈|汇报|报告|说|报|那|这|现在|目前|已经?|也|都|才|只|就|大概|大约|约|差不多|左右|上下|将近|近|办理?|完成|推进|进度|进展|做|干|弄|搞|落实|整改|到|达到?|了|的|有|是|为|吧|[件个条项]|工作|[\s,。:!.])|\b(?:it|is|it's|are|we|we're|now|about|around|roughly|nearly|almost|some|done|complete|completed|finished|through|progress|the|at|way|there|of|so|far|has|have|been|bureau)\b/gi;

/** The intents of such a sentence; null for any other. */
export function progressTold(marks: Marks, context: Context): Intent[] | null {
  const { text } = marks;
  if (text.length > (/[\u4e00-\u9fff]/.test(text) ? mostLength : mostEnglish)) return null;
  const said = share.exec(text);
  if (!said || actOf(text, marks.times, context.today) !== 'fact') return null;
  const left = blank(text, [...marks.units, { index: said.index, end: said.index + said[0].length }]).replace(
    around,
    ' ',
  );
  if (/[\u4e00-\u9fff\d]|[a-z]{3}/i.test(left)) return null;
  const entry = spokenOf(marks, context);
  const kind = entry && kindOf(entry.kind);
  if (!entry || !kind) return null;
  if (kind.fields.progress === undefined)
    return [{ do: 'amend', nos: [entry.no], set: { note: [entry.note, text].filter(Boolean).join(';') } }];
  const progress = progressOf(said, text);
  const move = entry.status === 'planned' ? undefined : kind.life.moves.progress;
  if (progress === undefined) return null;
  return move
    ? [{ do: 'advance', nos: [entry.no], move: 'progress', on: context.today, set: { progress } }]
    : [{ do: 'amend', nos: [entry.no], set: { progress } }];
}

function progressOf({ groups = {} }: RegExpExecArray, text: string): Value | undefined {
  const { percent, half, tenths, bare } = groups;
  const value = half ? 50 : tenths ? (numberOf(tenths) ?? 0) * 10 : Number(percent ?? bare);
  if (!(value > 0 && value <= 100)) return undefined;
  if (half && /过半|大半/.test(half)) return { value, precision: 'over' };
  return roughly.test(text) ? { value, precision: 'about' } : value;
}

/** The last that goes on, of the unit that is named; what keeps its progress goes before what does not. */
function spokenOf(marks: Marks, { repliedTo, recent, today }: Context): Entry | undefined {
  const pool = (repliedTo.length > 0 ? repliedTo : recent).filter(
    (entry) =>
      !entry.void &&
      (isOpen(entry) || entry.status === 'planned') &&
      marks.units.every((unit) => concerns(entry, unit)) &&
      (repliedTo.length > 0 || entry.lastOn === today || marks.units.length > 0),
  );
  return pool.find((entry) => kindOf(entry.kind)?.fields.progress !== undefined) ?? pool[0];
}
