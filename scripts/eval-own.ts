/** The project's own messages through the whole pipeline, each judged against what a careful clerk would have filed. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { percent, type Row } from './eval-row.ts';
import { type Expected, judge, type Outcome } from './judge.ts';

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

export async function ownRows(verbose: boolean): Promise<Row[]> {
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
    if (!verdict.right && verbose)
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
