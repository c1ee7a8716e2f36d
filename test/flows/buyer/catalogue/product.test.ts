import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProductId } from '../../../../src/db/ids.ts';
import { formatPayload } from '../../../../src/flows/screens/links/deep-link.ts';
import { visit } from '../../../bots/web/visitor.ts';
import { household, puts, visitor } from '../../../support/goods.ts';
import type { PrivateChat } from '../../../support/telegram/interface.ts';
import { startWalnut, type Walnut } from '../../../support/walnut.ts';

let walnut: Walnut;
let walnuts: ProductId;

beforeAll(async () => {
  walnut = await startWalnut();
  await household(walnut);
  walnuts = await puts(walnut, '薄皮核桃', {
    titleEn: 'Thin-shelled walnuts',
    blurb: '今年的新核桃',
    season: [11, 12, 1],
    harvestedOn: new Date('2026-09-20'),
    packs: [500, 2_500],
  });
  await withPhotos(walnuts, 3);
});

afterAll(() => walnut.stop());

async function withPhotos(productId: string, count: number): Promise<void> {
  const { db } = walnut.database;
  const { default: sharp } = await import('sharp');
  for (let position = 0; position < count; position += 1) {
    const background = { r: 60 * position, g: 90, b: 40 };
    const picture = sharp({ create: { width: 64, height: 48, channels: 3, background } }).jpeg();
    const bytes = Uint8Array.from(await picture.toBuffer());
    const media = { state: 'stored', bytes, width: 64, height: 48, createdAt: new Date() };
    await db.productPhoto.create({
      data: { product: { connect: { id: productId } }, position, media: { create: media } },
    });
  }
}

async function opens(id: ProductId, language: 'zh' | 'en' = 'zh'): Promise<PrivateChat> {
  const chat = await visitor(walnut, language);
  const after = chat.last();
  chat.starts(formatPayload({ is: 'product', id }));
  await chat.waitsFor('¥', { after });
  return chat;
}

const labels = (chat: PrivateChat): string[] => chat.buttons().flat();

describe('a product', () => {
  it('says where it comes from, what it costs by either measure, and when it is in season', async () => {
    const zh = (await opens(walnuts)).last().text;
    for (const words of [
      '王秀英家 · 岭头',
      '¥15/斤 · ¥30/公斤',
      '9月20日采收',
      '当季：11月–1月',
      '还有 100斤',
    ])
      expect(zh).toContain(words);
    const en = (await opens(walnuts, 'en')).last().text;
    for (const words of ['¥30/kg · ¥15/jin', 'Harvested 20 September', 'November–January', '50 kg left'])
      expect(en).toContain(words);
    expect(en).not.toContain('90 days');
  });

  it('says between what its price moved in 90 days, once it did', async () => {
    const id = await puts(walnut, '红枣', { price: 1_600 });
    const move = (days: number, was: number, now: number, isUndone = false) =>
      walnut.database.db.productEvent.create({
        data: {
          productId: id,
          change: 'price',
          before: { price: was, priceQuantity: 500 },
          after: { price: now, priceQuantity: 500 },
          at: new Date(Date.now() - days * 24 * 3_600_000),
          ...(isUndone && { undoneAt: new Date() }),
        },
      });
    await move(120, 900, 1_300);
    await move(60, 1_300, 1_500);
    await move(2, 1_500, 9_900, true);
    await move(1, 1_500, 1_600);
    expect((await opens(id)).last().text).toContain('90 天内 ¥13–¥16');
  });

  it('turns its photos in place, round and round', async () => {
    const buyer = await opens(walnuts);
    const count = buyer.messages().length;
    expect(labels(buyer).slice(0, 3)).toEqual(['‹', '1/3', '›']);
    const first = buyer.last().photo?.bytes;
    await buyer.taps('›');
    await buyer.waitsFor(({ buttons }) => buttons.flat().some(({ label }) => label === '2/3'));
    expect(Buffer.compare(buyer.last().photo?.bytes ?? new Uint8Array(), first ?? new Uint8Array())).not.toBe(
      0,
    );
    await buyer.taps('‹');
    await buyer.waitsFor(({ buttons }) => buttons.flat().some(({ label }) => label === '1/3'));
    await buyer.taps('‹');
    await buyer.waitsFor(({ buttons }) => buttons.flat().some(({ label }) => label === '3/3'));
    expect(buyer.messages()).toHaveLength(count);
  });

  it('follows its household without leaving', async () => {
    const buyer = await opens(walnuts);
    expect((await buyer.taps('⭐ 关注')).toast).toContain('关注了');
    await buyer.waitsFor(({ buttons }) => buttons.flat().some(({ label }) => label === '⭐ 已关注'));
    expect(buyer.last().text).toContain('薄皮核桃');
  });

  it('that is sold out tells when it is back, and takes down how much is hoped for', async () => {
    const id = await puts(walnut, '柿饼', { left: 0, packs: [500, 2_500] });
    const buyer = await opens(id);
    await buyer.taps('🔔 有货告诉我');
    await buyer.waitsFor('想要多少');
    await buyer.taps('5斤');
    await buyer.waitsFor('柿饼 5斤，有货时马上告诉您');
    const [kept] = await walnut.database.db.subscription.findMany({ where: { kind: 'product' } });
    expect(kept).toMatchObject({ targetId: id, quantity: 2_500 });
  });

  it('that is sold before its harvest says from when', async () => {
    const id = await puts(walnut, '新小米', { titleEn: 'New millet', expectedOn: new Date('2027-09-20') });
    expect((await opens(id)).last().text).toContain('预售，9月20日起发货');
    expect((await opens(id, 'en')).last().text).toContain('from 20 September');
  });

  it('is counted once for each person and day', async () => {
    const id = await puts(walnut, '荞麦');
    const buyer = await opens(id);
    await buyer.taps('⭐ 关注');
    await buyer.settles();
    await opens(id);
    const { _sum } = await walnut.database.db.productView.aggregate({
      where: { productId: id },
      _sum: { views: true },
    });
    expect(_sum.views).toBe(2);
  });
});

describe('sharing', () => {
  it('gives the links that open the product, and offers it in any chat', async () => {
    const buyer = await opens(walnuts, 'en');
    await buyer.taps('🔗 Share');
    const shared = await buyer.waitsFor('Send a friend the link');
    const payload = formatPayload({ is: 'product', id: walnuts });
    expect(shared.text).toContain(`https://t.me/walnut_bot?start=${payload}`);
    const send = shared.buttons.flat().find(({ label }) => label === '📤 Send to a chat');
    expect(send).toMatchObject({ does: 'inline', value: '薄皮核桃' });
  });

  it('gives the page’s address to who is on the web', async () => {
    const browser = await visit(walnut.app.url ?? '', 'buyer', { 'accept-language': 'en' });
    await using page = await browser.listen();
    const payload = formatPayload({ is: 'product', id: walnuts });
    await browser.event({ is: 'command', name: 'start', rest: payload });
    const shown = await page.until((messages) => messages.find(({ html }) => html.includes('Thin-shelled')));
    const share = shown.buttons.flat().find(({ label }) => label === '🔗 Share');
    if (!share || !('tap' in share)) throw new Error('nothing to share with');
    await browser.event({ is: 'tap', action: share.tap, message: shown.id });
    const shared = await page.until((messages) =>
      messages.find(({ html }) => html.includes('Send a friend the link')),
    );
    const link = `${walnut.app.url}/?start=${payload}`;
    expect(shared.buttons.flat()).toContainEqual({ label: '📋 Copy the link', share: '薄皮核桃', link });
  });
});
