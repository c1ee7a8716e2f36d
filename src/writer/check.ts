import type { Draft, Facts } from './facts.ts';
import { unlawfulWords } from './law.ts';

/** Whether a draft says only what is lawful and was given: a number that no fact names was invented. */
export function isTrueAndLawful(draft: Draft, facts: Facts): boolean {
  const text = [draft.zh.title, draft.zh.blurb, draft.en.title, draft.en.blurb].join('\n');
  const given = numbersIn(JSON.stringify(facts));
  return unlawfulWords(text).length === 0 && [...numbersIn(text)].every((number) => given.has(number));
}

const numbersIn = (text: string): Set<string> =>
  new Set((text.match(/\d+/g) ?? []).map((number) => String(Number(number))));
