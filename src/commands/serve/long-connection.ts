/** Feishu's long connection: events come over a socket this process opened, so no public address is needed. */
import { incomingOf, selfNeed } from '../../feishu/events.ts';
import { feishuEvent, record } from '../../feishu/feishu-event.ts';
import type { FeishuRoutes } from '../../feishu/routes.ts';
import type { Log } from '../../ports.ts';
import type { Settings } from '../../settings.ts';
import type { FeishuSkin } from './feishu-skin.ts';

export interface LongConnectionNeeds {
  readonly settings: Settings;
  readonly skin: FeishuSkin;
  readonly office: Pick<FeishuRoutes, 'receive' | 'press'>;
  readonly log: Log;
}

/** Connects and stays connected until closed; a Feishu that is down is tried again and again. */
export async function openLongConnection(needs: LongConnectionNeeds): Promise<{ close(): void }> {
  // Costs a tenth of a second and 37 MB, so only those who use it pay.
  const { WSClient, Domain, LoggerLevel } = await import('@larksuiteoapi/node-sdk');
  const { settings, skin, log } = needs;
  const domains = { feishu: Domain.Feishu, lark: Domain.Lark };
  const client = new WSClient({
    appId: skin.appId,
    appSecret: settings.LARK_APP_SECRET ?? '',
    domain: domains[settings.LARK_DOMAIN as 'feishu'] ?? settings.LARK_DOMAIN,
    loggerLevel: LoggerLevel.warn,
    logger: quietLogger(log),
    handshakeTimeoutMs: 15_000,
    wsConfig: { pingTimeout: 30 },
    onReady: () => log.info('the long connection is open'),
    onReconnecting: () => log.warn('the long connection is lost and opened again'),
    onError: (error) => log.error('the long connection cannot be opened', { error: error.message }),
  });
  // The client only asks its dispatcher for `invoke`; ours understands the events the webhook understands.
  const dispatcher = { invoke: (posted: unknown) => take(needs, posted) };
  void client.start({ eventDispatcher: dispatcher as never });
  return { close: () => client.close() };
}

/** @throws where the event could not be kept, so that Feishu sends it again */
async function take({ skin, office }: LongConnectionNeeds, posted: unknown): Promise<object> {
  const event = feishuEvent(record(posted) ?? {});
  if (!event) return {};
  const need = selfNeed(event);
  const openId = need === 'none' ? undefined : await skin.botOpenId();
  if (openId === undefined && need === 'needed') throw new Error('the bot does not know its own id yet');
  const incoming = incomingOf(event, { appId: skin.appId, openId });
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
