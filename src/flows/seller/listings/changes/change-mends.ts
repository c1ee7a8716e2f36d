import { ask } from '../../../../chat/dsl/flow.ts';
import { type Reply, say } from '../../../../chat/dsl/screen.ts';
import { lex } from '../../../../nlu/lexer/lexer.ts';
import { isQuantity, type Quantity } from '../../../../nlu/lexer/tokens.ts';
import { isPlainFigure, type Mend, mayMend, readMend } from '../../../../nlu/mends/mend.ts';
import { readOnlyAmount } from '../../../../nlu/rules/price-move.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import { baseQuantity, isAmount } from '../../../../shop/values/quantity.ts';
import { newQuestionId } from '../../../common/question-id.ts';
import type { Turn } from '../../../flow.ts';
import { freshly } from '../../../screens/messages/freshly.ts';
import { priceValue, productName, quantityValue } from '../../../screens/values.ts';
import { findActingSeller } from '../../acting.ts';
import type { Done } from './change-done.ts';
import type { Act } from './change-request.ts';
import { changeOrAsk, undoEvent } from './changes.ts';
import { openButton, whichScreen } from './changes-screen.ts';
import { meantProducts, ownTitles } from './meant.ts';

// Right behind a change of goods: what another unit, another figure, somebody else or a question is about does not put it right.

/** What is to be done with such a message; `go on` where its right figure may be taken. */
export async function mendChange(
  turn: Turn,
  done: Done,
  product: Product,
): Promise<Reply | 'go on' | 'nothing'> {
  if (!mayMend(turn.text)) return 'go on';
  const seller = await findActingSeller(turn);
  const mend = seller && readMend(turn.text, await ownTitles(turn, seller));
  switch (mend?.is) {
    case undefined:
    case 'reversed':
      return 'go on';
    case 'back':
      return done.event === undefined ? 'nothing' : undoEvent(turn, done.event);
    case 'asked':
    case 'right':
      return 'nothing';
    case 'doubt':
      return mend.namesFigure ? stays(product, done) : 'nothing';
    case 'over':
    case 'under':
      return mend.about === '' ? byMuch(turn, product, done, mend.by) : 'nothing';
    case 'instead':
      return instead(turn, product, done, mend);
  }
}

/** 看错了，客人要35斤: nothing is changed, and that is said. What is right may still follow. */
export const stays = (product: Product, done: Done): Reply => [
  {
    text: say(`mend-stays-${fieldOf(done)}`, standing(product)),
    buttons: [[openButton(product)]],
    asks: ask('changed', done),
  },
];

const fieldOf = ({ is, mode }: Done): 'stock' | 'price' => (is === 'stock' || mode ? 'stock' : 'price');

const standing = (product: Product) => ({
  title: productName(product),
  price: priceValue(product),
  quantity: quantityValue(product, product.available),
});

/** 多了一斤: one too many was said, or there is one more; both are buttons. */
function byMuch(turn: Turn, product: Product, done: Done, by: string): Reply | 'nothing' {
  const amount = readOnlyAmount(by);
  if (fieldOf(done) !== 'stock' || amount?.measure !== product.measure) return 'nothing';
  const choices = [product.available - amount.base, product.available + amount.base]
    .filter(isAmount)
    .map((quantity) => ({ product, act: { is: 'stock', mode: 'set', quantity } as const }));
  return choices.length === 2 ? [whichScreen(choices, newQuestionId(turn.now))] : 'nothing';
}

async function instead(
  turn: Turn,
  product: Product,
  done: Done,
  { about, field, wrong, right, isWeak }: Extract<Mend, { is: 'instead' }>,
): Promise<Reply | 'go on' | 'nothing'> {
  if (field === 'other' || field === 'fee' || field === 'note') return 'nothing';
  const isOf = await isNamed(turn, about, product);
  if (!isOf) return figuresIn(right).length > 0 ? stays(product, done) : 'nothing';
  if (!(await mayBeWrong(turn, product, done, wrong))) return stays(product, done);
  const [figure] = figuresIn(right);
  // 不对，每人限购5斤: a figure of something else.
  if (figure && !isPlainFigure(right, product.title)) return 'nothing';
  if (figure) return fits(figure, product, done, field) ? 'go on' : stays(product, done);
  // Sorry, millet: a courtesy, and no other goods.
  if (isWeak) return 'nothing';
  return (await otherGoods(turn, product, done, right)) ?? 'go on';
}

