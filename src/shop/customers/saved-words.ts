import type { Cipher } from '../../db/crypto/cipher.ts';
import { sealedAt } from '../../db/crypto/sealed-columns.ts';
import type { ProductId, SavedSearchId } from '../../db/ids.ts';

/** What somebody searched for and nobody sells, as its row holds it. */
interface SearchRow {
  readonly id: SavedSearchId;
  /** In clear: of an earlier release, until the next start. */
  readonly words: string;
  readonly sealedWords: Uint8Array | null;
}

export const openSearch = (cipher: Cipher, { id, words, sealedWords }: SearchRow): string =>
  sealedWords ? String(cipher.decrypt(sealedWords, sealedAt('saved_search.sealed_words', id))) : words;

export const sealSearch = (cipher: Cipher, id: SavedSearchId, words: string, terms: readonly string[]) => ({
  words: '',
  sealedWords: cipher.encrypt(words, sealedAt('saved_search.sealed_words', id)),
  wordsKey: wordsKey(cipher, words),
  terms: terms.map((term) => cipher.fingerprint(term)),
});

/** The word under which one product alone is found, whatever it is called. */
export const productTerm = (productId: ProductId): string => `#${productId}`;

/** By which the same words of the same person are known again. */
export const wordsKey = (cipher: Cipher, words: string): string => cipher.fingerprint(`search ${words}`);

/** The keyed hashes that a search of some of `terms` may hold, also one that was saved before the key changed. */
export const hashTerms = (cipher: Cipher, terms: readonly string[]): string[] =>
  terms.flatMap((term) => cipher.fingerprints(term));
