import { tap } from '../../../chat/dsl/action.ts';
import { ask } from '../../../chat/dsl/flow.ts';
import {
  type Button,
  type Reply,
  type ReplyPart,
  type Screen,
  say,
  type Text,
} from '../../../chat/dsl/screen.ts';
import type { CheckoutId, OrderId, ProductId } from '../../../db/ids.ts';
import { type Card, needsAddress } from '../../../shop/checkout/card.ts';
import { NEWCOMER_HOLD_MS } from '../../../shop/checkout/newcomers.ts';
import type { Refusal } from '../../../shop/checkout/place.ts';
import type { PlacedOrder } from '../../../shop/checkout/write-orders.ts';
import type { Turn } from '../../flow.ts';
import { linePictures } from '../../screens/orders/order-goods.ts';
import { newOrderNotice, replacedNotice } from '../../screens/orders/order-notice.ts';
import { orderScreen } from '../../screens/orders/order-screen.ts';
import { invoiceScreen, payScreens } from '../../screens/payments/pay-screen.ts';
import { homeButton, moneyValue, productSeller } from '../../screens/values.ts';
import { addressAsk } from './address.ts';
import { cartScreen } from './cart-screen.ts';
import { checkoutScreen, sellerGoodsText, staleScreen, tooLargeScreen } from './checkout-card.ts';
import { problemText } from './checkout-problems.ts';

// Confirm: places the order, or shows why not and what can be ordered.

export function confirm(turn: Turn<'intent'>): Promise<Reply> {
  return place(turn, false);
}

export function confirmAgain(turn: Turn<'intent'>): Promise<Reply> {
  return place(turn, true);
}

async function place(turn: Turn<'intent'>, isMeantTwice: boolean): Promise<Reply> {
  const { shop, person, params } = turn;
  const placed = await shop.checkout.place(person.id, params.intent, isMeantTwice);
  if (!placed.ok) return refused(turn, params.intent, placed.refusal);
  const notices: ReplyPart[] = [...(await calledOffNotice(turn, placed.replaced, placed.orders))];
  for (const { id } of placed.orders) {
    const order = await shop.orders.bought(person.id, id);
    if (!order) continue;
    if (placed.card.isLive) await shop.streams.recordOrder(person.id, { id, sellerId: order.sellerId });
    if (placed.card.payBy === 'transfer')
      notices.push(...payScreens(order, await shop.paymentCodes.of(order.sellerId)));
    notices.push(...(await newOrderNotice(shop, order)));
  }
  const isInvoiced = placed.card.payBy === 'invoice';
  const bill = isInvoiced ? await shop.invoices.bill(person.id, params.intent) : undefined;
  return [
    placedScreen(placed.card, placed.orders, turn.now),
    ...(bill ? [invoiceScreen(bill)] : []),
    ...notices,
  ];
}

/** The seller of an order whose place another took hears that it is off. */
async function calledOffNotice(
  { shop, person }: Turn<string>,
  replaced: OrderId | undefined,
  orders: readonly PlacedOrder[],
): Promise<readonly ReplyPart[]> {
  const order = replaced && (await shop.orders.bought(person.id, replaced));
  const now = orders.find(({ sellerId }) => sellerId === order?.sellerId);
  return order ? replacedNotice(shop, order, now) : [];
}

function placedScreen(card: Card, orders: readonly PlacedOrder[], now: Date): Screen {
  const goods = card.sellerOrders.flatMap((part) => [
    ...orders
      .filter(({ sellerId }) => sellerId === part.sellerId)
      .map(({ number }) => say('placed-number', { number, seller: productSeller(part) })),
    ...sellerGoodsText(card, part),
  ]);
  const until = { time: new Date(now.getTime() + NEWCOMER_HOLD_MS) };
  const how = card.isHeld ? say('placed-newcomer', { until }) : say(`placed-${card.payBy}`);
  const look = orders.map(({ id, number }): Button[] => [
    { label: say('placed-look', { number }), tap: tap('order/:order', { order: id }) },
  ]);
  return {
    text: [
      say('placed-title'),
      ...instead(card),
      ...goods,
      say('card-total', { total: moneyValue(card.total) }),
      how,
    ],
    pictures: linePictures(card),
    buttons: [...look, [{ label: say('cart-more'), tap: tap('browse/:page', { page: 0 }) }, homeButton]],
  };
}

const instead = ({ replaces }: Card): Text[] =>
  replaces ? [say('placed-instead', { number: replaces.number })] : [];

/** The refusal: nothing was ordered, and the buyer sees what can be ordered. */
async function refused(turn: Turn<string>, intent: CheckoutId, refusal: Refusal): Promise<Reply> {
  switch (refusal.code) {
    case 'already':
      return [{ toast: say('placed-already', { number: refusal.orders[0]?.number ?? '' }) }];
    case 'stale':
      return [staleScreen];
    case 'no-address':
      return askAgain(turn, intent);
    case 'accepted-meanwhile':
      return acceptedMeanwhile(turn, refusal.order.id);
    case 'twice': {
      const yes = {
        label: say('twice-yes'),
        tap: tap('again/:intent', { intent }),
        tone: 'primary',
      } as const;
      const no: Button = { label: say('twice-no'), tap: tap('orders/:page', { page: 0 }) };
      return [
        { text: say('twice', { number: refusal.number }), buttons: [[yes], [no]], fresh: true, yes: yes.tap },
      ];
    }
    default: {
      const wait = refusal.code === 'short' ? waitFor(refusal.line.productId) : [];
      const notices: Screen = { text: problemText(refusal), buttons: wait, fresh: true };
      return [notices, await renewed(turn, intent)];
    }
  }
}

/** The order is on its way as it was: nothing is changed, and nothing ordered beside it. */
async function acceptedMeanwhile(turn: Turn<string>, id: OrderId): Promise<Reply> {
  const { shop, person, chat } = turn;
  await shop.checkout.endChange(person.id, chat.id);
  await shop.cart.empty(person.id, chat.id);
  const order = await shop.orders.bought(person.id, id);
  if (!order) return [staleScreen];
  const screen = orderScreen(order);
  return [{ ...screen, text: [say('change-too-late', { number: order.number }), screen.text], fresh: true }];
}

async function askAgain({ shop, person }: Turn<string>, intent: CheckoutId): Promise<Reply> {
  const card = await shop.checkout.byId(person.id, intent);
  const question = addressAsk({}, { isPickup: card !== undefined && !needsAddress(card) });
  return [{ ...question, asks: ask('address', { intent, given: {} }), fresh: true }];
}

const waitFor = (product: ProductId): Button[][] => [
  [{ label: say('product-wait'), tap: tap('wait/:product', { product }) }],
];

/** Below the news, what can be had now: a new card, whose Confirm is about that. */
async function renewed({ shop, person }: Turn<string>, intent: CheckoutId): Promise<Screen> {
  const end = await shop.checkout.renew(person.id, intent);
  if (end.ok)
    return { ...checkoutScreen(end.card, await shop.checkout.problems(person.id, end.card)), fresh: true };
  if (end.refusal === 'too-large') return { ...tooLargeScreen, fresh: true };
  return { ...cartScreen(await shop.cart.lines(person.id)), fresh: true };
}
