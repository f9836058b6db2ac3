/** `import`: a ledger file is taken in whole or not at all. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { importLines } from '../files/import-lines.ts';
import { type Command, CommandError, printJson, printLine, UsageError } from './command.ts';
import { withOffice } from './office.ts';

const mostFaultsShown = 20;

export const importFile: Command = {
  name: 'import',
  usage: 'FILE.jsonl [--partial]',
  summary: 'takes records in; with any fault nothing is kept, unless --partial',
  options: { partial: { type: 'boolean' } },
  run(args) {
    const [file] = args.words;
    if (!file) throw new UsageError('import which file?');
    if (extname(file) !== '.jsonl') throw new UsageError(`"${basename(file)}": only .jsonl can be imported`);
    const text = readText(file);
    return withOffice(args, ({ db, clock }) => {
      const source = `import:${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
      const hand = { by: 'import', section: '', at: clock.now(), source };
      const imported = importLines(db, text.split(/\r?\n/), { hand, partial: args.values.partial === true });
      const { faults, ...counts } = imported;
      if (args.values.json) printJson({ ...counts, faults });
      else
        printLine(
          `已导入 ${counts.records} 条记录${counts.known > 0 ? `,${counts.known} 条原已在册` : ''}${counts.others > 0 ? `,${counts.others} 条名单与设置` : ''}`,
        );
      if (faults.length === 0) return 0;
      for (const fault of faults.slice(0, mostFaultsShown))
        process.stderr.write(`line ${fault.line}: ${fault.reason}\n`);
      if (faults.length > mostFaultsShown) process.stderr.write(`… ${faults.length - mostFaultsShown} more\n`);
      if (args.values.partial) return 0;
      throw new CommandError(`${faults.length} faulty ${faults.length === 1 ? 'line' : 'lines'}: nothing was imported`);
    });
  },
};

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new CommandError(`cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
