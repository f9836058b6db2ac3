/** What shall be sent as a table: in its own words, as what was last asked, or nothing at all. */
import { describe, expect, it } from 'vitest';
import type { Intent } from '../../src/reply.ts';
import { exportAsked } from '../../src/understand/export-asked.ts';
import { contextAt } from './heard.ts';

const context = (more = {}) => contextAt('2026-11-20T17:30:00+08:00', more);
const listed: Intent = { do: 'find', kind: 'supervision', filters: [], period: null };

describe('an order to export', () => {
  it.each([
    ['导出今年督查', 'inspection'],
    ['请导出今年的督查', 'inspection'],
    ['把今年的督查都导出来', 'inspection'],
    ['今年督查导出成表格', 'inspection'],
    ['导出今年提案成excel', 'proposal'],
    ['下载上半年的收文明细', 'incoming'],
    ['export the inspections of this year', 'inspection'],
    ['send me the proposals of 2026 as a spreadsheet', 'proposal'],
  ])('names what: %s', (text, kind) => {
    const asked = exportAsked(text, context());
    expect(asked).toMatchObject({ do: 'export', of: expect.anything() });
    expect(JSON.stringify(asked)).toContain(`"kind":"${kind}"`);
  });

  it.each([
    '导出',
    '导出一下',
    '导出这些',
    '把这些导出来',
    '导出成表格',
    '导出excel',
    'export',
    'export it',
    'export the list',
  ])('means what was last asked: %s', (text) => {
    expect(exportAsked(text, context({ question: listed }))).toEqual({ do: 'export', of: listed });
    expect(exportAsked(text, context())).toEqual({ do: 'export' });
  });

  it.each(['导出全部', '导出整个台账', '把所有记录导出来', 'export everything', 'export the whole ledger'])(
    'means all of it: %s',
    (text) => {
      expect(exportAsked(text, context())).toEqual({ do: 'export', of: 'all' });
    },
  );

  it.each([
    '今天导出数据3份报统计局',
    '昨天导出了档案目录',
    '打算导出一批档案',
    '今年督查了几次',
    'exported the archive catalogue',
  ])('is none: %s', (text) => {
    expect(exportAsked(text, context())).toBeNull();
  });
});
