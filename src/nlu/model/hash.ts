/** Bits of a hash: enough that hardly two features of a model share one, and few enough that a model stays small. */
export const HASH_BITS = 24;

/** A hash of a feature's name (FNV-1a over its code units). */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> (32 - HASH_BITS);
}
