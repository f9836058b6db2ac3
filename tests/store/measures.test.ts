/** Figures against a small ledger whose answers can be counted by hand. */
import { describe, expect, it } from 'vitest';
import { openDb } from '../../src/node-office.ts';
import { addMove, type Hand, logEntry } from '../../src/store/ledger.ts';
import type { Filter } from '../../src/store/measure-filter.ts';
import { resolveFilters } from '../../src/store/measure-resolve.ts';
import { type Figure, type FigureRequest, figure, isRefused, type NoFigure } from '../../src/store/measures.ts';
import { at } from '../support/fixed.ts';

const hand: Hand = { by: '李梅', section: '督查科', at: at('2026-11-20 10:00'), source: 'm1' };
const db = openDb(':memory:').db;
const year2026 = { from: '2026-01-01', to: '2026-11-21' };
const year2025 = { from: '2025-01-01', to: '2026-01-01' };
const today = '2026-11-20';

type Told = Parameters<typeof logEntry>[1];
const tell = (told: Omit<Told, 'fields'> & { fields?: Told['fields'] }) => logEntry(db, { fields: {}, ...told }, hand);
const then = (no: string, move: string, on: string, set?: Record<string, string | number>) =>
  addMove(db, no, { move, on, ...(set && { set }) }, hand);

// Inspections: 4 in 2026 (one planned besides), 2 in 2025.
tell({
  kind: 'inspection',
  on: '2026-01-10',
  unit: '城东街道',
  fields: { topic: '环境整治', mode: 'special', found: 4, fixed: 3 },
});
tell({
  kind: 'inspection',
  on: '2026-03-05',
  unit: '白塔镇',
  fields: { topic: '环境整治', mode: 'covert', found: 6, fixed: 6 },
});
tell({
  kind: 'inspection',
  on: '2026-03-20',
  unit: '教育局',
  fields: { topic: '农村教育', mode: 'special', found: 0, fixed: 0 },
});
tell({ kind: 'inspection', on: '2026-11-20', until: '2026-11-21', unit: '城东街道', fields: { topic: '安全生产' } });
tell({ kind: 'inspection', on: '2026-12-01', status: 'planned', fields: { topic: '安全生产' } });
tell({ kind: 'inspection', on: '2025-05-01', unit: '城东街道', fields: { topic: '环境整治' } });
tell({ kind: 'inspection', on: '2025-12-30', unit: '白塔镇', fields: { topic: '土地出让' } });

// Proposals of 2026: a closed on time, b closed late, c replied then to be redone, d withdrawn, e returned, f assigned twice.
const propose = (caseNo: string, unit: string, more: Record<string, string | string[]> = {}) => {
  const entry = tell({ kind: 'proposal', on: '2026-03-01', unit, fields: { source: 'cppcc', caseNo, ...more } });
  then(entry.no, 'assign', '2026-03-01');
  return entry.no;
};
const a = propose('1', '教育局', { coUnits: ['城管局'] });
then(a, 'reply', '2026-04-01', { resultClass: 'A' });
then(a, 'close', '2026-04-20', { satisfaction: 'satisfied' });
const b = propose('2', '城管局', { key: 'key' });
then(b, 'reply', '2026-07-01', { resultClass: 'B' });
then(b, 'close', '2026-07-10', { satisfaction: 'basic' });
const c = propose('3', '交通运输局');
then(c, 'reply', '2026-05-01', { resultClass: 'A' });
then(c, 'close', '2026-05-05');
then(c, 'redo', '2026-11-10', { satisfaction: 'dissatisfied' });
const d = propose('4', '教育局');
then(d, 'withdraw', '2026-06-01');
const e = propose('5', '教育局');
then(e, 'return', '2026-03-10');
const f = propose('6', '人社局');
then(f, 'return', '2026-03-10');
then(f, 'assign', '2026-03-15', { unit: '民政局' });
const npc = tell({ kind: 'proposal', on: '2025-12-20', unit: '水利局', fields: { source: 'npc', caseNo: '9' } });
then(npc.no, 'assign', '2026-01-05');
then(npc.no, 'close', '2026-02-05');

