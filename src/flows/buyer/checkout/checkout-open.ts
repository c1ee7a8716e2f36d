import { type Button, type Reply, type ReplyPart, say, type Text } from '../../../chat/dsl/screen.ts';
import type { CheckoutId } from '../../../db/ids.ts';
import type { CartLine } from '../../../shop/cart/cart.ts';
import type { Card, PaymentMethod } from '../../../shop/checkout/card.ts';
import type { Change } from '../../../shop/checkout/checkout.ts';
import type { Recipient } from '../../../shop/customers/addresses.ts';
import type { Turn } from '../../flow.ts';
import { productName } from '../../screens/values.ts';
import { type GivenRecipient, toRecipient } from './address.ts';
import { cartScreen } from './cart-screen.ts';
import { checkoutScreen, staleScreen, tooLargeScreen } from './checkout-card.ts';
import { type Before, keepLastCard } from './last-card.ts';

/**
 * Whether it is an open card, which another one takes the place of. What is answered beside a card keeps it on the table,
 * and has no pictures of its lines.
 */
export const isCard = (part: ReplyPart): boolean =>
  'text' in part && 'pictures' in part && part.focus?.card !== undefined;

/** What is said above the card of a reply: 核桃：1斤 → 3斤. */
export function cardNews(reply: Reply): readonly Text[] {
  const card = reply.findLast(isCard);
  const texts = card && 'text' in card ? [card.text].flat(DEEP) : [];
  const title = texts.findIndex((one) => 'key' in one && one.key === 'card-title');
  return texts.slice(0, Math.max(title, 0));
}

const DEEP = 4;

/**
 * Opens a checkout over the cart and shows its card; a buyer without an address is asked for it first. `given` is what was
 * said just now of where it goes: a new street goes to the same person as before, unless it says otherwise.
 */
export async function cardScreen(
  turn: Turn<string>,
  given: GivenRecipient = {},
  notices: readonly Text[] = [],
): Promise<Reply> {
  const { shop, person, chat } = turn;
  const lines = await shop.cart.lines(person.id);
  if (lines.length === 0) return nothingLeft(turn);
  const open = await shop.checkout.current(person.id, chat.id);
  const recipient = await recipientFor(turn, given, open?.recipient);
  const payBy = open?.payBy ?? (await shop.checkout.lastPayBy(person.id));
  const kept = {
    ...{ payBy, recipient, note: open?.note },
    ...{ sellerOrders: open?.sellerOrders, replaces: open?.replaces },
  };
  const opened = await shop.checkout.open(person.id, chat.id, kept, lines);
  const news = [...notices, ...priceNews(lines)];
  return opened.ok ? showCard(turn, opened.card, news, given, open ?? 'none') : [tooLargeScreen];
}

/** The empty cart. An order that was being changed stays as it is, and the next goods are an order of their own. */
export async function nothingLeft({ shop, person, chat }: Turn<string>, undo?: Button): Promise<Reply> {
  const ended = await shop.checkout.endChange(person.id, chat.id);
  const empty = cartScreen([], undo);
  return [
    ended
      ? { ...empty, text: [say('change-ended', { number: ended.number }), empty.text], fresh: true }
      : empty,
  ];
}

async function recipientFor(
  { shop, person }: Turn<string>,
  given: GivenRecipient,
  onCard: Recipient | undefined,
): Promise<Recipient | undefined> {
  const known = onCard ?? (await shop.addresses.of(person.id))[0]?.recipient;
  if (!given.address) return known;
  const named = toRecipient({ name: known?.name, phone: known?.phone, ...given }, { isPickup: false });
  return named && (await shop.addresses.save(person.id, named)).recipient;
}

/** What has become dearer or cheaper since the buyer last saw it. */
const priceNews = (lines: readonly CartLine[]): Text[] =>
  lines.flatMap(({ product, was }) => {
    if (!was) return [];
    const { price, priceQuantity, measure } = product;
    return [
      say('price-news', {
        title: productName(product),
        was: { price: { ...was, measure } },
        now: { price: { fen: price, per: priceQuantity, measure } },
      }),
    ];
  });

/**
 * The card with whatever stands against it by now. `given` is what is known of where it goes, if that is not enough; `before`
 * is the card that it takes the place of.
 */
export async function showCard(
  turn: Turn<string>,
  card: Card,
  notices: readonly Text[] = [],
  given: GivenRecipient = {},
  before?: Before,
): Promise<Reply> {
  const problems = await turn.shop.checkout.problems(turn.person.id, card);
  const screen = checkoutScreen(card, problems, notices, given);
  return [{ ...screen, lastChange: keepLastCard(turn, card, before) }];
}

/** The card stays as it is where that way to pay is not offered, and says so; where it stands there already, that too. */
export async function choosePayment(
  turn: Turn<string>,
  intent: CheckoutId,
  payBy: PaymentMethod,
): Promise<Reply> {
  const card = await turn.shop.checkout.byId(turn.person.id, intent);
  if (card && !card.paymentMethods.includes(payBy)) return showCard(turn, card, paymentNews(card, payBy));
  return changeCard(turn, intent, { payBy }, card ? paymentNews(card, payBy) : []);
}

/** What becomes of a wish how to pay: the same card again would say nothing of it. */
export function paymentNews(card: Card, payBy: PaymentMethod): readonly Text[] {
  if (!card.paymentMethods.includes(payBy)) return [say(`pay-not-by-${payBy}`)];
  return [say(card.payBy === payBy ? `pay-stays-${payBy}` : `pay-taken-${payBy}`)];
}

/**
 * A change of the card; after a second tap on the same button, the card that the first one made. One that would
 * cost too much stays as it was, and says so.
 */
export async function changeCard(
  turn: Turn<string>,
  intent: CheckoutId,
  to: Change,
  notices: readonly Text[] = [],
): Promise<Reply> {
  const { shop, person, chat } = turn;
  const changed = await shop.checkout.change(person.id, intent, to);
  if (changed.ok) return showCard(turn, changed.card, notices, {}, changed.before);
  const card = await shop.checkout.current(person.id, chat.id);
  if (!card) return [staleScreen];
  return showCard(turn, card, changed.refusal === 'too-large' ? [say('cart-too-large')] : []);
}
