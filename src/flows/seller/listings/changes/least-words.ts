import { tap } from '../../../../chat/dsl/action.ts';
import { type Button, type Reply, type Screen, say } from '../../../../chat/dsl/screen.ts';
import type { ProductId } from '../../../../db/ids.ts';
import {
  type LeastAct,
  readLeast,
  wordsAroundGoods,
} from '../../../../nlu/acts/seller/settings/least-act.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import type { Membership } from '../../../../shop/sellers/members.ts';
import { type BaseQuantity, NO_QUANTITY, parseQuantity } from '../../../../shop/values/quantity.ts';
import { toBaseQuantity } from '../../../common/amounts.ts';
import { flow, type Turn } from '../../../flow.ts';
import { freshly } from '../../../screens/messages/freshly.ts';
import { homeButton, productName, quantityValue } from '../../../screens/values.ts';
import { hasRight, noRight, notYours, ownProduct } from '../../acting.ts';
import { doneScreen } from './changes-screen.ts';
import { namedProducts } from './meant.ts';

/** The least of a product that one order holds, said in words: 核桃3斤起卖. */
export const leasts = flow('leasts', { taps: { 'least/:product/:quantity': setLeast } });

/** Each that is said is done, with its undo; nothing where the message says none, or names what nobody sells. */
export async function leastWords(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  const acts = readLeast(turn.text);
  const replies: Reply[] = [];
  for (const act of acts) {
    const meant = await goodsMeant(turn, seller, act);
    const goods = meant.length > 0 ? meant : await allGoods(turn, seller, act);
    if (goods.length === 0) return undefined;
    if (!hasRight(seller, 'post')) return noRight(seller, 'post');
    replies.push(await (meant.length > 0 ? setAll(turn, goods, act) : ask(goods, act)));
  }
  return acts.length > 0 ? replies.flat().map(freshly) : undefined;
}

/** Those that are named, else what is on the table, else the only one there is. */
async function goodsMeant(
  turn: Turn,
  seller: Membership,
  { goods, isSent }: LeastAct,
): Promise<readonly Product[]> {
  const { shop } = turn;
  // 谁买都得: no goods.
  if (wordsAroundGoods(goods, []) !== '') {
    const named = (await namedProducts({ ...turn, text: goods }, seller)).filter(isSold);
    const found = named.length > 0 ? [] : (await shop.catalogue.searchOwn(seller.id, goods)).filter(isSold);
    return found.length === 1 ? found : named;
  }
  // 鞋垫一双也卖，把三双起删掉: named in another clause.
  const elsewhere = (await namedProducts(turn, seller)).filter(isSold);
  if (elsewhere.length === 1) return elsewhere;
  const onTable = turn.focus.product && (await shop.listings.own(turn.person.id, turn.focus.product));
  if (onTable && isSold(onTable)) return [onTable];
  const all = isSent ? [] : (await shop.catalogue.pageOfSeller(seller.id, 0)).items.filter(isSold);
  return all.length === 1 ? all : [];
}

/** What may be meant by a word that names several, or none of theirs, or by none at all. */
async function allGoods(
  { shop }: Turn,
  seller: Membership,
  { goods, isSent }: LeastAct,
): Promise<readonly Product[]> {
  if (goods === '' && isSent) return [];
  const found = goods === '' ? [] : (await shop.catalogue.searchOwn(seller.id, goods)).filter(isSold);
  return found.length > 0 ? found : (await shop.catalogue.pageOfSeller(seller.id, 0)).items.filter(isSold);
}

const isSold = ({ status }: Product): boolean => status === 'on-sale' || status === 'paused';

type Choices = readonly { readonly product: Product; readonly quantity: BaseQuantity }[];

const choicesOf = (goods: readonly Product[], act: LeastAct): Choices =>
  goods.flatMap((product) => {
    const quantity = quantityOf(product, act);
    return quantity === undefined ? [] : [{ product, quantity }];
  });

/** All that are named, each in the unit in which it is sold. */
async function setAll(turn: Turn, goods: readonly Product[], act: LeastAct): Promise<Reply> {
  const choices = choicesOf(goods, act);
  const [first] = choices;
  if (!first) return [otherUnit(goods)];
  if (isOfSomebody(goods, act)) return [forEveryone(first)];
  const replies: Reply[] = [];
  for (const { product, quantity } of choices) replies.push(await set(turn, product.id, quantity));
  return replies.flat();
}

/** 王芳至少要订5斤核桃: of one buyer, or of all? */
const isOfSomebody = (goods: readonly Product[], act: LeastAct): boolean =>
  act.amount !== undefined &&
  wordsAroundGoods(
    act.goods,
    goods.flatMap(({ title, titleEn }) => [title, titleEn ?? '']).filter(Boolean),
  ) !== '';

function forEveryone({ product, quantity }: Choices[number]): Screen {
  const yes = tap('least/:product/:quantity', { product: product.id, quantity });
  return {
    text: say('least-everyone', {
      title: productName(product),
      quantity: quantityValue(product, quantity),
    }),
    buttons: [
      [{ label: say('least-everyone-yes'), tap: yes, tone: 'primary' }],
      [{ label: say('change-leave'), tap: tap('change-leave') }, homeButton],
    ],
    yes,
    fresh: true,
  };
}

function ask(goods: readonly Product[], act: LeastAct): Reply {
  const buttons = choicesOf(goods, act).map(({ product, quantity }) => [choice(product, quantity)]);
  return buttons.length === 0
    ? [otherUnit(goods)]
    : [{ text: say('mine-which'), buttons: [...buttons, [homeButton]], fresh: true }];
}

/** 0 where any amount is sold again. */
function quantityOf(product: Product, { amount }: LeastAct): BaseQuantity | undefined {
  if (!amount) return NO_QUANTITY;
  const { base = 0, unit } = amount;
  const { measure, isContainer, word: unitWord } = unit;
  return toBaseQuantity({ quantity: base, measure, isContainer, unitWord }, product);
}

const choice = (product: Product, quantity: BaseQuantity): Button => ({
  label:
    quantity === 0
      ? say('least-lift-button', { title: productName(product) })
      : say('least-button', { title: productName(product), quantity: quantityValue(product, quantity) }),
  tap: tap('least/:product/:quantity', { product: product.id, quantity }),
});

const otherUnit = ([product]: readonly Product[]): Screen => ({
  text: say('stock-other-unit', { title: product ? productName(product) : '' }),
  buttons: [
    product
      ? [
          {
            label: say('field-minimum'),
            tap: tap('edit/:product/:field', { product: product.id, field: 'minimum' }),
          },
        ]
      : [homeButton],
  ],
  fresh: true,
});

async function setLeast(turn: Turn<'product' | 'quantity'>): Promise<Reply> {
  const product = await ownProduct(turn, turn.params.product);
  const quantity = parseQuantity(turn.params.quantity);
  return product && quantity !== undefined ? set(turn, product.id, quantity) : notYours(turn);
}

async function set(turn: Turn<string>, id: ProductId, quantity: BaseQuantity): Promise<Reply> {
  const minimumQuantity = quantity === 0 ? null : quantity;
  const done = await turn.shop.listings.change(turn.person.id, id, { minimumQuantity });
  if (!done.ok) return notYours(turn);
  const { product, event } = done;
  const title = productName(product);
  const text =
    minimumQuantity === null
      ? [say('least-lifted', { title })]
      : [say('least-set', { title, quantity: quantityValue(product, minimumQuantity) }), say('least-told')];
  return [doneScreen(text, product, event)];
}
