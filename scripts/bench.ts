/**
 * Speed beside two other libraries, in one run: `npm run bench [-- --cases DIR] [--goes 5]`.
 *
 * Rates are per second of processor time on one core, the start-up taken out. With a folder of case sets the dates are
 * its own and are scored by its scorer; without one they are those of tests/evals/times.jsonl.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { costs } from './bench-cost.ts';
import { growthRows } from './bench-growth.ts';
import { receiptRow } from './bench-receipt.ts';
import { aligned, percent } from './eval-row.ts';

const { values } = parseArgs({ options: { cases: { type: 'string' }, goes: { type: 'string', default: '5' } } });
const goes = Number(values.goes);
const root = join(import.meta.dirname, '..');
const peer = (name: string) => `node --import tsx ${join(root, 'scripts', 'bench-peer.ts')} ${name}`;
const cli = `node ${join(root, 'dist', 'cli.js')}`;
const readers = [
  ['taizhang', `${cli} time --jsonl`],
  ['@microsoft/recognizers-text-date-time', peer('recognizers')],
  ['chrono-node', peer('chrono')],
] as const;

interface TimeLine {
  readonly id: string;
  readonly text: string;
  readonly ref: string;
  readonly lang: string;
}
type Ranges = readonly (readonly [string | null, string | null])[];

const linesOf = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
const asLines = (lines: readonly TimeLine[]) =>
  lines.map(({ id, text, ref, lang }) => JSON.stringify({ id, text, ref, lang }));

/** The share of own cases whose ranges are all right. */
function ownShare(command: string, lang: string): string {
  type OwnCase = TimeLine & { readonly expect: Ranges; readonly or?: readonly Ranges[] };
  const cases = linesOf<OwnCase>(join(root, 'tests', 'evals', 'times.jsonl')).filter((one) => one.lang === lang);
  const out = execFileSync('bash', ['-c', command], { input: asLines(cases).join('\n'), maxBuffer: 1 << 28 });
  const got = new Map(
    String(out)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; ranges: { start: string | null; end: string | null }[] })
      .map(({ id, ranges }) => [id, JSON.stringify(ranges.map(({ start, end }) => [start, end]))]),
  );
  const right = cases.filter((one) =>
    [one.expect, ...(one.or ?? [])].some((ranges) => got.get(one.id) === JSON.stringify(ranges)),
  );
  return percent(right.length / cases.length);
}

/** The share the folder's own scorer finds. */
function scoredShare(command: string, dir: string, sort: string): string {
  const scorer = `node ${dir}/time/run.mjs --cases ${dir}/time/cases.dev.jsonl --class ${sort} --mode product -- ${command}`;
  const out = String(execFileSync('bash', ['-c', scorer], { cwd: root, maxBuffer: 1 << 28 }));
  const [, right = '0', all = '1'] = /pass (\d+)\/(\d+)/.exec(out) ?? [];
  return percent(Number(right) / Number(all));
}

const dir = values.cases ? resolve(values.cases) : null;
const dates = linesOf<TimeLine>(dir ? `${dir}/time/cases.dev.jsonl` : join(root, 'tests', 'evals', 'times.jsonl'));
const rates = costs(
  readers.map(([, command]) => command),
  asLines(dates),
  goes,
);
const shares = ['own zh', 'own en', ...(dir ? ['core', 'ambiguous'] : [])];
print(`Dates (${dates.length} texts)`, [
  ['', 'texts/s', 'ours is', ...shares],
  ...readers.map(([name, command], place) => [
    name,
    Math.round(rates[place]!.rate).toString(),
    `${(rates[0]!.rate / rates[place]!.rate).toFixed(1)} x`,
    ownShare(command, 'zh'),
    ownShare(command, 'en'),
    ...(dir ? [scoredShare(command, dir, 'core'), scoredShare(command, dir, 'ambiguous')] : []),
  ]),
]);

interface Message {
  readonly id: string;
  readonly text: string;
  readonly at: string;
}
const messages = linesOf<Message>(join(root, 'tests', 'evals', 'messages.jsonl')).map(({ id, text, at }) => ({
  ...{ id, text, at, ref: at.slice(0, 19) },
  lang: /[\u4e00-\u9fff]/.test(text) ? 'zh' : 'en',
}));
const numbered = messages.map((line, place) => JSON.stringify({ ...line, id: `${line.id}-${place}` }));
const [heard, theirs] = costs([`${cli} understand --jsonl`, peer('recognizers')], numbered, goes);
// What is written takes longer by far; a part of the messages tells as much.
const some = numbered.filter((_, place) => place % 8 === 0);
const [said] = costs([`${cli} say --jsonl --db :memory:`], some, goes);
print(`Messages (${messages.length} texts)`, [
  ['', 'messages/s', 'ms each'],
  ['taizhang understand: the whole message', ...speed(heard!.rate)],
  ['@microsoft/recognizers-text-date-time: only the dates in it', ...speed(theirs!.rate)],
  ['the first is so many times the second', `${(heard!.rate / theirs!.rate).toFixed(2)} x`, ''],
  [`taizhang say: written to a ledger in memory and answered (${some.length} of them)`, ...speed(said!.rate)],
]);
print('Webhook to receipt', [await receiptRow(messages.map(({ text, at }) => ({ text, at: new Date(at) })))]);
print('Growth with length', growthRows());

function speed(rate: number): [string, string] {
  return [Math.round(rate).toString(), (1000 / rate).toFixed(2)];
}

function print(title: string, rows: readonly (readonly string[])[]): void {
  process.stdout.write(`\n${title}\n${aligned(rows)}\n`);
}
