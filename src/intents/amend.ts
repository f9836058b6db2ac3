/** Amend: values of a record are put right; the old ones stay in its history. */
import { kindOf } from '../kinds/all.ts';
import { columns, type Entry } from '../kinds/entry.ts';
import type { Value } from '../kinds/kind.ts';
import { readEntries } from '../store/entries.ts';
import type { IntentKind, Outcome, Turn } from './intent.ts';
import { stillPending } from './pending.ts';
import { changeReceipt, isAddition } from './receipt.ts';
import { mayChange, notFound, notYours } from './rights.ts';
import { AmendIntent } from './shapes.ts';

export const amend: IntentKind<AmendIntent> = {
  do: 'amend',
  title: { zh: '更正', en: 'Correct' },
  examples: [
    { zh: '刚才写错了，是21件', en: 'Correction: 14 people, not 41' },
    { zh: '不是今天，是昨天', en: 'it was yesterday, not today' },
  ],
  shape: AmendIntent,
  act(intent, turn) {
    return amendRecords(intent.nos, intent.set, turn);
  },
};

export function amendRecords(nos: readonly string[], set: Readonly<Record<string, Value | null>>, turn: Turn): Outcome {
  const entries = readEntries(turn.db, nos);
  const [first] = entries;
  if (!first || entries.length !== nos.length)
    return {
      reply: notFound(nos.find((no) => !entries.some((entry) => entry.no === no)) ?? '', turn),
      refused: 'no-data',
    };
  const foreign = entries.find((entry) => !mayChange(entry, turn) && !addsNews(entry, set));
  if (foreign) return { reply: notYours(foreign, turn), refused: 'forbidden' };
  const unknown = Object.keys(set).find((name) => !isKnown(first, name));
  if (unknown) return { reply: null, refused: 'not-understood' };
  return {
    writes: entries.map((entry) => ({
      write: 'move',
      no: entry.no,
      move: 'amend',
      on: addsNews(entry, set) ? turn.today : entry.on,
      set,
    })),
    reply: (written) => changeReceipt(written, turn, titleOf(entries, set, turn), entries),
    remember: stillPending(nos, turn),
  };
}

/** What is told for the first time was not wrong before. */
function titleOf(entries: readonly Entry[], set: Readonly<Record<string, unknown>>, { lang }: Turn): string {
  if (entries.every((entry) => isAddition(entry, set))) return lang === 'zh' ? '已补充' : 'Added';
  return lang === 'zh' ? '已更正' : 'Corrected';
}

function isKnown(entry: Entry, name: string): boolean {
  return (columns as readonly string[]).includes(name) || kindOf(entry.kind)?.fields[name] !== undefined;
}

/** Fields that a later move usually brings (满意, 胜诉) are news of that day; others were always so. */
function addsNews(entry: Entry, set: Readonly<Record<string, unknown>>): boolean {
  const moves = Object.values(kindOf(entry.kind)?.life.moves ?? {});
  return Object.keys(set).every(
    (name) => entry.fields[name] === undefined && moves.some((move) => move.sets?.includes(name)),
  );
}
