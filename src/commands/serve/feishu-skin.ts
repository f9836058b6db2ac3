/** Feishu as the entries see it, on Node and on Workers alike: its messenger and its routes from the settings. */
import type { Hono } from 'hono';
import { createFeishuApi, type FeishuApi } from '../../feishu/api.ts';
import { createFeishuDirectory } from '../../feishu/directory.ts';
import { createFeishuFiles } from '../../feishu/files.ts';
import { createFeishuListener, type DecodeVoice } from '../../feishu/listener.ts';
import { createFeishuLookup } from '../../feishu/lookup.ts';
import { createFeishuMessenger } from '../../feishu/messenger.ts';
import { createFeishuReaders } from '../../feishu/readers.ts';
import { type FeishuRoutes, feishuRoutes } from '../../feishu/routes.ts';
import { rememberSent } from '../../feishu/sent.ts';
import type { Clock, Directory, Files, Listener, Log, Lookup, Messenger, Readers } from '../../ports.ts';
import type { Settings } from '../../settings.ts';

export interface FeishuSkin {
  readonly appId: string;
  readonly messenger: Messenger;
  readonly files: Files;
  readonly directory: Directory;
  readonly lookup: Lookup;
  readonly readers: Readers;
  /** Missing where voices cannot be decoded. */
  readonly listener?: Listener;
  /** The bot's own open id, asked for once it is wanted and kept once it is known. */
  botOpenId(): Promise<string | undefined>;
  routes(office: Pick<FeishuRoutes, 'receive' | 'press'>): Hono;
}

/** @returns undefined without credentials */
export function createFeishuSkin(
  settings: Settings,
  { clock, log, decodeVoice }: { clock: Clock; log: Log; decodeVoice?: DecodeVoice },
): FeishuSkin | undefined {
  const { LARK_APP_ID: appId, LARK_APP_SECRET: appSecret } = settings;
  if (!appId || !appSecret) return undefined;
  const { api, ours } = rememberSent(
    createFeishuApi({ appId, appSecret, domain: settings.LARK_DOMAIN, fetch, clock, log }),
    clock,
  );
  const botOpenId = onceKnown(api);
  return {
    appId,
    messenger: createFeishuMessenger(api, log),
    files: createFeishuFiles(api),
    directory: createFeishuDirectory(api, log),
    readers: createFeishuReaders(api),
    lookup: createFeishuLookup({ api, appId, botOpenId, ours }),
    ...(decodeVoice ? { listener: createFeishuListener(api, decodeVoice) } : {}),
    botOpenId,
    routes: ({ receive, press }) =>
      feishuRoutes({
        settings: {
          appId,
          ...(settings.LARK_ENCRYPT_KEY ? { encryptKey: settings.LARK_ENCRYPT_KEY } : {}),
          ...(settings.LARK_VERIFICATION_TOKEN ? { verificationToken: settings.LARK_VERIFICATION_TOKEN } : {}),
        },
        clock,
        log,
        botOpenId,
        receive,
        press,
      }),
  };
}

/** A failure is not kept: Feishu may be down while the server starts. */
function onceKnown(api: FeishuApi): () => Promise<string | undefined> {
  let asked: Promise<string | undefined> | undefined;
  return () => {
    asked ??= api.botInfo().then(
      ({ openId }) => openId,
      () => {
        asked = undefined;
        return undefined;
      },
    );
    return asked;
  };
}
