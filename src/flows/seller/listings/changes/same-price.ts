import { type Reply, say } from '../../../../chat/dsl/screen.ts';
import { readSamePrice } from '../../../../nlu/acts/offers/same-price.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import type { Membership } from '../../../../shop/sellers/members.ts';
import type { Turn } from '../../../flow.ts';
import { priceValue, productName } from '../../../screens/values.ts';
import { hasRight, noRight } from '../../acting.ts';
import { changeOrAsk } from './changes.ts';
import { openButton } from './changes-screen.ts';
import { meantProducts, ownTitles } from './meant.ts';

/** 核桃以后跟红枣卖一个价: the walnuts cost what the dates cost. */
export async function samePriceWords(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  const said = readSamePrice(turn.text, await ownTitles(turn, seller));
  const [product, ...others] = said ? await meantProducts(turn, seller, said.changed) : [];
  const [like, ...more] = said ? await meantProducts(turn, seller, said.like) : [];
  if (!product || !like || others.length > 0 || more.length > 0) return undefined;
  if (!hasRight(seller, 'post')) return noRight(seller, 'post');
  const { price, priceQuantity } = like;
  if (!areCountedAlike(product, like)) return sayOf('same-price-units', product, like);
  const isSame = product.price * priceQuantity === price * product.priceQuantity;
  return isSame
    ? sayOf('same-price-already', product, like)
    : changeOrAsk(turn, product, { is: 'price', price, priceQuantity });
}

/** By weight, or by the same bottle. */
const areCountedAlike = (one: Product, other: Product): boolean =>
  one.measure === other.measure &&
  (one.measure !== 'COUNT' || (one.unit?.name ?? '') === (other.unit?.name ?? ''));

const sayOf = (key: string, product: Product, like: Product): Reply => [
  {
    text: say(key, {
      title: productName(product),
      price: priceValue(product),
      like: productName(like),
      other: priceValue(like),
    }),
    buttons: [[openButton(product)]],
    focus: { product: product.id },
    fresh: true,
  },
];
