import type { Reply } from '../../../chat/dsl/screen.ts';
import { isSentence } from '../../../nlu/acts/act.ts';
import { readKinds } from '../../../nlu/acts/goods/kinds.ts';
import { isAsking, mayBeName } from '../../../nlu/acts/question-topic.ts';
import type { BuyerReading } from '../../../nlu/reading.ts';
import type { Turn } from '../../flow.ts';
import { productScreen } from '../catalogue/product-screen.ts';
import { foundScreen, searchScreen } from '../catalogue/search.ts';
import { parseAmount } from '../checkout/amount.ts';
import { namedProduct, titledProduct } from './named-product.ts';
import { putAll } from './orders/put-lines.ts';
import { questionAnswer } from './questions/question.ts';

// Goods that are looked for: by their name, by a sentence they stand in, by their kind.

/** 有没有燕麦碎，想给宝宝做辅食: goods that are named among other words are what is looked for. A sentence is no goods' name. */
export async function searchAnswer(turn: Turn, words: string): Promise<Reply> {
  if (words === turn.text && !isSentence(words)) return [await searchScreen(turn, words)];
  const found = await turn.shop.catalogue.find(words);
  const named = found.match === 'exact' ? undefined : await namedProduct({ ...turn, focus: {} });
  const screen = named && (await productScreen(turn, named));
  if (screen) return [screen];
  return found.items.length === 0 && isSentence(turn.text) && !mayBeName(words)
    ? questionAnswer(turn)
    : [await searchScreen(turn, words)];
}

/** A bare title asks for that product, whatever its words may mean beside. */
export async function titleAnswer(turn: Turn, { kind, lines }: BuyerReading): Promise<Reply | undefined> {
  if (kind === 'search' || lines.some(({ quantity }) => quantity !== null)) return undefined;
  const product = await titledProduct(turn);
  const screen = product && (await productScreen(turn, product));
  return screen ? [screen] : undefined;
}

/** 蜂蜜都有哪几种. */
export async function kindsAnswer(turn: Turn): Promise<Reply | undefined> {
  const words = readKinds(turn.text);
  const found = words === undefined ? undefined : await turn.shop.catalogue.find(words);
  return words && found?.match === 'exact' && found.items.length > 0
    ? [foundScreen(words, found)]
    : undefined;
}

/** Words that may be the name of something, and are chatter where nothing is called so. */
export async function chatterAnswer(turn: Turn): Promise<Reply | undefined> {
  const said = turn.text.trim();
  const found = await turn.shop.catalogue.find(said);
  const isMeant = mayBeName(said) || (found.match !== 'near' && !isSentence(said));
  if (isMeant && found.items.length > 0) return [await searchScreen(turn, said)];
  return namedGoods(turn);
}

/** Goods on sale that stand in words of which nothing else is understood: ordered where only their amount is beside them. */
async function namedGoods(turn: Turn): Promise<Reply | undefined> {
  const id = await namedProduct({ ...turn, focus: {} });
  const product = id && (await turn.shop.catalogue.byId(id));
  if (!product) return undefined;
  const quantity = parseAmount(turn.text.replace(product.title, ' ').trim(), product);
  if (quantity !== undefined) return putAll(turn, 'say', [{ product, quantity }]);
  if (isAsking(turn.text)) return questionAnswer(turn);
  const screen = await productScreen(turn, product.id);
  return screen && [screen];
}
