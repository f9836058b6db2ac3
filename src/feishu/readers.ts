/** Who has read what the bot sent, and who is in a group, as far as the app may see. */
import { OutsideError, type Readers } from '../ports.ts';
import type { FeishuApi } from './api.ts';

/** Asked after more than seven days; not the bot's own; gone; in no chat of the bot's. */
const codes: ReadonlyMap<unknown, string> = new Map([
  [230033, 'too-old'],
  [230012, 'not-own'],
  [230110, 'gone'],
  [99992354, 'gone'],
  [230002, 'gone'],
  [99991672, 'scope:im:message:readonly'],
  [230027, 'scope:im:message:readonly'],
]);
/** The scope is missing, or the bot is not in the group: those who have read are told without those who have not. */
const unseen: ReadonlySet<unknown> = new Set([99991672, 230027, 232011, 232033, 232034]);

export function createFeishuReaders(api: FeishuApi): Readers {
  return {
    async readersOf(messageId) {
      try {
        return await api.readers(messageId);
      } catch (error) {
        const code = error instanceof OutsideError ? codes.get(error.code) : undefined;
        if (code === undefined) throw error;
        throw new OutsideError(String(error), { retryable: false, code, cause: error });
      }
    },
    async membersOf(chat) {
      try {
        return await api.members(chat);
      } catch (error) {
        if (error instanceof OutsideError && unseen.has(error.code)) return undefined;
        throw error;
      }
    },
  };
}
