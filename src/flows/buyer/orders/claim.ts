import { z } from 'zod';
import { tap } from '../../../chat/dsl/action.ts';
import { ask } from '../../../chat/dsl/flow.ts';
import { type Button, type Reply, type Screen, say } from '../../../chat/dsl/screen.ts';
import { idShape, type MediaId, type OrderId } from '../../../db/ids.ts';
import { readLostAmount } from '../../../nlu/acts/orders/lost-amount.ts';
import { readBuyer } from '../../../nlu/rules/orders/buyer.ts';
import type { Claim, Damage } from '../../../shop/fulfilment/claims.ts';
import { linesSent, type Order, type OrderLine } from '../../../shop/fulfilment/orders.ts';
import {
  type BaseQuantity,
  baseQuantity,
  isAmount,
  minQuantity,
  NO_QUANTITY,
  parseQuantity,
  quantityShape,
} from '../../../shop/values/quantity.ts';
import { flow, type Turn } from '../../flow.ts';
import { relayAbout } from '../../screens/messages/conversation-screen.ts';
import { claimNotice } from '../../screens/orders/claim-screen.ts';
import { orderScreen } from '../../screens/orders/order-screen.ts';
import { homeButton, lineText, moneyValue, productName, quantityValue } from '../../screens/values.ts';

const amountShape = z.object({
  order: idShape<OrderId>(),
  line: z.number(),
  photo: idShape<MediaId>().optional(),
  /** What was said with the photo. */
  words: z.string().optional(),
});
const photoShape = z.object({
  order: idShape<OrderId>(),
  line: z.number(),
  quantity: quantityShape,
  /** What was said before the photo. */
  words: z.string().optional(),
  /** The seller has the words already: the photo may still come, and anything else is talk. */
  isTold: z.boolean().optional(),
});
const keptShape = z.object({ photo: idShape<MediaId>(), words: z.string() });

