/** `taizhang time`: the days and spans of days a sentence names, for scripts and for people. */
import { clockOf } from '../time/day.ts';
import { readTimes, type TimeSpan } from '../time/phrase.ts';
import { type Arguments, type Command, jsonLines, option, printJson, printLine, UsageError } from './command.ts';

const zone = 'Asia/Shanghai';

/** A reference without offset is office time already. */
function nowOf(ref: unknown): { day: string; hour: number } {
  const text = typeof ref === 'string' ? ref : '';
  const plain = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d)(?::\d\d(?::\d\d(?:\.\d+)?)?)?)?$/.exec(text);
  if (plain) return { day: plain[1]!, hour: Number(plain[2] ?? 0) };
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime())) throw new Error(`ref is not a time: ${text}`);
  return clockOf(instant, zone);
}

async function answerLines(): Promise<number> {
  for await (const { line, value, error } of jsonLines()) {
    try {
      if (typeof value?.text !== 'string') throw new Error(error ?? 'text is missing');
      const spans = readTimes(value.text, { now: nowOf(value.ref), lang: value.lang === 'en' ? 'en' : 'zh' });
      printJson({ id: value.id, ranges: spans.map(({ start, end, text, index }) => ({ start, end, text, index })) });
    } catch (fault) {
      printJson({ id: value?.id, line, error: fault instanceof Error ? fault.message : String(fault) });
    }
  }
  return 0;
}

function show(args: Arguments, span: TimeSpan): void {
  if (args.values.json) printJson(span);
  else printLine(`${span.text}\t${span.start ?? '…'} .. ${span.end ?? '…'} (end excluded)\t${span.grain}`);
}

export const time: Command = {
  name: 'time',
  usage: '--jsonl | TEXT',
  summary: 'the days and spans of days a text names',
  options: { jsonl: { type: 'boolean' } },
  run(args) {
    if (args.values.jsonl) return answerLines();
    const text = args.words.join(' ');
    if (!text) throw new UsageError('a TEXT or --jsonl is needed');
    const at = option(args, 'at');
    const now = at ? nowOf(at) : clockOf(new Date(), zone);
    for (const span of readTimes(text, { now })) show(args, span);
    return 0;
  },
};
