import { tap } from '../../../../chat/dsl/action.ts';
import { type Button, type Reply, say, type Text } from '../../../../chat/dsl/screen.ts';
import { type Mend, mayMend, readMend, readMendedAmount } from '../../../../nlu/mends/mend.ts';
import type { CartLine } from '../../../../shop/cart/cart.ts';
import type { Card } from '../../../../shop/checkout/card.ts';
import { isAmount, minusQuantity, NO_QUANTITY, plusQuantity } from '../../../../shop/values/quantity.ts';
import type { Turn } from '../../../flow.ts';
import { orderedValue, productName } from '../../../screens/values.ts';
import { backButton, isAsShown, restoreCard } from '../../checkout/card-back.ts';
import { changeCard, isCard, showCard } from '../../checkout/checkout-open.ts';
import { changedFrom, findLastCard } from '../../checkout/last-card.ts';
import { findOrders } from '../../orders/find-orders.ts';
import { askAmount } from '../orders/order-changed.ts';
import { putAll, type Wanted } from '../orders/put-lines.ts';
import { isNoteAlone, mendedNote, type Shown, touched } from './last-deed.ts';
import { amountFor, readThing, type SaidThing } from './said-thing.ts';

// 不对，是3斤; not walnuts, millet; 多了一斤; 搞反了; 当我没说, right behind a card: what the last message did is put right. Where not
// just one line fits, it is asked, and nothing changes.

/** The card put right, or the question what is meant; nothing where the message puts nothing right that the card shows. */
export async function mendAnswer(turn: Turn): Promise<Reply | undefined> {
  if (!mayMend(turn.text)) return undefined;
  const last = findLastCard(turn);
  const card = last && (await turn.shop.checkout.current(turn.person.id, turn.chat.id));
  if (!last) return orderMended(turn, readMend(turn.text));
  if (card?.id !== last.card || !(await isAsShown(turn, last))) return undefined;
  const titles = await turn.shop.catalogue.titles();
  const names = titles.flatMap(({ title, titleEn }) => [title, titleEn ?? '']);
  const mend = readMend(turn.text, names);
  const lines = await turn.shop.cart.lines(turn.person.id);
  return mend && mended(turn, { last, card, lines, names }, mend);
}

async function mended(turn: Turn, shown: Shown, mend: Mend): Promise<Reply | undefined> {
  switch (mend.is) {
    case 'back':
      return takenBack(turn, shown, mend.isUnsaid);
    case 'reversed':
      return reversed(turn, shown);
    case 'over':
    case 'under':
      return byMuch(turn, shown, mend);
    case 'instead':
      return instead(turn, shown, mend);
    case 'doubt':
    case 'right':
      return mend.namesFigure ? unknown(turn, shown) : undefined;
    case 'asked':
      return undefined;
  }
}

/** Right behind an order that was placed: whether it should be changed so is asked. */
async function orderMended(turn: Turn, mend: Mend | undefined): Promise<Reply | undefined> {
  if (mend?.is !== 'instead' || mend.about !== '') return undefined;
  if (!turn.focus.order && !turn.focus.card) return undefined;
  const amount = readMendedAmount(turn.text);
  return amount === undefined ? undefined : askAmount(turn, amount);
}

/**
 * 当我没说. An order that is being changed has words of its own for that. Of the first order 别改了 takes nothing back, and 当我没说
 * is asked about.
 */
async function takenBack(turn: Turn, shown: Shown, isUnsaid: boolean): Promise<Reply | undefined> {
  const { last, card } = shown;
  const was = changedFrom(last);
  if (last.was === 'restored') return unknown(turn, shown);
  // An address that was asked for is an answer, and no change.
  if (last.was !== 'nothing' && last.now.recipient && !was?.recipient) return undefined;
  if (was) return restoreCard(turn, card, was);
  if (card.replaces || !isUnsaid) return undefined;
  return ask(turn, card, say('mend-back-which'), [[{ label: say('cart-empty-button'), tap: tap('empty') }]]);
}

/** Each of two gets the amount of the other, where both are measured alike. */
async function reversed(turn: Turn, shown: Shown): Promise<Reply> {
  const { card, lines } = shown;
  const [one, other, ...more] = lines.length === 2 ? lines : touched(shown);
  const isAlike = one?.product.measure === other?.product.measure;
  const isSame = one?.quantity === other?.quantity;
  if (!one || !other || more.length > 0 || !isAlike || isSame)
    return ask(turn, card, say('mend-which', exampleOf(lines)));
  return put(turn, [
    { product: one.product, quantity: other.quantity },
    { product: other.product, quantity: one.quantity },
  ]);
}

