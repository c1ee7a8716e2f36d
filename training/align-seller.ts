import { assembleSeller } from '../src/nlu/candidates/assemble-seller.ts';
import { THOUSAND } from '../src/nlu/lexer/numbers.ts';
import { isQuantity, type Lexed, type Token } from '../src/nlu/lexer/tokens.ts';
import type { SellerReading } from '../src/nlu/reading.ts';
import type { SellerTag, Tag } from '../src/nlu/tagger/tags.ts';
import { choices, markNames, placesOf } from './align.ts';

/** As for buyers: the tags that make the expected reading. */
export function alignSeller(lexed: Lexed, wanted: SellerReading): string[] | undefined {
  const blank: string[] = lexed.tokens.map((token) => (isQuantity(token) ? 'X' : 'O'));
  if (wanted.kind === 'stream' || wanted.kind === 'other') return blank;
  const places = wanted.title === null ? [undefined] : placesOf(wanted.title, lexed);
  if (places.length === 0) return undefined;
  const amounts = lexed.tokens.flatMap((token, i) => (isQuantity(token) ? [i] : []));
  const lists = amounts.map((i) => tagsFor(lexed.tokens[i] as Token, wanted));
  let best: { tags: string[]; cost: number } | undefined;
  for (const chosen of choices(lists, 500_000)) {
    const tags = [...blank];
    for (const [n, i] of amounts.entries()) tags[i] = chosen[n] ?? 'X';
    if (places[0]) markNames(tags, [places[0]]);
    const made = assembleSeller(wanted.kind, lexed, tags as Tag<SellerTag>[]);
    if (numbersOf(made) !== numbersOf(wanted)) continue;
    const cost = costOf(tags) + (sameQuestions(made, wanted) ? 0 : 100);
    if (!best || cost < best.cost) best = { tags, cost };
  }
  return best?.tags;
}

const sameQuestions = (one: SellerReading, other: SellerReading): boolean =>
  [...one.ambiguous].sort().join() === [...other.ambiguous].sort().join();

const numbersOf = ({ measure, price, priceQuantity, stock, packs }: SellerReading): string =>
  JSON.stringify([measure, price, priceQuantity, stock?.mode, stock?.quantity, packs]);

const stockTags = { set: 'SET', add: 'ADD', sub: 'SUB' } as const;

function tagsFor(token: Token, wanted: SellerReading): SellerTag[] {
  const tags: SellerTag[] = ['X'];
  const fen =
    token.is === 'money'
      ? token.fen
      : token.is === 'number' && token.value !== undefined
        ? token.value / 10
        : undefined;
  const amount =
    token.is === 'number'
      ? { base: token.value === undefined ? undefined : token.value / THOUSAND }
      : token.is === 'money'
        ? token.pieces
        : 'amount' in token
          ? token.amount
          : undefined;
  if (fen !== undefined && fen === wanted.price) tags.push('PR');
  if (token.is === 'money' && token.fen === undefined && wanted.ambiguous.includes('price')) tags.push('PR');
  if (!amount) return tags;
  if (wanted.price !== null || wanted.ambiguous.includes('price')) tags.push('PER');
  if (wanted.packs.length > 0 && (token.is === 'amount' || token.is === 'number')) tags.push('CONT');
  if (wanted.stock) tags.push(stockTags[wanted.stock.mode]);
  else if (wanted.ambiguous.includes('stock')) tags.push('SET', 'ADD', 'SUB');
  return tags;
}

/** Prefers a price beside what it is for, and the first of what is said twice. */
function costOf(tags: readonly string[]): number {
  const price = tags.indexOf('PR');
  let cost = 0;
  for (const [i, tag] of tags.entries()) {
    if (tag === 'PER') cost += price < 0 ? 50 : Math.abs(i - price) + (i < price ? 0.5 : 0);
    if (tag === 'CONT') cost += 2;
    if (tag === 'ADD') cost += 0.2;
    // Of a sum and what it is made of, the sum is said plainly.
    if (tag === 'SET' || tag === 'ADD' || tag === 'SUB') cost += 1 + i * 0.01;
    if (tag === 'PR') cost += i * 0.05;
  }
  return cost;
}