// Information: one adopted twice with scores, one adopted once with the score on the record, one waiting.
const twice = tell({ kind: 'information', on: '2026-02-01', unit: '财政局', fields: { category: 'news' } });
then(twice.no, 'adopt', '2026-02-10', { score: 3 });
then(twice.no, 'adopt', '2026-05-10', { score: 8 });
tell({
  kind: 'information',
  on: '2026-03-01',
  unit: '财政局',
  status: 'adopted',
  fields: { category: 'research', score: 20 },
});
tell({ kind: 'information', on: '2026-04-01', unit: '统计局', fields: { category: 'news' } });
const late = tell({ kind: 'information', on: '2025-12-20', unit: '统计局', fields: { category: 'news' } });
then(late.no, 'adopt', '2026-01-15', { score: 5 });

// Meetings: singles, a batch, a month told as a total over them, another with nothing else, one over the year's end.
tell({ kind: 'meeting', on: '2026-09-02', fields: { category: 'executive', attendees: 20 } });
tell({ kind: 'meeting', on: '2026-09-09', quantity: 2, fields: { category: 'video', attendees: 30 } });
tell({ kind: 'meeting', on: '2026-09-01', until: '2026-09-30', quantity: 5, fields: { attendees: 99 } });
tell({
  kind: 'meeting',
  on: '2026-10-01',
  until: '2026-10-31',
  quantity: 8,
  precision: 'over',
  fields: { attendees: { value: 300, precision: 'about' } },
});
tell({ kind: 'meeting', on: '2025-12-20', until: '2026-01-10', quantity: 4 });
const off = tell({ kind: 'meeting', on: '2026-11-02', status: 'planned' });
then(off.no, 'cancel', '2026-11-01');

// Disclosure 2025: only a total. Instructions, requests, letters, stocks.
tell({ kind: 'disclosure', on: '2025-01-01', until: '2025-12-31', quantity: 7000, precision: 'over' });
tell({ kind: 'disclosure', on: '2026-02-02', fields: { column: 'policy', channel: 'website' } });
tell({ kind: 'instruction', on: '2026-02-01', fields: { leader: '王区长', level: 'district', nature: 'approve' } });
tell({ kind: 'instruction', on: '2026-02-02', fields: { leader: '王区长', level: 'district', nature: 'circulate' } });
tell({
  kind: 'instruction',
  on: '2026-02-03',
  status: 'closed',
  fields: { leader: '周市长', level: 'municipal', nature: 'assign' },
});
tell({
  kind: 'instruction',
  on: '2026-02-04',
  status: 'assigned',
  fields: { leader: '王区长', level: 'district', nature: 'assign' },
});
const asked = tell({ kind: 'request', on: '2026-05-01', unit: '滨江街道', fields: { amount: 50000 } });
then(asked.no, 'reply', '2026-05-11');
const askedTwo = tell({ kind: 'request', on: '2026-05-01', unit: '财政局', fields: { amount: 70000 } });
then(askedTwo.no, 'reply', '2026-05-05');
tell({ kind: 'request', on: '2026-06-01', unit: '财政局' });
for (const [on, value] of [
  ['2025-11-30', 147],
  ['2026-06-30', 152],
  ['2026-11-10', 156],
] as const) {
  tell({ kind: 'indicator', on, fields: { name: '联网单位', value, unitWord: '家' } });
}
tell({ kind: 'indicator', on: '2025-12-31', fields: { name: '联网计算机', value: 566, unitWord: '台' } });
tell({
  kind: 'indicator',
  on: '2026-10-30',
  fields: { name: '联网计算机', value: { value: 600, precision: 'over' }, unitWord: '台' },
});

const ask = (kind: string, measure: string, more: Partial<FigureRequest> = {}) =>
  figure(db, { kind, measure, period: year2026, asOf: today, ...more });
const value = (found: Figure | NoFigure) => (isRefused(found) ? found.refused : found.value);
const rows = (found: Figure | NoFigure) =>
  isRefused(found) ? found.refused : Object.fromEntries((found.rows ?? []).map((row) => [row.key, row.value]));
