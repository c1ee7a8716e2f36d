import { readDataFile } from '../../../shop/values/data-file.ts';
import { BARE_PRICE, PRICE, readPrice } from '../../price-watch-words.ts';
import { readBuyer } from '../../read.ts';
import { normalizeText } from '../../text/text.ts';
import { phrases } from '../lexicon.ts';
import { phrasePattern } from '../phrases.ts';
import { namesAmount } from '../question-topic.ts';

const lists = readDataFile('lexicon/on-price.yaml', {
  lead: phrases,
  below: phrases,
  most: phrases,
  within: phrases,
  joint: phrases,
  otherwise: phrases,
  fees: phrases,
});
const [below, most, within, joint, otherwise] = [
  lists.below,
  lists.most,
  lists.within,
  lists.joint,
  lists.otherwise,
].map((list) => phrasePattern(list).source);

const FEES = phrasePattern(lists.fees);
const LED = phrasePattern(lists.lead, 'g');
const OUGHT = `(?:(?<below>${below})|(?<most>${most}))`;
const ENGLISH_PRICE =
  '(?:¥|rmb )?(?<price>\\d+(?:\\.\\d{1,2})?) ?(?:yuan|rmb|kuai|¥)?(?: ?(?:a|an|per|/) ?(?<unit>jin|kilo|kg|piece|egg))?';
const CHINESE_PRICE = `(?:${PRICE}|${BARE_PRICE})`;
const LIMITS = [
  new RegExp(`${OUGHT}\\s*${CHINESE_PRICE}\\s*(?:${within})?\\s*(?<joint>${joint})?`, 'u'),
  new RegExp(`${CHINESE_PRICE}\\s*(?:${within})\\s*(?<joint>${joint})?`, 'u'),
  new RegExp(`${OUGHT} ${ENGLISH_PRICE}(?: (?:${within}))?(?: (?<joint>${joint}))?`, 'u'),
];
/** The goods again, or their price, right before how much that may be. */
const THEY =
  /(?:价钱|价格|单价|一斤|每斤|\b(?:they|it|that|thats|theyre|its|the price|is|are|s|costs?|still)\b|['’\s])+$/u;
const OTHERWISE = new RegExp(`[,，。;；.]\\s*(?:${otherwise})[^,，。;；]*`, 'gu');
const EDGE = /^[\s,，。.;；]+|[\s,，;；]+$/gu;

/** An order that is one only while the goods cost no more. */
export interface OrderOnPrice {
  /** The order, without what it hangs on. */
  readonly order: string;
  readonly fen: number;
  /** The price itself is too much: 不到70. */
  readonly isBelow: boolean;
  /** Said before how much is wanted: no price of all of it. */
  readonly isOfOne: boolean;
  /** Base units of one that costs it; nothing where that was not said. */
  readonly per?: number | undefined;
}

/** 枣花蜜要是没超过70一斤就给我来一斤; nothing where no amount is wanted, or it is no price that it hangs on. */
export function readOrderOnPrice(message: string): OrderOnPrice | undefined {
  const { said, plain } = normalizeText(message);
  const found = LIMITS.map((limit) => limit.exec(plain)).find((one) => one !== null);
  const limit = found?.groups && readPrice(found.groups);
  if (!found || !limit) return undefined;
  const front = plain.slice(0, found.index);
  // 快递不超过10块就来5斤: that is no price of the goods.
  if (FEES.test(front)) return undefined;
  const leads = [...front.matchAll(LED)];
  if (leads.length === 0 && found.groups?.joint === undefined) return undefined;
  const parts = [
    leads
      .reduceRight(
        (words, { 0: word, index }) => `${words.slice(0, index)}${words.slice(index + word.length)}`,
        said.slice(0, found.index),
      )
      .replace(THEY, ''),
    said.slice(found.index + found[0].length),
  ];
  const order = parts
    .map((part) => part.replace(OTHERWISE, '').replace(EDGE, ''))
    .filter(Boolean)
    .join('，');
  const { kind, lines } = readBuyer(order);
  const isOrder = kind === 'order' && lines.some(({ quantity }) => quantity !== null);
  const isOfOne = !namesAmount(front);
  return isOrder ? { order, ...limit, isOfOne, isBelow: found.groups?.below !== undefined } : undefined;
}
