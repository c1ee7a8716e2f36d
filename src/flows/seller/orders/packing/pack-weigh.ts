import { z } from 'zod';
import { tap } from '../../../../chat/dsl/action.ts';
import { ask } from '../../../../chat/dsl/flow.ts';
import { type Button, type Reply, type ReplyPart, type Screen, say } from '../../../../chat/dsl/screen.ts';
import { idShape, type MediaId, type OrderId, parseId } from '../../../../db/ids.ts';
import { linesSent, type Order } from '../../../../shop/fulfilment/orders.ts';
import type { NotWeighed, Weighed, Weighing } from '../../../../shop/fulfilment/packing.ts';
import { type BaseQuantity, parseQuantity } from '../../../../shop/values/quantity.ts';
import { flow, type Turn } from '../../../flow.ts';
import { isWeighed, soldScreen } from '../../../screens/orders/order-notice.ts';
import { orderScreen } from '../../../screens/orders/order-screen.ts';
import { lineText, moneyValue, productName, quantityValue } from '../../../screens/values.ts';
import { notYours } from '../orders-after.ts';
import { linesMeant, parseWeight } from './packing-messages.ts';

/** Weighing: by a message with the order's number, or a button for each line. */
export const weighing = flow('seller-weigh', {
  taps: {
    'weigh/:order': chooseLine,
    'weigh/:order/:line': askWeight,
    'wy/:order/:line/:packed/:photo': weighSurely,
  },
  answers: {
    weight: {
      data: z.object({ order: idShape<OrderId>(), line: z.number(), photo: idShape<MediaId>().optional() }),
      takesPhotos: true,
      read: readWeight,
    },
  },
});

/** Reads a weight for an order from a text or a scale photo's caption; undefined where there is none. */
export async function takeWeight(turn: Turn, order: Order, rest: string): Promise<Reply | undefined> {
  const [line, ...others] = linesMeant(order, rest);
  const packed = line && parseWeight(rest, line.measure);
  if (!line || packed === undefined) return undefined;
  const photoId = turn.photos[0] && (await turn.keepPhoto(turn.photos[0], 'few'));
  if (others.length > 0) return [whichLine(order, [line, ...others], packed, photoId)];
  return weighOnce(turn, order, { orderId: order.id, position: line.position, packed, photoId });
}

function whichLine(
  { id, number }: Order,
  lines: ReturnType<typeof linesMeant>,
  packed: BaseQuantity,
  photoId?: MediaId,
): Screen {
  const buttons = lines.map((line): Button[] => [
    { label: lineText(line), tap: surely({ orderId: id, position: line.position, packed, photoId }) },
  ]);
  return { text: say('weigh-which', { number }), buttons };
}

const surely = ({ orderId, position, packed, photoId }: Weighing): string =>
  tap('wy/:order/:line/:packed/:photo', { order: orderId, line: position, packed, photo: photoId ?? '-' });

async function chooseLine({ shop, person, params }: Turn<'order'>): Promise<Reply> {
  const order = await shop.orders.sold(person.id, params.order);
  if (!order) return [notYours];
  const weighed = linesSent(order).filter(isWeighed);
  const [line, ...others] = weighed;
  if (!line) return [soldScreen(order)];
  if (others.length === 0) return [weightScreen(order, line.position)];
  const buttons = weighed.map((one): Button[] => [
    { label: lineText(one), tap: tap('weigh/:order/:line', { order: order.id, line: one.position }) },
  ]);
  return [{ text: say('weigh-which', { number: order.number }), buttons, fresh: true }];
}

async function askWeight({ shop, person, params }: Turn<'order' | 'line'>): Promise<Reply> {
  const order = await shop.orders.sold(person.id, params.order);
  return [order ? weightScreen(order, Number(params.line)) : notYours];
}

function weightScreen(order: Order, position: number): Screen {
  const line = order.lines[position];
  if (!line) return notYours;
  const ordered = quantityValue(line, line.quantity);
  const text = say('weigh-ask', { number: order.number, title: productName(line), ordered });
  return { text, asks: ask('weight', { order: order.id, line: position }), fresh: true };
}

