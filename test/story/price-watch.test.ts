import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProductId } from '../../src/db/ids.ts';
import { inTransaction } from '../../src/db/work.ts';
import { createShop } from '../../src/shop/shop.ts';
import { fen } from '../../src/shop/values/money.ts';
import { puts, visitor } from '../support/goods.ts';
import { joinedSeller } from '../support/stall.ts';
import { startWalnut, type Walnut } from '../support/walnut.ts';

let walnut: Walnut;
beforeAll(async () => {
  walnut = await startWalnut();
});
afterAll(() => walnut.stop());

/** Somebody sells walnuts at 15 yuan; answers how their price is changed. */
async function walnutsAt15(title: string) {
  const seller = await joinedSeller(walnut);
  await seller.sendsPhoto({ caption: `${title} 15元一斤 有200斤` });
  await seller.waitsFor('没问题就点「上架」');
  await seller.taps('✅ 上架');
  await seller.waitsFor(`${title} 上架了`);
  await walnut.photosStored();
  const { db } = walnut.database;
  const { id, sellerId } = await db.product.findFirstOrThrow({ where: { title } });
  const { personId } = await db.member.findFirstOrThrow({ where: { sellerId } });
  return {
    id: id as ProductId,
    costs: (price: number) =>
      inTransaction(walnut.app.appContext, (context) =>
        createShop(context).listings.change(personId, id, { price: fen(price) }),
      ),
  };
}

describe('a price that somebody waits for', () => {
  it('is told once when a thing of that name costs it, and shown by what is followed until then', async () => {
    const goods = await walnutsAt15('黄小米');
    const buyer = await visitor(walnut);
    buyer.says('小米降到12块告诉我');
    await buyer.waitsFor('告诉您一次');
    buyer.says('/follows');
    await buyer.waitsFor('🏷 小米：¥12/斤');
    await goods.costs(1_300);
    await goods.costs(1_200);
    await buyer.waitsFor('到您等的价了：黄小米 ¥12/斤');
    await goods.costs(1_100);
    await walnut.app.jobs?.idle();
    expect(buyer.sees('¥11/斤')).toBe(false);
    expect(await walnut.database.db.savedSearch.count()).toBe(0);
  });

  it('is asked for by a button on the card, for this very product, and is known when it costs that already', async () => {
    const goods = await walnutsAt15('绵核桃');
    const buyer = await visitor(walnut);
    await buyer.taps('绵核桃 ¥15/斤');
    await buyer.waitsFor('¥30/公斤');
    await buyer.taps('🏷 降价提醒');
    await buyer.waitsFor('降到多少告诉您');
    buyer.says('20');
    const met = await buyer.waitsFor('现在就是这个价');
    await buyer.taps('🏷 降价提醒');
    const asked = await buyer.waitsFor('降到多少告诉您', { after: met });
    await buyer.taps('¥12/斤', { on: asked });
    await buyer.waitsFor('到 ¥12/斤');
    await goods.costs(1_150);
    await buyer.waitsFor('到您等的价了：绵核桃');
  });

  it('of a shelf that is followed, what is new is told, and the shelf is left by a tap in the message', async () => {
    await puts(walnut, '榛子', { category: 'nuts' });
    const buyer = await visitor(walnut);
    buyer.says('/browse');
    const all = await buyer.waitsFor('正在卖的');
    await buyer.taps('🗂 分类', { on: all });
    await buyer.waitsFor('想看哪一类');
    await buyer.taps('🌰 坚果');
    await buyer.waitsFor((message) => message.buttons.flat().some(({ label }) => label === '🔔 关注这一类'));
    await buyer.taps('🔔 关注这一类');
    buyer.says('/follows');
    await buyer.waitsFor('🌰 坚果：上新货');
    await walnutsAt15('山核桃');
    const told = await buyer.waitsFor('上新了：山核桃 ¥15/斤');
    await buyer.taps('🔕 不再关注这一类', { on: told });
    expect(await walnut.database.db.subscription.count({ where: { kind: 'shelf' } })).toBe(0);
  });
});
