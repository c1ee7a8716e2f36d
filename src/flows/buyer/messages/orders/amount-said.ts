import type { Reply } from '../../../../chat/dsl/screen.ts';
import type { ProductId } from '../../../../db/ids.ts';
import { asksSame, readAct } from '../../../../nlu/acts/act.ts';
import { splitClauses } from '../../../../nlu/acts/clauses.ts';
import { withoutCorrection } from '../../../../nlu/acts/correction.ts';
import { leadsOnly } from '../../../../nlu/acts/orders/changes/edits.ts';
import {
  type AmountChange,
  namesAllGoods,
  readAmountChange,
  readCountedAll,
  wantsAll,
} from '../../../../nlu/acts/orders/changes/order-change.ts';
import { tellsPast, wantsNow } from '../../../../nlu/acts/orders/said-of-order.ts';
import { isAsking, namesAmount, readBareNumber } from '../../../../nlu/acts/question-topic.ts';
import { unusedClauses } from '../../../../nlu/acts/unused.ts';
import { guessAct } from '../../../../nlu/guess/buyer-guess.ts';
import { readBuyer } from '../../../../nlu/read.ts';
import type { CartLine } from '../../../../shop/cart/cart.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import type { BaseQuantity } from '../../../../shop/values/quantity.ts';
import { validAmount } from '../../../common/amounts.ts';
import { buyerContext } from '../../../common/read-context.ts';
import type { Turn } from '../../../flow.ts';
import { productScreen } from '../../catalogue/product-screen.ts';
import { parseAmount } from '../../checkout/amount.ts';
import { namedAmong } from '../../orders/named-among.ts';
import { editsAnswer } from '../card/card-edits.ts';
import { cardWords } from '../card/card-words.ts';
import { withLeftWords } from '../left-words.ts';
import { namedProduct } from '../named-product.ts';
import { describedAnswer } from '../questions/described.ts';
import { pickShown } from '../which-said.ts';
import { hangingAnswer } from './hanging.ts';
import { orderChangeAnswer, orderEditAnswer } from './order-changed.ts';
import { placesAnswer } from './places-said.ts';
import { putAll, sureLine, type Wanted } from './put-lines.ts';

// "10斤" with a product open, 再来两斤, 改成3斤, 第二个, 核桃不要了: amounts that are about what is on the table.

/** A change of what is wanted; nothing where the message is something else. */
export async function amountAnswer(turn: Turn): Promise<Reply | undefined> {
  const changed =
    (await hangingAnswer(turn)) ??
    (await placesAnswer(turn)) ??
    (await editsAnswer(turn)) ??
    (await cardWords(turn)) ??
    (await allOfIt(turn)) ??
    (await orderChangeAnswer(turn)) ??
    (await orderEditAnswer(turn, amountAnswer));
  if (changed) return changed;
  if (asksSame(turn.text) || guessAct(turn.text)?.is === 'same') return undefined;
  const described = await describedAnswer(turn);
  if (described) return described;
  const last = await lastAmount(turn);
  if (!last) return saidAmount(turn);
  const focus = last.product ? { ...turn.focus, product: last.product } : turn.focus;
  const reply = await amountAnswer({ ...turn, text: last.text, focus });
  return reply && withLeftWords(turn, reply, last.left);
}

async function saidAmount(turn: Turn): Promise<Reply | undefined> {
  const change = readAmountChange(turn.text);
  // 苹果、小米各5斤: what is named goes before what is on the table, and each has the amount.
  if (change.nth === 'each' && !isAmountAlone(change.rest))
    return change.how === 'say' ? undefined : namedChange(turn, { ...change, rest: change.amounts });
  const [product, ...others] = mayBeAmount(change) ? await saidOf(turn, change) : [];
  if (others.length > 0)
    return (await eachAnswer(turn, change, [product, ...others])) ?? namedChange(turn, change);
  const quantity = product && (amountOf(change.rest, product) ?? shownAmount(turn, change.rest, product));
  if (product && quantity !== undefined) return putAll(turn, change.how, [{ product, quantity }]);
  if (change.nth !== undefined && product && !hasAmount(change.rest)) {
    const screen = await productScreen(turn, product.id);
    // The others stay on the table: "and the second?" may come next.
    return screen && [{ ...screen, focus: { ...screen.focus, products: turn.focus.products } }];
  }
  return change.how === 'say' ? undefined : namedChange(turn, change);
}

interface LastAmount {
  readonly text: string;
  /** What stands before names it, and it is in the cart. */
  readonly product?: ProductId | undefined;
  /** 莫打烂哒: what was said behind it. */
  readonly left: readonly string[];
}

