/** A Model over any service that speaks OpenAI's chat completions. */
import OpenAI, { APIConnectionError, APIError } from 'openai';
import { type Model, OutsideError } from '../ports.ts';

export interface OpenAiSettings {
  /** Services on the own network often want none. */
  readonly apiKey?: string;
  readonly baseUrl?: string;
  readonly model?: string;
  /** Tests hand in their own. */
  readonly fetch?: typeof fetch;
}

const timeoutMs = 20_000;

export function createOpenAiModel(settings: OpenAiSettings): Model {
  const name = settings.model ?? '';
  const client = new OpenAI({
    apiKey: settings.apiKey ?? 'none',
    baseURL: settings.baseUrl ?? null,
    timeout: timeoutMs,
    maxRetries: 1,
    ...(settings.fetch ? { fetch: settings.fetch } : {}),
  });
  return {
    name,
    async complete({ system, user, maxTokens }) {
      try {
        const answer = await client.chat.completions.create({
          model: name,
          temperature: 0,
          messages: [
            { role: 'system', content: system },
            { role: 'user', content: user },
          ],
          ...(maxTokens ? { max_tokens: maxTokens } : {}),
        });
        const text = answer.choices?.[0]?.message?.content;
        if (typeof text === 'string' && text) return text;
      } catch (error) {
        throw outside(error);
      }
      throw new OutsideError('the model gave no text', { retryable: false });
    },
  };
}

/** Connection faults, 429 and 5xx may pass; everything else will not. */
function outside(cause: unknown): OutsideError {
  if (cause instanceof APIConnectionError) {
    return new OutsideError('the model cannot be reached', { retryable: true, cause });
  }
  if (cause instanceof APIError) {
    const status = cause.status ?? 0;
    const seconds = Number(cause.headers?.get('retry-after'));
    return new OutsideError(`the model refused (HTTP ${status})`, {
      retryable: status === 408 || status === 409 || status === 429 || status >= 500,
      code: status,
      cause,
      ...(seconds > 0 ? { retryAfterMs: seconds * 1000 } : {}),
    });
  }
  return new OutsideError('the model answered something that is no answer', { retryable: false, cause });
}
