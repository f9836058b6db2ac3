/** Which record a correction means: the one replied to, the one of the named kind, the one that holds the wrong value, else the last. */
import { kindOf } from '../kinds/all.ts';
import type { Entry } from '../kinds/entry.ts';
import { numberIn } from '../kinds/kind.ts';
import { readNumbers } from '../numbers.ts';
import { dayOf } from '../time/day.ts';
import { choiceIn, knownIn } from './choices.ts';
import { readCaseNos } from './codes.ts';
import type { Context } from './context.ts';
import { placesIn } from './described.ts';
import { kindsIn } from './kind-of.ts';
import { likeness } from './likeness.ts';
import type { Marks } from './marks.ts';
import type { Mended } from './mended.ts';
import { atPlaces, latestRow } from './rows.ts';

/** 昨天那批是8条: none of today's is meant. */
const bornThen =
  /(?:昨天|前天|上周[一二三四五六日天]?|上个?月|\d{1,2}[号日])(?:的?那[个件条份批次场篇期]|的?(?=少|多|漏))/;

/** Best first; the latest of equals. */
export function mistakenRecords(marks: Marks, mended: Mended, context: Context): Entry[] {
  const numbered = marks.ledgerNos.flatMap((code) => context.find({ no: code.value }));
  // A number that is in nobody's ledger means no other record.
  if (marks.ledgerNos.length > 0) return numbered;
  const pool = context.repliedTo.length > 0 ? context.repliedTo : context.recent;
  const born = bornThen.test(marks.text)
    ? marks.times.find((time) => time.start !== null && time.end !== null)
    : undefined;
  const within = (day: string) => !born || (born.start! <= day && day < born.end!);
  const standing = pool.filter(
    (entry) =>
      !entry.void &&
      entry.status !== 'withdrawn' &&
      (within(entry.on) || within(dayOf(new Date(entry.at), context.zone))),
  );
  const named = new Set(
    kindsIn(marks.text)
      .filter((scored) => scored.strength !== 'maybe')
      .map((scored) => scored.kind.id),
  );
  // 第二个主办单位应该是交通局: by its place among those told last.
  const places = placesIn(marks.text);
  const row = places && latestRow(context, (entry) => named.size !== 1 || named.has(entry.kind));
  const placed = places && row ? atPlaces(row, places) : [];
  if (placed.length === 1) return placed;
  const cases = readCaseNos(marks.text).map((code) => code.value);
  const oldNumbers = readNumbers(mended.old).map((number) => number.value);
  const score = (entry: Entry): number =>
    (named.has(entry.kind) ? 6 : 0) +
    (wordsFit(marks.text, entry) ? 3 : 0) +
    (oldNumbers.some((number) => holdsNumber(entry, number)) ? 8 : 0) +
    (mended.old !== '' && oldNumbers.length === 0 && JSON.stringify(entry).includes(mended.old) ? 5 : 0) +
    (cases.includes(String(entry.fields.caseNo ?? '-')) ? 10 : 0) +
    4 * likeness(describing(marks.text, mended), entry);
  return standing
    .map((entry, place) => ({ entry, place, score: score(entry) }))
    .sort((a, b) => b.score - a.score || a.place - b.place)
    .map(({ entry }) => entry);
}

/** The words before the mending tell which record it is (收文那条写错了). */
function describing(text: string, mended: Mended): string {
  const at = mended.right ? text.indexOf(mended.right) : text.length;
  return text.slice(0, at < 0 ? text.length : at);
}

/** Whether the word stands in one of the record's texts or names. */
export function holdsWord(word: string, entry: Entry): boolean {
  const texts = [entry.title, entry.unit ?? '', ...Object.values(entry.fields).flat()];
  return texts.some((text) => typeof text === 'string' && text.includes(word));
}

export function holdsNumber(entry: Entry, number: number): boolean {
  if (entry.quantity === number) return true;
  return Object.values(entry.fields).some((value) => numberIn(value)?.value === number || value === String(number));
}

/** Both the old and the right word are values of one choice, and the record holds the old one. */
export function holdsChoice(mended: Mended, entry: Entry): boolean {
  const kind = kindOf(entry.kind);
  if (!kind) return false;
  return Object.entries(kind.fields).some(([name, field]) => {
    if (field.type !== 'choice') return false;
    const right = choiceIn(kind, field, mended.right)?.id;
    return (
      choiceIn(kind, field, mended.old)?.id === entry.fields[name] &&
      right !== undefined &&
      right !== entry.fields[name]
    );
  });
}

/** A value of the record is named: 提案 of a proposal, 联网单位 of an indicator. */
function wordsFit(text: string, entry: Entry): boolean {
  const kind = kindOf(entry.kind);
  if (!kind) return false;
  return Object.entries(kind.fields).some(([name, field]) => {
    const value = entry.fields[name];
    if (value === undefined) return false;
    if (field.type === 'choice') return choiceIn(kind, field, text)?.id === value;
    return field.known !== undefined && knownIn(field, text)?.value === value;
  });
}
