/** Whatever is typed, the readers neither throw nor hang, and twice the text takes about twice the work. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumbers } from '../src/numbers.ts';
import { readTimes } from '../src/time/phrase.ts';
import { normalise } from '../src/understand/normalise.ts';
import { secretIn } from '../src/understand/secret.ts';
import { testOffice } from './support/fixed.ts';
import { characters, pieces, repeated } from './support/nasty.ts';
import { contextAt, hear } from './understand/heard.ts';

const readers: readonly (readonly [name: string, longest: number, read: (text: string) => unknown])[] = [
  ['readTimes', 10_000, (text) => readTimes(text, { now: '2026-11-20' })],
  ['readNumbers', 10_000, readNumbers],
  ['normalise', 10_000, normalise],
  ['secretIn', 10_000, secretIn],
  ['understand', 5_000, (text) => hear(text, contextAt())],
];
const text = fc.string({ unit: fc.constantFrom(...characters), maxLength: 60 });

describe.each(readers)('%s', (_name, longest, read) => {
  it('takes any characters', () => {
    fc.assert(
      fc.property(text, (said) => {
        read(said);
      }),
      { numRuns: 300 },
    );
  });

  it('takes any text of any script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (said) => {
        read(said);
      }),
      { numRuns: 200 },
    );
  });

  it('takes a hundred kilobytes of anything', () => {
    for (const piece of pieces) read(repeated(piece, longest > 5_000 && piece.length === 1 ? 20_000 : 5_100));
    read(repeated('今天督查了农村教育3次,', 100_000).slice(0, longest === 5_000 ? 100_000 : 30_000));
  });

  it('works in proportion to the length', () => {
    const steep = pieces.filter((piece) => {
      const [short, long] = [repeated(piece, longest / 4), repeated(piece, longest)];
      read(repeated(piece, 300));
      const few = work(() => read(short));
      const many = work(() => read(long));
      // Four times the text at about four times the work; sixteen times would be its square. Little work is no measure.
      return many > 400 && many > few * 14;
    });
    expect(steep).toEqual([]);
  });
});

/** Milliseconds of this process's own time, the better of two goes, so that a busy machine does not count. */
function work(run: () => unknown): number {
  const spent = () => {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  const first = spent();
  return first < 400 ? first : Math.min(first, spent());
}

describe('spans', () => {
  it('are places of the text as it was said', () => {
    fc.assert(
      fc.property(text, (said) => {
        for (const span of readTimes(said, { now: '2026-11-20' })) {
          expect(said.slice(span.index, span.index + span.text.length)).toBe(span.text);
          expect((span.start ?? '0000') < (span.end ?? '9999')).toBe(true);
        }
        for (const span of readNumbers(said)) {
          expect(said.slice(span.index, span.end)).toBe(span.text);
          expect(Number.isNaN(span.value)).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });
});

it('answers whatever is said', async () => {
  const { say } = testOffice();
  for (const piece of pieces) expect(await say(repeated(piece, 400))).toBeTypeOf('string');
  await fc.assert(
    fc.asyncProperty(text, async (said) => {
      expect(await say(said)).toBeTypeOf('string');
    }),
    { numRuns: 60 },
  );
});
