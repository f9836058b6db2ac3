/** A second reading of a question: the same question in the ledger's words, read by the rules and put up for choice. */
import { z } from 'zod';
import type { AskIntent, FindIntent } from '../../intents/ask-shape.ts';
import { kindOf } from '../../kinds/all.ts';
import { readNumbers } from '../../numbers.ts';
import type { Intent } from '../../reply.ts';
import type { Context } from '../context.ts';
import { normalise } from '../normalise.ts';
import { type Frame, readFrame } from '../question/frame.ts';
import { readQuestion } from '../question/question.ts';
import { choiceOf } from './offered.ts';

export const QuestionReading = z.object({ question: z.string().max(300) });
export type QuestionReading = z.infer<typeof QuestionReading>;

/**
 * @param plain the question as it was said
 * @returns a choice where the restated question is whole and about the same days, units and names; else the rules' own
 */
export function settleQuestion(
  intents: readonly Intent[],
  reading: QuestionReading,
  said: { readonly plain: string; readonly context: Context },
): readonly Intent[] {
  const restated = normalise(reading.question);
  if (restated === '' || restated === said.plain) return intents;
  const context = { ...said.context, question: null };
  const read = readQuestion(restated, context);
  if (!read || !isWhole(read)) return intents;
  const [asked, again] = [readFrame(said.plain, context), readFrame(restated, context)];
  if (!isSame(asked, again) || !namesOnlySaid(read, said.plain)) return intents;
  const wider = widened(intents);
  return [choiceOf(wider ? [read, wider] : [read], said.plain)];
}

function isWhole(intent: Intent): boolean {
  return (intent.do === 'ask' && (intent as AskIntent).trouble === undefined) || intent.do === 'find';
}

/** The days, units, names, numbers, parts and comparisons of the question are all there, and no other. */
function isSame(asked: Frame, again: Frame): boolean {
  const days = (frame: Frame) =>
    alike(frame.times.map(({ start, end, comparison }) => `${start}..${end} ${comparison}`));
  const names = (frame: Frame) => alike([...frame.units, ...frame.people].map(({ value }) => value));
  const numbers = (frame: Frame) => alike(readNumbers(frame.text).map(({ value }) => String(value)));
  const forms = (frame: Frame) =>
    JSON.stringify([
      frame.group?.step ?? Boolean(frame.group),
      frame.top ?? null,
      frame.per ?? null,
      frame.average,
      frame.compare ?? null,
      frame.due,
      frame.added,
      frame.altogether,
    ]);
  return (
    days(asked) === days(again) &&
    names(asked) === names(again) &&
    alike(asked.titles) === alike(again.titles) &&
    numbers(asked) === numbers(again) &&
    forms(asked) === forms(again)
  );
}

function alike(parts: readonly string[]): string {
  return [...parts].sort().join('\n');
}

/** A condition that is no choice of the kind's must be in the question's own words. */
function namesOnlySaid(intent: Intent, plain: string): boolean {
  const parts = intent.do === 'ask' ? (intent as AskIntent).figures : [intent as unknown as FindIntent];
  return parts.every(({ kind: id, filters }) =>
    filters.every(({ field, said, values }) => {
      const declared = kindOf(id ?? '')?.fields[field];
      if (!declared || declared.choices) return true;
      return plain.includes(said ?? values[0] ?? '') || values.some((value) => plain.includes(value));
    }),
  );
}

/** The rules' reading without the word they did not understand. */
function widened([only]: readonly Intent[]): Intent | undefined {
  if (only?.do !== 'ask') return undefined;
  const { trouble, ...wider } = only as AskIntent;
  return trouble?.because === 'unread' ? wider : undefined;
}
