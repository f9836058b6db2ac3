/**
 * Accuracy in one table. `npm run eval` judges the project's own messages; `npm run eval -- --cases DIR` runs the scorers
 * in DIR. `--verbose` lists every failure.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ownRows } from './eval-own.ts';
import { sharedRows } from './eval-shared.ts';

const { values } = parseArgs({ options: { cases: { type: 'string' }, verbose: { type: 'boolean', default: false } } });
const rows = values.cases ? await sharedRows(resolve(values.cases), values.verbose) : await ownRows(values.verbose);
const width = Math.max(...rows.map((row) => row.what.length));
for (const row of rows)
  process.stdout.write(`${row.what.padEnd(width)}  ${String(row.cases).padStart(5)}  ${row.figures}\n`);
