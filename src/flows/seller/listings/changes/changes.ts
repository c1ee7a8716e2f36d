import type { Reply, Text } from '../../../../chat/dsl/screen.ts';
import { say } from '../../../../chat/dsl/screen.ts';
import type { NotUndone, Undone } from '../../../../shop/catalogue/listings/product-undo.ts';
import type { NotMoved } from '../../../../shop/catalogue/listings/stock-moves.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import { isPrice, parseFen } from '../../../../shop/values/money.ts';
import { isAmount, NO_QUANTITY, parseQuantity } from '../../../../shop/values/quantity.ts';
import { isOldQuestion, newQuestionId } from '../../../common/question-id.ts';
import { flow, type Turn } from '../../../flow.ts';
import { draftScreen } from '../../../screens/catalogue/draft-screen.ts';
import { homeButton, inRows, priceValue, productName, quantityValue } from '../../../screens/values.ts';
import { notYours, ownProduct } from '../../acting.ts';
import { closedScreen } from '../../shop-closed.ts';
import { askFix } from './change-done.ts';
import { type Act, stockModes } from './change-request.ts';
import { doneScreen, doubtScreen, openButton, priceText, stockText } from './changes-screen.ts';
import { followOffer } from './pack-words.ts';

/** Changes of products that were asked about first, and taking changes back. */
export const changes = flow('changes', {
  taps: {
    'do-stock/:product/:mode/:quantity/:ask': doStock,
    'do-price/:product/:fen/:per/:ask': doPrice,
    'do-status/:product/:to': doStatus,
    'undo/:event': undo,
    'change-leave': leave,
  },
});

/** Applies a certain change immediately; asks first where it is far from the usual figure. */
export async function changeOrAsk(turn: Turn<string>, product: Product, act: Act): Promise<Reply> {
  const doubt =
    act.is === 'status' ? undefined : await turn.shop.listings.doubt(turn.person.id, product.id, act);
  if (!doubt) return carryOut(turn, product, act);
  // 哎不是，六块八: what is said next is the figure that was meant.
  const asks = askFix(product, act, undefined, turn.text);
  return [{ ...doubtScreen(product, act, doubt, newQuestionId(turn.now)), asks }];
}

const askAnew = (product: Product): Reply => [
  { text: say('change-old', { title: productName(product) }), buttons: [[openButton(product)]] },
];

/** Does it, without asking. */
export async function carryOut(turn: Turn<string>, product: Product, act: Act, ask?: string): Promise<Reply> {
  switch (act.is) {
    case 'stock':
      return changeStock(turn, product, act, ask);
    case 'price':
      return changePrice(turn, product, act);
    case 'status':
      return act.to === 'sold-out'
        ? changeStock(turn, product, { mode: 'set', quantity: NO_QUANTITY })
        : changeStatus(turn, product, act.to === 'on' ? 'on-sale' : 'paused');
  }
}

async function changeStock(
  turn: Turn<string>,
  product: Product,
  { mode, quantity }: Pick<Extract<Act, { is: 'stock' }>, 'mode' | 'quantity'>,
  ask?: string,
): Promise<Reply> {
  const { shop, person } = turn;
  const moved = await shop.listings.moveStock(person.id, product.id, { mode, quantity, ask });
  const now = await shop.listings.own(person.id, product.id);
  if (!now) return notYours(turn);
  if (!moved.ok) return stockRefused(turn, now, moved.refusal);
  if (moved.isRepeat) return [{ toast: say('change-repeat') }, ...(await shown(now))];
  const act = { is: 'stock', mode, quantity } as const;
  return [
    {
      ...doneScreen(stockText(now, moved.before, moved.after), now, moved.event),
      asks: askFix(now, act, moved.event, turn.text),
    },
  ];
}

/** Says why a stock did not move. */
export async function stockRefused(turn: Turn<string>, product: Product, refusal: NotMoved): Promise<Reply> {
  if (refusal === 'not-yours') return notYours(turn);
  const { available } = product;
  const values = { title: productName(product), left: quantityValue(product, available) };
  return [{ text: say(`stock-${refusal}`, values), buttons: [[openButton(product)]] }];
}

const shown = async (product: Product): Promise<Reply> => [
  {
    text: say('stock-is', {
      title: productName(product),
      quantity: quantityValue(product, product.available),
    }),
    buttons: [[openButton(product)]],
  },
];

async function changePrice(
  turn: Turn<string>,
  product: Product,
  { price, priceQuantity }: Pick<Extract<Act, { is: 'price' }>, 'price' | 'priceQuantity'>,
): Promise<Reply> {
  const changed = await turn.shop.listings.change(turn.person.id, product.id, { price, priceQuantity });
  if (!changed.ok) return notYours(turn);
  const { before, product: now, event } = changed;
  const done = doneScreen(priceText(before, now), now, event);
  const offer = followOffer(before, now);
  const act = { is: 'price', price, priceQuantity } as const;
  return [
    {
      ...done,
      text: [done.text, ...offer.text],
      buttons: [...offer.buttons, ...(done.buttons ?? [])],
      yes: offer.yes,
      asks: askFix(now, act, event, turn.text),
    },
  ];
}

