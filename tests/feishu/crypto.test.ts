/** Encryption and signatures against the published vectors, and against Node's own. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardSignature, decrypt, encrypt, eventSignature, sameSecret } from '../../src/feishu/crypto.ts';
import { encrypted } from '../support/feishu/webhook-request.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('decrypt', () => {
  it('opens the vector of the documentation', async () => {
    expect(await decrypt('test key', 'P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=')).toBe('hello world');
  });

  it("opens the vector of the SDK's tests", async () => {
    const vector =
      'tT1xP+ovuc0T3b/rnZX3ax76exqAn0ANQ6/U45GcciC0mgNBc8JtvqOJGNAPMKpgRs2dVU1NYk9VDeqS8T4SYtU0hzNU54aS84WnxvZ3VFfDcy/RyABlNqlUiGyLDzFI0yxdCMT4KR/YEQXlt6nZi50KwRlZ+A75r645KesZuLMljezYyY8VeeXEVjPw35+e';
    expect(JSON.parse(await decrypt('mazhe.nerd', vector)).challenge).toBe('5634b122-c042-4634-bc7f-b07a3c3e77ad');
  });

  it('gives back any text, whatever the block boundaries cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.nat(40), async (text, pad) => {
        const whole = `${'督'.repeat(pad)}${text}`;
        expect(await decrypt('key', encrypted('key', whole))).toBe(whole);
        expect(await decrypt('key', await encrypt('key', whole))).toBe(whole);
      }),
    );
  });

  it.each([
    ['another key', () => encrypted('other', '督查')],
    ['no base64', () => '%%%'],
    ['too short', () => 'AAAA'],
    ['nothing', () => ''],
    ['a cut ciphertext', () => encrypted('key', '督查').slice(0, 30)],
  ])('rejects %s', async (_name, cipher) => {
    await expect(decrypt('key', cipher())).rejects.toThrow();
  });
});

describe('signatures', () => {
  const signed = { timestamp: '1772586600', nonce: 'n', secret: 's', body: bytes('{ "encrypt" : "督查\\u0020" }\n') };

  it('are made over the raw bytes', async () => {
    const raw = '1772586600ns{ "encrypt" : "督查\\u0020" }\n';
    expect(await eventSignature(signed)).toBe(createHash('sha256').update(raw).digest('hex'));
    expect(await cardSignature(signed)).toBe(createHash('sha1').update(raw).digest('hex'));
  });

  it('change with every byte', async () => {
    const compact = { ...signed, body: bytes('{"encrypt":"督查 "}') };
    expect(await eventSignature(compact)).not.toBe(await eventSignature(signed));
  });
});

describe('sameSecret', () => {
  it('tells equal from unequal', async () => {
    expect(await sameSecret('口令', '口令')).toBe(true);
    expect(await sameSecret('口令', '口令 ')).toBe(false);
    expect(await sameSecret('', 'a')).toBe(false);
  });
});
