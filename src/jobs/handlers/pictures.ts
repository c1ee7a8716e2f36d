import { z } from 'zod';
import { type Message, say } from '../../chat/dsl/screen.ts';
import { readPhoto, storeForPerson, storePhoto } from '../../chat/store/media.ts';
import { shrinkDrawn } from '../../chat/store/shrink.ts';
import {
  type ChatId,
  idShape,
  type OrderId,
  type PersonId,
  type ProductId,
  type SellerId,
} from '../../db/ids.ts';
import { inTransaction, type TxContext } from '../../db/work.ts';
import { fileI18n } from '../../flows/screens/files/file-texts.ts';
import { createSalesPicture, periodTitle } from '../../flows/screens/files/sales-picture.ts';
import { posterText, printedLink, stickerText } from '../../flows/screens/files/share-pictures.ts';
import { formatPayload } from '../../flows/screens/links/deep-link.ts';
import { productName } from '../../flows/screens/values.ts';
import { drawPng } from '../../pictures/draw.ts';
import { posterSvg } from '../../pictures/poster.ts';
import { salesChart } from '../../pictures/sales-chart.ts';
import { stickerSvg } from '../../pictures/sticker.ts';
import { findProduct } from '../../shop/catalogue/products/catalogue.ts';
import { periods } from '../../shop/reports/period.ts';
import { createShop } from '../../shop/shop.ts';
import { type JobDeps, job } from '../job.ts';

/** Draws the takings of a period and sends the picture to a person who may see them. */
export const drawSales = job(
  'draw-sales',
  z.object({
    person: idShape<PersonId>(),
    seller: idShape<SellerId>(),
    chat: idShape<ChatId>(),
    period: z.enum(periods),
  }),
  async ({ person, seller: sellerId, chat, period }, deps, { id }) => {
    const found = await inTransaction(deps.appContext, async (context) => {
      const shop = createShop(context);
      const sales = await shop.sales.of(person, sellerId, period);
      const seller = await shop.sellers.byId(sellerId);
      if (!sales || !seller) return undefined;
      const name = { own: seller.name, en: seller.nameEn };
      const picture = createSalesPicture(sales, name, await readerI18n(context, person));
      return { picture, text: say('sales-of', { seller: name, title: periodTitle(sales) }) };
    });
    if (found)
      await showPicture(
        deps,
        { id, chat, for: person },
        await drawPng(salesChart(found.picture)),
        found.text,
      );
  },
  'slow',
);

/** Draws a product's poster. */
export const drawPoster = job(
  'draw-poster',
  z.object({ product: idShape<ProductId>(), person: idShape<PersonId>(), chat: idShape<ChatId>() }),
  async ({ product: productId, person, chat }, deps, { id }) => {
    const { appContext, entryLinks } = deps;
    const link = printedLink(entryLinks.to('buyer', formatPayload({ is: 'product', id: productId })));
    const found = await inTransaction(appContext, async (context) => {
      const product = await findProduct(context.tx, productId);
      const village = await createShop(context).sellers.village();
      return product && village
        ? { product, words: posterText(product, village, await readerI18n(context, person)) }
        : undefined;
    });
    if (!found) return;
    if (link === undefined) return sayNoLink(deps, chat);
    const { product, words } = found;
    const [first] = product.storedPhotos;
    const photo = first === undefined ? undefined : await readPhoto(appContext, first);
    const png = await drawPng(posterSvg({ ...words, link, photo }));
    await showPicture(deps, { id, chat }, png, say('poster-here', { title: productName(product) }));
  },
  'slow',
);

/** Draws the sticker of an order's box. */
export const drawSticker = job(
  'draw-sticker',
  z.object({ order: idShape<OrderId>(), person: idShape<PersonId>(), chat: idShape<ChatId>() }),
  async ({ order: orderId, person, chat }, deps, { id }) => {
    const { appContext, entryLinks } = deps;
    const found = await inTransaction(appContext, async (context) => {
      const order = await createShop(context).orders.sold(person, orderId);
      const village = await createShop(context).sellers.village();
      if (!order || !village) return undefined;
      const bought = await context.tx.chat.findUnique({
        where: { id: order.chatId },
        select: { channel: true },
      });
      const words = stickerText(order, village, await readerI18n(context, person));
      return { order, words, isTelegram: bought?.channel.startsWith('telegram') ?? false };
    });
    if (!found) return;
    const link = printedLink(
      entryLinks.to('buyer', formatPayload({ is: 'again', id: orderId })),
      found.isTelegram,
    );
    if (link === undefined) return sayNoLink(deps, chat);
    const png = await drawPng(stickerSvg({ ...found.words, link }));
    await showPicture(
      deps,
      { id, chat, for: person },
      png,
      say('sticker-here', { number: found.order.number }),
    );
  },
  'slow',
);

/** The locale of the person whom a picture is for. */
export async function readerI18n(context: TxContext, personId: PersonId) {
  const row = await context.tx.person.findUnique({ where: { id: personId }, select: { locale: true } });
  return fileI18n(row?.locale === 'en' ? 'en' : 'zh', await createShop(context).sellers.timeZone());
}

export async function sayNoLink(deps: JobDeps, chat: ChatId): Promise<void> {
  const { appContext, engine } = deps;
  await inTransaction(appContext, (context) =>
    engine.enqueue(context, chat, `no-door:${chat}:${context.now.getTime()}`, { text: say('share-no-door') }),
  );
  engine.wakeSender(chat);
}

interface Drawing {
  /** The attempt's id: the same at every try, so that the picture is sent once. */
  readonly id: string;
  readonly chat: ChatId;
  /** The only person who may see it; without it, everybody may. */
  readonly for?: PersonId;
}

/** Enqueues a picture for a chat. */
export async function showPicture(
  { appContext, engine }: JobDeps,
  { id, chat, for: personId }: Drawing,
  png: Uint8Array,
  text: Message,
): Promise<void> {
  const picture = await shrinkDrawn(png);
  await inTransaction(appContext, async (context) => {
    const photo = personId
      ? await storeForPerson(context, personId, picture)
      : await storePhoto(context.tx, context.now, picture);
    const isNew = await engine.enqueue(context, chat, `picture:${id}`, { text, photo, fresh: true });
    if (!isNew) await context.tx.media.delete({ where: { id: photo } });
  });
  engine.wakeSender(chat);
}
