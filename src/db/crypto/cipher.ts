import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const KEY_ID = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts what people wrote before it is stored: AES-256-GCM under one key.
 * An envelope is: key id (1 byte), nonce (12), tag (16), ciphertext of JSON.
 */
export interface Cipher {
  encrypt(value: unknown): Uint8Array<ArrayBuffer>;
  /** Throws when the envelope was made under another key or was altered. */
  decrypt(envelope: Uint8Array): unknown;
  /** A keyed hash, by which an encrypted phone number can be looked up. */
  fingerprint(text: string): string;
}

/** Creates the cipher for `secret`, 32 random bytes. */
export function createCipher(secret: Uint8Array): Cipher {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, '', `walnut ${purpose}`, 32));
  const sealing = derive('seal');
  const finding = derive('fingerprint');
  return {
    encrypt: (value) => sealed(sealing, Buffer.from(JSON.stringify(value))),
    decrypt: (envelope) => JSON.parse(opened(sealing, envelope).toString('utf8')),
    fingerprint: (text) => createHmac('sha256', finding).update(text).digest('base64url'),
  };
}

/** A short hash that identifies a secret and does not reveal it. */
export const keyFingerprint = (secret: Uint8Array): string =>
  Buffer.from(hkdfSync('sha256', secret, '', 'walnut key fingerprint', 8)).toString('hex');

function sealed(key: Buffer, text: Buffer): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const body = [cipher.update(text), cipher.final()];
  return Uint8Array.from(Buffer.concat([Buffer.of(KEY_ID), nonce, cipher.getAuthTag(), ...body]));
}

function opened(key: Buffer, envelope: Uint8Array): Buffer {
  const bytes = Buffer.from(envelope);
  if (bytes[0] !== KEY_ID) throw new Error('sealed under an unknown key');
  const tagAt = 1 + NONCE_BYTES;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, tagAt));
  decipher.setAuthTag(bytes.subarray(tagAt, tagAt + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(tagAt + TAG_BYTES)), decipher.final()]);
}
