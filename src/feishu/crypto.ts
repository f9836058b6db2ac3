/** Feishu's encryption and signatures over WebCrypto alone, so that Node and Workers compute the same. */

const utf8 = new TextEncoder();

/** Decrypts `base64(iv ‖ AES-256-CBC)`; rejects on anything that is not a whole ciphertext of valid UTF-8. */
export async function decrypt(encryptKey: string, encrypted: string): Promise<string> {
  const bytes = fromBase64(encrypted);
  const key = await aesKey(encryptKey, 'decrypt');
  const text = await crypto.subtle.decrypt({ name: 'AES-CBC', iv: bytes.slice(0, 16) }, key, bytes.slice(16));
  // Decoded once over the whole: a character may lie across any block boundary.
  return new TextDecoder('utf-8', { fatal: true }).decode(text);
}

/** The other direction: what Feishu does before it sends. */
export async function encrypt(encryptKey: string, text: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(16));
  const key = await aesKey(encryptKey, 'encrypt');
  const cipher = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-CBC', iv }, key, utf8.encode(text)));
  return toBase64(joined(iv, cipher));
}

/** What a signature is made over. `secret` is the encrypt key for events, the verification token for old cards. */
export interface Signed {
  readonly timestamp: string;
  readonly nonce: string;
  readonly secret: string;
  /** The body as received, byte for byte. */
  readonly body: Uint8Array;
}

/** `X-Lark-Signature` of an event or of a new card callback. */
export function eventSignature(signed: Signed): Promise<string> {
  return hexDigest('SHA-256', signedBytes(signed));
}

/** `X-Lark-Signature` of the older card callback. */
export function cardSignature(signed: Signed): Promise<string> {
  return hexDigest('SHA-1', signedBytes(signed));
}

/** Whether two secrets are equal, in a time that tells nothing about where they differ. */
export async function sameSecret(a: string, b: string): Promise<boolean> {
  // Digests have one length and no common prefix an attacker could steer.
  const [left, right] = await Promise.all([digest('SHA-256', utf8.encode(a)), digest('SHA-256', utf8.encode(b))]);
  let difference = 0;
  for (const [index, byte] of left.entries()) difference |= byte ^ right[index]!;
  return difference === 0;
}

/** Lower-case hex of a SHA-256. */
export function sha256Hex(text: string): Promise<string> {
  return hexDigest('SHA-256', utf8.encode(text));
}

function signedBytes({ timestamp, nonce, secret, body }: Signed): Uint8Array<ArrayBuffer> {
  return joined(utf8.encode(timestamp + nonce + secret), body);
}

async function aesKey(encryptKey: string, use: 'encrypt' | 'decrypt'): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', await digest('SHA-256', utf8.encode(encryptKey)), 'AES-CBC', false, [use]);
}

async function digest(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest(name, bytes));
}

async function hexDigest(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return [...(await digest(name, bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}

/** Standard base64; a piece at a time, because a minute of speech has two million bytes. */
export function toBase64(bytes: Uint8Array): string {
  const piece = 3 * 8192;
  let text = '';
  for (let at = 0; at < bytes.length; at += piece) text += btoa(String.fromCharCode(...bytes.subarray(at, at + piece)));
  return text;
}
