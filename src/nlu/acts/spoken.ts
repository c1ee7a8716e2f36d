import { lex } from '../lexer/lexer.ts';
import type { Token } from '../lexer/tokens.ts';
import type { SellerReading } from '../reading.ts';
import { withLastWord } from './last-word.ts';

// What dictation does to an offer, and what of its reading is not certain enough to be stated.

const STOCK_BEHIND =
  '(?=[,，\\s]*(?:现在|大概|一共|总共|共)*(?:还有|还剩|有|剩)[^,，]{0,4}?[\\d一二两三四五六七八九十百千])';
const TENS_AND_ONE = new RegExp(
  `([二三四五六七八九]?十|百)一(斤|公斤|个|瓶|袋|盒|箱|枚|把|包)${STOCK_BEHIND}`,
  'gu',
);

/** 三十一斤有二十斤 is 三十 for 一斤; and of two figures of a kind the last one counts. */
export const withPlainFigures = (message: string): string =>
  withLastWord(message.replace(TENS_AND_ONE, '$1块一$2'));

const WORD_NUMBER = /^[a-z]+$/u;

/** one fifty each: 1.50 or 150? */
const isSpokenPair = (token: Token, next: Token | undefined): boolean =>
  token.is === 'number' &&
  next?.is === 'number' &&
  WORD_NUMBER.test(token.text) &&
  WORD_NUMBER.test(next.text) &&
  (token.value ?? 0) < 10_000 &&
  (next.value ?? 0) >= 10_000;

const SAYS_PACK =
  /^\s*(?:的|[/每]|装|规格|礼盒|一?[袋箱盒包桶罐瓶坛筐]|bags?|box|packs?|jars?|tubs?|tins?|cartons?|sacks?)/iu;
const CONTAINER_BEFORE =
  /(?:[袋箱盒包桶罐瓶坛筐件]|bag|box|pack|jar|tub|tin|carton|sack|of|x|\*|,|，|、|\/|:|：)\s*(?:装|有|是|of)?\s*$/iu;

/** A pack is said as one: 5斤装, 一箱10斤, 10斤 75元. 有核桃五十斤，一斤二十块 names none. */
function isPack(quantity: number, tokens: readonly Token[], plain: string): boolean {
  return tokens.some((token, i) => {
    if (token.is !== 'amount' || token.amount.base !== quantity) return false;
    const next = tokens[i + 1];
    const isPriced = next?.is === 'money' || next?.is === 'number';
    const behind = plain.slice(token.end);
    return isPriced || SAYS_PACK.test(behind) || CONTAINER_BEFORE.test(plain.slice(0, token.start));
  });
}

/** The reading with what nothing in the message bears out left open, and named as to be asked. */
export function withoutGuesses(message: string, reading: SellerReading): SellerReading {
  const { text, tokens } = lex(message);
  const isPair = tokens.some((token, i) => isSpokenPair(token, tokens[i + 1]));
  const packs =
    reading.packs.length > 1 ? reading.packs.filter((one) => isPack(one, tokens, text.plain)) : reading.packs;
  const isLess = packs.length < reading.packs.length;
  if (!isLess && !(isPair && reading.price !== null)) return reading;
  const asks = [...(isPair ? ['price'] : []), ...(isLess && reading.stock === null ? ['stock'] : [])];
  return {
    ...reading,
    packs,
    price: isPair ? null : reading.price,
    priceQuantity: isPair ? null : reading.priceQuantity,
    ambiguous: [...new Set([...reading.ambiguous, ...asks])],
  };
}
