import { type Reply, type Screen, say } from '../../../../chat/dsl/screen.ts';
import { readSamePrice, saysSamePriceFromNow } from '../../../../nlu/acts/offers/same-price.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import type { Membership } from '../../../../shop/sellers/members.ts';
import { newQuestionId } from '../../../common/question-id.ts';
import type { Turn } from '../../../flow.ts';
import { priceValue, productName } from '../../../screens/values.ts';
import { hasRight, noRight } from '../../acting.ts';
import type { Act } from './change-request.ts';
import { changeOrAsk } from './changes.ts';
import { actTap, actText, cancelButton, openButton } from './changes-screen.ts';
import { meantProducts, ownTitles } from './meant.ts';

/** 核桃以后跟红枣卖一个价: the walnuts cost what the dates cost. */
export async function samePriceWords(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  const titles = await ownTitles(turn, seller);
  const said = readSamePrice(turn.text, titles);
  const [product, ...others] = said ? await meantProducts(turn, seller, said.changed) : [];
  const [like, ...more] = said ? await meantProducts(turn, seller, said.like) : [];
  if (!product || !like || others.length > 0 || more.length > 0) return undefined;
  if (!hasRight(seller, 'post')) return noRight(seller, 'post');
  const { price, priceQuantity } = like;
  if (!areCountedAlike(product, like)) return sayOf('same-price-units', product, like);
  const isSame = product.price * priceQuantity === price * product.priceQuantity;
  if (isSame) return sayOf('same-price-already', product, like);
  const act: Act = { is: 'price', price, priceQuantity };
  return saysSamePriceFromNow(turn.text, titles)
    ? changeOrAsk(turn, product, act)
    : [askScreen(product, like, act, newQuestionId(turn.now))];
}

/** 现在核桃跟红枣一个价: told or wanted, nobody knows. */
const askScreen = (product: Product, like: Product, act: Act, ask: string): Screen => ({
  text: say('same-price-ask', {
    title: productName(product),
    before: priceValue(product),
    after: priceValue(like),
    like: productName(like),
  }),
  buttons: [
    [
      {
        label: say('doubt-yes', { act: actText(product, act) }),
        tap: actTap(product, act, ask),
        tone: 'primary',
      },
    ],
    [cancelButton, openButton(product)],
  ],
  focus: { product: product.id },
  yes: actTap(product, act, ask),
  fresh: true,
});

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
