import { z } from 'zod';
import { storePhoto } from '../../chat/store/media.ts';
import { transact } from '../../db/work.ts';
import { payloadOf } from '../../flows/screens/deep-link.ts';
import { codeScreen } from '../../flows/screens/shop-code-screen.ts';
import { qrPicture } from '../../pictures/qr.ts';
import { sellers } from '../../shop/sellers/sellers.ts';
import { job } from '../job.ts';

const payload = z.object({ seller: z.uuid(), chat: z.uuid(), ask: z.string() });

/** Draws the code of a shop's link and shows it to who asked. */
export const drawShopCode = job(
  'draw-shop-code',
  payload,
  async ({ seller: id, chat, ask }, { store, engine, doors }) => {
    const [link] = doors.to('buyer', payloadOf({ is: 'seller', id }));
    if (link === undefined) return;
    const picture = await qrPicture(link);
    await transact(store, async (work) => {
      const seller = await sellers(work).byId(id);
      if (!seller) return;
      const photo = await storePhoto(work.tx, work.now, picture);
      await engine.leave(work, chat, `shop-code:${id}:${ask}`, codeScreen(seller, link, photo));
    });
    engine.wake(chat);
  },
  'slow',
);
