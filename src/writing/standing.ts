/** What waits and what ended: the groups of records the digest speaks of, named by kind and by unit and never by person. */
import { kindOf, kinds } from '../kinds/all.ts';
import type { Entry } from '../kinds/entry.ts';
import { preciseLabel, sumPrecision } from '../kinds/kind.ts';
import { type Lang, plain } from '../reply.ts';
import type { Day } from '../time/day.ts';

/** Kinds that are done with the reply (contract: open = not replied). */
const doneByReply: ReadonlySet<string> = new Set(['request', 'application']);

/** Whether the office or a unit still has to act on it. */
export function isWaiting(entry: Entry): boolean {
  const state = kindOf(entry.kind)?.life.states[entry.status];
  if (!state?.open) return false;
  return !(doneByReply.has(entry.kind) && entry.days.reply?.length);
}

/** Records whose last close lies between the days (both included) and still holds. */
export function closedBetween(entries: readonly Entry[], from: Day, to: Day): Entry[] {
  return entries.filter((entry) => {
    const day = entry.days.close?.at(-1);
    return entry.status === 'closed' && day !== undefined && day >= from && day <= to;
  });
}

/** 督查2次、收文3件 — in the order of the kinds. */
export function byKind(entries: readonly Entry[], lang: Lang): string {
  const parts = kinds.flatMap((kind) => {
    const own = entries.filter((entry) => entry.kind === kind.id);
    if (own.length === 0) return [];
    const total = totalOf(own, lang);
    return [lang === 'zh' ? `${kind.title.zh}${total}${kind.counts.zh}` : `${kind.title.en} ${total}`];
  });
  return parts.join(lang === 'zh' ? '、' : ', ');
}

/** 住建局2件(案-2026-003、督办-2026-011)— units by name and never people, the most first. */
export function byUnit(entries: readonly Entry[], lang: Lang): string {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const unit = entry.unit ?? (lang === 'zh' ? '未定承办单位' : 'no unit yet');
    groups.set(unit, [...(groups.get(unit) ?? []), entry]);
  }
  const most = 6;
  const sorted = [...groups].sort(([a, ofA], [b, ofB]) => ofB.length - ofA.length || (a < b ? -1 : 1));
  const shown = sorted.slice(0, most).map(([unit, own]) => {
    const total = totalOf(own, lang);
    const numbers = numbersOf(own, lang);
    return lang === 'zh' ? `${plain(unit)}${total}${countsOf(own)}${numbers}` : `${plain(unit)} ${total} ${numbers}`;
  });
  const left = sorted.length - shown.length;
  const more = left > 0 ? [lang === 'zh' ? `另有${left}个单位` : `${left} more units`] : [];
  return [...shown, ...more].join(lang === 'zh' ? '；' : '; ');
}

/** The numbers of some records in brackets, the first three in full. */
export function numbersOf(entries: readonly Entry[], lang: Lang): string {
  const numbers = entries.map((entry) => entry.no);
  const shown = numbers.slice(0, 3).join(lang === 'zh' ? '、' : ', ');
  if (numbers.length <= 3) return lang === 'zh' ? `（${shown}）` : `(${shown})`;
  return lang === 'zh' ? `（${shown}等）` : `(${shown} …)`;
}

function totalOf(entries: readonly Entry[], lang: Lang): string {
  const total = entries.reduce((sum, entry) => sum + entry.quantity, 0);
  return preciseLabel(total, sumPrecision(entries.map((entry) => entry.precision)), lang);
}

/** The counting word all of them share, else 件. */
function countsOf(entries: readonly Entry[]): string {
  const words = new Set(entries.map((entry) => kindOf(entry.kind)?.counts.zh ?? '件'));
  return words.size === 1 ? ([...words][0] ?? '件') : '件';
}
