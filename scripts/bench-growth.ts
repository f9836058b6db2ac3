/** How the work of each reader grows with the length of what it reads. */
import { readNumbers } from '../src/numbers.ts';
import { readTimes } from '../src/time/phrase.ts';
import { pieces, repeated } from '../tests/support/nasty.ts';
import { contextAt, hear } from '../tests/understand/heard.ts';

const report = '11月18日至19日,王区长带队督查城东街道环境整治3次,发现问题12个,整改9个;收文23件,办结率98.5%。';
const readers: readonly (readonly [name: string, lengths: readonly number[], read: (text: string) => unknown])[] = [
  ['time', [1250, 2500, 5000, 10_000], (text) => readTimes(text, { now: '2026-11-20' })],
  ['numbers', [1250, 2500, 5000, 10_000], readNumbers],
  ['understand', [600, 1250, 2500, 5000], (text) => hear(text, contextAt())],
];

/** Milliseconds of processor time, the best of three. */
function work(run: () => unknown): number {
  const goes = [0, 1, 2].map(() => {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...goes);
}

/** A row for a text of reports, and one for the nasty piece that takes longest. */
export function growthRows(): string[][] {
  return readers.flatMap(([name, lengths, read]) => {
    read(repeated(report, 500));
    const longest = lengths.at(-1)!;
    const slowest = pieces
      .map((piece) => ({ piece, cost: work(() => read(repeated(piece, longest))) }))
      .sort((a, b) => b.cost - a.cost)[0]!.piece;
    return [report, slowest].map((piece, place) => [
      `${name}, ${place === 0 ? 'reports' : `worst of ${pieces.length} nasty texts (${JSON.stringify(piece)})`}`,
      ...lengths.map((length) => `${length}: ${work(() => read(repeated(piece, length))).toFixed(1)} ms`),
    ]);
  });
}
