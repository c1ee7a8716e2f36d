import { tap } from '../../../../chat/dsl/action.ts';
import { type Button, type Reply, say, type Text } from '../../../../chat/dsl/screen.ts';
import { readDroppedPack, readPackPrices, withoutAdding } from '../../../../nlu/acts/seller/pack-act.ts';
import { readSeller } from '../../../../nlu/read.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import type { Pack } from '../../../../shop/catalogue/products/pricing.ts';
import type { Membership } from '../../../../shop/sellers/members.ts';
import { cappedTotal, fen, parseFen } from '../../../../shop/values/money.ts';
import { baseQuantity, parseQuantity } from '../../../../shop/values/quantity.ts';
import { flow, type Turn } from '../../../flow.ts';
import { moneyValue, productName, quantityValue } from '../../../screens/values.ts';
import { notYours, ownProduct } from '../../acting.ts';
import { doneScreen, openButton } from './changes-screen.ts';
import { namedProduct, namedProducts, ownTitles, tableProduct } from './meant.ts';

/** Prices of packs, by words; and packs that follow a new price. */
export const packPrices = flow('pack-prices', {
  taps: { 'packs-follow/:product/:fen/:per': follow },
});

/** 5斤装卖50, 两种规格：5斤75，10斤140, of something on sale: packs with a price of their own. */
export async function packWords(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  const dropped = await dropPack(turn, seller);
  if (dropped) return dropped;
  const said = readPackPrices(turn.text);
  const product = said.length > 0 ? await packedProduct(turn, seller) : undefined;
  if (!product || product.status === 'draft') return undefined;
  const isOf = said.every(
    ({ measure, quantity }) => measure === product.measure && quantity !== product.priceQuantity,
  );
  if (!isOf) return undefined;
  const others = product.packs.filter((pack) => said.every(({ quantity }) => quantity !== pack.quantity));
  const packs = said.map((pack) => ({ quantity: baseQuantity(pack.quantity), price: fen(pack.fen) }));
  return changed(turn, product, [...others, ...packs]);
}

/** The goods that the message names, beside its words for packs; what is on the table where it names none. */
async function packedProduct(turn: Turn, seller: Membership): Promise<Product | undefined> {
  const [own, ...others] = await namedProducts(turn, seller);
  if (others.length > 0) return undefined;
  const words = withoutAdding(turn.text);
  const { title } = readSeller(words, { titles: await ownTitles(turn, seller) });
  // 红薯干加个3斤的礼盒: a box has a name too. 核桃仁5斤装 is of no 核桃.
  if (own && title !== null && !title.toLowerCase().includes(own.title.toLowerCase())) return own;
  const named = await namedProduct({ ...turn, text: words }, seller, title);
  return named ?? (title === null ? tableProduct(turn, seller, '') : undefined);
}

/** 五斤装的不卖了, of what is named or on the table. */
async function dropPack(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  const said = readDroppedPack(turn.text);
  if (!said) return undefined;
  const product = (await namedProduct(turn, seller, null)) ?? (await tableProduct(turn, seller, ''));
  const gone = product?.packs.find(({ quantity }) => quantity === said.quantity);
  if (!product || !gone || product.measure !== said.measure) return undefined;
  return changed(
    turn,
    product,
    product.packs.filter(({ quantity }) => quantity !== said.quantity),
    gone,
  );
}

/** Beside the others; in the place of one of the same size. */
export const withPack = (turn: Turn<string>, product: Product, pack: Pack): Promise<Reply> =>
  changed(turn, product, [...product.packs.filter(({ quantity }) => quantity !== pack.quantity), pack]);

async function changed(
  turn: Turn<string>,
  product: Product,
  packs: readonly Pack[],
  gone?: Pack,
): Promise<Reply> {
  const sorted = [...packs].sort((one, other) => one.quantity - other.quantity);
  const done = await turn.shop.listings.change(turn.person.id, product.id, { packs: sorted });
  if (!done.ok) return notYours(turn);
  const lines = sorted.flatMap((pack) => packLine(done.product, pack));
  const title = say(lines.length > 0 ? 'packs-changed' : 'packs-gone', { title: productName(product) });
  const dropped = gone ? [say('pack-gone-line', { quantity: quantityValue(product, gone.quantity) })] : [];
  return [
    {
      ...doneScreen([title, ...dropped, ...lines], done.product, done.event),
      fresh: turn.body.is === 'text',
    },
  ];
}

/** A pack that is dearer than the same amount loose is sold for less: buyers pay the cheapest there is. */
function packLine(product: Product, { quantity, price }: Pack): Text[] {
  if (price === null) return [];
  const line = { quantity: quantityValue(product, quantity), price: moneyValue(price) };
  const loose = cappedTotal({ fen: product.price, per: product.priceQuantity }, quantity);
  const dearer = loose < price ? [say('pack-dearer', { ...line, loose: moneyValue(loose) })] : [];
  return [say('pack-price-line', line), ...dearer];
}

/** The packs by the new price, as far as they cost something of their own. */
export const followedPacks = (before: Pick<Product, 'price' | 'priceQuantity'>, now: Product): Pack[] =>
  now.packs.map(({ quantity, price }) => ({
    quantity,
    price:
      price === null
        ? null
        : fen(Math.round((price * now.price * before.priceQuantity) / (before.price * now.priceQuantity))),
  }));

/** 规格一起涨？ One tap, with the prices that they would have. */
export function followOffer(
  before: Product,
  now: Product,
): { text: Text[]; buttons: Button[][]; yes?: string } {
  const packs = before.price > 0 ? followedPacks(before, now).filter(({ price }) => price !== null) : [];
  if (packs.length === 0) return { text: [], buttons: [] };
  const action = tap('packs-follow/:product/:fen/:per', {
    product: now.id,
    fen: before.price,
    per: before.priceQuantity,
  });
  return {
    text: [say('packs-follow-ask'), ...packs.flatMap((pack) => packLine(now, pack))],
    buttons: [[{ label: say('packs-follow'), tap: action }]],
    yes: action,
  };
}

async function follow(turn: Turn<'product' | 'fen' | 'per'>): Promise<Reply> {
  const product = await ownProduct(turn, turn.params.product);
  const [price, priceQuantity] = [parseFen(turn.params.fen), parseQuantity(turn.params.per)];
  if (!product || !price || !priceQuantity) return notYours(turn);
  const isThere = product.packs.some((pack) => pack.price !== null);
  if (!isThere)
    return [{ text: say('packs-none', { title: productName(product) }), buttons: [[openButton(product)]] }];
  return changed(turn, product, followedPacks({ price, priceQuantity }, product));
}
