/** The tenant access token: fetched once for all who wait for it, kept until shortly before it ends. */
import type { Clock } from '../ports.ts';
import { OutsideError } from '../ports.ts';
import { feishuCall, type Reach } from './call.ts';
import { text } from './feishu-event.ts';

export interface TenantTokens {
  get(): Promise<string>;
  /** The token was refused: the next call fetches another, unless somebody did already. */
  drop(token: string): void;
}

/** Feishu gives the same token while 30 minutes are left, and both are valid while a new one begins. */
const marginMs = 5 * 60 * 1000;

export function tenantTokens(
  reach: Reach,
  settings: { readonly appId: string; readonly appSecret: string; readonly clock: Clock },
): TenantTokens {
  let held: { value: string; until: number } | undefined;
  let fetching: Promise<string> | undefined;

  async function fetchToken(): Promise<string> {
    const body = { app_id: settings.appId, app_secret: settings.appSecret };
    const answer = await feishuCall(reach, {
      method: 'POST',
      path: '/open-apis/auth/v3/tenant_access_token/internal',
      body,
    }).catch((error: unknown) => {
      // A wrong secret is mended by an administrator; the message waiting for the token is not to blame.
      if (!(error instanceof OutsideError) || error.retryable) throw error;
      throw new OutsideError(error.message, { retryable: true, retryAfterMs: 60_000, ...coded(error), cause: error });
    });
    const value = text(answer.tenant_access_token);
    if (!value) throw new OutsideError('Feishu gave no tenant token', { retryable: true });
    const seconds = typeof answer.expire === 'number' ? answer.expire : 0;
    held = { value, until: settings.clock.now().getTime() + seconds * 1000 };
    return value;
  }

  return {
    get() {
      if (held && held.until - settings.clock.now().getTime() > marginMs) return Promise.resolve(held.value);
      fetching ??= fetchToken().finally(() => {
        fetching = undefined;
      });
      return fetching;
    },
    drop(token) {
      if (held?.value === token) held = undefined;
    },
  };
}

function coded(error: OutsideError): { code?: number | string } {
  return error.code === undefined ? {} : { code: error.code };
}
