import { z } from 'zod';
import { tap } from '../../chat/action.ts';
import { ask } from '../../chat/flow.ts';
import { type Button, type Reply, type Screen, say } from '../../chat/screen.ts';
import { readOnlyAmount } from '../../reader/price-move.ts';
import type { Claim, Damage } from '../../shop/claims.ts';
import type { Order, OrderLine } from '../../shop/orders.ts';
import { flow, type Turn } from '../flow.ts';
import { claimNotice } from '../seller/claim-screen.ts';
import { homeButton, lineText, moneyOf, quantityOf, titleOf } from '../show.ts';

/** Damaged goods: which, how much of it, a photo; the seller answers in one tap. */
export const claim = flow('claim', {
  taps: {
    'claim/:order': begin,
    'claim/:order/:line': askAmount,
    'claim/:order/:line/:quantity': askPhoto,
  },
  answers: {
    'claim-amount': {
      data: z.object({ order: z.uuid(), line: z.number(), photo: z.uuid().optional() }),
      takesPhotos: true,
      read: readAmount,
    },
    'claim-photo': {
      data: z.object({ order: z.uuid(), line: z.number(), quantity: z.number() }),
      takesPhotos: true,
      read: readPhoto,
    },
  },
});

async function begin(turn: Turn<'order'>): Promise<Reply> {
  const { shop, person, params, now } = turn;
  const order = await shop.orders.bought(person.id, params.order);
  if (!order) return notFound;
  const until = await shop.claims.until(order.id);
  if (!until) return [{ text: say('claim-not-arrived'), buttons: [[homeButton]], fresh: true }];
  if (until < now) return [tooLate(order)];
  if (order.lines.length === 1) return amountOf(order, 0);
  const buttons = order.lines.map((line, position): Button[] => [
    { label: lineText(line), tap: tap('claim/:order/:line', { order: order.id, line: position }) },
  ]);
  return [{ text: say('claim-which'), buttons: [...buttons, [homeButton]], fresh: true }];
}

const notFound: Reply = [{ text: say('order-not-found'), buttons: [[homeButton]] }];

/** Past the 48 hours nothing is decided by a machine: the seller can still be written to. */
const tooLate = ({ id }: Order): Screen => ({
  text: say('claim-too-late'),
  buttons: [[{ label: say('talk-write-seller'), tap: tap('talk-of/:order', { order: id }) }, homeButton]],
  fresh: true,
});

async function askAmount({ shop, person, params }: Turn<'order' | 'line'>): Promise<Reply> {
  const order = await shop.orders.bought(person.id, params.order);
  return order ? amountOf(order, Number(params.line)) : notFound;
}

function amountOf(order: Order, position: number): Reply {
  const line = order.lines[position];
  if (!line) return notFound;
  const { measure, quantity } = line;
  const to = (part: number): string =>
    tap('claim/:order/:line/:quantity', { order: order.id, line: position, quantity: part });
  const half = Math.floor(quantity / 2);
  const all: Button = {
    label: say('claim-all', { quantity: quantityOf(measure, quantity) }),
    tap: to(quantity),
  };
  const some: Button[] =
    half > 0 ? [{ label: say('claim-half', { quantity: quantityOf(measure, half) }), tap: to(half) }] : [];
  return [
    {
      text: say('claim-amount', { title: titleOf(line), example: say(`amount-example-${measure}`) }),
      buttons: [[all, ...some]],
      asks: ask('claim-amount', { order: order.id, line: position }),
      fresh: true,
    },
  ];
}

/** How much of it, with or without the photo. */
async function readAmount(
  turn: Turn,
  data: { order: string; line: number; photo?: string | undefined },
): Promise<Reply> {
  const order = await turn.shop.orders.bought(turn.person.id, data.order);
  const line = order?.lines[data.line];
  if (!order || !line) return notFound;
  const photo = turn.photos[0] ? await turn.keepPhoto(turn.photos[0], 'few') : data.photo;
  const quantity = amountIn(turn.words, line);
  if (quantity !== undefined)
    return photo
      ? send(turn, { orderId: order.id, position: data.line, quantity, mediaId: photo, words: turn.words })
      : photoOf(order, data.line, quantity);
  const asks = ask('claim-amount', { order: order.id, line: data.line, ...(photo && { photo }) });
  if (turn.photos.length > 0) return [{ text: say('claim-photo-kept', { title: titleOf(line) }), asks }];
  const example = say(`amount-example-${line.measure}`);
  return [{ text: say('amount-unclear', { example }), asks, isMiss: true }];
}

/** A weight in the line's own measure, no more than was ordered. */
function amountIn(words: string, { measure, quantity: ordered }: OrderLine): number | undefined {
  const bare = /^\s*(\d{1,6})\s*$/.exec(words)?.[1];
  const said = readOnlyAmount(words);
  const quantity = bare && measure === 'COUNT' ? Number(bare) : said?.measure === measure ? said.base : null;
  return quantity && quantity > 0 ? Math.min(quantity, ordered) : undefined;
}

async function askPhoto({ shop, person, params }: Turn<'order' | 'line' | 'quantity'>): Promise<Reply> {
  const order = await shop.orders.bought(person.id, params.order);
  return order ? photoOf(order, Number(params.line), Number(params.quantity)) : notFound;
}

function photoOf(order: Order, position: number, quantity: number): Reply {
  const line = order.lines[position];
  if (!line || !Number.isInteger(quantity) || quantity <= 0) return notFound;
  const asks = ask('claim-photo', {
    order: order.id,
    line: position,
    quantity: Math.min(quantity, line.quantity),
  });
  return [{ text: say('claim-photo', { title: titleOf(line) }), asks, fresh: true }];
}

/** The photo, and what the buyer wrote under it. */
async function readPhoto(
  turn: Turn,
  data: { order: string; line: number; quantity: number },
): Promise<Reply> {
  const { photos, words } = turn;
  const [photo] = photos;
  if (!photo) return [{ text: say('claim-photo-please'), asks: ask('claim-photo', data), isMiss: true }];
  const mediaId = await turn.keepPhoto(photo, 'few');
  const { order: orderId, line: position, quantity } = data;
  return send(turn, { orderId, position, quantity, mediaId, words });
}

async function send({ shop, person }: Turn, said: Damage): Promise<Reply> {
  const end = await shop.claims.open(person.id, said);
  if (!end.ok) return [{ text: say(`claim-${end.refusal.code}`), buttons: [[homeButton]] }];
  return [{ text: sentText(end.claim), buttons: [[homeButton]] }, ...(await claimNotice(shop, end.claim))];
}

const sentText = (one: Claim) =>
  say('claim-sent', {
    title: titleOf(one),
    quantity: quantityOf(one.measure, one.quantity),
    refund: moneyOf(one.proposed),
  });