const only = (field: string, ...values: string[]): Filter => ({ field, values });
const parts = (found: Figure | NoFigure) => (isRefused(found) ? found.refused : [found.numerator, found.denominator]);

describe('counts', () => {
  it.each<[string, string, string, Partial<FigureRequest>, unknown]>([
    ['inspections of the year, the planned one left out', 'inspection', 'total', {}, 4],
    ['inspections of the year before', 'inspection', 'total', { period: year2025 }, 2],
    ['everything without a period', 'inspection', 'total', { period: null }, 6],
    ['as it stood on a day', 'inspection', 'total', { asOf: '2026-03-05' }, 2],
    ['of one topic', 'inspection', 'total', { filters: [only('topic', '环境整治')] }, 2],
    ['of two modes', 'inspection', 'total', { filters: [only('mode', 'special', 'covert')] }, 3],
    ['of a unit', 'inspection', 'total', { filters: [only('unit', '城东街道')] }, 2],
    ['of towns', 'inspection', 'total', { filters: [only('town', 'yes')] }, 3],
    ['of anything but towns', 'inspection', 'total', { filters: [{ field: 'town', values: ['yes'], not: true }] }, 1],
    ['zero where others of the kind exist', 'inspection', 'total', { filters: [only('topic', '土地出让')] }, 0],
    [
      'planned ones when they are asked for',
      'inspection',
      'total',
      { period: null, asOf: '2026-12-31', filters: [only('status', 'planned')] },
      1,
    ],
    [
      'no data where nothing of the kind is recorded',
      'inspection',
      'total',
      { period: { from: '2020-01-01', to: '2021-01-01' } },
      'no-data',
    ],
    ['proposals by the first assignment', 'proposal', 'total', {}, 5],
    [
      'a returned one assigned again stays, withdrawn and returned ones leave',
      'proposal',
      'total',
      { filters: [only('source', 'cppcc')] },
      4,
    ],
    [
      'before it was withdrawn it counted',
      'proposal',
      'total',
      { filters: [only('source', 'cppcc')], asOf: '2026-05-31' },
      5,
    ],
    ['a close that redo took back does not count', 'proposal', 'closed', {}, 3],
    ['nor does the reply', 'proposal', 'replied', { filters: [only('source', 'cppcc')] }, 2],
    ['on the day before the redo both did', 'proposal', 'closed', { asOf: '2026-11-09' }, 4],
    ['lead', 'proposal', 'total', { filters: [only('unit', '城管局')] }, 1],
    ['co-unit', 'proposal', 'total', { filters: [only('coUnits', '城管局')] }, 1],
    ['lead or co', 'proposal', 'total', { filters: [only('anyUnit', '城管局')] }, 2],
    ['open, whenever assigned', 'proposal', 'open', { period: null }, 2],
    ['overdue', 'proposal', 'overdue', { period: null }, 1],
    ['due within days', 'proposal', 'open', { period: null, filters: [only('due', '2026-12-01..2026-12-31')] }, 1],
    ['each adoption counts', 'information', 'adopted', {}, 4],
    ['the score belongs to the day of its adoption', 'information', 'score', {}, 36],
    ['and to that alone', 'information', 'score', { period: { from: '2026-05-01', to: '2026-06-01' } }, 8],
    ['圈阅 is no instruction', 'instruction', 'total', {}, 3],
    ['cancelled meetings are none', 'meeting', 'total', { period: { from: '2026-11-01', to: '2026-12-01' } }, 0],
    ['sums', 'request', 'amount', {}, 120000],
    ['sums of parts', 'inspection', 'found', { filters: [only('topic', '环境整治')] }, 10],
  ])('%s', (_name, kind, measure, more, expected) => {
    expect(value(ask(kind, measure, more))).toBe(expected);
  });

  it('names the records behind it', () => {
    const found = ask('proposal', 'closed', { filters: [only('source', 'cppcc')] });
    expect(isRefused(found) ? [] : found.numbers).toEqual([a, b]);
  });
});

