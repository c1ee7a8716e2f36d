import { tap } from '../../../../chat/dsl/action.ts';
import { type Reply, type Screen, say } from '../../../../chat/dsl/screen.ts';
import { splitClauses } from '../../../../nlu/acts/clauses.ts';
import { readDescribed } from '../../../../nlu/acts/offers/described.ts';
import { namesGoods } from '../../../../nlu/acts/offers/of-table.ts';
import { type BulkPrice, readBulk } from '../../../../nlu/acts/seller/bulk-act.ts';
import { findMissing } from '../../../../shop/catalogue/listings/listings.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import type { Membership } from '../../../../shop/sellers/members.ts';
import { cappedTotal, fen, isPrice, parseFen } from '../../../../shop/values/money.ts';
import {
  type BaseQuantity,
  baseQuantity,
  isAmount,
  parseQuantity,
} from '../../../../shop/values/quantity.ts';
import { isOldQuestion, newQuestionId } from '../../../common/question-id.ts';
import { flow, type Turn } from '../../../flow.ts';
import { draftScreen } from '../../../screens/catalogue/draft-screen.ts';
import { homeButton, moneyValue, priceValue, productName, quantityValue } from '../../../screens/values.ts';
import { hasRight, noRight, notYours, oldCard, ownProduct } from '../../acting.ts';
import { actTap, actText, cancelButton } from './changes-screen.ts';
import { namedProduct, namedProducts, tableProduct } from './meant.ts';
import { withPack } from './pack-words.ts';

/** So much at once for less: a pack with a price of its own. */
export const bulkPrices = flow('bulk-prices', { taps: { 'pack-add/:product/:quantity/:fen/:ask': add } });

/** 一次拿两瓶按70 may be a pack of two, 20公斤以上每公斤12 one of twenty: it is shown, and kept after a yes. */
export async function bulkWords(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  const said = readBulk(turn.text);
  const product = said && (await bulkProduct(turn, seller));
  if (!said || !product || product.status === 'draft') return undefined;
  const [screen] = bulkScreen(turn, product, said);
  if (!screen) return undefined;
  return hasRight(seller, 'post') ? [screen] : noRight(seller, 'post');
}

/** Nothing where nobody would ask so much for it. */
function bulkScreen(turn: Turn<string>, product: Product, said: BulkPrice): Screen[] {
  const { unit, base } = said.amount;
  const quantity = baseQuantity(base);
  if (unit.measure !== product.measure || quantity <= product.priceQuantity || !isAmount(quantity)) return [];
  const sum = wholeSum(product, said, quantity);
  return isPrice(sum) ? [withLoose(offer(turn, product, quantity, sum), turn, product, said)] : [];
}

/** 杏干27一斤，10斤以上24, of goods that are offered just now: asked below their preview. */
export function bulkOfDraft(turn: Turn<string>, product: Product): Screen[] {
  const said = splitClauses(turn.text).flatMap((clause) => readBulk(clause) ?? []);
  const [tier, ...others] = said.filter(({ isTier }) => isTier);
  const isNew = product.packs.every(({ quantity }) => quantity !== tier?.amount.base);
  const isComplete = findMissing(product).length === 0;
  return tier && others.length === 0 && isNew && isComplete ? bulkScreen(turn, product, tier) : [];
}

async function bulkProduct(turn: Turn, seller: Membership): Promise<Product | undefined> {
  if ((await namedProducts(turn, seller)).length > 1) return undefined;
  const named = await namedProduct(turn, seller, null);
  // 一次买10斤化肥150: what is named and nobody sells is not what is on the table.
  const isOther = namesGoods(turn.text) || readDescribed(turn.text) !== undefined;
  return named ?? (isOther ? undefined : tableProduct(turn, seller, ''));
}

/** What all of it costs; nothing where that is dearer than loose, or next to nothing. */
function wholeSum(product: Product, said: BulkPrice, quantity: BaseQuantity) {
  const sum = isEach(product, said) ? (said.fen * quantity) / product.priceQuantity : said.fen;
  const share = sum / loose(product, quantity);
  return share > LEAST_SHARE && share <= 1 ? fen(Math.round(sum)) : undefined;
}

const loose = (product: Product, quantity: BaseQuantity): number =>
  cappedTotal({ fen: product.price, per: product.priceQuantity }, quantity);

/** 买三瓶以上算38, of what costs 40: for one of them, for nobody gives three for less than one. */
const isEach = (product: Product, { of, fen: said }: BulkPrice): boolean =>
  of === 'each' || said <= product.price;

/** Nobody sells for less of its price only because so much is bought. */
const LEAST_SHARE = 0.4;

/** 零买9块5 beside it: another price for less is one tap away, and changes nothing before. */
function withLoose(screen: Screen, turn: Turn<string>, product: Product, { loose: said }: BulkPrice): Screen {
  if (said === undefined || said === product.price || !isPrice(said)) return screen;
  const act = { is: 'price', price: fen(said), priceQuantity: product.priceQuantity } as const;
  const button = { label: actText(product, act), tap: actTap(product, act, newQuestionId(turn.now)) };
  return { ...screen, buttons: [...(screen.buttons ?? []), [button]] };
}

function offer(
  turn: Turn<string>,
  product: Product,
  quantity: BaseQuantity,
  sum: ReturnType<typeof fen>,
): Screen {
  const action = tap('pack-add/:product/:quantity/:fen/:ask', {
    ...{ product: product.id, quantity, fen: sum },
    ask: newQuestionId(turn.now),
  });
  const values = {
    title: productName(product),
    quantity: quantityValue(product, quantity),
    sum: moneyValue(sum),
    each: priceValue({ ...product, price: fen(Math.round((sum * product.priceQuantity) / quantity)) }),
    loose: priceValue(product),
  };
  return {
    text: say('bulk-ask', values),
    buttons: [[{ label: say('bulk-yes', values), tap: action, tone: 'primary' }], [cancelButton, homeButton]],
    focus: { product: product.id },
    yes: action,
    fresh: true,
  };
}

async function add(turn: Turn<'product' | 'quantity' | 'fen' | 'ask'>): Promise<Reply> {
  const product = await ownProduct(turn, turn.params.product);
  const [quantity, price] = [parseQuantity(turn.params.quantity), parseFen(turn.params.fen)];
  if (!product || !isAmount(quantity) || !isPrice(price)) return notYours(turn);
  if (isOldQuestion(turn.params.ask, turn.now)) return [oldCard];
  if (product.status !== 'draft') return withPack(turn, product, { quantity, price });
  const { shop, person } = turn;
  const packs = [...product.packs, { quantity, price }];
  const filled = await shop.listings.describe(person.id, product.id, { packs });
  return filled.ok
    ? [draftScreen(filled.product, await shop.listings.hints(person.id, product.id))]
    : [oldCard];
}
