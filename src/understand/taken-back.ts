/** Moves that were told wrongly are taken back, and cases that were withdrawn come back. */

import { kindOf } from '../kinds/all.ts';
import type { Intent } from '../reply.ts';
import { readCaseNos } from './codes.ts';
import type { Context } from './context.ts';
import type { Marks } from './marks.ts';
import type { Piece } from './piece.ts';
import { referredBy } from './referred.ts';

const notSo =
  /(?:没有?|未|还没有?|并未|并没有?|尚未|不是|不算)[^,。;]{0,6}?(?:办结|答复|销号|办完|采用|受理|退回|报结|批|定稿|印发)[^。;]{0,12}?(?:改回|恢复|退回去|撤回去|弄错|记错|写错|搞错|点错|打开)|改回(?:来|去|原来|原样|到?(?:在办|办理中|原状))|\b(?:not (?:actually |really |yet )?(?:closed|answered|replied|finished|done)|never (?:closed|answered|replied))\b.{0,40}\b(?:put it back|change it back|reopen|by mistake|undo)\b/i;

/** 说错了 还没办结: said of what was spoken of last, where nothing is named. */
const mistaken =
  /(?:说|记|写|搞|弄|报|点)错了?[,\s]+[^。;]{0,12}?(?:没有?|未|不是|不算)(?:真的?)?(?:办结|答复|销号|办完|采用|受理|退回|定稿|印发)/;

/** 701号没办结 改回来: what was told of it has not happened. */
export function takenBack(piece: Piece, context: Context): Intent[] | null {
  const { marks } = piece;
  const lastOne = mistaken.test(marks.text);
  if (!notSo.test(marks.text) && !lastOne) return null;
  const [latest] = context.recent;
  const named = referredBy(marks, piece.kind, context);
  const isBare = lastOne && marks.text.length <= 16 && marks.units.length === 0;
  const referred = named ?? (isBare && latest?.lastOn === context.today ? { entries: [latest] } : undefined);
  const [entry] = referred?.entries ?? [];
  if (!referred || ('doubtful' in referred && referred.doubtful) || !entry || entry.void) return null;
  const kind = kindOf(entry.kind);
  const reopen = kind?.life.moves.reopen;
  if (reopen?.from.includes(entry.status))
    return [{ do: 'advance', nos: [entry.no], move: 'reopen', on: context.today }];
  return kind && entry.status !== kind.life.first ? [{ do: 'undo', no: entry.no }] : null;
}

/** 撤案的701号又恢复了: only what was withdrawn can come back. */
export function restored(marks: Marks, context: Context): Intent[] | null {
  if (!/恢复|重新启用|不撤了|又不撤|\brestored?\b|\bbring back\b/i.test(marks.text)) return null;
  const codes = readCaseNos(marks.text).map((code) => code.value);
  const found = [
    ...marks.ledgerNos.flatMap((code) => context.find({ no: code.value })),
    ...codes.flatMap((caseNo) => context.find({ codes: { caseNo }, status: 'withdrawn' })),
  ].filter((entry) => entry.status === 'withdrawn');
  const [entry] = found;
  return entry && found.length === 1 ? [{ do: 'advance', nos: [entry.no], move: 'restore', on: context.today }] : null;
}
