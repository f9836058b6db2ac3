/** Advance: something happened to a record: it was answered, closed, cancelled, given to another unit. */
import { kindOf } from '../kinds/all.ts';
import type { Entry } from '../kinds/entry.ts';
import { readEntries } from '../store/entries.ts';
import { wayToMove } from '../store/life.ts';
import type { IntentKind, Outcome, Turn } from './intent.ts';
import { headOf, stateText } from './phrasing.ts';
import { changeReceipt } from './receipt.ts';
import { notFound } from './rights.ts';
import { AdvanceIntent } from './shapes.ts';

export const advance: IntentKind<AdvanceIntent> = {
  do: 'advance',
  title: { zh: '办理进展', en: 'Progress' },
  examples: [
    { zh: '37号提案办结了 委员满意 A类', en: 'Proposal no. 37 is closed, the member is satisfied' },
    { zh: '下午的会取消了', en: 'The video conference has been cancelled' },
  ],
  shape: AdvanceIntent,
  act(intent, turn): Outcome {
    const entries = readEntries(turn.db, intent.nos);
    const missing = intent.nos.find((no) => !entries.some((entry) => entry.no === no));
    if (missing) return { reply: notFound(missing, turn), refused: 'no-data' };
    const stuck = entries.find((entry) => !possible(entry, intent.move));
    if (stuck) return { reply: notPossible(stuck, intent.move, turn), refused: 'not-a-fact' };
    return {
      writes: entries.map((entry) => ({
        write: 'move',
        no: entry.no,
        move: intent.move,
        on: intent.on,
        ...(intent.set ? { set: intent.set } : {}),
        ...(intent.note ? { note: intent.note } : {}),
      })),
      reply: (written) => changeReceipt(written, turn, turn.lang === 'zh' ? '已更新' : 'Updated'),
      remember: { pending: null },
    };
  },
};

function possible(entry: Entry, move: string): boolean {
  const kind = kindOf(entry.kind);
  if (!kind?.life.moves[move] || entry.void) return false;
  const { to } = kind.life.moves[move];
  // Told twice: a closed proposal cannot be closed again, but what is repeated every time (report, urge) can.
  if (
    to !== undefined &&
    to === entry.status &&
    kind.life.moves[move].from.length > 0 &&
    !kind.life.moves[move].from.includes(entry.status)
  )
    return false;
  return wayToMove(kind, entry.status, move) !== undefined;
}

function notPossible(entry: Entry, move: string, turn: Turn): Outcome['reply'] {
  const { lang } = turn;
  const kind = kindOf(entry.kind);
  const label = kind?.life.moves[move]?.label[lang] ?? move;
  const state = kind ? stateText(kind, entry, lang) : entry.status;
  return {
    lang,
    tone: 'warn',
    blocks: [
      {
        type: 'text',
        text:
          lang === 'zh'
            ? `${headOf(entry, lang)} 现在是「${state}」，没有再记「${label}」。`
            : `${headOf(entry, lang)} is already “${state}”; “${label}” was not recorded again.`,
      },
      {
        type: 'buttons',
        buttons: [{ label: lang === 'zh' ? '明细' : 'Details', intent: { do: 'show', no: entry.no } }],
      },
    ],
  };
}
