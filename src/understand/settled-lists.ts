/** Settles what a list has told: totals go where their parts are told, what is said of all reaches every member. */
import type { NewEntry } from '../kinds/entry.ts';
import type { Value } from '../kinds/kind.ts';
import type { Reading } from './fields.ts';
import { isEnglish } from './language.ts';
import type { Piece } from './piece.ts';

export interface Told {
  readonly entry: NewEntry;
  readonly assumed: readonly string[];
  readonly piece: Piece;
  readonly reading: Reading;
}

/** The records of a message in the order they were told, each with what it shares with the others. */
export function settledLists(told: readonly Told[]): Told[] {
  return withoutTotals(announced(sharedBack(placedBack(told))));
}

/** 3 complaints and 6 inquiries in the mayor's mailbox: where they all came in is told with the last of an English list. */
function placedBack(told: readonly Told[]): Told[] {
  const placed = [...told];
  for (let at = placed.length - 1; at > 0; at -= 1) {
    const { entry, piece } = placed[at]!;
    const before = placed[at - 1]!;
    const { channel } = entry.fields;
    if (!piece.follows || channel === undefined || before.entry.fields.channel !== undefined) continue;
    if (before.entry.kind !== entry.kind || !isEnglish(piece.marks.text)) continue;
    placed[at - 1] = { ...before, entry: { ...before.entry, fields: { ...before.entry.fields, channel } } };
  }
  return placed;
}

/** 建议72件提案69件都交办了: what all of a list have come to is told with its last member. */
function sharedBack(told: readonly Told[]): Told[] {
  const shared = [...told];
  for (let at = shared.length - 1; at > 0; at -= 1) {
    const { entry, piece } = shared[at]!;
    const before = shared[at - 1]!;
    if (!piece.follows || entry.status === undefined || before.entry.status !== undefined) continue;
    if (before.entry.kind !== entry.kind || !/都|均|全部?|\ball\b/i.test(piece.marks.text)) continue;
    shared[at - 1] = { ...before, entry: { ...before.entry, status: entry.status } };
  }
  return shared;
}

/** 提案两件 第88号 …;第89号 …: the count only announced as many as are told. */
function announced(told: readonly Told[]): Told[] {
  const single = [...told];
  for (let first = 0; first < told.length; first += 1) {
    const { entry } = told[first]!;
    const count = entry.quantity ?? 1;
    const run = told.slice(first, first + count);
    const fits =
      count >= 2 &&
      run.length === count &&
      run.every((one) => one.entry.kind === entry.kind && [undefined, count].includes(one.entry.quantity)) &&
      // Two complaints and an inquiry: another sort is none of the two.
      !run.slice(1).some((one) => isEnglish(one.piece.marks.text) && isSibling(run[0]!, one)) &&
      run.every((one, at) => isToldApart(one) && !one.piece.isPart && (at === 0 || one.piece.follows)) &&
      new Set(run.map(({ entry: { title, on, fields } }) => JSON.stringify([title, on, fields]))).size === count;
    if (!fits) continue;
    run.forEach((one, at) => {
      const { quantity: _all, ...rest } = one.entry;
      single[first + at] = { ...one, entry: rest };
    });
  }
  return single;
}

/** It has a matter or a day of its own. */
function isToldApart({ entry, assumed }: Told): boolean {
  return (entry.title ?? '') !== '' || !assumed.includes('on');
}

/** 住建局4件 教育局3件 卫健局1件, 3 news items, 1 special report: another unit or sort beside it is no part of it. */
function isSibling(total: Told, part: Told): boolean {
  const differs = (whole: Value | undefined, share: Value | undefined): boolean =>
    whole !== undefined && share !== undefined && whole !== share;
  return (
    !part.piece.isPart &&
    (differs(total.entry.unit, part.entry.unit) || differs(total.entry.fields.category, part.entry.fields.category))
  );
}

/** 来文18件 办件5件 阅件13件 is two records: a total goes where its parts are told. Parts of an untold rest go instead. */
function withoutTotals(told: readonly Told[]): Told[] {
  const kept: Told[] = [];
  for (let at = 0; at < told.length; at += 1) {
    const total = told[at]!;
    const parts: Told[] = [];
    for (let next = at + 1; next < told.length; next += 1) {
      const part = told[next]!;
      if (part.entry.kind !== total.entry.kind || isSibling(total, part) || !(part.piece.follows || part.piece.isPart))
        break;
      parts.push(part);
    }
    // 收了4件 答复3件 其中2件…: the shares are those of the count right before them.
    if (parts[0] && !parts[0].piece.isPart && parts.some(({ piece }) => piece.isPart)) parts.length = 0;
    const [only, ...others] = parts;
    if (only?.piece.isPart && others.length === 0 && only.entry.quantity === undefined) {
      kept.push({
        ...total,
        entry: { ...only.entry, ...total.entry, fields: { ...only.entry.fields, ...total.entry.fields } },
      });
      at += 1;
      continue;
    }
    const sum = parts.reduce((all, part) => all + (part.entry.quantity ?? 1), 0);
    const quantity = total.entry.quantity ?? 1;
    if (parts.length >= 2 && quantity > 1 && sum === quantity && (!only?.piece.isPart || areToldApart(parts))) {
      kept.push(
        ...parts.map((part) => ({
          ...part,
          entry: { ...part.entry, fields: { ...total.entry.fields, ...part.entry.fields } },
        })),
      );
      at += parts.length;
      continue;
    }
    // 12件 其中主办8件协办4件: the first share stands in the total's own words, the others behind it are shares too.
    const opened = /其中.*$/s.exec(total.piece.marks.text)?.[0];
    if (opened && parts.length > 0 && quantity > 1 && sum < quantity && opened.match(/\d/)) {
      const said = [opened, ...parts.map((part) => part.piece.marks.text)].join(',');
      kept.push({ ...total, entry: { ...total.entry, note: said } });
      at += parts.length;
      continue;
    }
    const shares = parts.filter((part) => part.piece.isPart);
    kept.push(shares.length > 0 && quantity > 1 ? { ...total, entry: withNote(total.entry, shares) } : total);
    if (shares.length > 0) at += parts.length;
  }
  return kept;
}

/** Shares are records of their own where a value or a unit tells them apart (办件5 阅件13), not where only words do (主办8 协办4). */
function areToldApart(parts: readonly Told[]): boolean {
  const signs = parts.map(({ entry }) => JSON.stringify([entry.fields, entry.unit ?? '']));
  return new Set(signs).size === parts.length;
}

/** 其中重点提案5件 is kept in the words it was told in. */
function withNote(entry: NewEntry, shares: readonly Told[]): NewEntry {
  return { ...entry, note: shares.map((share) => share.piece.marks.text).join(',') };
}
