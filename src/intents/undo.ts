/** Undo takes back all that one message did; redo takes the undo back. Both are moves, nothing is erased. */
import type { Entry, StoredMove } from '../kinds/entry.ts';
import type { Block, Button, Reply } from '../reply.ts';
import { lastSources, movesOfSource, readEntry, readMoves, readMovesOf } from '../store/entries.ts';
import { standing } from '../store/fold.ts';
import type { IntentKind, Outcome, Turn, Write, Written } from './intent.ts';
import { stillPending } from './pending.ts';
import { recordLines } from './redrawn.ts';
import { mayChange, notYours } from './rights.ts';
import { RedoIntent, UndoIntent } from './shapes.ts';

const mostSources = 50;
/** A whole import may be taken back at once. */
const mostShown = 20;

export const undo: IntentKind<UndoIntent> = {
  do: 'undo',
  title: { zh: '撤销', en: 'Undo' },
  examples: [{ zh: '撤销', en: 'undo' }],
  shape: UndoIntent,
  act: (intent, turn) => takeBack(intent, turn, 'undo'),
};

export const redo: IntentKind<RedoIntent> = {
  do: 'redo',
  title: { zh: '恢复', en: 'Redo' },
  examples: [{ zh: '恢复', en: 'redo' }],
  shape: RedoIntent,
  act: (intent, turn) => takeBack(intent, turn, 'redo'),
};

interface Found {
  readonly no: string;
  readonly move: StoredMove;
}

function takeBack(intent: { source?: string; no?: string }, turn: Turn, what: 'undo' | 'redo'): Outcome {
  const found = intent.source ? openMoves(turn, intent.source, what, intent.no) : lastOpen(turn, what, intent.no);
  if (found.length === 0) return { reply: nothingLeft(turn, what) };
  const foreign = found.find(({ no, move }) => {
    const entry = readEntry(turn.db, no);
    return move.by !== turn.speaker.id && (!entry || !mayChange(entry, turn));
  });
  if (foreign) return { reply: notYours({ no: foreign.no }, turn), refused: 'forbidden' };
  const writes = [...found]
    .reverse()
    .map(({ no, move }): Write => ({ write: 'move', no, move: 'undo', on: move.on, undoes: move.n }));
  const restores = found.some(
    (one) => depthOf(turn, one) % 2 === 1 || (what === 'redo' && one.move.move === 'withdraw'),
  );
  return {
    writes,
    reply: (written) => takenBack(written, turn, restores),
    remember: stillPending(
      found.map(({ no }) => no),
      turn,
    ),
  };
}

/**
 * What a message did that still holds: for undo its moves, for redo its undos. A record it logged goes with its first
 * move, and all that was told of it with it.
 */
function openMoves(turn: Turn, source: string, what: 'undo' | 'redo', no?: string): Found[] {
  const found = movesOfSource(turn.db, source).filter((one) => {
    if (no !== undefined && one.no !== no) return false;
    return (one.move.move === 'undo') === (what === 'redo');
  });
  const histories = readMovesOf(turn.db, [...new Set(found.map((one) => one.no))]);
  const logged = new Set(found.filter((one) => one.move.n === 1).map((one) => one.no));
  return found.filter((one) => {
    if (logged.has(one.no) && one.move.n !== 1) return false;
    return stillHolds(histories.get(one.no) ?? [], one.move);
  });
}

function stillHolds(all: readonly StoredMove[], move: StoredMove): boolean {
  if (move.move !== 'undo') return standing(all).some((one) => one.n === move.n);
  return !all.some((one) => one.move === 'undo' && one.undoes === move.n);
}

function lastOpen(turn: Turn, what: 'undo' | 'redo', no?: string): Found[] {
  for (const source of lastSources(turn.db, turn.speaker.id, mostSources)) {
    const found = openMoves(turn, source, what, no);
    if (found.length > 0) return found;
    // Redo reaches only as far as the last thing done: after a new record there is nothing to bring back,
    // but what was called a mistake (上一条作废) comes back as what was undone does.
    if (what === 'redo') {
      const done = openMoves(turn, source, 'undo', no);
      if (done.length > 0) return done.every(({ move }) => move.move === 'withdraw') ? done : [];
    }
  }
  return [];
}

/** 0 for what was done, 1 for its undo, 2 for the undo of that: whether it goes back or forth. */
function depthOf(turn: Turn, { no, move }: Found): number {
  const all = readMoves(turn.db, no);
  let depth = 0;
  for (let at: StoredMove | undefined = move; at?.move === 'undo'; depth += 1) {
    const { undoes }: StoredMove = at;
    at = all.find((one) => one.n === undoes);
  }
  return depth;
}

function takenBack(written: Written, turn: Turn, restores: boolean): Reply {
  const zh = turn.lang === 'zh';
  const entries = [...new Map(written.moved.map(({ entry }) => [entry.no, entry])).values()];
  const blocks = entries
    .slice(0, mostShown)
    .map((entry): Block => ({ type: 'text', record: { no: entry.no, as: 'lines' }, text: recordLines(entry, turn) }));
  if (entries.length > mostShown) {
    const text = zh ? `……共 ${entries.length} 条` : `… ${entries.length} records in all`;
    blocks.push({ type: 'text', text });
  }
  const label = restores ? (zh ? '撤销' : 'Undo') : zh ? '恢复' : 'Redo';
  const again = { label, intent: { do: 'redo', source: turn.source } };
  return {
    lang: turn.lang,
    tone: 'good',
    title: restores ? (zh ? '已恢复' : 'Restored') : zh ? '已撤销' : 'Undone',
    blocks: [...blocks, { type: 'buttons', buttons: [...openers(entries, turn), again] }],
  };
}

/** A record that is there again can be looked at and mended as before. */
function openers(entries: readonly Entry[], turn: Turn): Button[] {
  const [single] = entries;
  if (!single || single.void || entries.length > 1) return [];
  const zh = turn.lang === 'zh';
  return [
    { label: zh ? '改' : 'Edit', intent: { do: 'edit', no: single.no } },
    { label: zh ? '明细' : 'Details', intent: { do: 'show', no: single.no } },
  ];
}

function nothingLeft(turn: Turn, what: 'undo' | 'redo'): Outcome['reply'] {
  const zh = turn.lang === 'zh';
  const text =
    what === 'undo'
      ? zh
        ? '没有可以撤销的：您最近的记录都已撤销，或者还没有记录。'
        : 'There is nothing of yours left to undo.'
      : zh
        ? '没有可以恢复的。'
        : 'There is nothing to redo.';
  return { lang: turn.lang, tone: 'warn', blocks: [{ type: 'text', text }] };
}
