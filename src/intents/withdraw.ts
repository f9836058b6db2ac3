/** Withdraw: the record was a mistake; it leaves every count, its history stays. */
import { readEntries } from '../store/entries.ts';
import type { IntentKind, Outcome } from './intent.ts';
import { stillPending } from './pending.ts';
import { headOf } from './phrasing.ts';
import { mayChange, notFound, notYours } from './rights.ts';
import { WithdrawIntent } from './shapes.ts';

export const withdraw: IntentKind<WithdrawIntent> = {
  do: 'withdraw',
  title: { zh: '作废', en: 'Withdraw' },
  examples: [{ zh: '上面那条重复了 作废', en: 'the last one was a duplicate, delete it' }],
  shape: WithdrawIntent,
  act(intent, turn): Outcome {
    const entries = readEntries(turn.db, intent.nos);
    const missing = intent.nos.find((no) => !entries.some((entry) => entry.no === no));
    if (missing) return { reply: notFound(missing, turn), refused: 'no-data' };
    const foreign = entries.find((entry) => !mayChange(entry, turn));
    if (foreign) return { reply: notYours(foreign, turn), refused: 'forbidden' };
    const zh = turn.lang === 'zh';
    return {
      // The record's own day, so that it leaves the counts of every period.
      writes: entries.map((entry) => ({ write: 'move', no: entry.no, move: 'withdraw', on: entry.on })),
      reply: (written) => ({
        lang: turn.lang,
        tone: 'good',
        title: zh ? `已作废 ${written.moved.length} 条` : `${written.moved.length} withdrawn`,
        blocks: [
          { type: 'text', text: written.moved.map(({ entry }) => headOf(entry, turn.lang)).join('\n') },
          {
            type: 'note',
            text: zh ? '不再计入任何数字；编号不会再用。' : 'In no figure any more; the number is not used again.',
          },
          {
            type: 'buttons',
            buttons: [{ label: zh ? '恢复' : 'Restore', intent: { do: 'undo', source: turn.source } }],
          },
        ],
      }),
      remember: stillPending(intent.nos, turn),
    };
  },
};
