import { z } from 'zod';
import { tap } from '../../chat/action.ts';
import { ask } from '../../chat/flow.ts';
import { type Button, type Reply, say, type Text } from '../../chat/screen.ts';
import type { Recipient } from '../../shop/addresses.ts';
import type { CartLine } from '../../shop/cart.ts';
import type { Change } from '../../shop/checkout.ts';
import { type Card, needsAddress } from '../../shop/checkout-card.ts';
import { ways } from '../../shop/delivery.ts';
import { provinces } from '../../shop/provinces.ts';
import { flow, type Turn } from '../flow.ts';
import { titleOf } from '../show.ts';
import { addressAsk, complete, givenShape, unclear, withAnswer } from './address.ts';
import { cartScreen } from './cart-screen.ts';
import { cardOf, staleScreen } from './checkout-card.ts';
import { confirm, confirmAgain } from './checkout-confirm.ts';

/** From what is wanted to an order: one card, one Confirm. */
export const checkout = flow('checkout', {
  taps: {
    checkout: begin,
    'confirm/:intent': confirm,
    'again/:intent': confirmAgain,
    'renew/:intent': renew,
    'pay/:intent/:way': payBy,
    'way/:intent/:seller/:way': travelBy,
    'to/:intent': chooseAddress,
    'to/:intent/:address': useAddress,
    'new-address/:intent': askAddress,
    'province/:intent/:at': chooseProvince,
    'note/:intent': askNote,
    'no-note/:intent': dropNote,
    'without/:seller': withoutSeller,
  },
  answers: {
    address: { data: z.object({ intent: z.uuid(), given: givenShape.default({}) }), read: readAddress },
    note: { data: z.object({ intent: z.uuid() }), read: readNote },
  },
});

function begin(turn: Turn): Promise<Reply> {
  return cardScreen(turn);
}

/**
 * Opens a checkout over the cart and shows its card; a buyer without an address is asked for it first. `given` is an
 * address that was named just now.
 */
export async function cardScreen(turn: Turn<string>, given?: Recipient): Promise<Reply> {
  const { shop, person, chat } = turn;
  const lines = await shop.cart.lines(person.id);
  if (lines.length === 0) return [cartScreen(lines)];
  const recipient = given ?? (await shop.addresses.of(person.id))[0]?.recipient;
  const payBy = await shop.checkout.lastPayBy(person.id);
  const card = await shop.checkout.open(person.id, chat.id, { payBy, recipient }, lines);
  if (card) return shown(turn, card, priceNews(lines));
  return [{ text: say('cart-too-large'), buttons: [[{ label: say('cart'), tap: tap('cart') }]] }];
}

/** What has become dearer or cheaper since the buyer last saw it. */
export const priceNews = (lines: readonly CartLine[]): Text[] =>
  lines.flatMap(({ product, was }) => {
    if (!was) return [];
    const { price, priceQuantity, measure } = product;
    return [
      say('price-news', {
        title: titleOf(product),
        was: { price: { ...was, measure } },
        now: { price: { fen: price, per: priceQuantity, measure } },
      }),
    ];
  });

/** The card with whatever stands against it by now. */
async function shown({ shop, person }: Turn<string>, card: Card, news: readonly Text[] = []): Promise<Reply> {
  return [cardOf(card, await shop.checkout.problems(person.id, card), news)];
}

/** A change of the card; after a second tap on the same button, the card that the first one made. */
async function changed(turn: Turn<string>, intent: string, to: Change): Promise<Reply> {
  const { shop, person, chat } = turn;
  const card =
    (await shop.checkout.change(person.id, intent, to)) ?? (await shop.checkout.current(person.id, chat.id));
  return card ? shown(turn, card) : [staleScreen];
}

/** By the prices and stock of now. */
async function renew(turn: Turn<'intent'>): Promise<Reply> {
  const { shop, person, chat, params } = turn;
  const card =
    (await shop.checkout.renew(person.id, params.intent)) ??
    (await shop.checkout.current(person.id, chat.id));
  if (card) return shown(turn, card);
  return [cartScreen(await shop.cart.lines(person.id))];
}

function payBy(turn: Turn<'intent' | 'way'>): Promise<Reply> {
  const way = turn.params.way === 'transfer' ? 'transfer' : 'delivery';
  return changed(turn, turn.params.intent, { payBy: way });
}

