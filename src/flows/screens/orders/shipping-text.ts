import { type Message, say, type Text } from '../../../chat/dsl/screen.ts';
import type { ShippingMethod } from '../../../shop/shipping/rates.ts';
import type { Fen } from '../../../shop/values/money.ts';
import { dayText } from '../dates.ts';
import { moneyValue, productSeller } from '../values.ts';

// How goods travel, in words: on cards and on orders, to buyers and sellers alike.

/** `🚚 快递 ¥8`, `🏡 自提 · 免费 · 村口小卖部`. */
export function shippingText(of: {
  readonly way: ShippingMethod;
  readonly fee: Fen;
  readonly place?: string;
}): Message {
  const way = say(`way-${of.way}`);
  if (of.place) return say('way-line-place', { way, place: of.place });
  return say('way-line', { way, fee: of.fee === 0 ? say('fee-free') : moneyValue(of.fee) });
}

/** Where an order is: what is picked up is not shipped, it is ready. */
export const shippingState = ({
  fulfilment,
  way,
  payment,
}: {
  readonly fulfilment: string;
  readonly way: ShippingMethod;
  readonly payment: string;
}): Message => {
  if (fulfilment === 'shipped' && way === 'pickup') return say('state-ready');
  if (fulfilment === 'delivered' && way === 'pickup') return say('state-picked-up');
  // Nobody waited for money: the seller did not answer.
  if (fulfilment === 'expired' && payment === 'none') return say('state-unaccepted');
  return say(`state-${fulfilment}`);
};

/** That nothing is packed today, where that is so. */
export function packsAgainText(part: {
  readonly packsAgain: string | null;
  readonly sellerName: string;
  readonly sellerNameEn: string | null;
}): Text[] {
  const { packsAgain } = part;
  return packsAgain ? [say('packs-again', { seller: productSeller(part), day: dayText(packsAgain) })] : [];
}

/** What of an order is still to be picked, and from when. */
export const expectedText = ({ expectedOn }: { readonly expectedOn: string | null }): Message[] =>
  expectedOn === null ? [] : [say('line-expected', { day: dayText(expectedOn) })];
