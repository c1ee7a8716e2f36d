import type { Facts } from './chooser.ts';
import type { Mark } from './goods.ts';
import type { SellerCandidate } from './propose-seller.ts';
import type { SellerReading } from './reading.ts';
import { sameOffer } from './second-opinion.ts';
import { namesIn } from './tags.ts';
import type { Lexed } from './tokens.ts';
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
    tags: candidate.tagScore,
    class: candidate.classScore,
    [`kind ${reading.kind}`]: 1,
  };
  if (rules) {
    facts['rules agree'] = sameOffer(reading, rules) ? 1 : 0;
    facts['rules agree on the kind'] = reading.kind === rules.kind ? 1 : 0;
    facts['rules agree on the stock'] = JSON.stringify(reading.stock) === JSON.stringify(rules.stock) ? 1 : 0;
    facts['rules agree on the price'] =
      reading.price === rules.price && reading.priceQuantity === rules.priceQuantity ? 1 : 0;
    facts['rules agree on the title'] = reading.title === rules.title ? 1 : 0;
  }
  for (const { rule } of problemsInOffer(lexed, candidate)) facts[rule] = (facts[rule] ?? 0) + 1;
  return { ...facts, ...titleFacts(lexed, marks, tags), ...numberFacts(lexed, candidate) };
}

function titleFacts({ tokens }: Lexed, marks: readonly Mark[], tags: readonly string[]): Facts {
  const names = namesIn(tags);
  const [name] = names;
  if (!name) return { untitled: 1 };
  const isKnown =
    (marks[name.first] === 'B' && marks[name.last] === 'E') ||
    (name.first === name.last && marks[name.first] === 'S');
  return {
    'unknown title': isKnown ? 0 : 1,
    'long title': name.last - name.first > 6 ? 1 : 0,
    'more names': names.length > 1 ? 1 : 0,
    'known names left': tokens.filter((_, i) => (marks[i] === 'B' || marks[i] === 'S') && tags[i] === 'O')
      .length,
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
  };
}

/** Equal for offers that state the same numbers. */
export const offerKey = ({
  reading: { kind, measure, price, priceQuantity, stock, packs },
}: SellerCandidate): string => JSON.stringify([kind, measure, price, priceQuantity, stock, packs]);

export const statesNumbers = ({ reading: { price, stock, packs } }: SellerCandidate): boolean =>
  price !== null || stock !== null || packs.length > 0;
