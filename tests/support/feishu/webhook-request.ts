/** Builds what Feishu posts to a webhook: written in its several ways, encrypted and signed over the very bytes. */
import { createCipheriv, createHash, randomBytes } from 'node:crypto';

export interface WebhookSecrets {
  readonly encryptKey?: string;
  readonly verificationToken: string;
}

/** How the JSON is written; all mean the same, and a signature over anything but the raw bytes tells them apart. */
export type Writing = 'compact' | 'spaced' | 'escaped';

export interface WebhookPost {
  readonly payload: object;
  readonly form: 'plain' | 'encrypted';
  readonly writing?: Writing;
  readonly at: Date;
  /** The challenge of an encrypted subscription comes without a signature. */
  readonly unsigned?: boolean;
  /** The older card callback is signed with the verification token and never encrypted. */
  readonly oldCard?: boolean;
}

export interface BuiltRequest {
  readonly headers: Record<string, string>;
  readonly body: string;
}

export function webhookRequest(secrets: WebhookSecrets, post: WebhookPost): BuiltRequest {
  const writing = post.writing ?? 'compact';
  const inner = written(post.payload, writing);
  const body =
    post.form === 'encrypted' ? written({ encrypt: encrypted(secrets.encryptKey ?? '', inner) }, writing) : inner;
  const timestamp = String(Math.floor(post.at.getTime() / 1000));
  const nonce = randomBytes(8).toString('hex');
  const signature = post.oldCard
    ? createHash('sha1')
        .update(timestamp + nonce + secrets.verificationToken + body)
        .digest('hex')
    : createHash('sha256')
        .update(timestamp + nonce + (secrets.encryptKey ?? '') + body)
        .digest('hex');
  const signed = !post.unsigned && (post.oldCard || post.form === 'encrypted');
  return {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      ...(signed
        ? {
            'x-lark-request-timestamp': timestamp,
            'x-lark-request-nonce': nonce,
            'x-lark-signature': signature,
            ...(post.oldCard ? { 'x-refresh-token': randomBytes(8).toString('hex') } : {}),
          }
        : {}),
    },
    body,
  };
}

export function encrypted(encryptKey: string, text: string): string {
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(encryptKey).digest(), iv);
  return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final()]).toString('base64');
}

export function written(value: object, writing: Writing): string {
  const compact = JSON.stringify(value);
  if (writing === 'spaced')
    return ` 	${JSON.stringify(value, null, 3)}
`;
  if (writing === 'compact') return compact;
  return compact
    .replace(/[\u0080-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replaceAll('/', '\\/');
}