/**
 * 两瓶少了点，直接三瓶好了; 那各来一盒吧，不纠结了: the last clause with an amount, where it is an amount alone, what stands before
 * orders nothing else, and what stands behind says nothing of goods.
 */
async function lastAmount(turn: Turn): Promise<LastAmount | undefined> {
  const clauses = splitClauses(turn.text);
  const at = clauses.findLastIndex((clause) => !saysNothing(clause));
  const [last, before] = [withoutCorrection(clauses[at] ?? ''), clauses.slice(0, Math.max(at, 0))];
  const { rest, nth } = readAmountChange(last);
  // The second one, 1 kg: what stands before says which.
  const isPointed = nth !== 'each' && readAmountChange(turn.text).nth !== undefined;
  if (isPointed || clauses.length < 2 || !hasAmount(rest) || !isAmountAlone(rest)) return undefined;
  // 上次的红枣收到了，3斤，很甜: so much was had.
  if (!wantsNow(last) && before.some(tellsPast)) return undefined;
  const named: ProductId[] = [];
  for (const { product, quantity } of before.flatMap((clause) => readBuyer(clause).lines)) {
    const found = product === '' ? undefined : await turn.shop.catalogue.find(product);
    if (found?.match !== 'exact') continue;
    const inCart = quantity === null ? (await cartLinesOf(turn, product)).at(0) : undefined;
    if (!inCart) return undefined;
    named.push(inCart.product.id);
  }
  // 我妈不吃核桃，来三斤, with apples in sight: a name in a story does not go before what is looked at.
  const mayBeTold =
    named.length === 0 &&
    !turn.focus.product &&
    wantsNow(last) &&
    !before.some(isNotWanted) &&
    !isAsking(turn.text);
  const told = mayBeTold ? await toldOf(turn, before) : undefined;
  return { text: last, product: named[0] ?? told, left: clauses.slice(at + 1).filter(isLeft) };
}

/** 红枣收到了, 邻居上周买了核桃: it has come, or is somebody else's. */
const isNotWanted = (clause: string): boolean =>
  ['received', 'unreal'].some((is) => readAct(clause)?.is === is);

/** 上回那腊肠我家老头子爱吃得很，再给称三斤: the only thing on sale that is named before the amount. */
const toldOf = async (turn: Turn, before: readonly string[]): Promise<ProductId | undefined> =>
  before.length === 0 ? undefined : namedProduct({ ...turn, text: before.join('，'), focus: {} });

/** 吧, 好的: too short to be quoted back. */
const isLeft = (clause: string): boolean => !leadsOnly(clause) && clause.length >= LEAST_LEFT;
const LEAST_LEFT = 4;

/** 不纠结了: neither goods nor an amount, nor anything that is done. */
function saysNothing(clause: string): boolean {
  const { lines, recipient } = readBuyer(clause);
  return lines.length === 0 && !recipient && !namesAmount(clause) && !isAsking(clause) && !readAct(clause);
}

const cartLinesOf = async ({ shop, person }: Turn, words: string): Promise<readonly CartLine[]> =>
  namedAmong(await shop.cart.lines(person.id), words, ({ product }) => product);

/** What is on the table; 改成5斤 without it is of the only thing in the cart that is measured so. */
async function saidOf(turn: Turn, change: AmountChange): Promise<readonly Product[]> {
  const shown = await tableProducts(turn, change);
  if (shown.length > 0 || change.how !== 'set') return shown;
  const lines = await turn.shop.cart.lines(turn.person.id);
  const fitting = lines.filter(({ product }) => amountOf(change.rest, product) !== undefined);
  return fitting.length === 1 ? fitting.map(({ product }) => product) : [];
}

/** 那我全要了, 核桃全要了: all that is left of what is named, or else of the one product on the table. */
async function allOfIt(turn: Turn): Promise<Reply | undefined> {
  const { focus, shop } = turn;
  const all = wantsAll(turn.text);
  const counted = all ? undefined : readCountedAll(turn.text);
  if (!all && counted === undefined) return undefined;
  // 苹果全要了, where nobody sells them, is not about the walnuts in sight.
  const id = (await namedProduct(turn)) ?? (namesAllGoods(turn.text) ? undefined : focus.product);
  const product = id && (await shop.catalogue.byId(id));
  // 剩的4斤我全要了: so much as was said, if another amount was said than is left.
  const quantity = product && counted !== undefined ? parseAmount(counted, product) : undefined;
  if (product && quantity !== undefined) return putAll(turn, 'set', [{ product, quantity }]);
  if (counted !== undefined) return undefined;
  return product && product.available > 0
    ? putAll(turn, 'set', [{ product, quantity: product.available }])
    : undefined;
}