/** 多了一斤: so much less than stands there. Of what came short in a parcel others words are said, and answered elsewhere. */
async function byMuch(
  turn: Turn,
  shown: Shown,
  { is, about, by }: Extract<Mend, { is: 'over' | 'under' }>,
): Promise<Reply | undefined> {
  const thing = await readThing(turn, by);
  if (thing.is !== 'amount' || (await findOrders(turn, ['shipped', 'delivered'])).length > 0)
    return undefined;
  const among = await meantLines(turn, shown, about);
  const wanted = among?.flatMap((line): Wanted[] => {
    const much = amountFor(line, thing.text);
    const isLeft = much !== undefined && (is === 'under' || much < line.quantity);
    if (!isLeft) return [];
    const change = is === 'under' ? plusQuantity : minusQuantity;
    return [{ product: line.product, quantity: change(line.quantity, much) }];
  });
  return oneOf(turn, shown, wanted ?? []);
}

async function instead(
  turn: Turn,
  shown: Shown,
  { about, field, wrong, right, isWeak }: Extract<Mend, { is: 'instead' }>,
): Promise<Reply | undefined> {
  if (field === 'other' || field === 'fee') return undefined;
  // 一共是12斤: of all lines together.
  if (field === 'total' && shown.lines.length > 1)
    return ask(turn, shown.card, say('mend-which', exampleOf(shown.lines)));
  const thing = await readThing(turn, right);
  const denied = wrong === undefined ? undefined : await readThing(turn, wrong);
  // Sorry, millet: a courtesy, and no other goods.
  if (denied?.is === 'other' || (isWeak && thing.is !== 'amount')) return undefined;
  if (field === 'note' || (thing.is === 'other' && isNoteAlone(shown)))
    return wrong === undefined && about === '' ? noteInstead(turn, shown, right) : undefined;
  if (thing.is === 'money') return ask(turn, shown.card, say('mend-which', exampleOf(shown.lines)));
  if (thing.is === 'other') return undefined;
  const among = await meantLines(turn, shown, about);
  if (!among) return unknown(turn, shown);
  if (thing.is === 'goods' && thing.amount !== undefined && denied?.is !== 'goods')
    return amountOfNamed(turn, shown, thing, about);
  if (thing.is === 'goods' && isSameGoods(denied, thing)) return sameGoods(turn, shown, thing, denied);
  if (thing.is === 'goods') return otherGoods(turn, shown, among, thing, denied);
  return otherAmount(turn, shown, among, thing.text, wrong, denied);
}

/** 不对，小米3斤: of goods that stand there; of others it is an order of its own. */
async function amountOfNamed(
  turn: Turn,
  { lines }: Shown,
  { product, amount }: SaidGoods,
  about: string,
): Promise<Reply | undefined> {
  const line = about === '' ? lines.find((one) => one.product.id === product.id) : undefined;
  const quantity = line && amount !== undefined ? amountFor(line, amount) : undefined;
  return line && quantity !== undefined ? put(turn, [{ product: line.product, quantity }]) : undefined;
}

type SaidGoods = Extract<SaidThing, { is: 'goods' }>;

const isSameGoods = (denied: SaidThing | undefined, { product, amount }: SaidGoods): denied is SaidGoods =>
  denied?.is === 'goods' && denied.product.id === product.id && amount !== undefined;

/** 不是苹果10斤是苹果8斤: what is denied must be what stands there. */
async function sameGoods(turn: Turn, shown: Shown, right: SaidGoods, denied: SaidGoods): Promise<Reply> {
  const line = shown.lines.find(({ product }) => product.id === right.product.id);
  const isThere = line && denied.amount !== undefined && amountFor(line, denied.amount) === line.quantity;
  const quantity = isThere && right.amount !== undefined ? amountFor(line, right.amount) : undefined;
  return line && quantity !== undefined
    ? put(turn, [{ product: line.product, quantity }])
    : unknown(turn, shown);
}

/** 不是5斤，是3斤: what is said to be wrong must be what stands there. */
function otherAmount(
  turn: Turn,
  shown: Shown,
  among: readonly CartLine[],
  right: string,
  wrong: string | undefined,
  denied: SaidThing | undefined,
): Promise<Reply> {
  if (denied && denied.is !== 'amount') return unknown(turn, shown);
  const standing = among.filter((line) => wrong === undefined || amountFor(line, wrong) === line.quantity);
  const wanted = (standing.length > 0 ? standing : among).flatMap((line): Wanted[] => {
    const quantity = amountFor(line, right);
    return quantity === undefined ? [] : [{ product: line.product, quantity }];
  });
  return standing.length > 0 ? oneOf(turn, shown, wanted) : notThere(turn, shown, wrong ?? '', wanted);
}

