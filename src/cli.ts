#!/usr/bin/env node
/** The command `taizhang`: finds the command, runs it, turns faults into exit codes (0 done, 1 refused, 2 wrong usage). */
import { setFlagsFromString } from 'node:v8';
import { commands } from './commands/all.ts';
import { CommandError, printLine, readArguments, UsageError } from './commands/command.ts';

// Most runs are short, and the reader has many functions that are each hot for a moment: without this a third of the time
// goes into optimizing them. So all is compiled plainly at once, and only what stays hot is optimized.
setFlagsFromString('--always-sparkplug');
setFlagsFromString('--interrupt-budget=1000000');

async function help(): Promise<string> {
  const rows = await Promise.all(
    Object.values(commands).map(async (load) => {
      const command = await load();
      return `  ${`${command.name} ${command.usage}`.padEnd(52)} ${command.summary}`;
    }),
  );
  return [
    'taizhang 台账助手: the ledger an office talks to',
    '',
    'usage: taizhang COMMAND [options]',
    '',
    ...rows,
    '',
    'all take --db FILE (or :memory:), --office NAME, --at ISO (what "now" is), --json, --help',
    'exit: 0 done, 1 refused or failed, 2 wrong usage',
  ].join('\n');
}

async function main(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv;
  if (!name || name === '--help' || name === '-h' || name === 'help') {
    printLine(await help());
    return name ? 0 : 2;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) throw new UsageError(`no command "${name}"; taizhang --help lists them`);
  const command = await load();
  const args = readArguments(command, rest);
  if (args.values.help) {
    const options = Object.keys(command.options).map((key) => `--${key}`);
    printLine(
      `usage: taizhang ${command.name} ${command.usage}\n${command.summary}${options.length > 0 ? `\noptions: ${options.join(' ')}` : ''}`,
    );
    return 0;
  }
  return await command.run(args);
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (error instanceof UsageError || error instanceof CommandError) {
      process.stderr.write(`taizhang: ${error.message}\n`);
      process.exitCode = error instanceof UsageError ? 2 : 1;
      return;
    }
    process.stderr.write(`taizhang: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  },
);
