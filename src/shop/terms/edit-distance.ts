/** How many typing errors are accepted in a word of `length` letters. */
const forgiven = (length: number): number => (length >= 7 ? 2 : 1);

/** True where `said` is one of the `words` with a typing error, or the beginning of one. */
export const isTypo = (said: string, words: readonly string[]): boolean =>
  words.some((word) => word.startsWith(said) || maxEdits(said, word) <= forgiven(said.length));

/**
 * How many letters were missed, added, mistaken or swapped with their neighbour between the two (Damerau and
 * Levenshtein's distance, in its form where no letter is touched twice).
 */
export function maxEdits(said: string, meant: string): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: meant.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= said.length; i += 1) {
    const here = [i];
    for (let j = 1; j <= meant.length; j += 1) {
      const isSame = said[i - 1] === meant[j - 1];
      const swapped = i > 1 && j > 1 && said[i - 1] === meant[j - 2] && said[i - 2] === meant[j - 1];
      here[j] = Math.min(
        at(last, j) + 1,
        at(here, j - 1) + 1,
        at(last, j - 1) + (isSame ? 0 : 1),
        swapped ? at(before, j - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [before, last] = [last, here];
  }
  return at(last, meant.length);
}

const at = (row: readonly number[], index: number): number => row[index] ?? Number.POSITIVE_INFINITY;
