import { randomUUID } from 'node:crypto';

/** What is encrypted lies here, in the form that a private picture's bytes have; the rest are JPEGs as they are. */
const SEALED = 'sealed/';

export const isSealedKey = (key: string): boolean => key.startsWith(SEALED);

/** A key that was never used: objects are never changed. */
export const newKey = (isSealed: boolean): string =>
  isSealed ? `${SEALED}${randomUUID()}` : `pictures/${randomUUID()}.jpg`;
