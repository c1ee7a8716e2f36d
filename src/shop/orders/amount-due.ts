import { type Fen, lineTotal } from '../values/money.ts';
import type { BaseQuantity } from '../values/quantity.ts';

/** What of a line decides its price; `packed` is null until it has been weighed. */
export interface WeighedLine {
  readonly quantity: BaseQuantity;
  readonly total: Fen;
  readonly packed: BaseQuantity | null;
}

/** What a line costs by the scale: its price in proportion, never more than what was agreed. */
export function amountDue({ quantity, total, packed }: WeighedLine): Fen {
  return packed === null || packed >= quantity ? total : lineTotal({ fen: total, per: quantity }, packed);
}
