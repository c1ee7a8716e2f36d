import type { OrderId, ProductId } from '../../src/db/ids.ts';
import type { Card, PaymentMethod } from '../../src/shop/checkout/card.ts';
import type { Recipient } from '../../src/shop/customers/addresses.ts';
import type { Shop } from '../../src/shop/shop.ts';
import { baseQuantity } from '../../src/shop/values/quantity.ts';
import type { VillageScene } from './open-village.ts';
import { granted, present } from './present.ts';
import type { Neighbour } from './village.ts';

/** To whom the orders of stories go, where the story says nothing else. */
export const recipient: Recipient = { name: '王芳', phone: '13800001234', address: '太原市迎泽区桃园路1号' };

/** So much of each of these, in base units. */
export type Goods = readonly (readonly [ProductId, number])[];

/** Puts these goods into the buyer's cart and opens a card over all that is in it, ready to be confirmed. */
export async function openCard(
  { cart, checkout }: Shop,
  { person, chat }: Pick<Neighbour, 'person' | 'chat'>,
  goods: Goods,
  asked: { readonly payBy?: PaymentMethod; readonly recipient?: Recipient } = {},
): Promise<Card> {
  for (const [product, quantity] of goods) await cart.set(person, product, baseQuantity(quantity));
  const terms = { payBy: 'delivery', recipient, ...asked } as const;
  return granted(await checkout.open(person, chat, terms, await cart.lines(person))).card;
}

/** The buyer orders these goods, a second after whatever was before. */
export async function placeOrder(
  { village, clock }: Pick<VillageScene, 'village' | 'clock'>,
  buyer: Neighbour,
  goods: Goods,
  payBy: PaymentMethod = 'delivery',
): Promise<OrderId> {
  clock.advance(1_000);
  return village.shop(async (shop) => {
    const { id } = await openCard(shop, buyer, goods, { payBy });
    return present(granted(await shop.checkout.place(buyer.person, id, true)).orders[0]).id;
  });
}
