import { matchAction } from '../../../../chat/dsl/action.ts';
import { type ProductId, parseId } from '../../../../db/ids.ts';
import { namedAmong } from '../../../../nlu/acts/drafts/named-among.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import type { Membership } from '../../../../shop/sellers/members.ts';
import type { Turn } from '../../../flow.ts';

// Drafts that wait to be put on sale.

/** The draft that was shown last. */
export async function tableDraft(turn: Turn<string>): Promise<Product | undefined> {
  const id = turn.focus.product;
  const product = id && (await turn.shop.listings.own(turn.person.id, id));
  return product && product.status === 'draft' ? product : undefined;
}

/** Those whose buttons are in sight, in the order in which they were begun. */
export async function draftsInSight(
  { offered, shop, person }: Turn<string>,
  seller: Membership,
): Promise<readonly Product[]> {
  const ids = new Set(offered.flatMap(({ action }) => draftInAction(action) ?? []));
  if (ids.size === 0) return [];
  return (await shop.listings.drafts(person.id, seller.id)).filter(({ id }) => ids.has(id)).reverse();
}

/** The draft that a button is for. */
export const draftInAction = (action: string): ProductId | undefined =>
  parseId<ProductId>(
    (
      matchAction('discard/:product', action) ??
      matchAction('publish/:product', action) ??
      matchAction('draft/:product', action) ??
      matchAction('withhold/:product', action)
    )?.product,
  );

/** The one that is called so, in full or in part, of all that wait. */
export async function waitingCalled(
  { shop, person }: Turn<string>,
  seller: Membership,
  title: string,
): Promise<Product | undefined> {
  const drafts = await shop.listings.drafts(person.id, seller.id);
  const named = namedAmong(
    title,
    drafts.map((one) => one.title),
  );
  return named && drafts[named.at];
}
