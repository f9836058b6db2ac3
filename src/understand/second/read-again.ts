/** Asks a model about the one thing the rules doubt; its answer is material, and the rules' reading stands without it. */
import { kindOf } from '../../kinds/all.ts';
import type { Model } from '../../ports.ts';
import type { Intent } from '../../reply.ts';
import type { Context } from '../context.ts';
import type { Doubt } from '../doubts.ts';
import { messageMarks, plainMessage } from '../message-marks.ts';
import { secretIn } from '../secret.ts';
import type { Heard } from '../understand.ts';
import { jsonIn } from './json-in.ts';
import { masked } from './masked.ts';
import { MessageReading, settleMessage } from './message-reading.ts';
import { fenced, filled, messageSlots, questionSlots } from './prompt.ts';
import { QuestionReading, settleQuestion } from './question-reading.ts';
import { strictSchema } from './strict-schema.ts';

export interface Asking {
  readonly model: Model;
  readonly prompts: Readonly<Record<string, string>>;
  readonly patienceMs: number;
  /** Is told the tokens used. */
  readonly spent?: (tokens: number) => void;
}

/** What came of asking, for the log: nothing of the words. */
export type Verdict = 'unreadable' | 'as before' | 'changed';

export interface ReadAgain {
  readonly intents: readonly Intent[];
  readonly verdict: Verdict;
}

const mostTokens = 800;
const tasks = {
  question: { name: 'read-question', shape: QuestionReading },
  message: { name: 'read-message', shape: MessageReading },
} as const;

/** Which prompt a doubt is asked with. */
export function taskOf(doubts: readonly Doubt[]): 'question' | 'message' {
  return doubts.some(({ about }) => about === 'question') ? 'question' : 'message';
}

/**
 * Without a doubt nothing is asked, and never of a secret.
 * @throws OutsideError where the model fails or is late
 */
export async function readAgain(
  heard: Heard,
  message: { readonly text: string; readonly context: Context },
  asking: Asking,
): Promise<ReadAgain> {
  const { text, context } = message;
  const task = taskOf(heard.doubts);
  const template = asking.prompts[tasks[task].name];
  const asBefore: ReadAgain = { intents: heard.intents, verdict: 'as before' };
  if (heard.doubts.length === 0 || !template || secretIn(text)) return asBefore;
  const plain = plainMessage(text, context);
  const hidden = masked(plain);
  const doubt = doubtText(heard);
  const slots =
    task === 'question' ? questionSlots(hidden.text, doubt, context) : messageSlots(hidden.text, doubt, context);
  const answer = await asking.model.complete({
    task: tasks[task].name,
    system: filled(template, slots),
    user: fenced(hidden.text),
    maxTokens: mostTokens,
    shape: { name: tasks[task].name, schema: strictSchema(tasks[task].shape) },
    patienceMs: asking.patienceMs,
    ...(asking.spent ? { spent: asking.spent } : {}),
  });
  const json = jsonIn(answer);
  const settled = settle(restored(json, hidden.restore), heard, { plain, context, task });
  if (!settled) return { intents: heard.intents, verdict: 'unreadable' };
  return settled === heard.intents || JSON.stringify(settled) === JSON.stringify(heard.intents)
    ? asBefore
    : { intents: settled, verdict: 'changed' };
}

function settle(
  json: unknown,
  heard: Heard,
  said: { readonly plain: string; readonly context: Context; readonly task: 'question' | 'message' },
): readonly Intent[] | undefined {
  const { plain, context } = said;
  if (said.task === 'question') {
    const reading = QuestionReading.safeParse(json);
    return reading.success ? settleQuestion(heard.intents, reading.data, said) : undefined;
  }
  const reading = MessageReading.safeParse(json);
  return reading.success
    ? settleMessage(heard, reading.data, { marks: messageMarks(plain, context), context })
    : undefined;
}

/** What was hidden is put back into every text of the answer. */
function restored(json: unknown, restore: (text: string) => string): unknown {
  if (typeof json === 'string') return restore(json);
  if (Array.isArray(json)) return json.map((part) => restored(part, restore));
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, restored(value, restore)]));
}

/** In words of the program; a word of the message that was not understood is seen in the message itself. */
function doubtText({ doubts, intents }: Heard): string {
  const [first] = doubts;
  switch (first?.about) {
    case 'message':
      return '没有看出它说的是哪一类的事';
    case 'kind':
      return '没有把握它是哪一类的事';
    case 'field': {
      const items = (intents[0]?.items ?? []) as readonly { entry: { kind: string } }[];
      const kind = kindOf(items[first.item]?.entry.kind ?? '');
      return `缺了字段“${kind?.fields[first.field]?.label.zh ?? first.field}”（${kind?.id ?? ''}.${first.field}）`;
    }
    default:
      return '有的话没有看懂，或者没有看出问的是哪一类';
  }
}
