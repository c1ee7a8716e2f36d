import { createCipheriv, createDecipheriv, type KeyObject, randomFillSync } from 'node:crypto';

// An envelope is: format (1 byte), key id (4), nonce (12), tag (16), ciphertext. The place is associated data. Those of
// earlier releases have format 1, no key id and no associated data.

const FORMAT = 2;
const UNBOUND_FORMAT = 1;
const KEY_ID_BYTES = 4;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Format and key id. */
const PREFIX_BYTES = 1 + KEY_ID_BYTES;
const TEXT_AT = PREFIX_BYTES + NONCE_BYTES + TAG_BYTES;

/** What all envelopes under a key begin with, by its 4 bytes of id. */
export const envelopePrefix = (keyId: Uint8Array): Buffer =>
  Buffer.concat([Buffer.of(FORMAT), keyId.subarray(0, KEY_ID_BYTES)]);

/** Which key an envelope names, as hex; undefined for one of an earlier release. */
export function readKeyId(envelope: Uint8Array): string | undefined {
  if (envelope[0] === UNBOUND_FORMAT) return undefined;
  if (envelope[0] !== FORMAT) throw new Error('sealed in an unknown way');
  return Buffer.from(envelope.buffer, envelope.byteOffset + 1, KEY_ID_BYTES).toString('hex');
}

/** Asking the system for random bytes takes longer than most of what is sealed: they are asked for by the hundred. */
const nonces = Buffer.allocUnsafeSlow(NONCE_BYTES * 256);
let nextNonce = nonces.length;

/** Random bytes that nothing was sealed with; they stand only until the next call. */
function freshNonce(): Buffer {
  if (nextNonce === nonces.length) {
    randomFillSync(nonces);
    nextNonce = 0;
  }
  nextNonce += NONCE_BYTES;
  return nonces.subarray(nextNonce - NONCE_BYTES, nextNonce);
}

export function sealEnvelope(
  key: KeyObject,
  prefix: Uint8Array,
  text: Buffer,
  place: string,
): Uint8Array<ArrayBuffer> {
  const nonce = freshNonce();
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(place));
  const envelope = new Uint8Array(TEXT_AT + text.length);
  envelope.set(prefix, 0);
  envelope.set(nonce, PREFIX_BYTES);
  envelope.set(cipher.update(text), TEXT_AT);
  cipher.final();
  envelope.set(cipher.getAuthTag(), PREFIX_BYTES + NONCE_BYTES);
  return envelope;
}

/** Throws when the envelope was made under another key or for another place, or was altered. */
export const openEnvelope = (key: KeyObject, envelope: Uint8Array, place: string): Buffer =>
  opened(key, envelope, PREFIX_BYTES, Buffer.from(place));

/** Opens an envelope of an earlier release, which belongs to no place. */
export const openUnbound = (key: KeyObject, envelope: Uint8Array): Buffer => opened(key, envelope, 1);

function opened(key: KeyObject, envelope: Uint8Array, nonceAt: number, place?: Buffer): Buffer {
  const tagAt = nonceAt + NONCE_BYTES;
  const textAt = tagAt + TAG_BYTES;
  const decipher = createDecipheriv('aes-256-gcm', key, envelope.subarray(nonceAt, tagAt), {
    authTagLength: TAG_BYTES,
  });
  if (place) decipher.setAAD(place);
  decipher.setAuthTag(envelope.subarray(tagAt, textAt));
  return Buffer.concat([decipher.update(envelope.subarray(textAt)), decipher.final()]);
}
