/** Which records of the ledger a piece of a message speaks of: by number, by place, by pointing, by unit or by what they are about. */

import { kindOf } from '../kinds/all.ts';
import type { Entry } from '../kinds/entry.ts';
import type { RecordKind } from '../kinds/kind.ts';
import { arrives, canHappen, goesOn, goesOnWith, happensTo, isOpen, tells } from './can-happen.ts';
import { readCaseNos, readItemNos, readNamedCases } from './codes.ts';
import type { Context } from './context.ts';
import { bornOn, descriptionOf, placesIn, pointerIn, severalIn } from './described.ts';
import { byDescription, byOtherWords } from './described-records.ts';
import { bestOf, matched, namesKind, type Referred, sameSource } from './fitting-records.ts';
import { isEnglish } from './language.ts';
import { likeness, weightOf } from './likeness.ts';
import type { Marks } from './marks.ts';
import { byPointer, otherKind } from './pointed-records.ts';
import { atPlaces, latestRow } from './rows.ts';
import { movesIn } from './status.ts';
import { concerns, unitRoles, unitsTold } from './unit-roles.ts';
import { byLater, byUnit } from './waiting-records.ts';

export function referredBy(marks: Marks, kind: RecordKind | undefined, context: Context): Referred | undefined {
  const numbered = marks.ledgerNos.flatMap((code) => context.find({ no: code.value })).filter((entry) => !entry.void);
  if (numbered.length > 0) return { entries: numbered, coded: true, behind: 0 };
  const coded = byCode(marks, kind, context);
  if (coded.length > 0) return { entries: coded, coded: true, behind: 0 };
  const placed =
    oneOfThem(marks, kind, context) ??
    allBut(marks, kind, context) ??
    byTitle(marks, context) ??
    byWholeTitle(marks, context) ??
    byPlace(marks, kind, context) ??
    byNumberOf(marks, kind, context);
  if (placed) return placed;
  if (context.repliedTo.length > 0) return byReply(marks, kind, context);
  const pointer = pointerIn(marks.text);
  if (pointer)
    return (
      byPointer(marks, kind, { context, pointer }) ??
      otherKind(byPointer(marks, undefined, { context, pointer }), marks)
    );
  return (
    byDescription(marks, kind, context) ??
    byLater(marks, context) ??
    (kind && (byUnit(marks, kind, context) ?? byOtherWords(marks, kind, context)))
  );
}

function byCode(marks: Marks, kind: RecordKind | undefined, context: Context): Entry[] {
  const days = marks.times.map((time) => ({ index: time.index, end: time.index + time.text.length }));
  const fields = kind?.fields ?? kindOf('proposal')?.fields ?? {};
  const found: Entry[] = [];
  const add = (name: string, value: string): void => {
    if (kind && !Object.hasOwn(fields, name)) return;
    const entries = context.find({ ...(kind ? { kind: kind.id } : {}), codes: { [name]: value } });
    const fitting = entries.filter(
      (entry) =>
        sameSource(entry, marks.text) && !isNamesake(entry, marks) && !isOnlySerial(entry, { name, value }, context),
    );
    const entry = fitting[0];
    if (entry && !found.some((other) => other.no === entry.no)) found.push(entry);
  };
  for (const code of marks.docNos) add('docNo', code.value);
  // 841号并到840号: the one that takes the other in stays as it is.
  const into = /并(?:到|入|进|案到)|合并(?:到|入|进)|\bmerged (?:into|with)\b/i.exec(marks.text)?.index;
  for (const code of readCaseNos(marks.text, days)) {
    if (into !== undefined && code.index > into && found.length > 0) continue;
    const paper = recentPaper(code.value, { marks, kind, context });
    if (paper) found.push(paper);
    else add('caseNo', code.value);
  }
  for (const entry of numberedRecently(marks, kind, context))
    if (!found.some((other) => other.no === entry.no)) found.push(entry);
  if (kind && Object.hasOwn(fields, 'itemNo')) for (const code of readItemNos(marks.text)) add('itemNo', code.value);
  // 703号提案昨天开了座谈会: a sitting by its words, and news of the case it names.
  if (found.length === 0 && kind && !Object.hasOwn(fields, 'caseNo'))
    for (const code of readNamedCases(marks.text)) {
      const [entry] = context.find({ kind: 'proposal', codes: { caseNo: code.value } });
      if (entry && /提案|建议|proposal/i.test(marks.text) && tells(entry, marks, context)) found.push(entry);
    }
  const bare =
    /^(\d{2,4})(?:件)?(?=[\u4e00-\u9fff]|\s?[A-D]类)(?![号条个份篇次年月日点人家处期批场])/.exec(marks.text)?.[1] ??
    /^(?:please note that |and |also )?(\d{2,4}) (?:was|has|is|got)\b/i.exec(marks.text)?.[1];
  // 701答复了, 516 517 518都办结了: numbers alone are of those just spoken of.
  const row =
    /^\d{2,4}(?:\s*[、,和与跟 ]\s*\d{2,4})+(?=\s*(?:号|这|那|都|均|全|两|三|仨|几|件|办|答|交|退|评|转))/.exec(
      marks.text,
    )?.[0];
  const numbers = row?.match(/\d+/g) ?? (bare ? [bare] : []);
  if (found.length > 0 || numbers.length === 0) return found;
  if (!isEnglish(marks.text) && marks.times.some((time) => time.index > 0)) return found;
  const named = numbers.map((number) =>
    context.recent.find((entry) => entry.fields.caseNo === number && tells(entry, marks, context)),
  );
  return named.every((entry) => entry !== undefined) ? named : [];
}

