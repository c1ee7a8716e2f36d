import { tap } from '../../../chat/dsl/action.ts';
import { type Reply, type Said, say, type Value } from '../../../chat/dsl/screen.ts';
import type { Product } from '../../../shop/catalogue/catalogue.ts';
import type { HistoryLine } from '../../../shop/catalogue/product-history.ts';
import { flow, type Turn } from '../../flow.ts';
import { pageOf, pager, priceOf, quantityOf, titleOf } from '../../screens/values.ts';
import { notYours, ownProduct } from '../acting.ts';
import { openButton } from './changes-screen.ts';

/** Who did what to a product, and when. */
export const mineHistory = flow('mine-history', { taps: { 'history/:product/:page': show } });

async function show(turn: Turn<'product' | 'page'>): Promise<Reply> {
  const { product: id, page } = turn.params;
  const found =
    (await ownProduct(turn, id)) && (await turn.shop.offers.history(turn.person.id, id, pageOf(page)));
  if (!found) return notYours(turn);
  const { product, items } = found;
  const title = say(items.length === 0 ? 'history-none' : 'history-title', { title: titleOf(product) });
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

const lineText = (product: Product, line: HistoryLine): Said =>
  say(line.isUndone ? 'history-undone' : 'history-line', {
    at: { time: line.at },
    who: line.who,
    what: whatText(product, line),
  });

/** Figures are told from what to what; words only that they changed. */
function whatText(product: Product, { change, before, after }: HistoryLine): Said {
  const { measure } = product;
  if (before.available !== undefined && after.available !== undefined)
    return say('history-stock', {
      before: quantityOf(measure, before.available),
      after: quantityOf(measure, after.available),
    });
  if (change === 'price')
    return say('history-price', { before: priceIn(product, before), after: priceIn(product, after) });
  if (change === 'status') return say(`history-${after.status ?? 'draft'}`);
  return say(`history-changed-${change}`);
}

const priceIn = (product: Product, kept: HistoryLine['before']): Value =>
  priceOf({
    measure: product.measure,
    price: kept.price ?? product.price,
    priceQuantity: kept.priceQuantity ?? product.priceQuantity,
  });
