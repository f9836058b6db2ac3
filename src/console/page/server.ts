/** What the page says to the server and hears from it. */

export interface Message {
  readonly type: 'message';
  readonly chat: string;
  readonly messageId: string;
  readonly from: string;
  readonly text: string;
  readonly card?: object;
  readonly at: string;
  readonly replyTo?: string;
  readonly recalled?: boolean;
}

export interface Update {
  readonly type: 'update';
  readonly messageId: string;
  readonly card: object;
  readonly text: string;
}

export interface Recall {
  readonly type: 'recall';
  readonly chat: string;
  readonly messageId: string;
}

export type Heard = Message | Update | Recall;

export interface ListedPerson {
  readonly id: string;
  readonly name: string;
  readonly role: string;
}

export interface Example {
  readonly title: { readonly zh: string; readonly en: string };
  readonly zh: readonly string[];
  readonly en: readonly string[];
}

export interface Posted {
  readonly from: string;
  readonly role?: string;
  readonly chat?: string;
}

/** The server refused; `status` says how. */
export class RefusedError extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`HTTP ${status}`);
    this.status = status;
  }
}

export const server = {
  me: () => ask<{ speaker: string | null }>('/console/me'),
  people: () => ask<ListedPerson[]>('/console/people'),
  examples: () => ask<Example[]>('/console/examples'),
  history: (chat: string) => ask<Message[]>(`/console/history?chat=${encodeURIComponent(chat)}`),
  enter: (token: string) => ask('/console/session', { token }),
  say: (message: Posted & { text: string; replyTo?: string }) =>
    ask<{ messageId: string }>('/console/messages', message),
  recall: (recall: Posted & { messageId: string }) => ask('/console/recalls', recall),
  press: (press: Posted & { messageId: string; intent: unknown; form?: Record<string, unknown>; id: string }) =>
    ask<{ toast: { kind: string; text: string } | null }>('/console/presses', press),
};

async function ask<T>(path: string, posted?: unknown): Promise<T> {
  const answer = await fetch(path, {
    credentials: 'same-origin',
    ...(posted === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(posted) }),
  });
  if (!answer.ok) throw new RefusedError(answer.status);
  return (await answer.json()) as T;
}

/** Hears everything; the browser connects again by itself and catches up. */
export function listen(hear: (shown: Heard) => void, online: (is: boolean) => void): void {
  const events = new EventSource('/console/events');
  events.onopen = () => online(true);
  events.onerror = () => {
    online(false);
    // A refused connection is not tried again by the browser; the server may only be starting.
    if (events.readyState === EventSource.CLOSED) setTimeout(() => listen(hear, online), 3000);
  };
  events.onmessage = (event) => hear(JSON.parse(String(event.data)) as Heard);
}
