import type { Tx } from '../../db/client/client.ts';
import type { ProductId, StreamId } from '../../db/ids.ts';
import type { Fen } from '../values/money.ts';
import type { BaseQuantity } from '../values/quantity.ts';

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

interface Row extends Omit<StreamOffer, 'usualPrice'> {
  readonly productId: ProductId;
  readonly price: Fen | null;
}

/** What is offered on streams. */
interface Offered {
  readonly id: ProductId;
  readonly price: Fen;
  readonly onStream?: StreamOffer;
}

/** The products as buyers see them now: with the price of the stream that they are shown on, while that is on. */
export async function withStreamOffers<T extends Offered>(tx: Tx, products: readonly T[]): Promise<T[]> {
  if (products.length === 0) return [];
  const ids = products.map(({ id }) => id);
  const rows = await tx.$queryRaw<Row[]>`
    SELECT i.product_id AS "productId", s.id, i.number, i.price, i.person_limit AS "limit",
      s.started_at AS "startedAt"
    FROM stream_item i JOIN stream s ON s.id = i.stream_id
    WHERE i.product_id = ANY(${ids}::uuid[]) AND s.state IN ('live', 'interrupted')`;
  const byProduct = new Map(rows.map((row) => [row.productId, row]));
  return products.map((product) => withOffer(product, byProduct.get(product.id)));
}

function withOffer<T extends Offered>(product: T, row: Row | undefined): T {
  if (!row) return product;
  const { id, number, limit, startedAt } = row;
  const onStream = { id, number, limit, startedAt, usualPrice: product.price };
  return { ...product, price: row.price ?? product.price, onStream };
}
