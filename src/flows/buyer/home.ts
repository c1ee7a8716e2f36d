import { tap } from '../../chat/action.ts';
import { type Button, type Reply, type Screen, say, type Text } from '../../chat/screen.ts';
import { type Target, targetOf } from '../deep-link.ts';
import { helpWith, languageThen } from '../everyday.ts';
import { flow, type Turn } from '../flow.ts';
import { sameOnCard } from './after.ts';
import { productScreen } from './product.ts';
import { sellerScreen } from './seller.ts';
import { streamScreen } from './stream.ts';

const help = helpWith('help-buyer');
const language = languageThen(showHome);

/** Arriving: the first screen, links, help, language, and how to reach a person. */
export const home = flow('home', {
  commands: { start, help, language },
  taps: { home: showHome, help, languages: language, 'language/:locale': language },
});

async function start(turn: Turn<'rest'>): Promise<Reply> {
  const target = targetOf(turn.params.rest);
  if (target?.is === 'again') return sameAgain(turn, target.id);
  const screen = target && (await screenOf(turn, target));
  return screen ? [screen] : [await homeScreen(turn)];
}

/** The code on a box: its buyer gets the same on a card; anybody else, who may have been given the box, sees the shop. */
async function sameAgain(turn: Turn<'rest'>, order: string): Promise<Reply> {
  const own = await turn.shop.orders.bought(turn.person.id, order);
  if (own) return sameOnCard({ ...turn, params: { order } });
  const seller = await turn.shop.secondThoughts.sellerOf(order);
  const screen = seller === undefined ? undefined : await sellerScreen(turn, seller);
  return [screen ?? (await homeScreen(turn))];
}

async function screenOf(turn: Turn<'rest'>, target: Target): Promise<Screen | undefined> {
  switch (target.is) {
    case 'product':
      return productScreen(turn, target.id);
    case 'seller':
      return sellerScreen(turn, target.id);
    case 'stream':
      return streamScreen(turn, target.id);
    case 'village':
      return homeScreen(turn);
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

export async function homeScreen({ shop, person }: Turn<string>): Promise<Screen> {
  const village = await shop.sellers.village();
  const live = await shop.streams.live();
  const cart = await shop.cart.lines(person.id);
  const name = { own: village?.name ?? 'Walnut', en: village?.nameEn };
  const welcome: Text = say('home-welcome', { village: name });
  const onAir: Text[] = live.map((stream) =>
    say('home-live', { seller: { own: stream.sellerName, en: stream.sellerNameEn } }),
  );
  const watch: Button[][] = live.slice(0, 3).map((stream) => [
    {
      label: say('home-live-button', { seller: { own: stream.sellerName, en: stream.sellerNameEn } }),
      tap: tap('stream/:stream', { stream: stream.id }),
      tone: 'danger',
    },
  ]);
  return {
    text: [welcome, ...onAir, say('home-hint')],
    buttons: [
      ...watch,
      [
        { label: say('home-browse'), tap: tap('browse/:page', { page: 0 }), tone: 'primary' },
        { label: say('home-sellers'), tap: tap('sellers/:page', { page: 0 }) },
      ],
      [
        { label: say('home-cart', { count: cart.length }), tap: tap('cart') },
        { label: say('home-orders'), tap: tap('orders/:page', { page: 0 }) },
      ],
      [
        { label: say('home-streams'), tap: tap('streams') },
        { label: say('home-follows'), tap: tap('follows') },
      ],
      [
        { label: say('home-help'), tap: tap('help') },
        { label: say('home-language'), tap: tap('languages') },
      ],
    ],
  };
}
