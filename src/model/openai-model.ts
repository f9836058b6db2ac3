/** A Model over any service that speaks OpenAI's chat completions; what it cannot do is found out once and remembered. */
import type OpenAI from 'openai';
import { type Model, type ModelRequest, OutsideError } from '../ports.ts';
import { createHabits, type Habits } from './habits.ts';

export interface OpenAiSettings {
  /** Services on the own network often want none. */
  readonly apiKey?: string;
  readonly baseUrl?: string;
  readonly model?: string;
  /** Tests hand in their own. */
  readonly fetch?: typeof fetch;
}

const standardPatienceMs = 20_000;
/** No passage and no reading is longer; what is, comes of a service gone wrong. */
const longestAnswer = 100_000;

type Library = typeof import('openai');

export function createOpenAiModel(settings: OpenAiSettings): Model {
  const name = settings.model ?? '';
  const habits = createHabits();
  let opened: Promise<{ client: OpenAI; library: Library }> | undefined;
  /** The library is large; an office without doubts and drafts never loads it. */
  const open = () => {
    opened ??= import('openai').then((library) => ({
      library,
      client: new library.default({
        apiKey: settings.apiKey ?? 'none',
        baseURL: settings.baseUrl ?? null,
        maxRetries: 1,
        ...(settings.fetch ? { fetch: settings.fetch } : {}),
      }),
    }));
    return opened;
  };
  return {
    name,
    async complete(request) {
      const { client, library } = await open();
      const late = timeLimit(request.patienceMs ?? standardPatienceMs);
      try {
        const text = await Promise.race([tried(client, name, { request, habits, late, library }), late.over]);
        if (text === '') throw new OutsideError('the model gave no text', { retryable: false });
        return text;
      } catch (error) {
        throw outside(error, library);
      } finally {
        late.stop();
      }
    },
  };
}

interface Try {
  readonly request: ModelRequest;
  readonly habits: Habits;
  readonly late: { readonly signal: AbortSignal };
  readonly library: Library;
}

/** Asks in the best way the service is known to take; on its refusal in the next one. */
async function tried(client: OpenAI, model: string, { request, habits, late, library }: Try): Promise<string> {
  for (let way = habits.best(request); ; ) {
    try {
      const answer = await client.chat.completions.create(
        {
          model,
          ...way.parameters,
          messages: [
            { role: 'system', content: request.system },
            { role: 'user', content: request.user },
          ],
        },
        { signal: late.signal },
      );
      habits.worked(way);
      const tokens =
        answer.usage?.total_tokens || (answer.usage?.prompt_tokens ?? 0) + (answer.usage?.completion_tokens ?? 0);
      if (tokens > 0) request.spent?.(tokens);
      return saidIn(answer.choices?.[0]?.message?.content);
    } catch (error) {
      const next = error instanceof library.APIError ? habits.next(way, error) : undefined;
      if (!next) throw error;
      way = next;
    }
  }
}

/** The text without what the model thought aloud before it. */
function saidIn(content: unknown): string {
  const text = Array.isArray(content) ? content.map((part: { text?: unknown }) => part?.text ?? '').join('') : content;
  if (typeof text !== 'string') return '';
  if (text.length > longestAnswer) throw new OutsideError('the model gave too much text', { retryable: false });
  return text.replace(/^[\s\S]*?<\/think(?:ing)?>/i, '').trim();
}

/** The library waits between two tries without looking at the clock; this ends it all the same. */
function timeLimit(ms: number): { signal: AbortSignal; over: Promise<never>; stop(): void } {
  const abort = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      abort.abort();
      reject(new OutsideError(`the model was late (${ms} ms)`, { retryable: true, code: 'late' }));
    }, ms);
  });
  return { signal: abort.signal, over, stop: () => clearTimeout(timer) };
}

/** Connection faults, 429 and 5xx may pass; everything else will not. */
function outside(cause: unknown, library: Library): OutsideError {
  if (cause instanceof OutsideError) return cause;
  if (cause instanceof library.APIConnectionError || cause instanceof library.APIUserAbortError) {
    return new OutsideError('the model cannot be reached', { retryable: true, code: 'unreachable', cause });
  }
  if (cause instanceof library.APIError) {
    const status = cause.status ?? 0;
    const seconds = Number(cause.headers?.get('retry-after'));
    return new OutsideError(`the model refused (HTTP ${status})`, {
      retryable: status === 408 || status === 409 || status === 429 || status >= 500,
      code: status,
      cause,
      ...(seconds > 0 ? { retryAfterMs: seconds * 1000 } : {}),
    });
  }
  return new OutsideError('the model answered something that is no answer', {
    retryable: false,
    code: 'garbled',
    cause,
  });
}
