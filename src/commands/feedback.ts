/** `feedback`: what people called right or wrong, with how it was read, for those who mend the reading. */
import { listFeedback } from '../store/feedback.ts';
import { type Command, printJson, printLine } from './command.ts';
import { withOffice } from './office.ts';

export const feedback: Command = {
  name: 'feedback',
  usage: '[--wrong]',
  summary: 'answers people called right or wrong, with how the message was read',
  options: { wrong: { type: 'boolean' } },
  run(args) {
    return withOffice(args, ({ db }) => {
      const all = listFeedback(db);
      const shown = args.values.wrong ? all.filter((one) => !one.feedback.right) : all;
      for (const one of shown) {
        if (args.values.json) printJson(one);
        else {
          const { right, by, at } = one.feedback;
          printLine(`${right ? '对  ' : '不对'} ${at.slice(0, 16)} ${by}: ${one.text || '（已撤回）'}`);
          for (const intent of one.reading) printLine(`      ${JSON.stringify(intent)}`);
        }
      }
      if (shown.length === 0 && !args.values.json)
        printLine(
          '还没有反馈：收据和答案下面有「对」「不对」 No feedback yet: it comes from 对 / 不对 under the answers',
        );
      return 0;
    });
  },
};
