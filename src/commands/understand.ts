/** `understand`: what a message is taken for, without storing anything. */

import { dayOf, instantOf } from '../time/day.ts';
import type { Context } from '../understand/context.ts';
import { understand } from '../understand/understand.ts';
import { type Command, jsonLines, option, printJson, UsageError } from './command.ts';

const zone = 'Asia/Shanghai';

export const understandCommand: Command = {
  name: 'understand',
  usage: 'TEXT | --jsonl',
  summary: 'shows what a message is taken for; stores nothing',
  options: { jsonl: { type: 'boolean' } },
  async run(args) {
    const at = option(args, 'at');
    if (!args.values.jsonl) {
      const text = args.words.join(' ');
      if (!text) throw new UsageError('understand what? taizhang understand "今天督查了农村教育"');
      printJson({ id: null, intents: understand(text, contextAt(at)) });
      return 0;
    }
    for await (const { line, value, error } of jsonLines()) {
      if (!value || typeof value.text !== 'string') {
        printJson({ id: value?.id ?? null, error: `line ${line}: ${error ?? 'text is missing'}` });
        continue;
      }
      const said = typeof value.at === 'string' ? value.at : at;
      printJson({ id: value.id ?? null, intents: understand(value.text, contextAt(said)) });
    }
    return 0;
  },
};

/** A conversation that has just begun, in an office whose ledger is empty. */
function contextAt(at: string | undefined): Context {
  const now = at ? instantFrom(at) : new Date();
  return {
    now,
    today: dayOf(now, zone),
    zone,
    speaker: { id: 'console', name: 'console', section: '' },
    units: [],
    repliedTo: [],
    recent: [],
    list: [],
    pending: null,
    question: null,
    find: () => [],
  };
}

/** An instant without offset is office time. */
function instantFrom(text: string): Date {
  if (/(?:Z|[+-]\d{2}:?\d{2})$/i.test(text)) return new Date(text);
  const [day = '', time = '00:00'] = text.split(/[T ]/);
  const instant = instantOf(day, time.slice(0, 5), zone);
  if (Number.isNaN(instant.getTime())) throw new UsageError(`--at wants an instant, not "${text}"`);
  return instant;
}
