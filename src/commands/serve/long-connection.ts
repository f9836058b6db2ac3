/** Feishu's long connection: events come over a socket this process opened, so no public address is needed. */
import type { WSClient } from '@larksuiteoapi/node-sdk';
import { baseOf } from '../../feishu/base.ts';
import { incomingOf, selfNeed } from '../../feishu/events.ts';
import { feishuEvent, record } from '../../feishu/feishu-event.ts';
import type { FeishuRoutes } from '../../feishu/routes.ts';
import type { Clock, Log } from '../../ports.ts';
import { endpointFault } from './endpoint-fault.ts';

export interface LongConnectionNeeds {
  readonly appId: string;
  readonly appSecret: string;
  /** `feishu`, `lark` or a base URL. */
  readonly domain: string;
  readonly office: Pick<FeishuRoutes, 'receive' | 'press'>;
  readonly log: Log;
  readonly clock: Clock;
  botOpenId(): Promise<string | undefined>;
  /** The line is open again after it was lost: what was said meanwhile may be missing. */
  readonly reopened?: () => void;
  /** How long a ping may stay unanswered before the line is held for dead. */
  readonly pongSeconds?: number;
  /** How long to wait before a refused connection is asked for again. */
  readonly refusedRetryMs?: number;
}

export interface LongConnection {
  /** Since when the line has been open without a break; undefined while it is not. */
  openSince(): Date | undefined;
  close(): void;
}

const refusedRetryMs = 60_000;

/** Connects and stays connected until closed; a Feishu that is down or refuses is asked again and again. */
export async function openLongConnection(needs: LongConnectionNeeds): Promise<LongConnection> {
  // Costs a tenth of a second and 37 MB, so only those who use it pay.
  const { WSClient: Client, LoggerLevel } = await import('@larksuiteoapi/node-sdk');
  const { log, clock } = needs;
  let since: Date | undefined;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;
  const open = (client: WSClient) => {
    since = clock.now();
    log.info('the long connection is open', { reconnects: client.getConnectionStatus().reconnectAttempts });
  };
  const client = new Client({
    appId: needs.appId,
    appSecret: needs.appSecret,
    domain: baseOf(needs.domain),
    loggerLevel: LoggerLevel.warn,
    logger: quietLogger(log),
    handshakeTimeoutMs: 15_000,
    // The watchdog is off by default, and a line that died without a word would stay dead.
    wsConfig: { pingTimeout: needs.pongSeconds ?? 30 },
    onReady: () => open(client),
    onReconnecting: () => {
      since = undefined;
      log.warn('the long connection is lost and opened again');
    },
    onReconnected: () => {
      open(client);
      needs.reopened?.();
    },
    onError: (error) => {
      since = undefined;
      // The client gives up on a refusal; an administrator may mend it without starting the server anew.
      const { code, reason, mend } = endpointFault(error.message);
      log.error('the long connection is refused', { code, reason: reason.en, mend: mend?.en, again: 'in a minute' });
      if (!closed) retry = setTimeout(start, needs.refusedRetryMs ?? refusedRetryMs);
    },
  });
  // The client only asks its dispatcher for `invoke`; ours understands the events the webhook understands.
  const dispatcher = { invoke: (posted: unknown) => take(needs, posted) };
  const start = () => void client.start({ eventDispatcher: dispatcher as never });
  start();
  return {
    openSince: () => since,
    close() {
      closed = true;
      clearTimeout(retry);
      client.close({ force: true });
    },
  };
}

/** Acknowledged when it returns. @throws where the event could not be kept, so that Feishu sends it again */
async function take({ appId, office, botOpenId }: LongConnectionNeeds, posted: unknown): Promise<object> {
  const event = feishuEvent(record(posted) ?? {});
  if (!event || (event.appId !== undefined && event.appId !== appId)) return {};
  const need = selfNeed(event);
  const openId = need === 'none' ? undefined : await botOpenId();
  if (openId === undefined && need === 'needed') throw new Error('the bot does not know its own id yet');
  const incoming = incomingOf(event, { appId, openId });
  if (!incoming) return {};
  if (incoming.type === 'press') {
    const { toast } = await office.press(incoming);
    return toast ? { toast: { type: toast.kind, content: toast.text } } : {};
  }
  if ((await office.receive(incoming)) === 'full') throw new Error('the queue is full');
  return {};
}

/** The client's own lines quote events, and events are what people said. */
function quietLogger(log: Log) {
  const none = () => {};
  const told = (...parts: unknown[]) => {
    const about = parts.flat().filter((part) => typeof part === 'string' && !part.includes('{'));
    log.warn('the long connection reports', { about: about.join(' ').slice(0, 200) });
  };
  return { trace: none, debug: none, info: none, warn: told, error: told };
}
