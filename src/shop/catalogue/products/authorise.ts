import type { Tx } from '../../../db/client/client.ts';
import type { PersonId, ProductId } from '../../../db/ids.ts';
import { requireMembership } from '../../sellers/sellers.ts';
import { findProduct, type Product } from './catalogue.ts';

/** The product, if `personId` may change what its seller sells. */
export async function findOwnProduct(
  tx: Tx,
  personId: PersonId,
  productId: ProductId,
): Promise<Product | undefined> {
  const product = await findProduct(tx, productId);
  return product && (await requireMembership(tx, personId, product.sellerId, 'post')) ? product : undefined;
}
