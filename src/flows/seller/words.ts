import { tap } from '../../chat/action.ts';
import { notUnderstood } from '../../chat/repair.ts';
import { type Button, type Reply, say } from '../../chat/screen.ts';
import { readSeller, type SellerReading } from '../../reader/seller.ts';
import type { Product } from '../../shop/catalogue.ts';
import { readOrderNumber } from '../../shop/order-number.ts';
import type { SellerCard } from '../../shop/sellers.ts';
import { flow, type Turn } from '../flow.ts';
import { homeButton, priceOf, quantityOf, titleOf } from '../show.ts';
import { actingFor, notASeller } from './acting.ts';
import { heardOfDelivery } from './delivery.ts';
import { mineScreen } from './mine-screen.ts';
import { soldScreen } from './order-notice.ts';
import { hearWeight } from './pack-weigh.ts';
import { draftFrom, fillOpenDraft } from './post.ts';

/** What sellers say in their own words: what is left, what it costs now, what is new. */
export const words = flow('seller-words', { hears: { text: hear } });

async function hear(turn: Turn): Promise<Reply> {
  const seller = await actingFor(turn);
  if (!seller) return notASeller;
  const weighed = await hearWeight(turn);
  if (weighed) return weighed;
  const number = readOrderNumber(turn.words);
  const order = number && (await turn.shop.orders.soldByNumber(turn.person.id, number));
  if (order) return [soldScreen(order)];
  const heard = await heardOfDelivery(turn);
  if (heard) return heard;
  const reading = readSeller(turn.words);
  const filled = await fillOpenDraft(turn, reading);
  if (filled) return filled;
  switch (reading.kind) {
    case 'product':
      return draftFrom(turn, reading);
    case 'stock':
    case 'price':
    case 'status':
      return change(turn, seller, reading);
    case 'stream':
      return [
        {
          text: say('live-offer'),
          buttons: [
            [
              { label: say('seller-home-live'), tap: tap('go-live'), tone: 'danger' },
              { label: say('seller-home-plan'), tap: tap('plan') },
            ],
          ],
        },
      ];
    case 'other':
      return notUnderstood();
  }
}

/** Finds the one product that is meant, else asks which. */
async function change(turn: Turn, seller: SellerCard, reading: SellerReading): Promise<Reply> {
  const found = await turn.shop.catalogue.searchOwn(seller.id, reading.title ?? '');
  const [product, ...others] = found;
  if (!product)
    return [
      {
        text: say('mine-not-found', { words: reading.title ?? turn.words }),
        buttons: [[{ label: say('mine-all'), tap: tap('mine/:page', { page: 0 }) }, homeButton]],
      },
    ];
  if (others.length > 0) return [whichOf(found)];
  if (reading.kind === 'stock' && reading.stock)
    return changeStock(turn, product, reading.stock, reading.measure);
  if (reading.kind === 'price' && reading.price !== null) return changePrice(turn, product, reading);
  return [mineScreen(product)];
}

const whichOf = (found: readonly Product[]) => ({
  text: say('mine-which'),
  buttons: found.map((one): Button[] => [
    {
      label: say('mine-which-button', { title: titleOf(one) }),
      tap: tap('mine-one/:product', { product: one.id }),
    },
  ]),
});

async function changeStock(
  { shop, person }: Turn,
  product: Product,
  stock: NonNullable<SellerReading['stock']>,
  measure: SellerReading['measure'],
): Promise<Reply> {
  if (measure !== null && measure !== product.measure)
    return [
      {
        text: say('stock-other-unit', { title: titleOf(product) }),
        buttons: mineScreen(product).buttons ?? [],
      },
    ];
  const moved = await shop.offers.moveStock(person.id, product.id, stock);
  if (!moved)
    return [
      {
        text: say('stock-not-so-much', {
          title: titleOf(product),
          left: quantityOf(product.measure, product.available),
        }),
      },
    ];
  const { before, after } = moved;
  const values = {
    title: titleOf(product),
    before: quantityOf(product.measure, before),
    after: quantityOf(product.measure, after),
  };
  return [
    {
      text: [
        say('stock-changed', values),
        ...(product.held > 0
          ? [say('mine-held', { quantity: quantityOf(product.measure, product.held) })]
          : []),
      ],
      buttons: [[{ label: say('mine-open'), tap: tap('mine-one/:product', { product: product.id }) }]],
    },
  ];
}

/** A price without a unit is the price of what the product is already priced by. */
async function changePrice({ shop, person }: Turn, product: Product, reading: SellerReading): Promise<Reply> {
  const price = reading.price ?? product.price;
  const priceQuantity = reading.priceQuantity ?? product.priceQuantity;
  if (reading.measure !== null && reading.measure !== product.measure)
    return [{ text: say('stock-other-unit', { title: titleOf(product) }) }];
  const changed = await shop.offers.describe(person.id, product.id, { price, priceQuantity });
  if (!changed) return notASeller;
  return [
    {
      text: say('price-changed', {
        title: titleOf(product),
        before: priceOf(product),
        after: priceOf(changed),
      }),
      buttons: [[{ label: say('mine-open'), tap: tap('mine-one/:product', { product: product.id }) }]],
    },
  ];
}
