import { lex } from '../../lexer/lexer.ts';
import { type Amount, isQuantity, type Quantity } from '../../lexer/tokens.ts';
import { isHearsay } from '../../plainly/shape-words.ts';
import { tableWords } from '../offers/table-lexicon.ts';
import { phrasePattern, plainWords } from '../phrases.ts';
import { packLists } from './pack-act.ts';

// So much bought at once costs less: 一次拿两瓶按70, 20 kg and above at 12 yuan per kg.

const bulk = phrasePattern(packLists.bulk);
const stock = phrasePattern(packLists.stock);
const each = phrasePattern(packLists.each);
const bought = phrasePattern(packLists.bought);
const denied = phrasePattern(packLists.notBulk);
const otherPrices = phrasePattern(tableWords.otherPrices);
const upwards = new RegExp(`^\\s*(?:${phrasePattern(packLists.upwards).source})`, 'u');
const forSum = /^[^,;.]{0,30}\bfor\s*$/u;

/** Before `two jars for 28` stand the goods, or a word of selling. */
const BEGINS = /^\s*(?:[\p{L}']+[\s:,]+){0,3}$/u;

export interface BulkPrice {
  readonly amount: Amount & { readonly base: number };
  readonly fen: number;
  /** What it is for, where that was said; `open` where it may be for one or for all. */
  readonly of: 'each' | 'open';
  /** From so much on, and not for so much alone. */
  readonly isTier: boolean;
}

/** Longer than that tells more than one price. */
const MAX_LENGTH = 110;

/** What so much costs that is bought at once; nothing where any other figure is said. */
export function readBulk(message: string): BulkPrice | undefined {
  const words = plainWords(message);
  const isNone =
    [stock, bought, denied, otherPrices].some((pattern) => pattern.test(words)) ||
    words.replace(WHETHER, ' ').includes('不') ||
    isHearsay(words) ||
    /[?？]|[吗么]\s*$/u.test(message);
  if (message.length > MAX_LENGTH || isNone) return undefined;
  const { text, tokens } = lex(message);
  const said = tokens.filter(isQuantity).filter((one) => !isFiller(one));
  const amounts = said.filter((one) => one.is === 'amount' && !one.amount.isOne);
  const prices = said.filter((one) => one.is === 'money' || one.is === 'number');
  const [size, price] = [amounts[0], prices[0]];
  const isOther =
    amounts.length !== 1 || prices.length !== 1 || amounts.length + prices.length + ones(said) < said.length;
  if (isOther || size?.is !== 'amount' || !price || size.start > price.start) return undefined;
  const fen = sumOf(price);
  const { base } = size.amount;
  const isTier = upwards.test(text.plain.slice(size.end));
  const isFor =
    BEGINS.test(text.plain.slice(0, size.start)) && forSum.test(text.plain.slice(size.end, price.start));
  if (fen === undefined || base === undefined || !(isTier || isFor || bulk.test(words))) return undefined;
  const isEach = ones(said) > 0 || each.test(plainWords(text.plain.slice(size.end)));
  return { amount: { ...size.amount, base }, fen, of: isEach && !isFor ? 'each' : 'open', isTier };
}

/** 中不中: denies nothing. */
const WHETHER = /(\p{Script=Han})不\1/gu;

/** 一次, 一下 count nothing. */
const isFiller = ({ text }: Quantity): boolean => /^[一1]?\s*[次下回起趟个]$/u.test(text);

const ones = (said: readonly Quantity[]): number =>
  said.filter((one) => one.is === 'unit' || (one.is === 'amount' && one.amount.isOne)).length;

function sumOf(price: Quantity): number | undefined {
  const fen = price.is === 'money' ? price.fen : price.is === 'number' ? (price.value ?? 0) / 10 : undefined;
  return fen !== undefined && Number.isInteger(fen) && fen > 0 ? fen : undefined;
}
