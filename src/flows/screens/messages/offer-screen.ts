import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Screen, say, type Value } from '../../../chat/dsl/screen.ts';
import type { Product } from '../../../shop/catalogue/products/catalogue.ts';
import type { Offer } from '../../../shop/notifications/waiting/offers.ts';
import type { LeftWaiting, Served } from '../../../shop/notifications/waiting/waiting-queue.ts';
import { sumQuantity } from '../../../shop/values/quantity.ts';
import { homeButton, productName, productSeller, quantityValue } from '../values.ts';

const until = ({ expiresAt }: Offer): Value => ({ time: expiresAt });

/** Goods that are kept for somebody who waited: all they want, or a part that they may leave to others. */
export function offerScreen(product: Product, offer: Offer): Screen {
  const values = offerValues(product, offer);
  const isPart = offer.quantity < offer.wanted;
  const to = { offer: offer.id };
  const take: Button = {
    label: say('offer-take', values),
    tap: tap('offer-take/:offer', to),
    tone: 'primary',
  };
  const wait: Button = { label: say('offer-wait', values), tap: tap('offer-wait/:offer', to) };
  const no: Button = { label: say('offer-no'), tap: tap('offer-no/:offer', to) };
  return {
    text: say(isPart ? 'offer-part' : 'offer-full', values),
    photo: product.storedPhotos[0],
    buttons: [[take], ...(isPart ? [[wait]] : []), [no]],
  };
}

const offerValues = (product: Product, offer: Offer) => ({
  title: productName(product),
  seller: productSeller(product),
  quantity: quantityValue(product, offer.quantity),
  wanted: quantityValue(product, offer.wanted),
  until: until(offer),
});

/** The time of an offer is over, with a way to wait on. */
export const expiredScreen = (product: Product, offer: Offer): Screen => ({
  text: say('offer-expired', {
    title: productName(product),
    quantity: quantityValue(product, offer.quantity),
  }),
  buttons: [[waitAgain(offer)], [homeButton]],
});

export const waitAgain = ({ productId, wanted }: Pick<Offer, 'productId' | 'wanted'>): Button => ({
  label: say('offer-again'),
  tap: tap('wait/:product/:quantity', { product: productId, quantity: wanted }),
});

export const withdrawnScreen = (product: Product, { quantity }: Offer): Screen => ({
  text: say('offer-withdrawn', {
    title: productName(product),
    quantity: quantityValue(product, quantity),
  }),
  buttons: [[stopWaiting(product)], [homeButton]],
});

/** Some came back, and went to those before this person. */
export const leftScreen = (product: Product, { wanted, place }: LeftWaiting): Screen => ({
  text: say('offer-left', {
    title: productName(product),
    wanted: quantityValue(product, wanted),
    place,
  }),
  buttons: [[stopWaiting(product)], [homeButton]],
});

const stopWaiting = ({ id }: Product): Button => ({
  label: say('offer-stop'),
  tap: tap('offer-stop/:product', { product: id }),
});

/** What the seller hears of the offers that were made; undefined where none were. */
export function offersMadeScreen(product: Product, { offered, waiting }: Served): Screen | undefined {
  const [first] = offered;
  if (!first) return undefined;
  const sum = sumQuantity(offered.map(({ quantity }) => quantity));
  const values = { quantity: quantityValue(product, sum), until: until(first) };
  return {
    text: say('offers-made', { title: productName(product), count: offered.length, waiting, ...values }),
  };
}
