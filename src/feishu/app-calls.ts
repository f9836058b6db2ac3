/** Calls about the app itself: who the bot is, what it may do, how it is published. */
import { OutsideError } from '../ports.ts';
import { type ApiLine, records } from './api-line.ts';
import { serverTime } from './call.ts';
import { type Json, record, text } from './feishu-event.ts';

export interface AppState {
  readonly published: boolean;
  readonly mode?: 'webhook' | 'websocket';
  readonly requestUrl?: string;
  readonly events?: readonly string[];
  readonly callbacks?: readonly string[];
}

export interface AppCalls {
  /** `status` is the bot's `activate_status`: 2 is in use. */
  botInfo(): Promise<{ openId: string; name: string; status?: number }>;
  /** The scopes granted to the app. */
  scopes(): Promise<readonly string[]>;
  /** How the app is published and what it is subscribed to; what Feishu does not tell is missing. */
  app(appId: string): Promise<AppState>;
  /** What Feishu's clock shows; undefined where it does not say. */
  serverTime(): Promise<Date | undefined>;
}

export function appCalls({ call, reach }: ApiLine): AppCalls {
  return {
    async botInfo() {
      const bot = record((await call('GET', '/open-apis/bot/v3/info')).bot);
      const openId = text(bot?.open_id);
      if (!openId) throw new OutsideError('Feishu did not say who the bot is', { retryable: true });
      const status = typeof bot?.activate_status === 'number' ? { status: bot.activate_status } : {};
      return { openId, name: text(bot?.app_name) ?? '', ...status };
    },
    async scopes() {
      const read = record((await call('GET', '/open-apis/application/v6/scopes')).data);
      return records(read?.scopes).flatMap((one) => (one.grant_status === 1 ? (text(one.scope_name) ?? []) : []));
    },
    async app(appId) {
      const path = `/open-apis/application/v6/applications/${encodeURIComponent(appId)}`;
      const app = record(record((await call('GET', `${path}?lang=zh_cn`)).data)?.app);
      const version = text(app?.online_version_id);
      const read = version
        ? await call('GET', `${path}/app_versions/${encodeURIComponent(version)}?lang=zh_cn`)
        : undefined;
      const infos = record(record(read?.data)?.app_version)?.event_infos;
      return appState(app ?? {}, Array.isArray(infos) ? records(infos) : undefined);
    },
    serverTime: () => serverTime(reach),
  };
}

/** The newer console tells the subscription with the app, the older only the events of its published version. */
function appState(app: Json, infos: readonly Json[] | undefined): AppState {
  const [callback, event] = [record(app.callback_info), record(app.event)];
  const mode = text(event?.subscription_type) ?? text(callback?.callback_type);
  const requestUrl = text(event?.request_url) ?? text(callback?.request_url);
  const events = strings(event?.subscribed_events) ?? infos?.flatMap((one) => text(one.event_type) ?? []);
  const callbacks = strings(callback?.subscribed_callbacks);
  return {
    published: text(app.online_version_id) !== undefined,
    ...(mode === 'webhook' || mode === 'websocket' ? { mode } : {}),
    ...(requestUrl ? { requestUrl } : {}),
    ...(events ? { events } : {}),
    ...(callbacks ? { callbacks } : {}),
  };
}

function strings(list: unknown): string[] | undefined {
  return Array.isArray(list) ? list.flatMap((one) => text(one) ?? []) : undefined;
}
