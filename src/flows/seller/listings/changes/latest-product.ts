import { isAboutLatest } from '../../../../nlu/acts/offers/of-table.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import type { Membership } from '../../../../shop/sellers/members.ts';
import type { Turn } from '../../../flow.ts';
import { meantProducts } from './meant.ts';

/** Longer after that nobody is sure what a figure alone is about. */
const JUST_MS = 10 * 60_000;

/**
 * 还剩40斤, right behind a change of one product or its page: that product. Nothing where something else was spoken of since, an
 * order or a question of a buyer came in between, or the message tells of another day or other people.
 */
export async function latestProduct(turn: Turn, seller: Membership): Promise<Product | undefined> {
  const { focus, spokenAt, now, shop, person } = turn;
  const isFresh = spokenAt !== undefined && now.getTime() - spokenAt.getTime() <= JUST_MS;
  if (!focus.product || !isFresh || !isAboutLatest(turn.text)) return undefined;
  const product = await shop.listings.own(person.id, focus.product);
  const isSold = product?.status === 'on-sale' || product?.status === 'paused';
  return isSold && product.sellerId === seller.id && !(await hasComeSince(turn, seller, spokenAt))
    ? product
    : undefined;
}

async function hasComeSince({ shop, person }: Turn, { id }: Membership, at: Date): Promise<boolean> {
  const [newest] = (await shop.orders.soldPage(id, 0)).items;
  if (newest && newest.placedAt > at) return true;
  const asked = (await shop.conversations.unanswered(person.id, id, 0))?.items ?? [];
  return asked.some(({ askedAt }) => askedAt > at);
}

/** What is named; else what was just spoken of, or all that is for sale. */
export async function latestOrMeant(
  turn: Turn,
  seller: Membership,
  title: string | null,
): Promise<readonly Product[]> {
  const spoken = title === null ? await latestProduct(turn, seller) : undefined;
  return spoken ? [spoken] : meantProducts(turn, seller, title);
}