/** Pauses a product, or puts it on sale again. */
export async function changeStatus(
  turn: Turn<string>,
  product: Product,
  status: 'on-sale' | 'paused' | 'archived',
): Promise<Reply> {
  const changed = await turn.shop.listings.setStatus(turn.person.id, product.id, status);
  if (changed.ok) {
    const text = say(`status-changed-${status}`, { title: productName(changed.product) });
    const act = { is: 'status', to: status === 'on-sale' ? 'on' : 'off' } as const;
    // Whoever has tapped has seen which goods they are.
    const asks =
      turn.text !== '' && status !== 'archived'
        ? askFix(changed.product, act, changed.event, turn.text)
        : undefined;
    return [{ ...doneScreen([text], changed.product, changed.event), ...(asks && { asks }) }];
  }
  switch (changed.refusal) {
    case 'not-yours':
      return notYours(turn);
    case 'missing':
      return [draftScreen(product)];
    case 'waiting':
    case 'closed':
      return [closedScreen(changed.refusal)];
  }
}

async function doStock(turn: Turn<'product' | 'mode' | 'quantity' | 'ask'>): Promise<Reply> {
  const { product: id, mode: name, quantity: said, ask } = turn.params;
  const product = await ownProduct(turn, id);
  const mode = stockModes.find((one) => one === name);
  const quantity = parseQuantity(said);
  if (!product || !mode || quantity === undefined) return notYours(turn);
  if (isOldQuestion(ask, turn.now)) return askAnew(product);
  return carryOut(turn, product, { is: 'stock', mode, quantity }, ask);
}

async function doPrice(turn: Turn<'product' | 'fen' | 'per' | 'ask'>): Promise<Reply> {
  const product = await ownProduct(turn, turn.params.product);
  const [price, priceQuantity] = [parseFen(turn.params.fen), parseQuantity(turn.params.per)];
  if (!product || !isPrice(price) || !isAmount(priceQuantity)) return notYours(turn);
  if (isOldQuestion(turn.params.ask, turn.now)) return askAnew(product);
  return carryOut(turn, product, { is: 'price', price, priceQuantity });
}

async function doStatus(turn: Turn<'product' | 'to'>): Promise<Reply> {
  const { product: id, to } = turn.params;
  const product = await ownProduct(turn, id);
  if (!product || (to !== 'on' && to !== 'off' && to !== 'sold-out')) return notYours(turn);
  return carryOut(turn, product, { is: 'status', to });
}

function undo(turn: Turn<'event'>): Promise<Reply> {
  return undoEvent(turn, turn.params.event);
}

export async function undoEvent(turn: Turn<string>, event: string): Promise<Reply> {
  const undone = await turn.shop.listings.undo(turn.person.id, event);
  if (!undone.ok)
    return undone.refusal === 'unknown'
      ? notYours(turn)
      : [{ text: say(`undo-${undone.refusal}`), fresh: true }];
  if (undone.product.status === 'draft') return [{ toast: say('undone-toast') }, draftScreen(undone.product)];
  return undoneScreens([undone]);
}

/** Several changes are taken back in one answer; what cannot be is said behind it. */
export async function undoEvents(turn: Turn<string>, events: readonly string[]): Promise<Reply> {
  const [only, ...others] = events;
  if (only !== undefined && others.length === 0) return undoEvent(turn, only);
  const done: Undone[] = [];
  const refused = new Set<NotUndone>();
  for (const event of events) {
    const undone = await turn.shop.listings.undo(turn.person.id, event);
    if (undone.ok) done.push(undone);
    else refused.add(undone.refusal);
  }
  const reasons = [...refused].filter((why) => why !== 'unknown');
  return [
    ...(done.length > 0 ? undoneScreens(done) : []),
    ...reasons.map((why) => ({ text: say(`undo-${why}`), fresh: true })),
  ];
}

function undoneScreens(done: readonly Undone[]): Reply {
  const products = new Map(done.map(({ product }) => [product.id, product]));
  return [
    { toast: say('undone-toast') },
    {
      text: [say('undone-title'), ...done.flatMap(undoneText)],
      buttons: [...inRows([...products.values()].slice(0, MOST_BUTTONS).map(openButton), 2), [homeButton]],
    },
  ];
}

/** More of them nobody looks through. */
const MOST_BUTTONS = 4;

function undoneText({ product, stock, change }: Undone): Text[] {
  if (stock) return stockText(product, stock.before, stock.after);
  const price = change === 'price' ? [say('undone-price', { price: priceValue(product) })] : [];
  return [say('undone', { title: productName(product) }), ...price];
}

function leave(): Reply {
  return [{ text: say('change-left'), buttons: [[homeButton]] }];
}
