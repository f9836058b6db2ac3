/** Runs the scorers of a folder of case sets (log, ask, time, due, draft), leaving out what the folder lacks. */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { percent, type Row } from './eval-row.ts';

const run = promisify(execFile);
const cli = 'node dist/cli.js';

type Summary = Readonly<Record<string, unknown>>;

interface Scorer {
  readonly what: string;
  /** Without this file the scorer is left out. */
  readonly needs: string;
  command(dir: string): string;
  /** From the JSON of the last line, or from all that was printed. */
  row(summary: Summary, printed: string): { cases: number; figures: string };
}

const count = (summary: Summary, name: string): number => Number(summary[name]);
const inner = (summary: Summary, name: string): Summary => (summary[name] ?? {}) as Summary;

const times = (kind: 'core' | 'ambiguous'): Scorer => ({
  what: `time: ${kind}, product mode`,
  needs: 'time/run.mjs',
  command: (dir) =>
    `node ${dir}/time/run.mjs --cases ${dir}/time/cases.dev.jsonl --class ${kind} --mode product -- ${cli} time --jsonl`,
  row: (_summary, printed) => {
    const [, right = '0', all = '0'] = /pass (\d+)\/(\d+)/.exec(printed) ?? [];
    return { cases: Number(all), figures: `right ${percent(Number(right) / Number(all))}` };
  },
});

const drafts = (mood: string): Scorer => ({
  what: `draft: annual summary${mood ? `, model "${mood}"` : ''}`,
  needs: 'draft/score-draft.mjs',
  command: (dir) => `node ${dir}/draft/score-draft.mjs --cmd "${cli}"${mood ? ` --model ${mood}` : ''}`,
  row: (summary) => ({
    cases: 1,
    figures:
      `figures wanted ${summary.mustInSection}/${summary.must}, mentions ${summary.mentionsInSection}/${summary.mentions}, ` +
      `figures without a fact ${count(summary, 'figuresWithoutFact') + count(summary, 'hanWithoutFact')}, unbound ${summary.unboundListed}, forbidden ${summary.forbidden}`,
  }),
});

/** The project's own questions over that folder's ledger; the scorer reads what lies beside it. */
function ownQuestions(dir: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'eval-'));
  const own = join(import.meta.dirname, '..', 'tests', 'evals', 'questions.jsonl');
  return `cp ${dir}/ask/score.mjs ${dir}/ask/ledger.jsonl ${own} ${folder}/ && ${askScore(folder)}`;
}

const askScore = (folder: string): string =>
  `node ${folder}/score.mjs --import "${cli} import ledger.jsonl --db FILE" --cmd "${cli} say --jsonl --db FILE" --verbose`;

const asked = (summary: Summary): { cases: number; figures: string } => {
  const all = count(summary, 'questions');
  return {
    cases: all,
    figures: `right ${percent(count(summary, 'right') / all)}, wrong ${percent(count(summary, 'wrong') / all)}, declined ${percent(count(summary, 'declined') / all)}`,
  };
};

const scorers: readonly Scorer[] = [
  {
    what: 'log: messages',
    needs: 'log/score.mjs',
    command: (dir) =>
      `node ${dir}/log/score.mjs --corpus ${dir}/log/dev.jsonl --cmd "${cli} say --jsonl --db :memory:" --verbose`,
    row: (summary) => ({
      cases: count(summary, 'cases'),
      figures: `right ${percent(count(summary, 'accuracy'))}, wrong writes ${percent(count(summary, 'wrongWrites'))}, missed ${percent(count(summary, 'missed'))}`,
    }),
  },
  {
    what: 'ask: questions',
    needs: 'ask/score.mjs',
    command: (dir) => `${askScore(`${dir}/ask`)} --split dev`,
    row: asked,
  },
  { what: 'ask: own questions', needs: 'ask/ledger.jsonl', command: ownQuestions, row: asked },
  times('core'),
  times('ambiguous'),
  {
    what: 'numbers',
    needs: 'time/run-num.mjs',
    command: (dir) => `node ${dir}/time/run-num.mjs --cases ${dir}/time/numbers.dev.jsonl -- ${cli} numbers --jsonl`,
    row: (_summary, printed) => {
      const parts = [...printed.matchAll(/"n":(\d+),"pass":(\d+)/g)].map(
        (part) => [Number(part[1]), Number(part[2])] as const,
      );
      const all = parts.reduce((sum, [n]) => sum + n, 0);
      return { cases: all, figures: `right ${percent(parts.reduce((sum, [, right]) => sum + right, 0) / all)}` };
    },
  },
  {
    what: 'due: deadlines',
    needs: 'due/score.mjs',
    command: (dir) => `node ${dir}/due/score.mjs --cases ${dir}/due/dev.jsonl --cmd "${cli} due --jsonl"`,
    row: (summary) => ({
      cases: count(summary, 'cases'),
      figures: `right ${percent(count(summary, 'agree') / count(summary, 'cases'))}`,
    }),
  },
  {
    what: 'draft: a quarter of messages',
    needs: 'draft/score-year.mjs',
    command: (dir) => `node ${dir}/draft/score-year.mjs --cmd "${cli}"`,
    row: (summary) => {
      const [records, answers] = [inner(summary, 'records'), inner(summary, 'answers')];
      return {
        cases: count(summary, 'messages'),
        figures: `records right ${records.corePct} %, fields ${records.fieldsPct} %, not asked for ${records.spurious}; answers right ${answers.strictPct} %`,
      };
    },
  },
  {
    what: 'draft: questions after the year',
    needs: 'draft/score-year.mjs',
    command: (dir) => {
      const file = join(mkdtempSync(join(tmpdir(), 'eval-')), 'year.db');
      const questions = `${dir}/draft/year/questions.sample.jsonl`;
      return `${cli} import ${dir}/draft/year/import.jsonl --db ${file} && node ${dir}/draft/score-year.mjs --cmd "${cli}" --db ${file} --messages /dev/null --truth /dev/null --questions ${questions}`;
    },
    row: (summary) => {
      const answers = inner(summary, 'answers');
      return { cases: count(answers, 'want'), figures: `right ${answers.strictPct} %` };
    },
  },
  ...['', 'honest', 'inventor', 'swapper'].map(drafts),
];

export async function sharedRows(dir: string, verbose: boolean): Promise<Row[]> {
  const rows: Row[] = [];
  for (const scorer of scorers) {
    if (!existsSync(join(dir, scorer.needs))) continue;
    const printed = await printedBy(scorer.command(dir));
    if (verbose) process.stdout.write(printed);
    rows.push({ what: scorer.what, ...scorer.row(lastJson(printed), printed) });
  }
  return rows;
}

/** What a command prints, also when it ends with a fault. */
async function printedBy(command: string): Promise<string> {
  const { stdout } = await run('bash', ['-c', command], { maxBuffer: 64 << 20 }).catch(
    (error: { stdout?: string }) => ({
      stdout: error.stdout ?? '',
    }),
  );
  return stdout;
}

function lastJson(printed: string): Summary {
  try {
    return JSON.parse(printed.trim().split('\n').at(-1) ?? '{}') as Summary;
  } catch {
    return {};
  }
}
