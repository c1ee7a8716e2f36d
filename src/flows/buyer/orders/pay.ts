import { z } from 'zod';
import { tap } from '../../../chat/dsl/action.ts';
import { ask } from '../../../chat/dsl/flow.ts';
import { type Button, type Reply, type ReplyPart, type Screen, say } from '../../../chat/dsl/screen.ts';
import { idShape, type MediaId, type OrderId } from '../../../db/ids.ts';
import type { Order } from '../../../shop/orders/order.ts';
import { fen } from '../../../shop/values/money.ts';
import { flow, type Turn } from '../../flow.ts';
import { paidNotice } from '../../screens/orders/order-notice.ts';
import { orderScreen } from '../../screens/orders/order-screen.ts';
import { invoiceScreen, payScreens } from '../../screens/payments/pay-screen.ts';
import { proofNotice } from '../../screens/payments/proof-screen.ts';
import { refundDueNotice } from '../../screens/payments/refund-screen.ts';
import { homeButton, moneyValue, productSeller } from '../../screens/values.ts';
import { photoClaim } from './photo-claim.ts';

/** Paying by transfer: account, amount, deadline, and the proof. */
export const pay = flow('pay', {
  taps: { 'pay-how/:order': show, 'paid/:order': askProof, 'proof/:order/:media': choose },
  answers: { proof: { data: z.object({ order: idShape<OrderId>() }), takesPhotos: true, read: readProof } },
  onMessage: { photos: photoCame, paid: moneyCame },
});

async function show({ shop, person, params }: Turn<'order'>): Promise<Reply> {
  const order = await shop.orders.bought(person.id, params.order);
  if (!order) return notThere;
  const bill = await shop.invoices.billWith(person.id, order.id);
  if (bill) return [invoiceScreen(bill)];
  return payScreens(order, await shop.paymentCodes.of(order.sellerId));
}

const notThere: Reply = [{ text: say('order-not-found'), buttons: [[homeButton]] }];

/** Handles a payment update of the platform; a repeated one is ignored. */
async function moneyCame({ shop, person, body }: Turn): Promise<Reply> {
  if (body.is !== 'paid') return [];
  const { payload, amount, currency, charge, platformCharge } = body;
  const bill = { payload, amount: fen(amount), currency, id: charge, platformId: platformCharge };
  const said: ReplyPart[] = [];
  for (const { order, isOwedBack } of await shop.invoices.paid(person.id, bill)) {
    const key = isOwedBack ? 'invoice-owed-back' : 'invoice-paid';
    const { text, buttons } = orderScreen(order);
    const screen = {
      text: [say(key, { number: order.number }), text],
      ...(buttons && { buttons }),
      fresh: true,
    };
    // The notice goes to the buyer, whoever paid.
    said.push(order.personId === person.id ? screen : { to: [order.chatId], screen });
    said.push(...(await (isOwedBack ? refundDueNotice : paidNotice)(shop, order)));
  }
  return said;
}

async function askProof({ shop, person, params }: Turn<'order'>): Promise<Reply> {
  const order = await shop.orders.bought(person.id, params.order);
  return order
    ? [
        {
          text: say('proof-ask', { number: order.number }),
          asks: ask('proof', { order: order.id }),
          fresh: true,
        },
      ]
    : notThere;
}

async function readProof(turn: Turn, data: { order: OrderId }): Promise<Reply> {
  const [photo] = turn.photos;
  if (!photo) return [{ text: say('proof-photo-please'), asks: ask('proof', data), isMiss: true }];
  return send(turn, data.order, await turn.keepPhoto(photo, 'few'));
}

/** A photo without a question is most likely a proof of transfer. */
async function photoCame(turn: Turn): Promise<Reply> {
  const [photo] = turn.photos;
  const due = await turn.shop.proofs.due(turn.person.id);
  const [order, ...others] = due;
  const claimed = await photoClaim(turn, order !== undefined);
  if (claimed) return claimed;
  if (!photo || !order) return [{ text: say('photo-for-nothing'), buttons: [[homeButton]], isMiss: true }];
  const media = await turn.keepPhoto(photo, 'few');
  return others.length === 0 ? send(turn, order.id, media) : [whichOrder(due, media)];
}

const whichOrder = (due: readonly Order[], media: MediaId): Screen => ({
  text: say('proof-which'),
  buttons: due.map((order): Button[] => [
    {
      label: say('proof-button', {
        number: order.number,
        seller: productSeller(order),
        total: moneyValue(order.total),
      }),
      tap: tap('proof/:order/:media', { order: order.id, media }),
    },
  ]),
  fresh: true,
});

async function choose(turn: Turn<'order' | 'media'>): Promise<Reply> {
  return send(turn, turn.params.order, turn.params.media);
}

/** The goods of an expired order are released: they are taken again when the money arrives. */
const sentKey = ({ stock }: Order, isReplaced: boolean) => {
  if (isReplaced) return 'proof-replaced';
  return stock === 'held' ? 'proof-sent' : 'proof-sent-late';
};

async function send({ shop, person, now }: Turn<string>, orderId: OrderId, media: MediaId): Promise<Reply> {
  const end = await shop.proofs.send(person.id, orderId, media);
  if (!end.ok) return [{ text: say(`proof-${end.refusal.code}`), buttons: [[homeButton]] }];
  const { order, usedFor } = end.proof;
  const values = { number: order.number, until: { time: order.dueAt ?? now } };
  const look: Button = {
    label: say('placed-look', { number: order.number }),
    tap: tap('order/:order', { order: order.id }),
  };
  const again = usedFor.length > 0 ? [say('proof-used-buyer', { numbers: usedFor.join('、') })] : [];
  return [
    { text: [say(sentKey(order, end.isReplaced), values), ...again], buttons: [[look, homeButton]] },
    ...(await proofNotice(shop, end.proof)),
  ];
}
