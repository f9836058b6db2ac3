/** Export and import: the same ledger again; with any fault nothing at all. */
import { describe, expect, it } from 'vitest';
import { exportLines } from '../../src/files/export-lines.ts';
import { importLines } from '../../src/files/import-lines.ts';
import { openDb } from '../../src/node-office.ts';
import { readEntry, selectEntries } from '../../src/store/entries.ts';
import { addMove, type Hand, logEntry } from '../../src/store/ledger.ts';
import { savePerson, saveUnit } from '../../src/store/people.ts';
import { at } from '../support/fixed.ts';

const hand: Hand = { by: 'import', section: '', at: at('2026-11-20 10:00'), source: 'import:1' };
const take = (lines: readonly string[], partial = false, db = openDb(':memory:').db) => ({
  db,
  result: importLines(db, lines, { hand, partial }),
});

describe('import', () => {
  it('gives 72 closed proposals their whole chain of moves', () => {
    const { db } = take([
      JSON.stringify({ kind: 'proposal', on: '2025-02-28', quantity: 72, status: 'closed', fields: { source: 'npc' } }),
    ]);
    const [entry] = selectEntries(db, {});
    expect(entry?.days).toEqual({
      log: ['2025-02-28'],
      assign: ['2025-02-28'],
      reply: ['2025-02-28'],
      close: ['2025-02-28'],
    });
  });

  it('adds nothing to moves that are given', () => {
    const { db } = take([
      JSON.stringify({
        kind: 'incoming',
        on: '2026-01-04',
        status: 'archived',
        title: '通知',
        moves: [{ move: 'archive', on: '2026-04-20' }],
      }),
    ]);
    expect(selectEntries(db, {})[0]?.days).toEqual({ log: ['2026-01-04'], archive: ['2026-04-20'] });
  });

  it.each([
    ['not JSON', '{'],
    ['an unknown kind', JSON.stringify({ kind: 'picnic', on: '2026-01-01' })],
    ['an unknown field', JSON.stringify({ kind: 'inspection', on: '2026-01-01', fields: { weather: 'rain' } })],
    ['a value outside its choices', JSON.stringify({ kind: 'inspection', on: '2026-01-01', fields: { mode: 'loud' } })],
    ['an unknown state', JSON.stringify({ kind: 'inspection', on: '2026-01-01', status: 'closed' })],
    ['a day that is none', JSON.stringify({ kind: 'inspection', on: '2026-02-30' })],
    [
      'an unknown move',
      JSON.stringify({ kind: 'inspection', on: '2026-01-01', moves: [{ move: 'fly', on: '2026-01-01' }] }),
    ],
    ['a number of another kind', JSON.stringify({ no: '案-2026-001', kind: 'inspection', on: '2026-01-01' })],
  ])('reports %s with its line and keeps nothing', (_name, faulty) => {
    const good = JSON.stringify({ kind: 'inspection', on: '2026-01-01', fields: { topic: '农村教育' } });
    const { db, result } = take([good, faulty]);
    expect(result.faults.map((fault) => fault.line)).toEqual([2]);
    expect(selectEntries(db, {})).toEqual([]);
    expect(take([good, faulty], true).result.records).toBe(1);
  });

  it('takes the same number with the same content as known, with other content as a fault', () => {
    const line = { no: '督-2026-007', kind: 'inspection', on: '2026-01-01', fields: { topic: '农村教育' } };
    const { db } = take([JSON.stringify(line)]);
    expect(take([JSON.stringify(line)], false, db).result).toMatchObject({ records: 0, known: 1, faults: [] });
    expect(take([JSON.stringify({ ...line, on: '2026-01-02' })], false, db).result.faults).toHaveLength(1);
    expect(logEntry(db, { kind: 'inspection', on: '2026-05-01', fields: {} }, hand).no).toBe('督-2026-008');
  });
});

describe('export', () => {
  it('comes back as the same ledger, with people, units, undone and withdrawn records', () => {
    const { db } = take([]);
    savePerson(db, 'ou_1', { name: '李梅', role: 'head', section: '督查科' });
    saveUnit(db, { name: '城管局', aliases: ['综合执法局'] });
    const { no } = logEntry(
      db,
      {
        kind: 'proposal',
        on: '2026-02-10',
        title: '社区食堂',
        unit: '民政局',
        status: 'assigned',
        fields: { source: 'npc' },
      },
      hand,
    );
    addMove(db, no, { move: 'close', on: '2026-04-01', set: { satisfaction: 'satisfied' }, note: '面商过' }, hand);
    addMove(db, no, { move: 'undo', on: '2026-04-01', undoes: 4 }, hand);
    const other = logEntry(
      db,
      {
        kind: 'meeting',
        on: '2026-03-01',
        quantity: 830,
        precision: 'over',
        until: '2026-12-31',
        fields: { attendees: { value: 41800, precision: 'about' } },
      },
      hand,
    );
    addMove(db, other.no, { move: 'withdraw', on: '2026-03-01' }, hand);
    const lines = [...exportLines(db)];
    const again = take(lines);
    expect(again.result.faults).toEqual([]);
    expect([...exportLines(again.db)]).toEqual(lines);
    expect(readEntry(again.db, no)).toEqual(readEntry(db, no));
  });
});
