import type { Tx } from '../../db/client.ts';
import { requireMembership } from '../sellers/sellers.ts';
import { findProduct, type Product } from './catalogue.ts';

/** What is no id names nothing: a forged button is answered like one that is old. */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The product, if `personId` may change what its seller sells. */
export async function findOwnProduct(
  tx: Tx,
  personId: string,
  productId: string,
): Promise<Product | undefined> {
  const product = UUID.test(productId) ? await findProduct(tx, productId) : undefined;
  return product && (await requireMembership(tx, personId, product.sellerId, 'post')) ? product : undefined;
}
