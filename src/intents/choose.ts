/** Choose: several records fit what was said; the speaker picks, nothing is guessed. */
import type { Button } from '../reply.ts';
import { readEntries } from '../store/entries.ts';
import type { IntentKind, Outcome } from './intent.ts';
import { pendingNow } from './pending.ts';
import { headOf, shortDetails } from './phrasing.ts';
import { ChooseIntent } from './shapes.ts';

export const choose: IntentKind<import('zod').infer<typeof ChooseIntent>> = {
  do: 'choose',
  title: { zh: '选一条', en: 'Choose' },
  examples: [],
  shape: ChooseIntent,
  act(intent, turn): Outcome {
    const zh = turn.lang === 'zh';
    const entries = readEntries(turn.db, intent.nos).slice(0, 8);
    const question = zh ? '您说的是哪一条？' : 'Which one do you mean?';
    return {
      asks: question,
      reply: {
        lang: turn.lang,
        tone: 'warn',
        title: question,
        blocks: [
          ...entries.map((entry, index) => ({
            type: 'text' as const,
            text: `${index + 1}. ${headOf(entry, turn.lang)}\n${shortDetails(entry, { lang: turn.lang, today: turn.today })}`,
          })),
          {
            type: 'buttons',
            buttons: entries.map((entry, index): Button => {
              const chosen =
                intent.action.do === 'show'
                  ? { ...intent.action, no: entry.no }
                  : { ...intent.action, nos: [entry.no] };
              return { label: `${index + 1}. ${entry.no}`, intent: chosen };
            }),
          },
        ],
      },
      remember: { list: entries.map((entry) => entry.no), pending: pendingNow({ choose: intent }, turn) },
    };
  },
};