const figuresIn = (words: string): Quantity[] => lex(words).tokens.filter(isQuantity);

/** No name at all, or that of the goods. */
async function isNamed(turn: Turn, about: string, { id }: Product): Promise<boolean> {
  if (about === '') return true;
  const found = await ownProduct(turn, about);
  return found?.id === id;
}

async function ownProduct(turn: Turn, name: string): Promise<Product | undefined> {
  const seller = await findActingSeller(turn);
  const [only, ...others] = seller ? await meantProducts(turn, seller, name) : [];
  return others.length === 0 ? only : undefined;
}

/** 不是40斤，是50斤: the figure that was said, or that stands there now; a name is that of the goods. */
async function mayBeWrong(
  turn: Turn,
  product: Product,
  done: Done,
  wrong: string | undefined,
): Promise<boolean> {
  if (wrong === undefined) return true;
  const [figure, ...others] = figuresIn(wrong);
  if (!figure) return (await ownProduct(turn, wrong))?.id === product.id || !namesGoods(wrong);
  return others.length === 0 && standsThere(figure, product, done);
}

/** 不是卖了，是进了: words of what was done, and no name that anybody could look for. */
const namesGoods = (words: string): boolean => [...words].length > 1;

function standsThere(figure: Quantity, product: Product, done: Done): boolean {
  const stock = [done.figure, product.available].filter((one) => one !== undefined);
  const isStock = fieldOf(done) === 'stock';
  switch (figure.is) {
    case 'amount':
      return (
        isStock && figure.amount.unit.measure === product.measure && stock.includes(figure.amount.base ?? -1)
      );
    case 'money':
      return !isStock && [done.figure, product.price].includes(figure.fen);
    case 'number': {
      const said = (figure.value ?? -1) / 1_000;
      const ones = isStock ? [done.unit ?? 1, product.priceQuantity, 1] : [100];
      return ones.some((one) => (isStock ? stock : [done.figure, product.price]).includes(said * one));
    }
    case 'unit':
      return true;
  }
}

/** An amount is one of stock, and a sum a price; a bare number is of what was said. */
function fits(figure: Quantity, product: Product, done: Done, field: string | undefined): boolean {
  const isStock = fieldOf(done) === 'stock';
  if (field === 'price' ? isStock : (field === 'amount' || field === 'total') && !isStock) return false;
  if (figure.is === 'money') return !isStock;
  if (figure.is !== 'amount') return true;
  return isStock && figure.amount.unit.measure === product.measure;
}

/** 错了，是小米: what was done with the wrong goods is done with the right ones, where they are measured alike. */
async function otherGoods(
  turn: Turn,
  product: Product,
  done: Done,
  right: string,
): Promise<Reply | undefined> {
  const other = await ownProduct(turn, right);
  const act = other && other.id !== product.id ? sameAct(other, product, done) : undefined;
  if (!other || !act || done.event === undefined) return undefined;
  const undone = await undoEvent(turn, done.event);
  const now = await turn.shop.listings.own(turn.person.id, product.id);
  // What could not be taken back is said, and the other goods are left alone.
  if (
    !now ||
    (now.available === product.available && now.price === product.price && now.status === product.status)
  )
    return undone;
  return [...undone, ...(await changeOrAsk(turn, other, act)).map(freshly)];
}

function sameAct(other: Product, product: Product, { is, mode, figure, status }: Done): Act | undefined {
  if (is === 'status') return status === undefined ? undefined : { is: 'status', to: status };
  const isAlike = other.measure === product.measure && other.priceQuantity === product.priceQuantity;
  if (!isAlike || figure === undefined) return undefined;
  if (mode !== undefined) return { is: 'stock', mode, quantity: baseQuantity(figure) };
  return is === 'price'
    ? { is: 'price', price: product.price, priceQuantity: product.priceQuantity }
    : undefined;
}
