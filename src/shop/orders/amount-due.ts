import { type Fen, lineTotal } from '../values/money.ts';
import type { OrderLine } from './order.ts';

/** What a line costs by the scale: its price in proportion, never more than what was agreed. */
export function amountDue({
  quantity,
  total,
  packed,
}: Pick<OrderLine, 'quantity' | 'total' | 'packed'>): Fen {
  return packed === null || packed >= quantity ? total : lineTotal({ fen: total, per: quantity }, packed);
}
