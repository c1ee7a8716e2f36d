import { readData } from '../../shop/values/data-file.ts';
import type { Lexed } from '../lexer/tokens.ts';
import { goodsFile } from '../text/lexicon.ts';
import { normalizeText } from '../text/text.ts';
import { splitWords, type Words } from '../text/words.ts';

/** Whether a token begins a known name of goods, goes on in one, ends one; or none. */
export type Mark = '' | 'B' | 'I' | 'E' | 'S';

export type Known = Words<true>;

/** Names of goods as the words of the lexicon: all of them, or those that were there when sellers' readers learned. */
export function knownGoods(which: 'all' | 'older' = 'all'): {
  readonly zh: readonly string[];
  readonly en: readonly string[];
} {
  const { zh, en, laterZh, laterEn } = readData('lexicon/goods.yaml', goodsFile);
  const names = (list: string): string[] => list.split(',').map((name) => name.trim());
  return which === 'older'
    ? { zh, en: names(en) }
    : { zh: [...zh, ...laterZh], en: [...names(en), ...names(laterEn)] };
}

/** The lexicon's names and a catalogue's titles, to be found in messages. */
export function knownWith(titles: readonly string[], which: 'all' | 'older' = 'all'): Known {
  const { zh, en } = knownGoods(which);
  const all = new Set([...zh, ...en, ...titles.flatMap(namesIn)].filter(Boolean));
  return splitWords([...all].map((name) => [name, true] as const));
}

/** What buyers may call a title: all of it, and its parts: 沁州黄小米（5斤装）, 山西 红枣. */
function namesIn(title: string): string[] {
  const { plain } = normalizeText(title);
  const parts = plain.split(/[()[\]{}|/,;:·+]|\d+(?:\.\d+)?\s?(?:kg|g|ml|[斤克两升]|公斤|毫升)装?/);
  const words = parts.flatMap((part) => (HAN.test(part) ? part.split(/\s+/) : [part]));
  const names = [plain, ...words].map((word) => word.trim()).filter((word) => word.length > 1);
  return [...names, ...names.flatMap(heads)];
}

/** 小麦 of 白小麦: what stands at the end of a name is what it is. */
const heads = (name: string): string[] =>
  ALL_HAN.test(name)
    ? Array.from({ length: name.length - 2 }, (_, i) => name.slice(i + 1)).filter((head) => head.length > 1)
    : [];

const ALL_HAN = /^\p{Script=Han}{3,7}$/u;

const HAN = /\p{Script=Han}/u;

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

const edges = (pick: (name: string) => string | undefined): Set<string> =>
  new Set(knownGoods().zh.flatMap((name) => pick(name) ?? []));
const firstSigns = edges((name) => name[0]);
const lastSigns = edges((name) => name.at(-1));

/** Whether some known name begins, or ends, with a Han sign: what is unknown is mostly like what is known. */
export const isFirstSign = (sign: string): boolean => firstSigns.has(sign);
export const isLastSign = (sign: string): boolean => lastSigns.has(sign);
