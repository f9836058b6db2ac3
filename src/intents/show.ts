/** Show: one record as it stands, with everything that ever happened to it. */
import { kindOf } from '../kinds/all.ts';
import type { Entry, StoredMove } from '../kinds/entry.ts';
import type { Button } from '../reply.ts';
import { readEntry, readMoves } from '../store/entries.ts';
import { standing } from '../store/fold.ts';
import { findPerson } from '../store/people.ts';
import type { IntentKind, Outcome, Turn } from './intent.ts';
import { dayText, detailsOf, headOf } from './phrasing.ts';
import { setText } from './receipt.ts';
import { mayChange, notFound } from './rights.ts';
import { ShowIntent } from './shapes.ts';

const mostMoves = 30;

export const show: IntentKind<ShowIntent> = {
  do: 'show',
  title: { zh: '看一条记录', en: 'Show a record' },
  examples: [{ zh: '看 督-2026-019', en: 'show 督-2026-019' }],
  shape: ShowIntent,
  act(intent, turn): Outcome {
    const entry = readEntry(turn.db, intent.no);
    if (!entry) return { reply: notFound(intent.no, turn), refused: 'no-data' };
    const { lang, today } = turn;
    const zh = lang === 'zh';
    const history = readMoves(turn.db, entry.no);
    return {
      reply: {
        lang,
        tone: entry.void ? 'warn' : 'plain',
        title: entry.void ? (zh ? '已撤销的记录' : 'A record taken back') : zh ? '记录' : 'Record',
        blocks: [
          { type: 'text', text: headOf(entry, lang) },
          { type: 'fields', items: detailsOf(entry, lang, today).map(({ label, value }) => ({ label, value })) },
          {
            type: 'fold',
            title: zh
              ? `经过（${history.length} 步）`
              : `History (${history.length} ${history.length === 1 ? 'step' : 'steps'})`,
            blocks: [{ type: 'text', text: historyLines(entry, history, turn).join('\n') }],
          },
          ...(entry.void ? [] : [{ type: 'buttons' as const, buttons: buttonsFor(entry, turn) }]),
        ],
      },
      remember: { list: [entry.no] },
    };
  },
};

function historyLines(entry: Entry, history: readonly StoredMove[], turn: Turn): string[] {
  const { lang, today } = turn;
  const zh = lang === 'zh';
  const holds = new Set(standing(history).map((move) => move.n));
  const lines = history.slice(-mostMoves).map((move) => {
    const label = kindOf(entry.kind)?.life.moves[move.move]?.label[lang] ?? move.move;
    const by = findPerson(turn.db, move.by)?.name ?? move.by;
    const changes =
      move.n === 1
        ? ''
        : Object.entries(move.set ?? {})
            .map(([name, value]) => setText(entry, { name, value, lang }))
            .filter(Boolean)
            .join(zh ? '，' : ', ');
    const undone = move.move !== 'undo' && !holds.has(move.n) ? (zh ? '（已撤销）' : ' (undone)') : '';
    const implied = move.implied ? (zh ? '（推定）' : ' (implied)') : '';
    const which = move.undoes === undefined ? '' : zh ? `第${move.undoes}步` : ` step ${move.undoes}`;
    return `${move.n}. ${dayText(move.on, today, lang)} ${label}${which}${changes ? ` ${changes}` : ''} · ${by}${implied}${undone}`;
  });
  return history.length > mostMoves
    ? [zh ? `……前面还有 ${history.length - mostMoves} 步` : `… earlier steps: ${history.length - mostMoves}`, ...lines]
    : lines;
}

/** What usually comes next for the record, as buttons: its next moves today, then edit and withdraw. */
function buttonsFor(entry: Entry, turn: Turn): Button[] {
  const { lang } = turn;
  const kind = kindOf(entry.kind);
  const zh = lang === 'zh';
  // A closed record could be reopened, but nobody should do that by a slip of the finger.
  const waits = kind?.life.states[entry.status]?.open ?? false;
  const next = Object.entries(waits ? (kind?.life.moves ?? {}) : {})
    .filter(([, move]) => move.to !== undefined && move.from.includes(entry.status) && !move.sets?.includes('unit'))
    // A meeting that took place is 举行, not merely 登记.
    .filter(
      ([name, move], _, able) => name !== 'log' || !able.some(([other, { to }]) => other !== name && to === move.to),
    )
    .slice(0, 3)
    .map(
      ([name, move]): Button => ({
        label: move.label[lang],
        intent: { do: 'advance', nos: [entry.no], move: name, on: turn.today },
      }),
    );
  if (!mayChange(entry, turn)) return next;
  return [
    ...next,
    { label: zh ? '改' : 'Edit', intent: { do: 'edit', no: entry.no } },
    {
      label: zh ? '作废' : 'Withdraw',
      style: 'danger',
      intent: { do: 'withdraw', nos: [entry.no] },
      confirm: zh ? `作废 ${entry.no}？可以恢复。` : `Withdraw ${entry.no}? It can be restored.`,
    },
  ];
}
