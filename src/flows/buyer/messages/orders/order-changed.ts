import { tap } from '../../../../chat/dsl/action.ts';
import { type Reply, type Screen, say } from '../../../../chat/dsl/screen.ts';
import { splitClauses } from '../../../../nlu/acts/clauses.ts';
import { withUnitWords } from '../../../../nlu/acts/container-words.ts';
import { readAmountChange } from '../../../../nlu/acts/orders/changes/order-change.ts';
import { readSwap } from '../../../../nlu/acts/orders/changes/swap.ts';
import {
  meansPlacedOrder,
  withoutOrderNumber,
  withoutOrderWords,
} from '../../../../nlu/acts/orders/order-said.ts';
import { namesAmount } from '../../../../nlu/acts/question-topic.ts';
import { findOrderNumber } from '../../../../nlu/acts/seller/orders/order-act.ts';
import { readBuyer } from '../../../../nlu/read.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import type { Order, OrderLine } from '../../../../shop/fulfilment/orders.ts';
import type { BaseQuantity } from '../../../../shop/values/quantity.ts';
import { toBaseQuantity } from '../../../common/amounts.ts';
import type { Turn } from '../../../flow.ts';
import { homeButton, lineText, productName, quantityValue } from '../../../screens/values.ts';
import { isCard } from '../../checkout/checkout-open.ts';
import { findOrders, pickOrder } from '../../orders/find-orders.ts';
import { namedAmong } from '../../orders/named-among.ts';
import { namedProduct } from '../named-product.ts';
import { forwardable } from '../questions/forward.ts';

// 改成3斤, after the order: nothing is ordered a second time.

/** Asks whether the order should be changed so; nothing where no order that was placed is meant. */
export async function orderChangeAnswer(turn: Turn): Promise<Reply | undefined> {
  if (readAmountChange(turn.text).how !== 'set' || swapsGoods(turn.text)) return undefined;
  return askAmount(turn, turn.text);
}

/** … to the amount that these words say. */
export async function askAmount(turn: Turn, said: string): Promise<Reply | undefined> {
  const order = await meantOrder(turn);
  const line = order && changedLine(order, turn.text);
  const product = line && (await turn.shop.catalogue.byId(line.productId));
  const quantity = product && saidQuantity(said, product);
  if (!order || !line || !product || quantity === undefined) return undefined;
  if (await namesOther(turn, order)) return undefined;
  if (order.fulfilment !== 'placed')
    return [forwardable(turn, say('amend-too-late', { number: order.number }), { order: order.id })];
  return [amendScreen(order, line, product, quantity)];
}

/**
 * 刚下的那单多加两斤, 订单里的苹果换成红枣5斤: the order on a card of its own, with the change done on it by `edit`; nothing where no
 * order is named that can still be changed so.
 */
export async function orderEditAnswer(
  turn: Turn,
  edit: (turn: Turn) => Promise<Reply | undefined>,
): Promise<Reply | undefined> {
  const { shop, person, chat, text } = turn;
  if (!changesSomething(text)) return undefined;
  if (await shop.checkout.current(person.id, chat.id)) return undefined;
  const isMeant = meansPlacedOrder(text) || (await wantsLess(turn));
  const order = (await swappedOrder(turn)) ?? (isMeant ? await openOrder(turn) : undefined);
  if (!order) return undefined;
  if (order.fulfilment !== 'placed')
    return [forwardable(turn, say('amend-too-late', { number: order.number }), { order: order.id })];
  const begun = (await turn.press(tap('change/:order', { order: order.id }))) ?? [];
  const focus = begun.flatMap((part) => ('text' in part && part.focus ? [part.focus] : [])).at(-1);
  const edited = focus && (await edit({ ...turn, focus, text: withoutOrderNumber(withoutOrderWords(text)) }));
  return edited ? [...begun.filter((part) => !isCard(part)), ...edited] : begun;
}

/** 订单里的苹果换成红枣: other goods come. */
const swapsGoods = (text: string): boolean =>
  readBuyer(readSwap(text)?.into ?? '').lines.some(({ product }) => product !== '');

