import { z } from 'zod';
import { tap } from '../../../chat/dsl/action.ts';
import { ask } from '../../../chat/dsl/flow.ts';
import { type Reply, type Screen, say, type Text } from '../../../chat/dsl/screen.ts';
import { idShape, type ProductId } from '../../../db/ids.ts';
import { readSellerAct } from '../../../nlu/acts/seller/seller-act.ts';
import { readGoodsRest } from '../../../nlu/acts/seller/settings/rest-act.ts';
import { readStatusMove, withoutUnmeantStatus } from '../../../nlu/acts/seller/status-words.ts';
import { readSeller } from '../../../nlu/read.ts';
import type { Product } from '../../../shop/catalogue/products/catalogue.ts';
import type { Membership } from '../../../shop/sellers/members.ts';
import { flow, type Turn } from '../../flow.ts';
import { dayText } from '../../screens/dates.ts';
import { freshly } from '../../screens/messages/freshly.ts';
import { homeButton, productName } from '../../screens/values.ts';
import { findActingSeller, hasRight, noRight, notASeller, oldCard } from '../acting.ts';
import { changeStatus } from '../listings/changes/changes.ts';
import { namedProducts } from '../listings/changes/meant.ts';

const cardShape = z.object({ products: z.array(idShape<ProductId>()), back: z.string() });

/** Some of a household's goods rest until a day, on which they are on sale again by themselves. */
export const goodsRests = flow('goods-rests', {
  taps: { 'goods-rest-yes': confirm },
  answers: { 'goods-rest': { data: cardShape, read: readAnswer } },
});

/** 红枣和小米歇到下周一, on a card; 小米先歇几天, until somebody says that it is back. */
export async function goodsRestAnswer(typed: Turn, seller: Membership): Promise<Reply | undefined> {
  const turn = { ...typed, text: withoutUnmeantStatus(typed.text) };
  const rest = readGoodsRest(turn.text, { now: turn.now, timeZone: await turn.shop.sellers.timeZone() });
  // 核桃卖完了，不卖了: nothing is left, and that counts.
  if (!rest || (!rest.back && readStatusMove(turn.text) !== 'off')) return undefined;
  const { price, stock, packs } = readSeller(turn.text);
  const isOffer = price !== null || stock !== null || packs.length > 0;
  const goods = isOffer ? [] : (await namedProducts(turn, seller)).filter(isSold);
  if (goods.length === 0) return undefined;
  if (!hasRight(seller, 'post')) return noRight(seller, 'post');
  return rest.back ? [card(goods, rest.back)] : pauseAll(turn, goods);
}

const isSold = ({ status }: Product): boolean => status === 'on-sale' || status === 'paused';

const lines = (goods: readonly Product[]): Text[] =>
  goods.map((one) => say('rest-line', { title: productName(one) }));

function card(goods: readonly Product[], back: Date): Screen {
  const action = tap('goods-rest-yes');
  const day = back.toISOString().slice(0, 10);
  return {
    text: [say('goods-rest-ask', { count: goods.length, back: dayText(day) }), ...lines(goods)],
    buttons: [
      [{ label: say('goods-rest-yes'), tap: action, tone: 'primary' }],
      [{ label: say('change-leave'), tap: tap('change-leave') }, homeButton],
    ],
    asks: ask('goods-rest', { products: goods.map(({ id }) => id), back: day }),
    yes: action,
    fresh: true,
  };
}

async function pauseAll(turn: Turn, goods: readonly Product[]): Promise<Reply> {
  const replies: Reply[] = [];
  for (const product of goods) replies.push(await changeStatus(turn, product, 'paused'));
  return replies.flat().map(freshly);
}

/** Yes to the card; anything else is read as if nothing had been asked. */
async function readAnswer(turn: Turn, data: z.infer<typeof cardShape>): Promise<Reply | undefined> {
  return readSellerAct(turn.text)?.is === 'yes' ? restAll(turn, data) : undefined;
}

async function confirm(turn: Turn<never>): Promise<Reply> {
  const said = turn.asking?.step === 'goods-rest' ? cardShape.safeParse(turn.asking.data) : undefined;
  return said?.success ? restAll(turn, said.data) : [oldCard];
}

async function restAll(turn: Turn<string>, { products, back }: z.infer<typeof cardShape>): Promise<Reply> {
  const seller = await findActingSeller(turn);
  if (!seller) return notASeller;
  const resting: Product[] = [];
  for (const id of products) {
    const changed = await turn.shop.listings.restUntil(turn.person.id, id, new Date(`${back}T00:00:00Z`));
    if (changed) resting.push(changed.product);
  }
  if (resting.length === 0) return noRight(seller, 'post');
  return [
    {
      text: [say('goods-rest-done', { count: resting.length, back: dayText(back) }), ...lines(resting)],
      buttons: [[{ label: say('rest-open'), tap: tap('rest-open') }, homeButton]],
      fresh: true,
    },
  ];
}
