/** Accept: what was read and offered is done. Who offered knows what it was; here only that nothing is left is said. */
import { z } from 'zod';
import type { IntentKind } from './intent.ts';

/** `offer` is the key of the message that holds it; without `pick` all of it is accepted. */
export const AcceptIntent = z.object({
  do: z.literal('accept'),
  offer: z.string().max(300),
  pick: z.number().int().min(0).max(50).optional(),
});
export type AcceptIntent = z.infer<typeof AcceptIntent>;

export const accept: IntentKind<AcceptIntent> = {
  do: 'accept',
  title: { zh: '照此记下', en: 'Record as offered' },
  examples: [],
  shape: AcceptIntent,
  act(_intent, turn) {
    const text = turn.lang === 'zh' ? '已经记过了，或者这条建议已失效。' : 'Already recorded, or no longer offered.';
    return { reply: { lang: turn.lang, tone: 'warn', blocks: [{ type: 'text', text }] }, refused: 'no-data' };
  },
};
