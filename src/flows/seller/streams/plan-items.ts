import { z } from 'zod';
import { tap } from '../../../chat/dsl/action.ts';
import { ask } from '../../../chat/dsl/flow.ts';
import { type Button, type Reply, type Screen, say } from '../../../chat/dsl/screen.ts';
import { idShape, type StreamId, type StreamItemId } from '../../../db/ids.ts';
import type { Product } from '../../../shop/catalogue/products/catalogue.ts';
import type { StreamItem } from '../../../shop/streams/items.ts';
import { type Fen, isPrice } from '../../../shop/values/money.ts';
import {
  type BaseQuantity,
  NO_QUANTITY,
  parseQuantity,
  timesQuantity,
} from '../../../shop/values/quantity.ts';
import { flow, type Turn } from '../../flow.ts';
import { itemText, itemTitle } from '../../screens/streams/stream-text.ts';
import { homeButton, inRows, priceValue, productName, quantityValue } from '../../screens/values.ts';
import { findActingSeller, notASeller } from '../acting.ts';
import { parseField } from '../listings/products/edit-fields.ts';
import { planCard } from './plan-card.ts';

/** The items of a stream: numbers as they are shown, prices and limits that hold during the stream alone. */
export const streamItems = flow('stream-items', {
  taps: {
    'plan-add/:stream': askItem,
    'item-add/:stream/:product': addProduct,
    'item/:item': show,
    'item-price/:item': askPrice,
    'item-limit/:item/:quantity': setLimit,
    'item-out/:item': remove,
  },
  answers: {
    'item-add': { data: z.object({ stream: idShape<StreamId>() }), read: readItem },
    'item-price': { data: z.object({ item: idShape<StreamItemId>() }), read: readPrice },
  },
});

const gone: Screen = { text: say('stream-gone-seller'), buttons: [[homeButton]] };

async function card(turn: Turn<string>, stream: StreamId): Promise<Reply> {
  return [{ ...((await planCard(turn, stream)) ?? gone), fresh: true }];
}

async function askItem(turn: Turn<'stream'>): Promise<Reply> {
  const seller = await findActingSeller(turn);
  if (!seller) return notASeller;
  const { stream } = turn.params;
  const taken = (await turn.shop.streams.items(stream)).map(({ product }) => product?.id);
  const { items } = await turn.shop.catalogue.page(0, { sellerId: seller.id }, 12);
  const buttons = items
    .filter(({ id }) => !taken.includes(id))
    .map(
      (product): Button => ({
        label: say('sheet-title', { title: productName(product) }),
        tap: tap('item-add/:stream/:product', { stream, product: product.id }),
      }),
    );
  return [
    {
      text: say('plan-add-ask'),
      buttons: [...inRows(buttons, 2), [homeButton]],
      asks: ask('item-add', { stream }),
      fresh: true,
    },
  ];
}

async function addProduct(turn: Turn<'stream' | 'product'>): Promise<Reply> {
  const { stream, product } = turn.params;
  const number = await turn.shop.streams.addItem(turn.person.id, stream, { productId: product });
  return number === undefined
    ? [{ text: say('plan-add-full'), buttons: [[homeButton]] }]
    : card(turn, stream);
}

/** A product of theirs that is called so; else the words alone, which nobody can order yet. */
async function readItem(turn: Turn, { stream }: { stream: StreamId }): Promise<Reply> {
  const { shop, person, text } = turn;
  const seller = await findActingSeller(turn);
  if (!seller) return notASeller;
  const title = text.trim();
  if (title === '') return [{ text: say('plan-add-ask'), asks: ask('item-add', { stream }), isMiss: true }];
  const [only, ...others] = (await shop.catalogue.searchOwn(seller.id, title)).filter(
    ({ status }) => status === 'on-sale',
  );
  const what = only && others.length === 0 ? { productId: only.id } : { title };
  const number = await shop.streams.addItem(person.id, stream, what);
  if (number === undefined) return [{ text: say('plan-add-full'), buttons: [[homeButton]] }];
  return card(turn, stream);
}

async function show({ shop, params }: Turn<'item'>): Promise<Reply> {
  const item = await shop.streams.item({ id: params.item });
  return [item ? itemScreen(item) : gone];
}

/** Limits that are offered, in what the product is priced by. */
const LIMITS = [1, 2, 5, 10];

function itemScreen(item: StreamItem): Screen {
  const { id, product, number, streamId } = item;
  const out: Button = { label: say('item-remove'), tap: tap('item-out/:item', { item: id }) };
  const back: Button = { label: say('back'), tap: tap('plan-card/:stream', { stream: streamId }) };
  const title = say('item-edit', { number, title: itemTitle(item) });
  if (!product) return { text: [title, say('item-no-product')], buttons: [[out, back]] };
  const limits = LIMITS.map((times) =>
    limitButton(item, product, timesQuantity(product.priceQuantity, times)),
  );
  const none: Button = {
    label: say('item-limit-none'),
    tap: tap('item-limit/:item/:quantity', { item: id, quantity: NO_QUANTITY }),
  };
  return {
    text: [title, itemText(item)],
    buttons: [
      [{ label: say('item-price'), tap: tap('item-price/:item', { item: id }) }],
      ...inRows([...limits, none], 3),
      [out, back],
    ],
  };
}

const limitButton = ({ id }: StreamItem, { measure }: Product, quantity: BaseQuantity): Button => ({
  label: say('item-limit', { quantity: quantityValue(measure, quantity) }),
  tap: tap('item-limit/:item/:quantity', { item: id, quantity }),
});

async function askPrice({ shop, params }: Turn<'item'>): Promise<Reply> {
  const item = await shop.streams.item({ id: params.item });
  if (!item?.product) return [gone];
  const values = { title: itemTitle(item), usual: priceValue(item.product) };
  return [{ text: say('item-price-ask', values), asks: ask('item-price', { item: item.id }), fresh: true }];
}

const NONE = /^\s*(?:不要|没有|无|取消|none|no)\s*$/i;

async function readPrice(turn: Turn, { item: id }: { item: StreamItemId }): Promise<Reply> {
  const { shop, person, text, now } = turn;
  const item = await shop.streams.item({ id });
  if (!item?.product) return [gone];
  const price = NONE.test(text) ? null : readStreamPrice(text, item.product, now);
  if (price === undefined)
    return [{ text: say('item-price-unclear'), asks: ask('item-price', { item: id }), isMiss: true }];
  await shop.streams.changeItem(person.id, id, { price });
  return card(turn, item.streamId);
}

/** In fen for what the product is priced by; nothing where that is no whole number of fen. */
export function readStreamPrice(text: string, product: Product, today: Date): Fen | undefined {
  const patch = parseField('price', text, product, today);
  if (!patch?.price || !patch.priceQuantity) return undefined;
  const fen = (patch.price * product.priceQuantity) / patch.priceQuantity;
  return isPrice(fen) ? fen : undefined;
}

async function setLimit(turn: Turn<'item' | 'quantity'>): Promise<Reply> {
  const { shop, person, params } = turn;
  const limit = parseQuantity(params.quantity);
  const isSet = await shop.streams.changeItem(person.id, params.item, { limit: limit || null });
  const item = isSet ? await shop.streams.item({ id: params.item }) : undefined;
  return [item ? itemScreen(item) : gone];
}

async function remove(turn: Turn<'item'>): Promise<Reply> {
  const item = await turn.shop.streams.item({ id: turn.params.item });
  if (!item || !(await turn.shop.streams.removeItem(turn.person.id, item.id))) return [gone];
  return card(turn, item.streamId);
}
