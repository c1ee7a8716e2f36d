import type { SellerCandidate } from '../../candidates/propose-seller.ts';
import type { Lexed } from '../../lexer/tokens.ts';
import type { Mark } from '../../model/goods.ts';
import type { SellerReading } from '../../reading.ts';
import { findNames } from '../../tagger/tags.ts';
import type { Facts } from '../chooser.ts';
import { amountFacts, cueFacts, shareFacts } from '../clause-facts.ts';
import { findNameFacts } from '../name-facts.ts';
import { sameOffer } from '../second-opinion.ts';
import { problemsInOffer } from './verify-seller.ts';

/** What speaks for and against a way to take a seller's message. */
export function factsOfOffer(
  lexed: Lexed,
  marks: readonly Mark[],
  rules: SellerReading | undefined,
  candidate: SellerCandidate,
): Facts {
  const { reading, tags } = candidate;
  const facts: Record<string, number> = {
    ...shareFacts(candidate),
    ...cueFacts(lexed, reading.kind),
    [`kind ${reading.kind}`]: 1,
    ...(rules && agreement(reading, rules)),
  };
  for (const { rule } of problemsInOffer(lexed, candidate)) facts[rule] = (facts[rule] ?? 0) + 1;
  return {
    ...facts,
    ...titleFacts(lexed, marks, tags),
    ...orderFacts(lexed, tags),
    ...amountFacts(lexed, tags, STATING),
    ...numberFacts(lexed, candidate),
  };
}

/** What the older rules say of it too. */
const agreement = (reading: SellerReading, rules: SellerReading): Facts => ({
  'rules agree': sameOffer(reading, rules) ? 1 : 0,
  'rules agree on the kind': reading.kind === rules.kind ? 1 : 0,
  'rules agree on the stock': JSON.stringify(reading.stock) === JSON.stringify(rules.stock) ? 1 : 0,
  'rules agree on the price':
    reading.price === rules.price && reading.priceQuantity === rules.priceQuantity ? 1 : 0,
  'rules agree on the title': reading.title === rules.title ? 1 : 0,
});

function titleFacts(lexed: Lexed, marks: readonly Mark[], tags: readonly string[]): Facts {
  const names = findNames(tags);
  if (names.length === 0) return { untitled: 1 };
  const { unknown, classed, cut, placed, left, long, oddEnds, grown, twice } = findNameFacts(
    lexed,
    marks,
    names.slice(0, 1),
    tags,
  );
  return {
    'unknown title': unknown,
    'title with other words': classed,
    'cut title': cut,
    'placed title': placed,
    'known names left': left,
    'long title': long,
    'title with an odd end': oddEnds,
    'known title with more': grown,
    'title said twice': twice,
    'more names': names.length > 1 ? 1 : 0,
  };
}

const STOCKS = new Set(['SET', 'ADD', 'SUB']);
const STATING = new Set(['SET', 'ADD', 'SUB', 'PR']);

/** Where the numbers of an offer stand to each other. */
function orderFacts({ tokens }: Lexed, tags: readonly string[]): Facts {
  const count = (test: (tag: string, i: number) => boolean): number => tags.filter(test).length;
  const is = (i: number, ...kinds: string[]): boolean => kinds.includes(tokens[i]?.is ?? '');
  const price = tags.indexOf('PR');
  const per = tags.indexOf('PER');
  return {
    'packs left': count((tag, i) => tag === 'X' && is(i, 'amount') && tokens[i + 1]?.text === '装'),
    'packs without 装': count((tag, i) => tag === 'CONT' && tokens[i + 1]?.text !== '装'),
    'stock before money': count((tag, i) => STOCKS.has(tag) && is(i + 1, 'money', 'number')),
    'stock behind money': count((tag, i) => STOCKS.has(tag) && is(i - 1, 'money', 'number')),
    'per apart': price >= 0 && per >= 0 && Math.abs(price - per) > 1 ? 1 : 0,
    'money beside an amount left': count(
      (tag, i) =>
        tag === 'X' && is(i, 'money', 'number') && (is(i + 1, 'amount', 'unit') || is(i - 1, 'amount')),
    ),
    'several stocks': count((tag) => STOCKS.has(tag)) > 1 ? 1 : 0,
    'several prices': count((tag) => tag === 'PR') > 1 ? 1 : 0,
  };
}

function numberFacts({ tokens }: Lexed, { reading, tags }: SellerCandidate): Facts {
  const left = (is: string): number => tokens.filter((token, i) => token.is === is && tags[i] === 'X').length;
  const isOffer = reading.kind === 'product' || reading.kind === 'stock' || reading.kind === 'price';
  if (!isOffer)
    return { 'amounts left': Math.min(2, left('amount')), 'money left': Math.min(2, left('money')) };
  return {
    'offer amounts left': left('amount'),
    'offer money left': left('money'),
    'offer numbers left': left('number'),
    'units left': left('unit'),
    'asks the unit': reading.ambiguous.includes('priceQuantity') ? 1 : 0,
    'asks the stock': reading.ambiguous.includes('stock') ? 1 : 0,
    packs: Math.min(2, reading.packs.length),
    'no price': reading.price === null ? 1 : 0,
    'no stock': reading.stock === null ? 1 : 0,
    'nothing stated': reading.stock === null && reading.price === null && reading.kind === 'stock' ? 1 : 0,
  };
}

/** Equal for offers that state the same numbers. */
export const offerKey = ({
  reading: { kind, measure, price, priceQuantity, stock, packs },
}: SellerCandidate): string => JSON.stringify([kind, measure, price, priceQuantity, stock, packs]);

export const statesNumbers = ({ reading: { price, stock, packs } }: SellerCandidate): boolean =>
  price !== null || stock !== null || packs.length > 0;
