import { z } from 'zod';
import { storePhoto } from '../chat/media.ts';
import { type Screen, say } from '../chat/screen.ts';
import { transact, type Work } from '../db/work.ts';
import { periodTitle, salesPictureOf } from '../flows/seller/sales-picture.ts';
import { wordsIn } from '../flows/written.ts';
import { drawPng } from '../pictures/draw.ts';
import { salesChart } from '../pictures/sales-chart.ts';
import { periods } from '../shop/sales-period.ts';
import { shopOf } from '../shop/shop.ts';
import { type JobParts, job } from './job.ts';

const localeOf = async ({ tx }: Work, personId: string) =>
  (await tx.person.findUnique({ where: { id: personId }, select: { locale: true } }))?.locale === 'en'
    ? 'en'
    : 'zh';

/** Draws a period's takings for somebody who may see them, and shows the picture in their chat. */
export const drawSales = job(
  'draw-sales',
  z.object({ person: z.uuid(), seller: z.uuid(), chat: z.uuid(), period: z.enum(periods) }),
  async ({ person, seller: sellerId, chat, period }, parts) => {
    const found = await transact(parts.store, async (work) => {
      const shop = shopOf(work);
      const sales = await shop.sales.of(person, sellerId, period);
      const seller = await shop.sellers.byId(sellerId);
      if (!sales || !seller) return undefined;
      const words = wordsIn(await localeOf(work, person), await shop.sellers.timeZone());
      const name = { own: seller.name, en: seller.nameEn };
      return { picture: salesPictureOf(sales, name, words), title: periodTitle(sales), name };
    });
    if (!found) return;
    const png = await drawPng(salesChart(found.picture));
    const text = say('sales-of', { seller: found.name, title: found.title });
    await show(parts, chat, `sales:${chat}:${period}`, png, { text });
  },
  'slow',
);

/** Leaves a picture of ours in a chat. */
async function show(
  { store, engine }: JobParts,
  chat: string,
  cause: string,
  png: Uint8Array,
  screen: Screen,
): Promise<void> {
  await transact(store, async (work) => {
    const photo = await storePhoto(work.tx, work.now, png);
    await engine.leave(work, chat, `${cause}:${photo}`, { ...screen, photo, fresh: true });
  });
  engine.wake(chat);
}