/** 政函〔2026〕12号 is no paper of which only 12号 is known, unless that was just spoken of. */
function isOnlySerial(entry: Entry, { name, value }: { name: string; value: string }, context: Context): boolean {
  if (name !== 'docNo' || !value.includes('〔') || String(entry.fields.docNo).includes('〔')) return false;
  return !context.recent.some((recent) => recent.no === entry.no);
}

/** 505 and 506 have both been closed: in English a bare number is that of a case just spoken of. */
function numberedRecently(marks: Marks, kind: RecordKind | undefined, context: Context): Entry[] {
  if (!isEnglish(marks.text) || (kind && !Object.hasOwn(kind.fields, 'caseNo'))) return [];
  const numbers = marks.numbers.filter((number) => /^\d{2,4}$/.test(number.text)).map((number) => number.text);
  return context.recent.filter(
    (entry) => numbers.includes(String(entry.fields.caseNo ?? '-')) && tells(entry, marks, context),
  );
}

/** 61号 has been issued: the number of a paper just spoken of, where no case just spoken of bears it. */
function recentPaper(
  serial: string,
  { marks, kind, context }: { marks: Marks; kind: RecordKind | undefined; context: Context },
): Entry | undefined {
  if (kind && !Object.hasOwn(kind.fields, 'docNo')) return undefined;
  if (context.recent.some((entry) => entry.fields.caseNo === serial)) return undefined;
  const ends = new RegExp(`\\D${serial}号$`);
  const paper = context.recent.find((entry) => ends.test(String(entry.fields.docNo ?? '')));
  return paper && tells(paper, marks, context) ? paper : undefined;
}

/** Numbers begin anew each year: one that is told with quite another matter is another case. */
function isNamesake(entry: Entry, marks: Marks): boolean {
  const kind = kindOf(entry.kind);
  if (!kind || entry.title === '' || pointerIn(marks.text)) return false;
  if (
    !arrives.test(marks.text) &&
    !/主办|牵头|承办|独办|交给|交由|\blead|\b(?:assigned|handed|given|passed|forwarded) to\b/i.test(marks.text)
  )
    return false;
  if (/[加改换补]|移/.test(marks.text.replace(/改造|改革|改善/g, ''))) return false;
  const goes = movesIn(kind, marks.text).filter(goesOn);
  const description = descriptionOf(marks, kind);
  if (weightOf(description) < 4) return false;
  if (goes.length === 0) return likeness(description, entry) < 0.5;
  // 重点任务第12项 智慧农业园 农业农村局牵头 进度40%: how far it is may be told with a new matter too.
  const { main, led } = unitRoles(kind, marks);
  const other = led && main !== undefined && !concerns(entry, main);
  return other && goes.every(({ move }) => move === 'progress') && likeness(description, entry) < 0.2;
}

/** A name in 《》 that a record bears already. */
function byTitle(marks: Marks, context: Context): Referred | undefined {
  for (const title of marks.titles) {
    const entries = context
      .find({ words: [title.text] })
      .filter((entry) => entry.title === title.text && isOpen(entry));
    const possible = entries.filter((entry) => canHappen(entry, marks.text));
    if (possible.length === 1) return { entries: possible, behind: 0 };
  }
  return undefined;
}

