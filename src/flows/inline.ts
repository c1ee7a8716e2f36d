import { say } from '../chat/screen.ts';
import type { Words } from '../chat/words.ts';
import type { Shop } from '../shop/shop.ts';
import { listLine } from './buyer/list.ts';
import { payloadOf } from './deep-link.ts';
import { priceOf, sellerOf, titleOf } from './show.ts';

/** A product that somebody shares into another chat; `startPayload` opens it in the shop. */
export interface Shared {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly html: string;
  readonly startPayload: string;
}

/** What fits the words typed behind the bot's name, the newest products when there are none. */
export async function shareable(shop: Shop, words: Words, query: string): Promise<Shared[]> {
  const wanted = query.trim();
  const found =
    wanted === '' ? (await shop.catalogue.page(0)).items : (await shop.catalogue.find(wanted, 0, 20)).items;
  return found.map((product) => ({
    id: product.id,
    title: words.showPlain(say('share-title', { title: titleOf(product), price: priceOf(product) })),
    description: words.showPlain(say('share-seller', { seller: sellerOf(product) })),
    html: words.show(listLine(product)).markup,
    startPayload: payloadOf({ is: 'product', id: product.id }),
  }));
}
