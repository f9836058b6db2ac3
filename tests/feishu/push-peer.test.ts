/** An independent receiver of Feishu's webhooks judges what the fake pushes: what it accepts, ours may rest on. */
import { describe, expect, it } from 'vitest';
import { virtualClock } from '../support/feishu/virtual-clock.ts';
import { type WebhookPost, webhookRequest } from '../support/feishu/webhook-request.ts';
import { feishuBody } from './feishu-body.ts';

const path = '../../node_modules/@openclaw/crabline/dist/src/providers/builtin/feishu.js';
type Authenticate = (request: Request, rawBody: string) => Promise<Response | undefined>;
type Create = (config: object, env: object, runtime: { now: () => number }) => Authenticate | undefined;
const peer = await import(path).then(
  (module: { createFeishuWebhookAuthenticator: Create }) => ({ create: module.createFeishuWebhookAuthenticator }),
  (error: unknown) => ({ reason: String(error) }),
);
const reason = 'reason' in peer ? ` (it cannot be loaded on Node ${process.versions.node}: ${peer.reason})` : '';

describe.skipIf('reason' in peer)(`the peer's door${reason}`, () => {
  const secrets = { encryptKey: 'encrypt-key', verificationToken: 'verification-token' };
  const clock = virtualClock('2026-03-04T09:10:00+08:00');
  const config = { feishu: { ...secrets, appId: 'cli_a1b2c3d4e5f60718', appSecret: 's', recorder: {}, webhook: {} } };

  async function asked(post: Partial<WebhookPost>, broken: (body: string) => string = (body) => body): Promise<number> {
    if (!('create' in peer)) throw new Error('skipped');
    const authenticate = peer.create(config, {}, { now: () => clock.now().getTime() });
    const { headers, body } = webhookRequest(secrets, {
      ...{ payload: fresh('message-p2p'), form: 'encrypted' as const, at: clock.now() },
      ...post,
    });
    const raw = broken(body);
    const request = new Request('http://127.0.0.1/webhook/event', { method: 'POST', headers, body: raw });
    return (await authenticate?.(request, raw))?.status ?? 200;
  }

  const fresh = (name: string): object => {
    const body = feishuBody(name) as { header?: object };
    return {
      ...body,
      header: { ...body.header, token: secrets.verificationToken, create_time: String(clock.now().getTime()) },
    };
  };

  it.each(['compact', 'spaced', 'escaped'] as const)('takes an encrypted event written %s', async (writing) => {
    expect(await asked({ writing })).toBe(200);
  });

  it('takes the encrypted challenge without a signature', async () => {
    const payload = { challenge: 'c', token: secrets.verificationToken, type: 'url_verification' };
    expect(await asked({ payload, unsigned: true })).toBe(200);
  });

  it('refuses what is unsigned, changed, plain or too old', async () => {
    expect(await asked({ unsigned: true })).toBe(401);
    expect(await asked({}, (body) => `${body} `)).toBe(401);
    expect(await asked({ form: 'plain' })).toBe(401);
    expect(await asked({ at: new Date(clock.now().getTime() - 20 * 60_000) })).toBe(401);
  });
});
