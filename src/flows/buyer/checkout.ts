import { z } from 'zod';
import { tap } from '../../chat/action.ts';
import { ask } from '../../chat/flow.ts';
import { type Button, type Reply, type Say, type Screen, say, type Text } from '../../chat/screen.ts';
import type { Card, PlacedOrder, Refusal } from '../../shop/checkout.ts';
import { flow, type Turn } from '../flow.ts';
import { newOrderNotice } from '../seller/order-notice.ts';
import { homeButton, lineText, moneyOf, quantityOf, recipientText, titleOf } from '../show.ts';
import { addressAsk, readRecipient } from './address.ts';
import { cartScreen } from './cart-screen.ts';

/** From what is wanted to an order: one card, one Confirm. */
export const checkout = flow('checkout', {
  taps: {
    checkout: begin,
    'confirm/:intent': confirm,
    'again/:intent': confirmAgain,
    'pay/:intent/:way': payBy,
    'to/:intent': chooseAddress,
    'to/:intent/:address': useAddress,
    'new-address/:intent': askAddress,
  },
  answers: { address: { data: z.object({ intent: z.uuid() }), read: readAddress } },
});

function begin(turn: Turn): Promise<Reply> {
  return cardScreen(turn);
}

/** Opens a checkout over the cart and shows its card; a buyer without an address is asked for it first. */
export async function cardScreen(turn: Turn<string>): Promise<Reply> {
  const { shop, person, chat } = turn;
  const lines = await shop.cart.lines(person.id);
  if (lines.length === 0) return [cartScreen(lines)];
  const recipient = (await shop.addresses.of(person.id))[0]?.recipient;
  const card = await shop.checkout.open(person.id, chat.id, { payBy: 'delivery', recipient }, lines);
  return card
    ? [cardOf(card)]
    : [{ text: say('cart-too-large'), buttons: [[{ label: say('cart'), tap: tap('cart') }]] }];
}

/** The card, with Confirm when it can be confirmed and with the one question that is open when not. */
export function cardOf(card: Card): Screen {
  const lines = card.lines.map(lineText);
  const total = say('card-total', { total: moneyOf(card.total) });
  if (!card.recipient) {
    return {
      text: [say('card-title'), ...lines, total, addressAsk],
      buttons: [changeRow],
      asks: ask('address', { intent: card.id }),
    };
  }
  const way = say(card.payBy === 'transfer' ? 'card-pay-transfer' : 'card-pay-delivery');
  const text: Text = [say('card-title'), ...lines, recipientText(card.recipient), way, total];
  return { text, buttons: [[confirmButton(card)], cardChoices(card), changeRow] };
}

const changeRow: Button[] = [
  { label: say('card-change'), tap: tap('cart') },
  { label: say('cart-more'), tap: tap('browse/:page', { page: 0 }) },
];

const confirmButton = ({ id, total }: Card): Button => ({
  label: say('card-confirm', { total: moneyOf(total) }),
  tap: tap('confirm/:intent', { intent: id }),
  tone: 'success',
});

function cardChoices({ id, payBy }: Card): Button[] {
  const other = payBy === 'transfer' ? 'delivery' : 'transfer';
  return [
    { label: say('card-other-address'), tap: tap('to/:intent', { intent: id }) },
    { label: say(`card-by-${other}`), tap: tap('pay/:intent/:way', { intent: id, way: other }) },
  ];
}

async function payBy({ shop, person, params }: Turn<'intent' | 'way'>): Promise<Reply> {
  const way = params.way === 'transfer' ? 'transfer' : 'delivery';
  return cardOrStale(await shop.checkout.change(person.id, params.intent, { payBy: way }));
}

const cardOrStale = (card: Card | undefined): Reply => [card ? cardOf(card) : staleScreen];

const staleScreen: Screen = {
  text: say('card-stale'),
  buttons: [[{ label: say('cart'), tap: tap('cart') }, homeButton]],
  fresh: true,
};

async function chooseAddress({ shop, person, params }: Turn<'intent'>): Promise<Reply> {
  const known = await shop.addresses.of(person.id);
  const { intent } = params;
  const buttons = known.map(({ id, recipient }): Button[] => [
    {
      label: say('address-button', { name: recipient.name, address: recipient.address }),
      tap: tap('to/:intent/:address', { intent, address: id }),
    },
  ]);
  const fresh: Button[] = [{ label: say('address-new'), tap: tap('new-address/:intent', { intent }) }];
  return [
    {
      text: say('address-which'),
      buttons: [...buttons, fresh, [{ label: say('back'), tap: tap('checkout') }]],
    },
  ];
}