/** 少发10斤行不, right behind an order: of nothing else can there be less. */
async function wantsLess({ shop, person, focus, text }: Turn): Promise<boolean> {
  const isOnTable = focus.order !== undefined || focus.card !== undefined;
  const isLess = isOnTable && readAmountChange(text).how === 'less' && namesAmount(text);
  return isLess && (await shop.cart.lines(person.id)).length === 0;
}

/** 哎呀，我要的是梨, right behind an order of apples: what goes is in it, and what comes is not. */
async function swappedOrder(turn: Turn): Promise<Order | undefined> {
  const { shop, person, focus, text } = turn;
  const isOnTable = focus.order !== undefined || focus.card !== undefined;
  const swap = isOnTable && swapsGoods(text) ? readSwap(text) : undefined;
  if (!swap || (await shop.cart.lines(person.id)).length > 0) return undefined;
  const order = await openOrder(turn);
  const named = order ? namedAmong(order.lines, swap.out, (line) => line) : [];
  const isIn = swap.out === '' ? order?.lines.length === 1 : named.length === 1;
  const isThere = order !== undefined && namedAmong(order.lines, swap.into, (line) => line).length > 0;
  return isIn && !isThere ? order : undefined;
}

/** Nothing of what a status or a cancellation says. */
const changesSomething = (text: string): boolean =>
  swapsGoods(text) || (readAmountChange(text).how !== 'say' && namesAmount(text));

/** The order on the table, the one that was just placed, or the one that words like 我那单 mean; a card comes first. */
async function meantOrder(turn: Turn): Promise<Order | undefined> {
  const { shop, person, chat, focus, text } = turn;
  if (await shop.checkout.current(person.id, chat.id)) return undefined;
  const isOnTable = focus.order !== undefined || focus.card !== undefined;
  const isMeant = isOnTable || meansPlacedOrder(text) || findOrderNumber(text) !== undefined;
  return isMeant ? openOrder(turn) : undefined;
}

/** The one that is meant; nothing where the number that is named is no open order of theirs. */
async function openOrder(turn: Turn): Promise<Order | undefined> {
  const order = pickOrder(turn, await findOrders(turn, ['placed', 'accepted']));
  const number = findOrderNumber(turn.text);
  return number === undefined || number === order?.number ? order : undefined;
}

function changedLine({ lines }: Order, text: string): OrderLine | undefined {
  const [only, ...others] = lines;
  return namedAmong(lines, text, (line) => line)[0] ?? (others.length === 0 ? only : undefined);
}

/** 红枣改成5斤 changes nothing of an order of apples. */
async function namesOther(turn: Turn, { lines }: Order): Promise<boolean> {
  const named = await namedProduct({ ...turn, focus: {} });
  return named !== undefined && lines.every(({ productId }) => productId !== named);
}

/** The one amount of the last clause that has one. */
function saidQuantity(text: string, product: Product): BaseQuantity | undefined {
  const said = splitClauses(withoutOrderNumber(text))
    .map((clause) => {
      const { rest } = readAmountChange(clause);
      return withUnitWords(readBuyer(rest).lines, rest).filter(({ quantity }) => quantity !== null);
    })
    .findLast((lines) => lines.length > 0);
  const [only, ...others] = said ?? [];
  return only && only.quantity !== null && others.length === 0
    ? toBaseQuantity({ ...only, quantity: only.quantity }, product)
    : undefined;
}

function amendScreen(order: Order, line: OrderLine, product: Product, quantity: BaseQuantity): Screen {
  const action = tap('amend/:order/:product/:quantity', { order: order.id, product: product.id, quantity });
  const values = { number: order.number, title: productName(line), now: quantityValue(product, quantity) };
  return {
    text: [say('amend-ask', values), lineText(line)],
    buttons: [[{ label: say('amend-yes', values), tap: action, tone: 'primary' }], [homeButton]],
    focus: { order: order.id },
    yes: action,
    fresh: true,
  };
}
