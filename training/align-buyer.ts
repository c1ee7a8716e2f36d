import { assembleBuyer } from '../src/nlu/candidates/assemble-buyer.ts';
import { THOUSAND } from '../src/nlu/lexer/numbers.ts';
import { isQuantity, type Lexed, type Token } from '../src/nlu/lexer/tokens.ts';
import type { BuyerReading } from '../src/nlu/reading.ts';
import type { BuyerTag, Tag } from '../src/nlu/tagger/tags.ts';
import { choices, markNames, placesOf } from './align.ts';

/**
 * Tags under which the assembler makes the very lines that a corpus expects; of several, those where amounts stand
 * nearest to their goods. Nothing where there are none.
 */
export function alignBuyer(lexed: Lexed, { kind, lines }: BuyerReading): string[] | undefined {
  const blank: string[] = lexed.tokens.map((token) => (isQuantity(token) ? 'X' : 'O'));
  if (lines.length === 0) return blank;
  const products = [...new Set(lines.map(({ product }) => product).filter(Boolean))];
  const places = products.map((product) => placesOf(product, lexed));
  if (places.some((some) => some.length === 0)) return undefined;
  const amounts = lexed.tokens.flatMap((token, i) => (isQuantity(token) ? [i] : []));
  const wanted = JSON.stringify(lines.map(keyOf));
  let best: { tags: string[]; cost: number } | undefined;
  for (const names of choices(places)) {
    const lists = amounts.map((i) => tagsFor(lexed.tokens[i] as Token, kind === 'order' ? lines : []));
    for (const chosen of choices(lists, 20_000)) {
      const tags = [...blank];
      for (const [n, i] of amounts.entries()) tags[i] = chosen[n] ?? 'X';
      markNames(tags, names);
      const made = assembleBuyer(lexed, tags as Tag<BuyerTag>[]).lines.map(keyOf);
      if (JSON.stringify(made) !== wanted) continue;
      const cost = costOf(tags, lexed);
      if (!best || cost < best.cost) best = { tags, cost };
    }
  }
  return best?.tags;
}

const keyOf = ({ product, quantity, measure }: BuyerReading['lines'][number]): unknown[] => [
  product.toLowerCase(),
  quantity,
  measure,
];

/** An amount that no line can come from is none. */
function tagsFor(token: Token, lines: BuyerReading['lines']): BuyerTag[] {
  const base = baseOf(token);
  const isWhole = lines.some(({ quantity }) => quantity === (base ?? null));
  const isPart = lines.some(
    ({ quantity }) => base !== undefined && quantity !== null && quantity % base === 0,
  );
  if (!isWhole && !isPart) return ['X'];
  return isPart && (token.is === 'amount' || token.is === 'number')
    ? ['X', 'QL', 'QR', 'EL', 'ER', 'C']
    : ['X', 'QL', 'QR', 'EL', 'ER'];
}

function baseOf(token: Token): number | undefined {
  if (token.is === 'number') return token.value === undefined ? undefined : token.value / THOUSAND;
  if (token.is === 'money') return token.pieces?.base;
  return 'amount' in token ? token.amount.base : undefined;
}

/** Prefers amounts beside their goods, and the simpler tags; what is said without goods is QL. */
function costOf(tags: readonly string[], { tokens }: Lexed): number {
  let cost = 0;
  for (const [i, tag] of tags.entries()) {
    const left = lastName(tags, i);
    const right = tags.findIndex((one, j) => j > i && one === 'B');
    if (tag === 'QL') cost += left < 0 ? 3 : i - left;
    if (tag === 'QR') cost += right < 0 ? 60 : right - i + 0.5;
    if (tag === 'EL' || tag === 'ER') cost += 4;
    if (tag === 'C') cost += 5;
    // Of two that are the same, the later one counts.
    if (tag !== 'X' && tag !== 'O' && tag !== 'B' && tag !== 'I') cost += (tokens.length - i) * 0.01;
  }
  return cost;
}

const lastName = (tags: readonly string[], before: number): number =>
  tags.slice(0, before).findLastIndex((tag) => tag === 'B' || tag === 'I');
