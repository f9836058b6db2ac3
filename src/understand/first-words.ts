/** The first words of a sentence: they begin a record, go on with the last one, or wait for a kind or a count. */

import type { RecordKind } from '../kinds/kind.ts';
import { isNewCode, isOtherVisitor } from './another-one.ts';
import { isNewOfKind, isOnlyValue, isRecap } from './boundaries.ts';
import { countsIn } from './counts-in.ts';
import { figuresIn } from './figures.ts';
import { kindIn, type Scored } from './kind-of.ts';
import { joinMarks, type Marks, type Range } from './marks.ts';
import type { Draft, Walk } from './piece.ts';
import type { SpeechAct } from './speech-act.ts';

/** A share of what was told before it. */
export const part = /^其中|\bof (?:them|these|those|which)\b|^including\b/i;

/** The first words of a sentence wait for a kind or a count. @returns whether they have been taken */
export function begins(
  walk: Walk,
  given: { waiting: Range[]; kind: Scored | undefined; act: SpeechAct; place: number },
): boolean {
  const { marks, drafts, today } = walk;
  const { waiting, act, place } = given;
  const last = drafts.at(-1);
  const own = joinMarks(marks, waiting);
  const atom = waiting.at(-1)!;
  const latest = joinMarks(marks, [atom]);
  const whole = waiting.length > 1 ? kindIn(own.text) : undefined;
  const head =
    // 下一步，优化来信流程: what opens as a plan is one.
    (whole?.kind.id === 'plan' && whole.strength === 'sure' ? whole : undefined) ??
    kindIn(latest.text) ??
    kindIn(own.text) ??
    (given.kind && countsIn(given.kind.kind, own) ? given.kind : undefined);
  const lastKind = last?.head?.kind;
  const sofar = last && joinMarks(marks, last.ranges);
  if (lastKind && sofar && act === 'fact') {
    if (head?.kind === lastKind && isRecap(latest.text)) return true;
    if (head && head.kind !== lastKind && isOnlyValue(lastKind, own)) {
      last.ranges.push(...waiting);
      last.sentence = place;
      return true;
    }
    if (!head) {
      if (isOtherSender(lastKind, own, sofar) || isOtherVisitor(lastKind, own, sofar)) {
        drafts.push({ ranges: waiting, head: last.head!, follows: true, isPart: false, sentence: place });
        return true;
      }
      const counts = countsIn(lastKind, latest) && figuresIn(lastKind, sofar).quantity !== undefined;
      if (!counts && !isNewCode(lastKind, own, sofar)) return false;
      drafts.push({ ranges: waiting, head: last.head!, follows: true, isPart: part.test(own.text), sentence: place });
      return true;
    }
    const apart = isNewOfKind({ kind: lastKind, sofar, own, ahead: own, today }) || isOwnLine(walk, last, waiting);
    if (head.kind === lastKind && !apart) {
      // A further sentence about the same thing.
      last.ranges.push(...waiting);
      last.sentence = place;
      return true;
    }
  }
  if (!head) return false;
  const faint = faintBefore(walk, waiting.slice(0, -1), head.kind);
  if (faint) drafts.push({ ranges: waiting.slice(0, -1), head: faint, follows: false, isPart: false, sentence: place });
  drafts.push({ ranges: faint ? [atom] : waiting, head, follows: false, isPart: false, sentence: place });
  return true;
}

const label =
  /^(?:单位|人数|人员|时间|日期|地点|方式|编号|文号|对象|内容|情况|结果|事项[::]|要求|发现|整改|组|了?\s*\d)/;

/** Two lines that both begin 督办 …: each names the kind by the same word and goes on with a matter of its own. */
function isOwnLine({ marks }: Walk, last: Draft, waiting: readonly Range[]): boolean {
  const end = last.ranges.at(-1)?.end ?? 0;
  const [first] = waiting;
  if (!first || !marks.text.slice(end, first.index).includes('\n')) return false;
  const [before, here] = [last.ranges[0]?.index ?? 0, first.index].map((start) => {
    const [line = ''] = marks.text.slice(start).split('\n', 1);
    const at = kindIn(line, 'likely')?.index ?? -1;
    return { word: at < 0 ? '' : line.slice(at, at + 2), at, rest: line.slice(at + 2) };
  });
  if (!before || !here || here.word.length < 2 || here.word !== before.word || here.at > longestHead) return false;
  return /^[\s《了:]*[\u4e00-\u9fff]/.test(here.rest) && !label.test(here.rest.trim());
}

/** 今天上午, 下午去: so much may stand before the word that names the kind. */
const longestHead = 8;

/** 收文 市府办 台风防御;省教育厅 开学检查: another sender has sent another paper. */
function isOtherSender(kind: RecordKind, own: Marks, sofar: Marks): boolean {
  // Answered the one from Xishan Town: another of its kind, behind the one told.
  if (/\b(?:the|that|another) one (?:from|about|on)\b/i.test(own.text)) return true;
  const [sender] = own.units;
  if (kind.fields.from?.type !== 'unit' || sender?.index !== 0 || sofar.units.length === 0) return false;
  if (sofar.units.some((unit) => unit.name === sender.name)) return false;
  return /^\s?(?!会办|协办|配合|也|已|同意|答复|反馈|牵头|主办|承办|办理|说)[\u4e00-\u9fff]{2}/.test(
    own.text.slice(sender.end),
  );
}

/** Words with figures of their own before the first clear name: 看了5个项目 发现3个问题 回来发通报第8期. */
function faintBefore(walk: Walk, ranges: readonly Range[], kind: RecordKind): Scored | undefined {
  if (ranges.length === 0) return undefined;
  const own = joinMarks(walk.marks, ranges);
  const faint = kindIn(own.text, 'maybe');
  if (!faint || faint.kind === kind) return undefined;
  return Object.keys(figuresIn(faint.kind, own).fields).length > 1 ? faint : undefined;
}

/** A sentence that names no kind adds to what was said last, or stands for itself when it is no plain fact. */
export function addLoose(walk: Walk, ranges: Range[], given: { act: SpeechAct; place: number }): void {
  const last = walk.drafts.at(-1);
  if (last && given.act === 'fact') {
    last.ranges.push(...ranges);
    last.sentence = given.place;
    return;
  }
  walk.drafts.push({ ranges, follows: false, isPart: false, sentence: given.place });
}
