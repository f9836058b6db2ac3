/** Lines under a heading that only names a kind: 新增督办: and below it one matter a line, each a record. */
import { type RecordKind, unitFieldOf } from '../kinds/kind.ts';
import type { Sentence } from './atoms.ts';
import { choiceIn } from './choices.ts';
import { readNamedCases } from './codes.ts';
import { countsIn, hasFigures } from './counts-in.ts';
import { figuresIn } from './figures.ts';
import { kindIn, type Scored } from './kind-of.ts';
import { weightOf } from './likeness.ts';
import type { EachOf } from './listed-members.ts';
import { joinMarks, type Marks } from './marks.ts';
import { movesIn } from './status.ts';
import { subjectParts } from './subject.ts';

/** What such a heading says besides the kind. */
const announcing =
  /今[天日]|昨[天日]|本[周月]|这周|上周|新[增立收到来]|收到|接到|交办|转来|议定|确定|登记|汇总|情况|事项|如下|以下|几[件项个条]|存在|主要|发现|的|了|有|和|:|\s/g;
/** The name of a field opens a line that tells more of the record above. */
const label =
  /^(?:单位|人数|人员|参[会加]|时间|日期|地点|方式|编号|文号|对象|内容|情况|结果|事项|要求|发现|整改|期限|备注|责任|牵头|主办|会办|问题|议题|来[访文]|层级|级别)/;
const mostLines = 20;
/** Whatever a line of these names, it is what is wanting or what is meant to be done. */
const ofAnything: ReadonlySet<string> = new Set(['plan', 'shortcoming']);

export function headedLines(
  marks: Marks,
  { sentence, following }: { sentence: Sentence; following: readonly Sentence[] },
): EachOf | undefined {
  const inline = inLine(marks, sentence);
  if (inline) return inline;
  if (following.length < 2 || sentence.end - sentence.index > 24) return undefined;
  const gap = (line: number): string =>
    marks.text.slice(following[line - 1]?.end ?? sentence.end, following[line]!.index);
  if (!/[:\n]/.test(gap(0))) return undefined;
  const head = joinMarks(marks, [sentence]);
  const kind = kindIn(head.text);
  if (!kind || !isHeading(kind, head)) return undefined;
  const apart = following.findIndex(
    (line, at) => (at > 0 && !gap(at).includes('\n')) || !isMember(kind.kind, joinMarks(marks, [line])),
  );
  const lines = apart < 0 ? following : following.slice(0, apart);
  if (lines.length < 2 || lines.length > mostLines) return undefined;
  return { kind, pieces: lines.map((line) => [sentence, ...line.atoms]), sentences: 1 + lines.length };
}

/** 立督办:城东街道的违建、城西街道的渣土: behind the colon each names its unit and its matter. */
function inLine(marks: Marks, { index, atoms }: Sentence): EachOf | undefined {
  const [first, ...members] = atoms;
  if (!first || members.length < 2 || !/^\s?:/.test(marks.text.slice(first.end))) return undefined;
  const head = joinMarks(marks, [{ index, end: first.end }]);
  const kind = kindIn(head.text);
  if (!kind || unitFieldOf(kind.kind) === undefined || !isHeading(kind, head)) return undefined;
  const each = members.map((member) => joinMarks(marks, [member]));
  const named = each.every((own) => own.units.length === 1 && own.units[0]!.index < 2 && hasMatter(kind.kind, own));
  return named ? { kind, pieces: members.map((member) => [first, member]) } : undefined;
}

/** Nothing is counted and no matter is told: only what is to follow. */
function isHeading({ kind }: Scored, head: Marks): boolean {
  if (head.units.length > 0 || head.leaders.length > 0 || head.numbers.length > 0) return false;
  const rest = head.text.replace(announcing, ' ');
  return weightOf(subjectParts(kind, { ...head, text: rest, times: [] }, []).join(' ')) < 2;
}

/** A line with a matter of its own, which tells nothing of another kind for certain. */
function isMember(kind: RecordKind, line: Marks): boolean {
  const other = kindIn(line.text);
  const heads = other !== undefined && other.kind !== kind && isHeading(other, line);
  // 信息约稿少 below 存在问题 is one of them; 下步打算 below it is the next heading.
  if (ofAnything.has(kind.id)) return weightOf(line.text) >= 2 && !(heads && ofAnything.has(other.kind.id));
  if (label.test(line.text) || heads) return false;
  if (other && other.kind !== kind && hasFigures(other.kind, line) && !hasFigures(kind, line)) return false;
  if (countsIn(kind, line)) return false;
  if (line.docNos.length > 0 || line.titles.length > 0 || readNamedCases(line.text).length > 0) return true;
  if (hasMatter(kind, line)) return true;
  const sort = kind.fields.category;
  return (
    (line.units.length > 0 && (unitFieldOf(kind) !== undefined || Object.hasOwn(kind.fields, 'visitor'))) ||
    (sort?.type === 'choice' && choiceIn(kind, sort, line.text) !== undefined)
  );
}

function hasMatter(kind: RecordKind, line: Marks): boolean {
  const places = [...Object.values(figuresIn(kind, line).fields), ...movesIn(kind, line.text)];
  return weightOf(subjectParts(kind, line, [...places, ...line.units, ...line.leaders]).join(' ')) >= 2;
}
