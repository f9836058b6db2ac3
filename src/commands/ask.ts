/** `ask`: a question only; anything that would write is refused before it can. */

import { act, apply } from '../flow/act.ts';
import { contextOf, turnOf } from '../flow/turn.ts';
import { intentOf } from '../intents/all.ts';
import { understand } from '../understand/understand.ts';
import { type Command, CommandError, option, printJson, printLine, UsageError } from './command.ts';
import { withOffice } from './office.ts';
import { outcomeLine } from './say.ts';

const asking: ReadonlySet<string> = new Set([
  'ask',
  'find',
  'show',
  'digest',
  'help',
  'whoami',
  'people',
  'units',
  'refuse',
]);

export const ask: Command = {
  name: 'ask',
  usage: 'TEXT [--from NAME]',
  summary: 'a question only; refuses to write',
  options: { from: { type: 'string' } },
  run(args) {
    const text = args.words.join(' ');
    if (!text) throw new UsageError('ask what? taizhang ask "今年督查了几次"');
    return withOffice(args, async (opened) => {
      const from = option(args, 'from') ?? 'console';
      const kept = { sender: { id: from, name: from }, text };
      const ports = { db: opened.db, zone: opened.zone, prompts: opened.prompts };
      const turn = turnOf(ports, { key: 'ask', chat: from, at: opened.clock.now().toISOString() }, kept);
      const intents = understand(text, contextOf(opened.db, turn, {}));
      const writing = intents.find((intent) => !asking.has(intent.do));
      if (writing)
        throw new CommandError(
          `this would be "${intentOf(writing.do)?.title.zh ?? writing.do}", not a question; use taizhang say`,
        );
      const { result } = apply(opened.db, await act(intents, turn), turn);
      if (args.values.json) printJson(outcomeLine('ask', result));
      else printLine(String(outcomeLine('ask', result).text));
      return result.refused ? 1 : 0;
    });
  },
};