/** 会议管理办法印发了 文号…: all of a name stands in the text, whatever kind it may sound like. */
function byWholeTitle(marks: Marks, context: Context): Referred | undefined {
  if (arrives.test(marks.text)) return undefined;
  const named = context.recent.filter(
    (entry) =>
      entry.title.length >= 5 &&
      marks.text.includes(entry.title) &&
      isOpen(entry) &&
      !entry.void &&
      happensTo(entry, movesIn(kindOf(entry.kind)!, marks.text)),
  );
  return named.length === 1 ? { entries: named, behind: 0 } : undefined;
}

/** 第二件答复了, 前两件办结了: by the place in the row told last. */
function byPlace(marks: Marks, kind: RecordKind | undefined, context: Context): Referred | undefined {
  const places = placesIn(marks.text);
  if (!places) return undefined;
  const row = latestRow(context, (entry) =>
    kind && namesKind(marks.text, kind) ? entry.kind === kind.id : tells(entry, marks, context),
  );
  const entries = atPlaces(row, places);
  const [first] = entries;
  if (!first) return undefined;
  // 第二件文旅局答复了: the unit must be the one of the second.
  const units = unitsTold(marks);
  const others = row.filter((entry) => !entries.includes(entry) && units.some((unit) => concerns(entry, unit)));
  const fits = units.length === 0 || entries.some((entry) => units.some((unit) => concerns(entry, unit)));
  if (!fits && others.length > 0) return { entries: [...entries, ...others], doubtful: true, behind: places.end };
  return { entries, behind: places.end };
}

/** 那两件都办完了, 城管局的提案全部答复了: several at once, as many as are said or all there are. */
function byNumberOf(marks: Marks, kind: RecordKind | undefined, context: Context): Referred | undefined {
  if (arrives.test(marks.text)) return undefined;
  if (/^(?:都|全都|全部都?|均)(?=[\u4e00-\u9fff])/.test(marks.text)) return wholeMessage(marks, context);
  const several = severalIn(marks.text);
  if (!several) return undefined;
  const told = batchOf(marks, kind, context, several.count);
  if (told) return told;
  const born = bornOn(marks);
  // 都被市办采用了: a unit none of them has to do with is who did it.
  const units = unitsTold(marks).filter((unit) => context.recent.some((entry) => concerns(entry, unit)));
  const named = namedEach(marks, kind, context, several.count);
  if (named) return named;
  const fitting = (pool: readonly Entry[]) =>
    pool.filter(
      (entry) =>
        (!kind || entry.kind === kind.id) &&
        (units.length === 0 || units.some((unit) => concerns(entry, unit))) &&
        (!born || entry.on === born.day || entry.at.startsWith(born.day)) &&
        goesOnWith(entry, marks.text),
    );
  const replied = fitting(context.repliedTo);
  const own = replied.length > 0 ? replied : fitting(context.recent);
  const row = own.length > 0 ? latestRow({ ...context, recent: own, repliedTo: [] }, () => true) : [];
  const behind = born?.end ?? 0;
  if (several.count === 'all') {
    const told = units.length > 0 || born !== null || replied.length > 0;
    return told && own.length > 0 ? { entries: own, behind } : undefined;
  }
  // 民政局那3件提案都答复了: told at once, as many as they are.
  const batch = own.filter((entry) => entry.quantity === several.count);
  if (batch.length === 1 && own.length !== several.count) return { entries: batch, behind };
  if (own.length === several.count) return { entries: own, behind };
  return row.length === several.count ? { entries: row, behind } : undefined;
}

/** 噪音的两件给环保局: told at once under these words, as many as they are. */
function batchOf(
  marks: Marks,
  kind: RecordKind | undefined,
  context: Context,
  count: number | 'all',
): Referred | undefined {
  const about =
    /^(?<about>[\u4e00-\u9fff]{2,8})[的那这](?:[两二三四五六七八九十]|\d{1,2})[件条份封篇批项宗起](?=[\u4e00-\u9fff])/.exec(
      marks.text,
    )?.groups?.about;
  if (count === 'all' || !about) return undefined;
  const batch = context.recent.filter(
    (entry) =>
      entry.quantity === count &&
      (!kind || entry.kind === kind.id) &&
      isOpen(entry) &&
      entry.title !== '' &&
      likeness(about, entry) === 1 &&
      tells(entry, marks, context),
  );
  return batch.length === 1 ? { entries: batch, behind: 0 } : undefined;
}