/** 错了，是小米: as much of it as there is of the other; nothing where it stands there already, or is measured otherwise. */
async function otherGoods(
  turn: Turn,
  shown: Shown,
  among: readonly CartLine[],
  { product, amount }: SaidGoods,
  denied: SaidThing | undefined,
): Promise<Reply> {
  const { card, lines } = shown;
  const wrong = denied?.is === 'goods' && denied.amount === undefined ? denied.product.id : undefined;
  const isDenied = denied === undefined || wrong !== undefined;
  const [out, ...others] = denied ? lines.filter((line) => line.product.id === wrong) : among;
  const isThere = lines.some((line) => line.product.id === product.id);
  if (!isDenied || !out || others.length > 0 || isThere) return unknown(turn, shown);
  const isAlike = product.measure === out.product.measure && product.unit?.name === out.product.unit?.name;
  const as = { ...out, product };
  const quantity = amount === undefined ? (isAlike ? out.quantity : undefined) : amountFor(as, amount);
  if (quantity === undefined) return ask(turn, card, say('mend-how-much', { title: productName(product) }));
  return withBack(await putAll(turn, 'set', [{ product, quantity }], out));
}

/** The lines that words name; the ones of the last message where none are named, else all. */
async function meantLines(turn: Turn, shown: Shown, about: string): Promise<readonly CartLine[] | undefined> {
  if (about === '') {
    const last = touched(shown);
    return last.length === 1 ? last : shown.lines;
  }
  const thing = await readThing(turn, about);
  const named = shown.lines.filter((line) => thing.is === 'goods' && line.product.id === thing.product.id);
  return named.length > 0 ? named : undefined;
}

async function noteInstead(turn: Turn, shown: Shown, words: string): Promise<Reply | undefined> {
  const note = mendedNote(shown, words);
  return note === undefined ? undefined : withBack(await changeCard(turn, shown.card.id, { note }));
}

const unknown = (turn: Turn, { card, lines }: Shown): Promise<Reply> =>
  ask(turn, card, say('mend-left', exampleOf(lines)));

/** 不是8斤，是3斤, with 5斤 there. */
const notThere = (turn: Turn, { card }: Shown, wrong: string, wanted: readonly Wanted[]): Promise<Reply> =>
  ask(turn, card, say('mend-not-there', { wrong }), wanted.map(setButton));

/** Just one fits: it is done. Several: each is a button, and nothing changes. */
async function oneOf(turn: Turn, { card, lines }: Shown, wanted: readonly Wanted[]): Promise<Reply> {
  const [only, ...others] = wanted;
  if (only && others.length === 0) return put(turn, [only]);
  return ask(turn, card, say('mend-which', exampleOf(lines)), wanted.slice(0, MOST_BUTTONS).map(setButton));
}

const MOST_BUTTONS = 4;

const setButton = ({ product, quantity }: Wanted): Button[] => [
  {
    label: say('mend-set', { title: productName(product), quantity: orderedValue(product, quantity) }),
    tap: tap('set/:product/:quantity', { product: product.id, quantity }),
  },
];

const exampleOf = ([line]: readonly CartLine[]) => ({
  title: line ? productName(line.product) : '',
  quantity: line ? orderedValue(line.product, line.quantity) : '',
});

const put = async (turn: Turn, wanted: readonly Wanted[]): Promise<Reply> =>
  withBack(
    await putAll(
      turn,
      'set',
      wanted.filter(({ quantity }) => isAmount(quantity) && quantity > NO_QUANTITY),
    ),
  );

/** Was and now stand above the card; a tap takes it back. */
const withBack = (reply: Reply): Reply =>
  reply.map((part) => {
    const id = isCard(part) && 'text' in part ? part.focus?.card : undefined;
    return id && 'text' in part
      ? { ...part, buttons: [...(part.buttons ?? []), [backButton({ id })]] }
      : part;
  });

/** The card as it stands, with a question above it. */
async function ask(
  turn: Turn,
  card: Card,
  question: Text,
  buttons: readonly (readonly Button[])[] = [],
): Promise<Reply> {
  const reply = await showCard(turn, card, [question]);
  return reply.map((part) =>
    'text' in part ? { ...part, buttons: [...buttons, ...(part.buttons ?? [])] } : part,
  );
}
