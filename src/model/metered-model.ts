/** Counts what a model is asked and how it answers, by task; of the words nothing is kept and nothing logged. */
import { type Clock, type Log, type MetricFamily, type Model, OutsideError } from '../ports.ts';

export interface MeteredModel extends Model {
  families(): readonly MetricFamily[];
}

interface Tally {
  calls: number;
  tokens: number;
  seconds: number;
  /** Calls that took no longer than each bound. */
  readonly within: number[];
  readonly failures: Map<string, number>;
}

const bounds = [0.5, 1, 2, 4, 8, 16];

export function meteredModel(model: Model, { clock, log }: { clock: Clock; log: Log }): MeteredModel {
  const tallies = new Map<string, Tally>();
  const tallyOf = (task: string): Tally => {
    const known = tallies.get(task) ?? {
      calls: 0,
      tokens: 0,
      seconds: 0,
      within: bounds.map(() => 0),
      failures: new Map(),
    };
    tallies.set(task, known);
    return known;
  };
  return {
    name: model.name,
    async complete(request) {
      const task = request.task ?? 'other';
      const tally = tallyOf(task);
      const begun = clock.now().getTime();
      let tokens = 0;
      const told = {
        ...request,
        spent: (used: number) => {
          tokens += used;
          request.spent?.(used);
        },
      };
      const done = (failure?: string): void => {
        const ms = clock.now().getTime() - begun;
        count(tally, { ms, tokens, failure });
        log.info('the model was asked', { task, ms, tokens, ...(failure ? { failure } : {}) });
      };
      try {
        const text = await model.complete(told);
        done();
        return text;
      } catch (error) {
        done(error instanceof OutsideError ? String(error.code ?? 'refused') : 'fault');
        throw error;
      }
    },
    families: () => familiesOf(tallies),
  };
}

function count(tally: Tally, call: { ms: number; tokens: number; failure: string | undefined }): void {
  tally.calls += 1;
  tally.tokens += call.tokens;
  tally.seconds += call.ms / 1000;
  for (const [at, bound] of bounds.entries()) if (call.ms <= bound * 1000) tally.within[at]! += 1;
  if (call.failure) tally.failures.set(call.failure, (tally.failures.get(call.failure) ?? 0) + 1);
}

function familiesOf(tallies: ReadonlyMap<string, Tally>): MetricFamily[] {
  const all = [...tallies];
  return [
    {
      name: 'model_calls_total',
      type: 'counter',
      samples: all.map(([task, { calls }]) => [`{task="${task}"}`, calls]),
    },
    {
      name: 'model_failures_total',
      type: 'counter',
      samples: all.flatMap(([task, { failures }]) =>
        [...failures].map(([reason, times]) => [`{task="${task}",reason="${reason}"}`, times] as const),
      ),
    },
    {
      name: 'model_tokens_total',
      type: 'counter',
      samples: all.map(([task, { tokens }]) => [`{task="${task}"}`, tokens]),
    },
    {
      name: 'model_seconds',
      type: 'histogram',
      samples: all.flatMap(([task, { calls, seconds, within }]) => [
        ...bounds.map((bound, at) => [`_bucket{task="${task}",le="${bound}"}`, within[at]!] as const),
        [`_bucket{task="${task}",le="+Inf"}`, calls] as const,
        [`_sum{task="${task}"}`, seconds] as const,
        [`_count{task="${task}"}`, calls] as const,
      ]),
    },
  ];
}
