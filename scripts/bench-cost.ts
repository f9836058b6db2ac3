/** What a command costs: its own processor time on one core, the start-up taken out, the best of several goes. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const pinned = spawnSync('taskset', ['-c', '0', 'true']).status === 0 ? 'taskset -c 0 ' : '';

let files = 0;
function fileOf(lines: readonly string[]): string {
  files += 1;
  const file = join(folder, `${files}.jsonl`);
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}

/** Seconds of processor time of one go. */
function spent(command: string, file: string): number {
  const timed = `TIMEFORMAT='%U %S'; time ${pinned}${command} < ${file} > /dev/null`;
  const { stderr, status } = spawnSync('bash', ['-c', timed], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const [user = Number.NaN, system = 0] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
  if (status !== 0 || Number.isNaN(user)) throw new Error(`${command} failed: ${stderr.slice(-400)}`);
  return user + system;
}

export interface Cost {
  /** Lines a second of processor time. */
  readonly rate: number;
  /** Seconds to start. */
  readonly start: number;
}

/** Measures several commands turn by turn, so that a busy moment strikes all of them. */
export function costs(commands: readonly string[], lines: readonly string[], goes: number): Cost[] {
  const copies = Math.max(4, Math.ceil(2000 / lines.length));
  const once = fileOf(lines);
  // Every line under a number of its own: a message that is told twice would be answered from memory.
  const often = fileOf(
    Array.from({ length: copies }, (_, copy) =>
      lines.map((line) => {
        const read = JSON.parse(line) as { id: string };
        return JSON.stringify({ ...read, id: `${read.id}~${copy}` });
      }),
    ).flat(),
  );
  const best = commands.map(() => ({ once: Number.POSITIVE_INFINITY, often: Number.POSITIVE_INFINITY }));
  for (let go = 0; go < goes; go += 1) {
    for (const [place, command] of commands.entries()) {
      best[place]!.once = Math.min(best[place]!.once, spent(command, once));
      best[place]!.often = Math.min(best[place]!.often, spent(command, often));
    }
  }
  return best.map(({ once: short, often: long }) => {
    const each = (long - short) / ((copies - 1) * lines.length);
    return { rate: 1 / each, start: Math.max(0, short - each * lines.length) };
  });
}
