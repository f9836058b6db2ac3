/** Second reading: what the rules doubt is put to the model, within the day's budget; without an answer the rules' stands. */
import { type Model, OutsideError } from '../ports.ts';
import type { Intent } from '../reply.ts';
import { readSetting } from '../store/people.ts';
import { dayOf } from '../time/day.ts';
import type { Context } from '../understand/context.ts';
import { readAgain } from '../understand/second/read-again.ts';
import type { Heard } from '../understand/understand.ts';
import type { OfficePorts } from './needs.ts';

/** A clerk waits so long for a receipt, all tries together. */
const patienceMs = 8_000;
/** After so many failures in a row the model is left alone for a while, so that nobody waits for nothing. */
const mostFailures = 3;
const restMs = 60_000;

/** Defaults of the office settings of the same names. */
export const modelDefaults = { modelReads: 'on', modelCalls: 500, modelTokens: 1_000_000 } as const;

interface Spending {
  day: string;
  calls: number;
  tokens: number;
  failures: number;
  restsUntil: number;
}

/** What a model has cost today, in this process, whichever ledger asked it. */
const spendings = new WeakMap<Model, Spending>();

type Needs = Pick<OfficePorts, 'db' | 'clock' | 'log' | 'model' | 'prompts' | 'zone'>;

export async function secondReading(
  ports: Needs,
  message: { readonly heard: Heard; readonly text: string; readonly context: Context },
  waits: () => void,
): Promise<readonly Intent[]> {
  const { model } = ports;
  const { heard } = message;
  if (!model || heard.doubts.length === 0) return heard.intents;
  const spending = spendingOf(ports, model);
  const held = heldBack(ports, spending);
  const facts = { doubts: heard.doubts.map(({ about }) => about) };
  if (held) {
    ports.log.info('the model was not asked', { ...facts, because: held });
    return heard.intents;
  }
  spending.calls += 1;
  try {
    const { intents, verdict } = await readAgain(heard, message, {
      model: telling(model, waits),
      prompts: ports.prompts,
      patienceMs,
      spent: (tokens) => {
        spending.tokens += tokens;
      },
    });
    spending.failures = 0;
    ports.log.info('a message was read again', { ...facts, verdict });
    return intents;
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    spending.failures += 1;
    if (spending.failures >= mostFailures) {
      spending.failures = 0;
      spending.restsUntil = ports.clock.now().getTime() + restMs;
    }
    ports.log.warn('a message was read by the rules alone', { ...facts, code: error.code, reason: error.message });
    return heard.intents;
  }
}

/** The same model, which says when somebody begins to wait for it. */
export function telling(model: Model, waits: () => void): Model {
  return {
    name: model.name,
    complete(request) {
      waits();
      return model.complete(request);
    },
  };
}

function spendingOf(ports: Needs, model: Model): Spending {
  const day = dayOf(ports.clock.now(), readSetting(ports.db, 'zone', ports.zone));
  const known = spendings.get(model) ?? { day, calls: 0, tokens: 0, failures: 0, restsUntil: 0 };
  if (known.day !== day) Object.assign(known, { day, calls: 0, tokens: 0 });
  spendings.set(model, known);
  return known;
}

/** Why the model is not asked now; undefined when it is. */
function heldBack({ db, clock }: Needs, spending: Spending): string | undefined {
  if (readSetting<string>(db, 'modelReads', modelDefaults.modelReads) === 'off') return 'switched off';
  if (spending.calls >= readSetting(db, 'modelCalls', modelDefaults.modelCalls)) return 'calls spent';
  if (spending.tokens >= readSetting(db, 'modelTokens', modelDefaults.modelTokens)) return 'tokens spent';
  return clock.now().getTime() < spending.restsUntil ? 'resting' : undefined;
}
