/** `digest`: the day's digest as a leader gets it. */
import { replyText } from '../reply.ts';
import { findPerson } from '../store/people.ts';
import { dayOf } from '../time/day.ts';
import { digestReply } from '../writing/digest.ts';
import { type Command, CommandError, option, printJson, printLine } from './command.ts';
import { withOffice } from './office.ts';

export const digest: Command = {
  name: 'digest',
  usage: '[--for NAME]',
  summary: 'the day’s digest by exception',
  options: { for: { type: 'string' } },
  run(args) {
    return withOffice(args, (opened) => {
      const name = option(args, 'for');
      const person = name === undefined ? undefined : findPerson(opened.db, name);
      if (name !== undefined && !person) throw new CommandError(`nobody is called ${name}; see taizhang people`);
      const today = dayOf(opened.clock.now(), opened.zone);
      const reply = digestReply(opened.db, { today, lang: person?.lang ?? 'zh' });
      if (args.values.json) printJson({ on: today, for: person?.name ?? null, text: replyText(reply), reply });
      else printLine(replyText(reply));
      return 0;
    });
  },
};
