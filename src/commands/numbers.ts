/** `taizhang numbers`: the numbers a sentence says, for scripts and for people. */
import { type NumberSpan, readNumbers } from '../numbers.ts';
import { type Command, jsonLines, printJson, printLine, UsageError } from './command.ts';

/** Percents and ordinals are asked for by name; plain numbers are everything a reader would count with. */
function wanted(kind: unknown): (span: NumberSpan) => boolean {
  if (kind === 'percent') return (span) => span.percent === true;
  if (kind === 'ordinal') return (span) => span.ordinal === true;
  return () => true;
}

async function answerLines(): Promise<number> {
  for await (const { line, value, error } of jsonLines()) {
    if (typeof value?.text !== 'string') {
      printJson({ id: value?.id, line, error: error ?? 'text is missing' });
      continue;
    }
    const spans = readNumbers(value.text).filter(wanted(value.kind));
    printJson({ id: value.id, values: spans.map((span) => span.value) });
  }
  return 0;
}

export const numbers: Command = {
  name: 'numbers',
  usage: '--jsonl | TEXT',
  summary: 'the numbers a text says',
  options: { jsonl: { type: 'boolean' } },
  run(args) {
    if (args.values.jsonl) return answerLines();
    const text = args.words.join(' ');
    if (!text) throw new UsageError('a TEXT or --jsonl is needed');
    for (const span of readNumbers(text)) {
      if (args.values.json) printJson(span);
      else printLine(`${span.text}\t${span.value}${span.percent ? '%' : ''}\t${span.precision}`);
    }
    return 0;
  },
};
