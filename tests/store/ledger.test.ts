/** The ledger: numbers, implied moves, folds for past days, undo as one more move, the cache as nothing but the fold. */
import { describe, expect, it } from 'vitest';
import { kindOf } from '../../src/kinds/all.ts';
import type { NewEntry } from '../../src/kinds/entry.ts';
import { openDb } from '../../src/node-office.ts';
import { readEntry, readMoves, selectEntries } from '../../src/store/entries.ts';
import { findEntries } from '../../src/store/find.ts';
import { fold } from '../../src/store/fold.ts';
import { addMove, type Hand, LedgerError, logEntry } from '../../src/store/ledger.ts';
import { at } from '../support/fixed.ts';

const hand: Hand = { by: '李梅', section: '督查科', at: at('2026-11-20 10:00'), source: 'm1' };
const proposal = (more: Partial<NewEntry> = {}): NewEntry => ({
  kind: 'proposal',
  on: '2026-03-02',
  title: '社区食堂',
  unit: '民政局',
  fields: { source: 'cppcc', caseNo: '037' },
  ...more,
});

function fresh() {
  return openDb(':memory:').db;
}

describe('numbers', () => {
  it('run per prefix and year, and are not used again after an undo', () => {
    const db = fresh();
    expect(logEntry(db, { kind: 'inspection', on: '2026-11-20', fields: {} }, hand).no).toBe('督-2026-001');
    addMove(db, '督-2026-001', { move: 'undo', on: '2026-11-20', undoes: 1 }, hand);
    expect(logEntry(db, { kind: 'inspection', on: '2026-11-20', fields: {} }, hand).no).toBe('督-2026-002');
    expect(logEntry(db, { kind: 'inspection', on: '2025-12-31', fields: {} }, hand).no).toBe('督-2025-001');
    expect(logEntry(db, { kind: 'supervision', on: '2026-01-01', fields: {} }, hand).no).toBe('督办-2026-001');
  });
});

describe('a later state told at once', () => {
  it('carries the shortest chain of moves, each on the day of the record and marked implied', () => {
    const db = fresh();
    const entry = logEntry(db, proposal({ status: 'closed' }), hand);
    expect(entry.status).toBe('closed');
    const moves = readMoves(db, entry.no);
    expect(moves.map((move) => [move.move, move.on, move.implied ?? false])).toEqual([
      ['log', '2026-03-02', false],
      ['assign', '2026-03-02', true],
      ['reply', '2026-03-02', true],
      ['close', '2026-03-02', true],
    ]);
  });

  it('is refused when the kind has no such state', () => {
    expect(() => logEntry(fresh(), proposal({ status: 'adopted' }), hand)).toThrow(LedgerError);
  });
});

describe('moves', () => {
  it('a close of what was not answered carries the answer with it', () => {
    const db = fresh();
    const { no } = logEntry(db, proposal({ status: 'assigned' }), hand);
    const closed = addMove(db, no, { move: 'close', on: '2026-05-20', set: { resultClass: 'A' } }, hand);
    expect(closed.status).toBe('closed');
    expect(closed.days.reply).toEqual(['2026-05-20']);
    expect(closed.fields.resultClass).toBe('A');
  });

  it('an answer is not a close', () => {
    const db = fresh();
    const { no } = logEntry(db, proposal({ status: 'assigned' }), hand);
    expect(addMove(db, no, { move: 'reply', on: '2026-05-20' }, hand).status).toBe('replied');
  });

  it('set the due day by law: three months from the day of assignment, the extension counted from the same day', () => {
    const db = fresh();
    const { no, due } = logEntry(db, proposal({ on: '2026-02-10', status: 'assigned' }), hand);
    expect(due).toBe('2026-05-10');
    expect(addMove(db, no, { move: 'extend', on: '2026-05-01' }, hand).due).toBe('2026-08-10');
  });

  it('a record as of an earlier day knows nothing of what came later', () => {
    const db = fresh();
    const { no } = logEntry(db, proposal({ status: 'assigned' }), hand);
    addMove(db, no, { move: 'close', on: '2026-06-20' }, hand);
    const [then] = selectEntries(db, { kind: 'proposal', asOf: '2026-06-19' });
    expect(then?.status).toBe('assigned');
    expect(selectEntries(db, { kind: 'proposal', asOf: '2026-06-20' })[0]?.status).toBe('closed');
    expect(selectEntries(db, { kind: 'proposal', asOf: '2026-03-01' })).toEqual([]);
  });

  it('undo and redo are moves too; a record revived keeps its number', () => {
    const db = fresh();
    const { no } = logEntry(db, proposal(), hand);
    expect(addMove(db, no, { move: 'undo', on: '2026-03-02', undoes: 1 }, hand).void).toBe(true);
    expect(selectEntries(db, { kind: 'proposal' })).toEqual([]);
    const revived = addMove(db, no, { move: 'undo', on: '2026-03-02', undoes: 2 }, hand);
    expect([revived.void, revived.no]).toEqual([false, no]);
  });
});

describe('the cache', () => {
  it('is the fold of the moves and nothing else', () => {
    const db = fresh();
    const { no } = logEntry(db, proposal({ status: 'assigned' }), hand);
    addMove(db, no, { move: 'amend', on: '2026-03-02', set: { leadUnit: '教育局', title: '校门口停车' } }, hand);
    addMove(db, no, { move: 'reply', on: '2026-05-20', set: { resultClass: 'B' } }, hand);
    addMove(db, no, { move: 'undo', on: '2026-05-20', undoes: 4 }, hand);
    const kind = kindOf('proposal');
    for (const entry of selectEntries(db, { voided: true })) {
      expect(fold(kind!, entry.no, readMoves(db, entry.no))).toEqual(entry);
    }
    expect(readEntry(db, no)?.fields.leadUnit).toBe('教育局');
  });
});

describe('finding', () => {
  it('by a number given by others, by words of the title, by the unit', () => {
    const db = fresh();
    const { no } = logEntry(db, proposal(), hand);
    logEntry(db, proposal({ title: '电梯加装', unit: '住建局', fields: { source: 'npc', caseNo: '12' } }), hand);
    const nos = (sought: Parameters<typeof findEntries>[1]) => findEntries(db, sought).map((entry) => entry.no);
    expect(nos({ kind: 'proposal', codes: { caseNo: '37' } })).toEqual([no]);
    expect(nos({ words: ['食堂'] })).toEqual([no]);
    expect(nos({ kind: 'proposal', unit: '住建局' })).toHaveLength(1);
    expect(nos({ words: ['码头扬尘'] })).toEqual([]);
  });
});
