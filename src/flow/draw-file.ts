/** Draw file: the records a reply promised become a workbook, or a .csv where no workbook can be written. */
import { writeCsv } from '../files/csv.ts';
import { recordSheets, recordTable } from '../files/ledger-sheets.ts';
import type { OutgoingFile } from '../ports.ts';
import type { ReplyFile } from '../reply.ts';
import type { Db } from '../store/db.ts';
import { readEntries } from '../store/entries.ts';
import type { OfficePorts } from './needs.ts';

/** Records taken back since then are left out. */
export async function drawFile(
  ports: Pick<OfficePorts, 'spreadsheet'> & { readonly db: Db },
  { name, nos }: ReplyFile,
): Promise<OutgoingFile> {
  const entries = readEntries(ports.db, nos).filter((entry) => !entry.void);
  if (ports.spreadsheet) return { name: `${name}.xlsx`, bytes: await ports.spreadsheet(recordSheets(entries)) };
  return { name: `${name}.csv`, bytes: new TextEncoder().encode(writeCsv(recordTable(entries))) };
}