describe('summaries', () => {
  const september = { from: '2026-09-01', to: '2026-10-01' };

  it('are replaced by the items of their span, and both figures are told', () => {
    const found = ask('meeting', 'total', { period: september });
    expect(value(found)).toBe(3);
    expect(isRefused(found) ? '' : found.notes[0]?.zh).toContain('5 场');
  });

  it('hold when the office chose them', () => {
    const chosen = openDb(':memory:').db;
    logEntry(chosen, { kind: 'meeting', on: '2026-09-02', fields: {} }, hand);
    logEntry(
      chosen,
      { kind: 'meeting', on: '2026-09-01', until: '2026-09-30', quantity: 5, basis: 'summary', fields: {} },
      hand,
    );
    expect(value(figure(chosen, { kind: 'meeting', measure: 'total', period: september, asOf: today }))).toBe(5);
  });

  it('stand alone with their precision', () => {
    const found = ask('meeting', 'total', { period: { from: '2026-10-01', to: '2026-11-01' } });
    expect([value(found), isRefused(found) ? '' : found.precision]).toEqual([8, 'over']);
  });

  it('make a sum of mixed precision about right', () => {
    const found = ask('meeting', 'attendees', { period: { from: '2026-09-01', to: '2026-11-01' } });
    expect([value(found), isRefused(found) ? '' : found.precision]).toEqual([350, 'about']);
  });

  it('that a period cuts do not count, and the answer says so', () => {
    const found = ask('meeting', 'total');
    expect(value(found)).toBe(11);
    expect(isRefused(found) ? '' : found.notes.map((note) => note.zh).join()).toContain('没有计入');
  });

  it('are never a zero where they cannot be split', () => {
    expect(value(ask('disclosure', 'total', { period: { from: '2025-03-01', to: '2025-04-01' } }))).toBe('no-data');
    expect(value(ask('disclosure', 'total', { period: year2025, filters: [only('channel', 'website')] }))).toBe(
      'no-data',
    );
    expect(value(ask('disclosure', 'total', { period: year2025 }))).toBe(7000);
    expect(rows(ask('disclosure', 'total', { period: year2025, group: 'month' }))).toBe('no-data');
  });
});

describe('rates', () => {
  it.each<[string, string, string, Partial<FigureRequest>, unknown]>([
    [
      'closing rate: of those assigned in the period',
      'proposal',
      'closingRate',
      { filters: [only('source', 'cppcc')] },
      [2, 4],
    ],
    ['satisfaction: of those with feedback', 'proposal', 'satisfaction', {}, [1, 3]],
    ['satisfied or basically satisfied', 'proposal', 'satisfactionBasic', {}, [2, 3]],
    ['class A of those replied to', 'proposal', 'aRate', { filters: [only('source', 'cppcc')] }, [2, 3]],
    ['instructions: only those that ask for action', 'instruction', 'closingRate', {}, [1, 2]],
    ['adoption: of those submitted in the period', 'information', 'adoptionRate', {}, [2, 3]],
    ['fix rate of two sums', 'inspection', 'fixRate', {}, [9, 10]],
    ['no rate over nothing', 'proposal', 'satisfaction', { filters: [only('unit', '民政局')] }, 'no-data'],
  ])('%s', (_name, kind, measure, more, expected) => {
    expect(parts(ask(kind, measure, more))).toEqual(expected);
  });

  it('are in percent', () => {
    expect(value(ask('proposal', 'closingRate', { filters: [only('source', 'cppcc')] }))).toBe(50);
  });
});

