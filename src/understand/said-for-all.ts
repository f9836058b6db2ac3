/** What a sentence says once for all of its records: a heading with the unit, an announcement with the day, a remark at the end. */

import type { Sentence } from './atoms.ts';
import { countsIn } from './counts-in.ts';
import { kindIn } from './kind-of.ts';
import { joinMarks, type Marks, type Range } from './marks.ts';
import type { Draft } from './piece.ts';
import { trimRange } from './ranges.ts';
import { blank } from './words.ts';

const forAll =
  /^(?:今天|昨天|今日|昨日|上午|下午|刚刚?|已经?|也|\s|(?:这|以上|上面)?[两三四五六七八九十\d]+[件条篇个场项份批次家])*(?:都|均|全部?|统一|一并|一起|一次性)(?:是|为|已|由|在|属)?|^(?:and )?all (?:of (?:them|these) )?(?:were |was |have been |are |now |already )*[a-z]{3,}/i;
/** 横塘镇来两样东西:…, 督查室:…: the one unit named before a colon holds for all behind it. */
export function headingOf(marks: Marks, sentence: Sentence): Range | undefined {
  const colon = marks.text.indexOf(':', sentence.index);
  if (colon < 0 || colon >= sentence.end) return undefined;
  const own = joinMarks(marks, [{ index: sentence.index, end: colon }]);
  const units = marks.units.filter((unit) => unit.index >= sentence.index && unit.end <= colon);
  return units.length === 1 && !kindIn(blank(own.text, own.units)) ? units[0] : undefined;
}

/** The unit of the heading, where the record names none itself. */
export function lend(marks: Marks, heading: Range, draft: Draft): void {
  if (joinMarks(marks, draft.ranges).units.length === 0)
    draft.ranges.unshift({ index: heading.index, end: heading.end });
}

const announces = /[\d一二两三四五六七八九十]+\s*(?:[件个桩]事(?:情|项)?|[样件个]东西|[项件个](?:工作|内容|活))$/;

/** 上周五三件事 督查了… 开了…: what only says how much is to come counts nothing itself. */
export function withoutAnnouncement(marks: Marks, atoms: readonly Range[]): readonly Range[] {
  const [first, ...rest] = atoms;
  const said = first && rest.length > 1 ? announces.exec(marks.text.slice(first.index, first.end)) : null;
  if (!first || !said || kindIn(marks.text.slice(first.index, first.end))) return atoms;
  const before = trimRange(marks.text, { index: first.index, end: first.index + said.index });
  return before.end > before.index ? [before, ...rest] : rest;
}

/** What is said once for a whole list: 都是水利局主办, or a day at its end. */
export function isForAll(marks: Marks, atom: Range, running: readonly Draft[]): boolean {
  const own = joinMarks(marks, [atom]);
  if (running.length > 1 && forAll.test(own.text) && tellsNothingNew(own, running)) return true;
  const isDay = own.times.length === 1 && own.times[0]!.text.length === own.text.length;
  return isDay && joinMarks(marks, running.at(-1)?.ranges ?? []).times.length === 0;
}

const ofSome = /^([\u4e00-\u9fff]{2,6}?)(?:都|均|全部?)(?!市)/;

/** 投诉都转城管了, behind the letters it is said of: it holds for no other sort. */
export function isSaidOfSome(marks: Marks): boolean {
  return marks.text.split(/[\s,;]+/).some((clause, at) => at > 0 && ofSome.test(clause));
}

/** 投诉3件,求助2件,投诉都转城管了: what is said of all of one sort, told before; undefined where it is said of none or of every one. */
export function spokenOf(marks: Marks, atom: Range, running: readonly Draft[]): readonly Draft[] | undefined {
  const sort = running.length > 1 ? ofSome.exec(marks.text.slice(atom.index, atom.end))?.[1] : undefined;
  if (!sort) return undefined;
  const told = running.filter(({ ranges }) =>
    ranges.some(({ index, end }) => marks.text.slice(index, end).includes(sort)),
  );
  return told.length > 0 && told.length < running.length ? told : undefined;
}

/** 都是区长信箱的 names the kind of the whole list and counts nothing of its own. */
function tellsNothingNew(own: Marks, running: readonly Draft[]): boolean {
  const count = /^(?:这|以上|上面)?([两三四五六七八九十\d]+)[件条篇个场项份批次家]/.exec(own.text)?.[1];
  if (count !== undefined && own.numbers[0]?.value === running.length) return true;
  const sure = kindIn(own.text, 'sure');
  return !sure || (!countsIn(sure.kind, own) && running.every((draft) => draft.head?.kind === sure.kind));
}