/** What "this", "the second", "the cheaper one", "each of them" and a bare amount are about. */
async function tableProducts(turn: Turn, { nth }: AmountChange): Promise<readonly Product[]> {
  const { shop, focus } = turn;
  const ids = focus.products ?? (nth === 'each' ? await cartProducts(turn) : []);
  if (typeof nth !== 'string') {
    const id = nth === undefined ? focus.product : ids.at(nth > 0 ? nth - 1 : nth);
    const product = id && (await shop.catalogue.byId(id));
    return product ? [product] : [];
  }
  const shown = (await Promise.all(ids.map((id) => shop.catalogue.byId(id)))).filter(
    (one) => one !== undefined,
  );
  if (nth === 'each') return shown.length <= MOST_AT_ONCE ? shown : [];
  const meant = pickShown(shown, nth, turn);
  return meant ? [meant] : [];
}

/** 各加一斤, with a card in sight: of each thing on it. */
const cartProducts = async ({ shop, person, focus }: Turn): Promise<readonly ProductId[]> =>
  focus.card ? (await shop.cart.lines(person.id)).map(({ product }) => product.id) : [];

/** 各来一斤 is said of a handful that is on the screen. */
const MOST_AT_ONCE = 4;
const hasAmount = (words: string): boolean =>
  readBuyer(words).lines.some(({ quantity }) => quantity !== null);

/** 两个各来一斤: so much of each, or none of them. */
async function eachAnswer(
  turn: Turn,
  { how, rest }: AmountChange,
  products: readonly (Product | undefined)[],
): Promise<Reply | undefined> {
  const wanted = products.flatMap((product): Wanted[] => {
    const quantity = product && amountOf(rest, product);
    return product && quantity !== undefined ? [{ product, quantity }] : [];
  });
  return wanted.length === products.length ? putAll(turn, how, wanted) : undefined;
}

/** Whether what is on the table must be known at all. */
const mayBeAmount = ({ nth, rest }: AmountChange): boolean => nth !== undefined || isAmountAlone(rest);

/** An amount alone; an amount of something named is another matter. */
function isAmountAlone(rest: string): boolean {
  if (rest.length > 24) return false;
  const { lines, recipient } = readBuyer(rest);
  return !recipient && lines.every((line) => line.product === '');
}

const amountOf = (rest: string, product: Product): BaseQuantity | undefined =>
  isAmountAlone(rest) ? parseAmount(rest, product) : undefined;

/** 还是50吧, with 20斤 on the card in sight: in the unit that stands there. */
function shownAmount({ focus, person }: Turn, rest: string, product: Product): BaseQuantity | undefined {
  const number = focus.card === undefined ? undefined : readBareNumber(rest);
  const one = product.unit?.size ?? (product.measure === 'MASS' ? SHOWN_GRAMS[person.locale] : undefined);
  return number === undefined || one === undefined ? undefined : validAmount(number * one);
}

const SHOWN_GRAMS = { zh: 500, en: 1_000 } as const;

/** 再来3斤绿豆: each line by its own name, where all are clear; else they are asked about as in any order. */
async function namedChange(turn: Turn, { how, rest }: AmountChange): Promise<Reply | undefined> {
  const { lines, recipient } = readBuyer(rest);
  // 苹果10斤加红枣2斤: the word stands between two orders, and without it one of them would be lost.
  const isLost = readBuyer(turn.text, await buyerContext(turn)).lines.length > lines.length;
  if (recipient || lines.length === 0 || isLost) return undefined;
  const wanted: Wanted[] = [];
  for (const line of lines) {
    const sure = await sureLine(turn, line);
    if (!sure) return undefined;
    wanted.push(sure);
  }
  const out = how === 'set' ? await replacedLine(turn, wanted) : undefined;
  const reply = await putAll(turn, how, wanted, out);
  return reply && withLeftWords(turn, reply, unusedClauses(turn.text));
}

/** 换成挂面: the only thing on the card goes, where what comes is not on it. */
async function replacedLine(
  { shop, person }: Turn,
  wanted: readonly Wanted[],
): Promise<CartLine | undefined> {
  const [only, ...others] = await shop.cart.lines(person.id);
  const isThere = wanted.some(({ product }) => product.id === only?.product.id);
  return others.length === 0 && !isThere ? only : undefined;
}
