/** A message as the readers of this room see it: made plain, slips of the tongue cut, days and names marked. */
import type { Context } from './context.ts';
import { kindIn } from './kind-of.ts';
import { type Marks, marksIn } from './marks.ts';
import { normalise } from './normalise.ts';
import { respelledUnits } from './respelled.ts';
import { selfCorrected } from './self-corrected.ts';
import { mendSlips } from './slips.ts';
import { isAhead, isComing } from './speech-act.ts';

const slips =
  /^(?<cut>.{1,24}?)(?<pause>[\s,.-]*)(?:不对|哦不|啊不|不不|说错了|no,? wait|wait,? no|sorry,? i mean)[\s,.:]*(?<rest>.{6,})$/i;

/** 今天来的…不对昨天来的那两件文办掉了: who puts himself right while he speaks means what he says last. */
function repaired(text: string): string {
  const { cut = '', pause = '', rest = '' } = slips.exec(text)?.groups ?? {};
  const begins = /^(?:今天|昨天|前天|上周|周.|\d+[号月]|第.|上午|下午|today|yesterday)/i;
  const isSlip = /\.{2}/.test(pause) || (begins.test(cut) && begins.test(rest));
  return isSlip && !/^(?:是|应|为|改)/.test(rest) ? rest : text;
}

/** 销号吧 辛苦了: what is said to whoever keeps the ledger is no part of what is told. */
function withoutThanks(text: string): string {
  const rest = text.replace(
    /(?<=.{2})[\s,。;!]+(?:辛苦(?:了|啦|你了|您了)?|谢谢(?:了|啦|你|您)?|多谢(?:了)?|thanks|thank you|cheers)[\s!。.~]*$/i,
    '',
  );
  return rest.trim().length >= 2 ? rest : text;
}

/** 【征地复议】今天受理3件: a heading that names what is told is read with it. */
function headed(text: string): string {
  const heading = text.trimStart().startsWith('【') ? /^\s*【([^】\n]{2,12})】\s*(?=\S)/.exec(text) : null;
  return heading && kindIn(heading[1]!)
    ? `${heading[1]}${heading[1]!.endsWith('》') ? '' : ':'}${text.slice(heading[0].length)}`
    : text;
}

export function plainMessage(text: string, { units }: Pick<Context, 'units'>): string {
  return mendSlips(respelledUnits(repaired(selfCorrected(withoutThanks(normalise(headed(text))))), units));
}

/** @param plain what `plainMessage` made of it */
export function messageMarks(plain: string, context: Context): Marks {
  return marksIn(plain, context, isAhead(plain) || isComing(plain, context.today) ? 'future' : undefined);
}
