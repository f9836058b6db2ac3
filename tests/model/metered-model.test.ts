/** What is told of a model's work: calls, failures, time and tokens by task, and never a word of what was said. */
import { expect, it } from 'vitest';
import { meteredModel } from '../../src/model/metered-model.ts';
import { type Model, OutsideError } from '../../src/ports.ts';

it('counts by task and logs without content', async () => {
  let now = 0;
  const lines: unknown[] = [];
  const answers: (() => string)[] = [
    () => {
      now += 700;
      return '秘密的回答';
    },
    () => {
      now += 8000;
      throw new OutsideError('the model was late', { retryable: true, code: 'late' });
    },
  ];
  const model: Model = {
    name: 'test',
    async complete({ spent }) {
      spent?.(120);
      return answers.shift()!();
    },
  };
  const metered = meteredModel(model, {
    clock: { now: () => new Date(now) },
    log: { info: (event, facts) => lines.push([event, facts]), warn() {}, error() {} },
  });
  const used: number[] = [];
  const request = { task: 'read-message', system: '系统词', user: '王秀英来信', spent: (n: number) => used.push(n) };
  expect(await metered.complete(request)).toBe('秘密的回答');
  await expect(metered.complete(request)).rejects.toBeInstanceOf(OutsideError);
  expect(lines).toEqual([
    ['the model was asked', { task: 'read-message', ms: 700, tokens: 120 }],
    ['the model was asked', { task: 'read-message', ms: 8000, tokens: 120, failure: 'late' }],
  ]);
  expect(used).toEqual([120, 120]);
  const samples = Object.fromEntries(
    metered.families().flatMap(({ name, samples }) => samples.map(([labels, value]) => [name + labels, value])),
  );
  expect(samples).toMatchObject({
    'model_calls_total{task="read-message"}': 2,
    'model_failures_total{task="read-message",reason="late"}': 1,
    'model_tokens_total{task="read-message"}': 240,
    'model_seconds_bucket{task="read-message",le="1"}': 1,
    'model_seconds_bucket{task="read-message",le="8"}': 2,
    'model_seconds_bucket{task="read-message",le="+Inf"}': 2,
    'model_seconds_sum{task="read-message"}': 8.7,
    'model_seconds_count{task="read-message"}': 2,
  });
});
