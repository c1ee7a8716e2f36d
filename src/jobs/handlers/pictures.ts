import { z } from 'zod';
import { type Said, say } from '../../chat/dsl/screen.ts';
import { photoBytes, storeFor, storePhoto } from '../../chat/store/media.ts';
import { transact, type Work } from '../../db/work.ts';
import { payloadOf } from '../../flows/screens/deep-link.ts';
import { wordsIn } from '../../flows/screens/file-texts.ts';
import { periodTitle, salesPictureOf } from '../../flows/screens/sales-picture.ts';
import { posterWords, printedLink, stickerWords } from '../../flows/screens/share-pictures.ts';
import { titleOf } from '../../flows/screens/values.ts';
import { drawPng } from '../../pictures/draw.ts';
import { posterSvg } from '../../pictures/poster.ts';
import { salesChart } from '../../pictures/sales-chart.ts';
import { stickerSvg } from '../../pictures/sticker.ts';
import { productById } from '../../shop/catalogue/catalogue.ts';
import { periods } from '../../shop/reports/period.ts';
import { shopOf } from '../../shop/shop.ts';
import { type JobParts, job } from '../job.ts';

/** Draws a period's takings for somebody who may see them, and shows the picture in their chat. */
export const drawSales = job(
  'draw-sales',
  z.object({ person: z.uuid(), seller: z.uuid(), chat: z.uuid(), period: z.enum(periods) }),
  async ({ person, seller: sellerId, chat, period }, parts, { id }) => {
    const found = await transact(parts.store, async (work) => {
      const shop = shopOf(work);
      const sales = await shop.sales.of(person, sellerId, period);
      const seller = await shop.sellers.byId(sellerId);
      if (!sales || !seller) return undefined;
      const name = { own: seller.name, en: seller.nameEn };
      const picture = salesPictureOf(sales, name, await wordsOf(work, person));
      return { picture, text: say('sales-of', { seller: name, title: periodTitle(sales) }) };
    });
    if (found)
      await show(parts, { id, chat, for: person }, await drawPng(salesChart(found.picture)), found.text);
  },
  'slow',
);

/** Draws a product's poster. */
export const drawPoster = job(
  'draw-poster',
  z.object({ product: z.uuid(), person: z.uuid(), chat: z.uuid() }),
  async ({ product: productId, person, chat }, parts, { id }) => {
    const { store, doors } = parts;
    const link = printedLink(doors.to('buyer', payloadOf({ is: 'product', id: productId })));
    const found = await transact(store, async (work) => {
      const product = await productById(work.tx, productId);
      const village = await shopOf(work).sellers.village();
      return product && village
        ? { product, words: posterWords(product, village, await wordsOf(work, person)) }
        : undefined;
    });
    if (!found) return;
    if (link === undefined) return sayNoDoor(parts, chat);
    const { product, words } = found;
    const [first] = product.storedPhotos;
    const photo = first === undefined ? undefined : await photoBytes(store, first);
    const png = await drawPng(posterSvg({ ...words, link, photo }));
    await show(parts, { id, chat }, png, say('poster-here', { title: titleOf(product) }));
  },
  'slow',
);

/** Draws what is stuck on an order's box. */
export const drawSticker = job(
  'draw-sticker',
  z.object({ order: z.uuid(), person: z.uuid(), chat: z.uuid() }),
  async ({ order: orderId, person, chat }, parts, { id }) => {
    const { store, doors } = parts;
    const found = await transact(store, async (work) => {
      const order = await shopOf(work).orders.sold(person, orderId);
      const village = await shopOf(work).sellers.village();
      if (!order || !village) return undefined;
      const bought = await work.tx.chat.findUnique({
        where: { id: order.chatId },
        select: { channel: true },
      });
      const words = stickerWords(order, village, await wordsOf(work, person));
      return { order, words, isTelegram: bought?.channel.startsWith('telegram') ?? false };
    });
    if (!found) return;
    const link = printedLink(doors.to('buyer', payloadOf({ is: 'again', id: orderId })), found.isTelegram);
    if (link === undefined) return sayNoDoor(parts, chat);
    const png = await drawPng(stickerSvg({ ...found.words, link }));
    await show(parts, { id, chat, for: person }, png, say('sticker-here', { number: found.order.number }));
  },
  'slow',
);

/** The words of whom a picture is for. */
async function wordsOf(work: Work, personId: string) {
  const row = await work.tx.person.findUnique({ where: { id: personId }, select: { locale: true } });
  return wordsIn(row?.locale === 'en' ? 'en' : 'zh', await shopOf(work).sellers.timeZone());
}

async function sayNoDoor(parts: JobParts, chat: string): Promise<void> {
  const { store, engine } = parts;
  await transact(store, (work) =>
    engine.leave(work, chat, `no-door:${chat}:${work.now.getTime()}`, { text: say('share-no-door') }),
  );
  engine.wake(chat);
}

interface Drawing {
  /** Of the piece of work: however often it is tried, the picture is shown once. */
  readonly id: string;
  readonly chat: string;
  /** Who alone may see it; everybody may where nobody is named. */
  readonly for?: string;
}

/** Leaves a picture of ours in a chat. */
async function show(
  { store, engine }: JobParts,
  { id, chat, for: personId }: Drawing,
  png: Uint8Array,
  text: Said,
): Promise<void> {
  await transact(store, async (work) => {
    const photo = personId ? await storeFor(work, personId, png) : await storePhoto(work.tx, work.now, png);
    const isNew = await engine.leave(work, chat, `picture:${id}`, { text, photo, fresh: true });
    if (!isNew) await work.tx.media.delete({ where: { id: photo } });
  });
  engine.wake(chat);
}
