import { readDataFile } from '../../../shop/values/data-file.ts';
import { isTakingBack } from '../../clauses/act-mood.ts';
import { splitClauses } from '../clauses.ts';
import { phrases } from '../lexicon.ts';
import { phrasePattern, plainWords } from '../phrases.ts';

// 核桃以后跟红枣卖一个价, `same price for walnuts as dates`: one of the goods costs what another one costs.

const lists = readDataFile('lexicon/same-price.yaml', {
  ...{ links: phrases, alikeLinks: phrases, alike: phrases, ofPrice: phrases },
  ...{ asks: phrases, around: phrases, changes: phrases, wished: phrases, tags: phrases },
});

const alike = phrasePattern(lists.alike);
const ofPrice = phrasePattern(lists.ofPrice);
const asks = new RegExp(`^${phrasePattern(lists.asks).source}`, 'u');
const changes = phrasePattern(lists.changes);
const supposed = new RegExp(`${phrasePattern([...lists.wished, ...lists.tags]).source}$`, 'u');
const linkBefore = (links: readonly string[], place: string): RegExp =>
  new RegExp(`${phrasePattern(links).source}\\s*(?:(?:my|our|the|我家的?|俺家的?)\\s*)?${place}`, 'u');
const ofFirst = linkBefore(lists.links, '§1');
const ofSecond = linkBefore(lists.links, '§2');
const alikeSecond = linkBefore([...lists.links, ...lists.alikeLinks], '§2');
const known = phrasePattern(
  [...lists.links, ...lists.alikeLinks, ...lists.alike, ...lists.ofPrice, ...lists.around],
  'g',
);
/** 红枣啥价，核桃就啥价. */
const WHATEVER =
  /^§1(?:卖)?(?:啥|什么|多少|几多)(?:价|钱) ?§2(?:也|就|都)?(?:卖)?(?:啥|什么|多少|几多)(?:价|钱)$/u;

/** Both by their titles. */
export interface SamePrice {
  readonly changed: string;
  readonly like: string;
}

/** Which of the seller's goods is to cost what which other one costs; nothing where a word of the message is not explained. */
export function readSamePrice(message: string, titles: readonly string[]): SamePrice | undefined {
  const isBack = splitClauses(message).some(isTakingBack);
  if (isBack || /[?？]/u.test(message) || supposed.test(plainWords(message))) return undefined;
  const marked = markTitles(plainWords(message), titles);
  if (!marked) return undefined;
  const { words, named } = marked;
  const [first = '', second = ''] = named;
  if (WHATEVER.test(words)) return { changed: second, like: first };
  const rest = words.replaceAll('§1', ' ').replaceAll('§2', ' ').replace(known, ' ');
  if (rest.trim() !== '' || asks.test(words)) return undefined;
  const isAlike = alike.test(words) && alikeSecond.test(words);
  if (isAlike || (ofPrice.test(words) && ofSecond.test(words))) return { changed: first, like: second };
  const isOfFirst = (alike.test(words) || ofPrice.test(words)) && ofFirst.test(words);
  return isOfFirst ? { changed: second, like: first } : undefined;
}

/** 改成, 以后: it is to be so; 核桃跟红枣一个价 may only tell that it is. */
export function saysSamePriceFromNow(message: string, titles: readonly string[]): boolean {
  const marked = markTitles(plainWords(message), titles);
  return marked !== undefined && changes.test(marked.words);
}

/** Two of the titles, each in one place, in the order in which they stand there. */
function markTitles(
  words: string,
  titles: readonly string[],
): { readonly words: string; readonly named: readonly string[] } | undefined {
  const places: { readonly title: string; readonly at: number }[] = [];
  for (const title of [...new Set(titles)].sort((one, other) => other.length - one.length)) {
    const at = words.indexOf(title.toLowerCase());
    const isWithin = places.some((one) => at >= one.at && at < one.at + one.title.length);
    if (title.length > 1 && at >= 0 && !isWithin) places.push({ title, at });
  }
  const [first, second, ...others] = places.sort((one, other) => one.at - other.at);
  if (!first || !second || others.length > 0) return undefined;
  const between = words.slice(first.at + first.title.length, second.at);
  const behind = words.slice(second.at + second.title.length);
  return {
    words: `${words.slice(0, first.at)}§1${between}§2${behind}`,
    named: [first.title, second.title],
  };
}
