import { tap } from '../../../chat/dsl/action.ts';
import { type Reply, say } from '../../../chat/dsl/screen.ts';
import { isSentence } from '../../../nlu/acts/act.ts';
import { readKinds } from '../../../nlu/acts/goods/kinds.ts';
import { readQualityAsked } from '../../../nlu/acts/goods/qualities.ts';
import { isAsking, mayBeName, namesNothing } from '../../../nlu/acts/question-topic.ts';
import type { BuyerReading } from '../../../nlu/reading.ts';
import type { Turn } from '../../flow.ts';
import { productScreen } from '../catalogue/product-screen.ts';
import { foundScreen, searchScreen } from '../catalogue/search.ts';
import { parseAmount } from '../checkout/amount.ts';
import { namedProduct, titledProduct } from './named-product.ts';
import { putAll } from './orders/put-lines.ts';
import { describedAnswer } from './questions/described.ts';
import { forwardable } from './questions/forward.ts';
import { questionAnswer, shownAnswer } from './questions/question.ts';

// Goods that are looked for: by their name, by a sentence they stand in, by their kind.

/** 有没有燕麦碎，想给宝宝做辅食: goods that are named among other words are what is looked for. A sentence is no goods' name. */
export async function searchAnswer(turn: Turn, words: string): Promise<Reply> {
  // 有吗, 有货吗: of what is in sight, else of all there is.
  if (namesNothing(words))
    return turn.focus.product
      ? questionAnswer(turn)
      : ((await turn.press(tap('browse/:page', { page: 0 }))) ?? []);
  if (words === turn.text && !isSentence(words)) return [await searchScreen(turn, words)];
  const found = await turn.shop.catalogue.find(words);
  const ofShown = found.match === 'exact' ? undefined : await qualityAnswer(turn);
  if (ofShown) return ofShown;
  const named = found.match === 'exact' ? undefined : await namedProduct({ ...turn, focus: {} });
  const screen = named && (await productScreen(turn, named));
  if (screen) return [screen];
  return found.items.length === 0 && isSentence(turn.text) && !mayBeName(words)
    ? questionAnswer(turn)
    : [await searchScreen(turn, words)];
}

/** 有大点的吗, with something in sight: no goods are called so, and what is written of those in sight answers, or their seller. */
async function qualityAnswer(turn: Turn): Promise<Reply | undefined> {
  const quality = readQualityAsked(turn.text);
  if (quality === undefined) return undefined;
  const shown = (await describedAnswer(turn, [quality])) ?? (await shownAnswer(turn, quality));
  return shown ?? [forwardable(turn, say('question-unknown'))];
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
  const ofShown = found.match === 'exact' ? undefined : await qualityAnswer(turn);
  if (ofShown) return ofShown;
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
