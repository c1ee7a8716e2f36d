import { describe, expect, it } from 'vitest';
import { baseQuantity, NO_QUANTITY } from '../../src/shop/values/quantity.ts';
import { openHousehold } from '../support/household.ts';
import { hears, newBuyer } from '../support/stall.ts';

// What a household looks up about itself: what is left of its goods, and how soon it has said that parcels leave.

const { walnut, seller } = openHousehold();
const says = (words: string, answer: string | RegExp) => hears(seller, words, answer);

describe('what is left', () => {
  it.each(['我还剩些啥', '我还有哪些货', 'what have I got left?'])('is one list: %s', async (words) => {
    await says(words, /货品（1 样）[\s\S]*核桃 还有 200斤/);
  });

  it('says what is reserved, and what is sold out', async () => {
    const { db } = walnut.database;
    await db.product.updateMany({ data: { held: baseQuantity(1_000) } });
    await says('我还剩些啥', '还有 198斤，另有 2斤 有人订了');
    await db.product.updateMany({ data: { held: NO_QUANTITY, onHand: NO_QUANTITY } });
    await says('我还剩些啥', '核桃 已经卖完了');
  });

  it('has pages where there are many', async () => {
    const { db } = walnut.database;
    const { id: _, ...row } = await db.product.findFirstOrThrow();
    await db.product.createMany({
      data: Array.from({ length: 14 }, (_one, i) => ({ ...row, title: `核桃${i}`, search: [`核桃${i}`] })),
    });
    await says('我还剩些啥', '货品（15 样）');
    await seller.taps('下一页 ›');
    await seller.waitsFor(/样）\n· 核桃1 还有 200斤 · ¥15\/斤\n/);
  });
});

describe('how soon parcels leave', () => {
  it('stands among the settings of delivery, and is changed there', async () => {
    await says('下了单我三天里头准给发走', '记下了');
    await says('/delivery', '发货时间：「下了单我三天里头准给发走」');
    await seller.taps('⏱ 多久发货');
    const asked = await seller.waitsFor('下单后多久发货');
    await says('48小时', '发货时间：「48小时内发货」');
    const buyer = await newBuyer(walnut);
    await hears(buyer, '核桃', '¥30');
    await hears(buyer, 'how soon do you ship?', '48小时内发货');
    await seller.taps('⏱ 多久发货');
    await seller.waitsFor('下单后多久发货', { after: asked });
    await says('不写', '送货设置');
    expect(await walnut.database.db.sellerFact.count()).toBe(0);
  });
});
