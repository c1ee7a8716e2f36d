import { tap } from '../../../chat/dsl/action.ts';
import { ask } from '../../../chat/dsl/flow.ts';
import { type Button, type Reply, say } from '../../../chat/dsl/screen.ts';
import type { ProductId, SellerId } from '../../../db/ids.ts';
import { withUnitWords } from '../../../nlu/acts/container-words.ts';
import { readLimitWords } from '../../../nlu/acts/seller/settings/shipping-term.ts';
import { readSeller } from '../../../nlu/read.ts';
import { readBuyer } from '../../../nlu/rules/orders/buyer.ts';
import type { Product } from '../../../shop/catalogue/products/catalogue.ts';
import { type BaseQuantity, isAmount, NO_QUANTITY, parseQuantity } from '../../../shop/values/quantity.ts';
import { toBaseQuantity } from '../../common/amounts.ts';
import type { Turn } from '../../flow.ts';
import { homeButton, productName, quantityValue } from '../../screens/values.ts';
import { findActingSeller, notASeller, notYours } from '../acting.ts';
import { showSettings } from './apply-changes.ts';

// How much of a product one person may have.

export function askLimit(): Reply {
  return [{ text: say('limit-ask'), asks: ask('limit'), fresh: true }];
}

/** 核桃限购一人10斤; nothing where no goods of theirs are named with an amount. */
export async function limitWords(turn: Turn): Promise<Reply | undefined> {
  const isOffer = readSeller(turn.text).price !== null;
  const text = isOffer ? undefined : readLimitWords(turn.text);
  const reply = text === undefined ? undefined : await readLimit({ ...turn, text });
  return reply?.some((part) => 'isMiss' in part && part.isMiss) ? undefined : reply;
}

const askAgain: Reply = [{ text: say('limit-unclear'), asks: ask('limit'), isMiss: true }];

/** `核桃 5斤`, `核桃 不限`. Several products that fit are offered as buttons. */
export async function readLimit(turn: Turn): Promise<Reply> {
  const seller = await findActingSeller(turn);
  if (!seller) return notASeller;
  const isLifted = /不限|取消|no limit/i.test(turn.text);
  const [line] = isLifted ? [] : withUnitWords(readBuyer(turn.text).lines, turn.text);
  const wanted = isLifted ? turn.text.replace(/不限(?:购|量)?|取消|no limit/gi, '').trim() : line?.product;
  // 每人限购5斤: of which, where there are several.
  const isOfAny = wanted === '' && !!line?.quantity;
  const found = isOfAny
    ? (await turn.shop.catalogue.pageOfSeller(seller.id, 0)).items.filter(({ status }) => status !== 'draft')
    : wanted
      ? await findWanted(turn, seller.id, wanted)
      : [];
  const choices = found.flatMap((product) => {
    const quantity = isLifted
      ? NO_QUANTITY
      : line?.quantity
        ? toBaseQuantity({ ...line, quantity: line.quantity }, product)
        : undefined;
    return quantity === undefined ? [] : [{ product, quantity }];
  });
  const [only, ...others] = choices;
  if (!only) return askAgain;
  if (others.length === 0) return limited(turn, only.product.id, only.quantity);
  const buttons = choices.map(({ product, quantity }) => [limitButton(product, quantity)]);
  return [{ text: say('mine-which'), buttons: [...buttons, [homeButton]] }];
}

/** By the words that were taken for a name; else whatever is called by its whole title within them. */
async function findWanted({ shop }: Turn, seller: SellerId, wanted: string): Promise<readonly Product[]> {
  const found = await shop.catalogue.searchOwn(seller, wanted);
  if (found.length > 0) return found;
  const { items } = await shop.catalogue.pageOfSeller(seller, 0);
  const said = wanted.toLowerCase();
  return items.filter(({ status, title }) => status !== 'draft' && said.includes(title.toLowerCase()));
}

function limitButton(product: Product, quantity: BaseQuantity): Button {
  const title = productName(product);
  const label =
    quantity === 0
      ? say('limit-lift', { title })
      : say('limit-button', { title, quantity: quantityValue(product, quantity) });
  return { label, tap: tap('limit/:product/:quantity', { product: product.id, quantity }) };
}

export async function setLimit(turn: Turn<'product' | 'quantity'>): Promise<Reply> {
  const quantity = parseQuantity(turn.params.quantity);
  return quantity === undefined ? showSettings(turn) : limited(turn, turn.params.product, quantity);
}

const undoButton = (event: string): Button => ({
  label: say('change-undo'),
  tap: tap('undo/:event', { event }),
});

async function limited(turn: Turn<string>, product: ProductId, quantity: BaseQuantity): Promise<Reply> {
  const personLimit = quantity === 0 ? null : quantity;
  if (personLimit !== null && !isAmount(personLimit)) return askAgain;
  const done = await turn.shop.listings.change(turn.person.id, product, { personLimit });
  if (!done.ok) return notYours(turn);
  const undo = done.event === undefined ? [] : [[undoButton(done.event)]];
  return [{ toast: say('delivery-changed') }, ...(await showSettings(turn, undo))];
}
