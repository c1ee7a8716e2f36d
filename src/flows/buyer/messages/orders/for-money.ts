import type { Reply } from '../../../../chat/dsl/screen.ts';
import { type GoodsForMoney, readGoodsForMoney } from '../../../../nlu/acts/goods/for-money.ts';
import { priceLine } from '../../../../shop/cart/cart.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import type { BaseQuantity } from '../../../../shop/values/quantity.ts';
import type { Turn } from '../../../flow.ts';
import { freshly } from '../../../screens/messages/freshly.ts';
import { titledWith } from '../../orders/named-among.ts';
import { budgetScreen, budgetText, mostFor } from '../questions/budget.ts';
import { putAll } from './put-lines.ts';

// 来五十块钱的苹果: how much that is, by the price.

type Answer = (turn: Turn) => Promise<Reply>;

interface Reckoned {
  readonly said: GoodsForMoney;
  readonly product: Product;
  readonly quantity: BaseQuantity;
}

/** What comes out even is ordered, and else the nearest below is proposed; nothing where no goods on sale are meant. */
export async function forMoneyAnswer(turn: Turn, answer: Answer): Promise<Reply | undefined> {
  const said = readGoodsForMoney(turn.text);
  const [first, ...others] = said;
  if (!first) return undefined;
  const isAlone = others.length === 0 && first.isAlone && saysNothingElse(turn.text, first);
  const found: Reckoned[] = [];
  for (const one of said) {
    const product = await productOf(turn, one);
    if (!product) return undefined;
    const quantity = mostFor(product, one.money);
    // Of one thing it is said that so much money is not enough.
    if (quantity === undefined) return isAlone ? budgetScreen(turn, product.id, one.money) : undefined;
    found.push({ said: one, product, quantity });
  }
  const [only] = found;
  if (only && isAlone) {
    return isEven(only) && first.isWanted
      ? putAll(turn, 'say', [only])
      : budgetScreen(turn, only.product.id, first.money);
  }
  const isSafe = first.isWanted && others.every(({ goods }) => goods !== '');
  return isSafe ? withAmounts(turn, found, answer) : undefined;
}

/** The goods whose name is said and nothing beside it: 苹果换 names none. */
async function productOf({ shop, focus }: Turn, { goods }: GoodsForMoney): Promise<Product | undefined> {
  if (goods === '') return focus.product && shop.catalogue.byId(focus.product);
  const named = titledWith(await shop.catalogue.titles(), goods);
  const whole = named.filter(({ title, titleEn }) => title === goods || titleEn?.toLowerCase() === goods);
  const [only, ...others] = whole.length > 0 ? whole : named;
  return only && others.length === 0 ? shop.catalogue.byId(only.id) : undefined;
}

const isEven = ({ said, product, quantity }: Reckoned): boolean =>
  priceLine(product, quantity).total === said.money;

/** Neither a stop nor a figure: neither somebody's address nor other goods. */
const saysNothingElse = (text: string, { start, end }: GoodsForMoney): boolean =>
  ELSE.every((one) => !one.test(`${text.slice(0, start)} ${text.slice(end)}`.trim()));

const ELSE = [/\d/u, /[,，;；。!！\n]\s*\p{L}{2,}.*\p{L}{4,}/u];

/** The message with amounts for sums, as an order like any other; what does not come out even is said above it. */
async function withAmounts(turn: Turn, found: readonly Reckoned[], answer: Answer): Promise<Reply> {
  const text = found.reduceRight(
    (rest, { said, product, quantity }) =>
      `${rest.slice(0, said.start)}${inWords(product, quantity, rest)}${rest.slice(said.end)}`,
    turn.text,
  );
  const news = found
    .filter((one) => !isEven(one))
    .map(({ product, said, quantity }) => budgetText(product, said.money, quantity));
  const reply = await answer({ ...turn, text });
  return news.length > 0 ? [{ text: news, fresh: true }, ...reply.map(freshly)] : reply;
}

/** As a message says it. */
function inWords({ measure }: Product, quantity: BaseQuantity, message: string): string {
  const isHan = HAN.test(message);
  if (measure === 'COUNT') return isHan ? `${quantity}个` : `${quantity} `;
  if (measure === 'VOLUME') return isHan ? `${quantity}毫升` : `${quantity} ml `;
  return isHan ? `${quantity / JIN}斤` : `${quantity} g `;
}

const JIN = 500;
const HAN = /\p{Script=Han}/u;
