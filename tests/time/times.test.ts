/** The project's own phrases: what each means on the day it was said, with the reason beside it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readTimes } from '../../src/time/phrase.ts';

type Ranges = readonly (readonly [start: string | null, end: string | null])[];

interface TimeCase {
  readonly lang: 'zh' | 'en';
  readonly text: string;
  readonly ref: string;
  readonly expect: Ranges;
  /** Readings as good as the first. */
  readonly or?: readonly Ranges[];
}

const lines = readFileSync(join(import.meta.dirname, '..', 'evals', 'times.jsonl'), 'utf8')
  .trim()
  .split('\n');
const cases = lines.map((line) => JSON.parse(line) as TimeCase);

it.each(cases.map((one) => [one.text, one] as const))('%s', (text, one) => {
  const got = readTimes(text, { now: one.ref.slice(0, 10), lang: one.lang }).map(({ start, end }) => [start, end]);
  expect([one.expect, ...(one.or ?? [])]).toContainEqual(got);
});
