/** One HTTP call to Feishu, and what its failures mean: try later, or never. */
import { OutsideError } from '../ports.ts';
import { type Json, record, text } from './feishu-event.ts';

/** How Feishu is reached. */
export interface Reach {
  readonly base: string;
  readonly fetch: typeof fetch;
  readonly timeoutMs: number;
}

export interface FeishuCall {
  readonly method: string;
  readonly path: string;
  readonly body?: Json | undefined;
  /** Instead of a body: a file with what belongs to it. */
  readonly form?: FormData;
  readonly token?: string;
}

/** Codes that pass: rate limits, a message still being sent (Feishu, message create, error codes). */
const passing: Readonly<Record<number, number>> = { 99991400: 1000, 230020: 1000, 230049: 1000 };

/** @returns the answer whose code is 0; throws OutsideError for everything else */
export async function feishuCall(reach: Reach, call: FeishuCall): Promise<Json> {
  const { response, answer } = await ask(reach, call);
  const code = answer?.code;
  if (response.ok && code === 0) return answer!;
  throw failure(response, answer, call);
}

/** @returns the bytes of a file; throws OutsideError, with the code `too-large` for more than `most` of them */
export async function feishuBytes(reach: Reach, call: FeishuCall, most: number): Promise<Uint8Array> {
  const { response, value } = await reached<Uint8Array | string | undefined>(reach, call, (response) =>
    response.ok && !isJson(response) ? bytesOf(response, most) : response.text(),
  );
  if (value instanceof Uint8Array) return value;
  throw value === undefined
    ? new OutsideError(`the file has more than ${most} bytes`, { retryable: false, code: 'too-large' })
    : failure(response, parsed(value), call);
}

/** A file of JSON is sent as a file; only an error is sent as JSON. */
function isJson(response: Response): boolean {
  const { headers } = response;
  return /^application\/json/i.test(headers.get('content-type') ?? '') && !headers.has('content-disposition');
}

/** @returns undefined as soon as there is more than wanted */
async function bytesOf(response: Response, most: number): Promise<Uint8Array | undefined> {
  if (Number(response.headers.get('content-length') ?? 0) > most) return undefined;
  const reader = response.body?.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > most) {
      await reader.cancel();
      return undefined;
    }
    parts.push(value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

async function ask(reach: Reach, call: FeishuCall): Promise<{ response: Response; answer: Json | undefined }> {
  const { response, value } = await reached(reach, call, (response) => response.text());
  return { response, answer: parsed(value) };
}

async function reached<Value>(
  reach: Reach,
  call: FeishuCall,
  read: (response: Response) => Promise<Value>,
): Promise<{ response: Response; value: Value }> {
  try {
    const response = await reach.fetch(reach.base + call.path, {
      method: call.method,
      headers: {
        ...(call.body ? { 'content-type': 'application/json; charset=utf-8' } : {}),
        ...(call.token ? { authorization: `Bearer ${call.token}` } : {}),
      },
      ...(call.form ? { body: call.form } : call.body ? { body: JSON.stringify(call.body) } : {}),
      signal: AbortSignal.timeout(reach.timeoutMs),
    });
    // The body belongs to the attempt: it may break off, or never end, as well as the head.
    return { response, value: await read(response) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new OutsideError(`Feishu cannot be reached: ${reason}`, { retryable: true, code: 'network', cause: error });
  }
}

function failure(response: Response, answer: Json | undefined, call: FeishuCall): OutsideError {
  const code = typeof answer?.code === 'number' && answer.code !== 0 ? answer.code : undefined;
  const wait = waitOf(response, code);
  const logId = text(record(answer?.error)?.log_id) ?? response.headers.get('x-tt-logid');
  const message = [
    `Feishu ${call.method} ${call.path.split('?')[0]}: HTTP ${response.status}`,
    ...(code === undefined ? [] : [`code ${code}`]),
    ...(text(answer?.msg) ? [text(answer?.msg)] : []),
    ...(logId ? [`log ${logId}`] : []),
  ].join(', ');
  const retryable = wait !== undefined || response.status >= 500 || response.status === 408 || code === undefined;
  return new OutsideError(message, {
    retryable,
    code: code ?? response.status,
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
  });
}

/** How long to wait where Feishu asks for it. */
function waitOf(response: Response, code: number | undefined): number | undefined {
  const limited = response.status === 429 || (code !== undefined && code in passing);
  if (!limited) return undefined;
  const seconds = Number(response.headers.get('x-ogw-ratelimit-reset') ?? response.headers.get('retry-after') ?? '');
  return seconds > 0 ? Math.ceil(seconds * 1000) : ((code === undefined ? undefined : passing[code]) ?? 1000);
}

function parsed(body: string): Json | undefined {
  try {
    return record(JSON.parse(body));
  } catch {
    return undefined;
  }
}

/** What the clock over there shows, from any answer's head; undefined where none comes or none says. */
export async function serverTime(reach: Reach): Promise<Date | undefined> {
  try {
    const response = await reach.fetch(`${reach.base}/open-apis/bot/v3/info`, {
      signal: AbortSignal.timeout(reach.timeoutMs),
    });
    await response.body?.cancel();
    const at = new Date(response.headers.get('date') ?? '');
    return Number.isNaN(at.getTime()) ? undefined : at;
  } catch {
    return undefined;
  }
}
