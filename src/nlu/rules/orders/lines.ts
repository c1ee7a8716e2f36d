import type { Measure } from '../../../shop/values/quantity.ts';
import { PORTION } from '../lexer/units.ts';
import type { Draft } from './contents.ts';
import { itemsOf } from './items.ts';
import { Order } from './order.ts';

/** One thing that somebody wants. */
export interface BuyerLine {
  /** In the buyer's own words; empty when unsaid. */
  readonly product: string;
  /** Base units; null when unsaid or vague. */
  readonly quantity: number | null;
  /** Null when unsaid; of a vague amount it is known (几斤). */
  readonly measure: Measure | null;
  /** Counted in boxes or bags of unknown content; only the catalogue knows what is in one. */
  readonly isContainer?: true;
}

export interface Lines {
  readonly lines: readonly BuyerLine[];
  /** True where an amount was named and is not certain. */
  readonly isVague: boolean;
}

/** Reads products and amounts in any order: `核桃5斤`, `5斤核桃`, `核桃和小米各5斤`. */
export function readLines(message: string): Lines {
  const order = new Order();
  const items = itemsOf(message);
  for (const [i, item] of items.entries()) order.take(item, items[i + 1], items[i + 2]);
  const drafts = order.finished();
  return {
    lines: drafts.map(lineOf),
    isVague: drafts.some(({ amount }) => amount && !isSaid(amount.quantity)),
  };
}

/** Nobody orders nothing: a zero is what was left of words that name no number, as 几 元. */
const isSaid = (quantity: number | null | undefined): quantity is number => quantity != null && quantity > 0;

const lineOf = ({ product, amount }: Draft): BuyerLine => ({
  product,
  quantity: isSaid(amount?.quantity) ? amount.quantity : null,
  measure: amount?.measure ?? null,
  ...(amount?.unit?.isContainer && amount.unit !== PORTION && { isContainer: true }),
});