function travelBy(turn: Turn<'intent' | 'seller' | 'way'>): Promise<Reply> {
  const { intent, seller } = turn.params;
  const way = ways.find((one) => one === turn.params.way);
  return changed(turn, intent, way ? { way: { sellerId: seller, way } } : {});
}

async function chooseAddress({ shop, person, params }: Turn<'intent'>): Promise<Reply> {
  const known = await shop.addresses.of(person.id);
  const { intent } = params;
  const buttons = known.map(({ id, recipient }): Button[] => [
    {
      label: say('address-button', { name: recipient.name, address: recipient.address }),
      tap: tap('to/:intent/:address', { intent, address: id }),
    },
  ]);
  const fresh: Button[] = [
    { label: say('address-new'), tap: tap('new-address/:intent', { intent }) },
    { label: say('addresses'), tap: tap('addresses') },
  ];
  return [
    {
      text: say('address-which'),
      buttons: [...buttons, fresh, [{ label: say('back'), tap: tap('checkout') }]],
    },
  ];
}

async function useAddress(turn: Turn<'intent' | 'address'>): Promise<Reply> {
  const { shop, person, params } = turn;
  const address = await shop.addresses.byId(person.id, params.address);
  return address ? changed(turn, params.intent, { recipient: address.recipient }) : [staleScreen];
}

async function askAddress({ shop, person, params }: Turn<'intent'>): Promise<Reply> {
  const { intent } = params;
  const card = await shop.checkout.byId(person.id, intent);
  if (!card) return [staleScreen];
  const question = addressAsk({}, { isPickup: !needsAddress(card) });
  return [{ ...question, asks: ask('address', { intent, given: {} }), fresh: true }];
}

interface AddressData {
  readonly intent: string;
  readonly given: z.infer<typeof givenShape>;
}

/** Name, phone and street in one message or several, a shared contact, a point on the map. */
async function readAddress(turn: Turn, { intent, given }: AddressData): Promise<Reply> {
  const { shop, person, body, words } = turn;
  const card = await shop.checkout.byId(person.id, intent);
  if (!card) return [staleScreen];
  const wanted = { isPickup: !needsAddress(card) };
  const now = withAnswer(given, body, wanted);
  const asks = ask('address', { intent, given: now });
  const recipient = complete(now, wanted);
  if (recipient) {
    if (recipient.address !== '') await shop.addresses.save(person.id, recipient);
    return changed(turn, intent, { recipient });
  }
  if (JSON.stringify(now) === JSON.stringify(given))
    return [{ text: unclear(given, words, wanted), asks, isMiss: true }];
  return [{ ...addressAsk(now, wanted), asks }];
}

/** The address gets the province that it did not tell, and keeps it. */
async function chooseProvince(turn: Turn<'intent' | 'at'>): Promise<Reply> {
  const { shop, person, params } = turn;
  const province = provinces[Number(params.at)];
  const recipient = (await shop.checkout.byId(person.id, params.intent))?.recipient;
  if (!province || !recipient) return changed(turn, params.intent, {});
  const told = { ...recipient, address: `${province} ${recipient.address}`.slice(0, 200) };
  const known = (await shop.addresses.of(person.id)).find(
    (one) => one.recipient.address === recipient.address && one.recipient.name === recipient.name,
  );
  if (known) await shop.addresses.replace(person.id, known.id, told);
  return changed(turn, params.intent, { recipient: told });
}

const NOTE_LENGTH = 200;

function askNote({ params }: Turn<'intent'>): Reply {
  const { intent } = params;
  const none: Button = { label: say('note-none'), tap: tap('no-note/:intent', { intent }) };
  return [{ text: say('note-ask'), buttons: [[none]], asks: ask('note', { intent }), fresh: true }];
}

function readNote(turn: Turn, { intent }: { intent: string }): Promise<Reply> | Reply {
  const note = turn.words.trim();
  if (note === '' || note.length > NOTE_LENGTH)
    return [
      { text: say('note-too-long', { most: NOTE_LENGTH }), asks: ask('note', { intent }), isMiss: true },
    ];
  return changed(turn, intent, { note });
}

function dropNote(turn: Turn<'intent'>): Promise<Reply> {
  return changed(turn, turn.params.intent, { note: undefined });
}

async function withoutSeller(turn: Turn<'seller'>): Promise<Reply> {
  await turn.shop.cart.without(turn.person.id, turn.params.seller);
  return cardScreen(turn);
}
