/** The file an answer promised: a .csv where no workbook can be written, nothing where nothing can be brought. */
import { expect, it } from 'vitest';
import { parseCsv, textOf } from '../../src/files/csv.ts';
import type { OutgoingFile } from '../../src/ports.ts';
import { listening, testOffice } from '../support/fixed.ts';

it('is a .csv that Excel opens where there is no room for workbooks', async () => {
  const files: OutgoingFile[] = [];
  const messenger = {
    ...listening(),
    sendFile: async (_address: unknown, file: OutgoingFile, key: string) => {
      files.push(file);
      return { messageId: key };
    },
  };
  const office = testOffice('2026-11-20 10:00', { messenger });
  await office.say('昨天督查农村教育 看了4个点');
  await office.say('今天收文12件');
  await office.say('导出今年督查');
  expect(files.map(({ name }) => name)).toEqual(['督查次数-2026-11-20.csv']);
  const rows = parseCsv(textOf(files[0]!.bytes));
  expect(rows).toHaveLength(2);
  expect(Object.fromEntries(rows[0]!.map((heading, at) => [heading, rows[1]![at]]))).toMatchObject({
    编号: '督-2026-001',
    专题: '农村教育',
  });
});

it('is answered all the same where files cannot be brought', async () => {
  const office = testOffice('2026-11-20 10:00');
  await office.say('昨天督查农村教育 看了4个点');
  expect(await office.say('导出今年督查')).toMatch(/^导出 1 条：督查次数/);
  expect(office.shown.filter(({ key }) => key.startsWith('file:'))).toEqual([]);
});
