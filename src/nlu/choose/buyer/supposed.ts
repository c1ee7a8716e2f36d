import { isQuantity, type Lexed } from '../../lexer/tokens.ts';
import type { BuyerReading } from '../../reading.ts';
import { orderWords } from './order-words.ts';

/**
 * 要是今天能发我就要4斤，发不到就算了, 低于20我就拿5斤: such an order hangs on something, and whether it is one has to be asked. How
 * much, too, where another amount is wanted in the other case.
 */
export function withSupposed({ text, tokens }: Lexed, reading: BuyerReading): BuyerReading {
  if (reading.kind !== 'order' || reading.lines.length === 0) return reading;
  const find = (list: 'suppose' | 'able' | 'below' | 'otherwise', from: number): number =>
    tokens.findIndex(({ start }, i) => i >= from && orderWords[list].at(text.plain, start) !== undefined);
  const priced = find('below', 0);
  const isPriced = priced >= 0 && tokens.slice(priced, priced + WITHIN).some(saysPrice);
  const supposed = isPriced ? priced : find('suppose', 0);
  const other = supposed < 0 ? -1 : find('otherwise', supposed + 1);
  const able = find('able', supposed);
  if (!isPriced && (other < 0 || able < 0 || able > other)) return reading;
  const amounts = tokens.flatMap((token, i) => (token.is === 'amount' || token.is === 'number' ? [i] : []));
  const isEither = amounts.some((i) => i > other) && amounts.some((i) => i > supposed && i < other);
  if (other < 0 || !isEither) return { ...reading, ambiguous: ['kind', ...reading.ambiguous] };
  const lines = reading.lines.map((line) => ({ ...line, quantity: null }));
  return { ...reading, lines, ambiguous: ['kind', 'quantity'] };
}

/** A price stands within so many words of what says that it must be less. */
const WITHIN = 4;

const saysPrice = (token: Lexed['tokens'][number]): boolean =>
  isQuantity(token) && (token.is === 'money' || token.is === 'number');
