import type { Tx } from '../../db/client/client.ts';
import type { PersonId, ProductId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import type { CheckoutLine } from '../cart/line.ts';
import { minusQuantity } from '../values/quantity.ts';
import { type PersonLimit, sumOrdered } from './person-limit.ts';

/** A card with a stream's price keeps it this long after the end. */
const PRICE_KEPT_MS = 10 * 60_000;

/**
 * Whether a line may be sold at the stream's price that its card shows: the stream is on, or has ended a moment ago.
 * Lines get the mark of a stream only while it is on.
 */
export async function keepsStreamPrice(
  { tx, now }: TxContext,
  { streamId, productId, price }: CheckoutLine,
): Promise<boolean> {
  if (streamId === null) return false;
  const stream = await tx.stream.findUnique({
    where: { id: streamId, items: { some: { productId, price } } },
    select: { state: true, endedAt: true },
  });
  if (stream?.state !== 'ended' || !stream.endedAt) return false;
  return now.getTime() < stream.endedAt.getTime() + PRICE_KEPT_MS;
}

/** What one person may still order of a product on the stream that is on; undefined where no limit is set there. */
export async function remainingOnStream(
  tx: Tx,
  personId: PersonId,
  productId: ProductId,
): Promise<PersonLimit | undefined> {
  const item = await tx.streamItem.findFirst({
    where: { productId, limit: { not: null }, stream: { state: { in: ['live', 'interrupted'] } } },
    select: { limit: true, stream: { select: { startedAt: true } } },
  });
  if (!item?.limit) return undefined;
  const ordered = await sumOrdered(tx, personId, productId, item.stream.startedAt);
  return { limit: item.limit, left: minusQuantity(item.limit, ordered) };
}
