import { tap } from '../../chat/action.ts';
import { notUnderstood } from '../../chat/repair.ts';
import { type Button, type Reply, type Screen, say } from '../../chat/screen.ts';
import { type BuyerReading, readBuyer } from '../../reader/buyer.ts';
import type { Product } from '../../shop/catalogue.ts';
import { readOrderNumber } from '../../shop/order-number.ts';
import { flow, type Turn } from '../flow.ts';
import { homeButton, quantityOf } from '../show.ts';
import { recipientIn } from './address.ts';
import { amountOf } from './amount.ts';
import { boughtScreen } from './bought-screen.ts';
import { shortScreen } from './cart-screen.ts';
import { takeAddress } from './checkout-address.ts';
import { cardScreen } from './checkout-open.ts';
import { listLine, productButton } from './list.ts';
import { orders } from './orders.ts';
import { searchScreen } from './search.ts';

/** What buyers say in their own words: an order becomes a card, anything else a kind answer. */
export const words = flow('words', { hears: { text: hear } });

async function hear(turn: Turn): Promise<Reply> {
  const number = readOrderNumber(turn.words);
  const known = number && (await turn.shop.orders.boughtByNumber(turn.person.id, number));
  if (known) return [boughtScreen(known)];
  const reading = readBuyer(turn.words);
  if (reading.lines.length === 0 && (reading.recipient?.phone || reading.recipient?.address))
    return takeAddress(turn);
  switch (reading.kind) {
    case 'order':
      return order(turn, reading);
    case 'search':
    case 'question':
      return search(turn, reading.lines[0]?.product || turn.words);
    case 'status':
    case 'cancel':
      return orders.commands.orders?.({ ...turn, params: { rest: '' } }) ?? notUnderstood();
    case 'human':
      return [
        {
          text: say('human-offer'),
          buttons: [[{ label: say('repair-person'), tap: tap('person') }, homeButton]],
        },
      ];
    case 'other':
      return search(turn, turn.words);
  }
}

/** A line's product and amount, or the one thing about it that must be asked. */
type Understood = { readonly product: Product; readonly quantity: number } | { readonly ask: Screen };

/** Every line that is certain goes into the cart; the first that is not is asked about, with buttons. */
async function order(turn: Turn, reading: BuyerReading): Promise<Reply> {
  const { shop, person } = turn;
  const understood: Understood[] = [];
  for (const line of reading.lines) understood.push(await understand(turn, line));
  const sure = understood.filter((one) => 'product' in one);
  const short = sure.find(({ product, quantity }) => quantity > product.available);
  if (short) return [shortScreen(short.product, short.quantity)];
  for (const { product, quantity } of sure) await shop.cart.set(person.id, product.id, quantity);
  const question = understood.find((one) => 'ask' in one);
  if (question) return [question.ask];
  return sure.length > 0 ? cardScreen(turn, recipientIn(turn.words)) : search(turn, turn.words);
}

async function understand(turn: Turn, line: BuyerReading['lines'][number]): Promise<Understood> {
  const found = (await turn.shop.catalogue.find(line.product)).items;
  const [product, ...others] = found;
  if (!product) return { ask: await searchScreen(turn, line.product) };
  if (others.length > 0) return { ask: whichScreen(line, found) };
  const quantity = line.quantity === null ? undefined : amountOf(line.quantity, line.measure, product);
  return quantity === undefined ? { ask: { ...whichScreen(line, found) } } : { product, quantity };
}

/** Several products fit, or the amount is open: each is a button, with the amount where it fits. */
function whichScreen(line: BuyerReading['lines'][number], found: readonly Product[]): Screen {
  const choices = found.map((product): Button[] => {
    const quantity = line.quantity === null ? undefined : amountOf(line.quantity, line.measure, product);
    if (quantity === undefined || quantity > product.available) return [productButton(product)];
    const label = say('which-button', {
      product: { own: product.title, en: product.titleEn },
      seller: { own: product.sellerName, en: product.sellerNameEn },
      quantity: quantityOf(product.measure, quantity),
    });
    return [{ label, tap: tap('set/:product/:quantity', { product: product.id, quantity }) }];
  });
  return {
    text: [say(found.length > 1 ? 'which' : 'which-amount'), ...found.map(listLine)],
    buttons: [...choices, [homeButton]],
  };
}

async function search(turn: Turn, wanted: string): Promise<Reply> {
  return [await searchScreen(turn, wanted)];
}
