import { plainWords } from '../acts/phrases.ts';

const HAN = /\p{Script=Han}+/gu;
const LATIN = /[a-z]+/g;
/** Which number it is does not say what is wanted. */
const NUMBERS = /[\d.]+|[一二两三四五六七八九十百千]{2,}/g;

/** What a message is compared by: its signs alone and in pairs, Latin words alone and in pairs, each as often as it occurs. */
export function extractFeatures(message: string): string[] {
  const said = plainWords(message).replace(NUMBERS, ' # ');
  const runs = said.match(HAN) ?? [];
  const words = said.match(LATIN) ?? [];
  return [
    ...runs.flatMap((run) => [...[...run], ...pairs([...`^${run}$`])]),
    ...words,
    ...pairs(words).map((pair) => `_${pair}`),
  ];
}

const pairs = (parts: readonly string[]): string[] =>
  parts.slice(1).map((part, i) => `${parts[i]}${/[a-z]/.test(part) ? ' ' : ''}${part}`);