async function useAddress({ shop, person, params }: Turn<'intent' | 'address'>): Promise<Reply> {
  const address = await shop.addresses.byId(person.id, params.address);
  return cardOrStale(
    address && (await shop.checkout.change(person.id, params.intent, { recipient: address.recipient })),
  );
}

function askAddress({ params }: Turn<'intent'>): Reply {
  return [{ text: addressAsk, asks: ask('address', { intent: params.intent }), fresh: true }];
}

/** Name, phone and street in one message; what is missing is said, and what was given is kept in the words to copy. */
async function readAddress(turn: Turn, data: { intent: string }): Promise<Reply> {
  const read = readRecipient(turn.words);
  if (!read.ok) return [{ text: read.missing, asks: ask('address', data), isMiss: true }];
  const { recipient } = await turn.shop.addresses.save(turn.person.id, read.recipient);
  return cardOrStale(await turn.shop.checkout.change(turn.person.id, data.intent, { recipient }));
}

function confirm(turn: Turn<'intent'>): Promise<Reply> {
  return place(turn, false);
}

function confirmAgain(turn: Turn<'intent'>): Promise<Reply> {
  return place(turn, true);
}

async function place(turn: Turn<'intent'>, isMeantTwice: boolean): Promise<Reply> {
  const { shop, person, params } = turn;
  const placed = await shop.checkout.place(person.id, params.intent, isMeantTwice);
  if (!placed.ok) return refused(turn, params.intent, placed.refusal);
  const notices: Say[] = [];
  for (const { id } of placed.orders) {
    const order = await shop.orders.bought(person.id, id);
    if (order) notices.push(...(await newOrderNotice(shop, order)));
  }
  return [placedScreen(placed.card, placed.orders), ...notices];
}

function placedScreen(card: Card, orders: readonly PlacedOrder[]): Screen {
  const titles = orders.map(({ number }) => say('placed-number', { number }));
  const how = say(card.payBy === 'transfer' ? 'placed-transfer' : 'placed-delivery');
  const look = orders.map(({ id, number }): Button[] => [
    { label: say('placed-look', { number }), tap: tap('order/:order', { order: id }) },
  ]);
  return {
    text: [
      say('placed-title'),
      ...titles,
      ...card.lines.map(lineText),
      say('card-total', { total: moneyOf(card.total) }),
      how,
    ],
    buttons: [...look, [{ label: say('cart-more'), tap: tap('browse/:page', { page: 0 }) }, homeButton]],
  };
}

/** A "no" with the way on: nothing was ordered, and the buyer sees what they can have. */
async function refused(turn: Turn<string>, intent: string, refusal: Refusal): Promise<Reply> {
  switch (refusal.code) {
    case 'already':
      return [{ toast: say('placed-already', { number: refusal.orders[0]?.number ?? '' }) }];
    case 'stale':
      return [staleScreen];
    case 'no-address':
      return [{ text: addressAsk, asks: ask('address', { intent }), fresh: true }];
    case 'twice': {
      const yes: Button = { label: say('twice-yes'), tap: tap('again/:intent', { intent }), tone: 'primary' };
      const no: Button = { label: say('twice-no'), tap: tap('orders/:page', { page: 0 }) };
      return [{ text: say('twice', { number: refusal.number }), buttons: [[yes], [no]], fresh: true }];
    }
    case 'short':
      return shortOf(turn, refusal);
    case 'changed': {
      const { line, now } = refusal;
      const news = say('card-changed', { title: titleOf(line), was: moneyOf(line.total), now: moneyOf(now) });
      return [{ text: news, fresh: true }, ...fresh(await cardScreen(turn))];
    }
    case 'off-sale':
      await turn.shop.cart.set(turn.person.id, refusal.line.productId, 0);
      return [
        { text: say('card-off-sale', { title: titleOf(refusal.line) }), fresh: true },
        ...fresh(await cardScreen(turn)),
      ];
  }
}

/** Somebody was faster: the line becomes what is left, on a new card. */
async function shortOf(
  turn: Turn<string>,
  { line, available }: Extract<Refusal, { code: 'short' }>,
): Promise<Reply> {
  const { productId, measure, quantity } = line;
  const values = {
    title: titleOf(line),
    wanted: quantityOf(measure, quantity),
    left: quantityOf(measure, available),
  };
  await turn.shop.cart.set(turn.person.id, productId, available);
  const wait: Button = { label: say('product-wait'), tap: tap('wait/:product', { product: productId }) };
  const news: Screen = {
    text: say(available === 0 ? 'short-nothing' : 'short-some', values),
    buttons: [[wait]],
    fresh: true,
  };
  return [news, ...fresh(await cardScreen(turn))];
}

/** Below a piece of news, the card is a message of its own. */
const fresh = (reply: Reply): Reply =>
  reply.map((part) => ('text' in part ? { ...part, fresh: true } : part));
