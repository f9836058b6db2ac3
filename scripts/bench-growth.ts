/** How the work of each reader grows with the length of what it reads. */
import { readNumbers } from '../src/numbers.ts';
import { readTimes } from '../src/time/phrase.ts';
import { messageMarks, plainMessage } from '../src/understand/message-marks.ts';
import { statementsIn } from '../src/understand/statements.ts';
import { pieces, repeated } from '../tests/support/nasty.ts';
import { contextAt } from '../tests/understand/heard.ts';

const report = '11月18日至19日,王区长带队督查城东街道环境整治3次,发现问题12个,整改9个;收文23件,办结率98.5%。';
const lengths = [1250, 2500, 5000, 10_000];
const readers: readonly (readonly [name: string, read: (text: string) => unknown])[] = [
  ['time', (text) => readTimes(text, { now: '2026-11-20' })],
  ['numbers', readNumbers],
  ['understand', heard],
];
/** Shapes that once grew faster than their length. */
const shapes: readonly string[] = ['十', '1', '3、', '《', '「“', '关于a的', '没办结'];

/** What the ear does with a statement; it refuses a message of more than 5,000 characters before it comes to that. */
function heard(text: string): unknown {
  const context = contextAt();
  return statementsIn(messageMarks(plainMessage(text, context), context), context);
}

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

/** A row for a text of reports, for the nasty piece that takes longest, and for each of the shapes. */
export function growthRows(): string[][] {
  return readers.flatMap(([name, read]) => {
    read(repeated(report, 500));
    const slowest = pieces
      .map((piece) => ({ piece, cost: work(() => read(repeated(piece, 5000))) }))
      .sort((a, b) => b.cost - a.cost)[0]!.piece;
    const named = [
      ['reports', report],
      [`worst of ${pieces.length} nasty texts (${JSON.stringify(slowest)})`, slowest],
      ...(name === 'understand' ? shapes.map((shape) => [JSON.stringify(shape), shape]) : []),
    ] as const;
    return named.map(([shape, piece]) => {
      const costs = lengths.map((length) => work(() => read(repeated(piece!, length))));
      return [
        `${name}, ${shape}`,
        ...lengths.map((length, place) => `${length}: ${costs[place]!.toFixed(1)} ms`),
        `twice the length costs ${(costs.at(-1)! / costs.at(-2)!).toFixed(1)} x`,
      ];
    });
  });
}
