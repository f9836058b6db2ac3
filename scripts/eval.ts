/**
 * Accuracy in one table. `npm run eval` runs the project's own cases; `npm run eval -- --cases DIR` runs the scorers in
 * DIR (log, ask, time, due, draft), each as its README there says, leaving out what a folder or a command lacks.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { kinds } from '../src/kinds/all.ts';
import { exampleDay } from '../src/kinds/kind.ts';

const run = promisify(execFile);
const cli = 'node dist/cli.js';
const { values } = parseArgs({ options: { cases: { type: 'string' }, verbose: { type: 'boolean' } } });

interface Row {
  readonly what: string;
  readonly cases: number;
  readonly figures: string;
}

/** What a scorer prints: everything, and its last line, which is a JSON summary. */
async function shell(command: string): Promise<{ out: string; summary: Record<string, unknown> }> {
  const { stdout } = await run('bash', ['-c', command], { maxBuffer: 64 << 20 }).catch(
    (error: { stdout?: string }) => ({ stdout: error.stdout ?? '' }),
  );
  const last = stdout.trim().split('\n').at(-1) ?? '{}';
  try {
    return { out: stdout, summary: JSON.parse(last) as Record<string, unknown> };
  } catch {
    return { out: stdout, summary: {} };
  }
}

const percent = (value: unknown): string =>
  typeof value === 'number' ? `${(value <= 1 ? value * 100 : value).toFixed(1)} %` : '-';

async function sharedRows(dir: string): Promise<Row[]> {
  const rows: Row[] = [];
  const at = (path: string) => join(dir, path);
  const show = (out: string) => {
    if (values.verbose) process.stdout.write(out);
  };
  if (existsSync(at('log/score.mjs'))) {
    const { out, summary } = await shell(
      `node ${at('log/score.mjs')} --corpus ${at('log/dev.jsonl')} --cmd "${cli} say --jsonl --db :memory:" --verbose`,
    );
    show(out);
    rows.push({
      what: 'log: messages',
      cases: Number(summary.cases),
      figures: `accuracy ${percent(summary.accuracy)}, wrong writes ${percent(summary.wrongWrites)}, missed ${percent(summary.missed)}`,
    });
  }
  if (existsSync(at('ask/score.mjs'))) {
    const { out, summary } = await shell(
      `node ${at('ask/score.mjs')} --import "${cli} import ledger.jsonl --db FILE" --cmd "${cli} say --jsonl --db FILE" --split dev --verbose`,
    );
    show(out);
    rows.push({
      what: 'ask: questions',
      cases: Number(summary.n ?? summary.questions ?? summary.cases),
      figures: JSON.stringify(summary),
    });
  }
  if (existsSync(at('time/run.mjs'))) {
    for (const kind of ['core', 'ambiguous']) {
      const { out, summary } = await shell(
        `node ${at('time/run.mjs')} --cases ${at('time/cases.dev.jsonl')} --class ${kind} --mode product --json -- ${cli} time --jsonl`,
      );
      show(out);
      rows.push({
        what: `time: ${kind}, product mode`,
        cases: Number(summary.total ?? Number.NaN),
        figures:
          Object.keys(summary).length > 0
            ? JSON.stringify(summary)
            : (out
                .trim()
                .split('\n')
                .find((line) => line.includes('%')) ?? '-'),
      });
    }
    const { out } = await shell(
      `node ${at('time/run-num.mjs')} --cases ${at('time/numbers.dev.jsonl')} -- ${cli} numbers --jsonl`,
    );
    show(out);
    rows.push({ what: 'numbers', cases: Number.NaN, figures: out.trim().split('\n').at(-1) ?? '-' });
  }
  if (existsSync(at('due/score.mjs'))) {
    const { out, summary } = await shell(
      `node ${at('due/score.mjs')} --cases ${at('due/dev.jsonl')} --cmd "${cli} due --jsonl"`,
    );
    show(out);
    rows.push({
      what: 'due: deadlines',
      cases: Number(summary.cases ?? summary.total),
      figures: JSON.stringify(summary),
    });
  }
  if (existsSync(at('draft/score-year.mjs'))) {
    const year = await shell(`node ${at('draft/score-year.mjs')} --cmd "${cli}"`);
    show(year.out);
    rows.push({
      what: 'draft: quarter of messages',
      cases: Number(year.summary.messages),
      figures: `records ${JSON.stringify(year.summary.records)} answers ${JSON.stringify(year.summary.answers)}`,
    });
    const whole = join(mkdtempSync(join(tmpdir(), 'eval-')), 'year.db');
    await shell(`${cli} import ${at('draft/year/import.jsonl')} --db ${whole}`);
    const asked = await shell(
      `node ${at('draft/score-year.mjs')} --cmd "${cli}" --db ${whole} --messages /dev/null --truth /dev/null --questions ${at('draft/year/questions.sample.jsonl')}`,
    );
    show(asked.out);
    rows.push({ what: 'draft: questions after the year', cases: 12, figures: JSON.stringify(asked.summary.answers) });
    for (const mood of ['', 'honest', 'inventor', 'swapper']) {
      const draft = await shell(`node ${at('draft/score-draft.mjs')} --cmd "${cli}"${mood ? ` --model ${mood}` : ''}`);
      show(draft.out);
      rows.push({
        what: `draft: annual summary${mood ? `, model "${mood}"` : ''}`,
        cases: 1,
        figures: JSON.stringify(draft.summary),
      });
    }
  }
  return rows;
}

