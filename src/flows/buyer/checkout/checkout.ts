import { z } from 'zod';
import { tap } from '../../../chat/dsl/action.ts';
import { ask } from '../../../chat/dsl/flow.ts';
import { type Button, type Reply, say } from '../../../chat/dsl/screen.ts';
import { type CheckoutId, idShape } from '../../../db/ids.ts';
import { readBuyer } from '../../../nlu/read.ts';
import { shippingMethods } from '../../../shop/shipping/rates.ts';
import { flow, type Turn } from '../../flow.ts';
import { cartScreen } from './cart-screen.ts';
import { tooLargeScreen } from './checkout-card.ts';
import { confirm, confirmAgain } from './checkout-confirm.ts';
import { cardScreen, changeCard, choosePayment, showCard } from './checkout-open.ts';

/** From what is wanted to an order: one card, one Confirm. */
export const checkout = flow('checkout', {
  taps: {
    checkout: begin,
    'confirm/:intent': confirm,
    'again/:intent': confirmAgain,
    'renew/:intent': renew,
    'fewer/:intent': fewer,
    'pay/:intent/:way': payBy,
    'way/:intent/:seller/:way': travelBy,
    'note/:intent': askNote,
    'no-note/:intent': dropNote,
    'without/:seller': withoutSeller,
  },
  answers: {
    note: { data: z.object({ intent: idShape<CheckoutId>() }), read: readNote },
  },
});

function begin(turn: Turn): Promise<Reply> {
  return cardScreen(turn);
}

/** By the prices and stock of now. */
async function renew(turn: Turn<'intent'>): Promise<Reply> {
  return showRenewed(turn, await turn.shop.checkout.renew(turn.person.id, turn.params.intent));
}

/** As much as a newcomer may have on delivery. */
async function fewer(turn: Turn<'intent'>): Promise<Reply> {
  return showRenewed(turn, await turn.shop.checkout.fewer(turn.person.id, turn.params.intent));
}

async function showRenewed(
  turn: Turn<'intent'>,
  renewed: Awaited<ReturnType<Turn['shop']['checkout']['renew']>>,
): Promise<Reply> {
  const { shop, person, chat } = turn;
  if (renewed.ok) return showCard(turn, renewed.card);
  switch (renewed.refusal) {
    case 'too-large':
      return [tooLargeScreen];
    case 'gone': {
      const card = await shop.checkout.current(person.id, chat.id);
      return card ? showCard(turn, card) : [cartScreen(await shop.cart.lines(person.id))];
    }
    case 'nothing-left':
      return [cartScreen(await shop.cart.lines(person.id))];
  }
}

function payBy(turn: Turn<'intent' | 'way'>): Promise<Reply> {
  const { way } = turn.params;
  return choosePayment(turn, turn.params.intent, way === 'transfer' || way === 'invoice' ? way : 'delivery');
}

function travelBy(turn: Turn<'intent' | 'seller' | 'way'>): Promise<Reply> {
  const { intent, seller } = turn.params;
  const way = shippingMethods.find((one) => one === turn.params.way);
  return changeCard(turn, intent, way ? { ways: [{ sellerId: seller, way }] } : {});
}

const NOTE_LENGTH = 200;

function askNote({ params }: Turn<'intent'>): Reply {
  const { intent } = params;
  const none: Button = { label: say('note-none'), tap: tap('no-note/:intent', { intent }) };
  return [{ text: say('note-ask'), buttons: [[none]], asks: ask('note', { intent }), fresh: true }];
}

/** 核桃 3斤, while a note is asked: an order, and no note. */
async function saysGoods({ shop, text }: Turn): Promise<boolean> {
  const { kind, lines } = readBuyer(text);
  const [line, ...others] = lines;
  if (kind !== 'order' || !line?.product || line.measure === null || others.length > 3) return false;
  const found = await shop.catalogue.find(line.product);
  return found.match === 'exact' && found.items.length > 0;
}

async function readNote(turn: Turn, { intent }: { intent: CheckoutId }): Promise<Reply | undefined> {
  if (await saysGoods(turn)) return undefined;
  const note = turn.text.trim();
  if (note === '' || note.length > NOTE_LENGTH)
    return [
      { text: say('note-too-long', { most: NOTE_LENGTH }), asks: ask('note', { intent }), isMiss: true },
    ];
  return changeCard(turn, intent, { note });
}

function dropNote(turn: Turn<'intent'>): Promise<Reply> {
  return changeCard(turn, turn.params.intent, { note: undefined });
}

async function withoutSeller(turn: Turn<'seller'>): Promise<Reply> {
  await turn.shop.cart.without(turn.person.id, turn.params.seller);
  return cardScreen(turn);
}
