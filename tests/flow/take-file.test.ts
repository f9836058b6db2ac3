/** A file sent in a chat: looked at, asked about, taken in by a press alone, taken back whole. */
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { writeCsv } from '../../src/files/csv.ts';
import { readWorkbook } from '../../src/files/workbook.ts';
import { type Files, OutsideError } from '../../src/ports.ts';
import { selectEntries } from '../../src/store/entries.ts';
import { findSentFile } from '../../src/store/sent-files.ts';
import { testOffice } from '../support/fixed.ts';

const table = writeCsv([
  ['督查专题', '日期', '点位'],
  ['农村教育', '2026-03-02', 4],
  ['环境整治', '2026-03-09', 5],
]);

function withFile(bytes: Uint8Array | string, more: { fail?: () => OutsideError | undefined } = {}) {
  const content = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  const files: Files = {
    async fetch() {
      const error = more.fail?.();
      if (error) throw error;
      return content;
    },
  };
  return testOffice('2026-11-20 10:00', { files, workbook: readWorkbook });
}

const send = (office: ReturnType<typeof testOffice>, name = '督查.csv') =>
  office.say('', { kind: 'file', attachment: { key: 'f1', name } });
const inspections = (office: ReturnType<typeof testOffice>) => selectEntries(office.db, { kind: 'inspection' });

describe('a file of records', () => {
  it('is shown first, written by the press, taken back by the next, and brought again', async () => {
    const office = withFile(table);
    const asked = await send(office);
    expect(asked).toContain('导入「督查.csv」？');
    expect(asked).toContain('可以导入 2 条：督查 2 条');
    expect(inspections(office)).toEqual([]);
    expect(await office.press('导入 2 条')).toBe('已导入 2 条');
    expect(inspections(office).map((entry) => [entry.on, entry.by, entry.fields.places])).toEqual([
      ['2026-03-02', '李梅', 4],
      ['2026-03-09', '李梅', 5],
    ]);
    await office.press('撤销');
    expect(inspections(office)).toEqual([]);
    await office.press('恢复');
    expect(inspections(office)).toHaveLength(2);
    expect(office.shown).toHaveLength(1);
  });

  it('left is left: nothing is written and its lines are gone', async () => {
    const office = withFile(table);
    await send(office);
    expect(await office.press('不导入')).toBe('没有导入');
    expect(findSentFile(office.db, 'm1')).toMatchObject({ state: 'left', lines: [] });
    expect(inspections(office)).toEqual([]);
  });

  it('is not taken in twice by a card that was not redrawn', async () => {
    const office = withFile(table);
    await send(office);
    const intent = { do: 'import', file: 'm1', take: 'all' };
    const press = (key: string) =>
      office.office.press({
        ...{ type: 'press' as const, key, messageId: 'bot-1', chat: '李梅', sender: { id: '李梅', name: '李梅' } },
        ...{ intent, at: office.clock.at },
      });
    await press('p1');
    expect((await press('p2')).toast?.text).toContain('已经导入过');
    expect(inspections(office)).toHaveLength(2);
  });

  it('with faulty rows offers the others, and says which and why', async () => {
    const bytes = writeCsv([
      ['督查专题', '日期', '点位'],
      ['农村教育', '2026-03-02', 4],
      ['环境整治', '三月', 5],
    ]);
    const office = withFile(bytes);
    const asked = await send(office);
    expect(asked).toContain('第 3 行：日期：「三月」不是完整的日期');
    await office.press('导入没有问题的 1 条');
    expect(inspections(office)).toHaveLength(1);
  });

  it('of a colleague is not his neighbour’s to decide', async () => {
    const office = withFile(table);
    await send(office);
    expect(await office.press('导入 2 条', '王强')).toContain('别的同事');
    expect(inspections(office)).toEqual([]);
  });

  it('taken back by its sender before anybody pressed is gone', async () => {
    const office = withFile(table);
    await send(office);
    await office.recall('m1');
    expect(await office.press('导入 2 条')).toContain('不在了');
    expect(inspections(office)).toEqual([]);
  });

  it('sent again counts once', async () => {
    const office = withFile(table);
    await send(office);
    await office.press('导入 2 条');
    const again = await send(office);
    expect(again).toContain('没有可以导入的记录');
    expect(again).toContain('2 条原已在册');
  });

  it('cannot bring people, units or settings in a chat', async () => {
    const office = withFile('{"type":"person","id":"王强","role":"admin"}\n');
    expect(await send(office, 'x.jsonl')).toContain('由管理员用命令导入');
  });

  it('cannot speak in another name', async () => {
    const line = {
      kind: 'inspection',
      on: '2026-03-02',
      fields: {},
      moves: [{ n: 1, move: 'log', on: '2026-03-02', by: '王强', source: 'x' }],
    };
    const office = withFile(`${JSON.stringify(line)}\n`);
    await send(office, 'x.jsonl');
    await office.press('导入 1 条');
    expect(inspections(office)).toMatchObject([{ by: '李梅' }]);
    await office.press('撤销');
    expect(inspections(office)).toEqual([]);
  });
});

describe('a file that cannot be taken', () => {
  it.each([
    [
      'of state secrets by its content',
      writeCsv([
        ['督查专题', '日期'],
        ['机密★10年 某某事项', '2026-03-02'],
      ]),
      '督查.csv',
      '涉密',
    ],
    ['of state secrets by its name', table, '督查（机密）.csv', '涉密'],
    ['of another kind', 'x', '照片.zip', '这种文件我读不了'],
    ['that is none', new Uint8Array([1, 2, 3]), 'x.xlsx', '打不开这个文件'],
    ['that is empty', '', 'x.csv', '文件是空的'],
  ])('%s', async (_name, bytes, name, said) => {
    const office = withFile(bytes);
    expect(await send(office, name)).toContain(said);
    expect(findSentFile(office.db, 'm1')).toBeUndefined();
  });

  it('that grows without end when unpacked', async () => {
    const bytes = zipOf('xl/worksheets/sheet1.xml', Buffer.alloc(200 * 1024 * 1024));
    expect(bytes.length).toBeLessThan(1_000_000);
    expect(await send(withFile(bytes), '督查.xlsx')).toContain('文件太大');
  });

  it('yet: it is asked for again, then said', async () => {
    let asked = 0;
    const office = withFile(table, {
      fail: () => {
        asked += 1;
        return new OutsideError('down', { retryable: true });
      },
    });
    expect(await send(office)).toBe('');
    for (let minute = 0; minute < 3; minute += 1) {
      office.clock.at = new Date(office.clock.at.getTime() + 60_000);
      await office.office.tick();
    }
    expect(asked).toBe(3);
    expect(office.shown.at(-1)?.reply.blocks[0]).toMatchObject({ text: expect.stringContaining('取不到了') });
  });
});

/** A zip of one entry whose head claims that it is small. */
function zipOf(name: string, content: Buffer): Uint8Array {
  const packed = deflateRawSync(content);
  const title = Buffer.from(name);
  const sizes = (head: Buffer, at: number) => {
    head.writeUInt32LE(packed.length, at);
    head.writeUInt32LE(100, at + 4);
    head.writeUInt16LE(title.length, at + 8);
  };
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  sizes(local, 18);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  sizes(entry, 20);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + title.length, 12);
  end.writeUInt32LE(local.length + title.length + packed.length, 16);
  return Buffer.concat([local, title, packed, entry, title, end]);
}
