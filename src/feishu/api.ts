/** The few calls of the Feishu Open Platform the bot makes, over fetch. */
import { apiLine, type FeishuApiSettings } from './api-line.ts';
import { type AppCalls, appCalls } from './app-calls.ts';
import { type DirectoryCalls, directoryCalls } from './directory-calls.ts';
import { type MessageCalls, messageCalls } from './message-calls.ts';

/** Every call throws OutsideError only. */
export interface FeishuApi extends MessageCalls, DirectoryCalls, AppCalls {
  /** As whom it sends. */
  readonly appId: string;
}

export function createFeishuApi(settings: FeishuApiSettings): FeishuApi {
  const line = apiLine(settings);
  return { appId: settings.appId, ...messageCalls(line), ...directoryCalls(line), ...appCalls(line) };
}
