import { type Fen, fen, lineTotal, minusFen, NO_FEN } from '../values/money.ts';
import type { BaseQuantity } from '../values/quantity.ts';
import type { OrderLine } from './order.ts';

type Priced = Pick<OrderLine, 'quantity' | 'total' | 'packed'>;

/** What a line costs by the scale: its price in proportion, never more than what was agreed. */
export function amountDue({ quantity, total, packed }: Priced): Fen {
  return packed === null || packed >= quantity ? total : lineTotal({ fen: total, per: quantity }, packed);
}

/**
 * The price of what a line gets of a harvest, in proportion. Rounded down where it was weighed before and would cost more by
 * the scale than it did: the difference has been given back.
 */
export function allottedTotal(line: Priced, got: BaseQuantity): Fen {
  if (got === 0) return NO_FEN;
  const total = lineTotal({ fen: line.total, per: line.quantity }, got);
  const isDearer = amountDue({ quantity: got, total, packed: line.packed }) > amountDue(line);
  return isDearer ? minusFen(total, fen(1)) : total;
}
