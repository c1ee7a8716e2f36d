import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Screen, say, type Text } from '../../../chat/dsl/screen.ts';
import type { PersonId } from '../../../db/ids.ts';
import { findShelf } from '../../../shop/notifications/audience/shelf-target.ts';
import type { Subscription } from '../../../shop/notifications/subscriptions.ts';
import type { Turn } from '../../flow.ts';
import { itemTitle } from '../streams/stream-text.ts';
import { homeButton, limitValue, pager, productName, quantityValue } from '../values.ts';

/** A line of the list: what it is, and the buttons that belong to it. */
interface Entry {
  readonly line: Text;
  readonly buttons: readonly Button[];
}

/** How many fit on a page. */
const PAGE = 6;

export async function followsScreen({ shop, person }: Turn<string>, wanted = 0): Promise<Screen> {
  const entries: Entry[] = [];
  for (const one of await shop.subscriptions.of(person.id)) {
    const entry = await subscriptionEntry(shop, one);
    if (entry) entries.push(entry);
  }
  const wishes = (await shop.savedSearches.of(person.id)).map(
    ({ id, words, limit }): Entry => ({
      line: limit
        ? say('follows-price', { words, price: limitValue(limit) })
        : say('follows-wish', { words }),
      buttons: [{ label: say('follows-remove', { name: words }), tap: tap('unwish/:wish', { wish: id }) }],
    }),
  );
  const all = [...entries, ...wishes, ...(await pushEntries(shop, person.id))];
  const pages = Math.max(1, Math.ceil(all.length / PAGE));
  const page = Math.min(wanted, pages - 1);
  const shown = all.slice(page * PAGE, (page + 1) * PAGE);
  return {
    text: all.length === 0 ? say('follows-none') : [say('follows-title'), ...shown.map(({ line }) => line)],
    buttons: [
      ...shown.map(({ buttons }) => buttons),
      ...pager({ items: shown, page, pages }, (to) => tap('follows/:page', { page: to })),
      [{ label: say('reminders-button'), tap: tap('reminders') }, homeButton],
    ],
  };
}

async function pushEntries(shop: Turn['shop'], personId: PersonId): Promise<Entry[]> {
  const count = await shop.pushBrowsers.count(personId);
  const end: Button = { label: say('follows-push-off'), tap: tap('push-end') };
  return count === 0 ? [] : [{ line: say('follows-push', { count }), buttons: [end] }];
}

async function subscriptionEntry(shop: Turn['shop'], { id, kind, targetId, quantity }: Subscription) {
  const stop = (name: Parameters<typeof say>[1]): Button => ({
    label: say('follows-remove', { ...name }),
    tap: tap('unsubscribe/:subscription', { subscription: id }),
  });
  switch (kind) {
    case 'seller': {
      const seller = await shop.sellers.byId(targetId);
      if (!seller) return undefined;
      const name = { name: { own: seller.name, en: seller.nameEn } };
      const open: Button = {
        label: say('seller-button', name),
        tap: tap('seller/:seller', { seller: targetId }),
      };
      return { line: say('follows-seller', name), buttons: [open, stop(name)] };
    }
    case 'village': {
      const village = await shop.sellers.village();
      if (village?.id !== targetId) return undefined;
      const name = { name: { own: village.name, en: village.nameEn } };
      const open: Button = {
        label: say('village-button', name),
        tap: tap('village/:village', { village: targetId }),
      };
      return { line: say('follows-village', name), buttons: [open, stop(name)] };
    }
    case 'shelf': {
      const category = findShelf(targetId);
      if (!category) return undefined;
      const name = { name: say(`shelf-${category}`) };
      const open: Button = {
        label: say('follows-open', name),
        tap: tap('shelf/:category/:page', { category, page: 0 }),
      };
      return { line: say('follows-shelf', name), buttons: [open, stop(name)] };
    }
    case 'product': {
      const product = await shop.catalogue.byId(targetId);
      if (!product) return undefined;
      const name = { name: productName(product) };
      const line = quantity
        ? say('follows-wait-for', { ...name, quantity: quantityValue(product, quantity) })
        : say('follows-wait', name);
      const open: Button = {
        label: say('follows-open', name),
        tap: tap('product/:product', { product: targetId }),
      };
      return { line, buttons: [open, stop(name)] };
    }
    case 'stream': {
      const stream = await shop.streams.byId(targetId);
      if (stream?.state !== 'planned' || !stream.plannedAt) return undefined;
      const name = { name: { own: stream.sellerName, en: stream.sellerNameEn } };
      const open: Button = {
        label: say('follows-open', name),
        tap: tap('stream/:stream', { stream: targetId }),
      };
      return {
        line: say('follows-stream', { ...name, at: { time: stream.plannedAt } }),
        buttons: [open, stop(name)],
      };
    }
    case 'item': {
      const item = await shop.streams.item({ id: targetId });
      if (!item) return undefined;
      const name = { name: itemTitle(item) };
      return { line: say('follows-item', name), buttons: [stop(name)] };
    }
  }
}
