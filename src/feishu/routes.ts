/** The webhook addresses Feishu posts to: proved, taken in, answered within the three seconds it waits. */
import { type Context, Hono } from 'hono';
import type { Arrival, Clock, IncomingPress, Log } from '../ports.ts';
import { type DoorSettings, openDoor } from './door.ts';
import { incomingOf, selfNeed } from './events.ts';
import type { FeishuEvent } from './feishu-event.ts';

export interface FeishuRoutes {
  readonly settings: DoorSettings & { readonly appId: string };
  readonly clock: Clock;
  readonly log: Log;
  /** The bot's own open id; undefined as long as Feishu cannot be asked. */
  botOpenId(): Promise<string | undefined>;
  /** Resolves when it is kept. */
  receive(incoming: Arrival): Promise<ReceiveResult>;
  press(incoming: IncomingPress): Promise<{ toast?: Toast }>;
}

export type ReceiveResult = 'accepted' | 'duplicate' | 'full';

export interface Toast {
  readonly kind: 'info' | 'success' | 'warning' | 'error';
  readonly text: string;
}

/** Feishu gives up on a card callback after 3 s, and the person sees an error. */
const pressAnswerMs = 2500;

/** Asking who the bot is must leave time to answer the event, which Feishu also gives 3 s. */
const selfAnswerMs = 2000;

const retrySeconds = '30';

/** `POST /webhook/event` for events and callbacks, `POST /webhook/card` for the older callback address. */
export function feishuRoutes(routes: FeishuRoutes): Hono {
  const app = new Hono();
  app.all('/webhook/event', (context) => answer(routes, context));
  app.all('/webhook/card', (context) => answer(routes, context));
  return app;
}

async function answer(routes: FeishuRoutes, context: Context): Promise<Response> {
  const door = await openDoor(routes.settings, context.req.raw, routes.clock.now());
  if (door.type === 'challenge') return context.json({ challenge: door.challenge });
  if (door.type === 'refused') {
    routes.log.warn('a webhook request was refused', { status: door.status, reason: door.reason });
    if (door.status === 405) context.header('Allow', 'POST');
    return context.json({ error: door.reason }, door.status);
  }
  try {
    return await take(routes, context, door.event);
  } catch (error) {
    // Not kept, so not acknowledged: Feishu sends it again.
    routes.log.error('an event could not be kept', { type: door.event.type, error: String(error) });
    return later(context);
  }
}

async function take(routes: FeishuRoutes, context: Context, event: FeishuEvent): Promise<Response> {
  const need = selfNeed(event);
  const asked = need === 'none' ? undefined : routes.botOpenId().catch(() => undefined);
  const openId = asked && (await within(asked, selfAnswerMs, undefined));
  // A group's message cannot be judged yet; Feishu brings it again rather than it being lost.
  if (openId === undefined && need === 'needed') return later(context);
  const incoming = incomingOf(event, { appId: routes.settings.appId, openId });
  if (!incoming) return context.json({});
  if (incoming.type === 'press') return context.json(await pressed(routes, context, incoming));
  const result = await routes.receive(incoming);
  if (result === 'full') routes.log.warn('the queue is full', { key: incoming.key });
  return result === 'full' ? later(context) : context.json({});
}

async function pressed(routes: FeishuRoutes, context: Context, incoming: IncomingPress): Promise<object> {
  // A callback is never sent again, so its failure is told to the person and not to Feishu.
  const done = routes.press(incoming).catch((error: unknown) => {
    routes.log.error('a press failed', { key: incoming.key, error: String(error) });
    return { toast: { kind: 'error' as const, text: '没有成功，请稍后再试 / Failed, please try again' } };
  });
  keepAlive(context, done);
  const { toast } = await within<{ toast?: Toast }>(done, pressAnswerMs, {});
  return toast ? { toast: { type: toast.kind, content: toast.text } } : {};
}

/** On Workers, work that outlasts the answer must be announced; elsewhere there is nobody to tell. */
function keepAlive(context: Context, work: Promise<unknown>): void {
  try {
    context.executionCtx.waitUntil(work);
  } catch {
    // Hono throws where no execution context exists.
  }
}

function later(context: Context): Response {
  context.header('Retry-After', retrySeconds);
  return context.json({ error: 'busy' }, 503);
}

/** What comes in time, or else `late`; the work itself goes on. */
function within<Value>(work: Promise<Value>, ms: number, late: Value): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(late), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
