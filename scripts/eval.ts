/**
 * Accuracy in one table. `npm run eval` runs the project's own cases; `npm run eval -- --cases DIR` runs the scorers in
 * DIR (log, ask, time, due, draft), each as its README there says, leaving out what a folder or a command lacks.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { type Expected, judge, type Outcome } from './judge.ts';

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
  readonly id: string;
  readonly group: string;
  readonly chat: string;
  readonly at: string;
  readonly from: string;
  readonly text: string;
  readonly replyTo?: string;
  readonly setup?: readonly {
    readonly text: string;
    readonly at: string;
    readonly from?: string;
    readonly replyTo?: string;
  }[];
  readonly expect: Expected;
}

function ownCases(): OwnCase[] {
  const file = join(import.meta.dirname, '..', 'tests', 'evals', 'messages.jsonl');
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as OwnCase);
}

/** All messages of a case in their order; a reply names the earlier message by its place in the set-up (s1). */
function linesOf(one: OwnCase): { at: string; line: string }[] {
  const idOf = (replyTo: string | undefined) => (replyTo ? { replyTo: `${one.id}#${replyTo}` } : {});
  const before = (one.setup ?? []).map((said, index) => ({
    at: said.at,
    line: JSON.stringify({
      id: `${one.id}#s${index + 1}`,
      text: said.text,
      at: said.at,
      from: said.from ?? one.from,
      chat: one.chat,
      ...idOf(said.replyTo),
    }),
  }));
  return [
    ...before,
    {
      at: one.at,
      line: JSON.stringify({
        id: one.id,
        text: one.text,
        at: one.at,
        from: one.from,
        chat: one.chat,
        ...idOf(one.replyTo),
      }),
    },
  ];
}

async function ownRows(): Promise<Row[]> {
  const cases = ownCases();
  const lines = cases.flatMap(linesOf).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const child = execFile('node', ['dist/cli.js', 'say', '--jsonl', '--db', ':memory:'], { maxBuffer: 64 << 20 });
  child.stdin?.end(`${lines.map(({ line }) => line).join('\n')}\n`);
  let out = '';
  for await (const part of child.stdout ?? []) out += String(part);
  const got = new Map(
    out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Outcome & { id: string })
      .map((line) => [line.id, line]),
  );
  const groups = new Map<string, { cases: number; right: number; wrote: number }>();
  for (const one of cases) {
    const outcome = got.get(one.id);
    const verdict = outcome ? judge(one.expect, outcome) : { right: false, wrote: false };
    if (!verdict.right && values.verbose)
      process.stdout.write(
        `✗ ${one.id} ${one.text}\n  want ${JSON.stringify(one.expect)}\n  got  ${JSON.stringify({ records: outcome?.records, changes: outcome?.changes, asks: outcome?.asks, refused: outcome?.refused })}\n`,
      );
    for (const name of [one.group, 'all']) {
      const group = groups.get(name) ?? { cases: 0, right: 0, wrote: 0 };
      groups.set(name, {
        cases: group.cases + 1,
        right: group.right + Number(verdict.right),
        wrote: group.wrote + Number(verdict.wrote),
      });
    }
  }
  const inOrder = [...groups].sort(([a], [b]) => Number(a === 'all') - Number(b === 'all'));
  return inOrder.map(([what, group]) => ({
    what,
    cases: group.cases,
    figures: `right ${percent(group.right / group.cases)}, wrong writes ${percent(group.wrote / group.cases)}`,
  }));
}

const rows = values.cases ? await sharedRows(resolve(values.cases)) : await ownRows();
const width = Math.max(...rows.map((row) => row.what.length));
for (const row of rows)
  process.stdout.write(`${row.what.padEnd(width)}  ${Number.isNaN(row.cases) ? '' : row.cases}\t${row.figures}\n`);
