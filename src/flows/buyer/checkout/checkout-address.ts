import { z } from 'zod';
import { tap } from '../../../chat/dsl/action.ts';
import { ask } from '../../../chat/dsl/flow.ts';
import { type Button, type Reply, type Screen, say } from '../../../chat/dsl/screen.ts';
import { type CheckoutId, idShape } from '../../../db/ids.ts';
import { readAct } from '../../../nlu/acts/act.ts';
import { splitAsides } from '../../../nlu/acts/orders/asides-said.ts';
import { splitFromAddress } from '../../../nlu/acts/orders/beside-address.ts';
import { readAmountChange } from '../../../nlu/acts/orders/changes/order-change.ts';
import { keepsPlace } from '../../../nlu/acts/orders/delivery/recipient-piece.ts';
import { readBuyer } from '../../../nlu/read.ts';
import { type Card, needsAddress } from '../../../shop/checkout/card.ts';
import { provinces } from '../../../shop/shipping/provinces.ts';
import { flow, type Turn } from '../../flow.ts';
import {
  addressAsk,
  doubtful,
  type GivenRecipient,
  givenShape,
  parseGiven,
  toRecipient,
  unclear,
  withAnswer,
} from './address.ts';
import { askKept } from './address-book.ts';
import { asidesOn } from './card-asides.ts';
import { staleScreen } from './checkout-card.ts';
import { cardScreen, changeCard } from './checkout-open.ts';

/** A card whose address is asked for, and what was given of it already. */
export const addressShape = z.object({ intent: idShape<CheckoutId>(), given: givenShape.default({}) });

/** Where a card's goods go: asked in as many steps as it takes, or chosen. */
export const checkoutAddress = flow('checkout-address', {
  taps: {
    'to/:intent': chooseAddress,
    'to/:intent/:address': useAddress,
    'new-address/:intent': askAddress,
    'province/:intent/:at': chooseProvince,
  },
  answers: {
    address: {
      data: addressShape,
      read: readHalf,
    },
  },
});

/** What is said while an address is asked for; nothing where it is about something else. */
export async function readHalf(turn: Turn, data: AddressData): Promise<Reply | undefined> {
  return (await saysElse(turn)) ? undefined : readAddress(turn, data);
}

/** The question for what is still missing, where a part of the address was given; nothing where none was, or the card is gone. */
export async function askRest(
  { shop, person }: Turn,
  { intent, given }: AddressData,
): Promise<Screen | undefined> {
  const card = Object.keys(given).length > 0 ? await shop.checkout.byId(person.id, intent) : undefined;
  return (
    card && {
      ...addressAsk(given, { isPickup: !needsAddress(card) }),
      asks: ask('address', { intent, given }),
    }
  );
}

/** An address without a question: used for the open card, else for the cart, else stored. */
export async function takeAddress(turn: Turn): Promise<Reply> {
  const { shop, person, chat, text } = turn;
  const card = await shop.checkout.current(person.id, chat.id);
  const given = parseGiven(text);
  if (card) return readAddress(turn, { intent: card.id, given: corrected(card, given, text) });
  return (await shop.cart.lines(person.id)).length > 0 ? cardScreen(turn, given) : askKept(turn, { given });
}

/** 电话打错了，是…: one piece alone mends the recipient that stands on the card; 收件人写李强 139…，地址不变, too. */
function corrected({ recipient }: Card, given: GivenRecipient, text: string): GivenRecipient {
  const isPiece = Object.keys(given).length === 1 || (given.address === undefined && keepsPlace(text, given));
  return recipient && isPiece ? recipient : {};
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
  return address ? changeCard(turn, params.intent, { recipient: address.recipient }) : [staleScreen];
}

async function askAddress({ shop, person, params }: Turn<'intent'>): Promise<Reply> {
  const { intent } = params;
  const card = await shop.checkout.byId(person.id, intent);
  if (!card) return [staleScreen];
  const question = addressAsk({}, { isPickup: !needsAddress(card) });
  return [{ ...question, asks: ask('address', { intent, given: {} }), fresh: true }];
}

type AddressData = z.infer<typeof addressShape>;

/** The open question for an address, answered by a part of the message; nothing where none is open. */
export async function answerAddress(turn: Turn): Promise<Reply | undefined> {
  const { shop, person, chat, asking } = turn;
  const open = asking?.step === 'address' ? addressShape.safeParse(asking.data).data : undefined;
  const card = open && (await shop.checkout.current(person.id, chat.id));
  return card && readAddress(turn, { intent: card.id, given: open.given });
}

/** A question or an order is no answer to the question for an address. */
async function saysElse({ shop, text }: Turn): Promise<boolean> {
  const { kind, lines, recipient } = readBuyer(text);
  if (splitFromAddress(text)) return true;
  if (!recipient && (readAct(text) || changesAmount(text))) return true;
  if (recipient || kind === 'other') return false;
  if (kind !== 'order' && kind !== 'search') return true;
  const product = lines[0]?.product;
  if (!product) return false;
  const found = await shop.catalogue.find(product);
  return found.match !== 'near' && found.items.length > 0;
}

function changesAmount(text: string): boolean {
  const { how, rest } = readAmountChange(text);
  return how !== 'say' && readBuyer(rest).lines.some(({ quantity }) => quantity !== null);
}

/** Name, phone and street in one message or several, a shared contact, a point on the map. */
async function readAddress(turn: Turn, { intent, given }: AddressData): Promise<Reply> {
  const { shop, person } = turn;
  const card = await shop.checkout.byId(person.id, intent);
  if (!card) return [staleScreen];
  const wanted = { isPickup: !needsAddress(card) };
  const { rest: text, asides } = splitAsides(turn.text);
  const body = turn.body.is === 'text' ? { ...turn.body, text } : turn.body;
  const now = withAnswer(given, body, wanted);
  const asks = ask('address', { intent, given: now });
  const recipient = toRecipient(now, wanted);
  if (recipient) {
    if (recipient.address !== '') await shop.addresses.save(person.id, recipient);
    const changed = await changeCard(turn, intent, { recipient, ...asidesOn(card, asides) });
    return body.is === 'text' ? [...doubtful(text, recipient), ...changed] : changed;
  }
  if (JSON.stringify(now) === JSON.stringify(given))
    return [{ text: unclear(given, text, wanted), asks, isMiss: true }];
  return [{ ...addressAsk(now, wanted), asks }];
}

/** The address gets the province that it did not tell, and keeps it. */
async function chooseProvince(turn: Turn<'intent' | 'at'>): Promise<Reply> {
  const { shop, person, params } = turn;
  const province = provinces[Number(params.at)];
  const recipient = (await shop.checkout.byId(person.id, params.intent))?.recipient;
  if (!province || !recipient) return changeCard(turn, params.intent, {});
  const told = { ...recipient, address: `${province} ${recipient.address}`.slice(0, 200) };
  const known = (await shop.addresses.of(person.id)).find(
    (one) => one.recipient.address === recipient.address && one.recipient.name === recipient.name,
  );
  if (known) await shop.addresses.replace(person.id, known.id, told);
  return changeCard(turn, params.intent, { recipient: told });
}
