/** Remembers what this process sent, so that what another process sends in the bot's name can be told apart. */
import type { Clock } from '../ports.ts';
import type { FeishuApi } from './api.ts';

export interface SentMemory {
  readonly api: FeishuApi;
  /** Whether this process may have sent it: it did, or it was sent before it ran. */
  ours(messageId: string, at: Date): boolean;
}

const most = 5000;

export function rememberSent(api: FeishuApi, clock: Clock): SentMemory {
  const startedAt = clock.now();
  const sent = new Set<string>();
  const noted = async (sending: Promise<{ messageId: string }>) => {
    const shown = await sending;
    sent.add(shown.messageId);
    const [oldest] = sent;
    if (sent.size > most && oldest) sent.delete(oldest);
    return shown;
  };
  return {
    api: {
      ...api,
      send: (to, message) => noted(api.send(to, message)),
      reply: (messageId, message, chat) => noted(api.reply(messageId, message, chat)),
    },
    ours: (messageId, at) => at < startedAt || sent.has(messageId),
  };
}
