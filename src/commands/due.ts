/** `taizhang due`: when something falls due, for scripts and for people. */
import { isDay } from '../time/day.ts';
import { type DueOptions, derive, dueDay, isRuleId, type Pause, rules } from '../time/deadline.ts';
import { type Command, CommandError, jsonLines, option, printJson, printLine, UsageError } from './command.ts';

function readPauses(value: unknown): Pause[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new Error('pauses: not a list');
  return value.map((pause: Partial<Pause> | null) => {
    if (!isDay(pause?.from)) throw new Error('pauses: from is not a day');
    if (pause.to !== undefined && pause.to !== null && !isDay(pause.to)) throw new Error('pauses: to is not a day');
    return { from: pause.from, to: pause.to ?? null };
  });
}

function readOptions(value: Record<string, unknown>): DueOptions {
  return { pauses: readPauses(value.pauses), extended: value.extended === true };
}

function dueOf(value: Record<string, unknown>): string | null {
  if (!isRuleId(value.rule)) throw new Error(`unknown rule ${JSON.stringify(value.rule)}`);
  if (!isDay(value.from)) throw new Error(`from is not a day: ${JSON.stringify(value.from)}`);
  return dueDay(value.rule, value.from, readOptions(value));
}

async function answerLines(): Promise<number> {
  for await (const { line, value, error } of jsonLines()) {
    if (!value) {
      printJson({ line, error });
      continue;
    }
    try {
      printJson({ id: value.id, due: dueOf(value) });
    } catch (fault) {
      printJson({ id: value.id, error: fault instanceof Error ? fault.message : String(fault) });
    }
  }
  return 0;
}

export const due: Command = {
  name: 'due',
  usage: '--jsonl | RULE FROM [--extended]',
  summary: 'when something falls due, by the rules of law and house',
  options: { jsonl: { type: 'boolean' }, extended: { type: 'boolean' }, lang: { type: 'string' } },
  run(args) {
    if (args.values.jsonl) return answerLines();
    const [rule, from] = args.words;
    if (!isRuleId(rule)) throw new UsageError(`RULE is one of: ${Object.keys(rules).join(' ')}`);
    if (!isDay(from)) throw new UsageError('FROM is a day like 2026-09-21');
    try {
      const { due: day, steps } = derive(rule, from, { extended: args.values.extended === true });
      if (args.values.json) printJson({ rule, from, due: day, steps });
      else for (const step of steps) printLine(option(args, 'lang') === 'en' ? step.en : step.zh);
      return 0;
    } catch (fault) {
      throw new CommandError(fault instanceof Error ? fault.message : String(fault));
    }
  },
};
