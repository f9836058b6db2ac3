/** Webhook bodies as Feishu's documentation shows them. */
import { readFileSync } from 'node:fs';

export function feishuBody(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(`../fixtures/feishu/${name}.json`, import.meta.url), 'utf8'));
}