/** Damaged goods: which, how much of it, a photo; the seller answers in one tap. */
export const claim = flow('claim', {
  taps: {
    'claim/:order': begin,
    'claim/:order/:line': askAmount,
    'claim/:order/:line/:quantity': askPhoto,
    'claim-words/:order': tellWords,
  },
  answers: {
    // Whatever is said next is no answer: the photo waits for its button.
    'claim-which': { data: keptShape, read: () => undefined },
    'claim-amount': {
      data: amountShape,
      takesPhotos: true,
      read: readAmount,
    },
    'claim-photo': {
      data: photoShape,
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
  const [line, ...others] = linesSent(order);
  if (line && others.length === 0) return claimAmount(order, line.position);
  const buttons = linesSent(order).map((one): Button[] => [
    { label: lineText(one), tap: tap('claim/:order/:line', { order: order.id, line: one.position }) },
  ]);
  return [{ text: say('claim-which'), buttons: [...buttons, [homeButton]], fresh: true }];
}

const notFound: Reply = [{ text: say('order-not-found'), buttons: [[homeButton]] }];

/** After 48 hours a claim is no longer possible: the buyer can write to the seller. */
const tooLate = ({ id }: Order): Screen => ({
  text: say('claim-too-late'),
  buttons: [[{ label: say('talk-write-seller'), tap: tap('talk-of/:order', { order: id }) }, homeButton]],
  fresh: true,
});

async function askAmount({ shop, person, params, asking }: Turn<'order' | 'line'>): Promise<Reply> {
  const order = await shop.orders.bought(person.id, params.order);
  const kept = asking?.step === 'claim-which' ? keptShape.safeParse(asking.data).data : undefined;
  return order ? claimAmount(order, Number(params.line), kept) : notFound;
}

/** Asks how much of it; a photo that came before is kept. */
export function claimAmount(
  order: Order,
  position: number,
  kept?: { readonly photo: MediaId; readonly words: string },
): Reply {
  const line = order.lines[position];
  if (!line) return notFound;
  return [
    {
      text: say('claim-amount', { title: productName(line), example: say(`amount-example-${line.measure}`) }),
      buttons: shares(order, position),
      asks: ask('claim-amount', { order: order.id, line: position, ...kept }),
      fresh: true,
    },
  ];
}

/** Rounded down to whole base units. */
const halfOf = (quantity: BaseQuantity): BaseQuantity => baseQuantity(Math.floor(quantity / 2));

/** All of it, or half. */
function shares({ id, lines }: Order, position: number): Button[][] {
  const line = lines[position];
  const quantity = line ? arrived(line) : NO_QUANTITY;
  const button = (key: string, part: BaseQuantity): Button => ({
    label: say(key, { quantity: quantityValue(line ?? 'COUNT', part) }),
    tap: tap('claim/:order/:line/:quantity', { order: id, line: position, quantity: part }),
  });
  const half = halfOf(quantity);
  return [[button('claim-all', quantity), ...(half > 0 ? [button('claim-half', half)] : [])]];
}

/** How much of it, with or without the photo. */
async function readAmount(turn: Turn, data: z.infer<typeof amountShape>): Promise<Reply | undefined> {
  const order = await turn.shop.orders.bought(turn.person.id, data.order);
  const line = order?.lines[data.line];
  if (!order || !line) return notFound;
  const photo = turn.photos[0] ? await turn.keepPhoto(turn.photos[0], 'few') : data.photo;
  if (await isOtherGoods(turn, line)) return undefined;
  const quantity = parseClaimAmount(turn.text, line);
  if (quantity !== undefined)
    return photo
      ? sendClaim(turn, {
          orderId: order.id,
          position: data.line,
          quantity,
          mediaId: photo,
          words: saidWith(data.words, turn.text),
        })
      : receivedPhoto(order, data.line, quantity);
  const words = data.words ?? (turn.photos.length > 0 ? turn.text : undefined);
  const asks = ask('claim-amount', {
    order: order.id,
    line: data.line,
    ...(photo && { photo }),
    ...(words && { words }),
  });
  if (turn.photos.length > 0)
    return [
      {
        text: say('claim-photo-kept', { title: productName(line) }),
        buttons: shares(order, data.line),
        asks,
      },
    ];
  const example = say(`amount-example-${line.measure}`);
  return [{ text: say('amount-unclear', { example }), asks, isMiss: true }];
}

/** What was said with the photo, and with the amount. */
const saidWith = (before: string | undefined, now: string): string =>
  [before, now].filter(Boolean).join(' · ');

/** 红枣 10斤 during a claim about honey is an order. */
async function isOtherGoods({ shop, text, photos }: Turn, line: OrderLine): Promise<boolean> {
  const { kind, lines } = readBuyer(text);
  const product = lines.find((one) => one.product !== '')?.product;
  if (photos.length > 0 || kind !== 'order' || product === undefined) return false;
  const found = await shop.catalogue.find(product);
  return (
    found.match === 'exact' && found.items.length > 0 && !found.items.some(({ id }) => id === line.productId)
  );
}

/** What came: never more than was ordered, and what the scale said where it was weighed. */
const arrived = ({ packed, quantity }: Pick<OrderLine, 'packed' | 'quantity'>): BaseQuantity =>
  minQuantity(packed ?? quantity, quantity);

/** How much of what came is lost: an amount in the line's measure, or a share of it. More than came is refused. */
export function parseClaimAmount(text: string, line: OrderLine): BaseQuantity | undefined {
  const came = arrived(line);
  if (/^\s*(?:全部?|都|全都?|所有|all|everything)/i.test(text)) return came;
  const bare = line.measure === 'COUNT' ? /^\s*(\d{1,6})\s*$/.exec(text)?.[1] : undefined;
  const lost = bare ? Number(bare) : readLostAmount(text, { measure: line.measure, base: came });
  return lost !== undefined && isAmount(lost) && lost <= came ? lost : undefined;
}

async function askPhoto(turn: Turn<'order' | 'line' | 'quantity'>): Promise<Reply> {
  const { shop, person, params } = turn;
  const order = await shop.orders.bought(person.id, params.order);
  const position = Number(params.line);
  const quantity = parseQuantity(params.quantity);
  if (quantity === undefined) return notFound;
  const kept = order && photoKept(turn, order, position);
  if (order && kept?.photo)
    return sendClaim(turn, {
      orderId: order.id,
      position,
      quantity,
      mediaId: kept.photo,
      words: kept.words ?? '',
    });
  return order ? receivedPhoto(order, position, quantity) : notFound;
}

/** The photo that came before anybody said how much. */
function photoKept({ asking }: Turn<string>, order: Order, position: number) {
  const kept = asking?.step === 'claim-amount' ? amountShape.safeParse(asking.data).data : undefined;
  return kept?.order === order.id && kept.line === position ? kept : undefined;
}

/** Asks for the photo; words that told how much are kept for the seller, and the amount is said back. */
export function receivedPhoto(order: Order, position: number, quantity: BaseQuantity, words?: string): Reply {
  const line = order.lines[position];
  if (!line || quantity <= 0) return notFound;
  const least = minQuantity(quantity, arrived(line));
  const asks = ask('claim-photo', {
    order: order.id,
    line: position,
    quantity: least,
    ...(words && { words }),
  });
  const title = productName(line);
  const text = words
    ? say('claim-photo-of', { title, quantity: quantityValue(line, least) })
    : say('claim-photo', { title });
  const wordsOnly = { label: say('claim-no-photo'), tap: tap('claim-words/:order', { order: order.id }) };
  return [{ text, asks, ...(words && { buttons: [[wordsOnly]] }), fresh: true }];
}

/** Without a photo the seller hears what was said, and answers. */
async function tellWords(turn: Turn<'order'>): Promise<Reply> {
  const { shop, person, asking, params } = turn;
  const kept = asking?.step === 'claim-photo' ? photoShape.safeParse(asking.data).data : undefined;
  const order = await shop.orders.bought(person.id, params.order);
  if (!order) return notFound;
  if (kept?.order !== order.id) return [orderScreen(order)];
  // A second tap: they are told already, and the photo may still come.
  if (!kept.words) return [{ ...orderScreen(order), asks: ask('claim-photo', kept) }];
  const { words, ...rest } = kept;
  const talk = await shop.conversations.aboutOrder(person.id, order.id);
  const [told, ...others] = await relayAbout({ ...turn, params: {} }, talk, words);
  const asks = ask('claim-photo', { ...rest, isTold: true });
  return told && 'text' in told ? [{ ...told, asks }, ...others] : [...(told ? [told] : []), ...others];
}

/** The photo, and what the buyer wrote under it, where another amount may stand. */
async function readPhoto(turn: Turn, data: z.infer<typeof photoShape>): Promise<Reply | undefined> {
  const { photos, text, shop, person } = turn;
  const [photo] = photos;
  if (!photo && data.isTold) return undefined;
  if (!photo) return [{ text: say('claim-photo-please'), asks: ask('claim-photo', data), isMiss: true }];
  const mediaId = await turn.keepPhoto(photo, 'few');
  const { order: orderId, line: position, words } = data;
  const line = (await shop.orders.bought(person.id, orderId))?.lines[position];
  const quantity = (line && text && parseClaimAmount(text, line)) || data.quantity;
  return sendClaim(turn, { orderId, position, quantity, mediaId, words: saidWith(words, text) });
}

export async function sendClaim({ shop, person }: Turn<string>, said: Damage): Promise<Reply> {
  const end = await shop.claims.open(person.id, said);
  if (!end.ok) return [{ text: say(`claim-${end.refusal.code}`), buttons: [[homeButton]] }];
  return [{ text: sentText(end.claim), buttons: [[homeButton]] }, ...(await claimNotice(shop, end.claim))];
}

const sentText = (one: Claim) =>
  say('claim-sent', {
    title: productName(one),
    quantity: quantityValue(one.measure, one.quantity),
    refund: moneyValue(one.proposed),
  });
