/** Finds the longest of many words that begins at a place of a text. */
export interface Words<T> {
  at(text: string, start: number): { readonly word: string; readonly value: T } | undefined;
}

const LATIN = /[a-z]/;

/** Words of Latin letters end at a word's end; before `x4` too (250gx4). */
export function splitWords<T>(entries: Iterable<readonly [string, T]>): Words<T> {
  const byFirst = new Map<string, [string, T][]>();
  for (const [word, value] of entries) {
    const first = word[0] ?? '';
    const some = byFirst.get(first);
    if (some) some.push([word, value]);
    else byFirst.set(first, [[word, value]]);
  }
  for (const some of byFirst.values()) some.sort(([one], [other]) => other.length - one.length);
  return {
    at(text, start) {
      for (const [word, value] of byFirst.get(text[start] ?? '') ?? [])
        if (text.startsWith(word, start) && isWhole(text, start, word)) return { word, value };
      return undefined;
    },
  };
}

function isWhole(text: string, start: number, word: string): boolean {
  if (!LATIN.test(word.at(-1) ?? '')) return true;
  const end = start + word.length;
  return !LATIN.test(text[end] ?? '') || /^x ?\d/.test(text.slice(end, end + 3));
}
