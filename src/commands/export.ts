/** `export`: the whole ledger as a file that `import` takes back unchanged. */
import { writeFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { exportLines } from '../files/export-lines.ts';
import { type Command, CommandError, printJson, printLine, UsageError } from './command.ts';
import { withOffice } from './office.ts';

export const exportFile: Command = {
  name: 'export',
  usage: 'FILE.jsonl',
  summary: 'the whole ledger with every move',
  options: {},
  run(args) {
    const [file] = args.words;
    if (!file) throw new UsageError('export to which file?');
    if (extname(file) !== '.jsonl') throw new UsageError(`"${basename(file)}": only .jsonl can be exported`);
    return withOffice(args, ({ db }) => {
      const lines = [...exportLines(db)];
      try {
        writeFileSync(file, lines.length > 0 ? `${lines.join('\n')}\n` : '');
      } catch (error) {
        throw new CommandError(`cannot write ${file}: ${error instanceof Error ? error.message : String(error)}`);
      }
      if (args.values.json) printJson({ file, lines: lines.length });
      else printLine(`已导出 ${lines.length} 行到 ${file}`);
      return 0;
    });
  },
};
