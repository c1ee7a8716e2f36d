import { z } from 'zod';
import { storePhoto } from '../../chat/store/media.ts';
import { shrinkDrawn } from '../../chat/store/shrink.ts';
import { type ChatId, idShape, type SellerId } from '../../db/ids.ts';
import { inTransaction } from '../../db/work.ts';
import { formatPayload } from '../../flows/screens/links/deep-link.ts';
import { shopCodeScreen } from '../../flows/screens/links/shop-code-screen.ts';
import { qrPicture } from '../../pictures/qr.ts';
import { sellers } from '../../shop/sellers/sellers.ts';
import { job } from '../job.ts';

const payload = z.object({ seller: idShape<SellerId>(), chat: idShape<ChatId>(), ask: z.string() });

/** Draws the QR code of a shop's link and sends it to the chat that asked. */
export const drawShopCode = job(
  'draw-shop-code',
  payload,
  async ({ seller: id, chat, ask }, { appContext, engine, entryLinks }) => {
    const [link] = entryLinks.to('buyer', formatPayload({ is: 'seller', id }));
    if (link === undefined) return;
    const picture = await shrinkDrawn(await qrPicture(link));
    await inTransaction(appContext, async (context) => {
      const seller = await sellers(context).byId(id);
      if (!seller) return;
      const photo = await storePhoto(context.tx, context.now, picture);
      await engine.enqueue(context, chat, `shop-code:${id}:${ask}`, shopCodeScreen(seller, link, photo));
    });
    engine.wakeSender(chat);
  },
  'slow',
);
