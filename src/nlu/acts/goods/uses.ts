import { z } from 'zod';
import { readDataFile } from '../../../shop/values/data-file.ts';
import { phrases } from '../lexicon.ts';
import { phrasePattern, plainWords } from '../phrases.ts';

// 有没有啥嗑着玩的: goods are looked for by their use, and none is named.

const lists = readDataFile('lexicon/uses.yaml', {
  seeking: phrases,
  asksOther: phrases,
  denied: phrases,
  uses: z.array(z.strictObject({ for: phrases, goods: phrases })),
});
const seeking = phrasePattern(lists.seeking);
const asksOther = phrasePattern(lists.asksOther);
const denied = phrasePattern(lists.denied);
const uses = lists.uses.map((use) => ({ words: phrasePattern(use.for), goods: use.goods }));

/** What is said of the use, and the names of goods that are usual for it; nothing where the message does not look for any. */
export function readUse(
  message: string,
): { readonly words: string; readonly goods: readonly string[] } | undefined {
  for (const clause of message.split(CLAUSE)) {
    const said = plainWords(clause);
    const found = seeking.test(said) && !asksOther.test(plainWords(message)) ? useIn(said) : undefined;
    if (found) return found;
  }
  return undefined;
}

const CLAUSE = /[,，。;；!！?？\n]+/u;

/** The use that is named and not denied: 有没有什么不送人的 is of none. */
function useIn(said: string): { readonly words: string; readonly goods: readonly string[] } | undefined {
  for (const { words, goods } of uses) {
    const found = words.exec(said);
    if (found && !isDenied(said.slice(0, found.index))) return { words: found[0], goods };
  }
  return undefined;
}

/** 不知道有没有 of who seeks denies nothing. */
const isDenied = (before: string): boolean =>
  denied.test((before.split(seeking).at(-1) ?? '').slice(-DENIED_BEFORE));

/** A denial stands so near before what it denies: not too sweet. */
const DENIED_BEFORE = 8;
