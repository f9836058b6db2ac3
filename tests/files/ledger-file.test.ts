/** Tables in and out: the same ledger again, an office's own headings understood, faults told by their rows. */
import { describe, expect, it } from 'vitest';
import { writeCsv } from '../../src/files/csv.ts';
import { exportLines } from '../../src/files/export-lines.ts';
import { importLines } from '../../src/files/import-lines.ts';
import { readLedgerFile } from '../../src/files/ledger-file.ts';
import { ledgerSheets, ledgerTable, templateSheets } from '../../src/files/ledger-sheets.ts';
import type { Cell, NewSheet } from '../../src/files/sheet.ts';
import { readWorkbook, writeWorkbook } from '../../src/files/workbook.ts';
import { kinds } from '../../src/kinds/all.ts';
import { openDb } from '../../src/node-office.ts';
import { sampleYear } from '../../src/sample/sample-year.ts';
import type { Db } from '../../src/store/db.ts';
import { selectEntries } from '../../src/store/entries.ts';
import { addMove, type Hand } from '../../src/store/ledger.ts';
import { savePerson, saveSetting, saveUnit } from '../../src/store/people.ts';
import { at } from '../support/fixed.ts';

const hand: Hand = { by: 'import', section: '', at: at('2026-11-20 10:00'), source: 'import:1' };
const today = '2026-11-20';
const empty = () => openDb(':memory:').db;

async function read(bytes: Uint8Array | string, name: string) {
  const content = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  const file = await readLedgerFile(content, { name, today, workbook: readWorkbook });
  if ('refused' in file) throw new Error(file.refused.en);
  return file;
}

async function take(bytes: Uint8Array | string, name: string, db: Db = empty(), on = hand.at) {
  const file = await read(bytes, name);
  const imported = importLines(db, file.lines, { hand: { ...hand, at: on }, partial: true, unnumbered: 'known' });
  return { db, file, imported, faults: [...file.faults, ...imported.faults] };
}

const workbook = (name: string, ...rows: Cell[][]) =>
  writeWorkbook([
    { name, columns: (rows[0] ?? []).map((heading) => ({ heading: String(heading ?? '') })), rows: rows.slice(1) },
  ]);

describe('a whole ledger', () => {
  const db = empty();
  importLines(
    db,
    sampleYear({ today })
      .filter((_line, at) => at % 12 === 0)
      .map((line) => JSON.stringify(line)),
    { hand, partial: false },
  );
  savePerson(db, 'ou_1', { name: '李梅', role: 'head', section: '督查科' });
  saveUnit(db, { name: '城管局', aliases: ['综合执法局'], type: '部门' });
  saveSetting(db, 'digestAt', '08:10');
  const [first, second, third] = selectEntries(db, {});
  addMove(db, first!.no, { move: 'amend', on: first!.on, set: { note: '=1+1,"两行"\n第二行' } }, hand);
  addMove(db, second!.no, { move: 'withdraw', on: second!.on }, hand);
  addMove(db, third!.no, { move: 'undo', on: third!.on, undoes: 1 }, hand);
  const lines = [...exportLines(db)];

  it('comes back from a workbook as it was', async () => {
    const { db: again, faults } = await take(await writeWorkbook(ledgerSheets(db)), '台账.xlsx');
    expect(faults).toEqual([]);
    expect([...exportLines(again)]).toEqual(lines);
  });

  it('comes back from a table of text as it was', async () => {
    const { db: again, faults } = await take(writeCsv(ledgerTable(db)), '台账.csv');
    expect(faults).toEqual([]);
    expect([...exportLines(again)]).toEqual(lines);
  });

  it('holds a row changed by hand against its moves', async () => {
    const sheets = ledgerSheets(db).map((sheet): NewSheet => {
      if (sheet.name !== '督查') return sheet;
      const at = sheet.columns.findIndex(({ heading }) => heading === '专题');
      return { ...sheet, rows: sheet.rows.map((row, index) => (index === 0 ? row.with(at, '别的') : row)) };
    });
    const { faults } = await take(await writeWorkbook(sheets), '台账.xlsx');
    expect(faults).toMatchObject([{ sheet: '督查', line: 2, reason: { zh: expect.stringContaining('「专题」') } }]);
  });
});

describe('an empty template', () => {
  it.each(kinds.map((kind) => kind.id))('of %s is recognised by its own headings', async (id) => {
    const kind = kinds.find((one) => one.id === id)!;
    const [sheet] = templateSheets(kind);
    const row = sheet!.columns.map(({ heading }) =>
      heading === '日期' || heading === '登记日期' ? '2026-03-02' : null,
    );
    const { imported, faults } = await take(await writeWorkbook([{ ...sheet!, rows: [row] }]), 'x.xlsx');
    expect(faults).toEqual([]);
    expect(imported.kinds).toEqual({ [id]: 1 });
  });
});

