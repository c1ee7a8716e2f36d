import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';

/**
 * A gloss as its English stems in the order of the alphabet. The file is CC-CEDICT without what nobody asks of it here
 * (data/cedict/README.md): a line a word, then its glosses behind tabs.
 */
type Gloss = readonly string[];

/** Loaded with the first word that no fact gives: some tens of ms and 20 MB, which most villages' texts never need. */
let loaded: ReadonlyMap<string, string> | undefined;

function lines(): ReadonlyMap<string, string> {
  loaded ??= read(new URL('../../../../data/cedict/glosses.br', import.meta.url));
  return loaded;
}

function read(file: URL): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const line of brotliDecompressSync(readFileSync(file)).toString().split('\n')) {
    const end = line.indexOf('\t');
    found.set(line.slice(0, end), line.slice(end + 1));
  }
  return found;
}

/** What a Chinese word means in English; none where the dictionary does not know it. */
export const findGlosses = (word: string): Gloss[] =>
  (lines().get(word) ?? '')
    .split('\t')
    .filter(Boolean)
    .map((gloss) => gloss.split(' '));

const LONGEST_WORD = 5;

/** All words of the dictionary within a run of Chinese. */
export function wordsWithin(run: string): string[] {
  const known = lines();
  return [...run].flatMap((_, from) =>
    Array.from({ length: Math.min(LONGEST_WORD, run.length - from) }, (__, more) =>
      run.slice(from, from + more + 1),
    ).filter((word) => known.has(word)),
  );
}
