/** The day's digest on request; the clock sends leaders the same. */
import type { z } from 'zod';
import { digestReply } from '../writing/digest.ts';
import type { IntentKind, Outcome } from './intent.ts';
import { DigestIntent } from './shapes.ts';

export const digestIntent: IntentKind<z.infer<typeof DigestIntent>> = {
  do: 'digest',
  title: { zh: '每日简报', en: 'Digest' },
  examples: [
    { zh: '今日简报', en: 'digest' },
    { zh: '今天有什么要盯的', en: 'what needs attention today?' },
  ],
  shape: DigestIntent,
  act(_intent, turn): Outcome {
    return { reply: digestReply(turn.db, { today: turn.today, lang: turn.lang }) };
  },
};
