/** What the page says to the server and hears from it. */
import type { ConsoleExample, ConsoleLedger, ConsolePerson, ConsoleRecord } from '../needs.ts';
import type { Shown, ShownMessage, ShownUpdate } from '../shown.ts';

export type Message = ShownMessage;
export type Update = ShownUpdate;
export type Heard = Shown;
export type ListedPerson = ConsolePerson;
export type Example = ConsoleExample;
export type LedgerShown = ConsoleLedger;
export type LedgerLine = ConsoleLedger['lines'][number];
export type RecordShown = ConsoleRecord;

/** Who posts or reads, and where. */
export interface Posted {
  readonly from: string;
  readonly role?: string;
  readonly chat?: string;
}

/** The server refused; `status` says how. No answer at all is status 0. */
export class RefusedError extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`HTTP ${status}`);
    this.status = status;
  }
}

type Query = Readonly<Record<string, string | undefined>>;

export const server = {
  me: () => ask<{ speaker: string | null }>('/console/me'),
  people: () => ask<ListedPerson[]>('/console/people'),
  examples: () => ask<Example[]>('/console/examples'),
  history: (chat: string) => ask<Message[]>(`/console/history${queryOf({ chat })}`),
  ledger: (wanted: Query) => ask<LedgerShown>(`/console/ledger${queryOf(wanted)}`),
  record: (no: string, reader: Query) =>
    ask<RecordShown>(`/console/records/${encodeURIComponent(no)}${queryOf(reader)}`),
  enter: (token: string) => ask('/console/session', { token }),
  say: (message: Posted & { text: string; replyTo?: string }) =>
    ask<{ messageId: string }>('/console/messages', message),
  /** A file is its own body; what belongs to it stands in the address. */
  drop: (file: File, posted: Posted) =>
    ask<{ messageId: string }>(`/console/files${queryOf({ ...posted, name: file.name })}`, file),
  recall: (recall: Posted & { messageId: string }) => ask('/console/recalls', recall),
  press: (
    press: Posted & { messageId: string; intent: unknown; form?: Readonly<Record<string, unknown>>; id: string },
  ) => ask<{ toast: { kind: string; text: string } | null }>('/console/presses', press),
};

function queryOf(query: Query): string {
  const given = Object.entries(query).filter((one): one is [string, string] => Boolean(one[1]));
  return given.length > 0 ? `?${new URLSearchParams(given)}` : '';
}

async function ask<T>(path: string, posted?: unknown): Promise<T> {
  const answer = await fetch(path, {
    credentials: 'same-origin',
    ...(posted === undefined ? {} : postOf(posted)),
  }).catch(() => {
    throw new RefusedError(0);
  });
  if (!answer.ok) throw new RefusedError(answer.status);
  return (await answer.json()) as T;
}

function postOf(posted: unknown): RequestInit {
  if (posted instanceof File)
    return { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: posted };
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(posted) };
}

/** Hears everything; the browser connects again by itself and catches up. */
export function listen(hear: (shown: Heard) => void, online: (is: boolean) => void): void {
  const events = new EventSource('/console/events');
  events.onopen = () => online(true);
  events.onerror = () => {
    online(false);
    // A refused connection is not tried again by the browser; the server may only be starting.
    if (events.readyState === EventSource.CLOSED) setTimeout(() => listen(hear, online), 2000);
  };
  events.onmessage = (event) => hear(JSON.parse(String(event.data)) as Heard);
}
