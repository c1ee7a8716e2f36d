import { lex } from '../../../../nlu/lexer/lexer.ts';
import type { CartLine } from '../../../../shop/cart/cart.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import type { BaseQuantity } from '../../../../shop/values/quantity.ts';
import type { Turn } from '../../../flow.ts';
import { parseAmount } from '../../checkout/amount.ts';
import { onlyOne } from '../orders/order.ts';

/** What a few words say, where they say nothing else: 3斤, 小米, 小米3斤. */
export type SaidThing =
  | { readonly is: 'amount'; readonly text: string }
  | { readonly is: 'goods'; readonly product: Product; readonly amount: string | undefined }
  | { readonly is: 'money' }
  | { readonly is: 'other' };

export async function readThing(turn: Turn, words: string): Promise<SaidThing> {
  const { text, tokens } = lex(words);
  const [amount, ...amounts] = tokens.filter(({ is }) => is === 'amount');
  const isSum = tokens.some(({ is }) => is === 'money');
  if (isSum) return tokens.length === 1 ? { is: 'money' } : { is: 'other' };
  if (amounts.length > 0 || tokens.some(({ is }) => is === 'number' || is === 'aside'))
    return { is: 'other' };
  if (amount && tokens.length === 1) return { is: 'amount', text: words };
  const name = amount ? `${text.said.slice(0, amount.start)} ${text.said.slice(amount.end)}` : words;
  const product = await namedGoods(turn, name.trim());
  const said = amount && text.said.slice(amount.start, amount.end);
  return product ? { is: 'goods', product, amount: said } : { is: 'other' };
}

/** The one product on sale that is called just so. */
async function namedGoods({ shop }: Turn, name: string): Promise<Product | undefined> {
  return name === '' || name.length > LONGEST_NAME
    ? undefined
    : onlyOne(name, await shop.catalogue.find(name));
}

const LONGEST_NAME = 40;

/** So much of a line's goods; nothing where it is not measured so. */
export const amountFor = ({ product }: CartLine, words: string): BaseQuantity | undefined =>
  parseAmount(words, product);
