import { lex } from '../../lexer/lexer.ts';
import type { Token } from '../../lexer/tokens.ts';
import type { SellerReading } from '../../reading.ts';
import { withMeantFigure } from './denied.ts';
import { withPlainWords } from './dialect.ts';
import { withLastWord } from './last-word.ts';
import { withSumsApart } from './sounded.ts';

// What dictation does to an offer, and what of its reading is not certain enough to be stated.

const STOCK_BEHIND =
  '(?=[,，\\s]*(?:现在|大概|一共|总共|共)*(?:还有|还剩|有|剩)[^,，]{0,4}?[\\d一二两三四五六七八九十百千])';
const TENS_AND_ONE = new RegExp(
  `([二三四五六七八九]?十|百)一(斤|公斤|个|瓶|袋|盒|箱|枚|把|包)(?:${STOCK_BEHIND}|(?=[\\d一二两三四五六七八九十百千]+\\2))`,
  'gu',
);

/** 一斤68 两斤130: 两 counts what stands behind it, and weighs nothing. */
const TWO_OF = /(\d)[^\S\n]*两(?=斤|公斤|个|瓶|箱|袋|盒|罐|包|桶|壶)/gu;

/** 一瓶二十五有三十瓶: a price in Han signs that another figure follows. */
const SPOKEN_PRICE =
  /(一(?:斤|瓶|袋|盒|箱|罐|包|桶|个|只|把|坛))([一二三四五六七八九]?十[一二三四五六七八九]?)(?=(?:一共|共|还有|有)[一二两三四五六七八九十百\d])/gu;

/** 88蚊斤, 25块钱公斤: for one of it. */
const MONEY_UNIT =
  /([\d一二三四五六七八九十百半]\s*(?:块钱?|元|蚊|文))(?=(?:斤|公斤|只|瓶|袋|箱|盒|罐|包|桶|把|捆)(?:[有共还仲剩]|[^\p{L}]|$))/gu;

/** 一升算三斤，一升二十块: what is sold by the measure is so much by weight. */
const EQUALS =
  /^(.*?)[,，\s]*一(升|筒|碗|筐|篓|担)(?:算|合|顶|等于|就是|是|有|约)([\d一二两三四五六七八九十百半]+(?:斤|两|公斤|克))[,，\s]*(?=.*一\2)(.*)$/u;

const inThatUnit = (_: string, before: string, name: string, amount: string, rest: string): string =>
  `${before}，${rest.replaceAll(`一${name}`, amount)}`;

/** 三十一斤有二十斤 is 三十 for 一斤; and of two figures of a kind the last one counts. */
export const withPlainFigures = (message: string): string =>
  withLastWord(
    withSumsApart(withMeantFigure(withPlainWords(message)))
      .replace(EQUALS, inThatUnit)
      .replace(TENS_AND_ONE, '$1块一$2')
      .replace(TWO_OF, '$1，两')
      .replace(MONEY_UNIT, '$1一')
      .replace(SPOKEN_PRICE, '$1$2块'),
  );

const NOT_REACHED = /不到|不足|没有|不够/u;
const SPOKEN_PAIR = /\b(?:one|two|three|four|five|six|seven|eight|nine) \w+ty\b/iu;
const WORD_NUMBER = /^[a-z]+$/u;

/** one fifty each: 1.50 or 150? */
const isSpokenPair = (token: Token, next: Token | undefined): boolean =>
  token.is === 'number' &&
  next?.is === 'number' &&
  WORD_NUMBER.test(token.text) &&
  WORD_NUMBER.test(next.text) &&
  (token.value ?? 0) < 10_000 &&
  (next.value ?? 0) >= 10_000;

/** 有核桃五十斤，一斤二十块: an amount before what the price is for is no pack. */
function isNoPack(quantity: number, tokens: readonly Token[], plain: string): boolean {
  const at = tokens.flatMap((token, i) =>
    token.is === 'amount' && token.amount.base === quantity ? [i] : [],
  );
  const isInside = (i: number): boolean => IN_ONE.test(plain.slice(0, tokens[i]?.start));
  return (
    at.length > 0 && at.every((i) => !isInside(i) && isBeforeUnit(tokens[i], tokens[i + 1], tokens[i + 2]))
  );
}

/** 一板20斤, 每袋5斤. */
const IN_ONE = /[一每]\S{0,3}\s*$/u;

const isBeforeUnit = (one: Token | undefined, next: Token | undefined, price: Token | undefined): boolean =>
  one?.is === 'amount' &&
  next?.is === 'amount' &&
  next.amount.isOne &&
  !next.amount.unit.isContainer &&
  next.amount.unit.measure === one.amount.unit.measure &&
  (price?.is === 'money' || price?.is === 'number');

/** 半斤都不到: less than was said, and nobody knows how much. */
const isNotReached = ({ quantity }: { quantity: number }, tokens: readonly Token[], plain: string): boolean =>
  tokens.some(
    (token) =>
      token.is === 'amount' &&
      token.amount.base === quantity &&
      /^\s*(?:都|也|还)?(?:不到|不足|没有了?|不够)/u.test(plain.slice(token.end)),
  );

/** The reading with what nothing in the message bears out left open, and named as to be asked. */
export function withoutGuesses(message: string, reading: SellerReading): SellerReading {
  const isDoubted = reading.packs.length > 0 || SPOKEN_PAIR.test(message) || NOT_REACHED.test(message);
  if (!isDoubted) return reading;
  const { text, tokens } = lex(message);
  if (reading.stock && isNotReached(reading.stock, tokens, text.plain))
    return {
      ...reading,
      stock: null,
      measure: reading.price === null ? null : reading.measure,
      ambiguous: [...new Set([...reading.ambiguous, 'stock'])],
    };
  const isPair = tokens.some((token, i) => isSpokenPair(token, tokens[i + 1]));
  const packs = reading.packs.filter((one) => !isNoPack(one, tokens, text.plain));
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