describe('groups', () => {
  it.each<[string, string, string, Partial<FigureRequest>, unknown]>([
    ['by topic', 'inspection', 'total', { group: 'topic' }, { 环境整治: 2, 农村教育: 1, 安全生产: 1 }],
    ['by unit', 'inspection', 'total', { group: 'unit' }, { 城东街道: 2, 白塔镇: 1, 教育局: 1 }],
    [
      'by quarter, with the empty one',
      'inspection',
      'total',
      { group: 'quarter' },
      { '2026-Q1': 3, '2026-Q2': 0, '2026-Q3': 0, '2026-Q4': 1 },
    ],
    [
      'by month',
      'inspection',
      'total',
      { group: 'month', period: { from: '2026-01-01', to: '2026-04-01' } },
      { '2026-01': 1, '2026-02': 0, '2026-03': 2 },
    ],
    [
      'by year',
      'inspection',
      'total',
      { group: 'year', period: { from: '2025-01-01', to: today } },
      { 2025: 2, 2026: 3 },
    ],
    ['by lead or co', 'proposal', 'total', { group: 'anyUnit', filters: [only('key', 'key')] }, { 城管局: 1 }],
    ['by state', 'request', 'total', { group: 'status' }, { replied: 2, received: 1 }],
    ['sums by unit', 'information', 'score', { group: 'unit' }, { 财政局: 31, 统计局: 5 }],
    [
      'rates by unit',
      'proposal',
      'closingRate',
      { group: 'unit', filters: [only('source', 'cppcc')] },
      { 教育局: 100, 城管局: 100, 交通运输局: 0, 民政局: 0 },
    ],
  ])('%s', (_name, kind, measure, more, expected) => {
    expect(rows(ask(kind, measure, more))).toEqual(expected);
  });
});

describe('stocks and durations', () => {
  const units = [only('name', '联网单位')];

  it('take the latest value and never add', () => {
    expect(value(ask('indicator', 'latest', { filters: units, period: null }))).toBe(156);
    expect(value(ask('indicator', 'latest', { filters: units, asOf: '2026-07-01' }))).toBe(152);
    expect(value(ask('indicator', 'latest', { filters: units, asOf: '2025-01-01', period: null }))).toBe('no-data');
  });

  it('grow from the last value before the period', () => {
    expect(value(ask('indicator', 'growth', { filters: units }))).toBe(9);
    expect(value(ask('indicator', 'growth', { filters: [only('name', '联网计算机')] }))).toBe('incommensurable');
  });

  it('are as rough as the record that tells them', () => {
    const rough = openDb(':memory:').db;
    logEntry(
      rough,
      {
        kind: 'indicator',
        on: '2026-10-30',
        precision: 'over',
        fields: { name: '联网计算机', value: 600, unitWord: '台' },
      },
      hand,
    );
    const found = figure(rough, { kind: 'indicator', measure: 'latest', period: null, asOf: today });
    expect(isRefused(found) ? found : [found.value, found.precision]).toEqual([600, 'over']);
  });

  it('ask which one when several are meant', () => {
    expect(value(ask('indicator', 'latest'))).toBe('incommensurable');
  });

  it('give mean and median of those that ended in the period', () => {
    const found = ask('request', 'replyDays');
    expect(isRefused(found) ? found : [found.value, found.median, found.denominator]).toEqual([7, 7, 2]);
  });
});

describe('names', () => {
  it.each([
    ['教育', 'proposal', 'unit', '教育局'],
    ['区教育局', 'proposal', 'unit', '教育局'],
    ['交通局', 'proposal', 'unit', '交通运输局'],
    ['综合行政执法局', 'proposal', 'unit', '城管局'],
  ])('%s is found', (said, kind, field, name) => {
    const found = resolveFilters(db, kind, { filters: [{ field, values: [said] }] });
    expect('unknown' in found ? found.unknown : found.filters[0]?.values[0]).toBe(name);
  });

  it('says what is unknown', () => {
    expect(
      resolveFilters(db, 'inspection', { filters: [{ field: 'unit', values: ['火星街道'], said: '火星街道' }] }),
    ).toEqual({
      unknown: '火星街道',
    });
    expect(resolveFilters(db, 'instruction', { filters: [{ field: 'leader', values: ['赵区长'] }] })).toEqual({
      unknown: '赵区长',
    });
  });

  it('finds a loose word in the field it belongs to', () => {
    expect(resolveFilters(db, 'inspection', { filters: [{ field: 'words', values: ['土地'] }] })).toEqual({
      filters: [{ field: 'topic', values: ['土地出让'] }],
    });
  });
});
