import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Reply, say } from '../../../chat/dsl/screen.ts';
import type { Shelf } from '../../../shop/catalogue/products/shelves.ts';
import { findShelf, shelfTarget } from '../../../shop/notifications/audience/shelf-target.ts';
import { flow, type Turn } from '../../flow.ts';
import { countValue, homeButton, inRows, parsePage } from '../../screens/values.ts';
import { listScreen } from './list.ts';

/** Browsing: everything, in season, sold live, by category. */
export const browse = flow('browse', {
  commands: { browse: showFirst, products: showFirst },
  taps: {
    'browse/:page': showAll,
    'season/:page': showSeason,
    'on-air/:page': showOnAir,
    shelves: showShelves,
    'shelf/:category/:page': showShelf,
    'shelf-follow/:category': followShelf,
    'shelf-end/:category': unfollowShelf,
  },
});

function showFirst(turn: Turn<'rest'>): Promise<Reply> {
  return showAll({ ...turn, params: { page: '0' } });
}

const shelvesButton: Button = { label: say('shelves'), tap: tap('shelves') };
const allButton: Button = { label: say('browse-all'), tap: tap('browse/:page', { page: 0 }) };

/** The newest first, with the ways to look at less of it. */
async function showAll({ shop, params }: Turn<'page'>): Promise<Reply> {
  const page = await shop.catalogue.page(parsePage(params.page));
  const special = await shop.catalogue.specialShelves();
  const season: Button[] = special.isInSeason
    ? [{ label: say('browse-season'), tap: tap('season/:page', { page: 0 }) }]
    : [];
  const onAir: Button[] = special.isLive
    ? [{ label: say('browse-live'), tap: tap('on-air/:page', { page: 0 }) }]
    : [];
  const sellers: Button = { label: say('home-sellers'), tap: tap('sellers/:page', { page: 0 }) };
  const to = (number: number) => tap('browse/:page', { page: number });
  return [
    listScreen(say('browse-title'), page, to, [
      [...season, ...onAir],
      [shelvesButton, sellers],
    ]),
  ];
}

function showSeason(turn: Turn<'page'>): Promise<Reply> {
  return showPart(turn, 'browse-title-season', { isInSeason: true }, (page) => tap('season/:page', { page }));
}

function showOnAir(turn: Turn<'page'>): Promise<Reply> {
  return showPart(turn, 'browse-title-live', { isLive: true }, (page) => tap('on-air/:page', { page }));
}

async function showPart(
  { shop, params }: Turn<'page'>,
  titleKey: 'browse-title-season' | 'browse-title-live',
  shelf: Shelf,
  to: (page: number) => string,
): Promise<Reply> {
  const page = await shop.catalogue.page(parsePage(params.page), shelf);
  return [listScreen(say(titleKey), page, to, [[allButton, shelvesButton]])];
}

async function showShelves({ shop }: Turn): Promise<Reply> {
  const shelves = await shop.catalogue.categories();
  const buttons = shelves.map(
    ({ category, count }): Button => ({
      label: say('shelf-button', { shelf: say(`shelf-${category}`), count: countValue(count) }),
      tap: tap('shelf/:category/:page', { category, page: 0 }),
    }),
  );
  return [{ text: say('shelves-title'), buttons: [...inRows(buttons, 2), [allButton, homeButton]] }];
}

async function showShelf(turn: Turn<'category' | 'page'>): Promise<Reply> {
  const { shop, person, params } = turn;
  const { category } = params;
  const isFollowed = await shop.subscriptions.followsShelf(person.id, shelfTarget(category));
  const toggle: Button = isFollowed
    ? { label: say('shelf-unfollow'), tap: tap('shelf-end/:category', { category }) }
    : { label: say('shelf-follow'), tap: tap('shelf-follow/:category', { category }) };
  const page = await shop.catalogue.page(parsePage(params.page), { category });
  const to = (number: number) => tap('shelf/:category/:page', { category, page: number });
  return [listScreen(say('browse-title'), page, to, [[toggle], [shelvesButton]])];
}

async function followShelf(turn: Turn<'category'>): Promise<Reply> {
  const { shop, person, chat, params } = turn;
  const targetId = shelfTarget(params.category);
  if (!findShelf(targetId)) return showShelves(turn);
  await shop.subscriptions.follow(person.id, chat.id, { kind: 'shelf', targetId });
  const shown = await showShelf({ ...turn, params: { ...params, page: '0' } });
  return [{ toast: say('shelf-followed-toast') }, ...shown];
}

async function unfollowShelf(turn: Turn<'category'>): Promise<Reply> {
  const { shop, person, params } = turn;
  await shop.subscriptions.unfollow(person.id, { kind: 'shelf', targetId: shelfTarget(params.category) });
  const shown = await showShelf({ ...turn, params: { ...params, page: '0' } });
  return [{ toast: say('unfollowed-toast') }, ...shown];
}
