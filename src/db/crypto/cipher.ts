import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { envelopePrefix, openEnvelope, openUnbound, readKeyId, sealEnvelope } from './envelope.ts';
import type { SealedPlace } from './sealed-columns.ts';

/**
 * Encrypts what people wrote before it is stored: AES-256-GCM, each value bound to its place. The first of the keys
 * seals, all of them open.
 */
export interface Cipher {
  encrypt(value: unknown, place: SealedPlace): Uint8Array<ArrayBuffer>;
  /** Throws when the envelope was made under an unknown key or for another place, or was altered. */
  decrypt(envelope: Uint8Array, place: SealedPlace): unknown;
  /** A keyed hash under the key that seals, by which an encrypted phone number can be looked up. */
  fingerprint(text: string): string;
  /** … under each key, the sealing one's first: what was written before the keys changed is found too. */
  fingerprints(text: string): readonly string[];
  /** A keyed hash that stays the same when keys change: for what cannot be computed again. */
  lastingFingerprint(text: string): string;
}

export interface CipherOptions {
  /** Keys that open and do not seal. */
  readonly others?: readonly Uint8Array[];
  /** The key of lasting fingerprints; else they are the sealing key's. */
  readonly lasting?: Uint8Array | undefined;
  /** Whether envelopes of earlier releases open, which belong to no place. */
  readonly opensUnbound?: boolean;
  /** Looks for keys that came since, where an envelope names an unknown one: the sealing key first. */
  readonly findKeys?: () => readonly Uint8Array[];
}

/** Creates the cipher for `secret`, 32 random bytes. */
export const createCipher = (secret: Uint8Array, options: CipherOptions = {}): Cipher =>
  createKeyring(secret, options).cipher;

/** A cipher whose keys may change while it is used. */
export interface Keyring {
  readonly cipher: Cipher;
  /** The sealing key first. */
  setKeys(secrets: readonly Uint8Array[]): void;
}

export function createKeyring(
  secret: Uint8Array,
  { others = [], lasting, opensUnbound = true, findKeys }: CipherOptions = {},
): Keyring {
  const lastingKey = createSecretKey(lasting ?? fingerprintKey(secret));
  let first = createKey(secret);
  let all = [first, ...others.map(createKey)];
  const setKeys = (secrets: readonly Uint8Array[]): void => {
    all = secrets.map((one) => createKey(one));
    first = all[0] ?? first;
  };

  const openBound = (id: string, envelope: Uint8Array, place: SealedPlace): Buffer => {
    if (findKeys && !all.some((key) => key.id === id)) setKeys(findKeys());
    const key = all.find((one) => one.id === id);
    if (!key) throw new Error('sealed under an unknown key');
    return openEnvelope(key.sealing, envelope, place);
  };

  const cipher: Cipher = {
    encrypt: (value, place) =>
      sealEnvelope(first.sealing, first.prefix, Buffer.from(JSON.stringify(value)), place),
    decrypt(envelope, place) {
      const id = readKeyId(envelope);
      if (id !== undefined) return parseText(openBound(id, envelope, place));
      if (!opensUnbound) throw new Error('sealed for no place: refused since all values are bound to theirs');
      return parseText(openByAny(all, envelope));
    },
    fingerprint: (text) => hash(first.finding, text),
    fingerprints: (text) => all.map(({ finding }) => hash(finding, text)),
    lastingFingerprint: (text) => hash(lastingKey, text),
  };
  return { cipher, setKeys };
}

/** What an envelope holds; undefined where no key opens it, or it was altered. */
export function openIfAble(cipher: Cipher, envelope: Uint8Array, place: SealedPlace): unknown {
  try {
    return cipher.decrypt(envelope, place);
  } catch {
    return undefined;
  }
}

const parseText = (text: Buffer): unknown => JSON.parse(text.toString('utf8'));

/** What a secret is used for: made once, since making a key costs as much as sealing a message with it. */
interface Key {
  readonly id: string;
  readonly prefix: Buffer;
  readonly sealing: KeyObject;
  readonly finding: KeyObject;
}

function createKey(secret: Uint8Array): Key {
  const prefix = keyPrefix(secret);
  return {
    id: prefix.subarray(1).toString('hex'),
    prefix,
    sealing: createSecretKey(derive(secret, 'seal')),
    finding: createSecretKey(fingerprintKey(secret)),
  };
}

/** Envelopes of earlier releases do not name their key. */
function openByAny(keys: readonly Key[], envelope: Uint8Array): Buffer {
  for (const { sealing } of keys) {
    try {
      return openUnbound(sealing, envelope);
    } catch {
      // Another key's.
    }
  }
  throw new Error('sealed under an unknown key');
}

const derive = (secret: Uint8Array, purpose: string, bytes = 32): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `walnut ${purpose}`, bytes));

/** The key of fingerprints under `secret`. */
export const fingerprintKey = (secret: Uint8Array): Buffer => derive(secret, 'fingerprint');

const hash = (key: KeyObject, text: string): string =>
  createHmac('sha256', key).update(text).digest('base64url');

const idBytes = (secret: Uint8Array): Buffer => derive(secret, 'key fingerprint', 8);

/** A short hash that identifies a secret and does not reveal it. */
export const keyFingerprint = (secret: Uint8Array): string => idBytes(secret).toString('hex');

/** What all envelopes under `secret` begin with. */
export const keyPrefix = (secret: Uint8Array): Buffer => envelopePrefix(idBytes(secret));
