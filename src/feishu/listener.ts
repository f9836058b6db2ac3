/** Voices of Feishu put into words by Feishu's own speech recognition; nothing of the sound is kept. */
import { type Attachment, type Listener, OutsideError, type Voice } from '../ports.ts';
import type { FeishuApi } from './api.ts';
import { sha256Hex } from './crypto.ts';

/** Makes samples of the bytes of a voice message; undefined for what is none. */
export type DecodeVoice = (bytes: Uint8Array) => Promise<Voice | undefined>;

/** The limit of the recognition of files. */
const longestSeconds = 60;
/** A minute of Opus is below half of it. */
const mostBytes = 2 * 1024 * 1024;

const scopes = { fetch: 'im:message:readonly', speech: 'speech_to_text:speech' } as const;
const scopeMissing: ReadonlySet<unknown> = new Set([99991672, 99991679]);

export function createFeishuListener(api: FeishuApi, decode: DecodeVoice): Listener {
  return {
    async listen(messageId: string, attachment: Attachment) {
      checkLength(attachment.seconds ?? 0);
      const bytes = await withScope(scopes.fetch, () => api.resource(messageId, attachment.key, mostBytes)).catch(gone);
      const voice = await decode(bytes);
      if (!voice) throw new OutsideError('the voice cannot be decoded', { retryable: false, code: 'unreadable' });
      checkLength(voice.seconds);
      if (voice.pcm.length === 0) return '';
      // The same voice has the same name, however often it is asked for.
      const name = (await sha256Hex(messageId)).slice(0, 16);
      return withScope(scopes.speech, () => api.words(name, voice.pcm));
    },
  };
}

/** Feishu rounds the length up to whole seconds. */
function checkLength(seconds: number): void {
  if (seconds <= longestSeconds) return;
  throw new OutsideError(`the voice has ${Math.ceil(seconds)} s`, { retryable: false, code: 'too-long' });
}

/** A file that Feishu does not give will not be given later either. */
function gone(error: unknown): never {
  if (!(error instanceof OutsideError) || error.retryable || typeof error.code === 'string') throw error;
  throw new OutsideError(error.message, { retryable: false, code: 'gone', cause: error });
}

/** Which scope is missing is known from what was asked. */
async function withScope<Value>(scope: string, ask: () => Promise<Value>): Promise<Value> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof OutsideError) || !scopeMissing.has(error.code)) throw error;
    throw new OutsideError(error.message, { retryable: false, code: `scope:${scope}`, cause: error });
  }
}
