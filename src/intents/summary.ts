/** A summary told over single entries of its span: they are the same things told twice, and where they differ it is asked once which holds. */

import { kindOf } from '../kinds/all.ts';
import type { Entry } from '../kinds/entry.ts';
import type { Block } from '../reply.ts';
import { selectEntries } from '../store/entries.ts';
import { addDays } from '../time/day.ts';
import type { Turn } from './intent.ts';

/** Fields by which a summary may be narrower than its kind (contract, section 2). */
const narrowing = ['source', 'category', 'column', 'channel'] as const;

/** The question which of both holds, for a summary whose items add up to something else; else nothing. */
export function summaryQuestion(entry: Entry, turn: Turn): Block[] {
  if (!entry.until || entry.until <= entry.on || entry.quantity <= 1) return [];
  const items = selectEntries(turn.db, { kind: entry.kind, from: entry.on, to: addDays(entry.until, 1) }).filter(
    (item) => item.no !== entry.no && isItemOf(item, entry),
  );
  const sum = items.reduce((all, item) => all + item.quantity, 0);
  if (items.length === 0 || sum === entry.quantity) return [];
  const counts = kindOf(entry.kind)?.counts[turn.lang] ?? '';
  const zh = turn.lang === 'zh';
  return [
    {
      type: 'text',
      text: zh
        ? `**这段时间逐条记的合计 ${sum}${counts}，汇总说的是 ${entry.quantity}${counts}，以哪个为准？**\n不选就以逐条记的为准，两个数都会说明，不会相加。`
        : `**Single entries of this span add up to ${sum} ${counts}, the summary says ${entry.quantity}. Which holds?**\nUnless you choose, the single entries do; both figures are always named, never added.`,
    },
    {
      type: 'buttons',
      buttons: [
        {
          label: zh ? `逐条的 ${sum}` : `entries ${sum}`,
          intent: { do: 'amend', nos: [entry.no], set: { basis: 'items' } },
        },
        {
          label: zh ? `汇总的 ${entry.quantity}` : `summary ${entry.quantity}`,
          intent: { do: 'amend', nos: [entry.no], set: { basis: 'summary' } },
        },
      ],
    },
  ];
}

function isItemOf(item: Entry, summary: Entry): boolean {
  const isSummary = item.until !== undefined && item.until > item.on && item.quantity > 1;
  const counted = kindOf(item.kind)?.life.states[item.status]?.counted ?? false;
  if (isSummary || !counted) return false;
  return narrowing.every((name) => summary.fields[name] === undefined || item.fields[name] === summary.fields[name]);
}
