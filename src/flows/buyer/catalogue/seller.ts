import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Reply, type Screen, say } from '../../../chat/dsl/screen.ts';
import type { SellerId } from '../../../db/ids.ts';
import type { SellerCard } from '../../../shop/sellers/sellers.ts';
import { flow, type Turn } from '../../flow.ts';
import { homeButton, pager, parsePage } from '../../screens/values.ts';
import { listScreen, productButton } from './list.ts';

const PAGE_SIZE = 8;

/** Sellers, and following them. */
export const seller = flow('seller', {
  taps: {
    'sellers/:page': showAll,
    'seller/:seller': show,
    'follow/:seller': follow,
    'unfollow/:seller': unfollow,
    'goods/:seller/:page': showGoods,
  },
});

const sellerCardName = ({ name, nameEn }: SellerCard) => ({ own: name, en: nameEn });

async function showAll({ shop, params }: Turn<'page'>): Promise<Reply> {
  const pages = Math.max(1, Math.ceil((await shop.sellers.count()) / PAGE_SIZE));
  const page = Math.min(parsePage(params.page), pages - 1);
  const items = await shop.sellers.all(page * PAGE_SIZE, PAGE_SIZE);
  const buttons = items.map((one): Button[] => [
    {
      label: say('seller-button', { name: sellerCardName(one) }),
      tap: tap('seller/:seller', { seller: one.id }),
    },
  ]);
  const turning = pager({ items, page, pages }, (to) => tap('sellers/:page', { page: to }));
  return [{ text: say('sellers-title'), buttons: [...buttons, ...turning, [homeButton]] }];
}

async function show(turn: Turn<'seller'>): Promise<Reply> {
  return [(await sellerScreen(turn, turn.params.seller)) ?? notFound];
}

const notFound: Screen = { text: say('seller-gone'), buttons: [[homeButton]] };

export async function sellerScreen(
  { shop, person }: Turn<string>,
  id: SellerId,
): Promise<Screen | undefined> {
  const found = await shop.sellers.byId(id);
  if (!found) return undefined;
  const { items, pages } = await shop.catalogue.page(0, { sellerId: id });
  const goods = tap('goods/:seller/:page', { seller: id, page: 1 });
  const isFollowed = await shop.subscriptions.follows(person.id, id);
  const { count, tenths } = await shop.ratings.ofSeller(id);
  const toggle: Button = isFollowed
    ? { label: say('unfollow'), tap: tap('unfollow/:seller', { seller: id }) }
    : { label: say('follow'), tap: tap('follow/:seller', { seller: id }), tone: 'primary' };
  return {
    text: [
      say('seller-title', { name: sellerCardName(found) }),
      ...(count > 0 ? [say('seller-rating', { mean: (tenths / 10).toFixed(1), count })] : []),
      say('seller-story', { story: { own: found.story, en: found.storyEn } }),
    ],
    buttons: [
      [toggle],
      ...items.map((item) => [productButton(item, true)]),
      ...(pages > 1 ? [[{ label: say('page-on'), tap: goods }]] : []),
      [homeButton],
    ],
  };
}

async function follow(turn: Turn<'seller'>): Promise<Reply> {
  const { shop, person, chat, params } = turn;
  if (!(await shop.sellers.byId(params.seller))) return [notFound];
  await shop.subscriptions.follow(person.id, chat.id, { kind: 'seller', targetId: params.seller });
  return [{ toast: say('followed-toast') }, ...(await show(turn))];
}

async function unfollow(turn: Turn<'seller'>): Promise<Reply> {
  const found = await turn.shop.sellers.byId(turn.params.seller);
  await turn.shop.subscriptions.unfollow(turn.person.id, { kind: 'seller', targetId: turn.params.seller });
  if (!found) return [notFound];
  const again: Button = { label: say('follow-again'), tap: tap('follow/:seller', { seller: found.id }) };
  return [
    { toast: say('unfollowed-toast') },
    { text: say('unfollowed', { name: sellerCardName(found) }), buttons: [[again, homeButton]], fresh: true },
  ];
}

/** A seller's products, page by page. */
async function showGoods(turn: Turn<'seller' | 'page'>): Promise<Reply> {
  const { shop, params } = turn;
  const found = await shop.sellers.byId(params.seller);
  if (!found) return [notFound];
  const page = await shop.catalogue.page(parsePage(params.page), { sellerId: found.id });
  const to = (number: number) => tap('goods/:seller/:page', { seller: found.id, page: number });
  const back: Button = { label: say('back'), tap: tap('seller/:seller', { seller: found.id }) };
  return [listScreen(say('seller-title', { name: sellerCardName(found) }), page, to, [[back]])];
}
