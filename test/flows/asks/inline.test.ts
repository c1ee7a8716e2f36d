import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadI18n } from '../../../src/chat/dsl/i18n.ts';
import type { ProductId } from '../../../src/db/ids.ts';
import { inTransaction } from '../../../src/db/work.ts';
import { findShareable } from '../../../src/flows/asks/inline.ts';
import { formatPayload } from '../../../src/flows/screens/links/deep-link.ts';
import { createShop } from '../../../src/shop/shop.ts';
import { household, puts, visitor } from '../../support/goods.ts';
import { remember } from '../../support/rewind.ts';
import { startWalnut, type Walnut } from '../../support/walnut.ts';

let walnut: Walnut;
let rewind: () => Promise<void>;
let walnuts: ProductId;

beforeAll(async () => {
  walnut = await startWalnut();
  await household(walnut);
  for (let i = 1; i <= 22; i += 1) await puts(walnut, `小米${i}号`, { titleEn: `Millet ${i}` });
  walnuts = await puts(walnut, '薄皮核桃', { titleEn: 'Thin-shelled walnuts' });
  rewind = await remember(walnut.database.db);
});
beforeEach(() => rewind());

afterAll(() => walnut.stop());

const typist = (language: string) => walnut.telegram.person({ first_name: 'Li', language_code: language });

/** What the bot answered last, as it went over the wire. */
const answered = () => walnut.telegram.calls('answerInlineQuery').at(-1)?.params ?? {};

describe('typing behind the bot’s name', () => {
  it.each([
    ['zh-hans', 'hetao', '薄皮核桃 ¥15/斤', '👨‍🌾 王秀英家'],
    ['en', 'walnut', 'Thin-shelled walnuts ¥30/kg', '👨‍🌾 Wang'],
  ])('shares a card in the typist’s language: %s', async (language, words, title, description) => {
    const [offer] = await typist(language).types(walnut.buyerBot, words);
    expect(offer?.title).toBe(title);
    expect(offer?.result).toMatchObject({ type: 'article', description });
    const url = `https://t.me/walnut_bot?start=${formatPayload({ is: 'product', id: walnuts })}`;
    expect(JSON.stringify(offer?.result)).toContain(url);
  });

  it('shows the newest of all where nothing was typed, and lets Telegram ask for more', async () => {
    const offers = await typist('zh-hans').types(walnut.buyerBot, '');
    expect(offers).toHaveLength(20);
    expect(offers[0]?.title).toContain('薄皮核桃');
    expect(answered()).toMatchObject({ next_offset: '20', cache_time: 10 });
  });

  it('goes on from where the last page ended, and ends', async () => {
    const from = (offset: number, query = '') =>
      inTransaction(walnut.app.appContext, (context) =>
        findShareable(createShop(context), loadI18n('Asia/Shanghai').en, { query, offset }, 20),
      );
    expect(await from(20)).toHaveLength(3);
    expect(await from(40)).toEqual([]);
    expect(await from(20, '小米')).toHaveLength(2);
    expect(await from(40, '小米')).toEqual([]);
  });

  it('offers nothing where nothing is like it', async () => {
    expect(await typist('en').types(walnut.buyerBot, 'zebra')).toEqual([]);
    expect(answered()).toMatchObject({ next_offset: '' });
  });

  it('shows the photo that Telegram has', async () => {
    const { db } = walnut.database;
    const media = await db.media.create({ data: { state: 'stored', createdAt: new Date() } });
    await db.mediaFile.create({
      data: { mediaId: media.id, channel: 'telegram-buyer', fileId: 'AgAC-walnuts' },
    });
    await db.productPhoto.create({ data: { productId: walnuts, position: 0, mediaId: media.id } });
    const [offer] = await typist('en').types(walnut.buyerBot, 'walnuts');
    expect(offer?.result).toMatchObject({
      type: 'photo',
      photo_file_id: 'AgAC-walnuts',
      caption: expect.stringContaining('Thin-shelled walnuts'),
    });
  });

  it('leads who taps the card into the shop', async () => {
    const buyer = await visitor(walnut, 'en');
    const after = buyer.last();
    buyer.follows(`https://t.me/walnut_bot?start=${formatPayload({ is: 'product', id: walnuts })}`);
    await buyer.waitsFor('Thin-shelled walnuts', { after });
  });
});
