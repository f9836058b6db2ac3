/** Files people attach to messages in Feishu, fetched with the message they came in. */
import type { Files } from '../ports.ts';
import type { FeishuApi } from './api.ts';

export function createFeishuFiles(api: FeishuApi): Files {
  return { fetch: (messageId, attachment, most) => api.resource(messageId, attachment.key, most) };
}
