import type { Lexed } from '../lexer/tokens.ts';
import { goodsFile, loadLexicon } from '../text/lexicon.ts';
import { normalizeText } from '../text/text.ts';
import { splitWords, type Words } from '../text/words.ts';

/** Whether a token begins a known name of goods, goes on in one, ends one; or none. */
export type Mark = '' | 'B' | 'I' | 'E' | 'S';

export type Known = Words<true>;

/** Names of goods as the words of the lexicon. */
export function knownGoods(): { readonly zh: readonly string[]; readonly en: readonly string[] } {
  const file = loadLexicon('goods', goodsFile);
  return { zh: file.zh, en: file.en.split(',').map((name) => name.trim()) };
}

/** The lexicon's names and a catalogue's titles, to be found in messages. */
export function knownWith(titles: readonly string[]): Known {
  const { zh, en } = knownGoods();
  const all = new Set(
    [...zh, ...en, ...titles.map((title) => normalizeText(title).plain.trim())].filter(Boolean),
  );
  return splitWords([...all].map((name) => [name, true] as const));
}

/** Marks the longest known names, from left to right. They begin and end where tokens do. */
export function findGoods(
  { text, tokens }: Lexed,
  known: Known,
  isHidden: () => boolean = () => false,
): Mark[] {
  const marks: Mark[] = tokens.map(() => '');
  for (let i = 0; i < tokens.length; i += 1) {
    const found = known.at(text.plain, tokens[i]?.start ?? 0);
    const end = found ? (tokens[i]?.start ?? 0) + found.word.length : 0;
    const last = found ? tokens.findIndex((token, j) => j >= i && token.end === end) : -1;
    if (last < i || isHidden()) continue;
    for (let j = i; j <= last; j += 1) marks[j] = i === last ? 'S' : j === i ? 'B' : j === last ? 'E' : 'I';
    i = last;
  }
  return marks;
}
