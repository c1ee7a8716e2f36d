import { isQuantity, type Lexed, type Token } from '../../lexer/tokens.ts';
import type { BuyerReading } from '../../reading.ts';
import { orderWords } from './order-words.ts';

/**
 * 要是今天能发我就要4斤，发不到就算了, 低于20我就拿5斤: such an order hangs on something, and whether it is one has to be asked. How
 * much, too, where another amount is wanted in the other case.
 */
export function withSupposed({ text, tokens }: Lexed, reading: BuyerReading): BuyerReading {
  if (reading.kind !== 'order' || reading.lines.length === 0) return reading;
  const find = (list: 'suppose' | 'able' | 'below' | 'otherwise' | 'orElse', from: number): number =>
    tokens.findIndex(({ start }, i) => i >= from && orderWords[list].at(text.plain, start) !== undefined);
  const priced = find('below', 0);
  const isPriced = priced >= 0 && tokens.slice(priced, priced + WITHIN).some(saysPrice);
  const supposed = isPriced ? priced : find('suppose', 0);
  const other = supposed < 0 ? -1 : find('otherwise', supposed + 1);
  const able = find('able', supposed);
  const amounts = tokens.flatMap((token, i) => (token.is === 'amount' || token.is === 'number' ? [i] : []));
  // 1 lb if you have it in that size, otherwise a small bag: one or the other, whatever it hangs on.
  const orElse = supposed < 0 ? -1 : find('orElse', supposed + 1);
  const isOneOf = orElse >= 0 && amounts.some((i) => i > orElse) && amounts.some((i) => i < orElse);
  if (isOneOf)
    return open(
      reading,
      amounts.map((i) => tokens[i]),
    );
  if (!isPriced && (other < 0 || able < 0 || able > other)) return reading;
  const isEither = amounts.some((i) => i > other) && amounts.some((i) => i > supposed && i < other);
  if (other < 0 || !isEither) return { ...reading, ambiguous: ['kind', ...reading.ambiguous] };
  return open(reading, []);
}

/** An order whose amounts are asked; of those that are counted in several ways the unit is, too. */
function open(reading: BuyerReading, amounts: readonly (Token | undefined)[]): BuyerReading {
  const measures = new Set(
    amounts.flatMap((token) => (token?.is === 'amount' ? [token.amount.unit.measure] : [])),
  );
  const lines = reading.lines.map((line) => ({
    ...line,
    quantity: null,
    ...(measures.size > 1 && { measure: null }),
  }));
  return { ...reading, lines, ambiguous: ['kind', 'quantity'] };
}

/** A price stands within so many words of what says that it must be less. */
const WITHIN = 4;

const saysPrice = (token: Lexed['tokens'][number]): boolean =>
  isQuantity(token) && (token.is === 'money' || token.is === 'number');
