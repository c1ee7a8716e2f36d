import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Reply, type Screen, say } from '../../../chat/dsl/screen.ts';
import type { OrderId } from '../../../db/ids.ts';
import type { StreamCard } from '../../../shop/streams/cards.ts';
import { languageThen } from '../../common/help.ts';
import { tourButtons } from '../../common/tour.ts';
import { flow, type Turn } from '../../flow.ts';
import { parsePayload, type Target } from '../../screens/links/deep-link.ts';
import { homeButton } from '../../screens/values.ts';
import { beingSetUp } from '../before-village.ts';
import { productButton } from '../catalogue/list.ts';
import { productScreen } from '../catalogue/product-screen.ts';
import { sellerScreen } from '../catalogue/seller.ts';
import { streamScreen } from '../catalogue/stream.ts';
import { villageScreen } from '../catalogue/village.ts';
import { sameOnCard } from '../checkout/reorder.ts';
import { exampleFor, help } from './help.ts';

const language = languageThen(showHome);

/** Arriving: the first screen, links, help, language, and how to reach a person. */
export const home = flow('home', {
  commands: { start, help, language },
  taps: { home: showHome, more: showMore, help, languages: language, 'language/:locale': language },
});

async function start(turn: Turn<'rest'>): Promise<Reply> {
  const target = parsePayload(turn.params.rest);
  if (target?.is === 'again') return sameAgain(turn, target.id);
  const screen = target && (await linkedScreen(turn, target));
  return screen ? [screen] : [await homeScreen(turn)];
}

/** The QR code on a box: its buyer gets the same order on a card; anybody else sees the seller. */
async function sameAgain(turn: Turn<'rest'>, order: OrderId): Promise<Reply> {
  const own = await turn.shop.orders.bought(turn.person.id, order);
  if (own) return sameOnCard({ ...turn, params: { order } });
  const seller = await turn.shop.orderRestore.findSellerId(order);
  const screen = seller === undefined ? undefined : await sellerScreen(turn, seller);
  return [screen ?? (await homeScreen(turn))];
}

async function linkedScreen(turn: Turn<'rest'>, target: Target): Promise<Screen | undefined> {
  switch (target.is) {
    case 'product':
      return productScreen(turn, target.id);
    case 'seller':
      return sellerScreen(turn, target.id);
    case 'stream':
      return streamScreen(turn, target.id);
    case 'village':
      return villageScreen(turn, target.id);
    case 'invite':
      return {
        text: say('invite-belongs-to-sellers'),
        buttons: [[{ label: say('home'), tap: tap('home') }]],
      };
  }
}

async function showHome(turn: Turn<string>): Promise<Reply> {
  return [await homeScreen(turn)];
}

/** How many of the newest products the first screen shows. */
const FRESH = 3;

/** The first screen: who is live, a few goods, and three doors. Everything else is behind the last. */
export async function homeScreen(turn: Turn<string>): Promise<Screen> {
  const { shop, person } = turn;
  const village = await shop.villages.known();
  if (!village) return beingSetUp;
  const live = await shop.streams.live();
  const cart = await shop.cart.lines(person.id);
  const fresh = await shop.catalogue.fresh(FRESH);
  const name = { own: village.name, en: village.nameEn };
  const hint = fresh[0] ? say('home-hint', { example: exampleFor(fresh[0]) }) : say('home-hint-empty');
  return {
    text: [say('home-welcome', { village: name }), hint],
    focus: { products: fresh.map(({ id }) => id) },
    buttons: [
      ...live.slice(0, 3).map((stream) => [liveButton(stream)]),
      ...fresh.map((product) => [productButton(product)]),
      ...(await tourButtons(turn)),
      doors(cart.length),
    ],
  };
}

const liveButton = (stream: StreamCard): Button => ({
  label: say('home-live-button', { seller: { own: stream.sellerName, en: stream.sellerNameEn } }),
  tap: tap('stream/:stream', { stream: stream.id }),
  tone: 'danger',
});

/** All goods; what is under way, the cart before the orders; and all else. */
const doors = (inCart: number): Button[] => [
  { label: say('home-browse'), tap: tap('browse/:page', { page: 0 }), tone: 'primary' },
  inCart > 0 ? cartButton(inCart) : ordersButton,
  { label: say('home-more'), tap: tap('more') },
];

const cartButton = (count: number): Button => ({ label: say('home-cart', { count }), tap: tap('cart') });
const ordersButton: Button = { label: say('home-orders'), tap: tap('orders/:page', { page: 0 }) };

async function showMore({ shop, person }: Turn<string>): Promise<Reply> {
  const village = await shop.villages.here();
  if (!village) return [beingSetUp];
  const cart = await shop.cart.lines(person.id);
  return [
    {
      text: say('home-more-title'),
      buttons: [
        [cartButton(cart.length), ordersButton],
        [
          { label: say('home-sellers'), tap: tap('sellers/:page', { page: 0 }) },
          { label: say('home-streams'), tap: tap('streams') },
        ],
        [
          { label: say('home-follows'), tap: tap('follows') },
          { label: say('home-me'), tap: tap('me') },
        ],
        [
          { label: say('home-village'), tap: tap('village/:village', { village: village.id }) },
          { label: say('home-help'), tap: tap('help') },
        ],
        [{ label: say('home-language'), tap: tap('languages') }, homeButton],
      ],
    },
  ];
}
