import { tap } from '../../../../chat/dsl/action.ts';
import { type Reply, type Screen, say } from '../../../../chat/dsl/screen.ts';
import type { ProductId } from '../../../../db/ids.ts';
import { readPresale } from '../../../../nlu/acts/seller/presale.ts';
import { readSeller } from '../../../../nlu/read.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import type { Membership } from '../../../../shop/sellers/members.ts';
import { baseQuantity, isAmount } from '../../../../shop/values/quantity.ts';
import type { Turn } from '../../../flow.ts';
import { dateText } from '../../../screens/dates.ts';
import { homeButton, productName, quantityValue } from '../../../screens/values.ts';
import { hasRight } from '../../acting.ts';
import { harvestQuestion } from '../../orders/preorders.ts';
import { namedProduct, ownTitles } from '../changes/meant.ts';

/** 核桃预售，12月20号能收100斤, of what is on sale: a card, since it takes the place of what there is; what was not said is asked. */
export async function presaleWords(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  const presale = await findPresale(turn);
  if (!presale || !hasRight(seller, 'post')) return undefined;
  const { title, stock } = readSeller(turn.text, { titles: await ownTitles(turn, seller) });
  const product = await namedProduct(turn, seller, title);
  if (!product || product.status === 'draft') return undefined;
  const isKnown = presale.day && stock && isAmount(stock.quantity);
  return [isKnown ? card(product, presale.day, stock.quantity) : harvestQuestion(product)];
}

const findPresale = async ({ text, now, shop }: Turn<string>) =>
  readPresale(text, { now, timeZone: await shop.sellers.timeZone() });

function card(product: Product, day: Date, quantity: number): Screen {
  const on = day.toISOString().slice(0, 10);
  const action = tap('harvest-as/:product/:day/:quantity', { product: product.id, day: on, quantity });
  return {
    text: say('harvest-propose', {
      title: productName(product),
      day: dateText(day),
      quantity: quantityValue(product, baseQuantity(quantity)),
      now: quantityValue(product, product.available),
    }),
    buttons: [[{ label: say('harvest-as'), tap: action, tone: 'primary' }], [homeButton]],
    yes: action,
    fresh: true,
    focus: { product: product.id },
  };
}

/** A draft that was said to be sold ahead is sold from that day; nothing more is to be asked then. */
export async function setPresale(turn: Turn<string>, id: ProductId): Promise<void> {
  const { shop, person } = turn;
  const presale = await findPresale(turn);
  const draft = presale?.day && (await shop.listings.own(person.id, id));
  if (presale?.day && draft && draft.available > 0)
    await shop.preorders.expect(person.id, id, presale.day, draft.available);
}

/** Below a preview of goods that were said to be sold ahead, and nobody said from when on. */
export const presaleQuestion = async (turn: Turn<string>, product: Product): Promise<Screen[]> =>
  product.expectedOn === null && (await findPresale(turn)) ? [harvestQuestion(product)] : [];
