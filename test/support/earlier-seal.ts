import { createCipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** As earlier releases sealed: nothing says which key it was, or where the value belongs. */
export function sealedEarlier(secret: Uint8Array, value: unknown): Uint8Array<ArrayBuffer> {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'walnut seal', 32));
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const text = Buffer.concat([cipher.update(JSON.stringify(value)), cipher.final()]);
  return Uint8Array.from(Buffer.concat([Buffer.of(1), nonce, cipher.getAuthTag(), text]));
}
