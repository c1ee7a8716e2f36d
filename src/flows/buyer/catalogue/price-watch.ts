import { z } from 'zod';
import { tap } from '../../../chat/dsl/action.ts';
import { ask } from '../../../chat/dsl/flow.ts';
import { type Button, type Reply, type Screen, say } from '../../../chat/dsl/screen.ts';
import { idShape, type ProductId } from '../../../db/ids.ts';
import { readPriceWatch } from '../../../nlu/price-watch-words.ts';
import type { Product } from '../../../shop/catalogue/products/catalogue.ts';
import type { PriceLimit } from '../../../shop/notifications/saved-searches.ts';
import { areNamed } from '../../../shop/terms/search-terms.ts';
import { fen, isPrice, parseFen } from '../../../shop/values/money.ts';
import { baseQuantity } from '../../../shop/values/quantity.ts';
import { flow, type Turn } from '../../flow.ts';
import { homeButton, limitValue, priceValue, productName } from '../../screens/values.ts';
import { productScreen } from './product-screen.ts';

/** A price that somebody waits for: by the button on a product's card, or by words. */
export const priceWatch = flow('price-watch', {
  taps: { 'cheaper/:product': askPrice, 'cheaper/:product/:fen': watch },
  answers: { price: { data: z.object({ product: idShape<ProductId>() }), read: readPrice } },
});

/** What is offered by a button, in percent of today's price. */
const OFFERED = [90, 80, 70] as const;
/** Buttons name prices in tenths of a yuan. */
const STEP = 10;
/** What a weight is priced by where nothing else is said: a 斤. */
const JIN = baseQuantity(500);

async function askPrice({ shop, params }: Turn<'product'>): Promise<Reply> {
  const found = await shop.catalogue.byId(params.product);
  return found ? [priceQuestion(found, 'cheaper-ask')] : gone;
}

/** 降价了叫我, without a price: any lower one will do, and another can still be named. */
export async function watchCheaper(turn: Turn, product: ProductId): Promise<Reply | undefined> {
  const { shop, person, chat } = turn;
  const found = await shop.catalogue.byId(product);
  const least = found && fen(found.price - 1);
  if (!found || !isPrice(least)) return undefined;
  const title = person.locale === 'en' ? (found.titleEn ?? found.title) : found.title;
  await shop.savedSearches.watch(
    person.id,
    chat.id,
    { id: found.id, title },
    { ...limitOf(found), fen: least },
  );
  return [priceQuestion(found, 'cheaper-any')];
}

function priceQuestion(found: Product, key: 'cheaper-ask' | 'cheaper-any'): Screen {
  const offers = OFFERED.map((percent) => Math.floor((found.price * percent) / 100 / STEP) * STEP)
    .filter((amount, at, all) => amount > 0 && all.indexOf(amount) === at)
    .map(
      (amount): Button => ({
        label: say('cheaper-at', { price: limitValue({ ...limitOf(found), fen: fen(amount) }) }),
        tap: tap('cheaper/:product/:fen', { product: found.id, fen: amount }),
      }),
    );
  const text = say(key, { title: productName(found), price: priceValue(found) });
  return { text, buttons: [offers], asks: ask('price', { product: found.id }), fresh: true };
}

const gone: Reply = [{ text: say('product-gone'), buttons: [[homeButton]] }];

const limitOf = ({ price, priceQuantity, measure }: Product): PriceLimit => ({
  ...{ fen: price, per: priceQuantity, measure },
});

async function watch(turn: Turn<'product' | 'fen'>): Promise<Reply> {
  const found = await turn.shop.catalogue.byId(turn.params.product);
  const amount = parseFen(turn.params.fen);
  if (!found || !isPrice(amount)) return gone;
  return keep(turn, found, { ...limitOf(found), fen: amount });
}

/** 12, 12块, 12.5 yuan: for as much as the product is priced by. What is no price is no answer. */
async function readPrice(turn: Turn, data: { product: ProductId }): Promise<Reply | undefined> {
  const found = await turn.shop.catalogue.byId(data.product);
  const said = /^[¥￥]?\s*(\d{1,6}(?:\.\d{1,2})?)\s*(?:块钱?|元|yuan|rmb)?$/i.exec(turn.text.trim());
  const amount = said ? Math.round(Number(said[1]) * 100) : 0;
  if (!found || !isPrice(amount)) return undefined;
  return keep(turn, found, { ...limitOf(found), fen: fen(amount) });
}

/** What costs that already is shown, and nothing is waited for. */
async function keep(turn: Turn<string>, found: Product, limit: PriceLimit): Promise<Reply> {
  if (isMet(found, limit)) return metAlready(turn, found);
  const { shop, person, chat } = turn;
  const title = person.locale === 'en' ? (found.titleEn ?? found.title) : found.title;
  await shop.savedSearches.watch(person.id, chat.id, { id: found.id, title }, limit);
  return [kept(title, limit)];
}

const kept = (words: string, limit: PriceLimit) => ({
  text: say('cheaper-kept', { words, price: limitValue(limit) }),
  buttons: [[{ label: say('home-follows'), tap: tap('follows') }, homeButton]],
  fresh: true,
});

async function metAlready(turn: Turn<string>, found: Product): Promise<Reply> {
  const screen = await productScreen(turn, found.id);
  const text = say('cheaper-already', { title: productName(found), price: priceValue(found) });
  return [{ text, fresh: true }, ...(screen ? [screen] : [])];
}

const isMet = ({ price, priceQuantity, measure, status, available }: Product, limit: PriceLimit): boolean =>
  status === 'on-sale' &&
  available > 0 &&
  measure === limit.measure &&
  BigInt(price) * BigInt(limit.per) <= BigInt(limit.fen) * BigInt(priceQuantity);

/** 核桃降到12块告诉我: of every product that is called so, now or later; nothing where the text says no such thing. */
export async function priceWatchAnswer(turn: Turn): Promise<Reply | undefined> {
  const said = readPriceWatch(turn.text);
  if (!said || !isPrice(said.fen)) return undefined;
  const { what } = said;
  if (what === undefined) {
    const shown = turn.focus.product && (await turn.shop.catalogue.byId(turn.focus.product));
    if (!shown) return undefined;
    const usual = limitOf(shown);
    const isWeighed = shown.measure === 'MASS' && said.per !== undefined;
    return keep(turn, shown, {
      ...usual,
      fen: fen(said.fen),
      per: isWeighed ? baseQuantity(said.per) : usual.per,
    });
  }
  const { items } = await turn.shop.catalogue.find(what);
  const named = items.filter(({ title, titleEn }) => areNamed(what, title, titleEn));
  const [first] = named;
  const measure = first?.measure ?? 'MASS';
  const usual = measure === 'COUNT' ? (first?.priceQuantity ?? baseQuantity(1)) : JIN;
  const limit: PriceLimit = { fen: fen(said.fen), per: baseQuantity(said.per ?? usual), measure };
  const met = named.find((one) => isMet(one, limit));
  if (met) return metAlready(turn, met);
  const { person, chat, shop } = turn;
  const saved = await shop.savedSearches.add(person.id, chat.id, what, limit);
  return saved && [kept(saved.words, limit)];
}
