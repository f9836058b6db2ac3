/** `import`: a ledger file is taken in whole or not at all. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type Imported, importLines, type LineFault } from '../files/import-lines.ts';
import { fileType, readLedgerFile } from '../files/ledger-file.ts';
import { readWorkbook } from '../files/workbook.ts';
import { dayOf } from '../time/day.ts';
import { secretIn } from '../understand/secret.ts';
import { type Command, CommandError, printJson, printLine, UsageError } from './command.ts';
import { withOffice } from './office.ts';

const mostFaultsShown = 20;

export const importFile: Command = {
  name: 'import',
  usage: 'FILE.jsonl|.csv|.xlsx [--partial]',
  summary: 'takes records in; with any fault nothing is kept, unless --partial',
  options: { partial: { type: 'boolean' } },
  run(args) {
    const [file] = args.words;
    if (!file) throw new UsageError('import which file?');
    const name = basename(file);
    if (!fileType(name)) throw new UsageError(`"${name}": only .jsonl, .csv and .xlsx can be imported`);
    const bytes = readBytes(file);
    const partial = args.values.partial === true;
    return withOffice(args, async ({ db, clock, zone }) => {
      const today = dayOf(clock.now(), zone);
      const read = await readLedgerFile(bytes, { name, today, workbook: readWorkbook });
      if ('refused' in read) throw new CommandError(`${name}: ${read.refused.zh} / ${read.refused.en}`);
      if ([name, ...read.words.split('\n')].some(secretIn))
        throw new CommandError(`${name}: 像是涉密内容，没有导入 / it looks classified; nothing was imported`);
      const source = `import:${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}`;
      const hand = { by: 'import', section: '', at: clock.now(), source };
      const table = fileType(name) !== 'jsonl';
      const imported = importLines(db, read.lines, {
        hand,
        partial,
        tryOnly: read.faults.length > 0 && !partial,
        ...(table ? { unnumbered: 'known' } : {}),
      });
      const faults = [...read.faults, ...imported.faults];
      const nothing = faults.length > 0 && !partial;
      const counts = nothing ? { records: 0, known: 0, others: 0, kinds: {} } : imported;
      tell({ ...counts, faults }, args.values.json === true);
      for (const note of read.notes) process.stderr.write(`${note.zh}\n`);
      if (faults.length === 0) return 0;
      for (const fault of faults.slice(0, mostFaultsShown))
        process.stderr.write(`${placeOf(fault)}: ${fault.reason.zh} / ${fault.reason.en}\n`);
      if (faults.length > mostFaultsShown) process.stderr.write(`… ${faults.length - mostFaultsShown} more\n`);
      if (partial) return 0;
      throw new CommandError(`${faults.length} faulty ${faults.length === 1 ? 'line' : 'lines'}: nothing was imported`);
    });
  },
};

function tell({ records, known, others, faults }: Imported, json: boolean): void {
  if (json) {
    const shown = faults.map(({ reason, ...place }) => ({ ...place, reason: reason.en }));
    printJson({ records, known, others, faults: shown });
    return;
  }
  const more = [...(known > 0 ? [`${known} 条原已在册`] : []), ...(others > 0 ? [`${others} 条名单与设置`] : [])];
  printLine([`已导入 ${records} 条记录`, ...more].join('，'));
}

function placeOf(fault: LineFault): string {
  return fault.sheet ? `${fault.sheet} line ${fault.line}` : `line ${fault.line}`;
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new CommandError(`cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
