/** Runs the scorers of a folder of case sets (log, ask, time, due, draft), leaving out what the folder lacks. */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Text } from '../src/reply.ts';
import { percent, type Report, type Row } from './eval-row.ts';

const run = promisify(execFile);
const cli = 'node dist/cli.js';

type Summary = Readonly<Record<string, unknown>>;

interface Scorer {
  readonly what: Text;
  /** Without this file the scorer is left out. */
  readonly needs: string;
  command(dir: string): string;
  /** From the JSON of the last line, or from all that was printed. */
  row(summary: Summary, printed: string): { cases: number; figures: Text };
}

const count = (summary: Summary, name: string): number => Number(summary[name]);
const inner = (summary: Summary, name: string): Summary => (summary[name] ?? {}) as Summary;

const times = (kind: 'core' | 'ambiguous'): Scorer => ({
  what:
    kind === 'core'
      ? { zh: '日期说法（无歧义）', en: 'date expressions, unambiguous' }
      : { zh: '日期说法（有歧义）', en: 'date expressions, ambiguous' },
  needs: 'time/run.mjs',
  command: (dir) =>
    `node ${dir}/time/run.mjs --cases ${dir}/time/cases.dev.jsonl --class ${kind} --mode product -- ${cli} time --jsonl`,
  row: (_summary, printed) => {
    const [, right = '0', all = '0'] = /pass (\d+)\/(\d+)/.exec(printed) ?? [];
    return { cases: Number(all), figures: rightOf(Number(right) / Number(all)) };
  },
});

const drafts = (mood: string): Scorer => ({
  what: {
    zh: `年度总结${mood ? `，模型“${mood}”` : ''}`,
    en: `annual summary${mood ? `, model "${mood}"` : ''}`,
  },
  needs: 'draft/score-draft.mjs',
  command: (dir) => `node ${dir}/draft/score-draft.mjs --cmd "${cli}"${mood ? ` --model ${mood}` : ''}`,
  row: (summary) => ({
    cases: 1,
    figures: draftFigures(summary),
  }),
});

const rightOf = (share: number): Text => ({ zh: `对 ${percent(share)}`, en: `right ${percent(share)}` });

function draftFigures(summary: Summary): Text {
  const wanted = `${summary.mustInSection}/${summary.must}`;
  const mentioned = `${summary.mentionsInSection}/${summary.mentions}`;
  const loose =
    count(summary, 'figuresWithoutFact') + count(summary, 'hanWithoutFact') + count(summary, 'unboundListed');
  return {
    zh: `应有数字 ${wanted}，应提事项 ${mentioned}，没有出处的数字 ${loose}，不该出现的 ${summary.forbidden}`,
    en: `figures wanted ${wanted}, mentions ${mentioned}, figures without a record ${loose}, forbidden ${summary.forbidden}`,
  };
}

const scorers: readonly Scorer[] = [
  {
    what: { zh: '一线消息', en: 'messages as a clerk writes them' },
    needs: 'log/score.mjs',
    command: (dir) =>
      `node ${dir}/log/score.mjs --corpus ${dir}/log/dev.jsonl --cmd "${cli} say --jsonl --db :memory:" --verbose`,
    row: (summary) => ({
      cases: count(summary, 'cases'),
      figures: {
        zh: `全对 ${percent(count(summary, 'accuracy'))}，错记 ${percent(count(summary, 'wrongWrites'))}，漏记 ${percent(count(summary, 'missed'))}`,
        en: `right ${percent(count(summary, 'accuracy'))}, wrong writes ${percent(count(summary, 'wrongWrites'))}, missed ${percent(count(summary, 'missed'))}`,
      },
    }),
  },
  {
    what: { zh: '提问', en: 'questions over a ledger of three years' },
    needs: 'ask/score.mjs',
    command: (dir) =>
      `node ${dir}/ask/score.mjs --import "${cli} import ledger.jsonl --db FILE" --cmd "${cli} say --jsonl --db FILE" --split dev --verbose`,
    row: (summary) => {
      const all = count(summary, 'questions');
      const [right, wrong, declined] = ['right', 'wrong', 'declined'].map((name) =>
        percent(count(summary, name) / all),
      );
      return {
        cases: all,
        figures: {
          zh: `答对 ${right}，答错 ${wrong}，未答 ${declined}`,
          en: `right ${right}, wrong ${wrong}, declined ${declined}`,
        },
      };
    },
  },
  times('core'),
  times('ambiguous'),
  {
    what: { zh: '数字、百分比、序数', en: 'numbers, percents, ordinals' },
    needs: 'time/run-num.mjs',
    command: (dir) => `node ${dir}/time/run-num.mjs --cases ${dir}/time/numbers.dev.jsonl -- ${cli} numbers --jsonl`,
    row: (_summary, printed) => {
      const parts = [...printed.matchAll(/"n":(\d+),"pass":(\d+)/g)].map(
        (part) => [Number(part[1]), Number(part[2])] as const,
      );
      const all = parts.reduce((sum, [n]) => sum + n, 0);
      return { cases: all, figures: rightOf(parts.reduce((sum, [, right]) => sum + right, 0) / all) };
    },
  },
  {
    what: { zh: '法定期限', en: 'legal deadlines' },
    needs: 'due/score.mjs',
    command: (dir) => `node ${dir}/due/score.mjs --cases ${dir}/due/dev.jsonl --cmd "${cli} due --jsonl"`,
    row: (summary) => ({
      cases: count(summary, 'cases'),
      figures: rightOf(count(summary, 'agree') / count(summary, 'cases')),
    }),
  },
  {
    what: { zh: '一个季度的消息', en: 'a quarter of messages' },
    needs: 'draft/score-year.mjs',
    command: (dir) => `node ${dir}/draft/score-year.mjs --cmd "${cli}"`,
    row: (summary) => {
      const [records, answers] = [inner(summary, 'records'), inner(summary, 'answers')];
      return {
        cases: count(summary, 'messages'),
        figures: {
          zh: `记录对 ${records.corePct} %，字段对 ${records.fieldsPct} %，多记 ${records.spurious}；答对 ${answers.strictPct} %`,
          en: `records right ${records.corePct} %, fields ${records.fieldsPct} %, not asked for ${records.spurious}; answers right ${answers.strictPct} %`,
        },
      };
    },
  },
  {
    what: { zh: '年底的提问', en: 'questions at the end of that year' },
    needs: 'draft/score-year.mjs',
    command: (dir) => {
      const file = join(mkdtempSync(join(tmpdir(), 'eval-')), 'year.db');
      const questions = `${dir}/draft/year/questions.sample.jsonl`;
      return `${cli} import ${dir}/draft/year/import.jsonl --db ${file} && node ${dir}/draft/score-year.mjs --cmd "${cli}" --db ${file} --messages /dev/null --truth /dev/null --questions ${questions}`;
    },
    row: (summary) => {
      const answers = inner(summary, 'answers');
      return { cases: count(answers, 'want'), figures: rightOf(count(answers, 'strictPct') / 100) };
    },
  },
  ...['', 'honest', 'inventor', 'swapper'].map(drafts),
];

/** @param dir the folder; a scorer it lacks is left out */
export async function sharedReport(dir: string): Promise<Report> {
  const rows: Row[] = [];
  const failures: string[] = [];
  for (const scorer of scorers) {
    if (!existsSync(join(dir, scorer.needs))) continue;
    const printed = await printedBy(scorer.command(dir));
    failures.push(printed);
    rows.push({ what: scorer.what, ...scorer.row(lastJson(printed), printed) });
  }
  return { rows, details: [], failures };
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