interface OwnCase {
  readonly kind: string;
  readonly text: string;
  readonly records: readonly Record<string, unknown>[];
}

/** The sentences by which the kinds explain themselves, and those in tests/evals. */
function ownCases(): OwnCase[] {
  const examples = kinds.flatMap((kind) =>
    kind.examples.map(
      (example): OwnCase => ({
        kind: kind.id,
        text: example.text,
        records: example.records.map((record) => ({ kind: kind.id, ...record })),
      }),
    ),
  );
  const file = join(import.meta.dirname, '..', 'tests', 'evals', 'messages.jsonl');
  const more = existsSync(file)
    ? readFileSync(file, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { text: string; records: Record<string, unknown>[] })
    : [];
  return [
    ...examples,
    ...more.map(({ text, records }): OwnCase => ({ kind: String(records[0]?.kind ?? 'nothing'), text, records })),
  ];
}

async function ownRows(): Promise<Row[]> {
  const cases = ownCases();
  const input = cases
    .map((one, index) =>
      JSON.stringify({
        id: String(index),
        text: one.text,
        at: `${exampleDay}T10:00:00+08:00`,
        from: '李梅',
        chat: `c${index}`,
      }),
    )
    .join('\n');
  const child = execFile('node', ['dist/cli.js', 'say', '--jsonl', '--db', ':memory:'], { maxBuffer: 64 << 20 });
  child.stdin?.end(`${input}\n`);
  let out = '';
  for await (const part of child.stdout ?? []) out += String(part);
  const got = new Map(
    out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; records: Record<string, unknown>[] })
      .map((line) => [line.id, line.records]),
  );
  let right = 0;
  let wrong = 0;
  for (const [index, one] of cases.entries()) {
    const records = got.get(String(index)) ?? [];
    const fits =
      records.length === one.records.length &&
      one.records.every((want, position) => agrees(want, records[position] ?? {}));
    if (fits) right += 1;
    else {
      if (records.length > 0) wrong += 1;
      if (values.verbose)
        process.stdout.write(
          `✗ ${one.text}\n  want ${JSON.stringify(one.records)}\n  got  ${JSON.stringify(records)}\n`,
        );
    }
  }
  return [
    {
      what: 'messages (own cases)',
      cases: cases.length,
      figures: `accuracy ${percent(right / cases.length)}, wrong writes ${percent(wrong / cases.length)}`,
    },
  ];
}

/** Everything expected holds; what is not named is not judged. */
function agrees(want: Record<string, unknown>, got: Record<string, unknown>): boolean {
  return Object.entries(want).every(([name, value]) => {
    if (name === 'fields')
      return agrees(value as Record<string, unknown>, (got.fields ?? {}) as Record<string, unknown>);
    return JSON.stringify(got[name]) === JSON.stringify(value) || String(got[name]) === String(value);
  });
}

const rows = values.cases ? await sharedRows(resolve(values.cases)) : await ownRows();
const width = Math.max(...rows.map((row) => row.what.length));
for (const row of rows)
  process.stdout.write(`${row.what.padEnd(width)}  ${Number.isNaN(row.cases) ? '' : row.cases}\t${row.figures}\n`);
