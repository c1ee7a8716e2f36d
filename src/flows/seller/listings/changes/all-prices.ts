import { z } from 'zod';
import { tap } from '../../../../chat/dsl/action.ts';
import { ask } from '../../../../chat/dsl/flow.ts';
import { type Reply, type Screen, say } from '../../../../chat/dsl/screen.ts';
import { idShape, type ProductId } from '../../../../db/ids.ts';
import { readSellerAct } from '../../../../nlu/acts/seller/seller-act.ts';
import { readDiscount, saysAllGoods } from '../../../../nlu/acts/seller/seller-stock.ts';
import type { SaleAct } from '../../../../nlu/acts/seller/settings/sale-act.ts';
import { readPriceMove } from '../../../../nlu/rules/price-move.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import type { Membership } from '../../../../shop/sellers/members.ts';
import { type Fen, fen, fenShape, isPrice } from '../../../../shop/values/money.ts';
import { localDay } from '../../../../shop/values/village-time.ts';
import { flow, type Turn } from '../../../flow.ts';
import { dayText } from '../../../screens/dates.ts';
import { freshly } from '../../../screens/messages/freshly.ts';
import { homeButton, priceValue, productName } from '../../../screens/values.ts';
import { hasRight, noRight, oldCard } from '../../acting.ts';
import { changeActs } from './change-request.ts';
import { carryOut } from './changes.ts';
import { meantProducts, namedProducts } from './meant.ts';
import { sellUntil } from './sale-done.ts';
import { findTerms, normalPrice } from './sale-terms.ts';

const cardShape = z.object({
  prices: z.array(z.object({ product: idShape<ProductId>(), price: fenShape })),
  /** The last day of it, as 2026-12-06; for good where none was said. */
  until: z.string().optional(),
});
type Card = z.infer<typeof cardShape>;

/** One word about the prices of everything: was and now of each on a card, changed after a yes. */
export const allPrices = flow('all-prices', {
  taps: { 'all-prices-yes': confirm },
  answers: { 'all-prices': { data: cardShape, read: readAnswer } },
});

/** 所有的东西都涨一块, 全部打九折; nothing where not everything is meant. */
export async function allPricesAnswer(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  if (!saysAllGoods(turn.text)) return undefined;
  // 俺家的货核桃打九折: of the walnuts alone.
  if ((await namedProducts(turn, seller)).length > 0) return undefined;
  const priceOf = newPriceIn(turn.text);
  return priceOf && askAll(turn, seller, priceOf);
}

/** 店里的东西到周四一律九折; nothing where some goods are named, or the price is no part of what each costs. */
export async function allGoodsUntil(
  turn: Turn,
  seller: Membership,
  act: SaleAct,
): Promise<Reply | undefined> {
  const isOfAll = saysAllGoods(turn.text) && act.price.is !== 'new' && act.usual === undefined;
  if (!isOfAll || (await namedProducts(turn, seller)).length > 0) return undefined;
  return askAll(turn, seller, (product) => findTerms(product, act)?.price, act.until);
}

type PriceOf = (product: Product) => Fen | undefined;

async function askAll(
  turn: Turn,
  seller: Membership,
  priceOf: PriceOf,
  until?: Date,
): Promise<Reply | undefined> {
  if (!hasRight(seller, 'post')) return noRight(seller, 'post');
  const moved = (await meantProducts(turn, seller, null)).flatMap((product) => {
    const price = product.status === 'archived' ? undefined : priceOf(product);
    return price === undefined || price === product.price ? [] : [{ product, price }];
  });
  return moved.length > 0 ? [card(moved, until?.toISOString().slice(0, 10))] : undefined;
}

/** What a product is to cost by such words. */
function newPriceIn(text: string): PriceOf | undefined {
  const share = readDiscount(text);
  if (share !== undefined) return ({ price }) => soundPrice(Math.round((price * share) / 1_000));
  const move = readPriceMove(text);
  return (
    move &&
    ((product) => {
      const [act] = changeActs(product, { is: 'by', move });
      return act?.is === 'price' ? act.price : undefined;
    })
  );
}

function soundPrice(amount: number): Fen | undefined {
  const price = fen(amount);
  return isPrice(price) ? price : undefined;
}

function card(
  moved: readonly { readonly product: Product; readonly price: Fen }[],
  until: string | undefined,
): Screen {
  const action = tap('all-prices-yes');
  return {
    text: [
      say('all-prices-ask', { count: moved.length }),
      ...moved.map(({ product, price }) =>
        say('all-prices-line', {
          title: productName(product),
          before: priceValue(product),
          after: priceValue({ ...product, price }),
        }),
      ),
      ...(until ? [say('all-prices-until', { day: dayText(until) })] : []),
    ],
    buttons: [
      [{ label: say('all-prices-yes'), tap: action, tone: 'primary' }],
      [{ label: say('change-leave'), tap: tap('change-leave') }, homeButton],
    ],
    asks: ask('all-prices', {
      prices: moved.map(({ product, price }) => ({ product: product.id, price })),
      ...(until && { until }),
    }),
    yes: action,
    fresh: true,
  };
}

/** Yes to the card; anything else is read as if nothing had been asked. */
async function readAnswer(turn: Turn, data: Card): Promise<Reply | undefined> {
  return readSellerAct(turn.text)?.is === 'yes' ? changeAll(turn, data) : undefined;
}

async function confirm(turn: Turn<never>): Promise<Reply> {
  const said = turn.asking?.step === 'all-prices' ? cardShape.safeParse(turn.asking.data) : undefined;
  return said?.success ? changeAll(turn, said.data) : [oldCard];
}

/** Each with its own undo. */
async function changeAll(turn: Turn<string>, { prices, until }: Card): Promise<Reply> {
  const replies: Reply[] = [];
  const today = localDay(turn.now, await turn.shop.sellers.timeZone());
  if (until !== undefined && until < today) return [oldCard];
  for (const { product: id, price } of prices) {
    const product = await turn.shop.listings.own(turn.person.id, id);
    if (!product) continue;
    const { priceQuantity } = until === undefined ? product : normalPrice(product);
    const done =
      until === undefined
        ? await carryOut(turn, product, { is: 'price', price, priceQuantity })
        : await sellUntil(turn, product.id, { price, priceQuantity, until }, today);
    replies.push(done ?? []);
  }
  return replies.flat().map(freshly);
}