const amongThem =
  /(?:(?:(?<=[件条份封篇项个些]\s?)[里中]|其中|当中|里面|里头)(?:的)?有?|[局委办镇](?:里|那边)?(?:的)?有)(?:一|1)[件条份封篇](?!事)/;

/** 那两件里有一件办结了, 水利局有一件销号了: one of several, and it is not said which. */
function oneOfThem(marks: Marks, kind: RecordKind | undefined, context: Context): Referred | undefined {
  const said = amongThem.exec(marks.text);
  if (!said || arrives.test(marks.text)) return undefined;
  const units = unitsTold(marks);
  const able = (pool: readonly Entry[]) =>
    pool.filter(
      (entry) =>
        (!kind || entry.kind === kind.id) &&
        (units.length === 0 || units.some((unit) => concerns(entry, unit))) &&
        goesOnWith(entry, marks.text),
    );
  const row = able(
    context.repliedTo.length > 0 ? context.repliedTo : latestRow(context, (entry) => !kind || entry.kind === kind.id),
  );
  return row.length > 1 ? { entries: row, doubtful: true, behind: said.index + said[0].length } : undefined;
}

/** 都被市府办采用了: all that the last message told. */
function wholeMessage(marks: Marks, context: Context): Referred | undefined {
  const pool = context.repliedTo.length > 0 ? context.repliedTo : context.recent;
  const entries = pool.filter((entry) => entry.source === pool[0]?.source && goesOnWith(entry, marks.text));
  return entries.length > 0 && (entries.length > 1 || entries[0]!.quantity > 1) ? { entries, behind: 0 } : undefined;
}

/** 除了学校危房那件 其余两件都销号了: all of the row but the one that is named. */
function allBut(marks: Marks, kind: RecordKind | undefined, context: Context): Referred | undefined {
  const said =
    /(?:除了?|除开)(?<but>.{2,16}?)(?:那[件条个]|这[件条个])?(?:之外|以外|外)?[,\s]|\b(?:except|all but)\s+(?:for\s+)?(?:the\s+)?(?<en>[^,]{3,30})/i.exec(
      marks.text,
    );
  const but = said?.groups?.but ?? said?.groups?.en;
  if (!said || !but || !/其余|其他|剩下|别的|都|全|\b(?:others?|all|rest)\b/i.test(marks.text)) return undefined;
  const row = latestRow(context, (entry) => (!kind || entry.kind === kind.id) && tells(entry, marks, context));
  const rest = row.filter((entry) => likeness(but, entry) < 0.6);
  return rest.length > 0 && rest.length < row.length
    ? { entries: rest, behind: said.index + said[0].length }
    : undefined;
}

/** 码头扬尘和城东黑臭水体两件督办都销号了: every one by its name. */
function namedEach(
  marks: Marks,
  kind: RecordKind | undefined,
  context: Context,
  count: number | 'all',
): Referred | undefined {
  if (count === 'all') return undefined;
  const names = descriptionOf(marks, kind)
    .split(/\s|和|与|及|、/)
    .filter((name) => weightOf(name) >= 3);
  if (names.length !== count) return undefined;
  const entries = names.map((name) => matched(name, kind, { context, least: 0.6, behind: 0 })?.entries[0]);
  return entries.every((entry): entry is Entry => entry !== undefined) ? { entries, behind: 0 } : undefined;
}

function byReply(marks: Marks, kind: RecordKind | undefined, context: Context): Referred {
  const all = context.repliedTo.filter((entry) => !kind || entry.kind === kind.id);
  const pool = all.length > 0 ? all : context.repliedTo;
  if (pool.length === 1 || /都|全部|均|\b(?:all|both)\b/i.test(marks.text)) return { entries: pool, behind: 0 };
  const best = bestOf(pool, descriptionOf(marks, kind ?? kindOf(pool[0]!.kind)), 0.5);
  if (best.length === 1) return { entries: best, behind: 0 };
  const units = unitsTold(marks);
  const charged = pool.filter((entry) => units.some((unit) => concerns(entry, unit)));
  return charged.length === 1 ? { entries: charged, behind: 0 } : { entries: pool, doubtful: true, behind: 0 };
}
