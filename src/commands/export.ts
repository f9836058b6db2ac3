/** `export`: the whole ledger as a file that `import` takes back unchanged, or an empty workbook to fill in. */
import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { writeCsv } from '../files/csv.ts';
import { exportLines } from '../files/export-lines.ts';
import { fileType } from '../files/ledger-file.ts';
import { ledgerSheets, ledgerTable, templateSheets } from '../files/ledger-sheets.ts';
import { writeWorkbook } from '../files/workbook.ts';
import { kindOf, kinds } from '../kinds/all.ts';
import type { RecordKind } from '../kinds/kind.ts';
import type { Db } from '../store/db.ts';
import { type Command, CommandError, option, printJson, printLine, UsageError } from './command.ts';
import { withOffice } from './office.ts';

export const exportFile: Command = {
  name: 'export',
  usage: 'FILE.jsonl|.csv|.xlsx [--template] [--kind KIND]',
  summary: 'the whole ledger with every move; --template: an empty workbook to fill in',
  options: { template: { type: 'boolean' }, kind: { type: 'string' } },
  run(args) {
    const [file] = args.words;
    if (!file) throw new UsageError('export to which file?');
    const type = fileType(file);
    if (!type) throw new UsageError(`"${basename(file)}": only .jsonl, .csv and .xlsx can be exported`);
    const template = args.values.template === true;
    if (template && type !== 'xlsx') throw new UsageError('--template needs a file .xlsx');
    const kind = kindNamed(option(args, 'kind'));
    if (kind && !template) throw new UsageError('--kind goes with --template');
    return withOffice(args, async ({ db }) => {
      const written = template ? await emptyTemplate(kind) : await ledgerAs(db, type);
      try {
        writeFileSync(file, written.content);
      } catch (error) {
        throw new CommandError(`cannot write ${file}: ${error instanceof Error ? error.message : String(error)}`);
      }
      if (args.values.json) printJson({ file, lines: written.lines });
      else printLine(template ? `已导出空白模板 ${file}` : `已导出 ${written.lines} 行到 ${file}`);
      return 0;
    });
  },
};

interface Written {
  readonly content: string | Uint8Array;
  readonly lines: number;
}

async function ledgerAs(db: Db, type: 'jsonl' | 'csv' | 'xlsx'): Promise<Written> {
  if (type === 'jsonl') {
    const lines = [...exportLines(db)];
    return { content: lines.length > 0 ? `${lines.join('\n')}\n` : '', lines: lines.length };
  }
  if (type === 'csv') {
    const rows = ledgerTable(db);
    return { content: writeCsv(rows), lines: rows.length - 1 };
  }
  const sheets = ledgerSheets(db);
  return { content: await writeWorkbook(sheets), lines: sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0) };
}

async function emptyTemplate(kind: RecordKind | undefined): Promise<Written> {
  return { content: await writeWorkbook(templateSheets(kind)), lines: 0 };
}

function kindNamed(name: string | undefined): RecordKind | undefined {
  if (name === undefined) return undefined;
  const kind = kindOf(name) ?? kinds.find((one) => one.title.zh === name);
  if (!kind) throw new UsageError(`no kind "${name}"`);
  return kind;
}
