/** Why the server did not take something, in words that help. */
import type { Words } from '../words/words.ts';

export function refusalText(words: Words, status: number): string {
  switch (status) {
    case 0:
      return words.unreachable;
    case 403:
      return words.forbidden;
    case 413:
      return words.tooLong;
    case 503:
      return words.full;
    default:
      return status >= 500 ? words.failedNow : words.refused;
  }
}
