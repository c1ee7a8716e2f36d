import { z } from 'zod';
import { readDataFile } from '../../../shop/values/data-file.ts';
import { phrases } from '../lexicon.ts';
import { phrasePattern, plainWords } from '../phrases.ts';

// 有没有啥嗑着玩的: goods are looked for by their use, and none is named.

const lists = readDataFile('lexicon/uses.yaml', {
  seeking: phrases,
  uses: z.array(z.strictObject({ for: phrases, goods: phrases })),
});
const seeking = phrasePattern(lists.seeking);
const uses = lists.uses.map((use) => ({ words: phrasePattern(use.for), goods: use.goods }));

/** What is said of the use, and the names of goods that are usual for it; nothing where the message does not look for any. */
export function readUse(
  message: string,
): { readonly words: string; readonly goods: readonly string[] } | undefined {
  const said = plainWords(message);
  if (!seeking.test(said)) return undefined;
  for (const { words, goods } of uses) {
    const [found] = words.exec(said) ?? [];
    if (found) return { words: found, goods };
  }
  return undefined;
}
