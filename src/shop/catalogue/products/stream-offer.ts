import type { StreamId } from '../../../db/ids.ts';
import type { Fen } from '../../values/money.ts';
import type { BaseQuantity } from '../../values/quantity.ts';

/** How a product is offered on the stream that its seller has on now. */
export interface StreamOffer {
  readonly id: StreamId;
  /** The number that viewers say. */
  readonly number: number;
  /** What it costs while no stream is on, in fen for its `priceQuantity`. */
  readonly usualPrice: Fen;
  /** Base units that one person may order during the stream; null: no limit of its own. */
  readonly limit: BaseQuantity | null;
  readonly startedAt: Date;
}

/** … as its row brings it. */
export interface OfferRow {
  readonly id: StreamId;
  readonly number: number;
  readonly price: Fen | null;
  readonly limit: BaseQuantity | null;
  readonly startedAt: string;
}

/** A product as buyers see it while it is shown on a stream. */
export function withOffer<T extends { readonly price: Fen }>(
  product: T,
  row: OfferRow | null,
): T & { readonly onStream?: StreamOffer } {
  if (!row) return product;
  const { id, number, limit, startedAt, price } = row;
  const onStream = { id, number, limit, startedAt: new Date(startedAt), usualPrice: product.price };
  return { ...product, price: price ?? product.price, onStream };
}
