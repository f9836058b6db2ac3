/** Names an attempt for Feishu, so that a resend within the hour shows once (message create and reply, `uuid`). */
import { sha256Hex } from './crypto.ts';

const longest = 50;

/** At most 50 characters, the same for the same key. */
export async function uuidOf(key: string): Promise<string> {
  if (key.length <= longest && /^[\x21-\x7e]+$/.test(key)) return key;
  return (await sha256Hex(key)).slice(0, 40);
}
