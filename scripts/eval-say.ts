/** Says messages to the command as a messenger would, and gives its answers by message. */
import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

export interface Said {
  readonly id: string;
  readonly text: string;
  readonly at: string;
  readonly from?: string | undefined;
  readonly role?: string | undefined;
  readonly chat?: string | undefined;
  readonly replyTo?: string | undefined;
}

/** A line of the command's log. */
export interface Told {
  readonly event: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface Around {
  readonly ledger?: string | undefined;
  /** Put over the environment of the command. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly told?: (line: Told) => void;
}

/** @returns the outcome of every message by its id; messages are said in the order of their time */
export async function outcomesOf<T>(said: readonly Said[], around: Around = {}): Promise<Map<string, T>> {
  const { ledger, environment, told } = around;
  const folder = mkdtempSync(join(tmpdir(), 'eval-'));
  try {
    const db = ledger ? imported(ledger, folder) : ':memory:';
    const lines = [...said].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    const child = execFile('node', ['dist/cli.js', 'say', '--jsonl', '--db', db], {
      maxBuffer: 256 << 20,
      env: { ...process.env, ...environment },
    });
    if (told) child.stderr?.setEncoding('utf8').on('data', (text: string) => linesTold(text).forEach(told));
    child.stdin?.end(`${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
    let out = '';
    for await (const part of child.stdout ?? []) out += String(part);
    const answers = out.trim().split('\n').filter(Boolean);
    return new Map(
      answers.map((line) => {
        const answer = JSON.parse(line) as T & { id: string };
        return [answer.id, answer];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the command logs is an event and its facts. */
function linesTold(text: string): Told[] {
  return text.split('\n').flatMap((line) => {
    const [, event, facts] = /^(.+?) (\{.*\})$/.exec(line) ?? [];
    return event && facts ? [{ event, facts: JSON.parse(facts) as Told['facts'] }] : [];
  });
}

function imported(ledger: string, folder: string): string {
  const plain = join(folder, 'ledger.jsonl');
  const bytes = readFileSync(ledger);
  writeFileSync(plain, ledger.endsWith('.gz') ? gunzipSync(bytes) : bytes);
  const db = join(folder, 'ledger.db');
  execFileSync('node', ['dist/cli.js', 'import', plain, '--db', db], { stdio: ['ignore', 'ignore', 'inherit'] });
  return db;
}

/** The lines of a JSONL file. */
export function linesOf<T>(file: string): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

/** A file among the project's own cases. */
export function ownFile(name: string): string {
  return join(import.meta.dirname, '..', 'tests', 'evals', name);
}