describe('a table of an office', () => {
  const roll: Cell[][] = [
    ['2025年政协提案件名册', null, null, null, null, null, null, null, null, null],
    [
      '序号',
      '案号',
      '标题/案由',
      '提案人',
      '主办单位',
      '会办单位',
      '交办日期',
      '答复日期',
      '办结日期',
      '办理结果（ABCD）',
    ],
    [
      1,
      '001',
      '关于增设社区食堂的提案',
      '赵某',
      '民政局',
      '城管局、市监局',
      '2025年3月10日',
      '2025.5.8',
      '2025/6/1',
      'A类',
    ],
    [2, '002', '关于老旧小区加装电梯', '钱某', '住建局', null, 45726, '2025-06-03', null, '正在解决'],
    [3, '003', '关于河道整治', '孙某', '水务局', '/', '3月12日', null, null, '很好'],
    ['合计', null, null, null, null, null, null, null, null, null],
  ];

  it('is understood by its usual headings, its title says the rest', async () => {
    const { db, faults, file } = await take(await workbook('Sheet1', ...roll), '件名册.xlsx');
    const [first, second] = selectEntries(db, { kind: 'proposal' });
    expect(first).toMatchObject({
      on: '2025-03-10',
      title: '关于增设社区食堂的提案',
      unit: '民政局',
      status: 'closed',
      fields: { source: 'cppcc', caseNo: '001', proposer: '赵某', coUnits: ['城管局', '市监局'], resultClass: 'A' },
      days: { log: ['2025-03-10'], assign: ['2025-03-10'], reply: ['2025-05-08'], close: ['2025-06-01'] },
    });
    expect(second).toMatchObject({ on: '2025-03-10', status: 'replied', fields: { resultClass: 'B' } });
    expect(faults).toEqual([
      {
        line: 5,
        reason: { zh: expect.stringContaining('办理结果（ABCD）：办理结果「很好」'), en: expect.any(String) },
      },
    ]);
    expect(file.notes.map((note) => note.zh)).toEqual(['「Sheet1」按表名认定：类别 政协提案']);
  });

  it('handed in twice counts once', async () => {
    const bytes = await workbook('Sheet1', ...roll.slice(0, 4));
    const { db } = await take(bytes, '件名册.xlsx');
    const again = await take(bytes, '件名册.xlsx', db, at('2026-11-20 11:00'));
    expect(again.imported).toMatchObject({ records: 0, known: 2 });
  });

  it('does not take a case number a second time', async () => {
    const { db } = await take(await workbook('Sheet1', ...roll.slice(0, 4)), '件名册.xlsx');
    const other = roll.slice(0, 3).map((row, at) => (at === 2 ? row.with(2, '另一件') : row));
    const { imported, faults } = await take(await workbook('Sheet1', ...other), '件名册.xlsx', db);
    expect(imported.records).toBe(0);
    expect(faults[0]?.reason.zh).toContain('案号 001 已是 案-2025-001');
  });

  it.each([
    [
      'a state the days do not reach',
      ['案号', '主办单位', '交办日期', '办结日期', '状态'],
      ['1', '民政局', '2025-03-01', '2025-06-01', '已交办'],
      '按日期却是',
    ],
    [
      'a day to come',
      ['案号', '主办单位', '交办日期', '办结日期'],
      ['1', '民政局', '2026-03-01', '2026-12-01'],
      '还没到',
    ],
    ['a day that is none', ['案号', '主办单位', '交办日期'], ['1', '民政局', '2025年3月'], '不是完整的日期'],
    ['no day at all', ['案号', '主办单位', '会办单位'], ['1', '民政局', '城管局'], '没有日期'],
    ['a sum instead of a number', ['督查专题', '日期', '点位'], ['农村教育', '2025-03-01', '3+2'], '不是一个数'],
  ])('says of %s which row and why', async (_name, headings, row, reason) => {
    const { imported, faults } = await take(
      await workbook('督查 提案', headings, row),
      headings[0] === '案号' ? '提案.xlsx' : '督查.xlsx',
    );
    expect(imported.records).toBe(0);
    expect(faults).toMatchObject([{ line: 2, reason: { zh: expect.stringContaining(reason) } }]);
  });

  it('that could be about anything is not guessed', async () => {
    const { imported, faults } = await take(
      await workbook('Sheet1', ['名称', '日期'], ['某事', '2025-03-01']),
      '表.xlsx',
    );
    expect(imported.records).toBe(0);
    expect(faults[0]?.reason.zh).toContain('看不出这张表');
  });

  it('in the encoding of Excel in China is read', async () => {
    // 督查专题,日期 / 农村教育,2025-03-01 in GBK
    const bytes = Uint8Array.from(
      Buffer.from('b6bdb2e9d7a8cce22cc8d5c6da0d0ac5a9b4e5bdccd3fd2c323032352d30332d30310d0a', 'hex'),
    );
    const { db } = await take(bytes, '督查.csv');
    expect(selectEntries(db, {})).toMatchObject([
      { kind: 'inspection', on: '2025-03-01', fields: { topic: '农村教育' } },
    ]);
  });
});
