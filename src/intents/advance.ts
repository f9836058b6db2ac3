/** Advance: something happened to a record: it was answered, closed, cancelled, given to another unit. */
import { kindOf } from '../kinds/all.ts';
import type { Entry } from '../kinds/entry.ts';
import { unitFieldOf } from '../kinds/kind.ts';
import { readEntries } from '../store/entries.ts';
import { wayToMove } from '../store/life.ts';
import type { IntentKind, Outcome, Turn } from './intent.ts';
import { stillPending } from './pending.ts';
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
    // Of several those move on that can; only where none can, that is said.
    const able = entries.filter((entry) => possible(entry, intent.move) && !isRepeated(entry, intent));
    const [stuck] = entries.filter((entry) => !able.includes(entry));
    if (stuck && able.length === 0) return { reply: notPossible(stuck, intent.move, turn), refused: 'not-a-fact' };
    return {
      writes: able.map((entry) => ({
        write: 'move',
        no: entry.no,
        move: intent.move,
        on: intent.on,
        ...(intent.set ? { set: intent.set } : {}),
        ...(intent.note ? { note: intent.note } : {}),
      })),
      reply: (written) => changeReceipt(written, turn, turn.lang === 'zh' ? '已更新' : 'Updated'),
      remember: stillPending(intent.nos, turn),
    };
  },
};

/** Given to the same unit once more, replied with the same result: told twice, nothing new in it. */
function isRepeated(entry: Entry, intent: AdvanceIntent): boolean {
  const declared = kindOf(entry.kind)?.life.moves[intent.move];
  const told = Object.entries(intent.set ?? {});
  if (!declared || happensAgain.has(intent.move)) return false;
  // The bare deed told twice on one day is one deed.
  if (told.length === 0) return declared.to !== undefined && declared.to === entry.status && entry.lastOn === intent.on;
  const stays = declared.to === undefined ? entry.overlay === declared.overlay : declared.to === entry.status;
  return stays && told.every(([name, value]) => JSON.stringify(heldValue(entry, name)) === JSON.stringify(value));
}

/** A second adoption scores again, a second report is another one. */
const happensAgain: ReadonlySet<string> = new Set(['adopt', 'report', 'urge', 'progress', 'judge']);

function heldValue(entry: Entry, name: string): unknown {
  if (name === unitFieldOf(kindOf(entry.kind)!)) return entry.fields[name] ?? entry.unit;
  return entry.fields[name] ?? (entry as unknown as Record<string, unknown>)[name];
}

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
