import { tap } from '../../../../chat/dsl/action.ts';
import { type Message, type Reply, say, type Value } from '../../../../chat/dsl/screen.ts';
import type { HistoryLine } from '../../../../shop/catalogue/listings/product-history.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import { flow, type Turn } from '../../../flow.ts';
import {
  pager,
  parsePage,
  personName,
  priceValue,
  productName,
  quantityValue,
} from '../../../screens/values.ts';
import { notYours, ownProduct } from '../../acting.ts';
import { openButton } from '../changes/changes-screen.ts';

/** A product's history: who changed what and when. */
export const listingHistory = flow('mine-history', { taps: { 'history/:product/:page': show } });

async function show(turn: Turn<'product' | 'page'>): Promise<Reply> {
  const { product: id, page } = turn.params;
  const found =
    (await ownProduct(turn, id)) && (await turn.shop.listings.history(turn.person.id, id, parsePage(page)));
  if (!found) return notYours(turn);
  const { product, items } = found;
  const title = say(items.length === 0 ? 'history-none' : 'history-title', { title: productName(product) });
  return [
    {
      text: [title, ...items.map((line) => lineText(product, line))],
      buttons: [
        ...pager(found, (to) => tap('history/:product/:page', { product: id, page: to })),
        [openButton(product)],
      ],
    },
  ];
}

const lineText = (product: Product, line: HistoryLine): Message =>
  say(line.isUndone ? 'history-undone' : 'history-line', {
    at: { time: line.at },
    who: personName(line.who),
    what: whatText(product, line),
  });

/** Figures are shown before and after; of texts only that they changed. */
function whatText(product: Product, { change, before, after }: HistoryLine): Message {
  if (before.available !== undefined && after.available !== undefined)
    return say('history-stock', {
      before: quantityValue(product, before.available),
      after: quantityValue(product, after.available),
    });
  if (change === 'price')
    return say('history-price', { before: parsePrice(product, before), after: parsePrice(product, after) });
  if (change === 'status') return say(`history-${after.status ?? 'draft'}`);
  return say(`history-changed-${change}`);
}

const parsePrice = (product: Product, kept: HistoryLine['before']): Value =>
  priceValue({
    measure: product.measure,
    price: kept.price ?? product.price,
    priceQuantity: kept.priceQuantity ?? product.priceQuantity,
  });
