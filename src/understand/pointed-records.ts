/** The records pointed at: 那件, 刚立的那条, that one; with the words around, or the one spoken of last. */

import { kindOf } from '../kinds/all.ts';
import type { Entry } from '../kinds/entry.ts';
import type { RecordKind } from '../kinds/kind.ts';
import { canHappen, poolOf, tells } from './can-happen.ts';
import type { Context } from './context.ts';
import { descriptionOf } from './described.ts';
import { matched, oneOf, openFirst, type Referred } from './fitting-records.ts';
import { weightOf } from './likeness.ts';
import type { Marks } from './marks.ts';
import { latestRow } from './rows.ts';
import { concerns, unitsTold } from './unit-roles.ts';

const thing =
  /^(?:信访件|来信|信件|信|文件|来文|文|会议|会|事情|事儿|事|案子|案件|官司|单子|材料|稿子|件|活动|培训|任务|问题|制度|办法|细则|机制|方案|规定|item|one|case|letter|proposal|document|request|matter|meeting|piece)/;

/** 那封信已交城管局: that it was given to somebody is no description of it. */
const handed =
  /(?<=^\s*)(?:已经?)?(?:移?交|转|派|给|由)(?:给|由|到|办)*(?:[^,。;\s]{2,8}?(?:局|办|委|街道|镇|中心|大队|公司))?(?:办理|处理|办|负责|承办|牵头)?/;

/** 刚立的那件: when it was told is no description of it. */
const toldLately =
  /(?:刚刚?|刚才|今天|昨天|早上|上午|下午|才)+(?:新?(?:立|收|记|报|登|交|发|来|说|提|讲|办)(?:到|上|过)?|登记|交办|转来)的\s*$/;

export function byPointer(
  marks: Marks,
  kind: RecordKind | undefined,
  given: { context: Context; pointer: { index: number; end: number } },
): Referred | undefined {
  const { context, pointer } = given;
  const behind = pointer.end;
  const before = marks.text.slice(0, pointer.index).replace(toldLately, (said) => ' '.repeat(said.length));
  // What is pointed at by the name of any such thing (那封信, 那个事) is not described by it.
  const rest = marks.text
    .slice(behind)
    .replace(thing, (said) => ' '.repeat(said.length))
    .replace(handed, (said) => ' '.repeat(said.length));
  const plain = `${before}${' '.repeat(behind - pointer.index)}${rest}`;
  const description = (
    descriptionOf({ ...marks, text: before }, kind) ||
    (adding.test(rest) ? '' : descriptionOf({ ...marks, text: plain }, kind))
  ).trim();
  if (weightOf(description) >= 2) {
    const found = matched(description, kind, { context, least: 0.55, behind });
    if (found) return found;
  }
  const pool = poolOf(kind, context);
  const units = unitsTold(marks).filter((unit) => unit.index < pointer.index);
  const charged = pool.filter((entry) => units.some((unit) => concerns(entry, unit)) && tells(entry, marks, context));
  if (charged.length > 0) return oneOf(openFirst(charged), behind);
  if (weightOf(description) >= 2 || units.length > 0) return undefined;
  const able = pool.filter((entry) => tells(entry, marks, context) || addsUnit(entry, marks.text));
  const [latest] = able;
  if (!latest || before.trim().length >= 12) return undefined;
  const row = latestRow(context, (entry) => able.includes(entry));
  const bare = /^(?:就)?[那该此]/.test(marks.text.slice(pointer.index, pointer.end)) && before.trim() === '';
  // Days later 那封信 may be any of those told together; a moment later it is the last one.
  return bare && row.length > 1 && isLongAgo(latest, context)
    ? { entries: row, doubtful: true, behind }
    : { entries: [latest], behind };
}

function isLongAgo(entry: Entry, { now }: Context): boolean {
  return now.getTime() - Date.parse(entry.at) > 60 * 60_000;
}

/** 加个会办单位: what is added to a record happens to it. */
export function addsUnit(entry: Entry, text: string): boolean {
  return adding.test(text) && kindOf(entry.kind)?.fields.coUnits !== undefined;
}

const adding = /加(?:个|上|了|一)|增加|追加|补充/;

/** 环评报告那件申请延期 领导批了: what happened besides may sound like another kind. */
export function otherKind(referred: Referred | undefined, marks: Marks): Referred | undefined {
  return referred && !referred.doubtful && referred.entries.every((entry) => canHappen(entry, marks.text))
    ? referred
    : undefined;
}
