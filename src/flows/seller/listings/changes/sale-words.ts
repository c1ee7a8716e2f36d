import { z } from 'zod';
import { tap } from '../../../../chat/dsl/action.ts';
import { ask } from '../../../../chat/dsl/flow.ts';
import { type Reply, type Screen, say, type Text } from '../../../../chat/dsl/screen.ts';
import { idShape, type ProductId } from '../../../../db/ids.ts';
import { readDescribed } from '../../../../nlu/acts/offers/described.ts';
import { namesGoods } from '../../../../nlu/acts/offers/of-table.ts';
import { readSellerAct } from '../../../../nlu/acts/seller/seller-act.ts';
import { readSaleOver, readSaleUntil, type SaleOver } from '../../../../nlu/acts/seller/settings/sale-act.ts';
import type { SaleTerms } from '../../../../shop/catalogue/listings/sales-until.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import type { Membership } from '../../../../shop/sellers/members.ts';
import { fen, fenShape, isPrice } from '../../../../shop/values/money.ts';
import { quantityShape } from '../../../../shop/values/quantity.ts';
import { localDay } from '../../../../shop/values/village-time.ts';
import { flow, type Turn } from '../../../flow.ts';
import { dayText } from '../../../screens/dates.ts';
import { homeButton, priceValue, productName } from '../../../screens/values.ts';
import { hasRight, noRight, notYours, oldCard } from '../../acting.ts';
import { allGoodsUntil } from './all-prices.ts';
import { changeOrAsk } from './changes.ts';
import { doneScreen, doubtText, priceText } from './changes-screen.ts';
import { namedProducts } from './meant.ts';
import { sellUntil } from './sale-done.ts';
import { findTerms, normalPrice } from './sale-terms.ts';

const saleShape = z.object({
  product: idShape<ProductId>(),
  price: fenShape,
  priceQuantity: quantityShape,
  until: z.string(),
  usual: z.object({ price: fenShape, priceQuantity: quantityShape }).optional(),
});
type Sale = z.infer<typeof saleShape>;

/** A price until a day: shown as it was understood, and kept after a yes. */
export const salesUntil = flow('sales-until', {
  taps: { 'sale-yes': confirm },
  answers: { 'sale-until': { data: saleShape, read: readAnswer } },
});

/** 核桃这周末18块，过了周日回到20; 核桃恢复原价. */
export async function saleWords(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  const when = { now: turn.now, timeZone: await turn.shop.sellers.timeZone() };
  const over = readSaleOver(turn.text, when);
  if (over) return saleOver(turn, seller, over);
  const act = readSaleUntil(turn.text, when);
  const ofAll = act && (await allGoodsUntil(turn, seller, act));
  if (ofAll) return ofAll;
  const product = act && (await theProduct(turn, seller));
  const terms = product && act && findTerms(product, act);
  if (!product || !terms) return undefined;
  if (!hasRight(seller, 'post')) return noRight(seller, 'post');
  const doubt = await turn.shop.listings.doubt(turn.person.id, product.id, terms);
  const far = doubt && doubtText(product, { is: 'price', ...terms }, doubt);
  return [card(product, terms, far)];
}

/** The one that is named; where none is, the one on the table. */
async function theProduct(turn: Turn, seller: Membership): Promise<Product | undefined> {
  const [named, ...others] = (await namedProducts(turn, seller)).filter(isSold);
  if (named) return others.length === 0 ? named : undefined;
  // 核桃卖到周日, and they sell none: of nothing else.
  const isOther = namesGoods(turn.text) || readDescribed(turn.text) !== undefined;
  const id = isOther ? undefined : turn.focus.product;
  const onTable = id && (await turn.shop.listings.own(turn.person.id, id));
  return onTable && isSold(onTable) ? onTable : undefined;
}

const isSold = ({ status }: Product): boolean => status === 'on-sale' || status === 'paused';

/** `far`: said above it, where the price is far from what is usual. */
function card(product: Product, terms: SaleTerms, far: Text | undefined): Screen {
  const yes = tap('sale-yes');
  return {
    text: [
      ...(far ? [far].flat() : []),
      say('sale-ask', { title: productName(product) }),
      say('sale-terms', {
        was: priceValue(product),
        now: priceValue({ ...product, ...terms }),
        day: dayText(terms.until),
      }),
      say('sale-then', { usual: priceValue({ ...product, ...(terms.usual ?? normalPrice(product)) }) }),
    ],
    buttons: [
      [{ label: say('setting-yes'), tap: yes, tone: 'primary' }],
      [{ label: say('change-leave'), tap: tap('change-leave') }, homeButton],
    ],
    asks: ask('sale-until', { product: product.id, ...terms }),
    focus: { product: product.id },
    yes,
    fresh: true,
  };
}

async function confirm(turn: Turn<never>): Promise<Reply> {
  const said = turn.asking?.step === 'sale-until' ? saleShape.safeParse(turn.asking.data) : undefined;
  return said?.success ? set(turn, said.data) : [oldCard];
}

/** Yes to the card; anything else is read as if nothing had been asked. */
async function readAnswer(turn: Turn, sale: Sale): Promise<Reply | undefined> {
  return readSellerAct(turn.text)?.is === 'yes' ? set(turn, sale) : undefined;
}

async function set(turn: Turn<string>, { product: id, ...terms }: Sale): Promise<Reply> {
  const today = localDay(turn.now, await turn.shop.sellers.timeZone());
  if (terms.until < today) return [oldCard];
  return (await sellUntil(turn, id, terms, today)) ?? notYours(turn);
}

/** The usual price is back before its day, or the one that is said; of what is not on sale that is said. */
async function saleOver(
  turn: Turn,
  seller: Membership,
  { fen: said, isBrief }: SaleOver,
): Promise<Reply | undefined> {
  // 活动停了，累得很: of the goods on the table only where hardly more was said.
  const isNamed = (await namedProducts(turn, seller)).length > 0;
  const product = isNamed || isBrief ? await theProduct(turn, seller) : undefined;
  if (!product) return undefined;
  if (!hasRight(seller, 'post')) return noRight(seller, 'post');
  const { usualPrice, usualPriceQuantity, priceQuantity } = product;
  const price = said === undefined ? undefined : fen(said);
  const isOther = isPrice(price) && price !== (usualPrice ?? product.price);
  if (isOther)
    return changeOrAsk(turn, product, {
      is: 'price',
      price,
      priceQuantity: usualPriceQuantity ?? priceQuantity,
    });
  if (usualPrice === null || usualPriceQuantity === null)
    return [
      doneScreen(
        [say('sale-none', { title: productName(product), price: priceValue(product) })],
        product,
        undefined,
      ),
    ];
  const prices = { price: usualPrice, priceQuantity: usualPriceQuantity };
  const done = await turn.shop.listings.change(turn.person.id, product.id, prices);
  if (!done.ok) return notYours(turn);
  return [doneScreen(priceText(done.before, done.product), done.product, done.event)];
}
