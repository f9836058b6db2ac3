/** Files dropped on the chat page: held in memory until the office has looked at them. */
import { type Files, OutsideError } from '../ports.ts';

export interface ConsoleFiles extends Files {
  hold(key: string, bytes: Uint8Array): void;
}

/** Whoever drops more before the office gets to it is told to send it again. */
const mostHeld = 10;

export function createConsoleFiles(): ConsoleFiles {
  const held = new Map<string, Uint8Array>();
  return {
    hold(key, bytes) {
      held.set(key, bytes);
      for (const oldest of held.keys()) {
        if (held.size <= mostHeld) break;
        held.delete(oldest);
      }
    },
    async fetch(_messageId, attachment, most) {
      const bytes = held.get(attachment.key);
      if (!bytes) throw new OutsideError('the file is no longer held', { retryable: false, code: 'gone' });
      if (bytes.length > most)
        throw new OutsideError(`the file has more than ${most} bytes`, { retryable: false, code: 'too-large' });
      held.delete(attachment.key);
      return bytes;
    },
  };
}
