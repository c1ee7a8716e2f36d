import type { PrivateChat } from './telegram/interface.ts';
import type { SeenMessage } from './telegram/phone.ts';
import type { Walnut } from './walnut.ts';

// The first moves of many stories, on Telegram.

/** Somebody says something in a chat, and hears an answer with `words`. */
export function hears(chat: PrivateChat, said: string, words: string | RegExp): Promise<SeenMessage> {
  return chat.waitsFor(words, { after: chat.says(said) });
}

/** Wang Xiuying's household has joined; its chat with the sellers' bot, in Chinese. */
export async function joinedSeller(walnut: Walnut): Promise<PrivateChat> {
  const { payload } = await walnut.inviteSeller('王秀英家');
  const person = walnut.telegram.person({ first_name: '秀英', language_code: 'zh-hans' });
  const seller = person.chatWith(walnut.sellerBot);
  seller.starts(payload);
  await seller.waitsFor('欢迎，王秀英家');
  return seller;
}

/** … and has sent a photo with `words`: the preview is there. */
export async function sellerWithDraft(walnut: Walnut, words = '核桃 15元一斤 有200斤'): Promise<PrivateChat> {
  const seller = await joinedSeller(walnut);
  await seller.sendsPhoto({ caption: words });
  await seller.waitsFor('没问题就点「上架」');
  return seller;
}

/** … and has published it; buyers see it, photo and all. */
export async function sellerOfWalnuts(walnut: Walnut, words?: string): Promise<PrivateChat> {
  const seller = await sellerWithDraft(walnut, words);
  await seller.taps('✅ 上架');
  await seller.waitsFor(' 上架了');
  await walnut.photosStored();
  return seller;
}

/** A seller sends a photo with these words and publishes it; buyers see it, whatever else is on sale already. */
export async function putsOnSale(walnut: Walnut, seller: PrivateChat, words: string): Promise<void> {
  const preview = await seller.waitsFor('没问题就点「上架」', {
    after: await seller.sendsPhoto({ caption: words }),
  });
  await seller.taps('✅ 上架', { on: preview });
  await seller.waitsFor(' 上架了', { after: preview });
  await walnut.photosStored();
}

/** Somebody new at the buyers' bot, in English. */
export async function newBuyer(walnut: Walnut, name = 'Li'): Promise<PrivateChat> {
  const buyer = walnut.telegram.person({ first_name: name, language_code: 'en' }).chatWith(walnut.buyerBot);
  buyer.starts();
  await buyer.waitsFor('Welcome to Lingtou');
  return buyer;
}

/** The buyer has a card for one 斤 of walnuts before them, ready to be confirmed. */
export async function withCard(buyer: PrivateChat): Promise<PrivateChat> {
  buyer.says('核桃 1斤');
  await buyer.waitsFor('name, phone and address');
  buyer.says('Li Lei, 13800001234, 12 Taoyuan Road, Yingze District, Taiyuan');
  await buyer.waitsFor('Pay on delivery');
  return buyer;
}

/** The buyer has ordered one 斤 of walnuts, pay on delivery. */
export async function ordersWalnuts(buyer: PrivateChat): Promise<void> {
  await withCard(buyer);
  await buyer.taps('✅ Confirm ¥15');
  await buyer.waitsFor('Ordered');
}

/** Somebody called `name` has ordered one 斤 of walnuts, and the seller has the order before them. */
export async function newOrderOf(
  walnut: Walnut,
  seller: PrivateChat,
  name: string,
): Promise<{ buyer: PrivateChat; number: string }> {
  const buyer = await newBuyer(walnut, name);
  await ordersWalnuts(buyer);
  const { number } = await walnut.database.db.order.findFirstOrThrow({ orderBy: { number: 'desc' } });
  await seller.waitsFor(`${number} · 等您接单`);
  return { buyer, number };
}
