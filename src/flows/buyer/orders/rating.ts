import { z } from 'zod';
import { tap } from '../../../chat/dsl/action.ts';
import { ask } from '../../../chat/dsl/flow.ts';
import { type Button, type Reply, type ReplyPart, type Screen, say } from '../../../chat/dsl/screen.ts';
import { idShape, type OrderId } from '../../../db/ids.ts';
import type { NotRated, Rated } from '../../../shop/orders/ratings.ts';
import type { Shop } from '../../../shop/shop.ts';
import { flow, type Turn } from '../../flow.ts';
import { homeButton } from '../../screens/values.ts';

/** Rating a delivered order: stars, and an optional line. */
export const rating = flow('rating', {
  taps: { 'rate/:order': begin, 'rate/:order/:stars': rate },
  answers: { rating: { data: z.object({ order: idShape<OrderId>() }), read: describe } },
});

const STARS = [1, 2, 3, 4, 5] as const;

function begin({ params }: Turn<'order'>): Reply {
  const buttons = STARS.map(
    (stars): Button => ({
      label: say('rate-stars', { stars }),
      tap: tap('rate/:order/:stars', { order: params.order, stars }),
    }),
  );
  return [{ text: say('rate-ask'), buttons: [buttons, [homeButton]], fresh: true }];
}

async function rate({ shop, person, params }: Turn<'order' | 'stars'>): Promise<Reply> {
  const rated = await shop.ratings.rate(person.id, params.order, Number(params.stars));
  if (!rated.ok) return [notRatedScreen(rated.refusal)];
  return [
    {
      text: say('rate-thanks', { stars: rated.stars }),
      buttons: [[homeButton]],
      asks: ask('rating', { order: params.order }),
    },
    ...(await notifySeller(shop, rated)),
  ];
}

async function describe({ shop, person, text }: Turn, data: { order: OrderId }): Promise<Reply> {
  const rated = await shop.ratings.describe(person.id, data.order, text);
  if (!rated.ok) return [notRatedScreen(rated.refusal)];
  return [{ text: say('rate-kept'), buttons: [[homeButton]] }, ...(await notifySeller(shop, rated))];
}

function notRatedScreen(refusal: NotRated | 'not-rated'): Screen {
  const key = refusal === 'not-delivered' ? 'rate-not-yet' : 'order-not-found';
  return { text: say(key), buttons: [[homeButton]] };
}

async function notifySeller(shop: Shop, { sellerId, stars, number, words }: Rated): Promise<ReplyPart[]> {
  const text = words === '' ? say('rated', { stars, number }) : say('rated-words', { stars, number, words });
  return [{ to: await shop.sellers.chats(sellerId), screen: { text, fresh: true } }];
}