/** The weight and a photo of the scale: in one message, or the photo first. */
async function readWeight(
  turn: Turn,
  data: { order: OrderId; line: number; photo?: MediaId | undefined },
): Promise<Reply> {
  const order = await turn.shop.orders.sold(turn.person.id, data.order);
  const line = order?.lines[data.line];
  if (!order || !line) return [notYours];
  const photoId = turn.photos[0] ? await turn.keepPhoto(turn.photos[0], 'few') : data.photo;
  const packed = parseWeight(turn.text, line.measure, turn.person.locale);
  if (packed !== undefined)
    return weighOnce(turn, order, { orderId: order.id, position: data.line, packed, photoId });
  const asks = ask('weight', { order: order.id, line: data.line, ...(photoId && { photo: photoId }) });
  if (turn.photos.length > 0 && turn.text === '') return [{ text: say('weigh-photo-kept'), asks }];
  const example = say(`amount-example-${line.measure}`);
  return [{ text: say('weigh-unclear', { example }), asks, isMiss: true }];
}

/** Weights beyond half or one and a half of what was ordered are asked about: mostly typing errors. */
function isOdd(order: Order, { position, packed }: Weighing): boolean {
  const ordered = order.lines[position]?.quantity ?? packed;
  return packed * 2 < ordered || packed * 2 > ordered * 3;
}

async function weighOnce(turn: Turn<string>, order: Order, said: Weighing): Promise<Reply> {
  const line = order.lines[said.position];
  if (!line || !isOdd(order, said)) return weigh(turn, said);
  const values = {
    packed: quantityValue(line, said.packed),
    ordered: quantityValue(line, line.quantity),
  };
  const yes: Button = { label: say('weigh-odd-yes', values), tap: surely(said), tone: 'primary' };
  const no: Button = {
    label: say('weigh-odd-no'),
    tap: tap('weigh/:order/:line', { order: order.id, line: said.position }),
  };
  return [
    { text: say('weigh-odd', { ...values, title: productName(line) }), buttons: [[yes], [no]], fresh: true },
  ];
}

async function weighSurely(turn: Turn<'order' | 'line' | 'packed' | 'photo'>): Promise<Reply> {
  const { order, line, photo } = turn.params;
  const packed = parseQuantity(turn.params.packed);
  if (packed === undefined) return [notYours];
  const photoId = parseId<MediaId>(photo);
  return weigh(turn, { orderId: order, position: Number(line), packed, photoId });
}

async function weigh({ shop, person }: Turn<string>, said: Weighing): Promise<Reply> {
  const end = await shop.packing.weigh(person.id, said);
  if (!end.ok) return refused(end.refusal);
  const { text, buttons } = soldScreen(end.order);
  const seen = { text: [doneText(end), text], ...(buttons && { buttons }), fresh: true };
  const isNews = end.settled !== 'as-ordered' || end.photoId !== undefined;
  return [seen, ...(isNews ? [noticeTo(end)] : [])];
}

function refused(refusal: NotWeighed): Reply {
  if (refusal.code === 'not-there') return [notYours];
  const { text, buttons } = soldScreen(refusal.order);
  return [{ text: [say(`weigh-${refusal.code}`), text], ...(buttons && { buttons }), fresh: true }];
}

const doneText = (end: Weighed) => say(`weighed-${end.settled}`, weighedValues(end));

/** Notifies the buyer of the weight and its effect, with the photo of the scale. */
function noticeTo(end: Weighed): ReplyPart {
  const { order, photoId } = end;
  const { text, buttons } = orderScreen(order);
  const notices = say(`packed-${end.settled}`, weighedValues(end));
  return {
    to: [order.chatId],
    screen: { text: [notices, text], photo: photoId, ...(buttons && { buttons }), fresh: true },
  };
}

const weighedValues = ({ order, line, difference }: Weighed) => ({
  number: order.number,
  title: productName(line),
  ordered: quantityValue(line, line.quantity),
  packed: quantityValue(line, line.packed ?? line.quantity),
  difference: moneyValue(difference),
});
