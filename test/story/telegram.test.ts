import { afterEach, describe, expect, it } from 'vitest';
import { offers } from '../support/offers.ts';
import { startWalnut, type Walnut } from '../support/walnut.ts';

let walnut: Walnut;

afterEach(() => walnut.stop());

// The whole story: a seller joins, posts and goes live; a follower hears it, orders from the alert; the seller accepts and
// ships; the buyer sees both.
describe.each([
  { how: 'polling', webhooks: false },
  { how: 'webhooks', webhooks: true },
])('the main job through Telegram, by $how', ({ webhooks }) => {
  it('sells walnuts from a photo to a shipped order', async () => {
    walnut = await startWalnut({ webhooks });
    const { telegram, buyerBot, sellerBot } = walnut;
    const { payload } = await walnut.inviteSeller('王秀英家');

    const seller = telegram.person({ first_name: '秀英', language_code: 'zh-hans' }).chatWith(sellerBot);
    seller.starts(payload);
    await seller.waitsFor('欢迎，王秀英家');
    await seller.sendsPhoto({ caption: '核桃 15元一斤 有200斤' });
    await seller.waitsFor('没问题就点「上架」');
    expect(seller.last().text).toContain('¥15/斤');
    expect(seller.last().photo).toBeDefined();
    await seller.taps('✅ 上架');
    await seller.waitsFor('核桃 上架了');
    // A product with a photo is shown to buyers when its photo has arrived.
    await walnut.app.jobs?.idle();

    const buyer = telegram.person({ first_name: 'Li', language_code: 'en' }).chatWith(buyerBot);
    buyer.starts();
    await buyer.waitsFor('Welcome to Lingtou');
    await buyer.taps('☰ More');
    await buyer.waitsFor('There is also');
    await buyer.taps('👨‍🌾 Families');
    await buyer.waitsFor('Families of the village');
    await buyer.taps('王秀英家 family');
    await buyer.waitsFor(offers('Walnut'));
    expect((await buyer.taps('⭐ Follow, tell me when they go live')).toast).toContain('Following');

    seller.says('/live https://live.example.org/xiuying');
    await seller.waitsFor('您开播了');
    await buyer.waitsFor('is live!');
    await buyer.taps('🛒 Walnut 500 g ¥15');
    await buyer.waitsFor('Please send name, phone and address');
    buyer.says('Li Lei, 13800001234, 12 Taoyuan Road, Yingze District, Taiyuan');
    await buyer.waitsFor('Pay on delivery');
    await buyer.taps('✅ Confirm ¥15');
    const placed = await buyer.waitsFor('Ordered');
    const number = /[A-Z]-\d{4}/.exec(placed.text)?.[0] ?? '';
    expect(number).toMatch(/^A-\d{4}$/);

    await seller.waitsFor(number);
    expect(seller.last().text).toContain('12 Taoyuan Road');
    await seller.taps('✅ 接单');
    await buyer.waitsFor(`accepted your order ${number}`);
    await seller.waitsFor('备货中');
    await seller.taps('🚚 发货');
    await seller.waitsFor('的运单号是多少');
    seller.says('SF1234567890');
    await buyer.waitsFor('SF1234567890');
    expect(buyer.last().text).toContain('is on its way');

    const product = await walnut.database.db.product.findFirstOrThrow();
    expect(product.onHand).toBe(100_000 - 500);
    const { _sum } = await walnut.database.db.stockEntry.aggregate({ _sum: { change: true } });
    expect(_sum.change).toBe(product.onHand);
  });
});
